"""Speech by labels and layout instead of verbs: "Abt (SPD): ...", "Verw.: ...", "Frage 2: ... Antwort: ...".

A label counts where it is a person, a group or an office; a question is what ends in a question mark or stands behind
"Frage". Whether it was answered is told by what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.clauses import Speech
from extractors.debates import CLAUSE, NAMES, PARTY, Turn, labelled
from extractors.own_turns import STOP, own_turns, queries, question
from extractors.own_words import own_side
from extractors.structure import Block

_ASKED = guarded(
    r"(?:Zu )?(?:Frage|Zusatzfrage|Nachfrage|"
    r"Rückfrage)(?: (?:Nr\. ?)?\d{1,2}[a-z]?\)?)?(?: \([^()]{2,60}\))? ?[:.–-] ?"
)
_REPLY = guarded(
    r"(?:(?:Zu|zu) (?:Frage )?\d{1,2}[a-z]?\)?(?: (?:und|bis) \d{1,2})? ?[:.)–-]?|Antwort(?:en)?\b|Zu Frage \d|"
    r"Stellungnahme(?= der|:|$)|"
    r"Die Verwaltung (?:antwortet|nimmt|beantwortet|teilt)|A(?:ntw)?\.? ?\d{0,2}:)"
)
_BEHIND = guarded(r"\s*(?:[–—-] )?(?:Antwort|Antw\.|A|Eine Antwort)\b")
_UNANSWERED = guarded(
    r"\b(?:liegt|liegen|lägen?)\b[^.;]{0,60}\bnicht vor\b|\b(?:kann|können|könne)\b[^.;]{0,60}\bnicht (?:beantwortet|"
    r"gesagt)|"
    r"\bkeine (?:Antwort|Angaben?|Auskunft)\b|\bwird (?:[\w ]{0,40})nachgereicht\b|\bnicht beantwort|\boffen\b\.?$"
)
_ACTOR = (
    r"(?P<actor>(?:[A-ZÄÖÜ][\w./-]* )?[A-ZÄÖÜ][\w/-]*(?:verband|verbände|[Ff]raktion|beirat|konferenz|gruppe|werk|rat|"
    r"kreis|runde|"
    rf"ausschuss)(?: [A-ZÄÖÜ][\w-]+)?|(?:Stadt|Gemeinde|Kreis|Markt) [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?|"
    rf"{PARTY}(?:-\w*[Ff]raktion)?|"
    r"AWO(?: [A-Z]\w+)?|DRK|Caritas|Diakonie|Jobcenter|Verwaltung|Bürgermeister(?:in)?|Kommunen|Gemeinden|Verbände|"
    r"Träger)"
)
_STANCES = (
    ("concern", r"Bedenken|Vorbehalte?|skeptisch|kritisch|Zweifel|zögerlich|Enthaltung|zurückhaltend|unentschlossen"),
    ("reject", r"dagegen|ablehnend|Ablehnung|lehn(?:t|en|te) [^.;]{0,40}\bab\b|abgelehnt|verzichte[tn]|kein Bedarf|"
        r"nicht einverstanden|"
     r"widerspr\w+|Verzicht|kein Interesse|nein(?=[,;.]|$)|Nein(?=[,;.]|$)"),
    ("demand", r"fordert|fordern|Forderung|verlangt|bittet|wünscht|regt an|mahnt|besteht auf|beantragt|erwartet"),
    ("support", r"dafür|zustimmend|Zustimmung|stimm(?:t|en|te) zu|einverstanden|begrüß\w+|unterstütz\w+|befürwort\w+|"
        r"keine (?:Einwände|"
     r"Bedenken)|positiv|Unterstützung|wohlwollend|zugestimmt|Interesse"),
)  # fmt: skip
_STANCE = tuple((name, guarded(rf"(?<!\w)(?:{words})(?!\w)")) for name, words in _STANCES)
_TERSE = guarded(
    rf"(?:^|(?<=; ))(?:[-–•] )?{_ACTOR}(?:,? (?:am )?\d{{1,2}}\. ?\d{{1,2}}\. ?\d{{2,4}}|"
    rf" \([^()]{{2,40}}\))?: ?(?P<said>[^;.\n]{{3,120}})"
)
_INQUIRY = guarded(
    r"\b(?P<who>(?:[A-ZÄÖÜ][\w./-]{1,30}-)?\w*[Ff]raktion(?: (?:CDU|SPD|FDP|AfD|UWG|"
    r"[A-ZÄÖÜ][\w/]{2,20}))?)\b(?:[^.;\n]|\.(?=\d)|(?<=\d)\.){0,80}?"
    r"\b(?:Anfragen?|Fragen)\b[^.;\n]{0,80}\b(?:gestellt|eingereicht|gerichtet|vorgelegt|übersandt|gebeten)\b"
)
_NOUN = guarded(
    r"(?P<demand>\b(?:[Ff]orderung|[Aa]nregung|[Vv]orschlag|[Aa]ppell|[Bb]itte)(?:en|e|s)?)\b|"
    r"(?P<concern>\b(?:Kritik|Bedenken|Sorgen?|Vorbehalte|Einwände|Befürchtung(?:en)?))\b|"
    r"(?P<reject>\b(?:Ablehnung|Widerstand|Protest))\b|(?P<support>\b(?:Befürwortung|Zuspruch))\b"
)
_BY = guarded(
    r" (?:der|des|von|aus der|seitens der|seitens des) (?P<actor>(?:[\w./´-]{2,30}-)?(?:\w*[Ff]raktion|"
    r"[A-ZÄÖÜ]\w*(?:verb[aä]nd\w*|beirat\w*|"
    r"rat(?:e?s)?|konferenz|gruppe|werk(?:s|es|e)?|rates|mitglieder)|AWO|Diakonie|Caritas|Kommunen|Träger|Gemeinden|"
    r"Städte)(?![\w-])(?: [A-ZÄÖÜ][\w-]+)?)"
)

_CITED = guarded(r"\(\d{4}[a-z]?\): |\b(?:Abbildung|Tabelle|Quelle|Abb\.|Tab\.) ?\d*")
"""A source or a caption, whose question mark belongs to a title."""
_ASIDE = guarded(
    r"(?:Wir|Ich|Bitte|Um|Mit freundlich\w+|Vielen Dank|Freundliche|Falls|Wenn|Und|\w+ bitte|gez\.|Unterzeichne\w+)\b"
)
"""What somebody who asks adds to a question."""
_LETTER = 4000
"""Characters of a written request in which it says whose it is."""


def turns(speech: Speech, asked: list[Span]) -> Iterator[Fact]:
    """Questions, statements and positions that labels and layout tell; `asked` are the questions found already."""
    a = speech.analysis
    surnames = {m.surname for m in speech.people}
    covered: list[Span] = list(asked)
    for block in a.blocks:
        if block.kind == "row" or block.section == "proposal" or speech.in_own_words(block.start):
            continue
        found = labelled(a.text, block, surnames)
        for i, turn in enumerate(found):
            covered.append((turn.start, turn.end))
            yield from _told(a, turn, found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None)
        if not found:
            yield from _terse(a, block)
    yield from own_turns(speech)
    covered += [(w.start, w.end) for w in speech.words]
    yield from _layout(a, covered)
    yield from _nominal(speech)


def _told(a: Analysis, turn: Turn, before: Turn | None, after: Turn | None) -> Iterator[Fact]:
    said = a.text[turn.said : turn.end]
    asked = queries(said)
    for i, query in enumerate(asked):
        reply = after if after and after.who != turn.who else None
        text = a.text[reply.said : reply.end] if reply else ""
        behind = _BEHIND.match(said, query[1])
        answered = None if reply is None else not _UNANSWERED.search(text)
        if behind:
            answered = not _UNANSWERED.search(said, behind.start())
        start = turn.start if i == 0 else turn.said + query[0]
        more = [(reply.start, reply.end)] if reply and answered else []
        yield question(a, (start, turn.said + query[1]), turn.who, reply.who if reply else None, answered, more)
    if asked:
        return
    if (own := own_side(said)) is not None:
        low, high = turn.said + own[1][0], turn.said + own[1][1]
        low = turn.start if own[1][0] < 3 else low
        yield a.fact(
            "position", {"actor": turn.who, "stance": own[0], "topic": a.text[low:high].strip(" .")}, low, high
        )
        if len(said) < 200:
            return
    stance = next((name for name, pattern in _STANCE if pattern.search(said[:120])), None) if not own else None
    if stance and len(said) < 200:
        yield a.fact("position", {"actor": turn.who, "stance": stance, "topic": said.strip(" .")}, turn.start, turn.end)
        return
    if not CLAUSE.search(said) or NAMES.fullmatch(said):
        return
    answers = before is not None and "?" in a.text[before.said : before.end]
    value = {"speaker": turn.who, "act": "answers" if answers else "informs", "topic": said.strip(" .")}
    yield a.fact("statement", value, turn.start, turn.end)


def _terse(a: Analysis, block: Block) -> Iterator[Fact]:
    """A note "Personalrat: einverstanden" on where somebody stands."""
    for match in _TERSE.finditer(a.text[block.body : block.end]):
        stance = next((name for name, pattern in _STANCE if pattern.search(match["said"])), None)
        parts = match["said"].split(", ")
        first = next((name for name, pattern in _STANCE if pattern.search(parts[0])), stance)
        if first:
            end = match.end() if first == stance and len(parts) == 1 else match.start("said") + len(parts[0])
            value = {"actor": match["actor"], "stance": first, "topic": match["said"].strip(" .")}
            yield a.fact("position", value, block.body + match.start("actor"), block.body + end)


def _layout(a: Analysis, covered: list[Span]) -> Iterator[Fact]:
    """Questions of a written request and of lists, and whether a reply follows below."""
    asker = next((str(f.value.get("name")) for f in a.stated("applicant")), None)
    if asker is None and (inquiry := _INQUIRY.search(a.text, 0, _LETTER)):
        asker = inquiry["who"]
    blocks = [b for b in a.blocks if b.kind != "row"]
    places = [_whole(a.text, blocks, i, place) for i in range(len(blocks)) if (place := _query_of(a.text, blocks[i]))]
    replies = [b for b in blocks if _REPLY.match(a.text[b.start : b.end])]
    for i, (low, high) in enumerate(places):
        if any(x < high and low < y for x, y in covered):
            continue
        own = a.block_at(low)
        if _idle(a.text, low, high, own, bool(replies)):
            continue
        limit = places[i + 1][0] if i + 1 < len(places) else len(a.text)
        below = next((b for b in blocks if b.start >= high and b.start < limit), None)
        below = None if below and below.kind == "heading" else below
        asks = a.text[high - 1] == "?" and (own is None or "." not in a.text[own.body : high - 1] or own.kind == "item")
        own_line = below if below and asks and len(a.text[below.start : below.end]) > 20 else None
        own_line = None if own_line and _ASIDE.match(a.text, own_line.body) else own_line
        reply = next((b for b in replies if high <= b.start < limit), None) or own_line
        text = a.text[reply.start : reply.end] if reply else ""
        inside = guarded(r" ?(?:A|Antw|Antwort)(?:\. ?|: ?)").match(a.text, high)
        if inside and own is not None:
            text, reply = a.text[inside.end() : own.end], own
        answered = not _UNANSWERED.search(text) if reply else True if replies and replies[-1].start >= high else None
        more = [(reply.start, reply.end)] if reply and answered else []
        yield question(
            a, (low, high), asker if low < _LETTER * 4 else None, "Verwaltung" if answered else None, answered, more
        )


def _idle(text: str, low: int, high: int, block: Block | None, replies: bool) -> bool:
    """Whether a question is the writer's own, a heading of what follows: "Worum geht es?", "Was heißt das für uns?"."""
    if replies or block is None or block.kind == "item" or _ASKED.match(text[block.start : block.end]):
        return False
    return high - low < 40 or bool(guarded(r"Leitfrage\b|[^?]{0,80}\b(?:Überblick|Einführung): ").match(text, low))


def _query_of(text: str, block: Block) -> Span | None:
    """The question that a block is: labelled "Frage", or ending in a question mark."""
    piece = text[block.body : block.end]
    label = _ASKED.match(text[block.start : block.end])
    if block.section == "proposal" or len(piece) > 1500:
        return None
    if label and (not piece.startswith(("Zu ", "zu ")) or "?" in piece) and block.end - block.start > label.end() + 8:
        mark = text.find("?", block.start, block.end)
        return block.start, mark + 1 if mark >= 0 else block.end
    mark = piece.find("?")
    if mark < 8 or (
        len(piece) - mark > 2
        and block.kind == "text"
        and not re.match(
            r"\? (?:Antwort|"
            r"[A-ZÄÖÜ])",
            piece[mark:],
        )
    ):
        return None
    if _CITED.search(piece, 0, mark):
        return None
    if re.match(r"\?[“”\"«’]", piece[mark:]) and not re.search(r": ?[„“\"»‚][^„“”\"»]*$", piece[:mark]):
        return None  # the title of a work
    stops = [m.end() for m in STOP.finditer(piece, 0, mark)]
    return block.body + (stops[-1] if stops else 0), block.body + mark + 1


def _whole(text: str, blocks: Sequence[Block], at: int, place: Span) -> Span:
    """A question from where its sentence begins, if a line broke it ("CO / 2 / investiert?")."""
    low, high = place
    while low == blocks[at].body and not text[low].isupper() and at and blocks[at].kind == "text":
        before = blocks[at - 1]
        stops = [m.end() for m in STOP.finditer(text, before.body, before.end)]
        if text[before.end - 1] in ".?!:;" or high - before.body > 600 or before.kind == "heading":
            break
        at, low = at - 1, stops[-1] if stops else before.body
    return low, high


def _nominal(speech: Speech) -> Iterator[Fact]:
    """Positions told by a noun: "die Kritik des Integrationsrats", "die Forderung nach einem Sitz"."""
    a = speech.analysis
    for sentence in a.sentences:
        if sentence.block.section == "proposal" or len(sentence.text) > 1500 or sentence.block.kind == "heading":
            continue
        if speech.words and speech.in_own_words(sentence.start):
            continue
        for match in _NOUN.finditer(sentence.text):
            by = _BY.match(sentence.text, match.end())
            wants = guarded(
                r" (?:nach|auf|zu[rm]?) [^,;.()]{4,80}?(?= (?:erhoben|vorgebracht|geäußert|ab)|[,;.(]|"
                r"$)"
            ).match(sentence.text, match.end())
            if not by and not (wants and match.lastgroup == "demand" and match.group().endswith("orderung")):
                continue
            end = by.end() if by else wants.end() if wants else match.end()
            value = {
                "actor": by["actor"] if by else None,
                "stance": match.lastgroup,
                "topic": sentence.text.strip(" ."),
            }
            yield a.fact("position", value, sentence.start + match.start(), sentence.start + end)
