"""The papers of one municipality: their sections, Beratungsfolge and files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.model import Consultation, File, Paper
from pipeline.simulation import agenda, minutes
from pipeline.simulation.local import Local
from pipeline.simulation.plans import Plan, Station, chance
from pipeline.simulation.prose import Filler
from pipeline.simulation.truth import Document, Text, Truth, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class SimPaper:
    """A paper with its Beratungsfolge and files, and what its texts say. `number` is its place in the world."""

    number: int
    kim: bool
    paper: Paper
    consultations: tuple[Consultation, ...]
    files: tuple[File, ...]
    sections: Mapping[str, Text]

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts of its page, in which the truths stand."""
        return (self.paper.name or "", *(text.text for text in self.sections.values()))

    @property
    def truths(self) -> tuple[Truth, ...]:
        """What the sections say."""
        return tuple(truth for text in self.sections.values() for truth in text.truths)


class Papers:
    """Makes papers of one municipality."""

    def __init__(self, local: Local) -> None:
        self.local = local

    def paper(self, number: int) -> SimPaper:
        """The paper with this number."""
        local = self.local
        local.generated["paper"] += 1
        plan = local.plan(number)
        sections = self.sections(plan)
        habits = local.place.habits
        motion = plan.kind in ("motion", "question")
        kinds = {"decision": habits.decision_paper, "information": habits.information_paper}
        party = local.place.factions[int(chance(local.place, "party", number) * len(local.place.factions))]
        record = Paper(
            id=local.ids.paper(number),
            reference=local.reference(number),
            name=local.subject(number).title,
            paper_type=kinds.get(plan.kind, {"motion": "Antrag", "question": "Anfrage"}.get(plan.kind, "")),
            date=self.day(number),
            lead_unit=local.unit(plan.lead),
            originator=(party.bare,) if motion else (),
            status=self._status(plan),
            sections={heading: text.text for heading, text in sections.items()},
        )
        return SimPaper(
            number=number,
            kim=plan.kim,
            paper=record,
            consultations=self.consultations(plan),
            files=self.files(plan),
            sections=sections,
        )

    def day(self, number: int) -> dt.date:
        """The day on which a paper was written."""
        return self.local.home_day(number) - dt.timedelta(days=10 + int(chance(self.local.place, "day", number) * 16))

    def _status(self, plan: Plan) -> str:
        if plan.paper in self.local.edits.withdrawn or any(
            s.outcome == "withdrawn" and self.local.shows_result(plan, s) for s in plan.stations
        ):
            return "zurückgezogen"
        last = plan.stations[-1]
        done = self.local.shows_result(plan, last)
        return "öffentlich (Vorlage abgeschlossen)" if done else "öffentlich"

    def sections(self, plan: Plan) -> dict[str, Text]:
        """The text of a paper under its printed headings."""
        local, habits = self.local, self.local.place.habits
        source = local.rng("sections", plan.paper)
        filler = Filler(local.scene(plan.lead, self.day(plan.paper), kim=plan.kim, paper=plan.paper), source)
        found: dict[str, Text] = {}
        if plan.kind in ("decision", "motion"):
            found[habits.proposal] = agenda.proposal(local, plan)
        found[habits.facts] = self._body(filler, plan)
        if plan.kim and source.random() < 0.4:
            found["Finanzielle Auswirkungen"] = filler.several(["money", "money"])
        for version in range(local.edits.revised.get(plan.paper, 0)):
            again = Filler(filler.scene, local.rng("revision", plan.paper, version))
            found[f"Ergänzung {version + 1}"] = again.several(["filler", "reference"])
        return found

    def _body(self, filler: Filler, plan: Plan) -> Text:
        """Some paragraphs: about the programme, or about the matter with the usual phrases."""
        if plan.kim:
            paragraphs = []
            for _ in range(filler.rng.randint(2, 4)):
                paragraphs.append(joined(minutes.facts(filler, self.local, filler.rng.randint(1, 3))))
            return joined(_distinct(paragraphs), "\n\n")
        matter = minutes.matter_texts(filler, self.local.matter(plan), self.local.subject(plan.paper).values)
        extra = [filler.one("reference")] if filler.rng.random() < 0.5 else []
        return joined([*matter, *extra])

    def consultations(self, plan: Plan) -> tuple[Consultation, ...]:
        """The Beratungsfolge."""
        return tuple(self._consultation(plan, station) for station in plan.stations)

    def _consultation(self, plan: Plan, station: Station) -> Consultation:
        local = self.local
        slot = None if station.round is None else local.slot(local.schedule.number(station.round, station.body))
        gone = local.is_withdrawn(plan, station)
        shown = slot is not None and local.shows_result(plan, station)
        over = slot is not None and local.phase(slot) in ("held", "results", "minutes")
        return Consultation(
            paper=local.ids.paper(plan.paper),
            order=station.number + 1,
            organization=local.place.bodies[station.body].bare,
            date=slot.day if slot and not gone else None,
            role=station.role,
            authoritative=True if station.role == "Entscheidung" else None,
            state="Zurückgezogen" if gone else "Erledigt" if over else "Geplant",
            result=minutes.outcome(local, plan, station).label.text if shown else None,
            meeting=local.ids.meeting(slot.number) if slot and not gone else None,
            agenda_item=local.ids.station(plan.paper, station.number) if slot and not gone else None,
        )

    def files(self, plan: Plan) -> tuple[File, ...]:
        """The paper itself, and what is attached to it."""
        ids, id_ = self.local.ids, self.local.ids.paper(plan.paper)
        attached = int(chance(self.local.place, "attachments", plan.paper) * 2.6)
        names = [f"Anlage {n} {'Sachstandsbericht' if plan.kim else 'Übersicht'}" for n in range(1, attached + 1)]
        names += [f"Neufassung {n}" for n in range(1, self.local.edits.revised.get(plan.paper, 0) + 1)]
        main = File(
            id=ids.file("paper", plan.paper, 0),
            of=id_,
            name="Vorlage",
            mime_type="application/pdf",
            role="mainFile",
        )
        others = tuple(
            File(
                id=ids.file("paper", plan.paper, n),
                of=id_,
                name=name,
                mime_type="application/pdf",
                role="auxiliaryFile",
            )
            for n, name in enumerate(names, 1)
        )
        return (main, *others)

    def document(self, number: int, place: int) -> Document:
        """What stands in a file of a paper: the paper itself, or an attachment with more about the same subject."""
        local, plan = self.local, self.local.plan(number)
        local.generated["document"] += 1
        name = self.files(plan)[place].name or ""
        title = f"{name} {local.reference(number)}: {local.subject(number).title}"
        if place == 0:
            paragraphs = [joined((Text(heading), text), "\n\n") for heading, text in self.sections(plan).items()]
        else:
            source = local.rng("attachment", number, place)
            filler = Filler(local.scene(plan.lead, self.day(number), kim=plan.kim, paper=number), source)
            paragraphs = [self._body(filler, plan) for _ in range(2)]
        whole = joined(_distinct(paragraphs), "\n\n")
        return Document(title=title, paragraphs=tuple(whole.text.split("\n\n")), truths=whole.truths)


def _distinct(texts: list[Text]) -> list[Text]:
    return list({text.text: text for text in texts}.values())
