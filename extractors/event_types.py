"""What happens on a date (type of an event) and whether it lies ahead, by the words around it."""

from __future__ import annotations

import datetime as dt

from corpus.patterns import Guarded, guarded
from extractors.dates import Date
from extractors.revocations import missing, revoked

_NOTICE = r"(?:Zuwendungs|Förder|Bewilligungs|Änderungs|Widerrufs|Leistungs)?[Bb]escheid(?:s|es|e|en)?\b"
# Type of an event by the words between it and the dates beside it: before, after, or around; first match wins.
_TYPES: tuple[tuple[str, str, Guarded], ...] = (
    ("deadline", "before", guarded(r"\b(?:spätestens|längstens|Frist\w*|fristgerecht)\b[^.;]{0,40}$|\bFrist\b")),
    (
        "deadline",
        "after",
        guarded(
            r"^[^,;.]{0,80}\b(?:vorzulegen|vorgelegt werden|nachreichen|nachzureichen|einzureichen|abzugeben|"
            r"abzurufen|nachzuweisen|einzugehen|mitzuteilen|anzuzeigen|zu stellen|zu berichten)\b"
        ),
    ),
    (
        "end_of_period",
        "before",
        guarded(
            r"\b(?:bis(?: einschließlich| Ende)?(?: zum| zur)?|endet(?:e|en)?(?: am| zum| mit)?|(?:Schluss|"
            r"Ende)(?: ist)?(?: am)?|"
            r"mit (?:Ablauf|Ende) (?:des|vom)|befristet (?:auf|zum)|läuft[^.;]{0,40}(?:zum|am)|ausläuft)\s*$"
        ),
    ),
    (
        "end_of_period",
        "after",
        guarded(
            r"^[^,;.]{0,30}\b(?:ausläuft|aus(?:laufen|gelaufen)?|ab(?:laufen|gelaufen)|abläuft|endet\w*|befristet)\b"
        ),
    ),
    ("grant_notice", "before", guarded(rf"{_NOTICE}[^.;]{{0,120}}$")),
    ("grant_notice", "after", guarded(rf"^[^.;]{{0,80}}?{_NOTICE}")),
    (
        "application",
        "before",
        guarded(
            r"\b(?:\w{0,15}Antrag|\w{0,15}Antr[aä]ge?s?|\w{0,12}antrags?|Beantragung|beantragte?n?)\b[^.;,]{0,60}$"
        ),
    ),
    ("application", "after", guarded(r"^[^.;]{0,60}\b(?:beantragt|Antrag gestellt|gestellt)\b")),
    (
        "constitution",
        "around",
        guarded(
            r"konstituier\w+|erst(?:mals|malig\w{0,2}|e[nrs]?)\b[^.;]{0,60}(?:Sitzung|zusammen|Zusammen(?:kunft|tritt)|"
            r"Treffen|"
            r"getagt)|zum ersten Mal|gegründet|Gründung|[Kk]ick-?[Oo]ff|[Aa]uftakt"
        ),
    ),
    (
        "start",
        "before",
        guarded(
            r"\b(?:seit|ab|von|vom|Beginn\w*(?: voraussichtlich)?(?: im| am| ab)?|beginnend|"
            r"Start\w*(?: ist)?:?(?: am| im| der)?|mit "
            r"Wirkung(?: vom| zum))(?: dem| Anfang)?\s*$"
        ),
    ),
    (
        "start",
        "after",
        guarded(r"^[^.;]{0,80}\b(?:begonnen|beginn\w*|gestartet|startet\w*|angefangen|aufgenommen|in Kraft)\b"),
    ),
    (
        "meeting",
        "around",
        guarded(
            r"\b\w*[Ss]itzung\w*|\b[Bb]erat(?:en|ung)\w*|\btagte?\b|\bTreffen\b|[Kk]onferenz\b|"
            r"[Ww]orkshop|Veranstaltung|Termin\b|Tagesordnung|\bTO\b|Klausur|Fachtag\b"
        ),
    ),
    (
        "decision",
        "around",
        guarded(r"\b(?:beschlossen|entschieden|entscheidet|entscheiden|zugestimmt|bewilligte?)\b"),
    ),
)
_PLANNED = guarded(
    r"\b(?:voraussichtlich|soll(?:en|e|te|ten)?|geplant\w*|vorgesehen\w*|erwartet\w*|wird|werden|"
    r"werde|würden?|spätestens|künftig|nächste[nr]?|kommende[nr]?|anberaumt|terminiert|avisiert|angemeldet|vorbehalten|"
    r"in Aussicht|ins Auge|zu rechnen|steht (?:noch )?(?:aus|bevor)|beabsichtigt|angestrebt|zum (?:0?1\.|31\.))\b"
)
_PAST = guarded(r"\bseit\s*$")


def type_of(before: str, after: str, following: str = "") -> str:
    """The type by the words before and after a date, and by the next sentence; "other" where none fits."""
    where = {"before": before, "after": after, "around": f"{before} {after}"}
    name = next((name for name, place, pattern in _TYPES if pattern.search(where[place])), "other")
    if name != "grant_notice":
        return name
    return "revocation" if revoked(before, after, following) else "other" if missing(before, after) else name


def is_planned(date: Date, before: str, after: str, today: dt.date | None) -> bool:
    """Whether a date lies after the day of the document; where that is unknown, whether the words say so."""
    if today and date.precision in ("day", "month"):
        return date.iso > today.isoformat()[: len(date.iso)]
    return bool(_PLANNED.search(f"{before[-120:]} {after[:120]}")) and not _PAST.search(before)
