"""Whole documents of kinds beside minutes and papers: notices, overviews of decisions, press releases, quoted grants.

Each short document is read by all extractors; `wanted` says what must be found, `spared` what must not be.
"""

from __future__ import annotations

from typing import Any

import pytest

from corpus.evidence import Document, Fact
from extractors import all_extractors, topic_named
from extractors.analysis import Analysis

Want = tuple[str, dict[str, Any]]

GAZETTE = """Amtsblatt der Stadt Hohenlinde
Nr. 14 / 2023                                   Erscheinungstag: 02.06.2023

Rat stellt Weichen für das Kommunale Integrationsmanagement

Aus der Ratssitzung vom 25.05.2023

Mit den Stimmen von SPD, CDU und Grünen gegen die AfD hat der Rat am Donnerstag (25.05.2023) der Fortführung des \
Kommunalen Integrationsmanagements (KIM) zugestimmt (Vorlage V/0412/23, TOP 9.1). 41 Ratsmitglieder stimmten dafür, \
5 dagegen, 3 enthielten sich.

Ein Änderungsantrag der FDP, die Förderung auf zwei Jahre zu begrenzen, fand keine Mehrheit.

Weitere Beschlüsse

- Der Rat nahm den Jahresbericht der Volkshochschule einstimmig zur Kenntnis.
- Für die Feuerwehr werden zwölf neue Stellen geschaffen. Sie kosten 900.000 Euro im Jahr.
- Der Antrag der Fraktion Die Linke auf kostenfreie Busse wurde mit 6 gegen 43 Stimmen abgelehnt.

Die nächste Sitzung des Rates findet am 29.06.2023 statt.
"""

PRESS = """Pressemitteilung 112/2022

Kreistag bringt Integrationsmanagement auf den Weg

Kreis Auenfeld. Der Kreistag hat in seiner Sitzung am Montag, 12.12.2022, den Aufbau des Kommunalen \
Integrationsmanagements (KIM) beschlossen. Für die Vorlage votierten 44 Kreistagsmitglieder, sechs stimmten dagegen, \
zwei enthielten sich.

„Das ist ein Meilenstein für den Kreis“, freute sich Landrätin Kerstin Boll.

Der Vorschlag der AfD-Fraktion, die Mittel zu streichen, scheiterte mit sieben zu 45 Stimmen.
"""

OVERVIEW = """Stadt Birkenrode
Beschlussübersicht

12. Sitzung des Ausschusses für Soziales und Integration am 07.09.2022

TOP 4 Kommunales Integrationsmanagement - Sachstand (Vorlage 233/2022)
Ergebnis: Kenntnis genommen

TOP 5 Antrag der CDU-Fraktion: Stelle im Case Management
Ergebnis: mehrheitlich abgelehnt (8 Ja, 11 Nein, 1 Enthaltung)

TOP 6 Lenkungsgruppe KIM
Ergebnis: einstimmig empfohlen
"""

GRANT = """Stadt Querenau
Fachbereich 50 - Soziales
Öffentliche Mitteilungsvorlage Nr. 88/2021

Sitzung: Sozialausschuss
Sitzungstermin: Mittwoch, 15.09.2021, 17:30 Uhr
Tagesordnungspunkt: 7

Förderbescheide zum Kommunalen Integrationsmanagement (KIM)

1. Anlass
Der Stadt liegen die Bescheide des Landes vor.

2. Inhalt der Bescheide
2.1 Koordinierung
Mit Bescheid vom 30.06.2021 wurden 110.000 EUR bewilligt.

2.2 Fallmanagement
Es werden vier Stellen gefördert.

2.3 Ausländer- und Einbürgerungsbehörde
Eine Stelle wird gefördert.

Ergebnis der Beratung: Der Sozialausschuss nahm die Mitteilung bei zwei Enthaltungen zur Kenntnis. Ein Antrag der \
Fraktion Volt, den Bericht zu vertagen, wurde mehrheitlich abgelehnt.
"""

URGENT = """Gemeinde Taldorf
Dringlichkeitsentscheidung gemäß § 60 Abs. 1 GO NRW
Drucksache Nr. 17/2021

Im Wege der Dringlichkeit wird entschieden, die Stellen des Kommunalen Integrationsmanagements (KIM) sofort zu besetzen.

Beratungsergebnis
Der Rat hat die Dringlichkeitsentscheidung am 24.06.2021 genehmigt.
"""

SHORT = """Kurzprotokoll

Sitzung des Integrationsrates vom 11.11.2021

1. Bericht zum KIM
Die Verwaltung trug vor. Der Bericht wurde ohne Aussprache zur Kenntnis genommen.

2. Entsendung in die Lenkungsgruppe
Frau Demir wurde bei einer Gegenstimme gewählt. Dem Vorschlag der Verwaltung folgte das Gremium.
"""

YEARLY = """Jahresbericht 2022 des Kommunalen Integrationszentrums

Kommunales Integrationsmanagement (KIM)

Das KIM besteht aus der strategischen Steuerung, dem Case Management und der Stärkung der Ausländerbehörde. Neben dem \
Fallmanagement, in dem fünf Stellen besetzt sind, gehören dazu die Koordinierung mit zwei Kräften sowie eine Stelle in \
der Einbürgerungsbehörde.
"""

DOCUMENTS: dict[str, tuple[str, list[Want], list[Want]]] = {
    "gazette": (
        GAZETTE,
        [
            ("meeting", {"body": "Rat", "date": "2023-05-25"}),
            ("paper", {"reference": "V/0412/23"}),
            ("agenda_item", {"number": "9.1"}),
            ("result", {"normalised": "adopted"}),
            ("vote", {"yes": 41, "no": 5, "abstentions": 3}),
            ("result", {"normalised": "rejected"}),
            ("result", {"normalised": "noted"}),
            ("vote", {"yes": 6, "no": 43}),
            ("position", {"stance": "demand"}),
        ],
        [
            ("decision_ref", {"date": "2023-05-25"}),
            ("meeting", {"date": "2023-06-29"}),
            ("post", {"number": 12, "programme": "KIM"}),
            ("money", {"value_eur": 900_000, "programme": "KIM"}),
        ],
    ),
    "press": (
        PRESS,
        [
            ("meeting", {"body": "Kreistag", "date": "2022-12-12"}),
            ("result", {"normalised": "adopted"}),
            ("vote", {"yes": 44, "no": 6, "abstentions": 2}),
            ("result", {"normalised": "rejected"}),
            ("position", {"stance": "support"}),
        ],
        [],
    ),
    "overview": (
        OVERVIEW,
        [
            ("meeting", {"body": "Ausschuss für Soziales und Integration", "date": "2022-09-07"}),
            ("agenda_item", {"number": "4"}),
            ("agenda_item", {"number": "6"}),
            ("result", {"normalised": "noted"}),
            ("result", {"normalised": "rejected"}),
            ("vote", {"yes": 8, "no": 11, "abstentions": 1}),
            ("result", {"normalised": "recommended"}),
            ("paper", {"reference": "233/2022"}),
        ],
        [("decision_ref", {})],
    ),
    "grant": (
        GRANT,
        [
            ("meeting", {"body": "Sozialausschuss", "date": "2021-09-15", "time_start": "17:30"}),
            ("paper", {"reference": "88/2021", "type_raw": "Mitteilungsvorlage"}),
            ("agenda_item", {"number": "7"}),
            ("lead_unit", {"code": "Fachbereich 50"}),
            ("module", {"number": 1}),
            ("module", {"number": 2}),
            ("module", {"number": 3}),
            ("result", {"normalised": "noted"}),
            ("vote", {"abstentions": 2}),
            ("result", {"normalised": "rejected"}),
        ],
        [("result", {"normalised": "deferred"}), ("consultation", {})],
    ),
    "urgent": (
        URGENT,
        [("paper", {"reference": "17/2021"}), ("decision_ref", {"body": "Rat", "date": "2021-06-24"})],
        [("result", {"normalised": "rejected"})],
    ),
    "short": (
        SHORT,
        [
            ("meeting", {"body": "Integrationsrat", "date": "2021-11-11"}),
            ("result", {"normalised": "noted"}),
            ("result", {"normalised": "adopted"}),
            ("vote", {"no": 1}),
        ],
        [],
    ),
    "yearly": (
        YEARLY,
        [("module", {"number": 1}), ("module", {"number": 2}), ("module", {"number": 3})],
        [("meeting", {}), ("result", {})],
    ),
}


def facts(text: str) -> list[Fact]:
    """All facts of a document of which no page states anything."""
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    return [fact for extractor in all_extractors() for fact in analysis.run(extractor)]


def holds(found: list[Fact], want: Want) -> bool:
    """Whether a fact of the kind has the wanted fields."""
    kind, fields = want
    return any(f.kind == kind and all(f.value.get(k) == v for k, v in fields.items()) for f in found)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str) -> None:
    text, wanted, spared = DOCUMENTS[name]
    found = facts(text)
    assert [w for w in wanted if not holds(found, w)] == []
    assert [s for s in spared if holds(found, s)] == []
