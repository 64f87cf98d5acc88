"""Names of programmes in a text: those of the topic pack, and those that only the text itself knows.

A programme that no pack knows is told by quotes behind a word for programmes ('Bundesprogramm „Offene Türen“'), by a
label ("Maßnahme: Ankommen in Lohe"), or by its capitals behind a compound ("Förderprogramm Offene Türen").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.patterns import guarded
from corpus.topic import Programme, Topic

if TYPE_CHECKING:
    from extractors.analysis import Analysis

Named = tuple[int, int, Programme]

_KIND = (
    r"(?:[A-ZÄÖÜ]{2,8}-)?(?:(?:Bundes|Landes|Förder|Modell|Sonder|Nachfolge|EU-|Kommunal)?-?"
    r"(?:[Pp]rogramm|[Pp]rojekt|[Ii]nitiative|[Ff]örderrichtlinie|[Ff]örderaufruf|[Mm]aßnahme|[Ff]onds|[Kk]ampagne))"
)
_QUOTED = guarded(
    rf"(?<![\w-]){_KIND}(?:s|es|e|en)?\s(?:der EU\s|des (?:Bundes|Landes)\s|(?:namens|mit dem Titel)\s)?"
    r"[„“\"»](?P<name>[A-ZÄÖÜ][^„“”\"«»\n]{2,60})[“”\"«]"
)
"""A programme that no pack knows, named in quotes: 'Bundesprogramm „Respekt Coaches“'."""
_LABELLED = guarded(
    r"(?m)^[ \t]*(?:[-•*]\s)?(?:Projekt(?:titel|bezeichnung|name)?|Maßnahme|Förderprogramm|Förderlinie|Programm|"
    r"Zuwendungszweck|Förderzweck|Verwendungszweck|Vorhaben|Produkt|Teilprodukt|Leistung|"
    r"(?:\w{3,15}b|B)escheid(?=\s\d))"
    r"(?:\s(?:Nr\. ?)?\d[\d.]{0,14})?(?:\s?:|\s[–-]|(?<=\d))\s(?P<name>[„\"»]?[A-ZÄÖÜ][^:\n]{3,80}?)[“”\"«]?[ \t]*$"
)
"""A line that says what follows is about: "Maßnahme: Ankommen in Lohe", "Produkt 05.03.02 Unterbringung"."""
_CAPITALS = guarded(
    r"\b(?:Bundes|Landes|Förder|Modell|Sonder|EU-|ESF-|AMIF-)(?:programm|projekt|initiative)(?:s|es|en)?\s"
    r"(?P<name>[A-ZÄÖÜ][\w’'-]{2,25}(?:\s[A-ZÄÖÜ][\w’'-]{1,25}){0,3})"
)
_STAFF = guarded(r"(?i)[\w-]{3,30}manage(?:r\w*|ments?)")
"""Words for the staff of a programme and its task: they name it only where no name stands beside them."""
_OF = guarded(
    r"[^.;\n]{0,60}\b(?:aus|im Rahmen|der|des|von|vom|nach|über|gemäß|durch|in|bei|für|zu|zur|zum)\b[^.;:,\n]{0,40}|"
    r"\s?\([^()\n]{0,30}"
)
"""Between such a word and the name of its programme: "2,0 Stellen Teilhabemanagement aus der Initiative ..."."""
_MOST = 20


def mentions(analysis: Analysis) -> list[Named]:
    """Where a programme is named, in text order; look-alikes of the topic's own name left out."""
    text, topic = analysis.text, analysis.topic
    found: list[Named] = [(*m.span(), topic.programmes[0]) for m in topic.mentions(text)]
    for programme in topic.programmes[1:]:
        found += [(*m.span(), programme) for m in programme.words.finditer(text)]
    found += _labelled(topic, text, found)
    known = {place for m in found for place in range(m[0], m[1])}
    names = [m["name"].strip() for m in _QUOTED.finditer(text)]
    names += [m["name"].strip() for m in _CAPITALS.finditer(text) if not _of_topic(topic, m["name"])]
    for name in list(dict.fromkeys(names))[:_MOST]:
        spans = [m.span() for m in re.finditer(re.escape(name), text)]
        if not any(known.intersection(range(a, b)) for a, b in spans):
            found += [(a, b, unknown(name)) for a, b in spans]
    return _without_staff(text, sorted(found, key=lambda m: m[:2]))


def changes(named: Sequence[Named]) -> list[int]:
    """For each mention the index of the next one of another programme; the number of all where none follows."""
    found = [len(named)] * len(named)
    for i in range(len(named) - 2, -1, -1):
        found[i] = found[i + 1] if named[i][2].name == named[i + 1][2].name else i + 1
    return found


def unknown(name: str) -> Programme:
    """A programme that only this text names."""
    return Programme(name=name[:90], own=False, words=guarded(re.escape(name)))


def _labelled(topic: Topic, text: str, known: Iterable[Named]) -> list[Named]:
    """What labels name beside others that name a known programme; a label alone may tell anything."""
    taken = {place for m in known for place in range(m[0], m[1])}
    found = []
    lines = list(_LABELLED.finditer(text))[:200]
    for m in lines:
        low, high = m.span("name")
        if taken.isdisjoint(range(low, high)) and not _of_topic(topic, m["name"]):
            found.append((low, high, unknown(m["name"].strip(' „“”"«»'))))
    return found if len(found) < len(lines) else []


def _of_topic(topic: Topic, words: str) -> bool:
    """Whether words speak of the topic: its name, or what one of its modules does."""
    told = any(m.words.search(words) or m.title.search(words) for m in topic.modules)
    return told or bool(topic.mentions(words)) or bool(re.search(r"\b[Ii]ntegrationsmanagement", words))


def _without_staff(text: str, named: list[Named]) -> list[Named]:
    """Without words for staff and task beside the name of another neighbour in the same sentence."""
    kept: list[Named] = []
    for i, mention in enumerate(named):
        low, high, _ = mention
        if _STAFF.fullmatch(text[low:high]):
            before, behind = kept[-1] if kept else None, named[i + 1] if i + 1 < len(named) else None
            if before and _other(before, mention) and _near(text, before[1], low):
                continue
            if behind and _other(behind, mention) and _OF.fullmatch(text, high, min(behind[0], high + 120)):
                continue
        kept.append(mention)
    return kept


def _other(named: Named, mention: Named) -> bool:
    return not named[2].own and named[2].name != mention[2].name


def _near(text: str, low: int, high: int) -> bool:
    return high - low < 160 and not re.search(r"[.;]\s|\n", text[low:high])
