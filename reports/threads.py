"""What links documents, as pages show it: ways of papers, resolved references, hints at kept commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
        there = [w for w in self.ways if w.path.body_id == town and any(_tells(s, about) for s in w.stops)]
        return [w for w in there if len(w.stops) > 1]


_MOST = 4


def _tells(stop: Stop, about: set[str]) -> bool:
    return any(d.id in about for d in stop.docs)


def gather(corpus: Corpus, library: Library) -> Threads:
    """The threads of a corpus, told with the documents and claims of its (perhaps protected) library."""
    docs = {d.id: d for d in library.docs}
    claims = {c.id: c for found in library.claims.values() for c in found}
    return Threads(
        ways=tuple(_way(path, docs, claims) for path in paths(corpus)),
        links={link.fact: link for link in links(corpus)},
        pointers={fact: tuple(_pointers(found, docs)) for fact, found in hints(corpus).items()},
    )


def _way(path: Path, docs: Mapping[str, Doc], claims: Mapping[str, Claim]) -> Way:
    stops = tuple(_stop(station, docs, claims) for station in path.stations)
    there = tuple(docs[d] for d in path.documents if d in docs)
    return Way(path=path, name=masked(path.name or ""), stops=stops, docs=there)


def _stop(station: Station, docs: Mapping[str, Doc], claims: Mapping[str, Claim]) -> Stop:
    outcomes = tuple(_outcome(said, claims) for said in station.said if not said.fact or said.fact in claims)
    there = tuple(docs[d] for d in station.documents if d in docs)
    return Stop(station=station, outcomes=outcomes, docs=there)


def _outcome(said: Said, claims: Mapping[str, Claim]) -> Outcome:
    return Outcome(claim=claims[said.fact] if said.fact else None, raw=masked(said.raw))


def _pointers(found: Sequence[Hint], docs: Mapping[str, Doc]) -> Iterator[Pointer]:
    for hint in found:
        if doc := docs.get(hint.document):
            passage = Passage(start=hint.start, end=hint.end, quote=shown(doc.text[hint.start : hint.end]))
            yield Pointer(hint=replace(hint, quote=passage.quote), doc=doc, passage=passage)
