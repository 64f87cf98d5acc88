"""Dates that are no event of their own: of a document's head, of a paper or law, of what a council's body did then."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Sequence

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Sentence
from extractors.committees import NAME, NAME_GENITIVE
from extractors.dates import Date

# What a date belongs to when these words stand right before it.
_PART_OF = guarded(
    r"(?:\b(?:Gesetz\w{0,3}|Erlass\w{0,2}|Rd\.? ?Erl\.|Runderlass\w{0,2}|Richtlinien?|Verordnung|"
    r"Satzung|Fassung|\w{0,24}[Ee]ntw[uü]rf\w{0,3}|Amtsblatt\w{0,2}|Vermerke?s?|Pressemitteilung|Presseartikel|"
    r"Zeitungsbericht\w{0,3}|"
    r"Niederschrift|Protokolls?|(?:\w{0,12}[Vv]orlage|Drucksache|Drs\.|"
    r"DS)(?: (?:Nr\. )?[\w/.-]{3,20})?|"
    r"Beschl(?:uss|usses|üsse|üssen|ussempfehlung)|(?:Antr[aä]ge?s?|Anfrage) (?:der|des|"
    r"von) [^.;\n]{1,70}|\w{0,12}[Aa]ntrag(?:e?s)?|Anfrage)"
    r"(?: (?:des|der) [^.;,\n]{1,60})? (?:vom|v\.) |\b(?:Produkt\w*|Konto|Sachkonto|Kostenstelle\w*|Kostenträger|"
    r"Haushaltsstelle|Buchungsstelle|Teilplan|Teilprodukt|PSP\S*|Ziffer|Ziff\.|Kapitel|Nr\.|Abschnitt|Punkt) |"
    r"\bgeb(?:oren|\.) (?:am )?)$"
)
_OF_RULE = guarded(
    r"(?:\b(?:\w{0,30}(?:[Gg]esetz(?:e?s|buch\w{0,3})?|[Vv]erordnung|[Ss]atzung|[Gg]eschäftsordnung|[Hh]auptsatzung|"
    r"[Bb]ebauungsplan\w{0,2})"
    r"|\w{0,10}[Uu]rteile?s?|\w{0,20}[Gg]erichts?(?:hofs?)?)\b[^.;\n]{0,110}|\([A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,12}(?:G|VO|"
    r"GB)(?: NRW?)?\)) (?:vom|v\.) $"
    r"|\b(?:zuletzt|letztmalig) (?:geändert|neu gefasst|ergänzt)(?: am| (?:durch|mit) [^.;\n]{0,80})? $"
    r"|(?i:\b(?:exportiert|gedruckt|ausgedruckt|aktualisiert|abgerufen|abruf|zugriff|druckdatum)(?: am)?:?) ?$"
    r"|\b\w{0,20}beschl(?:uss|usses|üsse|üssen) (?:vom|v\.|im) $"
)
"""A law, plan or judgment far before its day, an export of a file, a compound that means a resolution."""
_PAPER_NUMBER = guarded(r"(?<![\w.])[A-ZÄÖÜ\d][\w-]{0,8}/[\w/-]{1,12},? (?:vom|v\.) $")
_VERSION_AFTER = guarded(
    r"\s?(?:\w{4,16}en )?(?:geltenden|gültigen|geänderten|in Kraft getretenen)\b[^.;,]{0,40}\bFassung\b"
)
_ITEM_THEN = guarded(
    r"\b(?:auf der (?:Tagesordnung|TO)|zur Tagesordnung|vertagt|von der (?:Tagesordnung|TO)|abgestimmt|zurückgestellt|"
    r"protokolliert|zu Protokoll|in der Niederschrift|im Protokoll)\b"
)
"""What is done with an item, of whichever body."""
_STATION = guarded(
    r"\b(?:Vorberatung|Entscheidung|Anhörung|Kenntnisnahme|Empfehlung|Beschlussfassung|Beratung|ö|Ö|N|NÖ|"
    r"öffentlich)\s*$"
)
"""What ends a row of the meetings in which a paper is treated."""
_APPLICATION = guarded(r"\bAntr[aä]ge?s? auf\b[^.;\n]{0,80} vom $")
_OWN_REQUEST = guarded(
    r"\b[Aa]ntr[aä]g\w{0,3} (?:(?:der|des|von|vom|von der|unserer|ihres|seines) )?(?:[a-zäöü]{3,14}(?:e[nrs]?) )?"
    r"(?:Stadt|Kreise?s?|Gemeinde|Landkreise?s?|Kommunen?|Städteregion|[\w-]{3,30}kreises|Verwaltung|KI|KIs|"
    r"(?:\w+-)?Integrationszentrums|Trägers?|Verband\w{0,3}|Vereins?|Caritas\w*|Diakonie|AWO|DRK|Volkshochschule|VHS)"
    r"\b[^.;,\n]{0,60} (?:vom|v\.) $|\b(?:unser|hiesig|diesseitig|eigen|gestellt|"
    r"eingereicht)e?[nmrs]{0,2} Antr[aä]g\w{0,3} vom $"
)
_PLAIN_REQUEST = guarded(r"\b(?:den |dem |der |des |[Aa]uf )?[Aa]ntr[aä]g\w{0,3},? vom $")
_GRANTS = guarded(r"[Zz]uwendung|[Ff]örder|[Bb]escheid|[Bb]ewillig|Landesmittel|Bezirksregierung|\bLand\b")
_POLITICAL = guarded(r"(?i)fraktion|ratsmitglied|ratsherr|\bliste\b|gruppe|anfrage")
_TELLS_BY = guarded(
    r"\b(?:[Mm]it|[Pp]er|[Dd]urch|[Ii]m|[Ll]aut) (?:\w{3,14} )?\w{0,6}[Ee]rlass(?: de[sr] [^.;,\n]{1,60})? vom $"
)
_TELLING = guarded(
    r"^[^.;]{0,160}?\b(?:mitgeteilt|bewilligt|zugewiesen|angekündigt|bekannt ?gegeben|zugesagt|zugeteilt|"
    r"in Aussicht gestellt|"
    r"angewiesen|aufgefordert|eröffnet|freigegeben|zur Verfügung gestellt|erhöht|verlängert|gekürzt|klargestellt|"
    r"informiert)\b"
)
_STAND = guarded(r"\bStand:?(?: (?:vom|am))? ?$")
_HEAD_LINE = guarded(
    r"(?:Sitzungs?\w{0,8}|Datum|Termin|Beginn|Ende|Uhrzeit|Stand|Eingang|Eingegangen|Gremium|"
    r"Status|Zeit|Besprechung)\b[^:]{0,20}:"
)
_PERIOD_LINE = guarded(r"(?:Beginn|Ende)\b[^:]{0,20}:")
_WEEKDAY = guarded(r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\b")
_WORD_OF_EVENT = guarded(
    r"(?i)(?:antrag(?:stellung)?|bescheid|bewilligung|laufzeit|zeitraum|start|beginn|ende|schluss|frist|(?:fertig|"
    r"ein)stellung|"
    r"besetzung|ausschreibung|antritt|kick-?off|auftakt|stichtag|einreichung|verlängerung|inkrafttreten|eröffnung|"
    r"einführung|"
    r"auszahlung|abruf|nachweis|veröffentlichung|aufnahme|abgabe|gründung|konstituierung|umsetzung|freigabe|zusage|"
    r"eingang|"
    r"vertrag|vereinbarung|unterzeichnung|übergabe|umzug|live|launch|roll-?out|workshop|konferenz|fachtag|klausur|"
    r"treffen|"
    r"schulung|befragung|evaluation|phase|befristung|befristet|besetzt|besetzen|vakant|frei|eingestellt|bewilligt|"
    r"beantragt|geplant|"
    r"gestartet|ausgeschrieben|zugesagt|abgeschlossen|fertig|genehmigt|genehmigung|gruppe KIM|erledigt|"
    r"nächste\w? (?:sitzung|termin|treffen))(?:e?[ns]|e)?\b|"
    r"\b(?:seit|ab|bis)(?: zum)?\s*$"
)
"""What makes a line without a verb tell of an event: "Bescheid: 12.03.2021", "Laufzeit bis 31.12.2024"."""
_SENTENCE = guarded(
    r"\b(?:ist|war|sind|waren|wurden?|wird|werden|hat|hatten?|haben|habe|sei|seien|ging(?:en|e)?|gehe|geht|kam(?:en)?|"
    r"komme|kommt|lief(?:en)?|läuft|laufe|findet|fand|finde|beginnt|begann|beginne|endet|endete|ende|startet|startete|"
    r"starte|trat|tritt|trete|traf|trifft|treffe|schloss|gründete|eröffnete|folgte?|soll|solle|sollen)\b"
    r"(?=[^.:]{0,60}(?:\.\d|\. ?[A-ZÄÖÜ]|\d|[a-zäöüß]))[^:]*\.\s*$"
)
"""A sentence however short: "Losgegangen ist es am 2.9.2021."."""
_SHORT = r"(?!USA\b|VHA\b)(?:[A-ZÄÖÜ]{1,5}A|BVV|StVV|IR|KT)(?![\w-])"
_COUNCIL = guarded(
    rf"(?<![\w-])(?:{NAME_GENITIVE}|{NAME}|{_SHORT}|\w{{2,30}}(?:rats|tags|ausschuss)-?[Ss]itzung|"
    rf"\w{{0,20}}?(?:[Aa]usschüsse|[Rr]äte|Gremien)n?)(?![\w-])"
)
_DEALT = guarded(
    r"(?i)\b(?:beschloss|befand|entschied|billigte|verabschiedete|stimmte|lehnte|beriet|erörterte|befasste|"
    r"beauftragte|empfahl|"
    r"nahm|segnete|genehmigte|votierte)\w{0,2}\b|\w(?:schlossen|schieden|befunden|stimmt|billigt|segnet|verabschiedet|"
    r"nehmigt|lehnt|gelegt|gelegen|lag|beauftragt|fasst|empfohlen|raten|handelt|örtert|diskutiert|gestellt|wiesen|tagt|"
    r"gewinkt|tragen|kräftigt|stätigt|wählt|schäftigt|gesprochen|erteilt|geeinigt|nommen|setzt|gehoben|führt|"
    r"verfügt|geordnet|debattiert|"
    r"votiert)(?:e[nmrs]?)?\b|"
    r"(?:sitzung|beratung|beschluss|votum|befassung)"
)
"""Stems of what a body does with a matter: "gebilligt", "vorgelegen", "sich befasst"; a sitting or a vote told."""
_BEFORE_COUNCIL = guarded(
    rf"(?<![\w-])(?:[Ii]m|[Ii]n der|[Bb]eim|[Vv]or (?:dem|der)|[Dd]urch (?:den|die)|[Dd](?:er|ie|as|em)) "
    rf"(?:\w{{4,14}}[nme] )?"
    rf"(?:{NAME}|{_SHORT})"
)
"""A body as the place where something happened, or as who did it."""
_TOLD = guarded(
    r"\b(?:ha(?:t|tte|be|ben|tten)|hätten?|is?t|sind|sei(?:en)?|war(?:en)?|wär(?:en|e)|wurden?|worden|ging(?:en)?|"
    r"kam(?:en)?|gab(?:en)?|hielt(?:en)?|bekam(?:en)?|erhielt(?:en)?|stand(?:en)?|saß(?:en)?|sprach(?:en)?|"
    r"lief(?:en)?|fand(?:en)?|ließ(?:en)?|rief(?:en)?|bat(?:en)?|traf(?:en)?|brachten?|dachten?|wussten?|"
    r"\w{3,16}[a-zß]ten?)\b"
)
_FOUNDED = guarded(r"(?i)konstituier|gegründet|gründung|gebildet|ins leben|erstmals zusammen|eingerichtet|aufgelöst")
_FROM_TO = guarded(r"\b(?:seit|ab|bis|zum|von)(?: (?:dem|zum|einschließlich))? ?\Z")
_AHEAD = guarded(
    r"\b(?:soll(?:en|e|te|ten)?|wird|werden|werde|würden?|vorgesehen|geplant|angemeldet|anberaumt|terminiert|"
    r"vorbehalten|steht|"
    r"voraussichtlich|nächste\w*|kommende\w*|in Aussicht|ins Auge|beabsichtigt|entscheidet|befindet|berät|tagt|"
    r"beschließt|ansteht|zu (?:beraten|entscheiden|beschließen))\b"
)
_BEHIND = guarded(
    r"\b(?:Bezug|verwiesen|hingewiesen|erinnert|Beschl(?:uss|usses|üsse)|Niederschrift|Protokoll|"
    r"worden)\b"
)
_SENT = guarded(
    r"(?:[Bb]escheid\w{0,3}|Schreiben|[Mm]ail|Brief|Stellungnahme|[Vv]ertrag\w{0,3}|[Vv]ereinbarung|"
    r"[Kk]onzept\w{0,3})(?: [^.;,\n]{1,40})? vom $"
)
_EVERY_YEAR = guarded(r"(?i)\b(?:\w{0,5}jährlich|jeweils|jede[ns] Jahres|jedes Jahr|jährigen|turnusmäßig|stets)\b")
_EACH_YEAR = guarded(r"\s?(?:eines )?(?:jede[ns] Jahres|des jeweiligen|eines jeden|des (?:laufenden|jeweils))\b")


def is_head(sentence: Sentence, found: list[Date]) -> bool:
    """A line of a head or table: a label, or hardly anything beside the date that tells of an event."""
    text = sentence.text
    if any(_is_count_day(text, d) for d in found):
        return False
    body = sentence.block.section is not None or sentence.start > 600
    labelled = _HEAD_LINE.match(text) and not (body and _PERIOD_LINE.match(text))
    if labelled or sentence.block.section == "attachments" or sentence.block.kind == "heading":
        return True
    if _SENTENCE.search(text):
        return False
    rest = _WEEKDAY.sub("", text[: found[0].start] + text[found[-1].end :])
    between = (text[a.end : b.start] for a, b in itertools.pairwise(found))
    told = any(len(re.findall(r"\b[a-zäöüß]{3,}", part)) > 2 for part in between)
    few_words = len(re.findall(r"\w{3,}", rest)) < 3 and not told
    after = text[found[-1].end :]
    label = text[: found[0].start] + (after if after.startswith((":", " –", " -")) else "")
    return few_words and not (body and _WORD_OF_EVENT.search(label))


def _is_count_day(text: str, date: Date) -> bool:
    """Whether a day is that of the figures beside it: "(Stand: 30.09.2021)", "Stand 30.09.2021: 7 Stellen"."""
    behind = re.match(r": \w", text[date.end :])
    return bool(_STAND.search(text[: date.start])) and bool(behind or _in_brackets(text, date))


def belongs_elsewhere(sentence: Sentence, date: Date, today: dt.date | None) -> bool:
    """Whether a date is that of a paper, a law or a rule, of a past meeting, or comes again each year."""
    text = sentence.text
    before, after = text[: date.start][-160:], text[date.end :]
    each = _EACH_YEAR.match(after) or (date.derived and _EVERY_YEAR.search(f"{before[-60:]} {after[:60]}"))
    if each or (date.derived and "\t" in text):
        return True
    if _STAND.search(before):
        return not _is_count_day(text, date)
    if _OF_RULE.search(before) or (_STATION.search(text) and not re.search(r"[.!?]", after) and _COUNCIL.search(text)):
        return True
    if _PAPER_NUMBER.search(before) or _VERSION_AFTER.match(after):
        return True
    if _PART_OF.search(before):
        return not is_request(text, date) and not (_TELLS_BY.search(before) and _TELLING.search(after))
    return not _SENT.search(before) and _of_council(text, date, today)


def is_request(text: str, date: Date) -> bool:
    """Whether a date is that of an application for money, not of a motion."""
    before = text[: date.start][-160:]
    if _APPLICATION.search(before) or _OWN_REQUEST.search(before):
        return True
    plain = _PLAIN_REQUEST.search(before)
    return bool(plain and _GRANTS.search(text)) and not _POLITICAL.search(before)


def lies_ahead(text: str, date: Date, today: dt.date | None) -> bool:
    """Whether the day is later than the document's, or, where that is unknown, the words around it say so."""
    if today:
        return date.iso > today.isoformat()[: len(date.iso)]
    part = _part(text, date)
    return bool(_AHEAD.search(part)) and not _BEHIND.search(part)


def covering(facts: Sequence[Fact], spans: Sequence[tuple[int, int]], at: int) -> list[Fact]:
    """The facts that hold a place."""
    return [fact for fact, (a, b) in zip(facts, spans, strict=True) if a <= at < b]


def _of_council(text: str, date: Date, today: dt.date | None) -> bool:
    """Whether a body did something then, or had it before it; that it was founded stays an event."""
    part = _part(text, date)
    if lies_ahead(text, date, today):
        return False
    if not _COUNCIL.search(part):
        return date.precision == "day" and bool(_ITEM_THEN.search(part))
    if _DEALT.search(part) or _in_brackets(text, date):
        return True
    ranges = _FROM_TO.search(text[: date.start]) or date.precision != "day"
    return not ranges and bool(_BEFORE_COUNCIL.search(part) and _TOLD.search(part)) and not _FOUNDED.search(part)


def _part(text: str, date: Date) -> str:
    """The clause around a date: between commas, semicolons and dashes; brackets without the date left out."""
    before = re.sub(r"\([^()]{0,120}\)", " ", text[: date.start][-300:])
    after = re.sub(r"\([^()]{0,120}\)", " ", text[date.end :][:300])
    if _in_brackets(text, date):
        return before[before.rfind("(") :] + after[: after.find(")")]
    return re.split(r", |; | [–-] |: ", before)[-1] + " " + re.split(r", |; | [–-] |: ", after)[0]


def _in_brackets(text: str, date: Date) -> bool:
    before, after = text[: date.start][-80:], text[date.end :][:80]
    return before.rfind("(") > before.rfind(")") and 0 <= after.find(")") <= (after.find("(") % 1000)
