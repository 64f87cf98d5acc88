"""States that a clause denies: "Die Stellen sind nicht besetzt", "Das Konzept wurde nicht genehmigt"."""

from __future__ import annotations

from corpus.patterns import guarded
from extractors.syntax import sentence_parts

_DENIABLE = frozenset(
    "filled partly_filled advertised approved submitted applied agreed in_place running in_progress revised".split()
)
_NOT = (
    r"\b(?:nicht(?! (?:nur|zuletzt|allein|ausschließlich|lediglich|öffentlich|mehr als)\b)|nie(?:mals)?|keinesfalls|"
    r"keineswegs)\b"
)
_LAST = (
    r"(?: (?:worden|werden|wird|wurden?|ist|sind|sei|seien|hat|haben|konnten?|können|kann))?(?=\s*(?:[.,;:)]|$|und\b))"
)
_DENIED = guarded(
    rf"{_NOT}(?: (?!alle\b|sämtliche\b|voll|komplett|ganz\b|jede|durchgehend\b)[a-zäöüß]+){{0,4}}? "
    rf"(?:[a-zäöüß]{{3,30}}(?:t|en))\b{_LAST}|"
    rf"\b(?:ist|sind|sei|seien|war|waren|wurden?)\b[^,;:]{{0,120}}{_NOT} (?:beim?|im|in|an|am)\b[^,;:]{{3,80}}"
    rf"\b[a-zäöüß]{{3,30}}(?:t|en)\b{_LAST}|"
    rf"\b[Kk]eine?[nrms]? (?:der |dieser |einzige )?(?:[a-zäöüß]+en? )?[A-ZÄÖÜ][\w-]+\b[^,;:]{{0,80}}"
    rf"\b[a-zäöüß]{{3,30}}(?:t|en)\b{_LAST}|"
    rf"\b[Ww]eder\b[^;:]{{2,120}}\bnoch\b"
)
_PARTLY = guarded(
    rf"{_NOT} (?:alle\b|sämtliche\b|voll\w*|komplett|ganz\b|jede\w*|durchgehend\b)[^,;:]{{0,60}}\bbesetzt\b"
)
_FINISHED = guarded(r"\b(?:fertig\w*|abgeschlossen|beendet|vorliegen|(?:noch|bislang|bisher) nicht)\b")
_POSTS = guarded(
    r"^\W*(?:[A-ZÄÖÜ]?[a-zäöüß]+ (?:sind|waren|konnten|wurden) )?(?:[Dd]ie|[Aa]lle|[Ss]ämtliche|[Bb]eide)"
    r"(?! (?:\w+ )?(?:rest|übrig|ander|weiter|zweit|dritt|viert|letzt|neu))"
    r"(?:(?: [a-zäöüß\d,]+)? [\w-]*[Ss]tellen| [\w-]*[Ss]telle)\b"
)
_VACANT = guarded(r"\b(?:un|nicht (?:[a-zäöüß]+ ){0,3}(?:wieder)?)besetzt\b|\bvakant\b")
_SOME = guarded(r"\b(?:[Vv]on|[Dd]avon|[Tt]eil\w*|eine|nur|zum|einige|mehrere|alle besetzt)\b")


def stage_said(stage: str, text: str, sign: int | None = None) -> str:
    """The stage, or what is left of it where the clause of its sign, or the only clause, denies it."""
    if stage not in _DENIABLE:
        return stage
    clauses = [(low, high) for low, high, subordinate in sentence_parts(text) if not subordinate]
    if sign is not None:
        clauses = [(low, high) for low, high in clauses if low <= sign <= high]
    if len(clauses) != 1:
        return stage
    clause = text[slice(*clauses[0])]
    if stage == "partly_filled":
        return "vacant" if _VACANT.search(clause) and _POSTS.search(clause) and not _SOME.search(clause) else stage
    if _PARTLY.search(clause):
        return "partly_filled" if stage == "filled" else stage
    if stage == "advertised" and "ausgeschrieben" not in clause:
        return stage
    if not _DENIED.search(clause) or (stage == "in_progress" and _FINISHED.search(clause)):
        return stage
    return {"filled": "vacant", "advertised": "not_advertised"}.get(stage, "negated")
