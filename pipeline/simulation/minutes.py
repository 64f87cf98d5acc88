"""What the minutes say about one agenda item: who said what, what was decided, how the body voted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.model import Vote
from pipeline.simulation import bank
from pipeline.simulation.bank import Claim, Phrase
from pipeline.simulation.local import Local
from pipeline.simulation.plans import Plan, Station
from pipeline.simulation.prose import Filler
from pipeline.simulation.schedule import Slot
from pipeline.simulation.truth import Text, Truth, joined
from pipeline.simulation.values import Value

STAGES: tuple[tuple[str, ...], ...] = (
    ("goal", "module", "money_programme", "post_planned", "concept", "staffing"),
    ("post_planned", "deadline", "post_decided", "concept", "steering_group", "staffing"),
    ("grant_notice", "post_granted", "post_advertised", "money", "staffing", "concept", "post_carrier"),
    ("post_filled", "post_advertised", "money", "staffing", "steering_group", "concept", "post_carrier"),
    ("post_filled", "post_changed", "money", "deadline", "concept", "staffing", "post_decided"),
)
ASIDE = ("reference", "programme", "neighbour", "filler", "filler", "goal", "module")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The printed result of an item, and its votes, the deciding one last."""

    label: Text
    votes: tuple[Vote, ...]
    lines: tuple[Text, ...]


def facts(filler: Filler, local: Local, count: int) -> list[Text]:
    """Sentences about the programme that fit how far it is, and some about other things."""
    names = [*filler.rng.sample(STAGES[filler.scene.stage], min(count, 6)), filler.rng.choice(ASIDE)]
    filler.rng.shuffle(names)
    return [_fact(filler, local, name) for name in names]


def _fact(filler: Filler, local: Local, name: str) -> Text:
    """One fact; what the municipality got, and when, is the same in all its texts."""
    programme = local.place.programme
    if name == "steering_group":
        return filler.one(name, {"date": programme.steering})
    if name != "grant_notice":
        return filler.one(name)
    module = filler.rng.choice((1, 2, 3))
    return filler.one(name, {"_module": module, "date": programme.grants[module]})


def matter_texts(filler: Filler, matter: bank.Matter, values: dict[str, Value]) -> list[Text]:
    """The sentences of another matter, with its money, posts and dates as truths of their own."""
    texts = []
    for number, text in enumerate(matter.texts, 1):
        claims = [Claim(kind="money", value={"value_eur": "$sum", "matter": matter.key})] if "{sum" in text else []
        if "{other_posts" in text:
            claims.append(Claim(kind="post", value={"number": "$other_posts", "matter": matter.key}))
        if "{date}" in text:
            claims.append(Claim(kind="event", value={"date": "$date", "precision": "day", "matter": matter.key}))
        phrase = Phrase(id=f"matter_{matter.key}-{number:02}", text=text, topic="other", claims=tuple(claims))
        texts.append(filler.say(phrase, values))
    return texts


def outcome(local: Local, plan: Plan, station: Station) -> Outcome:
    """The result and votes of a station as the item's page states them."""
    source = local.rng("outcome", plan.paper, station.number)
    filler = Filler(
        local.scene(station.body, local.home_day(plan.paper), kim=plan.kim, tags=_tags(plan, station)), source
    )
    count = station.count
    if station.contradicts:
        wrong = {"unanimous": "majority", "majority": "unanimous"}
        words = frozenset(wrong.get(tag, tag) for tag in _tags(plan, station))
        label = Filler(local.scene(station.body, local.home_day(plan.paper), kim=plan.kim, tags=words), source)
    else:
        label = filler
    corrected = (plan.paper, station.number) in local.edits.corrected
    stated = _label(label.one("label"), " (berichtigt)" if corrected else "")
    if count is None or source.random() < 0.1:
        return Outcome(label=stated, votes=(), lines=())
    line = filler.one("vote", {"yes": count.yes, "no": count.no, "abstentions": count.abstentions})
    lines, votes = [line], [_vote(line)]
    if station.outcome == "amended" and source.random() < 0.5:
        extra = _amendment(filler, count.yes + count.no)
        lines, votes = [extra, line], [_vote(extra, on="Änderungsantrag"), _vote(line)]
    if station.contradicts:
        lines[-1] = Text(line.text, (*line.truths, _contradiction(stated, line)))
    return Outcome(label=stated, votes=tuple(votes), lines=tuple(lines))


def _tags(plan: Plan, station: Station) -> frozenset[str]:
    kind = plan.kind if plan.kind in ("motion", "question") else "paper"
    return frozenset({station.outcome, kind}) | (station.count.words if station.count else frozenset())


def _label(text: Text, after: str) -> Text:
    """A result as printed: its truth says so itself."""
    printed = text.text + after
    return Text(printed, tuple(replace(t, value={"raw": printed, **t.value}, sentence=printed) for t in text.truths))


def _amendment(filler: Filler, voting: int) -> Text:
    against = filler.rng.randint(1, voting // 2 - 1)
    text = "Abstimmung über den Änderungsantrag: {yes} Ja, {no} Nein"
    claim = Claim(kind="vote", value={"yes": "$yes", "no": "$no", "on": "Änderungsantrag"})
    phrase = Phrase(id="amendment-01", text=text, topic="any", claims=(claim,))
    return filler.say(phrase, {"yes": voting - against, "no": against})


def _vote(line: Text, on: str | None = None) -> Vote:
    """The vote as the line states it: what it does not state is None."""
    value = line.truths[0].value
    return Vote(
        yes=value.get("yes"),
        no=value.get("no"),
        abstentions=value.get("abstentions"),
        unanimous=value.get("unanimous"),
        raw=line.text,
        on=on,
    )


def _contradiction(label: Text, line: Text) -> Truth:
    value = {"result": label.text, "vote": line.text}
    return Truth(kind="contradiction", value=value, sentence=line.text, phrase="contradiction", topic="any")


def item_minutes(local: Local, slot: Slot, plan: Plan, station: Station, lines: tuple[Text, ...]) -> Text:
    """The minutes of one item: report, questions and answers, positions, decision, votes."""
    source = local.rng("minutes", plan.paper, station.number)
    scene = local.scene(station.body, slot.day, kim=plan.kim, tags=_tags(plan, station) | {"spoken"}, paper=plan.paper)
    filler = Filler(scene, source)
    report = [filler.one("statement")]
    if plan.kim:
        report += facts(filler, local, source.randint(1, 3))
    elif source.random() < 0.5:
        report += matter_texts(filler, local.matter(plan), local.subject(plan.paper).values)[:1]
    paragraphs = [joined(report)]
    for _ in range(source.choice((0, 1, 1, 2))):
        paragraphs.append(_exchange(filler))
    if source.random() < 0.5:
        paragraphs.append(filler.one("position"))
    if source.random() < 0.85:
        paragraphs.append(filler.one("decision", _bodies(local, plan, station)))
    return joined([*paragraphs, *lines], "\n\n")


def _bodies(local: Local, plan: Plan, station: Station) -> dict[str, Value]:
    """The body that decides, the next one, and the vote, as slots of a decision."""
    after = [s for s in plan.stations if s.number > station.number and s.body != station.body]
    place = local.place
    known: dict[str, Value] = {"body": place.bodies[station.body]}
    known["next_body"] = place.bodies[after[0].body] if after else place.council
    if station.count:
        known |= {"yes": station.count.yes, "no": station.count.no, "abstentions": station.count.abstentions}
    return known


def _exchange(filler: Filler) -> Text:
    """A question and its answer about the same topic, sometimes with a commitment."""
    topics = bank.nouns("topics" if filler.scene.topic == "kim" else "general")
    known: dict[str, Value] = {
        "topic": filler.rng.choice(topics),
        "speaker": filler.rng.choice(filler.scene.officials),
        "asker": filler.rng.choice(filler.scene.members),
    }
    names = ["question", "answer"] + (["commitment"] if filler.rng.random() < 0.4 else [])
    return filler.several(names, known)
