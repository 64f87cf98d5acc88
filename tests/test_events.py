import time

import pytest

from corpus.evidence import Document
from extractors import decisions, events, head, references, topic_named
from extractors.analysis import Analysis


def found(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    for module in (head, decisions, references):
        analysis.run(module.EXTRACTOR)
    return [f.value for f in analysis.run(events.EXTRACTOR)]


@pytest.mark.parametrize(
    ("text", "date", "kind", "planned"),
    [
        ("Der Zuwendungsbescheid ging am 04.05.2021 im Kreishaus ein.", "2021-05-04", "grant_notice", False),
        ("Mit Förderbescheid vom 28.08.2020 wurden die Mittel bewilligt.", "2020-08-28", "grant_notice", False),
        ("Die Stadt hatte die Mittel am 22.04.2020 beantragt.", "2020-04-22", "application", False),
        ("Der Antrag auf Fördermittel vom 27. März 2020 liegt dem Land vor.", "2020-03-27", "application", False),
        ("Der Bewilligungszeitraum endet am 31.12.2022.", "2022-12-31", "end_of_period", False),
        (
            "Der Bericht soll in der Sitzung des Kreisausschusses am 10.11.2020 beraten werden.",
            "2020-11-10",
            "meeting",
            True,
        ),
        ("Zum ersten Mal kam die Lenkungsgruppe am 27.04.2022 zusammen.", "2022-04-27", "constitution", False),
        ("Alle Stellen sind seit Oktober 2022 besetzt.", "2022-10", "start", False),
        ("Das Konzept ist spätestens zum 30.06.2021 dem Ausschuss zu geben.", "2021-06-30", "deadline", True),
    ],
)
def test_date_with_meaning_is_an_event(text, date, kind, planned):
    assert [(e["date"], e["type"], e["planned"]) for e in found(text)] == [(date, kind, planned)]


@pytest.mark.parametrize(
    "text",
    [
        "Auf den Beschluss in der Sitzung des Kreisausschusses (TOP 6) vom 04.02.2020 wird Bezug genommen.",
        "Der Rat hatte die Einrichtung der Stelle am 29.10.2020 beschlossen.",
        "Sitzungstermin: Dienstag, 18.04.2023",
        "Stand: 01.03.2022",
        "Die Richtlinie vom 10.03.2023 gilt fort und wird angewendet.",
        "Seit 2020 fördert das Land den Aufbau der Beratung.",
        "Die Videokonferenz findet voraussichtlich im November statt.",
    ],
)
def test_date_of_something_else_is_no_event(text):
    assert found(text) == []


def test_each_date_of_a_sentence_has_its_own_meaning():
    text = (
        "Auf den Antrag auf Zuwendung vom 02.03.2020 ging am 10.08.2020 der Zuwendungsbescheid für die "
        "Zeit bis zum 31.12.2022 ein."
    )
    kinds = [(e["date"], e["type"]) for e in found(text)]
    assert kinds == [("2020-03-02", "application"), ("2020-08-10", "grant_notice"), ("2022-12-31", "end_of_period")]


@pytest.mark.parametrize("piece", ["12.03.2021 ", "Bescheid ", "Antrag auf ", "seit ", "Mai 2021, "])
def test_reading_time_grows_with_the_length_alone(piece):
    start = time.perf_counter()
    found(piece * (60_000 // len(piece)))
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Zuwendungsbescheid vom 01.03.2022 wurde widerrufen.", "revocation"),
        ("Der Zuwendungsbescheid vom 01.03.2022 wurde aufgehoben.", "revocation"),
        ("Der Zuwendungsbescheid vom 01.03.2022 ist hinfällig.", "revocation"),
        ("Das Land nahm den Zuwendungsbescheid vom 01.03.2022 zurück.", "revocation"),
        ("Das Land hat den Bescheid vom 01.03.2022 zurückgenommen.", "revocation"),
        ("Der Förderbescheid vom 01.03.2022 ist zurückgezogen worden.", "revocation"),
        ("Das Land hebt den Zuwendungsbescheid vom 01.03.2022 auf.", "revocation"),
        ("Das Land widerrief den Zuwendungsbescheid vom 01.03.2022.", "revocation"),
        ("Mit Widerrufsbescheid vom 01.03.2022 wurden die Mittel zurückgefordert.", "revocation"),
        ("Am 01.03.2022 wurde der Zuwendungsbescheid widerrufen.", "revocation"),
        ("Der Widerruf des Zuwendungsbescheids vom 01.03.2022 ist rechtskräftig.", "revocation"),
        ("Der Zuwendungsbescheid ging am 01.03.2022 ein. Er wurde später widerrufen.", "revocation"),
        ("Ein Zuwendungsbescheid lag am 01.03.2022 noch nicht vor.", "other"),
        ("Der Zuwendungsbescheid vom 01.03.2022 wurde nicht widerrufen.", "grant_notice"),
        ("Der Zuwendungsbescheid vom 01.03.2022 liegt vor, die Sperre wurde aufgehoben.", "grant_notice"),
        ("Mit dem Zuwendungsbescheid vom 01.03.2022 wurde die Sperre aufgehoben.", "grant_notice"),
        (
            "Mit Zuwendungsbescheid vom 01.03.2022 wurden Mittel bewilligt; ein anderer wurde aufgehoben.",
            "grant_notice",
        ),
    ],
)
def test_a_notice_that_is_taken_back_is_no_notice_in_force(text, kind):
    assert [(e["date"], e["type"]) for e in found(text)] == [("2022-03-01", kind)]
