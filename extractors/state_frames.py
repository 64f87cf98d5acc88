"""States clause by clause: a thing of a small ontology and a predicate of a small family for each stage.

"Der Zuwendungsbescheid lässt auf sich warten", "An der Richtlinie wird noch gefeilt", "Die Beschaffung ruht". The rules
of state_rules and the notes of state_notes come first; these frames read what neither knows, and sentences of which
several clauses tell a state each.
"""

from __future__ import annotations

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.state_signs import FRAMES
from extractors.state_things import NAMES, THINGS
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
    r"\b(?:Abstimmungsergebnis|Tagesordnung\w*|Abstimmung über)\b|\b(?:empfiehlt|empfehlen|beauftragt|fordert|fordern|"
    r"verlangt|bemängelt|kritisiert|bittet)\b|\b[Aa]ntrag(?:s|es)? (?:der|von|des) \S*(?:[Ff]raktion|CDU|SPD|FDP|AfD|"
    r"Grüne|GRÜNE|Link|LINK)"
)
_MEETING = guarded(r"\b(?:Ergebnis|Niederschrift|Sitzung|Protokoll|Form der|Tagesordnungspunkt)\b(?! der Lenkung)")
_RELATIVE = guarded(
    r"^\W*(?:(?:in|mit|von|für|bei|an|aus|zu) )?(?:der|die|das|den|dem|denen|deren|dessen) [^,;]*\b(?:hat|habe|haben|"
    r"hatten?|ist|sind|sei|seien|wird|werde|werden|wurden?|war|waren|\w+ten?)\W*$"
)


def framed_states(part: str) -> list[tuple[str, str, Span]]:
    """Topic, stage and place of each state that the clauses of a sentence part tell, at most one a clause."""
    if _RESULT.search(part) or part.rstrip().endswith("?") or not any(thing.search(part) for _, thing in THINGS):
        return []
    told = []
    for low, high, subordinate in sentence_parts(part):
        clause = part[low:high]
        if subordinate and _RELATIVE.search(clause):
            continue
        if _IF.search(clause) or _UNREAL.search(clause) or _MEETING.search(clause):
            continue
        if found := _state(clause, part):
            told.append((*found, low))
    return _spread(told, len(part))


def _state(clause: str, part: str) -> tuple[str, str] | None:
    """The first frame that fits a clause; its thing stands in the clause, else anywhere in the part."""
    near = [topic for topic, thing in THINGS if thing.search(clause)]
    far = near or [topic for topic, thing in THINGS if thing.search(part)]
    for frame in FRAMES:
        topic = next((t for t in far if not frame.topics or t in frame.topics), None)
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
