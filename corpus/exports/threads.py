"""What links a fact to other documents, for the export: where a reference leads, hints at a kept commitment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpus.promises import hints
from corpus.references import links
from corpus.store import Corpus


def threads(corpus: Corpus, places: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Further fields by fact: `resolution` of a reference, `hints` of a commitment. `places` names each document."""
    found: dict[str, dict[str, Any]] = {}
    for link in links(corpus):
        targets = [
            {
                "type": target.type,
                "municipality": target.body_id,
                "id": target.id,
                "label": target.label,
                "documents": [places[d] for d in target.documents if d in places],
            }
            for target in link.targets
        ]
        found[link.fact] = {"resolution": {"status": link.status, "alike": link.alike, "targets": targets}}
    for fact, told in hints(corpus).items():
        found[fact] = {
            "hints": [
                {"basis": h.basis, "document": places[h.document], "start": h.start, "end": h.end, "quote": h.quote}
                for h in told
            ]
        }
    return found
