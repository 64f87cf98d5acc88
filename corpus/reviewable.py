"""Facts as they are put before a person: with passage, context and origin; and how a person's correction is read."""

from __future__ import annotations

import bisect
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.days import Dated, days
from corpus.errors import InputError
from corpus.reviews import Target
from corpus.store import Corpus

Fields = Mapping[str, frozenset[str]]
"""Field of a kind's value -> what it holds in this corpus: text, date, number, yes/no, list, object."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}([.,]\d{3})+")
_LOGICAL = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nein": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A fact to be judged. Facts without a passage (given with the file) are none: there is nothing to hold them to."""

    fact: str
    target: Target
    value: Mapping[str, Any]
    document: str
    """SHA-256 of the file."""
    place: str
    url: str | None
    municipality: str
    """Name; empty where the document states none."""
    date: str | None
    """ISO day of the document, or of the entry of a list (corpus/days.py)."""
    page: int | None
    also: tuple[str, ...]
    """Quotes of supporting passages."""


def items(corpus: Corpus, *, kind: str | None = None, municipality: str | None = None) -> list[Item]:
    """Facts with a passage, by document and place in the text; of one kind, of one municipality (AGS or name)."""
    rows = corpus.query(
        """select f.id, f.kind, f.value, f.char_start, f.char_end, f.document_id, d.text_sha256, d.page_starts,
             coalesce(b.name, '') as body, s.place, s.url
           from fact f join document d on d.id = f.document_id left join body b on b.id = d.body_id
           join (select sha256, min(place) as place, max(url) as url from snapshot group by sha256) s on s.sha256 = d.id
           where exists (select 1 from evidence where fact_id = f.id)
             and (? is null or d.body_id = ? or b.name = ?)
           order by s.place, f.char_start, f.char_end, f.kind, f.value, f.id""",
        *(municipality, municipality, municipality),
    )
    quotes: dict[str, list[str]] = defaultdict(list)
    for row in corpus.query("select fact_id, quote from evidence order by fact_id, position"):
        quotes[row["fact_id"]].append(row["quote"])
    together = Counter((r["document_id"], r["kind"], r["char_start"], r["char_end"]) for r in rows)
    dated = days(corpus)
    found = [_item(r, quotes[r["id"]], together, dated[r["document_id"]]) for r in rows]
    return [i for i in found if kind in (None, i.target.kind)]


def _item(row: Mapping[str, Any], quotes: list[str], together: Counter[Any], dated: Dated) -> Item:
    day = dated.day_at(row["char_start"])
    value = json.loads(row["value"])
    starts = json.loads(row["page_starts"])
    alone = together[row["document_id"], row["kind"], row["char_start"], row["char_end"]] == 1
    target = Target(
        text_sha256=row["text_sha256"],
        kind=row["kind"],
        start=row["char_start"],
        end=row["char_end"],
        quote=quotes[0],
        value=value,
        alone=alone,
    )
    return Item(
        fact=row["id"],
        target=target,
        value=value,
        document=row["document_id"],
        place=row["place"],
        url=row["url"],
        municipality=row["body"],
        date=day.date if day else None,
        page=bisect.bisect_right(starts, row["char_start"]) if starts else None,
        also=tuple(quotes[1:]),
    )


def contexts(corpus: Corpus, chosen: list[Item], width: int = 200) -> Iterator[tuple[Item, str, str]]:
    """Each item with up to `width` characters of text before and after its passage, cut at a blank."""
    texts: dict[str, str] = {}
    for item in chosen:
        if item.document not in texts:
            texts = {item.document: corpus.query("select text from document where id = ?", item.document)[0]["text"]}
        text, start, end = texts[item.document], item.target.start, item.target.end
        before, after = text[max(0, start - width) : start], text[end : end + width]
        if start > width:
            before = re.sub(r"^\S*\s", "", before, count=1)
        if end + width < len(text):
            after = re.sub(r"\s\S*$", "", after, count=1)
        yield item, before, after


def fields_of(corpus: Corpus, kind: str) -> dict[str, frozenset[str]]:
    """The fields of a kind and what they hold, as far as facts of this corpus show it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in corpus.query("select value from fact where kind = ?", kind):
        for field, held in json.loads(row["value"]).items():
            found[field] |= {_type(held)} if held is not None else set()
    return {field: frozenset(types - {"date"} if "text" in types else types) for field, types in found.items()}


def corrected(value: Mapping[str, Any], text: str, fields: Fields) -> dict[str, Any]:
    """The value as a person corrects it: a JSON object is the whole value, `field=value; field=value` changes fields.

    `field=` empties a field. Raises InputError for a field that no fact of the kind has, or a value of another type
    than the field holds elsewhere (a field that is empty everywhere takes any).
    """
    if text.lstrip().startswith("{"):
        changed = new = _object(text)
    else:
        changed = _assigned(text, fields)
        new = {**value, **changed}
    for field, held in changed.items():
        _check(field, held, fields)
    return new


def _object(text: str) -> dict[str, Any]:
    def refuse(word: str) -> Any:
        raise InputError(f"correction: expected numbers that JSON knows, found {word}")

    try:
        found: dict[str, Any] = json.loads(text, parse_constant=refuse)
    except (json.JSONDecodeError, RecursionError) as e:
        raise InputError(f"correction: expected a JSON object or field=value, found {e}") from e
    return found


def _assigned(text: str, fields: Fields) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in filter(str.strip, text.replace("\n", ";").split(";")):
        field, equals, held = (p.strip() for p in part.partition("="))
        if not equals:
            raise InputError(f"correction: expected a JSON object or field=value, found {part.strip()!r}")
        found[field] = _held(field, held, fields.get(field, frozenset()))
    if not found:
        raise InputError("correction: expected a JSON object or field=value, found nothing")
    return found


def _held(field: str, text: str, types: frozenset[str]) -> Any:
    """The typed value of a written one. A number with thousands separators is refused: 1.234 could be either."""
    if text in ("", "null"):
        return None
    if "yes/no" in types and text.lower() in _LOGICAL:
        return _LOGICAL[text.lower()]
    if types <= {"text", "date"} and types:
        return text
    if _GROUPED.fullmatch(text):
        raise InputError(f"{field}: expected a number without thousands separators (250000, 0.5), found {text}")
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    return _object(f'{{"held": {text}}}')["held"] if text[0] in '["{' else text


def _check(field: str, held: Any, fields: Fields) -> None:
    if field not in fields:
        raise InputError(f"correction: expected one of the fields {', '.join(sorted(fields))}; found {field!r}")
    types = fields[field]
    if held is not None and types and _type(held) not in types | ({"date"} if "text" in types else set()):
        raise InputError(f"{field}: expected {' or '.join(sorted(types))}, found {json.dumps(held)}")


def _type(held: Any) -> str:
    if isinstance(held, str):
        return "date" if _DATE.fullmatch(held) else "text"
    for types, name in ((bool, "yes/no"), ((int, float), "number"), (list, "list")):
        if isinstance(held, types):
            return name
    return "object"
