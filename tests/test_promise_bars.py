"""What stands beside promises and is none, and whose deed a promise is; every sentence is invented."""

import pytest

from corpus.evidence import Document
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.speech import EXTRACTOR


def promises(text, head="Ausschuss für Integration, Sitzung am 12.05.2022\n\nTOP 4\n\n"):
    text = head + text
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value for f in Analysis(document, topic_named("kim")).run(EXTRACTOR) if f.kind == "commitment"]


@pytest.mark.parametrize(
    "text",
    [
        # a rule of law or a procedure
        "Den Anliegern ist vor der Auslegung Gelegenheit zu geben, sich zu äußern.",
        "Bei Mängeln ist die Hausverwaltung umgehend zu benachrichtigen.",
        "Mit Abgabe der Unterlagen verpflichten sich die Bieter, den Mindestlohn zu zahlen.",
        "Nach Einreichung wird der Antrag dem Ortsrat zugeleitet.",
        # news, and what is going on now
        "Die Förderung endet, weshalb ein anderes Angebot ab 2025 starten wird.",
        "Zurzeit wird das Programm für den Sommer vorbereitet und ab August werden Kurse angeboten.",
        "Das Stadtfest findet am 2. Oktober 2022 statt.",
        "Das Vorhaben läuft von Mai 2022 bis April 2025 in ganz Hessen.",
        # what is done as a rule
        "Der Aktionstag soll alle zwei Jahre stattfinden.",
        "Die Räume werden von der Stadt zur Verfügung gestellt.",
        "Die Belegung der Parkplätze wird ständig überprüft.",
        "Grundsätzlich erfolgt die Vorstellung im ersten Halbjahr.",
        # background: reasons, relative clauses, purposes
        "Der Plan, welcher im November 2022 beschlossen werden soll, zeigt den Bedarf an Wohnungen.",
        "Da im Frühjahr 2023 die Prognose vorliegen wird, ist der Bedarf an Schulen offen.",
        # figures and the past
        "Abbildung 3 Wohnungen bis Dezember 2022",
        "Im Jahr 2023 gingen die Zahlen der Anfragen zurück.",
        "Die Beleuchtung, die in die Jahre gekommen ist, soll erneuert werden.",
        # opinions of speakers, suggestions
        "Wir würden das Haus gerne bis 2024 sanieren und können dem Plan nicht zustimmen.",
        "Sie schlage vor, dass man in der Sitzung im Juni die Antworten ergänze.",
        "Frau Ohm schlägt einen Ortstermin vor.",
        # agreements that are long made, or a condition
        "Mit der Eigentümerin wurde im Mietvertrag ein Nutzungskonzept vereinbart.",
        "Verkauft wird erst, wenn man sich auf einen Ersatz geeinigt hat.",
        # what a paper encloses
        "Das Verzeichnis wird hiermit als Tischvorlage vorgelegt.",
    ],
)
def test_what_only_looks_like_a_promise_is_none(text):
    assert promises(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Maßnahmenplan soll bis zum Jahr 2025 umgesetzt werden.",
        "Ein Handlungskonzept wird derzeit erarbeitet und soll im August 2022 vorgestellt werden.",
        "Das Ortsgespräch mit der Verwaltung wird am 16.11.22 stattfinden.",
        "Die Anregung wird geprüft.",
        "Das solle vor den Herbstferien nachgeholt werden.",
        "Die Unterlagen werden dem Ausschuss zur Verfügung gestellt.",
        "Mit den Verbänden wird ein gemeinsamer Termin vereinbart.",
        "Die Verwaltung wird nach Abschluss der Prüfung wieder auf den Ausschuss zukommen.",
    ],
)
def test_what_somebody_will_do_stays_a_promise(text):
    assert len(promises(text)) == 1


def test_what_a_motion_asks_of_others_is_no_promise():
    text = "Die Verwaltung stellt bis zum Sommer 2022 die Kosten dar."
    assert promises(text, "Antrag der Fraktion X\n\n") == []
    assert len(promises(text, "Mitteilung der Verwaltung\n\n")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Frau Ohm berichtet, dass die Hecke im Herbst 2022 angelegt wird.", None),
        ("Herr Brandt erklärt, dass die Verwaltung die Zahlen bis Juni 2022 nachreichen wird.", "Verwaltung"),
        ("Die Fraktionen werden umgehend benachrichtigt.", None),
        ("Die Fraktionen bekommen den Bericht anschließend per E-Mail.", None),
        ("Herr Brandt wird zu einer der nächsten Sitzungen eingeladen.", None),
        ("Frau Ohm will das Anliegen in die Sitzung der Lenkungsgruppe mitnehmen.", "Ohm"),
        ("Ein Treffen der Lenkungsgruppe soll nach den Sommerferien stattfinden.", None),
        ("Die Verwaltung wird die Frage bis Juni 2022 klären.", "Verwaltung"),
    ],
)
def test_who_acts_is_not_who_tells_or_gets(text, who):
    assert [v["who"] for v in promises(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Die Verwaltung kann nicht zusagen, bis März 2023 einen Bericht vorzulegen.",
        "Die Verwaltung sagt keine Berichterstattung bis Mai zu.",
        "Die Verwaltung sagt nicht zu, die Liste nachzureichen.",
        "Die Verwaltung kann eine Vorlage bis Mai nicht zusichern.",
        "Die Verwaltung sichert keinen Bericht bis zum Herbst zu.",
        "Frau Ohm verspricht nicht, bis Mai zu berichten.",
        "Ein Bericht bis Mai wurde nicht zugesagt.",
        "Herr Vossen könne nicht versprechen, dass der Bericht bis Mai vorliege.",
        "Die Verwaltung verpflichtet sich nicht, bis Mai zu berichten.",
        "Die Verwaltung lehnt es ab, bis Mai einen Bericht vorzulegen.",
        "Die Verwaltung weigert sich, bis Mai zu berichten.",
        "Der Bericht wird nicht bis zur Sommerpause vorgelegt werden können.",
        "Die Verwaltung sieht sich nicht in der Lage, bis März 2023 einen Bericht vorzulegen.",
        "Eine Zusage, bis Mai zu berichten, gab die Verwaltung nicht ab.",
        "Da sind wir ganz optimistisch, dass wir das bis Mai vorlegen werden.",
    ],
)
def test_what_is_refused_is_not_promised(text):
    assert promises(text) == []


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Die Verwaltung sagt zu, bis Mai zu berichten, auch wenn noch nicht alle Zahlen vorliegen.", True),
        ("Die Verwaltung sagt zu, die nicht beantworteten Fragen bis Mai schriftlich zu beantworten.", True),
        ("Da heute keine Zahlen vorliegen, sagt die Verwaltung einen Bericht bis Mai zu.", True),
        ("Eine Liste kann die Verwaltung nicht zusagen, sie wird aber bis Mai berichten.", True),
        ("Die Verwaltung ist heute nicht in der Lage zu antworten und wird die Antwort nachreichen.", True),
        ("Der Beirat wird den Träger zur nächsten Sitzung einladen.", True),
        ("Der Beirat möchte den Träger zur nächsten Sitzung einladen.", False),
    ],
)
def test_what_is_promised_beside_a_no_and_what_is_only_wished(text, firm):
    assert [p["firm"] for p in promises(text)] == [firm]
