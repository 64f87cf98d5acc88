"""States in everyday words, by the kind of verb: waiting, seeking, leaving, sitting, sending, sharing out, shelving.

Each family lists what people do with a thing of its kind, whatever noun or tense they use; where the noun stands in the
sentence before ("daran schreibe man noch", "Ausgeschrieben wird erst, wenn ..."), the verb alone is sure enough.
"""

from __future__ import annotations

from extractors.state_families import family
from extractors.state_words import UNIT

_STAFF = (
    r"\b(?:\w*[Ss]tellen?(?:anteile?n?)?|VZÄ|VK|\w*[Kk]r[aä]fte?n?|\w*[Pp]ersonal\w*|CM|\w*[Mm]anage\w+|"
    r"\w*[Kk]oordin\w+|[Tt]eams?|Leuten?|Kolleg\w+|Mitarbeit\w+|\w*[Bb]ewerbe\w*|\w*[Ll]ots\w+|Beschäftigten?|"
    r"Fach(?:leute|personal)\w*|Sozial(?:arbeit|pädagog)\w+|Besetzung\w*|\w*[Vv]akanz\w*|Alle|Leitung|Posten|"
    r"Arbeitspl[aä]tze?n?|Arbeitsverhältnis\w*|Anstellung|Neuen|[Vv]erstärkung)\b"
)
_NUMERAL = (
    r"(?:\d+(?:,\d+)?|eine?r?|zwei(?:einhalb)?|drei(?:einhalb)?|vier(?:einhalb)?|fünf(?:einhalb)?|sechs(?:einhalb)?|"
    r"sieben(?:einhalb)?|acht(?:einhalb)?|neun(?:einhalb)?|zehn|elf|zwölf|anderthalb|eineinhalb)"
)
_PAPER = (
    r"\b(?:\w*(?:[Kk]onzept(?:ion)?|[Bb]ericht|[Rr]eport|[Ss]trategie|[Pp]apier|[Ll]eitfaden|[Ll]eitbild|[Hh]andbuch|"
    r"[Ss]chema|[Ss]chemata|[Ll]andkarte|[Vv]erständnis|[Aa]bläufe|[Aa]blaufplan|[Pp]rozesse?|[Ww]egweiser|[Ff]lyer|"
    r"[Cc]heckliste|[Mm]uster|[Kk]atalog|[Rr]ückblick|[Dd]okumentation|[Bb]roschüre|[Hh]andreichung|[Bb]ilanz|"
    r"[Gg]eschäftsordnung|[Vv]ereinbarung|[Ww]ebsite|[Ii]nternetseite|[Üü]bersicht|[Ee]ntwurf|[Ff]assung|[Pp]lan|"
    r"[Dd]atenbank|[Ss]oftware|[Ff]achverfahren|[Mm]onitoring|[Aa]pp)(?:e[ns]?|s|es|n|en)?|Schriftliches|"
    r"Ablauf|[Dd]aran|[Dd]arüber|Niederschrift (?:des|der) \w*[Kk]onzept\w*)\b"
)
_FUNDS = (
    r"\b(?:\w*[Bb]escheide?s?|\w*[Aa]ntr[aä]ge?[ns]?|\w*[Ff]örder(?:ung|mittel|konditionen)\w*|\w*[Zz]uwendung\w*|"
    r"[Vv]erstetigung|[Ff]ortführung|[Vv]erlängerung|\w*[Mm]itteln?|\w*[Gg]elder[n]?|[Ff]inanzierung|"
    r"\w*[Nn]achweise?|[Zz]usage|Bewilligung)\b"
)
_GIVER = r"\b(?:Land(?:es)?(?:seite|regierung)?|Ministeriums?|Düsseldorf|Bezirksregierung|Bund|MK\w{2,6}|Fördergeber)\b"
_CARRIER = (
    r"\b(?:\w*[Ww]ohlfahrt\w*|\w*[Tt]räger\w{0,6}|\w*[Vv]erb[aä]nde?n?s?|Caritas\w*|Diakoni\w+|AWO|DRK|Paritätisch\w+|"
    r"Liga)\b"
)
_ROUND = (
    r"\b(?:\w*[Rr]unde|\w*[Gg]ruppe|\w*[Kk]reis|Gremium|Lenkung\w*|Steuerung\w*|man|Beirat|Treffen|\w*[Tt]reffens?|"
    r"Auftakt|\w*[Ss]itzung|Mitglieder|Sie|[Dd]azu)\b"
)
_NO_STORY = r"€|\bEuro\b|\bEUR\b|\b(?:Abstimmungsergebnis|Tagesordnung\w*|dankt|beschließt|beschlossen|beauftragt)\b"
_ING = (
    r"(?:\w*(?:arbeitung|arbeit|wicklung|stellung|reitung|stimmung|prüfung|klärung|werfung|planung|fassung|legung|"
    r"redaktion|druck|layout|umlauf|mache|bau|gange?|wege?|zielgeraden|zügen|hand|schreibtisch|endspurt|vorbereitung))"
)
COURSES = (
    family(
        "staffing",
        "not_advertised",
        r"\b(?:\w*[Ss]tellen?|[Aa]usgeschrieben|[Aa]usschreib\w+|[Pp]rofil\w*)\b",
        r"\b[Aa]usgeschrieben (?:wird|werde|werden) (?:\w+ ){0,2}(?:erst|noch|nicht|später)\b|\bwerden?\b[^.;]{3,100}"
        r"\bausschreiben\b|\b(?:erst|später|danach|anschließend|sobald)\b[^.;]{0,80}\b(?:ausgeschrieben|"
        r"ausschreiben)\b|\b(?:absenken|anpassen|nachschärfen|überarbeiten)\b",
        _NO_STORY,
    ),
    family(
        "staffing",
        "advertised",
        r"\b(?:\w*[Ss]tellen?|\w*[Aa]nzeigen?|\w*[Aa]usschreibung(?:en)?|\w*[Aa]uswahl\w*|\w*[Gg]espräche|Bewerbe\w*|"
        r"Bewerbung\w*|Interessent\w*|Kandidat\w*|Leuten?|Personal\w*|\w*[Kk]r[aä]fte?n?|Fachleuten?|"
        r"\w*[Mm]anage\w+)\b",
        rf"\b(?:hat|haben|habe|hätten) sich\b[^.;]{{0,80}}\b(?:gemeldet|beworben|interessiert)\b|\bsuch(?:t|en|e|te|"
        rf"ten)\b[^.;]{{0,60}}\b(?:nach|Personal|{_NUMERAL}|händeringend|neue|weitere|Verstärkung|noch)\b|"
        r"\b(?:wird|werden|werde) (?:\w+ ){0,4}gesucht\b|\b(?:Auswahl|Bewerbungs|Vorstellungs)(?:runden?|"
        r"gespräche|verfahren)\b[^.;]{0,80}\b(?:ohne|ergebnislos|geblieben|angesetzt|terminiert|stehen|folgen|läuft|"
        r"laufen|abgeschlossen)\b|\bGespräche\b[^.;]{0,30}\bangesetzt\b|\b(?:schreib|schrieb)(?:t|en|e)?\b[^.;]{3,60}"
        r"\b(?:wieder|erneut|neu|gerade|derzeit)?\s?aus\b(?=\s*(?:[.,;]|$))|\btrudel\w+\b|"
        r"\bfind(?:et|en)\b[^.;]{0,40}\b(?:niemand|kaum|kein\w*)\b|\bmeld(?:et|en|eten|ete)\b[^.;]{0,40}\bsich\b",
        rf"{_NO_STORY}|\b(?:Rat|Beratung|Lösung\w*|gemeinsam\w*)\b",
    ),
    family(
        "staffing",
        "partly_filled",
        _STAFF,
        rf"\b(?:wart(?:en|e|et|eten)|harr(?:en|t))\b[^.;]{{0,30}}\bauf\b[^.;]{{0,30}}\b\w*[Bb]esetzung\b|"
        rf"\b{_NUMERAL} von {_NUMERAL}\b|\b(?:verwaist|vakant|unbesetzt|leer|weggebrochen|weggefallen|ausgeschieden|"
        r"abgesprungen|Lücken?|\w*lücken?)\b|\bnur {0,1}zu \d|\bfehl(?:t|en|e|ten) (?:\w+ ){0,3}(?:noch|"
        r"derzeit|weiterhin)\b|\b(?:noch|derzeit) (?:frei|offen)\b",
        rf"{_NO_STORY}|\bleer aus\w*|\b(?:Mitglied\w*|Stimmen|Sitze[n]?)\b",
    ),
    family(
        "staffing",
        "ending",
        rf"{_STAFF}|\b\w*[Vv]ertr[aä]ge?n?\b|\b\w*[Ff]örderung\b|\bProgramm\b",
        r"\b(?:end(?:en|et|e|eten)|lauf(?:en|e)|läuft|liefen)\b[^.;]{0,60}\b(?:mit Ablauf|Ende|Jahres\w*|20\d\d|aus|ab)"
        r"\b|\bbefristet\w{0,2}\b[^.;]{0,40}\b(?:bis|auf|Verträge|Arbeits\w+)\b|\bbis\b[^.;]{0,40}\bbefristet\b",
        rf"{_NO_STORY}|\b(?:Frist|Gespräch\w*|Auswahl\w*)\b",
    ),
    family(
        "concept",
        "in_progress",
        _PAPER,
        rf"\b(?:in|im|unter|auf|vor|bei|zur|zum|ins)\b (?:der |dem |den )?(?:\w+ )?(?i:{_ING})\b|\b(?:[Aa]m|[Aa]n|"
        r"[Dd]aran|[Dd]arüber)\b[^.;]{0,80}\b(?:schreib|arbeit|feil|bastel|werkel|tüftel|sitz|schraub|überleg)(?:t|en|"
        r"e|et|n|te|ten)\b|\b(?:angefangen|begonnen|gestartet|aufgenommen)\b|\b(?:erster|erste|zweiter) (?:Aufschlag|"
        r"Entwurf|Fassung|Wurf|Version)\b|\bso gut wie\b|\bRückmeldungen\b|\bwird (?:derzeit|zurzeit|gerade|aktuell|"
        r"momentan|gegenwärtig) \w+\b|\bschau(?:t|en|ten|e)\b[^.;]{0,40}\b(?:drüber|darüber)\b",
        rf"{_NO_STORY}|\b(?:Sitzung|Personal|Kr[aä]fte?)\b",
    ),
    family(
        "concept",
        "none",
        _PAPER,
        r"\b(?:bislang|bisher|noch|derzeit|bis heute|weiterhin)\b[^.;]{0,40}\b(?:nichts|nicht|kein\w*)\b|\bfehlt\b|"
        r"\bexistiert\b[^.;]{0,40}\b(?:nichts|nicht|kein\w*)\b",
        _NO_STORY,
    ),
    family(
        "concept",
        "revised",
        r"\b(?:\w*[Kk]onzept\w*|[Pp]lan(?:ung)?|[Pp]apier|[Ff]assung|[Aa]nstellung|[Üü]bertragung|[Ww]eitergabe|"
        r"[Vv]ariante|[Ll]ösung|[Mm]odell|[Vv]orhaben|[Zz]uschnitt|[Aa]nbindung|[Üü]berlegungen)\b",
        r"\b(?:auf den Kopf|aufgeschnürt|umgekrempelt|neu aufgerollt|von vorne?|umgeworfen|umgestellt|umgeplant|"
        r"durchgewin?[nk]\w*|abgenickt|nicht weiter ?verfolgt|fallen ?gelassen|verworfen|ad acta|eingedampft|"
        r"zusammengestrichen|Neufassung\b[^.;]{0,40}\b(?:zu|nötig|notwendig|erforderlich)|nachgebessert)\b",
        _NO_STORY,
    ),
    family(
        "application",
        "pending",
        _FUNDS,
        r"\bwart(?:et|en|e|ete|eten)\b[^.;]{0,60}\b(?:seit|auf|noch)\b|\b(?:schriftlich|bestätigt|verbindlich)\b"
        r"[^.;]{0,40}\bnicht\b|\bnicht (?:\w+ )?(?:abgerufen|ausgeschöpft|verausgabt|verbraucht)\b|\b(?:ist|sind|sei|"
        r"seien) (?:\w+ ){0,2}(?:raus|unterwegs|gestellt|abgeschickt|da|eingegangen|eingetroffen|auf dem Weg)\b|"
        r"\bging\w* "
        r"[^.;]{3,80}\bzu\b(?=\s*(?:[.,;]|$))|\b(?:zugegangen|eingetroffen)\b|\b(?:nachgeschoben|nachgebessert|"
        r"nachgereicht|scheibchenweise)\b",
        rf"{_NO_STORY}|\b[Ff]raktion\w*",
    ),
    family(
        "funding",
        "announced",
        rf"{_FUNDS}|\b(?:nach|ab|über) (?:\w+ )?20\d\d\b|\bweiter(?:geht|gehe)\b",
        rf"{_GIVER}[^.;]{{0,100}}\b(?:zugesagt|versprochen|angekündigt|verraten|offen|in Aussicht|entschieden|"
        rf"signalisiert|geäußert|festgelegt)\b|\b(?:zugesagt|versprochen|angekündigt|unklar|offen|ungewiss|"
        rf"steht in den "
        r"Sternen)\b[^.;]{0,60}\b(?:Land|Landesseite|Düsseldorf|Ministerium)\b",
        _NO_STORY,
    ),
    family(
        "location of posts",
        "in_place",
        _STAFF,
        rf"(?:\b(?:Schreibtische?|Büros?|Arbeitspl[aä]tze?|Räume)\b[^.;]{{0,60}}{UNIT})|{UNIT}[^.;]{{0,60}}\b(?:"
        r"zugeschlagen|angehängt|angestellt|eingegliedert|zugeordnet|angesiedelt|unterstellt|angebunden|angedockt)\b|"
        r"\b(?:angestellt|zugeordnet)\b[^.;]{0,40}\b(?:beim|bei der|im|dem)\b|\bBüros?\b[^.;]{0,60}\b(?:in|im)\b|"
        r"\bunter (?:dem|das) Dach\b",
        rf"{_NO_STORY}|\b(?:soll\w*|Nachbar\w*|beantragt)\b",
    ),
    family(
        "carrier talks",
        "in_progress",
        _CARRIER,
        r"\b(?:sitz|setz)(?:t|en|e|te|ten)?\b[^.;]{0,60}\b(?:zusammen|am Tisch|an einem Tisch|dran)\b|\bzusammengesetzt"
        r"\b|\bletzten Zügen\b|\b(?:noch )?keine Einigung\b|\b(?:ring|streit|feilsch|red|sprech|verhandel)(?:t|en|et|"
        r"e|n)\b|\bim Gespräch\b|\bVertragsverhandlungen\b|\bEinigung\b",
        _NO_STORY,
    ),
    family(
        "steering group",
        "provisional",
        _ROUND,
        r"\b(?:lädt|laden|lade|holt|holen|hole|bittet|bitten|zieht|ziehen|nimmt|nehmen)\b[^.;]{0,100}\b(?:dazu|hinzu|"
        r"hinein|mit ins Boot|mit an den Tisch)\b",
        _NO_STORY,
    ),
    family(
        "steering group",
        "running",
        _ROUND,
        r"\b(?:sich|man|wurden?|haben?)\b[^.;]{0,60}\b(?:geeinigt|verständigt|vorgenommen|festgelegt)\b[^.;]{0,30}"
        r"(?=[.,;]|$)",
        rf"{_NO_STORY}|\bnicht\b",
    ),
    family(
        "exchange",
        "running",
        r"\b(?:[Aa]lle \w+ (?:Tage|Wochen|Monate)|(?:[Zz]wei-?)?[Ww]öchentlich|[Mm]onatlich|\w*jährlich|"
        r"[Ee]inmal (?:im|pro|die) \w+|[Rr]egelmäßig\w*)\b",
        r"\b(?:telefonier|tausch|treff|trifft|sprech|sprich|tag|besprech|beriet|berät|konferier)\w*\b|\bzusammen\b",
        rf"{_NO_STORY}|\b(?:Ausschuss|Rat|Kreistag)\b",
    ),
    family(
        "tasks",
        "description",
        r"\b(?:[Dd]ie|[Ss]ie|[Mm]an|\w*[Kk]räfte|CM\S*|Koordin\w+|\w*[Mm]anage\w+|\w*[Ll]ots\w+|Stellen)\b",
        r"\b(?:zwei|beiden|2) (?:Ebenen|Etagen|Levels|Schienen|Säulen|Stufen|Beinen)\b|\bkümmer(?:t|n|ten|te)\b"
        r"[^.;]{0,60}\b(?:ausschließlich|nur|allein|nichts sonst|verwickelte|komplexe|Einzelf[aä]lle?n?)\b|\b(?:gehen|"
        r"gingen|geht|suchen|suchten|sprechen|sprachen)\b[^.;]{0,60}\b(?:raus|hinaus|auf|an)\b[^.;]{0,80}\b(?:zeig|"
        r"helf|"
        r"half|hör|begleit|vermittel|bring)\w*\b|\b(?:lösen|löst|lösten)\b[^.;]{0,30}\b(?:Fälle|Einzelfälle|"
        r"Probleme)\b",
        _NO_STORY,
    ),
    family(
        "caseload",
        "running",
        r"\b(?:\w*[Ff]älle[n]?|\w*[Ff]allzahlen?|\w*[Bb]eratungen|Klient\w+|Begleitungen)\b",
        r"\b(?:[Ll]aufende|[Aa]ktive|[Oo]ffene|[Nn]eue|[Aa]bgeschlossene|[Bb]etreute|Zahl|Anzahl)\b[^:.;]{0,60}: ?\d",
        _NO_STORY,
    ),
    family(
        "backlog",
        "backlog",
        r"\b(?:\w*[Aa]ntr[aä]ge?n?|\w*[Vv]erfahren|Terminen?|\w*behörde|\w*amt|Einbürgerung\w*|Vorgänge|Akten)\b",
        r"\b(?:stapel\w+|unerledigt\w*|liegen ?geblieben\w*|unbearbeitet\w*|Rückstau|Rückst[aä]nde?\w*|"
        r"Bearbeitungsstau|"
        r"Warteliste\w*|Wartezeit\w*|anhängig)\b|\bMonate?n? (?:\w+ )?(?:Geduld|warten|Wartezeit)\b|\bwart\w+ "
        r"[^.;]{0,40}\b(?:Monate|Wochen)\b",
        rf"{_NO_STORY}|\b(?:verkürz\w+|senken|unter)\b",
    ),
    family(
        "procedure",
        "stopped",
        r"\b(?:\w*[Aa]rbeit|Aufbau|Umsetzung|\w*[Pp]rojekte?|Netzwerk\w*|Verfahren|Einführung|\w*[Mm]anagement|"
        r"Gespräche|Schulung\w*|Evaluation|Beschaffung|Vorhaben|Planung\w*|\w*[Gg]ruppe|KIM|Koordinierung)\b",
        r"\b(?:paus\w+|ruh(?:en|t|te|ten)|unterbrochen|auf Eis|ausgesetzt|liegen ?geblieben|zurückgestellt|"
        r"hintangestellt|aufgeschoben|vertagt)\b",
        _NO_STORY,
    ),
)
"""Families of everyday words, asked where those of officialese find nothing."""
