"""Questions of a debate: who asked what, and whether the text says that it was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.clauses import Speech
from extractors.predicates import Predicate
from extractors.question_parts import ASKS, split
from extractors.speakers import Speaker

_RAISED = guarded(
    r"^(?:Weiter |Ferner |Außerdem )?(?:Angesprochen|Thematisiert|Nachgefragt|Gefragt|Erörtert|"
    r"Aufgeworfen) w[eu]rden (?:(?:unter anderem|u\. ?a\.|insbesondere|dabei|auch|hierbei) )*"
)
_RAISED_LATE = guarded(
    r"\bFragen? (?:zu[rm]?|nach)\b(?P<list>.{3,600}?) (?:gestellt|aufgeworfen|erörtert|thematisiert|beantwortet)\b",
    re.S,
)
_SOMEBODYS = guarded(
    r"\b(?:Nachf|F)ragen? (?:von |der |des |aus (?:de[mr] )?)(?P<who>[A-ZÄÖÜ][^.,;:()]{2,60}?)(?= (?:ein|"
    r"zu[rm]?|nach|wurden|werden|sowie|und)\b|[.,;:(]|$)"
)
_UPON = guarded(
    r"^(?:Auf|Zu) (?:die |eine |seine |ihre |entsprechende )?(?:(?:Nachf|Anf|Rückf|F)ragen?) (?:von |der |des )?"
)
_LAST_ONLY = guarded(
    r"\b(?:letzt\w*|abschließend\w*) (?:genannten )?(?:Frage|Aspekt|Punkt|Thema)|\bZum letztgenannten\b"
)
_FIRST_ONLY = guarded(r"\b(?:[Ee]rst(?:e|en|genannte[nrm]?)) (?:Frage|Aspekt|Punkt|Thema)")
_ADDENDUM = guarded(
    r"^(?:Nachtrag|Ergänzende\w* (?:Ausführung|Erläuterung|Anmerkung|Angabe)\w*|Anmerkung|Antwort|"
    r"Stellungnahme|Protokollnotiz)\b[^.\n]{0,40}\bVerwaltung\b"
)
_UNANSWERED = guarded(
    r"\b(?:liegt|liegen|lag|lägen?)\b[^.;]{0,60}\bnicht vor\b|\bkönne\b[^.;]{0,40}\bniemand\b|\bkeine "
    r"Antwort\b|\bnicht beantwort"
)
_NOUN = guarded(
    r"\b(?P<what>(?:Nachf|Rückf|Zusatzf|F)rage)(?: (?:von (?:de[rmn] )?|de[rs] |aus de[mr] |(?=(?:Frau|Herrn?|RM|KA|"
    r"KTM|SB|SE|Rats\w+) ))(?P<who>(?:Herrn |Frau "
    r")?[A-ZÄÖÜ]"
    r"[^,;]{1,50}?))?(?:,? (?:ob|wer|wie|wann|was|warum|weshalb|welche\w*|in\w*wie\w*)\b|"
    r" (?:nach|zu[rm]?)\b(?![.,;]| [a-zäöü]{2,20}en\b))|"
    r"\b(?:wird|wurde|werden|wurden) (?:\w+ ){0,4}?(?:nach)?gefragt\b|^(?:Nachg|G)efragt (?:wird|wurde)\b"
)
_MARKET = guarded(
    r"\bNachfrage nach\b[^.;]{0,200}\b(?:steig|stieg|sink|sank|übersteig|wächst|wuchs|hoch|hohe|groß|Angebot|Markt|"
    r"gedeckt|nimmt|bedien)|\b(?:steigende|hohe|große|wachsende|geringe|konstante|anhaltende|starke|"
    r"ungebrochene|zunehmende|rege|sinkende)[nr]? Nachfrage nach\b|"
    r"\bübersteigt\b[^.;]{0,40}\bNachfrage\b"
)
"""What people want to buy or use, which nobody asks."""
_NO_NOUN = guarded(
    r"\bwirft\b[^.;]{0,40}\b[Ff]ragen? auf\b|\bstellt sich\b[^.;]{0,30}\bFrage\b|\bmit der Frage de[rs]\b|"
    r"\bg(?:eht|ehen|ing|ingen|eh\w*)\b[^.;]{0,60}\b[Ff]rage nach\b|\bgeht es um\b|"
    r"\b(?:ist|war|sei|rückt|bleibt|sondern)\b[^.;]{0,120}\bdie Frage, (?!.{0,80}\boffen)|"
    r"\b(?:keine|ohne|in|außer|eine) Fragen?\b|\bFragestellung|^(?:Zur|Zu) "
)
_IMPERSONAL = guarded(
    r"(?:frag|gefrag|nachfrag|nachgefrag|angefrag|erkundig|interessiert\b|wissen|möcht|woll|bitte|"
    r"Gefragt)"
)
"""Verbs that ask even where nobody is named: "man fragt", "es wird gefragt"."""
_WRITTEN = guarded(
    r"\bAnfrage\b[^.;]{0,120}\b(?:gestellt|eingereicht|vorgelegt|gerichtet|übersandt)\.?$|"
    r"\b(?:stellt|richtet|reicht)\w* [^.;,]{0,80}\b(?:Anfrage|Anfragen)\b[^.;,]{0,60}\.?$"
)
"""That a request in writing was made; what it asks stands elsewhere."""
_MOTION = guarded(r"\b(?:in|mit|durch|per) (?:ihrem|seinem|einem|dem) (?:\w+ )?(?:An|Prüf|Ergänzungs)trag\b|\bbeantrag")
_CALLS = guarded(
    r"\b(?:können?|kann)\b[^.;]{0,160}\b(?:er|ab|nach|an)fragt werden\b|\bAufklärung (?:\w+ )?(?:ge)?forder|"
    r"\bDer Vorsitzende: |\b[Ff]ragen zu (?:stellen|beantworten|klären)\b"
)
"""Where one may ask, what a group calls for, and what a chair says in between."""
_LEADING = guarded(
    r"\b(?:[Mm]ehr|[Ww]eiteres) \w+ niemand\b|\bniemand (?:mehr )?(?:etwas )?(?:fragen|wissen)\b|\bLeitfragen?\b|"
    r"\b(?:Überblick|Einführung|Einstieg): "
)
_OPEN = guarded(r"\b(?:offen|unbeantwortet|nicht beantwort\w+|nicht geklärt)\b")
_NOBODY = Speaker(name="", named=False, start=0, end=0)


def questions(speech: Speech) -> Iterator[Fact]:
    """The questions of a document in text order, each of a list with its own passage."""
    for predicate in speech.predicates:
        if predicate.kind == "question" and _is_asked(predicate):
            yield from _asked(speech, predicate)
    for index, sentence in enumerate(speech.sentences):
        if speech.words and speech.in_own_words(sentence.start):
            continue
        if place := _raised(speech, index):
            yield from _debated(speech, index, place)
        elif upon := _UPON.match(sentence.text):
            yield from _upon(speech, index, upon.end())
        elif fact := _by_noun(speech, index):
            yield fact


def _raised(speech: Speech, index: int) -> Span | None:
    """Where in a sentence stands a list of questions that hangs on no person ("Angesprochen werden ...")."""
    text = speech.sentences[index].text
    before = speech.sentences[index - 1].text if index else ""
    raised = _RAISED.match(text)
    if raised and ("Fragen" in text + before or "gefragt" in text.casefold()):
        return raised.end(), len(text.rstrip(". "))
    late = _RAISED_LATE.search(text)
    asked = any(p.kind == "question" for p in speech.at[index])
    return (late.start(), late.end("list")) if late and not asked else None


def _by_noun(speech: Speech, index: int) -> Fact | None:
    """A question told by its noun: "Die Frage von Frau X nach den Kosten bleibt offen"."""
    sentence = speech.sentences[index]
    noun = _NOUN.search(sentence.text)
    asked = any(p.kind == "question" for p in speech.at[index])
    if (
        noun is None
        or asked
        or sentence.block.kind == "heading"
        or _NO_NOUN.search(sentence.text)
        or _MARKET.search(sentence.text)
    ):
        return None
    asker = Speaker(name=noun["who"], named=False, start=0, end=0) if noun["who"] else _NOBODY
    answered = False if _OPEN.search(sentence.text) else None
    return _fact(speech, (sentence.start + noun.start(), sentence.end), asker, None, answered)


def _debated(speech: Speech, index: int, place: Span) -> Iterator[Fact]:
    sentence = speech.sentences[index]
    before = speech.sentences[index - 1].text if index else ""
    who = _SOMEBODYS.search(sentence.text) or _SOMEBODYS.search(before)
    asker = Speaker(name=who["who"], named=False, start=0, end=0) if who else _NOBODY
    nearby = [p for i in range(index - 1, index + 2) for p in speech.at.get(i, [])]
    answerer = next((p.speaker for p in nearby if p.act == "answers"), None)
    low, high = place
    for start, end in split(sentence.text[low:high]) or [(0, high - low)]:
        item = (sentence.start + low + start, sentence.start + low + end)
        yield _fact(speech, item, asker, answerer, answerer is not None or None)


def _is_asked(p: Predicate) -> bool:
    """Not "fragt ... ab" of an office that collects dates."""
    rest = p.sentence.text[p.end - p.sentence.start :]
    announced = re.search(r"\b(?:nachstehende|folgende|nachfolgende)[rn]? Fragen?\s*:?$", rest.rstrip())
    verb = p.sentence.text[p.start - p.sentence.start : p.end - p.sentence.start]
    asked_as = p.sentence.text[: p.start - p.sentence.start] if verb == "gefragt" else ""
    bare = rest.rstrip().endswith(":") and not re.search(rf"\b(?:{ASKS}|nach \w|zu[rm]?)\b", rest)
    return (
        not announced
        and not moves(p)
        and not _WRITTEN.search(p.sentence.text)
        and not _CALLS.search(p.sentence.text)
        and not _LEADING.search(p.sentence.text)
        and not (bare and p.sentence.block.kind != "item")
        and not re.match(r"fragt? sich\b", p.sentence.text[p.start - p.sentence.start :])
        and not re.match(r"(?:Es|Das|Dies) wirft\b", p.sentence.text)
        and not re.search(r"^[^,;]* ab(?=\s*[.,;]|$)", rest)
        and (p.speaker is not None or bool(_IMPERSONAL.match(p.sentence.text, p.start - p.sentence.start)))
        and not re.search(r"\b(?:ist|sind|war|waren|sei|seien) (?:[\w.-]+ ){0,8}$", asked_as)
        and (p.speaker is None or p.speaker.named or not re.search(r"zentrum|amt$|Land$", p.speaker.name))
    )


def moves(p: Predicate) -> bool:
    """Whether a group asks for a report by a motion, which is a demand and no question."""
    return (
        p.kind == "question"
        and p.speaker is not None
        and "raktion" in p.speaker.name
        and bool(_MOTION.search(p.sentence.text))
    )


def _asked(speech: Speech, p: Predicate) -> Iterator[Fact]:
    text = p.sentence.text
    after = p.end - p.sentence.start
    stop = _stop(speech, p)
    places = [
        (p.sentence.start + after + a, p.sentence.start + after + b) for a, b in split(text[after:stop].rstrip(".? "))
    ]
    whole = (p.clause if p.passive else span_of(speech, p)[0], p.sentence.start + stop)
    places = places or [whole]
    answerer, answered, passage = _answer(speech, p)
    for number, place in enumerate(places):
        reply = passage.sentence.text if passage else ""
        meant = not (_LAST_ONLY.search(reply) and number < len(places) - 1) and not (
            _FIRST_ONLY.search(reply) and number
        )
        more = [(passage.sentence.start, passage.sentence.end)] if passage and meant and answered else []
        yield _fact(speech, place, p.speaker or _NOBODY, answerer if meant else None, answered if meant else None, more)


def _stop(speech: Speech, p: Predicate) -> int:
    """Where in its sentence a question ends: at a semicolon, or where the next one's clause begins."""
    text, base = p.sentence.text, p.sentence.start
    semicolon = text.find(";", p.end - base)
    end = semicolon if semicolon >= 0 else len(text)
    following = [o for o in speech.at[p.index] if o.start > p.start and o.kind == "question"]
    if following and following[0].clause >= p.end:
        end = min(end, following[0].clause - base)
    elif following:
        comma = text.rfind(",", p.end - base, following[0].start - base)
        joined = re.search(
            r"(?:, )?(?:und|sowie|während|wohingegen) [^,;]*$", text[p.end - base : following[0].start - base]
        )
        end = min(end, p.end - base + joined.start() if joined else comma if comma >= 0 else end)
    return end


def _answer(speech: Speech, p: Predicate) -> tuple[Speaker | None, bool | None, Predicate | None]:
    """Who answered, whether it was an answer, and where; nothing where the text does not say."""
    for other in [o for index in range(p.index + 1, p.index + 5) for o in speech.at.get(index, [])]:
        if _next_item(p, other) and other.act != "answers":
            break
        if other.kind == "question" and (
            other.speaker is None or p.speaker is None or other.speaker.name != p.speaker.name
        ):
            break
        if other.kind == "statement" and other.speaker and (p.speaker is None or other.speaker.name != p.speaker.name):
            if other.act in ("thanks", "refers", "previews"):
                break
            return other.speaker, not _UNANSWERED.search(other.sentence.text), other
    following = speech.sentences[p.index + 1 : p.index + 4]
    if any(_ADDENDUM.match(s.text) for s in following):
        return Speaker(name="Verwaltung", named=False, start=0, end=0), True, None
    if following and _UNANSWERED.search(following[0].text):
        return None, False, None
    before = [o for o in speech.at.get(p.index - 1, []) if o.act == "answers" and "ragen" in o.sentence.text]
    return (before[0].speaker, True, None) if before else (None, None, None)


def _next_item(p: Predicate, other: Predicate) -> bool:
    """Whether both stand in items of one list: each is a matter of its own, and the next answers none before it."""
    asked, said = p.sentence.block, other.sentence.block
    return asked.kind == said.kind == "item" and asked.start != said.start and said.depth <= asked.depth


def _upon(speech: Speech, index: int, low: int) -> Iterator[Fact]:
    """Question and answer in one sentence: "Auf die Frage von X nach Y erläutert Z"."""
    sentence = speech.sentences[index]
    verb = next((p for p in speech.at[index] if p.kind == "statement"), None)
    asker = next((m for m in speech.near(sentence.end) if 0 <= m.start - sentence.start - low + 1 <= 21), None)
    if verb and asker and asker.end < verb.start:
        speaker = Speaker(name=asker.surname, named=True, start=asker.start, end=asker.end)
        yield _fact(speech, (sentence.start, verb.start), speaker, verb.speaker, True, [(verb.start, sentence.end)])


def span_of(speech: Speech, p: Predicate) -> Span:
    """The part of the sentence that belongs to one speech verb: from the verb before it to the verb behind it."""
    same = speech.at[p.index]
    place = same.index(p)
    text, base = p.sentence.text, p.sentence.start
    start = p.clause if place == 0 or same[place - 1].end <= p.clause else p.start
    end = p.sentence.end
    if place + 1 < len(same):
        follows = same[place + 1]
        end = follows.clause if follows.clause > p.end else follows.start
        end -= len(re.search(r"(?:,? (?:und|sowie|aber))?\s*$", text[: end - base])[0])  # type: ignore[index]
    semicolon = text.find(";", p.end - base, end - base)
    return start, base + semicolon if semicolon >= 0 else end


def _fact(
    speech: Speech,
    place: Span,
    asker: Speaker,
    answerer: Speaker | None,
    answered: bool | None,
    more: list[Span] | None = None,
) -> Fact:
    a = speech.analysis
    topic = re.sub(
        r"^(?:danach,? |nach |zu[rm]? |Fragen? (?:nach |zu[rm]? ))", "", a.text[place[0] : place[1]].strip(" .?")
    )
    value = {
        "asked_by": asker.name or None,
        "named": asker.named,
        "topic": topic,
        "answered": answered,
        "answered_by": answerer.name if answerer else None,
        "answer": a.text[more[0][0] : more[0][1]] if more else None,
    }
    return a.fact("question", value, *place, more=more or [])
