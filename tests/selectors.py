"""What readers look for on pages, and what of it they find: selectors one by one, labels of head fields, properties."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from bs4 import element

from corpus.errors import ParseError
from scrapers import json_fields, oparl_fields, vendors
from scrapers.page import Page
from scrapers.vendors import allris3_head, sdnet_head, sessionnet_head

COUNCIL_OWN = re.compile(r"#allris\w+")


@dataclass
class Looked:
    """What was looked for on some pages, and what of it was there."""

    wanted: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)

    def note(self, mark: str, there: object) -> None:
        """Something was looked for."""
        self.wanted.add(mark)
        if there:
            self.found.add(mark)


def alternatives(selector: str) -> Iterator[str]:
    """The selectors of a list of them: commas inside brackets and quotes part nothing."""
    depth, quote, part = 0, "", ""
    for c in selector:
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
        elif c == "," and not depth:
            yield part.strip()
            part = ""
            continue
        part += c
    yield part.strip()


def looked_for(pages: Iterable[tuple[str, Page]], vendor: str, monkeypatch: pytest.MonkeyPatch) -> Looked:
    """What a vendor's readers look for on pages of the given kinds.

    A label is written "field name", a property by its name, in OParl with its type: "Paper.reference".
    """
    seen = Looked()
    kinds = next(v for v in vendors.vendors() if v.name == vendor).kinds
    with monkeypatch.context() as patch:
        for name in ("select", "select_one"):
            patch.setattr(element.Tag, name, _selecting(seen, name))
        _watch_labels(seen, patch)
        _watch_properties(seen, patch)
        for kind, page in pages:
            for shown in (page, Page(page.document, page.html, json=page.json)):
                with contextlib.suppress(ParseError):
                    kinds[kind](shown)
    return seen


def _selecting(seen: Looked, name: str) -> Callable[..., Any]:
    original, one = getattr(element.Tag, name), element.Tag.select_one

    def select(self: element.Tag, selector: str, *args: Any, **more: Any) -> Any:
        for part in alternatives(selector):
            mark = COUNCIL_OWN.sub("#allris..", part)
            if mark not in seen.found:
                seen.note(mark, one(self, part) is not None)
        return original(self, selector, *args, **more)

    return select


def _watch_labels(seen: Looked, patch: pytest.MonkeyPatch) -> None:
    """Note which head fields are asked for by name or label, and whether the page has them."""
    span, starting = sessionnet_head.Head.span, sessionnet_head.Head.starting
    cell, classic = sdnet_head.Head.cell, allris3_head.Head.span

    def by_name(self: sessionnet_head.Head, *names: str) -> Any:
        for name in names:
            seen.note(f"field {name}", name in self.by_name or name in self.by_label)
        return span(self, *names)

    def by_beginning(self: sessionnet_head.Head, *names: str) -> Any:
        for name in names:
            seen.note(f"field {name}...", any(label.startswith(name) for label in self.by_label))
        return starting(self, *names)

    def of_details(self: sdnet_head.Head, *names: str) -> Any:
        for name in names:
            seen.note(f"field {name}...", cell(self, name) is not None)
        return cell(self, *names)

    def of_classic(self: allris3_head.Head, name: str, **more: Any) -> Any:
        found = classic(self, name, **more)
        if name:
            seen.note(f"field {name}", found[0] < found[1])
        return found

    patch.setattr(sessionnet_head.Head, "span", by_name)
    patch.setattr(sessionnet_head.Head, "starting", by_beginning)
    patch.setattr(sdnet_head.Head, "cell", of_details)
    patch.setattr(allris3_head.Head, "span", of_classic)


class _Watched(dict[str, Any]):
    """An object of JSON that notes which of its properties are asked for by name."""

    def __init__(self, data: Mapping[str, Any], seen: Looked, type_: str) -> None:
        super().__init__(data)
        self.seen, self.type = seen, type_

    def _note(self, name: str) -> None:
        self.seen.note(f"{self.type}{name}", super().get(name) not in (None, "", [], {}))

    def get(self, name: str, default: Any = None) -> Any:
        """A property, if there is one."""
        self._note(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> Any:
        """A property."""
        self._note(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a property."""
        self._note(str(name))
        return super().__contains__(name)


def _watch_properties(seen: Looked, patch: pytest.MonkeyPatch) -> None:
    values, objects = json_fields.Values.__init__, oparl_fields.Fields.__init__

    def of_values(self: json_fields.Values, *args: Any, **more: Any) -> None:
        values(self, *args, **more)
        self.data = _Watched(self.data, seen, "")

    def of_objects(self: oparl_fields.Fields, *args: Any, **more: Any) -> None:
        objects(self, *args, **more)
        self.data = _Watched(self.data, seen, f"{self.type}.")

    patch.setattr(json_fields.Values, "__init__", of_values)
    patch.setattr(oparl_fields.Fields, "__init__", of_objects)
