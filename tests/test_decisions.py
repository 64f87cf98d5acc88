import time

import pytest

from corpus.evidence import Document, Fact
from extractors import decisions, head, topic_named
from extractors.analysis import Analysis
from extractors.committees import nominative


def analysis_of(text, known=()):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"), known=known)


def found(text, known=()):
    facts = analysis_of(text, known).run(decisions.EXTRACTOR)
    assert all(text[f.start : f.end] == f.evidence[0].quote for f in facts)
    return facts


def results(text):
    return [f.value["normalised"] for f in found(text) if f.kind == "result"]


def votes(text):
    names = ("yes", "no", "abstentions", "unanimous")
    return [tuple(f.value[n] for n in names) for f in found(text) if f.kind == "vote"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Beschluss: ungeändert beschlossen\n\nFrau Lohmann trägt vor.", "adopted_unchanged"),
        ("- Beschluss:\n- zur Kenntnis genommen\nBeratung\nHerr Ott trägt vor.", "noted"),
        ("Niederschrift\nTOP 3 Haushalt\nAbstimmungsergebnis:\neinstimmig angenommen", "adopted"),
        ("Niederschrift\nBeratungsergebnis: ohne Beschlussempfehlung verwiesen", "referred"),
        ("Niederschrift\nTOP 4\nDer Ausschuss empfiehlt dem Rat, dem Konzept zuzustimmen.", "recommended"),
        ("Niederschrift\nTOP 4\nDer Punkt wird von der Tagesordnung abgesetzt.", "removed"),
        ("Niederschrift\nTOP 4\nDie Vorlage wird bis zur nächsten Sitzung zurückgestellt.", "deferred"),
        ("Niederschrift\nTOP 4\nDaraufhin beschließt der Rat, den Punkt zu vertagen.", "deferred"),
        ("Niederschrift\nTOP 4\nDer Antrag wird mit 3 Ja-Stimmen zu 9 Nein-Stimmen abgelehnt.", "rejected"),
        ("Protokoll\nDer Kreistag fasst folgenden Beschluss:\nDie Verwaltung richtet zwei Stellen ein.", "adopted"),
        ("Auszug\nBeschluss: nicht empfohlen", "not_recommended"),
    ],
)
def test_outcome_is_read(text, value):
    assert results(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Beschlussvorschlag:\nDer Rat beschließt einstimmig die Einrichtung von zwei Stellen.",
        "Beschlussvorlage\nBeschluss:\nDer Rat beschließt die Einrichtung von zwei Stellen im Amt.",
        "Antrag\nDer Kreistag möge beschließen, dass zwei Stellen eingerichtet werden.",
        "Niederschrift\nHerr Ott fragt, ob der Rat den Antrag abgelehnt habe.",
        "Niederschrift\nFrau Lohmann bittet darum, dass der Ausschuss die Vorlage zur Kenntnis nimmt.",
        "Niederschrift\nDer Kreistag hat am 03.05.2021 die Einrichtung einstimmig beschlossen.",
        "Einladung\nTOP 1 Genehmigung der Niederschrift\nTOP 2 Annahme von Spenden\nTOP 3 Kenntnisnahme",
        "Niederschrift\nDie Grünen, die SPD und die CDU lehnen den Antrag der FDP ab.",
        "Niederschrift\nDer Landrat stimmt dem Vorgehen zu.",
        "Beratungsfolge\nHauptausschuss\nVorberatung\nErledigt\nRat\nEntscheidung\nGeplant",
        "Der Ausschuss wird gebeten, die Mitteilung zur Kenntnis zu nehmen.",
    ],
)
def test_no_outcome_is_invented(text):
    assert results(text) == []
    assert votes(text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Niederschrift\nAbstimmungsergebnis: Einstimmig bei 2 Enthaltungen", (None, None, 2, True)),
        ("Niederschrift\nAbstimmungsergebnis:\nDafür: 8 Dagegen: 1 Enthaltung: 0", (8, 1, 0, False)),
        ("Beschluss: einstimmig beschlossen\nAbstimmung: Ja: 31", (31, None, None, True)),
        ("Niederschrift\nDer Beirat stellt einstimmig folgenden Antrag: mehr Bänke.", (None, None, None, True)),
        ("Niederschrift\nDer Antrag wird angepasst und erneut gestellt (Abstimmung 9:0 Stimmen).", (9, 0, None, None)),
    ],
)
def test_vote_is_read(text, counts):
    assert votes(text) == [counts]


def test_bare_unanimity_is_a_vote_without_result():
    text = "Niederschrift\nTOP 5 Wahl\nAbstimmungsergebnis: einstimmig"
    assert (results(text), votes(text)) == ([], [(None, None, None, True)])


def test_several_votes_of_one_item_are_kept():
    text = (
        "Niederschrift\nTOP 2 Satzung\nAbstimmungsergebnis:\nÄnderungsantrag: Mehrheitlich abgelehnt (14 Ja, 26 Nein)\n"
        "Verwaltungsvorlage: Mehrheitlich angenommen (34 Ja, 6 Nein)"
    )
    assert results(text) == ["rejected", "adopted"]
    assert [v[:2] for v in votes(text)] == [(14, 26), (34, 6)]


def test_prose_adds_to_a_stated_result_only_what_it_does_not_say():
    text = (
        "Beschluss: ungeändert beschlossen\n\nDer Antrag der Fraktion wird mit 4 Ja-Stimmen zu 9 "
        "Nein-Stimmen abgelehnt.\n\n"
        "Sodann beschließt der Integrationsrat den Vorschlag der Verwaltung einstimmig ohne Enthaltung."
    )
    assert results(text) == ["adopted_unchanged", "rejected"]
    assert votes(text) == [(4, 9, None, False), (None, None, 0, True)]


def test_page_result_is_not_said_again():
    text = "Beschluss:\nzur Kenntnis genommen\nDer Ausschuss nimmt den Bericht zur Kenntnis."
    analysis = analysis_of(text)
    stated = Fact(
        kind="result",
        value={"raw": "zur Kenntnis genommen", "normalised": "noted"},
        evidence=(analysis.document.cite(11, 32),),
        extractor="page",
        extractor_version=1,
    )
    kinds = [f.kind for f in found(text, [stated])]
    assert "result" not in kinds
    assert "decision_text" in kinds


def test_proposal_and_resolution_are_told_apart():
    proposal = found("Beschlussvorlage\nBeschlussvorschlag:\nDer Rat beschließt, zwei Stellen einzurichten.")
    assert [(f.value["proposed"], f.value["decided_by"]) for f in proposal] == [(True, "Rat")]
    decided = found("Niederschrift\nBeschluss:\nDer Rat beschließt, zwei Stellen einzurichten.")
    assert [f.value["proposed"] for f in decided if f.kind == "decision_text"] == [False]


def test_generic_body_is_the_one_that_meets():
    text = (
        "Niederschrift über die Sitzung des Sozialausschusses am 03.05.2022\nDer Ausschuss nimmt den "
        "Bericht zur Kenntnis."
    )
    analysis = analysis_of(text)
    analysis.run(head.EXTRACTOR)
    told = [f for f in analysis.run(decisions.EXTRACTOR) if f.kind == "decision_text"]
    assert [f.value["decided_by"] for f in told] == ["Sozialausschuss"]


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        (
            "Herr Ott erinnert daran, dass der Kreistag am 10.12.2020 die Teilnahme beschlossen habe.",
            "Kreistag",
            "2020-12-10",
        ),
        ("Der Rat hatte den Einstieg am 29. Oktober 2020 beschlossen.", "Rat", "2020-10-29"),
        (
            "Er verweist auf die Beschlussempfehlung des Kreisausschusses vom 28.11.2022.",
            "Kreisausschuss",
            "2022-11-28",
        ),
        ("Die Verbandsversammlung hat die Änderungen mit dem Haushalt beschlossen.", "Verbandsversammlung", None),
    ],
)
def test_decision_of_another_meeting_is_told(text, body, date):
    refs = [f.value for f in found(text) if f.kind == "decision_ref"]
    assert [(r["body"], r["date"]) for r in refs] == [(body, date)]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Kreisausschusses", "Kreisausschuss"),
        ("Rates der Stadt Lohe", "Rat der Stadt Lohe"),
        ("Haupt- und Finanzausschusses", "Haupt- und Finanzausschuss"),
        ("Integrationsrats", "Integrationsrat"),
        ("Kreistages", "Kreistag"),
    ],
)
def test_bodies_stand_in_the_nominative(printed, plain):
    assert nominative(printed) == plain


@pytest.mark.parametrize(
    "piece",
    [
        "Der Ausschuss ",
        "A-",
        "Beschluss: ",
        "der Rat hat ",
        "Rates der Stadt ",
        "einstimmig ",
        "1. ",
        "Abstimmung: ",
        "( ",
        "TOP 1 x\n",
        "„ ",
    ],
)
def test_reading_time_grows_with_the_length_alone(piece):
    def seconds(size):
        analysis = analysis_of("Niederschrift\n" + piece * (size // len(piece)))
        start = time.perf_counter()
        analysis.run(decisions.EXTRACTOR)
        return time.perf_counter() - start

    seconds(1000)
    assert seconds(100_000) < 12


@pytest.mark.parametrize(
    ("text", "body", "day"),
    [
        ("Grundlage: Grundsatzbeschluss Kreistag vom 04.05.2020.", "Kreistag", "2020-05-04"),
        ("Die Beschlussfassung des Rates vom 11.02.2021 wird umgesetzt.", "Rat", "2021-02-11"),
        ("Mit Ratsbeschluss vom 11.02.2021 wurde die Teilnahme festgelegt.", "Rat", "2021-02-11"),
        ("Am 03.03.2021 beschloss der Sozialausschuss die Teilnahme.", "Sozialausschuss", "2021-03-03"),
        (
            "In der Sitzung am 03.03.2021 hat der Sozialausschuss dem zugestimmt.",
            "Sozialausschuss",
            "2021-03-03",
        ),
    ],
)
def test_decision_of_another_meeting(text, body, day):
    refs = [f for f in found(text) if f.kind == "decision_ref"]
    assert [(f.value["body"], f.value["date"]) for f in refs] == [(body, day)]
    refs = [f for f in found(text) if f.kind == "decision_ref"]
    assert [(f.value["body"], f.value["date"]) for f in refs] == [(body, day)]


def test_an_outcome_without_a_subject_needs_a_word_of_the_vote():
    text = "TOP 3 Bericht\nFrau Ohm dankt. Am Ende der Beratung wird einstimmig beschlossen.\n"
    assert any(f.value["unanimous"] for f in found(text) if f.kind == "vote")
    text = "TOP 3 Bericht\nAm Ende der Beratung wird über das weitere Vorgehen beschlossen.\n"
    assert [f for f in found(text) if f.kind in ("vote", "result")] == []
