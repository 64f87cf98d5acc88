"""In which state posts are: by their own clause, their sentence, the heading above, or the decision around them."""

from __future__ import annotations

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors import post_state_words as states
from extractors.analysis import Analysis
from extractors.post_numbers import Post

_THEREBY = guarded(r"(?:Damit|Hiermit|Hierdurch|Daraus|Dadurch)\b")
_OUT_OF = guarded(r"(?<!Umfang )(?<!Höhe )(?<!nteil )\b[Vv]on (?:den|diesen|insgesamt)(?: \w{1,30}en){0,2} \Z")
_DECISION_INTRO = guarded(r"(?:[Bb]eschluss|beschließt|beschlossen):?,?\Z")
_RECOMMENDED = guarded(r"\b(?:empfiehlt|empfehlen|schlägt\b.{0,80}\bvor|regt\b.{0,80}\ban|bittet|möge|wird gebeten)\b")
_WISHED = guarded(r"\b(?:möge|mögen|wolle|wolle[nt]|soll(?:e|en)?|beantrag\w{1,3}|fordert|fordern)\b")
_GRANT_TOLD = guarded(
    r"\b(?:bewilligt|gefördert|(?:re)?finanziert|bezuschusst|zugesagt|erhält|erhalten|[Gg]elder|[Gg]eld für)\b|"
    r"[Bb]escheid|"
    r"\bLand\b[^.;]{0,60}\b(?:bezahlt|zahlt|bezahle|zahle|übernimmt|übernehme)\b|"
    r"\b(?:bezahle|zahle|übernehme|finanziere|fördere)n?\b[^.;]{0,40}\bLand\b"
)
_MODULE = guarded(r"\b(?:\w{0,12}[Bb]austein|\w{0,12}[Mm]odul|Säule|Förderlinie)(?:s|es|e)?\b")
_GRANT_OF_MODULE = guarded(
    r"\b(?:erstreckt|umfasst|reicht|deckt|gilt)\b.{0,30}\b(?:Förderung|Zuwendung)\b|"
    r"\b(?:[Bb]ewilligt|[Gg]efördert|fördert|[Ff]inanzier(?:t|en|te)|[Bb]ezahlt|[Gg]ewährt|"
    r"[Zz]u(?:erkannt|gewiesen|gesprochen|geteilt))\w{0,2}\b|"
    r"\b(?:Förderung|Zuwendung)\b.{0,20}\b(?:erstreckt|umfasst|reicht|deckt|gilt)"
)
_PART_STATE = guarded(r"\b(?:un)?besetzt\b|\bbesetzen\b|\bvakant\b|\bvergeben\b")
_BRACKET = guarded(r"\s?\([^()\n]{2,60}\)")
_AT_WORK = guarded(
    r"\b(?:übern[ae]hme[nt]?|übernimmt|betreu(?:t|e|en|ten)|ber(?:at|ät|ie)(?:e|en|et|ten)?|begleite(?:t|n|ten)?|"
    r"unterstütz(?:t|e|en|ten)|"
    r"kümmer(?:t|e|n|ten)|s[iaä](?:tz|ß)(?:t|e|en)?|arbeite(?:t|n|ten)?|wirk(?:t|e|en|ten)|bilde(?:t|n|ten)?|"
    r"leiste(?:t|n|ten)?|"
    r"besch[aä]ftig(?:t|en)|tätig|angestellt|eingestellt|eingesetzt|begonnen|gestartet|angefangen|im (?:Dienst|"
    r"Einsatz)|zuständig|verantwort(?:et|"
    r"en|lich))\b"
)
"""What people do who are there: for their number that is the state "filled"."""
_NOT_NOW = guarded(
    r"\b(?:soll\w{0,3}|könn\w{0,4}|kann|würde\w?|werden?|wird|müss\w{0,3}|muss|dürf\w{0,3}|wollen?|will|möcht\w{1,3}|"
    r"nicht|kein\w{0,2}|"
    r"wenn|falls|ob|künftig|geplant|vorgesehen|wie viele?)\b|\?"
)
_COMMA = guarded(r"[,;(]\s?(?!\d)|\)")


def state_of(analysis: Analysis, post: Post, others: list[Span]) -> str | None:
    """State told by the clause, else by the sentence without parts of the number, else by the decision around it."""
    text, (low, high) = post.sentence.text, post.clause
    rest = text
    for a, b in others:
        rest = rest[:a] + " " * (b - a) + rest[b:]
    status, whole = states.state_in(text[low:high]), states.state_in(rest)
    near = states.state_in(_own_words(text, post))
    if near in ("filled", "vacant", "advertised"):
        status = near
    elif status == "gone":  # told of something else than these posts: "falls die Förderung entfällt"
        status = near
        whole = None if whole in states.UNTOLD else whole
    if status is None and states.raised_hours(text, post.start, post.number.value):
        return "hours_increase"
    if status is None or (status in ("planned", "granted") and whole == "superseded" and near != "granted"):
        status = whole
    if status == "superseded" and near == "granted":
        status = near  # told of something else in a relative clause
    if status == "granted" and not is_own(analysis, post) and not _is_granted(text):
        return None  # the name of a neighbour's programme ("Grundförderung") grants no posts
    if status is None and _THEREBY.match(text):
        before = analysis.sentence_at(max(0, post.sentence.start - 2))
        status = states.state_in(before.text) if before else None
    if _OUT_OF.search(text[: post.start]) and (others or _PART_STATE.search(text[post.end :])):
        beside = states.state_in(text[post.start : post.end])
        return (
            beside if beside in ("granted", "decided") else None
        )  # "Von den sechs Stellen sind fünf besetzt" tells the state of five
    status = status or _working(post, rest) or _state_above(analysis, post)
    section = _section(analysis, post)
    if section == "decision" and _RECOMMENDED.search(text):
        section = "proposal"
    if section == "decision" and status in (None, "planned", "granted", "applicable"):
        return "decided"
    return "planned" if section == "proposal" and status in (None, "decided") else status


def _working(post: Post, text: str) -> str | None:
    """People of whom a sentence tells what they do are there."""
    works = post.unit == "persons" and _AT_WORK.search(text) and not _NOT_NOW.search(text)
    return "filled" if works else None


def _is_granted(text: str) -> bool:
    """Whether a sentence on a neighbour tells a grant: the name of a programme ("Grundförderung") alone does not."""
    return bool(_GRANT_TOLD.search(text) or (_MODULE.search(text) and _GRANT_OF_MODULE.search(text)))


def is_own(analysis: Analysis, post: Post) -> bool:
    """Whether posts are those of the topic's programme, or of none that is named."""
    programme = analysis.programme(post.sentence.start + post.start)
    return programme is None or programme.own


def _own_words(text: str, post: Post) -> str:
    """What stands between the commas or brackets around the number."""
    low = max((m.end() for m in _COMMA.finditer(text, post.clause[0], post.start)), default=post.clause[0])
    end = next((m.start() for m in _COMMA.finditer(text, post.end, post.clause[1])), post.clause[1])
    bracket = _BRACKET.match(text, post.end)
    return text[low : bracket.end() if bracket else end]


def _state_above(analysis: Analysis, post: Post) -> str | None:
    """The state that a heading gives to the items below it: "Geprüft und verworfen"."""
    if post.sentence.block.kind not in ("item", "row"):
        return None
    for block in reversed(analysis.blocks_before(post.sentence.block.start, 12)):
        line = analysis.text[block.start : block.end]
        outer = block.kind != "row" and block.depth < post.sentence.block.depth
        if block.kind == "heading" or line.endswith(":") or outer:
            return _wished(line) if len(line) <= 110 else None
    return None


def _wished(line: str) -> str | None:
    """The state that a heading tells; what a council "möge beschließen" is not decided."""
    status = states.state_in(line)
    return "planned" if status == "decided" and _WISHED.search(line) else status


def _section(analysis: Analysis, post: Post) -> str | None:
    """Section of the post's block; items under "... fasst folgenden Beschluss:" belong to a decision."""
    block = post.sentence.block
    if analysis.opens_matter_since(block.section, block.start):
        return None
    if block.kind == "item":
        for above in reversed(analysis.blocks_before(block.start, 8)):
            if above.kind != "item":
                line = analysis.text[above.start : above.end]
                decided = _DECISION_INTRO.search(line) and above.section != "proposal" and not _WISHED.search(line)
                return "decision" if decided else above.section
    return block.section
