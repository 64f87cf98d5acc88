"""Commitments and what later documents of the same municipality say of them (Hinweise auf Erledigung).

A hint is a passage, never a verdict. Three things make one, each with words of the matter in it:

- a later text goes back to the commitment ("wie in der Sitzung vom 12.11.2020 zugesagt", "der zugesagte Bericht");
- a later text of the same committee says that the thing itself is there ("Das Fachkonzept liegt vor");
- a later paper has the thing and its matter in its title.

What fits several commitments alike is a hint at none. Without a hint a commitment is open as far as the corpus goes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from corpus.days import days
from corpus.names import same_committee
from corpus.stems import index_text
from corpus.store import Corpus

Basis = Literal["said_again", "delivered", "paper"]

_AGAIN = re.compile(
    r"\b(?:zugesagte[nrsm]?|versprochene[nrsm]?|angekündigte[nrsm]?|(?:[Ww]ie|[Gg]emäß|[Ee]ntsprechend)\s(?:[^.;\n]|(?<=\d)\.){0,100}?"
    r"(?:zugesagt|zugesichert|angekündigt|versprochen|vereinbart)|(?:[Dd]ie|der|seine|ihre)\sZusage\s(?:aus|in|vom))\b"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)(?!\d)")
_THING = re.compile(
    r"(?i)\b\w{0,25}?(bericht|konzept|übersicht|auswertung|aufstellung|vorlage|beschlussvorschlag|evaluation|liste|"
    r"protokoll|präsentation|gutachten|studie|stellungnahme|richtlinie|satzung|statistik|zahlen|zeitplan|antwort|"
    r"erläuterung)(?:e?s|en?|n)?\b"
)
"""What can be promised and delivered, by the last part of its name."""
_THERE = re.compile(
    r"\b(?:lieg(?:t|en)\s[^.;]{0,80}?\bvor\b|(?:wurden?|ist|sind|worden)\b[^.;]{0,120}?\b(?:vorgelegt|vorgestellt|"
    r"übersandt|versandt|verschickt|nachgereicht|beigefügt|verteilt|zugeleitet|veröffentlicht|fertiggestellt)\b|"
    r"(?:als|in der)\sAnlage\b[^.;]{0,60}\bbeigefügt\b|stell(?:t|te|en)\s[^.;]{0,120}?\bvor\b)"
)
_NOT = re.compile(r"\b(?:noch\snicht|nicht|kein\w*|bisher|bislang|soll(?:en|te)?|wird|werden|sobald|wann|ob|wenn)\b")
_IDLE = frozenset(
    index_text(
        "Verwaltung Ausschuss Ausschusses Sitzung Kreis Stadt Gemeinde Rat Kreistag Herr Frau Landrat Landrätin "
        "Bürgermeister Bürgermeisterin Dezernent Dezernentin Mitglieder Niederschrift Protokoll Ende Anfang Mitte "
        "Quartal Jahr Jahres Monat Januar Februar März April Mai Juni Juli August September Oktober November Dezember "
        "Bericht Konzept Übersicht Auswertung Aufstellung Vorlage Evaluation Liste Präsentation Gutachten Studie "
        "Stellungnahme Richtlinie Satzung Statistik Zahlen Zeitplan Antwort Erläuterung "
        "Bitte Auskunft Stand Thema Frage Punkt Rahmen Zusage Fachausschuss Kreisausschuss"
    ).split()
)
_SENTENCE = re.compile(r"(?<=[\wäöüß)“]{2}[.!?])\s+(?=[A-ZÄÖÜ„])|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Hinweis auf Erledigung: a passage of a later document that speaks of the promised thing."""

    commitment: str
    """Id of the fact."""
    basis: Basis
    document: str
    date: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class _Promise:
    fact: str
    body: str
    document: str
    date: str
    committees: tuple[str, ...]
    thing: frozenset[str]
    matter: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Later:
    """A document with a day, and what is needed to look for commitments in it."""

    id: str
    body: str
    date: str
    text: str
    committees: tuple[str, ...]
    titles: tuple[tuple[str, int, int], ...]
    """Titles of papers that it names as its own, with their places."""


def hints(corpus: Corpus) -> dict[str, tuple[Hint, ...]]:
    """Hints by commitment (id of the fact), oldest first. A document without a day is before or behind nothing."""
    promises = defaultdict(list)
    known = {document: dated.day.date for document, dated in days(corpus).items() if dated.day and not dated.entries}
    for promise in _promises(corpus, known):
        promises[promise.body].append(promise)
    found: dict[str, dict[tuple[str, int], Hint]] = defaultdict(dict)
    for later in _documents(corpus, set(promises), known):
        earlier = [p for p in promises[later.body] if p.date < later.date]
        for hint in _in_document(later, earlier):
            found[hint.commitment].setdefault((hint.document, hint.start), hint)
    return {fact: tuple(sorted(h.values(), key=lambda x: (x.date, x.document, x.start))) for fact, h in found.items()}


def _promises(corpus: Corpus, known: Mapping[str, str]) -> Iterator[_Promise]:
    rows = corpus.query(
        """select f.id, f.value, f.document_id, d.body_id, e.quote from fact f
           join document d on d.id = f.document_id join evidence e on e.fact_id = f.id and e.position = 0
           where f.kind = 'commitment' and d.body_id is not null order by f.id"""
    )
    committees = _committees(corpus)
    for row in rows:
        if row["document_id"] not in known:
            continue
        value = json.loads(row["value"])
        said = f"{value.get('what') or ''} {row['quote']}"
        who = set(_stems(str(value.get("who") or "")))
        matter = frozenset(w for w in _stems(said) if w not in who)
        met = tuple(committees.get(row["document_id"], ()))
        yield _Promise(
            row["id"], row["body_id"], row["document_id"], known[row["document_id"]], met, _things(said), matter
        )


def _documents(corpus: Corpus, bodies: set[str], known: Mapping[str, str]) -> Iterator[_Later]:
    committees = _committees(corpus)
    titles: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for row in corpus.query(
        """select f.document_id, f.value, e.char_start, e.char_end, e.quote from fact f
           join evidence e on e.fact_id = f.id where f.kind = 'paper' order by 1, 3"""
    ):
        subject = " ".join(str(json.loads(row["value"]).get("subject") or "").split())
        if subject and " ".join(row["quote"].split()) == subject:
            titles[row["document_id"]].append((row["quote"], row["char_start"], row["char_end"]))
    for body in sorted(bodies):
        rows = corpus.query("select id, text from document where body_id = ?", body)
        for row in sorted((r for r in rows if r["id"] in known), key=lambda r: (known[r["id"]], r["id"])):
            met = tuple(committees.get(row["id"], ()))
            yield _Later(row["id"], body, known[row["id"]], row["text"], met, tuple(titles[row["id"]]))


def _committees(corpus: Corpus) -> dict[str, list[str]]:
    """Committees whose meeting a document is of, or whose consultations a paper lists."""
    found: dict[str, list[str]] = defaultdict(list)
    rows: Sequence[Mapping[str, Any]] = corpus.query(
        "select document_id, value from fact where kind in ('meeting', 'consultation') order by 1, 2"
    )
    for row in rows:
        if body := json.loads(row["value"]).get("body"):
            found[row["document_id"]].append(body)
    return found


def _in_document(later: _Later, earlier: Sequence[_Promise]) -> Iterator[Hint]:
    if not earlier:
        return
    for title, start, end in later.titles:
        words = frozenset(_stems(title))
        fitting = [p for p in earlier if p.thing & _things(title) and p.matter & words and _meets(p, later)]
        yield from _alone(fitting, words, "paper", later, start, end)
    for start, end in _sentences(later.text, earlier):
        sentence = later.text[start:end]
        words = frozenset(_stems(sentence))
        if _AGAIN.search(sentence):
            yield from _alone(_gone_back_to(sentence, words, earlier), words, "said_again", later, start, end)
        elif _THERE.search(sentence) and not _NOT.search(sentence):
            fitting = [p for p in earlier if p.thing & _things(sentence) and p.matter & words and _meets(p, later)]
            yield from _alone(fitting, words, "delivered", later, start, end)


def _gone_back_to(sentence: str, words: frozenset[str], earlier: Sequence[_Promise]) -> list[_Promise]:
    """Commitments that a sentence goes back to: made on the day that it names, about the matter that it names."""
    days = {f"{y}-{int(m):02}-{int(d):02}" for d, m, y in _DAY.findall(sentence)}
    dated = [p for p in earlier if p.date in days]
    if days and not dated:
        return []
    things = _things(sentence)
    return [p for p in dated or earlier if p.matter & words and (dated or p.thing & things)]


def _meets(promise: _Promise, later: _Later) -> bool:
    """Whether both are about one committee; documents that name none are not held to it."""
    return any(same_committee(a, b) for a in promise.committees for b in later.committees)


def _alone(
    fitting: Sequence[_Promise], words: frozenset[str], basis: Basis, later: _Later, start: int, end: int
) -> Iterator[Hint]:
    """The commitment that shares most words; none where another one, of another matter, shares as many."""
    shared = [len(p.matter & words) for p in fitting]
    best = [p for p, count in zip(fitting, shared, strict=True) if count == max(shared)]
    if len({(p.date, p.thing, p.matter) for p in best}) == 1:
        for promise in best:
            yield Hint(
                commitment=promise.fact,
                basis=basis,
                document=later.id,
                date=later.date,
                start=start,
                end=end,
                quote=later.text[start:end],
            )


def _sentences(text: str, earlier: Sequence[_Promise]) -> Iterator[tuple[int, int]]:
    """Sentences that may speak of a promised thing: the others are left unread."""
    start = 0
    for match in [*_SENTENCE.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[start:end]
        if len(piece) < 1500 and (_AGAIN.search(piece) or (_THING.search(piece) and _THERE.search(piece))):
            low = start + _opening(piece)
            yield low, start + len(piece.rstrip())
        start = match.end() if match else end


def _opening(piece: str) -> int:
    """Where a sentence opens behind blanks and short lines above it, which are headings."""
    at = len(piece) - len(piece.lstrip())
    while (line := re.match(r"[^\n]{1,50}(?<![,;–-])\n\s*(?=[A-ZÄÖÜ„])", piece[at:])) is not None:
        at += line.end()
    return at


def _things(text: str) -> frozenset[str]:
    """What a text promises or delivers: "Fachkonzept" is a konzept; who will report promises a bericht."""
    found = {m[1].casefold() for m in _THING.finditer(text)}
    return frozenset(found | ({"bericht"} if re.search(r"\b(?:berichten|unterrichten)\b", text) else set()))


def _stems(text: str) -> list[str]:
    """Stems of the nouns of a text (words with a capital), without those that tell no matter."""
    nouns = " ".join(re.findall(r"\b[A-ZÄÖÜ][\wäöüß-]{3,}", text))
    return [stem for stem in dict.fromkeys(index_text(nouns).split()) if stem not in _IDLE]
