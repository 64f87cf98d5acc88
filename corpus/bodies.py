"""The municipalities that are compared: the 54 recipients of KIM money in North Rhine-Westphalia.

`bodies.tsv` holds AGS, name, kind, population (31.12.2021, one series, so that figures per head compare) and the web
addresses of their council information systems, older ones included. It answers two questions: which AGS a printed
name has, and whose page an address is.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import re
from importlib import resources
from urllib.parse import urlsplit

from corpus.model import Body


@functools.cache
def _table() -> tuple[tuple[Body, tuple[str, ...]], ...]:
    lines = resources.files("corpus").joinpath("bodies.tsv").read_text("utf-8").splitlines()
    return tuple(
        (
            Body(
                id=row["id"],
                name=row["name"],
                classification=row["classification"],
                parent=row["parent"] or None,
                population=int(row["population"]),
                population_date=dt.date.fromisoformat(row["population_date"]),
            ),
            tuple(row["web"].split()),
        )
        for row in csv.DictReader(lines, delimiter="\t")
    )


def known_bodies() -> tuple[Body, ...]:
    """All municipalities of the table, in the order of their AGS."""
    return tuple(body for body, _ in _table())


def body_named(name: str) -> Body | None:
    """The municipality with this name, whatever its case, case ending or hyphens ("Kreises Düren"); None if unknown."""
    return next((body for body, _ in _table() if name_key(body.name) == name_key(name)), None)


def body_of_url(url: str) -> Body | None:
    """The municipality whose council information system has this address."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    place = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}".casefold()
    found = [
        (len(web), body) for body, webs in _table() for web in webs if f"{place}/".startswith(f"{web.casefold()}/")
    ]
    return max(found, key=lambda f: f[0])[1] if found else None


def name_key(name: str) -> str:
    """A municipality's name as a key: lower case, no genitive of Kreis, blanks for hyphens, nothing after a comma."""
    name = re.sub(r"[\s-]+", " ", name.partition(",")[0]).strip().casefold()
    return re.sub(r"\b(kreis)es\b", r"\1", name)


def body_id(name: str) -> str:
    """The AGS of a known name, else a readable key that cannot be mistaken for one ("x-kreis-musterland")."""
    body = body_named(name)
    return body.id if body else "x-" + re.sub(r"[^a-z0-9äöüß]+", "-", name_key(name)).strip("-")
