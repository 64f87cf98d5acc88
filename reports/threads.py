"""What links documents, as pages show it: ways of papers, resolved references, hints at kept commitments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.names import paper_key, same_committee
from corpus.paths import Path, paths
from corpus.promises import Hint, hints
from corpus.references import Link, links
from corpus.stations import Said, Station
from corpus.store import Corpus
from reports.library import Claim, Doc, Library, Passage
from reports.privacy import masked, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A result or vote of a station: the claim that tells it, or its words where only a record holds them."""

    claim: Claim | None
    kind: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A station of a way as it is shown. Empty outcomes mean that none is stated."""

    station: Station
    outcomes: tuple[Outcome, ...]
    docs: tuple[Doc, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way of one paper, or of one resolution without a number."""

    path: Path
    name: str
    stops: tuple[Stop, ...]
    docs: tuple[Doc, ...]
    files: tuple[Doc, ...] = ()
    """The paper's own files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A hint with the document that it stands in."""

    hint: Hint
    doc: Doc
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Threads:
    """All that links the documents of a library."""

    ways: tuple[Way, ...] = ()
    links: Mapping[str, Link] = field(default_factory=dict)
    """By fact."""
    pointers: Mapping[str, tuple[Pointer, ...]] = field(default_factory=dict)
    """By commitment."""

    def ways_of(self, doc: Doc) -> list[Way]:
        """Ways that a document tells of; of a document that lists many papers none, its page would repeat them all."""
        found = [w for w in self.ways if doc in w.docs]
        return found if len(found) <= _MOST or doc.page_kind == "paper" else []

    def ways_about(self, town: str, claims: Iterable[Claim]) -> list[Way]:
        """Ways of a municipality with a document that one of the claims stands in, and with more than one station."""
        about = {c.doc.id for c in claims}
        there = [w for w in self.ways if w.path.body_id == town and _is_about(w, about)]
        return [w for w in there if len(w.stops) > 1]


_MOST = 4


def _is_about(way: Way, about: set[str]) -> bool:
    """Whether a document of a station, or a file of the paper, is about the topic; minutes tell of other things too."""
    told = [d for s in way.stops for d in s.docs if d.id in s.station.documents]
    return any(d.id in about for d in (*told, *way.files))


def gather(corpus: Corpus, library: Library) -> Threads:
    """The threads of a corpus, told with the documents and claims of its (perhaps protected) library."""
    docs = {d.id: d for d in library.docs}
    claims = {c.id: c for found in library.claims.values() for c in found}
    files = _files(library)
    return Threads(
        ways=tuple(_way(path, docs, claims, files) for path in paths(corpus)),
        links={link.fact: link for link in links(corpus)},
        pointers={fact: tuple(_pointers(found, docs)) for fact, found in hints(corpus).items()},
    )


_Files = Mapping[tuple[str, str | None, str], list[Doc]]


def _files(library: Library) -> _Files:
    """Files that pages list, by what they belong to: the number of a paper, or the day of a meeting."""
    found: dict[tuple[str, str | None, str], list[Doc]] = defaultdict(list)
    for doc in library.docs:
        owner = doc.dated.owner
        if owner is None or owner.file is None:
            continue
        if owner.type == "Paper" and owner.reference:
            found["Paper", doc.town, paper_key(owner.reference)].append(doc)
        elif owner.type == "Meeting" and owner.day:
            found["Meeting", doc.town, owner.day.date].append(doc)
    return found


def _way(path: Path, docs: Mapping[str, Doc], claims: Mapping[str, Claim], files: _Files) -> Way:
    stops = tuple(_stop(station, path.body_id, docs, claims, files) for station in path.stations)
    own = files.get(("Paper", path.body_id, paper_key(path.reference)), []) if path.reference else []
    there = dict.fromkeys([*(docs[d] for d in path.documents if d in docs), *own])
    return Way(path=path, name=masked(path.name or ""), stops=stops, docs=tuple(there), files=tuple(own))


def _stop(
    station: Station, town: str | None, docs: Mapping[str, Doc], claims: Mapping[str, Claim], files: _Files
) -> Stop:
    outcomes = tuple(_outcome(said, claims) for said in station.said if not said.fact or said.fact in claims)
    same_day = files.get(("Meeting", town, station.date), []) if station.date and station.committee else []
    held = [d for d in same_day if d.dated.owner and same_committee(d.dated.owner.name or "", station.committee or "")]
    there = dict.fromkeys([*(docs[d] for d in station.documents if d in docs), *held])
    return Stop(station=station, outcomes=outcomes, docs=tuple(there))


def _outcome(said: Said, claims: Mapping[str, Claim]) -> Outcome:
    return Outcome(claim=claims[said.fact] if said.fact else None, kind=said.kind, raw=masked(said.raw))


def _pointers(found: Sequence[Hint], docs: Mapping[str, Doc]) -> Iterator[Pointer]:
    for hint in found:
        if doc := docs.get(hint.document):
            passage = Passage(start=hint.start, end=hint.end, quote=shown(doc.text[hint.start : hint.end]))
            yield Pointer(hint=replace(hint, quote=passage.quote), doc=doc, passage=passage)
