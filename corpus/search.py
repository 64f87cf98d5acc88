"""German full text search: stems instead of forms, passages instead of whole documents.

The index holds stems (Snowball German, ß as ss), so "Beschlüsse" finds "Beschluss". Two words of a query are also
looked for as one compound ("Case Management" finds "Casemanagement"). Stop words are left out of queries.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import Stemmer

from corpus.evidence import Span

if TYPE_CHECKING:
    from corpus.store import Corpus

_WORD = re.compile(r"\w+")
_SHORTENED = re.compile(r"\b([A-ZÄÖÜ]\w{2,30})-,? (?:und|oder|sowie|bzw\.|/|&) (?:\w{1,12} )?([A-ZÄÖÜ]\w{5,40})\b")
_STOP_WORDS = frozenset(
    "aber als am an auch auf aus bei bis da das dass dem den der des die dies diese dieser doch durch ein eine einem "
    "einen einer eines er es für hat im in ist mit nach nicht noch nur ob oder sich sie sind so um und unter vom von "
    "vor war was wer wie wird wo zu zum zur über".split()
)
_LOCAL = threading.local()


@functools.lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem of one word, lower case, ß as ss; a number stays itself."""
    if not hasattr(_LOCAL, "stemmer"):
        _LOCAL.stemmer = Stemmer.Stemmer("german")
    plain = word.casefold().replace("ß", "ss")
    return str(_LOCAL.stemmer.stemWord(plain))


def index_text(text: str) -> str:
    """The stems of a text, as the full text table holds them. Soft hyphens and cut words are joined first."""
    joined = re.sub(r"\u00ad\s*|(?<=[a-zäöüß])-\r?\n(?=[a-zäöüß])", "", text)
    words = [stem(w) for w in _WORD.findall(joined)]
    return " ".join([*words, *(stem(w) for w in _shortened(joined))])


def _shortened(text: str) -> Iterator[str]:
    """Words that a text only shortens: "Ausländer- und Einbürgerungsbehörde" also says "Ausländerbehörde".

    Which end of the second word the first one lacks is not known, so each that may be a word is given; the wrong ones
    are no words, which nobody looks for.
    """
    for match in _SHORTENED.finditer(text):
        first, second = match[1], match[2]
        yield from (first + second[i:] for i in range(3, len(second) - 2))


@dataclass(frozen=True, slots=True)
class Query:
    """A query in the table's language, and the stems that a passage should hold."""

    match: str
    stems: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


def parse_query(text: str) -> Query | None:
    """A typed query: words (all must occur), "phrases", word* prefixes, -word exclusions. None if no word is left."""
    parts: list[str] = []
    stems: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[str] = []
    last: str | None = None
    for match in re.finditer(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]+)"|(?P<word>\w+)(?P<star>\*)?)', text):
        if match["phrase"]:
            words = tuple(stem(w) for w in _WORD.findall(match["phrase"]))
            if words:
                (without if match["minus"] else parts).append('"' + " ".join(words) + '"')
                if not match["minus"]:
                    phrases.append(words)
            last = None
        elif match["minus"]:
            without.append(f'"{stem(match["word"])}"')
        elif match["star"]:
            parts.append(f'"{match["word"].casefold().replace("ß", "ss")}"*')
            stems.append(match["word"].casefold())
            last = None
        elif match["word"].casefold() not in _STOP_WORDS:
            one = stem(match["word"])
            stems.append(one)
            if last is not None:
                pair = f'(({parts[-1]} AND "{one}") OR "{stem(last + match["word"])}"*)'
                parts[-1] = pair
                last = None
            else:
                parts.append(f'"{one}"')
                last = match["word"]
    if not parts:
        return None
    wanted = " AND ".join(parts)
    return Query(f"({wanted})" + "".join(f" NOT {w}" for w in without), tuple(stems), tuple(phrases))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that answers a query, with its best passage; `marks` are offsets in the document's text."""

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


def _hit(row: dict[str, str], query: Query) -> Hit:
    marks = tuple(_marks(row["text"], query))
    start, end = best_passage(row["text"], marks)
    return Hit(
        document_id=row["id"],
        title=row["title"],
        body=row["body"],
        date=row["date"],
        place=row["place"],
        url=row["url"],
        passage=(start, end),
        marks=tuple(m for m in marks if start <= m[0] and m[1] <= end),
        text=row["text"][start:end],
    )


def _marks(text: str, query: Query) -> Iterator[Span]:
    wanted = set(query.stems) | {w for p in query.phrases for w in p}
    joined = {stem(a + b) for a in query.stems for b in query.stems}
    for match in _WORD.finditer(text):
        found = stem(match.group())
        if found in wanted or any(found.startswith(j) for j in joined if len(j) > 6):
            yield match.span()


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
