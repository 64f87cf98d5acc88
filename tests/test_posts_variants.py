"""Posts in the phrasing of other clerks: parts, rests, persons, tables of staff plans, and what counts no posts.

Every town is invented. Each case gives number, module, employer and state of all posts that the text tells.
"""

import pytest

from corpus.evidence import Document
from extractors import modules, posts, topic_named
from extractors.analysis import Analysis

ABH, KI, OWN = "foreigners_authority", "municipality_ki", "municipality"
WELFARE, MIXED, MEMBER = "welfare_associations", "mixed", "member_municipality"


def read(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    analysis.run(modules.EXTRACTOR)
    return analysis.run(posts.EXTRACTOR)


def told(text):
    values = [f.value for f in read(text)]
    return [(v["number"], v["module"], v["carrier"], v["status"]) for v in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dem Kreis Dornhagen stehen im Case Management des KIM sechs Stellen zu. Vier davon sind besetzt, "
            "die beiden anderen werden derzeit ausgeschrieben.",
            [(6, 2, None, "granted"), (4, 2, None, "filled"), (2, 2, None, "advertised")],
        ),
        (
            "Im Case Management des KIM hat das Land dem Kreis neun VZÄ zuerkannt, eine mehr als 2022. Sieben "
            "hiervon seien besetzt, die restlichen zwei würden im Herbst ausgeschrieben.",
            [(9, 2, None, "granted"), (1, 2, None, "granted"), (7, 2, None, "filled"), (2, 2, None, "planned")],
        ),
        (
            "Das KIM umfasst im Modul 2 zehn Stellen. Hiervon sind sechs im KI angesiedelt, je zwei bei der "
            "Caritas und der AWO.",
            [(10, 2, None, None), (6, 2, KI, None), (2, 2, WELFARE, None)],
        ),
        (
            "Von den drei Stellen im Modul 3 des KIM konnte bislang nur eine besetzt werden; zwei sind "
            "weiterhin vakant.",
            [(3, 3, ABH, None), (1, 3, ABH, "filled"), (2, 3, ABH, None)],
        ),
        (
            "Das Land fördert im KIM vier Stellen für Koordination, davon anderthalb für die Verwaltungsassistenz.",
            [(4, 1, None, "granted"), (1.5, 1, None, "granted")],
        ),
        ("Für das Case Management des KIM wurden vier Fachkräfte eingestellt.", [(4, 2, None, "filled")]),
        (
            "Im KIM arbeiten derzeit fünf Mitarbeitende mit zusammen 4,25 VZÄ.",
            [(5, None, None, "filled"), (4.25, None, None, "filled")],
        ),
        ("Die Zahl der KIM-Stellen im Case Management steigt um zwei auf fünf.", [(5, 2, None, None)]),
        ("Das Case Management des KIM wird um 1,5 auf 6,5 VZÄ aufgestockt.", [(6.5, 2, None, None)]),
        ("Für die Koordinierung des KIM steht eine 50 %-Stelle zur Verfügung.", [(0.5, 1, None, "granted")]),
        (
            "In der Ausländerbehörde wurde für das KIM eine Stelle mit 19,5 Wochenstunden eingerichtet und besetzt.",
            [(1, 3, ABH, "filled")],
        ),
        ("Für die Verwaltungsassistenz des KIM sind 0,5 Stellenanteile vorgesehen.", [(0.5, 1, None, "planned")]),
        (
            "Zwei halbe Stellen im Case Management des KIM konnten zum 1. April besetzt werden.",
            [(1, 2, None, "filled")],
        ),
        (
            "Der Kreis Dornhagen beabsichtigt, zwei der fünf Case-Management-Stellen des KIM an die Caritas zu "
            "vergeben.",
            [(2, 2, WELFARE, "planned"), (5, 2, MIXED, "planned")],
        ),
        (
            "Der Kreis hat drei seiner neun Case-Management-Stellen des KIM der AWO übertragen.",
            [(3, 2, WELFARE, None), (9, 2, MIXED, None)],
        ),
        (
            "Ursprünglich sollten drei Stellen des Case Managements im KIM an die Diakonie gehen; davon wurde "
            "Abstand genommen.",
            [(3, 2, WELFARE, "superseded")],
        ),
        (
            "Die geplanten vier Stellen bei den Wohlfahrtsverbänden im KIM-Case-Management sind nicht mehr vorgesehen.",
            [(4, 2, WELFARE, "superseded")],
        ),
        (
            "Die Verwaltung hatte im KIM zunächst mit acht Stellen gerechnet; bewilligt wurden sechs.",
            [(8, None, None, "superseded"), (6, None, None, "granted")],
        ),
        ("Die 2,5 Stellen der Koordinierung des KIM sind seit Mai 2022 vergeben.", [(2.5, 1, None, "filled")]),
        (
            "Die noch unbesetzte KIM-Stelle in der Gemeinde Lohe soll erneut ausgeschrieben werden.",
            [(1, None, OWN, "planned")],
        ),
        (
            "Auf die strategische Steuerung des KIM entfallen 3,0 VZÄ, auf das Case Management 6,0 VZÄ und auf "
            "die Ausländerbehörde 1,5 VZÄ.",
            [(3, 1, None, None), (6, 2, None, None), (1.5, 3, ABH, None)],
        ),
        (
            "KIM: Modul 1: 3,5 Stellen; Modul 2: 7 Stellen (davon 2 bei der AWO); Modul 3: 2 Stellen.",
            [(3.5, 1, None, None), (7, 2, None, None), (2, 2, WELFARE, None), (2, 3, ABH, None)],
        ),
        (
            "Zwei Vollzeit- und eine halbe Stelle im Case Management des KIM sind besetzt.",
            [(2, 2, None, "filled"), (0.5, 2, None, "filled")],
        ),
        (
            "Die Koordinierung des KIM bleibt bei zwei Vollzeit- und einer halben Assistenzstelle.",
            [(2, 1, None, None), (0.5, 1, None, None)],
        ),
        (
            "KIM-Personal in der Ausländerbehörde: 1,5 VZÄ (besetzt), 0,5 VZÄ (vakant).",
            [(1.5, 3, ABH, "filled"), (0.5, 3, ABH, None)],
        ),
        (
            "Für KIM sind im Stellenplan 2024 insgesamt 9,5 Stellen ausgewiesen, von denen derzeit 7,75 besetzt sind.",
            [(9.5, None, OWN, None), (7.75, None, OWN, "filled")],
        ),
        (
            "Mit Bescheid vom 02.02.2023 wurden der Stadt Ahlbeck für KIM Mittel für 5 Personalstellen im Case "
            "Management gewährt.",
            [(5, 2, None, "granted")],
        ),
        ("Für Modul 3 des KIM kann die Stadt bis zum 31.03. zwei Stellen beantragen.", [(2, 3, ABH, "applicable")]),
        (
            "Die Stadt Ahlbeck hat im KIM zusätzlich zwei Stellen aus eigenen Mitteln eingerichtet.",
            [(2, None, None, None)],
        ),
        (
            "Der Rat hat die Einrichtung von vier zusätzlichen Stellen für KIM beschlossen.",
            [(4, None, None, "decided")],
        ),
        ("Die Verwaltung schlägt vor, im KIM drei befristete Stellen zu entfristen.", [(3, None, None, "planned")]),
        (
            "Je eine Stelle im Case Management des KIM wird bei der Stadt Ahlbeck und der Gemeinde Lohe angesiedelt.",
            [(1, 2, OWN, None)],
        ),
        (
            "Das KIM-Team besteht aus sieben Case Managerinnen und Case Managern, zwei Koordinatorinnen und "
            "einer Verwaltungskraft.",
            [(7, 2, None, None), (2, 1, None, None), (1, 1, None, None)],
        ),
        (
            "Im KIM wurden drei Fallmanager eingestellt, die beim Caritasverband beschäftigt sind.",
            [(3, 2, WELFARE, "filled")],
        ),
        (
            "Die halbe Stelle in der Einbürgerungsbehörde ist trotz dreimaliger Ausschreibung weiterhin nicht "
            "besetzt. Sie gehört zum KIM.",
            [(0.5, 3, ABH, "advertised")],
        ),
        (
            "Im Kreis Dornhagen ist KIM mit 12 Stellen vertreten (Modul 1: 3,0; Modul 2: 7,0; Modul 3: 2,0).",
            [(12, None, OWN, None), (3, 1, OWN, None), (7, 2, OWN, None), (2, 3, OWN, None)],
        ),
        (
            "Sechs Vollzeitstellen des Case Managements im KIM werden durch das Land refinanziert.",
            [(6, 2, None, "granted")],
        ),
        (
            "Das Land stellt dem Kreis für KIM Personalmittel im Umfang von 4,5 Stellen bereit.",
            [(4.5, None, None, "granted")],
        ),
        ("Der Stellenumfang im KIM-Case-Management beträgt 3,25 VZÄ.", [(3.25, 2, None, None)]),
        (
            "Die KIM-Koordination ist mit 1,0 VZÄ und die Assistenz mit 0,5 VZÄ ausgestattet.",
            [(1, 1, None, None), (0.5, 1, None, None)],
        ),
        (
            "Für die Ausländerbehörde hat das Land anderthalb Stellen aus Baustein 3 des KIM in Aussicht gestellt.",
            [(1.5, 3, ABH, "planned")],
        ),
        (
            "Die Verwaltung plant, im KIM zum 01.07.2024 zwei weitere Case Managerinnen einzustellen.",
            [(2, 2, None, "planned")],
        ),
        (
            "Eine der beiden KIM-Koordinationsstellen ist seit dem Sommer vakant, die Nachbesetzung läuft.",
            [(1, 1, None, None), (2, 1, None, None)],
        ),
        (
            "Die Stadt beschäftigt im Rahmen des KIM vier Sozialarbeiterinnen auf 3,5 Stellen.",
            [(4, None, None, "filled"), (3.5, None, None, "filled")],
        ),
        (
            "Der Kreistag hat am 12.12.2022 die unbefristete Einrichtung der 5,0 KIM-Stellen beschlossen.",
            [(5, None, None, "decided")],
        ),
        (
            "Zum Stellenplan 2025 sind für das KIM 1,5 zusätzliche Planstellen angemeldet.",
            [(1.5, None, OWN, "planned")],
        ),
        (
            "Das Land hat mitgeteilt, dass dem Kreis für das Jahr 2022 weitere 3 Personalstellen (KIM, "
            "Baustein 2) zugewiesen werden.",
            [(3, 2, None, "granted")],
        ),
        (
            "Die KIM-Förderung umfasst 1 Stelle Koordination, 4 Stellen Case Management und 0,5 Stelle "
            "Ausländerbehörde.",
            [(1, 1, None, "granted"), (4, 2, None, "granted"), (0.5, 3, ABH, "granted")],
        ),
        (
            "- Koordination KIM: 1,5 Stellen (besetzt)\n- Case Management KIM: 5 Stellen (davon 1 vakant)\n- "
            "Ausländerbehörde KIM: 1 Stelle (Ausschreibung läuft)",
            [(1.5, 1, None, "filled"), (5, 2, None, None), (1, 2, None, None), (1, 3, ABH, "advertised")],
        ),
        (
            "Stellenübersicht KIM\nKoordination: 2,0 VZÄ\nCase Management: 5,5 VZÄ\nAusländerbehörde: 1,0 "
            "VZÄ\nGesamt: 8,5 VZÄ",
            [(2, 1, None, None), (5.5, 2, None, None), (1, 3, ABH, None), (8.5, None, None, None)],
        ),
        (
            "Im KIM seien von den bewilligten 7,0 VZÄ aktuell 5,75 VZÄ besetzt; die Differenz von 1,25 VZÄ "
            "werde zum Herbst nachbesetzt.",
            [(7, None, None, None), (5.75, None, None, "filled"), (1.25, None, None, "planned")],
        ),
        ("Es wird beantragt, im KIM-Case-Management zwei zusätzliche Stellen einzurichten.", [(2, 2, None, "planned")]),
        ("Die SPD-Fraktion fordert eine Aufstockung um drei auf zehn Stellen im KIM.", [(10, None, None, "planned")]),
        ("Der Personalrat hat der Ausschreibung der 2,0 KIM-Stellen zugestimmt.", [(2, None, None, "advertised")]),
        (
            "Aus KOMM-AN NRW werden eine Vollzeitstelle und 15.000 € Sachmittel finanziert. Im KIM gibt es "
            "fünf Stellen.",
            [(1, None, None, "granted"), (5, None, None, "filled")],
        ),
        (
            "Neben KIM beteiligt sich der Kreis am Förderprogramm „Starke Nachbarn“. Hierfür wurden zwei "
            "Stellen eingerichtet und 80.000 € bewilligt.",
            [(2, None, None, "granted")],
        ),
    ],
)
def test_posts_in_other_words(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Kolleginnen des KIM haben das Haus verlassen.",
        "Im KIM meldeten sich drei Mitarbeitende, die Interesse an einer Hospitation haben.",
        "Die Volkshochschule beschäftigt 12 Lehrkräfte. Das KIM ist nicht betroffen.",
        "Die KIM-Fälle je Vollzeitäquivalent liegen bei 40.",
        "Im KIM wurden 312 Menschen beraten, davon 40 im Rathaus.",
        "Zur KIM-Lenkungsgruppe gehören auch fünf Beratungsstellen und drei Dienststellen.",
        "Die dritte Stelle im Verfahren ist die Bezirksregierung; KIM ist nicht betroffen.",
    ],
)
def test_what_counts_no_posts(text):
    assert told(text) == []


STAFF_PLAN = (
    "Stellenplan 2024, Kommunales Integrationsmanagement\n"
    "Entgeltgruppe\tStellen 2023\tStellen 2024\tbesetzt am 30.06.2023\n"
    "EG 12\t2,0\t3,0\t2,0\nS 12\t5,0\t6,0\t4,5\nSumme\t7,0\t9,0\t6,5"
)
ALIGNED = (
    "Stellenplan KIM (Auszug)\n"
    "Funktion                     EG        Stellen 2024    davon besetzt\n"
    "Koordination                 EG 12     2,0             1,0\n"
    "Case Management              S 12      6,0             5,5\n"
    "gesamt                                 8,0             6,5"
)
PLACES = (
    "Stellenplan zum KIM\nBaustein | Aufgabe | Stellen | EG | Ansiedlung\n---|---|---|---|---\n"
    "1 | Koordination | 3,0 | EG 12 | KI\n3 | Einbürgerung | 0,5 | A 10 | Amt 32\nSumme | | 3,5 | |"
)
EMPTY_CORNER = "KIM-Stellen in VZÄ\n\tbewilligt\tbesetzt\nModul 1\t3,0\t2,5\nModul 2\t6,0\t5,0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            STAFF_PLAN,
            [
                (2, None),
                (3, None),
                (2, "filled"),
                (5, None),
                (6, None),
                (4.5, "filled"),
                (7, None),
                (9, None),
                (6.5, "filled"),
            ],
        ),
        (ALIGNED, [(2, None), (1, "filled"), (6, None), (5.5, "filled"), (8, None), (6.5, "filled")]),
        (PLACES, [(3, None), (0.5, None), (3.5, None)]),
        (EMPTY_CORNER, [(3, "granted"), (2.5, "filled"), (6, "granted"), (5, "filled")]),
    ],
)
def test_tables_of_staff_plans(text, expected):
    assert [(f.value["number"], f.value["status"]) for f in read(text)] == expected


def test_a_column_of_places_names_the_employer():
    assert [f.value["carrier"] for f in read(PLACES)] == [KI, ABH, None]


def test_the_title_gives_the_unit_of_all_columns():
    assert {f.value["unit"] for f in read(EMPTY_CORNER)} == {"fte"}


def test_the_sum_of_a_table_gives_the_state_of_its_rows():
    text = "Für KIM werden 3,5 Stellen neu beantragt.\n" + PLACES
    assert [f.value["status"] for f in read(text)] == ["planned"] * 4


def test_what_a_council_may_decide_is_planned():
    text = "KIM\nDie Fraktion beantragt, der Rat möge beschließen:\n1. Zwei weitere KIM-Stellen werden eingerichtet."
    assert told(text) == [(2, None, None, "planned")]


def test_a_recommendation_decides_nothing():
    text = "Beschluss:\nDer Ausschuss empfiehlt dem Rat, acht Stellen im KIM einzurichten."
    assert told(text) == [(8, None, None, "planned")]


def test_the_name_of_a_neighbour_grants_no_posts():
    text = "KIM hat vier Stellen. Aus der KI-Grundförderung werden 3,5 weitere Stellen bezahlt."
    assert [(f.value["number"], f.value["status"], f.value["programme"]) for f in read(text)][1] == (
        3.5, None, "KI-Grundförderung (Kommunale Integrationszentren)",
    )  # fmt: skip


BY_YEARS = (
    "Da das Land die Personalpauschale kürzt, sinkt die Zahl der Stellen für KIM:\n\n"
    "Stellenübersicht                        2023      2024      2025\n"
    "Steuerung (Baustein 1)                   2,5       3,5       3,0\n"
    "Case Management (Baustein 2)             6,0       8,5       7,5\n"
    "zusammen                                 8,5      12,0      10,5"
)
STAFF_PLAN = (
    "Auszug aus dem Stellenplan: Kommunales Integrationsmanagement\n"
    "Stellenplan\t2023\t2024\nCase Management\t5,0\t6,0\nAusländerbehörde\t1,5\t2,0"
)
PLANNED_POSTS = (
    "KIM im Haushalt\n\nPlanstellen                       Plan 2024     Plan 2025\n"
    "Koordination                          2,0           2,5\nCase Management                       4,0           4,0"
)
CASES_BY_YEARS = (
    "KIM: 6,0 Stellen im Case Management.\n\n"
    "Kennzahlen                      2022      2023\nFälle                             31        44\n"
    "Fälle je Vollzeitstelle            8         9"
)
COSTS_OF_POSTS = (
    "KIM\n\nKosten der Stellen in T€         2023      2024\nCase Management                  345       360\n"
    "Koordination                     120       125"
)
LAWS_OF_YEARS = "KIM\n\nSitzungen des Ausschusses\t2023\t2024\nOrdentlich\t4\t5\nAußerordentlich\t1\t2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BY_YEARS,
            [(2.5, 1), (3.5, 1), (3, 1), (6, 2), (8.5, 2), (7.5, 2), (8.5, None), (12, None), (10.5, None)],
        ),
        (STAFF_PLAN, [(5, 2), (6, 2), (1.5, 3), (2, 3)]),
        (PLANNED_POSTS, [(2, 1), (2.5, 1), (4, 2), (4, 2)]),
        (CASES_BY_YEARS, [(6, 2)]),
        (COSTS_OF_POSTS, []),
        (LAWS_OF_YEARS, []),
    ],
)
def test_tables_of_posts_by_years(text, expected):
    assert [t[:2] for t in told(text)] == expected


def test_the_year_of_a_column_of_posts():
    assert [f.value["year"] for f in read(STAFF_PLAN)] == [2023, 2024, 2023, 2024]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zum KIM gehört die Integrationsagentur der AWO (eine Vollzeitstelle) nicht.", ["Integrationsagentur"]),
        (
            "Neben dem KIM besteht der Jugendmigrationsdienst mit 2,2 VZÄ.",
            ["Jugendmigrationsdienst (JMD)"],
        ),
        ("Im KIM nicht enthalten ist die Schulsozialarbeit mit 6,25 Stellen.", ["Schulsozialarbeit"]),
        ("Das KIM läuft. Die Erstorientierungskurse (EOK) haben 1,5 Stellen.", ["Erstorientierungskurse"]),
        (
            "Das KIM läuft. Für die Soziale Beratung von Geflüchteten fördert das Land zwei Stellen.",
            ["Soziale Beratung von Geflüchteten"],
        ),
        ("Das KIM läuft. Aus AMIF-Mitteln werden zwei Stellen finanziert.", ["AMIF"]),
        (
            "Das KIM läuft. Über den Europäischen Sozialfonds (ESF+) werden drei Stellen gefördert.",
            ["ESF"],
        ),
        ("Das KIM läuft. Die Integrationskurse des BAMF begleiten zwei Vollzeitkräfte.", ["Integrationskurse (BAMF)"]),
        # a mere mention leaves the topic's posts alone
        ("Im KIM vermitteln zwei Fallmanagerinnen in Integrationskurse.", ["KIM"]),
        ("Das Case Management des KIM mit vier Stellen berät zu Schulsozialarbeit und Integrationskursen.", ["KIM"]),
    ],
)
def test_whose_posts_these_are(text, expected):
    assert [f.value["programme"] for f in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # thresholds and rates count no posts
        ("Im KIM gebe man unter einer halben Stelle nichts an die Städte weiter.", []),
        ("Im KIM werden erst ab einer vollen Stelle Mittel weitergeleitet.", []),
        ("Das KIM darf unterhalb von zwei Stellen nicht beginnen.", []),
        ("Im KIM sind unter anderem zwei Stellen besetzt.", [2]),
        # places with their number in brackets
        (
            "Im Case Management des KIM verteilen sich 7,5 VZÄ auf das Kreishaus (4,0 VZÄ) und die Rathäuser in Lohe, "
            "Ahlbeck und Dorn (zusammen 3,5 VZÄ).",
            [7.5, 4, 3.5],
        ),
        # parts and additions without their noun
        ("Im Case Management des KIM arbeiten 7,75 VZÄ. Bewilligt seien acht.", [7.75, 8]),
        ("Im KIM sind sechs Stellen eingerichtet. Beantragt waren zehn.", [6, 10]),
        ("Im KIM sind sechs Stellen eingerichtet. Bewilligt wurden acht Anträge.", [6]),
        ("Das KIM hat sechs besetzte Stellen. Eine siebte, am 02.11.2023 bewilligt, ist ausgeschrieben.", [6, 1]),
        ("Das KIM hat sechs Stellen. Eine siebte Sitzung ist geplant.", [6]),
        ("Im KIM sind fünf Kräfte beim KI angebunden, arbeitet eine beim Internationalen Bund.", [5, 1]),
        ("Die Stelle der Einbürgerung im KIM (1,0 VZÄ) wurde im Mai um eine weitere aufgestockt.", [1, 1]),
        ("Die Beratung im KIM (1,0 VZÄ) wurde um eine weitere Stunde verlängert.", [1]),
    ],
)
def test_thresholds_places_and_left_out_nouns(text, expected):
    assert [t[0] for t in told(text)] == expected


def test_the_clause_of_a_number_in_brackets_is_the_place_before_it():
    text = (
        "Im Case Management des KIM verteilen sich 7,5 VZÄ auf das Kreishaus (4,0 VZÄ) und die Rathäuser in Lohe, "
        "Ahlbeck und Dorn (zusammen 3,5 VZÄ)."
    )
    quotes = [f.evidence[0].quote for f in read(text)]
    assert "Kreishaus (4,0 VZÄ" in quotes[1] and "Rathäuser" not in quotes[1]
    assert quotes[2].startswith("die Rathäuser in Lohe")
    assert [t[2] for t in told(text)][1:] == [OWN, MEMBER]
