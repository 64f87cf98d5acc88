"""What links documents of one municipality: the way of a paper, resolved references, hints at kept commitments."""

import datetime as dt

import pytest
from click.testing import CliRunner

from corpus.evidence import Document
from corpus.exports.facts import facts as exported
from corpus.model import AgendaItem, Body, Consultation, Meeting, Organization, Paper
from corpus.names import page_key, paper_key, same_committee
from corpus.paths import paths, text_key
from corpus.promises import hints
from corpus.references import links
from corpus.store import Corpus, Entry, Source
from pipeline.commands.check import check
from tests.towns import Town, fact

RESOLUTION = (
    "Die Verwaltung wird beauftragt, zwei Lotsenstellen am Standort Hafen einzurichten, die Mittel dafür beim Land zu "
    "beantragen und einmal im Jahr zu berichten."
)


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as corpus:
        yield corpus


def minutes(town, committee, date, text, *facts, file, **more):
    meeting = ("meeting", {"body": committee, "date": date}, committee)
    return town.add(f"{committee}\n{text}", meeting, *facts, date=date, file=file, **more)


def told(corpus):
    return [
        (p.reference, p.linked_by, [(s.date, s.committee, s.role, [x.raw for x in s.said]) for s in p.stations])
        for p in paths(corpus)
    ]


# the way of a paper


def test_minutes_with_equal_paper_numbers_are_one_way(corpus):
    town = Town(corpus, "Kreis Morgenau")
    result = {"raw": "einstimmig empfohlen", "normalised": "recommended"}
    paper = ("paper", {"reference": "0112/2022"}, "0112/2022")
    minutes(
        town, "Sozialausschuss", "2022-03-01", "Vorlage 0112/2022: einstimmig empfohlen", paper,
        ("result", result, "einstimmig empfohlen"), file="a.html",
    )  # fmt: skip
    minutes(town, "Kreisausschuss", "2022-03-10", "Vorlage Nr. 0112/2022, ohne Aussprache", paper, file="b.html")
    minutes(
        town, "Kreistag", "2022-03-21", "Drucksache 0112/2022 wird beschlossen.", paper,
        ("result", {"raw": "wird beschlossen"}, "wird beschlossen"), file="c.html",
    )  # fmt: skip
    minutes(Town(corpus, "Stadt Abendrot"), "Rat", "2022-03-02", "Vorlage 0112/2022", paper, file="d.html")
    assert told(corpus) == [
        (
            "0112/2022",
            "paper",
            [
                ("2022-03-01", "Sozialausschuss", None, ["einstimmig empfohlen"]),
                ("2022-03-10", "Kreisausschuss", None, []),
                ("2022-03-21", "Kreistag", None, ["wird beschlossen"]),
            ],
        ),
        ("0112/2022", "paper", [("2022-03-02", "Rat", None, [])]),
    ]


def test_several_items_of_one_document_keep_their_results_apart(corpus):
    town = Town(corpus, "Stadt Kranichfeld")
    text = (
        "Zu 1. Brücke am Wehr - Vorlage 14/22\nDie Vorlage wird abgelehnt.\n\n"
        "Zu 2. Lotsenstelle - Vorlage 15/22\nDer Rat stimmt zu.\n"
    )
    minutes(
        town, "Rat", "2022-05-05", text,
        ("reference", {"kind": "paper", "identifier": "14/22", "date": None}, "Vorlage 14/22"),
        ("result", {"raw": "abgelehnt"}, "abgelehnt"),
        ("reference", {"kind": "paper", "identifier": "15/22", "date": None}, "Vorlage 15/22"),
        ("result", {"raw": "stimmt zu"}, "stimmt zu"),
        file="n.html",
    )  # fmt: skip
    ways = {reference: stations[0][3] for reference, _, stations in told(corpus)}
    assert ways == {"14/22": ["abgelehnt"], "15/22": ["stimmt zu"]}


def test_equal_resolutions_without_a_number_are_one_way(corpus):
    town = Town(corpus, "Gemeinde Federbach")
    for committee, date, lead in (
        ("Hauptausschuss", "2021-06-01", "Der Hauptausschuss empfiehlt dem Rat, wie folgt zu beschließen: "),
        ("Rat", "2021-06-15", "Der Rat beschließt: "),
    ):
        text = ("decision_text", {"text": lead + RESOLUTION}, RESOLUTION)
        minutes(town, committee, date, lead + RESOLUTION, text, file=f"{committee}.html")
    other = "Der Rat beschließt: " + RESOLUTION.replace("zwei", "drei")
    minutes(town, "Rat", "2021-07-15", other, ("decision_text", {"text": other}, other), file="x.html")
    assert told(corpus) == [
        (None, "text", [("2021-06-01", "Hauptausschuss", None, []), ("2021-06-15", "Rat", None, [])])
    ]


def test_short_phrases_link_nothing():
    assert text_key("Der Ausschuss nimmt den Bericht zur Kenntnis.") is None
    assert text_key("Der Rat beschließt: " + RESOLUTION) == text_key("Der Kreistag empfiehlt dem Rat: " + RESOLUTION)


def test_records_give_role_and_result_and_say_none_where_there_is_none(corpus):
    town = Town(corpus, "Kreis Silberquell")
    records = [
        Paper(id="77", reference="V/31/2020", name="Lotsendienst"),
        Consultation(paper="77", organization="Sozialausschuss", date=_day("2020-02-03"), role="Vorberatung"),
        Consultation(
            paper="77", organization="Kreistag", date=_day("2020-02-17"), role="Entscheidung", authoritative=True,
            meeting="9", agenda_item="91",
        ),
        Meeting(id="9", organization=("Kreistag",), start=_day("2020-02-17")),
        AgendaItem(id="91", meeting="9", name="Lotsendienst", paper="77", result="ungeändert beschlossen"),
    ]  # fmt: skip
    _save(town, records, ("result", {"raw": "ungeändert beschlossen"}, "ungeändert beschlossen"))
    (path,) = paths(corpus)
    first, last = path.stations
    assert (first.committee, first.role, first.authoritative, first.said) == (
        "Sozialausschuss",
        "Vorberatung",
        None,
        (),
    )
    assert (last.committee, last.role, last.authoritative) == ("Kreistag", "Entscheidung", True)
    assert [(s.raw, s.quote) for s in last.said] == [("ungeändert beschlossen", "ungeändert beschlossen")]


def _day(text):
    return dt.date.fromisoformat(text)


def _save(town, records, *facts):
    town.add("Kreistag\nErgebnis: ungeändert beschlossen", file="r.html")
    rows = town.corpus.query("select place, sha256, size, media_type, url from snapshot")
    text = town.corpus.query("select text from document")[0]["text"]
    document = Document(
        file_sha256=rows[0]["sha256"], media_type="text/html", reader="html", reader_version=1, text=text
    )
    entry = Entry(
        source=Source(**rows[0]), document=document, made_with="test", body=Body(id=town.body.id, name=town.name),
        records=records, facts=[fact(document, *f) for f in facts],
    )  # fmt: skip
    town.corpus.save(entry)


# references


def cite(identifier, quote, kind="paper", date=None):
    return ("reference", {"kind": kind, "identifier": identifier, "date": date}, quote)


def statuses(corpus):
    return [(link.cited, link.status, [t.label for t in link.targets]) for link in links(corpus)]


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("FB 56/0014/WP18", "FB56/0014/WP18"),
        ("0482/2020", "482/2020"),
        ("141/2021", "141/21"),
        ("SV-9-0355", "9-0355"),
        ("WP 20-25 SV 51/205", "WP 20-25 SV 51/205"),
        ("IX/416/1", "IX/416/1"),
        ("DS/1246/V", "DS/1246/V"),
    ],
)
def test_numbers_of_all_schemes_resolve_within_a_municipality(corpus, printed, cited):
    town = Town(corpus, "Stadt Lerchenau")
    town.add(f"Vorlage {printed}", ("paper", {"reference": printed}, printed), file="v.html", page_kind="paper")
    town.add(f"Siehe Vorlage {cited}.", cite(cited, cited), file="n.html")
    assert statuses(corpus) == [(cited, "resolved", [printed])]


def test_what_fits_twice_is_ambiguous_and_what_fits_nowhere_is_listed(corpus):
    town = Town(corpus, "Stadt Lerchenau")
    for number in ("V-12/2021", "A-12/2021"):
        town.add(f"Vorlage {number}", ("paper", {"reference": number}, number), file=f"{number}.html")
    town.add("Siehe 12/2021 und 99/2021.", cite("12/2021", "12/2021"), cite("99/2021", "99/2021"), file="n.html")
    assert statuses(corpus) == [("12/2021", "ambiguous", ["A-12/2021", "V-12/2021"]), ("99/2021", "unresolved", [])]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Siehe Vorlage 30/2022.", "unresolved"),
        ("Siehe Vorlage 30/2022 des Kreises Morgenau.", "resolved"),
        ("Der Kreis Morgenau wächst. Siehe Vorlage 30/2022.", "unresolved"),
    ],
)
def test_another_municipality_counts_only_where_the_sentence_names_it(corpus, sentence, status):
    Town(corpus, "Kreis Morgenau").add("Vorlage 30/2022", ("paper", {"reference": "30/2022"}, "30/2022"), file="v.html")
    Town(corpus, "Stadt Abendrot").add(sentence, cite("30/2022", "30/2022"), file="n.html")
    assert [status for _, status, _ in statuses(corpus)] == [status]


def test_a_number_of_both_municipalities_is_ambiguous_where_the_sentence_names_the_other(corpus):
    for name in ("Kreis Morgenau", "Stadt Abendrot"):
        Town(corpus, name).add("Vorlage 30/2022", ("paper", {"reference": "30/2022"}, "30/2022"), file="v.html")
    text = "Siehe Vorlage 30/2022, über die der Kreis Morgenau berät."
    Town(corpus, "Stadt Abendrot").add(text, cite("30/2022", "30/2022"), file="n.html")
    assert [status for _, status, _ in statuses(corpus)] == ["ambiguous"]


def test_meetings_and_pages(corpus):
    town = Town(corpus, "Kreis Morgenau")
    minutes(town, "Ausschuss für Soziales des Kreises Morgenau", "2022-03-01", "Bericht", file="a.html",
            url="https://www.rat.morgenau.example/to020?TOLFDNR=5&refresh=false")  # fmt: skip
    text = (
        "Am 01.03.2022 tagte er, am 02.03.2022 nicht: http://rat.morgenau.example/to020?TOLFDNR=5 und "
        "http://rat.morgenau.example/to020?TOLFDNR=6, § 5 GO."
    )
    town.add(
        text,
        cite("Ausschuss für Soziales", "Am 01.03.2022", "meeting", "2022-03-01"),
        cite("Ausschuss für Soziales", "am 02.03.2022", "meeting", "2022-03-02"),
        cite("http://rat.morgenau.example/to020?TOLFDNR=5", "http://rat.morgenau.example/to020?TOLFDNR=5", "url"),
        cite("http://rat.morgenau.example/to020?TOLFDNR=6", "http://rat.morgenau.example/to020?TOLFDNR=6", "url"),
        cite("§ 5 GO", "§ 5 GO", "law"),
        file="n.html",
    )
    assert [status for _, status, _ in statuses(corpus)] == [
        "resolved",
        "unresolved",
        "resolved",
        "unresolved",
        "outside",
    ]


def test_the_command_lists_what_stays_unresolved(corpus):
    town = Town(corpus, "Stadt Lerchenau")
    town.add("Siehe 98/2021 und 99/2021.", cite("98/2021", "98/2021"), cite("99/2021", "99/2021"), file="n.html")
    town.add("Vorlage 98/2021", ("paper", {"reference": "98/2021"}, "98/2021"), file="v.html")
    found = CliRunner().invoke(check, ["--references", "--corpus", str(corpus.path)])
    assert found.exit_code == 0, found.output
    assert "unresolved\tpaper\t99/2021\tx-stadt-lerchenau/n.html" in found.output
    assert "98/2021" not in found.output
    assert "1 of 2 resolved" in found.output


def test_names():
    assert paper_key("Vorlage Nr. FB 56/0014/WP18") == paper_key("FB56/0014/wp18")
    assert paper_key("110-1/2014") != paper_key("110/2014")
    assert same_committee("Sitzung des Integrationsrates", "Integrationsrat der Stadt Lohe")
    assert not same_committee("Ausschuss für Soziales", "Ausschuss für Soziales und Kultur")
    assert page_key("https://www.a.example/x/?b=2&a=1&refresh=false#top") == page_key("http://a.example/x?a=1&b=2")


# commitments

PROMISE = "Frau Kern sagt zu, eine Übersicht der Beratungssprachen vorzulegen."


def promised(corpus, later, *facts, committee="Integrationsrat", text=PROMISE, date="2021-06-16", **more):
    town = Town(corpus, "Stadt Lerchenau")
    value = {"who": "Kern", "what": text.removesuffix("."), "due": None}
    minutes(town, "Integrationsrat", "2021-06-16", text, ("commitment", value, text), file="a.html")
    minutes(town, committee, "2021-11-04" if date else None, later, *facts, file="b.html", **more)
    return [(h.basis, h.quote) for found in hints(corpus).values() for h in found]


@pytest.mark.parametrize(
    ("later", "basis"),
    [
        ("Die in der Sitzung vom 16.06.2021 zugesagte Übersicht der Beratungssprachen wird verteilt.", "said_again"),
        ("Wie in der Sitzung am 16.06.2021 zugesagt, nennt Frau Kern die Beratungssprachen.", "said_again"),
        ("Die zugesagte Übersicht der Beratungssprachen fehlt weiterhin.", "said_again"),
        ("Die Übersicht der Beratungssprachen ist der Niederschrift als Anlage beigefügt.", "delivered"),
        ("Eine Übersicht über die Beratungssprachen liegt nun vor.", "delivered"),
    ],
)
def test_later_words_about_a_commitment_are_a_hint(corpus, later, basis):
    assert promised(corpus, later) == [(basis, later)]


@pytest.mark.parametrize(
    "later",
    [
        "Die in der Sitzung vom 01.02.2020 zugesagte Übersicht der Beratungssprachen wird verteilt.",
        "Die zugesagte Übersicht der Spielplätze wird verteilt.",
        "Die Übersicht der Beratungssprachen liegt noch nicht vor.",
        "Die Übersicht der Beratungssprachen wird im Mai vorgelegt.",
        "Die Beratungssprachen sind vielfältig.",
    ],
)
def test_other_words_are_none(corpus, later):
    assert promised(corpus, later) == []


def test_a_delivery_in_another_committee_is_none(corpus):
    assert promised(corpus, "Die Übersicht der Beratungssprachen liegt vor.", committee="Bauausschuss") == []


def test_a_paper_with_the_thing_and_its_matter_in_its_title(corpus):
    title = "Übersicht der Beratungssprachen im Lotsendienst"
    paper = ("paper", {"reference": "9/2021", "subject": title}, title)
    assert promised(corpus, title, paper) == [("paper", title)]


def test_what_fits_two_commitments_alike_is_a_hint_at_none(corpus):
    town = Town(corpus, "Stadt Lerchenau")
    for day, name in (("2021-06-16", "Beratungszahlen im Hafen"), ("2021-07-16", "Beratungszahlen am Markt")):
        text = f"Sie sagt einen Bericht über die {name} zu."
        minutes(town, "Rat", day, text, ("commitment", {"who": None, "what": text}, text), file=f"{day}.html")
    minutes(town, "Rat", "2022-01-10", "Der zugesagte Bericht über die Beratungszahlen wird verteilt.", file="b.html")
    assert hints(corpus) == {}


def test_committees_of_records_are_told_by_name_and_undated_claims_add_no_station(corpus):
    town = Town(corpus, "Kreis Silberquell")
    records = [
        Organization(id="10", name="Sozialausschuss"),
        Paper(id="77", reference="V/31/2020", name="Lotsendienst"),
        Meeting(id="8", organization=("10",), start=_day("2020-02-03")),
        AgendaItem(id="81", meeting="8", name="Lotsendienst", paper="77"),
        Consultation(paper="77", organization="10", meeting="8", agenda_item="81", role="Vorberatung"),
        Consultation(paper="77", organization="Sozialausschuss"),
    ]
    _save(town, records)
    (path,) = paths(corpus)
    assert [(s.date, s.committee, s.role) for s in path.stations] == [("2020-02-03", "Sozialausschuss", "Vorberatung")]


def test_the_export_tells_where_references_lead_and_what_later_texts_say_of_a_commitment(corpus):
    later = "Die zugesagte Übersicht der Beratungssprachen wird verteilt, siehe 9/2021 und 99/2021."
    promised(corpus, later, cite("9/2021", "9/2021"), cite("99/2021", "99/2021"))
    Town(corpus, "Stadt Lerchenau").add("Vorlage 9/2021", ("paper", {"reference": "9/2021"}, "9/2021"), file="v.html")
    told = {f["value"].get("identifier") or f["kind"]: f for f in exported(corpus)}
    assert told["9/2021"]["resolution"]["status"] == "resolved"
    (target,) = told["9/2021"]["resolution"]["targets"]
    assert target["type"] == "Paper"
    assert target["documents"] == ["x-stadt-lerchenau/v.html"]
    assert told["99/2021"]["resolution"] == {"status": "unresolved", "alike": True, "targets": []}
    (hint,) = told["commitment"]["hints"]
    assert (hint["document"], hint["quote"]) == ("x-stadt-lerchenau/b.html", later)
    assert "hints" not in told["meeting"]
