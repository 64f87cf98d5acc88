"""The simulated world: the same for the same seed, made when asked for, and true to what it says it says."""

import csv
import re
from collections import Counter
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.model import to_json
from pipeline.simulation import bank
from pipeline.simulation.changes import page_count
from pipeline.simulation.edits import Page
from pipeline.simulation.ids import Ids
from pipeline.simulation.places import member_name, place_name
from pipeline.simulation.prose import Filler
from pipeline.simulation.seeds import rng
from pipeline.simulation.values import Value
from pipeline.simulation.world import World

BANKS = sorted(bank.banks())
MANY = "Stellen|Enthaltungen|Gegenstimmen|Stimmen|Personen|Mitglieder|Fachkräfte|Vollzeitäquivalenten"
ONE = "Stelle|Enthaltung|Gegenstimme|Stimme|Person|Mitglied|Fachkraft"
WORDS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|eineinhalb|zweieinhalb|dreieinhalb"
BETWEEN = r"(?:zusätzliche |weitere |neue |landesgeförderte |befristete )?(?:\w+-)*"
DISAGREEMENTS = (
    rf"(?i:\beine[rn]?|(?<![\d.,])\b1) {BETWEEN}(?:{MANY})\b",
    rf"(?i:\b(?:{WORDS})|(?<![\d.,])\b(?:[02-9]|\d\d+)(?:,\d+)?) {BETWEEN}(?:{ONE})\b",
    r"\b(?:sind|werden|wurden|sollen) eine (?:\w+-)*Stelle\b",
    rf"\b(?:ist|wird|wurde|soll) (?:{WORDS}) (?:\w+-)*Stellen\b",
    r"\b(?:stünden|entfallen|sind|werden) (?:rechnerisch |derzeit )?1(?:,0)? (?:neue )?(?:\w+-)*(?:Stelle|VZÄ)\b",
    r"\b[1-3I] \d+(?:,\d)? ",
    r"^Eine (?:\w+-)*Stelle [^.]*?\b(?:sind|werden|konnten|liegen|stehen|befinden)\b",
)


@pytest.fixture(scope="module")
def world():
    return World(11, municipalities=3, papers_per_municipality=90)


@pytest.fixture(scope="module")
def pages(world):
    """All texts of the world's pages and files with the truths that belong to them."""
    found = []
    for municipality in world.municipalities():
        for meeting in municipality.meetings():
            found += [("\n".join(item.texts), item.truths) for item in meeting.items]
            found += [document_of(municipality, file) for file in meeting.files]
        for paper in municipality.papers():
            found.append(("\n".join(paper.texts), paper.truths))
            found += [document_of(municipality, file) for file in paper.files]
    return found


def document_of(municipality, file):
    document = municipality.document(file.id)
    return document.text, document.truths


def test_the_same_seed_makes_the_same_world():
    first, again, other = (World(seed, 2, 40).digest() for seed in (5, 5, 6))
    assert first == again != other


def test_one_paper_of_a_huge_world_is_made_alone():
    world = World(1, municipalities=1000, papers_per_municipality=10_000)
    paper = world.municipality(999).paper(9_999)
    assert paper.paper.id and paper.sections
    assert world.generated["municipality"] == 1
    assert world.generated["paper"] == 1
    assert world.generated["plan"] == 1
    assert world.generated["meeting"] == world.generated["item"] == world.generated["document"] == 0


def test_one_meeting_of_a_huge_world_needs_the_papers_of_its_rounds_only():
    world = World(1, municipalities=1000, papers_per_municipality=10_000)
    municipality = world.municipality(998)
    meeting = municipality.find_meeting(municipality.local.ids.meeting(301))
    assert meeting is not None and len(meeting.items) > 5
    assert world.generated["meeting"] == 1
    assert world.generated["item"] == len(meeting.items)
    assert world.generated["paper"] == 0
    assert world.generated["plan"] <= 5 * -(-10_000 // municipality.local.schedule.rounds)


def test_every_truth_stands_verbatim_in_its_text(pages):
    truths = 0
    for text, said in pages:
        for truth in said:
            assert truth.sentence in text, truth
            truths += 1
    assert truths > 3000


def test_no_page_says_the_same_twice(pages):
    for text, said in pages:
        if not text.startswith("Niederschrift"):
            assert (
                max(Counter(t.sentence for t in said if t.topic == "kim" and t.kind == "post").values(), default=1) == 1
            )


def test_texts_are_filled_in_completely(pages):
    for text, _ in pages:
        assert not re.search(r"[{}$]|\w\?\w*\||  ", text), text


@pytest.mark.parametrize("name", BANKS)
def test_a_kind_has_enough_phrasings_and_a_third_is_held_out(name):
    phrases = bank.banks()[name]
    assert len(phrases) >= 12
    assert 3 * sum(p.held_out for p in phrases) >= len(phrases)
    assert len({p.text for p in phrases}) == len(phrases)


def test_there_are_forty_other_matters_with_their_own_money_and_posts():
    matters = bank.matters()
    assert len(matters) == 40
    assert sum(any("{sum" in text for text in m.texts) for m in matters) > 20
    assert sum(any("{other_posts" in text for text in m.texts) for m in matters) > 10


def sentences(name, count=500):
    """So many sentences of one bank, for all occasions that its phrasings ask for."""
    world = World(23, municipalities=4)
    for number in range(count):
        local = world.municipality(number % 4).local
        phrase = bank.banks()[name][number % len(bank.banks()[name])]
        source = rng("test", name, number)
        scene = local.scene(number % 7, local.home_day(number % 200), kim=True, paper=number % 200)
        body, after = local.place.bodies[0], local.place.council
        against = source.randint(1, 7) if "majority" in phrase.when else 0
        known: dict[str, Value] = {"body": body, "next_body": after, "yes": source.randint(9, 14), "no": against}
        known["abstentions"] = 0 if "clear" in phrase.when else source.randint(1, 3)
        yield Filler(scene, source).say(phrase, known)


@pytest.mark.parametrize("name", BANKS)
def test_sentences_agree_in_number_and_are_well_formed(name):
    for text in sentences(name):
        assert not re.search(r"[{}$|]|  | [.,;]|^\s|\s$|\bNone\b", text.text), text.text
        for pattern in DISAGREEMENTS:
            assert not re.search(pattern, text.text), (pattern, text.text)
        assert all(value is not None for truth in text.truths for value in truth.value.values())


@pytest.mark.parametrize(
    "wrong",
    [
        "Es wird eine Stellen geschaffen.",
        "Es gibt zwei Case-Management-Stelle.",
        "Bei 1 Enthaltungen",
        "Bei 3,5 Stelle",
        "Es sind eine Stelle besetzt.",
        "Eine Stelle im Case Management sind besetzt.",
    ],
)
def test_disagreement_in_number_would_be_found(wrong):
    assert any(re.search(pattern, wrong) for pattern in DISAGREEMENTS)


def test_only_the_phrasings_asked_for_are_spoken():
    uses: tuple[tuple[bank.Use, bool], ...] = (("open", False), ("held_out", True))
    for use, wanted in uses:
        municipality = World(3, municipalities=1, papers_per_municipality=60, use=use).municipality(0)
        spoken = {truth.phrase for truth in municipality.truths()}
        every = {p.id: p for phrases in bank.banks().values() for p in phrases}
        assert not [name for name in spoken if name in every and every[name].held_out is not wanted]


def words(path, column):
    """All words of the names in one column of a table."""
    with path.open(encoding="utf-8") as file:
        names = [row[column] for row in csv.DictReader(file, delimiter="\t")]
    return {part.lower() for name in names for part in re.split(r"[\s/()-]+", name)}


def test_invented_municipalities_are_not_those_that_ratslupe_knows():
    check_names(words(Path(str(resources.files("corpus"))) / "bodies.tsv", "name"))


@pytest.mark.recorded
def test_invented_municipalities_are_not_in_the_registries(shared):
    registry = shared / "registry"
    check_names(words(registry / "nrw.tsv", "name") | words(registry / "oparl-endpoints.tsv", "title"))


def check_names(real):
    assert len(real) > 50
    invented = {place_name(seed, n) for seed in (1, 2) for n in range(10_000)}
    invented |= {member_name(1, n) for n in range(2_000)}
    assert not {name for name in invented if name.lower() in real}


def test_names_and_ids_of_municipalities_differ():
    world = World(4, municipalities=1000)
    names = [place_name(world.seed, n) for n in range(1000)]
    assert len(set(names)) == 1000
    ids = [world.municipality(n).body.id for n in (0, 1, 998, 999)]
    assert ids == ["99001", "99002", "99999", "98001"]


def test_ids_are_found_again():
    ids = Ids(3, 50)
    assert ids.meeting_number(ids.meeting(17)) == 17
    assert ids.paper_number(ids.paper(49)) == 49
    assert ids.item_owner(ids.station(49, 4)) == ("paper", 49, 4)
    assert ids.item_owner(ids.regular(12, 5)) == ("meeting", 12, 5)
    assert ids.file_owner(ids.file("paper", 49, 2)) == ("paper", 49, 2)
    assert ids.file_owner(ids.file("meeting", 0, 1)) == ("meeting", 0, 1)


def test_a_beratungsfolge_and_the_agendas_tell_the_same_story(world):
    for municipality in world.municipalities():
        on_agendas: Counter[str] = Counter()
        for meeting in municipality.meetings():
            assert len({item.item.id for item in meeting.items}) == len(meeting.items)
            on_agendas.update(item.item.paper for item in meeting.items if item.item.paper)
        for paper in municipality.papers():
            placed = [c for c in paper.consultations if c.meeting]
            assert on_agendas[paper.paper.id] == len(placed)
            assert all(a.date <= b.date for a, b in pairwise(placed))
            for consultation in placed:
                meeting, item = municipality.find_item(consultation.agenda_item)
                assert item.item.paper == paper.paper.id
                assert item.item.result == consultation.result
                assert meeting.meeting.id == consultation.meeting
                assert meeting.meeting.start.date() == consultation.date


def test_results_and_votes_agree_but_for_the_declared_contradictions(world):
    contradictions = voted = 0
    for municipality in world.municipalities():
        for item in (item for meeting in municipality.meetings() for item in meeting.items):
            vote, result = item.item.vote, item.item.result or ""
            declared = any(truth.kind == "contradiction" for truth in item.truths)
            contradictions += declared
            if vote is None or vote.no is None or vote.yes is None:
                continue
            voted += 1
            if not declared and "einstimmig" in result:
                assert 0 in (vote.yes, vote.no), item.item
            if not declared and "mehrheitlich" in result:
                assert vote.yes and vote.no, item.item
    assert 0 < contradictions < voted / 5


def test_the_calendar_has_cancelled_and_coming_meetings_and_empty_months(world):
    meetings = [meeting for m in world.municipalities() for meeting in m.meetings()]
    assert any(m.meeting.cancelled for m in meetings)
    assert any(m.meeting.start.date() > world.today for m in meetings)
    assert not any(m.meeting.start.month in (7, 8) for m in meetings)
    for meeting in meetings:
        past = meeting.meeting.start.date() <= world.today
        assert past or not any(i.item.result or i.item.minutes_text for i in meeting.items)
        assert all(not item.truths and not item.item.paper for item in meeting.items if not item.item.public)


def test_some_papers_are_about_integration_management_and_most_are_not(world):
    kim = [paper.kim for municipality in world.municipalities() for paper in municipality.papers()]
    assert 0.1 < sum(kim) / len(kim) < 0.3


def page_states(municipality):
    """What each page of a municipality shows."""
    found = {}
    for meeting in municipality.meetings():
        agenda = [(i.item.id, i.item.number, i.item.name, i.item.result) for i in meeting.items]
        found[Page("meeting", meeting.meeting.id)] = (to_json(meeting.meeting), agenda, meeting.files)
        for item in meeting.items:
            if item.item.number:
                found[Page("item", item.item.id)] = (to_json(item.item), item.texts, meeting.meeting.meeting_state)
    for paper in municipality.papers():
        found[Page("paper", paper.paper.id)] = (to_json(paper.paper), paper.consultations, paper.files)
    return found


@pytest.mark.parametrize("share", [0.01, 0.08])
def test_a_later_step_differs_where_it_says_and_nowhere_else(share):
    world = World(9, municipalities=2, papers_per_municipality=110, changed=share)
    kinds = set()
    for step in range(1, 3):
        for index in range(2):
            before = page_states(world.at(step - 1).municipality(index))
            after = page_states(world.at(step).municipality(index))
            changes = list(world.at(step).changes(index))
            kinds |= {change.kind for change in changes}
            named = {page for change in changes for page in change.pages}
            differing = {page for page in before.keys() | after.keys() if before.get(page) != after.get(page)}
            assert changes and differing
            assert differing <= named
            assert all(differing & set(change.pages) for change in changes)
            assert len(named) <= max(1, share * len(after))
            assert page_count(world.municipality(index).local) <= len(after)
    assert len(kinds) >= (2 if share < 0.05 else 5)


def test_the_first_step_has_no_changes_and_steps_do_not_depend_on_the_way_there():
    world = World(9, municipalities=1, papers_per_municipality=40, changed=0.05)
    assert list(world.changes()) == []
    assert world.at(2).digest() == world.at(5).at(2).digest() != world.digest()


def test_a_world_needs_somebody_in_it():
    with pytest.raises(ValueError, match="at least one municipality"):
        World(1, municipalities=0)
    with pytest.raises(IndexError, match="no municipality 4"):
        World(1).municipality(4)
    with pytest.raises(IndexError, match="no paper 200"):
        World(1).municipality(0).paper(200)
    assert World(1).municipality(0).document("1") is None
