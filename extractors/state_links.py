"""States known by two or three things in one sentence and a word of lack, limit, time or place between them, no verb.

The verb is left open on purpose: "Freie Träger kommen nicht infrage", "gehen leer aus", "sind außen vor" tell the same,
and the next town will say it otherwise. So each family names who or what must stand together, and what must not.
"""

from __future__ import annotations

from extractors.state_families import family
from extractors.state_words import UNIT

_STAFF = (
    r"\b(?:\w*[Ss]tellen?(?:anteile?n?)?|VZÄ|\w*[Kk]r[aä]fte?n?|\w*[Pp]ersonal\w*|CM|\w*[Mm]anager\w*|"
    r"\w*[Kk]oordinator\w*|"
    r"[Tt]eams?|Leuten?|Kolleg\w+|Mitarbeit\w+|Beschäftigten?|Fachleuten?|Sozial(?:arbeit|pädagog)\w+|Köpfen?|"
    r"\w*[Bb]esetzung|Nachfolge\w*|Arbeitsmarkt|Anstellung|Arbeitsverhältnis\w*|Arbeitsverträge\w*|[Pp]ersonell)\b"
)
_LACK = (
    r"\b(?:(?:noch|derzeit|bislang|bisher|momentan|aktuell|zurzeit|weiterhin)[^.;]{0,30}\b(?:nicht|kein\w*|niemand\w*|"
    r"nichts)|"
    r"Loch|Löcher|\w*[Ll]ücken?|Elternzeit|Mutterschutz|gekündigt|Kündigung|Ruhestand|Weggang|Engpass|Engpässe|"
    r"gesperrt|"
    r"Sperre|\w*sperre|nichts her|kaum (?!zu begr)|rar|knapp|dünn|unbesetzt|vakant|\w*[Vv]akanz\w*|verwaist|"
    r"verzöger\w+|schwierig\w*|"
    r"schwer\w*|unterbesetzt|mühsam|erkrankt|krankheitsbedingt|ausgefallen|Ausfall|Fluktuation|händeringend|Mangel)\b"
)
_CALL = (
    r"\b(?:Bewerbungs(?:schluss|frist|phase|eingang|lage)|ins Netz|im Netz|\w*[Pp]ortale?n?|Stellenmarkt|"
    r"Personalabteilung|"
    r"Personalamt|Stellenbörsen?|Annoncen?|Inserate?|Ausschreibungs\w+|Auswahlkommission|Vorauswahl|"
    r"Bewerbungsgespräche?n?|"
    r"Einstellungsgespräche?n?|Kandidat\w+|Bewerberfeld|Bewerberkreis|Sichtung|engere Wahl|Interviews?|Zusagen)\b"
)
_MONEY = (
    r"\b(?:\w*[Mm]itteln?|\w*[Gg]eld(?:er|ern)?|\w*[Pp]auschalen?|\w*[Ff]örderung|\w*[Zz]uwendung(?:en)?|Zuschuss|"
    r"Landesgeld)\b"
)
_LIMIT = (
    r"\b(?:nur|allein|ausschließlich|einzig|lediglich|kein\w*|nicht|niemand|geknüpft|gebunden|gekoppelt|vorbehalten|"
    r"beschränkt|begrenzt|reserviert|bestimmt|zweckgebunden|tabu|ausgeschlossen|unzulässig)\b"
)
_FOR = (
    r"\b(?:\w*[Bb]ehörden?|ABH|\w*[Vv]erb[aä]nde?n?|\w*[Tt]rägern?|\w*[Ww]ohlfahrt\w*|Dritten?|\w*[Zz]wecke?n?|Ämtern?|"
    r"Einbürgerung\w*|\w*[Ss]tellen|\w*[Ss]achkosten|Sachmittel|Personal\w*|Honorar\w*|Einsatz|andere[nsrm]?|"
    r"anderweitig|anderswo|sonst\w*)\b"
)
_CARRIER = (
    r"\b(?:\w*[Ww]ohlfahrt\w*|\w*[Tt]räger(?:n|schaft)?|\w*[Vv]erb[aä]nde?n?|Caritas\w*|Diakonie\w*|AWO|DRK|"
    r"Paritätisch\w+|"
    r"Liga|Arbeitsgemeinschaft der \w+)\b"
)
_LAND = (
    r"\b(?:Land(?:es(?:regierung|seite)?)?|Ministeriums?|MK\w{2,6}|Düsseldorf|Bezirksregierung|Arnsberg|"
    r"Fördergebers?|Zuwendungsgebers?)\b"
)
_PLAN = (
    r"\b(?!(?:Stellen|Haushalts|Finanz)plan)(?:\w*[Pp]l[aä]n(?:e[ns]?|s|ung|ungen)?|\w*[Kk]onzept(?:ion|e|s)?|"
    r"[Zz]uschnitt|[Aa]nsatz|[Ii]deen?|[Gg]edanken?|[Ll]inie|[Kk]urs|[Vv]ariante|[Ee]ntw[uü]rfe?s?|[Ff]assung|"
    r"\w*[Üü]berlegung(?:en)?|[Vv]orstellung(?:en)?|[Mm]odell|[Pp]apier|[Vv]orhaben|[Aa]ufteilung|[Vv]erteilung)\b"
)
_OLD = (
    r"\b(?:[Uu]rsprünglich\w*|[Bb]isherige\w?|[Dd]amalige\w?|[Ff]rühere\w?|[Aa]lten?|[Ee]rste[nrsm]?|"
    r"[Aa]nfänglich\w*)\b"
)
_GIVEN_UP = (
    r"\b(?:verabschiedet|Abschied|kassiert|verworfen|zurückgezogen|zurückgenommen|wieder|nicht mehr|nicht weiter|"
    r"überholt|"
    r"erledigt|passé|aufgegeben|gestrichen|weg|vorbei|gescheitert|ersetzt|abgelöst|verlassen|losgelöst|gelöst|"
    r"abgerückt|"
    r"abgekommen|beiseite|Abstand|Tonne|Papierkorb|Schublade|überarbeitet|revidiert|Makulatur|abgewichen)\b"
)
_PAPER = (
    r"\b(?:\w*(?:[Kk]onzept(?:ion)?|[Bb]ericht|[Ll]eitfaden|[Ss]trategie|[Pp]apier|[Ff]ahrplan|[Dd]okumentation|"
    r"[Ee]ntwurf|[Vv]ereinbarung|[Gg]eschäftsordnung|[Hh]andbuch|[Ll]eitbild|[Pp]rozesskette|[Bb]estandsaufnahme|"
    r"[Bb]edarfsanalyse|[Ee]valuation)(?:e[ns]?|s|es|n|en)?)\b"
)
_NOW = (
    r"\b(?:derzeit|zurzeit|zur Zeit|aktuell|gerade|momentan|gegenwärtig|noch|bald|demnächst|in Kürze|nächste \w+|"
    r"in den letzten Zügen|fast|weitgehend|größtenteils|betraut|beauftragt worden|Federführung)\b"
)
_WAIT = (
    r"\b(?:Antwort|Rückmeldung|Zusage|Entscheidung|Klarheit|Signal|Auskunft|Anschlussförderung|Fortsetzung|"
    r"Weiterförderung|Verstetigung|Zukunft|zahl(?:t|e|en)|weiter|fortgeführt|bewilligt|Bewilligt)\b"
)
_OPEN = (
    r"\b(?:noch|derzeit|bislang|bisher|vorerst|zunächst|offen|unklar|ungewiss|abzuwarten|keiner|niemand|nicht|wart\w+|"
    r"aus|fraglich|nur bis)\b"
)
_SIDE = (
    r"\b(?:[Oo]rganisatorisch|[Rr]äumlich|[Ff]achlich|[Dd]isziplinarisch|[Uu]ntergebracht|[Ss]itz(?:t|en)|[Hh]äng(?:t|"
    r"en)|"
    r"[Aa]ngegliedert|[Uu]nterstellt|[Bb]eheimatet|[Zz]u ?Hause|[Ee]ingerichtet|[Aa]ngehör\w+|[Bb]üros?|[Gg]ehör(?:t|"
    r"en)|"
    r"[Aa]ngesiedelt|[Aa]ngebunden|[Aa]ufgehängt|[Ee]inquartiert|[Ww]ohnt|Dach)\b"
)
_HOUSE = (
    rf"(?:{UNIT}|\b(?:Stabsstelle|Integrationszentrum\w*|KI|Rathaus|Rathäusern|Haus(?: der)?|Fachbereich|Fachdienst|"
    r"Dezernat|Abteilung|\w*amt|Sachgebiet)\b)"
)
_CASES = (
    r"(?:\w*[Ff]älle[n]?|\w*[Aa]ufnahmen|\w*[Bb]eratungen|\w*[Gg]espräche|Menschen|Personen|Familien|Ratsuchenden?|"
    r"Klient\w+|"
    r"Haushalte[n]?|Begleitungen|Kontakte|Zugewanderten?|Anfragen)"
)
_OTHERS = (
    r"\b(?:[Ww]eitere\w?|[Ee]xterne\w?|[Ee]xpert\w+|[Ff]achleute|[Ss]achverständige\w?|[Gg]äste|[Pp]artner\w*|"
    r"[Aa]kteur\w*|"
    r"[Aa]ndere\w?|Organisationen|Einrichtungen|Vertreter\w*|jemanden?)\b"
)
_STORY = (
    r"€|\bEuro\b|\bEUR\b|T€|\b(?:Abstimmungsergebnis|Tagesordnung\w*|dankt|beschließt|Fraktion\w*|Antrag|soll\w*|"
    r"Beschlussvorschlag|Kreistag|Kenntnis|informier\w+|nennt|nannte)\b"
)
LINKS = (
    family("staffing", "partly_filled", _STAFF, _LACK, _STORY),
    family(
        "staffing",
        "advertised",
        rf"{_STAFF}|\b(?:Bewerbungs\w+|Auswahlkommission|Kandidat\w+|Vorauswahl)\b",
        _CALL,
        rf"{_STORY}|\b(?:fehlt|Personalamt und|www)\b",
    ),
    family(
        "staffing",
        "filled",
        _STAFF,
        r"\b(?:seit|ab|zum|[Zz]um) (?:dem )?(?:\d{1,2}\. ?(?:\d|[JFMASOND]\w+)|Januar|Februar|März|April|Mai|Juni|Juli|"
        r"August|September|Oktober|November|Dezember|Frühjahr|Sommer|Herbst|Jahres\w+|\w+ (?:Wochen|Monaten))\b",
        rf"{_STORY}|\b(?:nicht|kein\w*|Vereinbarung|Zuwendung\w*|[Ff]örder\w+|Pauschale|bewilligt|befristet|endet|"
        rf"läuft|\d+ VZÄ)"
        r"\b",
        also=r"\b(?:da|komplett|dabei|verstärk\w+|stoß\w+|stieß\w*|Team|hinzu\w*|dazu\w*|beginn\w+|tätig|arbeite\w+|neue?r?|"
        r"zusätzliche\w?|weitere\w?|vollzählig|Dienst|begann\w*|an Bord|beschäftigt|eingestellt)\b",
    ),
    family(
        "location of posts",
        "recommendation",
        r"\b(?:KIZ?|\w*[Ii]ntegrationszentr(?:um|en|ums))\b",
        _LAND,
        rf"{_STORY}|\b(?:bewilligt|gefördert|finanziert|fördert|alle[n]?|Bericht\w*|Konzept\w*)\b",
        also=rf"{_STAFF}|\b(?:Aufgaben?|KIM|Trägerschaft|Zuständigkeit|Federführung|Ansiedlung|Anbindung)\b",
    ),
    family("conditions of the money", "condition", _MONEY, _LIMIT, rf"{_STORY}|\b(?:wieder|bekannt)\b", also=_FOR),
    family(
        "conditions of the money",
        "condition",
        _CARRIER,
        r"\b(?:nicht|kein\w*|ausgeschlossen|außen vor|leer)\b",
        rf"{_STORY}|\b(?:noch|Sitz|Mitglied\w*|Einigung|beteiligt|vertreten|mehr als)\b",
        also=r"\b(?:[Aa]nstell\w+|Anstellungsträger|Stellen|Geld|Mittel\w*|infrage|Frage|Betracht|möglich|zulässig|"
        r"vorgesehen|Zuge|[Ww]eiter(?:gabe|leit\w+)|übertrag\w+|Übertragung|Förderung|dürfen|darf)\b",
    ),
    family(
        "carrier talks",
        "in_progress",
        _CARRIER,
        r"\b(?:\w*[Gg]espräche?n?|\w*[Vv]erhandlung\w*|[Ee]inig|Einigung|Einvernehmen|Unterschrift|Abstimmung\w*|"
        r"Vertrag|"
        r"Verträge|reden|redet|spricht|sprechen|Tisch|Kontakt|Austausch|Klärung|Dialog|Absprachen?)\b",
        rf"{_STORY}|\b(?:Auswahl\w*|Bewerb\w+|Runder|Runde|Sitz|Beratungsgespräche?)\b",
        also=r"\b(?:noch|derzeit|aktuell|gerade|zurzeit|momentan|inzwischen|lauf\w*|läuft|zieh\w+|dauer\w+|steh\w+|ist|sei|"
        r"sind|seien|im|in|fehl\w+)\b",
    ),
    family("concept", "superseded", _PLAN, _GIVEN_UP, rf"{_STORY}|\b(?:Sitzung|besetzt)\b", also=_OLD),
    family("concept", "in_progress", _PAPER, _NOW, rf"{_STORY}|\b(?:\w*[Ss]tellen|vorgestellt|Sitzung)\b"),
    family("funding", "pending", rf"{_LAND}|\b\w*[Ff]örderung\b", _WAIT, rf"{_STORY}|\bStellen\b", also=_OPEN),
    family(
        "location of posts",
        "in_place",
        _STAFF,
        _HOUSE,
        rf"{_STORY}|\bNachbar\w*|\b(?:[Dd]avon|[Hh]iervon)\b|\b\d[\d,]{{0,8}} (?:VZÄ|[\w-]{{0,30}}[Ss]tellen)\b",
        also=_SIDE,
    ),
    family(
        "location of posts",
        "in_place",
        _SIDE,
        r"\b(?:Haus der|Stabsstelle|Integrationszentrum|Rathaus|Rathäusern|KI)\b",
        rf"{_STORY}|\b(?:Sitzung|Lenkung\w*)\b",
        also=r"\b(?:[Aa]lle|[Ss]ie|[Ww]ir|[Ss]ämtliche|[Dd]ie)\b",
    ),
    family(
        "caseload",
        "running",
        rf"\b(?:\d[\d.]{{0,8}}|[A-ZÄÖÜa-zäöü]{{0,20}}hundert\w*) (?:[\w-]+ ){{0,2}}{_CASES}\b",
        r"\b(?:im (?:Berichts\w+|vergangenen Jahr|Vorjahr|letzten Jahr)|[Ii]m (?:Berichts\w+|vergangenen Jahr|Vorjahr)|"
        r"aktuell|derzeit|bislang|bisher|seit|[Jj]e \w+|pro|[Ii]nsgesamt|20\d\d|offen|gab es)\b",
        rf"{_STORY}|\b(?:VZÄ|Mindest\w*|Einwohner\w*|leben|lebten|zugezogen|Plätze|Mitglieder)\b",
    ),
    family(
        "steering group",
        "provisional",
        _OTHERS,
        r"\b(?:hinzu(?:ge\w+|zu\w+|kommen|treten|stoßen|ziehen|bitten|holen)?|dazu(?:ge\w+|zu\w+|kommen|stoßen|holen|"
        r"bitten)|"
        r"beigezogen|einzuladen|eingeladen|zugezogen)\b",
        rf"{_STORY}|\b(?:[Ss]telle[n]?|VZÄ|heute|heutigen)\b",
    ),
    family(
        "exchange",
        "running",
        r"\b(?:Zusammenarbeit|Austausch|Kooperation|Zusammenspiel|Abstimmung|Miteinander|Schnittstelle|Ablauf|"
        r"Abläufe)\b",
        r"\b(?:\w*[Bb]ehörden?|ABH|Jobcenter|\w*[Vv]erb[aä]nde?n?|Ämtern?|Agentur|Trägern?|Stadt|Kommunen)\b",
        rf"{_STORY}|\b(?:Ziel\w*|verbesser\w+|stärk\w+|Herr|Frau|präsentier\w+)\b",
        also=r"\b(?:hat sich|haben sich|habe sich|klappt|funktioniert|läuft|laufe|gut|eng\w*|reibungslos|eingespielt|"
        r"bewährt|besteht|regelmäßig\w*|etabliert|inzwischen|mittlerweile|seit)\b",
    ),
    family(
        "takes part",
        "running",
        r"\b(?:Stadt|Kommune|Kreis|Gemeinde|[Ww]ir)\b",
        r"\bseit (?:dem |Anfang |Ende |Mitte |\w+ )?(?:\d{1,2}\.|20\d\d|Sommer|Herbst|Frühjahr|Winter)",
        rf"{_STORY}|\b(?:Stelle[n]?|Frau|Herr)\b",
        also=r"\b(?:KIM|Programm\w*|Landesprogramm\w*|Partie|dabei|Boot)\b",
    ),
    family(
        "procedure",
        "delayed",
        r"\b(?:Gespräche|\w*[Vv]erhandlungen|\w*[Vv]eranstaltung|Auftakt\w*|Umsetzung|Start|Einführung|Verfahren|"
        r"Arbeiten|\w*[Ss]itzung der \w+|\w*[Bb]esetzung|Schulung\w*|Bericht|Konzept\w*)\b",
        r"\b(?:verschoben|verzöger\w+|zieh(?:t|en|e) sich|zog\w* sich|sich hin|Verzug|vertagt|verspätet|ins Stocken|"
        r"schleppend|zäh)\b",
        _STORY,
    ),
)
"""Families that leave the verb open, asked before those of single words."""
