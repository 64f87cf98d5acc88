"""Goals: what a programme, a strategy or a town aims at, in sentences and in the lists that a line announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.aim_lists import answered, listed
from extractors.analysis import Analysis, Sentence
from extractors.syntax import LONGEST

_ASKED = guarded(r"\b(?:fragt|fragen|wissen|erkundig\w+|will er|will sie)\b|\bbitte[nt]\b.*\b(?:um|darum)\b|\?\s*$")
_BETTER = (
    r"(?:stärken|stärkt|gestärkt|verbesser[nt]|gefördert|fördern|ausgebaut|ausbauen|auszubauen|erreicht|erreichen|"
    r"intensivier(?:t|en)|vermieden|vermeiden|verkürz(?:t|en)|beschleunig(?:t|en)|erleichter[nt]|vernetz(?:t|en)|"
    r"verzahn(?:t|en)|gebündelt|bündeln|geschlossen|schließen|ermöglich(?:t|en)|gesichert|sichern|unterstütz(?:t|en)|"
    r"abgebaut|abbauen|vereinfach(?:t|en)|begleite(?:t|n)|gesteuert|steuern|verankert|verankern|weiterentwickelt|"
    r"weiterentwickeln|zusammengeführt|zusammenführen|entlaste(?:t|n)|optimier(?:t|en))"
)
_AIM = guarded(
    r"\b(?:[Zz]iel(?:e|setzung|stellung)?|Absicht|(?:Kern)?[Aa]nliegen|Zweck|Leitgedanke|Hauptziel|Oberziel)(?: "
    r"(?:des|der|von|dieser|dieses|dabei|hierbei|hiervon|davon|bleibt|dahinter)\b[^.,;:]{0,80}?)? (?:ist|sind|war|sei|"
    r"seien|bleibt)\b|\b(?:das|dem|mit dem) Ziel,? |\bzum Ziel\b|"
    rf"\bsoll(?:en)?\b[^.;]{{5,160}}\b(?<!nicht ){_BETTER}(?: werden)?\b(?=\s*(?:[.,;]|$|und\b|werden))|\b(?:will|"
    rf"wollen|möchten?|möchte) (?:das Land|der Bund|die \w+|der \w+|man|damit)\b[^.;]{{5,200}}\b{_BETTER}\b|\b(?:Land|"
    rf"Stadt|Kreis|Gemeinde|Verwaltung|Bund|Städteregion)\b[^,.;]{{0,40}} (?:will|wollen|"
    rf"möchten?)\b[^.;]{{5,200}}\b{_BETTER}\b|"
    r"\bsollen\b[^.;]{3,120}\b(?:aus einer Hand|wie aus einem Guss|Hand in Hand)\b|\bIm Mittelpunkt steh(?:en|t|e)\b|"
    r"\b(?:wie|"
    r"dass|um) [^.;]{5,120}\b(?:erreicht werden|zu erreichen)\b|\b(?:zielt|zielen|ziele)\b[^.;]{0,60}\b(?:darauf|auf|"
    r"ab)\b|\bsoll(?:en)? (?:\w+ ){0,4}(?:dazu|mit dazu) (?:beitragen|dienen)|\bsoll(?:en)? (?:\w+ ){0,6}dazu "
    r"beitragen\b|\b(?:trägt|tragen) (?:\w+ ){0,3}dazu bei\b|\b[Aa]ngestrebt (?:wird|werden|ist|sind)\b|\b(?:wird|"
    r"werden|ist|sind)\b[^.;]{3,120}\bangestrebt\b|\b(?:strebt|streben)\b[^.;]{3,160}\ban\b(?=\s*(?:[.,;]|$|und\b))|"
    r"\bBeabsichtigt (?:ist|sei|wird)\b|\b[Ee]s (?:geht|gehe|gilt|gelte)\b[^,;]{0,40}(?:darum)?,[^.;]{5,200}\b(?:zu|"
    r"\w+zu)\w* ?\w+en\b|\bdien(?:t|en|e) (?:\w+ ){0,3}(?:dazu|dem Ziel|dem Zweck)\b|"
    r"\b[Vv]erfolgt\b[^.;]{0,60}\b(?:Ziel|Ziele|Ansatz)\b"
)
_MORE = guarded(
    r"\b(?:[Aa]ls|[Zz]um) (?:Zweck|Ziel|Anliegen|Absicht|Leitgedanken?|Sinn)\b[^.;]{5,200}\b(?:bezeichnet|nennt|"
    r"genannt|"
    r"benennt|angegeben|hat|sieht|formuliert|gilt|gesetzt|wird|werden)\b|\b(?:bezeichnet|nennt|benennt|"
    r"gilt)\b[^.;]{0,80}\b"
    r"als (?:Zweck|Ziel|Anliegen)\b|\b(?:Absicht|Ziel|Zweck|Anliegen|Gedanke)\b[^.;]{0,60}\b(?:verfolgt|verbunden|"
    r"gesetzt|"
    r"dahinter|zugrunde)\b|\bzu dienen bestimmt\b|\bverfolg(?:t|en|e)\b[^.;]{0,60}\b(?:Absicht|Ziel\w*|Zweck|"
    r"Anliegen)\b|"
    r"\b(?:das |Das )?(?:Land|Ministerium|Bund|KIM|Programm)\b[^.;]{0,40}\b(?:will|möchte|soll)\b,? (?:dass|"
    r"erreichen)\b|"
    r"\b(?:Augenmerk|Fokus|Hauptaugenmerk)\b[^.;]{0,60}\bauf\b|\b[Vv]orrangig\b[^.;]{3,120}\bzu \w+en\b|\b(?:Leitfrage|"
    r"Leitgedanke|Motto|Grundgedanke|Leitidee|Idee|Vision|Anspruch|Devise|Ziel)(?: dabei| dahinter| ist)?: ?\w|"
    r"\b(?:gilt|"
    r"geht) es,? [^.;]{5,160}\bzu \w+en\b|\b(?:soll|sollen|sollte)\b[^.;]{3,160}\b(?:erspart|erleichtert|profitieren|"
    r"beseitigt|vorangebracht|gebessert|vermindert|verringert|verhindert|überwunden|erhöht|gewährleistet|befördert|"
    r"zusammenwachsen|zusammenrücken|vereinheitlicht|verschlankt|verzahnen|reibungslos\w*|Hand in Hand|"
    r"ineinandergreifen|"
    r"ansetzen|zugutekommen|handeln|zusammenarbeiten)\b|\banzusetzen (?:sei|ist)\b|\bum\b[^.;]{5,140}\bzu (?:stärken|"
    r"verbessern|"
    r"fokussieren|vermeiden|beseitigen|verzahnen|erleichtern|sichern|bündeln|vernetzen|fördern|beschleunigen)\b|"
    r"\b(?:zur|zum|[Ff]ür die) (?:Sicherstellung|Verbesserung|Stärkung|Verzahnung|Vermeidung|Beseitigung|Festigung) "
    r"de[rs]\b|\bdien(?:t|en|e) de[rm] (?:\w+ )?\w+(?:ung|keit|heit)\b|\bkonzentriert? (?:man )?sich auf\b|"
    r"\b(?:versprech|erhoff|erwart)\w{1,3} (?:man )?sich (?:\w+ )?(?:davon|hiervon|dadurch|daraus|von)\b|"
    rf"\b(?:[Dd]amit|[Dd]adurch|[Hh]ierdurch|[Hh]iermit|[Aa]uf diese Weise|So)\b (?:werden?|lassen|lässt|sollen|soll|"
    rf"können|kann|"
    rf"ließen|würden)\b[^.;]{{3,160}}\b{_BETTER}\b|"
    r"\bvorgenommen, [^.;]{3,160}\bzu \w+en\b|\b(?:Aufgabe|Anspruch|Auftrag|Wunsch|Hoffnung|Bestreben)\b[^.;,]{0,60}"
    r"\b(?:ist|sei|bleibt|war) es,[^.;]{3,160}\b(?:zu|\w+zu)\w* ?\w+en\b"
)
"""Other ways to tell an aim, read where the document speaks of the topic."""
_WHOM = (
    r"(?:\w{0,20}(?:[Mm]enschen|[Pp]ersonen|[Ee]inwander\w+|[Gg]eflüchtete\w*|[Zz]ugewanderte\w*|[Aa]ngekommene\w*|"
    r"[Ff]amilien|"
    r"[Rr]atsuchende\w*|[Mm]igrant\w+|[Kk]inder|[Jj]ugendlichen?)|Leuten?|Frauen|[Nn]iemand|[Kk]einer|"
    r"[Kk]eine? (?:Kind|"
    r"Mensch|Familie|Person|Fall)|jede[rm]?(?! kreis)|"
    r"alle(?! (?:Kreise|kreis|Städte|Kommunen))|"
    r"Ämtern?|Behörden?|Rathäuser|Dienststellen|Kommunen|[Ii]nstitutionen|Akteur\w*|Ansprechperson|Anlaufstelle|Zugang|"
    r"Zahl|Anteil|Arbeitslosigkeit|Wartezeiten|Wege|Angebote|Hilfen?|Hilfesystem|Zusammenarbeit|Verfahren|Abläufe|"
    r"Integration|"
    r"Einbürgerung\w*|Vielfalt|Teilhabe|Miteinander|Strukturen|Doppel\w+|Übergänge|Lücken|Hürden|Brüche|Potenziale|"
    r"Integrationsprozess\w*|Versorgung)"
)
_BEST = (
    r"(?:besser|enger|schneller|leichter|einfacher|dichter|stärker|zügiger|gezielter|früher|wirksamer|passgenauer|"
    r"reibungsloser|kürzer|verlässlicher|transparenter|übersichtlicher|gerechter|selbstständiger|schlanker|effizienter)"
    r"(?:e[nrs]?)?"
)
_WANTED = guarded(
    rf"\b{_WHOM}\b[^.;:]{{0,80}}\b(?:soll(?:en?|te|ten)?|müss(?:e|ten|te)|möge[n]?)\b|\b(?:[Ss]oll(?:en?|te|ten)?|"
    rf"[Mm]üssten|[Mm]üsse)\b[^.;:]{{0,40}}\b{_WHOM}\b|\b(?:soll(?:en?|te|ten)?|w[io]ll(?:en?|e|te|ten)?|möchten?|"
    rf"müsste[n]?|"
    rf"müsse)\b[^.;]{{0,140}}\b{_BEST}\b|\b(?:geht|gehe|ging|ginge)\b[^.;]{{0,140}}\bdarum, |\b(?:dahin|dorthin|"
    rf"so weit|"
    r"dafür|darauf) (?:\w+ )?(?:kommen|gelangen|sorgen|hinwirken|hinarbeiten|hinaus), (?:dass|wo)\b|\b(?:[Gg]ewünscht|"
    r"[Ee]rwünscht|[Bb]ezweckt|[Gg]ewollt|[Ee]rhofft|[Aa]ngepeilt) (?:ist|sind|sei|seien|wird|werden|wurde)\b|"
    r"\b(?:KIM|Integrationsmanagement) (?:will|soll|möchte|wolle|solle)\b|\b[Ww]ir (?:möchten|wollen)\b,? |"
    rf"\b[Ee]s (?:geht|gehe) (?:\w+ ){{0,3}}um\b|\A\W*Damit {_WHOM}\b[^.;]{{0,100}}\b(?:nicht|{_BEST})\b|"
    r"\b(?:darauf|dorthin) (?:aus|hinaus)\b|\bunterm Strich soll\w*\b|"
    r"\b(?:hinwirken|hinarbeiten|hinzuwirken|hingewirkt)\b"
)
"""Whom or what a change is to reach as subject of "sollen", or what is to grow better: an aim, whatever the verb."""
_NOT_WANTED = guarded(
    r"€|\bEuro\b|\b(?:\w*[Ss]tellen?|VZÄ|Bericht\w*|\w*[Kk]onzept\w*|Sitzung\w*|Ausschuss\w*|Tagesordnung\w*|"
    r"Fraktion\w*|"
    r"vorgestellt|eingestellt|ausgeschrieben|besetzt|beauftragt|eingeladen|informiert|berichte[nt]|Kräfte?|Mittel|"
    r"Verwaltung|Vorlage|Antrag|\w*[Gg]ruppe|\w*[Mm]anager\w*|Beratung|Termin|Frist|Anhörung|Integrationsrat|"
    r"[Nn]achbar\w*|wie viele|Würde|[Vv]orgesehen|ursprünglich|Sorgen?|mein(?:t|te|en|ten)|glücklich|bedauert|"
    r"kritisiert|landesweit|hinzu\w*|dazu\w*)\b"
)
_NO_AIM = guarded(
    r"€|\bEuro\b|\b(?:Ausschuss|Tagesordnung\w*|Sitzung\w*|Mitteilung|Kenntnis|Frist|Fraktion\w*|VZÄ|Sie suchen)\b"
)
_LEAD = guarded(r"\b(?:Leitfrage|Kernfrage|Grundfrage)\b")
_AIM_SPAN = guarded(r"\b(?:das|dem) Ziel,? .{3,200}?(?=,? (?:sowie|und das|und den|und) |[.;]|$)")
_AIMS_IN_LINE = guarded(
    r"\b(?:(?:\w+z|Z|z)iele|(?:[Aa]ngestrebt|[Bb]ezweckt|[Bb]eabsichtigt) (?:werden|wird|sind|ist)|(?:werden|wird|"
    r"sind|ist) "
    r"(?:\w+ ){0,4}(?:angestrebt|bezweckt)|(?:[Ww]ill|[Ww]olle|[Ww]ollen|[Mm]öchte[n]?|[Ss]olle?n?)\b[^.;:]{0,80}\b"
    r"(?:erreichen|erreicht werden|bewirken|schaffen|geschaffen werden|voranbringen))\b[^.:]{0,80}: ?(?P<list>.+)$"
)
_AIM_ITEM = guarded(
    r"(?:[,;] ?|\s)(?:und |sowie )?\(?[a-h1-9]\) ?|(?:\A|(?<=: ))\(?[a-h1-9]\) ?|"
    r", (?:und |sowie )?(?=(?:die |der |das |eine[rn]? |den )?[A-ZÄÖÜa-zäöü]\w+ )|"
    r" (?:und|sowie) (?=(?:eine[nr]?|die|der|das|den|[a-zäöü]{3,20}e[nrs]? [A-ZÄÖÜ]\w+(?: [a-zäöü]+){1,6}) )"
)


_BRIEFEST = 8
"""Characters: what is shorter in a list names no aim."""
_COUNTED = guarded(
    r"\b(?:\w*[Zz]iele?n?|vorgenommen|vor|Anliegen|Absichten|Schwerpunkte|will|wolle|wollen|erreichen|"
    r"erreicht)\b[^.;:]{0,60}: ?"
    r"(?:[Ee]rstens|[Zz]um [Ee]rsten|[Zz]um einen|[Zz]unächst)\b"
)
_ORDINAL = guarded(
    r"\b(?:(?:[Ee]rst|[Zz]weit|[Dd]ritt|[Vv]iert|[Ff]ünft|[Ss]echst)ens|[Zz]um (?:einen|anderen|[Ee]rsten|[Zz]weiten|"
    r"[Dd]ritten)|"
    r"[Ss]chließlich)\b"
)
_STRATEGY = guarded(r"„(?P<name>[^“”]{5,80}[Ss]trategie[^“”]{0,12})[“”]")
_OF_LAND = guarded(
    r"\b(?:[Dd]as Land|[Dd]ie Landesregierung|[Dd]as (?:\w{1,30})?[Mm]inisterium|[Dd]er Bund|[Dd]ie Bundesregierung|"
    r"(?:[Zz]iele?|[Ss]chwerpunkte) des (?:Landes|Bundes|Ministeriums))\b"
    r"(?![^.:]{0,200}\b(?:Stadt|Kreis|Gemeinde|Kommune)\b)"
)


def goals(a: Analysis, sentence: Sentence) -> Iterator[Fact]:
    """The goals that a sentence tells; each of an enumeration with its own passage."""
    text = sentence.text
    if len(text) > LONGEST or (_ASKED.search(text) and not _LEAD.search(text)):
        return
    in_line = _AIMS_IN_LINE.search(text)
    if in_line:
        low = in_line.start("list")
        edges = [low, *(m.end() for m in _AIM_ITEM.finditer(text, low))]
        ends = [*(m.start() for m in _AIM_ITEM.finditer(text, low)), len(text.rstrip(". "))]
        for start, end in zip(edges, ends, strict=True):
            if end - start > _BRIEFEST:
                yield _goal(a, (sentence.start + start, sentence.start + end), (sentence.start, sentence.end))
        return
    if told := _ordered(a, sentence):
        yield from told
        return
    more = (_MORE.search(text) and not _NO_AIM.search(text)) or (_WANTED.search(text) and not _NOT_WANTED.search(text))
    further = bool(a.mentions) and more and a.programme(sentence.start)
    if _AIM.search(text) or further:
        span = _AIM_SPAN.search(text)
        start, end = span.span() if span else (0, len(text))
        yield _goal(a, (sentence.start + start, sentence.start + end), (sentence.start, sentence.end))


def _ordered(a: Analysis, sentence: Sentence) -> list[Fact]:
    """The goals that a sentence counts: "man habe sich drei Dinge vorgenommen: erstens ..., zweitens ..."."""
    text = sentence.text
    if not (a.mentions and _COUNTED.search(text)):
        return []
    edges = [m.start() for m in _ORDINAL.finditer(text)]
    spans = zip(edges, [*edges[1:], len(text.rstrip(". "))], strict=True)
    whole = (sentence.start, sentence.end)
    return (
        [_goal(a, (sentence.start + low, sentence.start + high), whole) for low, high in spans]
        if len(edges) > 1
        else []
    )


def listed_goals(a: Analysis) -> Iterator[Fact]:
    """The items of a list that a line about goals announces, and what answers a question for them."""
    for place, announced in (*listed(a), *(answered(a) if a.mentions else ())):
        yield _goal(a, place, announced)


def _goal(a: Analysis, place: Span, said: Span | None = None) -> Fact:
    """A goal; `said` is the sentence or line that announces it, whose subject may be the Land."""
    low, high = said or place
    strategies = list(_STRATEGY.finditer(a.text, max(0, place[0] - 500), place[0]))
    since = strategies[-1].start() if strategies else low
    named = any(since <= m[0] < max(place[1], high) for m in a.mentions)
    programme = a.programme(place[0])
    of = programme.name if programme else None
    if strategies and not named:
        of = strategies[-1]["name"]
    elif not named and _OF_LAND.search(a.text[low:high]):
        of = "Land"
    text = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    return a.fact("goal", {"of": of, "text": text}, *place)
