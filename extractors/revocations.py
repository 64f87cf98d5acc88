"""Notices that are no longer in force, or were never given: "wurde widerrufen", "hebt ... auf", "lag nicht vor"."""

from __future__ import annotations

from corpus.patterns import guarded, holds_any

_STEMS = tuple(
    (
        "widerr Widerr aufgehoben aufheb Aufheb hebt hob hoben heben zurück Rück hinfällig nichtig unwirksam ungültig "
        "gegenstandslos nnull torn kassiert erloschen Wegfall Erstattung nicht kein Kein Ablehn Versagung zieh zog"
    ).split()
)
_NOTICE = r"(?<![\w-])(?:\w{0,20}-?)?[Bb]escheid(?:s|es|e|en)?\b"
_REVOKED = (
    r"(?:widerrufen|aufgehoben|zurückgenommen|zurückgezogen|annulliert|storniert|kassiert|hinfällig|nichtig|unwirksam|"
    r"ungültig|gegenstandslos|erloschen|gilt nicht mehr|nicht mehr (?:gültig|wirksam|in Kraft)|aufzuheben|"
    r"zurückzunehmen|zu widerrufen)"
)
_ON = r"(?:(?!\b(?:nicht|nie|kein\w{0,2})\b(?! mehr)| und (?:der|die|das|ein|eine)\b)[^,;])"
_LAST = guarded(r"[,;:]\s(?=[^,;:]*\Z)")
_OF_NOTICE = guarded(rf"{_NOTICE}(?: (?:des|der|durch|über) [^,;]{{2,60}})?(?: (?:vom|von|mit Datum vom|am))?\s*\Z")
_WITH_NOTICE = guarded(
    r"\b(?:[Mm]it|[Aa]us|[Ii]n|[Ii]m|[Nn]ach|[Gg]emäß|[Ll]aut|[Dd]urch|[Vv]on|[Vv]om|[Ss]eit|[Bb]ei|[Aa]uf|[Pp]er)"
    rf"(?: (?:dem|den|der|des|einem|dieser|diesem))? {_NOTICE}[^,;]{{0,60}}\Z"
)
_THEN = guarded(rf"(?:, (?:der|die|das|dem|den|mit|in|durch|womit) [^,;]{{2,120}},)?{_ON}{{0,120}}?\b{_REVOKED}\b")
_TAKEN_BACK = guarded(rf"\b(?:hebt|hob|hoben|heben|nimmt|nahm|nehmen|nahmen|zieht|zog|ziehen|zogen)\b{_ON}{{0,80}}\Z")
_BACK = guarded(r"[^,;.]{0,60}?\b(?:auf|zurück)(?=\s*(?:[.,;]|$|und\b))")
_ACT = guarded(
    rf"\b(?:widerr(?:ief|iefen|uft|ufen)|annulliert\w*|storniert\w*)\b{_ON}{{0,40}}{_NOTICE}|"
    rf"\b(?:Widerrufs?|Aufhebung|Rücknahme|Rückforderung|Annullierung|Wegfall)(?: (?:de[rs]|dieses|eines))? {_NOTICE}|"
    r"\b(?:Widerrufs?|Aufhebungs?|Rücknahme|Rückforderungs?|Erstattungs?)-?[Bb]escheid"
)
_LATER = guarded(
    rf"[^,;]{{0,60}}?\b(?:wurde|wird|ist|hat|habe|sei)\b{_ON}{{0,80}}?{_NOTICE}{_ON}{{0,60}}?\b{_REVOKED}\b"
)
_FOLLOWS = guarded(
    rf"(?:Er|Dieser|Der (?:\w+-?)?[Bb]escheid|Dieser (?:\w+-?)?[Bb]escheid)\b{_ON}{{0,120}}?\b{_REVOKED}\b"
)
_MISSING = guarded(
    rf"\b[Kk]eine?[nrms]? (?:\w+er |\w+en )?{_NOTICE}|\b(?:Ablehnungs|Versagungs)-?[Bb]escheid|"
    rf"{_NOTICE}[^,;]{{0,80}}\bnicht (?:vor|ein|erteilt|erlassen|ergangen|eingegangen|zugestellt|da|erhalten|bekannt)\b"
)


def revoked(before: str, after: str, following: str = "") -> bool:
    """Whether the notice beside a date is taken back, by its clause around the date or the sentence that follows."""
    if not holds_any(before + after + following, _STEMS):
        return False
    cut = _LAST.search(before)
    clause = before[cut.end() :] if cut else before
    if _ACT.search(clause[-120:]) or _LATER.match(after) or _ACT.search(after[: _end(after)]):
        return True
    taken = _THEN.match(after) or (_TAKEN_BACK.search(clause) and _BACK.match(after))
    if taken and _OF_NOTICE.search(clause) and not _WITH_NOTICE.search(clause):
        return True
    return _FOLLOWS.match(following) is not None


def missing(before: str, after: str) -> bool:
    """Whether no notice was there on a date, or one that gives nothing."""
    if not holds_any(before + after, _STEMS):
        return False
    cut = _LAST.search(before)
    return _MISSING.search((before[cut.end() :] if cut else before) + "…" + after[: _end(after)]) is not None


def _end(after: str) -> int:
    """Where the clause of a date ends behind it."""
    return min((i for i in (after.find(", "), after.find("; "), after.find(" und ")) if i >= 0), default=len(after))
