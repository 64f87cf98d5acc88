"""Speech verbs in the main clauses of one sentence, before it is known who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.analysis import Sentence
from extractors.mentions import Mention
from extractors.predicates import Predicate
from extractors.speakers import Speaker
from extractors.speech_verbs import speech_act
from extractors.syntax import sentence_parts


def verbs(sentence: Sentence) -> Iterator[Predicate]:
    """Finite speech verbs in the main clauses of a sentence, quoted words left out."""
    text = re.sub(r"„[^“”\"]{0,400}[“”\"]", lambda m: "x" * len(m.group()), sentence.text)
    parts = sentence_parts(text)
    for match in re.finditer(r"(?<![\w-])[a-zäöüß]{3,}(?![\w-])|^(?:Vereinbart|Gefragt)\b", text):
        if any(sub and x <= match.start() < y for x, y, sub in parts):
            continue
        entry = speech_act(text, *match.span())
        if entry:
            clause = text.rfind(";", 0, match.start()) + 1
            yield Predicate(
                sentence=sentence,
                index=0,
                kind=entry[0],
                act=entry[1],
                start=sentence.start + match.start(),
                end=sentence.start + match.end(),
                clause=sentence.start + clause,
                speaker=None,
            )


def person(m: Mention) -> Speaker:
    """A person who is named as somebody who may speak."""
    return Speaker(name=m.surname, named=True, start=m.start, end=m.end, gender=m.gender, party=m.party)


def relative(
    sentence: Sentence, index: int, here: Sequence[Mention], found: Sequence[Predicate]
) -> Iterator[Predicate]:
    """The verb that ends a relative clause behind a person: "begrüßt Frau X, die über den Stand berichtet"."""
    for who in here:
        rest = sentence.text[who.end - sentence.start :]
        match = re.match(r"(?:, [^,;]{3,80})?, (?:der|die) [^,;]{3,160}? (?P<verb>[a-zäöüß]+t)(?=[.,;]|$)", rest)
        act = speech_act(match["verb"], 0, len(match["verb"])) if match else None
        if match and act and act[0] == "statement":
            start = who.end + match.start("verb")
            yield Predicate(
                sentence=sentence,
                index=index,
                kind=act[0],
                act=act[1],
                start=start,
                end=start + len(match["verb"]),
                clause=who.start,
                speaker=person(who),
            )


def reported(sentence: Sentence, index: int, speaker: Speaker) -> Predicate:
    """Speech told without a verb of its own: ", so Frau X"."""
    act = "answers" if re.search(r"\bAntwort", sentence.text) else "informs"
    return Predicate(
        sentence=sentence,
        index=index,
        kind="statement",
        act=act,
        start=sentence.start,
        end=sentence.start,
        clause=sentence.start,
        speaker=speaker,
    )
