"""The folded view: what reads as one word or one sentence, and that every character keeps its place."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ReadError
from corpus.lines import line_edits
from corpus.text import fold, is_wrapped
from pipeline.readers import read_file

FULL = "Der Rat der Stadt beschließt nach eingehender Beratung die Förderung der"
PIECES = st.sampled_from(
    [
        "Förder-\n",
        "\u00ad",
        "\u00ad\n",
        "- ",
        " \t\n",
        "\r\n",
        "\f",
        "\u00a0 ",
        "Abstimmungsergebnis:\n",
        "– 2 –\n",
        "3\n",
        f"{FULL}\n",
        "Rat.",
        "- Punkt\n",
        "1. ",
        "Seite 4 von 9\n",
        "\u2011",
        "\u200b",
        "Dafür: 9\n",
        "GmbH-\n",
        "|",
        "und ",
    ]
)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Förder-\nrichtlinie", "Förderrichtlinie"),
        ("Förder- \r\n  richtlinie", "Förderrichtlinie"),
        ("Städte-\nRegion", "Städte-Region"),
        ("Haupt-\nund Finanzausschuss", "Haupt-\nund Finanzausschuss"),
        ("Förder\u00ad\nricht\u00adlinie\u200b", "Förderrichtlinie"),
        ("518.000\u00a0\u202f € \u2003im", "518.000 € im"),
        ("a\tb\r\nc\n\nd", "a\tb\nc\n\nd"),
        ("Case\u2011Management", "Case-Management"),
        ("2020-\n2024", "2020-\n2024"),
    ],
)
def test_fold(text, view):
    assert fold(text).text == view


@pytest.mark.parametrize(
    "after",
    [
        "Richtlinie ab dem Jahr 2026.",  # a noun
        "freien Träger.",
        "§ 5 der Satzung.",
        "2. Änderung der Satzung.",  # an ordinal behind an article
        "Abstimmungsergebnis: einstimmig",
    ],
)
def test_an_open_line_goes_on(after):
    assert f"der {after}" in fold(f"{FULL}\n{FULL}\n{after}\n", wrapped=True).text


@pytest.mark.parametrize(
    "after",
    [
        "- Träger der freien Wohlfahrtspflege",
        "• Träger",
        "2. Der Rat beschließt",
        "b) Der Rat beschließt",
        "Abstimmungsergebnis: einstimmig",
        "Stadträtin Böringer (FDP): Vielleicht ganz kurz nur, wenn Sie gestatten.",
        "Gremium | Termin | TOP",
        "Rücklage ........................ 4",
        "2026",
    ],
)
def test_a_new_beginning_stays_one(after):
    closed = FULL.removesuffix(" der") + " heute"
    assert f"heute\n{after}" in fold(f"{FULL}\n{closed}\n{after}\n", wrapped=True).text


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Beschluss", "Der Rat stimmt zu.", False),  # a heading is not full
        (f"{FULL} Stadt.", "Der Rat stimmt zu.", False),
        (f"{FULL} Satzung gem. Abs.", "2 der Satzung", True),
        (f"{FULL} Satzung mit Wirkung zum 1.", "Januar 2026", True),
        (f"{FULL} Satzung am Sonntag,", "16.07. von 16 Uhr an", True),
        ("dem Haushalt der Stadt 4.000.000,00 EUR", "der Rücklage Photovoltaik 17.565,39 EUR", False),
        (f"{FULL}:", "zugestimmt", False),
    ],
)
def test_ends_of_lines(before, after, joined):
    view = fold(f"{FULL}\n{FULL}\n\n{before}\n{after}\n\n", wrapped=True).text
    assert f"{before}{' ' if joined else chr(10)}{after}" in view


def minutes(*bodies: str) -> tuple[str, tuple[int, ...]]:
    """Pages with a head and a number, as a PDF has them."""
    pages = [f"Rat der Stadt Eskerland\nÖffentlich\n{body}\n{n}" for n, body in enumerate(bodies, 1)]
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    return "\n".join(pages), tuple(starts)


def test_what_pages_repeat_does_not_interrupt():
    text, starts = minutes("Abstimmungsergebnis:", "Dafür: 9", f"{FULL}\n{FULL} Förder-", "richtlinie zu.")
    view = fold(text, wrapped=True, page_starts=starts)
    assert view.text.startswith("Rat der Stadt Eskerland\nÖffentlich\nAbstimmungsergebnis:\nDafür: 9\nDer Rat der")
    assert view.text.count("Eskerland") == 1
    assert "Förderrichtlinie zu." in view.text
    at = view.text.index("Förderrichtlinie")
    quote = text[slice(*view.original(at, at + len("Förderrichtlinie")))]
    assert quote == "Förder-\n3\nRat der Stadt Eskerland\nÖffentlich\nrichtlinie"


def test_a_sentence_goes_on_behind_a_page():
    text, starts = minutes(f"{FULL}\n{FULL}", "Richtlinie zu.", "Ende")
    assert "die Förderung der Richtlinie zu." in fold(text, wrapped=True, page_starts=starts).text


def test_outcomes_at_the_same_place_of_every_page_stay():
    pages = [f"TOP {n}\n{FULL}\n{FULL}\nBeschluss: einstimmig\nDafür: 9" for n in range(1, 6)]
    text = "\n".join(pages)
    starts = [i * (len(pages[0]) + 1) for i in range(5)]
    view = fold(text, wrapped=True, page_starts=starts).text
    assert view.count("Beschluss: einstimmig") == view.count("Dafür: 9") == 5


def test_page_numbers_count_only_where_they_count_up():
    pages = "\n\n– {} –\n\n".join([f"{FULL}\n{FULL} Stadt\nund des Kreises\nund des Landes"] * 4).format(2, 3, 4)
    assert "–" not in fold(pages, wrapped=True).text
    votes = "\n\n{}\n\n".join([f"{FULL}\n{FULL} Stadt\nund des Kreises\nDafür:"] * 4).format(9, 7, 9)
    assert fold(votes, wrapped=True).text.count("\n9\n") == 2


def test_form_feeds_part_pages():
    text = f"Kopf\n{FULL}\n{FULL}\n1\fKopf\nRichtlinie\n2\fKopf\nEnde\n3"
    assert fold(text, wrapped=True).text == f"Kopf\n{FULL} {FULL} Richtlinie\nEnde\n3"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text()), max_size=40).map("".join), st.booleans(), st.lists(st.integers(0, 500)))
def test_every_character_of_the_view_has_its_place(text, wrapped, starts):
    pages = sorted({0, *(s for s in starts if s < len(text))}) if starts else []
    view = fold(text, wrapped=wrapped, page_starts=pages)
    assert len(view.offsets) == len(view.text) + 1
    assert view.offsets[len(view.text)] == len(text)
    assert all(a < b for a, b in itertools.pairwise(view.offsets))
    for i, letter in enumerate(view.text):
        original = text[view.offsets[i]]
        assert (
            letter == original
            or (letter == "-" and original in "\u2010\u2011")
            or (letter in " \n" and original.isspace())
        )
        assert view.place(view.offsets[i]) == i
        if letter.isalnum():
            assert text[slice(*view.original(i, i + 1))] == letter


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_ranges_of_the_view_lie_in_the_text(text, start, length):
    view = fold(text)
    start = min(start, len(view.text))
    end = min(start + length, len(view.text))
    quote = text[slice(*view.original(start, end))]
    assert [c for c in view.text[start:end] if c.isalnum()] == [c for c in quote if c.isalnum()]


@given(st.lists(PIECES).map("".join))
def test_edits_come_in_order(text):
    edits = list(line_edits(text))
    assert all(start < end and new in (" ", "\n") for start, end, new in edits)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(edits))


HOSTILE = [
    "\n",
    " ",
    "a-\n",
    "\u00ad ",
    "\u00a0",
    "\r",
    "1\n\n",
    "x",
    ".",
    "9",
    "\f",
    "Seite 1\n",
    "a:",
    "der ",
    "a-\n   ",
    "\t",
]


@pytest.mark.parametrize("piece", [*HOSTILE, "".join(f"{n}\n\nx\n\ny\n\nz\n\n" for n in range(9999))])
def test_a_megabyte_of_anything_comes_to_an_end(piece):
    text = (piece * (2**20 // len(piece) + 1))[: 2**20]
    for starts in ((), range(0, len(text), 1000)):
        view = fold(text, wrapped=True, page_starts=tuple(starts))
        assert view.offsets[len(view.text)] == len(text)
    assert is_wrapped(text) in (True, False)


def test_recorded_texts_are_told_apart(shared: Path):
    web = [*shared.glob("examples/*.txt"), *shared.glob("ris-pages/**/*.txt")]
    assert len(web) == 217
    assert not [file.name for file in web if is_wrapped(read_file(file).document.text)]
    karlsruhe = "ris-raw/oparl/maxliesegang__karlsruhe-oparl-syndication/docs/file-contents/*.txt"
    found = []
    for file in [*shared.glob("ris-raw/protocol-text/**/*.txt"), *shared.glob(karlsruhe)]:
        try:
            found.append(is_wrapped(read_file(file).document.text))
        except ReadError as e:
            assert "only white space" in e.got
    assert (len(found), sum(found)) == (189, 177)  # the rest has no paragraph of two lines


def test_recorded_minutes_read_as_sentences(shared: Path):
    file = next(shared.glob("ris-raw/protocol-text/**/protokoll_muenster.txt"))
    view = fold(read_file(file).document.text, wrapped=True).text
    assert "Feststellung des Jahresabschlusses und des Lageberichts für das Wirtschaftsjahr 2025\n" in view
    assert "die September-Sitzung des Betriebsausschusses finde in den Räumen des Begegnungszentrums" in view
    assert view.count("07.07.2026\nöffentlich") == 1
