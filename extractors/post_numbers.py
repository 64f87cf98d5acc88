"""Where a text counts posts: each number with its unit and noun, or with the noun that it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.evidence import Span
from corpus.patterns import folded, guarded, holds_any
from corpus.topic import Programme
from extractors import post_cues as cues
from extractors import post_state_words as states
from extractors.analysis import Sentence
from extractors.module_numbers import module_mentions
from extractors.numbers import Number, numbers
from extractors.post_nouns import noun_after, noun_before
from extractors.post_parts import instead_of, is_former, is_part, next_ones, opens_with_part

_NO_COUNT = guarded(
    r"\b(?:an|kein|keine|Viertel|Drittel|Hälfte|Bruchteil|Teil|(?:[Kk]osten|[Pp]auschale|[Aa]ufwand|[Ff]örderung|"
    r"[Bb]etrag|"
    r"[Zz]uschuss|[Mm]ittel) (?:für|pro|je))\s\Z"
)
_QUARTERS = guarded(
    r"\b(?P<times>[Ee]in(?:em|es)?|[Zz]wei|[Dd]rei)\s(?P<part>Viertel|Drittel|Achtel)n?s?\s(?:von\s)?einer\s"
    r"(?P<noun>(?:[a-zäöüß]{3,20}en\s)?[\w-]{0,40}[Ss]telle)\b"
)
_PARTS = {"Viertel": 1 / 4, "Drittel": 1 / 3, "Achtel": 1 / 8}
_MORE = guarded(r"\s(?:weitere|zusätzliche|neue|befristete|unbefristete)[nrs]?\s")
_LEAST = guarded(r"\b(?:Mindest|Höchst)\w{2,14}:?\s\Z")
_THRESHOLD = guarded(r"\b(?:[Uu]nter|[Uu]nterhalb(?: von)?|[Ee]rst ab|[Jj]e angefangene[rn]?)\s\Z")
"""Before a number that only says from where on something holds."""
_SINGLE = guarded(r"\seinzige")
_CHANGE = guarded(r"\bvon\s(?P<rest>[^.;]{1,40}?)\sauf\s(?:ca\.\s|rund\s|dann\s|insgesamt\s)?\Z")
_PART_FILLED = guarded(r"\A\s(?:[a-zäöü]{3,12}\s){0,2}(?:besetzt|vakant|unbesetzt|ausgeschrieben)\b")
_AT_WORK = guarded(
    r"\b(?:beschäftigt|(?:ein|an)(?:ge|zu)stell(?:t|en|ende[nr]?)|tätig|im (?:Einsatz|Dienst)|an Bord|arbeite(?:n|"
    r"ten|te|t)?|eingesetzt|(?:s[iaä](?:tz|ß)(?:t|e|en)?)\s(?:[\w.]{1,20}\s){0,4}?(?:im|in|bei|beim|am|an)\b|sitzt|"
    r"gestartet|begonnen|"
    r"angefangen|(?:Dienst|Arbeit|Tätigkeit|Stellen?) (?:an|auf)ge(?:treten|nommen)|gewonnen werden|"
    r"seit\b[^.;,]{0,30}\sda(?=[.,;]|\Z)|da\sseien|"
    r"gefunden|angebunden|"
    r"angesiedelt)\b|"
    r"\A[^.;,]{0,40}\sauf\s(?:insgesamt\s|zusammen\s)?[\d,]{1,5}\s(?:VZÄ|VK\b|\w{0,12}[Ss]tellen)|"
    r"\A\s(?:des|im|für das|der|für die)\s(?:Case|CM\b|Fall|Einzelfall|KIM\b|Koordin|Steuerung|strategisch)"
)
_OF_MODULE = guarded(r"\b(?:Modul|Baustein|Säule)\s(?:\d|I{1,3})(?:\s[a-zäöüß]{2,10}){0,3}:?\s\Z")
_VOLUNTEERS = guarded(r"(?i)\b(?:ehrenamt|freiwillig|praktik|hospit)")
_DISTRIBUTED = guarded(r"\A\s(?:bei|beim|im|in|an|am)\b")
_STAFF_WORDS = tuple(
    (
        "stelle vzä vzw vollzeit vzk manager koordinator kraft kräfte mitarbeit beschäftigt eingestellt tätig kolleg "
        "leute angestellt bedienstet sozialarb sozialpäd sachbearb berater"
    ).split()
)
"""For folded text, as what follows: a sentence without any of them counts no posts."""
_SHORT_WORDS = re.compile(r"vk\b|[cf]m(?![a-zäöü])")
CHILD = guarded(
    r"\b[Dd]avon\b|\b[Hh]iervon\b|\b[Dd]arunter\b|\b[Ww]ovon\b|\b[Vv]on (?:denen|welchen|ihnen|diesen)\b|"
    r"\b[Dd]ie (?:übrigen?|restlichen?|(?:beiden )?anderen|verbleibenden?|weiteren)\b"
)


_UNTIL_NOW = guarded(r"\b[Vv]on\s(?:bislang|bisher|vormals|zuvor)\s\Z")
_OF_WHOLE = guarded(r"\b[Vv]on\s(?:den|diesen|seinen|ihren|unseren)\s(?:\w{3,20}en\s)?\Z")
_LISTED_PART = guarded(r"\b(?:bei|beim|im|in|an|am)\s[^.;]{2,80}(?:,|\bund|\bsowie)\s\Z")
_OTHER = guarded(r"\b\d{1,5}\s(?:[a-zäöüß]{3,20}e[nrs]?\s)?(?P<noun>[A-ZÄÖÜ][a-zäöüß]{3,30})")
_NO_OTHER = guarded(
    r"(?:Prozent|Euro|Uhr|Stund|Wochenstund|Jahr|Monat|Januar|Februar|März|April|Mai|Juni|Juli|August|September|"
    r"Oktober|"
    r"November|Dezember|\w{0,30}[Ss]telle|Vollzeit|Millionen|Mio)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A number of posts in its sentence: place of the number and of the noun, offsets of the sentence's own text."""

    sentence: Sentence
    start: int
    end: int
    number: Number
    unit: str
    noun: str
    clause: Span = (0, 0)
    module: int | None = None
    programme: Programme | None = None
    carrier: tuple[str, str] | None = None
    status: str | None = None
    total: bool = False
    child: bool = False
    part: bool = False
    """A number without a noun, told beside the whole that it is a part of."""
    told: bool = False
    """Read with its table or list: what surrounds it tells no more."""
    former: bool = False
    """A number that another one replaces."""
    whole: bool = False
    """The whole of the part that was read right before it ("fünf der sechs": six)."""
    year: int | None = None
    """Year of its column in a table."""
    before: float | None = None
    """Number that it was before a change ("von 6 auf 12")."""
    more: tuple[Span, ...] = ()
    """Other passages that tell of these posts, in offsets of the whole text."""


def posts_in(sentence: Sentence, carried: Post | None = None) -> Iterator[Post]:
    """Numbers of posts in a sentence, in order; an elided noun is that of the post before.

    `carried` is the last post of the sentence before, to which "davon" may go back.
    """
    text = sentence.text
    carried = carried if carried and opens_with_part(text) else None
    view = folded(text)
    if not carried and not holds_any(view, _STAFF_WORDS) and not _SHORT_WORDS.search(view):
        return
    last, named_last = carried, carried
    every = numbers(text)
    for i, number in enumerate(every):
        following = every[i + 1] if i + 1 < len(every) else None
        limit = following.start if following else len(text)
        named = noun_after(text, number, limit) or noun_before(text, number)
        explicit = named is not None
        if explicit and last and named and _same_person(text, last, named, number):
            continue
        was = not named and is_former(text, number, following)
        if was and (known := _noun_of_change(text, every, i, named_last)):
            yield _post(sentence, number, (*known, number.end), status="superseded", former=True)
            continue
        named = named or _module_listed(text, every, i)
        since = named_last.end if named_last and named_last.sentence is sentence else 0
        if not named and last and named_last and _elided(text, number, named_last, limit, since):
            named = (named_last.unit, named_last.noun, number.end)
        if not named or not _counts(text, number, named[1], last):
            continue
        replaced = explicit and (instead_of(text, number.start) or _UNTIL_NOW.search(text[: number.start]))
        status = "superseded" if replaced else None
        last = _post(sentence, number, named, status=status, part=not explicit, before=_was(text, number))
        named_last = last if explicit else named_last
        yield from _halves(last)
    yield from _fused(sentence)
    if named_last:
        yield from _next_ones(sentence, named_last)


def _next_ones(sentence: Sentence, whole: Post) -> Iterator[Post]:
    """One more of some posts told by its ordinal, as a part of them."""
    inside = whole.sentence is sentence
    # only the whole said last is known here; "zwei davon ..., die dritte" counts one more than the part
    for start, end in next_ones(sentence.text, whole.end if inside else 0):
        number = Number(start=start, end=end, value=1)
        yield _post(sentence, number, (whole.unit, whole.noun, end), part=True)


def _post(sentence: Sentence, number: Number, named: tuple[str, str, int], **more: Any) -> Post:
    unit, noun, end = named
    return Post(sentence=sentence, start=number.start, end=end, number=number, unit=unit, noun=noun, **more)


def _halves(post: Post) -> Iterator[Post]:
    """A part and its whole ("fünf der sechs Stellen") as two posts, any other as it is."""
    number = post.number
    if number.of is None or number.of_start is None:
        yield post
        return
    yield replace(post, number=Number(start=number.start, end=number.end, value=number.value))
    whole = Number(start=number.of_start, end=number.end, value=number.of)
    yield replace(post, number=whole, start=number.of_start, whole=True)


def _fused(sentence: Sentence) -> Iterator[Post]:
    """Numbers inside the noun ("Dreiviertelstelle", "50 %-Stelle"), and the one post that is still vacant."""
    text = sentence.text
    for m in cues.FUSED.finditer(text):
        value = cues.FUSED_VALUES[m["word"].casefold()]
        number = Number(start=m.start(), end=m.end(), value=value)
        yield _post(sentence, number, ("posts", m.group(), m.end()))
    for m in cues.PERCENT_POST.finditer(text):
        number = Number(start=m.start(), end=m.end(), value=int(m["percent"]) / 100)
        yield _post(sentence, number, ("posts", m.group(), m.end()))
    for m in _QUARTERS.finditer(text):
        times = {"z": 2, "d": 3}.get(m["times"][0].casefold(), 1)
        number = Number(start=m.start(), end=m.end("part"), value=round(times * _PARTS[m["part"]], 2))
        yield _post(sentence, number, ("posts", m["noun"], m.end()))
    for m in cues.ONE_VACANT.finditer(text):
        number = Number(start=m.start(), end=m.end(), value=1)
        yield _post(sentence, number, ("posts", m["noun"], m.end()))


def _same_person(text: str, last: Post, named: tuple[str, str, int], number: Number) -> bool:
    """The other form of one noun: "eine Fallmanagerin oder einen Fallmanager"."""
    between = text[last.end : number.start] if last.end <= number.start else ""
    same = named[1][:8].casefold() == last.noun[:8].casefold()
    return same and last.unit == "persons" and bool(re.fullmatch(r"\s(?:oder|bzw\.|/)\s", between))


def _module_listed(text: str, every: Sequence[Number], i: int) -> tuple[str, str, int] | None:
    """A number beside its module whose noun stands with the last one: "in Modul 1 3,5, in Modul 2 acht Stellen"."""
    if not _OF_MODULE.search(text[max(0, every[i].start - 50) : every[i].start]):
        return None
    known = (
        _noun_of_change(text, every, i, None)
        if re.match(r",?\s(?:und |sowie )?(?:in|im|für|bei|aus)\b|\s?[,;]", text[every[i].end :])
        else None
    )
    return (*known, every[i].end) if known else None


def _noun_of_change(text: str, every: Sequence[Number], i: int, before: Post | None) -> tuple[str, str] | None:
    """Unit and noun of the number that replaces the i-th one, or that it was said beside."""
    for j in range(i + 1, min(i + 4, len(every))):
        limit = every[j + 1].start if j + 1 < len(every) else len(text)
        named = noun_after(text, every[j], limit)
        if named and not re.search(r"[.;]\s", text[every[i].end : every[j].start]):
            return named[:2]
    near = before and 0 <= every[i].start - before.end < 40
    return (before.unit, before.noun) if before and near else None


def _elided(text: str, number: Number, last: Post, limit: int, since: int) -> bool:
    """A left out noun: "Von den sechs Stellen sind fünf besetzt", "11 Stellen, von denen sechs beim Kreis sind"."""
    after = text[number.end : number.end + 60]
    inside = last.sentence.text == text
    of_whole = inside and bool(_OF_WHOLE.search(text[: last.start]))
    listed = inside and bool(_LISTED_PART.search(text[since : number.start]))
    if _other_noun(text, number, since):
        return False
    if is_part(text, number, limit, since=since, listed=listed, of_whole=of_whole):
        return True
    if number.article:
        return False
    if re.search(r"\b[Vv]on\s(?:den|diesen|ihnen|denen)\b", text[: number.start]) and _PART_FILLED.match(after):
        return True
    return bool(CHILD.search(text[since : number.start]) or last.number is number) and bool(_DISTRIBUTED.match(after))


def _other_noun(text: str, number: Number, since: int) -> bool:
    """Whether "davon" goes back to another number: "fünf Stellen; beraten wurden 312 Menschen, davon 40 im Amt"."""
    counted = [m for m in _OTHER.finditer(text, since, number.start) if not _NO_OTHER.match(m["noun"])]
    return bool(counted)


def _at_work(text: str, number: Number, noun: str) -> bool:
    """Whether people are told to work, in their own clause where the noun alone may mean anybody ("Leute")."""
    before, after = text[: number.start], text[number.end :]
    if _VOLUNTEERS.search(text):
        return False
    if noun.startswith("Leute"):
        before, after = re.split(r"[,;:]\s", before)[-1], re.split(r"[,;:]\s", after, maxsplit=1)[0]
    return bool(_AT_WORK.search(before) or _AT_WORK.search(after))


def _counts(text: str, number: Number, noun: str, last: Post | None) -> bool:
    """Whether a number counts posts; "eine" does unless it is a mere article before a noun that is no post."""
    if number.value is not None and not 0 < number.value <= 5000:
        return False
    before = text[max(0, number.start - 24) : number.start]
    if _LEAST.search(before) or _THRESHOLD.search(before):
        return False
    if cues.STAFF.match(noun) and not _at_work(text, number, noun):
        return False
    if number.article:
        cue = (
            last
            or _MORE.match(text[number.end : number.end + 20])
            or states.state_in(text)
            or module_mentions(text)
            or cues.carrier_in(text, number.start, number.end)
        )
        return (
            bool(cue)
            and not _NO_COUNT.search(before)
            and not _SINGLE.match(text[number.end :])
            and "Koordinator" not in noun
        )
    return True


def _was(text: str, number: Number) -> float | None:
    changed = _CHANGE.search(text[max(0, number.start - 60) : number.start])
    earlier = numbers(changed["rest"]) if changed else []
    return earlier[0].value if earlier else None
