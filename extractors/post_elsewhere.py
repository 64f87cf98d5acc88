"""Posts that are nobody's here: those of other municipalities, and numbers that somebody only imagines or demands."""

from __future__ import annotations

import re

from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.elsewhere import own_name, told_of
from extractors.post_numbers import Post

_KIND = r"(?:Landkreis|Kreis|Städte[Rr]egion|Stadt|Gemeinde|Kommune|Samtgemeinde|Verbandsgemeinde)"
_NEIGHBOUR = guarded(
    r"\bNachbar(?:land)?(?:kreis|stadt|städt|kommune|gemeinde|region)\w{0,3}\b|"
    r"\b(?:benachbart|angrenzend|umliegend|vergleichbar)\w{0,2}\s(?:\w{3,20}\s)?"
    r"(?:Land)?(?:[Kk]reis|Stadt|Städte|Kommune|Gemeinde|Gebietskörperschaft)\w{0,3}\b|"
    r"\b(?:[Aa]ndere|[Mm]anche|[Vv]iele)[nrm]?\s(?:(?:Land)?[Kk]reise?n?|kreisfreien? Städten?|Großstädten?|"
    r"Bundesländern?)\b|"
    r"\b[Aa]nderswo\b|\b[Aa]ndernorts\b"
)
_NAMED = guarded(
    rf"\b(?P<lead>(?:\w+,?\s)?)(?P<art>[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Ii]m|[Bb]eim|[Ii]n|"
    rf"[Bb]ei)\s(?:\w{{3,20}}e[nrs]?\s)?"
    rf"(?P<kind>{_KIND})\s(?P<name>[A-ZÄÖÜ][\w-]{{2,30}}(?:-[\w-]{{2,30}})?)"
)
"""A municipality as the one that has something or in which something is."""
_TOGETHER = guarded(r"\b(?:mit|neben|von|und|sowie|gegenüber|an|zwischen|für|durch|zu|aus|seitens|[Gg]emeinsam)\b")
_COMPARED = guarded(
    r"\b(?:[Zz]um|[Ii]m) Vergleich\b|\b[Vv]ergleichsweise\b|\b[Bb]enchmark|\b[Vv]orbild\b|\b[Aa]nders als\b"
)
_NO_NAME = guarded(
    r"(?:Mittel|Anspruch|Stellen?|Personal|Zusch[uü]sse?|Geld\w{0,2}|Bedarf|Kosten|Aufgaben?|Land|Bund|Interesse|"
    r"Recht|Wert|Sorge|"
    r"Platz|Teil|Verträge|Gespräche|Frau|Herrn?|Förder\w{0,20}|Landes\w{0,20}|Fach\w{0,20}|Träger\w{0,12}|Case|Zeit|"
    r"Kraft|"
    r"\w{2,30}(?:ung|ungen|heit|keit|schaft|tion|mittel|stellen|kräfte|gelder|management))\Z|(?:Integration|Mitte|"
    r"Amt|Fachbereich|Verwaltung|Rat|Der|Die|Das|Im|Mit|Modul|Baustein|Soziales)\Z"
)
_BARE = guarded(
    r"(?:\A|[:;,(–-]\s?|\b(?:hat|haben|sind es|waren es)\s)(?:(?:[Ii]m|[Dd]er|[Ii]n der|[Bb]eim?|[Dd]ie)\s)?"
    rf"(?P<kind>{_KIND})\s"
    r"(?P<name>[A-ZÄÖÜ][\w-]{2,30})(?:\s(?:hat|habe|hatte|verfügt\süber|beschäftigt|kommt\sauf|zählt|mit))?\s?[:=(–-]?\s?"
    r"(?:(?:rund|etwa|ca\.|derzeit|aktuell|bereits|schon|sogar|nur)\s)?\Z"
)
_THERE = guarded(r"\b(?:[Dd]ort|[Dd]ortige[nrs]?)\b")
_OURS = guarded(
    r"\b(?:uns|unser\w{0,2}|hiesig\w{0,2}|hier|wir|[Kk]reisangehörig\w{0,2}|eigene[nrs]?)\b|\b(?:stell(?:t|e|en|te)|"
    r"weis(?:t|e|en)|leit)\w{0,3}\b"
    r".{0,120}\b(?:zur Verfügung|bereit|zu|weiter)\b"
)
_IMAGINED = guarded(
    r"\b(?:[Ee]twaig|[Hh]ypothetisch|fiktiv|[Dd]enkbar|[Vv]orstellbar|[Ww]ünschenswert|spekulativ)\w{0,3}\b|"
    r"\bZukunftsmusik\b|\b[Ww]äre\w? es nicht\b|\b[Mm]it\s[^.;,]{3,40}\bkönnten?\s(?:man|wir)\b|"
    r"\b[Oo]b\b[^.;?]{0,60}\bnicht\s(?:gleich|besser|lieber|einfach|sogar|direkt|mindestens|wenigstens|doch|auch)\b|"
    r"\bGedankenspiel|"
    r"\b[Ss]elbst\s(?:mit|bei|wenn)\b|\b[Ww]as wäre\b|"
    r"\b(?:wenn|falls)\b[^.;]{0,120}\b(?:hätten?|wären?|käme|kämen|bekämen?|erhielten?|gäbe)\b"
)
_CASE = guarded(
    r"\A\W{0,3}(?:Frau |Herrn? )?(?:[\wäöüß-]{2,20}:\s)?(?:Käme|Würden?|Gäbe|Hätten?|Wären?|Stünden?|Erhielten?|"
    r"Bekämen?)\b"
    r"[^.?;]{0,200},\s(?:so |dann )?(?:\w+ )?(?:wären?|würden?|könnten?|hätten?|kämen?|bräuchten?|ginge?n?|stünden?)\b"
)
_UNREAL = guarded(
    r"\b(?:[Ww]ürden?|[Ww]ären?|[Hh]ätten?|[Kk]önnten?|[Kk]ämen?|[Gg]enügten|[Rr]eichten|[Bb]räuchten?)\b"
)
_WISHED = guarded(
    r"\b(?:Land(?:kreis|es)|Städte?|Deutscher? Städte|Gemeinde|Städte- und Gemeinde)(?:tag|bund)\w{0,2}\b.{0,80}"
    r"\b(?:forder|gefordert|verlang|empf[iea]|wünsch|rät|reg|hält\b.{0,80}\bfür)\w{0,6}\b|"
    r"\b(?:Spitzenverb\w{3,6}|Gewerkschaft\w{0,2}|ver\.di|Fachverb\w{3,6}|Landesarbeitsgemeinschaft|"
    r"Berufsverb\w{3,6})\b.{0,80}"
    r"\b(?:forder|gefordert|verlang|empf[iea]|wünsch)\w{0,6}\b"
)
_PER = guarded(r"\s(?:je|pro)\s(?:Kreis|Kommune|Gebietskörperschaft|Stadt|Gemeinde|Einwohner|\d)")
_DEFINITE = guarded(
    r"\b(?:[Dd]ie|[Dd]en|[Dd]er|[Aa]lle[nr]?|[Ss]ämtliche[nr]?|[Dd]iese[nr]?|[Uu]nsere[nr]?|"
    r"[Bb]ei)\s(?:\w{3,20}en\s)?\Z"
)

_TASK = guarded(
    r"\A\W{0,3}(?:(?:[Uu]m|[Ff]ür|[Mm]it)\s)?(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]as)\s[A-ZÄÖÜ][\w-]{3,40}\s(?:der|des|von)\s"
    r"(?:[a-zäöüß]{3,20}\s)?[A-ZÄÖÜ][\w-]{2,40}\s(?:übern[aei]\w{1,4}|übernimmt|erledig\w{1,3}|besorg\w{1,3}|"
    r"leist\w{1,3}|kümmer\w{1,3}\ssich|(?:ist|sind|war|waren)\s(?:[a-zäöü]{3,12}\s)?(?:betraut|zuständig|beauftragt)?)"
)
"""A task with its object, and who does it behind its verb: "Die Betreuung der Geräte übernehmen zwei Kräfte"."""
_OUR_MATTER = guarded(
    r"(?i)integration|migra|zuwander|einwander|geflücht|flüchtling|case|klient|ratsuch|famili|menschen|person|beratung|"
    r"koordin|einbürger|ausländer|aufenthalt|fäll|netzwerk|steuerung|\bKIM\b|modul|baustein|programm"
)


def is_elsewhere(analysis: Analysis, post: Post) -> bool:
    """Whether a number counts posts of another municipality, or posts that are only imagined."""
    if post.told:
        return False
    text = post.sentence.text
    if post.unit == "persons" and _is_other_task(analysis, post):
        return True
    given = bool(_DEFINITE.search(text[: post.start]))
    if not given and (_PER.match(text[post.end :]) or _imagined(post)):
        return True
    clause = text[post.clause[0] : post.clause[1]]
    if _NEIGHBOUR.search(clause) or _is_others(analysis, clause) or told_of(analysis, post.sentence, post.start):
        return True
    if _THERE.search(clause):
        before = analysis.sentence_at(max(0, post.sentence.start - 2))
        there = f"{before.text if before and before is not post.sentence else ''} {text[: post.clause[0]]}"
        return bool(_NEIGHBOUR.search(there)) or _names_other(analysis, there)
    return _is_compared(analysis, text[: post.start])


def _is_compared(analysis: Analysis, before: str) -> bool:
    """Whether a number stands behind the bare name of another municipality: "Zum Vergleich: Kreis Nord 9 Stellen"."""
    named = _BARE.search(before)
    place = own_name(analysis).rpartition(" ")[2]
    if named is None or not place or named["name"].removesuffix("s") == place:
        return False
    return bool(_COMPARED.search(before)) or "kreis" in named["kind"].casefold()


def _is_other_task(analysis: Analysis, post: Post) -> bool:
    """Whether people do a task that is none of the topic's, told by its object."""
    text = post.sentence.text
    task = _TASK.match(text)
    if task is None or task.end() > post.start or _OUR_MATTER.search(text):
        return False
    return analysis.topic.field is None or analysis.topic.field.search(text) is None


def _imagined(post: Post) -> bool:
    text = post.sentence.text
    if text.rstrip(' "“”»«').endswith("?") and _UNREAL.search(text):
        return True
    clause = text[post.clause[0] : post.clause[1]]
    return bool(_IMAGINED.search(clause) or _CASE.match(text) or _WISHED.search(clause))


def _others(analysis: Analysis, passage: str) -> list[re.Match[str]]:
    """Where a passage names a municipality that is not the document's own."""
    own = own_name(analysis)
    found = [m for m in _NAMED.finditer(passage) if not _NO_NAME.match(m["name"])]
    if not own or any(m["name"].removesuffix("s") in own or m["name"] in own for m in found):
        return []
    return found


def _names_other(analysis: Analysis, passage: str) -> bool:
    return bool(_others(analysis, passage))


def _is_others(analysis: Analysis, clause: str) -> bool:
    """Whether a clause tells of what another municipality has; a town may be one of the district's own."""
    found = [m for m in _others(analysis, clause) if not _TOGETHER.search(m["lead"])]
    if not found or _OURS.search(clause):
        return False
    own = own_name(analysis)
    if _COMPARED.search(clause):
        return True
    place = re.escape(own.rpartition(" ")[2])
    if re.search(rf"\b{place}\w?\b", clause):
        return False
    district = "kreis" in own.casefold() or "region" in own.casefold()
    for m in found:
        names_district = "reis" in m["kind"] or "egion" in m["kind"]
        if names_district or (not district and m["art"] in ("Die", "die", "In", "in")):
            return True
    return False
