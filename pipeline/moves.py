"""Pages that live at another host now: what the old address gave makes way for what the new one gives.

A host that moves (another name of the same site, https instead of http) answers for every old address with the same one
at the new host. Both would be read as two pages, and once the new one changes, the old one would go on telling what no
longer stands. So the new address is visited too, and once it was read the old one holds nothing any more. Its bytes
are kept.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from corpus import frontier
from corpus.frontier import Address, Visit
from corpus.store import Corpus
from pipeline import revisit
from pipeline.visit import Outcome
from scrapers.address import host_of


def is_moved(outcome: Outcome) -> bool:
    """Whether an address led to the same one at another host."""
    response = outcome.response
    return response is not None and _same_elsewhere(outcome.visit.url, response.final_url)


def away(corpus: Corpus, outcome: Outcome, now: float) -> bool:
    """Note where a page lives now; whether that address was read, so that nothing of the old one is needed."""
    visit, response = outcome.visit, outcome.response
    if response is None:
        return False
    url = response.final_url
    address = {name: getattr(visit, name) for name in Address.__dataclass_fields__}
    frontier.add(corpus, [Address(**address | {"url": url, "host": str(host_of(url))})])
    new = frontier.known(corpus, visit.site, url)
    if new is None or new.sha256 is None:
        return False
    _hand_over(corpus, visit, new, now)
    return True


def settled(corpus: Corpus, outcome: Outcome, now: float) -> None:
    """After a page was read: old addresses of it that were seen to lead here hold nothing any more."""
    visit = outcome.visit
    new = frontier.known(corpus, visit.site, visit.url)
    for base in outcome.plan.bases:
        url = urlsplit(visit.url)._replace(scheme=urlsplit(base).scheme, netloc=urlsplit(base).netloc).geturl()
        old = frontier.known(corpus, visit.site, url) if url != visit.url else None
        if old is not None and old.sha256 is not None and old.said == _said(visit.url) and new is not None:
            _hand_over(corpus, old, new, now)


def note(corpus: Corpus, outcome: Outcome) -> None:
    """Remember that an address that still holds what it gave leads elsewhere."""
    if outcome.response is not None:
        frontier.remember(corpus, outcome.visit, said=_said(outcome.response.final_url))


def _said(url: str) -> str:
    return f"moved to {url}"


def _same_elsewhere(url: str, final_url: str) -> bool:
    old, new = urlsplit(url), urlsplit(final_url)
    return host_of(url) != host_of(final_url) and (old.path, old.query) == (new.path, new.query)


def _hand_over(corpus: Corpus, old: Visit, new: Visit, now: float) -> None:
    """Withdraw what the old address gave. The same bytes at the new one are read anew, as that one's."""
    nothing = {"sha256": None, "fingerprint": None, "etag": None, "last_modified": None, "read_by": None}
    seen = {"said": _said(new.url), "visited_at": now, "next_visit": now + revisit.LONG_GONE}
    corpus.db.execute("delete from problem where place = ?", [old.url])
    frontier.remember(corpus, old, **nothing, **seen, failures=0, absences=0, absent_since=None)
    if old.sha256 is not None and old.sha256 == new.sha256:
        frontier.remember(corpus, new, read_by="")
    else:
        frontier.supersede(corpus, old, "")
    for row in corpus.query("select url from frontier where found_on = ? and kind = 'attachment'", old.url):
        mine = frontier.known(corpus, old.site, row["url"])
        its = frontier.known(corpus, old.site, new.url + row["url"].removeprefix(old.url))
        if mine is not None and mine.sha256 is not None and its is not None and its.sha256 is not None:
            _hand_over(corpus, mine, its, now)
