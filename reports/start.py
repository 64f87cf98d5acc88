"""The first page: what this is, a search box, the municipalities, and how much of the whole is covered."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from reports.report import Asset, Page, Report, Site


def _make(site: Site) -> Iterator[Page | Asset]:
    library, topic = site.library, site.topic
    dates = sorted(d.date for d in library.docs if d.date)
    given = {
        "facts": sum(c.topic == topic.name and bool(c.passages) for claims in library.claims.values() for c in claims),
        "about": sum(any(c.topic == topic.name for c in claims) for claims in library.claims.values()),
        "homeless": [d for d in library.docs if d.town is None],
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
    }
    yield Page(path="index.html", template="index.html", title=topic.label, given=given)
    files = resources.files("reports").joinpath("static")
    for name in ("stil.css", "suche.js", "tabelle.js"):
        yield Asset(path=name, data=files.joinpath(name).read_bytes())


REPORT = Report(name="start", make=_make)
