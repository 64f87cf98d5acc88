"""Texts of resolutions as printed, whether a document can hold outcomes at all, and decisions of other meetings."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.outcomes import normalise
from corpus.patterns import guarded
from extractors import nlp
from extractors.analysis import Analysis
from extractors.committees import NAME
from extractors.decision_asks import asked_here, asks, asks_for_note, commended, unheaded
from extractors.notices import is_notice
from extractors.outcome_lines import has_result_phrase
from extractors.passages import Passage
from extractors.structure import section_name

_MINUTES = guarded(
    r"(?m)^\W{0,3}(?:N ?i ?e ?d ?e ?r ?s ?c ?h ?r ?i ?f ?t|Niederschrift|Protokoll|"
    r"Beschlussprotokoll|Auszug|Beratungsergebnis|"
    r"Abstimmungsergebnis|Abstimmungs-Ergebnis|Wortprotokoll|Ergebnis(?:vermerk|protokoll|niederschrift)|Kurzprotokoll|"
    r"Verlaufsprotokoll|Sitzungsvermerk|Sitzungsbeginn|Sitzungsende|TOP:|Beschlussart:)"
)
_PAPER = guarded(
    r"(?im)^\W{0,3}(?:\w{0,20}vorlage(?: -.*| nr.*)?|mitteilung|(?:interfraktionelle[rn]? |gemeinsamer )?\w{0,16}antrag"
    r"(?: -.*| (?:gem\.|gemäß|nach|zur|zum) .*| (?:nr\. ?)?[a-z]{0,6}[/ -]?\d[\w/.-]{0,20})?|"
    r"\w{0,12}anfrage(?: -.*| (?:gem\.|gemäß|nach|zur|zum) .*)?|"
    r"stellungnahme(?: zum?.*| zur.*| des.*| der.*)?|"
    r"einladung.*|vorlage(?:n)?-?(?:art|nr\.?|nummer)\b.*|drucksache.*|beschluss(?:vorschlag|"
    r"antrag|empfehlung|entwurf)\W*|"
    r"beratungsfolge.*|sehr geehrte[rs]? .*|gremi(?:um|en) termin.*|kurzfassung)\s*$"
)
_HEADED = guarded(r"(?m)^\W{0,3}(?:Beschlu(?:ss|ß)\b[:.]?|(?:[Zz]u )?(?:TOP|Punkt|Tagesordnungspunkt)\b[ .]{0,2}\d)")
_PROPOSAL = guarded(
    r"(?:(?:[IVX]{1,4}|\d{1,2})[.)] ?)?(?:Beschlu(?:ss|ß)(?:vorschlag|entwurf|antrag|empfehlung)|Antrag an "
    r"(?:den|die|das))\b(?P<more>[^:\n]{0,80})(?::\s*(?P<text>.*))?"
)
_DECISION = guarded(
    r"(?:[IVX]{1,4}\. ?)?(?:Beschlu(?:ss|ß)|Beschlüsse|Ergebnis/Beschluss)(?P<more> (?:des|der) "
    r"[^:\n]{2,60})?\s*(?:[:.]\s*(?P<text>.*)|$)"
)
_FASSED = guarded(r"\b(?:folgende[nrs]?|nachstehende[nr]?) Beschl(?:uss|uß|üsse)\b(?P<proposed> vor)?[^.]{0,40}:$")
_STOP = guarded(
    r"(?:Abstimmung|Stimm(?:en)?verh[äa]ltnis|Stimmenzahl|Votum\b|Beratungsergebnis|Ergebnis|Begründung|Sachverhalt|Anlage|Finanzielle|"
    r"Reduzieren|Protokoll|Wortprotokoll|Sachlage|Rechtslage|"
    r"Erläuterung|Beratung|Beschluss\w*:?$|(?:zu )?TOP \d|Zu Punkt|Punkt \d|Form der Abstimmung|"
    r"(?:Status|Federführ\w+|Betreff|Bezug|Gremi(?:um|en)|Beratungsfolge|Datum|Aktenzeichen|Verfasser\w*|Drucksache\S*):|"
    r"Dafür|Ja[: -]|Der Vorsitzende|Die Vorsitzende|[–-] \d+ [–-]$)"
)
_POINT = guarded(r"\(?(?:\d{1,2}(?:\.\d{1,2})?[.)]|[a-z]\)|[ivx]{1,4}[.)])(?: |$)|[-–•·▪] |[a-z]\)$", re.I)
_NUMBERED_SENTENCE = guarded(r"\(?\d{1,2}[.)] {1,8}(?=[A-ZÄÖÜ„(]).{20}")
_NOTED = guarded(r"(?:Zustimmende )?Kenntnisnahme (?:des|der|von|vom) \w")
_SUBJECT = guarded(
    rf"(?:\(?(?:\d{{1,2}}|[a-z])[.)] {{1,8}})?(?:Der|Die|Das) (?:[a-zäöü]{{3,20}} )?(?P<body>{NAME})[ ,]"
)
_BY = guarded(rf"\b(?:vom|von der) (?P<body>{NAME})")
_SPEECH = guarded(
    r"(?:(?:Der|Die) (?:Vorsitzende|Oberbürgermeister\w*|Bürgermeister\w*)|(?:Stadt|Gemeinde|Kreis|"
    r"Bezirks)r[aä]t(?:in)? [^:\n]{2,60}|"
    r"(?:Ober)?[Bb]ürgermeister(?:in)? [^:\n]{2,50}|(?:Herr|Frau|Ratsherr|Ratsfrau|Stv\.|Abg\.) "
    r"[^:\n]{2,50}\([^()\n]{2,40}\)):\s"
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution's printed text in the view, who decides by it, and what it says, if it says that."""

    start: int
    end: int
    text: str
    body: str | None
    value: str | None
    proposed: bool


def is_paper(analysis: Analysis) -> bool:
    """Whether the document is a paper, motion or agenda, in which "Beschluss:" heads a proposed text."""
    return not is_minutes(analysis) and _headed_as_paper(analysis.text)


@functools.lru_cache(maxsize=1)  # many rules ask of one document
def _headed_as_paper(text: str) -> bool:
    return _PAPER.search(text) is not None


@functools.lru_cache(maxsize=1)
def _headed_as_minutes(text: str) -> bool:
    return _MINUTES.search(text) is not None


def is_minutes(analysis: Analysis) -> bool:
    """Whether the document says that it tells a meeting, or the page does."""
    if any(f.grade == "stated" for f in analysis.stated("result")) or (
        analysis.stated("agenda_item") and not analysis.stated("paper")
    ):
        return True
    return _headed_as_minutes(analysis.text)


def tells_outcomes(analysis: Analysis) -> bool:
    """Whether sentences without a word of a vote may tell outcomes: minutes, or an item with its "Beschluss:"."""
    return is_minutes(analysis) or (
        not is_paper(analysis) and (is_notice(analysis) or bool(_HEADED.search(analysis.text)))
    )


def speech_starts(lines: Sequence[Passage]) -> int:
    """Where verbatim speeches begin; beyond the text's end if there are none."""
    speeches = [line.start for line in lines if _SPEECH.match(line.text)]
    return speeches[0] if len(speeches) >= 2 else (lines[-1].end + 1 if lines else 0)


def resolutions(analysis: Analysis, lines: Sequence[Passage], paper: bool) -> Iterator[Resolution]:
    """Texts under "Beschlussvorschlag", "Beschluss:" or "fasst folgenden Beschluss:"."""
    for i, line in enumerate(lines):
        proposal, decision, fassed = (
            _PROPOSAL.fullmatch(line.text),
            _DECISION.fullmatch(line.text),
            _FASSED.search(line.text),
        )
        asked = asks(line.text) if not (proposal or decision) else None
        if asked is None and not (proposal or decision or fassed):
            yield from _asked_in(line, paper)
            continue
        label = proposal or decision
        own = label and (label["text"] or "").strip()
        if own and label:
            body = [Passage(line.start + label.start("text"), line.end, label["text"])]
        else:
            body = list(_text_below(lines, i + 1))
        text = " ".join(p.text for p in body)
        if (
            not body
            or len(text) < 25
            or (decision and has_result_phrase(body[0].text) and not _NOTED.match(text))
            or text.startswith("Sehr geehrte")
        ):
            continue
        proposed = bool(proposal or paper or asked is not None or (fassed and fassed["proposed"]))
        for resolution in _points(body, proposed, bool(decision)):
            yield replace(resolution, body=asked or resolution.body)
    if paper or analysis.stated("paper"):
        yield from _notes(lines)
    first = unheaded([line.text for line in lines]) if paper else None
    if first is not None:
        yield from _points(list(_text_below(lines, first)), True, False)


def _asked_in(line: Passage, paper: bool) -> Iterator[Resolution]:
    """A text that stands in the sentence which asks for it."""
    found = asked_here(line.text) if paper else None
    if found:
        start, end, body = found
        yield Resolution(line.start + start, line.start + end, line.text[start:end], body, None, True)
        return
    for start, end in commended(line.text) if paper else ():
        text = line.text[start:end].strip()
        low = line.start + line.text.index(text, start)
        yield Resolution(low, low + len(text), text, None, None, True)


def _notes(lines: Sequence[Passage]) -> Iterator[Resolution]:
    """Sentences of a paper that ask for nothing but a note."""
    for line in lines:
        for start, end in nlp.sentences(line.text) if "enntnis" in line.text else ():
            text = line.text[start:end].strip()
            if len(text) < 160 and asks_for_note(text):
                low = line.start + line.text.index(text, start)
                yield Resolution(low, low + len(text), text, None, "noted", True)


def _points(body: list[Passage], proposed: bool, decided: bool) -> Iterator[Resolution]:
    """One resolution, or one for each numbered point that is a sentence of its own."""
    text = " ".join(p.text for p in body)
    whole = _resolution(body, text, proposed, decided)
    starts = [i for i, p in enumerate(body) if _NUMBERED_SENTENCE.match(p.text)]
    groups = [body[a:b] for a, b in itertools.pairwise([*starts, len(body)])]
    if len(groups) < 2 or starts[0] != 0 or any(g[-1].text[-1] not in ".!;" for g in groups):
        yield whole
        return
    for i, group in enumerate(groups):
        cut = re.match(r"\(?\d{1,2}[.)] {1,8}", group[0].text)
        part = _resolution(group, " ".join(p.text for p in group)[cut.end() if cut else 0 :], proposed, decided)
        value = whole.value if i == 0 else None
        yield replace(part, start=group[0].start + (cut.end() if cut else 0), body=part.body or whole.body, value=value)


def _text_below(lines: Sequence[Passage], i: int) -> Iterator[Passage]:
    """The resolution below its heading: one paragraph, or the points of a list."""
    last: Passage | None = None
    for line in lines[i : i + 40]:
        if _STOP.match(line.text) or section_name(line.text):
            return
        if not re.search(r"\w{3}", line.text):
            continue
        point = bool(_POINT.match(line.text))
        if (
            last
            and not point
            and (line.gap or _POINT.match(last.text))
            and last.text[-1] not in ",:;"
            and not line.text[0].islower()
        ):
            return
        yield line
        last = line


def _resolution(body: list[Passage], text: str, proposed: bool, decided: bool) -> Resolution:
    who = _SUBJECT.match(text) or _SUBJECT.search(text[:300]) or _BY.search(text[:400])
    value = _value(text) if decided and not proposed else None
    return Resolution(body[0].start, body[-1].end, text, who["body"] if who else None, value, proposed)


def _value(text: str) -> str | None:
    """What the first sentence of a resolution says was done, by a body or to a matter; None for an order to others."""
    first = re.split(r"(?<=[a-zäöü)])\. ", text)[0]
    if _SUBJECT.match(first):
        return normalise(first)
    done = re.search(
        r"\b(?:wird|werden)\b.*\b(?:zugestimmt|zur Kenntnis genommen|abgelehnt|beschlossen|angenommen|"
        r"zurückgestellt|"
        r"vertagt|verschoben|zurückgezogen|abgesetzt|verwiesen|genehmigt|empfohlen|befürwortet|"
        r"für erledigt erklärt)\.?$",
        first,
    )
    return normalise(done.group()) if done else None
