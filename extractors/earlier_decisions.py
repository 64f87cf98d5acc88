"""Decisions of other meetings in the wordings beside the plain "der Rat hat am ... beschlossen".

A sentence may name the meeting between body and verb ("hat zuletzt in seiner Sitzung am ... verlängert"), tell the
deed by another verb than "beschließen", or leave the body to the document ("in unserer Sitzung am ... beschlossen").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import guarded, holds_any
from extractors.analysis import Analysis, Sentence
from extractors.committees import NAME, NAME_GENITIVE, is_generic, nominative
from extractors.dates import dates
from extractors.decision_deeds import DEED, NO_DECISION, deeds
from extractors.sittings import SHORT_BODY
from extractors.told_decisions import Told, told_decisions

_DAY = r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4}"
_WHAT = r"(?:[^.;\n]|(?<=\d)\.|(?<=\bAbs)\.|(?<=\bNr)\.|(?<=\bbzw)\.)"
_BODY = rf"(?P<body>{NAME}|{SHORT_BODY})"
_DONE = (
    r"(?:beschlossen|entschieden|zugestimmt|empfohlen|beauftragt|verabschiedet|abgelehnt|genehmigt|gefasst|"
    r"angenommen|"
    r"verwiesen|verlängert|aufgehoben|gewählt|bestellt|berufen|festgelegt|festgesetzt|bewilligt|freigegeben|"
    r"geändert|"
    r"bestätigt|erlassen|vorgeschlagen|benannt|entsandt|zurückgestellt|vertagt|gebilligt|befürwortet|votiert|"
    r"ausgesprochen|erteilt|ermächtigt|bekräftigt|verpflichtet|nominiert|abgesetzt|zurückgewiesen|eingesetzt|"
    r"verständigt|zur Kenntnis genommen)"
)
_SITTING = (
    r"(?:[Ii]n|[Bb]ei|[Ww]ährend) (?:seiner|ihrer|der|unserer|einer) "
    r"(?:\(?[a-zäöü.-]{3,20}\)? |\d{1,3}\. ){0,3}\w{0,20}-?[Ss]itzung"
)
_WHEN = rf"(?:(?:{_SITTING} )?(?:am|vom) (?P<date>{_DAY}))"
_HAS = r"(?:hat|hatte|haben|hatten|habe)"
_BY_DECISION = (
    rf"(?:mit|durch|per|in|laut) (?:[a-zäöü]{{3,14}} )?\w{{0,20}}[Bb]eschluss(?:fassung)? vom (?P<date>{_DAY})"
)
_PATTERNS = (
    guarded(
        rf"\b(?:[Dd]er|[Dd]ie|"
        rf"[Dd]as) {_BODY},? {_HAS}(?: [a-zäöü]{{3,14}}){{0,3}} {_BY_DECISION}\b(?P<what>{_WHAT}{{0,300}}?)"
        rf"{DEED}"
    ),
    guarded(
        rf"\b(?:vom|von der|durch den|"
        rf"durch die) {_BODY} (?:[a-zäöü]{{3,14}} )?{_BY_DECISION}\b(?P<what>{_WHAT}{{0,200}}?)"
        rf"{DEED}"
    ),
    guarded(
        rf"(?P<what>\b(?:Billigung|Zustimmung|Genehmigung|Freigabe|Verabschiedung|Beschlussfassung|Bewilligung|"
        rf"Annahme|"
        rf"Bestätigung|Entscheidung|Beschluss|Votum)\b[^.;,]{{0,100}}?) (?:durch den|durch die|im|in der|"
        rf"seitens des|"
        rf"seitens der) {_BODY}\b[^.;]{{0,60}}? (?:(?:am|vom) (?P<date>{_DAY}))?[^.;]{{0,100}}?\b(?:erfolgt|"
        rf"ergangen|"
        rf"erteilt|erfolgte|gefallen|gefasst worden)\b"
    ),
    guarded(
        rf"\b(?:[Dd]er|[Dd]ie|"
        rf"[Dd]as) {_BODY},? {_HAS}(?: [a-zäöü]{{3,14}}){{0,3}} {_WHEN}\b(?P<what>{_WHAT}{{0,600}}?)"
        rf"\b{_DONE}\b"
    ),
    guarded(
        rf"\b{_HAS} (?:[Dd]er|[Dd]ie|"
        rf"[Dd]as) {_BODY}(?: [a-zäöü]{{3,14}}){{0,3}} {_WHEN}\b(?P<what>{_WHAT}{{0,600}}?)"
        rf"\b{_DONE}\b"
    ),
    guarded(
        rf"\b(?:{_SITTING} (?:am|vom)|[Aa]m) (?P<date>{_DAY}),? {_HAS} (?:der|die|das) {_BODY}"
        rf"(?P<what>{_WHAT}{{0,600}}?)\b{_DONE}\b"
    ),
    guarded(
        rf"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en) {_BODY} (?:bereits |"
        rf"zuletzt )?{_WHEN}(?P<what>{_WHAT}{{0,300}}?) "
        rf"{_DONE} {_HAS}\b"
    ),
    guarded(
        rf"\b(?:vom|von der|durch den|durch die) {_BODY} {_WHEN}(?P<what>{_WHAT}{{0,160}}?)\b{_DONE}(?:e[nrsm]?)?\b"
    ),
    guarded(rf"(?P<what>)\b{_DONE}(?: wurden?)? (?:vom|von der|durch den|durch die|im|in der) {_BODY} {_WHEN}"),
    guarded(
        rf"\b(?:{_SITTING}|in der Sitzung) (?:des|der) (?P<genitive>{NAME_GENITIVE}|{SHORT_BODY}) (?:am|vom) "
        rf"(?P<date>{_DAY})(?P<what>{_WHAT}{{0,200}}?)\b{_DONE}(?:e[nrsm]?)?\b"
    ),
    guarded(
        rf"(?P<what>)\b{_DONE}(?: wurden?)? (?:{_SITTING}|in der Sitzung) (?:des|der) "
        rf"(?P<genitive>{NAME_GENITIVE}|{SHORT_BODY}) (?:am|vom) (?P<date>{_DAY})"
    ),
    guarded(
        rf"\b(?:[Zz]ustimmung|[Bb]illigung|[Ee]mpfehlung|[Aa]blehnung|[Gg]enehmigung|[Vv]otum|[Vv]otums|"
        rf"(?:[Pp]rüf|[Aa]rbeits)?[Aa]uftrags?|\w{{0,20}}[Bb]eschl(?:uss|usses|üsse|üssen|ussfassung|usslage)) "
        rf"(?:des|der|im|in der|vom|von der|durch den|durch die) (?P<genitive>{NAME_GENITIVE}|{NAME}|{SHORT_BODY})"
        rf"(?P<what> \([^()\n]{{1,40}}\)|) (?:vom|am) (?P<date>{_DAY})"
    ),
    guarded(
        rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) {_BODY} (?:fasste|wählte|bestellte|verlängerte|erteilte|verwies|billigte|"
        rf"beschloss|bestätigte|bewilligte|benannte|sprach sich|legte|nahm|hob|änderte|stimmte|lehnte) "
        rf"(?P<what>{_WHAT}{{0,80}}?)\b{_WHEN}"
    ),
)
_OWN = (
    guarded(rf"\b(?:{_SITTING} (?:am|vom) (?P<date>{_DAY}))(?P<what>{_WHAT}{{0,200}}?)\b{_DONE}(?:e[nrsm]?)?\b"),
    guarded(rf"(?P<what>)\b{_DONE} {_SITTING} (?:am|vom) (?P<date>{_DAY})"),
)
"""The body is another word of the sentence, or the one whose document it is."""
_HINTS = (
    *(
        "beschl Beschl zugestimmt empf Empf auftrag Auftrag abgelehnt ablehnung Ablehnung genehmig Genehmigung "
        "zustimmung Zustimmung verwies verläng aufgehoben gewählt wählte bestellt berufen festge legte bewillig "
        "freigegeben geändert bestätigt erlassen vorgeschlagen benannt entsandt zurückge vertagt billigt befürwortet "
        "vot Vot gesprochen erteilt ermächtigt bekräftigt verpflichtet nominiert abgesetzt eingesetzt verständigt "
        "Kenntnis entschieden verabschiedet gefasst fasste billigung Billigung freigabe Freigabe verabschiedung "
        "Verabschiedung angenommen nahm hob änderte stimmte lehnte"
    ).split(),
    "sprach sich",
)
_PERFECT = guarded(r"habe?\b|hat\b|hatten?\b")
_AHEAD = guarded(r"\b(?:soll(?:en|te)?|möge|vorgesehen|geplant|werden soll|wird|würde)\b")
_OTHERS = guarded(
    r"\b(?:hat|hatte|habe|haben|hatten) (?:der|die|das) "
    r"(?!Gremium|Mitglieder|Rat\b|Ausschuss|\w{0,20}(?:rat|ausschuss|rätinnen)\b)[A-ZÄÖÜ]"
)
"""Somebody else acts at the meeting that is named: the meeting did not decide."""
_SUBJECT = guarded(rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) {_BODY}")


def _hints(text: str) -> bool:
    """Whether a sentence may tell a decision at all."""
    return holds_any(text, _HINTS) or _PERFECT.search(text) is not None


def earlier_decisions(a: Analysis) -> list[Told]:
    """All decisions that the text says a body has taken before, in text order, each place once."""
    found = list(told_decisions(a))
    for sentence in a.sentences:
        if sentence.block.section != "proposal":
            hinted = _told(a, sentence) if _hints(sentence.text) else ()
            for told in (*hinted, *_deeds(a, sentence)):
                same = [t for t in found if t.start < told.end and told.start < t.end]
                if not same:
                    found.append(told)
                elif told.date and all(t.date is None for t in same):
                    found = [t for t in found if t not in same] + [told]
    return sorted(found, key=lambda t: t.start)


def _told(a: Analysis, sentence: Sentence) -> Iterator[Told]:
    taken: list[tuple[int, int]] = []
    for pattern in (*_PATTERNS, *_OWN):
        for match in pattern.finditer(sentence.text):
            day = [d.iso for d in dates(match["date"])] if match["date"] else []
            clause = re.split(r"[,;] ", sentence.text[max(0, match.start() - 80) : match.start()])[-1]
            ahead = _AHEAD.search(f"{clause} {match.group()}") or (a.date and day and day[0] >= a.date.isoformat())
            body = _body(a, sentence, match)
            talk = NO_DECISION.fullmatch(match.groupdict().get("deed") or "")
            undated = match["date"] is None and not match.groupdict().get("body")
            if (
                ahead
                or (match.groupdict().get("genitive") and _OTHERS.search(match["what"] or ""))
                or undated
                or talk
                or (match["date"] and not day)
                or not body
                or any(x < match.end() and match.start() < y for x, y in taken)
            ):
                continue
            taken.append(match.span())
            what = re.sub(r"\s+", " ", match["what"] or "").strip(" ,") or sentence.text.strip()
            yield Told(
                sentence.start + match.start(), sentence.start + match.end(), body, day[0] if day else None, what
            )


def _deeds(a: Analysis, sentence: Sentence) -> Iterator[Told]:
    for match, day in deeds(sentence.text):
        clause = re.split(r"[,;] ", sentence.text[max(0, match.start() - 80) : match.start()])[-1]
        if _AHEAD.search(f"{clause} {match.group()}") or (a.date and day and day >= a.date.isoformat()):
            continue
        body = nominative(match["body"])
        if is_generic(body) and body != "Rat":
            body = _own_body(a) or body
        what = re.sub(r"\s+", " ", match["what"]).strip(" ,") or sentence.text.strip()
        yield Told(sentence.start + match.start(), sentence.start + match.end(), body, day, what)


def _body(a: Analysis, sentence: Sentence, match: re.Match[str]) -> str | None:
    """Who decided: named, else the subject of the sentence, else the one body that the document is of."""
    parts = match.groupdict()
    named = parts.get("body") or parts.get("genitive")
    subject = None if named else _SUBJECT.search(sentence.text)
    name = named or (subject["body"] if subject else None)
    plain = nominative(name) if name else None
    if plain and not is_generic(plain):
        return plain
    return _own_body(a) or plain


def _own_body(a: Analysis) -> str | None:
    """The body whose minutes or motion the document is."""
    bodies = {str(f.value["body"]) for f in a.stated("meeting") if f.value.get("body")}
    movers = {str(f.value["name"]) for f in a.stated("applicant") if f.value.get("kind") == "body"}
    return next(iter(bodies or movers)) if len(bodies or movers) == 1 else _head_body(a)


def _head_body(a: Analysis) -> str | None:
    """The only body that the first lines of a letter name."""
    head: Sequence[str] = re.findall(rf"(?<![\w-])({NAME})", a.text[:200])
    names = {nominative(name) for name in head}
    return names.pop() if len(names) == 1 else None
