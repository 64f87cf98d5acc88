"""From the answers of a trained component to facts, alone or besides those of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language

from extractors import nlp as lexicon
from extractors.analysis import Analysis, Sentence
from extractors.clauses import Speech
from extractors.mentions import mentions
from extractors.speakers import groups

Rows = list[dict[str, Any]]

_LABEL_TO_KIND = {"statement": "statement", "question": "question", "commitment": "commitment"}
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÄÖÜ][^\W\d_]{2,}(?![\w-])")
_TITLE = re.compile(r"^(?:(?:Herrn?|Frau|Dr\.|Prof\.|KA|SE|SkB|RM|SB|Stv\.|Ratsherr\w*|Ratsfrau) )+")


def name_facts(a: Analysis, nlp: Language, rules: Rows, _: float) -> Rows:
    """Persons and organisations, each name once; with rules, only those that no rule names or overlaps."""
    return _names(a, nlp, rules, [s for s in a.sentences if s.block.kind not in ("row", "heading")], _any)


def unknown_name_facts(a: Analysis, nlp: Language, rules: Rows, _: float) -> Rows:
    """Persons whose surname no lexicon holds; only sentences with such a word, named by no rule, are looked at."""
    named = " ".join(str(r["value"]["name"]) for r in rules if r["kind"] == "person")
    chosen = [
        s
        for s in a.sentences
        if s.block.kind not in ("row", "heading")
        and any(word not in named and _unknown(word) for word in _CAPITAL.findall(s.text))
    ]
    return [r for r in _names(a, nlp, rules, chosen, _unknown) if r["kind"] == "person"]


def _any(_: str) -> bool:
    return True


def _unknown(word: str) -> bool:
    return not lexicon.known(word)


def _names(a: Analysis, nlp: Language, rules: Rows, sentences: list[Sentence], keep: Callable[[str], bool]) -> Rows:
    taken = {kind: [str(r["value"]["name"]) for r in rules if r["kind"] == kind] for kind in ("person", "organization")}
    places = [(r["start"], r["end"]) for r in rules]
    found: Rows = []
    for sentence, doc in zip(sentences, nlp.pipe(s.text for s in sentences), strict=True):
        for entity in doc.ents:
            kind = {"PER": "person", "ORG": "organization"}.get(entity.label_)
            name = _TITLE.sub("", entity.text.strip())
            start, end = a.view.original(sentence.start + entity.start_char, sentence.start + entity.end_char)
            known = kind is None or any(name in other or other in name for other in taken[kind])
            if (
                not known
                and kind
                and name[:1].isupper()
                and keep(name.split(" ")[-1])
                and not _overlaps(places, start, end)
            ):
                taken[kind].append(name)
                value = {"name": name, "kind": "other"} if kind == "organization" else {"name": name}
                found.append({"kind": kind, "value": value, "start": start, "end": end})
    return found


def speech_facts(a: Analysis, nlp: Language, rules: Rows, bound: float) -> Rows:
    """One fact for each sentence that the component is sure of; with rules, only where no rule reads speech in it."""
    speech = Speech(a)
    spoken = [(r["start"], r["end"]) for r in rules if r["kind"] not in ("person", "organization")]
    found: Rows = []
    docs = nlp.pipe(s.text for s in speech.sentences)
    for index, (sentence, doc) in enumerate(zip(speech.sentences, docs, strict=True)):
        label, certainty = max(((k, p) for k, p in doc.cats.items() if k != "none"), key=lambda item: item[1])
        start, end = a.view.original(sentence.start, sentence.end)
        if certainty >= bound and not _overlaps(spoken, start, end):
            found += _spoken(speech, index, label, start, end)
    return found


def _spoken(speech: Speech, index: int, label: str, start: int, end: int) -> Iterator[dict[str, Any]]:
    sentence = speech.sentences[index]
    people = [m.surname for m in mentions(speech.analysis) if sentence.start <= m.start < sentence.end]
    voice = speech.voice.get(index)
    speaker = next(iter([*people, *(g.name for g in groups(sentence)), *([voice.name] if voice else [])]), None)
    kind = _LABEL_TO_KIND.get(label, "position")
    names = {"statement": "speaker", "question": "asked_by", "commitment": "who", "position": "actor"}
    value = {names[kind]: speaker, **({"stance": label} if kind == "position" else {})}
    if kind != "statement" or speaker:
        yield {"kind": kind, "value": value, "start": start, "end": end}


def _overlaps(places: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in places)
