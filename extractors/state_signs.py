"""What is said of things at each stage: families of predicates, and what forbids the reading.

The first frame that fits a clause tells the stage, so what is said of few things stands before what is said of all.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.patterns import Guarded, guarded
from extractors.state_words import DONE, IS, MADE, NOT, NOT_YET, NOW, TAKEN


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said of a thing of one of `topics` (all if empty) at a stage; `never` forbids the reading."""

    stage: str
    topics: frozenset[str]
    sign: Guarded
    never: Guarded | None = None


def _frame(stage: str, topics: str, sign: str, never: str | None = None) -> Frame:
    sign = sign.replace("TAKEN", TAKEN)
    return Frame(stage, frozenset(topics.split()), guarded(sign), guarded(never) if never else None)


FRAMES = (
    _frame(
        "filled",
        "staffing",
        r"\bwurden?\b[^;,]{0,80}\beingestellt\b|\b(?:voll(?:ständig|zählig|umfänglich)?|komplett|alle(?:samt)?|"
        r"sämtlich|durchgehend|beide)\b[^,;]{0,40}\b(?:TAKEN|an Bord|eingestellt|im Dienst|vergeben)\b|\b(?:[Dd]ienst|"
        r"[Aa]rbeit|[Ss]telle|[Tt]ätigkeit)\b[^,;]{0,30}\b(?:angetreten|aufgenommen)\b|\b(?:seit|ab) [^,;]{3,30} "
        r"(?:im (?:Amt|Dienst|Einsatz)|tätig|beschäftigt|angestellt|an Bord|komplett|vollzählig)\b|\bkommissarisch\b|"
        r"\bn(?:immt|ehmen)\b[^;]{0,60}\b(?:Arbeit|Dienst|Tätigkeit)\b[^;]{0,20}\bauf\b|\b[Aa]lle "
        r"[^,;]{0,60}\bTAKEN\b|\bkonnten?\b[^,;]{3,120}\b(?:TAKEN|eingestellt|gewonnen) werden\b|\b(?:ist|sind|seien|"
        r"sei)\b[^,;]{0,30}\b(?:seit|bereits|schon|inzwischen|mittlerweile)\b[^,;]{0,60}\bTAKEN\b",
        r"\b(?:nicht|kein\w*|niemand|unbesetzt|nur|de[rs] \d)\b",
    ),
    _frame(
        "partly_filled",
        "staffing",
        r"\b[Vv]on\b[^;]{0,120}\b(?:ist|sind|seien|sei|waren)\b[^;]{0,40}\bTAKEN\b|\b(?:ist|sind|seien) (?:\w+ "
        r"){0,3}zu besetzen\b|\b(?:vakant|unbesetzt|Vakanz\w*|verwaist|unbesetzte[nr]?|(?:weg|aus)gefallen|"
        r"nachzubesetzen)\b|\b(?:[Dd]avon|[Dd]ieser|[Hh]iervon|[Dd]erer|von denen|von diesen)\b[^,;]{0,50}\bTAKEN\b|"
        r"\b(?:[Ee]ine?|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|\d+(?:,\d+)?) "
        r"(?:von|de[rs]) [^,;]{3,60}\bTAKEN\b|\b[Vv]on (?:den|de[rs]n?|insgesamt|bisher|dies|zusammen|"
        r"\d)[^;]{0,120}\bTAKEN\b|\bmittlerweile (?:\w+ ){1,2}besetzt\b|\b(?:fand|finde[nt]?|"
        r"sich(?=[^;]{0,120}\b(?:finden|gefunden|beworben))|gefunden)\b[^;]{0,80}\b(?:niemand\w{0,2}|kein\w{0,2})\b|"
        r"\b(?:niemand\w{0,2}|kein\w{0,2})\b[^;]{0,80}\b(?:gefunden|gewonnen|zu finden)\b|\b(?:gekündigt|"
        r"ausgeschieden|verlassen|in Elternzeit|in Mutterschutz|erkrankt|in den Ruhestand|abgewandert|gewechselt)\b|"
        r"\bnicht (?:\w+ ){0,2}(?:wieder)?besetzt\b|\bnoch (?:\w+ ){0,2}(?:offen|frei|zu besetzen)\b|\bbl(?:ieb|eibt|"
        r"eiben|ieben)\b[^;]{0,60}\b(?:frei|offen|unbesetzt)\b|\bnur (?:teilweise|zum Teil|zu)\b[^,;]{0,40}\bTAKEN\b",
        r"\bVertr[aä]g|\bZusage\b",
    ),
    _frame(
        "not_advertised",
        "staffing",
        rf"\b(?:{NOT})\b[^;]{{0,60}}\bausgeschrieben\b|\bausgeschrieben\b[^;]{{0,60}}\b(?:{NOT})(?!\w)|"
        r"\b(?:Ausschreibung|Nachbesetzung|Neubesetzung|Wiederbesetzung|Besetzung)\w*[^,;]{0,40}\b(?:vorbereitet|in "
        r"Vorbereitung|gestoppt|zurückgestellt|eingeleitet|veranlasst|gearbeitet)\b|\b\w*[Pp]rofile?n?\b[^,;]{0,80}"
        rf"\b(?:{NOW}|{MADE}|feil\w+|arbeit\w+)\b",
    ),
    _frame(
        "pending",
        "staffing",
        r"\b(?:Einstellung|Besetzung)\w*[^,;]{0,60}\b(?:gerechnet|rechnen|bevor|erwartet|verzöger\w+|absehbar|"
        r"schwierig|"
        r"in Aussicht|zugestimmt)\b",
    ),
    _frame(
        "ending",
        "staffing paper money procedure",
        r"\bbefristet\b(?! zu)|\bl(?:äuft|aufen|aufe|iefen?|äufe)\b[^;]{0,60}\baus\b(?=\s*(?:[.,;]|$|und\b))|"
        r"\bausl(?:äuft|aufen|iefen|aufe|ief)\b|\bausgelaufen\b|\b(?:bis|zum|um|für)\b[^;]{3,60}\b(?:verlängert|"
        r"gekündigt)\b|\bendet(?:e|en)?\b[^;]{0,60}\b(?:20\d\d|Jahres\w*|Ende|Ablauf|ersatzlos)|\bJahr (?:um|für) "
        r"Jahr verlängert\b|\bjährlich verlängert\b",
        r"\b(?:Beratungs?|Bewerbungs|Antrags)frist\b|\bend\w+ (?:am|zum) \d",
    ),
    _frame("expired", "money", r"\bverf(?:allen|ällt|alle|ielen|iel)\b|\bverfristet\b"),
    _frame(
        "condition",
        "money staffing_strict application",
        r"\b(?:darf|dürfen|dürfe)\b[^;]{0,120}\b(?:nur|ausschließlich|allein|nicht|lediglich)\b[^;]{3,120}\b(?:werden|"
        r"eingesetzt|verwendet)\b|\b(?:nicht |un|inzwischen |grundsätzlich )?(?:zulässig|statthaft|förderfähig|"
        r"förderunschädlich|förderschädlich|übertragbar|deckungsfähig|zweckgebunden|zugelassen|ausgeschlossen)\b|"
        r"\b(?:lässt|lassen|lasse|ließen?)\b[^;]{3,160}\bzu\b(?=\s*(?:[.,;]|$|und\b))|\bzu(?:lässt|lassen|lasse|"
        r"ließ\w*)\b|\b(?:erlaub|gestatt|untersag|verbiete)(?:t|en|et|e)\b|\b(?:nicht|nur|"
        r"ausschließlich)\b[^;]{3,80}\b(?:eingesetzt|verwendet|übertragen|weitergegeben|weitergeleitet|angerechnet) "
        r"werden\b|\bunter (?:dem )?(?:Vorbehalt|Haushaltsvorbehalt)\b|\bvorbehaltlich\b",
        r"\bTagesordnung\b|\bZuschauer\b",
    ),
    _frame(
        "applied",
        "application",
        r"\b\w*[Aa]ntr[aä]ge?\w{0,2}\b[^;]{0,100}\b(?:gestellt|eingereicht|übersandt|abgeschickt|eingegangen|auf den "
        r"Weg gebracht|in Prüfung|in Bearbeitung|geprüft)\b|\b\w*[Aa]ntr[aä]ge?\b[^;]{0,60}\blieg(?:t|en|"
        r"e)\b[^;]{3,60}\bvor\b|\b(?:[Ff]örderung|Mittel|Verlängerung)\b[^;]{0,60}\bbeantragt\b|"
        r"\bbeantragt\b[^;]{0,60}\b(?:Förderung|Mittel|Verlängerung)\b",
        rf"\b{NOT}\b|\b[Ff]raktion|\b[ÄÄBb]\w*nderungsantr|\bBauantr|\bwir\b|\b(?:CDU|SPD|FDP|AfD)\b|\bmuss(?:te|"
        rf"ten)?\b|\bkann\b|\bohne\b",
    ),
    _frame(
        "rejected",
        "application",
        r"\b(?:Förderantr|Antrag auf (?:\w+ )?(?:Förderung|Zuwendung|Verlängerung|Mittel))\w*[^;]{0,80}\b(?:abgelehnt|"
        r"versagt|abschlägig|verworfen|nicht bewilligt)\b|\b(?:Land|Bezirksregierung|Ministerium|"
        r"Bund)\b[^;]{0,80}\b(?:abgelehnt|versagt|abschlägig beschieden)\b",
    ),
    _frame(
        "running",
        "body",
        r"\b(?:tag(?:t|en|e)|kommt|kommen|komme|trifft|treffen|tritt|treten)\b[^;]{0,80}\b(?:jährlich|monatlich|"
        r"(?:halb|viertel)jährlich|quartalsweise|regelmäßig|wöchentlich|alle \w+ (?:Wochen|Monate)|mal im Jahr|\wmal "
        r"jährlich|quartalsmäßig|bei Bedarf|anlassbezogen|im Jahr)\b|\btag(?:t|en|e) (?:\w+jährlich|monatlich|"
        r"regelmäßig)|\b(?:vertreten|Mitglied|Mitglieder|aufgenommen|beteiligt|eingebunden|"
        r"stimmberechtigt)\b[^;]{0,100}\b(?:Stimm\w+|Stimme|beraten\w*|Sitz|dauerhaft|nicht|lediglich|nur)\b|"
        r"\b(?:ohne Stimmrecht|(?:mit )?beratende[rnm]? Stimme|Sitz und Stimme|stimmberechtigt\w*|als Gast|"
        r"Gaststatus)\b|\bgehör(?:t|en|e)\b[^;]{3,100}\b(?:nicht|weder) an\b(?=\s*(?:[.,;]|$|und\b))|\b(?:\w*jährlich|"
        r"regelmäßig|quartalsweise|laufend|fortlaufend|einmal im Jahr|zweimal im Jahr)\b[^;]{0,60}\b(?:unterrichtet|"
        r"informiert|beteiligt|eingebunden|einbezogen|angehört)\b|\b(?:nicht|bereits|inzwischen|von Anfang an|"
        r"frühzeitig|eng)\b[^,;]{0,40}\b(?:vertreten|eingebunden|einbezogen|beteiligt)\b",
        r"\bgehör(?:t|en|e)\b(?![^;]{0,120}\bnicht an\b)",
    ),
    _frame(
        "delayed",
        "",
        r"\b(?:verzöger(?:t|n|te|ten|e)|verschieb(?:t|en|e)|verschob(?:en)?|verspätet)\b[^;]{0,20}\bsich\b|"
        r"\bsich\b[^;]{3,80}\b(?:verzöger\w+|verschoben|verschiebt|hingezogen|verspätet)\b|\bin (?:zeitlichen "
        r")?Verzug\b|\bVerzögerung(?:en)?\b|\bspäter als\b|\bim Rückstand\b|\bhinter dem Zeitplan\b|\berst nach und "
        r"nach\b|\bneuen? Anlauf\b|\bstockt\b|\bins Stocken\b|\bschleppend\b|\bzieht sich\b",
        r"\bentschuldig",
    ),
    _frame(
        "stopped",
        "",
        r"\b(?:zurückgestellt|ausgesetzt|auf Eis gelegt|pausiert|unterbrochen|gestoppt|aufgegeben|abgebrochen|"
        r"verworfen|eingestampft|gescheitert|ergebnislos|nicht weiterverfolgt|nicht weiter verfolgt|nicht mehr "
        r"weitergeführt|hinfällig|überholt|obsolet|aufgelöst|abgeschafft|nicht fortgeführt|nicht weitergeführt)\b|"
        r"\bruh(?:t|en|e)\b|\bliegt auf Eis\b|\bentf(?:ällt|allen|alle|ielen)\b|\b(?:wurde|worden|"
        r"wird)\b[^;]{0,40}\beingestellt\b",
        r"\bAnsatz\b|\bentf\w+\b[^;]{0,60}\bauf\b|\b\w*von entf|\bentf\w+ davon\b",
    ),
    _frame(
        "pending",
        "",
        rf"{NOT_YET}|\b(?:in Kürze|demnächst|bald|erst|täglich)\b[^;]{{0,30}}\berwartet\b|"
        r"\b(?:nicht|erst|frühestens)\b[^;]{3,60}\b(?:zu rechnen|gerechnet)\b|\bnicht gesichert\b|\b(?:steht|stehen) "
        r"(?:noch )?nicht fest\b|"
        rf"\b(?:fehl(?:t|en|e)|mangelt)\b|\blass(?:en|e)\b[^;]{{0,40}}\bauf sich warten\b|\blässt\b[^;]{{0,40}}"
        r"\bauf sich warten\b|\bbleib(?:t|en|e)\b[^;]{0,30}\babzuwarten\b|\b(?:ausstehend|ungeklärt|ungewiss|offen|"
        r"unklar|strittig)\b(?!\w)|\b(?:steht|stehen|stehe|stünden?)\b[^;]{0,60}\baus\b(?=\s*(?:[.,;]|$|und\b))|"
        r"\bwird (?:noch )?(?:gewartet|erwartet)\b|\babgewartet\b|\bgibt es (?:\w+ ){0,2}(?:nicht|kein\w*)\b",
        r"\b(?:ihm|ihr|ihnen|mir|uns) fehl|\bfehl\w+ (?:ihm|ihr|ihnen)\b|\b(?:für|als) (?:\w+ )?(?:offen|unklar)\b|"
        r"\bnicht nur\b|\boffen (?:für|gegenüber|abgestimmt)\b",
    ),
    _frame(
        "begun",
        "",
        r"\b(?:angelaufen|gestartet|(?:Arbeit|Betrieb|Beratung|Gespräche|Verhandlungen) (?:\w+ ){0,3}aufgenommen|"
        r"begonnen|angefangen|eingeleitet|startete[n]?|begann(?:en)?|(?:auf den Weg|in Gang) gebracht|eröffnet|ans "
        r"Netz gegangen|in Betrieb (?:gegangen|genommen))\b",
        r"\bab?zuläufe\b|\bin die Liste\b|\beröffnet die\b",
    ),
    _frame(
        "in_progress",
        "paper tool procedure body",
        rf"\b(?:wird|werden|werde)\b[^;,]{{0,100}}\b(?:{MADE})\b(?=\s*(?:[.,;]|$|und\b))",
        r"\b(?:wird|werden|werde) (?:\w+ )?(?:gebeten|beauftragt)\b|\b(?:Ausschuss|Rat|Kreistag|Sitzung)\w*\b",
    ),
    _frame(
        "in_progress",
        "",
        r"\b(?:befinde[nt]?|befänden) sich\b[^;]{0,80}\b\w*(?:[Aa]bstimmung|[Vv]orbereitung|[Bb]earbeitung|"
        r"[Uu]msetzung|[Pp]rüfung|[Aa]ufbau|[Ee]rarbeitung|[Ee]rstellung|[Bb]eteiligung|[Vv]erfahren|[Aa]rbeit|"
        r"[Ee]ntwurf|[Pp]hase|[Pp]rozess|[Kk]lärung|[Pp]lanung|Weg|Wege)\w{0,2}\b|\b(?:in|im) (?:vollem |der "
        r")?(?:Arbeit|Vorbereitung|Bearbeitung|Abstimmung|Prüfung|Aufbau|Gange?|Umsetzung|Planung|Entwurf|Erarbeitung|"
        r"Entstehen|Ausarbeitung|Klärung|Verhandlung)\b(?=\s*(?:[.,;]|$|"
        rf"und\b))|\b{NOW}\b[^;]{{0,120}}\b(?:{MADE})\b|\b(?:feil|arbeit|bastel)(?:t|en|e)\b[^;]{{0,60}}\ba[nm]\b|"
        rf"\ba[nm] "
        r"(?:de[rm]n? )?(?:\w+ ){1,3}(?:wird|werde|werden)\b[^;]{0,40}\bge(?:arbeitet|feilt)\b|\b(?:dauer(?:t|n|e|"
        r"ten))\b[^;]{0,20}\b(?:noch |weiter )?an?\b|\b(?:läuft|laufen|laufe|liefen) (?:derzeit|aktuell|noch|seit|"
        r"bereits|weiter|planmäßig|nach Plan|gut|wie geplant|an|gerade|inzwischen)\b|\bläuft(?=\s*(?:[.,;]|$))|"
        r"\b(?:steht|stehen|stehe)\b[^;]{0,30}\b(?:kurz vor|unmittelbar vor|vor (?:dem|der) (?:Abschluss|"
        r"Unterzeichnung|Fertigstellung|Start))\b|\bauf (?:dem|gutem) Wege?\b|\b(?:steht|stehen)\b[^;]{0,40}\bbevor\b|"
        r"\b(?:arbeitet|arbeiten)\b[^;]{3,120}\baus\b",
        r"\b(?:befindet|befinden) sich (?:direkt|am|an der|im (?:Stadt|Erd|Ober))",
    ),
    _frame(
        "submitted",
        "paper application",
        r"\b(?:dem|der|beim?) (?:\w+ )?(?:Land|Ministerium|Bezirksregierung|Landesregierung|Kompetenzzentrum|"
        r"\w*[Gg]ruppe|Kreis|Träger)\b[^;]{0,60}\b(?:vorgelegt|zugeleitet|übermittelt|eingereicht|übersandt)\b|"
        r"\bfristgerecht\b[^;]{0,60}\b(?:vorgelegt|eingereicht|übersandt|erbracht|erstellt|eingegangen)\b",
    ),
    _frame(
        "done",
        "",
        rf"\b{IS}\b[^;]{{0,120}}\b(?:{DONE})\b|\b(?:{DONE})\b[^;]{{0,40}}\b{IS}(?=\s*(?:[.,;]|$))|\blieg(?:t|en|"
        rf"e)\b"
        r"[^;]{3,60}\bvor\b(?=\s*(?:[.,;]|$|und\b))|\b(?:liegt|liegen|liege) vor\b",
        rf"\bwerden? (?:\w+ ){{0,8}}(?:{DONE})|\bwird\b|\b{NOT}\b|\bund dem\b|[Bb]escheid|\b\d[\d,.]{0, 12} (?:VZÄ|"
        rf"\w*[Ss]tellen)\b",
    ),
    _frame(
        "agreed",
        "procedure paper",
        r"\b(?:Absprachen?|Vereinbarung(?:en)?|Verabredung(?:en)?|Übereinkunft)\b[^;]{0,60}\b(?:getroffen|erzielt|"
        r"gefunden)\b",
        rf"\b(?:wird|werden|{NOT})\b",
    ),
    _frame(
        "in_progress",
        "",
        r"\b(?:im Gespräch|in (?:\w+ )?(?:Gesprächen|Verhandlung(?:en)?)|im (?:\w+ )?Austausch)\b(?! mit der Presse)",
        r"\bAntrag\b",
    ),
    _frame(
        "recommendation",
        "staffing staffing_strict site procedure",
        r"\b(?:[Nn]ach|[Aa]uf) (?:dem |der )?(?:Rat|Ratschlag|Empfehlung|Anraten|Wunsch|Vorgabe)(?:e?s)? "
        r"(?:de[rs] |vom )(?:Land|Minist|Bund|Bezirksreg|LaKI|KfI|Kompetenz)|"
        r"\b(?:Land|Ministerium|Bezirksregierung|LaKI|"
        r"Kompetenzzentrum)\b[^;]{0,60}\b(?:rät|riet|legt nahe|legte nahe)\b",
    ),
    _frame(
        "none",
        "money body programme procedure application tool staffing_strict",
        r"\b(?:ist|sind|sei|seien|wird|werden|bleibt|bleiben|gilt|besteht|bestehen|existiert|"
        r"existieren)\b[^,;]{0,80}\b(?:nicht|kein\w{0,2}|weder)\b",
        r"\bnicht (?:nur|zuletzt|öffentlich)\b|\b(?:Rechtsanspruch|\w*[Pp]flicht\w*)\b|€|\bEuro\b|\b(?:Tagesordnung|"
        r"Wortmeldung\w*|Beschluss\w*)\b",
    ),
    _frame(
        "running",
        "staffing application paper body tool site procedure programme",
        r"\b(?:[Dd]erzeit(?:ig)?|[Aa]ktuell|[Zz]urzeit|[Zz]ur Zeit|[Mm]omentan|[Gg]egenwärtig|[Ii]nzwischen|"
        r"[Mm]ittlerweile|[Zz]wischenzeitlich|[Bb]islang|[Bb]isher|[Nn]unmehr|[Ww]eiterhin|[Nn]ach wie vor|[Vv]orerst|"
        r"[Bb]is auf Weiteres|[Ss]eit (?:\d|Kurzem|kurzem|dem \d|Januar|Februar|März|April|Mai|Juni|Juli|August|"
        r"September|Oktober|November|Dezember|Anfang|Mitte|Ende|Herbst|Sommer|Frühjahr|\w+ (?:Wochen|Monaten|"
        r"Jahren)))\b",
        r"€|\bEuro\b|\bEUR\b|\b(?:begrüßt|dankt|erläutert|berichtet|fragt|Dank|Bild|angehör\w+|nachstehend\w+|"
        r"folgende[snr]?)\b|\b(?:bislang|bisher|nunmehr) (?:\w+ )?\d|\b(?:von|[Ss]tatt|[Aa]nstelle|der|die|das|den) "
        r"(?:bislang|bisher|nunmehr|derzeit|aktuell|inzwischen|seit)\b|\b[Bb]ewilligt\b|\bbis(?:lang|her) "
        r"(?:ausnahmslos|über|durch|als|aus|bei[m]?)\b",
    ),
)
