"""Speech in the passive: "wird von Frau X erläutert", "durch Herrn Y Bedenken geltend gemacht werden".

The participle tells what is done, an agent with "von", "durch" or "seitens" who does it. Where no agent stands
("Zum Personal wird mitgeteilt, dass ..."), the one who has the floor is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors.analysis import Sentence
from extractors.mentions import Mention
from extractors.predicates import Predicate
from extractors.speakers import Speaker
from extractors.speech_verbs import is_participle, passive_act

_BY = (
    r"\b(?:[Vv]on|[Vv]om|[Dd]urch|[Ss]eitens|[Vv]on (?:[Ss]eiten|[Ss]eite)|[Aa]us (?:den Reihen|"
    r"der Mitte|dem(?= Ausschuss)))"
)
_BY_PERSON = guarded(
    rf"{_BY} (?:(?:de[rmns]|die) )?(?:[a-zäöüß.]+e[nrms]? ){{0,2}}"
    r"(?:[A-ZÄÖÜ][\w-]*(?: (?:de[sr] |für |vom )?[A-ZÄÖÜ][\w-]*){0,2},? )?$"
)
_BY_GROUP = guarded(
    rf"{_BY} (?:(?:de[rmns]|die|das|allen|mehreren|einigen|verschiedenen|einzelnen|beiden|vielen|seiner|ihrer) )?"
    r"(?:[a-zäöüß]+en )?(?P<who>(?:[\w./´-]{2,30}-)?\w*[Ff]raktion(?:en)?(?: [A-ZÄÖÜ][\w/-]+){0,3}|"
    r"(?:[A-ZÄÖÜ]\w*)?[Vv]erwaltung|(?:[A-ZÄÖÜ]\w*)?(?:[Aa]usschuss(?:es)?|[Bb]eirat(?:e?s)?|verb[aä]nde?[ns]?|"
    r"[Mm]itgliedern?|"
    r"[Mm]itglieds|konferenz|[Ll]eitung|gruppe)|Rates|Integrationsrat(?:e?s)?|Verbänden|Trägern|Kommunen|Gemeinden|"
    r"Städten|AWO|Diakonie|Caritas|DRK|Jobcenters?|Personalrat(?:e?s)?|CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|Grünen|"
    r"GRÜNEN|Linken|LINKEN?|Bürgermeister(?:s|in)?|Landr(?:at(?:e?s)?|ätin)|Vorsitz(?:enden?)?|"
    r"Dezernent(?:en|in)|Kämmerers?|Kämmerin|Referent(?:en|in)|Verfasser\w*)(?![\w-])"
)
_BY_PRONOUN = guarded(r"\b(?:[Vv]on|[Dd]urch) (?P<who>ihm|ihr|ihnen|diesem|dieser|ihn|diesen)\b(?! [A-ZÄÖÜ])")
_BY_RELATIVE = guarded(
    r"(?:,|\bund) (?:von|durch) (?:de[rm]|denen|welche[rmn])(?= (?:unter|in|im|mit|auf|zu[rm]?|die|das|den|ein\w*|über|"
    r"sodann|anschließend|sich|anhand|um|bereits|auch|[a-zäöü]+(?:end|lich)) )"
)
_PRONOUNS = {"ihm": "er", "ihn": "er", "diesem": "er", "diesen": "er", "ihr": "sie", "dieser": "sie", "ihnen": "sie"}
_BEFORE = guarded(r"\b(?:wird|wurden?|werden|werde|würden?|worden)\b")
_BEHIND = guarded(r"(?: und \w+)? (?:wird|werden?|wurden?|würden?|worden)\b")
_ATTRIBUTE = guarded(r"\b(?:de[rmns]|die|das|eine?[rmns]?|ihre[rmns]?|seine[rmns]?|mit|alle[rn]?)\s$")
_PAPER = guarded(
    r"\b[Ii](?:m|n (?:de[rmn]|einem|einer|seinem|ihrem|dessen|diesem)) (?:\w+ ){0,2}?\w*(?:[Bb]ericht|[Ee]rlass|"
    r"[Vv]orlage|[Kk]onzept\w*|[Rr]ichtlinie\w*|[Bb]escheid|[Aa]ntrag|[Ss]chreiben|[Gg]esetz|[Gg]utachten|[Pp]apier|"
    r"[Ss]tudie|[Vv]ereinbarung|[Bb]eschluss|[Vv]erfügung|[Aa]nlage|[Aa]nkündigung)\b"
)
_SAID = guarded(r"(?:, (?:dass|daß|ob|wie|wonach|weshalb|der|die|das|es|man|hier|diese\w*|in|im|für)\b|:|$)")
_TOPIC = guarded(r"^(?:Zu[rm]?|Hierzu|Dazu|Hierauf|Darauf\w*|Auf|Ferner|Weiter\w*|Außerdem|Ergänzend|Es|"
    r"Abschließend|Sodann|"
                 r"Anschließend|Zudem|Zunächst|Einleitend|Eingangs|Hinsichtlich|Bezüglich|Dabei|Daneben|"
                 r"So)\b")  # fmt: skip
_HEARSAY = guarded(r"Es (?:wird|werde|wurde|würde) (?:\w+ ){0,2}(?:gesagt|behauptet|erzählt|gemunkelt|vermutet)\b")
_JOINED = guarded(r"\b(?:und|sowie|wobei)\b")
_ALONE = frozenset(("informs", "answers", "reports", "emphasises", "presents", "outlines"))


@dataclass(frozen=True, slots=True)
class Passive:
    """A verb in the passive; its agent is a `speaker`, a `pronoun` at an offset, or not said (`agentless`)."""

    predicate: Predicate
    speaker: Speaker | None
    pronoun: str | None
    at: int
    agentless: bool


@dataclass(frozen=True, slots=True)
class _Agent:
    start: int
    end: int
    speaker: Speaker | None
    pronoun: str | None


def passives(sentence: Sentence, here: Sequence[Mention]) -> Iterator[Passive]:
    """The speech verbs of a sentence that stand in the passive, in order."""
    if not _BEFORE.search(sentence.text):
        return
    text = re.sub(r"„[^“”\"]{0,400}[“”\"]", lambda m: "x" * len(m.group()), sentence.text)
    agents = _agents(sentence, text, here)
    low = 0
    last: _Agent | None = None
    for match in re.finditer(r"(?<![\w-])[a-zäöüßA-ZÄÖÜ][a-zäöüß]{3,}(?:t|en)(?![\w-])", text):
        word = match.group()
        if (word[0].isupper() and match.start()) or not is_participle(word.lower()):
            continue
        edge = max(low, text.rfind(";", 0, match.start()) + 1, match.start() - 500)
        shared = bool(last and _JOINED.search(text, low, match.start()))
        told = _BEFORE.search(text, edge, match.start()) or _BEHIND.match(text, match.end()) or word[0].isupper()
        if not told and not shared:
            continue
        lower = text[: match.start()] + text[match.start() :].replace(word, word.lower(), 1)
        act = passive_act(lower, *match.span())
        if act is None:
            continue
        inside = [a for a in agents if edge <= a.start < match.start()]
        behind = [a for a in agents if match.end() <= a.start < match.end() + 140] if word[0].isupper() else []
        if _BEHIND.match(text, match.end()):
            inside = inside[-1:]  # in a clause that ends with its verb, the doer of a clause before it stands first
        agent = next(iter(inside + behind), last if shared else None)
        clause = _clause(text, agent.start if inside and agent else match.start(), edge)
        yield _passive(sentence, match, act, agent, clause)
        low, last = match.end(), agent


def _passive(
    sentence: Sentence, match: re.Match[str], act: tuple[str, str], agent: _Agent | None, clause: int
) -> Passive:
    predicate = Predicate(
        sentence=sentence,
        index=0,
        kind=act[0],
        act=act[1],
        start=sentence.start + match.start(),
        end=sentence.start + match.end(),
        clause=sentence.start + clause,
        speaker=None,
        passive=True,
    )
    text = sentence.text
    alone = (
        agent is None
        and act[0] == "statement"
        and act[1] in _ALONE
        and (bool(_SAID.match(text, match.end())) or bool(re.match(r"\.$", text[match.end() :])))
        and bool(_TOPIC.match(text))
        and not _PAPER.search(text[: match.start()])
        and not _HEARSAY.match(text)
    )
    return Passive(
        predicate,
        agent.speaker if agent else None,
        agent.pronoun if agent else None,
        sentence.start + (agent.start if agent else match.start()),
        alone,
    )


def _clause(text: str, at: int, low: int) -> int:
    """Where the clause around an offset begins: behind the last comma that a conjunction follows, or at `low`."""
    edges = [
        m.end()
        for m in re.finditer(r", (?=(?:und|während|wohingegen|wobei|aber|sowie|was|denen|von) )|[;:] ", text[low:at])
    ]
    return low + edges[-1] if edges else low


def _agents(sentence: Sentence, text: str, here: Sequence[Mention]) -> list[_Agent]:
    """Who is named as the doer, in order; not who stands before a participle that belongs to a noun."""
    found = []
    for m in here:
        by = _BY_PERSON.search(text, max(0, m.start - sentence.start - 90), m.start - sentence.start)
        if by:
            found.append(_Agent(by.start(), m.end - sentence.start, _person(m), None))
    taken = [(a.start, a.end) for a in found]
    for g in _BY_GROUP.finditer(text):
        if not any(x < g.end() and g.start() < y for x, y in taken):
            speaker = Speaker(
                name=_nominative(g["who"]),
                named=False,
                start=sentence.start + g.start(),
                end=sentence.start + g.end(),
                plural=True,
            )
            found.append(_Agent(g.start(), g.end(), speaker, None))
    found += [_Agent(m.start(), m.end(), None, _PRONOUNS[m["who"]]) for m in _BY_PRONOUN.finditer(text)]
    for relative in _BY_RELATIVE.finditer(text):
        before = [m for m in here if m.end - sentence.start <= relative.start()]
        if before:
            found.append(_Agent(relative.start(), relative.end(), _person(before[-1]), None))
    return sorted((a for a in found if not _ATTRIBUTE.search(text, 0, a.start)), key=lambda a: a.start)


def _person(m: Mention) -> Speaker:
    return Speaker(name=m.surname, named=True, start=m.start, end=m.end, gender=m.gender, party=m.party)


def _nominative(name: str) -> str:
    """A group's name without the ending of the genitive ("Ausschusses", "Beirates")."""
    return re.sub(
        r"(?<=schuss)es$|(?<=rat)e?s$|(?<=verband)e?s$|(?<=center)s$|(?<=bände)n$|(?<=meister)s$|(?<=glied)s$", "", name
    )
