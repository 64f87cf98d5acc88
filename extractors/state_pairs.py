"""States known by what stands together: a place and who advises it, money and who is shut out, a body and its guests.

Here no verb decides: who speaks of the Land, the integration centre and the posts in one sentence tells where the Land
wants them, in whatever words.
"""

from __future__ import annotations

from extractors.state_families import family

_STAFF = (
    r"\b(?:\w*[Ss]tellen?(?:anteile)?|\w*[Kk]r[aä]fte?n?|Leute|\w*[Pp]ersonal\w*|Kolleg\w+|Verstärkung|Mitarbeit\w+|"
    r"Neuen|"
    r"jemand\w*|alles|Beschäftigte\w*|Ansiedlung|Anbindung|Team)\b"
)
_ALIENS = r"\b(?:\w*[Aa]usländer(?:behörde|amt|wesen)\w*|ABH|\w*[Ee]inbürgerung\w*)\b"
_CARRIER = (
    r"\b(?:\w*[Ww]ohlfahrt\w*|\w*[Tt]räger(?:n|schaft)?|\w*[Vv]erb[aä]nde?n?|Caritas|Diakonie|AWO|DRK|Liga|Dritten?)\b"
)
_OLD = (
    r"\b(?:[Uu]rsprünglich\w*|[Bb]isherige\w?|[Dd]amalige?\w?|[Dd]amals|[Ff]rühere\w?|[Ee]rste\w? (?:Konzept\w*|"
    r"Plan\w*|"
    r"Fassung|Überlegung\w*|Entwurf)|[Aa]lte\w? (?:Konzept\w*|Plan\w*|Aufteilung|Fassung|Modell)|[Ss]einerzeit\w*|"
    r"[Aa]nfäng(?:lich|s)\w*|[Vv]ormalig\w+|Plan A|[Ee]hedem|[Ee]inst\w?)\b"
)
_PLAN = (
    r"\b(?!(?:Stellen|Haushalts|Finanz)plan)(?:\w*[Pp]l[aä]n(?:e[ns]?|s|t|te[nr]?|ung|ungen)?|\w*[Kk]onzept\w*|"
    r"\w*[Üü]berlegung(?:en)?|[Vv]orhaben|[Aa]ufteilung|[Aa]nnahmen?|[Vv]orgesehen\w*|[Bb]eabsichtigt|[Ff]assung|"
    r"[Pp]apier|[Ww]eg|[Mm]odell|vorsah|sah[en]*|sollten?|[Zz]uordnung|[Aa]bsicht\w*)\b"
)
_RULES = (
    r"\b(?:\w*[Rr]ichtlinien?|(?:Förder-)?RL|\w*[Bb]estimmungen|\w*[Bb]edingungen|\w*[Vv]orgaben|\w*[Rr]egel(?:n|"
    r"ungen)|"
    r"\w*[Kk]riterien|\w*[Mm]odalitäten)\b"
)
_WHEN = (
    r"\b(?:\d{1,2}[./]\d{2,4}|20\d\d|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember|"
    r"Herbst|Sommer\w*|Frühjahr|Frühling|Winter|Jahres(?:ende|wechsel|mitte)|Quartal|Halbjahr|Monats?|Wochen|Ferien|"
    r"KW)\b"
)
_NO_MONEY = r"€|\bEuro\b|\bEUR\b"
_LABEL = (
    r"^\W*(?:(?:Modul|Baustein|FB|Förderbaustein) ?\w{1,3}|Personal\w{0,20}|Team|Stellen\w{0,20}|"
    r"\w{0,20}[Bb]esetzung\w{0,20}|"
    r"Ausschreibung\w{0,20}|Recruiting|"
    r"\w{0,20}[Kk]onzept\w{0,20}|\w{0,20}[Rr]ichtlinien?|RL|\w{0,20}[Bb]ericht|Träger\w{0,20}|\w{0,20}behörde|ABH|"
    r"\w{0,20}[Ll]enkungs\w+|"
    r"\w{0,20}[Ss]teuerungs\w+|"
    r"\w{0,20}[Nn]etzwerk\w{0,20}|Stand|Sachstand|Status|Koordin\w+|Case[- ]Management|CM|Fallmanagement|Bewerb\w+|"
    r"Auswahl\w{0,20}|"
    r"Antrag\w{0,20}|"
    r"Bescheid\w{0,20}|Evaluation|Umsetzung\w{0,20}|Software|Kooperation\w{0,20}|Standort|Gespräche|Förderung|"
    r"Mitglieder|Gäste)"
    r"(?: [^:.;]{0,60})?: ?"
)
_SAID = (
    r": ?[^:]{0,120}?\b(?:noch|bereits|schon|derzeit|aktuell|erst|seit|nicht|kein\w*|fehl\w*|knapp\w*|dünn|komplett|"
    r"voll\w*|"
    r"fertig|raus|da|durch|offen|frei|drin|läuft|laufen|steht|stehen|kommt|kommen|vakant|besetzt|geplant|demnächst|"
    r"bald|"
    r"unklar|ab|ruht|im \w+|in (?:der |Arbeit|Mache|Planung|Vorbereitung|Abstimmung|\w+ung)|ge\w{3,}(?:t|en)|be\w{3,}t|"
    r"\w{4,}(?:stimmung|besetzung|prüfung|arbeitung|bereitung|redaktion|suche|verfahren|phase)|abgeschlossen|erledigt|"
    r"Start|Beginn|im Dienst|schwierig|gut|schleppend|zäh|gering\w*|Entwurf|Bedarf)\b"
)
PAIRS = (
    family(
        "note",
        "noted",
        _LABEL,
        _SAID,
        rf"{_NO_MONEY}|T€|\b(?:Frage|Antwort|Abstimmungsergebnis|soll\w*|Frau|Herrn?|Ausschuss\w*|fragt|dank\w+)\b|"
        r": ?(?:Die |Der |Das )?Land(?:es)?\b|\bPauschale\b|\bZuschuss\b|\bZuwendung\b|\bzugesagt\b",
    ),
    family(
        "conditions of the money",
        "condition",
        _CARRIER,
        r"\b(?:leer aus|leer|außen vor|gibt es|kein Geld|keine Mittel|nicht (?:mehr )?(?:vorgesehen|möglich|zulässig|"
        r"vereinba\w+|"
        r"bekommen|erhalten)|scheid\w+|ausgeschlossen|kommen? nicht)\b|\bl(?:ässt|assen|ieß|"
        r"ießen) sich\b[^.;]{0,80}\bnicht\b",
        _NO_MONEY,
    ),
    family(
        "concept",
        "superseded",
        _PLAN,
        _OLD,
        rf"{_NO_MONEY}|\b(?:Sitzung|Stelleninhaber\w*|besetzt|Kräfte|Tagesordnung)\b",
    ),
    family(
        "approval",
        "approved",
        r"\b(?:geänderte|überarbeitete|angepasste|neue|zweite)[nrs]? (?:\w*[Kk]onzept\w*|Plan|Planung|Fassung|"
        r"Papier)\b|"
        r"\b(?:Änderung(?:en)?|Neufassung|Umplanung|Plan B|Neuplanung)\b",
        r"\b(?:Land(?:es(?:regierung)?)?|Ministeriums?|MK\w{2,6}|Bezirksregierung|Arnsberg|Düsseldorf)\b",
        rf"{_NO_MONEY}|\b(?:veröffentlicht\w*|Handlungskonzept des Landes|Stadtrat|Rechtslage)\b",
        also=r"\b(?:keine (?:Bedenken|Einwände)|nichts einzuwenden|einverstanden|zu\w*stimm\w*|Bedenken|Okay|OK|"
        r"genehm\w+|Ja gesagt|Bescheid|gebilligt|Segen|bestätigt|akzeptiert|abgenickt|mitgetragen|hingenommen|"
        r"unterstützt)\b",
    ),
    family(
        "concept",
        "revised",
        r"\b(?:\w*[Kk]onzept\w*|[Pp]lan(?:ung)?|[Pp]apier|[Aa]ufgaben|Verwaltung)\b",
        r"\b(?:noch einmal|nochmals?|erneut|von vorne?|anders|neu) (?:\w+ ){0,3}(?:\w*ge\w+(?:t|en)|er\w+t|ver\w+t|"
        r"ent\w+en)\b|"
        r"\b(?:geänderte|überarbeitete|angepasste|neue|zweite)[nrs]? (?:Konzept\w*|Plan|Planung|Fassung|Papier)\b|"
        r"\b[Uu]mgebaut\b|\bUmarbeitung\b|\bUmbau\b|\bGeschichte\b",
        rf"{_NO_MONEY}|\b(?:ausgeschrieben|besetzt|Landesprogramm|Programm)\b",
    ),
    family(
        "conditions of the money",
        "delayed",
        _RULES,
        r"\b(?:spät\w*|Zeit|warten|schrittweise|nach und nach|stückweise|scheibchenweise|Pandemie|pandemiebedingt\w*|"
        r"Corona\w*|"
        r"dauerte|gedauert|verging|lange|erst nach|Verzug|zögerlich|häppchenweise)\b",
        rf"{_NO_MONEY}|\b(?:spätestens|Wartezeit\w*|zur Zeit)\b",
    ),
    family(
        "framework",
        "draft",
        r"\b(?:(?:Förder)?[Rr]ichtlinien?|(?:Förder-)?RL|Endfassung|Richtlinienentwurf)\b",
        rf"\b(?:noch|erst|bald|demnächst|Kürze|feilt|Papier|kommt|kommen)\b[^.;]{{0,120}}{_WHEN}|{_WHEN}[^.;]{{0,80}}"
        r"\b(?:erwartet|gerechnet|rechnen|kommen|in Kraft|vorliegen|erlassen|fertig)\b|\b(?:Noch|noch|"
        r"erst) (?:\w+ ){0,4}"
        r"(?:nicht|im|in|auf dem Papier|keine)\b|\bfeilt\b|\bArbeitsstand\b",
        rf"{_NO_MONEY}|\bnach (?:der|dieser) Richtlinie\b",
    ),
    family(
        "staffing",
        "filled",
        _ALIENS,
        r"\b(?:[Bb]esetz\w*|[Bb]ereits|[Ss]chon|im Amt|begonnen|angefangen|gefunden|eingestellt|vergeben|gewonnen|"
        r"arbeite\w+|da|an "
        r"Bord|angetreten|vollzählig|komplett|verstärkt)\b",
        rf"{_NO_MONEY}|\b(?:soll\w*|beabsichtigt|nicht|un\w*besetzt|vakant|kein\w*|niemand|nur|vorgesehen|Leitung|"
        rf"geplant|"
        r"zugeordnet|wird|werden|vorbehalten)\b",
        also=_STAFF,
    ),
    family(
        "staffing",
        "advertised",
        r"\b(?:Jobs?|[Ww]ann|\w*[Ss]tellen|[Aa]usgeschrieben|[Bb]ew[eo]rb\w+|Ausschreibung(?:en)?|Alle)\b",
        r"\b[Ii]ntern\w*\b[^.;]{0,30}\b(?:wie|und|sowie|als auch|oder)\b[^.;]{0,30}\b(?:[Ee]xtern\w*|öffentlich\w*)\b|"
        r"\b(?:öffentlich|extern)\w*\b[^.;]{0,20}\b(?:wie|und|sowie)\b[^.;]{0,20}\b(?:intern|haus)\w*|\bdraußen\b|"
        r"\bam Markt\b|\b(?:alle|alles|jetzt|bereits) (?:\w+ )?(?:raus|draußen)\b|\bsuchen wir\b|\blosgeht\b|"
        r"\bin (?:der|den) Zeitung(?:en)?\b|\b(?:Zusagen?|Favorit\w+|letzte Gespräche)\b|\bheiß begehrt\b|\bSternen\b|"
        r"\bGeduldsspiel\b|\b(?:fang|start|beginn)(?:t|en)\b[^.;]{0,40}\b(?:offen|unklar|ungewiss|absehbar)\b",
        rf"{_NO_MONEY}|\b(?:[Ee]valuation|Landes|Land|Fraktion)\b",
    ),
    family(
        "staffing",
        "not_advertised",
        r"\b(?:\w*[Ss]tellen?|Ausschreibung(?:en)?)\b",
        r"\b(?:erst|noch)\b[^.;]{0,80}\b(?:in die Ausschreibung|ausgeschrieben werden|auf den Markt)\b|\b(?:noch|"
        r"bislang|bisher) "
        r"(?:\w+ ){0,2}(?:kein\w*|nicht\w?) (?:\w+ ){0,3}(?:Ausschreibung|ausgeschrieben|Anzeige)",
        _NO_MONEY,
    ),
    family(
        "carrier talks",
        "in_progress",
        _CARRIER,
        r"\b(?:zu klären|Klärung|besprochen|bespricht|besprechen|Lösung|vorgefühlt|ausgelotet|sondiert|Frage der|offen|"
        r"[Ww]er (?:die )?\w*[Tt]räger|reden|spricht|sprechen|verhandel\w+)\b",
        rf"{_NO_MONEY}|\b(?:VZÄ|Sitz|Mitglied\w*|fragt|besetzt|Ausschuss\w*)\b",
        also=r"\b(?:noch|derzeit|aktuell|gerade|wird|werden|sucht|suchen|momentan|zurzeit|nicht|ist|sind)\b",
    ),
    family(
        "steering group",
        "provisional",
        r"\b(?:[Ww]eitere\w?|[Aa]ndere|[Ww]er|Liste|Kreis der|Runde|Mitglied\w*|Gäste|[Zz]usätzliche\w?|"
        r"Zusammensetzung|"
        r"Teilnehmerkreis|Besetzung)\b",
        r"\b(?:dazu(?:stoßen|kommen|geholt|gebeten|gehören|zunehmen)|hinzu(?:gezogen|kommen|gebeten|treten|geladen)?|"
        r"kommt dazu|wachsen|erweitern|"
        r"kommen dazu|nicht (?:abschließend|abgeschlossen|in Stein)|können folgen|erweitert|überschaubar|nach Bedarf|"
        r"eingeladen|Gaststatus|offen für)\b",
        rf"{_NO_MONEY}|\b(?:[Ss]telle (?:wird|ist|soll)|VZÄ|Ausschuss|ausgeschrieben|besetzt werden)\b",
    ),
    family(
        "steering group",
        "running",
        r"\b(?:\w*[Ll]enkungs\w+|\w*[Ss]teuerungs\w+|[Gg]ruppe|[Rr]unde|Auftakt\w*|[Kk]ick-?[Oo]ff\w*|\w*[Ss]itzung|"
        r"\w*[Tt]reffen)\b",
        r"\b(?:\w*[Zz]ielgruppen?|\w*[Ss]chwerpunkte?n?|\w*[Hh]andlungsfelder\w*|\w*[Aa]rbeitsfelder\w*|"
        r"angesetzt werden)\b",
        rf"{_NO_MONEY}|\b(?:Ausschuss\w*|soll|nächste\w?|Frage|Rat|Zielgruppe des|Zielgruppen des)\b",
        also=r"\b(?:hat|haben|wurden?|ist|sind|ging|einig\w*|war|waren|bestimmt|legte\w?|Ergebnis)\b",
    ),
    family(
        "agreements",
        "agreed",
        r"\b(?:\w*[Aa]usländer(?:behörde|amt)\w*|ABH|Jobcenter|\w*[Ss]tadt|Partner\w*|Akteur\w*|\w*[Kk]ommunen|"
        r"Stellen)\b",
        r"\b(?:Abkommen|Verabredung(?:en)?|Absprachen?|Vereinbarung(?:en)?|ist einverstanden|abgestimmt\w*|geklärt|"
        r"Konsens|"
        r"Einvernehmen|im Boot|Übereinkunft)\b",
        rf"{_NO_MONEY}|\b(?:soll\w*|noch|nicht|kein\w*|wird|werden|Ausschuss\w*)\b",
    ),
    family(
        "concept",
        "in_progress",
        r"\b(?:\w*(?:[Kk]onzept|[Bb]ericht|[Rr]eport|[Ll]eitfaden|[Ss]trategie)(?:e[ns]?|s|es|ion)?)\b",
        rf"\b(?:soll|solle|wird|werde|kommt|erwartet)\b[^.;]{{0,100}}\b(?:bis|im|zum|Ende|Anfang|Mitte|"
        rf"vor)\b[^.;]{{0,30}}{_WHEN}"
        r"[^.;]{0,30}\b(?:stehen|vorliegen|fertig|erscheinen|vor|vorgelegt|abgeschlossen|kommen)\b|\bKinderschuhen\b|"
        r"\bles(?:en|t)\b[^.;]{0,40}\bgegen\b|\b(?:Hausspitze|Korrekturen?|Schliff|Gegenlesen|Stationen)\b",
        rf"{_NO_MONEY}|\b(?:Ausschuss\w*|Sitzung)\b",
    ),
)
