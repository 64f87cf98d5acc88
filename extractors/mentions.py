"""Where a text names a person: salutation, title, role, name, party, and what an apposition says about the person.

Shared by the extractors of persons and of speech. Only persons in a public role are looked for: a name counts where a
salutation, a role ("Dezernent", "KA", "Ktabg.") or a party in brackets stands beside it.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.bodies import known_bodies
from corpus.evidence import Span
from corpus.patterns import guarded
from extractors import nlp
from extractors.analysis import Analysis
from extractors.given_names import GIVEN

Gender = Literal["m", "f"]

_SALUTATION = r"(?:Herrn?|Frau|Hr\.|Hrn\.|Fr\.)"
_TITLE = r"(?:Prof\.|Dr\.|Dres\.|PD|Dipl\.-?[A-Z][a-z]*\.|Ing\.|med\.|jur\.|phil\.|h\. ?c\.|Professor(?:in)?|M\. ?A\.)"
_SHORT_ROLE = (
    r"(?:KA|KTA|KTM|SE|SB|sE|sB|s\. ?B\.|s\. ?E\.|sk\. ?B\.|sk\. ?E\.|[Ss]kB|[Ss]kE|RM|Rm|RH|Rh\.|RF|Ktabg\.|"
    r"KTAbg\.|B?Abg\.|BV-?Mitglied|MdBV|MdBB|MdA|MdHB|Stv\.|STV|StV|Stvo\.|MdR|MdK|MdL|MdB|MIR|"
    r"AM|AV|BV|GV|StR|StRin|Beig\.|Bgm\.|BM|OB|OBM|FBL|AL|FDL|Vors\.|GR|OV|"
    r"(?:L|St|K|Ltd\. ?K|OK|OSt|Ltd\. ?St)(?:VD|VR|BD|MD|RD)(?:in)?|KDir\.?|KD|Bgo\.|EBg\.?|Bez\.-Verordnete[r]?)"
)
_ROLE_NOUNS = (
    "dezernent direktor bürgermeister landrat landrät stadtrat stadträt kreisrat kreisrät gemeinderat gemeinderät "
    "ortschaftsrat ortschaftsrät ortsrat ortsrät bezirksrat bezirksrät marktrat markträt regionsrat regionsrät "
    "beigeordnete vorsitzende leiter abgeordnete verordnete gemeindevertreter ratsmitglied kreistagsmitglied "
    "ausschussmitglied mitglied ratsherr ratsfrau ratsmann beauftragte sprecher referent koordinator geschäftsführer "
    "kämmerer kämmer präsident minister senator staatssekretär vorstand vorsteher schriftführer protokollführer "
    "manager berater vertreter planer ministerialrat ministerialrät baurat verwaltungsrat amtsrat rätin "
    "rektor kommissar kommandant wehrführer amtmann amtfrau inspektor ombudsfrau ombudsmann obmann obfrau "
    "rabbiner pfarrer "
    "superintendent"
).split()
_ROLE_NOUN = rf"(?:[A-ZÄÖÜ][\w-]*|(?=[A-ZÄÖÜ]))(?i:{'|'.join(_ROLE_NOUNS)})(?:in|en|r|n|s)?"
OFFICE = _ROLE_NOUN
"""An office or function by its noun: "Oberbürgermeisterin", "Fraktionsvorsitzender", "Amtsleiter"."""
_BEFORE_ROLE = (
    r"(?:[Ee]rste[rsn]?|1\.|2\.|[Ss]tellv(?:\.|ertretende[rn]?)|[Tt]echnische[rn]?|[Ss]achkundige[rn]?|"
    r"[Bb]eratende[sn]?) "
)
_ROLE = rf"(?:{_SHORT_ROLE}|(?:{_BEFORE_ROLE})?{_ROLE_NOUN}|[Ss]achkundige[rn]? (?:Bürger|Einwohner)(?:in|s)?)"
_COLLEAGUE = r"(?:Kolleg(?:e|en|in)|Rabbi)"
_NEXT = (
    r"(?=[\w-]+,? (?:[A-ZÀ-ÖØ-ÞĀ-Ž12]|von|van|de|zu|vom|el|al|di|da|dos|ten|ter|bin|med|jur|phil|h\.|s\.|s[EBk]|erste|"
    r"stellv|technische|sachk|beratende))"
)
"""What follows a word that may be an office before a name; it spares the look for an office in most words."""
_LEAD = rf"(?:{_SALUTATION}|{_TITLE}|{_ROLE}|{_COLLEAGUE})"
_NAME_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[^\W\d_]+|['’][A-Z][^\W\d_]+)(?:[-'’][A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+){0,9}"
_PARTICLE = (
    r"(?:(?:von|van|de|zu|zur|zum|vom|el|al|di|da|dos|ten|ter|bin|Al|El|Freiherr|Freifrau|Graf|Gräfin)[ "
    r"-](?:de[rmn] )?){1,2}"
)
_NAME = rf"(?:[A-ZÄÖÜ]\.{{1,2}} ?)?(?:{_PARTICLE})?{_NAME_WORD}(?: (?:{_PARTICLE})?{_NAME_WORD})?"
_PERSON_LEAD = _LEAD.replace(_ROLE_NOUN, _NEXT + _ROLE_NOUN)
_PERSON = guarded(rf"(?<![\w-])(?P<lead>{_PERSON_LEAD}(?:,? {_PERSON_LEAD}){{0,4}}) (?P<name>{_NAME})")
_SHORT_NAME = guarded(
    rf"(?<![\w-])(?P<lead>(?:{_SALUTATION}|(?:Stadt|Gemeinde|Kreis|Ortschafts|Orts)r(?:at|ätin)|Stadträtin|"
    rf"Ratsherrn?|Ratsfrau|"
    rf"(?:Ober|Orts)?[Bb]ürgermeister(?:in)?|RM|KTA|BM|Beigeordnete[rn]?|Vorsitzende[rn]?)(?: {_TITLE}| "
    rf"{_SHORT_ROLE}){{0,2}}) "
    rf"(?P<name>(?!(?:Dr|Prof|Dipl|Ing|Nr|Abs|Art|Bgm|Stv|Abg|Vors|Beig|Hr|Fr|"
    rf"Rh)\.)[A-ZÄÖÜ][a-zäöüß]{{0,3}}\.(?:-[A-ZÄÖÜ][a-zäöüß]{{0,3}}\.)?)"
    rf"(?! ?[A-ZÄÖÜ]\.| (?:{_NAME_WORD}|Dr\.|Prof\.)(?! \())(?=[ ,;:)]|$)"
)
"""A name shortened to its first letters: "Ratsherr K. (SPD)", "Frau Dr. Sch."."""
_CUT = guarded(r"[A-ZÄÖÜ][b-df-hj-np-tv-xzß]{0,4}")
"""A name without a vowel, which is cut off at its period."""
_PARTY = (
    r"(?:CDU|CSU|SPD|FDP|F\.D\.P\.|AfD|BSW|ÖDP|ödp|UWG|FWG|BIG|Volt|Zentrum|[Ff]raktionslos|[Pp]arteilos|"
    r"Int\. ?SPD|(?:DIE |Die )?(?:LINKE|Linke)[n.]?|"
    r"(?:BÜNDNIS|Bündnis|B)[ ´']*90[ /]*(?:(?:DIE|Die|die) )?(?:GRÜNEN?|Grünen?)|(?:DIE |Die )?(?:GRÜNEN?|"
    r"Grünen?)|Freie Wähler\w*|FREIE WÄHLER|PIRATEN|"
    r"Piraten\w*|Die PARTEI)"
)
_LOCAL_PARTY = (
    r"(?:[A-ZÄÖÜ]{2,6}(?:[-|/][A-ZÄÖÜ]{2,5}|/Die PARTEI)?|[^()\n,;]{0,25}(?:[Ll]iste|[Ll]ISTE|gemeinschaft|Fraktion|"
    r"[Bb]ündnis|[Bb]ürger|[Ww]ähler)[^()\n,;]{0,25})"
)
_BRACKET = guarded(rf",? ?\((?P<party>{_PARTY}(?:[-/,] ?[\w ./]{{1,25}})?|{_LOCAL_PARTY})\)")
_FOR_GROUP = guarded(
    rf"[^.;\n]{{0,40}}?\b(?:für|namens|im Namen|seitens) (?:die|der) (?P<party>{_PARTY}|"
    rf"[A-ZÄÖÜ]{{2,6}})-?(?:\w+)?[Ff]raktion"
)
_BARE = guarded(rf"(?<![\w-])(?P<name>{_NAME_WORD})(?= \({_PARTY}\))")
_APPOSITION = guarded(
    rf", (?P<role>(?:(?:die|der|das|dem|den) )?(?:[a-zäöüß]+e[rnms]? ){{0,2}}{_ROLE_NOUN}(?![\w-])(?! "
    rf"[A-ZÄÖÜ][a-zäöü]+ \()[^,;.\n]{{0,120}})(?=,|\.\s|\))"
)
_RELATIVE = guarded(r", (?:der|die) (?P<role>[^,;.\n]{5,120}? (?:leitet|leite|vertritt|koordiniert))(?=,)")
_FROM = guarded(
    r" (?P<role>(?:vo[mn]|aus de[mr]) (?:de[mr] )?(?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]*(?:amt|zentrum|dezernat|"
    r"verband|verwaltung|referat|fachbereich|center|behörde|agentur|ministerium)(?:e?s)?)\b"
)
NOT_NAMES = guarded(
    r"(?:[A-ZÄÖÜ]{2,}|\w*(?:amt|rat|ung|heit|keit|schaft|tion|tät|zentrum|verband|behörde|stelle|"
    r"ausschuss|kreis|bereich|ismus|ungen|tag|programm|antrag|konzept|recht|ische|liche|ale|ive)|"
    r"Dr|Prof|Nr|Frau|Herrn?|Stadt|Gemeinde|Kommunal\w*|Kommune\w*|Integration\w*|Jobcenter\w*|Land|Rat|Bund|"
    r"Fraktion\w*|Damen|Gäste|Soziales|Jugend|Schule|Kultur|"
    r"Vorsitz|Sitzung|Niederschrift|Frage|Fragen|Punkt|Die|Der|Das|Den|Dem|Ein|Eine|Er|Sie|Es|Zu|Zum|Zur|"
    r"Am|Im|In|Auf|Nach|Mit|Von|Bei|Name|Muster\w*|Herren)$"
)
_COUNCIL = guarded(r"(?:Stadt|Gemeinde|Kreis|Orts|Markt|Bezirks|Ortschafts)r[aä]te?s?")
_BODY_WORD = guarded(
    r"(?:[A-ZÄÖÜ][\w-]{0,30})?(?:[Bb]eir[aä]t\w{0,2}|[Aa]usschuss\w{0,2}|[Aa]usschüsse\w?|[Vv]ertretung|[Ff]raktion)|"
    r"(?:Stadt|Gemeinde|Kreis|Orts|Ortschafts|Bezirks)r[aä]te?n?"
)
_DECIDES = guarded(
    r"\s(?:berät|beriet|tagt\w{0,2}|beschließt|beschloss|billigt\w{0,2}|hat\s(?:[\w.]+\s){0,8}(?:beschlossen|"
    r"beraten|getagt))\b"
)
"""What a council does and none of its members alone."""
_CONSULTED = guarded(
    r"\s{0,3}\((?:Information|Entscheidung|Vorberatung|Beratung|Kenntnis|Beschluss|Anhörung|Empfehlung|öffentlich|"
    r"nicht)\w*[^()\n]{0,40}\)"
)
"""What a council has to do with a paper, in brackets behind it."""
_GENERAL = guarded(
    r"(?i)(?:leit|kolleg|mitglied|vorstand|sprecher|berater|manager|koordinator|beauftragt|vertreter|planer|"
    r"referent|verwaltungsrat|minister)"
)
"""Roles whose next word is as often a field of work as a name ("Leiter Finanzen")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a person. Offsets are of the folded view; `role` is as printed, several joined by a comma."""

    start: int
    end: int
    name: str
    surname: str
    salutation: str | None
    title: str | None
    role: str | None
    role_span: Span | None
    party: str | None
    gender: Gender | None
    oblique: bool
    """The form itself shows that the person is no subject ("Herrn")."""


@functools.lru_cache(maxsize=1)  # persons and speech ask for those of one document
def mentions(a: Analysis) -> tuple[Mention, ...]:
    """All namings of persons in running text, in order; table rows hold labels and placeholders and are left out."""
    found = [m for m in _full(a.text) if not _in_row(a, m.start)]
    taken = {i for m in found for i in range(m.start, m.end)}
    known = {m.surname for m in found if not nlp.known(m.surname)}
    for match in _short(a.text, known):
        if match.start() not in taken and not _in_row(a, match.start()):
            found.append(_bare(a.text, match))
    found += (_mention(a.text, m, m["name"]) for m in _SHORT_NAME.finditer(a.text) if m.start() not in taken)
    return tuple(sorted(found, key=lambda m: m.start))


def _in_row(a: Analysis, offset: int) -> bool:
    block = a.block_at(offset)
    return block is not None and block.kind == "row"


def _full(text: str) -> Iterator[Mention]:
    position = 0
    while match := _PERSON.search(text, position):
        name = _clean(match["name"], match["lead"])
        position = match.start("name") if name is None else match.start("name") + len(name)
        if name and not _is_body(text, match, name):
            yield _mention(text, match, name)


def _is_body(text: str, match: re.Match[str], name: str) -> bool:
    """A council with the name of its town ("der Stadtrat Trier"), and no member of it ("Stadtrat Meier (SPD)")."""
    if not _COUNCIL.fullmatch(match["lead"]) or " " in name or _BRACKET.match(text, match.start("name") + len(name)):
        return False
    article = re.search(
        r"\b(?:[Dd](?:er|es|em|en)|[Ii]m|[Vv]om|[Bb]eim|[Zz]um)\s\Z", text[max(0, match.start() - 6) : match.start()]
    )
    place = re.search(rf"\b(?:Stadt|Gemeinde|Landkreis|Kreis|[Ii]n|für|nach)\s{re.escape(name)}\b", text)
    decides = _DECIDES.match(text, match.start("name") + len(name)) or _CONSULTED.match(
        text, match.start("name") + len(name)
    )
    return bool(article or place or decides or any(name in body.name.split() for body in known_bodies()))


def _short(text: str, known: set[str]) -> Iterator[re.Match[str]]:
    """Bare surnames: with a party in brackets, or of a person named in full elsewhere."""
    yield from (m for m in _BARE.finditer(text) if not nlp.known(m["name"]) and not NOT_NAMES.fullmatch(m["name"]))
    if known:
        yield from re.finditer(rf"(?<![\w-])(?P<name>{'|'.join(map(re.escape, sorted(known)))})(?![\w-])", text)


def _clean(name: str, lead: str) -> str | None:
    """The part of the matched words that is the name; None if it is none."""
    words = list(itertools.takewhile(lambda word: not _BODY_WORD.fullmatch(word), name.split(" ")))
    if not words:
        return None
    last = words[-1]
    several = len([w for w in words if w[0].isupper() and not w.endswith(".")]) > 1
    if several and words[0] not in GIVEN and (nlp.known(last) or NOT_NAMES.fullmatch(last)):
        words.pop()
        while words and words[-1][0].islower():
            words.pop()
    if not words or NOT_NAMES.fullmatch(words[-1]) or re.fullmatch(_ROLE_NOUN, words[-1]):
        return None
    polite = re.search(rf"{_SALUTATION}|{_TITLE}", lead)
    if not polite and _GENERAL.search(lead) and nlp.known(words[-1]) and words[0] not in GIVEN:
        return None
    return " ".join(words)


def _mention(text: str, match: re.Match[str], name: str) -> Mention:
    lead = match["lead"]
    if _CUT.fullmatch(name) and text[match.start("name") + len(name) :][:1] == ".":
        name += "."
    end = match.start("name") + len(name)
    salutation = re.search(rf"(?<!\w){_SALUTATION}(?!\w)", lead)
    titles = re.findall(rf"(?<![\w.]){_TITLE}", lead)
    roles = re.findall(rf"(?<![\w-]){_ROLE}(?!\w)", lead)
    role_span = (match.start(), match.start("name")) if roles else None
    bracket = _BRACKET.match(text, end)
    party = bracket["party"] if bracket else None
    if party and re.fullmatch(rf"{_SHORT_ROLE}|(?:[\w.]{{2,20}} ){{0,2}}{_ROLE_NOUN}", party):
        roles, party = [*roles, party], None
    after = bracket.end() if bracket else end
    role = ", ".join(dict.fromkeys(roles)) or None
    for pattern in (_APPOSITION, _RELATIVE, _FROM):
        more = pattern.match(text, after) if role is None else None
        if more:
            role = re.sub(r"^(?:die|der|das|dem|den) ", "", more["role"])
            role_span = more.span("role")
    spoken_for = _FOR_GROUP.match(text, after) if party is None else None
    female = salutation.group() in ("Frau", "Fr.") if salutation else None
    return Mention(
        start=match.start(),
        end=after,
        name=re.sub(r"\.\. ?", ". ", name),
        surname=_surname(name),
        salutation=None if salutation is None else "Frau" if female else "Herr",
        title=" ".join(titles) or None,
        role=role,
        role_span=role_span,
        party=spoken_for["party"] if spoken_for else party,
        gender=("f" if female else "m")
        if salutation
        else _gender(role, text[max(0, match.start() - 4) : match.start()]),
        oblique=bool(salutation and salutation.group() in ("Herrn", "Hrn.")) or "Ratsherrn" in lead,
    )


def _bare(text: str, match: re.Match[str]) -> Mention:
    bracket = _BRACKET.match(text, match.end())
    before = re.search(
        r"(?<![\w-])([^\W\d_]{2,20})(?:-[^\W\d_]{2,20})? \Z", text[max(0, match.start() - 44) : match.start()]
    )
    given = before.group() if before and before[1] in GIVEN else ""
    return Mention(
        start=match.start() - len(given),
        end=bracket.end() if bracket else match.end(),
        name=given + match["name"],
        surname=match["name"],
        salutation=None,
        title=None,
        role=None,
        role_span=None,
        party=bracket["party"] if bracket else None,
        gender=None,
        oblique=False,
    )


def _surname(name: str) -> str:
    words = re.sub(r"^(?:[A-ZÄÖÜ]\.+ ?)(?=\w)", "", name).split(" ")
    if len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and words[0] not in ("Al", "El"):
        words = words[1:]
    return " ".join(words)


def _gender(role: str | None, before: str) -> Gender | None:
    """Gender that a role shows: its ending, or the article before an adjectival noun ("Die Vorsitzende")."""
    if role is None:
        return None
    first = role.split(",")[0].split(" ")[-1 if " " in role.split(",")[0] else 0]
    if re.search(r"(?:in|frau)$", first):
        return "f"
    if re.search(
        r"(?:nt|or|ter|ner|rat|herr|cher|meister|mann|ger|rer|är|ter)$|(?:eordneter|sitzender|"
        r"abgeordneter|ordneter|tragter)$",
        first,
    ):
        return "m"
    article = re.search(r"\b([Dd]ie|[Dd]er) $", before)
    return ("f" if article[1] in ("Die", "die") else "m") if article else None
