"""Stances that hang on no finite verb of speech: told by a noun, in the passive, in the perfect, as an opinion.

"Aus Sicht der Verwaltung besteht kein Bedarf", "von den Verbänden begrüßt", "hat sich gegen die Stellen ausgesprochen",
"auf Wunsch des Integrationsrats", "werde sich enthalten". What the Land or a ministry thinks is no position here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Fact
from corpus.patterns import Guarded, guarded
from extractors.clauses import Speech

_PARTY = (
    r"(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|(?:BÜNDNIS|Bündnis) 90/ ?(?:DIE|Die) (?:GRÜNEN|Grünen)|(?:Die |DIE "
    r")?(?:Grünen?|GRÜNEN?|Linken?|LINKEN?))"
)
_PERSON = (
    r"(?:(?:Herrn?|Frau|RM|KA|SB|SE|Ktabg\.|Rats(?:herrn?|frau|mitglieds?)|Stadtverordnete[rn]?|"
    r"Kreistagsabgeordnete[rn]?|Dezernent(?:in|en)?|Landr[aä]t(?:in|s)?|(?:Ober)?[Bb]ürgermeister(?:in|s)?|"
    r"Beigeordnete[rn]?|Kämmer\w+) )(?:Dr\. )?[A-ZÄÖÜ][\w-]+(?: \([^()]{2,30}\))?"
)
_GROUP = (
    rf"(?:(?:{_PARTY}-)?(?:\w+-)?(?:Kreistags|Rats|Stadtrats|Gemeinderats)?[Ff]raktion(?:en)?(?: {_PARTY})?|{_PARTY}|"
    r"(?:Kreis|Stadt)?[Vv]erwaltung|(?:[A-ZÄÖÜ]\w*)?[Ii]ntegrationsrat(?:e?s)?|\w*[Bb]eirat(?:e?s)?|"
    r"\w*verb[aä]nde?[ns]?|Verb[aä]nde?[ns]?|Caritas(?:verbands?)?|AWO|Diakonie|DRK|(?:kreisangehörigen )?(?:Kommunen|"
    r"Gemeinden|Städten?)|(?:freien )?Trägern?|Personalrat(?:e?s)?|Lenkungsgruppe|Steuerungsgruppe|"
    r"Bürgermeisterkonferenz|Jobcenters?|Ausschussmitgliedern?|Mitgliedern?|Migrantenselbstorganisationen|"
    r"(?:Landkreis|Städte|Gemeinde)tage?s?|Gewerkschaft\w*|\w*kammern?|Landr[aä]t(?:in|s)?|Bürgermeister(?:in|s)?|"
    r"Vorsitzenden?|Antragsteller(?:in|s)?)"
)
ACTOR = guarded(rf"(?<![\w-])(?:{_PERSON}|{_GROUP})(?!\w)")
_OF = r"(?:der |des |von |von der |von den |von dem |vom |aus der |seitens der |seitens des |durch die |durch den )"
_AGAINST = (
    r"(?:nicht (?:\w+ ){0,2}(?:entsprochen|gefolgt|zugestimmt|erforderlich|notwendig|nötig|sinnvoll|zielführend|"
    r"geboten|vertretbar|angezeigt|zweckmäßig|möglich|umsetzbar|finanzierbar|leistbar|tragbar)|kein(?:e|en|erlei)? "
    r"(?:\w+ )?(?:Bedarf|Notwendigkeit|Anlass|Veranlassung|Spielraum|Grund|Raum)|abzulehnen|entbehrlich|überflüssig|"
    r"verzichtbar|ausgeschlossen|falsch|(?:bedarf|bedürfe) [^.;]{0,80}\bkeine[rs])"
)
_FOR = (
    r"(?:zu begrüßen|begrüßenswert|sinnvoll|erforderlich|notwendig|richtig|wichtig|unverzichtbar|geboten|zielführend|"
    r"unerlässlich|dringend|bewährt)"
)
_LIKED = r"(?:begrüßt|befürwortet|unterstützt|gutgeheißen|mitgetragen|gelobt|gewürdigt|positiv (?:bewertet|gesehen))"
_DISLIKED = r"(?:abgelehnt|Widerspruch eingelegt|zurückgewiesen|verworfen)"
_DOUBTED = (
    r"(?:kritisiert|bemängelt|moniert|bezweifelt|kritisch (?:gesehen|bewertet|hinterfragt)|beanstandet|bedauert|"
    r"beklagt|(?:Bedenken|Kritik|Sorgen?|Zweifel|Vorbehalte) (?:\w+ ){0,6}(?:geäußert|vorgebracht|erhoben|laut|"
    r"angemeldet|vorgetragen))"
)
_WANTED = r"(?:gefordert|angeregt|gewünscht|beantragt|vorgeschlagen|verlangt|erbeten|eingefordert|gebeten)"


@dataclass(frozen=True, slots=True)
class _Way:
    """How a stance is told: what stands right before the actor, and what after it (anywhere in the part: `around`)."""

    stance: str
    before: Guarded
    says: Guarded
    around: bool = False


def _way(stance: str, before: str, says: str, around: bool = False) -> _Way:
    return _Way(stance, guarded(rf"{before}$"), guarded(says), around)


_OPINION = (
    r"(?:[Aa]us (?:der )?Sicht|[Nn]ach (?:der )?(?:Auffassung|Ansicht|Meinung|Einschätzung|Überzeugung)|"
    rf"[Aa]us dem Blickwinkel) {_OF}"
)
_BY = r"\b(?:[Vv]om|[Vv]on|[Dd]urch|[Ss]eitens|[Vv]on [Ss]eiten) (?:de[rnsm] |die |allen |dem )?"
_SELF = (
    r"(?:^|[,:(] |\b(?:[Dd]ie|[Dd]er|[Dd]as|dass|und|aber|habe|haben|hat|werde|werden|wird|einige|alle|[Ii]hre|"
    r"[Ss]eine) )"
)
_VERBS = {
    "support": "begrüß unterstütz befürwort billig lob würdig gutheiß mittrag zustimm beipflicht gutfind",
    "reject": "ablehn missbillig zurückweis verwerf widersprech dagegenstimm verweiger",
    "demand": "forder einforder wünsch erwart verlang anreg vorschlag vorschläg anmahn begehr plädier bevorzug "
    "favorisier "
    "beanspruch",
    "concern": "befürcht bedauer bezweifel kritisier bemängel vermiss bemänger beanstand beklag monier hinterfrag "
    "fürcht",
}
"""Stems of verbs of stance; what follows decides the mood: "-e" tells indirect speech, "-en würde" a wish."""


def _stems(stance: str) -> str:
    return "|".join(_VERBS[stance].split())


_THAT = r"\b(?:dass|daß|weil|wobei|wonach|während|obwohl|obgleich|da) [^,;]{0,40}"
_AHEAD = r"(?:t|te|e|en|en (?:würde|werde|wolle|könne|wird|will|möchte)n?)"
_APART = {
    "support": r"(?:stimme|stimmten?)\b[^,;]{0,80}\bzu\b|(?:trage|trügen?)\b[^,;]{0,80}\bmit\b|"
    r"heiße [^,;]{0,80}\bgut\b|"
    r"habe [^,;]{0,20}\bkeine(?:rlei)? (?:Bedenken|Einwände)|sei (?:[\w-]+ ){0,4}(?:dafür|einverstanden|zufrieden)|"
    r"stehe (?:[\w-]+ ){0,3}(?:hinter|zu)\b",
    "reject": r"(?:lehne|lehnten?)\b[^,;]{0,120}\bab\b|sei (?:[\w-]+ ){0,4}(?:dagegen|gegen)\b|"
    r"könne [^,;]{0,60}\bnicht "
    r"(?:\w+ )?(?:zustimmen|mittragen|mitgehen|unterstützen|folgen)|wolle [^,;]{0,60}\b(?:nicht|kein\w*)\b",
    "demand": r"(?:lege|legten?)\b[^,;]{0,30}\bWert\b|(?:bestehe|poche|dränge|dringe|beharre) (?:\w+ )?(?:auf|"
    r"darauf)\b|"
    r"(?:rege|regten?)\b[^,;]{0,80}\ban\b|(?:schlage|schlügen?)\b[^,;]{0,80}\bvor\b|bitte (?:\w+ )?(?:um|darum)\b|"
    r"(?:spreche|setze) sich [^,;]{0,60}\bfür\b|(?:wolle|möchte)\b(?![^.;]{0,120}\b(?:wissen|hören|erfahren|fragen|"
    r"danken|berichten|informieren)\b)",
    "concern": r"(?:habe|hege) [^,;]{0,40}\b(?:Bedenken|Zweifel|Sorgen?|Bauchschmerzen)|sehe [^,;]{0,60}\b(?:kritisch|"
    r"skeptisch|mit Sorge)|sei (?:[\w-]+ ){0,4}(?:skeptisch|besorgt|enttäuscht|unzufrieden)",
}
_HAS = r"^(?:[^;,]|,(?! die| der| das)){0,160}\b(?:hat|haben|habe|hatten?)\b[^;]{0,200}"
_WAYS = (
    _way(
        "support",
        _SELF,
        r"^[^;,]{0,60}\b(?:hat|haben|habe|äußert|äußern|erhebt|erheben)\b[^;,]{0,40}\bkeine (?:Einwände|Bedenken)\b",
    ),
    _way(
        "support",
        rf"\b(?:{_BY[2:]}|{_OF})",
        r"\b(?:besteh(?:en|t)|bestünden|gibt es)\b[^;]{0,80}\bkeine (?:Einwände|Bedenken)\b",
        around=True,
    ),
    _way(
        "concern",
        _SELF,
        r"^[^;,]{0,80}\b(?:enthält|enthalten|enthielt\w*) sich\b|^[^;,]{0,80}\bsich\b[^;,]{0,60}\benthalten",
    ),
    _way("reject", _OPINION, rf"\b{_AGAINST}\b|\b(?:kann|könne|konnte)\b[^;]{{0,160}}\bnicht\b", around=True),
    _way(
        "demand",
        _OPINION,
        r"\b(?:müss(?:e|en|te|ten)|muss|sollten?|solle|sollen|(?:bedarf|bedürfe)(?! (?:\w+ ){0,6}kein))\b",
        around=True,
    ),
    _way("support", _OPINION, rf"\b{_FOR}\b", around=True),
    _way(
        "demand",
        r"\b(?:Wunsch|Wünsche|Vorschlag|Forderung(?:en)?|Anregung(?:en)?|Bitte|Anliegen|Initiative|Drängen|Petitum|"
        r"Willen|Vorstellung(?:en)?|Betreiben|Ersuchen|Begehren|Verlangen|Nachdruck|Geheiß|"
        r"Insistieren|Intervention) "
        rf"{_OF}",
        r"",
    ),
    _way("demand", rf"\b[Aa]uf (?:\w+ )?Antrag {_OF}", r""),
    _way("support", _BY, rf"^ (?:\w+ )?{_LIKED}(?:e|en|er|es|em) (?:\w+ ){{0,2}}[A-ZÄÖÜ]"),
    _way("support", r"\b[Pp]asst für (?:die |den )?", r""),
    _way(
        "demand",
        r"\b[Ww]ie (?:sie |er |es )?(?:von |vom |durch |seitens )?(?:de[rnms] |die |das )?",
        rf"^(?: \w+){{0,3}} {_WANTED}\b",
    ),
    _way("support", _BY, rf"^[^;]{{0,160}}\b{_LIKED}\b"),
    _way("reject", _BY, rf"^[^;]{{0,160}}\b{_DISLIKED}\b"),
    _way("concern", _BY, rf"^[^;]{{0,160}}\b{_DOUBTED}\b"),
    _way("demand", _BY, rf"^[^;]{{0,160}}\b{_WANTED}\b"),
    _way(
        "concern",
        rf"\b(?:Kritik|Bedenken|Sorgen?|Zweifel|Vorbehalte)\b[^;]{{0,80}}\b(?:kam|kamen|kommt|gab es|gibt es) {_OF}",
        r"",
    ),
    _way("support", _SELF, rf"{_HAS}(?:\b(?:für|dafür)\b[^;]{{0,160}}\bausgesprochen|\b{_LIKED}|\bzugestimmt)\b"),
    _way("reject", _SELF, rf"{_HAS}(?:\b(?:gegen|dagegen)\b[^;]{{0,160}}\bausgesprochen|\b{_DISLIKED}|\babgeraten)\b"),
    _way("demand", _SELF, rf"{_HAS}\b{_WANTED}\b"),
    _way("concern", _SELF, rf"{_HAS}\b{_DOUBTED}\b"),
    *(_way(s, _THAT, rf"^[^;,]{{0,160}}\b(?:{_stems(s)}){_AHEAD}(?=\s*(?:[.,;]|$|und\b))") for s in _VERBS),
    *(_way(s, _SELF, rf"^(?: \([^()]{{2,30}}\))? (?:(?:{_stems(s)})e\b|{_APART[s]})") for s in _VERBS),
    _way("support", _SELF, r"^[^;,]{0,80}\b(?:trägt|tragen|trage)\b[^;,]{0,80}\bmit(?=\s*(?:[.,;]|$))"),
    _way(
        "reject",
        _SELF,
        r"^[^;,]{0,80}\b(?:werde|werden|wird|könne|kann|können) [^;,]{0,80}\b(?:nicht (?:\w+ )?(?:zustimmen|mittragen|"
        r"unterstützen)|ablehnen)\b",
    ),
    _way("support", _SELF, r"^[^;,]{0,60}\b(?:werde|werden|wird) [^;,]{0,80}\b(?:zustimmen|mittragen|unterstützen)\b"),
    _way(
        "reject",
        _SELF,
        r"^[^;]{0,40}\b(?:empfiehlt|empfehle|empfehlen|schlägt vor)\b[^;]{0,160}\b(?:abzulehnen|nicht zu folgen)\b",
    ),
    _way(
        "reject",
        _SELF,
        r"^[^;]{0,40}\b(?:sieht|sehen|sehe)\b[^;]{0,80}\bkeine?n? (?:\w+ )?(?:Notwendigkeit|Bedarf|Anlass|"
        r"Veranlassung|Möglichkeit|Spielraum|Grund)\b",
    ),
)
_WANTED_BY = guarded(
    rf"{_BY}(?P<actor>{_PERSON}|{_GROUP}) (?:\w+ )?{_WANTED}(?:e|en|er|es|em) (?:\w+ ){{0,2}}[A-ZÄÖÜ][\w-]+"
    r"(?:[^,;.]{0,120}|, (?:dass|wonach) [^;.,]{3,300})"
)
"""A wish told by a participle with a noun: "mit der von der SPD-Fraktion erbetenen Ergänzung, dass ..."."""
_AGENTLESS = guarded(
    r"^(?:(?P<demand>Gewünscht|Gefordert|Angeregt|Vorgeschlagen|Verlangt|Angemahnt|Eingefordert|Erwartet)|"
    r"(?P<concern>Kritisiert|Bemängelt|Moniert|Bedauert|Bezweifelt|Beanstandet|Kritisch (?:gesehen|angemerkt|bewertet|"
    r"hinterfragt)|Befürchtet)|(?P<support>Begrüßt|Gelobt|Befürwortet|Gutgeheißen|Positiv (?:hervorgehoben|bewertet|"
    r"aufgenommen|gesehen)|Anerkannt)) (?:wird|wurden?|werden)\b(?! vo[nm] (?:Land|Bund|Ministerium|MKFFI))"
)
"""A side taken by the meeting at large: "Gewünscht wurde ein halbjährlicher Bericht"."""
_NO = guarded(
    r"\b(?:fragt|fragen|wissen|erkundig\w+|(?:einstimmig|mehrheitlich) (?:\w+ ){0,3}(?:angenommen|beschlossen|"
    r"empfohlen|zugestimmt|abgelehnt|zu)|Enthaltungen|Stimmen|Abstimmungsergebnis|ob|Fördermittel|Zuwendung|"
    r"Förderantrag|(?:Förderung|Mittel|VZÄ|Stellen) beantragt|beauftragt|vertagt|abgesetzt|Tagesordnung|folgt(?:e|"
    r"en)? (?:\w+ ){0,5}Vorschlag)\b|\?"
)


def stances(speech: Speech, known: Sequence[Fact]) -> Iterator[Fact]:
    """The positions that no finite verb of speech told (`known`), at most one a part between semicolons."""
    a = speech.analysis
    taken = [(a.view.place(f.start), a.view.place(f.end)) for f in known]
    for sentence in speech.sentences:
        if sentence.block.section == "proposal" or sentence.block.kind == "heading":
            continue
        if speech.words and speech.in_own_words(sentence.start):
            continue
        for wish in _WANTED_BY.finditer(sentence.text):
            low, high = sentence.start + wish.start(), sentence.start + wish.end()
            if not any(x < high and low < y for x, y in taken):
                taken.append((low, high))
                yield a.fact("position", {"actor": wish["actor"], "stance": "demand", "topic": wish.group()}, low, high)
        if told := _AGENTLESS.match(sentence.text):
            place = (sentence.start, sentence.end)
            if not any(x < place[1] and place[0] < y for x, y in taken):
                actor = ACTOR.search(sentence.text)
                value = {
                    "actor": actor.group() if actor else None,
                    "stance": told.lastgroup,
                    "topic": sentence.text.strip(" ."),
                }
                yield a.fact("position", value, *place)
            continue
        for match in re.finditer(r"[^;]+", sentence.text):
            low, high = sentence.start + match.start(), sentence.start + match.end()
            if any(x < high and low < y for x, y in taken) or _NO.search(match.group()):
                continue
            if found := _stance(match.group()):
                value = {"actor": found[0], "stance": found[1], "topic": match.group().strip(" .")}
                yield a.fact("position", value, low, high)


def _stance(part: str) -> tuple[str, str] | None:
    """Actor and stance of a part of a sentence, by the first way that fits one of its actors."""
    actors = list(ACTOR.finditer(part))
    for way in _WAYS if actors else ():
        if not way.says.may_match(part):
            continue
        for actor in actors:
            if way.stance == "demand" and not way.says.pattern and "erwaltung" in actor.group():
                continue  # the administration's proposal is what the others speak to
            before, after = part[max(0, actor.start() - 120) : actor.start()], part[actor.end() :]
            if way.before.search(before) and (said := way.says.search(part if way.around else after)):
                if "erwaltung" in actor.group() and said.group().endswith(("gebeten", "beantragt", "erbeten")):
                    continue  # what it asks others for in its work
                return actor.group(), way.stance
    return None
