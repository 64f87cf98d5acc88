"""Who of those that a sentence names does the deed: not who tells of it, gets something, or has it done to him."""

from __future__ import annotations

from corpus.patterns import guarded

_TELLS = guarded(
    r"\b(?:berichtete?|erklärte?|erläuterte?|schilderte?|informierte?|ergänzte?|betonte?|erinnerte?|bestätigte?|"
    r"antwortete?|(?:teilt|führt|stellt|merkt|weist|gibt)e? [^,;]{0,60}\b(?:mit|aus|dar|fest|an|hin|bekannt))\b"
    r"[^,;]{0,120}, (?:dass|daß|wie|wann|welche\w*|wo) (?!(?:er|sie|man) )"
)
_PASSIVE = guarded(
    r"\s*(?:,[^;]{0,120}, ?)?(?:wird|werden|werde|würden?|soll|sollen|solle)\b[^;,]{0,200}?\b"
    r"(?!\w{0,20}(?:geben|gehen|gewähren|genehmigen|gestalten|gewinnen|gelangen|gedenken|begegnen)\b)"
    r"(?:[a-zäöü]{0,12}ge[a-zäöüß]{2,20}(?:t|en)|(?:be|ver|er|unter|über|ent)[a-zäöüß]{3,20}t|[a-zäöüß]{3,20}iert|"
    r"in Kenntnis gesetzt)(?=\s*(?:[.,;:]|$|und\b|werden\b))"
)
_GETS = guarded(r"\s*(?:erhält|erhalten|erhalte|bekommt|bekommen|kriegt|kriegen)\b")
_GIVEN = guarded(r"\b(?:erhält|erhalten|erhalte|bekommt|bekommen|kriegt|kriegen) (?:\w+ )?$")
_AFTER = guarded(
    r"(?i)\b(?:in|im|bei|beim|mit|von|vom|zu|zum|zur|an|am|nach|gegenüber|unter|vor|aus|für|durch|über|auf|gegen|ohne|um|"
    r"seitens|namens) (?:der |dem |den |die |das )?$"
)
_OBJECT = guarded(r"der (?:Lenkungsgruppe|\w{0,30}konferenz|Gewerkschaft|Gruppe|CDU|SPD|FDP|AfD)")
SEVERAL = guarded(r"Sie (?!sagen|versichern)[a-zäöü]{3,20}en\b")
"""More than one, whom no single name stands for."""


def told_until(text: str) -> int:
    """Where the words begin that somebody only reports ("Frau X berichtet, dass ..."), else 0."""
    told = _TELLS.search(text)
    return told.end() if told else 0


def acts(text: str, start: int, end: int) -> bool:
    """Whether one who is named from `start` to `end` is the one that acts.

    A name in brackets, after a preposition or in the genitive is not, nor who gets something or has it done to him.
    """
    before, after = text[:start], text[end : end + 400]
    if before.count("(") > before.count(")") or _OBJECT.match(text, start):
        return False
    if _GETS.match(after) or _GIVEN.search(before) or _PASSIVE.match(after):
        return False
    return not _AFTER.search(before[-40:]) or bool(_BY.search(before[-40:]))


_BY = guarded(r"(?i)\b(?:von|vom|durch|seitens|namens) (?:der |dem |den |die )?$")
"""Who does what is told in the passive."""
