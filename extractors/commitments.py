"""Commitments: what somebody promised, agreed on, has to do or will do by a time, and when it is due.

Four shapes: a verb of promise ("sichert ... zu"), a duty ("hat ... vorzulegen", "ist verpflichtet, ... zu"), an
agreement ("wird ... vereinbart"), and a deed ahead with a time ("wird ... bis Ende Mai nachreichen").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from extractors import nlp
from extractors.analysis import Sentence
from extractors.clauses import Speech
from extractors.commitment_signs import (
    AGREED,
    AHEAD,
    AIM,
    ASKED,
    AT_ONCE,
    DATES_OUT,
    DEEDS,
    DONE,
    DUTY,
    GETS,
    HANDS,
    HELD,
    INTENDS,
    JOINED,
    MODAL,
    NOMINAL,
    OFFICE,
    PAST,
    PRESENT,
    PROMISED,
    REMARK,
    SERVES,
    SOFT,
    TWO_DEEDS,
)
from extractors.due_times import due, time_in
from extractors.motions import motion_items
from extractors.predicates import Predicate
from extractors.promise_actors import SEVERAL, acts, told_until
from extractors.promise_bars import agreed_before, barred, of_motion, spoken, without_background
from extractors.promise_clauses import ahead, carried, hindered, report_moved
from extractors.promise_frames import ANY_SPEAKER, CHAIR, EXCLUDED, FIRST_PERSON, ORDERED, PASSED_ON, TAKES_ON
from extractors.promise_refusals import unrefused
from extractors.promise_words import PROMISE
from extractors.questions import span_of
from extractors.speakers import Speaker, groups
from extractors.syntax import main_clauses

_TURN = 6000
"""Characters within which a speech in a verbatim record names its speaker."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a sentence between semicolons, in offsets of the view."""

    index: int
    sentence: Sentence
    start: int
    end: int
    text: str


def commitments(speech: Speech) -> Iterator[Fact]:
    """The commitments of a document in text order, none twice."""
    promised = {p.index: p for p in speech.predicates if p.kind == "commitment" and p.speaker and _promises(p.speaker)}
    pieces = list(_pieces(speech))
    used: set[int] = set()
    moved_by = of_motion(speech.analysis)
    moved = {block.start for _, block in motion_items(speech.analysis)}
    for number, piece in enumerate(pieces):
        if number in used:
            continue
        if piece.sentence.block.section == "proposal" or piece.sentence.block.start in moved:
            continue
        p = promised.pop(piece.index, None)
        if p and not _refused(piece, p):
            if EXCLUDED.search(piece.text):
                continue
            for start, end in _each(speech.analysis.text, *span_of(speech, p)):
                part = _Piece(piece.index, piece.sentence, start, end, speech.analysis.text[start:end])
                yield _fact(speech, part, _of_predicate(piece, p.speaker))
        elif moved_by and not PROMISE.search(piece.text):
            continue
        elif _agreed(piece.text):
            later = next(
                (
                    n
                    for n in range(number + 1, min(number + 4, len(pieces)))
                    if HELD.search(pieces[n].text) and time_in(pieces[n].text)
                ),
                None,
            )
            if later is not None and not DATES_OUT.search(pieces[later].text):
                used.add(later)
            yield _fact(speech, piece, None, pieces[later] if later is not None else None)
        elif (duty := DUTY.search(piece.text)) and not AIM.match(duty.group()) and not barred(piece.text):
            yield _fact(
                speech, piece, _who(speech, piece), place=(piece.start + duty.start(), piece.start + duty.end())
            )
        elif _promised_anyhow(speech, piece) or (
            report_moved(piece.text) and any(carried(p.text) for p in pieces[number : number + 4])
        ):
            yield _fact(speech, piece, _who(speech, piece))


def _each(text: str, start: int, end: int) -> list[Span]:
    """The promises that one verb governs: "sagt zu, A nachzureichen und über B zu berichten" makes two."""
    edges = [m.end("deed") for m in TWO_DEEDS.finditer(text, start, end)]
    lows = [start, *(edge + len(JOINED.match(text, edge).group()) for edge in edges)]  # type: ignore[union-attr]
    return list(zip(lows, [*edges, end], strict=True))


def _promises(speaker: Speaker) -> bool:
    """Persons, and offices and units of an administration; what a ministry or the Land announces is no promise here."""
    return speaker.named or bool(OFFICE.search(speaker.name))


def _pieces(speech: Speech) -> Iterator[_Piece]:
    for index, sentence in enumerate(speech.sentences):
        if sentence.block.kind == "heading":
            continue
        low = 0
        for match in re.finditer(r"[^;]+", sentence.text):
            low = match.start() + len(match.group()) - len(match.group().lstrip())
            text = unrefused(sentence.text[low : match.end()])
            yield _Piece(index, sentence, sentence.start + low, sentence.start + match.end(), text)


def _refused(piece: _Piece, promise: Predicate) -> bool:
    """Whether a verb of promise stands in a clause that refuses it."""
    at = promise.start - piece.start
    return 0 <= at < len(piece.text) and piece.text[at] == " "


def _agreed(text: str) -> bool:
    if not AGREED.search(text) or REMARK.search(text) or ASKED.search(text):
        return False
    return not spoken(text) and not agreed_before(text)


def _promised_anyhow(speech: Speech, piece: _Piece) -> bool:
    """Whether a deed lies ahead, and the sentence is neither background nor a habit, a rule or a speaker's opinion."""
    text, said = piece.text, speech.analysis.date
    if _takes_on(speech, piece):
        return not barred(text)
    if not (DATES_OUT.search(text) or _deed_ahead(text, said) or ahead(text, said)) or barred(text):
        return False
    if spoken(text) and not PROMISE.search(text) and not _of_chair(speech, piece):
        return False
    if DATES_OUT.search(text):
        return True
    plain = without_background(text)
    return plain == text or _deed_ahead(plain, said) or ahead(plain, said)


def _deed_ahead(text: str, said: dt.date | None) -> bool:
    if ASKED.search(text) or text.endswith("?") or REMARK.search(text) or hindered(text):
        return False
    at_once = AT_ONCE.search(text) and any(MODAL.search(p) and AT_ONCE.search(p) for p in re.split(r"[,:](?!\d)", text))
    if at_once or PROMISED.search(text) or SERVES.search(text) or (NOMINAL.search(text) and time_in(text)):
        return True
    if not time_in(text) or PAST.search(main_clauses(text)):
        return False
    if (PRESENT.search(text) or GETS.search(text)) and AHEAD.search(text):
        return True
    if ((HANDS.search(text) or GETS.search(text)) and _lies_ahead(text, said)) or (
        INTENDS.search(text) and _deed(text)
    ):
        return True
    return any(MODAL.search(p) and time_in(p) and _deed(p) for p in re.split(r"[,:](?!\d)", text))


def _takes_on(speech: Speech, piece: _Piece) -> bool:
    """Whether somebody takes a deed on that needs no time; "wir" counts from the chair and the administration alone."""
    text = piece.text
    if text.endswith("?") or REMARK.search(text) or ORDERED.search(text) or hindered(text):
        return False
    if TAKES_ON.search(text) or PASSED_ON.search(text):
        return True
    if not FIRST_PERSON.search(text):
        return False
    return _of_chair(speech, piece)


def _of_chair(speech: Speech, piece: _Piece) -> bool:
    """Whether the chair or the administration has the floor in a verbatim record."""
    turns = list(ANY_SPEAKER.finditer(speech.analysis.text, max(0, piece.start - _TURN), piece.end))
    return bool(turns) and CHAIR.match(turns[-1].group().lstrip(" –-")) is not None


def _lies_ahead(text: str, said: dt.date | None) -> bool:
    """Whether a date that is printed with its year is later than the day on which the text was said."""
    time = time_in(text)
    if said is None or time is None or not re.search(r"20\d\d", time["dated"] or ""):
        return False
    day = due(time["dated"], said)
    return day is not None and day > said.isoformat()[: len(day)]


def _deed(part: str) -> bool:
    return bool(DONE.search(part)) or any(nlp.lemma(word) in DEEDS for word in re.findall(r"\b[a-zäöüß]{5,}\b", part))


def _who(speech: Speech, piece: _Piece) -> str | None:
    """Who acts: a group in the nominative, a person, or the one that a pronoun goes back to; not who only tells it."""
    text = piece.text
    low = piece.start + told_until(text)
    found = [g for g in groups(piece.sentence) if low <= g.start < piece.end]
    acting = [g for g in found if acts(text, g.start - piece.start, g.end - piece.start)]
    if acting:
        return min(acting, key=lambda g: g.start).name
    person = next((m for m in speech.near(piece.end) if low <= m.start and not m.oblique), None)
    if person:
        return person.surname if acts(text, person.start - piece.start, person.end - piece.start) else None
    if found:
        return None
    if pronoun := re.match(r"(?:\w+ )?([Ee]r|[Ss]ie)\b (?:wird|werde|will|könne|kann|hat|habe)\b", text):
        inside = [m for m in speech.near(piece.start) if piece.sentence.start <= m.start]
        speaker = speech.voice.get(piece.index)
        fitting = inside[-1].surname if inside else speaker.name if speaker else None
        back = speech.back(pronoun[1])
        return fitting or (back.name if back else None)
    return None


def _of_predicate(piece: _Piece, speaker: Speaker | None) -> str | None:
    """Who a verb of promise says it of, unless he stands in brackets or is one name for several."""
    before = piece.text[: max(0, speaker.start - piece.start)] if speaker else ""
    if speaker is None or SEVERAL.match(piece.text) or before.count("(") > before.count(")"):
        return None
    return speaker.name


def _fact(
    speech: Speech, piece: _Piece, who: str | None, later: _Piece | None = None, place: Span | None = None
) -> Fact:
    a = speech.analysis
    time = time_in(piece.text) or (time_in(later.text) if later else None)
    start, end = place or (piece.start, piece.end)
    whole = piece.text + (later.text if later else "")
    value = {
        "who": who,
        "what": re.sub(r"\s+", " ", a.text[start:end]).strip(" .,;"),
        "due": due(time["dated"], a.date) if time and time["dated"] else None,
        "due_raw": time["raw"] if time else None,
        "firm": not SOFT.search(whole),
    }
    return a.fact("commitment", value, start, end, more=[(later.start, later.end)] if later else [])
