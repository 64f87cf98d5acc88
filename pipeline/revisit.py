"""When an address is due again, and when a page that is missed counts as vanished; docs/CRAWLING.md tells why."""

from __future__ import annotations

import datetime as dt

HOUR, DAY = 3600.0, 86400.0

LISTS: tuple[tuple[float, float], ...] = (
    (0, 1 * DAY),
    (62, 3 * DAY),
    (365, 30 * DAY),
    (float("inf"), 180 * DAY),
)
"""For calendars: up to so many days after the last day that the list tells of, so many seconds to the next visit."""

PAGES: tuple[tuple[float, float], ...] = (
    (-22, 3 * DAY),
    (1, 12 * HOUR),
    (56, 2 * DAY),
    (182, 14 * DAY),
    (730, 60 * DAY),
    (float("inf"), 365 * DAY),
)
"""For agendas, items and papers: up to so many days after their meeting. Minutes appear weeks after it."""

FILES: tuple[tuple[float, float], ...] = ((14, 7 * DAY), (182, 60 * DAY), (float("inf"), 365 * DAY))
"""For documents: they are replaced seldom, and then soon."""

WITHOUT_DAY = 30 * DAY
"""For what shows no day."""

AFTER_FAILURE = (1 * HOUR, 7 * DAY)
"""First wait after an address gave nothing, doubled each time, and the longest one."""
AFTER_REFUSAL = 7 * DAY
"""Wait after robots.txt or a reservation forbade an address."""
DEAD_LINK = 30 * DAY
"""Wait after 404 at an address that never answered."""
AFTER_ABSENCE = 3 * DAY
"""Wait before a page that was there is looked for again."""
ABSENCES = 3
"""So often a page must be missed in a run in which its site answered."""
ABSENT_FOR = 6 * DAY
"""So long must lie between the first time and the last one."""
LARGEST_SHARE = 0.05
"""If more of a site's pages vanish at once, none counts as vanished: rather the site has moved or is broken."""
FEW = 2
"""So many may vanish at once from any site, however small."""
LONG_GONE = 180 * DAY
"""Wait before a vanished page is looked for again."""


def next_visit(kind: str, day: str | None, now: float) -> float:
    """When an address of this kind, whose meeting is on `day`, is to be visited again; `now` in seconds since 1970."""
    if day is None:
        return now + WITHOUT_DAY
    since = (dt.datetime.fromtimestamp(now, dt.UTC).date() - dt.date.fromisoformat(day)).days
    table = {"calendar": LISTS, "file": FILES}.get(kind, PAGES)
    return now + next(wait for until, wait in table if since <= until)


def after_failure(failures: int, now: float) -> float:
    """When to try again after so many failures in a row (1 or more)."""
    first, longest = AFTER_FAILURE
    return now + min(first * 2.0 ** min(failures - 1, 20), longest)


def too_many(vanished: int, held: int) -> bool:
    """Whether so many vanished pages of so many held are more than a site loses at once on purpose."""
    return vanished > max(FEW, LARGEST_SHARE * held)
