"""Decisions of other meetings that a text tells: "der Kreistag hatte am 7.9.2020 beschlossen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import guarded, holds_any
from extractors.analysis import Analysis
from extractors.committees import NAME, NAME_GENITIVE, nominative
from extractors.dates import dates

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
        rf"\b(?:hat|hatte|haben) (?:der|die|das) (?P<body>{NAME}) (?:bereits |schon )?(?:mit|durch|per) "
        rf"(?:seinem |ihrem |einem )?\w{{0,14}}[Bb]eschl(?:uss|üssen) (?:vom|am) (?P<date>{_DAY})"
        rf"(?P<what>{_WHAT}{{0,200}})"
    ),
    guarded(
        rf"\b[Dd](?:er|ie|as) (?P<body>{NAME}) (?:hat|hatte|haben) (?:[a-zäöü]{{3,14}} )?(?:mit|durch|per) "
        rf"(?:seinem |ihrem |einem )?\w{{0,14}}[Bb]eschl(?:uss|üssen) (?:vom|am) (?P<date>{_DAY})"
        rf"(?P<what>{_WHAT}{{0,200}})"
    ),
    guarded(
        rf"\b(?:wurden?|ist|sind|worden) (?P<what>{_WHAT}{{0,160}}?)\b(?:vom|von der|durch den|durch die|im|in der) "
        rf"(?P<body>{NAME}) (?:(?:vom|am) (?P<date>{_DAY}) )?(?:[a-zäöü]{{4,14}} |mit [^.;,]{{3,40}}? "
        rf")?(?P<passive>{_DONE})\b"
    ),
)
_CUES = (
    *(
        "eschl hieden timm mpfohlen eauftrag erabschiedet blehnt enehmigt efasst ngenommen erwiesen enntnis Votum "
        "Entscheidung illigte entschied lehnte empfahl ertagte efürwortete otierte abgelehnt"
    ).split(),
    "sprach sich",
)
"""Every rule needs one of them."""
_PERFECT = guarded(r"\b(?:hat|hatte|habe|haben|hatten)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A decision of another meeting: `date` as ISO where printed."""

    start: int
    end: int
    body: str
    date: str | None
    what: str


def told_decisions(analysis: Analysis) -> Iterator[Told]:
    """Decisions that the text says a body has taken before: "der Kreistag hatte am 7.9.2020 beschlossen"."""
    for sentence in analysis.sentences:
        if sentence.block.section == "proposal" or not holds_any(sentence.text, _CUES):
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
