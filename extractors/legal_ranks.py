"""Legal rank of a task: voluntary, mandatory, or anchored in a law."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence
from extractors.syntax import LONGEST

_DUTY = r"(?:(?:gesetzliche|rechtliche|bindende|zwingende)[nr]? )?(?:Pflicht|Verpflichtung|Rechtspflicht)"
_TOWNS = r"(?:Kommunen?|Stadt|Städte|Kreise?s?|Gemeinden?|Landkreise?|Städteregion|Gebietskörperschaften)"
_RANKS = (
    (
        "voluntary_task",
        guarded(
            rf"\bm(?:uss|üsse|üssen)\b[^.;]{{0,20}}\b{_TOWNS}\b (?:das|es|dies|daran|dabei)\b[^.;]{{0,20}}\bnicht\b|"
            rf"\bfreie Hand\b|"
            r"\baus (?:eigenem Antrieb|eigenem Entschluss|eigener Initiative|freier Entscheidung)\b|"
            r"\b(?:gesetzlich|rechtlich)e[nrs]? (?:Auftrag|Vorgaben?|Zwang)\b[^.;]{0,40}\b(?:gibt|besteht|existiert)\b"
            r"[^.;]{0,60}\bnicht\b|\b(?:kein|ohne) (?:gesetzlich|rechtlich)e[nrs]? (?:Auftrag|Vorgabe|Zwang)\b|"
            rf"\baus freien Stücken\b|\b(?:[Mm]angels|ohne|[Ff]ehlen\w*) (?:einer |eine )?(?:gesetzliche|rechtliche|"
            rf"bindende)[rn]? (?:Verpflichtung|Pflicht|Vorgabe|Grundlage)\b|\bfehlt (?:es )?[^.;]{{0,40}}\b{_DUTY}\b|"
            rf"\b[Ff]ehlt? "
            rf"es an einer {_DUTY}|\b[Kk]ein Gesetz (?:verpflichtet|zwingt|schreibt)\b|"
            rf"\b{_TOWNS}\b[^.;]{{0,60}}\bfrei(?:gestellt)?\b"
            r"(?=\s*(?:[.,;]|$))|\bsteht (?:\w+ ){0,3}(?:Kommunen?|Stadt|Städten|Kreis\w*|"
            r"Gemeinden?) (?:\w+ )?frei\b|\b(?:rechtlich|gesetzlich) "
            r"(?:\w+ ){0,2}(?:gezwungen|verpflichtet)\b[^.;]{0,60}\bnicht\b|\bGesetzgeber\b[^.;]{0,60}\bnicht vor\b|"
            r"\b(?:nimmt|nehme|macht|mache|beteiligt|wirkt|engagiert|leistet|übernimmt)\b[^.;]{0,60}\bfreiwillig\b|"
            r"\b[Vv]orgeschrieben (?:ist|sei)\b[^.;,]{0,60}\bnicht\b|\b(?:nirgends|nicht) vorgeschrieben\b|"
            r"\b[Nn]iemand zw(?:ingt|"
            r"inge|ang)\b|\bfreiwillige Entscheidung\b|\b(?:Kür|Kann-?Leistung)\b|"
            r"\b(?:Teilnahme|Wahrnehmung|Aufgabe|Beteiligung|Durchführung) (?:\w+ )?(?:erfolgt|geschieht|"
            r"ist) (?:\w+ )?freiwillig\b|"
            rf"\b{_DUTY}\b[^.;]{{0,80}}\b(?:nicht gegeben|nicht vorhanden|nicht ersichtlich)\b|"
            rf"\bkeine gesetzliche Grundlage\b|"
            rf"\bfreiwillig (?:\w+ )?(?:mit|dabei|beigetreten|beteiligt sich)\b|"
            rf"\b[Vv]orgeschrieben (?:ist|sei|war)\b[^.;]{{0,60}}\b(?:nicht|nirgends|nirgendwo|keineswegs)\b|"
            rf"\b(?:nicht|nirgends|nirgendwo|keineswegs) (?:gesetzlich |rechtlich )?vorgeschrieben\b|"
            rf"\b(?:ist|sei|sind|Aufgabe) freiwillig(?=\s*(?:[.,;]|$))|"
            r"\bohne (?:gesetzliche|rechtliche) (?:Verpflichtung|Pflicht)\b|"
            r"\b[Rr]echtsanspruch\b[^.;]{0,60}\b(?:besteht|gibt es|existiert) (?:\w+ )?nicht\b|\bkein(?:en)? "
            r"Rechtsanspruch\b|\b[Ff]reiwillige[nrs]? (?:\w+ )?(?:\w+e )?(?:Aufgaben?|Leistung(?:en)?|"
            r"Selbstverwaltungs(?:aufgaben?|angelegenheit(?:en)?)|Selbstverwaltung|Angebot\w*|Zuschüsse?|Ausgaben?|"
            r"Basis|Bereich\w*|Verpflichtung)\b|\bfreiwillig(?:en)? (?:wahr|übernommen|erbracht|geleistet|finanziert)|"
            rf"\b{_DUTY}(?: (?:zu[rm]?|für|der|hierzu|dazu)\b[^,.;]{{0,80}})? (?:besteht|bestehe|gibt es|existiert|"
            rf"bestand)(?: \w+)?(?: \w+)? (?:nicht|keine)\b|\b(?:besteht|bestehe|gibt es) (?:\w+ ){{0,2}}keine "
            rf"{_DUTY}|\bkeine {_DUTY}|\bkein(?:e|er)? (?:\w+ )?(?:Pflichtaufgabe|Pflichtleistung)|\bnicht (?:um eine|"
            rf"zu den|als) (?:\w+ )?Pflicht(?:aufgabe|leistung)|\b{_TOWNS}\b[^.;]{{0,120}}\b(?:nicht|keineswegs) "
            rf"(?:gesetzlich |rechtlich |dazu )?verpflichtet\b|\b{_TOWNS}\b[^.;]{{0,60}}\bhandel[tn] freiwillig\b|"
            rf"\b(?:Teilnahme|"
            r"Beteiligung|Einführung|Leistung|Aufgabe|Umsetzung|Mitwirkung|Förderung|Zuschuss|Angebot|"
            r"Mitgliedschaft)\b[^.,;]{0,80}\b(?:ist|sei|bleibt|erfolgt|war)\b[^.,;]{0,40}\bfreiwillig(?:er)?\b|"
            r"\bfreiwillige[rn] (?:Basis|Natur|Grundlage)\b|\bweisungsfreie?\b|\b[Ff]reiwilligkeit(?:sleistung)?\b"
        ),
    ),
    (
        "mandatory_task",
        guarded(
            r"\bPflichtaufgaben?\b|\bPflichtleistung(?:en)?\b|\bpflichtige\w* (?:Selbstverwaltungs)?[Aa]ufgabe|"
            r"\bgesetzlich (?:verpflichtet|vorgeschrieben)|\bkraft Gesetzes\b[^.;]{0,80}\bverpflichtet\b|\bAufgabe "
            r"zur Erfüllung nach Weisung|\bgesetzliche (?:Pflicht)?[Aa]ufgabe\b"
        ),
    ),
    (
        "legally_anchored",
        guarded(
            r"\b(?:in|durch|mit) §§? ?\d+ [^.;]{3,90} (?:verankert|geregelt|festgeschrieben|vorgesehen)|\b(?:im|in "
            r"dem|durch das|mit dem) [^.;,]{0,40}\w*(?:[Gg]esetz|TIntG)\w*[^.;]{0,60} (?:verankert|festgeschrieben|"
            r"verstetigt)|\bgesetzlich (?:verankert|geregelt|abgesichert)"
        ),
    ),
)


def ranks(a: Analysis, sentence: Sentence) -> Iterator[Fact]:
    """The legal rank that a sentence states, if it does; a denied duty is a voluntary task."""
    for kind, pattern in _RANKS if len(sentence.text) <= LONGEST else ():
        if match := pattern.search(sentence.text):
            start, end = (match.start(), match.end()) if kind == "legally_anchored" else (0, len(sentence.text))
            yield a.fact("legal_status", {"kind": kind}, sentence.start + start, sentence.start + end)
            return
