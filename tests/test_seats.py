"""Seats in a steering group as clerks tell them: clauses of many kinds, lists and tables under many headings."""

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.groups import EXTRACTOR


def seats(text: str) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f for f in Analysis(document, topic_named("kim")).run(EXTRACTOR) if f.kind == "body_member"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Vorsitzende des Integrationsrats sitzt mit Stimmrecht in der Lenkungsgruppe.",
        "In der Lenkungsgruppe ist der Integrationsrat durch seinen Vorsitzenden vertreten.",
        "Der Integrationsrat hat in der Steuerungsgruppe einen festen Sitz.",
        "Die Vorsitzende des Integrationsausschusses nimmt an der Lenkungsgruppe mit beratender Stimme teil.",
        "Als stimmberechtigtes Mitglied gehört der Integrationsratsvorsitzende der Lenkungsgruppe an.",
        "Herr Rot antwortet, man habe den Vorsitzenden des Integrationsrates in die Lenkungsgruppe berufen.",
        "Die Lenkungsgruppe zählt den Vorsitz des Integrationsrates zu ihren Mitgliedern.",
        "Antwort: Ja, der Vorsitz des IR ist in der Lenkungsgruppe dabei.",
        "Zur Lenkungsgruppe gehört auch der Vorsitzende des Ausschusses.",
        "Der Vorsitz des Integrationsrats wirkt in der Lenkungsgruppe mit.",
        "Der Integrationsrat entsendet seinen Vorsitzenden in die Lenkungsgruppe.",
        "Mitglied der Lenkungsgruppe sei auch der Vorsitz des Integrationsrates.",
        "Dem Lenkungskreis gehöre die Sprecherin des Beirats beratend an.",
        "Der Integrationsrat sei beteiligt, weil dessen Vorsitzende einen Platz im Lenkungskreis habe.",
        "Der Ausschussvorsitzende ist geborenes Mitglied der Lenkungsgruppe.",
        "Der Vorsitzende des Integrationsrats sei bereits Teil der Lenkungsgruppe.",
        "Die Lenkungsgruppe wird von der Sozialdezernentin geleitet.",
        "Den Vorsitz in der Lenkungsgruppe führt der Kreisdirektor.",
        "Er verweist darauf, dass in der Lenkungsgruppe der Vorsitzende des Integrationsrats Sitz und Stimme hat.",
        "Zur Lenkungsgruppe erklärt Herr Rot, der Vorsitz des Integrationsrats sei dort vertreten.",
        "Herr Rot antwortet: Der Vorsitzende des Integrationsrates gehört der Lenkungsgruppe bereits an.",
        "Die Vorsitzende, Frau Blau, sitzt für den Integrationsrat in der Steuerungsgruppe.",
        "Der Integrationsrat werde in der Steuerungsgruppe durch seine Vorsitzende vertreten.",
        "In der Lenkungsgruppe ist auch der Vorsitzende des Integrationsrates stimmberechtigt.",
        "Die Leiterin des Jobcenters ist Mitglied der Lenkungsgruppe.",
        "Es besteht eine Lenkungsgruppe. Ihr gehört auch die Vorsitzende des Integrationsrates an.",
        "Die Integrationsratsvorsitzende ist in der Lenkungsgruppe mit Stimmrecht dabei.",
        "Der Integrationsrat verfügt über einen Sitz in der Lenkungsgruppe.",
        "Der Integrationsrat ist mit einer Stimme in der KIM-Steuerungsgruppe vertreten.",
        "In der Lenkungsrunde sitzt der IR-Vorsitz mit am Tisch.",
        "Ein Sitz in der Lenkungsgruppe steht dem Vorsitz des Integrationsrats zu.",
    ],
)
def test_a_clause_that_tells_a_seat(text):
    assert len(seats(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Soll der Integrationsrat einen Sitz in der Lenkungsgruppe erhalten?",
        "Die Fraktion beantragt, dass der Vorsitzende des Integrationsrates Mitglied der Lenkungsgruppe wird.",
        "Der Vorsitz des Integrationsrates könnte Mitglied der Lenkungsgruppe werden.",
        "Er regt an, den Vorsitzenden des Integrationsrates in die Lenkungsgruppe aufzunehmen.",
        "Der Vorsitzende des Integrationsrates dankt für den Bericht aus der Lenkungsgruppe.",
        "Die Leiterin des Sozialamtes berichtet über die Sitzung der Lenkungsgruppe.",
        "Der Integrationsrat ist in der Lenkungsgruppe bislang nicht vertreten.",
        "Frau Blau fragt, ob der Integrationsrat in der Lenkungsgruppe vertreten sei.",
        "Vertreterinnen der Ämter, des Jobcenters und der Wohlfahrtsverbände gehören der Lenkungsgruppe an.",
        "Der Integrationsrat nimmt die Ergebnisse der Lenkungsgruppe zur Kenntnis.",
        "Ist der Integrationsrat in der Lenkungsgruppe vertreten?",
        "Der Ausschuss nimmt den Bericht der Lenkungsgruppe zur Kenntnis.",
        "Der Beigeordnete teilt mit, dass die Lenkungsgruppe am 3. Mai getagt hat.",
        "Der Vorsitzende hat die Sitzung der Lenkungsgruppe verschoben.",
        "Der Ausschuss berät über die Lenkungsgruppe mit.",
        "Der Rat hat die Bildung einer Lenkungsgruppe beschlossen.",
        "Der Leiter des Amtes nimmt zum Stand der Lenkungsgruppe Stellung.",
        "Die Bürgermeisterin hat die Steuerungsgruppe eingesetzt.",
        "Der Rat stimmt der Einrichtung der Lenkungsgruppe zu.",
        "Herr Rot, Vorsitzender des Integrationsrats, möchte wissen, wer in der Lenkungsgruppe sitzt.",
        "Die Fraktion beantragt zu beschließen:\n1. Die Lenkungsgruppe tagt öffentlich.\n"
        "2. Der Integrationsrat entsendet zwei Mitglieder in die Lenkungsgruppe.",
    ],
)
def test_a_clause_that_tells_none(text):
    assert seats(text) == []


def test_the_council_of_a_pronoun():
    (fact,) = seats(
        "Wie ist der Integrationsrat beteiligt? Sein Vorsitzender gehöre dem Lenkungskreis mit beratender Stimme an."
    )
    assert fact.value["organization"] == "Integrationsrat"
    assert fact.value["role"] == "mit beratender Stimme"


ROWS = [
    "Kreis Wieda: Dezernent für Soziales",
    "Leitung Kommunales Integrationszentrum",
    "Geschäftsführung Jobcenter Wieda",
    "Vorstand des Caritasverbandes Ostwig",
    "Stadt Ostwig: Leitung Jugendamt",
]
AREAS = ["Vorsitz", "KIM-Koordination", "Arbeitsmarkt", "Wohlfahrt", "kreisangehörige Städte"]
HEADS = [
    "Die Lenkungsgruppe hat am 04.05.2022 erstmals getagt. Ihr gehören an:",
    "Die Lenkungsgruppe setzt sich derzeit wie folgt zusammen:",
    "In der Lenkungsgruppe arbeiten mit:",
    "Besetzung der Lenkungsgruppe (Stand 05/2022):",
    "Die Lenkungsgruppe besteht. Mitglieder:",
    "Das erste Treffen der Lenkungsgruppe fand am 3.5.2022 statt. Aktuelle Besetzung:",
    "KIM-Lenkungsgruppe\n\nTeilnehmerkreis",
    "Zusammensetzung der Steuerungsgruppe",
    "Die Steuerungsgruppe hat zehn Sitze. Sie verteilen sich so:",
    "Wer sitzt in der Lenkungsgruppe? Die Verwaltung gibt folgende Liste zu Protokoll:",
    "In die Lenkungsgruppe sind entsandt:",
    "Die Verwaltung teilt zur Lenkungsgruppe mit. Als Mitglieder wurden benannt:",
    "Vertreten sind in der Lenkungsgruppe:",
    "Die Lenkungsgruppe wird gebildet aus:",
    "Der Lenkungskreis hat sich konstituiert. Am Tisch sitzen:",
    "Die Lenkungsgruppe umfasst folgende Personen:",
]
CELLS = [f"{row}\t{area}" for row, area in zip(ROWS, AREAS, strict=True)]
FORMS = {
    "dashes": "\n".join(f"- {row}" for row in ROWS),
    "bullets with areas": "\n" + "\n".join(f"– {row} ({area})" for row, area in zip(ROWS, AREAS, strict=True)),
    "numbers": "\n".join(f"{i}. {row}" for i, row in enumerate(ROWS, 1)),
    "letters": "\n" + "\n".join(f"{letter}) {row}," for letter, row in zip("abcde", ROWS, strict=True)),
    "lines": "\n" + "\n".join(ROWS),
    "table": "\n" + "\n".join(["Funktion\tBereich", *CELLS]),
    "table with other heads": "\n" + "\n".join(["Wer\tWofür", *CELLS]),
    "table without heads": "\n" + "\n".join(CELLS),
    "table with numbers": "\n" + "\n".join(["Nr.\tMitglied\tRessort", *(f"{i}\t{c}" for i, c in enumerate(CELLS, 1))]),
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("form", FORMS)
def test_lists_and_tables(head, form):
    found = seats(f"{head}\n{FORMS[form]}\n\nDanach wurde beraten.")
    assert [f.value["function"].removesuffix(f" ({a})") for f, a in zip(found, AREAS, strict=True)] == ROWS


def test_a_list_of_kinds_of_bodies_names_no_members():
    assert (
        seats("Die Lenkungsgruppe tagte. Ihr gehören an:\na) die beteiligten Ämter,\nb) die Fraktionen,\nc) die AWO.")
        == []
    )


def test_partners_listed_after_the_group_are_no_members():
    text = "Die Lenkungsgruppe tagte. Partner der Förderung sind:\n- Caritas Wieda\n- AWO Wieda\n- Diakonie Wieda\n"
    assert seats(text) == []


def test_a_list_in_parts_goes_on_under_each_label():
    text = (
        "Die Lenkungsgruppe KIM setzt sich aus folgenden Personen zusammen:\n\nKreis Rot:\n"
        "- Kreisdirektorin (Vorsitz)\n"
        "- Leiter des Kommunalen Integrationszentrums\n- Amtsleiter Ordnung\n\nStädte und Gemeinden:\n"
        "- Bürgermeisterin der Stadt Blau\n- Sozialamtsleiter der Gemeinde Grün\n\nAls Nächstes plant man:\n- Treffen\n"
    )
    assert len(seats(text)) == 5


def test_a_seat_told_beside_a_vote_that_is_refused():
    text = (
        "Auf die Frage, ob der Integrationsrat in der Lenkungsgruppe mitreden dürfe, sagte Frau Rot, die Vorsitzende "
        "des Integrationsrats sitze dort mit drin, mitstimmen dürfe sie allerdings nicht."
    )
    assert len(seats(text)) == 1
