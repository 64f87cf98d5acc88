"""What other sentences tell of posts: employers, a new place after a dropped plan, the answer to a question."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import guarded
from extractors import post_cues as cues
from extractors import post_state_words as states
from extractors.analysis import Analysis, Sentence
from extractors.post_numbers import Post
from extractors.post_places import by_list, placed
from extractors.post_questions import ASKING, answered, is_asked

_REJECTED = guarded(
    r"\b(?:nicht|kaum|nicht mehr)\b.{0,160}\b(?:begründe|vertretbar|sinnvoll|möglich|tragfähig|umsetzbar)|"
    r"\blässt sich\b.{0,60}\bnicht\b"
)
_INSTEAD = guarded(r"\b(?:daher|deshalb|nun|nunmehr|jetzt|stattdessen|somit|künftig)\b")
_SAME_POSTS = guarded(
    r"\A(?:Sie|Diese)\b|\b(?:[Dd]ie|[Dd]iese|[Aa]lle|[Ss]ämtliche)\s(?:[\w-]{3,40}\s)?[\w-]{0,40}[Ss]tellen\b"
)
_ALL = guarded(
    r"(?:Alle|Beide|Sämtliche|Diese|Sie|Die (?:beiden )?Stellen?)\s(?:\w{1,12}\s)?(?:ist|sind|seien|sei|w[eu]rden|"
    r"konnten)\b"
)
_EMPLOYER = guarded(
    r"\b(?:Anstellungs(?:körperschaft|trägerin|träger)|Arbeitgeberin|Arbeitgeber|Dienstherr)\s"
    r"(?:ist|sei|wäre|wird|bleibt|bleibe|werde|sind|seien)\s(?:dabei |jeweils |weiterhin |somit )?(?P<who>[^.;,]{3,60})"
)
_GOES_BACK = guarded(
    r"(?:Hieran|Daran|Hiervon|Davon|Dies|Das|Dem|Dieser?s?|An dieser?|Von dieser?m?)\b(?:\s(?:Plan|Planung|Konzept|"
    r"Konzeption|Idee|"
    r"Absicht|Überlegung|Vorhaben|Ansatz|Vorstellung)\b)?"
)
_MOTION = guarded(
    r"\b(?:beantrag(?:t|en|te|ten)|stell(?:t|en|te)\b.{0,40}\b(?:Antrag|Änderungsantrag)|Antrag der|Antrag von)\b"
)
_REJECTED_MOTION = guarded(r"\b[Aa]ntrag\b[^.\n]{0,60}\b(?:abgelehnt|zurückgewiesen|zurückgezogen|keine Mehrheit)\b")
_EVERYTHING = guarded(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim)\s(?P<where>[^.;\n]{3,90}?)\s(?:ist|sei|sind|seien|waren|"
    r"wären)\s(?:[a-zäöüß]{3,12}\s){0,3}"
    r"(?:alles|alle|sämtliche|beide)(?:\s[\w-]{3,40}){0,3}\s(?:besetzt|vergeben|da|an Bord|im Dienst)\b"
)
_MUNICIPALITY = guarded(r"(?:die|der|das)\s(?:Stadt|Gemeinde|Kreis|Landkreis|Städte[Rr]egion|Kommune)\b")
_OF_COUNTY = guarded(r"(?:(?:beim?|im|[Dd]er)\s)?(?:Kreis|Landkreis)(?:es)?\b")
_OF_TOWN = guarded(r"(?:\w{1,20}\s){0,2}(?:Stadt|Gemeinde)\b")
_OFFICE = guarded(r"(?:\w{1,20}\s){0,2}(?:Amt|Abteilung|Fach|[A-ZÄÖÜ]\w{1,30}amt)")


def settle(analysis: Analysis, posts: Sequence[Post]) -> list[Post]:
    """The posts with what later sentences tell about them; a specification in brackets of another one left out."""
    posts = by_list(analysis, posts)
    kept = [p for i, p in enumerate(posts) if not _left_out(p, posts[i + 1] if i + 1 < len(posts) else None)]
    sentences = analysis.sentences
    starts = [s.start for s in sentences]
    busy = {p.sentence.start for p in kept}
    settled = []
    for i, post in enumerate(kept):
        at = bisect.bisect_right(starts, post.sentence.start)
        following = [s for s in sentences[at : at + 5] if s.start >= post.sentence.end]
        settled.append(_settled(analysis, post, kept[i + 1 : i + 30], following, busy))
        if following and following[0].start not in busy:
            settled += _new_place(settled[-1], following)
    return _by_total(settled)


def _by_total(posts: Sequence[Post]) -> list[Post]:
    """The rows of a table with the state that the text gives to their sum: "11,0 Stellen neu ausgewiesen"."""
    found = list(posts)
    for i, post in enumerate(posts):
        if not (post.told and post.total):
            continue
        before = posts[max(0, i - 60) : i]
        first = next((j for j in range(len(before) - 1, -1, -1) if not before[j].told), -1) + 1
        same = [
            p
            for p in before[:first]
            if p.number.value == post.number.value and not p.former and p.programme == post.programme
        ]
        if same and same[-1].status and all(p.status is None for p in (*before[first:], post)):
            for k in range(i - len(before) + first, i + 1):
                found[k] = replace(posts[k], status=same[-1].status)
    return found


def _left_out(post: Post, following: Post | None) -> bool:
    """A number that the next one specifies says nothing of its own, unless it counts persons."""
    return post.unit != "persons" and following is not None and specified(post, following)


def specified(post: Post, following: Post) -> bool:
    """The second number says how much the first is: "eine Stelle (0,5 VZÄ)", "zwei Kräfte mit zusammen 1,5 VZÄ"."""
    if following.sentence is not post.sentence or following.unit not in ("fte", "post shares"):
        return False
    gap = post.sentence.text[post.end : following.start]
    return bool(
        re.fullmatch(r"\s?(?:\((?:je|à|=)?\s?|mit (?:zusammen|insgesamt|je|jeweils)\s|(?:im Umfang )?von\s|à\s)", gap)
    )


def _settled(
    analysis: Analysis, post: Post, later: Sequence[Post], following: Sequence[Sentence], busy: set[int]
) -> Post:
    """One post in the light of the posts and sentences behind it; `busy` are starts of sentences with own posts."""
    children = []
    for child in later:
        if not child.child:
            break
        children.append(child)
    carriers = {child.carrier[0] for child in children if child.carrier}
    # parts that leave some of the posts open do not tell who employs them all
    complete = sum(child.number.value or 0 for child in children) == post.number.value
    if not post.carrier and len(carriers) > 1 and complete:
        post = replace(post, carrier=("mixed", ""))
    post = post if post.carrier else _by_label(analysis, post)
    post = post if post.carrier else _by_employer(post, following)
    post = post if post.carrier or (post.told and post.total) else placed(analysis, post, following)
    post = _own_level(analysis, post)
    if post.status in (None, "planned", "applicable") and _is_dropped(analysis, post, following):
        return replace(post, status="superseded")
    if is_asked(post) and post.status in (None, "planned", "granted", "decided"):
        return answered(analysis, post, following)
    if following and _REJECTED.search(post.sentence.text) and following[0].start not in busy:
        return _moved(post, following[0])
    if post.status in (None, "planned", "granted", "decided") and following and following[0].start not in busy:
        post = _all_of_them(post, following[0])
    if post.status in (None, "planned") and ASKING.search(post.sentence.text):
        return answered(analysis, post, following)
    return _all_filled(analysis, post)


def _is_dropped(analysis: Analysis, post: Post, following: Sequence[Sentence]) -> bool:
    """Whether the next sentence drops the plan that it goes back to, or the council rejects the motion for it."""
    if post.whole:
        return False
    text = post.sentence.text
    if following and _GOES_BACK.match(following[0].text) and states.NOT_KEPT.search(following[0].text):
        return True
    low = post.sentence.end
    return bool(_MOTION.search(text) and _REJECTED_MOTION.search(analysis.text[low : low + 700]))


def _by_employer(post: Post, following: Sequence[Sentence]) -> Post:
    """Employer that a sentence next to it names: "Anstellungsträger ist die Stadt"."""
    for sentence in (post.sentence, *following[:2]):
        m = _EMPLOYER.search(sentence.text) if sentence.block == post.sentence.block else None
        if m:
            carrier = cues.carrier_in(m["who"], 0, 0)
            carrier = carrier or (("municipality", m["who"].strip()) if _MUNICIPALITY.match(m["who"]) else None)
            return replace(post, carrier=carrier) if carrier else post
    return post


def _own_level(analysis: Analysis, post: Post) -> Post:
    """Seen from a town "beim Kreis" is not the municipality itself, seen from a district "bei der Stadt X" a member."""
    name = str(next((f.value.get("name") or "" for f in analysis.stated("municipality")), ""))
    if post.carrier is None or post.carrier[0] != "municipality":
        return _authority(post)
    printed = post.carrier[1]
    if name.startswith(("Stadt", "Gemeinde")) and _OF_COUNTY.match(printed):
        return replace(post, carrier=None)
    if "kreis" in name.casefold() and _OF_TOWN.match(printed):
        return replace(post, carrier=("member_municipality", printed))
    return _authority(post)


def _authority(post: Post) -> Post:
    """Posts of the module for foreigners authorities stand in one, unless another employer than an office is named."""
    own = post.programme is not None and post.programme.own
    office = post.carrier is None or bool(_OFFICE.match(post.carrier[1]))
    return replace(post, carrier=("foreigners_authority", "")) if own and post.module == 3 and office else post


def _by_label(analysis: Analysis, post: Post) -> Post:
    """Employer named by the label that the document itself gives to the module."""
    for fact in analysis.stated("module"):
        of_same = post.programme is not None and fact.value["programme"] == post.programme.name
        if of_same and fact.value["number"] == post.module and fact.value["label_raw"]:
            carrier = cues.carrier_in(fact.value["label_raw"], 0, 0)
            return replace(post, carrier=carrier) if carrier else post
    return post


def _all_of_them(post: Post, following: Sentence) -> Post:
    """The state of the posts of the sentence before: "Alle sind seit März besetzt."."""
    status = states.state_in(following.text) if _ALL.match(following.text) else None
    if status not in ("filled", "advertised"):
        return post
    return replace(post, status=status, more=((following.start, following.end),))


def _all_filled(analysis: Analysis, post: Post) -> Post:
    """The posts of a module of which a later sentence says that all are filled: "In der Behörde sei alles besetzt"."""
    words = next((m.words for m in analysis.topic.modules if m.number == post.module), None)
    own = post.programme is None or post.programme.own
    if post.status or post.told or post.child or post.former or not (words and own):
        return post
    low = post.sentence.end
    for m in _EVERYTHING.finditer(analysis.text, low, min(len(analysis.text), low + 2500)):
        if words.search(m["where"]):
            return replace(post, status="filled", more=(*post.more, m.span()))
    return post


def _moved(post: Post, following: Sentence) -> Post:
    """A placement that was found untenable; where it named no employer, with the new one of the next sentence."""
    carrier = cues.carrier_in(following.text, 0, 0)
    if not carrier or not _INSTEAD.search(following.text):
        return post
    if post.carrier and post.carrier[0] != carrier[0]:
        return replace(post, status="superseded")
    return replace(post, carrier=carrier, status="planned", more=((following.start, following.end),))


def _new_place(post: Post, following: Sequence[Sentence]) -> list[Post]:
    """The same posts as the sentence behind a dropped placement tells them: "Sie werden daher im KI eingerichtet"."""
    if post.status != "superseded" or not (following and _REJECTED.search(post.sentence.text)):
        return []
    text = following[0].text
    carrier = cues.carrier_in(text, 0, 0)
    if not (carrier and _INSTEAD.search(text) and _SAME_POSTS.search(text)):
        return []
    new = replace(post, sentence=following[0], start=0, end=0, clause=(0, len(text)), more=())
    return [replace(new, carrier=carrier, status="planned")]
