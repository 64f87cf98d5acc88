"""German full text search: stems instead of forms, passages instead of whole documents.

The index holds stems (corpus/stems.py), so "Beschlüsse" finds "Beschluss"; what a query may hold tells corpus/query.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.evidence import Span
from corpus.query import Query, marks, parse_query
from corpus.stems import bare, stem

if TYPE_CHECKING:
    from corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that answers a query, with its best passage; `marks` are offsets in the document's text.

    Without marks only the title answers, and the passage is the opening of the text.
    """

    document_id: str
    title: str | None
    body: str | None
    date: str | None
    place: str
    url: str | None
    passage: Span
    marks: tuple[Span, ...]
    text: str


def search(corpus: Corpus, text: str, *, limit: int = 20, body: str | None = None) -> list[Hit]:
    """Documents that hold all words of the query, best first (bm25, a hit in the title counts three times)."""
    query = parse_query(text)
    if query is None:
        return []
    rows = corpus.query(
        """select d.id, d.title, b.name as body, d.date, d.text, s.place, s.url from document_fts
           join document d on d.rowid = document_fts.rowid left join body b on b.id = d.body_id
           join snapshot s on s.sha256 = d.id
           and s.place = (select min(place) from snapshot where sha256 = d.id)
           where document_fts match ? and (? is null or d.body_id = ?)
           order by bm25(document_fts, 3.0, 1.0), d.id limit ?""",
        query.match,
        *(body, body, limit),
    )
    return [_hit(row, query) for row in rows]


def compounds(corpus: Corpus, text: str, *, limit: int = 5) -> list[str]:
    """Stems of words that hold a word of the query within ("mensa": "schulmensa"), the most frequent first."""
    query = parse_query(text)
    plain = [bare(stem(term.plain)) for term in (query.terms if query else ()) if term.plain]
    corpus.db.execute("create virtual table if not exists temp.words using fts5vocab(main, document_fts, row)")
    rows = [
        row
        for word in plain
        if len(word) > 3
        for row in corpus.query("select term, doc from temp.words where term like ? and term <> ?", f"%{word}%", word)
    ]
    rows.sort(key=lambda row: (-int(row["doc"]), row["term"]))
    return [str(row["term"]) for row in rows[:limit]]


def _hit(row: dict[str, str], query: Query) -> Hit:
    found = tuple(marks(row["text"], query.terms))
    start, end = best_passage(row["text"], found)
    return Hit(
        document_id=row["id"],
        title=row["title"],
        body=row["body"],
        date=row["date"],
        place=row["place"],
        url=row["url"],
        passage=(start, end),
        marks=tuple(m for m in found if start <= m[0] and m[1] <= end),
        text=row["text"][start:end],
    )


def best_passage(text: str, marks: tuple[Span, ...], width: int = 240) -> Span:
    """The shortest stretch with the most different marked words, widened to whole words and about `width` letters."""
    if not marks:
        return 0, min(width, len(text))
    best, best_score = marks[0], (0, 0)
    for i, (start, _) in enumerate(marks):
        seen: dict[str, int] = {}
        for a, b in marks[i : i + 60]:
            if b <= start + width:
                seen.setdefault(stem(text[a:b]), b)
        end = max(seen.values(), default=marks[i][1])
        if (score := (len(seen), start - end)) > best_score:
            best, best_score = (start, end), score
    room = max(0, width - (best[1] - best[0])) // 2
    start, end = max(0, best[0] - room), min(len(text), best[1] + room)
    start = 0 if start == 0 else text.find(" ", start, best[0]) + 1 or best[0]
    end = len(text) if end == len(text) else max(text.rfind(" ", best[1], end), best[1])
    return start, end
