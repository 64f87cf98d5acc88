"""Several questions told by one noun: "Die Nachfragen betreffen A, B und C", or a list that stands below such words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.clauses import Speech
from extractors.speakers import Speaker

_QUESTIONS = (
    r"(?:\w*[Ff]ragen|\w*[Nn]achfragen|Rückfragen|Erkundigungen|Wortmeldungen|Fragestellungen|Wortbeiträge|"
    r"Redebeiträge)"
)
_ABOUT = (
    r"(?:betreffen|betrafen|betreffend|gelten|galten|berühren|berührten|umfassen|umfassten|"
    r"(?:beziehen|bezogen|richten|richteten|erstrecken|erstreckten) sich (?:\w+ ){0,2}?auf|zielen (?:\w+ )?auf|"
    r"zielten (?:\w+ )?auf|(?:drehen|drehten) sich (?:\w+ )?um|kreis(?:t)?en um|lauten|lauteten|"
    r"(?:sich )?(?:beziehen|bezogen|richten|richteten)\b(?= auf)|(?:befassen|befassten|beschäftigen|"
    r"beschäftigten) sich mit|"
    r"(?:gibt|gab) es (?:\w+ )?(?:zu[rm]?|nach)|(?:haben|hatten)\b(?=[^.;]{5,400} zum (?:Gegenstand|Inhalt|Thema)))"
)
_NAMED = guarded(
    rf"\b{_QUESTIONS}\b(?P<who>[^;:.]{{0,200}}?) (?:vor allem |insbesondere |"
    rf"u\. ?a\. )?{_ABOUT}\b:? (?P<list>[^;]{{8,900}})"
)
_OBJECT = guarded(
    rf"^(?:Gegenstand|Inhalt|Thema|Themen|Gegenstände) (?:der|dieser|ihrer|einzelner|"
    rf"von) (?:\w+ ){{0,2}}{_QUESTIONS}\b(?P<who>[^;:.]{{0,80}}?) "
    r"(?:sind|waren|ist|war|bilden|bildeten):? (?P<list>[^;]{8,900})"
)
_COLON = guarded(rf"^(?:Weitere |Die )?{_QUESTIONS}\b(?P<who>[^;:.?]{{0,60}}): (?P<list>[^;?]{{8,600}})$")
_UNCLEAR = guarded(
    r"\b(?:unklar|nicht klar|noch offen|[Oo]ffen|von Interesse|[Vv]on Interesse|nicht ersichtlich|"
    r"unverständlich)\b[^.;,]{0,60}, "
    r"(?:ob|wer|wie|wann|was|warum|welche\w*|inwie\w+|bis wann|wo)\b"
)
_ASKER = guarded(
    r"\b(?:aus (?:de[rmn] |dem )?(?:Mitte des |Reihen (?:der|des) )?|von |der |des |seitens (?:der |des )?)"
    r"(?P<who>(?:(?:Herrn|Frau) )?[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)"
)
_LEAD = guarded(
    r"\b(?!\w*[Uu]mfrage)(?:\w*[Ff]ragen?|[Bb]efragen|gefragt|fragt|fragen|erkundig\w+|\w*[Ff]ragestellungen|wissen|Auskunft|"
    r"Auskünfte)\b"
)
_OPEN_END = guarded(r"(?:\b(?:zu[rm]?|über|nach|auf|hinsichtlich|bezüglich|betreffend|um)|:)$")
_REPLY = guarded(r"\b(?:\w*antwort\w*|erwider\w+|entgegn\w+|teilt|führt|erklärt|erläutert|Stellung)\b")
_NO = guarded(r"\b(?:keine|ohne|außer|in) (?:weiteren )?(?:Fragen?|Wortmeldungen)\b|\b[Ll]eitfragen?\b|\bhäufig\w* ")
_ARTICLE = r"(?:die|der|das|dem|den|des|ein|eine|einer|einem|einen|ihre\w*|seine\w*|etwaige\w*|mögliche\w*)"
_QUESTION_WORD = (
    r"(?:ob|wie|wann|wer|wo|warum|weshalb|inwie\w+|welche\w*|(?:nach|zu[rm]?|über|auf|um) (?:de[rmn]|die|das|"
    r"eine[rmn]?)|"
    r"zu[rm]|nach|zu)"
)
_EDGE = guarded(
    rf"(?:, (?:und |sowie |ferner |schließlich )?|,? (?:und|sowie|ferner|bzw\.) )(?={_ARTICLE} |{_QUESTION_WORD} |"
    rf"[A-ZÄÖÜ])"
)
_LETTER = guarded(r"[a-z]\) ")
_CLAUSE = guarded(
    r"\b(?:ist|sind|sei|seien|hat|haben|habe|wird|werden|werde|würden?|könne?n?|solle?n?|müsse?n?|war|waren|hätten?|"
    r"wäre?n?|[a-zäöü]+ten)$"
)


_CELL = guarded(r"(?:^|\| ?)(?P<asked>[A-ZÄÖÜ][^|\n?]{9,300}\?)(?= *(?:\||$))(?: *\| *(?P<reply>[^|\n]{1,600}))?")
_NOT_YET = guarded(r"\b(?:nicht vor|offen|nachgereicht|folgt|ausstehend|nicht beantwortet)\b|^[-–—]+$")


def question_lists(speech: Speech) -> Iterator[Fact]:
    """The questions that one noun announces, each with its own passage."""
    for index, sentence in enumerate(speech.sentences):
        if sentence.block.kind == "heading" or sentence.block.section == "proposal" or _NO.search(sentence.text):
            continue
        if speech.words and speech.in_own_words(sentence.start):
            continue
        named = _NAMED.search(sentence.text) or _OBJECT.search(sentence.text)
        if listed := _COLON.match(sentence.text):
            yield from _in_sentence(speech, index, listed)
            continue
        asker = _UNCLEAR.search(sentence.text) and next(
            (m for m in speech.near(sentence.end) if m.start >= sentence.start), None
        )
        if asker and not any(p.kind != "statement" for p in speech.at[index]):
            yield _fact(speech, (sentence.start, sentence.end), asker.surname, None)
        elif named and ", die " not in named["who"] and sentence.text.rstrip().endswith((".", "!")):
            yield from _in_sentence(speech, index, named)
        elif _OPEN_END.search(sentence.text) and _LEAD.search(sentence.text):
            yield from _below(speech, index)


def question_rows(speech: Speech) -> Iterator[Fact]:
    """The questions that stand in cells of a table; a cell behind one is its answer."""
    a = speech.analysis
    for block in a.blocks:
        row = a.text[block.start : block.end]
        found = _CELL.search(row) if block.kind == "row" else None
        if found:
            low, high = block.start + found.start("asked"), block.start + found.end("asked")
            answer = (found["reply"] or "").strip()
            answered = not _NOT_YET.search(answer) if answer else None
            value = {
                "asked_by": None,
                "named": False,
                "topic": found["asked"].strip(" ?"),
                "answered": answered,
                "answered_by": None,
                "answer": answer if answered else None,
            }
            yield a.fact("question", value, low, high)


def _in_sentence(speech: Speech, index: int, named: re.Match[str]) -> Iterator[Fact]:
    sentence = speech.sentences[index]
    who = _ASKER.search(named["who"])
    listed = re.sub(r" zum (?:Gegenstand|Inhalt|Thema)\.?$", "", named["list"]).rstrip(". ")
    base = sentence.start + named.start("list")
    for low, high in nouns(listed):
        yield _fact(speech, (base + low, base + high), who["who"] if who else None, _answerer(speech, index))


def _below(speech: Speech, index: int) -> Iterator[Fact]:
    """The items of the list below a sentence that is left open; what ends in a question mark is found elsewhere."""
    sentence = speech.sentences[index]
    text = sentence.text
    if text.endswith(":") and _REPLY.search(text):
        return
    blocks = speech.analysis.blocks
    following = blocks[blocks.index(sentence.block) + 1 :]
    asked = next((p for p in speech.at[index] if p.kind == "question"), None)
    asker = asked.speaker.name if asked and asked.speaker else None
    who = _ASKER.search(text) if asker is None else None
    for block in following:
        item = speech.analysis.text[block.body : block.end]
        if not (block.kind == "item" or _LETTER.match(item)) or len(item) > 400:
            break
        if "?" not in item and len(re.findall(r"[^\W\d_]", item)) > 5 and not re.match(r"[^:]{2,40}: ", item):
            letter = _LETTER.match(item)
            low, end = block.body + (letter.end() if letter else 0), block.body + len(item.rstrip(" .,;"))
            yield _fact(speech, (low, end), asker or (who["who"] if who else None), _answerer(speech, index))


def _answerer(speech: Speech, index: int) -> Speaker | None:
    """Who answered, where the sentence itself or the one beside it says so."""
    here = [p for p in speech.at.get(index, []) if p.kind == "statement"]
    near = [p for i in (index - 1, index + 1) for p in speech.at.get(i, []) if p.act == "answers"]
    return next((p.speaker for p in [*here, *near] if p.speaker), None)


def nouns(text: str) -> list[Span]:
    """The items of an enumeration of nouns; a relative clause stays with its noun. One item where there is no list."""
    edges = [m for m in _EDGE.finditer(text) if _begins(text[m.end() :])]
    if not edges:
        return [(0, len(text))]
    lows, highs = [0, *(m.end() for m in edges)], [*(m.start() for m in edges), len(text)]
    first = re.match(r"\w+", text)
    items: list[Span] = []
    for low, high in zip(lows, highs, strict=True):
        joined = items and text[items[-1][1] : low].strip() in ("und", "bzw.")
        if joined and not _same_case(first.group() if first else "", text[low:]):
            items[-1] = (items[-1][0], high)
        else:
            items.append((low, high))
    return items


def _begins(rest: str) -> bool:
    """Whether an item begins here: a noun with its article, or a question; no relative clause."""
    if re.match(rf"{_QUESTION_WORD} ", rest):
        return not re.match(r"welche\w* (?:de[rmn]|die|das|sich|in|im|zu|vo[nm]|auf|[a-zäöü]+t)\b", rest)
    noun = re.match(rf"(?:{_ARTICLE} )?(?:[a-zäöüß-]+e[nrms]? ){{0,3}}[A-ZÄÖÜ]", rest)
    part = re.split(r"[,;]| (?:und|sowie) ", rest)[0]
    return bool(noun) and not _CLAUSE.search(part.rstrip(" ."))


def _same_case(first: str, rest: str) -> bool:
    """Whether an item after "und" goes on as the first one began; "die Zahl der Fälle und Gruppen" is one item."""
    word = re.match(r"\w+", rest)
    articles = re.compile(_ARTICLE)
    return bool(word) and bool(articles.fullmatch(first)) == bool(articles.fullmatch(word.group() if word else ""))


def _fact(speech: Speech, place: Span, asker: str | None, answerer: Speaker | None) -> Fact:
    a = speech.analysis
    value = {
        "asked_by": asker,
        "named": False,
        "topic": re.sub(r"\s+", " ", a.text[slice(*place)]).strip(" .,"),
        "answered": True if answerer else None,
        "answered_by": answerer.name if answerer else None,
        "answer": None,
    }
    return a.fact("question", value, *place)
