"""What neither rules, frames nor families know: a thing of the topic with a word of time or denial in a main clause."""

from __future__ import annotations

from extractors.state_families import family

_CORE = (
    r"\b(?:\w*[Ss]tellen|VZÄ|\w*[Ff]achkr\w+|Case[- ]Manage\w+|CM|\w*[Ff]allmanage\w+|\w*[Kk]oordinator\w*|"
    r"Koordinierung\w*|"
    r"\w*[Ll]enkungs\w+|\w*[Ss]teuerungs\w+|\w*[Rr]ichtlinien?|\w*[Kk]onzept\w*|\w*[Bb]austeine?[ns]?|Module?[ns]?|KIM|"
    r"\w*[Ww]ohlfahrt\w*|\w*[Pp]ersonal\w*|Trägerschaft|Integrationsmanagement\w*|\w*[Bb]esetzung\w*|"
    r"\w*[Ff]ördermittel\w*|"
    r"Team|\w*[Bb]ericht(?:s|es)?|Zuwendungsbescheid\w*|Handlungskonzept\w*|Landesmittel)\b"
)
_WHEN = (
    r"\b(?:[Nn]och|[Bb]ereits|[Ss]chon|[Dd]erzeit|[Aa]ktuell|[Zz]urzeit|[Zz]ur Zeit|[Ii]nzwischen|[Mm]ittlerweile|"
    r"[Zz]wischenzeitlich|[Bb]islang|[Bb]isher|[Zz]unächst|[Vv]orerst|[Nn]unmehr|[Mm]omentan|[Gg]egenwärtig|"
    r"[Ww]eiterhin|"
    r"[Gg]erade|[Ee]instweilen|[Ss]eit|[Nn]icht mehr|[Kk]eine\w? mehr|kaum|[Nn]ur noch|[Ee]ndlich|[Ll]ängst|[Bb]ald|"
    r"[Dd]emnächst|"
    r"in Kürze|kurz vor|[Nn]ach wie vor|so gut wie|nahezu|fast|weitgehend)\b"
)
ANY = (
    family(
        "course",
        "noted",
        _CORE,
        _WHEN,
        r"\b\d[\d,]* (?:VZÄ|\w*[Ss]tellen)\b|€|\bEuro\b|\bEUR\b|\b(?:Ausschuss|Ausschusses|Kreistag|Sitzung\w*|Frau|"
        r"Herrn?|Fraktion\w*|Vorlage|dank\w*|Dank|"
        r"Antrag|Kenntnis|Beschluss\w*|sollen?|sollte\w*|würden?|könn\w+|Anlage|Tagesordnung\w*|bis zu|"
        r"Programm KOMM-AN)\b",
    ),
)
