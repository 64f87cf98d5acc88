"""Aims that a line lists with letters or commas, and what answers the question for them."""

from __future__ import annotations

import pytest

from corpus.evidence import Document
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.states import EXTRACTOR


@pytest.mark.parametrize(
    ("said", "aims"),
    [
        (
            "Leitziele dort: a) gut ankommen, b) Chancen auf Arbeit, c) Vielfalt gestalten.",
            ["gut ankommen", "Chancen auf Arbeit", "Vielfalt gestalten"],
        ),
        (
            "Bis 2023 wolle man dreierlei erreichen: eine Koordination für den Kreis, eine Begleitung der Familien "
            "und feste Absprachen mit den Städten.",
            [
                "eine Koordination für den Kreis",
                "eine Begleitung der Familien",
                "feste Absprachen mit den Städten",
            ],
        ),
        (
            "Frage | Antwort\n2. Zweck? | Eine Anlaufstelle für alle; Ämter stimmen sich ab. Mehr steht im Konzept.",
            ["Eine Anlaufstelle für alle", "Ämter stimmen sich ab"],
        ),
        ("Frage | Antwort\n2. Kosten? | Eine Aufstellung liegt als Anlage bei; sie ist vorläufig.", []),
    ],
)
def test_aims(said: str, aims: list[str]) -> None:
    text = f"Kommunales Integrationsmanagement (KIM)\n\n{said}"
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(EXTRACTOR)
    assert [f.evidence[0].quote for f in facts if f.kind == "goal"] == aims
