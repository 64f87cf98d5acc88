"""Posts in tables and in lists of names with numbers: head of the column, row and title tell what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors import post_cues as cues
from extractors import post_state_words as states
from extractors.analysis import Analysis, Sentence
from extractors.module_numbers import module_mentions
from extractors.modules import COLUMN
from extractors.numbers import Number, plain_value
from extractors.post_cells import with_state
from extractors.post_numbers import Post
from extractors.structure import Block
from extractors.tables import Cell, Row, Table

_VALUE = guarded(
    r"(?:ca\.\s|rund\s)?(?P<number>\d{1,3}(?:,\d{1,2})?)(?:\s(?:VZÄ|VK|Stellen?|Stellenanteile?))?(?:\s?[*)]{1,3})?\Z"
)
_LINE = guarded(
    r"(?P<label>[A-ZÄÖÜ„“\"][^:\n\d]{2,70}(?:\d\b[^:\n\d]{0,60})?)(?::|\s[–—-]|"
    r"\.{3,40})\s?(?P<number>\d{1,2}(?:,\d{1,2})?)"
    r"(?:\s?\([^()\n]{1,80}\))?[,;.]?\Z"
)
_LEADER = guarded(
    r"(?P<label>[^\W\d][^\n]{2,110}?)\s?(?:\.{3,60}|…{1,20}|_{3,60})\s?(?P<number>\d{1,3}(?:,\d{1,2})?)[,;.]?\Z"
)
_NOUN = guarded(
    r"(?:\b|(?<=[a-zäöü]))(?P<fte>VZÄ|VZK|VZW|VK|Vollzeitäquivalente?n?|Stellenwerte?)\b|"
    r"(?P<share>Stellenanteile?n?|Stellenumfang)|"
    r"(?P<posts>\b(?:[Pp]ersonal|[Pp]lan|[Vv]ollzeit|[A-Z]\w{2,20}-)?[Ss]tellen?\b(?!plan))|"
    r"(?P<list>\b(?:Plans|S)tellen(?:übersicht|plan(?!ung)|zahl|bestand|verzeichnis|entwicklung|verteilung|"
    r"ausstattung)\w{0,2}\b)|"
    r"(?P<word>\b(?:Soll|Ist|[Bb]esetzt|Personal)\b)"
)
_MONEY = guarded(
    r"€|\bEUR\b|\bEuro\b|TEUR|T€|[Mm]ittel|[Ff]ördersumme|[Bb]etrag|[Kk]osten|[Ff]örderung|[Pp]auschale|%|Prozent"
)
_HEADS = (
    (None, guarded(r"(?i)\b(?:unbesetzt|vakant|offen|frei)\b|\bnicht besetzt\b")),
    ("filled", guarded(r"(?i)\bbesetzt\w{0,2}\b|\bIst\b|\btatsächlich")),
    ("advertised", guarded(r"(?i)ausgeschrieben|ausschreibung|im Verfahren")),
    ("granted", guarded(r"(?i)bewilligt|gefördert|förder|zugewiesen|zuweisung|zugesagt|bescheid")),
    (
        "planned",
        guarded(
            r"(?i)geplant|planung|vorgesehen|\bneu\b|künftig|\bSoll\b|\bPlan\b|\bEntwurf\b|beantragt|"
            r"ab (?:Januar )?20\d\d"
        ),
    ),
    ("superseded", guarded(r"(?i)\bbisher\b|\bbislang\b|\balt\b|\bvorher\b")),
)
_PLACE = guarded(
    r"(?i)\b(?:ansiedlung|anbindung|anstellung\w*|träger\w*|standort|einsatzort|dienststelle|arbeitgeber\w*|verortung|"
    r"ort|amt|organisationseinheit|oe|ansiedelung|angesiedelt|bereich)\b"
)
"""Heads of columns that say where posts are."""
_PAY = guarded(r"(?i)\b(?:EG|entgelt\w*|bes\.?-?\s?gr\.?|besoldung\w*|bewertung|vergütung\w*|eingruppierung)\b")
_TOTAL = guarded(r"(?i)\W{0,3}(?:summe|gesamt\w*|insgesamt|zusammen|total)\b")
_TOWN = guarded(r"\W{0,3}(?:Stadt|Gemeinde)\s[A-ZÄÖÜ]|\W{0,3}(?:Städte|Gemeinden|Kommunen|[Kk]reisangehörige)")
_COUNTY = guarded(
    r"\W{0,3}(?:(?:[Bb]eim |[Bb]ei der )?(?:Kreis(?:verwaltung)?|Landkreis|StädteRegion)\b|Verwaltung\b|"
    r"(?:Stadt(?:verwaltung)?|Gemeinde)\W{0,2}\Z)"
)
_DRAFT = guarded(
    r"\b(?:Haushalts|Stellen|Wirtschafts)plan\w{0,8}\s(?P<year>20\d\d)[^\n]{0,16}\bEntwurf|"
    r"\bEntwurf\s(?:des|zum|für)\b[^\n.]{0,30}\b(?P<of>20\d\d)"
)
"""A budget or a staff plan that is a draft, and its first year."""
_VOTES = guarded(
    r"(?i)\W{0,3}(?:ja|nein|enth\w{0,10}|dafür|dagegen|ja-stimmen|nein-stimmen|zustimmung|ablehnung)\W{0,3}\Z"
)
_YEAR = guarded(r"\b(?:19|20)\d\d\b")
_ALONE = guarded(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What a column of posts tells of its cells."""

    unit: str
    status: str | None
    module: int | None
    carrier: tuple[str, str] | None
    year: int | None = None


def table_posts(analysis: Analysis) -> Mapping[int, list[Post]]:
    """Start of a row or line -> the posts read in it."""
    found: dict[int, list[Post]] = {}
    for table in analysis.tables:
        for row, posts in _of_table(analysis, table):
            if posts:
                found[row.start] = posts
    for block, post in _of_lists(analysis):
        found[block.start] = [post]
    return found


def unit_of(words: str) -> str | None:
    """Unit of the noun of posts in some words; None where there is none."""
    m = next((m for m in _NOUN.finditer(words) if m["fte"]), None) or _NOUN.search(words)
    if m is None:
        return None
    return "fte" if m["fte"] else "post shares" if m["share"] else "posts"


def _named_unit(head: str) -> str | None:
    """Unit that a head names itself, not by "Soll" or "besetzt" alone."""
    m = _NOUN.search(head)
    return unit_of(head) if m and not m["word"] and not m["list"] else None


def _of_table(analysis: Analysis, table: Table) -> Iterator[tuple[Row, list[Post]]]:
    columns = _columns(analysis, table)
    if not columns:
        return
    towns = sum(bool(row.cells and _TOWN.match(row.cells[0].text)) for row in table.rows) > 1
    for row in table.rows:
        words = _words(table, row, columns)
        posts = [
            _post(analysis, row, cell, columns[cell.column], words, towns)
            for cell in row.cells
            if cell.column in columns and (m := _VALUE.match(cell.text)) and plain_value(m["number"])
        ]
        yield row, list(with_state(table, row, posts))


def _words(table: Table, row: Row, columns: Mapping[int, _Column]) -> str:
    """The words of a row beside its numbers of posts: its label, and where the posts are."""
    told = []
    for cell in row.cells:
        head = table.head_of(cell)
        if cell.column in columns or not re.search(r"[^\W\d_]|\A[1-9]\Z", cell.text) or _PAY.search(head):
            continue
        if COLUMN.fullmatch(head) and re.match(r"[1-9I]", cell.text):
            told.append(f"Baustein {cell.text}")
        elif _PLACE.search(head):
            told.append(f"beim {cell.text}")
        elif not cell.column or re.search(r"[^\W\d_]{3}", cell.text):
            told.append(cell.text)
    return ", ".join(told)


def _columns(analysis: Analysis, table: Table) -> dict[int, _Column]:
    """The columns of posts. Where no head names posts but the title does, every column of small numbers is one."""
    if table.header is None:
        return {}
    if sum(bool(_VOTES.match(c.text)) for c in table.header.cells) > 1:
        return {}
    heads = {c.column: c.text for c in table.header.cells if c.column}
    corner = next((c.text for c in table.header.cells if not c.column), "")
    spoken = corner and table.title.endswith(".")  # a sentence above a table that has a name of its own
    above = corner if spoken or _NOUN.search(corner) or _MONEY.search(corner) else table.title[-160:]
    by_title = unit_of(above) if not _MONEY.search(above) else None
    named = {column: _named_unit(head) for column, head in heads.items() if not _MONEY.search(head)}
    every = any(named.values())
    found = {}
    for column, unit in named.items():
        head = heads[column]
        by_state = unit_of(head) is not None or any(pattern.search(head) for _, pattern in _HEADS)
        chosen = unit or (_unit_of_all(named) or by_title if by_state or (by_title and not every) else None)
        if chosen and _small(table, column):
            found[column] = _column(analysis, head, chosen, table.title)
    return found


def _unit_of_all(named: Mapping[int, str | None]) -> str | None:
    return next((unit for unit in named.values() if unit), None)


def _small(table: Table, column: int) -> bool:
    """Whether every figure of a column may be a number of posts."""
    texts = [c.text for row in table.rows for c in row.cells if c.column == column and _ALONE.search(c.text)]
    return bool(texts) and all(_VALUE.match(t) for t in texts)


def _column(analysis: Analysis, head: str, unit: str, title: str) -> _Column:
    status = next((name for name, pattern in _HEADS if pattern.search(head)), "")
    year, draft = _YEAR.search(head), _DRAFT.search(analysis.text[:3000])
    if status == "" and year and draft:  # the years before a draft are those of plans that were decided
        status = "planned" if year.group() >= (draft["year"] or draft["of"]) else "decided"
    return _Column(
        unit=unit,
        status=_of_title(title) if status == "" else status,
        module=module_of(analysis, head),
        carrier=cues.carrier_in(head, 0, 0),
        year=int(year.group()) if year else None,
    )


def _of_title(title: str) -> str | None:
    """The state that the lines above a table give to all of it; what was planned before is not what it shows."""
    status = states.state_in(title)
    return None if status == "superseded" else status


def module_of(analysis: Analysis, words: str) -> int | None:
    """The one module that some words name, by number or by what it does."""
    printed = {m.numbers for m in module_mentions(words)}
    if len(printed) == 1 and len(next(iter(printed))) == 1:
        return next(iter(printed))[0]
    told = [m.number for m in analysis.topic.modules if m.words.search(words)]
    return told[0] if len(told) == 1 and not printed else None


def _post(analysis: Analysis, row: Row, cell: Cell, column: _Column, label: str, towns: bool) -> Post:
    block = analysis.block_at(row.start)
    assert block is not None, "a row is a block"
    sentence = Sentence(row.start, row.end, analysis.text[row.start : row.end], block)
    total = bool(_TOTAL.match(label))
    return _made(
        analysis, sentence, (cell.start - row.start, cell.end - row.start), cell.text, column, label, total, towns
    )


def _made(
    analysis: Analysis,
    sentence: Sentence,
    place: Span,
    shown: str,
    column: _Column,
    label: str,
    total: bool,
    towns: bool,
) -> Post:
    m = _VALUE.match(shown)
    value = plain_value(m["number"]) if m else 0.0
    programme = analysis.programme(sentence.start + place[0])
    own = programme is None or programme.own
    return Post(
        sentence=sentence,
        start=place[0],
        end=place[1],
        number=Number(start=place[0], end=place[1], value=value),
        unit=column.unit,
        noun="Stellen",
        clause=(0, place[1]),
        module=column.module or (module_of(analysis, label) if own and not total else None),
        programme=programme,
        carrier=column.carrier or carrier_of(label, towns=towns),
        status=column.status or states.state_in(label),
        total=total,
        year=column.year,
        told=True,
    )


def carrier_of(label: str, *, towns: bool) -> tuple[str, str] | None:
    """Employer that the label of a row or line names; several towns in a list are member towns."""
    if towns and _TOWN.match(label):
        return "member_municipality", label.strip()
    if _COUNTY.match(label):
        return "municipality", label.strip()
    return cues.carrier_in(label, 0, 0)


def line_of(line: str) -> re.Match[str] | None:
    """A line that ends in a number of posts: "Stadt X: 2,0", "davon besetzt .... 7,5"."""
    return _LINE.match(line) or _LEADER.match(line)


def _of_lists(analysis: Analysis) -> Iterator[tuple[Block, Post]]:
    """Lines "Stadt X: 2,0" under a heading or an introduction that speaks of posts."""
    text, blocks = analysis.text, analysis.blocks
    lines = {
        i: m
        for i, b in enumerate(blocks)
        if b.kind != "row" and b.end - b.body < 200 and (m := line_of(text[b.body : b.end].partition("\n")[0]))
    }
    intro: Block | None = None
    for i, m in lines.items():
        if i - 1 not in lines:
            intro = _introduction(analysis, i, lines)
        if intro is None or not plain_value(m["number"]):
            continue
        unit = unit_of(text[max(intro.start, intro.end - 160) : intro.end])
        if unit is None or _MONEY.search(m["label"]):
            continue
        near = [lines[j]["label"] for j in range(i - 12, i + 13) if j in lines]
        towns = sum(bool(_TOWN.match(label)) for label in near) > 1
        yield blocks[i], _line_post(analysis, blocks[i], m, unit, intro, towns)


def _introduction(analysis: Analysis, i: int, lines: Mapping[int, re.Match[str]]) -> Block | None:
    """The nearest line above a list that speaks of posts: its heading, or a line that ends with a colon."""
    for block in reversed(analysis.blocks[max(0, i - 4) : i]):
        words = analysis.text[max(block.start, block.end - 160) : block.end]
        opens = block.kind == "heading" or words.endswith(":") or bool(re.match(r"\d|[A-Z][.)]", words))
        if opens and unit_of(words):
            return None if _MONEY.search(words) else block
    return None


def _line_post(analysis: Analysis, block: Block, m: re.Match[str], unit: str, intro: Block, towns: bool) -> Post:
    title = analysis.text[max(intro.start, intro.end - 300) : intro.end]
    column = _Column(unit=unit, status=states.state_in(title), module=module_of(analysis, title), carrier=None)
    sentence = Sentence(block.body, block.end, analysis.text[block.body : block.end], block)
    total = bool(_TOTAL.match(m["label"]))
    return _made(analysis, sentence, m.span("number"), m["number"], column, m["label"], total, towns)
