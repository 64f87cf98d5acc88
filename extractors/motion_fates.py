"""Wishes told with their fate: "Ein Änderungsantrag der X, nur drei Stellen einzurichten, fand keine Mehrheit".

Who moved it demands what the infinitive or clause says, or rejects what it wants left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.stances import ACTOR

_WISH = guarded(
    r"\b(?:[Ee]ine?[mnrs]?|[Dd](?:er|ie|as|em|en|es)|(?P<own>[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?)|^|"
    r"[Aa]uch) ?(?:[a-zäöü]{3,16} )?"
    r"(?:\w{0,20}-?[Aa]ntr[aä]ge?|\w{0,12}[Vv]orschl[aä]ge?|Wunsch|Wünsche|Forderung(?:en)?|Anregung(?:en)?|"
    r"Anliegen|Bitte|Vorstoß|"
    r"Initiative|Begehren|Ansinnen|Idee)s? (?=(?P<whose>[^,.;:]{0,70}))[^.;:]{0,260}?"
    r"(?:\bzu [a-zäöüß]{3,30}en\b|\b[a-zäöüß]{2,14}zu[a-zäöüß]{2,24}en\b|, dass\b|, wonach\b|, den\b|"
    r"\bauf [A-ZÄÖÜ]|\bnach [A-ZÄÖÜ])"
)
_OWN_WISH = guarded(
    r"\b(?P<own>[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?) (?:[a-zäöü]{3,16} )?(?:\w{0,20}[Aa]ntrag|\w{0,12}[Vv]orschlag|"
    r"Wunsch|Forderung|"
    r"Anregung|Anliegen|Bitte|Vorstoß|Ansinnen|Idee), (?=[^.;:]{0,200}\bzu|[^.;:]{0,200}zu|dass\b)"
)
_FATE = guarded(
    r"\b(?:Mehrheit|abgelehnt|lehn(?:t|te|ten)\b[^.;]{0,160}\bab|angenommen|zugestimmt|beschlossen|vertagt|"
    r"verwiesen|zurückgestellt|"
    r"zurückgezogen|scheiter\w+|unterl[ai]g\w*|gefolgt|beraten|geprüft|aufgegriffen|berücksichtigt|abgewiesen|"
    r"erledigt|zurückgewiesen|"
    r"übernommen|entsprochen|folgte|zog\b[^.;]{0,80}\bzurück|zieht\b[^.;]{0,80}\bzurück|verfehlte|durchgesetzt|"
    r"stattgegeben)\b"
)
_AGAINST = guarded(
    r"\b(?:verzichten|streichen|gestrichen|abzulehnen|abzusehen|einzustellen|zurückzuziehen|abzusetzen|unterlassen|"
    r"auszusetzen|"
    r"beenden|kürzen|nicht [a-zäöü ]{0,30}zu)\b|\bauf (?:Streichung|Ablehnung|Absetzung|Verzicht|Kürzung|Einstellung)\b"
)
_NOT_HERE = guarded(
    r"(?i)verwaltung|vorsitz|landr[aä]t|bürgermeister|stadt\b|kreis(?:es)?\b|land(?:es)?\b|lenkungsgruppe|"
    r"^(?:kommunen|städten?|gemeinden)$"
)
_NAMED = guarded(
    r"(?<![\w-])(?P<name>[A-ZÄÖÜ][\w-]{1,40}) \((?:CDU|SPD|FDP|AfD|Grüne|GRÜNE|Die Linke|DIE LINKE|UWG|FWG|Volt|BSW|"
    r"[A-Z][\w/ -]{2,24})\)"
)


def motion_fates(a: Analysis) -> Iterator[Fact]:
    """The demand of each motion or wish whose fate its sentence tells."""
    for sentence in a.sentences:
        if sentence.block.section == "proposal" or sentence.block.kind == "heading" or not _FATE.search(sentence.text):
            continue
        match = _OWN_WISH.search(sentence.text) or _WISH.search(sentence.text)
        actor = _actor(a, sentence.start, match) if match else None
        if match is None or actor is None:
            continue
        clause = re.split(r"\b(?:wird|wurde|wurden|fand|findet|scheiter\w+)\b", sentence.text[match.start() :])[0]
        stance = "reject" if _AGAINST.search(clause) else "demand"
        low = sentence.start + match.start()
        end = low + len(clause.rstrip(" ,"))
        yield a.fact("position", {"actor": actor, "stance": stance, "topic": clause.strip(" ,.")}, low, end)


def _actor(a: Analysis, start: int, match: re.Match[str]) -> str | None:
    """Who is named behind the noun; for "ihr Wunsch" the person named last with a party."""
    whose = match.groupdict().get("whose") or ""
    named = ACTOR.search(whose)
    if named and not re.match(r"(?:seiner|ihrer) [Ff]raktion", whose):
        return None if _NOT_HERE.search(named.group()) else named.group()
    if match["own"] or named:
        before = list(_NAMED.finditer(a.text, max(0, start - 500), start))
        return before[-1]["name"] if before else None
    return None


EXTRACTOR = Extractor(name="motion_fates", version=1, kinds=("position",), run=motion_fates)
