"""States clause by clause: a thing of a small ontology and a predicate of a small family for each stage.

"Der Zuwendungsbescheid lässt auf sich warten", "An der Richtlinie wird noch gefeilt", "Die Beschaffung ruht". The rules
of state_rules and the notes of state_notes come first; these frames read what neither knows, and sentences of which
several clauses tell a state each.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.state_signs import FRAMES, Frame
from extractors.state_things import NAMES, topics_in
from extractors.syntax import sentence_parts

_IF = guarded(
    r"^\W*(?:und |oder |aber |also )?(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]oweit|[Oo]b|[Ss]ollten?|[Dd]amit|[Ss]obald|"
    r"[Ww]ann|[Bb]is|[Bb]evor|[Uu]m|[Ww]ürden?|[Ww]äre|[Ww]elche\w*|[Ww]ie(?! (?:in|bereits|schon)))\b"
)
_UNREAL = guarded(
    r"\b(?:soll(?:en?|t|te|ten)?|wäre|wären|würde|könnten?|müssten?|dürften?|möchten?|hätte|möge|wünsch\w+|zu "
    r"(?:erstellen|prüfen|berichten|beschließen|beauftragen))\b|\?"
)
_AHEAD = guarded(r"\b(?:wird|werden?|geplant|beabsichtigt|vorgesehen)\b")
_RESULT = guarded(
    r"\b(?:Abstimmungsergebnis|Form der Abstimmung|Tagesordnung\w*|Abstimmung über)\b|\b(?:empfiehlt|empfehlen|"
    r"beauftragt|fordert|fordern|"
    r"verlangt|bemängelt|kritisiert|bittet)\b|\b[Aa]ntrag(?:s|es)? (?:der|von|des) \S*(?:[Ff]raktion|CDU|SPD|FDP|AfD|"
    r"Grüne|GRÜNE|Link|LINK)"
)
_MEETING = guarded(r"\b(?:Ergebnis|Niederschrift|Sitzung|Protokoll|Form der|Tagesordnungspunkt)\b(?! der Lenkung)")
_RELATIVE = guarded(
    r"^\W*(?:(?:in|mit|von|für|bei|an|aus|zu) )?(?:der|die|das|den|dem|denen|deren|dessen) [^,;]*\b(?:hat|habe|haben|"
    r"hatten?|ist|sind|sei|seien|wird|werde|werden|wurden?|war|waren|\w+ten?)\W*$"
)


def frames_for(text: str) -> list[Frame]:
    """The frames of which a text holds a word that they need."""
    return [frame for frame in FRAMES if frame.sign.may_match(text)]


def framed_states(part: str, frames: Sequence[Frame]) -> list[tuple[str, str, Span]]:
    """Topic, stage and place of each state that the clauses of a sentence part tell, at most one a clause."""
    topics = topics_in(part)
    if not topics or _RESULT.search(part) or part.rstrip().endswith("?"):
        return []
    told = []
    for low, high, _ in sentence_parts(part):
        clause = part[low:high]
        if low and _RELATIVE.search(clause):
            continue
        if _IF.search(clause) or _UNREAL.search(clause) or _MEETING.search(clause):
            continue
        if found := _state(clause, topics_in(clause) or topics, frames):
            told.append((*found, low))
    return _spread(told, len(part))


def _state(clause: str, topics: Sequence[str], frames: Sequence[Frame]) -> tuple[str, str] | None:
    """Topic and stage of the first frame that fits a clause."""
    for frame in frames:
        topic = next((t for t in topics if not frame.topics or t in frame.topics), None)
        if topic and frame.sign.search(clause) and not (frame.never and frame.never.search(clause)):
            stage = "planned" if frame.stage == "in_place" and _AHEAD.search(clause) else frame.stage
            return NAMES.get(topic, topic), stage
    return None


def _spread(told: list[tuple[str, str, int]], end: int) -> list[tuple[str, str, Span]]:
    """Each state with its own passage: from its clause to the next one's, the first from the start of the part."""
    merged: list[tuple[str, str, int]] = []
    for topic, stage, low in told:
        if not merged or (topic, stage) != merged[-1][:2]:
            merged.append((topic, stage, low if merged else 0))
    highs = [*(low for _, _, low in merged[1:]), end]
    return [(t, s, (low, high)) for (t, s, low), high in zip(merged, highs, strict=False)]
