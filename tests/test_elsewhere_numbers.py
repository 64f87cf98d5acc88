"""Numbers of other towns and of a supposed future are nobody's here; questions in a row are all read."""

from __future__ import annotations

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.amounts import EXTRACTOR as AMOUNTS
from extractors.analysis import Analysis, Extractor
from extractors.posts import EXTRACTOR as POSTS
from extractors.speech import EXTRACTOR as SPEECH

_TOWN = Fact(
    kind="municipality",
    value={"name": "Stadt Auental"},
    evidence=(Evidence(text_sha256="0", quote="Stadt Auental", start=0, end=13),),
    extractor="page",
    extractor_version=1,
    grade="stated",
)


def read(extractor: Extractor, text: str) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"), known=[_TOWN]).run(extractor)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("Zum Vergleich: Kreis Ostermark 9 Stellen Case Management.", []),
        ("Im Vergleich: Stadt Bergheide 4 Stellen Case Management.", []),
        ("Der Nachbarkreis ist weiter: Dort haben bereits zwölf Case Manager ihren Dienst angetreten.", []),
        ("Stadt Auental: 5 Stellen Case Management.", [5]),
        ("Bewilligt sind 3 Stellen Case Management.", [3]),
    ],
)
def test_posts_of_other_towns(said: str, numbers: list[float]) -> None:
    found = read(POSTS, f"Stadt Auental: Kommunales Integrationsmanagement (KIM)\n\n{said}")
    assert [f.value["number"] for f in found] == numbers


@pytest.mark.parametrize(
    ("said", "sums"),
    [
        ("Und wenn das Land aussteigt? Dann wären etwa 610.000 € jährlich selbst aufzubringen.", []),
        ("Was geschieht, falls die Förderung endet? Dann müsste die Stadt 40.000 € tragen.", []),
        ("Wer zahlt? Dann wären noch 20.000 € für Technik zu nennen.", [20_000]),
        ("Was gilt, wenn die Förderung endet? Die Stadt zahlt 40.000 €.", [40_000]),
    ],
)
def test_sums_of_a_supposed_case(said: str, sums: list[int]) -> None:
    found = read(AMOUNTS, f"Kommunales Integrationsmanagement (KIM)\n\n{said}")
    assert [f.value["value_eur"] for f in found] == sums


def test_questions_in_a_row() -> None:
    said = (
        "Danach steht Frau Kern Rede und Antwort. Wie lange zahlt das Land für die Stellen im Case Management? "
        "Wer stellt ein? Und wo sitzt das Team?"
    )
    found = read(SPEECH, f"Kommunales Integrationsmanagement (KIM)\n\n{said} Das Team sitzt im Rathaus. Fertig.")
    assert [f.evidence[0].quote for f in found if f.kind == "question"] == [
        "Wie lange zahlt das Land für die Stellen im Case Management?",
        "Wer stellt ein?",
        "Und wo sitzt das Team?",
    ]
