"""Sentences and tables of invented councils that calculate, or seem to: what must be found in them, and what must not.

Written before the rule that reads them. Each entry: name, text, and the checks that it must give, in text order, as
(relation, whether it fits, the values that are calculated with, the stated result).
"""

from __future__ import annotations

Expected = tuple[str, bool, tuple[float, ...], float]

TEXTS: list[tuple[str, str, list[Expected]]] = [
    # shares
    (
        "Kreis Auerbruch: the share in brackets, the whole behind",
        "Mit Bescheid vom 04.05.2021 wurde ein Zuschuss in Höhe von 312.448,80 € (80 %) zu den zuwendungsfähigen "
        "Gesamtausgaben in Höhe von 390.561,00 € bewilligt.",
        [("share", True, (80, 390561), 312448.8)],
    ),
    (
        "Stadt Hollerstein: the whole first, the part behind 'das sind'",
        "Das Land übernimmt 90 % der Personalkosten von 71.250 Euro, das sind 64.125 Euro.",
        [("share", True, (90, 71250), 64125)],
    ),
    (
        "Gemeinde Unterlohe: the same with another result",
        "Das Land übernimmt 90 % der Personalkosten von 71.250 Euro, das sind 61.425 Euro.",
        [("share", False, (90, 71250), 61425)],
    ),
    (
        "Stadt Mariensiel: a rounded part",
        "Von den Gesamtkosten in Höhe von 48.333 EUR trägt die Stadt 15 Prozent (7.250 EUR).",
        [("share", True, (15, 48333), 7250)],
    ),
    (
        "Kreis Tannrode: own share of the rest, two parts of one whole",
        "Die Gesamtausgaben betragen 240.000,00 €; davon trägt das Land 80 % (192.000,00 €) und der Kreis 20 % "
        "(48.000,00 €).",
        [
            ("part", True, (192000, 48000), 240000),
            ("share", True, (80, 240000), 192000),
            ("share", True, (20, 240000), 48000),
        ],
    ),
    (
        "Stadt Kehrbach: hedged numbers are never refuted",
        "Das Land übernimmt 80 % der Kosten von rund 100.000 Euro, also bis zu 85.000 Euro.",
        [],
    ),
    (
        "Amt Wiesenthal: a percentage of something else stands between",
        "Die Kosten von 50.000 € steigen gegenüber dem Vorjahr um 4 %; für die Schulen sind 12.000 € vorgesehen.",
        [],
    ),
    (
        "Stadt Brunnau: the parts are told sentences apart, to the cent",
        "Die zuwendungsfähigen Ausgaben belaufen sich auf 118.437,50 €. Gefördert werden 60 % davon. Der Zuschuss "
        "beträgt 71.062,50 €.",
        [("share", True, (60, 118437.5), 71062.5)],
    ),
    (
        "Kreis Hagenmoor: round sums sentences apart prove nothing",
        "Für das Haus sind 50.000 € geplant. Die Quote liegt bei 80 %. Der Verein erhält 40.000 €.",
        [],
    ),
    # posts times rate
    (
        "Kreis Steinfurth: total before the bracket",
        "Für das Jahr 2022 erhält der Kreis 342.000 € (sechs Stellen à 57.000 €) als Pauschale.",
        [("product", True, (6, 57000), 342000)],
    ),
    (
        "Stadt Oberquell: total behind",
        "Gefördert werden 2,5 Stellen zu je 55.000 Euro, insgesamt 137.500 Euro.",
        [("product", True, (2.5, 55000), 137500)],
    ),
    (
        "Gemeinde Rehmstadt: the same with another total",
        "Gefördert werden 2,5 Stellen zu je 55.000 Euro, insgesamt 165.000 Euro.",
        [("product", False, (2.5, 55000), 165000)],
    ),
    (
        "StädteRegion Elmtal: full-time equivalents and a cross",
        "Ansatz: 4 VZÄ x 62.300 € = 249.200 €",
        [("product", True, (4, 62300), 249200)],
    ),
    (
        "Kreis Wolkramshausen: part of the year",
        "Für 2021 werden ab Juli 165.000 € (sechs Stellen à 55.000 €, zeitanteilig) ausgezahlt.",
        [],
    ),
    (
        "Stadt Lindhorst: a maximum rate",
        "Der Kreis erhält 198.000 € für vier Stellen, höchstens 55.000 € je Stelle.",
        [],
    ),
    (
        "Kreis Gellbach: rate and other costs in one total",
        "Bewilligt sind 120.000 € (zwei Stellen à 55.000 € zuzüglich Sachkosten).",
        [],
    ),
    # a whole and its parts
    (
        "Kreis Ilmenrode: all parts",
        "Bewilligt sind insgesamt 12,5 Stellen, davon 3,5 Stellen für die Koordinierung, sieben Stellen für das Case "
        "Management und 2,0 Stellen für die Ausländerbehörde.",
        [("part", True, (3.5, 7, 2), 12.5)],
    ),
    (
        "Stadt Werthau: one part of the whole",
        "Die Stadt hat sechs Stellen eingerichtet, davon 0,5 Stellen beim Jugendamt.",
        [("part", True, (0.5,), 6)],
    ),
    (
        "Gemeinde Holmfeld: a part larger than its whole",
        "Es gibt vier Stellen, davon fünf Stellen beim Sozialamt.",
        [("part", False, (5,), 4)],
    ),
    (
        "Kreis Sassnau: parts in the next sentence, too many",
        "Eingerichtet wurden zehn Stellen. Davon sind vier Stellen beim Kreis, vier Stellen bei den Städten und drei "
        "Stellen bei den Verbänden angesiedelt.",
        [("part", False, (4, 4, 3), 10)],
    ),
    (
        "Stadt Altmark: states overlap, so their sum may exceed the whole",
        "Von den Fördermitteln werden sechs Stellen bezahlt, davon fünf Stellen besetzt und drei Stellen befristet.",
        [],
    ),
    (
        "Kreis Borken am See: a range is no number",
        "Geplant sind acht Stellen, davon fünf bis sechs Stellen beim Kreis.",
        [],
    ),
    # tables
    (
        "Stadt Rosenau: a column with its sum",
        "Kosten der Maßnahme in Euro\n\nPosition\tAnsatz in Euro\nPersonal\t192.500\nSachkosten\t9.300\n"
        "Räume\t4.200\nSumme\t206.000\n\nDie Verwaltung bittet um Beschluss.",
        [("sum", True, (192500, 9300, 4200), 206000)],
    ),
    (
        "Kreis Mühlgraben: a column with a wrong sum, one with a right one",
        "Haushalt\n\nBaustein\tErtrag in €\tAufwand in €\nBaustein 1\t120.000\t131.000\nBaustein 2\t330.000\t340.500\n"
        "Gesamt\t450.000\t471.000\n\nEnde.",
        [("sum", True, (120000, 330000), 450000), ("sum", False, (131000, 340500), 471000)],
    ),
    (
        "Stadt Falkenrade: 'davon' rows are no summands",
        "Stellenplan\n\nAmt\tStellen\nSozialamt\t4,5\ndavon befristet\t1,0\nJugendamt\t2,0\nInsgesamt\t6,5\n\nEnde.",
        [("sum", True, (4.5, 2), 6.5)],
    ),
    (
        "Kreis Dornau: a subtotal is not added twice",
        "Kosten in Euro\n\nPosition\tBetrag in Euro\nPersonal\t100.000\nReisen\t2.000\nZwischensumme\t102.000\n"
        "Räume\t8.000\nSumme\t110.000\n\nEnde.",
        [("sum", True, (100000, 2000), 102000), ("sum", True, (100000, 2000, 8000), 110000)],
    ),
    (
        "Stadt Grünheide: no row says that it is a sum",
        "Zuschüsse in Euro\n\nVerein\tZuschuss in Euro\nSportverein\t1.000\nMusikschule\t2.000\nChor\t3.500\n\nEnde.",
        [],
    ),
]
