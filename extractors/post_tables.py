"""Posts in tables: head of the column, row and title tell what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.patterns import guarded
from extractors import post_cues as cues
from extractors import post_state_words as states
from extractors.analysis import Analysis, Sentence
from extractors.modules import COLUMN
from extractors.numbers import plain_value
from extractors.post_cells import with_state
from extractors.post_lists import listed_posts
from extractors.post_numbers import Post
from extractors.post_rows import MONEY, NOUN, TOTAL, TOWN, VALUE, Column, module_of, told_post, unit_of
from extractors.refusals import DENIED_HEAD
from extractors.tables import Cell, Row, Table

_HEADS = (
    ("refused", DENIED_HEAD),
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


def table_posts(analysis: Analysis) -> Mapping[int, list[Post]]:
    """Start of a row or line -> the posts read in it."""
    found: dict[int, list[Post]] = {}
    for table in analysis.tables:
        for row, posts in _of_table(analysis, table):
            if posts:
                found[row.start] = posts
    for block, post in listed_posts(analysis):
        found[block.start] = [post]
    return found


def _named_unit(head: str) -> str | None:
    """Unit that a head names itself, not by "Soll" or "besetzt" alone."""
    m = NOUN.search(head)
    return unit_of(head) if m and not m["word"] and not m["list"] else None


def _of_table(analysis: Analysis, table: Table) -> Iterator[tuple[Row, list[Post]]]:
    columns = _columns(analysis, table)
    if not columns:
        return
    towns = sum(bool(row.cells and TOWN.match(row.cells[0].text)) for row in table.rows) > 1
    for row in table.rows:
        words = _words(table, row, columns)
        posts = [
            _post(analysis, row, cell, columns[cell.column], words, towns)
            for cell in row.cells
            if cell.column in columns and (m := VALUE.match(cell.text)) and plain_value(m["number"])
        ]
        yield row, list(with_state(table, row, posts))


def _words(table: Table, row: Row, columns: Mapping[int, Column]) -> str:
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


def _columns(analysis: Analysis, table: Table) -> dict[int, Column]:
    """The columns of posts. Where no head names posts but the title does, every column of small numbers is one."""
    if table.header is None:
        return {}
    if sum(bool(_VOTES.match(c.text)) for c in table.header.cells) > 1:
        return {}
    heads = {c.column: c.text for c in table.header.cells if c.column}
    corner = next((c.text for c in table.header.cells if not c.column), "")
    spoken = corner and table.title.endswith(".")  # a sentence above a table that has a name of its own
    above = corner if spoken or NOUN.search(corner) or MONEY.search(corner) else table.title[-160:]
    by_title = unit_of(above) if not MONEY.search(above) else None
    named = {column: _named_unit(head) for column, head in heads.items() if not MONEY.search(head)}
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
    return bool(texts) and all(VALUE.match(t) for t in texts)


def _column(analysis: Analysis, head: str, unit: str, title: str) -> Column:
    status = next((name for name, pattern in _HEADS if pattern.search(head)), "")
    year, draft = _YEAR.search(head), _DRAFT.search(analysis.text[:3000])
    if status == "" and year and draft:  # the years before a draft are those of plans that were decided
        status = "planned" if year.group() >= (draft["year"] or draft["of"]) else "decided"
    return Column(
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


def _post(analysis: Analysis, row: Row, cell: Cell, column: Column, label: str, towns: bool) -> Post:
    block = analysis.block_at(row.start)
    assert block is not None, "a row is a block"
    sentence = Sentence(row.start, row.end, analysis.text[row.start : row.end], block)
    total = bool(TOTAL.match(label))
    return told_post(
        analysis, sentence, (cell.start - row.start, cell.end - row.start), cell.text, column, label, total, towns
    )
