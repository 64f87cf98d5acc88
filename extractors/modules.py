"""Bausteine: which modules of a programme a document defines or names, one fact per module.

Strongest first: the item of a list under "... drei Bausteine:", a heading "Modul 1:" with its label, the official title
in running text, a label in brackets ("Baustein II (Case Management)"), the bare number. A bare number counts only for
the topic's own modules and only where the document says no more about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.module_numbers import (
    IN_WORDS,
    NUMBER,
    ORDER,
    WORD,
    Mention,
    may_name_modules,
    module_mentions,
    number_of,
)
from extractors.module_tasks import tasks
from extractors.structure import Block

_PLURAL = (
    rf"(?:{WORD}(?:e|en|n)|(?:[Ff]örder|[Pp]rogramm|[Tt]eil)?(?:[Ss]tränge|[Bb]ereiche|[Kk]omponenten|[Ee]lemente)n?|"
    r"(?:[Ff]örder|[Pp]rogramm)(?:schwerpunkte|teile|linien|töpfe|gegenstände)n?|(?:Förder)?[Bb]estandteilen?)"
)
_ABBREVIATED = guarded(
    r"\b(?:[Ff]örder-?)?(?:[Bb]austein|[Mm]odul)\w{0,2}\s\(\s?(?:kurz:?\s)?[„\"]?(?P<short>[A-Z]{1,4})[“\"]?\s?\)"
)
"""An abbreviation that the text itself gives to the word: "Förderbausteine (FB)"."""
_ELLIPTIC = guarded(r"\b(?:[Dd](?:er|ie|as|em|en)|[Ii]m|[Mm]it\sdem)\s(?P<nth>zweite|dritte)[nrsm]?\b(?!\s[A-ZÄÖÜ])")
COLUMN = guarded(rf"(?:(?:lfd\.\s?)?(?:Nr\.?|Nummer)\s)?{WORD}(?:e|s)?(?:\s?-?Nr\.?)?")
_INTRO = guarded(
    rf"\b{_PLURAL}\b(?:[^.]{{0,200}}(?::|\b(?:nämlich|und zwar|wie folgt|als da sind|unterschieden|gefördert|an):?))?\Z"
)
_DIVIDED = guarded(
    r"\b(?:[Vv]orhaben|\w*[Pp]rogramm\w{0,2}|\w*[Pp]rojekte?[ns]?|\w*[Ii]nitiativen?|\w*[Ff]örderung)\b[^.]{0,60}\b"
    r"(?:(?:unter)?glieder(?:t|n)|(?:unter|auf)?teil(?:t|en)|unterteilt|aufgeteilt|gegliedert|setzt|setzen|besteh(?:t|en))"
    r"\b[^.]{0,80}:\Z"
)
"""A line that divides a programme without calling its parts modules: "Die Vorhaben gliedern sich wie folgt:"."""
_HEAD = guarded(
    rf"(?:zu\s|Zu\s)?{WORD}\s(?P<n>{NUMBER})\b(?:\s?\((?P<bracket>[^()\n]{{3,120}})\))?\s?(?P<mark>[:/–-]|,(?=\s[^:.,\n]{{3,70}}:)|\Z)\s?(?P<label>[^\n]*)"
)
_POINT = guarded(r"(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?[a-h]\)|[IVX]{1,4}\.\d{1,2})\s+")
"""Number of a section or letter of a point, before what the line says."""
_LABEL_AFTER = guarded(
    r"\s?(?:\((?P<bracket>(?![^()\n]{0,60}(?:€|Euro|Stelle|VZÄ|\d\d))[^()\n]{3,90})\)|[–-]\s(?P<dash>[^–\n.,;]{3,60})\s[–-]|[„\"»](?P<quoted>[^“”\"«\n]{3,90})[“”\"«])"
)
_LABEL_BEFORE = guarded(
    r"(?P<label>(?:\b(?!d(?:ie|er|en|em|es)\b|eine)[a-zäöüß]+e[nrsm]?\s)?\b[A-ZÄÖÜ][\w-]{1,50}(?:\s[A-ZÄÖÜ][\w-]{1,50})?)\s\(\Z"
)
_FINITE = guarded(r"\b(?:ist|sind|wird|werden|wurden?|hat|haben|kann|können|soll|sollen|bewilligt|besetzt|seien|sei)\b")
_CELL = guarded(rf"(?P<n>{NUMBER})\.?(?:\s?[–:-]?\s?(?P<label>\D{{3,90}}))?")
_INSTRUMENTS = {
    "Förderrichtlinie": guarded(r"Förderrichtlinie"),
    "fachbezogene Pauschale": guarded(r"[Ff]achbezogene\w{0,3} Pauschale"),
}

LIST, HEADING, TITLE, LABEL, BARE, TASK = range(6)
"""How much a place says about a module, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A place that defines or names one module."""

    start: int
    end: int
    number: int
    rank: int
    programme: str | None
    label: str | None
    stated: bool
    """Whether the number is printed there, not taken from the order of a list or from an official title."""


def _modules(analysis: Analysis) -> Iterable[Fact]:
    """The strongest place of each module; among equals the first."""
    best: dict[tuple[str | None, int], Definition] = {}
    every = [*_from_lists(analysis), *_from_headings(analysis), *_from_titles(analysis), *_from_text(analysis)]
    every += [*_from_tables(analysis), *_abbreviated(analysis), *_in_order(analysis), *_by_task(analysis)]
    for definition in sorted(every, key=lambda d: (d.rank, d.start)):
        best.setdefault((definition.programme, definition.number), definition)
    for definition in sorted(best.values(), key=lambda d: d.start):
        value = {
            "number": definition.number,
            "number_stated": definition.stated,
            "label_raw": definition.label,
            "instrument": _instrument(definition.label),
            "programme": definition.programme,
        }
        confidence = 0.6 if definition.rank in (BARE, TASK) else 0.9
        yield analysis.fact("module", value, definition.start, definition.end, confidence=confidence)


def _instrument(label: str | None) -> str | None:
    return next((name for name, pattern in _INSTRUMENTS.items() if label and pattern.search(label)), None)


def _programme(analysis: Analysis, offset: int) -> str | None:
    programme = analysis.programme(offset)
    return programme.name if programme else None


def _from_lists(analysis: Analysis) -> Iterator[Definition]:
    """Items under a line such as "Das Programm umfasst drei Bausteine:"."""
    blocks = analysis.blocks
    for i, intro in enumerate(blocks):
        line = analysis.text[intro.start : intro.end]
        if intro.kind == "row" or not (_INTRO.search(line) or _DIVIDED.search(line)):
            continue
        items = list(_items(analysis, blocks[i + 1 : i + 20]))
        programme = _programme(analysis, intro.end - 1)
        stated = all(printed == number for number, (_, _, printed) in enumerate(items, 1))
        for number, (low, high, printed) in enumerate(items, 1):
            label = analysis.text[low:high]
            named = [m for m in module_mentions(label) if len(m.numbers) == 1]
            if len(items) > 1 and (not _FINITE.search(label) or len(label) < 200):
                own = named[0].numbers[0] if len(named) == 1 and not printed else number
                told = stated or (len(named) == 1 and not printed)
                yield _definition(low, high, own, LIST, programme, label, stated=told)


def _items(analysis: Analysis, following: Sequence[Block]) -> Iterator[tuple[int, int, int | None]]:
    """Range and printed number of each item of the list that begins here; a letter or bullet has none."""
    style, depth = "", 0
    for count, block in enumerate(following):
        point = _POINT.match(analysis.text, block.start, block.end)
        lettered = point is not None and point.group().strip("() \n") == chr(ord("a") + count)
        digits = re.findall(r"\d+", analysis.text[block.start : block.body])
        printed = int(digits[0]) if digits else None
        here = "letter" if lettered else "" if block.kind != "item" else "number" if printed else "bullet"
        style, depth = (here, block.depth) if count == 0 else (style, depth)
        if not here or here != style or block.depth != depth or printed not in (None, 1, count + 1):
            return
        yield (point.end() if lettered and point else block.body), block.end, printed


def _from_headings(analysis: Analysis) -> Iterator[Definition]:
    """Lines that open with "Modul 1:" or "Baustein II (Case Management)", with a label in them or in the next line."""
    blocks, text = analysis.blocks, analysis.text
    for i, block in enumerate(blocks):
        point = _POINT.match(text, block.body, block.end)
        body = point.end() if point else block.body
        m = _HEAD.match(text[body : block.end])
        if not m or block.kind == "row":
            continue
        number, end = number_of(m["n"]), block.end
        label = m["bracket"] or (m["label"].partition(":")[0] if m["mark"] == "," else m["label"]).strip()
        title = _title_at(analysis, body + m.start("label"), number)
        if title:
            label, end = text[title[0] : title[1]], title[1]
        elif m["bracket"]:
            end = body + m.end("bracket") + 1
        elif not label and i + 1 < len(blocks) and m["mark"]:
            following = blocks[i + 1]
            label = text[following.start : following.end]
            end = following.end
        if label and (title or m["bracket"] or (len(label) <= 160 and not _FINITE.search(label))):
            yield _definition(block.start, end, number, HEADING, _programme(analysis, block.start), label, stated=True)


def _title_at(analysis: Analysis, offset: int, number: int) -> tuple[int, int] | None:
    """The official title of a module that begins here, or in the next line."""
    for module in analysis.topic.modules:
        found = module.title.search(analysis.text, offset, offset + 400)
        if module.number == number and found and not analysis.text[offset : found.start()].strip(" \n„“\"'"):
            return found.span()
    return None


def _from_titles(analysis: Analysis) -> Iterator[Definition]:
    for module in analysis.topic.modules:
        for m in module.title.finditer(analysis.text):
            if analysis.block_at(m.start()):
                own = analysis.topic.short
                yield _definition(*m.span(), module.number, TITLE, own, m.group(), stated=False)
                break


def _from_text(analysis: Analysis) -> Iterator[Definition]:
    """Modules named by number in running text, with a label beside them or without."""
    text, known = analysis.text, {module.number for module in analysis.topic.modules}
    for mention in module_mentions(text):
        if not analysis.block_at(mention.start):
            continue
        programme = _programme(analysis, mention.start) or _by_words(analysis, mention)
        after, before = (
            _LABEL_AFTER.match(text, mention.end),
            _LABEL_BEFORE.search(text[max(0, mention.start - 90) : mention.start]),
        )
        single = len(mention.numbers) == 1
        if single and before and text[mention.end : mention.end + 1] == ")":
            start = mention.start - len(before.group())
            yield _definition(
                start, mention.end + 1, mention.numbers[0], LABEL, programme, before["label"], stated=True
            )
        elif single and after:
            label = after["bracket"] or after["dash"] or after["quoted"]
            yield _definition(mention.start, after.end(), mention.numbers[0], LABEL, programme, label, stated=True)
        elif programme == analysis.topic.short:
            for number in known.intersection(mention.numbers):
                yield _definition(mention.start, mention.end, number, BARE, programme, None, stated=True)


def _by_words(analysis: Analysis, mention: Mention) -> str | None:
    """The topic's own programme where nothing else is named and the sentence holds the words of the module's task."""
    sentence = analysis.sentence_at(mention.start)
    modules = [m for m in analysis.topic.modules if m.number in mention.numbers]
    if sentence and analysis.mentions and any(m.words.search(sentence.text) for m in modules):
        return analysis.topic.short if any(m[2].own for m in analysis.mentions) else None
    return None


def _in_order(analysis: Analysis) -> Iterator[Definition]:
    """The next modules of "der erste Baustein ..., der zweite ..., der dritte ..."."""
    text = analysis.text
    for first in IN_WORDS.finditer(text) if may_name_modules(text) else ():
        programme = _programme(analysis, first.start())
        if programme != analysis.topic.short:
            continue
        high = text.find("\n", first.end())
        for m in _ELLIPTIC.finditer(text, first.end(), min(high if high >= 0 else len(text), first.end() + 500)):
            yield _definition(*m.span("nth"), ORDER[m["nth"]], BARE, programme, None, stated=True)


def _by_task(analysis: Analysis) -> Iterator[Definition]:
    for task in tasks(analysis):
        own = analysis.topic.short
        yield _definition(task.start, task.end, task.number, TASK, own, task.label, stated=False)


def _from_tables(analysis: Analysis) -> Iterator[Definition]:
    """Rows of a table with a column "Baustein": its number, with the words of the next cell as label."""
    for table in analysis.tables:
        heads = table.header.cells if table.header else ()
        column = next((c.column for c in heads if COLUMN.fullmatch(c.text)), None)
        for row in table.rows:
            cells = [c for c in row.cells if c.column == column]
            number = _CELL.fullmatch(cells[0].text) if cells else None
            if number:
                label = number["label"] or next((c.text for c in row.cells if c.start > cells[0].end), None)
                label = label if label and re.match(r"[A-ZÄÖÜa-z]{3}", label) else None
                end = row.cells[min(1, len(row.cells) - 1)].end if label else cells[0].end
                programme = _programme(analysis, row.start)
                rank = LABEL if label else BARE
                yield _definition(row.start, end, number_of(number["n"]), rank, programme, label, stated=True)


def _abbreviated(analysis: Analysis) -> Iterator[Definition]:
    """Modules named by the abbreviation that the text gives to the word: "FB I „Koordinierung“"."""
    short = _ABBREVIATED.search(analysis.text)
    if not short:
        return
    for m in re.finditer(rf"\b{short['short']}\s(?P<n>{NUMBER})\b", analysis.text):
        after = _LABEL_AFTER.match(analysis.text, m.end())
        label = (after["bracket"] or after["dash"] or after["quoted"]) if after else None
        rank, end = (LABEL, after.end()) if after else (BARE, m.end())
        programme = _programme(analysis, m.start())
        if analysis.block_at(m.start()):
            yield _definition(m.start(), end, number_of(m["n"]), rank, programme, label, stated=True)


def _definition(
    start: int, end: int, number: int, rank: int, programme: str | None, label: str | None, *, stated: bool
) -> Definition:
    return Definition(start=start, end=end, number=number, rank=rank, programme=programme, label=label, stated=stated)


EXTRACTOR = Extractor(name="modules", version=5, kinds=("module",), run=_modules)
