"""What people say of facts: accept, correct or reject. A review never overwrites a fact, it stands beside it.

A review is kept by what was judged: the text's SHA-256, the kind, the main passage and the value read there. So it
outlives a new extraction and a new numbering of facts:

- It belongs to the fact of that kind and passage that says the judged value (a null field and a missing one are alike).
- If the fact there reads otherwise now, an accept or a correction still holds: the person's value stands, what is read
  now beside it. This is so only where the passage had one fact of that kind then and has one now, so that nobody's
  verdict moves to another fact. A reject does not move: it said nothing of the new value.
- All others are orphaned: kept, and listed with the reason.

Of several reviews by one person the latest holds. Where people's outcomes differ the fact is disputed: nothing is
resolved, the fact counts as it was read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from corpus.errors import InputError
from corpus.store import Corpus, canonical, now

Verdict = Literal["accept", "correct", "reject"]
Status = Literal["accepted", "corrected", "rejected", "disputed"]
Place = tuple[str, str, int, int]
"""SHA-256 of the text, kind, start and end of the main passage."""

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is judged: the value that was read at a passage. `alone`: no other fact of the kind has this passage."""

    text_sha256: str
    kind: str
    start: int
    end: int
    quote: str
    value: Mapping[str, Any]
    alone: bool

    @property
    def place(self) -> Place:
        """The passage, and the kind read there."""
        return (self.text_sha256, self.kind, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Prüfung: one person's verdict on a target. `value` is set for a correction only."""

    target: Target
    verdict: Verdict
    value: Mapping[str, Any] | None
    reviewer: str
    reviewed_at: str
    """UTC, ISO 8601."""
    note: str
    position: int
    """Counts one person's reviews at one passage, from 1; the highest is the latest."""

    def outcome(self) -> str | None:
        """What the person says is true, as canonical JSON; None for a reject."""
        if self.verdict == "reject":
            return None
        return canonical(plain(self.target.value if self.value is None else self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What all reviews of one fact come to. `reviews` has the latest per person, by name."""

    status: Status
    value: Mapping[str, Any]
    """What to use: the person's value, else what was read."""
    read: Mapping[str, Any]
    """What the extractor read."""
    reviews: tuple[Review, ...]

    @property
    def reviewed(self) -> bool:
        """Whether the fact has the grade reviewed: accepted or corrected, by all who judged it."""
        return self.status in ("accepted", "corrected")

    @property
    def last(self) -> Review:
        """The latest review."""
        return max(self.reviews, key=lambda r: (r.reviewed_at, r.reviewer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A review whose passage or fact is gone, and why."""

    review: Review
    why: str


def plain(value: Mapping[str, Any]) -> dict[str, Any]:
    """A value without its null fields, whole numbers as such: two readings that say the same become equal."""
    kept = {k: v for k, v in value.items() if v is not None}
    return {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in kept.items()}


def save_review(
    corpus: Corpus,
    target: Target,
    verdict: str,
    *,
    by: str,
    value: Mapping[str, Any] | None = None,
    note: str = "",
    at: str | None = None,
) -> None:
    """Add a review. Raises InputError for an unknown verdict, no name, or a correction that corrects nothing."""
    if verdict not in VERDICTS:
        raise InputError(f"verdict: expected one of {', '.join(VERDICTS)}, found {verdict!r}")
    if not by.strip():
        raise InputError("reviewer: expected a name, found none")
    if (verdict == "correct") != (value is not None):
        expected, found = ("a corrected value", "none") if value is None else ("no corrected value", "one")
        raise InputError(f"{verdict}: expected {expected}, found {found}")
    if value is not None and plain(value) == plain(target.value):
        raise InputError("correct: expected another value than the one read, found the same (accept it instead)")
    place = (*target.place, by.strip())
    judged = (target.quote, canonical(plain(target.value)), int(target.alone), verdict)
    said = (None if value is None else canonical(plain(value)), at or now(), note.strip())
    corpus.db.execute(
        """insert into review (text_sha256, kind, char_start, char_end, reviewer, position,
             quote, claimed, alone, verdict, value, reviewed_at, note)
           select ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ? from review
           where text_sha256 = ? and kind = ? and char_start = ? and char_end = ? and reviewer = ?""",
        [*place, *judged, *said, *place],
    )


def all_reviews(corpus: Corpus) -> list[Review]:
    """Every review ever given, ordered by place, name and time."""
    rows = corpus.query("select * from review order by text_sha256, kind, char_start, char_end, reviewer, position")
    return [_review(row) for row in rows]


def standings(corpus: Corpus) -> dict[str, Standing]:
    """By fact id: what reviews say of it. Facts without a review are left out."""
    return _match(corpus)[0]


def orphans(corpus: Corpus) -> list[Orphan]:
    """Reviews that belong to no fact any more, and that their own reviewer has not replaced at the same passage."""
    found, used = _match(corpus)
    texts = {row["text_sha256"] for row in corpus.query("select distinct text_sha256 from document")}
    stand = {(*r.target.place, r.reviewer): r.position for s in found.values() for r in s.reviews if r.target.alone}
    listed = []
    for review in _latest(all_reviews(corpus), by_value=True):
        replaced = stand.get((*review.target.place, review.reviewer), 0) > review.position
        if id_of(review) not in used and not replaced:
            listed.append(Orphan(review=review, why=_why(corpus, review, texts)))
    return listed


def id_of(review: Review) -> tuple[str | int, ...]:
    """What tells a review from all others."""
    return (*review.target.place, review.reviewer, review.position)


def _match(corpus: Corpus) -> tuple[dict[str, Standing], set[tuple[str | int, ...]]]:
    """Standings by fact id, and the reviews that belong to a fact."""
    at: dict[Place, list[Review]] = defaultdict(list)
    for review in all_reviews(corpus):
        at[review.target.place].append(review)
    found: dict[str, Standing] = {}
    used: set[tuple[str | int, ...]] = set()
    for (_, place), facts in _facts_at(corpus).items():
        given = _latest(at[place], by_value=True)
        for key, value in facts:
            belonging = [r for r in given if _belongs(r, value, len(facts) == 1)]
            used |= {id_of(r) for r in belonging}
            if belonging:
                found[key] = _standing(value, _latest(belonging))
    return found, used


def _facts_at(corpus: Corpus) -> dict[tuple[str, Place], list[tuple[str, dict[str, Any]]]]:
    """Facts at passages with a review, by document and place."""
    rows = corpus.query(
        """select f.id, f.document_id, f.kind, f.value, f.char_start, f.char_end, d.text_sha256
           from fact f join document d on d.id = f.document_id
           where exists (select 1 from review r where r.text_sha256 = d.text_sha256 and r.kind = f.kind
             and r.char_start = f.char_start and r.char_end = f.char_end)
             and exists (select 1 from evidence where fact_id = f.id) order by f.id"""
    )
    found: dict[tuple[str, Place], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for r in rows:
        place = (r["text_sha256"], r["kind"], r["char_start"], r["char_end"])
        found[r["document_id"], place].append((r["id"], json.loads(r["value"])))
    return found


def _belongs(review: Review, value: Mapping[str, Any], alone: bool) -> bool:
    if plain(review.target.value) == plain(value):
        return True
    return alone and review.target.alone and review.verdict != "reject"


def _latest(reviews: Iterable[Review], *, by_value: bool = False) -> list[Review]:
    """The latest review of each person at each place; with `by_value` of each value judged there."""
    last: dict[tuple[Any, ...], Review] = {}
    for r in sorted(reviews, key=lambda r: (r.target.place, r.reviewer, r.position)):
        last[r.target.place, r.reviewer, canonical(plain(r.target.value)) if by_value else ""] = r
    return list(last.values())


def _standing(read: Mapping[str, Any], reviews: Sequence[Review]) -> Standing:
    outcomes = {r.outcome() for r in reviews}
    status: Status = "disputed"
    value = read
    if outcomes == {None}:
        status = "rejected"
    elif outcomes == {canonical(plain(read))}:
        status = "accepted"
    elif len(outcomes) == 1:
        status = "corrected"
        value = {**dict.fromkeys(read), **json.loads(outcomes.pop() or "{}")}
    return Standing(status=status, value=value, read=read, reviews=tuple(sorted(reviews, key=lambda r: r.reviewer)))


def _why(corpus: Corpus, review: Review, texts: set[str]) -> str:
    if review.target.text_sha256 not in texts:
        return "its text is no longer in the corpus"
    place = (review.target.kind, review.target.start, review.target.end, review.target.text_sha256)
    there = corpus.query(
        """select 1 from fact where kind = ? and char_start = ? and char_end = ?
           and document_id in (select id from document where text_sha256 = ?) limit 1""",
        *place,
    )
    return "what is read there says something else now" if there else "nothing of this kind is read there any more"


def _review(row: Mapping[str, Any]) -> Review:
    target = Target(
        text_sha256=row["text_sha256"],
        kind=row["kind"],
        start=row["char_start"],
        end=row["char_end"],
        quote=row["quote"],
        value=json.loads(row["claimed"]),
        alone=bool(row["alone"]),
    )
    return Review(
        target=target,
        verdict=row["verdict"],
        value=None if row["value"] is None else json.loads(row["value"]),
        reviewer=row["reviewer"],
        reviewed_at=row["reviewed_at"],
        note=row["note"],
        position=row["position"],
    )
