"""Fields of heads in whatever drawing: Beratungsfolge, lead unit, applicants, attachments."""

import pytest

from corpus.evidence import Document, Fact
from corpus.units import unit_parts
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.head_fields import EXTRACTOR

TABLES = (
    "Termin\tGremium\tZuständigkeit\n04.05.2023\tSozialausschuss\tVorberatung\n25.05.2023\tKreistag\tEntscheidung\n",
    "| Gremium | Datum | Rolle |\n|Sozialausschuss| 04.05.2023 | Vorberatung |\n|Kreistag|25.05.2023| Entscheidung |\n",
    "Sozialausschuss\nVorberatung\n04.05.2023\nKreistag\nEntscheidung\n25.05.2023\n",
    "Sozialausschuss (Vorberatung) 04.05.2023, Kreistag (Entscheidung) 25.05.2023\n",
)


def read(text: str) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(EXTRACTOR)


@pytest.mark.parametrize("table", TABLES)
def test_beratungsfolge(table):
    found = [
        f.value
        for f in read(f"Beschlussvorlage\n\nBeratungsfolge:\n{table}\nSachverhalt:\nText.")
        if f.kind == "consultation"
    ]
    assert [(v["body"], v["date"], v["purpose"]) for v in found] == [
        ("Sozialausschuss", "2023-05-04", "Vorberatung"),
        ("Kreistag", "2023-05-25", "Entscheidung"),
    ]


@pytest.mark.parametrize(
    ("printed", "code", "name"),
    [
        ("FB 12 - Schule und Sport", "FB 12", "Schule und Sport"),
        ("Amt 12 – Schulamt", "Amt 12", "Schulamt"),
        ("12.3 Schulamt", "12.3", "Schulamt"),
        ("Schulamt (12)", "12", "Schulamt"),
        ("Schulamt", None, "Schulamt"),
    ],
)
def test_unit(printed, code, name):
    assert unit_parts(printed) == (code, name)


def test_attachments_and_applicant():
    text = "Antrag der SPD-Fraktion vom 03.04.2023\n\nAnlagen:\nAnlage 1: Muster\n2. Zahlen.pdf (88,4 kB)\n\ngez. Abt\n"
    found = read(text)
    assert [f.value["name"] for f in found if f.kind == "attachment"] == ["Muster", "Zahlen.pdf"]
    assert [(f.value["name"], f.value["date"]) for f in found if f.kind == "applicant"] == [
        ("SPD-Fraktion", "2023-04-03")
    ]
