"""Whether what a sentence counts is a vote of its own, though it tells no outcome."""

from __future__ import annotations

from corpus.model import Vote
from corpus.patterns import guarded

_CARRIED = guarded(
    r"\b(?:geht|gehen|ging|gingen|kommt|kommen)\b[^.;]{0,60}\bdurch\b|\b(?:findet|finden) [^.;]{0,60}Mehrheit\b"
)
_BALLOT = guarded(
    r"(?:(?:Das|Die|Der) )?(?:Votum|Abstimmung(?:sergebnis)?|Beschlussfassung|Beschluss|Entscheidung|Zustimmung|Alle "
    r"(?:Stimmberechtigten|Anwesenden|Mitglieder|Fraktionen)|Sämtliche \w+)\b(?! (?:des|der) )"
)
_ELECTED = guarded(
    r"\b(?:wird|werden|wurden?)\b[^.;:]{0,160}\b(?:gewählt|bestellt|benannt|entsandt|berufen|bestimmt)\b"
)


def complete(vote: Vote, text: str) -> bool:
    """Whether a sentence that tells no more is a vote: two counters, or how it ended and what is counted beside."""
    if vote.no is not None and (vote.yes is not None or vote.abstentions is not None):
        return True
    if vote.unanimous is not None and (vote.no is not None or vote.abstentions is not None):
        return _CARRIED.search(text) is not None
    if _ELECTED.search(text):
        return True
    return vote.unanimous is not None and _BALLOT.match(text) is not None
