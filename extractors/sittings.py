"""Other meetings that a text refers to: "in der Sitzung des Rates vom ...", "im Bauausschuss am ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.committees import NAME, NAME_GENITIVE, nominative
from extractors.dates import dates
from extractors.paper_numbers import Found

_DAY = r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4}"
SHORT_BODY = r"(?!USA\b)(?:[A-ZÄÖÜ]{1,5}A|BVV|StVV|B[AV] \d{1,2})(?![\w-])"
"""A body by its letters: "UVPA", "HFA", "BA 7"."""
_ITEM = r"(?:TOP|Punkt)"
_NAMED = (
    guarded(
        rf"(?:(?:Beschl(?:uss|usses|üsse)|Niederschrift|Protokoll) )?(?:in|aus|zu|über|von|bei|seit|während|laut|"
        rf"anlässlich) der "
        rf"(?:\(?[a-zäöü.-]{{2,20}}\)? |\d{{1,3}}\. ){{0,3}}\w{{0,12}} ?[Ss]itzung (?:des|der) "
        rf"(?P<body>{NAME_GENITIVE}|{SHORT_BODY})"
        rf"(?: ?\((?P<item>{_ITEM} [^()\n]{{1,20}})\))? (?:vom|am) (?P<date>{_DAY})"
        rf"(?: \((?P<item2>{_ITEM} [^()\n]{{1,20}})\))?"
    ),
    guarded(
        rf"(?:Beschl(?:uss|usses|üsse|üssen)|Niederschrift|Protokoll|Vorberatung|Beratung) (?:des|der|im|in der) "
        rf"(?P<body>{NAME_GENITIVE}|{NAME}|{SHORT_BODY}) (?:vom|am) "
        rf"(?P<date>{_DAY})(?:,? ?\(?(?P<item>{_ITEM} \d[\d.]{{0,6}})\)?)?"
    ),
    guarded(
        rf"[Dd](?:er|ie|as) (?P<body>{NAME}|{SHORT_BODY})(?: hat(?:te)?)? "
        rf"(?:(?:bereits |zuletzt )?am|in (?:seiner|ihrer) Sitzung (?:am|vom)) "
        rf"(?P<date>{_DAY})"
        rf"(?: \((?P<item>{_ITEM} [^()\n]{{1,20}})\))?(?: [^.;\n]{{0,60}}?)?? (?:beraten|behandelt|erörtert|"
        rf"berichtet|"
        r"informiert|diskutiert|verlangt|festgelegt|vorgegeben|bestimmt|aufgegeben|auferlegt|angeordnet|erbeten|"
        r"eingefordert|"
        r"gefordert|gebeten|gewünscht|angeregt|befasst|vereinbart)"
        r"(?: hat| hatte| habe)?\b"
    ),
    guarded(
        rf"\b(?:im|in der|vom|von der|des|der|für den|für die|dem|den) (?P<body>{NAME}|{NAME_GENITIVE}|"
        rf"{SHORT_BODY})"
        rf"(?:ssitzung|-Sitzung)? (?:am|vom) (?P<date>{_DAY})"
    ),
    guarded(
        rf"\b(?:der|die|das|dem|den) (?P<body>{NAME}|{SHORT_BODY}) (?:bereits |zuletzt )?in (?:dessen|deren|"
        rf"seiner|ihrer) "
        rf"[Ss]itzung (?:am|vom) (?P<date>{_DAY})"
    ),
    guarded(rf"\((?:[^()\n]{{0,40}}[,;] )?(?P<body>{NAME}|{SHORT_BODY}), (?:vom |am )?(?P<date>{_DAY})\)"),
    guarded(
        rf"\b(?P<joined>Rats|Stadtrats|Gemeinderats|Kreistags|Ortschaftsrats|Bezirkstags|Plenar|"
        rf"[A-ZÄÖÜ]\w{{2,30}}ausschuss)-?[Ss]itzung (?:am|vom) (?P<date>{_DAY})"
    ),
)
_PLAIN = _NAMED[3:]
"""Those in which only the body and the day are named."""
_OWN = guarded(
    r"\b(?:in|aus|zu|seit|bei|von) (?:der|unserer|ihrer|seiner|dieser) (?:\(?[a-zäöü.-]{3,20}\)? |\d{1,3}\. ){0,3}"
    rf"\w{{0,12}}-?[Ss]itzung (?:am|vom) (?P<date>{_DAY})"
)
"""A meeting whose body another word of the sentence names, or the document: "in seiner Sitzung am 5.5.2022"."""
_SUBJECT = guarded(rf"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Vv]om|[Vv]on der|[Dd]urch den) (?P<body>{NAME})")
_DECIDED = guarded(
    r"\b(?:beschlossen\w*|zugestimmt|entschieden|verabschiedet\w*|abgelehnt\w*|gefasst\w*|genehmigt\w*|"
    r"beauftragt\w*|"
    r"empfohlen\w*|gewählt\w*|verlängert\w*|vorgeschlagen\w*|verwiesen|vertagt|beschließt|beschloss|zur Kenntnis)\b"
)
"""What makes the telling of a meeting that of a decision, which is a fact of its own."""
_PAST_TEXT = guarded(r"Beschl|Niederschrift|Protokoll")
_AHEAD = guarded(r"\b(?:soll(?:en)?|vorgesehen|geplant|wird|werden|voraussichtlich|nächste\w*|kommende\w*)\b")


def sittings(a: Analysis) -> Iterator[Found]:
    """Each other meeting with its body and day; one that is still to come is none."""
    taken: list[Span] = []
    for pattern in _NAMED:
        for match in pattern.finditer(a.text):
            decides = pattern in _PLAIN and _decides(a, match)
            if decides or _lies_ahead(a, match) or any(x < match.end() and match.start() < y for x, y in taken):
                continue
            taken.append(match.span())
            parts = match.groupdict()
            item = parts.get("item") or parts.get("item2")
            body = nominative(parts.get("body") or re.sub(r"(rat|tag)s$", r"\1", parts.get("joined") or ""))
            yield "meeting", body + (f", {item}" if item else ""), _day(match["date"]), *match.span()
    for match in _OWN.finditer(a.text):
        if not (_decides(a, match) or _lies_ahead(a, match)) and not any(
            x < match.end() and match.start() < y for x, y in taken
        ):
            yield "meeting", _body(a, match), _day(match["date"]), *match.span()


def _decides(a: Analysis, match: re.Match[str]) -> bool:
    sentence = a.sentence_at(match.start())
    return sentence is not None and _DECIDED.search(sentence.text) is not None


def _day(printed: str) -> str | None:
    found = [d.iso for d in dates(printed)]
    return found[0] if found else None


def _lies_ahead(a: Analysis, match: re.Match[str]) -> bool:
    """Whether the meeting is later than the document, or words beside it say that it is planned."""
    text, day = a.text, _day(match["date"])
    if _PAST_TEXT.match(match.group()):
        return False
    if day is None or (a.date and day >= a.date.isoformat()):
        return True
    if a.date and day < a.date.isoformat():
        return False
    low, high = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    around = re.split(r"[.;] ", text[max(low, match.start() - 120) : match.start()])[-1]
    after = re.split(r"[.;,]", text[match.end() : min(high if high >= 0 else len(text), match.end() + 80)])[0]
    return _AHEAD.search(f"{around} {after}") is not None


def _body(a: Analysis, match: re.Match[str]) -> str:
    """The body that the sentence names before, else behind; else the document's own."""
    sentence = a.sentence_at(match.start())
    named = list(_SUBJECT.finditer(sentence.text)) if sentence else []
    if sentence and named and re.search(r"\b(?:seiner|ihrer|der) (?!vorigen|letzten|vorherigen)", match.group()):
        before = [m for m in named if sentence.start + m.start() < match.start()]
        return nominative((before or named)[-1 if before else 0]["body"])
    bodies = {str(f.value["body"]) for f in a.stated("meeting") if f.value.get("body")}
    return next(iter(bodies)) if len(bodies) == 1 else "vorige Sitzung"
