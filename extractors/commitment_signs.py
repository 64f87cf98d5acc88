"""Words and frames that show a promise: deeds, duties, agreements, dates that somebody looks for."""

from __future__ import annotations

from corpus.patterns import guarded

DEEDS = frozenset(
    """
    vorlegen vorliegen stattfinden beginnen starten nachreichen nachholen berichten informieren unterrichten
    vorstellen fertigstellen zusammentreten zusammenkommen einladen prüfen ansprechen übersenden zusenden zugehen
    versenden veröffentlichen erstellen ergänzen beifügen bilden konstituieren gründen sprechen klären
    ausschreiben erfolgen weiterleiten einholen mitteilen besprechen tagen aufnehmen einberufen durchführen
    abschliessen herausgehen anlaufen umsetzen thematisieren zuleiten präsentieren einbringen evaluieren
    fortsetzen zuschicken einsetzen nachliefern mitnehmen aufgreifen weitergeben auswerten überarbeiten aktualisieren
    beantworten schliessen unterzeichnen freischalten befassen
    zusammenstellen beraten aufbereiten verhandeln zurückkommen einbeziehen
    """.split()
)
MODAL = guarded(r"\b(?:wird|werden?|würden?|soll|solle|sollen|sollten?|will|wollen|wolle)\b")
REMARK = guarded(
    r"\bwie [^,;]{0,80}\bvereinbart\b|^[\d. ]*(?:Die|Eine|Der|Das) nächste \w*(?:[Ss]itzung|[Tt]ermin|"
    r"[Tt]reffen)\b"
)
DONE = guarded(r"\bfertig\b|\babgeschlossen\b|\bzur Verfügung (?:gestellt|stehen)\b")
INTENDS = guarded(r"\b(?:beabsichtig(?:t|en)|plan(?:t|en|e)|hat vor|nimmt sich vor|strebt an)\b")
PAST = guarded(r"\b(?:wurden?|war|waren|hat|hatten?|worden|habe|haben)\b")
AT_ONCE = guarded(
    r"\b(?:in Kenntnis gesetzt|nachgereicht|(?:zu Protokoll|zum Protokoll|zur Niederschrift|der Niederschrift|dem "
    r"Protokoll)(?: als \w+)? (?:nachge|ge|beige|ange)\w+|auf dem Laufenden gehalten)\b"
)
PRESENT = guarded(
    r"\b(?:tritt|treten|kommt|kommen|geht|gehen|gingen?|legt|lege|lädt|reicht|findet|finden|fänden?|beginnt|"
    r"startet|"
    r"erfolgt)\b(?=[^;]*\b(?:zusammen|zu|heraus|raus|vor|ein|nach|statt)(?=\s*(?:[.,;]|$|und\b)))|\b(?:beginnt|"
    r"startet|erfolgt)\b(?=[^;]*\b(?:voraussichtlich|spätestens)\b)"
)
AHEAD = guarded(
    r"\b(?:voraussichtlich|spätestens|[Bb]is|[Ii]m (?:Herbst|Frühjahr|Sommer|Winter)|[Zz]um Jahresende|in Kürze|"
    r"zeitnah|kommenden?|nächste[nr]?|demnächst|umgehend|unverzüglich|kurzfristig)\b"
)
AGREED = guarded(
    r"^Vereinbart (?:wird|wurde|werden)\b|\b(?:Einigkeit|Einvernehmen|Konsens)\b[^;]{3,300}\b\w*(?:[Tt]reffen|"
    r"[Tt]ermin|"
    r"[Gg]espräch|[Ss]itzung|[Ww]orkshop|[Kk]onferenz|[Aa]ustausch|[Zz]usammenkunft|[Kk]lausur)|\b(?:soll|solle|"
    r"sollen|wird|"
    r"werde)\b (?:es )?[^;]{0,80}(?:separat|gesondert|eigen|extra|zusätzlich)\w{0,3} \w*-?(?:[Tt]reffen|"
    r"[Tt]ermin|[Ss]itzung|"
    r"[Gg]espräch|[Ww]orkshop|[Kk]onferenz|[Aa]ustausch|[Vv]eranstaltung|[Kk]lausur)\b[^;]{0,60}\b(?:geben|geführt|"
    r"angesetzt|stattfinden|behandelt|vertieft|besprochen|abgehalten)\b|\bk(?:ommt|ommen|am|amen|"
    r"omme)\b[^;,]{0,60}\büberein\b|\bvereinbar(?:en|t|"
    r"ten)\b[^;,]{0,60}\b\w*(?:[Tt]reffen|[Tt]ermin|[Gg]espräch|[Ss]itzung|[Ww]orkshop|[Kk]onferenz|"
    r"[Aa]ustausch)\b|"
    r"\b(?:wird|wurden?|werden|sei|seien|ist|sind)\b[^;]*\b(?:vereinbart|verabredet)\b|\bübereingekommen\b|"
    r"\b(?:einig|verständig|"
    r"verabrede)(?:en|ten|te|t) sich\b|\bsich (?:auf|darauf) [^;]*\b(?:geeinigt|verständigt)\b"
)
DUTY = guarded(
    r"\b(?:hat|haben|habe)\b[^.;?,]{3,300}?\b(?:vor|ein|ab|mit|nach|dar|bei|auf|aus|zu)zu[a-zäöü]{3,}en\b|\b(?:ist|"
    r"sind|sei|seien|bleibt)\b[^.;?]{3,200}?\b(?:verpflichtet|gehalten|angehalten)\b, [^.;?]{3,200}?\b(?:zu "
    r"[a-zäöü]+en|[a-zäöü]+zu[a-zäöü]+en)\b"
)
AIM = guarded(
    r"(?<!\w)\w+ (?:die|das|den|zum|zur|keine?n?) (?:Aufgabe|Ziel|Möglichkeit|Recht|Auftrag|Gelegenheit|Absicht)\b"
)
DATES_OUT = guarded(
    r"\b(?:verschickt|versendet|startet|macht|führt|erstellt|richtet) [^;,]{0,40}\b(?:Termin\w*|Doodle\w*|"
    r"Terminumfrage)\b|"
    r"\b(?:koordiniert|organisiert|sucht|fragt|stimmt|vereinbart|schlägt)\b[^;]*?\b\w*[Tt]ermin\w*|\b[Tt]ermin\w* "
    r"(?:stimmt|klärt|koordiniert|fragt|ermittelt|sucht|legt)\b|\b[Tt]ermin\w*[^;]{0,80}\b(?:abgefragt|abgestimmt|"
    r"koordiniert)\b"
)
SOFT = guarded(
    r"\b(?:voraussichtlich|wahrscheinlich|vermutlich|wohl|evtl|eventuell|solle?n?|sollten?|könnten?|geplant|beabsichtig\w+|möglichst|angestrebt|strebt|Sollte|möchten?|hoff(?:t|en|e)|"
    r"bemüh\w+|versuch(?:t|en|e))\b"
)
ASKED = guarded(r"\b(?:fragt|fragen|wissen|erkundig\w+|bittet|bitten)\b")
OFFICE = guarded(
    r"(?i)^kreis|^stadt |^gemeinde |verwaltung|verw\.|bürgermeister|landr[aä]t|dezernent|vorsitzende|beigeordnete|"
    r"direktor|leiter|kämmer|zentrum|amt$|KI$"
)
NOMINAL = guarded(
    r"\b(?:Die|Eine?|Der|Das|die|eine?|der|das) (?:\w+ ){0,2}?\w*(?:[Ee]inbringung|[Vv]orlage|[Vv]orstellung|"
    r"[Bb]erichterstattung|[Aa]usschreibung|[Ff]ertigstellung|[Vv]eröffentlichung|[Ee]inrichtung|[Ee]valuation|"
    r"[Aa]bschluss|[Uu]nterrichtung|[Bb]esetzung|[Uu]msetzung|[Aa]ntragstellung|[Ff]ortschreibung|[Dd]urchführung|"
    r"[Ss]itzung|[Tt]reffen|[Bb]ericht|[Kk]onzept|[Üü]bersendung|[Ee]instellung)\b[^.;]{0,160}\b(?:ist|sind|sei|"
    r"wird|"
    r"soll|werde)\b[^.;]{0,120}\b(?:beabsichtigt|vorgesehen|geplant|angestrebt|avisiert|terminiert|angekündigt|"
    r"zugesagt)\b"
)
PROMISED = guarded(
    r"^Zugesagt (?:wird|wurde|werden)\b|\b(?:[Bb]eantwortung|[Aa]ntwort|[Bb]ericht\w*|[Ii]nformation|[Üü]bersicht|"
    r"[Pp]rüfung|[Zz]usammenstellung|[Üü]bersendung|[Zz]usendung|[Vv]orlage)\b[^;]{0,80}\b(?:wird|wurde|werden|"
    r"wurden)\b[^;]{0,40}\bzugesagt\b|\b[Ss]obald [^,;]{3,120}, (?:(?:erh(?:ält|alten)|bekommen|informiert|"
    r"unterrichtet|berichtet|legt)\b|(?:wird|werden) (?:die|der|das|dem|den|er|sie|es)\b)"
)
SERVES = guarded(
    r"(?:\b(?:[Vv]erwaltung|[Kk]reisverwaltung|Integrationszentrum|KI|Jobcenter|[Ee]r|[Ss]ie|Frau \w+|Herr \w+|"
    r"Landrat|Bürgermeister(?:in)?|Dezernent(?:in)?|Landrätin|Amt)\b[^;,]{0,60}|\bund )\b(?:wird|werde|will|"
    r"wolle)\b(?! gebeten| beauftragt| ermächtigt)[^;,]{3,160}\b(?:nachreichen|nachliefern|ansprechen|mitnehmen|"
    r"klären|aufgreifen|weitergeben|zur Verfügung stellen|nachfragen|prüfen|vorlegen|informieren|unterrichten|"
    r"berichten|einsetzen|einbringen|zurückkommen|übersenden|zuleiten|beifügen|thematisieren|"
    r"weiterleiten)\b(?=\s*(?:[.,;]|$|und\b|sobald\b))"
)
GETS = guarded(
    r"\berh(?:ält|alten|alte)\b[^;]{0,80}\b\w*(?:[Bb]ericht|[Vv]orlage|[Aa]uskunft|[Ii]nformation|[Aa]ntwort|"
    r"[Üü]bersicht)"
)
HANDS = guarded(
    r"\b(?:legt|lege|reicht|reiche|stellt|stelle|bringt|bringe|leitet|leite)\b[^;]{3,160}\b(?:vor|nach|"
    r"zur Verfügung|"
    r"ein|zu)(?=\s*(?:[.,;]|$|und\b))|\b(?:berichtet|informiert|unterrichtet|erfolgt|beginnt|startet)\b"
)
HELD = guarded(r"\bstattfind\w+|\bstattzufinden\b|\bfindet\b.*\bstatt\b")
_TO = r"\b(?:zu [a-zäöüß]{3,25}en|(?:[a-zäöü]{2,12})zu[a-zäöüß]{3,25}en)\b"
JOINED = guarded(r",? (?:und|sowie) |, ")
TWO_DEEDS = guarded(rf"(?P<deed>{_TO})(?=(?:,? (?:und|sowie) |, )[^,;.]{{8,160}}?{_TO})")
"""An infinitive of a promise that another one with an object of its own follows."""
