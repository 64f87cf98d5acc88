"""Dates in the words of many clerks: which are events of their own, and which belong to something else."""

import pytest

from corpus.evidence import Document, Fact
from extractors import decisions, events, head, head_fields, references, topic_named
from extractors.analysis import Analysis

DAY = "2021-06-10"
"""Day of the meeting in which the sentences are said."""


def found(text, day=DAY):
    said = Fact(kind="meeting", value={"body": "Sozialausschuss", "date": day}, evidence=(), extractor="x",
                extractor_version=1)  # fmt: skip
    lead = (
        "Sachverhalt:\nDie Verwaltung berichtet ausführlich über den Fortgang der Arbeiten im laufenden Vorhaben.\n\n"
    )
    document = Document(
        file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=lead + text + "\n"
    )
    analysis = Analysis(document, topic_named("kim"), known=[said] if day else [])
    for module in (head, head_fields, decisions, references):
        analysis.run(module.EXTRACTOR)
    return [f.value["date"] for f in analysis.run(events.EXTRACTOR)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Timeline: Antrag 05.05.20, Bescheid 21.08.20, Laufzeit bis 31.12.22.",
            ["2020-05-05", "2020-08-21", "2022-12-31"],
        ),
        ("- Start: 09/2021", ["2021-09"]),
        ("- Fertigstellung 05/2022", ["2022-05"]),
        ("- Besetzung der Stellen: ab 01.10.2021", ["2021-10-01"]),
        ("- 12.05.2021: Bescheid aus Arnsberg eingetroffen", ["2021-05-12"]),
        ("Förderzeitraum: 01.01.2021–31.12.2023", ["2021-01-01", "2023-12-31"]),
        ("Bewilligungsbescheid\t12.03.2021", ["2021-03-12"]),
        ("Auf Antrag der Stadt vom 12.03.2021 bewilligte das Land vier Stellen.", ["2021-03-12"]),
        ("Unserem Antrag vom 12.03.2021 hat die Bezirksregierung entsprochen.", ["2021-03-12"]),
        ("Dem Antrag des Kreises vom 30. April 2020 ist durch Zuwendungsbescheid entsprochen worden.", ["2020-04-30"]),
        (
            "Mit Erlass vom 30.03.2021 hat das Ministerium mitgeteilt, wie viele Stellen gefördert werden.",
            ["2021-03-30"],
        ),
        ("Mit Schreiben vom 30.03.2021 wandte sich der Landrat an das Ministerium.", ["2021-03-30"]),
        ("Am 29.10.21 steht der Bericht auf der TO des HFA.", ["2021-10-29"]),
        ("Hierüber wird der Kreistag am 28.09.2021 befinden.", ["2021-09-28"]),
        ("Die Erörterung bleibt der Sitzung des Kreistages am 28.09.2021 vorbehalten.", ["2021-09-28"]),
        ("Zur Beratung ist er für den Kreisausschuss am 29.10.2021 angemeldet.", ["2021-10-29"]),
        ("Am ersten Juli 2021 nehmen die Fachkräfte ihre Arbeit auf.", ["2021-07-01"]),
        ("Die Förderung läuft zum 31. Dezember dieses Jahres aus.", ["2021-12-31"]),
        ("Der Bescheid ist im Mai d. J. eingegangen.", ["2021-05"]),
        ("Die Stelle ist seit 03/21 unbesetzt.", ["2021-03"]),
        ("Mit der Fertigstellung sei im Laufe des Monats Oktober 2021 zu rechnen.", ["2021-10"]),
        ("Die Klausur ist für September 2021 in Aussicht genommen.", ["2021-09"]),
        ("Das Okay aus Düsseldorf kam 03/2021.", ["2021-03"]),
        ("Die Stelle ist seit 03.2021 besetzt.", ["2021-03"]),
        ("Der Bescheid kam im Mai '21 in Waldau an.", ["2021-05"]),
        ("Alle Kräfte arbeiten dort seit Mai 21, sagt Frau Kunze.", ["2021-05"]),
        ("Von den Stellen waren mit Stand vom heutigen Tage (Stand: 31.05.2021) sechs besetzt.", ["2021-05-31"]),
        ("Der Änderungsbescheid trägt das Datum 06.02.2021.", ["2021-02-06"]),
        ("Die Arbeit soll im 1. Quartal 2022 beginnen.", ["2022-Q1"]),
        ("Die Steuerungsgruppe hat sich am 08.02.2021 konstituiert.", ["2021-02-08"]),
        ("Der Rat hat den Etat gebilligt, das Land mit Bescheid vom 09.04.2021 die Mittel.", ["2021-04-09"]),
    ],
)
def test_event_in_other_words(text, dates):
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat ihn am 25.02.21 im Paket mit dem Etat abgesegnet.",
        "Der HFA hat am 23.01.20 (TOP 11) festgelegt, dass jährlich zu berichten ist.",
        "Basics zum Nachlesen: Vorlage 20/1107 (HFA, 24.09.20).",
        "Auf die Vorlage 203/2020, die dem Kreisausschuss in dessen Sitzung am 24. August 2020 vorlag, sei verwiesen.",
        "Die Angelegenheit war am 24.08.2020 Gegenstand der Beratung im Sozialausschuss.",
        "Vom Kreistag wurde dies am 14.12.2020 so entschieden.",
        "Dem Ausschuss ist alljährlich zum 31. März zu berichten.",
        "Die Nachweise sind jeweils bis zum 31.03. vorzulegen.",
        "Anträge sind bis zum 31. Oktober des jeweiligen Vorjahres zu stellen.",
        "Das Nähere regelt die Richtlinie vom 10.03.2021 mit ihren Anlagen.",
        "Auf die Anfrage der CDU-Fraktion vom 03.03.2021 antwortet die Verwaltung wie folgt.",
        "Näheres enthält die Vorlage 08/2021 mit ihren Anlagen.",
        "Die Drucksache 10/2021 ist allen zugegangen.",
        "Gegen die Niederschrift vom 04.05.2021 werden keine Einwendungen erhoben.",
        "Der Antrag der Fraktion DIE LINKE vom 09.03.2021 wird zurückgezogen.",
        "Maßgeblich ist die Entscheidung des Verwaltungsgerichts Berlin vom 14.08.2019.",
        "Auf das Gesetz zum Schutz des Bodens (Bodenschutzgesetz) vom 17.3.1998 wird verwiesen.",
        "Die Hauptsatzung, zuletzt geändert am 26.03.2019, regelt die Einzelheiten.",
        "Tagesordnung (exportiert: 01.10.2020) liegt als Datei bei.",
        "Gemeinderat 27.05.2021 25 Ö Kenntnisnahme",
        "Der Antrag ist aus der Gemeinderatssitzung vom 25. März 2021 verwiesen worden.",
        "Im Frühjahr soll ein weiteres Treffen folgen.",
        "Die Veranstaltung findet voraussichtlich im November statt.",
        "Aufwendungen des Produkts 05.03.02 steigen leicht an.",
    ],
)
def test_date_of_another_thing(text):
    assert found(text) == []


def test_without_a_day_of_the_document_the_tense_tells():
    assert found("Der Kreistag hatte am 28.09.2020 darüber entschieden.", None) == []
    assert found("Beraten werden soll das Papier am 15.09.2020 im Kreisausschuss.", None) == ["2020-09-15"]


@pytest.mark.parametrize(
    "text",
    [
        "Im Sozialausschuss ist am 30.03.2021 ausführlich über das Vorhaben gesprochen worden.",
        "Nachlesen könne man das alles in der Vorlage 301/2020, die am 18.11.2020 im Kreisausschuss war.",
        "Der Kreistag hatte sich am 26.11.2019 (TOP 9) einen jährlichen Bericht ausgebeten.",
        "Am 03.02.2021 war das Thema schon einmal im Hauptausschuss.",
        "Vor dem Integrationsrat hielt sie am 12.01.2021 einen Vortrag.",
        "Schon am 2. März 2021 kam die Sache im Sozialausschuss zur Sprache.",
        "Der Rat bekam den Bericht am 04.03.2021 zu Gesicht.",
        "Im HFA am 03.03.2021 war das Thema schon dran.",
        "Der Bericht ging am 03.03.2021 durch den Kreisausschuss.",
        "Wir hatten das Thema am 12.01.2021 auf der Tagesordnung.",
        "Die Vorlage wurde am 12.01.2021 vertagt.",
        "Im im Juni 2020 im Gemeinderat beschlossenen Plan steht das.",
        "Das Papier mit der Nummer 12/2020 vom 03.03.2020 liegt allen vor.",
        "In der zum 01.01.2021 geänderten Fassung gilt § 25b.",
        "Der Entwurf der Richtlinie vom 03.03.2021 liegt vor.",
    ],
)
def test_a_day_before_a_body_that_is_over_is_that_of_its_meeting(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Der Beirat hat sich am 03.02.2021 konstituiert.", ["2021-02-03"]),
        ("Losgegangen ist es am 02.02.2021.", ["2021-02-02"]),
        ("Am 02.02.2021 ging es los.", ["2021-02-02"]),
        ("Zwei Kräfte haben im April ihren Dienst aufgenommen.", ["2021-04"]),
        ("In der Koordination hätten zwei Leute im April angefangen; der Rest folge.", ["2021-04"]),
        ("Anfang März hat die erste Fachkraft angefangen.", ["2021-03"]),
        ("Die halbe Stelle wurde im März besetzt.", ["2021-03"]),
        ("Im Mai sei der Bescheid eingetroffen.", ["2021-05"]),
        ("Im Februar startete die Sprechstunde.", ["2021-02"]),
        ("Im April soll die Stelle besetzt worden sein.", []),
        ("Ob im April jemand angefangen hat, ist offen.", []),
        ("Im April wurde die Stelle nicht besetzt.", []),
        ("Die Richtlinie ist im Oktober erwartet worden.", []),
        ("Der Bericht wird im April erwartet, hieß es.", []),
        ("Die Beratung findet im Oktober statt.", []),
        ("Im Mai ist immer viel los.", []),
        ("Seit Januar seien schon rund 320 Leute in die Beratung gekommen.", []),
        ("Seit Januar laufe außerdem die offene Sprechstunde.", ["2021-01"]),
    ],
)
def test_a_month_without_its_year_in_which_something_was_done_is_the_last(text, dates):
    assert found(text) == dates


@pytest.mark.parametrize("day", [None, DAY])
@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Losgeschickt habe man den Antrag am 6. April, die Zusage sei am 3. August 2020 eingetrudelt.",
            ["2020-04-06", "2020-08-03"],
        ),
        ("Der Antrag ging am 12.03. raus, der Bescheid kam am 30.07.2020.", ["2020-03-12", "2020-07-30"]),
        ("Beantragt wurde das Geld am 12.03.2020, bewilligt am 30. Juli.", ["2020-03-12", "2020-07-30"]),
        ("Der Bescheid trage das Datum vom 18. Februar und sei am 24.02.2021 da.", ["2021-02-18", "2021-02-24"]),
    ],
)
def test_a_day_takes_the_year_of_the_one_beside_it_in_the_sentence(text, dates, day):
    assert found(text, day) == dates
