"""What a document is by its printed name: OParl's property for it (mainFile, resultsProtocol, auxiliaryFile ...).

A name speaks of minutes in many ways ("Anlage 1 zur Niederschrift", "Genehmigung der Niederschrift", a
"Untersuchungsprotokoll"); only one that names them as the document itself makes them the minutes.
"""

from __future__ import annotations

import re

_ATTACHMENT = r"(?:(?:protokoll|niederschrifts?)-?)?(?:anlagen?|anhang|anhänge|beilagen?)"
_BEGINS_ATTACHED = re.compile(
    rf"(?:[^\s\d]{0, 20}\d\S{0, 40} |(?:nicht)?öffentliche |n?ö ){0, 4}{_ATTACHMENT}(?![^\W\d])", re.I
)
_ATTACHED = re.compile(
    rf"(?<![\w-]){_ATTACHMENT}(?:[ -](?:nr\.? ?)?(?:\d+|[ivx]+|[a-z])\b|\d+\b| (?:\S+ )?(?:zur|zum) )", re.I
)
_ENCLOSING = re.compile(
    r"(?:\b(?:mit|und|inkl|incl|einschl|einschließlich|inklusive|samt|nebst|sowie|ohne|zzgl|siehe|s)\b\.?|[+&])"
    r" ?(?:\w+ )?\Z",
    re.I,
)
"""What goes before the attachments of a document that holds them too."""
_OF_MEETING = (
    r"(?:[^\W\d]{0,40}(?:rate?s?|tage?s?|ausschuss|ausschuß|versammlungs|vertretungs|sitzungs|ergebnis|beschluss|beschluß|"
    r"verlaufs|verhandlungs|kurz|gesamt|online))?-?"
)
_RECORD = r"(?:niederschrift(?:en)?|protokolle?)(?:s?-?auszug|s?-?auszüge|s?-?entwurf)?"
_MINUTES = re.compile(rf"(?<![^\W\d]){_OF_MEETING}{_RECORD}(?![^\W\d])", re.I)
_VERBATIM = re.compile(r"(?<![^\W\d])wort(?:laut)?protokolle?(?![^\W\d])", re.I)
_ABOUT = re.compile(
    r"(?P<itself>\b(?:auszug|auszüge|entwurf|teil|fassung|reinschrift|ausfertigung|abschrift|kopie) ?)?"
    r"\b(?:zur|zum|zu|gegen|laut|lt\.|gem\.|gemäß|aus|im|vom|von|in|über|der|des|dem|den) "
    r"(?:(?:der|dem|den|die|das) )?(?:(?-i:[a-zäöüß]{1,20}e[nrm]) |\d+\. )?\Z",
    re.I,
)
"""What goes before minutes that a document is about; an extract or a draft of minutes is minutes itself."""


def file_role(name: str | None, main: str | None = None) -> str:
    """OParl's property for a document by its printed name; `main` is the pattern of the page's own main document."""
    said = _plain(name)
    if is_attachment(said):
        return "auxiliaryFile"
    if main and re.fullmatch(main, said.lower()):
        return "mainFile"
    if _names(_VERBATIM, said):
        return "verbatimProtocol"
    if _names(_MINUTES, said):
        return "resultsProtocol"
    return "invitation" if re.search(r"(?i)einladung|bekanntmachung", said) else "auxiliaryFile"


def is_attachment(name: str | None) -> bool:
    """Whether a printed name says that the document is attached to another one ("Anlage 2", "Niederschrift Anlage 1").

    One "mit Anlage 1" holds its attachment and is none.
    """
    said = _plain(name)
    return _BEGINS_ATTACHED.match(said) is not None or any(
        not _ENCLOSING.search(said, max(0, found.start() - 30), found.start()) for found in _ATTACHED.finditer(said)
    )


def _plain(name: str | None) -> str:
    """A name with one blank for each run of blanks and underscores."""
    return re.sub(r"[\s_]+", " ", name or "").strip()


def _names(kind: re.Pattern[str], said: str) -> bool:
    """Whether a name names such a document, not only something about it."""
    abouts = (_ABOUT.search(said, max(0, found.start() - 60), found.start()) for found in kind.finditer(said))
    return any(about is None or about["itself"] is not None for about in abouts)
