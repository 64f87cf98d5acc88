"""Results, votes, texts of resolutions, and decisions of other meetings told in a text.

Kinds result, vote, decision_text, decision_ref.

Nothing is inferred: a proposal is no result, a mere count is a vote without one, and where a page states the result
of its item, prose adds only what that statement does not say.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from corpus.evidence import Fact
from corpus.outcomes import normalise, parse_vote
from extractors.analysis import Analysis, Extractor
from extractors.committees import is_generic, nominative
from extractors.decision_texts import (
    Resolution,
    is_paper,
    resolutions,
    speech_starts,
    tells_outcomes,
)
from extractors.earlier_decisions import earlier_decisions
from extractors.notices import is_notice, without_own_day
from extractors.outcome_items import items
from extractors.outcome_lines import Outcome, labelled
from extractors.outcome_parts import note_spans, of_note, parts
from extractors.outcome_prose import Telling, sentences, told, told_in_perfect
from extractors.outcome_votes import MANY, NEAR, page_says, vote_value, votes_of
from extractors.passages import Passage, passages
from extractors.told_decisions import Told
from extractors.vote_tables import tabled

_FAMILY = {"adopted_unchanged": "adopted", "adopted_amended": "adopted"}
_ANNOUNCES = re.compile(r"\b(?:folgende[nr]?|nachstehende[nr]?) (?:\w+ )?Beschl(?:uss|üsse)(?: [^\W\d]+)?\W*$")
"""A sentence that ends so has its text behind it."""
_Matter = tuple[str | None, bool]


def extract(analysis: Analysis) -> Iterator[Fact]:
    """All outcomes of the document, then its resolutions and the decisions it tells of."""
    lines = passages(analysis)
    paper = is_paper(analysis)
    texts = list(resolutions(analysis, lines, paper))
    tellings = list(_tellings(analysis, lines, texts))
    own = [(t.start, t.end) for t in tellings if t.outcome.value]
    refs = [
        r for r in earlier_decisions(analysis) if not (_own_day(analysis, r) and any(a <= r.start < b for a, b in own))
    ]
    outcomes = sorted(
        [
            *_of_page(analysis),
            *labelled(lines, paper),
            *tabled(analysis.text),
            *_of_texts(texts),
            *(t.outcome for t in tellings),
        ],
        key=lambda o: (o.start, -o.end),
    )
    stated = analysis.stated("vote")
    for group in items(lines, outcomes, is_notice(analysis)):
        yield from _facts(analysis, group, stated)
    yield from _text_facts(analysis, texts, tellings, paper=paper)
    for ref in refs:
        value = {"body": ref.body, "date": ref.date, "what": ref.what}
        yield analysis.fact("decision_ref", value, ref.start, ref.end)
        if paper:
            yield from _voted_before(analysis, ref)


def _voted_before(analysis: Analysis, ref: Told) -> Iterator[Fact]:
    """The counted vote of another body that a paper tells, with its result: "hat am ... mit 9 Stimmen zugestimmt"."""
    text = analysis.text[ref.start : ref.end]
    votes = [v for v in parse_vote(text) if v.vote.yes is not None]
    if not votes:
        return
    vote = dataclasses.replace(votes[0].vote, by=ref.body)
    low, high = ref.start + votes[0].span[0], ref.start + votes[-1].span[1]
    yield analysis.fact("vote", vote_value(vote), low, high)
    if value := normalise(text):
        yield analysis.fact("result", {"raw": _clean(text), "normalised": value, "by": ref.body}, low, ref.end)


def _own_day(analysis: Analysis, ref: Told) -> bool:
    """Whether what seems to be an earlier decision is of the meeting itself: of its day, or undated of its body."""
    own = analysis.stated("meeting")
    return any(f.value.get("date" if ref.date else "body") == (ref.date or ref.body) for f in own)


def _tellings(analysis: Analysis, lines: Sequence[Passage], texts: Sequence[Resolution]) -> Iterator[Telling]:
    """Sentences that tell an outcome, outside of printed resolutions and of speeches."""
    strict, here = not tells_outcomes(analysis), _meeting_body(analysis)
    day = analysis.date.isoformat() if analysis.date else None
    closed = [(t.start, t.end) for t in texts]
    notes = list(note_spans(lines)) if strict else []
    end = speech_starts(lines)
    for sentence in sentences([line for line in lines if line.start < end]):
        if any(a <= sentence.start < b for a, b in closed):
            continue
        noted = of_note(sentence) if strict else None
        loose = noted is not None or not strict or any(a <= sentence.start < b for a, b in notes)
        plain = noted or sentence
        if loose:
            plain = dataclasses.replace(plain, text=without_own_day(plain.text, day))
        several = list(parts(plain))
        for part in several:
            telling = told(part, strict=not loose, shared=len(several) > 1)
            telling = telling or (told_in_perfect(part, here) if loose else None)
            if telling:
                yield telling


def _of_page(analysis: Analysis) -> Iterator[Outcome]:
    """What the page itself states, so that prose does not say it again."""
    for fact in (*analysis.stated("result"), *analysis.stated("vote")):
        if not fact.evidence:
            continue
        start, end = analysis.view.place(fact.start), analysis.view.place(fact.end)
        value = fact.value.get("normalised") if fact.kind == "result" else None
        yield Outcome(start=start, end=end, raw=analysis.text[start:end], value=value, source="page")


def _of_texts(texts: Sequence[Resolution]) -> Iterator[Outcome]:
    """The outcome that a resolution's own text says ("Der Ausschuss nimmt ... zur Kenntnis")."""
    for text in texts:
        if text.value and not text.proposed:
            raw = text.text if len(text.text) <= 300 else text.text[:300]
            yield Outcome(
                start=text.start, end=text.start + len(raw), raw=raw, value=text.value, source="prose", body=text.body
            )


def _facts(analysis: Analysis, group: list[Outcome], stated: Sequence[Fact]) -> Iterator[Fact]:
    """Facts of one item: every result once, every vote once."""
    kept = _without_repetitions(group)
    for outcome in kept:
        if outcome.source == "page":
            continue
        if outcome.value or (outcome.raw and outcome.source == "label"):
            value: dict[str, Any] = {"raw": _clean(outcome.raw or ""), "normalised": outcome.value}
            if outcome.about:
                value["on"] = outcome.about
            yield analysis.fact("result", value, outcome.start, outcome.end)
    for spans, vote in votes_of(kept):
        if page_says(stated, vote):
            continue
        yield analysis.fact("vote", vote_value(vote), *spans[0], more=spans[1:])


def _without_repetitions(group: list[Outcome]) -> list[Outcome]:
    """Drop a value told again: what the page or a label states wins over prose, the first telling over later ones."""
    strong = {_family(o.value) for o in group if o.source != "prose" and o.value}
    told: dict[_Matter, set[tuple[str, ...]]] = {}
    kept: list[Outcome] = []
    for outcome in group:
        again = outcome.value is not None and (_told_again(outcome, strong, told) or _labelled_again(outcome, kept))
        kept.append(dataclasses.replace(outcome, value=None, raw=None) if again else outcome)
        if outcome.value and not again and outcome.source == "prose":
            matter, numbers = _matter(outcome)
            told.setdefault(matter, set()).add(numbers)
    return kept


def _told_again(outcome: Outcome, strong: Set[str | None], told: Mapping[_Matter, Set[tuple[str, ...]]]) -> bool:
    """Prose that repeats a value, or tells another one of the matter whose result is stated."""
    if outcome.source != "prose":
        return False
    matter, numbers = _matter(outcome)
    before = told.get(matter, frozenset())
    same = matter[0] in strong or () in before or numbers in before or (not numbers and bool(before))
    return same or (bool(strong) and not _own_matter(outcome))


def _matter(outcome: Outcome) -> tuple[_Matter, tuple[str, ...]]:
    """Value and matter of what prose tells: whether it is the agenda or former minutes, and which numbers it has."""
    about = outcome.about or ""
    formal = bool(re.search(r"Tagesordnung$|Niederschrift|Protokoll", about))
    return (_family(outcome.value), formal), tuple(re.findall(r"\d+", about))


def _labelled_again(outcome: Outcome, kept: Sequence[Outcome]) -> bool:
    """A second label with the value of the first ("Beschluss: ...", "Abstimmungsergebnis: ...")."""
    if outcome.source not in ("label", "line") or outcome.about:
        return False
    stated = [o for o in kept[-MANY:] if o.source != "prose" and o.value and outcome.start - o.end < NEAR]
    return (
        bool(stated)
        and _family(stated[-1].value) == _family(outcome.value)
        and not (stated[-1].votes and outcome.votes)
    )


def _own_matter(outcome: Outcome) -> bool:
    """Whether prose tells the fate of a motion of its own beside the item's result."""
    own = outcome.about and re.search("[Aa]ntrag$", outcome.about)
    return bool(own and (outcome.votes or outcome.value == "rejected"))


def _family(value: str | None) -> str | None:
    return _FAMILY.get(value, value) if value else None


def _text_facts(
    analysis: Analysis, texts: Sequence[Resolution], tellings: Iterable[Telling], *, paper: bool
) -> Iterator[Fact]:
    """Printed resolutions, and the sentences that decide."""
    here = _meeting_body(analysis)
    for text in texts:
        value = {
            "text": _clean(text.text),
            "decided_by": _body(text.body, here),
            "normalised": text.value,
            "proposed": text.proposed,
        }
        yield analysis.fact("decision_text", value, text.start, text.end)
    told_here = [t for t in tellings if t.outcome.value]
    decided = paper or any(not t.proposed for t in texts) or any(t.decides for t in told_here)
    for telling in told_here:
        if (decided and not telling.decides) or _ANNOUNCES.search(telling.text):
            continue
        value = {
            "text": _clean(telling.text),
            "decided_by": _body(telling.body, here) or here,
            "normalised": telling.outcome.value,
            "proposed": False,
        }
        yield analysis.fact("decision_text", value, telling.start, telling.end)


def _meeting_body(analysis: Analysis) -> str | None:
    bodies = {str(f.value["body"]) for f in analysis.stated("meeting") if f.value.get("body")}
    return bodies.pop() if len(bodies) == 1 else None


def _body(name: str | None, here: str | None) -> str | None:
    """The deciding body's full name: "der Ausschuss" is the one whose meeting it is."""
    if name is None:
        return None
    plain = nominative(name)
    return here if here and is_generic(plain) else plain


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


EXTRACTOR = Extractor(
    name="decisions", version=4, kinds=("result", "vote", "decision_text", "decision_ref"), run=extract, after=("head",)
)
