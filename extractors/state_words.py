"""Families of words that tell a stage: adverbs of now and not yet, participles of work and of its end, units."""

from __future__ import annotations

NOW = (
    r"(?:derzeit|aktuell|zurzeit|zur Zeit|gerade|momentan|gegenwärtig|noch|weiterhin|nach wie vor|inzwischen|"
    r"mittlerweile|zwischenzeitlich|nunmehr|nun|jetzt|bereits|schon|längst|seit|laufend|parallel|intensiv|weiter)"
)
NOT = r"(?:nicht|kein\w{0,2}|nichts|niemand\w{0,2}|keinerlei)"
NOT_YET = (
    rf"\b(?:noch|bislang|bisher|bis heute|bis dato|weiterhin|nach wie vor|derzeit|zurzeit|aktuell|momentan|"
    rf"gegenwärtig)(?: \w+){{0,4}}? {NOT}(?!\w)|\b(?:kein\w{{0,2}}|nicht)(?: \w+){{1,4}} (?:bislang|bisher|gibt es "
    rf"(?:noch|bisher))\b"
)
IS = r"(?:ist|sind|sei|seien|wird|werden?|würden|wurden?|worden|war|waren|hat|haben|habe|hätten|gilt|gelten)"
MADE = (
    r"(?:er|über|be)arbeitet|abgestimmt|geprüft|aufgebaut|entwickelt|erstellt|vorbereitet|verhandelt|geschult|"
    r"eingearbeitet|umgesetzt|ausgewertet|fortgeschrieben|angepasst|gefeilt|gearbeitet|beraten|eingerichtet|beschafft|"
    r"getestet|erprobt|evaluiert|diskutiert|konkretisiert|finalisiert|eingeführt|eingeholt|übersetzt|formuliert|"
    r"abgearbeitet|verfasst|geschrieben|aktualisiert|ergänzt|ausgearbeitet|zusammengestellt|ermittelt|geklärt|gesucht"
)
DONE = (
    r"abgeschlossen|fertig(?:gestellt)?|vollzogen|erfolgt|eingerichtet|installiert|konstituiert|veröffentlicht|"
    r"unterzeichnet|unterschrieben|geschlossen|gegründet|in Kraft(?: getreten)?|umgesetzt|etabliert|gebildet|erstellt|"
    r"beendet|implementiert|eingeführt|vorhanden|einsatzbereit|bezugsfertig|ausgehandelt|bezogen|beschafft"
)
TAKEN = r"(?:besetzt|belegt|vergeben|wiederbesetzt|nachbesetzt)"
UNIT = (
    r"(?:\b(?:[Ii]m|[Bb]eim?|[Aa]m|[Ii]n|[Aa]n|[Dd]em|[Dd]er|[Dd]as|[Zz]um|[Uu]nter)\b(?: de[rmn]| das| die)?(?: "
    r"\w+){0,2}? (?:\w*(?:[Ii]ntegrationszentrum|[Aa]mt|[Dd]ezernat|[Bb]ehörde|[Bb]ereich|[Dd]ienst|[Aa]bteilung|"
    r"[Ss]telle|[Vv]erwaltung|[Rr]eferat)\w{0,2}|KI|Jobcenter|Kreis|Stadt|Rathaus|Haus|Trägern?|"
    r"\w*[Vv]erb[aä]nde?n?)\b)"
)
