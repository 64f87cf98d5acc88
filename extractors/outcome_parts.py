"""Motions and participles of sentences that tell outcomes, and the parts of a sentence that tell one each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Span
from corpus.outcomes import normalise
from corpus.patterns import guarded
from extractors.committees import NAME_GENITIVE
from extractors.passages import Passage

MOTION = (
    r"(?:(?:\w{0,30}[Aa]n|Vor)tr[aä]ge?s?|\w{0,20}(?:Vorlage|vorlage)|Beschluss(?:vorschlag|"
    r"empfehlung|entwurf|antrag)|\w{0,20}[Vv]orschlag|Beschluss|\w{0,20}[Ee]mpfehlung|Votum|"
    r"Tagesordnung|Niederschrift|Protokoll|Tagesordnungspunkte?|TOP|Punkte?|Ziffern?|\w{0,20}[Bb]ericht\w{0,3}|Wunsch|"
    r"Mitteilung(?:en)?|Inhalt|Vortrag|Sachstand|Ausführungen|"
    r"Drucksache|Angelegenheit|Beratung|Beschlussfassung|Entscheidung|Anfrage|Resolution|Satzung|"
    r"Stellungnahme|Annahme|Vergabe|Informationen)"
)
NUMBERS = r"(?: (?:Nr\. ?)?\d{1,3}[a-z]?(?:\.\d{1,2})?(?:(?:,| und| bis|, \d und) \d{1,3})?(?![\d.]*\d| ?€))?"
PASSIVE_END = (
    r"(?:beschlossen|angenommen|abgelehnt|zugestimmt|genehmigt|verabschiedet|(?:zur )?Kenntnis genommen|"
    r"vertagt|zurückgestellt|"
    r"zurückgezogen|verwiesen|überwiesen|abgesetzt|gebilligt|empfohlen|für erledigt erklärt|stattgegeben|gefolgt|"
    r"entsprochen|verschoben|zum Beschluss erhoben|(?<=gen )gefasst|(?:einstimmig|mehrheitlich|Stimmen|Stimme) gefasst)"
)
_INFINITIVES = (
    (guarded(r"zu vertagen|zurückzustellen"), "deferred"),
    (guarded(r"abzusetzen"), "removed"),
    (guarded(r"zu (?:ver|über)weisen"), "referred"),
    (guarded(r"zur Kenntnis zu nehmen"), "noted"),
    (guarded(r"abzulehnen\b"), "rejected"),
)
_NOTE = guarded(
    r"(?:(?:Akten|Bearbeitungs|Sitzungs|Beschluss)?[Vv]ermerk|Anmerkung|Nachtrag|Hinweis|(?:Protokoll)?[Nn]otiz|"
    r"Nachrichtlich|"
    r"Ergebnis|Ausgang|Stand)\b[^:.\n]{0,50}: "
)
"""The label of a note that somebody wrote on a paper after the meeting."""
_MEETING = guarded(
    rf"\b[Ii]n (?:der|seiner|ihrer) Sitzung (?:(?:des|der) {NAME_GENITIVE} )?(?:am|vom) \d{{1,2}}\. "
    rf"?[\w.]{{2,10}} ?\d{{2,4}}"
)
_NEXT_PART = guarded(
    rf"[,;] (?:und |sowie )?(?=(?:der |die |das |dem |den )?{MOTION}\b)| und (?=(?:der |die |das |dem )?{MOTION}\b)"
)
_NOTE_LINE = guarded(
    r"(?:(?:Beratungs|Sitzungs|Abstimmungs)?[Ee]rgebnis|Ausgang|Verlauf)(?: (?:der|des|im|aus|vom|nach)\b[^:\n]{2,70})?"
    r" ?(?:\([^()\n]{2,60}\))?:? *(?P<text>.*)"
)
"""The line of a paper on which a clerk later wrote how its consultation ended."""
AUXILIARY = guarded(r"\b(?:wird|werden|wurden?|(?:ist|sind) (?:damit|somit|hiermit|mithin|folglich|daher|also))\b")


def of_note(sentence: Passage) -> Passage | None:
    """The sentence of a note that a paper carries about its own fate, label and meeting blanked; None if it is none."""
    label = _NOTE.match(sentence.text)
    if label is None:
        return None
    rest = _MEETING.sub(lambda m: " " * len(m.group()), sentence.text[label.end() :])
    return Passage(sentence.start, sentence.end, " " * label.end() + rest)


def note_spans(lines: Sequence[Passage]) -> Iterator[Span]:
    """The passages that a note on the outcome fills: behind its label, or the paragraph below it."""
    for line, following in itertools.pairwise([*lines, *lines[-1:]]):
        note = _NOTE_LINE.fullmatch(line.text)
        if note and note["text"] and line.text[: note.start("text")].rstrip().endswith(":"):
            yield line.start, line.end
        elif note and not note["text"] and following is not line:
            yield following.start, following.end


def parts(sentence: Passage) -> Iterator[Passage]:
    """The parts that share an auxiliary and tell of a motion each: "Ziffer 1 wird angenommen, Ziffer 2 abgelehnt"."""
    cuts = [m.start() for m in _NEXT_PART.finditer(sentence.text)] if AUXILIARY.search(sentence.text) else []
    edges = [0, *cuts, len(sentence.text)]
    texts = [sentence.text[a:b] for a, b in itertools.pairwise(edges)]
    if len(texts) == 1 or not all(re.search(rf"\b{PASSIVE_END}\b", text) for text in texts):
        yield sentence
        return
    for low, text in zip(edges, texts, strict=False):
        start = sentence.start + low + len(text) - len(text.lstrip(" ,;"))
        yield Passage(start, sentence.start + low + len(text), text.lstrip(" ,;"))


def value_of(clause: str) -> str | None:
    """The clause's value; "beschließt, den Punkt zu vertagen" is a deferral."""
    if re.match(r".{0,200}?\bbeschl(?:ießt|oss)", clause):
        for pattern, value in _INFINITIVES:
            if pattern.search(clause):
                return value
    if re.search(r"\bfa(?:ss|ß)te?\b.{0,120}Beschl(?:uss|uß|üsse)", clause):
        return "adopted"
    return normalise(clause) if clause else None
