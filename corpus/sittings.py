"""Meetings of the records with the committee that met, by name: some systems print the name, others link a record."""

from __future__ import annotations

import json
from typing import Any

from corpus.store import Corpus


def organization_names(corpus: Corpus) -> dict[tuple[str | None, str], str]:
    """Names of organizations by municipality and id."""
    rows = corpus.query("select body_id, id, name from organization where name is not null")
    return {(row["body_id"], row["id"]): row["name"] for row in rows}


def meetings_of(corpus: Corpus) -> list[dict[str, Any]]:
    """All meetings in key order, with `day` and `committee`: the first organization's name, else the meeting's own."""
    names = organization_names(corpus)
    found = []
    for row in corpus.query("select * from meeting order by body_id, id"):
        linked = json.loads(row["organization"] or "[]")
        first = names.get((row["body_id"], str(linked[0])), str(linked[0])) if linked else row["name"]
        found.append({**row, "day": (row["start_date"] or "")[:10] or None, "committee": first})
    return found
