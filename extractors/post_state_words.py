"""Words that tell in which state posts are: applied for, granted, advertised, filled, dropped. Data and lookups."""

from __future__ import annotations

import functools
import re

from corpus.patterns import Guarded, guarded

UNTOLD = frozenset({"vacant", "gone"})
"""States that a text tells of posts and the value set has no name for: vacant without being advertised, given up."""

_HOURS = (
    r"(?:(?:Wochen|Arbeits)?[Ss]tunden\w{0,10}|(?:Wochen)?[Aa]rbeitszeit\w{0,4}|Beschäftigungsumf\w{2,5}|"
    r"Teilzeit\w{0,20})"
)
_INTENDED = (
    r"(?:ein|an|ge)?(?:geplant|plant)|vorgesehen|beabsichtigt|angedacht|gedacht|zugedacht|an?visiert|erwogen|"
    r"in Aussicht genommen|ins Auge gefasst|in Betracht gezogen|angestrebt"
)
_ONCE = r"zunächst|ursprünglich|anfangs|anfänglich|seinerzeit|ehedem|ehemals|vormals|einst|einstmals|dereinst|damals"
_FORMER_PLAN = (
    r"(?:alte|frühere|ursprüngliche|vormalige|anfängliche|erste|damalige|vorherige|seinerzeitige)n?[rs]?\s"
    r"(?:[\w-]{0,24}(?:[Pp]lan(?:ung|ungen)?|[Kk]onzept(?:ion)?|[Üü]berlegung(?:en)?|[Aa]bsicht|[Vv]orstellung|[Ii]dee|"
    r"[Ee]ntwurf|[Vv]orhaben|[Vv]orlage))"
)
_DROPPED = (
    r"überholt|obsolet|hinfällig|vom Tisch|passé|verworfen|aufgegeben|zurückgezogen|abgelehnt|fallen ?(?:ge)?lassen|"
    r"abgerückt|abgekommen|abgegangen|abgewichen|Abkehr|[Aa]bstand (?:ge)?n(?:o|eh)mmen|[Aa]bstand (?:zu )?nehmen|"
    r"gestorben|beerdigt|(?:ein)?kassiert|ad acta|zu den Akten|gekippt|Geschichte|"
    r"in Abgang (?:ge)?(?:stellt|bracht)|gegenstandslos|eingestampft|begraben"
)
NOT_KEPT = guarded(
    rf"(?i)\b(?:{_DROPPED})\b|\b(?:nicht|keine)\b.{{0,40}}\b(?:fest(?:ge|zu)?halten|weiter ?(?:ge|zu ?)?(?:verfolgt|"
    rf"führt)|"
    r"aufrecht ?erhalten|Bestand|umgesetzt|umsetzbar|realisiert|realisierbar|verwirklicht|gehalten werden)\b|"
    r"\bhält\b.{0,40}\bnicht (?:mehr |länger )?fest\b"
)
"""Words that drop a plan."""

_NOT_YET = guarded(
    r"(?i)\b(?:soll\w{0,3}|wird|werden|werde|würden?|könne?n?|kann|sobald|wann|nicht|ohne|noch zu|"
    r"zu)\b(?!.{0,80}\b(?:bereits|schon)\b)"
)
_NOT_OUT = guarded(
    r"\b(?:nicht(?! besetzt)|ohne(?! (?:Erfolg|Ergebnis|Resonanz))|keine(?! Bewerb)|erneuten|Durchführung|gingen|"
    r"gehen|gehe|kommen|kämen|müss(?:t?en?)|muss(?:te|ten)?|"
    r"vor der|würden?|soll(?:e|en|te|ten)?|"
    r"noch(?! (?:offen|unbesetzt|vakant|frei|nicht besetzt)))\b"
)
_OUT_LATER = guarded(
    r"[Aa]usschreibung\w{0,3}\b.{0,80}\b(?:erfolgt|erfolge|beginnt|beginne|unterbleibt|steht|stehe|startet|"
    r"folgt)\b.{0,30}"
    r"\b(?:nach|sobald|nachdem|sofern|wenn|ab|im|bevor|demnächst|in Kürze|zeitnah|aus|an|bis)\b"
)
_DONE = guarded(r"(?i)\b(?:bereits|schon|konnten?|wurden?|worden)\b")
STATES: tuple[tuple[str, Guarded], ...] = (
    (
        "hours_increase",
        guarded(
            rf"(?i)\b(?:auf|über|durch|mit)\s(?:volle|mehr|zusätzliche)n?\s(?:wochen|arbeits)?stunden\b|"
            rf"Stunden(?:aufstockung|erhöhung)|\b{_HOURS}\s(?:[\w.-]{{1,30}}\s){{0,5}}"
            r"(?:erhöht|(?:auf|an)ge(?:stockt|hoben)|ausgeweitet|heraufgesetzt|aufzustocken|anzuheben|zu erhöhen)|"
            rf"\b(?:Aufstockung\w{{0,3}}|Aufstocken|Erhöhung|Anhebung|Ausweitung|Heraufsetzung|Erweiterung)\s"
            rf"(?:[\w.-]{{1,30}}\s){{0,4}}{_HOURS}|"
            rf"\b(?:erhöh(?:t|en|e)|stock(?:t|en|e)|heb(?:t|en|e)|weite[tn]?)\s(?:[\w.-]{{1,30}}\s){{0,5}}{_HOURS}|"
            r"\bstock(?:t|en|e|ten?)\s(?:[\w.-]{1,30}\s){0,4}(?:kolleg|mitarbeit|beschäftigt|angestellt|teilzeit|"
            r"\w{0,20}kr[aä]ft)"
            r"[\w*:]{0,14}\s(?:[\w.-]{1,30}\s){0,4}auf\b"
        ),
    ),
    (
        "gone",
        guarded(
            r"(?s)\A(?!.*\b[Aa]uf\b).*?(?:\b(?:Weiterführung|Fortführung|Fortsetzung|"
            r"Verlängerung)\b.{0,160}\babgelehnt\b|"
            r"\b(?:entfällt|entfallen|entfiel\w?|fallen weg|fällt weg|weggefallen|"
            r"gestrichen)\b)"
        ),
    ),
    (
        "superseded",
        guarded(
            rf"(?<!wie )\b(?i:{_ONCE})\b.{{0,160}}\b(?:{_INTENDED})\b|\b(?:[Uu]rsprünglich|[Ss]einerzeit|"
            rf"[Ee]inst)\b.{{0,160}}\bsollten?\b|"
            r"\bsollten? (?:ursprünglich|anfänglich|zunächst|seinerzeit|einst|damals)\b|"
            r"\b(?:hatten?|war\w{0,2})\b.{0,120}\b(?:gerechnet|ausgegangen)\b|"
            r"\b(?:gerechnet|ausgegangen) (?:hatten?|war\w{0,2}|worden)\b|\b[Rr]ede war\b|\b[Rr]ede gewesen\b|"
            r"\b(?:hatten?|habe|hätten?)\b[^.;]{0,200}\b[a-zäöü]{4,20}(?:en|eln|ern) wollen\b|"
            r"\bvor (?:einem Jahr|(?:zwei|drei|vier|fünf|\d) Jahren)\b[^.;]{0,80}\b(?:noch|geplant|vorgesehen)\b|"
            r"\bwar .{0,80}\bdie Rede\b|"
            r"\bnicht (?:mehr|länger) (?:\w+ )?(?:vorgesehen|geplant|beabsichtigt|angestrebt|weiterverfolgt|verfolgt|"
            r"halten|haltbar|umgesetzt|umsetzbar|tragbar|vertretbar)\b|\bdamals noch\b|"
            rf"\bhatten?\b.{{0,200}}\b(?:{_INTENDED})\b|\bwollten?\b|\bnicht (?:mehr |weiter )?weiter ?verfolg|"
            r"\bhält\b.{0,60}\bnicht (?:mehr |länger |weiter )?fest\b|\bnicht (?:mehr |länger |weiter )?fest(?:ge|"
            r"zu)?halten\b|"
            rf"\b(?:war(?:en)?|[Aa]ngedacht war\w{{0,2}})\b.{{0,160}}\b(?:angedacht|in Aussicht genommen|"
            rf"ins Auge gefasst|erwogen)\b|"
            rf"\b[Aa]ngedacht war(?:en)?\b|\b{_FORMER_PLAN}\b.{{0,40}}\b(?:sah(?:en)?|umfasste|enthielt|rechnete|"
            rf"ging|zielte|mit|war)\b|"
            rf"\b(?:Idee|Plan|Überlegung|Vorhaben|Gedanke|Vorschlag|Absicht)\b.{{0,120}}\b(?:habe|hat|sei|ist|"
            rf"hätte)\b.{{0,20}}\berledigt\b|"
            rf"\b[Pp]lan A\b.{{0,20}}\b(?:sah|war|ging|hatte)\b|\b(?:{_DROPPED})\b"
        ),
    ),
    (
        "applicable",
        guarded(
            r"\b(?:kann|können|könne|könnten?|darf|dürfen?|dürfte\w?)\b.{0,200}\b(?:beantrag(?:en|t werden)|abrufen|"
            r"abgerufen werden|anmelden)\b|"
            r"\b(?:kann|können|könne|darf|dürfe?n?|könnten?)\b[^.;]{0,80}\b(?:um|auf)\b[^.;]{0,40}\bbewerben\b|"
            r"\bauf Antrag\b|beantragt werden (?:kann|können|könne)|"
            r"\b[Aa]ntrags(?:berechtigt|fähig)\w{0,2}\b|\b[Bb]eantrag(?:ungsfähig|ungsberechtigt|bar)\w{0,2}\b|"
            r"\b[Bb]eantragung\b.{0,120}\b(?:berechtigt|befugt|möglich|offen|zulässig|aus)\b|"
            r"\b(?:berechtigt|befugt|möglich)\b.{0,120}\bzu beantragen\b|\bAntragstellung\b.{0,60}\b(?:möglich|"
            r"offen|aus)\b|"
            r"\b(?:Antrag|Anträge)\b.{0,30}\b(?:noch|müssen|muss)\b.{0,30}\b(?:stellen|gestellt|einreichen|aus)\b|"
            r"\b(?:sofern|wenn|falls|soweit)\b.{0,60}\bbeantrag(?:t|en|e)\b|\babrufbar\b|\b[Ff]örderfähig\w{0,2}\b"
        ),
    ),
)
"""States that a clause tells whatever else it says, strongest first."""
FILLED = guarded(
    r"(?<![Uu]n)\b[Bb]esetzt(?:en|e|er)?\b|\bangefangen\b|\b(?:ein|an)gestellt\b|\btätig\b|\barbeite(?:te)?n?t?\b|"
    r"\bbeschäftigt\b|\ban Bord\b|\bim (?:Dienst|Einsatz|Amt)\b|\bam Start\b|\bunter Vertrag\b|\bdabei sind\b|"
    r"(?:Arbeit|Dienst|Tätigkeit|Stellen?|Posten|Beschäftigung) (?:auf|an)ge(?:nommen|treten)|\bg[ieäa]be?n?t? es\b|"
    r"\b(?:Arbeit|Dienst|Tätigkeit|Stellen?) (?:bereits |schon )?(?:begonnen|versehen)\b|"
    r"\bBesetzung\b.{0,120}\b(?:abgeschlossen|erfolgt|erreicht|Abschluss gebracht|gelungen|vollzogen|beendet|"
    r"durchgeführt|"
    r"erledigt|geglückt|bewirkt)\b|\bArbeitsvertr[aä]g\w{0,2}\b.{0,40}\b(?:ge|unter)\w{0,3}(?:schlossen|schrieben|"
    r"zeichnet)\b|"
    r"\b(?:gewonnen|gefunden|verpflichtet|rekrutiert|angeworben) (?:werden konnten?|worden|wurden?)|"
    r"\bkonnten?\b.{0,120}\b(?:gewonnen|gefunden|verpflichtet|rekrutiert|angeworben) werden\b|"
    r"\bPersonal (?:bereits |schon )?ge(?:funden|wonnen)\b|\bgehör(?:t|e|en|ten)\b[^.;]{0,12}\bTeam\b[^.;]{0,60}\ban\b|"
    r"\bim Team\b[^.;]{0,30}\bsind\b|\b(?:jemanden?|wen|Personal|Leute|Verstärkung)\b[^.;]{0,30}\b(?:gefunden|"
    r"gewonnen)\b|"
    r"\bs[iaä](?:tz|ß)(?:t|e|en)?\b[^.;]{0,40}\bjemand\b|\bseit\b[^.;]{0,30}\sda\b(?=[.,;]|\Z)|"
    r"\bunter Dach und Fach\b|\b(?:belegt|versehen|wahrgenommen|ausgefüllt|bekleidet)\b|"
    r"\b[Vv]erstärk(?:en|t)\b.{0,40}\b(?:seit|bereits|schon|nun)\b|"
    r"\b(?:voll(?:ständig|zählig)?|komplett) (?:ausgestattet|aufgestellt|versammelt)\b|"
    r"\bvorhandene[nrs]?\b|\b(?:finden|gewinnen|einstellen|verpflichten|rekrutieren) (?:können|konnten?)\b|"
    r"\b(?:nehmen|nimmt|nahmen)\b.{0,80}\bwahr\b|\bstelleninhaber|\bbesetzen (?:können|konnten?)\b|"
    r"\b(?:sind|seien|ist|sei|waren|seit|bereits|inzwischen|mittlerweile)\b(?![^;]{0,160}\ban (?:die|den|das|einen)\b)"
    r"[^;]{0,160}(?<!zu )\bvergeben\b"
)
VACANT = guarded(
    r"\bsteh(?:t|e|en)\b[^.;]{0,40}\bBesetzung\b[^.;]{0,60}\baus\b|\bBesetzung\b[^.;]{0,60}\b(?:steh(?:t|"
    r"e)[^.;]{0,30}\baus|ausste(?:ht|he))\b|"
    r"\b(?:[Uu]nbesetzt\w{0,2}|[Vv]akant\w{0,2}|noch frei|noch offen|[Oo]ffene?n?|frei geworden\w?|"
    r"nicht (?:mehr )?besetzt)\b"
)
ADVERTISED = guarded(
    r"[Aa]us(?:zu|ge)schr[ie]{2}ben|[Aa]usschreibung|[Bb]esetzungsverfahren|"
    r"Bewerb(?:ungs(?:verfahren|frist|phase|schluss|runde|gespräch|prozess)|ungen)|"
    r"Auswahl(?:verfahren|gespräch|prozess|runde)|in der Auswahl\b|Personalauswahl|Vorstellungsgespräch|"
    r"\b(?:Stellen|Job|Karriere)-?(?:portal|börse|markt|anzeige)\w{0,3}\b|\bin (?:den|allen) (?:\w{3,20} )?Portalen\b|"
    r"\bauf dem Markt\b|\bim Intranet\b|\b(?:inseriert|annonciert)\b|\b[Rr]ecruiting\b.{0,30}\b(?:läuft|laufe|zieht)\b|"
    r"\b(?:steh|st[aüä]nd|gestanden)\w{0,2}\b[^.;]{0,60}\b(?:in der (?:Zeitung|Presse)|im (?:Netz|Internet|"
    r"Amtsblatt)|online)|"
    r"\bin der (?:Zeitung|Presse)\b[^.;]{0,30}\b(?:steh|st[aüä]nd|gestanden)|\bAnzeigen?\b[^.;]{0,60}\b(?:draußen|"
    r"raus|geschaltet|"
    r"aufgegeben|veröffentlicht)\b|\bschr(?:eib|ieb)(?:t|e|en)?\b[^.;]{0,100}\baus\b(?!\s[A-ZÄÖÜ])|"
    r"\bausgehängt\b|\bauf der (?:Homepage|Website|Webseite|Internetseite)\b|\bwerde?n?\b[^.;]{0,40}\bgesucht\b|"
    r"\bwird\b[^.;]{0,40}\bgesucht\b|\bsuch(?:t|e|en)\b[^.;]{0,40}(?:[Mm]anager|Kolleg|Leute|Mitarbeite)|"
    r"\bPersonalsuche\b|\bPersonal\b.{0,20}\bgesucht\b|\b[Ss]uch(?:en|t)\b.{0,40}\b(?:Personal|"
    r"\w{0,12}[Kk]räfte|"
    r"Bewerb)"
)
DECIDED = guarded(
    r"\bStellenplan\b.{0,80}\b(?:war(?:en)?|wurden?|sind)\b.{0,80}\b(?:ausgewiesen|enthalten|veranschlagt|verankert)\b|"
    r"\bbeschl(?:oss|ieß)\w{0,3}\b|\bstimmt\w?\b.{0,200}\bzu\b|\bzugestimmt\b|\bgenehmigt\b"
)
GRANTED = guarded(
    r"\b(?:[Bb]ewillig(?:t\w{0,2}|en|ung)|(?:[Kk]o-?|[Rr]e|[Gg]egen)?[Ff]inanzier\w{1,4}|"
    r"(?:[Mm]it)?[Gg]efördert(?:e[nr]?)?|"
    r"[Zz]u(?:gewiesen|geteilt|gesprochen|erkannt|gestanden|gebilligt|gesagt)\w{0,2}|[Zz]usage|fördert|erhält|erhalten|"
    r"zur Verfügung|[Bb]ezuschusst|[Bb]ezahl(?:t\w{0,2}|e|en)|spendier(?:t|e|en)|[Bb]estritten\w{0,2}|"
    r"[Gg]ewährt\w{0,2}|(?:ge)?statte(?:t|te|ten)|"
    r"[Bb]ereitgestellt|[Üü]bernimmt)\b|[a-zäöü]{0,20}[Bb]escheid\w{0,3}\b|"
    r"\bste(?:llt|llen|lle|llte)\b[^.;]{0,120}\bbereit\b|"
    r"\b(?:steht|stehen|stünden|stehe)\b[^.;]{0,120}\bzu(?=[.,;)]|\Z| und\b)|"
    r"\b(?:trägt|tragen|trage|deckt|decken|decke)\b[^.;]{0,60}\b(?:Kosten|Personalaufw\w{2,6}|ab)\b|"
    r"\bzahl(?:t|e|en)\b[^.;]{0,40}\b(?:Land|Bund|NRW)\b|\b(?:Land|Bund|NRW)\b[^.;]{0,40}\bzahl(?:t|e)\b|"
    r"\bk(?:om|äm)m?(?:t|e)\b[^.;]{0,40}\b(?:Land|Bund|NRW)\b[^.;]{0,20}\sauf\b(?=[.,;]|\Z)|\b(?:durch|vom|von|"
    r"über) (?:das |den )?"
    r"(?:Land|Bund)(?:es)?(?:mittel)?\b[^.;]{0,30}\b(?:abgesichert|abgedeckt|gedeckt|getragen|gesichert)\b|"
    r"\b(?:Mittel\w?|Geld(?:er)?) für\b|\b(?:spring|kom)\w{1,3}\b[^.;]{0,80}\bheraus\b|"
    r"\bLand(?:es)?\b[^.;]{0,60}\b(?:bek[oa]m|gekriegt|"
    r"krieg)\w{0,4}\b|\bbek[oa]m\w{0,3}\b[^.;]{0,80}\bvo[nm] (?:Land|der Bezirksregierung|NRW)\b|\b(?:übern[aäi]hme|"
    r"übernimmt|"
    r"übernähmen|trüge|erstatte[tn]?)\b[^.;]{0,60}\bLand\b|\b[A-ZÄÖÜ]?[a-zäöü]{0,20}(?:[Ff]örderung|[Zz]uwendung)\b"
)
_AVAILABLE = guarded(r"\bkünftig\b.{0,200}\bzur Verfügung\b")
PLANNED = guarded(
    r"(?i)\b(?:nach|wieder)(?:zu)?besetz(?:t|en)\b|\bangemeldet\b|\b(?:ge)?forder(?:n|t|te)\b|\bvorgeschlagen\b|"
    r"\bgeplant\w{0,2}\b|\bin Aussicht (?:gestellt|genommen)\b|\bbeantragt\w{0,2}\b|\beingeplant\w{0,2}\b|"
    r"\bangeboten\b|"
    r"\ban?visiert\b|\bverbleib(?:en|t)\b|\bvorgesehen\w{0,2}\b|\bsoll\w{0,3}\b|\bwürden?\b|voraussichtlich|künftig|"
    r"\bbeabsichtigt\w{0,2}\b|\bzu \w{3,40}en\b|\b(?:an|ein|auf|aus|vor|ver|be|ab)zu\w{3,30}en\b|\bgingen\b|"
    r"\bsieht\b.{0,160}\bvor\b|\bplant\b|\bschlägt\b.{0,160}\bvor\b|\b(?:will|wolle)\b|\bin Planung\b|"
    r"\bwird\b.{0,160}\bvorgenommen\b|"
    r"\bk(?:om|äm)\w{1,3}\b[^.;]{0,80}\bunter\b(?=[.,;]|\Z)|"
    r"\bw(?:ird|erden)\b[^.;]{0,200}\b(?!ge|\w{2,4}ge|worden)[a-zäöüß]{4,30}(?:en|eln|ern)(?=[.,;)]|\Z)"
)


_PURPOSE = re.compile(
    r",?\s(?:um|ohne)\s[^.;]{3,160}?\szu\s(?:können\b|[a-zäöüß]{4,40}(?:en|ern|eln)\b(?:\szu können)?)"
)
"""What something is done for tells no plan."""


@functools.lru_cache(maxsize=4096)
def state_in(clause: str) -> str | None:
    """The state that a clause tells of its posts; None where it tells none."""
    for name, pattern in STATES:
        if pattern.search(clause):
            return name
    filled = FILLED.search(clause)
    if filled:
        before = clause[: filled.start()]
        if _DONE.search(clause) or not _NOT_YET.search(before):
            return "filled"
    advertised = ADVERTISED.search(clause)
    if advertised:
        early = _NOT_OUT.search(clause[: advertised.start()]) or advertised.group().startswith("auszu")
        return "planned" if early or _OUT_LATER.search(clause) else "advertised"
    if VACANT.search(clause):
        return "vacant"
    if DECIDED.search(clause):
        return "decided"
    if _AVAILABLE.search(clause):
        return "applicable"
    granted = GRANTED.search(clause)
    if granted and not re.search(r"geförder\w{0,2}\swerden\ssoll", clause):
        return "granted"
    return "planned" if PLANNED.search(_PURPOSE.sub("", clause)) else None


_UM = guarded(r"\b(?:um|von)\s(?:jeweils |je |insgesamt )?\Z")
_RAISED = guarded(r"\baufge?stock|\bAufstockung|\berhöht\b|\bErhöhung|\bangehoben\b|\bausgeweitet\b")


def raised_hours(text: str, start: int, number: float | None) -> bool:
    """Whether less than one post is added to posts that exist: "um 0,25 Stellenanteile aufgestockt"."""
    return number is not None and number < 1 and bool(_UM.search(text[:start]) and _RAISED.search(text))
