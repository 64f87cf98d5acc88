"""What a corpus holds, loaded once for all pages: municipalities, documents, claims, and what could not be read."""

from __future__ import annotations

import bisect
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from corpus.bodies import body_of_url, known_bodies
from corpus.checks import Stored, checks_by_fact
from corpus.days import Dated, days
from corpus.evidence import least_certainty
from corpus.owners import Day
from corpus.reviews import Standing, standings
from corpus.store import Corpus
from reports.headings import headed

_PLAIN = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A municipality: one of the table, or one that only documents name."""

    id: str
    name: str
    classification: str | None
    population: int | None
    population_date: str | None
    known: bool

    @property
    def path(self) -> str:
        """Its page in the site; letters beyond ASCII are written out."""
        return f"kommune/{self.id.translate(_PLAIN)}.html"

    @property
    def ags(self) -> str | None:
        """Its AGS; None for a municipality that has none in the table."""
        return self.id if self.id.isdigit() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doc:
    """A stored document with where its bytes came from."""

    id: str
    town: str | None
    title: str
    date: str | None
    text: str
    text_sha256: str
    reader: str
    media_type: str
    page_kind: str | None
    page_starts: tuple[int, ...]
    unreadable_pages: tuple[int, ...]
    recognised_pages: tuple[tuple[int, float], ...]
    places: tuple[str, ...]
    url: str | None
    headed: bool
    """Whether its title is made of what records state, not of its own words."""
    dated: Dated
    """Whose day `date` is, and the days of the entries of a list."""

    @property
    def key(self) -> str:
        """Short name, for addresses."""
        return self.id[:16]

    @property
    def path(self) -> str:
        """Its page in the site."""
        return f"dokument/{self.key}.html"

    @property
    def link(self) -> str | None:
        """Its own address, if that is one of the web."""
        return self.url if self.url and urlsplit(self.url).scheme in ("http", "https") else None

    @property
    def file(self) -> str:
        """The name that a page gives the file; empty if it has none, or no page lists it."""
        return (self.dated.owner.file if self.dated.owner else None) or ""

    def day_at(self, offset: int) -> Day | None:
        """The day of what stands at an offset: of the document, or of the entry of a list; None if not known."""
        return self.dated.day_at(offset)

    def page_of(self, offset: int) -> int | None:
        """Number of the page that holds the offset; None where the source has no pages."""
        return bisect.bisect_right(self.page_starts, offset) or None if self.page_starts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A cited stretch of a document's text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A fact of the corpus with its document: one claim about a municipality."""

    id: str
    doc: Doc
    kind: str
    value: Mapping[str, Any]
    grade: str
    topic: str | None
    extractor: str
    version: int
    passages: tuple[Passage, ...]
    checks: tuple[Stored, ...] = ()
    """Calculations that its number takes part in."""
    review: Standing | None = None
    """What people said of it. `value` is theirs where they agree on another one than was read."""

    @property
    def day(self) -> Day | None:
        """Day of its document; in a list of meetings or papers that of the one that it is about."""
        day = self.doc.day_at(self.quote.start) if self.quote else self.doc.dated.day
        if day is None and self.doc.dated.entries is not None and self.kind in ("meeting", "consultation"):
            own = self.value.get("date")
            return Day(date=str(own)[:10], basis="meeting") if own else None
        return day

    @property
    def date(self) -> str | None:
        """The day alone, ISO 8601."""
        return self.day.date if self.day else None

    @property
    def quote(self) -> Passage | None:
        """Its main passage; None for what a person gave with the file."""
        return self.passages[0] if self.passages else None

    @property
    def recognised(self) -> float | None:
        """How certain the recognition of its pages was (0 to 1); None if no passage stands on a recognised page."""
        spans = [(p.start, p.end) for p in self.passages]
        certainty = least_certainty(self.doc.page_starts, self.doc.recognised_pages, spans)
        return certainty if certainty < 1 else None

    @property
    def href(self) -> str:
        """Its place in the site."""
        return f"{self.doc.path}#f-{self.id}"

    def order(self) -> tuple[str, str, int, int, str]:
        """Sort key: date, document, place in the text."""
        at = self.quote
        return (self.date or "", self.doc.id, at.start if at else 0, at.end if at else 0, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file without a readable text."""

    place: str
    url: str | None
    town: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that the pages of a site stand on."""

    towns: Mapping[str, Town]
    docs: tuple[Doc, ...]
    claims: Mapping[str, tuple[Claim, ...]]
    """By document, in text order, without those that people rejected."""
    rejected: Mapping[str, tuple[Claim, ...]]
    """By document: what was read and people rejected. It counts nowhere."""
    unread: tuple[Unread, ...]
    problems: tuple[Mapping[str, Any], ...]

    def docs_of(self, town: str | None) -> list[Doc]:
        """Documents of a municipality, oldest first, those without a date last."""
        return [d for d in self.docs if d.town == town]

    def claims_of(self, town: str | None, topic: str) -> list[Claim]:
        """Claims about a topic in the documents of a municipality."""
        return [c for d in self.docs_of(town) for c in self.claims[d.id] if c.topic == topic]


def load(corpus: Corpus) -> Library:
    """All documents and facts of a corpus, in an order that depends on nothing but their content."""
    docs = _docs(corpus)
    claims = _claims(corpus, {d.id: d for d in docs})
    problems = corpus.query("select place, stage, page, expected, found from problem order by place, page, expected")
    return Library(
        towns=_towns(corpus),
        docs=docs,
        claims={d.id: tuple(c for c in claims[d.id] if not _rejected(c)) for d in docs},
        rejected={d.id: tuple(c for c in claims[d.id] if _rejected(c)) for d in docs},
        unread=_unread(corpus, docs),
        problems=tuple(problems),
    )


def _rejected(claim: Claim) -> bool:
    return claim.review is not None and claim.review.status == "rejected"


def titles(library: Library, *, full: bool) -> dict[str, str]:
    """Title of every document. Where only quotes are published, one that no fact states is left out."""
    return {doc.id: _title(doc, library.claims[doc.id], full) for doc in library.docs}


def _title(doc: Doc, claims: Sequence[Claim], full: bool) -> str:
    stated = {str(c.value.get(f)) for c in claims for f in ("title_raw", "subject", "body")}
    told = full or doc.headed or doc.title in stated or doc.title.removeprefix("Tagesordnung ") in stated
    return doc.title if doc.title and told else f"Dokument {doc.key[:8]}"


def _towns(corpus: Corpus) -> dict[str, Town]:
    known = {b.id for b in known_bodies()}
    rows = corpus.query("select id, name, classification, population, population_date from body order by id")
    return {row["id"]: Town(**row, known=row["id"] in known) for row in rows}


def _docs(corpus: Corpus) -> tuple[Doc, ...]:
    places: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in corpus.query("select sha256, place, url from snapshot order by place"):
        places[row["sha256"]].append(row)
    dated = days(corpus)
    docs = [_doc(row, places[row["id"]], dated[row["id"]]) for row in corpus.query("select * from document")]
    return tuple(sorted(docs, key=lambda d: (d.date is None, d.date or "", d.places, d.id)))


def _doc(row: Mapping[str, Any], places: list[dict[str, Any]], dated: Dated) -> Doc:
    heading = headed(row, dated)
    return Doc(
        id=row["id"],
        town=row["body_id"],
        title=heading or row["title"] or "",
        headed=bool(heading),
        date=dated.day.date if dated.day else None,
        dated=dated,
        text=row["text"],
        text_sha256=row["text_sha256"],
        reader=f"{row['reader']} {row['reader_version']}",
        media_type=row["media_type"],
        page_kind=row["page_kind"],
        page_starts=tuple(json.loads(row["page_starts"])),
        unreadable_pages=tuple(json.loads(row["unreadable_pages"])),
        recognised_pages=tuple((int(page), float(sure)) for page, sure in json.loads(row["recognised_pages"])),
        places=tuple(p["place"] for p in places),
        url=next((p["url"] for p in places if p["url"]), None),
    )


def _claims(corpus: Corpus, docs: Mapping[str, Doc]) -> dict[str, list[Claim]]:
    passages: dict[str, list[Passage]] = defaultdict(list)
    for row in corpus.query("select fact_id, char_start, char_end, quote from evidence order by fact_id, position"):
        passages[row["fact_id"]].append(Passage(start=row["char_start"], end=row["char_end"], quote=row["quote"]))
    found: dict[str, list[Claim]] = defaultdict(list)
    reviewed, checks = standings(corpus), checks_by_fact(corpus)
    rows = corpus.query("select * from fact order by document_id, char_start, char_end, kind, value, id")
    for row in rows:
        review = reviewed.get(row["id"])
        found[row["document_id"]].append(
            Claim(
                id=row["id"],
                doc=docs[row["document_id"]],
                kind=row["kind"],
                value=json.loads(row["value"]) if review is None else review.value,
                grade="reviewed" if review is not None and review.reviewed else row["grade"],
                topic=row["topic"],
                extractor=row["extractor"],
                version=row["extractor_version"],
                passages=tuple(passages[row["id"]]),
                checks=checks.get(row["id"], ()),
                review=review,
            )
        )
    return found


def _unread(corpus: Corpus, docs: tuple[Doc, ...]) -> tuple[Unread, ...]:
    """Files without a document, or with one that holds no text."""
    rows = corpus.query(
        "select place, url from snapshot where sha256 not in (select id from document) order by place, sha256"
    )
    hosts: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        if doc.url and doc.town:
            hosts[urlsplit(doc.url).netloc].add(doc.town)
    found = [Unread(place=r["place"], url=r["url"], town=_town_of(r["url"], hosts)) for r in rows]
    return (*found, *(Unread(place=d.places[0], url=d.url, town=d.town) for d in docs if not d.text.strip()))


def _town_of(url: str | None, hosts: Mapping[str, set[str]]) -> str | None:
    """Whose file it is: by the table's addresses, else the only municipality with documents from the same host."""
    if not url:
        return None
    if body := body_of_url(url):
        return body.id
    there = hosts.get(urlsplit(url).netloc, set())
    return next(iter(there)) if len(there) == 1 else None


def web_path(path: str) -> str:
    """A path in the site as part of an address."""
    return quote(path)
