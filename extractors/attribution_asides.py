"""Mentions of a programme that do not rule what stands beside them: asides, employers, sources, what is kept apart."""

from __future__ import annotations

from corpus.patterns import guarded

ASIDE = guarded(
    r"\b(?:[Nn]eben(?: dem| der| den)?|[Aa]ußerhalb (?:von|des|der)|[Aa]ußer|[Uu]nabhängig von(?: dem| der)?|"
    r"[Aa]nders als(?: bei| im| beim)?|[Aa]nalog zu(?:m|r)?|(?:[Nn]icht|[Oo]hne)(?: aus)?|[Uu]nbeschadet)\s"
    r"(?:\w{1,20}programm\w{0,2}\s)?[„“\"»]?\Z"
)
"""Before a programme that is only compared with."""
EMPLOYED = guarded(r"\b(?:beim|bei (?:der|den|dem)|in (?:der|den|dem)|an (?:die|den|das)|im)\s(?:\w{1,20}e[rn]\s)?\Z")
"""Before a programme that only names where somebody works."""
SOURCE = guarded(
    r"\b(?:[Aa]us|[Mm]it|[Üü]ber)\s(?:\w{3,15}n\s)?(?:Rest\w{0,8}|Mitteln?|Geldern?)\s(?:der|des|von)?\s?\Z"
)
"""Before a programme that only gives the money for something else."""
_TURN = guarded(
    r"[,:(–-]\s?(?:und\s)?(?:wovon|davon|hiervon|von (?:denen|dem|der|welche[nrm])|wohingegen|während|wogegen|hingegen|"
    r"dagegen|demgegenüber|daneben|hinzu|zuzüglich|zusätzlich|nicht|ohne|getrennt|gesondert|unabhängig|neben)\b"
)
"""Words behind which a clause turns to another matter."""
_APART = guarded(
    r"\b(?:zu (?:trennen|unterscheiden|scheiden|sondern)|abzugrenzen|auseinanderzuhalten|nicht zu verwechseln|"
    r"(?:nicht|gesondert|getrennt|extra|eigens) (?:mit)?(?:enthalten|gezählt|gerechnet|berücksichtigt|erfasst|"
    r"inbegriffen|eingerechnet|ausgewiesen|veranschlagt|geführt|verbucht)|hinzu(?:kommen|kommt|treten|tritt)|"
    r"kommen\b[^.;]{0,60}\bhinzu)\b"
)
"""Words that keep a programme apart from what the sentence began with."""
_NEXT = guarded(r";\s")


def set_apart(text: str, offset: int, mention: int, end: int) -> bool:
    """Whether a sentence turns to another matter between an offset and the programme that it names behind it.

    So it does at a semicolon, and in "364.000 €, wovon die Mittel für X zu unterscheiden sind".
    """
    if _NEXT.search(text, offset, mention):
        return True
    turn = _TURN.search(text, offset, mention)
    return turn is not None and _APART.search(text, turn.start(), end) is not None
