"""The files beside the demo's corpus with which the other commands follow its councils, as they follow real ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pipeline.config import NAME
from scrapers.site import Site

FOCUSED = ("Integration", "Migration")
"""Meetings of such committees are fetched as a whole, as `ratslupe init` proposes it."""


def write_settings(out: Path, sites: Sequence[Site], years: tuple[int, int]) -> None:
    """Write `out`/ratslupe.toml and a site file of each council."""
    folder = out / "sites"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.toml"):
        old.unlink()
    for site in sites:
        (folder / f"{site.ags}-{_file_name(site.name)}.toml").write_text(_site(site), "utf-8")
    (out / NAME).write_text(
        "# The demo's simulated councils. They answer while `ratslupe demo --stay` runs.\n"
        f'topic = "kim"\ncorpus = "demo.db"\nsince = {years[0]}-01-01\nsites = "sites"\n'
        f"committees = {_text(FOCUSED)}\nmunicipalities = {_text([site.ags for site in sites])}\n",
        "utf-8",
    )


def _site(site: Site) -> str:
    entries = {
        "name": site.name,
        "ags": site.ags,
        "population": site.population,
        "vendor": "sessionnet" if site.vendor == "sessionnet6" else site.vendor,  # a site file names no layout
        "base_url": site.base_url or "",
        "oparl": site.oparl or "",
        "verified": site.verified,
        "access": site.access,
        "older": list(site.older),
        "simulated": site.simulated,
    }
    expect = {
        "meetings_per_year": site.expect.meetings_per_year,
        "share_with_result": site.expect.share_with_result,
        "verified": site.expect.verified,
    }
    return f"{_lines(entries)}\n[expect]\n{_lines(expect)}"


def _lines(entries: dict[str, object]) -> str:
    return "".join(f"{name} = {_text(value)}\n" for name, value in entries.items())


def _text(value: object) -> str:
    """A value as TOML, which writes texts, numbers, truth values and lists as JSON does."""
    return json.dumps(value, ensure_ascii=False)


def _file_name(name: str) -> str:
    letters = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "-"})
    return name.casefold().translate(letters)
