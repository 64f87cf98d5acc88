"""Weg der Vorlage: one matter through all meetings that took it up, Ausschuss to Kreisausschuss to Kreistag.

Two things link stations, and nothing else: the number of a paper (as records link it or texts print it), and a
resolution printed in the same words, within one municipality. A role, a result or a vote that is not stated is None.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from corpus.evidence import sha256
from corpus.names import paper_key
from corpus.sittings import meetings_of, organization_names
from corpus.stations import Said, Station, Told, held, listed, merged
from corpus.store import Corpus

_LEAD = re.compile(
    r"^(?:beschluss(?:vorschlag|empfehlung|entwurf)?:? )?(?:der|die|das) [^,.:;]{3,90}? "
    r"(?:beschlie(?:ß|ss)t|empfiehlt(?: (?:dem|der) [^,.:;]{3,60}?)?|nimmt|fasst|stimmt|beauftragt)\b"
    r"(?:,? (?:dem |der )?(?:wie folgt|folgendes|folgenden beschluss)(?: zu (?:beschlie(?:ß|ss)en|fassen))?|"
    r" zu beschlie(?:ß|ss)en)?[,:]?"
)
_WORDS = 12
"""A resolution shorter than this after its opening ("nimmt zur Kenntnis") is no text that tells a matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The stations of one matter of a municipality, oldest first."""

    body_id: str | None
    reference: str | None
    """Number of the paper as printed; None where only the text of the resolution links the stations."""
    name: str | None
    linked_by: Literal["paper", "text"]
    stations: tuple[Station, ...]
    documents: tuple[str, ...]
    """SHA-256 of the files that tell of it."""

    @property
    def key(self) -> str:
        """A short name for addresses."""
        told = self.reference or "".join(self.documents)
        return sha256(json.dumps([self.body_id, self.linked_by, told]))[:12]


@dataclass(slots=True)
class _Paper:
    """What is known of one number of one municipality while stations are gathered."""

    body: str | None
    reference: str | None
    name: str | None
    ids: set[str]
    documents: set[str]
    stations: list[Station]


def paths(corpus: Corpus) -> list[Path]:
    """All paths with a station, by municipality and number; those that only a text links last."""
    told = Told(corpus)
    papers = _papers(corpus, told)
    towns = {d["id"]: (d["body_id"], d["title"]) for d in corpus.query("select id, body_id, title from document")}
    alone = _join_by_text(corpus, told, papers, towns)
    found = [_path(p, "paper") for p in papers.values()] + [_path(p, "text") for p in alone]
    kept = [p for p in found if p.stations]
    return sorted(kept, key=lambda p: (p.body_id or "", p.reference is None, p.reference or "", p.documents))


def _path(paper: _Paper, linked_by: Literal["paper", "text"]) -> Path:
    stations = merged(paper.stations)
    documents = paper.documents | {d for s in stations for d in s.documents}
    return Path(
        body_id=paper.body,
        reference=paper.reference,
        name=paper.name,
        linked_by=linked_by,
        stations=tuple(stations),
        documents=tuple(sorted(documents)),
    )


_Papers = dict[tuple[str | None, str], _Paper]


def _papers(corpus: Corpus, told: Told) -> _Papers:
    """Papers by municipality and number, with the stations that records and documents tell."""
    found: _Papers = {}
    by_id: dict[tuple[str | None, str], _Paper] = {}
    for row in corpus.query("select body_id, id, reference, name from paper order by body_id, id"):
        number = paper_key(row["reference"]) if row["reference"] else f"id {row['id']}"
        paper = found.setdefault(
            (row["body_id"], number), _Paper(row["body_id"], row["reference"], row["name"], set(), set(), [])
        )
        paper.ids.add(row["id"])
        paper.name = paper.name or row["name"]
        by_id[row["body_id"], row["id"]] = paper
    for paper, document in _papers_of_texts(corpus, told, found):
        paper.documents.add(document)
    for row in corpus.query("select distinct body_id, id, document_id from record where type = 'Paper'"):
        by_id[row["body_id"], row["id"]].documents.add(row["document_id"])
    _add_records(corpus, told, found, by_id)
    return found


def _papers_of_texts(corpus: Corpus, told: Told, found: _Papers) -> Iterator[tuple[_Paper, str]]:
    """Papers with the documents that print their number as their own, or in the heading of an agenda item."""
    rows = corpus.query("select id, body_id, page_kind from document order by id")
    for row in rows:
        document, own = row["id"], told.of(row["id"], "paper")
        for fact in [*own, *told.of(document, "reference")]:
            reference = fact["value"].get("reference") or fact["value"].get("identifier")
            headed = told.headed(document, reference) if reference else []
            if not reference or (fact["kind"] == "reference" and not headed):
                continue
            key = (row["body_id"], paper_key(reference))
            name = fact["value"].get("subject")
            paper = found.setdefault(key, _Paper(row["body_id"], reference, name, set(), set(), []))
            paper.name = paper.name or name
            paper.stations += _stations(told, row, len(own), headed)
            if fact["kind"] == "paper":
                yield paper, document


def _stations(told: Told, document: Mapping[str, Any], papers: int, headed: list[int]) -> Iterator[Station]:
    """What a document tells of the paper that it names; `headed` is where it does so in headings of agenda items."""
    if told.of(document["id"], "consultation") and papers == 1:
        yield from listed(told, document["id"])
    elif headed:
        for start in headed:
            yield from held(told, document["id"], *told.matter(document["id"], start))
    elif papers == 1 and document["page_kind"] not in ("paper", "agenda", "calendar"):
        yield from held(told, document["id"])


def _add_records(corpus: Corpus, told: Told, found: _Papers, by_id: Mapping[tuple[str | None, str], _Paper]) -> None:
    """Stations of the records: rows of a Beratungsfolge, and agenda items that link a paper."""
    meetings = {(m["body_id"], m["id"]): m for m in meetings_of(corpus)}
    items = {(i["body_id"], i["id"]): i for i in corpus.query("select * from agenda_item")}
    names = organization_names(corpus)
    sources: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for row in corpus.query("select body_id, id, document_id from record where type = 'AgendaItem' order by 3"):
        sources[row["body_id"], row["id"]].append(row["document_id"])

    def paper_of(body: str | None, link: str) -> _Paper | None:
        return by_id.get((body, link)) or found.get((body, paper_key(link)))

    for row in corpus.query("select * from consultation where paper is not null order by body_id, id"):
        if paper := paper_of(row["body_id"], row["paper"]):
            row["organization"] = names.get((row["body_id"], row["organization"]), row["organization"])
            paper.stations.append(_consultation(row, meetings.get((row["body_id"], row["meeting"]))))
            if row["agenda_item"] and (item := items.get((row["body_id"], row["agenda_item"]))):
                paper.stations += _item(told, item, meetings, sources, row["date"], row["organization"])
    for item in items.values():
        if item["paper"] and (paper := paper_of(item["body_id"], item["paper"])):
            paper.stations += _item(told, item, meetings, sources, None, None)


def _consultation(row: Mapping[str, Any], meeting: Mapping[str, Any] | None) -> Station:
    return Station(
        date=row["date"] or (meeting["day"] if meeting else None),
        committee=row["organization"] or _committee(meeting),
        role=row["role"],
        authoritative=None if row["authoritative"] is None else bool(row["authoritative"]),
        said=(Said(kind="result", raw=row["result"]),) if row["result"] else (),
    )


def _item(
    told: Told,
    item: Mapping[str, Any],
    meetings: Mapping[tuple[str | None, str], Mapping[str, Any]],
    sources: Mapping[tuple[str | None, str], list[str]],
    date: str | None,
    committee: str | None,
) -> Iterator[Station]:
    """An agenda item of a meeting, with the passages of the documents that tell its result."""
    meeting = meetings.get((item["body_id"], item["meeting"] or ""))
    date = date or (meeting["day"] if meeting else None)
    vote = json.loads(item["vote"]) if item["vote"] else {}
    said = [Said(kind="result", raw=item["result"])] if item["result"] and not item["result"].startswith("(") else []
    said += [Said(kind="vote", raw=vote["raw"])] if vote.get("raw") else []
    documents = sources.get((item["body_id"], item["id"]), [])
    for document in documents:
        lists_many = len(told.of(document, "agenda_item")) > 1
        said += told.said(document, *(told.listed(document, item["name"] or "") if lists_many else (0, 10**9)))
    if date or committee or said:
        station = Station(date=date, committee=committee or _committee(meeting), documents=tuple(documents))
        yield station.with_(replace(station, said=tuple(said)))


def _committee(meeting: Mapping[str, Any] | None) -> str | None:
    return meeting["committee"] if meeting else None


def text_key(text: str) -> str | None:
    """A resolution's words without who decides; None where too few are left to tell a matter."""
    plain = re.sub(r"[\s\u00ad]+", " ", text).strip().casefold()
    words = re.findall(r"\w+", _LEAD.sub("", plain))
    return " ".join(words) if len(words) >= _WORDS else None


def _join_by_text(
    corpus: Corpus, told: Told, papers: _Papers, towns: Mapping[str, tuple[str | None, str | None]]
) -> list[_Paper]:
    """Add meetings that took the same resolution to the one paper that it belongs to; return those without a paper."""
    at: dict[str, list[_Paper]] = defaultdict(list)
    for paper in papers.values():
        for document in paper.documents | {d for s in paper.stations for d in s.documents}:
            at[document].append(paper)
    alone = []
    for (body, _), places in _same_texts(corpus, towns).items():
        documents = {document for document, _ in places}
        met = [s for document, start in sorted(places) for s in held(told, document, *told.matter(document, start))]
        owners = list({id(p): p for d in sorted(documents) for p in at[d]}.values())
        if len(owners) == 1:
            owners[0].stations += met
        elif not owners and len(merged(met)) > 1:
            name = next((towns[d][1] for d in sorted(documents) if towns[d][1]), None)
            alone.append(_Paper(body, None, name, set(), documents, met))
    return alone


def _same_texts(
    corpus: Corpus, towns: Mapping[str, tuple[str | None, str | None]]
) -> dict[tuple[str, str], set[tuple[str, int]]]:
    """Resolutions that more than one document of a municipality prints, with their places."""
    found: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    rows: Iterable[Mapping[str, Any]] = corpus.query(
        "select document_id, value, char_start from fact where kind = 'decision_text' order by 1, 3"
    )
    for row in rows:
        body, key = towns[row["document_id"]][0], text_key(json.loads(row["value"]).get("text") or "")
        if body and key:
            found[body, key].add((row["document_id"], row["char_start"]))
    return {key: places for key, places in found.items() if len({d for d, _ in places}) > 1}
