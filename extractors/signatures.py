"""Persons who sign or are written to: below "Unterzeichnet von:", below a closing formula, above or below an office.

No sentence names them, so the layout has to: the label, the formula or the office beside the name says that the person
acts for a council, a group or an administration. A name below a formula alone may be a private letter and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors import nlp
from extractors.analysis import Analysis
from extractors.given_names import GIVEN
from extractors.mentions import NOT_NAMES, OFFICE
from extractors.person_lists import Listed

_WORD = r"(?<![\w-])[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{1,30}(?:[-'’] ?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{1,30}){0,3}(?!\w)"
_PARTICLE = r"(?:(?:von|van|de|zu|zur|vom|el|al|di|ten|ter|bin)(?: de[rmn])? )?"
_TITLE = r"(?:(?:Prof\.|Dr\.|PD|Dipl\.-\w{2,12}\.?) ?(?:med\. |jur\. |phil\. |rer\. nat\. )?){0,3}"
_ENTRY = guarded(
    rf"(?:(?:gez\.|i\. ?[AV]\.) ?)?(?:(?:Herrn?|Frau) )?(?P<title>{_TITLE})"
    rf"(?P<name>{_WORD} (?:[A-ZÄÖÜ]\. ?|{_WORD} ){{0,2}}{_PARTICLE}{_WORD})"
    rf"(?:,? \((?P<aside>[^()\n]{{2,60}})\))?,?"
)
"""One person and nothing else: given name and surname, at times an office or party in brackets."""
_LABEL = guarded(
    r"(?m)^[ \t]{0,20}(?:[-•] )?(?:(?:Unterzeichnet|Unterschrieben|Eingereicht|Gezeichnet|Vorgelegt|Verfasst|"
    r"Beantragt|Gestellt)"
    r" (?:von|durch)|(?:Erst)?(?:[Uu]nterzeichn|[Uu]nterzeichner|[Ee]inreich|[Aa]ntragstell|[Ff]ragestell|[Ii]nitiat)"
    r"[\w*:/-]{0,14}|Unterschrift(?:en)?)[ \t]{0,4}:[ \t]{0,20}(?P<own>[^\n]{0,300})$"
)
_CLOSING = guarded(
    r"(?m)^[ \t]{0,20}(?:[Mm]it [a-zäöüß]{4,20}(?: und [a-zäöüß]{4,20})? Gr(?:ü|u)(?:ß|ss)(?:en)?|"
    r"(?:Freundliche|Viele|Beste|Herzliche|Schöne) Gr(?:ü|u)(?:ß|ss)e|Hochachtungsvoll|MfG)[ \t]{0,4}[,.!]?[ "
    r"\t]{0,8}$"
)
_GROUP = guarded(
    r"(?:^|\b(?:für|namens|im Namen|in Vertretung) )(?:d(?:ie|en|as|er|es) )?(?:[\w./´-]{2,30} "
    r"){0,3}?[\w/-]{0,30}(?:[Ff]raktion|[Bb]eirats?|[Gg]ruppe|"
    r"[Ii]nitiative|[Ll]iste|[Oo]rtsverband|[Bb]ündnis|[Vv]orstand|SPD|CDU|CSU|FDP|GRÜNEN?|LINKE|AfD)\b"
)
_COLLECTIVE = guarded(
    r"[\w-]{0,30}(?:[Ff]raktion|[Bb]eirat|[Aa]usschuss|[Gg]ruppe|[Ii]nitiative|[Vv]erein|[Vv]erband|[Vv]orstand|"
    r"[Bb]ündnis|"
    r"[Gg]emeinschaft|[Ll]iste|[Aa]mt|[Pp]artei|[Ss]chule|[Ss]traße|[Pp]latz|[Ww]eg)"
)
_COLUMNS = guarded(r"(?m)^[ \t]{0,40}gez\.(?:[ \t]{1,60}gez\.){1,3}[ \t]{0,20}\n[ \t]{0,40}(?P<names>[^\n]{5,160})$")
_OFFICE_LINE = (
    r"(?:(?:stv|Stv|stellv|Stellv)\.? |(?:[Ss]tellvertretende[rn]?|[Ee]hrenamtliche[rn]?|Erste[rn]?|1\.|2\.) ){0,2}"
    rf"{OFFICE}"
)
_OFFICE_ENTRY = guarded(rf"\(?(?P<role>{_OFFICE_LINE})(?![\w-])(?: [^\n():]{{2,60}})?\)?,?")
_UNDER_NAME = guarded(
    rf"(?m)^[ \t]{{0,20}}(?P<title>{_TITLE})(?P<name>{_WORD} (?:{_WORD} )?{_PARTICLE}{_WORD})[ "
    rf"\t]{{0,8}},?\n\s{{0,8}}"
    rf"(?P<role>{_OFFICE_LINE})[ \t]{{0,8}}$"
)
_ADDRESSED = guarded(
    r"(?m)^[ \t]{0,20}(?:An )?(?:(?:den|die) )?(?:(?:Herrn?|Frau) )?(?P<role>(?:Ober|Erste[rn]? |Zweite[rn]? "
    r")?[Bb]ürgermeister(?:in)?|"
    r"Land(?:rat|rätin)|[A-Z]\w{0,20}präsident(?:in)?|[A-ZÄÖÜ]?\w{0,20}[Vv]orsitzende[rn]?|"
    r"[A-ZÄÖÜ]\w{0,20}dezernent(?:in)?)"
    rf"[ \t]{{0,8}},?\n\s{{0,8}}(?:(?:Herrn?|Frau) )?(?P<title>{_TITLE})(?P<name>{_WORD} (?:{_WORD} "
    rf")?{_PARTICLE}{_WORD})[ \t]{{0,8}}$"
)
_NOT_GIVEN = frozenset(
    "Pro Die Der Das Für Freie Bürgerliche Bündnis Gruppe Fraktion Initiative Liste Stadt Gemeinde".split()
)
_LINES = 24
"""Lines of a block of signatures."""


@dataclass(slots=True)
class _Block:
    """The names of one closing, in order, with the offices that stand below them."""

    names: list[tuple[re.Match[str], int]]
    roles: list[str]
    group: bool = False


def signatories(a: Analysis) -> Iterator[Listed]:
    """All persons who sign or are addressed, each with the place of the name in the view."""
    for label in _LABEL.finditer(a.text):
        yield from _labelled(a.text, label)
    for closing in _CLOSING.finditer(a.text):
        yield from _closed(a.text, closing.end())
    for columns in _COLUMNS.finditer(a.text):
        yield from _columns(columns)
    for pattern in (_UNDER_NAME, _ADDRESSED):
        for match in pattern.finditer(a.text):
            if is_person(match["name"]):
                yield match["name"], match["title"].strip() or None, match["role"], *match.span("name")


def is_person(name: str) -> bool:
    """Whether two or more capital words are a person's: by the given name, or by a word that no dictionary has."""
    words = name.split()
    if (
        words[0] in _NOT_GIVEN
        or NOT_NAMES.fullmatch(words[-1])
        or any(word.isupper() and len(word) > 1 for word in words)
    ):
        return False
    if any(re.fullmatch(_OFFICE_LINE, word) or _COLLECTIVE.fullmatch(word) for word in words):
        return False
    return words[0].split("-")[0] in GIVEN or not any(nlp.known(word) for word in (words[0], words[-1]))


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines with words below a place, each with the place where its first word stands."""
    for number, line in enumerate(re.finditer(r"[^\n]{1,400}", text[start : start + 4000])):
        if number > _LINES:
            return
        if line.group().strip():
            yield start + line.start() + len(line.group()) - len(line.group().lstrip()), line.group().strip()


def _entries(start: int, line: str) -> Iterator[tuple[int, str]]:
    """The parts of a line that may be one person each."""
    for part in re.finditer(r"(?:[^,;/&(\t]|\([^()]{0,80}\))+", re.sub(r" (?=und |sowie )|(?<=  )", "\t", line)):
        text = re.sub(r"^(?:und|sowie) ", "", part.group().strip())
        if text:
            yield start + part.start() + part.group().index(text), text


def _people(start: int, line: str) -> tuple[list[tuple[re.Match[str], int]], bool]:
    """The persons of a line, and whether everything else on it is a group."""
    found, clean = [], True
    for at, text in _entries(start, line):
        entry = _ENTRY.fullmatch(text)
        if entry and is_person(entry["name"]):
            found.append((entry, at))
        elif not _GROUP.search(text):
            clean = False
    return found, clean


def _listed(entry: re.Match[str], at: int, role: str | None) -> Listed:
    low, high = entry.span("name")
    aside = _OFFICE_ENTRY.fullmatch(entry["aside"]) if entry["aside"] else None
    name = re.sub(r"(?<=[-'’]) ", "", entry["name"])
    return name, entry["title"].strip() or None, aside["role"] if aside else role, at + low, at + high


def _labelled(text: str, label: re.Match[str]) -> Iterator[Listed]:
    """Names behind a label and on the lines below it, up to the first line that holds none."""
    own = label["own"].strip()
    rest = _lines(text, label.start("own") if own else label.end())
    for start, line in rest:
        found, clean = _people(start, line.removesuffix(","))
        if not found or not clean:
            return
        yield from (_listed(entry, at, None) for entry, at in found)


def _closed(text: str, start: int) -> Iterator[Listed]:
    """Names below a closing formula, where an office or a group stands with them."""
    block = _Block([], [])
    for at, line in _lines(text, start):
        found, clean = _people(at, line.removesuffix(","))
        offices = [_OFFICE_ENTRY.fullmatch(part.strip()) for part in re.split(r"\t|  +", line)]
        if found and clean:
            block.names += found
            block.group = block.group or bool(_GROUP.search(line))
        elif all(offices):
            block.roles += [office["role"] for office in offices if office]
        elif _GROUP.search(line) and len(line) < 100:
            block.group = True
        else:
            break
    if block.roles or block.group or any(entry["aside"] for entry, _ in block.names):
        paired = len(block.roles) == len(block.names)
        roles: Sequence[str | None] = block.roles if paired else [None] * len(block.names)
        yield from (_listed(entry, at, role) for (entry, at), role in zip(block.names, roles, strict=True))


def _columns(columns: re.Match[str]) -> Iterator[Listed]:
    """Two or three names on the line below "gez. gez.": split where a given name begins, else in pairs of words."""
    words = list(re.finditer(r"[^\W\d_][\w.'’-]{0,40}", columns["names"]))
    starts = [
        i for i, word in enumerate(words) if word.group().split("-")[0] in GIVEN or word.group() in ("Dr.", "Prof.")
    ]
    starts = sorted({0, *(i for i in starts if i - 1 not in starts)})
    signers = len(re.findall(r"gez\.", columns.group()))
    if len(starts) != signers:
        if len(words) != 2 * signers:
            return
        starts = list(range(0, len(words), 2))
    for low, high in zip(starts, [*starts[1:], len(words)], strict=True):
        at, end = columns.start("names") + words[low].start(), columns.start("names") + words[high - 1].end()
        entry = _ENTRY.fullmatch(columns.string[at:end])
        if entry and is_person(entry["name"]):
            yield _listed(entry, at, None)
