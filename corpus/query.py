"""What a person types into the search: words, "phrases", beginnings*, words to -leave out.

A term is looked for in the table by `match`, and in a text by its stems, beginnings and rows, so that what is found can
be shown. Two neighbouring words are also looked for as one compound ("Case Management" finds "Casemanagement"). A sign
within a word (Manager*innen, Manager:innen, Manager_innen, Manager/-innen, ManagerInnen) is no wildcard: any of these
spellings, and the word without a sign, finds them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Span
from corpus.stems import bare, printed_words, shortened, stem, words

_QUOTES = '"„“”«»'
_MINUS = "-–−"
_STOP_WORDS = frozenset(
    "aber als am an auch auf aus bei bis da das dass dem den der des die dies diese dieser doch durch ein eine einem "
    "einen einer eines er es für hat im in ist mit nach nicht noch nur ob oder sich sie sind so um und unter vom von "
    "vor war was wer wie wird wo zu zum zur über".split()
)
_PART = r"[^\W_]+"
_TYPED = re.compile(
    rf"(?P<minus>(?<!\S)[{_MINUS}])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]+)[{_QUOTES}]"
    rf"|(?P<word>{_PART}(?:(?:[*:_·]|/-?(?=in(?:nen)?\b))+{_PART})*)(?P<star>\*)?)"
)
_GENDERED = re.compile(r"([^\W_]*[^\W\d_])[*:_·/-]+in(?:nen)?|([^\W_]*[a-zäöüß])In(?:nen)?|([^\W_]{3}[^\W_]*)innen")
_ENDINGS = (
    "e em en er ern es s est st end ung ungen ig ige igen ik isch ische lich liche heit heiten keit keiten".split()
)
"""What the stemmer takes from the end of a word (https://snowballstem.org/algorithms/german/stemmer.html)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to look for: `match` in the table's language; in a text one of `stems`, `starts` of stems or `rows`."""

    match: str
    stems: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    plain: str | None = None
    """The word as typed, where it may be one half of a compound."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query in the table's language, and the terms that a passage should hold."""

    match: str
    terms: tuple[Term, ...]


def parse_query(text: str) -> Query | None:
    """A typed query: words (all must occur), "phrases", word* beginnings, -word exclusions. None if no word is left."""
    terms: list[Term] = []
    without: list[str] = []
    for match in _TYPED.finditer(text):
        term = _term(match)
        if term is None:
            continue
        if match["minus"]:
            without.append(term.match)
        elif term.plain and terms and terms[-1].plain:
            terms[-1] = _pair(terms[-1], term)
        else:
            terms.append(term)
    if not terms:
        return None
    wanted = " AND ".join(t.match for t in terms)
    return Query(f"({wanted})" + "".join(f" NOT {w}" for w in without), tuple(terms))


def doubts(text: str) -> list[str]:
    """What a query seems to mean but does not say, in words for a person."""
    found = []
    if len(re.findall(f"[{_QUOTES}]", text)) % 2:
        found.append("one quotation mark lacks its counterpart: its words are looked for one by one, not as a phrase")
    if re.search(r"\s(?:OR|ODER|AND)\s", text):
        found.append("OR and AND are no operators: all words must occur; look for alternatives one after the other")
    return found


def _term(match: re.Match[str]) -> Term | None:
    """What a part of a query looks for; None for a stop word, but not for one to leave out."""
    if match["phrase"]:
        row = tuple(stem(w) for w in words(match["phrase"]))
        return _row(row) if row else None
    word = match["word"]
    if gendered := _GENDERED.fullmatch(word):
        return _gendered(word, gendered[1] or gendered[2] or gendered[3])
    parts = words(word)
    if match["star"] and len(parts) == 1:
        return _beginning(word)
    if len(parts) > 1:
        return _row(tuple(stem(w) for w in parts))
    if word.casefold() in _STOP_WORDS and not match["minus"]:
        return None
    return Term(match=f'"{stem(word)}"', stems=frozenset({bare(stem(word))}), plain=word)


def _row(row: Sequence[str]) -> Term:
    return Term(match='"' + " ".join(row) + '"', rows=(tuple(bare(w) for w in row),))


def _gendered(word: str, base: str) -> Term:
    """A word of both genders: its parts side by side (a sign between them parts words), or as one word."""
    ends = ("in", "innen")
    rows = [(stem(base), stem(end)) for end in ends]
    whole = sorted({stem(base + end) for end in ends})
    match = " OR ".join([*(f'"{a} {b}"' for a, b in rows), *(f'"{w}"' for w in whole)])
    return Term(
        match=f"({match})",
        stems=frozenset(map(bare, whole)),
        rows=tuple((bare(a), bare(b)) for a, b in rows),
        plain="".join(words(word)),
    )


def _beginning(word: str) -> Term:
    """A word* : what begins so. The table holds stems, so an ending that begins in the word may be cut off there.

    Without the star nothing more is found: the word's own stem is one of those looked for.
    """
    start = bare(word)
    tails = {ending[i:] for ending in _ENDINGS for i in range(len(ending))} if len(word) > 3 else set()
    forms = {bare(stem(word + tail)) for tail in ("", *tails)}
    stems = sorted(s for s in forms if not s.startswith(start))
    match = " OR ".join([f'"{start}"*', *(f'"{s}"' for s in stems)])
    return Term(match=f"({match})", stems=frozenset(stems), starts=(start,), plain=word)


def _pair(first: Term, second: Term) -> Term:
    """Two neighbouring words, or one compound of both."""
    whole = f"{first.plain}{second.plain}"
    one, start = bare(stem(whole)), bare(whole)
    return Term(
        match=f'(({first.match} AND {second.match}) OR "{one}" OR "{start}"*)',
        stems=first.stems | second.stems | {one},
        starts=(*first.starts, *second.starts, start),
        rows=(*first.rows, *second.rows),
    )


def marks(text: str, terms: Sequence[Term]) -> list[Span]:
    """Where the terms stand in a text, in its order: single words, rows of words, and compounds it only shortens."""
    stems = frozenset[str]().union(*(t.stems for t in terms))
    starts = tuple(start for t in terms for start in t.starts)
    rows = [row for t in terms for row in t.rows]
    found = list(printed_words(text))
    spans = {span for span, word in found if _is(word, stems, starts)}
    for row in rows:
        spans.update(_rows(found, row))
    spans.update(span for span, word in shortened(text) if _is(bare(stem(word)), stems, starts))
    return list(_apart(sorted(spans)))


def _is(word: str, stems: frozenset[str], starts: tuple[str, ...]) -> bool:
    return word in stems or word.startswith(starts)


def _rows(found: Sequence[tuple[Span, str]], row: tuple[str, ...]) -> Iterator[Span]:
    """Places where the words of a row stand one after the other."""
    for i, (span, word) in enumerate(found):
        if word == row[0] and tuple(w for _, w in found[i : i + len(row)]) == row:
            yield span[0], found[i + len(row) - 1][0][1]


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Sorted places, those that overlap as one."""
    last: Span | None = None
    for span in spans:
        if last and span[0] < last[1]:
            last = last[0], max(last[1], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
