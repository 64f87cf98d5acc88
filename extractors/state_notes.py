"""States told in a few words or by a noun: "Anhörung läuft", "befindet sich in der Abstimmung", "voll besetzt".

They go on where the rules for things and signs (state_rules) find none. First sign that fits tells topic and stage.
"""

from __future__ import annotations

import re

from corpus.evidence import Span
from corpus.patterns import AnyOf, guarded
from extractors.state_rules import POSTS

_CONCEPT = (
    r"\b\w*(?:[Kk]onzept|[Rr]ichtlinie|[Ll]eitlinie|[Bb]ericht|[Ss]atzung|[Ff]ortschreibung|[Vv]ereinbarung|"
    r"[Ss]trategie)\w*"
)
_SIGNS: tuple[tuple[str, str, str], ...] = (
    (
        "staffing",
        "not_advertised",
        r"\b(?:erneute[nr]?|neue|neuerliche|externe|interne)? ?(?:Aus|Neuaus)schreibung\b[^.;]{0,60}\b(?:erforderlich|"
        r"notwendig|nötig|vorbereitet|geplant|vorgesehen|steht (?:noch )?aus|folgt)\b|\b(?:noch|erneut|neu) "
        r"(?:auszuschreiben|ausgeschrieben werden)\b|\bwird (?:nun |jetzt |derzeit )?(?:erneut|neu|nicht) "
        r"ausgeschrieben\b",
    ),
    (
        "staffing",
        "filled",
        r"\b(?:vollständige|volle|komplette)? ?(?:Wieder|Nach)?[Bb]esetzung\b(?:[^.;]|(?<=\d)\.){0,120}\b(?:erreicht|"
        r"abgeschlossen|zum Abschluss|erfolgt|gelungen|vollzogen)\b|\bpersonell (?:voll|vollständig|komplett|gut|"
        r"ausreichend)\b|\b(?:voll|vollständig|komplett|durchgehend|vollumfänglich|wieder|inzwischen|mittlerweile|"
        r"bereits|allesamt|sämtlich|beide|alle) (?:alle )?besetzt\b|\b(?:ist|sind|seien|sei|konnten?|wurden?|werden?) "
        r"(?:[^.;]|(?<=\d)\.){0,80}\b(?:seit|zum|ab|am) (?:[^.;]|(?<=\d)\.){1,40}\bbesetzt\b|\bkonnten? "
        r"(?:(?!\b(?:kein|nicht|niemand))[^.;]){0,120}\b(?:besetzt|eingestellt|gewonnen) werden\b|\bhat "
        r"[^.;]{0,60}\b(?:Dienst|Arbeit|Tätigkeit) (?:\w+ )?aufgenommen\b|\bbesetzt seit\b|\bvoll ausgestattet\b",
    ),
    (
        "staffing",
        "advertised",
        r"\b(?:ausgeschrieben|in Ausschreibung|im Ausschreibungsverfahren|Ausschreibung läuft|Verfahren läuft|"
        r"Auswahlgespräch\w*|Vorstellungsgespräch\w*|im (?:Besetzungs|Auswahl|Bewerbungs)verfahren|Bewerbungsfrist|"
        r"Bewerbungen)\b",
    ),
    (
        "concept",
        "in_progress",
        r"\b(?:befinde[nt]?|befindet|befänden) sich (?:derzeit |aktuell |noch |zurzeit |momentan )*(?:in|im) (?:der |"
        r"einer )?[^.;,]{0,60}(?:[Aa]bstimmung|[Vv]orbereitung|[Bb]earbeitung|[Uu]msetzung|[Pp]rüfung|[Aa]ufbau|"
        r"[Ee]rarbeitung|[Ee]rstellung|[Ll]ektorat|[Bb]eteiligung\w*|[Vv]erfahren|[Aa]rbeit|[Ee]ntwurf\w*|[Pp]hase)\b",
    ),
    (
        "funding",
        "announced",
        r"\bin Aussicht gestellt\b|\bavisiert\b|\b(?:mündlich|schriftlich|grundsätzlich|verbindlich|bereits) "
        r"(?:zugesagt|angekündigt|bestätigt)\b|\b(?:verbindliche |schriftliche |feste )?Zusage\b[^.;]{0,60}\b(?:nicht "
        r"vor|liegt vor|fehlt|steht aus|gibt es nicht)\b",
    ),
    (
        "pending",
        "pending",
        r"\b(?:steht|stehen|stehe|stünden?) (?:\w+ ){0,4}aus\b|\b(?:liegt|liegen|liege|lägen) (?:\w+ ){0,4}noch "
        r"(?:\w+ ){0,3}nicht vor\b|\bnoch (?:nicht (?:absehbar|geklärt|entschieden|abgeschlossen|terminiert|"
        r"beschieden|bewilligt|eingegangen)|ungeklärt|ungewiss)\b",
    ),
)
_TABLE = tuple((topic, stage, guarded(pattern)) for topic, stage, pattern in _SIGNS)
_ANY_SIGN = AnyOf(pattern for _, _, pattern in _TABLE)
_THING = guarded(POSTS)
_STAFF = guarded(
    r"\b\w*(?:Bereich|bereich|[Tt]eam|[Aa]ssistenz|[Kk]oordin\w+|[Bb]austein|Modul|[Pp]erson|[Mm]anagement|"
    r"Besetzung)\w*"
)
_PAPERS = guarded(_CONCEPT)
_NOT_FACT = guarded(
    r"\b(?:fragt|fragen|wissen|erkundigt|bittet|fordert|soll(?:en|te|ten)?|möchte|ob|wann|müsse|muss|wäre|würden?)\b|\?"
)
_NOTE = guarded(
    r"(?P<thing>(?!(?:Abstimmungs)?[Ee]rgebnis|Beschluss|Abstimmung|Votum|Form )[A-ZÄÖÜ][^:;.?!\n]{2,70}): "
    r"(?P<said>(?:\w[^:;.\n]{0,40} )?(?:läuft|laufen|liegt (?:noch )?(?:nicht )?vor|besteht (?:noch )?nicht|steht "
    r"(?:noch )?aus|ausstehend|offen|abgeschlossen|in Arbeit|in Bearbeitung|in Vorbereitung|in Abstimmung|in Prüfung|"
    r"im Aufbau|beantragt|bewilligt|genehmigt|erteilt|fertig|vakant|unbesetzt|besetzt|ausgeschrieben|nicht vorhanden|"
    r"eingerichtet|im Entwurf|noch nicht \w+|in Ausschreibung|begonnen|gestartet|vertagt|gekündigt|entfällt|"
    r"eingestellt|beendet|ruht)\b[^;.\n]{0,80})"
)


def noted_state(part: str) -> tuple[str, str, Span] | None:
    """Topic, stage and place of the state that a part of a sentence tells; None if it tells none."""
    note = _NOTE.match(part.lstrip("-•– "))
    shift = len(part) - len(part.lstrip("-•– "))
    if note and not _NOT_FACT.search(note.group()) and not re.match(r"(?:Zu )?(?:Frage|Antwort)", note["thing"]):
        stage = next((s for _, s, p in _TABLE if p.search(note["said"])), "noted")
        return note["thing"], stage, (shift + note.start(), shift + note.end())
    if not _ANY_SIGN.may_match(part) or _NOT_FACT.search(part):
        return None
    for topic, stage, pattern in _TABLE:
        match = pattern.search(part)
        if match is None:
            continue
        if topic == "staffing" and not (_THING.search(part) or _STAFF.search(part)):
            continue
        other = topic == "concept" and not _PAPERS.search(part)
        return "procedure" if other else topic, stage, (0, len(part))
    return None
