"""Texts of resolutions as printed, whether a document can hold outcomes at all, and decisions of other meetings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.outcomes import normalise
from corpus.patterns import guarded
from extractors import nlp
from extractors.analysis import Analysis
from extractors.committees import NAME, NAME_GENITIVE, nominative
from extractors.dates import dates
from extractors.decision_asks import asked_here, asks, asks_for_note
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
    r"(?im)^\W{0,3}(?:\w{0,20}vorlage(?: -.*| nr.*)?|mitteilung|\w{0,16}antrag(?: -.*| (?:gem\.|gemäß|nach|zur|"
    r"zum) .*)?|"
    r"\w{0,12}anfrage(?: -.*| (?:gem\.|gemäß|nach|zur|zum) .*)?|"
    r"stellungnahme(?: zum.*| des.*| der.*)?|"
    r"einladung.*|vorlage(?:n)?-?(?:art|nr\.?|nummer)\b.*|drucksache.*|beschluss(?:vorschlag|"
    r"antrag|empfehlung|entwurf)\W*|"
    r"beratungsfolge.*|gremi(?:um|en) termin.*|kurzfassung)\s*$"
)
_HEADED = guarded(r"(?m)^\W{0,3}(?:Beschlu(?:ss|ß)\b[:.]?|(?:[Zz]u )?(?:TOP|Punkt|Tagesordnungspunkt)\b[ .]{0,2}\d)")
_PROPOSAL = guarded(
    r"(?:[IVX]{1,4}\. ?)?(?:Beschlu(?:ss|ß)(?:vorschlag|entwurf|antrag|empfehlung)|Antrag an "
    r"(?:den|die|das))\b(?P<more>[^:\n]{0,80})(?::\s*(?P<text>.*))?"
)
_DECISION = guarded(
    r"(?:[IVX]{1,4}\. ?)?(?:Beschlu(?:ss|ß)|Beschlüsse|Ergebnis/Beschluss)(?P<more> (?:des|der) "
    r"[^:\n]{2,60})?\s*(?:[:.]\s*(?P<text>.*)|$)"
)
_FASSED = guarded(r"\b(?:folgende[nrs]?|nachstehende[nr]?) Beschl(?:uss|uß|üsse)\b(?P<proposed> vor)?[^.]{0,40}:$")
_STOP = guarded(
    r"(?:Abstimmung|Beratungsergebnis|Ergebnis|Begründung|Sachverhalt|Anlage|Finanzielle|"
    r"Reduzieren|Protokoll|Wortprotokoll|Sachlage|Rechtslage|"
    r"Erläuterung|Beratung|Beschluss\w*:?$|(?:zu )?TOP \d|Zu Punkt|Punkt \d|Form der Abstimmung|"
    r"Dafür|Ja[: -]|Der Vorsitzende|Die Vorsitzende|[–-] \d+ [–-]$)"
)
_POINT = guarded(r"\(?(?:\d{1,2}(?:\.\d{1,2})?[.)]|[a-z]\)|[ivx]{1,4}[.)])(?: |$)|[-–•·▪] |[a-z]\)$", re.I)
_NUMBERED_SENTENCE = guarded(r"\(?\d{1,2}[.)] {1,8}(?=[A-ZÄÖÜ„(]).{20}")
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
_DONE = (
    r"(?:beschlossen|entschieden|zugestimmt|empfohlen|beauftragt|verabschiedet|abgelehnt|genehmigt|"
    r"gefasst|angenommen|verwiesen|"
    r"zur Kenntnis genommen)"
)
_DAY = r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]+ )\d{2,4}"
_WHAT = r"(?:[^.;\n]|(?<=\d)\.|(?<=\bAbs)\.|(?<=\bNr)\.)"
_PRETERITE = (
    r"(?:beschloss|beschloß|stimmte|billigte|verabschiedete|genehmigte|entschied|lehnte|empfahl|beauftragte|vertagte|"
    r"befürwortete|votierte|sprach sich)"
)
_TOLD = (
    guarded(
        rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<body>{NAME}),? (?:(?:hat|hatte|habe|haben|"
        rf"hatten)\b)?(?P<what>{_WHAT}{{0,300}}?)"
        rf"\b{_DONE}(?: (?P<aux>hat|hatte|habe|haben|hätte|wurde))?\b"
    ),
    guarded(
        rf"\b(?:hat|hatte|habe|hatten) (?:[Dd]er|[Dd]ie|"
        rf"[Dd]as) (?P<body>{NAME}),?(?P<what>{_WHAT}{{0,300}}?)\b{_DONE}\b"
    ),
    guarded(
        rf"\b(?:\w{{0,20}}[Bb]eschl(?:uss|uß|usses|üsse|üssen|ussempfehlung|ußempfehlung|ussfassung)|Votum|"
        rf"Entscheidung) "
        rf"(?:(?:des|der) (?P<body>{NAME_GENITIVE})|(?:im |vom |von der |in der |durch (?:den|die) )?(?P<bare>{NAME}))"
        rf"(?P<what>[^.;\n]{{0,40}}?) (?:vom|am|v\.) (?P<date>{_DAY})(?: zu[rm]? [^.,;:()\n]{{5,120}}|"
        rf" \([^()\n]{{1,40}}\))?"
    ),
    guarded(
        rf"\b(?:Beschl(?:uss|usses|üsse|üssen|ussfassung)|Grundsatzbeschluss(?:es)?|Votum) (?:vom|v\.) (?P<date>{_DAY})"
        rf"(?P<what>) (?:des|der) (?P<body>{NAME_GENITIVE})"
    ),
    guarded(
        rf"\b(?P<joined>Rats|Kreistags|Stadtrats|Gemeinderats|"
        rf"[A-ZÄÖÜ]\w{{2,30}}ausschuss)-?(?:[Gg]rundsatz)?[Bb]eschl(?:uss|usses|üsse)"
        rf"(?P<what>) (?:vom|v\.) (?P<date>{_DAY})"
    ),
    guarded(
        rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<body>{NAME}) {_PRETERITE}\b(?P<what>{_WHAT}{{0,40}}?) (?:vom|"
        rf"am) (?P<date>{_DAY})"
    ),
    guarded(
        rf"\b(?:[Aa]m|[Ii]n (?:seiner|ihrer|der) (?:\w+ )?[Ss]itzung (?:am|vom)) (?P<date>{_DAY}) {_PRETERITE} "
        rf"(?:der|die|das) (?P<body>{NAME})(?P<what>{_WHAT}{{0,160}})"
    ),
    guarded(
        rf"\b(?:vom|von der|durch den|durch die|im|in der) (?P<body>{NAME}) (?:am|vom) (?P<date>{_DAY})"
        rf"(?P<what>{_WHAT}{{0,100}}?)\b(?P<passive>{_DONE})(?:e[nrsm]?\b| (?:wurden?|worden|ist|sind)\b)"
    ),
    guarded(
        rf"\b(?P<passive>{_DONE}) (?:durch den|durch die|vom|von der|im|in der) (?P<body>{NAME}) (?:am|vom) "
        rf"(?P<date>{_DAY})(?P<what>)"
    ),
    guarded(
        rf"\b(?:[Mm]it|[Dd]urch|[Ll]aut|[Gg]emäß|[Nn]ach) (?:dem |seinem |ihrem )?(?:Grundsatz|"
        rf"Haushalts)?[Bb]eschl(?:uss|üssen) vom (?P<date>{_DAY}) "
        rf"(?:hat|hatte|haben) (?:der|die|das) (?P<body>{NAME})(?P<what>{_WHAT}{{0,200}})"
    ),
    guarded(
        rf"\b(?:wurden?|ist|sind|worden) (?P<what>{_WHAT}{{0,160}}?)\b(?:vom|von der|durch den|durch die|im|in der) "
        rf"(?P<body>{NAME}) (?:(?:vom|am) (?P<date>{_DAY}) )?(?:[a-zäöü]{{4,14}} |mit [^.;,]{{3,40}}? "
        rf")?(?P<passive>{_DONE})\b"
    ),
)
_PERFECT = guarded(r"\b(?:hat|hatte|habe|haben|hatten)\b")


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution's printed text in the view, who decides by it, and what it says, if it says that."""

    start: int
    end: int
    text: str
    body: str | None
    value: str | None
    proposed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A decision of another meeting: `date` as ISO where printed."""

    start: int
    end: int
    body: str
    date: str | None
    what: str


def is_paper(analysis: Analysis) -> bool:
    """Whether the document is a paper, motion or agenda, in which "Beschluss:" heads a proposed text."""
    return not is_minutes(analysis) and bool(_PAPER.search(analysis.text))


def is_minutes(analysis: Analysis) -> bool:
    """Whether the document says that it tells a meeting, or the page does."""
    if any(f.grade == "stated" for f in analysis.stated("result")) or (
        analysis.stated("agenda_item") and not analysis.stated("paper")
    ):
        return True
    return bool(_MINUTES.search(analysis.text))


def tells_outcomes(analysis: Analysis) -> bool:
    """Whether sentences without a word of a vote may tell outcomes: minutes, or an item with its "Beschluss:"."""
    return is_minutes(analysis) or (not is_paper(analysis) and bool(_HEADED.search(analysis.text)))


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
        if not body or len(text) < 25 or (decision and has_result_phrase(body[0].text)):
            continue
        proposed = bool(proposal or paper or asked is not None or (fassed and fassed["proposed"]))
        for resolution in _points(body, proposed, bool(decision)):
            yield replace(resolution, body=asked or resolution.body)
    if paper or analysis.stated("paper"):
        yield from _notes(lines)


def _asked_in(line: Passage, paper: bool) -> Iterator[Resolution]:
    """A text that stands in the sentence which asks for it."""
    found = asked_here(line.text) if paper else None
    if found:
        start, end, body = found
        yield Resolution(line.start + start, line.start + end, line.text[start:end], body, None, True)


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


def told_decisions(analysis: Analysis) -> Iterator[Told]:
    """Decisions that the text says a body has taken before: "der Kreistag hatte am 7.9.2020 beschlossen"."""
    for sentence in analysis.sentences:
        if sentence.block.section == "proposal":
            continue
        seen: list[tuple[int, int]] = []
        for pattern in _TOLD:
            for match in pattern.finditer(sentence.text):
                ref = _told(sentence.text, match)
                if ref and not any(a < match.end() and match.start() < b for a, b in seen):
                    seen.append(match.span())
                    start = sentence.start
                    yield Told(start + match.start(), start + match.end(), *ref)


def _told(text: str, match: re.Match[str]) -> tuple[str, str | None, str] | None:
    groups = match.groupdict()
    if "date" in groups and not groups["date"] and not dates(text[max(0, match.start() - 60) : match.end()]):
        return None
    if "date" not in groups and not _PERFECT.search(match.group()):
        return None
    if "aux" in groups and groups["aux"] is None and not _PERFECT.search(match.group()[: match.end()]):
        return None
    near = (match.group(), text[max(0, match.start() - 60) : match.start()])
    found = [d for part in near for d in dates(part) if d.complete and d.precision in ("day", "month")]
    what = re.sub(r"\s+", " ", groups["what"] or "").strip(" ,")
    body = groups.get("body") or groups.get("bare") or re.sub(r"(rat|tag)s$", r"\1", groups.get("joined") or "")
    return nominative(body), found[0].iso if found else None, what or text.strip()
