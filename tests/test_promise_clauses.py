"""What will be done, said by verbs, nouns, plans and labels, and what only looks alike; every sentence is invented."""

import pytest

from corpus.evidence import Document
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.speech import EXTRACTOR


def of(kind, text):
    text = "Ausschuss für Integration, Sitzung am 12.05.2022\n\nTOP 4\n\n" + text
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value for f in Analysis(document, topic_named("kim")).run(EXTRACTOR) if f.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Die erste Zusammenkunft der Lenkungsgruppe ist für Oktober 2022 terminiert.",
        "Man peilt für die Fertigstellung des Konzepts das 4. Quartal 2022 an.",
        "Eine schriftliche Antwort folgt mit dem Protokoll.",
        "Der nächste Sachstand kommt im Herbst.",
        "Frau Aydin hat zugesagt, die Zahlen bis zum 30.06.2022 zu liefern.",
        "Die Auflistung wird dem Protokoll als Anlage beigefügt.",
        "Von der Verwaltung wird zugesichert, dass die Politik eingebunden wird.",
        "Seitens der Verwaltung wurde eine Antwort zur Niederschrift versprochen.",
        "Das Ergebnis soll dem Ausschuss in der Septembersitzung 2022 vorgestellt werden.",
        "Die Ausschreibung der Stellen geht in den nächsten Wochen raus.",
        "Das Casemanagement startet voraussichtlich zum 01.09.2022.",
        "Spätestens nach den Herbstferien soll das Modul 2 anlaufen.",
        "Auch Modul 2 soll bis 09/2022 am Start sein.",
        "Herr Löhr will das Papier bis Ende Juli finalisieren.",
        "Mit dem Abschluss der Arbeiten am Konzept ist im November zu rechnen.",
        "Die Verwaltung geht davon aus, das Konzept im Herbst vorlegen zu können.",
        "Frau Aydin gibt die Antwort über das Protokoll.",
        "Die Erläuterung gibt es mit dem Protokoll.",
        "Herr Löhr liefert die Angaben mit der Niederschrift nach.",
        "Frau Aydin reicht die Liste nach.",
        "Einigkeit besteht, das Thema in einer eigenen Videokonferenz zu vertiefen, voraussichtlich im Juni.",
        "Es wird festgehalten, dass hierzu ein Fachgespräch stattfinden soll, wohl im September.",
        "Hierzu soll es einen separaten Online-Termin geben, angedacht ist der Juni.",
        "Das Kommunale Integrationszentrum verschickt eine Terminumfrage.",
        "Um den Termin kümmert sich das Kommunale Integrationszentrum.",
        "Die Terminfindung übernimmt das KI.",
        "Das KI hat dem Ausschuss jedes Jahr einen Bericht zu geben.",
        "Die Verwaltung ist gehalten, den Fachausschuss jährlich über die Arbeit zu unterrichten.",
        "Dem Fachausschuss ist jährlich ein Tätigkeitsbericht vorzulegen.",
        "Sobald der Bericht fertig ist, geht er den Fraktionen zu.",
        "Der Bericht wird den Fraktionen im Anschluss zugestellt.",
        "Die Fraktionen bekommen den Bericht anschließend per E-Mail.",
        "Die Fraktionen werden unverzüglich benachrichtigt.",
        "Wiedervorlage: Herbst 2022",
        "Geplante Fertigstellung: 4. Quartal 2022",
        "Zuständig: KI, bis 30.09.2022",
        "Bericht folgt im Q3.",
        "Vorlage zum nächsten Sitzungslauf.",
        "Die Verwaltung behält das Thema im Blick und berichtet erneut.",
        "Frau Aydin verspricht eine Rückmeldung.",
        "Der Landrat sagt eine Prüfung zu.",
        "Die Verwaltung nimmt die Anregung mit.",
        "Es ist beabsichtigt, die Kooperationsvereinbarung noch im Sommer 2022 zu unterzeichnen.",
        "Die Steuerungsgruppe konstituiert sich nach der Sommerpause.",
        "Die Lenkungsgruppe trifft sich erstmals im September 2022.",
        "Der Punkt kommt auf die Tagesordnung der nächsten Sitzung.",
        "Eine Evaluation ist für 2024 vorgesehen.",
        "Man werde die Frage klären und zu gegebener Zeit berichten.",
        "Die Beantwortung der beiden anderen Fragen erfolgt in der kommenden Sitzung.",
        "Die übrigen Fragen beantwortet Frau Aydin in der nächsten Sitzung.",
    ],
)
def test_what_will_be_done_is_a_commitment(text):
    assert of("commitment", text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Präsentation wird vorgestellt.",
        "Der Bericht wird zur Kenntnis genommen.",
        "Frau Aydin berichtet über den Stand der Umsetzung.",
        "Herr Löhr möchte wissen, ob die Verwaltung bis Mai berichten werde.",
        "Die Fraktion bittet, die Zahlen bis zum 30.06.2022 nachzureichen.",
        "Die Steuerungsgruppe trat am 03.03.2022 erstmals zusammen.",
        "Die Stellen wurden bis Ende 2021 ausgeschrieben.",
        "Wenn der Kreis bis Mai zustimmte, könnte der Bericht im Juni vorgelegt werden.",
        "Ein Bericht wird bis Ende 2022 nicht vorgelegt.",
        "Das Land erstattet die Kosten im Folgejahr.",
        "Der Kreis erhält für 2022 eine Zuwendung von 300.000 Euro.",
        "Die Nachbarstadt hatte geplant, 2021 zu beginnen.",
        "Das Wort erhält Frau Aydin.",
        "Beginn der Sitzung: 17:00 Uhr",
        "Die Ausländerbehörde übernimmt die Aufgaben nach dem Aufenthaltsgesetz.",
        "Der Verein berät jedes Jahr rund 300 Menschen.",
        "Die Niederschrift wird genehmigt.",
        "Die Fachkräfte beraten die Menschen im Quartier.",
        "Die Förderung endet am 31.12.2022.",
        "Frau Aydin fragt, wann das Konzept vorgelegt werde.",
    ],
)
def test_what_is_told_asked_or_past_is_no_commitment(text):
    assert of("commitment", text) == []
