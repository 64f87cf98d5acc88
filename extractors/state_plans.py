"""Word families of plans, papers, money, places and talks: overtaken, redrawn, approved, made, bound, advised."""

from __future__ import annotations

from extractors.state_families import family

_PLAN = (
    r"\b(?!(?:Stellen|Haushalts|Finanz|Bebauungs|Wirtschafts)plan)(?:\w*[Pp]l[aä]n(?:e[ns]?|s|ung|ungen)?|"
    r"\w*[Kk]onzept\w*|"
    r"\w*[Üü]berlegung(?:en)?|\w*[Vv]orhaben|[Aa]nsatz|\w*[Mm]odell[es]*|[Aa]ufteilung|[Aa]bsicht(?:en)?|"
    r"(?:[Nn]eu)?[Ff]assung(?:en)?|[Vv]ariante|[Aa]usrichtung|geplant|[Vv]orstellungen|[Vv]orlage|Roadmap|"
    r"[Ii]dee[n]?|[Ee]ntw[uü]rfe?s?|[Ww]eg|[Zz]uschnitt|[Uu]msetzung|[Ll]ösung|[Zz]uordnung|[Vv]erteilung|"
    r"[Tt]rägerschaft|Hieran|Daran|Davon|Hiervon)\b"
)
_PAPER = (
    r"\b(?:\w*(?:[Kk]onzept(?:ion)?|[Bb]ericht|[Rr]eport|[Ss]trategie|[Pp]apier|[Ll]eitfaden|[Ll]eitbild|[Nn]achweis|"
    r"[Hh]andbuch|[Vv]ereinbarung|[Gg]eschäftsordnung|[Ss]atzung|[Dd]okumentation|[Bb]roschüre|[Bb]ilanz|[Ff]lyer|"
    r"[Mm]onitoring)(?:e[ns]?|s|es|n|en)?|[Tt]exte?s?|[Ee]ntw[uü]rfe?s?|[Aa]bfassung|[Ff]ertigung|[Aa]usarbeitung|"
    r"[Ff]assung|"
    r"[Ff]ortschreibung)\b"
)
_RULES = (
    r"\b(?:\w*(?:[Rr]icht|[Ll]eit)linien?|(?:Förder-)?RL|\w*[Ee]rlass(?:e[sn]?)?|\w*[Bb]estimmungen|\w*[Bb]edingungen|"
    r"\w*[Vv]orgaben?|\w*[Rr]egel(?:n|ungen|werk)|\w*[Vv]orschrift(?:en)?|\w*[Gg]rundsätze|\w*[Mm]odalitäten|"
    r"\w*[Kk]riterien|Bekanntgabe)\b"
)
_MONEY = (
    r"\b(?:\w*[Mm]itteln?|\w*[Gg]eld(?:e[rs]n?)?|\w*[Pp]auschalen?|\w*[Ff]örder(?:ung|topf)(?:en)?|"
    r"\w*[Zz]u(?:wendung|schuss|"
    r"schüsse)(?:en|es|n)?|\w*[Bb]eträge?n?|\w*[Bb]udgets?|Modul\w*|\w*[Bb]austein\w*|\w*[Ss]tellen|\w*[Vv]orgaben|"
    r"\w*[Rr]ichtlinien?|\w*[Bb]estimmungen|Vergabe|Weiter(?:gabe|leitung)|Übertragung|[Vv]erwendung|Einsatz|"
    r"Personal|Beschäftigung|Land)\b"
)
_USE = (
    r"(?:verwend\w+|einsetz\w+|eingesetzt|einzusetzen|[Ee]insatz|[Vv]erwendung|zulässig|möglich|erlaubt|vorgesehen|"
    r"ausgegeben|auszugeben|fließen|zugute\w*|genutzt|nutzbar|gedacht|bestimmt|zu verausgaben|verausgabt|statthaft|"
    r"beschäftigt werden|gestattet|anzustellen|einzustellen|einzurichten|anzusiedeln|beschäftigen|angestellt werden|"
    r"zugelassen|verfügbar|geben|gefördert|förderfähig)"
)
_PLACE = (
    r"\b(?:KIZ?|\w*[Ii]ntegrationszentr(?:um|en|ums)|[Aa]nbindung|[Aa]nsied[e]?lung|[Aa]n(?:ge|zu)?(?:siedel|dock|bind|"
    r"bund)\w*|[Vv]erort\w+|[Ss]tandort|[Tt]rägerschaft|[Zz]uordnung|[Ee]ingliederung|\w*[Ss]tellen(?:anteile)?|"
    r"\w*[Kk]räften?|Leute|Personal|Team)\b"
)
_LAND = (
    r"(?:Land(?:es)?(?:regierung)?|Ministeriums?|Bezirksregierung|Düsseldorf|Arnsberg|LaKI|MK\w{2,6}|"
    r"Kompetenzzentrums?|KfI|Fördergebers?|Zuwendungsgebers?)"
)
_CARRIER = (
    r"\b(?:\w*[Ww]ohlfahrt\w*|\w*[Tt]räger\w{0,2}|\w*[Vv]erb[aä]nde?n?s?|Caritas\w*|Diakoni\w+|AWO|DRK|Paritätisch\w+|"
    r"Liga)\b"
)
_TALK = (
    r"(?:\w*[Gg]espräche?n?s?|\w*[Vv]erhandlung(?:en)?|Einigung|Austausch|Absprachen?|Abstimmung(?:en)?|Dialog|"
    r"Einvernehmen|"
    r"Verständigung|Sondierung(?:en)?|Beratungen|Klärung|Kontakt|Unterredung(?:en)?|Erörterung(?:en)?)"
)
_GOING = (
    r"(?:lauf\w{0,2}|läuft|liefen?|dauer[nt]|andauern|geführt|führen|fortgeführt|fortgesetzt|aufgenommen|eingeleitet|"
    r"steh\w{0,2}|find\w{1,2}|noch|bereits|derzeit|aktuell|begonnen|keine?|erzielt|angelaufen|gesucht|such\w{1,2}|"
    r"im Gange?|in|im|anhaltend\w*|offen|abgeschlossen|gestartet|ausgelotet|vereinbart)"
)
_IN = (
    r"(?:ist|sind|sei|seien|befinde(?:t|n)(?: sich)?|befänden sich|steh(?:t|en|e)|steck(?:t|en|e)|lieg(?:t|en|e)|"
    r"geh(?:t|en|e)|"
    r"häng(?:t|en|e))"
)
_MAKING = (
    r"\w*(?:redaktion|zeichnung|lektorat|abstimmung|beratung|bearbeitung|vorbereitung|erarbeitung|entstehung|entstehen|"
    r"prüfung|freigabe|schlussfassung|arbeit|mache|werden|entwurf\w*|fertigstellung|rückkopplung|druck|layout|"
    r"überarbeitung|beteiligung|phase|lesung|zügen|stadium|pipeline|verfahren|schliff|umlauf|gange?|kürze|"
    r"diskussion|abschluss|finalisierung|korrektur|runde|schublade)"
)
PLANS = (
    family(
        "concept",
        "superseded",
        _PLAN,
        r"\b(?:überholt|hinfällig|obsolet|gegenstandslos|Makulatur|vom Tisch|verworfen|aufgegeben|fallen ?gelassen|"
        r"gekippt|zunichte|durchkreuzt|abgerückt|überrollt|eingeholt|verabschiedet von|zu den Akten|ad acta|gestorben|"
        r"Abstand genommen|abgesehen|Abschied|außer Kraft|(?<!Sitzung )erledigt|sich zerschlagen|trägt nicht|"
        r"über den Haufen|rückte?n? [^.;]{0,80}\bab|widersprach\w*|widersprech\w+|zuwider\w*|unvereinbar|"
        r"fortgefallen|geplatzt|"
        r"gescheitert|über Bord|beerdigt|ausgedient|entfiel\w*(?! [^.;]{0,40}\bauf\b)|abgelöst|ersetzt|"
        r"Schnee von gestern)\b|"
        r"\b(?:nicht|keine\w?|kaum) (?:mehr|länger|weiter) (?:\w+ ){0,2}(?:aktuell|halt\w+|zu halten|tragfähig|"
        r"umsetz\w+|"
        r"umzusetzen|möglich|machbar|zulässig|zutreffend|gültig|verfolgt|aufrecht\w*|realisier\w+|verwirklich\w+|"
        r"maßgeb\w+|vereinbar|weiter\w+|Bestand|durchführbar|den \w+|genüg\w+|trägt|tragen|entspr\w+|gedeckt)\b|"
        r"\bpass(?:t|en|e|te|ten) (?:[\w-]+ ){0,4}nicht\b|"
        r"\b(?:Grundlage|Boden|Basis)\b[^.;]{0,60}\b(?:entzogen|genommen|weggefallen|verloren|entfallen|entzieht)\b|"
        r"\bnicht (?:\w+ ){0,2}(?:fest|weiter|aufrecht|durch|um|auf)?(?:ge|zu)?(?:halten|führ\w+|"
        r"setz\w+|verwirklich\w+|realisier\w+)\b|\b(?:trägt|tragen|gilt|gelten|entspricht|entsprechen|reich\w+|"
        r"genügt)\b[^.;]{0,40}\bnicht mehr\b|\bweiterverfolgt\b|\bStrich durch\b|\bdavon ab\b",
    ),
    family(
        "concept",
        "revised",
        _PLAN,
        r"\büberarbeit\w*|\bÜberarbeitung|\b[Nn]eu(?:fassung|planung|ausrichtung|konzeption|aufstellung|zuschnitt)\b|"
        r"\bneu (?:\w+ )?(?:ge(?:fasst|plant|dacht|ordnet|schrieben|staltet)|auf(?:ge|zu)\w+|konzipiert|aus(?:ge|"
        r"zu)\w+|"
        r"erarbeitet|erstellt|entwickelt|strukturiert|zugeschnitten|gefaßt|zu \w+en)\b|\bum(?:ge|zu)(?:plan|stell|"
        r"arbeit|"
        r"schreib|schrieb|bau)\w+|\bang(?:epasst|eglichen)\b|\bAn(?:passung|gleichung)|\bnach(?:ge|zu)(?:besser|"
        r"schärf|steuer|justier)\w+|\bmodifiziert|"
        r"\babge(?:ändert|wandelt)|\brevidiert|\büberdacht|\b(?:zweite[nr]?|neue[nrs]?|geänderte[nrs]?|andere[nrs]?) "
        r"(?:Konzept\w*|Plan|Planung|Fassung|Anlauf|Entwurf|Weg)\b[^.;]{0,100}\b(?:vorgelegt|erarbeitet|erstellt|"
        r"geschrieben|aufgestellt|fertig\w+|beschlossen|gegangen|ging|nötig|notwendig|erforderlich)\b|"
        r"\bentst(?:and|anden|ehen|eht)\b[^.;]{0,60}\b(?:zweite|neue|geänderte)\w? (?:Konzept\w*|Plan|Planung|Fassung)",
        r"\b\d[\d.]{0,15} (?:Euro|€|EUR)|\bwird (?:künftig|jährlich)\b",
    ),
    family(
        "concept",
        "approved",
        _PLAN,
        r"\b(?:Genehmigung|Zustimmung|Freigabe|Billigung|Okay|OK|O\.K\.|Plazet|Segen|Einverständnis|[Gg]rünes "
        r"Licht|Bewilligung)\b[^.;]{0,120}\b(?:ausgesprochen|erteilt|kam|kamen|gegeben|gab|gibt|lieg\w+|erfolgt|"
        r"eingegangen|erhalten|erhielt|gefunden|eingeholt|bekommen|da|vor|eingetroffen)\b|\b(?:kam|kommt|gab|gibt|"
        r"gegeben|erteilt\w*|hat|haben|"
        rf"erhielt|fand|findet)\b[^.;]{{0,60}}\b(?:Genehmigung|Zustimmung|Okay|OK|[Gg]rünes Licht|Billigung|"
        rf"Einverständnis)\b|\b{_LAND}\b"
        r"[^.;]{0,120}\b(?:genehmigt|gebilligt|abgesegnet|freigegeben|bestätigt|akzeptiert|anerkannt|zugestimmt|"
        r"durchgewunken|angenommen|abgenommen|gutgeheißen)\w{0,2}\b",
        r"\b(?:Niederschrift|Tagesordnung|Dienstreise|Personalrat\w*|Stellen?beschreibung\w*)\b",
    ),
    family(
        "conditions of the money",
        "delayed",
        _RULES,
        r"\bspäter\b|\bverspät\w+|\bVerspätung|\bVerz(?:ug|öger\w+)|\bverzög\w+|\b(?:auf sich )?warten\b|\berst nach\b|"
        r"\bzeitverzögert|\bim Nachgang|\bHängepartie|\bließ\w* [^.;]{0,60}\b(?:Zeit|auf sich)\b|\berst (?:im|am|"
        r"Ende|Anfang|Mitte|mit|"
        r"\w+ (?:Wochen|Monate)|\d|zum|später|kurz|spät|dann)\b",
    ),
    family(
        "framework",
        "draft",
        _RULES,
        r"\b(?:Entwurf\w*|Draft|Rohfassung|Vorentwurf|vorläufig\w*)\b|\bnoch (?:\w+ ){0,2}(?:nicht|aus|kein\w*)\b|"
        r"\b(?:zu rechnen|gerechnet|erwartet|angekündigt|ausstehend\w*|final|Endfassung|in Aussicht|fehl(?:t|en|e)|"
        r"in Kraft treten|Inkrafttreten)\b|"
        r"\b(?:lieg|steh)(?:t|en|e)\b[^.;]{0,60}\b(?:aus|nicht vor)\b",
    ),
    family(
        "concept",
        "in_progress",
        _PAPER,
        rf"\b{_IN}\b[^.;,]{{0,60}}\b(?:in|im|unter|bei|beim|vor|zur|zum)\b[^.;,]{{0,40}}\b{_MAKING}\b|\b(?:schreib|"
        rf"arbeit|"
        r"feil|bastel|werkel|tüftel|sitz)(?:t|en|e|et|n)\b[^.;]{0,80}\b(?:an|am|daran|dran|darüber|aus)\b|"
        r"\b(?:derzeit|zurzeit|gerade|aktuell|momentan|gegenwärtig|im Moment|noch)\b[^.;]{0,80}\b(?:ge|er|ver|über|aus|"
        r"ab|zusammen)\w+(?:t|en)\b|\bwächst\b|\bnimmt (?:\w+ )?Gestalt\b|\b(?:letzten? (?:Hand|Zügen?|Schliff)|"
        r"in die Wege|Feinschliff|Endspurt|fortgeschritten|gediehen|so gut wie|zu rechnen|gerechnet|entsteht|"
        r"entstehen)\b|"
        r"\b(?:entwickel|erarbeit|erstell|verfass|schreib)(?:n|en|t|et)\b|\b(?:geht|gehen|läuft|durchläuft|liegt|"
        r"liegen) "
        r"[^.;]{0,40}\b(?:durch|bei|zur)\b|\bwird (?:\w+ ){0,3}(?:erarbeitet|erstellt|entwickelt|verfasst|"
        r"fertiggestellt|"
        r"abgestimmt|vorbereitet)\b",
        r"\b(?:vorgestellt|übersandt|Personen|Stellen|Gremieninformation\w*)\b",
    ),
    family(
        "conditions of the money",
        "condition",
        _MONEY,
        r"\bzweckgebunden|\bZweckbindung|\b(?:un|in)?statthaft|\bunzulässig|\bkeine[nr]? (?:Raum|Spielraum|Platz)\b|"
        r"\b(?:geh\w+|"
        r"ging\w*) leer aus\b|\bnicht (?:zur Verfügung|zugute|zu Gute|angetastet)\b|\b(?:profitier|"
        r"nutz)\w+\b[^.;]{0,60}"
        r"\bnicht\b|\b(?:verlang|schreib|forder)(?:t|e)\b[^.;]{0,20}\b(?:vor|dass|eine)\b|\b(?:gilt|gelten|"
        r"greift) (?:\w+ )?"
        r"(?:nur|ausschließlich|allein|lediglich)\b|\bkann nur\b|\bkönnen nur\b|\bzwingend\b|\bleer aus(?:geh\w+)\b|"
        r"\b(?:ausschließlich|allein|nur|lediglich|einzig|bloß)\b[^.;]{0,120}"
        rf"\b{_USE}\b|\b{_USE}\b[^.;]{{0,80}}\b(?:ausschließlich|allein|nur|lediglich|beschränkt|vorbehalten|"
        r"ausgeschlossen)\b|\b(?:schließ|lass|läss|ließ|erlaub|verbiet|untersag|gestatt)\w*\b[^.;]{3,120}\b(?:aus|zu|"
        r"nicht)\b"
        rf"|\bnicht\b[^.;,]{{0,40}}\b(?:in (?:Betracht|Frage)|zulässig|statthaft|gestattet|erlaubt|zugelassen|"
        rf"förderfähig|"
        r"übertragbar|eingesetzt|verwendet|eingesetzt werden|her)\b|\btabu\b|\bscheide\w* aus\b|\bgebunden an\b|\ban "
        r"[^.;,]{3,60} gebunden\b|\bunter[sl]ag\w*|\bverboten\b|\bfür (?:nichts anderes|andere Zwecke)\b",
        r"\b(?:Personen|Teilnehm\w+|Antragsteller|[Bb]esetzt|[Aa]usgeschrieben|nicht nur|"
        r"Programm\w* .{0,30}getrennt)\b",
    ),
    family(
        "location of posts",
        "recommendation",
        _PLACE,
        rf"\b{_LAND}\b[^.;]{{0,160}}\b(?:rät|rate[nt]?|riet|angeraten|empf[aoie]h?\w+|[Ee]mpfehlung\w*|legt\w*|nahe\w*|"
        r"vorzugswürdig|vorzuziehen|bevorzugt|favorisier\w+|wünscht|gewünscht|befürwortet|plädier\w+|regt\w*|angeregt|"
        r"sinnvoll|richtig|zweckmäßig|geboten|angezeigt|sachgerecht|Vorzug|drängt|dringt|Wunsch|am liebsten|gern|"
        r"gerne|spricht sich|präferier\w+|"
        r"hinwirk\w*|wirkt)\b|\b(?:rät|angeraten|empfohlen|[Ee]mpfehlung\w*|Rat|Ratschlag|nahegelegt|Anregung|Wunsch|"
        rf"angeregt|bevorzugt|favorisiert|Sicht|Auffassung|Vorstellung|[Ee]mpfohlen|"
        rf"[Ee]mpfiehlt)\b[^.;]{{0,60}}\b{_LAND}\b|\bvom {_LAND}\b"
        r"[^.;]{0,60}\b(?:angeraten|empfohlen|nahegelegt|gewünscht|bevorzugt|angeregt)\b",
        r"\b(?:beauftragt|fraktion|Fraktion)\b",
    ),
    family(
        "carrier talks",
        "in_progress",
        _CARRIER,
        rf"\b{_TALK}\b[^.;]{{0,100}}\b{_GOING}\b|\b{_GOING}\b[^.;]{{0,100}}\b{_TALK}\b|\b(?:ver|unter)handel(?:t|n|"
        rf"te)\b|"
        r"\b(?:einig(?:t|en)?|uneins|geeinigt|berat(?:en|schlagen)|verständigt|sprech(?:en|e)|spricht|redet|"
        r"gesprochen)\b",
        r"\b(?:Bewerbungs|Vorstellungs|Auswahl|Beratungs)gespräch\w*|\b(?:Lenkungs\w+|Fraktion|Abstimmungsergebnis|"
        r"besetzt)\b",
    ),
    family(
        "agreements",
        "agreed",
        r"\b(?:ABH|\w*[Aa]usländer(?:behörde|amt)\w*|Jobcenters?|KIM|\w*[Ss]tadt|\w*[Kk]reis\w*|\w*[Bb]ehörden?|"
        r"§+ ?\d+|"
        r"Agentur|\w*[Gg]emeinden?|\w*[Kk]ommunen|\w*[Aa]mt)\b",
        r"\b(?:verabredet|vereinbart|abgesprochen|ausgehandelt|verständigt|geeinigt)\b|\b(?:Verabredung(?:en)?|"
        r"Vereinbarung(?:en)?|Absprachen?|Abmachung(?:en)?|Einvernehmen|Übereinkunft|Workflow|Einigkeit|Konsens|"
        r"Kooperation\w*)\b"
        r"[^.;]{0,80}\b(?:getroffen\w*|geschlossen\w*|erzielt|hergestellt|besteht|bestehe|gefunden|steht|unterzeichnet|"
        r"gezeichnet\w*|unterschrieben)\b|\bgetroffenen? (?:Verabredung|Vereinbarung|Absprache|Regelung)(?:en)?\b|"
        r"\b(?:ist|sind|sei|seien|zeigt\w*|erklärt\w*) (?:\w+ ){0,3}(?:einverstanden|im Boot|einig)\b|\btr(?:agen|"
        r"ägt)\b[^.;]{0,60}\bmit\b(?=\s*(?:[.,;]|$))|\bziehen\b[^.;]{0,30}\bmit\b",
        r"\b(?:[Tt]ermin|Sitzung|nicht)\b",
    ),
)
