"""Sums in the phrasing of other clerks: scales, periods of parts, notices, budget tables, and whose programme they are.

Every town is invented.
"""

import pytest

from corpus.evidence import Document
from extractors import amounts, topic_named
from extractors.analysis import Analysis


def read(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value for f in Analysis(document, topic_named("kim")).run(amounts.EXTRACTOR)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Land beteiligt sich am KIM mit 14.55 Mio. Euro.", [14_550_000]),
        ("Für KIM gibt es 14,55 Mio. Euro und 0.5 Mrd. €.", [14_550_000, 500_000_000]),
        ("Für KIM sind 1 200 000 Euro vorgesehen.", [1_200_000]),
        ("KIM: 2 Stellen kosten 120 000,00 € im Jahr.", [120_000]),
        ("Für KIM sind 120.000,-- EUR p.a. eingeplant.", [120_000]),
        ("Für KIM werden 40 Tsd. Euro und 95 TEUR und 12 T€ gebraucht.", [40_000, 95_000, 12_000]),
        ("Das KIM-Budget betrug rund eine halbe Million Euro.", [500_000]),
        ("Für KIM gab es 2023 100 € mehr.", [100]),
        ("KIM: Das Land gewährt einen Festbetrag von EUR 55.000,- je Stelle.", [55_000]),
        ("KIM-Pauschale: 57.000 € x 6 Stellen = 342.000 €", [57_000, 342_000]),
        ("Im KIM gibt es 14.55 Uhr eine Pause, und 1 200 Menschen kamen.", []),
    ],
)
def test_sums_as_they_are_written(text, expected):
    assert [v["value_eur"] for v in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je VZÄ überweist das Land für KIM 57.000 Euro im Jahr.", ["per_fte_year"]),
        ("Das Land zahlt für KIM je Vollzeitstelle 55.000 € jährlich.", ["per_fte_year"]),
        ("Für jede Vollzeitstelle des KIM gibt es 55.000 €.", ["per_fte_year"]),
        ("Für KIM stehen 55 T€ je Stelle p. a. bereit.", ["per_fte_year"]),
        ("An die Verbände werden für KIM 52.500 € je VZÄ und Jahr durchgereicht.", ["per_fte_year"]),
        ("Übers Jahr gerechnet hat das KIM 610 T€.", ["per_year"]),
        ("Aufs Jahr gesehen kostet das KIM 610 T€.", ["per_year"]),
        ("Der Jahreszuschuss für KIM liegt bei 20.000 Euro.", ["per_year"]),
        ("KIM kostet je Haushaltsjahr 20.000 Euro.", ["per_year"]),
        (
            "Das Land gewährt für KIM jährlich 600.000 €, und zwar 400.000 € für Modul 2 und 200.000 € für Modul 1.",
            ["per_year"] * 3,
        ),
        ("Das Land trägt für KIM 0,4 Mio. € im Jahr, nämlich 0,3 Mio. € für Personal.", ["per_year"] * 2),
        ("Für KIM sind 600.000 €, davon 400.000 € für Modul 2, eingeplant, jährlich.", ["per_year"] * 2),
        ("Für KIM wurden 2023 Mittel von 120 Tsd. EUR, d. h. 10.000 € monatlich, gezahlt.", [None, "per_month"]),
        ("Für KIM gab es 2023 600.000 €.", [None]),
        ("Für KIM gab es 600.000 €. Die jährliche Feier kostete 500 €.", [None, "per_year"]),
        (
            "Auf Ihren Antrag bewillige ich Ihnen für die Zeit vom 01.01.2023 bis 31.12.2023 für KIM 187.500,00 EUR.",
            ["total until 2023-12-31"],
        ),
    ],
)
def test_the_period_of_a_sum(text, expected):
    assert [v["period"] for v in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "payer", "payee"),
    [
        ("Die Stadt Ahlbeck muss im KIM jährlich 38.500 Euro zuschießen.", "Stadt Ahlbeck", None),
        ("Aus Landesmitteln stehen für das KIM 410.000 Euro bereit.", "Land", None),
        ("Der Eigenanteil für KIM von 9.000 € trägt der Kreis Dornhagen.", "Kreis Dornhagen", None),
        ("Von den Mitteln für KIM werden 110.000 € an die Stadt Ahlbeck weitergeleitet.", None, "Stadt Ahlbeck"),
        ("Für KIM wurden 110.000 € verausgabt.", None, None),
    ],
)
def test_who_pays_whom(text, payer, payee):
    assert [(v["payer"], v["payee"]) for v in read(text)] == [(payer, payee)]


BUDGET = (
    "Produkt 05.315.02 Kommunales Integrationsmanagement (KIM)\nTeilergebnisplan (in EUR)\n"
    "\tErgebnis 2022\tAnsatz 2023\n02 Zuwendungen\t-412.300\t-530.000\n11 Personalaufwendungen\t498.120\t601.000"
)
ACCOUNTS = (
    "Produkt 05.04.03 Kommunales Integrationsmanagement\nSachkonto | Bezeichnung | Ansatz 2023 (T€)\n"
    "414100 | Zuweisungen vom Land KIM | 530\n414200 | Zuweisungen vom Land KOMM-AN | 48\n"
    "501200 | Dienstaufwendungen tariflich Beschäftigte | 601"
)
PROGRAMMES = "Haushaltsansätze\nProjekt\t2023\nKIM\t410.000\nSprachmittlung\t25.000\nSumme\t435.000"
PRODUCTS = (
    "Produkt 05.03.01 Kommunales Integrationsmanagement (KIM)\nAnsatz 2024: 545.000 €\n"
    "Produkt 05.03.02 Unterbringung von Geflüchteten\nAnsatz 2024: 1.950.000 €"
)
NOTICES = (
    "Bescheid 1: Kommunales Integrationsmanagement (KIM)\nBewilligt: 330.000,00 EUR\n"
    "Bescheid 2: Soziale Beratung von Geflüchteten\nBewilligt: 75.000,00 EUR"
)
ALIGNED = (
    "Ertragsplan KIM\n"
    "                              Ansatz 2023    Ansatz 2024\n"
    "Zuweisungen vom Land            530.000        545.000\n"
    "Personalaufwendungen           -601.000       -622.500"
)
PAGES = (
    "TOP 3 Fonds für Dolmetscher\nDie Verwaltung rät ab, da KOMM-AN\n\n"
    "Niederschrift Rat 15.06.2023        Seite 3 von 4\n\n"
    "NRW, Teil II, mit 46.200 € denselben Zweck verfolge.\nTOP 4 Kommunales Integrationsmanagement\nEs kostet 10 €."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BUDGET, [-412_300, -530_000, 498_120, 601_000]),
        (ACCOUNTS, [530_000, 48_000, 601_000]),
        (ALIGNED, [530_000, 545_000, -601_000, -622_500]),
    ],
)
def test_budget_tables(text, expected):
    assert [v["value_eur"] for v in read(text)] == expected


def test_the_years_of_a_table_with_an_empty_corner():
    assert [v["year"] for v in read(BUDGET)] == [2022, 2023, 2022, 2023]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ACCOUNTS, ["KIM", "KOMM-AN NRW", "KIM"]),
        (PROGRAMMES, ["KIM", "Sprachmittlung", "mehrere Programme"]),
        (PRODUCTS, ["KIM", "Unterbringung von Geflüchteten"]),
        (NOTICES, ["KIM", "Soziale Beratung von Geflüchteten"]),
        (PAGES, ["KOMM-AN NRW", "KIM"]),
        ("Für KIM gibt es 12 T€; aus dem AMIF-Projekt „Ankommen“ fließen 30.000 EUR.", ["KIM", "Ankommen"]),
        ("KIM kostet 9 T€. Das Förderprogramm Offene Türen kostet 30.000 EUR.", ["KIM", "Offene Türen"]),
        (
            "Zum KIM. Außer Betracht bleibt die Initiative „Gemeinsam klappt’s“, deren zwei Teilhabemanager das Land "
            "mit 96.000 € fördert.",
            ["Gemeinsam klappt's"],
        ),
        (
            "Das KIM wird aus Resten der Integrationspauschale gestützt.\n\nDas Case Management kostet 80.000 €.",
            ["KIM"],
        ),
        ("KIM\nMaßnahme: Einstellung von Personal\nKosten: 80.000 €", ["KIM"]),
    ],
)
def test_whose_sum_it_is(text, expected):
    assert [v["programme"] for v in read(text)] == expected


NUMBERED = (
    "Produkt 05.08.02 Kommunales Integrationsmanagement (KIM)\nTeilergebnisplan (in T€)\n"
    "Nr.  Bezeichnung                    Erg. 2022   Ansatz 2023   Ansatz 2024\n"
    " 2   Zuwendungen vom Land                 612           640           655\n"
    "11   Personalaufwendungen                -701          -733          -748\n"
    "17   Ergebnis                             -89           -93           -93"
)
SPACED = (
    "Produkt 05.08.02 Kommunales Integrationsmanagement (KIM)\nTeilfinanzplan (Angaben in TEUR)\n"
    "Zeile  Ein- und Auszahlungen        Plan 2025     Plan 2026\n"
    "  01   Zuwendungen                      480           495\n"
    "  10   Personalauszahlungen            −512          −530"
)
COLUMNS_OF_EUROS = (
    "Produkt 05.08.02 Kommunales Integrationsmanagement (KIM)\nErtrags- und Aufwandsarten in EUR\n"
    "Lfd. Nr.   Art                             Ergebnis 2022   Planwert 2023\n"
    "  1        Zuwendungen                         512.300,00      530.000\n"
    "  2        Transferaufwendungen               -120.000,00     -122.500"
)
KEY_FIGURES = (
    "Das KIM kostet 34.200 € und läuft weiter.\n\n"
    "Kennzahlen                      2022      2023      Plan 2025\n"
    "Beratene Menschen                120       340            360\n"
    "Fälle je Vollzeitstelle           31        44             50"
)
COUNTS_AMONG_SUMS = (
    "Produkt 05.08.02 Kommunales Integrationsmanagement (KIM)\nPlan in EUR\n"
    "Bezeichnung\tAnsatz 2023\tAnsatz 2024\nZuwendungen\t512.300\t530.000\nAnzahl der Fälle\t210\t260\n"
    "Zahl der begleiteten Personen\t120\t130\nKosten je Fall\t410\t390"
)
IN_HEAD = (
    "KIM im Haushalt\n\nPosition\tErtrag (T€)\tStellen\tFälle 2023\n"
    "Pauschale Land\t545\t9,5\t310\nProjektförderung\t120\t2,0\t0"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NUMBERED, [612_000, 640_000, 655_000, -701_000, -733_000, -748_000, -89_000, -93_000, -93_000]),
        (SPACED, [480_000, 495_000, -512_000, -530_000]),
        (COLUMNS_OF_EUROS, [512_300, 530_000, -120_000, -122_500]),
        (KEY_FIGURES, [34_200]),
        (COUNTS_AMONG_SUMS, [512_300, 530_000, 410, 390]),
        (IN_HEAD, [545_000, 120_000]),
    ],
)
def test_tables_with_numbered_rows_and_key_figures(text, expected):
    assert [v["value_eur"] for v in read(text)] == expected


def test_the_words_of_a_numbered_row_tell_what_a_sum_is():
    assert [v["meaning"] for v in read(NUMBERED)][:3] == [
        f"Zuwendungen vom Land {head}" for head in ("Erg. 2022", "Ansatz 2023", "Ansatz 2024")
    ]


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        ("Das KIM wird zu 90 % vom Land und zu 10 % von der Stadt Ahlbeck finanziert.", ["Land", "Stadt Ahlbeck"]),
        ("Die Kosten des KIM tragen zu 80 % das Land und zu 20 % der Kreis Dornhagen.", ["Land", "Kreis Dornhagen"]),
        ("Gefördert wird KIM vom Land mit 50.000 €, vom Kreis Dornhagen mit 8.000 €.", ["Land", "Kreis Dornhagen"]),
        ("An den Internationalen Bund wurden für KIM 57.000 EUR weitergeleitet.", [None]),
        ("Der Bund fördert das KIM mit 57.000 EUR.", ["Bund"]),
        ("Das Land fördert das KIM der Stadt Ahlbeck mit 57.000 EUR.", ["Land"]),
    ],
)
def test_each_sum_has_the_payer_of_its_own_clause(text, payers):
    assert [v["payer"] for v in read(text)] == payers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im KIM hat der Verband den Trägeranteil von 10 v. H. selbst aufgebracht.", ["own_share"]),
        ("Für KIM bleibt ein städtischer Zuschussbedarf von 86.000 €.", ["own_share"]),
        ("Im KIM habe der Kreis 64.000 € beigesteuert.", ["own_share"]),
        ("Der Kreisanteil am KIM liegt bei 12.000 €.", ["own_share"]),
        ("Das Land gewährt für KIM einen Zuschuss von 86.000 €.", ["grant"]),
        ("Im KIM sind 10 v. H. der Ratsuchenden neu.", []),
    ],
)
def test_words_for_the_own_share(text, expected):
    assert [v["type"] for v in read(text)] == expected
