"""Stellen: every stated number of posts with its module, employer and state, told clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from corpus.topic import Programme
from extractors import post_cues as cues
from extractors import post_state_words as states
from extractors.analysis import Analysis, Extractor
from extractors.module_numbers import module_mentions
from extractors.pieces import pieces
from extractors.post_context import settle, specified
from extractors.post_elsewhere import is_elsewhere
from extractors.post_modules import module_of_post, named_behind, one_module_opens
from extractors.post_numbers import CHILD, Post, posts_in
from extractors.post_places import had_by
from extractors.post_questions import asked_state, is_asked, is_denied
from extractors.post_states import is_own, state_of
from extractors.post_tables import table_posts
from extractors.refusals import post_state

_TOTAL = guarded(
    r"(?i)\b(?:insgesamt|alle|aller|sämtliche\w?|zusammen|gesamt|gesamtzahl|summe(?=:)):?\s(?:ca\.\s|rund\s)?\Z"
)
_HARD = guarded(
    r";\s|:\s(?=[A-ZÄÖÜ])|(?<=\d)\.\s(?!(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Sitzung|Quartal|Halbjahr))"
    r"(?=[A-ZÄÖÜ][a-zäöü]{1,20}\s)"
)
_THEREOF = guarded(r"\s?davon\b")
_DEFINITE = guarded(
    r"\b(?:[Dd]ie|[Dd]en|[Dd]er|[Dd]iesen?)\s(?:(?!von\b)[a-zäöüß]{2,20}n\s){0,2}(?!von\b)(?:[\d,]{1,6}|\w{2,20})\s|"
    r"\b(?:bisherigen|weiteren|zusätzlichen|anderen|beiden)\b"
)
_AGAIN = guarded(
    r"\b(?:[Dd]iese[rn]?|[Dd]er|[Dd]ie|[Dd]en|[Aa]ller?n?|[Ss]ämtliche[rn]?|genannten)\s(?:genannten |insgesamt )?\Z"
)
_BELONGS = guarded(
    r"\b(?:gehör|zähl|entfall|komm|stamm|käm)\w{1,3}\s(?:\w{3,12}\s){0,2}(?:zu[mr]?|auf|aus)\s(?:[a-zäöü]{3,6}\s|"
    r"[\w-]{3,30}\s){0,2}[„\"]|"
    r"^\s?\((?:[\w-]{3,30}\s){0,2}[„\"]"
)
_NOT_OURS = guarded(
    r"\b[Nn]icht zu[mr]?\s[^.;,]{2,40}\s(?:gehör|zähl)\w{1,3}\b[^.;()]{0,120}\((?:[\w-]{3,30}\s){0,2}[„\"]"
)
"""Words that tell to which other programme posts belong: "gehörten zu „Durchstarten“"."""
_MORE = guarded(r"\b(?:[Ww]eitere|[Zz]usätzliche)[nr]?\b")
_REST = guarded(r"\b(?:übrigen?|restlichen?|anderen?|verbleibenden?)\s[\w,]{1,15}\Z")
_TOGETHER = 1200
"""Characters within which the sentences that tell of one number are cited as one passage."""
_TOWARDS = guarded(r"\s(?=(?:auf|in|im|bei|beim|an|am)\s)")
_ASIDE = guarded(r"\s?\((?:[a-zäöü]{2,12}\.?\s)?\Z")
_CUT = guarded(r"[,;]\s(?!(?:die|der|das|den|dem|deren|denen|dessen|welche[nrsm]?)\s)")
"""Where a long sentence may be cut: not before a relative clause."""
_SEPARATOR = guarded(r"[,;(]|\b(?:und|sowie|bzw\.|oder|wobei|während)\b")


def _posts(analysis: Analysis) -> Iterable[Fact]:
    found: list[Post] = []
    carried: Post | None = None
    tabled = table_posts(analysis)
    for sentence in pieces(analysis):
        if sentence.block.start in tabled:
            found += [_below(p, found[-30:]) for p in tabled[sentence.block.start] if p not in found[-30:]]
            continue
        near = carried if carried and carried.sentence.block == sentence.block else None
        here = list(posts_in(sentence, near))
        carried = here[-1] if here else None
        clauses = [_clause(sentence.text, here, i) for i in range(len(here))]
        for i, post in enumerate(here):
            if post.noun.startswith("Lehr") and is_own(analysis, post):
                continue  # teachers are paid by others than the topic's programme
            others = [c for c, p in zip(clauses, here, strict=True) if p.part and p is not post]
            if post.whole and not (found and found[-1].sentence is sentence):
                continue  # its part is nobody's here
            known = _told(analysis, replace(post, clause=clauses[i]), found[-200:], others)
            if not is_elsewhere(analysis, known) and not is_denied(analysis, known):
                found.append(known)
    for post in settle(analysis, found):
        yield _fact(analysis, post)


def _clause(text: str, here: list[Post], i: int) -> Span:
    """The part of the sentence that belongs to the i-th post: up to the word that joins it to its neighbours."""
    if here[i].whole:
        return here[i].start, here[i].end
    low = _border(text, here[i - 1], here[i]) if i else 0
    if i and specified(here[i - 1], here[i]):
        low = here[i - 1].start
    later = [p for p in here[i + 1 :] if not p.whole]
    high = _border(text, here[i], later[0]) if later else len(text)
    hard = list(_HARD.finditer(text))
    low = max([low, *(m.end() for m in hard if m.end() <= here[i].start)])
    high = min([high, *(m.start() for m in hard if m.start() >= here[i].end)])
    return min(low, here[i].start), max(high, here[i].end)


def _border(text: str, before: Post, behind: Post) -> int:
    """Where the clause of one post ends and that of the next begins."""
    low, high = before.end, behind.start
    aside = _ASIDE.search(text, low, max(low, high))
    if aside and text[behind.end : behind.end + 1] == ")":  # "das Kreishaus (4,25 VZÄ)": the place is before it
        cuts = [*_SEPARATOR.finditer(text, low, aside.start())] or [*_TOWARDS.finditer(text, low, aside.start())]
        if cuts:
            return (cuts[0] if text[low : low + 1] == ")" else cuts[-1]).start()
    found = list(_SEPARATOR.finditer(text, low, max(low, high)))
    # a bracket that closes again before the next number belongs to the number before it
    found = [m for m in found if not _enclosed(text, m.start(), low, high)]
    commas = [m for m in found if m.group() in ",;("]
    return (commas or found)[-1].start() if found else max(low, high)


def _enclosed(text: str, at: int, low: int, high: int) -> bool:
    """Whether a place stands in a pair of brackets between two numbers, or opens one."""
    opened = text.rfind("(", low, at + 1)
    return opened >= 0 and at <= text.find(")", opened, high)


def _told(analysis: Analysis, post: Post, earlier: list[Post], others: list[Span]) -> Post:
    """The post with what its clause, else its sentence, tells of module, employer and state."""
    text, (low, high) = post.sentence.text, post.clause
    clause = text[low:high]
    if post.whole:
        part = earlier[-1]
        # what becomes of a part is not told of the whole: it may have been dropped for other employers only
        status = "planned" if part.status == "superseded" else part.status
        status = None if status in ("filled", "advertised") else status
        carrier = _carrier_of_whole(part)
        return replace(part, start=post.start, number=post.number, status=status, carrier=carrier, child=False)
    programme = _programme(analysis, post)
    total = bool(_TOTAL.search(text[: post.start])) and not one_module_opens(analysis, post)
    unsaid = total and not module_mentions(clause)
    module = named_behind(analysis, post) if unsaid else module_of_post(analysis, post, programme)
    said = post_state(text, post.start, post.end, state_of(analysis, post, others))
    post = replace(
        post,
        module=module,
        programme=programme,
        carrier=cues.carrier_in(clause, post.start - low, post.end - low) or had_by(post),
        status=post.status or (asked_state(post, said) if is_asked(post) else said),
        total=total,
    )
    return post if post.former else _inherited(post, earlier)


def _carrier_of_whole(part: Post) -> tuple[str, str] | None:
    """Employer of the whole of a part: the same where it stands before both ("beim Kreis drei der vier")."""
    if not part.carrier or part.status == "superseded":
        return None
    ahead = part.sentence.text[part.clause[0] : part.start]
    return part.carrier if part.carrier == cues.carrier_in(ahead, len(ahead), len(ahead)) else ("mixed", "")


def _programme(analysis: Analysis, post: Post) -> Programme | None:
    """The programme around the number, unless the sentence says to which other one the posts belong."""
    around = analysis.programme(post.sentence.start + post.start)
    text = post.sentence.text
    belongs = _BELONGS.search(text, post.end) or _NOT_OURS.search(text)
    if belongs and (around is None or around.own):
        named = analysis.programme(post.sentence.start + min(belongs.end() + 3, len(text) - 1))
        return named if named is not None and not named.own else around
    return around


def _below(post: Post, earlier: list[Post]) -> Post:
    """A post of a list with the module and state of the number that stands in the heading or intro of the list."""
    head = next((p for p in reversed(earlier) if not p.told), None)
    if post.module or head is None or not 0 <= post.sentence.start - head.sentence.end < 700:
        return post
    status = None if head.former or head.status == "superseded" else head.status
    return replace(post, module=None if post.total else head.module, status=post.status or status)


def _inherited(post: Post, earlier: list[Post]) -> Post:
    """What "davon", "die übrigen", "die vier weiteren Stellen" take over from the posts told before."""
    text = post.sentence.text
    same = [p for p in earlier[-8:] if p.sentence.block == post.sentence.block]
    said_before = post.part or CHILD.search(text[: post.start]) or _THEREOF.match(text[post.end :])
    rest = _REST.search(text[: post.end])  # "die übrigen vier" are left of the whole, not of the part said last
    holders = [p for p in same if _may_hold(p, post) and not (rest and p.child and p.sentence is not post.sentence)]
    parent = holders[-1] if said_before and holders else None
    if parent and (parent.sentence != post.sentence or parent.start < post.start):
        out = states.ADVERTISED.search(text[post.clause[0] : post.clause[1]])
        open_yet = post.status is None or (post.status == "planned" and parent.status not in ("filled", "advertised"))
        status = parent.status if open_yet and parent.status and not out else post.status
        module = post.module or parent.module
        carrier = post.carrier or (parent.carrier if parent.carrier and parent.carrier[0] != "mixed" else None)
        named = post.programme and not post.programme.own and post.programme.words.search(text, *post.clause)
        programme = post.programme if named else parent.programme or post.programme
        return replace(post, programme=programme, module=module, status=status, carrier=carrier, child=True)
    if post.status == "hours_increase" and post.carrier is None and same and same[-1].sentence is post.sentence:
        post = replace(post, carrier=same[-1].carrier, module=post.module or same[-1].module)
    post = _said_again(post, earlier)
    if post.module is None and not post.total:
        own = {p.module for p in earlier if p.programme is post.programme and p.module}
        definite = _DEFINITE.search(text[max(0, post.start - 24) : post.end])
        more = _MORE.search(text[max(0, post.start - 10) : post.end])
        if (definite and len(own) == 1) or (same and same[-1].programme is post.programme and _follows(post, same[-1])):
            return replace(post, module=next(iter(own)) if definite and len(own) == 1 else same[-1].module)
        last = earlier[-1] if earlier else None
        if more and last and last.programme is post.programme and post.sentence.start - last.sentence.end < 120:
            return replace(post, module=last.module)
    return post


def _may_hold(whole: Post, part: Post) -> bool:
    """Whether a post said before may be the whole of a part; of the sentence before also a larger part."""
    if whole.whole or (whole.number.value or 1e9) < (part.number.value or 0):
        return False
    if whole.sentence is part.sentence or not whole.child:
        return not whole.child
    return (whole.number.value or 0) > (part.number.value or 0)


def _said_again(post: Post, earlier: list[Post]) -> Post:
    """A number said again with an article ("die 6,0 Stellen") keeps what was told of it."""
    if post.module or not post.number.value or not _AGAIN.search(post.sentence.text[: post.start]):
        return post
    for before in reversed(earlier):
        same = before.programme is post.programme and before.unit == post.unit
        if before.number.value == post.number.value and same and before.module:
            return replace(post, module=before.module, status=post.status or before.status)
    return post


def _follows(post: Post, before: Post) -> bool:
    """Whether nothing but a blank or one sentence end lies between the sentences of two posts."""
    return post.sentence.start - before.sentence.end <= 2 and before.module is not None


def _fact(analysis: Analysis, post: Post) -> Fact:
    number, low = post.number, post.sentence.start
    module = next((m for m in analysis.topic.modules if m.number == post.module), None)
    own = post.programme is not None and post.programme.own
    value = {
        "number": number.value,
        "number_min": number.low,
        "number_max": number.high,
        "number_before": post.before,
        "unit": post.unit,
        "module": post.module,
        "function": module.function if module and own else None,
        "carrier": post.carrier[0] if post.carrier else None,
        "carrier_raw": post.carrier[1] or None if post.carrier else None,
        "status": None if post.status in states.UNTOLD else post.status,
        "programme": post.programme.name if post.programme else None,
        "additional": True
        if re.search(r"(?i)zusätzliche|weitere|neue", post.sentence.text[post.start : post.end])
        else None,
    }
    if post.year:
        value["year"] = post.year
    start, end = _quote(post)
    end = max([low + end, *(b for _, b in post.more if b - low - start <= _TOGETHER)])
    return analysis.fact("post", value, low + start, end, more=post.more)


def _quote(post: Post) -> Span:
    """The clause without the words that join it; only the part between commas of a long one."""
    text, (low, high) = post.sentence.text, post.clause
    if high - low > 240:
        cuts = [m.start() for m in _CUT.finditer(text[low:high])]
        low, high = (
            max([low, *(low + c + 1 for c in cuts if low + c < post.start)]),
            min([high, *(low + c for c in cuts if low + c >= post.end)]),
        )
    lead = re.match(r"[\s,;(]*(?:(?:und|sowie|bzw\.|oder|wobei|während)\s)?", text[low:high])
    low += lead.end() if lead and low + lead.end() <= post.start else 0
    return low, low + len(text[low:high].rstrip(" ,;"))


EXTRACTOR = Extractor(name="posts", version=8, kinds=("post",), run=_posts, after=("head", "modules"))
