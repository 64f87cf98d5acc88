"""Posts as minutes in everyday words tell them: who pays, who is there, what was dropped, what is only thought of."""

import pytest

from corpus.evidence import Document
from extractors import modules, posts, topic_named
from extractors.analysis import Analysis


def told(text, *fields):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    analysis.run(modules.EXTRACTOR)
    return [tuple(f.value[name] for name in fields) for f in analysis.run(posts.EXTRACTOR)]


@pytest.mark.parametrize(
    ("text", "number", "status"),
    [
        ("KIM: Fünf Stellen zahlt das Land.", 5, "granted"),
        ("KIM: Dreieinhalb Stellen bezahle das Land hier.", 3.5, "granted"),
        ("KIM: Für die acht Stellen kommt das Land auf.", 8, "granted"),
        ("KIM: Sechs Stellen seien durch das Land abgesichert.", 6, "granted"),
        ("KIM: Sechs Stellen habe man vom Land bekommen.", 6, "granted"),
        ("Im KIM springe für die Stadt Geld für drei Stellen heraus.", 3, "granted"),
        ("KIM: Der Kreis dürfe sich um vier Stellen bewerben.", 4, "applicable"),
        ("KIM: Drei Stellen sind derzeit auf der Homepage zu finden.", 3, "advertised"),
        ("KIM: Anderthalb Stellen stünden gerade zum zweiten Mal in der Zeitung.", 1.5, "advertised"),
        ("KIM: Für zwei Stellen seien die Anzeigen seit Montag draußen.", 2, "advertised"),
        ("KIM: Nach Leuten für die zwei Stellen werde noch gesucht.", 2, "advertised"),
        ("KIM: Man suche gerade zwei Case Manager.", 2, "advertised"),
        ("KIM: Die halbe Stelle schreibt das Personalamt gerade wieder aus.", 0.5, "advertised"),
        ("KIM: Zwei Stellen müssten noch einmal ausgeschrieben werden.", 2, "planned"),
        ("KIM: Für drei Stellen habe man schon jemanden gefunden.", 3, "filled"),
        ("KIM: Auf vier Stellen sitze inzwischen jemand.", 4, "filled"),
        ("KIM: Drei Kolleginnen seien seit April da.", 3, "filled"),
        ("KIM: Zwei neue Kräfte hätten zum 1. März begonnen.", 2, "filled"),
        ("KIM: Da hätten zwei Leute im Juli angefangen.", 2, "filled"),
        ("KIM: Zurzeit gehören dem Team sieben Fachkräfte an.", 7, "filled"),
        ("KIM: Die Beratung übernehmen vier Fallmanagerinnen.", 4, "filled"),
        ("KIM: Eine Kollegin gehe auf volle Stunden, damit sei die halbe Stelle abgedeckt.", 0.5, "hours_increase"),
        ("KIM: Nur ein Viertel einer Stelle fehle, da stocke eine Kollegin auf.", 0.25, "hours_increase"),
        ("KIM: Vor zwei Jahren sei noch von zwölf Stellen die Rede gewesen.", 12, "superseded"),
        ("KIM: Anfangs habe man sechs Stellen bei der Caritas unterbringen wollen.", 6, "superseded"),
        ("KIM: Die Idee, drei Stellen an die Diakonie zu geben, habe sich erledigt.", 3, "superseded"),
        ("KIM: Der Plan mit neun Stellen wurde wieder einkassiert.", 9, "superseded"),
        ("KIM: In Neudorf steht die Besetzung einer Stelle noch aus.", 1, None),
    ],
)
def test_the_state_of_posts_in_everyday_words(text, number, status):
    assert told(text, "number", "status") == [(number, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Im KIM seien schon rund 320 Leute in die Beratung gekommen.",
        "Im KIM haben sich neun Leute auf die Stellen gemeldet.",
        "Im KIM arbeiten zwei Leute aus Syrien ehrenamtlich mit.",
        "Ob der Kreis für KIM nicht gleich zehn Case Manager einstellen solle, sei eine Frage des Geldes.",
        "KIM: Wäre es nicht klüger, gleich zehn Case Manager einzustellen, fragte er.",
        "KIM: Mit zehn Stellen könnte man viel mehr erreichen, meinte er.",
        "KIM: Die Kosten für eine Stelle belaufen sich auf 62.000 €, das Land erstattet davon 55.000 €.",
        "KIM: Das Land trage 75 % der Kosten der Kräfte, die übrigen 25 % die AWO.",
    ],
)
def test_what_counts_no_posts(text):
    assert told(text, "number") == []


@pytest.mark.parametrize(
    "between",
    ["oder", "oder auch", ", vielleicht auch", ", höchstens", "bzw.", ", eventuell", ", wenn es gut läuft,", ", eher"],
)
def test_one_of_two_numbers_is_a_range(between):
    text = f"Die sechs {between} sieben Case Manager des KIM sollen beraten.".replace(" ,", ",")
    assert told(text, "number", "number_min", "number_max") == [(None, 6, 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Das KIM hat drei Stellen. Zwei davon habe man selbst im Kommunalen Integrationszentrum eingerichtet, "
            "die dritte sitze bei der AWO.",
            [(3, "mixed"), (2, "municipality_ki"), (1, "welfare_associations")],
        ),
        (
            "KIM: Zwei Stellen übernimmt der Caritasverband, zwei weitere das Diakonische Werk.",
            [(2, "welfare_associations"), (2, "welfare_associations")],
        ),
        (
            "KIM: Alle sieben Stellen kämen nun beim Kreis selbst unter, und zwar im Kommunalen Integrationszentrum.",
            [(7, "municipality_ki")],
        ),
        ("KIM: Von den acht Stellen, die der Kreis hat, sind drei frei.", [(8, "municipality"), (3, "municipality")]),
        (
            "Das KIM arbeitet mit der Ausländerbehörde zusammen. Dort sind zwei Stellen eingerichtet worden.",
            [(2, "foreigners_authority")],
        ),
    ],
)
def test_who_employs_the_parts(text, expected):
    assert told(text, "number", "carrier") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KIM: In Modul 1 sind es 3,5, in Modul 2 acht und in Modul 3 zwei Stellen.", [(3.5, 1), (8, 2), (2, 3)]),
        (
            "KIM: Fürs Case Management sind sieben Stellen vorgesehen, für die Koordination drei und für die "
            "Ausländerbehörde anderthalb.",
            [(7, 2), (3, 1), (1.5, 3)],
        ),
        (
            "KIM: Beim ersten Baustein dürfe man vier Stellen beantragen. Beim zweiten sei alles klar, da habe das "
            "Land sechs Stellen zugesagt.",
            [(4, 1), (6, 2)],
        ),
        ("Das KIM ging davon aus, dass alle acht Stellen für das Case Management kommen.", [(8, 2)]),
        (
            "Das KIM.\n\nModul 3 - Ausländerbehörde\nDer Kreis hat zwei Stellen.\n\n4. Stand im Case Management\n"
            "Beim Kreis sind fünf Stellen besetzt.",
            [(2, 3), (5, 2)],
        ),
    ],
)
def test_the_module_in_everyday_words(text, expected):
    assert told(text, "number", "module") == expected


def test_a_later_sentence_tells_that_all_of_a_module_are_filled():
    text = (
        "KIM, Modul 3 (Ausländerbehörde): Für diese anderthalb Stellen gelte, dass man das Geld nur dort ausgeben "
        "dürfe. Die Politik fragte nach. In der Ausländerbehörde sei alles besetzt."
    )
    assert told(text, "number", "status") == [(1.5, "filled")]


def test_posts_go_to_the_programme_that_the_sentence_names():
    text = "Das KIM läuft. Nicht zu KIM gehören die zwei Stellen im Teilhabemanagement (Initiative „Durchstarten“)."
    ((number, programme),) = told(text, "number", "programme")
    assert number == 2 and programme.startswith("Durchstarten")
