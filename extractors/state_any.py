"""What nothing else knows: a thing of the topic with a word of the closed classes that mark a state.

Verbs and nouns for how far something is are without end; but who tells it will say "noch", "bereits", "nicht", "nur",
"wieder" or "seit". So any verb will do here, where the sentence is no sum, decision, question or speech about others.
"""

from __future__ import annotations

from extractors.state_families import family

_THING = (
    r"\b(?:\w*[Ss]tellen?|VZÄ|\w*[Kk]r[aä]fte?n?|[Cc]ase[- ][Mm]anage\w+|CM|\w*[Mm]anage[mr]\w*|\w*[Kk]oordin\w+|"
    r"\w*[Pp]ersonal\w*|Leuten?|Kolleg\w+|Team|\w*[Ll]enkungs\w+|\w*[Ss]teuerungs\w+|Runde|\w*[Rr]ichtlinien?|"
    r"\w*[Vv]orgaben|\w*[Bb]edingungen|\w*[Rr]egeln|\w*[Kk]onzept\w*|[Pp]l[aä]ne?n?|[Pp]lanung(?:en)?|[Pp]apier|"
    r"[Vv]ariante|[Vv]orhaben|[Aa]ufteilung|\w*[Bb]austeine?[ns]?|Module?[ns]?|Modul-\w+|KIM|\w*[Ww]ohlfahrt\w*|"
    r"\w*[Tt]räger\w*|\w*[Vv]erb[aä]nde?n?|AWO|Caritas|Diakonie|DRK|Liga|\w*behörde|\w*amt|Jobcenter|KIZ?|"
    r"\w*[Ii]ntegrationszentr\w+|\w*[Ff]örder\w+|\w*[Mm]itteln?|Geld|\w*[Bb]ericht(?:s|es)?|\w*[Bb]escheid\w*|"
    r"Land(?:es)?|Ministeriums?|Bezirksregierung|Düsseldorf|Arnsberg|\w*[Ll]eitfaden|\w*[Ss]chema|Ablauf\w*|"
    r"\w*[Aa]ntr[aä]ge?n?|\w*[Bb]ewerb\w+|\w*[Aa]usschreib\w+|\w*[Nn]etzwerk\w*|\w*[Kk]onferenz\w*|§ ?\d+\w?|"
    r"Einbürgerung\w*|Zielgruppen|Themen|Bewertung)\b"
)
_MARK = (
    r"\b(?:[Nn]och|[Bb]ereits|[Ss]chon|[Dd]erzeit\w*|[Aa]ktuell|[Zz]urzeit|[Zz]ur Zeit|[Ii]nzwischen|[Mm]ittlerweile|"
    r"[Zz]wischenzeitlich|[Bb]islang|[Bb]isher|[Zz]unächst|[Vv]orerst|[Nn]unmehr|[Mm]omentan|im Moment|"
    r"[Gg]egenwärtig|[Ww]eiter(?:hin)?|[Gg]erade|[Ss]eit|[Nn]icht|[Kk]ein\w*|[Nn]ichts|[Nn]iemand\w*|[Nn]ur|[Ee]rst|"
    r"[Ll]ediglich|[Aa]llein|[Aa]usschließlich|[Ss]ämtliche|[Aa]lle (?:\w+ )?(?:Wochen|Monate|Tage|\w*[Ss]tellen)|kaum|"
    r"[Ee]ndlich|[Ll]ängst|[Bb]ald|[Dd]emnächst|Kürze|[Ff]ast|mehr|wieder|erneut|neu|noch einmal|[Jj]e nach|"
    r"[Bb]ei Bedarf|später|frühestens|in den nächsten|offen|laufen|läuft|[Uu]rsprünglich\w*|[Dd]amals|"
    r"am (?:besten|ehesten|liebsten))\b"
)
_OTHER = (
    r"€|\bEuro\b|\bEUR\b|\?|\b\d[\d,]{0,8} (?:VZÄ|[\w-]{0,30}[Ss]tellen)\b|\b(?:Ausschuss|Ausschusses|Kreistag|"
    r"Rat|Rates|Ratsbeschluss\w*|Sitzung\w*|Frau|Herrn?|Fraktion\w*|Vorlage|dank\w*|Dank|Antrag der|Kenntnis|"
    r"Beschluss\w*|beschl\w+|sollen?|sollte\w*|würden?|könn\w+|Anlage|Tagesordnung\w*|bis zu|KOMM-AN|Durchstarten|MBE|"
    r"\w*[Pp]flicht\w*|Rechtsanspruch|[Nn]icht (?:enthalten|KIM|aus|dabei|bloß|nur)|fragte?n?|warf|erzähl\w+|"
    r"erläuter\w+|kreisfreie[nr]?|Landesprogramm\w*|Auffassung|Forderung|[Aa]ndere Kommunen|streichen|Andernorts|"
    r"[Rr]ede)\b|\bKommunales Integrationsmanagement\b"
)
_CORE = (
    r"\b(?:(?!Fach)\w*[Ss]tellen?|Posten|\w*[Aa]nzeigen|[Cc]ase[- ][Mm]anager\w*|CM|\w*[Ll]ots\w+|\w*[Kk]oordinator\w*|"
    r"Team|\w*[Ll]enkungs\w+|\w*[Ss]teuerungs\w+|\w*[Rr]ichtlinie|\w*[Kk]onzept|KIM|\w*[Bb]ericht|\w*[Vv]erfahren|"
    r"[Tt]räger\w*|\w*[Vv]erbänden?|[Aa]rbeitskreis\w*|[Pp]lanung|[Vv]orhaben|[Ll]inie)\b"
)
_COPULA = (
    r"\b(?:ist|sind|sei|seien|wurden?|musste[n]?)\b[^.;]{0,60}\b(?:ge\w{3,}(?:t|en)|be\w{3,}(?:t|en)|er\w{3,}t|"
    r"ver\w{3,}t|"
    r"aus\w+(?:t|en)|Teil|da|fertig|alles|im \w+en)\b|\b(?:steht|stehen|sitz(?:t|en|e)|hängt|hängen|kommt|kommen|"
    r"bast\w+|"
    r"werkel\w+|trägt|zieht)\b[^.;]{0,60}\b(?:und|an|in|im|beim?|dezentral|mit)\b"
)
_DEALT_WITH = (
    r"|\b(?:gefördert|finanziert|beantragt|bewilligt|gestellt|beschlossen|vorgestellt|gebeten|berichtet|beraten|"
    r"bezahlt|"
    r"geregelt)\b"
)
ANY = (
    family("course", "noted", _THING, _MARK, _OTHER),
    family("course", "noted", _CORE, _COPULA, _OTHER + _DEALT_WITH),
)
"""The second: what is at the heart of the topic is in some state, or stands or sits somewhere."""
