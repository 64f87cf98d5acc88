"""Where lists lead: to their next page, to the meetings of the period, to papers that speak of the topic."""

import datetime as dt

import pytest

from corpus.model import Follow, Meeting, Paper
from pipeline.focus import choose
from scrapers.page import PageReading, Row
from tests.test_crawl import focus

PAPERS = PageReading(
    vendor="council",
    kind="papers",
    rows=tuple(
        Row(record=Paper(id=number, name=name))
        for number, name in (("1", "Kommunales Integrationsmanagement"), ("2", "Parken am Markt"))
    ),
    follows=(
        Follow(url="https://ris.example/paper?id=1", kind="paper"),
        Follow(url="https://ris.example/paper?id=2", kind="paper"),
        Follow(url="https://ris.example/papers?page=2", kind="papers"),
        Follow(url="https://ris.example/imprint", kind="members"),
    ),
)


@pytest.mark.parametrize(
    ("everything", "followed"),
    [(False, ["papers?page=2", "paper?id=1"]), (True, ["papers?page=2", "paper?id=1", "paper?id=2"])],
)
def test_a_list_of_papers_is_paged(everything, followed):
    found = choose(PAPERS, focus(everything=everything), whole=False, day=None)
    assert sorted(wanted.url.rpartition("/")[2] for wanted in found) == sorted(followed)
    assert next(w for w in found if w.kind == "papers").why == "next page of the list"


def test_a_calendar_leads_to_its_next_page_and_to_the_meetings_of_the_period():
    calendar = PageReading(
        vendor="council",
        kind="calendar",
        rows=(
            Row(record=Meeting(id="7", name="Rat", start=dt.date(2026, 3, 1), organization=())),
            Row(record=Meeting(id="8", name="Rat", start=dt.date(2019, 3, 1), organization=())),
        ),
        follows=(
            Follow(url="https://ris.example/agenda?id=7", kind="agenda"),
            Follow(url="https://ris.example/agenda?id=8", kind="agenda"),
            Follow(url="https://ris.example/calendar?page=2", kind="calendar"),
        ),
    )
    found = choose(calendar, focus(everything=False), whole=False, day=None)
    assert [(wanted.kind, wanted.url.rpartition("=")[2]) for wanted in found] == [("calendar", "2"), ("agenda", "7")]
