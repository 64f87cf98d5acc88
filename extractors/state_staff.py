"""Word families of staff, cases and bodies: advertised, filled, counted, set to a task, open to guests, at work."""

from __future__ import annotations

from extractors.state_families import family

_STAFF = (
    r"\b(?:\w*[Ss]tellen?(?:anteile?n?)?|VZÄ|VK|Vollzeit\w*|\w*[Kk]r[aä]fte?n?|\w*[Pp]ersonal\w*|CM|\w*[Mm]anager\w*|"
    r"\w*[Kk]oordin\w+|[Tt]eams?|\w*[Aa]usschreibung(?:en)?|[Rr]ecruiting|\w*[Bb]esetzung\w*|Leute|Kolleg\w+|"
    r"Mitarbeit\w+|\w*[Bb]ewerber\w*|Stelleninhaber\w*|Verträge|alles|Auswahl|Steuerung|Einbürgerung\w*|"
    r"Beschäftigte\w*|Fach\w*|Sozialarbeiter\w*|\w*[Ll]ots\w+|Auswahl\w*|Bewerb\w+|Dienstantritte?s?|"
    r"Fallmanag\w+|[Aa]ssistenz\w*|\w*[Bb]austeine?[ns]?|\w*[Mm]odule?[ns]?|Alle|Behörde|ABH|\w*behörde)\b"
)
_SOON = (
    r"(?:gerechnet|rechnen|bevor\w*|steh\w{0,2}|steck\w{0,2}|läuft|lauf\w{0,2}|liefen|eröffnet|Kürze|bald\w*|demnächst|"
    r"getroffen|unterschriftsreif|in trockenen Tüchern|gefallen|terminiert|angesetzt|benannt|Aussage|absehbar|"
    r"Zeitpunkt|geführt|begonnen|eingeleitet|erwartet|durch|durchgeführt|"
    r"abgeschlossen|ausgewählt\w*|im Gange?|gestartet|fest)"
)
_SEARCH = (
    r"(?:[Rr]ecruiting|\w{0,20}Bewerber\w{0,20}|Personals?|Kr[aä]fte|Markt|Personal(?:gewinnung|suche|akquise|"
    r"findung|markt)|"
    r"[Gg]ewinnung|[Ss]uche|Arbeitsmarkt|Fachkräfte\w*|"
)
_HARD = (
    r"(?:zieht|ziehen|zäh|langwierig|schwierig\w*|schwer\w*|mühsam|stock\w+|knapp\w*|[Mm]angel\w*|leergefegt|dauert|"
    r"gestaltet|"
    r"erweist|rar|kaum|schleppend|umkämpft|erfolglos|problematisch|herausfordernd|läuft|langsam|Mangelware|"
    r"Schwierigkeiten|"
    r"Probleme|schleppt|nicht (?:leicht|einfach)|hakt|klemmt|Herausforderung|aufwendig|Geduld|zu (?:bekommen|finden|"
    r"gewinnen))"
)
_NUMBER = (
    r"(?:\d[\d.]{0,12}|\w{0,30}(?:hundert|tausend|zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|"
    r"neunzig)\w{0,30}|"
    r"[Dd]utzend\w*|zwölf|elf)"
)
_CASES = (
    r"(?:\w*[Bb]eratung(?:en|sgespräche|sfälle[n]?)?|\w*[Ff]älle[n]?|\w*[Ff]amilien|Personen|Menschen|Klient\w+|"
    r"Ratsuchenden?|Zugewanderten?|Haushalten?|Begleitungen|Anfragen|Geflüchteten?|Kontakte[n]?|Hilfesuchenden?|"
    r"Neuzugewanderten?|\w+zahl(?:en)?|Erstgespräche[n]?|Erwachsenen?|Aufnahmen|Ratsuche\w+)"
)
_CARE = (
    r"(?:berat\w+|begleite\w*|betreu\w+|unterstütz\w+|versorgt|geführt|gezählt|erreicht|aufgesucht|vermittelt|"
    r"durchgeführt|"
    r"betr\w+|belief\w*|beläuft|belaufen|lag|lagen|liegt|stieg\w*|gestiegen|verzeichne\w+|aufgenommen|abgeschlossen|"
    r"geholfen|bearbeite\w+|hinter sich|kamen|gekommen|im CM|im Case|im Fallmanagement|gewesen|statt\w*|geleistet|"
    r"zählte?n?|beziffer\w+|gab|genommen|genutzt|gemeldet|registriert|zu verzeichnen|unter Begleitung|in Begleitung|"
    r"in Betreuung)"
)
_BODY = (
    r"\b(?:\w*[Ll]enkung\w*|\w*[Ss]teuerung\w*|LG|\w*[Gg]ruppe|\w*[Kk]reises?|[Gg]remiums?|Runde|Mitglied\w*|"
    r"Teilnehm\w+|Zusammensetzung|Besetzung|Gäste|weitere\w*|Weitere\w*|[Aa]ndere|Beirats?|Hinzuziehung|zusätzliche\w*|"
    r"Zusätzliche\w*|\w*[Tt]räger|Kammern|\w*[Aa]mt|Partner\w*|Runde|Kreis|Sachverständige\w*|Akteur\w*|Fachleute|"
    r"Externe\w*)\b"
)
_MEETING = (
    r"\b(?:\w*[Ss]itzung|\w*[Tt]reffens?|\w*[Zz]usammenkunft|\w*[Zz]usammentritt|[Aa]uftakt\w*|[Kk]ick-?[Oo]ffs?|"
    r"Termin|"
    r"konstituierend\w*)\b"
)
_ROUND = (
    r"\b(?:\w*[Kk]onferenz(?:en)?|[Rr]unde[rn]? Tisch\w*|\w*[Nn]etzwerke?s?|\w*[Aa]rbeitskreise?s?|"
    r"\w*[Ss]prechstunden?|"
    r"\w*[Ll]enkungs\w+|\w*[Ss]teuerungs\w+|\w*[Zz]irkels?|AG|\w*[Ff]orum\w*|\w*[Ss]tammtisch\w*|Jour fixe|"
    r"\w*[Bb]esprechungen|\w*[Pp]rojektgruppe|\w*[Ww]erkstatt)\b"
)
STAFF = (
    family(
        "staffing",
        "not_advertised",
        r"\b(?:\w*[Ss]tellen?\w*|\w*[Pp]rofile?n?|Stellenangebote?|Ausschreibung\w*|Eingruppierung\w*|Bewertung)\b",
        r"\b(?:Stellen?(?:beschreibung|bewertung)|Anforderungsprofil|Ausschreibungstext|Aufgabenbeschreibung|"
        r"Eingruppierung|Bewertung der Stellen|Bewertungsverfahren)\w*[^.;]{0,120}\b(?:noch|gerade|derzeit|aktuell|"
        r"momentan|zurzeit|lieg\w+|nicht|werden|wird|würden|fertig\w*|läuft|laufen|in|beim|im|warte\w*)\b|\b(?:macht|"
        r"schreib\w+|erstell\w+|erarbeit\w+|stimm\w+|formulier\w+|feil\w+|"
        r"arbeit\w+)\b[^.;]{0,80}\b(?:Stellenbeschreibung|"
        r"Anforderungsprofil|Ausschreibungstext|Stellenprofil|Stellenbewertung)\w*|\b(?:noch|bislang|"
        r"bisher)\b[^.;]{0,40}"
        r"\b(?:keine?|nicht|nichts)\b[^.;]{0,60}\b(?:auf dem Markt|veröffentlicht|bekannt\w*|draußen|online|"
        r"inseriert|erschienen|geschaltet|"
        r"Ausschreibung\w*)\b|\bunterbleibt\b[^.;]{0,60}\b(?:Veröffentlichung|Ausschreibung|Bekanntmachung)\b",
        r"\bsoll(?:en)?\b",
    ),
    family(
        "staffing",
        "partly_filled",
        _STAFF,
        r"\b(?:besetzt\w{0,2}|an Bord|angetreten|eingestellt|am Start|im Dienst)\b[^;]{0,120}\b(?:Rest(?:liche\w*)?|"
        r"[Üü]brige[nr]?|"
        r"[Ww]eitere\w?|[Aa]ndere[n]?|noch nicht|[Vv]akan\w+|[Ff]ehl(?:t|en)|[Oo]ffen|unbesetzt|folgen|folgt|"
        r"zweite\w?)\b|"
        r"\b(?:[Dd]avon|[Vv]on denen|[Vv]on (?:de[nr]|insgesamt)|[Ee]rst|[Ll]ediglich|[Nn]ur|[Bb]islang|[Bb]isher)\b"
        r"[^.;]{0,80}\b(?:besetzt\w{0,2}|an Bord|im Dienst|eingestellt|angetreten)\b|\b(?:unbesetzt|vakant|Vakanz\w*|"
        r"nachzubesetzen|nachbesetzt|in Nachbesetzung|unbesetzte\w*)\b",
        r"\b(?:Tisch|Vorstand|Vorsitz)\b",
    ),
    family(
        "staffing",
        "filled",
        _STAFF,
        r"\b[Bb]esetzung\w*\b[^.;]{0,100}\b(?:bewirkt|vollzogen|erfolgt|gelungen|geglückt|abgeschlossen|erreicht|"
        r"vorgenommen|unter Dach)\b|\b(?:bereits|schon|seit|inzwischen|mittlerweile|alle|komplett|vollständig|voll|"
        r"ganz|"
        r"beide|sämtlich\w*|vollzählig|zwischenzeitlich|längst)\b[^.;]{0,60}\b(?:besetzt|im Dienst|an Bord|tätig|"
        r"beschäftigt|eingestellt|unter Vertrag|gefunden|gewonnen|eingearbeitet|im Einsatz|am Werk|inne|"
        r"besetzen|angestellt|angefangen)\b|\b(?:ist|sind|sei|seien) (?:alles|alle|beide) (?:\w+ ){0,3}besetzt\b|"
        r"\barbeite(?:n|t)\b "
        r"(?:\w+ )?(?:schon|bereits|seit|inzwischen|längst)\b|\b(?:Dienst|Arbeit|Tätigkeit|"
        r"Stelle) (?:\w+ )?(?:angetreten|"
        r"aufgenommen|begonnen)\b|\b(?:hat|haben|ist|sind)\b[^.;]{0,60}\b(?:angefangen|losgelegt|an Bord)\b|"
        r"\bbesetzt seit\b",
        r"\b(?:nicht (?:besetzt|voll\w*|alle)|unbesetzt|Ausschuss\w*|wie folgt|Tisch|keine|Vorstand)\b",
    ),
    family(
        "staffing",
        "advertised",
        _STAFF,
        r"\b(?:Intranet|\w*[Pp]ortale?n?|online|auf dem Markt|\w*[Pp]resse|Zeitung(?:en)?|Stellenmarkt|\w*börsen?|"
        r"[Ii]nteramt|bekanntgemacht|bekannt ?gemacht|Bekanntmachung|inseriert|(?:Stellen)?[Aa]nzeigen?|Annoncen?|"
        r"bekannt gegeben|bekanntgegeben|"
        r"\w*[Aa]usgeschrieben|in (?:der )?Ausschreibung|zur Ausschreibung|zur Besetzung freigegeben|Bewerbungsfrist|"
        r"Bewerbungen)\b|\b\w{0,20}[Aa]usschreibung\w{0,20}\b[^.;]{0,160}\b(?:vorgenommen|bewirkt|erfolgt|statt\w*|läuft|laufen|"
        r"veröffentlicht|geschaltet|durch|draußen|beendet|geendet|abgeschlossen)\b|\b(?:Dienst(?:antritt|beginn)\w*|"
        r"Einstellung(?:en)?|\w{0,20}[Aa]uswahl(?!ausschuss)\w{0,20}|Vorstellungsgespräch\w*|Besetzungsverfahren|"
        r"Bewerbungsgespräch\w*)\b"
        rf"[^.;]{{0,120}}\b{_SOON}\b|\b{_SOON}\b[^.;]{{0,120}}\b(?:Dienst(?:antritt|beginn)\w*|Einstellung(?:en)?|"
        r"Auswahl\w*|Vorstellungsgespräch\w*|Besetzungsverfahren|Bewerbungsgespräch\w*)\b|"
        rf"\b{_SEARCH}Sozialarbeiter\w*)[^.;]{{0,100}}\b{_HARD}\b|\b{_HARD}\b[^.;]{{0,100}}\b{_SEARCH}Personals?)\b",
        r"\b(?:nicht|keine) (?:\w+ )?(?:ausgeschrieben|auf dem)|\bspätestens\b|\bwerde[n]?\b[^.;]{0,80}\beröffnet|"
        r"\bVergabe|\bAusgeschieden|Zuwendungsbescheid",
    ),
    family(
        "caseload",
        "running",
        rf"\b{_CASES}\b",
        rf"\b{_NUMBER} (?:[\w-]+ ){{0,3}}{_CASES}\b[^.;]{{0,100}}\b{_CARE}\b|\b{_CARE}\b[^.;]{{0,80}}\b{_NUMBER} "
        rf"(?:[\w-]+ ){{0,3}}{_CASES}\b|\b(?:\w+zahl|[Zz]ahl|[Aa]nzahl) [^.;]{{0,60}}\b{_CARE}\b[^.;]{{0,40}}"
        rf"\b{_NUMBER}|\b(?:[Zz]ahl|[Aa]nzahl|\w+zahl) [^.;]{{0,60}}\b{_NUMBER}\b[^.;]{{0,30}}\b{_CARE}\b|"
        rf"\b(?:[Zz]ahlen|[Bb]ilanz|[Ff]allzahlen|Statistik|Stand)\b[^.;:]{{0,30}}: [^.;]{{0,30}}\b{_NUMBER} {_CASES}",
        r"\b(?:Mindestfallzahl|je Stelle|pro Stelle|Betreuungsschlüssel)\b|\bVZÄ (?:für|auf)",
    ),
    family(
        "tasks",
        "description",
        r"\b(?:\w*[Ss]tellen|VZÄ|\w*[Kk]räften?|\w*[Mm]anage\w+|Koordin\w+|Team|CM|[Bb]etrauten|Sie|Job|Aufgaben?|"
        r"Teilhabe\w+|Erstkontakt\w*|Erstgespräch\w*|Stelleninhaber\w*|\w*[Ll]ots\w+|Fachleute|Auftrag|Arbeitsweise|"
        r"Ansatz|Modell|Ebenen?|Levels)\b",
        r"\b(?:befasst|betraut|beauftragt) (?:sein|sind|ist)\b|\b(?:sind|ist|seien|werden)\b[^.;]{0,80}\b(?:betraut|"
        r"befasst|"
        r"zugedacht)\b|\b[Aa]ufgaben? (?:\w+ ){0,4}(?:ist|sind|besteh\w+|sei|liegt|umfass\w+)\b|\b(?:widmen|kümmern|"
        r"konzentrieren)\b|\b(?:keine|statt) (?:\w+ )?(?:Themenfelder|Fachthemen|Schwerpunktthemen)\b|\b(?:dien|widm|"
        r"kümmer)(?:t|en|n|e)\b[^.;]{0,60}\b(?:allein|"
        r"ausschließlich|nur|lediglich|der|um|sich)\b|\bobliegt es\b|\b(?:Job|Aufgaben?|Auftrag|Arbeitsweise|Tätigkeit|"
        r"Zuschnitt|Einsatzgebiet)(?: (?:der|des|von|ist|sind|dabei)\b[^:.]{0,40})?: ?\w|\b(?:[Zz]wei|2|beiden|beide|"
        r"zweierlei)[- ](?:Ebenen|Levels|Schienen|Stufen|Säulen)\b|\bZwei-Ebenen|\bhaben? (?:es )?(?:zur|"
        r"die) Aufgabe\b|"
        r"\b(?:such|sprech|sprich|lots|hol|führ|begleit|bring|vermittel|verweis|klär)(?:t|en|e|et|"
        r"n)\b[^.;]{0,80}\b(?:auf|an|in (?:die|den) \w+|zu den \w+|ab)\b"
        r"(?=\s*(?:[.,;]|$|und\b|passende|richtige))|\blots(?:t|en)\b|\bsind dafür (?:da|zuständig)\b|"
        r"\bzuständig für\b|"
        r"\b(?:wird|werden)\b[^.;]{0,60}\b(?:geklärt|verwiesen|weitervermittelt|weitergeleitet|gelotst|zugeführt)\b",
        r"\b(?:Sitzung|Ausschuss|Rat)\b",
    ),
    family(
        "steering group",
        "provisional",
        _BODY,
        r"\b(?:[Bb]ei Bedarf|[Ii]m Bedarfsfall\w*|[Bb]edarfsweise|[Tt]hemenbezogen|[Tt]hemenspezifisch|"
        r"[Aa]nlassbezogen|"
        r"[Jj]e nach|[Nn]ach Bedarf|[Jj]ederzeit|[Ff]allweise|"
        r"im Einzelfall|dem Einzelfall|fallweise|situativ|punktuell|von Fall zu Fall)\b[^.;]{0,140}\b(?:hinzu\w*|dazu|"
        r"eingeladen|einbezogen|beteiligt|vorbehalten|zugezogen|geladen|teil\w*|erweiter\w+|ergänz\w+|beigezogen|"
        r"gehört|"
        r"eingebunden)\b|\b(?:[Hh]inzu\w*|dazu|eingeladen|[Ee]inbezieh\w+|beteiligt|vorbehalten|[Zz]uzieh\w+|"
        r"geladen|[Ee]rweiter\w+|[Ee]rgänz\w+|[Ee]inlad\w+)\b[^.;]{0,140}\b(?:bei Bedarf|im Bedarfsfall\w*|"
        r"bedarfsweise|themenbezogen|"
        r"anlassbezogen|je nach|nach Bedarf|Einzelfall|fallweise|jederzeit|vorbehalten|möglich)\b|\b(?:einstweilen|"
        r"zunächst|vorläufig|vorerst|fürs Erste|erst einmal|anfangs|klein)\b[^.;]{0,100}\b(?:beschränkt|begrenzt|"
        r"besetzt|"
        r"zusammengesetzt|starten|gehalten|gestartet|vertreten|umfasst|nur)\b",
        r"\b(?:[Ss]tellenplan|[Aa]usgeschrieben|Frist)\b",
    ),
    family(
        "steering group",
        "running",
        _MEETING,
        r"\b(?:\w*[Ss]chwerpunkt\w*|\w*[Zz]ielgruppen?|\w*[Hh]andlungsfeld\w*|\w*[Aa]rbeitsfeld\w*|\w*[Tt]hemenfeld\w*|"
        r"\w*[Pp]rioritäten|\w*[Aa]ktionsfeld\w*|Leitthemen|Arbeitsprogramm\w*|Stoßrichtung\w*|Marschroute)\b",
        r"\b(?:nächste\w?|kommende\w?|heutige\w?|Ausschuss\w*)\b",
    ),
    family(
        "exchange",
        "running",
        _ROUND,
        r"\bseit (?:dem |der )?(?:\d|[A-ZÄÖÜ])[^.;,]{1,60}|\b(?:trifft|treffen) sich\b|\btag(?:t|en|te|ten)\b|"
        r"\bgetagt\b|"
        r"\bfind(?:et|en)\b[^.;]{0,80}\bstatt\b|\babgehaltene?n?\b|\bwächst\b|\bwachse\b|\balle \w+ (?:Wochen|"
        r"Monate)\b|"
        r"\bim Abstand\b|\bregelmäßig\w*|\betabliert\w*|\bzusammengekommen\b|\bgepflegt\b|\bPflege\b|\b[Aa]ufbau\b|"
        r"\bgibt es\b|\bgegründet\b|\bausgebaut\b|\blaufende[nr]?\b",
        r"\b(?:konstituier\w+|einladen|Einladung)\b|\bam \d{1,2}\. ?(?:\d|[JFMASOND]\w+)|\bsoll(?:en)?\b",
    ),
)
