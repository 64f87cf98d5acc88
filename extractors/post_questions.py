"""Posts in questions: "bittet um Mitteilung, ob alle sieben Stellen besetzt sind" asserts no state; an answer may."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import guarded
from extractors import post_state_words as states
from extractors.analysis import Analysis, Sentence
from extractors.elsewhere import told_of
from extractors.post_numbers import Post
from extractors.syntax import sentence_parts

_TOLD = (
    r"(?:Mitteilung|Auskunft|Erläuterung|Information|Darstellung|Klärung|Beantwortung|Antwort|Angabe|Aufklärung|"
    r"Aufschluss)\w{0,3}"
)
ASKING = guarded(
    r"(?i)\b(?:fragt\w{0,2}|fragen|gefragt|nachgefragt|erkundig\w{1,3}|[a-zäöü]{0,8}fragen?|"
    r"(?:möcht|woll)\w{1,3}\s(?:[\w.-]+\s){0,5}wissen|will\s(?:[\w.-]+\s){0,5}wissen|interessier\w{1,3}|"
    rf"bitt?e[nt]?\w?\s(?:[\w.-]+\s){{0,5}}(?:um|darum)\s(?:[a-zäöüß]+\s){{0,2}}{_TOLD}|"
    rf"um\s(?:[a-zäöüß]+\s){{0,2}}{_TOLD}\s(?:ge|er)?(?:beten|bitten|sucht)|"
    rf"(?:begehr|ersuch|erbitte?|verlang|wünsch)\w{{1,3}}\s(?:[\w.-]+\s){{0,4}}{_TOLD}|hak(?:t|te|en)\snach|gern\w?\s(?:gewusst|erfahren|wissen)|(?:wissen|hören|erfahren)\s(?:wollte|mochte))\b"
)
"""Words that ask; a request to decide or to approve is none."""
_IF = guarded(r"(?:^|[\s(])(?<!als )(?<!als, )ob\s")
_WHICH = guarded(
    r"^\s*(?:(?:und|sowie|oder|danach,?)\s)?(?:(?:auf|in|mit|an|bei|aus|von|zu|bis|seit)\s)?"
    r"(?:wie(?:\s?viele?[nr]?)?|wann|wer|wo|was|warum|wieso|weshalb|welche\w?|inwie\w{3,6}|wofür|wozu|womit)\s"
)
_ABOUT = guarded(r"\b(?:nach|zu|zum|zur|über|hinsichtlich|bezüglich)\s(?:de[rnm]|diese[rnm])?\b")
_TAKEN_FOR_GRANTED = guarded(r"(?:\b[a-zäöüß]{4,30}(?:en|e|er)\s){1,2}\Z")
_RELATIVE = guarded(r"[^,;?.\n]{0,80},\s(?:die|der|das|welche)\s[^,;?]{5,160}")
_ALL = guarded(
    r"\b(?:[Aa]ller?|[Ss]ämtlicher?)\s(?:[a-zäöüß]+\s){0,2}(?:\w*-)?\w*[Ss]tellen\b|\A(?:Alle|Sämtliche)\s|\b[Aa]lles\b"
)
_BOTH = guarded(r"\b[Bb]eider?\s(?:[a-zäöüß]+\s){0,2}(?:\w*-)?\w*[Ss]tellen\b|\ABeide\s")
_YES = guarded(
    r"\A(?:Antwort:?\s)?(?:Ja|Jawohl)\b|\bbejah(?:t|te|en)\b|\b(?:dies|das)\s(?:sei|ist)\s(?:der Fall|"
    r"so|richtig|zutreffend)|\btr[aä]fe?\szu\b|\b(?:dies|das)\strifft\szu\b|\bbestätigt(?:e)?\s(?:dies|das)\b"
)
_NO = guarded(r"\b(?:nicht|nein|Nein|kein\w?|verneint\w?)\b")
_EXCEPT = re.compile(r",\s(?:ausgenommen|bis auf|mit Ausnahme|außer|abgesehen|wobei|lediglich|nur)\b")
_REACH = 900
"""Characters from a question to its answer, so that both can be cited together."""


def is_asked(post: Post) -> bool:
    """Whether the number stands in a question, direct or reported."""
    text = post.sentence.text
    if text.rstrip(' "“”»«').endswith("?"):
        return True
    low = next(a for a, b, _ in sentence_parts(text) if a <= post.start < b or b == len(text))
    part = text[low : post.start]
    if _IF.search(part):
        return True
    asking = list(ASKING.finditer(text, 0, post.start))
    if not asking:
        return False
    if asking[-1].start() >= low:
        return bool(_ABOUT.search(text, asking[-1].end(), post.start))
    return bool(_WHICH.search(part))


_DENIED = guarded(
    r"\bverneint\w{0,2}\b|\A\W{0,3}(?:Antwort(?: der Verwaltung)?:?\s)?Nein\b|"
    r"\b(?:[Dd]ies|[Dd]as)\s(?:ist|sei|wird|werde)\s"
    r"(?:[a-zäöü]{3,12}\s){0,2}nicht\s(?:der Fall|geplant|vorgesehen|beabsichtigt)\b|\btr(?:ifft|effe|äfe)\snicht\szu\b"
)
_GIVEN = guarded(r"\b(?:die|den|der|diese[nr]?|alle[nr]?|beide[nr]?|sämtliche[nr]?)\s(?:[a-zäöüß]{3,20}\s){0,2}\Z")


def is_denied(analysis: Analysis, post: Post) -> bool:
    """Whether the next sentence denies what is asked, and the question did not take the posts for granted."""
    text = post.sentence.text
    if not is_asked(post) or _GIVEN.search(text[: post.start]):
        return False
    if not (_IF.search(text[: post.start]) or text.rstrip().endswith("?")):
        return False
    behind = analysis.sentence_at(min(len(analysis.text) - 1, post.sentence.end + 1))
    return behind is not None and behind.start >= post.sentence.end and bool(_DENIED.search(behind.text))


def asked_state(post: Post, told: str | None) -> str | None:
    """What a question takes for granted: a state told beside the number or in a relative clause, or that it is planned.

    `told` is the state that the same words would tell as a statement. "Wann werden sie besetzt" takes a plan for
    granted, "ob sie besetzt werden" does not.
    """
    text = post.sentence.text
    beside = _TAKEN_FOR_GRANTED.search(text, max(0, post.start - 60), post.start)
    status = states.state_in(beside.group()) if beside else None
    behind = _RELATIVE.match(text, post.end)
    status = status or (states.state_in(behind.group()) if behind else None)
    if status is None and told == "planned" and not _IF.search(text[: post.start]) and "?" not in text:
        return told
    return None if status in states.UNTOLD else status


def answered(analysis: Analysis, post: Post, following: Sequence[Sentence]) -> Post:
    """The state that an answer gives for these posts without repeating their number, with the answer's passage."""
    for sentence in following:
        if sentence.end - post.sentence.start > _REACH:
            break
        if ASKING.search(sentence.text) or sentence.text.rstrip().endswith("?"):
            continue
        if told_of(analysis, sentence, len(sentence.text) - 1):
            continue  # what another municipality has answers nothing of the own one's
        status = _state_told(analysis, post, sentence.text)
        if status in ("filled", "advertised"):
            return replace(post, status=status, more=((sentence.start, sentence.end),))
    return post


def _state_told(analysis: Analysis, post: Post, answer: str) -> str | None:
    """State of these posts in an answer: of all posts, of those of their module, or that it is as was asked."""
    if _YES.search(answer) and not _NO.search(answer):
        return states.state_in(post.sentence.text[post.start :])
    answer = _EXCEPT.split(answer, maxsplit=1)[0]
    words = next((m.words for m in analysis.topic.modules if m.number == post.module), None)
    if words:
        return states.state_in(_indicative(answer)) if words.search(answer) else None
    every = _ALL.search(answer) or (_BOTH.search(answer) if post.number.value == 2 else None)
    if every is None:
        return None
    # "die Ausschreibung sämtlicher Stellen" tells the state before the words for all
    low = 0 if every.group().split()[0].endswith("r") else every.start()
    told = answer[low:].partition(";")[0]
    return states.state_in(_indicative(told))


def _indicative(answer: str) -> str:
    """Reported speech as what it reports: "würden ausgeschrieben" is "werden ausgeschrieben"."""
    return answer.replace("würden", "werden").replace("würde", "wird")
