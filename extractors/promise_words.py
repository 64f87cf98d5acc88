"""Words and frames of clauses that say what is going to be done: forces, things, persons, and what rules them out."""

from __future__ import annotations

from corpus.patterns import guarded

WILL = guarded(
    r"\b(?:soll|solle|sollen|will|wolle|wollen)\b[^;,]{3,200}\b[a-zäöüß]{2,30}(?:en|rn|ln|in|"
    r"sein)(?=\s*(?:[.,;:)]|$|und\b))|"
    r"[^;,]{3,200}\b[a-zäöüß]{2,30}(?:en|rn|ln) (?:soll|solle|sollen|will|wolle|wollen)(?=\s*(?:[.,;:)]|$|und\b))"
)
STOP = guarded(
    r"\b(?:gebeten|beauftragt|ermächtigt|aufgefordert|ersucht|gefordert|gewünscht|angeregt|vorgeschlagen|"
    r"empfohlen|hätten?|wäre|müsste|könnten?|dürften?|verwiesen|"
    r"festgestellt|hingewiesen|darauf hin|nicht(?! nur| öffentlich| zuletzt)|kein\w{0,2}|abgesehen|verzichtet|"
    r"geändert|abgelehnt)\b|"
    r"\b(?:wie|als)\b[^,;]{0,40}\b(?:vereinbart|geplant|zugesagt|angekündigt)\b|^\W{0,3}(?:Wenn|Falls|"
    r"Sollten? )\b|\?\s*$"
)
ASKED = guarded(
    r"\b(?:bittet|bitten|fragt|fragen|fragte|wissen|erfahren|erkundig\w{1,4}|fordert|fordern|verlangt|verlangte|"
    r"beantrag\w{1,3}|"
    r"wünsch(?:t|en)|schl(?:ägt|age|agen)\b[^;]{0,80}\bvor|empfiehlt|ersucht|begehrt|hinterfrag\w{1,3}|"
    r"regt [^;]{0,80}\ban)\b"
)
PAST = guarded(
    r"\b(?:wurden?|war|waren|hat|hatten?|haben|habe|worden(?! sein| sind)|konnten?|bereits|schon|zuletzt|bislang|"
    r"bisher|seit|"
    r"ist [^;,]{0,160}\b(?:erfolgt|worden))\b"
)
STATE = guarded(
    r"\b(?:\w{0,30}[Mm]inisteri\w{2,5}|Bezirksregierung|Landes\w{2,30}|Bundes\w{2,30}|Bund(?:es)?|Land(?:es)?|"
    r"MKJFGFI|MKFFI)\b"
)
MONEY = guarded(
    r"€|\b(?:Euro|EUR|Mittel[ns]?|\w{0,30}[Pp]auschalen?|Zuwendung\w{0,8}|Zuschuss|Förderung|Dank|Grüße|"
    r"Glückwünsche|Wort)\b"
)
ACTOR = guarded(
    r"\b(?:(?:\w{0,30})[Vv]erwaltung|Integrationszentrum\w?|KI|Bürgermeister(?:in)?|Oberbürgermeister(?:in)?|"
    r"Landr[aä]t(?:in)?|\w{0,20}dezernent(?:in)?|Beigeordnete[rn]?|Kämmer(?:er|in)|\w{2,30}(?:amt|stelle|büro|"
    r"team|leitung)|"
    r"Team|\w{3,30}(?:gruppe|kreis|runde)|Fach(?:dienst|bereich|gebiet)|Geschäftsführung|Koordination|"
    r"Vorsitzende[rn]?|Dezernat|Stadt|Gemeinde|Kreis|"
    r"Jobcenter|(?:Herr|Frau|Hr\.|Fr\.) (?:Dr\. )?[A-ZÄÖÜ][\w-]{1,30}|[Mm]an|[Ee]r|[Ss]ie)\b"
)
RECIPIENT = guarded(
    r"\b(?:Ausschuss(?:es)?|\w{2,30}ausschuss(?:es)?|Ausschüssen?|\w{0,20}[Rr]at(?:e?s)?|Rät(?:e|en)|"
    r"Kreistag(?:e?s)?|"
    r"Fraktion(?:en)?|\w{0,20}[Mm]itglieder[n]?|Gremi(?:um|en)|Politik|Steuerungsgruppe|Lenkungs\w{3,10}|"
    r"\w{0,20}[Bb]eirat(?:e?s)?|Runde|Protokoll|Niederschrift|Öffentlichkeit|Sitzungsdienst)\b"
)
LATER = guarded(
    r"\b(?:wird|werden|werde|würden?)\b(?! (?:durch|von) )[^;,]{0,160}\b(?:nachge\w{3,16}|(?:weiterge|zuge|mitge|"
    r"beige|rundge|herumge)(?:geben|leitet|reicht|sandt|schickt|stellt|nommen|fügt|hängt|legt)|ange(?:fügt|hängt)|"
    r"übersandt|zugesandt|versandt|versendet|verschickt|"
    r"erneut (?:beraten|aufgerufen|vorgelegt|behandelt)|schriftlich \w{4,20}t)"
    r"(?=\s*(?:[.,;:)]|$|und\b|werden\b|sobald\b))"
)
LATER_FOR = guarded(
    r"\b(?:wird|werden|werde|würden?)\b(?! (?:durch|von) )[^;,]{0,160}\b(?:übermittelt|veranlasst|aufgegriffen|geprüft|"
    r"überprüft|geklärt|abgeklärt|bereitgestellt|zur Verfügung gestellt)"
    r"(?=\s*(?:[.,;:)]|$|und\b|werden\b|sobald\b))"
)
"""What offices do every day too: it lies ahead where a time, a committee or minutes, or a question is named."""
ASKED_FOR = guarded(
    r"\b(?:\w{0,12}[Ff]ragen?|Hinweise?|Anregung(?:en)?|Anliegen|Wunsch|Wünsche|Bitte|Vorschl(?:ag|äge)|Punkte?|"
    r"Sachverhalt|Thema|Themen|[Dd]ies|[Dd]as|Ihnen|noch|nochmals|umgehend|kurzfristig|zeitnah)\b"
)
HANDS = guarded(
    r"\b(?:(?:schickt|schicke|schicken|sendet|sende|senden|mailt|liefert|liefere|liefern|reicht|reiche|reichen)\b"
    r"[^;,]{3,120}\b(?:rum|herum|rund|nach|zu|ein|weiter|mit (?:dem|der) (?:Protokoll|Niederschrift)|"
    r"(?:per|via) \w{0,2}-?[Mm]ail|Protokoll|Niederschrift)|"
    r"(?:gibt|geben) [^;,]{0,60}\b(?:Antwort|Auskunft|Erläuterung\w{0,2}|Angaben|Übersicht|Liste|"
    r"Zahlen)\b[^;,]{0,40}"
    r"\b(?:Protokoll|Niederschrift|Nachgang|E-?Mail)|(?:kriegt|kriegen|bekommt|bekommen|erhält|erhalten|erhalte|"
    r"bekomme)\b[^;,]{0,120}\b(?:ihn|sie|es|diese[nrs]?|"
    r"Nachricht|Bescheid|Antwort(?:en)?|Auskunft|Kenntnis|Rückmeldung|Info\w{0,10}|Unterlagen?|Kopie|Abschrift|"
    r"Liste|"
    r"Link|Übersicht|Mitteilung|Einladung|(?:per|via) \w{0,2}-?[Mm]ail|\w{0,20}[Bb]ericht\w{0,2}|Vorlage|"
    r"Präsentation|"
    r"Protokoll|Niederschrift|Nachgang))(?![\w-])"
)
KEEPS = guarded(
    r"\b(?:behält|behalten|behalte)\b[^;,]{0,80}\b(?:im Blick|im Auge)\b|\b(?:hält|halten|"
    r"halte)\b[^;,]{0,80}\bauf dem "
    r"Laufenden\b|\bbleib(?:t|en|e) (?:\w+ ){0,3}(?:dran|am Ball)\b|\b(?:kommt|kommen|"
    r"komme)\b[^;,]{0,80}\b(?:darauf|auf "
    r"(?:die|das|den) \w+) [^;,]{0,30}\bzurück\b|\bberichtet (?:\w+ ){0,4}(?:erneut|wieder|weiter|laufend|"
    r"fortlaufend)\b|"
    r"\bgeht (?:dem|der|den|diese[mrn]) [^;,]{0,60}\bnach\b"
)
AFTER = guarded(
    r"^\W{0,3}(?:Sobald|sobald|Sowie|[Nn]ach (?:deren|dessen|Abschluss|Fertigstellung|Freigabe|Vorliegen|"
    r"Eingang))\b"
)
DUTY = guarded(
    r"\b(?:ist|sind|sei|seien|bleibt|hat|haben|habe)\b[^;?]{3,200}?(?:\bzu (?:geben|berichten|erstatten|"
    r"unterrichten|informieren|beteiligen|"
    r"übersenden|überlassen|übermitteln|präsentieren|liefern|benachrichtigen)|\b(?:vor|mit|nach|ab|ein|zu|bei)zu"
    r"(?:legen|tragen|teilen|weisen|reichen|liefern|geben|leiten|senden|stellen|binden|beziehen|fügen|bringen))\b"
)
CHARGED = guarded(
    r"\b(?:obliegt|obliege|obliegen|übernimmt|übernehme|übernehmen|verantwortet|zuständig (?:ist|sind)|"
    r"ist [^;,]{0,60} "
    r"(?:aufgegeben|auferlegt|aufgetragen|übertragen)|(?:wird|wurde) [^;,]{0,60}(?:aufgegeben|auferlegt|"
    r"aufgetragen)|"
    r"Sache (?:des|der)|in der Hand (?:des|der)|liegt bei[mn]?|gekümmert|macht|organisiert|kümmert sich)\b"
)
ARRANGES = guarded(
    r"\b\w{0,20}(?:[Tt]ermin\w{0,24}|[Aa]bstimmung(?: des Tages)?|[Ee]inladung(?:en)?|[Vv]ersand|"
    r"[Ee]inberufung|Protokoll|Rechenschaft|[Bb]ericht\w{0,12})\b"
)
NOUN = (
    r"\b\w{0,30}(?i:einbringung|vorlage|vorstellung|bericht\w{0,12}|report|ausschreibung(?:en)?|fertigstellung|"
    r"abschlu\w{1,5}|"
    r"veröffentlichung|einrichtung|evaluation|evaluierung|unterrichtung|information\w{0,2}|besetzung|umsetzung|"
    r"aufstockung|"
    r"antragstellung|fortschreibung|durchführung|sitzung|treffen|konzept\w{0,8}|[uü]bersendung|zusendung|"
    r"einstellung|"
    r"zusammentritt|zusammenkunft|aufnahme|start|beginn|auftakt\w{0,14}|konstituierung|beantwortung|antwort(?:en)?|"
    r"versand|versendung|zuleitung|auswertung|[uü]?berprüfung|prüfung|klärung|workshop|klausur\w{0,8}|"
    r"veranstaltung\w{0,2}|"
    r"termin|konferenz|besprechung|gespräche?|austausch|deep dive|inbetriebnahme|eröffnung|unterzeichnung|"
    r"abstimmung|"
    r"bekanntgabe|rückmeldung|erläuterung(?:en)?|erstellung|überarbeitung|aktualisierung|nachreichung|kick-?off|"
    r"auftrag|"
    r"einführung|gründung|bildung|erweiterung|ausweitung|wiedervorlage|befassung|beratung|entscheidung|"
    r"zwischenstand|"
    r"sachstand|ergebnis(?:se)?|thema|punkt|präsentation|liste|übersicht|aufstellung|darstellung|"
    r"zusammenstellung|zahlen|unterlagen|angaben|schaltung|einsatz)\b"
)
PLAN = (
    r"(?:anberaumt|vorgesehen|geplant|angestrebt|in Aussicht (?:genommen|gestellt)|zu rechnen|gerechnet|"
    r"erwartet|terminiert|"
    r"angesetzt|avisiert|zugesichert|zugesagt|versprochen|angekündigt|anvisiert|ins Auge gefasst|eingeplant|"
    r"beabsichtigt|"
    r"vereinbart|verabredet|abgemacht|ausgemacht|festgelegt|datiert|veranschlagt|vorgemerkt|zugesichert|"
    r"projektiert|"
    r"folgt|folgen|folge|erfolgt|erfolge|steht an|stehen an|steht ins Haus|läuft an|geht los|gehe los|gibt es|"
    r"gebe es|"
    r"geben wird|bevorstehend\w?|auf der (?:TO|Agenda|Tagesordnung)|auf die (?:TO|Agenda|Tagesordnung)|online|"
    r"raus|heraus)"
)
HAPPENS = guarded(
    r"\b(?:geht|gehen|kommt|kommen|steht|stehen|findet|finden|fänden?|tritt|treten|schließt|endet|beginnt|"
    r"startet|starten)\b"
)
PLANNED = guarded(rf"{NOUN}[^;?]{{0,200}}\b{PLAN}\b|\b{PLAN}\b[^;?]{{0,200}}{NOUN}")
THING = guarded(NOUN)
SERIES = guarded(
    r"\b(?:nächste|zweite|dritte|vierte|fünfte|sechste|"
    r"\d{1,2}\.) (?:\w{2,30} )?\w{0,30}[Ss]itzung\b(?! der (?:Steuer|Lenk))"
)
"""A meeting of a committee in its series is an appointment, nobody's promise."""
AIMS = guarded(
    r"\b(?:rechn(?:et|en|e) [^;]{0,60}\bmit|hofft|hoffen|strebt|streben|plant|planen|plane|peil(?:t|en)|visiert|"
    r"beabsichtigt|beabsichtigen|nimmt sich vor|hat (?:sich [^;]{0,40})?vor|stellt [^;]{3,120} in Aussicht|zielt|"
    r"fasst [^;]{3,80} ins Auge|geht [^;]{0,40}davon aus|avisiert|terminiert|setzt [^;]{3,80} an|kündigt|"
    r"verspricht)\b"
)
PROMISE = guarded(
    r"\b(?:wird|werden|wurden?|ist|sind|sei|seien)\b[^;]{0,200}\b(?:zugesagt|zugesichert|versprochen)\b|"
    r"\b(?:[Vv]on|[Ss]eitens|[Dd]urch)\b[^;]{3,80}\bin Aussicht gestellt\b|"
    r"\b(?:ihre?|seine?|die|eine|Ihre?|Seine?|Die|Eine) Zu(?:sage|sicherung)\b[^;?]{0,80}\bzu\b|"
    r"\b(?:gibt|gab|macht|erteilt|erneuert|bekräftigt) [^;]{0,80}\bZu(?:sage|sicherung)\b|"
    r"\b(?:verpflichte[tn]? sich|sichert [^;]{3,160}\bzu|sagt [^;]{3,160}\bzu|erklärt sich (?:gern |"
    r"dazu )?bereit)\b"
)
LABEL = guarded(
    r"^\W{0,4}(?:(?:[Ss]pätester|[Gg]eplanter?|[Vv]oraussichtlicher?|[Aa]ngestrebter?|[Aa]nvisierter?|"
    r"[Vv]orgesehener?|"
    r"[Vv]orauss\.|[Nn]ächste[rs]?|[Zz]iel(?:datum)?) ?\w{0,30}(?: [^:;]{0,60})?|Wiedervorlage|Zusagen?|"
    r"To-?[Dd]os?|Nachreichung|"
    r"Verbleib|Erledigung|Nächste Schritte|Next Steps|Weiteres Vorgehen|Zuständig\w{0,12}|Verantwortlich\w{0,6}|"
    r"Frist|Fällig|"
    r"Zu erledigen|Umsetzung|Fertigstellung|Start|Start[^:;]{1,40})[^:;\w]{0,3}:[^;?]{2,}"
)
RECURRING = guarded(
    r"\b(?:(?:all|halb|viertel|zwei|drei)?jährliche?[rsnm]?|quartalsweise|monatlich|turnusmäßig|regelmäßig|"
    r"fortlaufend|laufend|"
    r"(?:\d ?[xX×]|(?:ein|zwei|drei|vier)mal)(?: pro| im| je| jedes)? (?:Jahr|Quartal|Halbjahr|Monat|jährlich)|"
    r"jedes (?:Jahr|Quartal|Halbjahr)|jeweils zum|künftig|fortan)\b"
)
REPORT = guarded(
    r"\b(?:berichte[tn]?|\w{0,20}[Bb]ericht(?:e[ns]?)?|Report|Rechenschaft|Sachstand|unterrichte[nt]?|"
    r"informier(?:t|en)|"
    r"\w{0,20}nachweis|Auskunft|Bilanz)\b"
)

MOVED = guarded(
    r"\b(?:beantrag\w{1,3}|\w{0,20}[Aa]ntrag|Ergänzung\w{0,8}|Maßgabe|Zusatz|erweiter\w{1,3}|ergänz\w{1,3})\b"
)
CARRIED = guarded(
    r"\b(?:angenommen|beschlossen|beschließt|zugestimmt|stimmt [^;]{0,160}\bzu|durch|Zustimmung|einverstanden|"
    r"einstimmig|"
    r"mehrheitlich|übernommen|so ergänzt|folgt (?:dem|diesem) (?:Vorschlag|Antrag))\b"
)
FAILED = guarded(r"\b(?:abgelehnt|Ablehnung|zurückgezogen|keine Mehrheit|nicht angenommen|lehnt)\b")

HINDERED = guarded(
    r"\b(?:nicht|kein\w{0,2}) [^;,]{0,40}(?:t|en)(?: (?:wird|werden|werde))?\W*$|"
    r"\bkönnten? [^;,]{3,200}\bwerden\W*$"
)
FUTURE = guarded(
    r"\b(?:wird|werde|werden|würden?|soll|solle|sollen|sollten?|will|wolle|wollen|wollten?|möchte|möchten|muss|müsse|"
    r"müssen)\b"
)
GOT = guarded(r"\b(?:erhalten|erhält|erhalte|bekommt|bekommen|trägt|tragen|beträgt|betragen)\b")
