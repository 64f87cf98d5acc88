"""Outcomes behind a label ("Abstimmungsergebnis: ...") or on a line of their own ("einstimmig beschlossen")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from corpus.model import Vote
from corpus.outcomes import PrintedVote, normalise, parse_vote
from corpus.patterns import guarded
from extractors.passages import Passage
from extractors.structure import section_name

Source = Literal["page", "label", "line", "prose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one passage of the view says about the fate of a matter: a value, a vote, or both."""

    start: int
    end: int
    raw: str | None
    value: str | None
    votes: tuple[PrintedVote, ...] = ()
    """Votes with spans of the view."""
    source: Source
    body: str | None = None
    about: str | None = None
    """The motion that it is about, where the line names one."""
    more: tuple[tuple[int, int], ...] = field(default=())


_VOTE_LABEL = guarded(
    r"(?:[IVX]{1,4}\. ?|[-•] ?)?(?:Abstimmungs?-?(?:ergebnis|ergebnisse|verhalten)?|"
    r"Beratungsergebnis|Ergebnis der (?:Abstimmung|Beratung)|"
    r"Abstimmungs-Ergebnis|Beschlussergebnis|Votum|Zusatz)(?P<by> (?:des |der |im "
    r")?[A-ZÄÖÜ][^:\n]{1,50})?\s*:\s*(?P<value>.*)",
    re.I,
)
_RESULT_LABEL = guarded(
    r"(?:[IVX]{1,4}\. ?|[-•] ?)?(?:Beschlu(?:ss|ß)(?:art|fassung)?|Ergebnis(?: ?/ ?Beschluss)?|Entscheidung)"
    r"(?P<by> (?:des |der )?[A-ZÄÖÜ][^:\n]{1,50})?\s*[:.]\s*(?P<value>.*)"
)
_COLUMNS = frozenset({"Betreff", "Bezeichnung", "Beschreibung", "Titel"})
"""What stands beside "TOP" at the head of a table of items: its lines are read by the page's own reader."""
_OTHER_LABEL = guarded(r"[-•] ?[A-ZÄÖÜ][\w/ -]{2,40}:\s*$|[A-ZÄÖÜ][\w/-]{2,30}:\s*$")
ITEM = guarded(
    r"(?:zu )?(?:TOP|Tagesordnungspunkt|Punkt|Top)\b[ .]{0,2}\d|(?:Ö|N|NÖ) \d{1,3}(?:\.\d+)*\b|§ \d{1,4}$|"
    r"\d{1,2}\.(?:\d\.?){0,12} ?\t? ?[A-ZÄÖÜ„(]|\d{1,2}\) [A-ZÄÖÜ]|\d{1,2}\.$",
    re.I,
)
"""The line that opens an item of the agenda (or of a list)."""
_PARTICIPLE = (
    r"(?:beschlossen|angenommen|abgelehnt|zugestimmt|genehmigt|verabschiedet|vertagt|"
    r"zurückgestellt|zurückgezogen|verwiesen|"
    r"überwiesen|abgesetzt|empfohlen|befürwortet|erledigt|Kenntnis genommen|zugesagt)"
)
_LEAD = (
    r"(?:(?:ein|mehr)(?:stimmig|heitlich)|(?:un|ab)?ge?ändert|unverändert|in geänderter Fassung|zustimmend|zur|mit \w+ "
    r"|Mit Stimmenmehrheit|einvernehmlich|nicht|ohne Aussprache|ohne Abstimmung|ohne Beschlussempfehlung)"
)
_LINE = guarded(
    rf"(?:{_LEAD}[ ,]+){{0,3}}{_PARTICIPLE}(?: \([^()]{{0,80}}\)| ohne \w+| bei [^.;]{{1,60}})?[.!]?"
    r"|(?:einstimmige|mehrheitliche) (?:Zustimmung|Annahme|Ablehnung|Empfehlung)(?: \([^()]{0,80}\))?[.!]?",
    re.I,
)
_MATTER_LINE = guarded(
    r"(?P<about>(?:Ziffern?|Punkte?|Nr\.|Teil|Alternative|Variante|Vorlage|Beschlussvorschlag|\w{0,20}[Aa]ntr[aä]ge?) ?"
    rf"[^:]{{0,90}}): (?P<phrase>(?:{_LEAD}[ ,]+){{0,3}}{_PARTICIPLE}\b[^:]{{0,90}})",
    re.I,
)
"""A numbered part or motion with its fate: "Ziffer 2 der Vorlage: Verwiesen in den Bauausschuss"."""
_STATE_WORDS = guarded(r"(?:erledigt|befürwortet|zugesagt)[.!]?", re.I)
_VERBLESS = guarded(
    rf"(?:^|[:?–-] )(?P<phrase>(?:[Mm]it|[Bb]ei) [^.:;]{{3,90}} {_PARTICIPLE}|(?:[Ee]inst|"
    rf"[Mm]ehrh)\w+ (?:Zustimmung|Annahme|Ablehnung))[.!]?$"
)
_TOLD_IN_SENTENCES = guarded(r"^(?:Der|Die|Das|Den|Dem|Ein|Eine|Es|Nach|Im) .{12,400}?[a-zäöüß)]\. [A-ZÄÖÜ]")
"""What stands behind a label as a report of several sentences is read as prose."""
_NO_VOTE = guarded(
    r"(?:keine|ohne|entfällt|eine?) ?(?:Abstimmung|Beschluss(?:fassung)?|Beschlussempfehlung)?(?: "
    r"erforderlich| notwendig)?[.]?$",
    re.I,
)
_AGREED = guarded(
    r"(?:Es (?:besteht|herrscht) )?(?:Einverstanden|Einverständnis|Einvernehmen)\b(?! (?:nicht|wurde nicht))", re.I
)
"""What a label says in place of a participle: "Beschluss: Einverstanden mit der Stellungnahme"."""
_VOTE_HEADING = guarded(r"Abstimmungs?-? ?(?:ergebnis(?:se)?|verhalten)?\W*", re.I)
_ELSEWHERE = guarded(r"\b(?:aus|in) (?:der|seiner|ihrer|unserer) \w{0,20}[Ss]itzung (?:vom|am)\b")
_SENTENCE = guarded(
    r"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|Es)\b.{0,300}\b(?:wird|werden|nimmt|nehmen|"
    r"beschließt|beschließen|stimmt|stimmen|empfiehlt|"
    r"genehmigt|ermächtigt|beauftragt|ist|sind|wählt|bestellt|lehnt|setzt|hat|soll|spricht|verweist)\b"
)


def has_result_phrase(text: str) -> bool:
    """Whether a label's value is a phrase that says a result, and not the resolution's own text."""
    return len(text) <= 170 and not _SENTENCE.match(text) and not text.startswith(("1.", "a)", "1)"))


def labelled(lines: Sequence[Passage], proposals: bool) -> Iterator[Outcome]:
    """Outcomes of labelled lines and lines of their own. With `proposals`, "Beschluss:" heads a proposed text."""
    i = 0
    listing = any(a.text == "TOP" and b.text in _COLUMNS for a, b in itertools.pairwise(lines))
    while i < len(lines):
        line = lines[i]
        vote, result = _VOTE_LABEL.match(line.text), _RESULT_LABEL.match(line.text)
        if vote or section_name(line.text) == "vote" or _VOTE_HEADING.fullmatch(line.text):
            i, found = _vote_section(lines, i, vote)
            yield from found
            continue
        if result and not proposals:
            value = _value_of(lines, i, result)
            outcome = read(value, "label", by=result["by"]) if value else None
            if outcome and value and has_result_phrase(value.text):
                yield outcome
                i += 1 if value.start == line.start or value.start < line.end else 2
                continue
        elif not (result or proposals or listing):
            own = _own_line(lines, i)
            if own:
                yield own
        i += 1


def read(piece: Passage, source: Source, *, by: str | None = None) -> Outcome | None:
    """The outcome that a piece of text says as a whole; None if it says none."""
    votes = tuple(replace_span(v, piece.start) for v in parse_vote(piece.text))
    value = normalise(piece.text) or ("adopted" if source == "label" and _AGREED.match(piece.text) else None)
    if value is None and not votes:
        return None
    return Outcome(
        start=piece.start,
        end=piece.end,
        raw=piece.text if value else None,
        value=value,
        votes=votes,
        source=source,
        body=by.strip() if by else None,
    )


def replace_span(printed: PrintedVote, offset: int) -> PrintedVote:
    """The same vote at its place in the view."""
    return replace(printed, span=(printed.span[0] + offset, printed.span[1] + offset))


def _value_of(lines: Sequence[Passage], i: int, label: re.Match[str]) -> Passage | None:
    """What stands behind a label: on its line, else on the next one."""
    line = lines[i]
    if label["value"].strip():
        return Passage(line.start + label.start("value"), line.end, label["value"])
    if i + 1 >= len(lines):
        return None
    following = lines[i + 1]
    bullet = re.match(r"[-•] ", following.text)
    cut = bullet.end() if bullet else 0
    return Passage(following.start + cut, following.end, following.text[cut:])


def _vote_section(lines: Sequence[Passage], i: int, label: re.Match[str] | None) -> tuple[int, list[Outcome]]:
    """The outcomes of a vote section that starts at line `i`, and the line where reading goes on."""
    by = label["by"] if label else None
    found: list[Outcome] = []
    if label and _TOLD_IN_SENTENCES.search(label["value"]):
        return i + 1, found
    if label and label["value"].strip():
        line = lines[i]
        outcome = _read_entry(Passage(line.start + label.start("value"), line.end, label["value"]), by)
        found += [replace(outcome, start=line.start)] if outcome else []
        if _NO_VOTE.fullmatch(label["value"].strip()):
            return i + 1, found
    at = i + 1
    while at < len(lines) and at <= i + 15:
        line = lines[at]
        if re.fullmatch(r"[-–]? ?\d{1,3} ?[-–]?", line.text):  # a page number between label and value
            at += 1
            continue
        if _ends_section(line.text, bool(found)) or (found and line.gap) or _NO_VOTE.fullmatch(line.text):
            break
        outcome = _read_entry(line, by)
        if outcome is None:
            break
        found.append(outcome)
        at += 1
    return at, found


def _ends_section(text: str, begun: bool) -> bool:
    if _VOTE_LABEL.match(text) or _RESULT_LABEL.match(text) or section_name(text) or _OTHER_LABEL.fullmatch(text):
        return True
    new_item = re.match(r"(?:zu )?(?:TOP|Tagesordnungspunkt|Punkt)\b|(?:Ö|N) \d", text, re.I)
    return bool(new_item) or (begun and bool(_SENTENCE.match(text)))


def _read_entry(line: Passage, by: str | None) -> Outcome | None:
    """One line of a vote section; "Änderungsantrag: ..." names what it is about. A phrase of no known value is kept."""
    if _NO_VOTE.fullmatch(line.text.strip()) or len(line.text) > 400 or _ELSEWHERE.search(line.text):
        return None
    named = re.match(r"(?P<about>[^:]{3,90}):\s", line.text)
    about = (
        named["about"]
        if named and not parse_vote(named["about"]) and not re.search(r"[Ss]timmen?$", named["about"])
        else None
    )
    outcome = read(line, "label", by=by)
    if outcome is None and about and len(line.text) < 120:
        outcome = Outcome(start=line.start, end=line.end, raw=line.text, value=None, source="label")
    return replace(outcome, about=about) if outcome else None


def _own_line(lines: Sequence[Passage], i: int) -> Outcome | None:
    """A line that is nothing but a result phrase, or "Hochbeet: Mit 8 Stimmen angenommen"."""
    line = lines[i]
    text = re.sub(r"^[-•●] ?", "", line.text)
    if _LINE.fullmatch(text) and not _STATE_WORDS.fullmatch(text):
        return read(line, "line")
    matter = _MATTER_LINE.fullmatch(line.text)
    if matter:
        outcome = read(line, "line")
        return replace(outcome, about=matter["about"]) if outcome else None
    phrase = _VERBLESS.search(line.text) if len(line.text) < 200 else None
    if phrase:
        outcome = read(line, "line")
        about = text[: -len(phrase.group())].strip() if phrase.group().startswith(":") else None
        return replace(outcome, about=about or None) if outcome and outcome.votes else None
    counters = parse_vote(line.text) if len(line.text) < 120 else []
    if len(counters) == 1 and _is_count(counters[0].vote) and len(line.text) - len(counters[0].vote.raw or "") < 12:
        return read(line, "line")
    return None


def _is_count(vote: Vote) -> bool:
    return vote.yes is not None and (vote.no is not None or vote.abstentions is not None)
