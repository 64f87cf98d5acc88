"""Who employs posts, where neither their clause nor their sentence says so: parts, the next sentence, the team."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import guarded
from extractors import post_cues as cues
from extractors.analysis import Analysis, Sentence
from extractors.post_numbers import Post

_PARTS_FOLLOW = guarded(
    r"\b(?:davon|hiervon|darunter|und zwar|nämlich|wovon|von denen|Split|Aufteilung|Verteilung)\W{0,3}\Z"
)
_PARTS_BEFORE = guarded(r"(?:\A|.{0,60}\b)(?:Split|Aufteilung|Verteilung|[Dd]avon|[Hh]iervon)\b")
_ALL = guarded(
    r"\W{0,4}(?:Alle|Sämtliche|Sie|Diese|Beide|Die)\b(?:\s(?:[a-zäöüß]{3,20}|[\d,]{1,5}))?"
    r"(?:\s(?:[\w*:/-]{0,40}[Ss]tellen?|CM\S{0,8}|[\w-]{0,20}[Kk]r(?:aft|äfte)|Mitarbeite\w{1,6}|Beschäftigten|"
    r"[\w*:/-]{0,30}"
    r"[Mm]anager\w{0,5}\S{0,6}|Personen|VZÄ))?\s(?:(?:des|der|im|in)\s[\w-]{3,30}\s(?:[\w-]{1,30}\s)?)?"
    r"(?:sind|sitzen|werden|wurden|seien|arbeiten|sollen|bleiben|gehören|kommen|ist|wird|sitzt)\b"
)
_TEAM = guarded(
    r"(?:\b(?:Team(?:lead\w{0,4}|leit\w{1,6}|s)?|Sachgebiet\w{0,12}|Sachgebietsleit\w{1,6}|Abteilung\w{0,12}|"
    r"Fachbereich\w{0,12}|"
    r"Fachdienst\w{0,12}|Leit(?:er|erin|ung)|Koordinator\w{0,4}|Koordinierung|Stabsstelle\w{0,10}|"
    r"[A-Z]?[a-zäöü]{0,15}[Ss]telle|Büro|Referat\w{0,8}|Dezernat\w{0,8}|Beauftragte\w?)\s"
    r"(?:des\s|der\s|für\s|für das\s|im\s)?[„\"]?(?:KIM|"
    r"(?:das\s)?[Kk]ommunale[sn]?\sIntegrationsmanagements?)\b[“\"]?(?:\s\(KIM\))?|\bKIM-(?:Team|Koordination|Büro|"
    r"Stabsstelle|Fachstelle|Leitung|Stelle))"
    r"(?P<where>[^.;\n]{0,90})"
)
"""Who leads the team, and where it is: "Sachgebietsleiter KIM im Kommunalen Integrationszentrum der Stadt X"."""
_OF_MUNICIPALITY = guarded(
    r"\A\s(?:bei\s|in\s)?(?:de[sr]|beim|im)\s(?P<name>(?:Landkreis|Kreis|Städte[Rr]egion|Stadt|"
    r"Gemeinde)(?:es)?)\s[A-ZÄÖÜ]"
)
_THERE = guarded(
    r"(?:Dort\b|(?:Da|Hier)(?=\s(?:s[iaä](?:tz|ß)|arbeit|sind|seien|gibt|gebe|hat|habe|hätte|werd|wurd|würd|soll|käm|"
    r"komm)))"
)
_HAD = guarded(
    r",\s(?:die|welche)\s(?P<who>(?:(?:die|der)\s)?(?:Stadt|Gemeinde|Kreis|Landkreis|Kommune|[A-ZÄÖÜ][a-zäöüß-]{3,30})"
    r"(?:\s[A-ZÄÖÜ][\w-]{2,30})?)\s(?:hat|habe|besitzt|besitze|vorhält|vorhalte|unterhält|unterhalte|beschäftigt|"
    r"beschäftige)\b"
    r"(?=[.,;]|\Z)"
)
_MOST = 6


def by_list(analysis: Analysis, posts: Sequence[Post]) -> list[Post]:
    """The items of a list, or the numbers of a sentence, that together are the posts said before them."""
    found = list(posts)
    for i, whole in enumerate(found):
        if whole.told or whole.child or whole.former or not whole.number.value:
            continue
        parts = _parts(analysis, found, i)
        for j in parts:
            part = found[j]
            status = part.status or (whole.status if whole.status != "superseded" else None)
            module = whole.module if part.programme == whole.programme and part.module is None else part.module
            found[j] = replace(part, child=True, module=module, status=status)
    return found


def _parts(analysis: Analysis, posts: Sequence[Post], i: int) -> range:
    """Places of the posts behind the i-th one that add up to it, told as its parts."""
    whole, total = posts[i], 0.0
    for j in range(i + 1, min(i + 1 + _MOST, len(posts))):
        part = posts[j]
        if part.sentence.start - whole.sentence.end > 400 or part.told or part.programme != whole.programme:
            break
        total += part.number.value or 0
        if j > i + 1 and total == whole.number.value:
            between = analysis.text[whole.sentence.start + whole.end : whole.sentence.end]
            opened = _PARTS_FOLLOW.search(between) or _PARTS_BEFORE.match(posts[i + 1].sentence.text)
            return range(i + 1, j + 1) if opened else range(0)
    return range(0)


def placed(analysis: Analysis, post: Post, following: Sequence[Sentence]) -> Post:
    """The employer told by the next sentence ("Alle sitzen im KI"), else by where the topic's team belongs."""
    if post.programme is None or not post.programme.own:
        return post
    for sentence in following[:1]:
        near = sentence.start - post.sentence.end < 40 and _ALL.match(sentence.text)
        carrier = cues.carrier_in(sentence.text, 0, 0) if near else None
        if carrier:
            return replace(post, carrier=carrier, more=(*post.more, (sentence.start, sentence.end)))
    if carrier := _there(analysis, post):
        return replace(post, carrier=carrier)
    if post.module == 3 or (post.status in ("superseded", "applicable", "planned") and not post.told):
        return post
    return replace(post, carrier=team) if (team := _team(analysis.text)) else post


def _there(analysis: Analysis, post: Post) -> tuple[str, str] | None:
    """Employer of the sentence before, where "dort" goes back to it."""
    before = analysis.sentence_at(max(0, post.sentence.start - 2)) if _THERE.match(post.sentence.text) else None
    return cues.carrier_in(before.text, len(before.text), len(before.text)) if before else None


def had_by(post: Post) -> tuple[str, str] | None:
    """The municipality that has the posts: "acht Stellen, die der Kreis habe"."""
    had = _HAD.match(post.sentence.text, post.end)
    return ("municipality", had["who"]) if had else None


@functools.lru_cache(maxsize=2)  # asked for each post of a document
def _team(document: str) -> tuple[str, str] | None:
    """Employer of the topic's team; None where the text names none, or several."""
    found = {}
    for m in _TEAM.finditer(document):
        own = _OF_MUNICIPALITY.match(m["where"])
        carrier = cues.carrier_in(m["where"], 0, 0) if m["where"] else None
        if carrier and carrier[0] in ("municipality", "municipality_ki"):
            found[carrier[0]] = carrier
        elif own:
            found["municipality"] = ("municipality", own["name"])
    return next(iter(found.values())) if len(found) == 1 else None
