"""Rows that ask and answer are prose; rows of values stay rows."""

from __future__ import annotations

import pytest

from extractors.asked_rows import is_head, prose_cells
from extractors.structure import blocks


@pytest.mark.parametrize(
    "line",
    [
        "Frage | Antwort |",
        "Frage der Fraktion\tAntwort der Verwaltung",
        "| Nr. | Fragestellung | Stellungnahme der Stadt |",
        "Ihre Frage:\tUnsere Auskunft:",
        "Anfrage | Beantwortung durch das Sozialamt",
        "Nachfragen aus dem Ausschuss | Sachstand",
    ],
)
def test_heads_of_questions_and_answers(line: str) -> None:
    assert is_head(line)


@pytest.mark.parametrize("line", ["Nr. | Name | Größe", "Frage | Ja | Nein", "Antwort | Zahl", "Modul\tStellen"])
def test_other_heads(line: str) -> None:
    assert not is_head(line)


@pytest.mark.parametrize(
    ("line", "headed", "cells"),
    [
        (
            "3. Gilt es noch? | Nein. Der Rat hat es geändert. |",
            False,
            ["3. Gilt es noch?", "Nein. Der Rat hat es geändert."],
        ),
        ("Zuschuss des Landes? | 20.000 € im Jahr 2023 |", True, ["Zuschuss des Landes?", "20.000 € im Jahr 2023"]),
        ("Stand der Besetzung\tDrei sind besetzt.", True, ["Stand der Besetzung", "Drei sind besetzt."]),
        ("1\tWer zahlt?\tDas zahlt das Land.", False, ["Wer zahlt?", "Das zahlt das Land."]),
        ("Gibt es ein Konzept? | ja", False, []),
        ("Wie viele Stellen? | 3,5", True, []),
        ("Modul 2 | 7 Stellen beim Kreis", False, []),
        ("Was fehlt noch? |", True, []),
    ],
)
def test_cells_of_a_row(line: str, headed: bool, cells: list[str]) -> None:
    assert [line[a:b] for a, b in prose_cells(line, headed)] == cells


def test_a_table_of_answers_is_read_as_prose() -> None:
    asked = "Frage | Antwort |\n---|---|\n1. Stand? | Die Stellen sind besetzt. |"
    text = f"{asked}\n\nNr. | Name | Größe\n1 | Plan der Stellen | 3 kB"
    read = [(b.kind, text[b.start : b.end]) for b in blocks(text, [(0, len(text))])]
    assert ("item", "1. Stand?") in read
    assert ("text", "Die Stellen sind besetzt.") in read
    assert ("row", "1 | Plan der Stellen | 3 kB") in read
