"""Counters told by a verb, titles of the official parts without their long form, shares of salaries."""

from __future__ import annotations

import pytest

from corpus.evidence import Document
from corpus.outcomes import parse_vote
from extractors import topic_named
from extractors.amounts import EXTRACTOR as AMOUNTS
from extractors.analysis import Analysis
from extractors.modules import EXTRACTOR as MODULES


@pytest.mark.parametrize(
    ("said", "no", "abstentions"),
    [
        ("Gegenstimmen gibt es keine, eine Person enthält sich.", 0, 1),
        ("Gegenstimmen gab es 2, Enthaltungen gab es 3.", 2, 3),
        ("Es gibt keine Gegenstimmen, ein Ausschussmitglied enthält sich.", 0, 1),
        ("Enthaltungen gibt es keine.", None, 0),
        ("Gegenstimmen gibt es 2022 nur in Ravenhorst.", None, None),
    ],
)
def test_counters(said: str, no: int | None, abstentions: int | None) -> None:
    votes = [p.vote for p in parse_vote(said)]
    assert [(v.no, v.abstentions) for v in votes] == ([(no, abstentions)] if (no, abstentions) != (None, None) else [])


def _analysis(text: str) -> Analysis:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"))


def test_short_titles_of_the_parts() -> None:
    text = (
        "Kommunales Integrationsmanagement (KIM)\n\nGeld gibt es nach der „Förderrichtlinie strategisches Kommunales "
        "Integrationsmanagement“ und für das „rechtskreisübergreifendes individuelles Case Management“."
    )
    assert [f.value["number"] for f in _analysis(text).run(MODULES)] == [1, 2]


@pytest.mark.parametrize(
    ("said", "shares"),
    [
        ("Das Land erstatte 80 Prozent der Gehälter, für die übrigen 20 Prozent kämen Kreis und Verein auf.", [80, 20]),
        ("Erstattet werden 90 % der Personalkosten.", [90]),
        ("Für 40 Prozent der Familien kommen die Briefe auf Deutsch.", []),
    ],
)
def test_shares_of_salaries(said: str, shares: list[int]) -> None:
    facts = _analysis(f"Kommunales Integrationsmanagement (KIM)\n\n{said}").run(AMOUNTS)
    assert [f.value["value_pct"] for f in facts] == shares
