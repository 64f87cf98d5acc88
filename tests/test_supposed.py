"""Sums that a sentence only supposes are told from those it states, forecasts or reports."""

import pytest

from extractors.supposed import supposed


@pytest.mark.parametrize(
    "text",
    [
        "Rein rechnerisch lägen dann 550 T€ im Jahr bei der Kommune.",
        "Wie wäre zu verfahren, wenn die Zuwendung um 20 % herabgesetzt würde?",
        "Würden 80.000 Euro für alle Stadtbezirke reichen?",
        "Fiele die Förderung weg, hätte die Stadt 400.000 € selbst zu tragen.",
        "Käme eine zweite Förderrunde, wären weitere 110.000 € denkbar.",
        "Wenn das Land die Pauschale verdoppelte und zahlen würde, wären 900.000 € möglich.",
        "Falls das Programm auslaufen würde, müsste der Kreis 300.000 € aufbringen.",
        "Theoretisch könnten 60.000 € eingespart werden.",
        "Im Falle einer Verdoppelung der Pauschale könnten eine Million Euro fließen.",
        "Stünden mehr Mittel bereit, ließe sich für 57.000 € eine weitere Stelle einrichten.",
        "Bei einem Wegfall der Landesmittel entstünde eine Lücke von 250.000 €.",
        "Angenommen, das Land stiege aus, blieben 250.000 € bei der Stadt hängen, das wären 3 %.",
    ],
)
def test_a_supposition(text):
    assert supposed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bewilligt würden 467.500 Euro für den Zeitraum bis zum 31.12.2021.",
        "Sollte das Land die Pauschale kürzen, stiege der Zuschussbedarf um bis zu 108.300 € im Jahr.",
        "Der Kreis würde die Landespauschale von 55.000 Euro im Jahr vollständig durchreichen.",
        "Rein rechnerisch ergeben sich 57.000 € je Stelle.",
        "Sie hätten die Stadt zuletzt 31 TEUR gekostet.",
        "Wenn der Bescheid vorliegt, werden 40.000 € ausgezahlt.",
        "Die Mittel blieben mit 40.000 € unverändert, wenn auch knapp.",
        "Herr Kern führt aus, dass 2022 rund 90.000 € geflossen seien.",
        "Reichen die 45.000 € aus?",
        "Es blieb bei 30.000 €, und die Kosten stiegen auf 35.000 €.",
        "Man könne 20.000 € einsparen.",
        "Wie hoch ist der Eigenanteil von 15 %?",
    ],
)
def test_no_supposition(text):
    assert not supposed(text)
