"""What a sentence only supposes: "Fiele die Förderung weg, lägen 550.000 € bei der Stadt" states no sum.

A risk that is expected ("Sollte das Land kürzen, stiege der Bedarf um ...") and reported speech ("bewilligt würden
467.500 €") are no suppositions: they need a condition that the words themselves call unreal.
"""

from __future__ import annotations

import re

from corpus.patterns import guarded

_STEMS = (
    "würd wär hätt könnt müsst käm ging gäb läg stünd ständ blieb fiel flöss zög nähm hielt ließ träf wüchs stieg sänk "
    "trüg lief verlör spräch bräch fänd brächt bräucht dächt wüsst täte schlöss schrieb begänn erschien würf zwäng"
).split()
_UNREAL = rf"(?:\w{{0,9}})?(?:{'|'.join(_STEMS)})e?(?:n|st|t)?"
_PAST = r"(?:ging|lief|hielt|ließ|blieb|fiel|stieg|schrieb|erschien)(?:en)?"
"""Forms without a final e of the singular, which are the past: "blieb", "fielen"."""
_SUBJUNCTIVE = rf"(?!(?i:\w{{0,9}}{_PAST})\b)(?i:{_UNREAL})"
_VERB = guarded(rf"\b{_SUBJUNCTIVE}\b")
_THOUGHT = guarded(
    r"(?i)\b(?:rein (?:rechnerisch|theoretisch|hypothetisch)|theoretisch|hypothetisch|angenommen|unterstellt|"
    r"gesetzt den fall|in der theorie|fiktiv|gedanklich|im gedankenspiel)\b"
)
_IF = guarded(
    rf"\b(?:wenn|Wenn|falls|Falls|sofern|Sofern|soweit|Soweit|vorausgesetzt)\b[^.;?]{{1,140}}?\b{_SUBJUNCTIVE}\b|"
    rf"(?:\A|[:;,–-]\s|\b[Uu]nd\s)(?i:{_UNREAL})\b\s[^,.;?]{{3,140}},\s(?:so\s|dann\s)?{_SUBJUNCTIVE}\b|"
    r"\b[Ii]m (?:Falle|Fall) (?:einer|eines|von|des|der|dass)\b|\b[Bb]ei (?:einer|einem) (?:\w+en )?"
    r"(?:Kürzung|Verdoppelung|Verdopplung|Wegfall|Halbierung|Ausstieg|Absenkung|Aufstockung|Verdreifachung|Erhöhung)\b"
)


_THEN = guarded(
    r"\W*(?:Ja[,:.] |Nein[,:.] )?(?:[Dd]ann|[Ii]n (?:dem|diesem|einem solchen) Fall|[Dd]iesenfalls|[Ss]o)\b"
)
_WHAT_IF = guarded(
    r"(?:\A|[.?!|]\s|\b[Uu]nd\s|\b(?:[Ww]as|[Ww]ie)\b[^?]{0,60},\s)(?:[Uu]nd |[Aa]ber )?"
    r"(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]ollten?)\b"
)


def supposed(text: str, before: str = "") -> bool:
    """Whether a sentence tells only what would be under an unreal condition, or asks for it.

    `before` is the sentence before it: "Und wenn das Land aussteigt? Dann wären 610.000 € aufzubringen."
    """
    if _VERB.search(text) is None:
        return False
    if _THEN.match(text) and (_IF.search(before) or (before.rstrip().endswith("?") and _WHAT_IF.search(before))):
        return True
    asked = text.rstrip(' "“”»«)').endswith("?")
    conditional = _IF.search(text)
    if asked and (conditional or re.search(r"\b(?:[Ww]ürden?|[Ww]ären?|[Kk]önnten?|[Hh]ätten?)\b", text)):
        return True
    if _THOUGHT.search(text):
        return True
    return conditional is not None and len(_VERB.findall(text)) > (0 if conditional.group()[0] in "IiBb" else 1)
