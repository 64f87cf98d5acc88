"""What a body's verb with its complement, or a motion as subject, says of an outcome: "folgt der Empfehlung".

`corpus.outcomes` knows participles and nouns of result lines; sentences of minutes say the same with verbs whose second
half stands at the end of the clause. Each frame is a verb, what must stand in the rest of its clause, and the value.
"""

from __future__ import annotations

import re

from corpus.patterns import Guarded, guarded

PROPOSED = (
    r"(?:\w{0,12}[Ee]mpfehlung|\w{0,12}[Vv]orschl(?:ag|ags|ages|ägen?)|Vorlage|Votum|\w{0,10}[Aa]ntr(?:ag|ags|ages|ägen?)|"
    r"Beschluss\w{0,3}|Antragsteller\w{0,4})"
)
_BY_VOTE = r"(?:einstimm|einmütig|mehrheitlich|einhellig|geschlossen|einvernehmlich|Stimmen|\d ?: ?\d)"

# Verb (whole, lower case), what the rest of the clause must hold, value; first fitting frame wins.
_FRAMES: tuple[tuple[Guarded, Guarded, str], ...] = tuple(
    (guarded(verb), guarded(rest, re.S), value)
    for verb, rest, value in (
        (r"folg(?:t|te|en|ten)", rf"\b{PROPOSED}\b.{{0,240}}\bnicht\b|\bnicht\b.{{0,240}}\b{PROPOSED}\b", "rejected"),
        (r"folg(?:t|te|en|ten)", rf"\b{PROPOSED}\b", "adopted"),
        (r"schl(?:ie|o)(?:ß|ss)(?:t|en)?", rf"\bsich\b.{{0,240}}\b{PROPOSED}\b.{{0,240}}\ban\b", "adopted"),
        (
            r"spr[ia]ch(?:t|en)?|sprechen",
            rf"^(?=.{{0,240}}{_BY_VOTE})(?=.{{0,240}}\bsich\b)"
            r".{0,240}\b(?:da)?gegen\b(?! \w+ Stimmen?).{0,240}\baus\b",
            "rejected",
        ),
        (
            r"spr[ia]ch(?:t|en)?|sprechen",
            rf"^(?=.{{0,240}}{_BY_VOTE})(?=.{{0,240}}\bsich\b).{{0,240}}\b(?:für|dafür)\b.{{0,240}}\baus\b",
            "adopted",
        ),
        (r"votier(?:t|te|en|ten)", r"\b(?:für|dafür)\b(?!.{0,240}\bnicht\b)", "adopted"),
        (r"votier(?:t|te|en|ten)", r"\b(?:gegen|dagegen)\b(?! \w+ Stimmen?)", "rejected"),
        (r"g(?:ibt|ab|eben|aben)", r"\bkeine\b", ""),
        (r"g(?:ibt|ab|eben|aben)", r"\b(?:Beschlusse|E)mpfehlung\b.{0,240}\bab\b", "recommended"),
        (
            r"g(?:ibt|ab|eben|aben)",
            r"\bAntrag\b.{0,240}\bstatt\b|\bZustimmung\b(?! zu (?:bedenken|Protokoll))",
            "adopted",
        ),
        (r"(?:ist|sind|erkl\w+|zeig\w+)", r"\b(?:mit|damit)\b.{0,240}(?<!nicht )\beinverstanden\b", "adopted"),
        (r"stell(?:t|te|en|ten)", r"\bzurück\b", "deferred"),
        (r"setz(?:t|te|en|ten)", r"\bvon der Tagesordnung\b", "removed"),
        (r"n(?:immt|ahm|ehmen|ahmen)", r"\bvon der Tagesordnung\b", "removed"),
        (r"mach(?:t|te|en|ten)", rf"\bsich\b.{{0,240}}\b{PROPOSED}\b.{{0,240}}\bzu eigen\b", "adopted"),
        (r"erheb(?:t|en)|erhob(?:en)?", r"\bzum Beschluss\b", "adopted"),
    )
)
VERBS = (
    r"folgen|folgten|schließen|schlossen|schloß|votieren|votierten|gibt|gab|geben|gaben|ist|sind|erklären|erklärten|"
    r"zeigt|zeigen|stellen|stellten|setzen|setzten|macht|machte|machen|machten|erhebt|erhob|erheben"
)
"""Verbs that tell an outcome only in one of the frames."""
_WEAK = guarded(
    r"(?:folgen|folgten|folgte|folgt|schl(?:ie|o)(?:ß|ss)\w*|votier\w+|g[ai]b\w*|geben|ist|sind|erklär\w+|zeig\w+|mach\w+|"
    r"erh[eo]b\w*|spr[aei]ch\w*)"
)


def framed(verb: str, rest: str) -> str | None:
    """The value of the verb's frame; "" where the frame says that there is no outcome, None where no frame fits."""
    rest = re.split(r";|:(?! ?\d)|\. [A-ZÄÖÜ]", rest)[0]
    return next((v for verbs, need, v in _FRAMES if verbs.fullmatch(verb) and need.search(rest)), None)


def needs_frame(verb: str) -> bool:
    """Whether the verb says nothing of an outcome without one of the frames."""
    return _WEAK.fullmatch(verb) is not None


ELSEWHERE = guarded(
    r"\b(?:vom|von der|von dem|durch das|durch die|durch den|seitens de[sr]|beim|bei der) "
    r"(?:Land(?:es)?|Bund(?:es)?|EU|\w*[Rr]egierung|\w*[Mm]inisteriums?|\w*amt(?:e?s)?|\w*behörde|\w*verband(?:e?s)?|LWL|LVR|Träger\w*|Jobcenters?|\w*gericht(?:e?s)?)\b"
)
"""Who decides outside of the council."""
_MAJORITY = guarded(
    r"\b(?:find\w+|fand\w*|erhäl\w+|erhiel\w+|erreich\w+|bek[oa]m\w+|hat|hatte|verfehl\w+|bleib\w+|blieb\w*)\b"
    r"[^;:]{0,90}?\b(?:(?P<no>keine (?:\w+ )?|nicht die (?:\w+ )?|ohne )|(?:die|eine) (?:\w+ )?|)(?P<what>Mehrheit|"
    r"Zustimmung)\b"
)
_FAILS = guarded(r"\b(?:scheiter(?:t|te|n|ten)|unterlieg(?:t|en)|unterlag|verfällt der Ablehnung)\b")
_PASSED = guarded(
    r"\b(?:erg(?:eht|ing)|erfolgte?|fällt|fiel)\b[^;:]{0,40}?\b(?:einstimmig|einmütig|einhellig|mehrheitlich|ohne "
    r"Gegenstimmen?|mit (?:\d+|\w+) (?:Ja-?)?[Ss]timmen?)\b"
)
_SETTLED = guarded(r"\b(?:hat|haben) sich (?:\w+ )?erledigt\b")
_DONE = (
    r"(?:beschlossen|angenommen|abgelehnt|zugestimmt|genehmigt|verabschiedet|zur Kenntnis genommen|vertagt|"
    r"zurückgestellt|zurückgezogen|verwiesen|abgesetzt|gebilligt|empfohlen|erledigt)"
)
_STANDS = guarded(
    rf"\b(?:ist|sind)\b (?:[^;:,]{{0,60}} )?(?:damit|somit|hiermit|demnach)\b[^;:,]{{0,80}}?\b(?P<a>{_DONE})\b|"
    rf"^(?:Damit|Somit|Hiermit) (?:ist|sind)\b[^;:,]{{0,120}}?\b(?P<b>{_DONE})\b|"
    rf"\bg(?:ilt|elten)\b[^;:,]{{0,60}}?\bals\b[^;:,]{{0,30}}?\b(?P<c>{_DONE})\b"
)


_WITHDRAWN = guarded(
    r"\b(?:[Ff]raktion\w*|[Gg]ruppe|[Ll]iste|[Aa]ntragsteller\w*|Herr|Frau|Ratsherr|Ratsfrau|Verwaltung|Mitglied|CDU|SPD|FDP|AfD|"
    r"GRÜNEN?|Grünen?|LINKE|Linke)\b[^.;:]{0,60}?\b(?P<verb>zieht|zog|ziehen|zogen|nimmt|nahm|nehmen|nahmen)\b"
    r"[^.;:]{0,40}?\b(?:\w{0,14}[Aa]nträge?|\w{0,14}[Aa]ntrag|Anfrage|Vorlage|Punkt)\b[^.;:]{0,60}\bzurück\b"
)
_TO_BODY = guarded(
    r"^(?:[^.;:,]{0,60} )?(?:[Dd]em|[Dd]er) (?:\w{0,20}(?:[Rr]at|[Kk]reistag|[Aa]usschuss|[Bb]eirat|"
    r"[Vv]ersammlung|[Vv]ertretung))\b[^.;:]{0,60}?\b(?:wird|wurde)\b[^.;:]{0,160}?\bempfohlen\b"
)
_AGREED = guarded(
    r"\b(?:[Ee]s (?:besteht|bestand|herrscht) (?:Einvernehmen|Einigkeit|Konsens|Einverständnis)|"
    r"(?:verständig\w+|eini(?:gt|gte|gen|gten)) (?:sich|man sich)|"
    r"kommt man überein|(?:kommen|kamen) \w+ (?:\w+ )?überein)\b[^.;:]{0,200}"
)
_FORMED = guarded(
    r"^(?:[^.;:,]{0,60} )?(?:[Ee]invernehmlich|[Ee]instimmig|[Ee]inmütig|[Mm]ehrheitlich|[Ii]m Konsens|"
    r"[Oo]hne Gegenstimme)\b[^.;:]{0,120}?\b(?:eingesetzt|gebildet|eingerichtet|vereinbart|festgelegt|bestätigt|"
    r"gewählt|bestellt|berufen|benannt|aufgenommen|verabredet|festgestellt)\b"
)


def of_sentence(text: str) -> str | None:
    """The phrase of results that a whole main clause says without a motion or body as its subject."""
    if _WITHDRAWN.search(text):
        return "zurückgezogen"
    if _TO_BODY.search(text):
        return "empfohlen" if not re.search(r"\bnicht empfohlen|\bAblehnung\b|abzulehnen", text) else "nicht empfohlen"
    agreed = _AGREED.search(text)
    if agreed:
        if re.search(r"\bzu vertagen|zurückzustellen|zu verschieben", agreed.group()):
            return "vertagt"
        return "verwiesen" if re.search(r"\bzu (?:ver|über)weisen", agreed.group()) else None
    formed = _FORMED.search(text)
    if formed and re.search(r"\b(?:wird|werden|wurden?)\b", formed.group()):
        return "beschlossen"
    return None


def of_motion(clause: str) -> str | None:
    """What a clause with a motion as its subject says became of it ("fand keine Mehrheit"), as a phrase of results."""
    m = _MAJORITY.search(clause)
    if m:
        negative = m["no"] or re.search(r"\bverfehl", m.group())
        voted = m["what"] == "Mehrheit" or re.search(r"einstimmig|einhellig|mehrheitlich|allgemein", clause)
        return "abgelehnt" if negative else "angenommen" if voted else None
    if _FAILS.search(clause):
        return "abgelehnt"
    if _PASSED.search(clause):
        return "angenommen"
    if _SETTLED.search(clause):
        return "erledigt"
    stands = _STANDS.search(clause)
    if stands is None or re.search(r"\b(?:nicht|noch)\b", stands.group()):
        return None
    return stands["a"] or stands["b"] or stands["c"]
