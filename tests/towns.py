"""Invented municipalities for tests of reports: a small topic pack, and documents and facts made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.evidence import Document, Fact, Problem, sha256
from corpus.model import Body
from corpus.store import Corpus, Entry, Source
from corpus.topic import Topic, load_topic

PACK = r"""
name = "lots"
short = "LOTS"
label = "Lotsendienst (LOTS)"
question = "Wie setzen die Kommunen den Lotsendienst um?"
terms = ['\bLOTS\b', 'Lotsendienst\w*']
[[neighbour]]
name = "Wegweiser"
words = ['Wegweiser']
[[module]]
number = 1
function = "lead"
label = "Leitung"
instrument = "Richtlinie"
title = ['Leitung des Lotsendienstes']
words = ['Leitung']
[[variable]]
id = "L1"
name = "result"
label = "Ergebnis"
group = "Beratung"
definition = "Was beschlossen wurde"
kind = "result"
show = ["raw"]
[[variable]]
id = "L2"
name = "notice"
label = "Bescheid"
group = "Beratung"
definition = "Datum des ersten Bescheids"
kind = "event"
where = { type = ["grant_notice"] }
show = ["date"]
wins = "first"
cues = ['Bescheid\w*']
[[variable]]
id = "L3"
name = "posts"
label = "Stellen Lotsen/Leitung"
group = "Stellen"
definition = "Stellen des Lotsendienstes"
kind = "post"
where = { module = [1], programme = ["LOTS", ""] }
show = ["number", "number_min", "number_max", "unit", "status"]
unit = "Stellen"
rank_field = "status"
rank = ["filled", "granted", "applicable", "planned"]
least = 0.1
most = 60
cues = ['Lotsenstelle\w*']
[[variable]]
id = "L4"
name = "total"
label = "Stellen insgesamt"
group = "Stellen"
definition = "Wo nur eine Summe genannt ist"
kind = "post"
where = { module = ["none"], programme = ["LOTS", ""] }
show = ["number", "number_min", "number_max", "unit", "status"]
[[variable]]
id = "L5"
name = "money"
label = "Fördersumme"
group = "Geld"
definition = "Geld des Programms"
kind = "money"
where = { programme = ["LOTS", ""] }
show = ["value_eur", "period"]
unit = "EUR"
rank_field = "status"
rank = ["granted", "planned"]
least = 1000
[[variable]]
id = "L6"
name = "stage"
label = "Stand der Besetzung"
group = "Stellen"
definition = "Wie weit die Besetzung ist"
kind = "status"
where = { stage = ["advertised", "filled"] }
show = ["stage"]
[[variable]]
id = "L7"
name = "group"
label = "Lenkungsgruppe"
group = "Organisation"
definition = "Ob es eine Lenkungsgruppe gibt"
kind = "body"
show = ["exists"]
[[variable]]
id = "L8"
name = "questions"
label = "Fragen"
group = "Beratung"
definition = "Was gefragt wurde"
kind = "question"
show = ["asked_by", "topic"]
wins = "all"
"""


def pack(folder: Path) -> Topic:
    """The invented topic."""
    path = folder / "lots.toml"
    path.write_text(PACK, "utf-8")
    return load_topic(path)


class Town:
    """Collects the documents of one invented municipality and saves them into a corpus."""

    def __init__(self, corpus: Corpus, name: str, *, ags: str | None = None) -> None:
        self.corpus, self.name = corpus, name
        self.body = Body(id=ags or f"x-{name.lower().replace(' ', '-')}", name=name)

    def add(self, text: str, *facts: tuple[Any, ...], date: str | None = None, **more: Any) -> str:
        """Save a document; a fact is (kind, value, quote, ...supporting quotes). Returns the file's SHA-256."""
        place = f"{self.body.id}/{more.pop('file', 'seite.html')}"
        digest = sha256(self.body.id + place + text)
        starts = more.pop("page_starts", ())
        document = Document(
            file_sha256=digest, media_type="text/html", reader="html", reader_version=1, text=text, page_starts=starts
        )
        entry = Entry(
            source=Source(
                place=place,
                sha256=digest,
                size=len(text),
                media_type="text/html",
                url=more.pop("url", f"https://rat.{self.body.id}.example/{place}"),
            ),
            document=document,
            made_with="test",
            body=self.body if more.pop("named", True) else None,
            title=more.pop("title", text.strip().split("\n")[0]),
            date=date,
            page_kind=more.pop("page_kind", None),
            facts=[fact(document, *f, **more) for f in facts],
        )
        self.corpus.save(entry)
        return digest

    def add_unreadable(self, file: str) -> None:
        """Save a file that no reader could read."""
        place = f"{self.body.id}/{file}"
        problem = Problem(stage="read", place=place, expected="pdf: text on at least one page", found="none on page 1")
        source = Source(
            place=place,
            sha256=sha256(place),
            size=1,
            media_type="application/pdf",
            url=f"https://rat.{self.body.id}.example/{place}",
        )
        self.corpus.save(Entry(source=source, document=None, made_with="test", problems=[problem]))


def fact(
    document: Document, kind: str, value: dict[str, Any], *quotes: str, topic: str | None = "lots", grade: Any = "read"
) -> Fact:
    """A fact that cites the first place of each quote."""
    spans = [(document.text.index(q), document.text.index(q) + len(q)) for q in quotes]
    return Fact(
        kind=kind,
        value=value,
        evidence=tuple(document.cite(a, b) for a, b in spans),
        extractor="test",
        extractor_version=1,
        topic=topic,
        grade=grade,
    )
