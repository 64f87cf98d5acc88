"""What a reference can lead to: papers, meetings and pages of a corpus, each with the documents that tell of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.names import loose_keys, page_key, paper_key, same_committee
from corpus.sittings import meetings_of
from corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A paper, a meeting or a page. `id` is the RIS's own, None where only texts tell of it."""

    type: str
    """Paper, Meeting or Document."""
    body_id: str | None
    id: str | None
    label: str
    """Its printed number; for a meeting its committee; for a page its title."""
    date: str | None = None
    documents: tuple[str, ...] = ()
    """SHA-256 of their files; the paper's own page first, the page that most is told on before others."""


class Targets:
    """All targets of a corpus, by what references cite."""

    def __init__(self, corpus: Corpus) -> None:
        kinds = corpus.query("select id, page_kind, body_id from document order by id")
        self._kind: dict[str, str] = {d["id"]: d["page_kind"] or "" for d in kinds}
        self.town: dict[str, str | None] = {d["id"]: d["body_id"] for d in kinds}
        self.papers: dict[tuple[str | None, str], list[Target]] = defaultdict(list)
        self._loose: dict[tuple[str | None, str], list[Target]] = defaultdict(list)
        for target in self._papers(corpus):
            self.papers[target.body_id, paper_key(target.label)].append(target)
            for key in loose_keys(target.label):
                self._loose[target.body_id, key].append(target)
        self.meetings: dict[tuple[str | None, str], list[Target]] = defaultdict(list)
        self._add_meetings(corpus)
        self.pages = self._pages(corpus)

    def paper(self, town: str | None, reference: str) -> tuple[list[Target], bool]:
        """Papers of a municipality with this number, and whether it is printed alike: loose spellings come last."""
        if exact := self.papers.get((town, paper_key(reference))):
            return exact, True
        for key in loose_keys(reference):
            if near := self._loose.get((town, key)):
                return near, False
        return [], True

    def _papers(self, corpus: Corpus) -> Iterable[Target]:
        """Papers with a number: records, and what only texts name as their own paper, one per number."""
        told = _documents(corpus, "Paper")
        texts: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        printed: dict[tuple[str | None, str], str] = {}
        for fact in _facts(corpus, "paper"):
            if reference := fact["value"].get("reference"):
                key = (fact["body_id"], paper_key(reference))
                texts[key].append(fact["document_id"])
                printed.setdefault(key, reference)
        seen = set()
        for row in corpus.query("select body_id, id, reference from paper where reference is not null order by 1, 2"):
            key = (row["body_id"], paper_key(row["reference"]))
            seen.add(key)
            documents = self._ordered([*told[row["body_id"], row["id"]], *texts.get(key, [])])
            own = None if row["id"].startswith("h-") else row["id"]
            yield Target(type="Paper", body_id=row["body_id"], id=own, label=row["reference"], documents=documents)
        for number in sorted(texts.keys() - seen, key=str):
            own_pages = self._ordered(texts[number])
            yield Target(type="Paper", body_id=number[0], id=None, label=printed[number], documents=own_pages)

    def _add_meetings(self, corpus: Corpus) -> None:
        told = _documents(corpus, "Meeting")
        for row in meetings_of(corpus):
            if row["day"] and row["committee"]:
                documents = told[row["body_id"], row["id"]]
                self._add_meeting(row["body_id"], row["day"], row["committee"], row["id"], documents)
        for fact in _facts(corpus, "meeting"):
            if fact["value"].get("date") and fact["value"].get("body"):
                day, name = str(fact["value"]["date"])[:10], str(fact["value"]["body"])
                self._add_meeting(fact["body_id"], day, name, None, [fact["document_id"]])

    def _add_meeting(self, town: str | None, day: str, name: str, own: str | None, documents: list[str]) -> None:
        """A meeting; one of the same committee on the same day is the same."""
        there = self.meetings[town, day]
        for i, known in enumerate(there):
            if same_committee(known.label, name):
                both = self._ordered([*known.documents, *documents])
                there[i] = Target(
                    type="Meeting", body_id=town, id=known.id or own, label=known.label, date=day, documents=both
                )
                return
        target = Target(type="Meeting", body_id=town, id=own, label=name, date=day, documents=self._ordered(documents))
        there.append(target)

    def _pages(self, corpus: Corpus) -> dict[str, list[Target]]:
        found: dict[str, list[Target]] = defaultdict(list)
        rows = corpus.query(
            """select distinct s.url, s.sha256, d.body_id, d.title from snapshot s join document d on d.id = s.sha256
               where s.url is not null order by s.url, s.sha256"""
        )
        for row in rows:
            label = row["title"] or row["url"]
            target = Target(type="Document", body_id=row["body_id"], id=None, label=label, documents=(row["sha256"],))
            found[page_key(row["url"])].append(target)
        return found

    def _ordered(self, documents: Iterable[str]) -> tuple[str, ...]:
        rank = {"paper": 0, "minutes": 1, "item": 2, "agenda": 3, "meeting": 3}
        return tuple(sorted(set(documents), key=lambda d: (rank.get(self._kind.get(d, ""), 2), d)))


def _documents(corpus: Corpus, record: str) -> dict[tuple[str | None, str], list[str]]:
    """Documents that tell of each record of a type, by municipality and id."""
    found: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for row in corpus.query("select body_id, id, document_id from record where type = ?", record):
        found[row["body_id"], row["id"]].append(row["document_id"])
    return found


def _facts(corpus: Corpus, kind: str) -> Iterable[Mapping[str, Any]]:
    rows = corpus.query(
        """select f.document_id, f.value, d.body_id from fact f join document d on d.id = f.document_id
           where f.kind = ? order by f.document_id, f.char_start, f.id""",
        kind,
    )
    return [{**row, "value": json.loads(row["value"])} for row in rows]
