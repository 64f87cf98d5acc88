"""What changes from one step of a municipality to the next.

Each step, so many events are drawn that the pages they touch are the given share of all pages, at least one page. A
page counts as touched wherever it can show the event, so that a true re-visit finds no other page changed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import get_args

from pipeline.simulation.agenda import ADDED, MOST_ADDED, Agendas
from pipeline.simulation.edits import Change, ChangeKind, Page
from pipeline.simulation.local import Local
from pipeline.simulation.plans import Station
from pipeline.simulation.schedule import Slot

KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
LARGE = tuple(kind for kind in KINDS if kind not in ("paper_revised", "result_corrected"))
"""Kinds that need many pages or a rare occasion: drawn first, or the small ones would leave no room for them."""

TRIES = 40
"""Draws per event wanted before a step is left as it is: many draws hit something that cannot change so."""


def page_count(local: Local) -> int:
    """About how many pages the municipality has; rather too few, so that a share of them is never exceeded."""
    meetings, papers = local.schedule.numbers, local.schedule.size.papers
    return meetings * 4 + papers * 2


def draw(local: Local, step: int, share: float) -> tuple[Change, ...]:
    """The changes of one step, of a municipality as it was before; the same whenever asked."""
    source = local.rng("changes", step)
    budget = max(1, int(page_count(local) * share))
    found: list[Change] = []
    touched: set[Page] = set()
    targets: set[tuple[bool, int]] = set()
    for attempt in range(2 * budget * TRIES):
        first = attempt < budget * TRIES and len(touched) < budget * 2 / 3
        change = _one(local, step, source.choice(LARGE if first else KINDS), source)
        if change is None or (_of_paper(change), change.target) in targets:
            continue
        pages = set(change.pages)
        if touched & pages or len(touched) + len(pages) > budget:
            continue
        found.append(change)
        touched |= pages
        targets.add((_of_paper(change), change.target))
        if len(touched) == budget:
            break
    return tuple(found)


def _of_paper(change: Change) -> bool:
    return change.kind.startswith(("paper", "result"))


def _one(local: Local, step: int, kind: ChangeKind, source: random.Random) -> Change | None:
    """One event at a random place, or None where it cannot happen."""
    if kind.startswith("paper"):
        target = source.randrange(local.schedule.size.papers)
        pages = PAPER_CHANGES[kind](local, target)
        return _change(local, step, kind, target, None, pages)
    if kind.startswith("result"):
        target = source.randrange(local.schedule.size.papers)
        station = source.choice(local.plan(target).stations)
        return _change(local, step, kind, target, station.number, _result_pages(local, kind, target, station))
    target = source.randrange(local.schedule.numbers)
    slot = local.slot(target)
    pages = MEETING_CHANGES[kind](local, slot) if slot else []
    return _change(local, step, kind, target, None, pages)


def _change(
    local: Local, step: int, kind: ChangeKind, target: int, station: int | None, pages: Iterable[Page]
) -> Change | None:
    ordered = tuple(sorted(set(pages)))
    if not ordered:
        return None
    return Change(step=step, kind=kind, municipality=local.place.index, target=target, station=station, pages=ordered)


def _result_pages(local: Local, kind: ChangeKind, paper: int, station: Station) -> list[Page]:
    """A result entered late, or corrected: seen at the item, the meeting and the paper."""
    plan = local.plan(paper)
    if station.round is None or local.is_withdrawn(plan, station):
        return []
    slot = local.slot(local.schedule.number(station.round, station.body))
    if slot is None or local.phase(slot) not in ("held", "results", "minutes"):
        return []
    shown = local.shows_result(plan, station)
    correctable = shown and station.count is not None and station.outcome in ("adopted", "rejected", "recommended")
    if not (correctable if kind == "result_corrected" else not shown):
        return []
    ids = local.ids
    return [
        Page("meeting", ids.meeting(slot.number)),
        Page("item", ids.station(paper, station.number)),
        Page("paper", ids.paper(paper)),
    ]


def _minutes_pages(local: Local, slot: Slot) -> list[Page]:
    if local.phase(slot) not in ("held", "results"):
        return []
    return _all_pages(local, slot)


def _all_pages(local: Local, slot: Slot) -> list[Page]:
    """A meeting, all its items, and the papers on its agenda."""
    entries = Agendas(local).entries(slot)
    items = [Page("item", entry.id) for entry in entries if entry.kind != "heading"]
    papers = [Page("paper", local.ids.paper(entry.plan.paper)) for entry in entries if entry.plan]
    return [Page("meeting", local.ids.meeting(slot.number)), *items, *papers]


def _upcoming(local: Local, slot: Slot) -> list[Page]:
    return _all_pages(local, slot) if local.phase(slot) == "planned" else []


def _cancellable(local: Local, slot: Slot) -> list[Page]:
    return _upcoming(local, slot) if slot.body < local.schedule.main else []


def _agenda_pages(local: Local, slot: Slot) -> list[Page]:
    """Later items get new numbers, so every item's page is touched; the papers' are not."""
    added = local.edits.extended.get(slot.number, 0)
    pages = [page for page in _upcoming(local, slot) if page.kind != "paper"]
    if not pages or added == MOST_ADDED:
        return []
    return [*pages, Page("item", local.ids.regular(slot.number, ADDED + added))]


def _revised_pages(local: Local, paper: int) -> list[Page]:
    full = local.edits.revised.get(paper, 0) >= 3
    return [] if paper in local.edits.withdrawn or full else [Page("paper", local.ids.paper(paper))]


def _withdrawn_pages(local: Local, paper: int) -> list[Page]:
    """A paper can be withdrawn while a meeting is still to come: it vanishes from that agenda, and cancelled ones."""
    if paper in local.edits.withdrawn:
        return []
    stations = [s for s in local.plan(paper).stations if s.round is not None]
    slots = [local.slot(local.schedule.number(s.round or 0, s.body)) for s in stations]
    gone = [slot for slot in slots if slot and local.phase(slot) in ("planned", "cancelled")]
    if not any(local.phase(slot) == "planned" for slot in gone):
        return []
    pages = [page for slot in gone for page in _all_pages(local, slot) if page.kind != "paper"]
    return [*pages, Page("paper", local.ids.paper(paper))]


MEETING_CHANGES: dict[str, Callable[[Local, Slot], list[Page]]] = {
    "minutes_published": _minutes_pages,
    "meeting_moved": _upcoming,
    "meeting_cancelled": _cancellable,
    "agenda_extended": _agenda_pages,
}
PAPER_CHANGES: dict[str, Callable[[Local, int], list[Page]]] = {
    "paper_revised": _revised_pages,
    "paper_withdrawn": _withdrawn_pages,
}
