"""What councils tell the state of: staff, papers, applications, money, bodies, sites, tools and procedures."""

from __future__ import annotations

import functools
import re

_STAFF = (
    r"\b(?:(?:[A-ZÄÖÜ]\w*s|KIM-)?[Ss]tellen?(?:anteile?n?)?(?!\w)|\w*(?:[Pp]lan|"
    r"[Vv]ollzeit|[Tt]eilzeit|[Hh]albtags|[Ff]ach|[Pp]ersonal|[Pp]rojekt|[Aa]ssistenz|[Kk]oordinations|"
    r"[Kk]oordinierungs|[Ii]ntegrations|-)[Ss]tellen?|VZÄ|\w*[Kk]raft|\w*[Kk]räften?|Personal\w*|\w+stellen?|"
    r"\w*[Gg]ewinnung|\w*[Bb]esetzung(?:en)?|\w*[Aa]usschreibung(?:en)?|Einstellung(?:en)?|"
    r"\w*[Mm]anager(?:in|innen|n|s)?|\w*[Kk]oordinator\w*|Koordinierende\w*|Koordination|Stelleninhaber\w*|Bewerb\w+|"
    r"Team|Assistenz|Mitarbeite\w+|Beschäftigten?|Kolleg\w+|Sachbearbeit\w+|\w*[Pp]rofile?n?|(?:Auswahl|Vorstellungs|"
    r"Einstellungs|Bewerbungs|Besetzungs)(?:gespräch|verfahren)\w*|Suche|besetzt|unbesetzt|vakant)\b"
)
_STRICT = r"\b(?:\w*[Ss]tellen|Stellenanteile\w*)\b"
_PAPER = (
    r"\b(?:\w*(?:[Kk]onzept|[Rr]ichtlinie|[Ll]eitlinie|[Ll]eitfaden|[Ll]eitbild|[Bb]ericht|[Ss]atzung|[Ss]trategie|"
    r"[Ee]ntwurf|[Gg]eschäftsordnung|[Vv]ereinbarung|[Vv]ertrag|[Vv]erträge|[Ff]ortschreibung|[Bb]edingungen|"
    r"[Bb]estimmungen|[Bb]roschüre|[Hh]andreichung|[Hh]andbuch|[Ee]ckpunkte|[Ee]rlass)(?:e[ns]?|s|es|n|ion|ionen|er)?|"
    r"Flyer|Aufgabenbeschreibung\w*|Internetseite|Website|Arbeitsplan)\b"
)
_APPLICATION = (
    r"\b(?:\w*[Aa]ntr(?:ag|ags|ages|äge|ägen)|\w*[Bb]escheide?[sn]?|\w*[Bb]ewilligung(?:en)?|\w*[Zz]usagen?|"
    r"\w*nachweise?|Mittelabruf\w*|Zuwendung(?:en)?|Genehmigung|Zustimmung|Antwort|Rückmeldung(?:en)?|"
    r"Entscheidung(?:en)?|Auszahlung|Verlängerung|Personalrat|Bezirksregierung)\b"
)
_MONEY = (
    r"\b(?:(?:weiter)?fördert|\w*[Ee]igenanteile?n?|Übertrag|\w*[Mm]ittel[ns]?|\w*[Gg]elder[n]?|"
    r"\w*[Ff]örderung(?:en)?|\w*[Pp]auschalen?|\w*[Ff]inanzierung|Weitergabe|Weiterleitung|Übertragung|Verwendung|"
    r"Eigenanteil\w*|Sachkosten|\w*zuschüsse?n?|Beschluss|Förderprogramm|Landesprogramm)\b"
)
_BODY = (
    r"\b(?:\w*[Gg]ruppen?|\w*[Ii]ntegrationsrat(?:e?s)?|\w*[Bb]eirat(?:e?s)?|\w*[Gg]remi(?:um|en|ums)|"
    r"\w*[Nn]etzwerke?s?|Tisch|Kommission|\w*[Vv]ereine?n?|\w*[Oo]rganisation(?:en)?|"
    r"\w*[Vv]erb[aä]nde?n?s?|Beirats?|\w*[Vv]ertretung)\b"
)
_SITE = (
    r"\b(?:\w*[Ss]tellen?|\w*[Kk]oordinierung\w*|\w*[Mm]anagement\w*|KIM|Aufgaben?|Federführung|Steuerung|"
    r"Zuständigkeit|Modul\w*|(?:Förder)?[Bb]austein\w*|Stellenanteile)\b"
)
_TOOL = (
    r"\b(?:\w*[Ss]oftware|Fachverfahrens?|\w*[Dd]atenbank|Lizenz(?:en)?|Büros?|\w*[Rr]äume[n]?|Räumlichkeiten|"
    r"Ausstattung|Technik|Arbeitsplätze[n]?|Falldokumentation|Schnittstelle|Datenschutz\w*|Hardware)\b"
)
_PROCEDURE = (
    r"\b(?:\w*[Vv]erfahrens?|Umsetzung|Evaluation|Evaluierung|Vergabe|Prüfung|Erarbeitung|Erstellung|Abstimmung|Erfassung|Zusammenarbeit|\w*[Aa]ufbau\w*|Einführung|Einrichtung|Implementierung|\w*[Gg]espräche[n]?|"
    r"Verhandlungen|Anhörung|Beteiligung|\w*[Ss]chulung(?:en)?|Fortbildung(?:en)?|\w*[Pp]rojekte?[sn]?|"
    r"\w*[Pp]rogramms?|\w*[Mm]aßnahmen?|Modul\w*|(?:Förder)?[Bb]austein\w*|\w*[Bb]etriebs?|Vorbereitung(?:en)?|"
    r"\w*[Pp]lanungen|Beschaffung|Änderung(?:en)?|Anpassung(?:en)?|\w*[Pp]hase|\w*[Pp]rozess(?:es)?|Sprechstunden?|"
    r"Workshops?|\w*[Mm]anagement\w*|KIM|Abrechnung|Umzug|Mitbestimmung\w*|Vorgehen|Konstituierung|Termin|Beschluss|"
    r"Teilnahme|Koordinierung|Absprachen?|Netzwerk)\b"
)
_PROGRAMME = r"\b(?:Programms?|Landesprogramms?|KIM|Projekt(?:e?s)?)\b"

_THINGS = (
    ("staffing", re.compile(_STAFF)),
    ("staffing_strict", re.compile(_STRICT)),
    ("application", re.compile(_APPLICATION)),
    ("paper", re.compile(_PAPER)),
    ("money", re.compile(_MONEY)),
    ("body", re.compile(_BODY)),
    ("tool", re.compile(_TOOL)),
    ("site", re.compile(_SITE)),
    ("programme", re.compile(_PROGRAMME)),
    ("procedure", re.compile(_PROCEDURE)),
)
"""Topic -> the nouns that name its things, the surest topic first."""

NAMES = {
    "staffing_strict": "staffing",
    "paper": "concept",
    "site": "location of posts",
}
"""Topics that are told under another name."""
_WORDS = re.compile(r"[\w-]{3,}")
_NO_POST = re.compile(r"\b(?:dieser|anderer|erster|gleicher|zentraler) Stelle\b")
_IT = re.compile(r"(?:Sie|Diese|Es)\b")


def topics_in(text: str) -> list[str]:
    """The topics whose things a text names, the surest first; a pronoun at its start may stand for what has a site."""
    text = _NO_POST.sub("", text) if "r Stelle" in text else text
    found = {topic for word in _WORDS.findall(text) for topic in _topics(word)}
    if _IT.match(text):
        found.add("site")
    return [topic for topic, _ in _THINGS if topic in found]


@functools.lru_cache(maxsize=100_000)  # texts repeat their words
def _topics(word: str) -> tuple[str, ...]:
    return tuple(topic for topic, thing in _THINGS if thing.search(word))
