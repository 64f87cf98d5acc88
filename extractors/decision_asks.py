"""How papers ask a body to resolve something: "der Rat möge beschließen:", "wir beantragen", "um Kenntnisnahme".

What is asked for is a proposed text, never an outcome.
"""

from __future__ import annotations

import re

from corpus.patterns import guarded
from extractors.committees import NAME

_RESOLVE = r"(?:beschließen|beschliessen|zustimmen|entscheiden|empfehlen)"
_ASKED = guarded(
    rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<body>{NAME})(?: [^.:\n]{{0,80}})? (?:möge|mögen|wolle|wollen|soll|"
    rf"sollen)\b[^.:\n]{{0,80}}"
    rf"\b{_RESOLVE}\b[^.:\n]{{0,60}}"
    rf"|\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<asked>{NAME})(?: [^.:\n]{{0,60}})? (?:wird|werden) (?:gebeten|"
    rf"vorgeschlagen|empfohlen)\b[^.:\n]{{0,90}}"
    rf"|\b(?:[Dd]em|[Dd]er) (?P<told>{NAME}) (?:wird|werden) (?:vorgeschlagen|empfohlen)\b[^.:\n]{{0,90}}"
    rf"|\b(?:beantragt|beantragen|schlägt|schlagen|bitten|bittet|ersuch\w+|stell(?:t|en)|empfiehlt|empfehlen|"
    rf"unterbreite\w+)\b"
    rf"(?: [^.:\n]{{0,140}})?\b(?:Antrag|Anträge|Beschluss|Beschlüsse|Beschlussvorschlag|Beschlussfassung|"
    rf"beschließen|Folgendes|"
    rf"wie folgt|vor|zur Abstimmung)\b[^.:\n]{{0,60}}"
    rf"|\b(?:beantragen (?:wir|die \w+)|[Ww]ir beantragen|[Ff]raktion\w* beantragt|[Gg]ruppe "
    rf"beantragt)\b[^.:\n]{{0,80}}"
    rf"|^(?:Antrag(?:stext|sgegenstand)?|Beschlusstext|(?:Vorschlag|Empfehlung) der Verwaltung|"
    rf"Verwaltungsvorschlag|Petitum|"
    rf"Wir beantragen(?: daher)?|Es wird beantragt)"
)
"""What stands before the colon above a proposed text; "Der Rat möge beschließen" and its kin."""
_INLINE = guarded(
    rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<body>{NAME}) (?:möge|mögen|wolle|wollen)\b[^.:\n]{{0,60}}\b{_RESOLVE}, "
    rf"(?P<text>[^\n]{{25,900}})"
    rf"|\b(?:[Ww]ir beantragen|beantragen wir|[Ff]raktion\w*(?: [^.:,\n]{{2,40}})? beantragt)(?: \w+)?, "
    rf"(?P<own>[^\n]{{25,900}})"
)
_NOTE = guarded(
    r"\b[Uu]m (?:zustimmende |wohlwollende )?Kenntnisnahme (?:wird|werden) (?:\w+ )?gebeten\b"
    r"|\b(?:bittet|bitten|bitte)\b[^.:;\n]{0,60}\bum (?:zustimmende )?Kenntnisnahme\b"
    r"|\b(?:wird|werden) (?:\w+ )?gebeten,? [^.:;\n]{0,80}\bzur Kenntnis zu nehmen\b"
    r"|\b[Zz]ur Kenntnisnahme (?:vorgelegt|gegeben)\b"
)


def asks(line: str) -> str | None:
    """The body that the line asks to resolve what stands below it, "" if it names none; None if it asks nothing."""
    head = line.rstrip()
    if not head.endswith(":") or len(head) > 420 or re.search(r"\?|\bFragen?\b|\bbeantwort", head):
        return None
    m = _ASKED.search(head[:-1])
    if m is None or m.end() < len(head) - 1:
        return None
    return m["body"] or m["asked"] or m["told"] or _named_before(head)


def _named_before(head: str) -> str:
    named = re.search(rf"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em) (?P<body>{NAME})", head)
    return named["body"] if named else ""


def asked_here(line: str) -> tuple[int, int, str | None] | None:
    """Where the line itself says what a body is asked, and the body: "Der Rat möge beschließen, dass ..."."""
    m = _INLINE.search(line)
    if m is None:
        return None
    start, end = m.span("text" if m["text"] else "own")
    stop = re.search(r"(?<=[a-zäöüß)])\.(?=\s+[A-ZÄÖÜ]|\s*$)", line[start:end])
    return start, start + stop.end() if stop else end, m["body"]


def asks_for_note(sentence: str) -> bool:
    """Whether a sentence asks that something be noted ("Um Kenntnisnahme wird gebeten")."""
    return _NOTE.search(sentence) is not None
