"""States of things, goals and legal rank: how far posts, concepts and talks are, where posts sit, what is aimed at.

A state is a sentence part with a thing (posts, concept, funds, talks) and a sign of its stage. Questions about a state
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.structure import Block

_POSTS = r"\b(?:\w*[Ss]tellen?(?!ung)|\w*-Stellen?|VZÄ|\w*[Vv]ollzeit\w*|\w*[Ss]telle|\w*(?:kraft|kräfte[n]?)|Stellenprofile|\w*[Pp]rofile|Alle|Personal\w*)\b"
_PAPER = r"\b(?:\w*[Kk]onzept(?:e[ns]?|s|ion|ionen)?|\w*[Rr]ichtlinien?|\w*[Ll]eitlinien?|\w*[Bb]ericht(?:s|es)?|Entwurf|Fassung|Förderbedingungen|Rahmenbedingungen|Bedingungen der Förderung|Satzung)\b"


@dataclass(frozen=True, slots=True)
class _Rule:
    """`thing` and `sign` must both stand in the part, `never` must not; the first rule that fits tells the stage."""

    topic: str
    type: str
    stage: str
    thing: re.Pattern[str]
    sign: re.Pattern[str]
    never: re.Pattern[str] | None = None


def _rule(topic: str, type_: str, stage: str, thing: str, sign: str, never: str | None = None) -> _Rule:
    return _Rule(topic, type_, stage, re.compile(thing), re.compile(sign), re.compile(never) if never else None)


_RULES = (
    _rule("staffing", "staffing", "not_advertised", _POSTS, r"\b(?:ohne dass|noch nicht|noch nichts|nichts|keine)\b.*\bausgeschrieben\b|\bausgeschrieben\b.*\bnoch nichts?\b"),
    _rule("staffing", "staffing", "not_advertised", r"\b\w*[Pp]rofile\b", r"\b(?:erarbeit\w*|abgestimmt|erstellt|entwickelt|abzustimmen)\b"),
    _rule(
        "staffing", "staffing", "partly_filled", r"\b(?:VZÄ|Stellen?|\w*stellen?|Vollzeit\w*|Dreiviertelstelle|Halbtagsstelle)\b",
        r"\b[Vv]on (?:den|insgesamt|bisher)[^,;]{0,60}\bbesetzt\b|\bvakant\b|\bunbesetzt\b|\bnicht (?:wieder)?besetzt\b|\bteilweise besetzt\b|\bnoch nicht alle\b.*\bbesetzt\b|\bangefangen\b.*\b(?:Ausschreibung|besetzt)\b",
        r"\bgefördert\b",
    ),
    _rule("staffing", "staffing", "advertised", _POSTS, r"\bausgeschrieben\b|\b\w*[Aa]usschreibungsverfahren\b|\bAuswahlgespräch\w*|\bVorstellungsgespräch\w*|\bBewerbungsverfahren\b|\bAuswahlverfahren\b", r"\bausgenommen\b|\bzu erstatten\b"),
    _rule("staffing", "staffing", "advertised", r"\b(?:Besetzung|Suche|Stellenbesetzung\w*)\b", r"\b(?:rechnet|gestaltet sich|Arbeitsmarkt|Fachkräfte\w*|unklar|schwierig\w*|verzöger\w+|mehr Zeit)\b"),
    _rule("staffing", "staffing", "filled", r"\b(?:[Dd]ie|[Aa]lle|[Ss]ämtliche|[Bb]eide)\b[^,;]*\b\w*[Ss]tellen\b|^Alle\b|\bSchnittstellen\b", r"\bbesetzt\b|\bWiederbesetzung\b", r"\b(?:wird|werden|würden|wann|Wann|sollen|Von den)\b"),
    _rule("concept", "concept", "superseded", _PAPER, r"\b(?:überholt|neu gedacht|hinfällig|obsolet|aufgegeben)\b"),
    _rule("concept", "concept", "approved", _PAPER, r"\b(?:bewilligt|genehmigt|zugestimmt|gebilligt|freigegeben)\b", r"\b(?:Zuwendungs|Förder)bescheid\b|€|\bEuro\b"),
    _rule("concept", "concept", "delayed", _PAPER, r"\b(?:verzögert|später als|verspätet|Verzögerung)\b"),
    _rule("concept", "concept", "draft", _PAPER, r"\bim Entwurf\b|\bnoch nicht (?:veröffentlicht|in Kraft|erlassen|erschienen)\b|^Der Entwurf\b.*\babgestimmt\b|\b(?:hausinternen?|internen) Abstimmung\b|\bliegt? noch nicht vor\b"),
    _rule("concept", "concept", "revised", _PAPER, r"\b(?:überarbeitet|modifiziert|angepasst|fortgeschrieben|geändert)\b"),
    _rule("concept", "concept", "in_progress", _PAPER, r"\b(?:entwickelt|erarbeitet|arbeiten|erstellt|fertiggestellt|vorliegen|in Arbeit|in Vorbereitung|geschrieben)\b", r"\bvorgestellt\b|^Mit\b"),
    _rule("location of posts", "location", "recommendation", r"\b\w*[Ss]tellen?\b|\bKIM\b|\bAufgabe\b", r"\b(?:[Ee]mpfiehlt|[Ee]mpfehlung|empfohlen)\b.*\b(?:anzudocken|angesiedelt|anzusiedeln|verorte\w*|zu verorten|einzurichten|angebunden)\b"),
    _rule(
        "location of posts", "location", "planned", r"\b(?:\w*[Ss]tellen?|Aufgabe|KIM|Koordinierung\w*|\w*[Ss]tellenanteile|Integrationsmanagement\w*)\b",
        r"(?=.*\b(?:[Ii]m|[Bb]eim|[Aa]n das|[Aa]m) (?:\w+ )?(?:\w*[Ii]ntegrationszentrum\w*|KIZ?|\w+amt\w*|Dezernat|Fachbereich|Jobcenter)\b).*\b(?:angesiedelt|verort\w*|angebunden|angedockt|zugeordnet|eingegliedert|anzudocken)\b",
        r"\bTeilhabe\w*|\bFörderbaustein\w* 6\b|\bdavon\b|\bDavon\b|\b\d[\d,.]* (?:VZÄ|Stellen)\b|\bvo[nr] denen\b",
    ),
    _rule("carrier talks", "talks", "in_progress", r"\b(?:Gespräche|Abstimmungsprozess|Abstimmungsgespräche|Verhandlungen|Abstimmungen)\b", r"\b(?:laufen|läuft|findet|finden|werden|dauern|statt)\b", r"\b(?:Nach|nach|Auswahl\w*|Vorstellungs\w*)\b"),
    _rule("intermunicipal arrangement", "intermunicipal", "agreed", r"\b(?:Vorgehen|Kooperation\w*|Vereinbarung|Weiterleitung\w*)\b", r"\bmit (?:der|den|dem) (?:Stadt|Städten|Kreis|Gemeinden?|StädteRegion|Kommunen)\b[^.;]*\b(?:abgesprochen|abgestimmt\w*|vereinbart|geschlossen)\b|\babgestimmtes Vorgehen mit\b"),
    _rule("conditions of the money", "condition", "condition", r"\b(?:Mittel|Förderung|Beschluss|Gelder)\b", r"\b(?:dürfen|darf)\b.*\bnur\b|\bnicht möglich\b.*\beinzusetzen\b|\bMittel\b.*\baußerhalb\b|\bVorbehalt\b"),
    _rule("course of the programme", "programme", "ending", r"\b(?:Programm|Förderung|Landesprogramm)\b", r"\bläuft\b.*\baus\b|\bausläuft\b|\bendet\b.*\bersatzlos\b|\bkeine Mittel (?:mehr )?eingeplant\b"),
    _rule("application", "application", "applied", r"\bAntrag\b", r"\bnoch nicht entschieden\b|\bnoch nicht beschieden\b|\bnoch offen\b"),
    _rule("members", "members", "provisional", r"\b(?:hinzugezogen|einbezogen|beteiligt|hinzugebeten)\b", r"\b[Bb]ei Bedarf\b"),
    _rule("steering group", "steering_group", "running", r"\b(?:Sitzung|Treffen)\b", r"\b(?:Schwerpunkte|Handlungsschwerpunkte|Zielgruppen)\b.*\b(?:verständigt|definiert|festgelegt|erarbeitet|vereinbart)\b"),
    _rule(
        "caseload", "caseload", "running", r"\b\d[\d.]*(?: \w+)? (?:Personen|Menschen|Fälle|Klient\w+|Ratsuchende|Zugewanderte|Familien|Haushalte)\b",
        r"\b(?:beraten|begleitet|betreut|unterstützt|versorgt|gefördert)\b|\bes seien \d+|\bdavon aus\b",
    ),
    _rule("takes part", "participation", "running", r"\b(?:Stadt|Kreis|Gemeinde|Städteregion|StädteRegion)\b", r"\b(?:beteiligt sich|nimmt)\b.*\bseit\b.*\b(?:Integrationsmanagement\w*|KIM|teil)\b"),
    _rule("backlog", "backlog", "backlog", r"\b\d[\d.]* (?:\w+ )?(?:Anträge|Verfahren|Vorgänge)\b", r"\b(?:warten|unbearbeitet|anhängig|offen)\b"),
    _rule("own contribution", "finance", "planned", r"\bEigenanteil\b", r"\b(?:nicht|kein)\b.*\b(?:vorgesehen|erforderlich|nötig|notwendig)\b"),
)
_QUESTION = re.compile(r"\b(?:fragt|fragen|wissen|erkundig\w+|möchte|will)\b|\bbitte[nt]\b.*\b(?:um|darum)\b|\?\s*$")
_AIM = re.compile(
    r"\b(?:[Zz]iel(?:e|setzung|stellung)?|Absicht|Anliegen) (?:ist|sind|war|des \w+ ist|von KIM ist)\b|\b(?:das|dem|mit dem) Ziel,? |\bzum Ziel\b|\bsollen\b[^.;]{5,160}\b(?:gestärkt|verbessert|gefördert|ausgebaut|erreicht|intensiviert)\b|"
    r"\bwill (?:das Land|die \w+|der \w+)\b[^.;]{5,200}\b(?:stärken|verbessern|ausbauen|fördern|erreichen)\b|\bsollen\b[^.;]{3,120}\baus einer Hand\b|\bIm Mittelpunkt stehen\b|"
    r"\b(?:wie|dass|um) [^.;]{5,120}\b(?:erreicht werden|zu erreichen)\b"
)
_AIM_SPAN = re.compile(r"\b(?:das|dem) Ziel,? .{3,200}?(?=,? (?:sowie|und das|und den|und) |[.;]|$)")
_AIM_LIST = re.compile(r"\b(?:[Zz]iele?|Zielsetzungen|Schwerpunkte|Zieldimensionen|Handlungsfelder|Zielgruppen)\b[^.:]{0,120}:\s*$")
_AIMS_IN_LINE = re.compile(r"\b[Zz]iele\b[^.:]{0,80}: ?(?P<list>.+)$")
_AIM_ITEM = re.compile(r", (?:und |sowie )?(?=(?:die |der |das |eine[rn]? )?[A-ZÄÖÜ]\w+)| und (?=(?:eine|die|der|das) )")
_LEGAL = (
    ("voluntary_task", re.compile(r"\bfreiwillige\w* (?:\w+ )?(?:Aufgabe|Leistung|Selbstverwaltungsaufgabe)|\bfreiwillig (?:wahr|übernommen|erbracht)|\bgesetzliche (?:Pflicht|Verpflichtung) besteht nicht|\bkeine (?:gesetzliche )?(?:Pflichtaufgabe|Verpflichtung)")),
    ("mandatory_task", re.compile(r"\bPflichtaufgabe\b|\bpflichtige\w* (?:Selbstverwaltungs)?[Aa]ufgabe|\bgesetzlich (?:verpflichtet|vorgeschrieben)|\bAufgabe zur Erfüllung nach Weisung")),
    ("legally_anchored", re.compile(r"\bin § ?\d+ [^.;]{3,90} (?:verankert|geregelt|festgeschrieben)|\bgesetzlich verankert")),
)
_RUNNING = re.compile(r"\b(?:der |die |das )?seit [^.,;]{3,30} laufende[nrs]? [A-ZÄÖÜ][\w-]+")
_TASK = re.compile(r"\b(?:haben|hat) die Aufgabe\b|\bwidmen sich\b|\bsuchen \w+ \w+ [^.;]{0,40}\bauf und zeigen\b")


def _run(a: Analysis) -> Iterator[Fact]:
    previous: Sentence | None = None
    for sentence in a.sentences:
        if sentence.block.kind != "row" and sentence.block.section != "proposal":
            yield from _states(a, sentence, previous)
            yield from _goals(a, sentence)
        if sentence.block.kind != "row":
            yield from _legal(a, sentence)
        previous = sentence
    yield from _listed_goals(a)


def _states(a: Analysis, sentence: Sentence, previous: Sentence | None) -> Iterator[Fact]:
    if _QUESTION.search(sentence.text):
        return
    seen: set[str] = set()
    for start, end in _parts(sentence.text):
        part = sentence.text[start:end]
        for rule in _RULES:
            if rule.thing.search(part) and rule.sign.search(part) and not (rule.never and rule.never.search(part)) and rule.topic not in seen:
                seen.add(rule.topic)
                yield _state(a, rule, (sentence.start + start, sentence.start + end))
                break
    if running := _RUNNING.search(sentence.text):
        value = {"topic": "work under way", "state": running.group(), "stage": "running", "type": "work"}
        yield a.fact("status", value, sentence.start + running.start(), sentence.start + running.end())
    if _TASK.search(sentence.text):
        value = {"topic": "task", "state": sentence.text.rstrip("."), "stage": "description", "type": "task"}
        yield a.fact("status", value, sentence.start, sentence.end)


def _state(a: Analysis, rule: _Rule, place: Span) -> Fact:
    text = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    return a.fact("status", {"topic": rule.topic, "state": text, "stage": rule.stage, "type": rule.type}, *place)


def _parts(text: str) -> list[Span]:
    """Parts of a sentence between semicolons, white space left out."""
    parts = []
    for match in re.finditer(r"[^;]+", text):
        piece = match.group()
        parts.append((match.start() + len(piece) - len(piece.lstrip()), match.end()))
    return parts


def _goals(a: Analysis, sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    if _QUESTION.search(text):
        return
    in_line = _AIMS_IN_LINE.search(text)
    if in_line:
        low = in_line.start("list")
        edges = [low, *(m.end() for m in _AIM_ITEM.finditer(text, low))]
        ends = [*(m.start() for m in _AIM_ITEM.finditer(text, low)), len(text.rstrip(". "))]
        for start, end in zip(edges, ends, strict=True):
            if end - start > 12:
                yield _goal(a, (sentence.start + start, sentence.start + end))
        return
    match = _AIM.search(text)
    if match:
        span = _AIM_SPAN.search(text)
        start, end = span.span() if span else (0, len(text))
        yield _goal(a, (sentence.start + start, sentence.start + end))


def _listed_goals(a: Analysis) -> Iterator[Fact]:
    """The items of a list that a line about goals or priorities announces."""
    announced: Block | None = None
    for block in a.blocks:
        if block.kind == "item" and announced is not None:
            yield _goal(a, (block.body, block.end))
        elif _AIM_LIST.search(a.text[block.start : block.end]):
            announced = block
        else:
            announced = None


def _goal(a: Analysis, place: Span) -> Fact:
    before = [m for m in a.mentions if m[0] < place[1]]
    strategy = re.search(r"„(?P<name>[^“”]{5,80}[Ss]trategie[^“”]{0,12})[“”]", a.text[max(0, place[0] - 500) : place[0]])
    programme = a.programme(place[0])
    of = strategy["name"] if strategy and not before else programme.name if programme else None
    text = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    return a.fact("goal", {"of": of, "text": text}, *place)


def _legal(a: Analysis, sentence: Sentence) -> Iterator[Fact]:
    for kind, pattern in _LEGAL:
        if match := pattern.search(sentence.text):
            start, end = (match.start(), match.end()) if kind == "legally_anchored" else (0, len(sentence.text))
            yield a.fact("legal_status", {"kind": kind}, sentence.start + start, sentence.start + end)
            return


EXTRACTOR = Extractor(name="states", version=1, kinds=("status", "goal", "legal_status"), run=_run)
