"""The search index of the site: a script with the stems of what is published, so that search works from the disk.

In a site of quotes the index holds quotes only: no word of a text that is not published is in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from corpus.stems import stem
from reports.library import Doc
from reports.report import Asset, Report, Site
from reports.texts import chunks
from reports.words import day_of, days_of

_WORD = re.compile(r"[^\W_]+")
_BOTH = re.compile(r"([^\W_]*[^\W\d_])(?:[*:_·]|/-?)(in(?:nen)?)\b", re.IGNORECASE)
"""Both genders in one word (Manager*innen), which the script looks for as one (managerinnen)."""
_CUT = re.compile(r"\u00ad\s*|(?<=[a-zäöüß])-\r?\n(?=[a-zäöüß])")


def _make(site: Site) -> Iterator[Asset]:
    docs: list[list[str]] = []
    passages: list[tuple[int, str, str, str]] = []
    for number, doc in enumerate(site.library.docs):
        town = site.library.towns.get(doc.town or "")
        docs.append(
            [doc.path, site.titles[doc.id], town.name if town else "", days_of(doc.dated) if doc.dated.day else ""]
        )
        passages += [(number, anchor, text, day) for anchor, text, day in _published(doc, site)]
    index: dict[str, list[int]] = {}
    forms: dict[str, set[str]] = {}
    for number, (where, _, text, _) in enumerate(passages):
        printed = f"{text} {docs[where][1]} {docs[where][2]}"
        both = {f"{base}{end}".lower() for base, end in _BOTH.findall(printed)}
        for word in both | {w.lower() for w in _WORD.findall(printed)}:
            found = index.setdefault(stem(word), [])
            if not found or found[-1] != number:
                found.append(number)
            forms.setdefault(stem(word), set()).add(word)
    words = {s: [sorted(forms[s]), index[s]] for s in sorted(index)}
    data = json.dumps({"docs": docs, "passages": passages, "words": words}, ensure_ascii=False, separators=(",", ":"))
    yield Asset(path="search-index.js", data=f"window.ratslupe={data};\n".encode())


def _published(doc: Doc, site: Site) -> Iterator[tuple[str, str, str]]:
    """Anchor and text of every passage that the document's page shows, cut words joined, blanks as one.

    Third comes the day of an entry of a list, empty anywhere else.
    """
    if site.full:
        spots = [(f"t-{start}", start, end, doc.text[start:end]) for start, end in chunks(doc.text)]
    else:
        cited = {c.quote: f"f-{c.id}" for c in site.library.claims[doc.id] if c.quote and c.topic == site.topic.name}
        spots = [(anchor, p.start, p.end, p.quote) for p, anchor in cited.items() if p]
    for anchor, start, end, text in spots:
        day = doc.day_at(start) if doc.dated.entries else None
        told = day_of(day) if day and doc.day_at(end - 1) == day else ""
        yield anchor, " ".join(_CUT.sub("", text).split()), told


REPORT = Report(name="index", make=_make)
