"""References of texts, held to the papers, meetings and pages of the corpus. Nothing ambiguous is resolved.

A number counts within the municipality of the document that cites it; in another one only where the sentence names
that one. A law, a programme or a strategy has no record that it could lead to: such references stay outside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from corpus.bodies import name_key
from corpus.names import committee_key, page_key, same_committee
from corpus.store import Corpus
from corpus.targets import Target, Targets

Status = Literal["resolved", "ambiguous", "unresolved", "own", "outside"]
"""own: the page's own address or number; outside: what no record of a corpus can hold."""

_AROUND = 220
_BARE = frozenset({"ausschuss", "fachausschuss", "gremium", "rat und ausschuss"})
"""Names that say which committee only where it is the one that meets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Aufgelöster Verweis: a fact of kind reference or decision_ref, and what of the corpus it leads to."""

    fact: str
    document: str
    kind: str
    cited: str
    """What is cited, as read: the number, the address, the committee with its day."""
    status: Status
    targets: tuple[Target, ...] = ()
    alike: bool = True
    """Whether the number is printed alike; False where only zeros, a short year or letters in front differ."""


def links(corpus: Corpus) -> list[Link]:
    """All references of the corpus in the order of their documents and places, resolved as far as it goes."""
    targets = Targets(corpus)
    bodies = corpus.query("select distinct b.id, b.name from body b join document d on d.body_id = b.id order by b.id")
    names = {b["id"]: f" {name_key(b['name'])} " for b in bodies}
    rows = corpus.query(
        """select f.id, f.kind, f.value, f.document_id, f.char_start, f.char_end, d.body_id,
             substr(d.text, max(1, f.char_start + 1 - ?), f.char_end - f.char_start + 2 * ?) as around,
             min(f.char_start, ?) as lead
           from fact f join document d on d.id = f.document_id where f.kind in ('reference', 'decision_ref')
           order by f.document_id, f.char_start, f.char_end, f.id""",
        *(_AROUND, _AROUND, _AROUND),
    )
    own = _own_committees(corpus)
    return [_link({**row, "value": json.loads(row["value"])}, targets, names, own) for row in rows]


def _own_committees(corpus: Corpus) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in corpus.query("select document_id, value from fact where kind = 'meeting' order by 1, 2"):
        if body := json.loads(row["value"]).get("body"):
            found.setdefault(row["document_id"], []).append(body)
    return found


def _link(row: Mapping[str, Any], targets: Targets, names: Mapping[str, str], own: Mapping[str, Sequence[str]]) -> Link:
    value = row["value"]
    kind = "decision" if row["kind"] == "decision_ref" else str(value.get("kind"))
    said = str(value.get("body") if kind == "decision" else value.get("identifier") or "")
    cited = " ".join(filter(None, [said, str(value.get("date") or "")]))
    alike = True
    if kind == "paper":
        found, alike = _papers(row, said, targets, names)
    elif kind == "url":
        found = targets.pages.get(page_key(said), [])
    elif kind in ("meeting", "decision"):
        found = list(_meetings(row, said, targets, names, own))
    else:
        return Link(fact=row["id"], document=row["document_id"], kind=kind, cited=cited, status="outside")
    status = _status(row["document_id"], kind, found)
    return Link(
        fact=row["id"],
        document=row["document_id"],
        kind=kind,
        cited=cited,
        status=status,
        targets=tuple(found) if status in ("resolved", "ambiguous") else (),
        alike=alike,
    )


def _status(document: str, kind: str, found: Sequence[Target]) -> Status:
    if len(found) > 1 and not (kind == "url" and any(document in t.documents for t in found)):
        return "ambiguous"
    if not found:
        return "unresolved"
    if kind == "url" and any(document in t.documents for t in found):
        return "own"
    others = [d for d in found[0].documents if d != document]
    if found[0].documents[:1] == (document,) and (kind != "paper" or found[0].id is None or not others):
        return "own"
    return "resolved" if others or found[0].id else "unresolved"


def _papers(row: Mapping[str, Any], said: str, targets: Targets, names: Mapping[str, str]) -> tuple[list[Target], bool]:
    """Papers with the number: here, and in the municipalities that the sentence names."""
    here, alike = targets.paper(row["body_id"], said) if row["body_id"] else ([], True)
    there = [(body, targets.paper(body, said)) for body in _named(row, names)]
    found = [*here, *(t for _, (others, _) in there for t in others)]
    return found, alike and all(same for _, (others, same) in there if others)


def _named(row: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """Other municipalities that are named in the sentence of a reference."""
    around, lead = row["around"], row["lead"]
    length = row["char_end"] - row["char_start"]
    before = re.split(r"[.!?]\s+(?=[A-ZÄÖÜ])|\n\s*\n", around[:lead])[-1]
    after = re.split(r"[.!?]\s+(?=[A-ZÄÖÜ])|\n\s*\n", around[lead + length :])[0]
    sentence = re.sub(r"[^\w]+", " ", f"{before}{around[lead : lead + length]}{after}")
    said = f" {name_key(sentence)} "
    return [body for body, name in names.items() if body != row["body_id"] and name in said]


def _meetings(
    row: Mapping[str, Any],
    said: str,
    targets: Targets,
    names: Mapping[str, str],
    own: Mapping[str, Sequence[str]],
) -> Iterator[Target]:
    """Meetings of the committee on the day; without a day none."""
    day = str(row["value"].get("date") or "")[:10]
    committee = said.partition(", ")[0] if re.search(r", (?:TOP|Punkt) ", said) else said
    if len(day) != 10 or not committee:
        return
    towns = [row["body_id"], *_named(row, names)] if row["body_id"] else _named(row, names)
    for town in towns:
        for target in targets.meetings.get((town, day), []):
            bare = committee_key(committee) in _BARE
            meets = own.get(row["document_id"], ()) if bare else (committee,)
            if any(same_committee(target.label, name) for name in meets):
                yield target
