"""Who has the word: labels before a turn ("Abt (SPD): ..."), and debates that are printed word for word.

In a debate in own words a turn goes on over its paragraphs until the next label, heading or line of narration. What
its speaker says of others ("danken wir der CDU", "Sie wollten dagegen stimmen") is not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors import nlp
from extractors.structure import Block

PARTY = (
    r"(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|(?:Die |DIE )?(?:Grünen?|GRÜNEN?|Linken?|LINKEN?)|B ?90/\w+|"
    r"Bündnis 90/Die Grünen)"
)
_OFFICE = (
    rf"(?:Verwaltung|Verw\.|Vw\.|Vorsitz(?:ende[r]?)?|Vors\.|(?:Ober)?[Bb]ürgermeister(?:in)?|Bgm\.?|BM|OB|Landrat|"
    rf"Landrätin|LR|"
    rf"Dezernent(?:in)?|Dez\.|Kämmerer|Kämmerin|Beigeordnete[r]?|{PARTY}(?:-\w*[Ff]raktion)?)"
)
_NAME = r"[A-ZÄÖÜ][a-zäöüßçğışé]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
_LEAD = (
    r"(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|RM|Rm|RH|RF|Ratsherr|Ratsfrau|Stv\.|KTA|Ktabg\.|Abg\.|SB|SE|sB|sE|"
    r"Stadtr[aä]t(?:in)?)"
)
_LABEL = guarded(
    rf"(?:^|(?<=[.?!;)] )|(?<=[-–—/] ))(?:[-–—] )?(?:Antwort(?:en)? (?:(?:de[rs]|"
    rf"von) )?)?(?P<who>(?P<office>{_OFFICE})|"
    rf"(?P<lead>(?:{_LEAD} ){{1,3}}){_NAME}(?: {_NAME})?|"
    rf"(?P<name>(?!(?:Antwort|Frage|Hinweis|Anmerkung|Ergebnis|Beschluss|Abstimmung|Anlage|Zu|Nein|Ja|Fazit|"
    rf"Stand)\b){_NAME}))(?: ?\((?P<party>[^()\n]{{2,40}})\))?: (?=\S)"
)
CLAUSE = guarded(r"(?<!\w)[a-zäöüß]{3,}(?:t|en|e|s|r|n)(?!\w)|\d|[Jj]a\b|[Nn]ein\b")
NAMES = guarded(r"(?:(?:[A-ZÄÖÜ][\w.-]*|und|als|von|\([^()]*\)),? ?)+[.;]?")


@dataclass(frozen=True, slots=True)
class Turn:
    """What stands behind one label, in offsets of the view."""

    who: str
    start: int
    said: int
    end: int


def labelled(text: str, block: Block, surnames: set[str]) -> list[Turn]:
    """The turns of a block, by labels that a name, an office or a party makes sure."""
    piece = text[block.body : block.end]
    labels = list(_LABEL.finditer(piece))
    sure = [m for m in labels if m["office"] or m["lead"] or m["name"] in surnames or _in_party(m)]
    if not sure and len(labels) < 2:
        sure = [m for m in labels if "?" in piece and not nlp.known(m["name"] or "")]
    elif len(labels) > len(sure) and len(sure) + ("?" in piece) > 1:
        sure = labels
    if not sure:
        return []
    ends = [*(m.start() for m in sure[1:]), len(piece)]
    return [
        Turn((m["lead"] and m["who"][len(m["lead"]) :]) or m["who"], block.body + m.start("who"), block.body + m.end(),
              block.body + len(piece[:end].rstrip(" -–—/")))
        for m, end in zip(sure, ends, strict=True)
    ]  # fmt: skip


def _in_party(label: re.Match[str]) -> bool:
    """Whether a name has a party in brackets; "Ertrag (Landesmittel): ..." is an entry, no speech."""
    name, party = label["name"], label["party"]
    return bool(name and party) and (bool(re.search(PARTY, party)) or (len(name) < 18 and not nlp.known(name)))


_CHAIR = r"\w*[Vv]orsitz(?:ende[nr]?)?|Vors\.|Präsident(?:in)?|\w*[Vv]orsteher(?:in)?"
_OPENS = guarded(
    rf"(?:[-–—] )?(?:(?:Der|Die) )?(?P<who>(?P<chair>{_CHAIR})|{_OFFICE}|(?:{_LEAD}|\w*[Bb]ürgermeister(?:in)?|"
    r"(?:Erste[r]?|Stellv\.) \w+|\w*(?:rat|rätin|mitglied|kämmerer|kämmerin|leiter|leiterin|dezernent|dezernentin)|"
    r"Abgeordnete[r]?|Beigeordnete[r]?)(?P<name>(?: (?!\()[^\W\d_a-z][\w.’'-]{0,40}){1,4}))"
    r"(?: ?\((?P<party>[^()\n]{2,60})\))?: (?=\S)"
)
_NARRATES = guarded(
    r"(?:Der|Die) \w*[Vv]orsitzende\b(?!:)|(?:Herrn?|Frau|Stadtr[aä]t(?:in)?|Ratsherr|Ratsfrau|RM) "
    r"(?:[A-ZÄÖÜ][\w.-]+ ){1,3}\([^()\n]{2,40}\) [a-zäöüß]{2,30}(?:t|en) |"
    r"(?:Abstimmungs)?(?:[Ee]rgebnis|[Bb]eschluss)\w*:|Zur Beurkundung|(?:Einstimmig|Mehrheitlich)\w*"
)
_OWN = guarded(r"\b(?:[Ii]ch|[Mm]ir|[Mm]ich|[Mm]eine?[rnms]?|[Ww]ir|[Uu]ns|[Uu]nsere?[rnms]?)\b")
_FEWEST = 3
"""Fewer turns in the first person are answers or quotations in minutes that narrate."""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says in a debate that is printed word for word; `who` is None for who presides over it."""

    who: str | None
    party: str | None
    start: int
    said: int
    """Where the label ends."""
    end: int


def spoken(text: str, blocks: Sequence[Block]) -> list[Words]:
    """The turns of a debate in own words, in text order, each over all its paragraphs; none where minutes narrate."""
    found: list[Words] = []
    open_turn = False
    for block in blocks:
        label = _OPENS.match(text, block.start, block.end) if block.kind != "row" else None
        if label:
            name = (label["name"] or label["who"]).split()[-1]
            who = None if label["chair"] else name
            found.append(Words(who, label["party"], block.start, label.end(), block.end))
            open_turn = True
        elif block.kind in ("heading", "row") or block.section == "proposal" or _NARRATES.match(text, block.start):
            open_turn = (
                open_turn and block.kind == "heading" and not re.search(r"[a-zäöü]{3}", text[block.start : block.end])
            )
        elif open_turn:
            last = found.pop()
            found.append(Words(last.who, last.party, last.start, last.said, block.end))
    own = [w for w in found if _OWN.search(text[w.start : w.end])]
    members = [w for w in own if w.who]
    return own if len(members) >= _FEWEST or (members and len(members) < len(own)) else []
