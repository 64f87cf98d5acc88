"""A JSON file of a council system as readable text, with the place of every value in it, quotable like a page's.

A line holds `key: value`; objects and lists are indented below their key, in the order of the file. Values stand
unescaped and untouched, but for what a text cannot hold (NUL, lone surrogates: U+FFFD). What identifies a private life
is left out before anything else happens: of a person only the properties of the public role are kept, no contact of
anybody, no address that belongs to no meeting, body, organization or paper, and nothing but the id of a deleted object.
Read is OParl, and what corpus/vendor_json.py declares; any other JSON is refused by name.

Source: https://oparl.org/spezifikation/1-1/ (JSON output, object types, external lists).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from corpus.errors import ReadError
from corpus.evidence import Document, Span, sha256
from corpus.text import decode
from corpus.vendor_json import DEEPEST, Shape, kept, shape_of

JSON_VERSION = 1
"""Raised whenever the text of a JSON file would come out differently."""

MEDIA_TYPE = "application/json"
READER = "oparl-json"

Path = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead to a value, as in ("data", 0, "name")."""

_TYPE = re.compile(r"https?://schema\.oparl\.org/1\.\d+/(\w+)")
_LOOKED_FOR = (
    'property "type" with an OParl schema URL (https://schema.oparl.org/1.x/…), a list of such objects, or the keys of '
    "an answer of SessionNet 6 or more!rubin"
)

_PERSON = frozenset(
    "id type body name familyName givenName formOfAddress affix title status membership license created modified web "
    "deleted".split()
)
_PERSON_HOLDERS = frozenset({"person", "participant", "originatorPerson"})
_LOOSE_LOCATION = frozenset("id type body bodies locality created modified deleted".split())
_PLACES = frozenset({"Meeting", "Body", "Organization", "Paper"})
_DELETED = frozenset("id type created modified deleted".split())
_CONTACT = frozenset({"email", "phone", "contactEmail", "contactName", "gender", "life", "lifeSource"})

_LONG = 300
"""Characters of a string that is a text and no name, title or address."""
_SENTENCE_END = re.compile(r"[a-zäöüß)][.!?:](?=\s|$)")


def oparl_type(value: object) -> str | None:
    """The short name ("Paper") of an OParl object's type (http or https); None for anything else."""
    type_ = value.get("type") if isinstance(value, Mapping) else None
    match = _TYPE.fullmatch(type_) if isinstance(type_, str) else None
    return match[1] if match else None


def is_deleted(value: object) -> bool:
    """Whether an object is declared deleted; SD.NET prints such objects without a type."""
    return isinstance(value, Mapping) and value.get("deleted") is True and isinstance(value.get("id"), str)


def read_json(raw: bytes, place: str, embedded: str | None = None) -> tuple[Document, JsonText]:
    """Document and values of a JSON file, or of the JSON embedded in a page. ReadError if no product has such JSON."""
    read = JsonText(embedded or decode(raw), place)
    document = Document(
        file_sha256=sha256(raw),
        media_type="text/html" if embedded else MEDIA_TYPE,
        reader=f"{read.shape.product}-json" if read.shape else READER,
        reader_version=JSON_VERSION,
        text=read.text,
    )
    return document, read


class JsonText:
    """The public part of a JSON file: its values (`data`), its text, and where in the text each value stands.

    `shape` says what answer of another product it is, None for OParl. `objects` are the paths of the OParl objects that
    the file is about: one, or those of a list, which may be empty.
    """

    def __init__(self, source: str, place: str = "JSON") -> None:
        raw = _parsed(source, place)
        self.shape: Shape | None = shape_of(raw, place)
        self.objects = tuple(_objects(raw, place)) if self.shape is None else ()
        self.data: Any = _public(raw, place, ()) if self.shape is None else _kept(raw, self.shape, place)
        self._parts: list[str] = []
        self._length = 0
        self._spans: dict[Path, Span] = {}
        self._keys: dict[Path, Span] = {}
        self._write(self.data, (), "")
        self.text = "".join(self._parts)

    def value(self, path: Path) -> Any:
        """The value at a path; KeyError or IndexError where the file has none."""
        value = self.data
        for step in path:
            value = value[step]
        return value

    def span(self, path: Path) -> Span:
        """Place of a value without the white space around it; an empty range if it shows nothing or is not there."""
        start, end = self._spans.get(path, (0, 0))
        piece = self.text[start:end]
        return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))

    def key(self, path: Path) -> Span:
        """Place of the name of a property, for what only the name says (the role of a file)."""
        return self._keys.get(path, (0, 0))

    def running_text(self) -> str:
        """The text with blanks for all but its long strings (the text of a file, of a resolution); "" if it has none.

        Every place stays where it is; what is no prose, such as addresses and names of fields, is not there to be read.
        """
        long = [path for path, (start, end) in self._spans.items() if end - start >= _LONG and self._is_prose(path)]
        if not long:
            return ""
        parts, last = [], 0
        for start, end in sorted(self._spans[path] for path in long):
            parts += [re.sub(r"[^\n]", " ", self.text[last:start]), self.text[start:end]]
            last = end
        return "".join(parts) + re.sub(r"[^\n]", " ", self.text[last:])

    def _is_prose(self, path: Path) -> bool:
        value = self.value(path)
        return isinstance(value, str) and len(_SENTENCE_END.findall(value)) > 1

    def _write(self, value: Any, path: Path, indent: str) -> None:
        start = self._length
        if isinstance(value, Mapping) and value:
            for number, (key, child) in enumerate(value.items()):
                self._add(f"\n{indent}" if number or not self._at_margin() else "")
                self._keys[*path, key] = (self._length, self._length + len(key))
                self._add(f"{key}:")
                self._value(child, (*path, key), indent + "  ")
        elif isinstance(value, list) and value:
            for number, child in enumerate(value):
                self._add(f"\n{indent}- " if path or number else "- ")
                self._write(child, (*path, number), indent + "  ")
        else:
            self._add(_scalar(value))
        self._spans[path] = (start, self._length)

    def _value(self, value: Any, path: Path, indent: str) -> None:
        nested = isinstance(value, Mapping | list) and value
        if not nested and value != "":
            self._add(" ")
        self._write(value, path, indent)

    def _at_margin(self) -> bool:
        """Whether an object starts right here: at the start of the text, or behind the dash of a list."""
        return not self._parts or self._parts[-1].endswith("- ")

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)


def _parsed(source: str, place: str) -> Any:
    """The values of a JSON text; decimals keep their printed digits."""
    try:
        return json.loads(source, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as e:
        found = f"{e.msg} in line {e.lineno}, column {e.colno}"
    except RecursionError:
        found = f"values nested far deeper than the {DEEPEST} levels that are read"
    except ValueError as e:
        found = str(e)
    raise ReadError(place, READER, "valid JSON (RFC 8259)", found)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name}, which JSON does not have")


def _objects(data: Any, place: str) -> Iterator[Path]:
    """Paths of the objects that a file is about. ReadError if one is no OParl object, or the file is no list of any."""
    if oparl_type(data) or is_deleted(data):
        yield ()
        return
    external = isinstance(data, Mapping) and isinstance(data.get("data"), list)
    members = data["data"] if external else data
    if not isinstance(members, list) or (not members and not (external and {"links", "pagination"} & set(data))):
        raise ReadError(place, READER, _LOOKED_FOR, _sketch(data))
    for number, member in enumerate(members):
        if not (oparl_type(member) or is_deleted(member)):
            raise ReadError(place, READER, _LOOKED_FOR, f"{_sketch(member)} as entry {number + 1} of the list")
        yield ("data", number) if external else (number,)


def _sketch(value: Any) -> str:
    """What a value that is no OParl object looks like, in a few words."""
    if isinstance(value, Mapping):
        if isinstance(value.get("type"), str):
            return f'an object of type "{value["type"]}"'
        return f"an object with the keys {', '.join(list(value)[:5]) or '(none)'}"
    return f"a list of {len(value)}" if isinstance(value, list) else _scalar(value)[:40] or "an empty string"


def _kept(value: Any, shape: Shape, place: str) -> Any:
    try:
        return kept(value, shape)
    except ValueError as e:
        raise ReadError(place, READER, f"values nested at most {DEEPEST} deep", str(e)) from e


def _public(value: Any, place: str, holders: tuple[str, ...], depth: int = 0) -> Any:
    """The value without private data. `holders` are the types and properties around it, the nearest last."""
    if depth > DEEPEST:
        raise ReadError(place, READER, f"values nested at most {DEEPEST} deep", "deeper ones")
    if isinstance(value, list):
        return [_public(v, place, holders, depth + 1) for v in value]
    if not isinstance(value, Mapping):
        return _clean(value) if isinstance(value, str) else value
    name = oparl_type(value) or ("Person" if _PERSON_HOLDERS & set(holders[-1:]) else "")
    return {
        _clean(key): _public(child, place, (*holders, name, key), depth + 1)
        for key, child in value.items()
        if key not in _CONTACT and _may_stay(key, name, holders) and (key in _DELETED or not is_deleted(value))
    }


def _may_stay(key: str, type_: str, holders: tuple[str, ...]) -> bool:
    """Whether a property of an object of this type may be kept. A location that belongs to nobody public is private."""
    if type_ == "Person":
        return key in _PERSON
    if type_ == "Location" and not _PLACES & set(holders[-2:]):
        return key in _LOOSE_LOCATION
    return True


def _clean(text: str) -> str:
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def _scalar(value: Any) -> str:
    """A value as JSON prints it, strings without their quotes."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, Decimal) else json.dumps(value)
