"""Outcomes (Ergebnisse): the value that a result phrase says (docs/PROVENANCE.md), and what a vote line counts.

One table for every reader, so that "nicht empfohlen" means the same in a head field and in running text. Nothing is
inferred: "einstimmig" alone says how a vote went, not what it decided, and an unstated counter is None, never 0.
A phrase that fits no value gives None; callers keep it verbatim and count it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.evidence import Span
from corpus.model import Vote
from corpus.patterns import AnyOf, guarded
from corpus.text import fold

VALUES = (
    "adopted adopted_unchanged adopted_amended rejected noted recommended not_recommended deferred referred withdrawn "
    "settled removed"
).split()
"""Every value that `normalise` can give."""

_ADOPTED = (
    r"(?<!nicht )(?<!nichts )\b(?:beschlossen|angenommen(?!,? dass)|zugestimmt|genehmigt|gebilligt|stattgegeben)\b"
)
_UNCHANGED = r"\bun(?:ge|ver|abge)änd(?:\.|ert)\w{0,20}|\bohne (?:\w+ )?änderung(?:en)?\b"
_AMENDED = (
    r"\b(?:ge|abge|ver)än(?:d?\.|dert)\w{0,20}|\b(?:modifiziert|angepasst|ergänzt)\w{0,20}|\babweichend\b"
    r"|\bmit (?:\w+ )?(?:änderung(?:en)?|änderungs\w{1,60}|ergänzung(?:en)?|modifikation\w{0,20}|maßgabe\w{0,20})\b"
    r"|\bin der fassung de[rs] \w*änderungsantr\w{1,20}"
)
_DECIDED = r"(?<!nicht )\bbeschl(?:ießt|ießen|oss|ossen)\b,?"
_MEETING_LATER = r"\bauf (?:die|eine) (?:nächste|kommende|folgende|spätere|andere)\w* .*(?:verwiesen|verschoben)"
_NEGATIVE_VERB = r"abzulehnen|\bablehnung\b|nicht (?:zuzustimmen|zu beschließen|anzunehmen|zu folgen)"

_REST = r"(?:(?!, (?:dass|ob|wie|die|der|das)\b)[^;]){0,140}?"
_NOTES_AND = rf"\bn(?:immt|ahm|ahmen|ehmen)\b{_REST}\bkenntnis\b{_REST} und"
"""A note that is one of two deeds: what a note itself holds ("zur Kenntnis, dass ...") is none."""

# First match wins, so what contains another phrase stands above it. Participles stand above nouns: "bei 1 Ablehnung
# beschlossen". None says that the phrase has an outcome word which is no outcome here.
_RULES: tuple[tuple[str, str | None], ...] = (
    (r"\bnoch nicht\b|\bnicht mehrheitlich\b|\bteil(?:s|weise)\b|\b(?:in teilen|zum teil) \w+$", None),
    (rf"{_DECIDED} .*\b(?:zu vertagen|zurückzustellen|zu verschieben)$", "deferred"),
    (rf"{_DECIDED} .*\bzu (?:ver|über)weisen$", "referred"),
    (rf"{_DECIDED} (?!.*\bempf).*\babzulehnen$", "rejected"),
    (
        r"\babgesetzt\b|^(?:\w+ ){0,3}absetzung\b(?!.*abgelehnt)|\bvon der tagesordnung (?:genommen|gestrichen)",
        "removed",
    ),
    (r"(?<!nicht )\bzurück(?:gezogen|genommen)\b|^rücknahme\b", "withdrawn"),
    (_MEETING_LATER, "deferred"),
    (r"\bauf (?:die|das|den|diese\w*|seine|ihre|anlage|top|§)\b(?!.*\b(?:in|an)\b.*verwiesen).*verwiesen", None),
    (r"(?<!nicht )\b(?:(?:zurück|rück)?verwiesen|überwiesen|weitergeleitet)\b", "referred"),
    (
        r"^(?:\w+ ){0,3}(?:ver|über)weisung\b(?!.*(?:abgelehnt|mehrheit))"
        r"|^(?:weitere )?(?:beratung|weiterbehandlung) im\b",
        "referred",
    ),
    (
        r"(?<!nicht )\b(?:vertagt|zurückgestellt|verschoben)\b|\b(?:vertagung|zurückstellung)\b(?!.*abgelehnt)",
        "deferred",
    ),
    (r"(?<!nicht )(?<!damit )\berledigt\b", "settled"),
    (r"\bnicht (?:\w+ ){0,2}empfohlen|\bempf(?:iehlt|ahl|ehlen) (?:\w+ ){0,4}nicht\b", "not_recommended"),
    (
        rf"\bempf(?:iehlt|ahl|ohlen|ehlen)\b.*(?:{_NEGATIVE_VERB})|\bablehnung (?:\w+ ){{0,3}}empfohlen"
        r"|\bempfehlung (?:zur|auf) ablehnung",
        "not_recommended",
    ),
    (r"\bempf(?:iehlt|ahl|ahlen|ohlen|ehlen)\b|^(?!ohne|keine)(?:\w+ )?empfehlung$", "recommended"),
    (rf"{_NOTES_AND}{_REST}\b(?:stimm\w{{1,3}}\b{_REST}\bnicht zu\b|lehn\w{{1,3}}\b{_REST}\bab\b)", "rejected"),
    (
        rf"{_NOTES_AND}{_REST}\b(?:stimm(?:t|te|en|ten)\b{_REST}\bzu(?=[.,;:!]|$| und\b)|"
        r"(?:beschließ|genehmig|billig)(?:t|te|en|ten)\b|beschloss(?:en)?\b)|"
        rf"\bstimm(?:t|te|en|ten)\b(?!{_REST}\bnicht\b){_REST}\bzu und n(?:immt|ahm|ahmen|ehmen)\b.*\bkenntnis\b",
        "adopted",
    ),
    (r"\bn(?:immt|ahm|ahmen|ehmen)\b.*\bkenntnis\b", "noted"),
    (r"(?<!nicht )\b(?:abgelehnt|zurückgewiesen)\b|\blehn(?:t|te|en|ten)\b.*\bab\b(?! \d)", "rejected"),
    (
        r"\bnicht (?:\w+ )?(?:zugestimmt|angenommen|genehmigt|gebilligt|stattgegeben|entsprochen|gefolgt)"
        r"|\bnicht zu\b(?! \w+)|\beinvernehmen (?:\w+ ){0,3}nicht (?:erteilt|hergestellt)",
        "rejected",
    ),
    (r"\bkeine (?:mehrheit|zustimmung)\b|\bnicht die \w*\s?mehrheit\b|\b(?:verweigert|versagt)\b", "rejected"),
    (
        rf"(?:{_UNCHANGED}).*{_ADOPTED}|{_ADOPTED}.*(?:{_UNCHANGED})|^ungeän(?:d?\.|derter) beschluss",
        "adopted_unchanged",
    ),
    (rf"(?:{_AMENDED}).*{_ADOPTED}|{_ADOPTED}.*(?:{_AMENDED})|^geän(?:d?\.|derter) beschluss", "adopted_amended"),
    (_ADOPTED, "adopted"),
    (
        r"\beinvernehmen (?:\w+ ){0,3}(?<!nicht )(?:erteilt|hergestellt)"
        r"|(?<!nicht )\b(?:entsprochen|gefolgt)\b|\bzum beschluss erhoben|^beschluss (?:.* )?(?<!nicht )gefasst$",
        "adopted",
    ),
    (r"\bnicht zur kenntnis genommen", None),
    (
        r"(?<!nicht )\b(?:(?:zur )?kenntnis|z\. ?k\.) (?:genommen|gegeben|gebracht)|(?<!keine )\bkenntnisnahme\b",
        "noted",
    ),
    (r"\bbeschl(?:ießt|ießen|oss)\b|\bstimm(?:t|te|en|ten)\b.*\b(?:zu|dafür)\b(?! \w+ stimmen)(?! ?\d)", "adopted"),
    (r"\bn(?:immt|ahm)\b.*\ban(?=[.,;:!]|$)", "adopted"),
    (r"(?<![\d=] )(?<!einer )\bablehnung\b", "rejected"),
    (rf"(?:{_AMENDED}).*\b(?:annahme|zustimmung)\b|\b(?:annahme|zustimmung)\b.*(?:{_AMENDED})", "adopted_amended"),
    (r"(?<!\d )(?<!einer )\b(?:annahme|zustimmung)\b", "adopted"),
    (
        r"^(?:nach|gemäß|laut|lt\.?|wie|entsprechend) (?:de[mr] )?(?:antrag|vorschlag|beschlussvorschlag|vorlage)\b",
        "adopted",
    ),
)
_TABLE = tuple((guarded(pattern), value) for pattern, value in _RULES)
_FIRST_PART = guarded(r"(?:ziffer |nr\. ?|punkt )?[1a][.:)] ?\D")
_LATER_PART = guarded(r"(?<![\w§])(?:ziffer |nr\. ?|punkt )?(?:[2-9]|[b-h](?=\)))[.:)] ?(?!\d)")
_VOTED = guarded(r"\beinstimmig|\bmehrheitlich|\bja-?stimmen\b|janein")
_BY_REFERENCE = guarded(r"\b(?:wie|gemäß|entsprechend)\b (?:\w+ ){0,4}empfohlen\b")


_LONGEST_PHRASE = 2_000
"""Characters of a phrase that are looked at; what is longer tells more than one outcome."""


def normalise(phrase: str) -> str | None:
    """The value that a result phrase ("mehrheitlich abgelehnt") says, None where no value fits it."""
    view = re.sub(r"\s+", " ", fold(phrase[:_LONGEST_PHRASE]).text).strip(" .:;()").lower()
    view = _BY_REFERENCE.sub("", view)
    values = {_value(part) for part in _parts(view)}
    return values.pop() if len(values) == 1 else None


def _value(view: str) -> str | None:
    return next((value for pattern, value in _TABLE if pattern.search(view)), None)


def _parts(view: str) -> list[str]:
    """The phrase, or where it numbers parts ("1. abgelehnt 2. angenommen"), those that tell an outcome or a vote."""
    if not _FIRST_PART.match(view):
        return [view]
    return [part for part in _LATER_PART.split(view) if _value(part) or _VOTED.search(part)] or [view]


def is_open(phrase: str) -> bool:
    """Whether the product itself says that nothing was entered ("(offen)", "noch nicht festgelegt")."""
    return re.fullmatch(r"\(?offen\)?|\(?noch nicht festgelegt\)?|-+", phrase.strip().lower()) is not None


@dataclass(frozen=True, slots=True)
class PrintedVote:
    """One vote as a text tells it, and where: from its first counter or "einstimmig" to its last."""

    vote: Vote
    span: Span


_WORDS = dict(
    zip("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(13), strict=True)
)
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_WORDS |= {word: 13 + i for i, word in enumerate(_TEENS)}
_WORDS |= {ten: 20 + 10 * i for i, ten in enumerate(_TENS)}
_WORDS |= {
    f"{one}und{ten}": 20 + 10 * i + n
    for i, ten in enumerate(_TENS)
    for n, one in enumerate("ein zwei drei vier fünf sechs sieben acht neun".split(), 1)
}
_WORDS |= {"kein": 0, "keine": 0, "keiner": 0, "ohne": 0, "ein": 1, "eine": 1, "einer": 1, "einem": 1}
_WORD = rf"(?<!\w)(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?!\w)"
_N = rf"(?:(?<![\d§])(?<!\d[.,:/])\d{{1,3}}(?![\d.,]*\d)|{_WORD})"
_M = rf"(?:\d{{1,3}}(?![\d.,]*\d)|{_WORD})"
"""A number, and a number after another one: "14:0", "16 zu zwölf"."""
_END = r"(?-i:(?![a-zäöüß](?!\))))(?!\()"
"""The end of a label, even where a lost blank glues it to the next word ("Enthaltungenb)")."""
_LABELS = {
    "yes": r"Ja(?:[-\s]*Stimme(?:n|\(n\))?|-)?|Zustimmung(?:en)?|Dafür|Für",
    "no": r"Nein(?:[-\s]*Stimme(?:n|\(n\))?|-)?|Gegenstimme(?:n|\(n\))?|Ablehnung(?:en)?|Dagegen|Gegen",
    "abstentions": r"(?:Stimm)?enthaltung(?:en|\(en\))?|Enthalten|Enth\.",
    "biased": r"Befangen(?:heit)?|Persönlich beteiligt",
    "absent": r"Nicht anwesend|Abwesend",
    "present": r"(?<!nicht )(?:Anwesend|Stimmberechtigte)",
}
_THIRD = rf"(?:\s?[:/]\s?(?P<abstentions>{_M}))?"
_VOTERS = (
    r"(?:(?:[a-zäöü]{3,12}\s)?"
    r"(?:\w{0,20}[Mm]itglieder|\w{0,20}[Aa]bgeordneten?|Stadtverordneten?|Räte|Anwesenden?|Personen)\s)?"
)
_VOTED_FOR = r"(?:[Dd]afür|[Ff]ür (?:de[nr]|die|das) \w*(?:[Vv]orlage|[Vv]orschlag|[Aa]ntrag))"
_TOKENS = [
    rf"(?P<yes>{_N})\s?(?::|zu|gegen)\s?(?P<no>{_M}){_THIRD}\s+Stimmen?\b",
    rf"\bStimmengleichheit\s\((?P<yes>{_N})\s?:\s?(?P<no>{_M}){_THIRD}\)",
    rf"\bmit (?P<yes>{_N})\s?(?::|zu)\s?(?P<no>{_M}){_THIRD}"
    r"(?= (?:angenommen|abgelehnt|beschlossen|zugestimmt|empfohlen|gebilligt))",
    rf"\bStimmenverhältnis(?: von)?:?\s(?P<yes>{_N})\s?(?::|zu|gegen)\s?(?P<no>{_M}){_THIRD}",
    rf"(?P<yes>{_N})\s{_VOTERS}(?:(?:stimmten?|votierten?|waren|sprachen sich)\s)?"
    rf"(?:mit Ja|{_VOTED_FOR})\b",
    rf"\b{_VOTED_FOR} (?:stimmten?|votierten?) (?:die )?(?P<yes>{_N})\b",
    rf"\b[Dd]agegen (?:stimmten?|votierten?) (?:die )?(?P<no>{_N})\b",
    rf"(?P<no>{_N})\s{_VOTERS}(?:(?:stimmten?|votierten?|waren|sprachen sich)\s)?(?:dagegen|mit Nein)\b",
    rf"(?P<abstentions>{_N})\s{_VOTERS}(?:enthielt(?:en)? sich|enthalten sich)\b",
    rf"\b(?:es )?enthielt(?:en)? sich (?P<abstentions>{_N})\b",
    rf"\bmit (?P<yes>{_N}) Stimmen gegen (?P<no>{_N})(?: Stimmen)?\b",
    rf"\bAbstimmung(?:sergebnis)?(?P<by>[^\S\n][^\W\d][^:\n]{{0,40}})?:\s*(?P<yes>{_N})\s?[:/]\s?(?P<no>{_M}){_THIRD}",
    rf"^(?P<by>[^\W\d][^:\n]{{2,40}}):\s*(?P<yes>{_N})\s?/\s?(?P<no>{_M})\s?/\s?(?P<abstentions>{_M})$",
    rf"\bmit (?P<yes>{_N}) Stimmen\b(?! gegen| mehrheit)",
    rf"\bgegen (?P<no>{_N}) Stimmen?\b",
    r"(?P<unanimous>(?:\bnicht\s+)?(?:einstim(?:m|im|mim)ig(?:e[rsnm]?|keit)?|\beinstimmt\b))",
    r"(?P<majority>\bmehrheitlich(?:e[rsnm]?)?\b|\bmit (?:\w+ )?(?:stimmen-?)?mehrheit\b)",
    *(rf"(?<![\w-])(?:{label})(?: den Beschluss)?\s*[:=]\s*(?P<{name}>{_N})" for name, label in _LABELS.items()),
    *(rf"(?P<{name}>{_N})\s*(?:x\s*|-)?(?:{label}){_END}(?!\s*[:=]\s*\d)" for name, label in _LABELS.items()),
    r"(?<!\w)Ja(?:[-\s]*Stimmen?)?\s+(?P<yes>\d{1,3})(?![\d.,]*\d)",
    r"(?<!\w)Nein(?:[-\s]*Stimmen?)?\s+(?P<no>\d{1,3})(?![\d.,]*\d)",
    r"(?<!\w)(?:Stimm)?enthaltung(?:en)?\s+(?P<abstentions>\d{1,3})(?![\d.,]*\d)",
    r"(?<!\w)Enth\.\s*(?P<abstentions>\d{1,3})(?![\d.,]*\d)",
    *(
        rf"(?<![\w-])(?:{label}) (?:gibt|gab|gäbe|gebe) es (?:dabei |hierbei |auch )?(?P<{name}>{_N})(?![\d.,]*\d)"
        for name, label in _LABELS.items()
    ),
    rf"(?P<abstentions>{_N})(?: \w{{0,20}}[Mm]itglied(?:er)?| Person(?:en)?| \w{{0,20}}[Ss]timmen?)? "
    r"(?:enthält|enthalten|enthielt|enthielten) sich\b",
    r"(?<!\w)dafür (?:stimmen|stimmten|votieren|votierten)\s+(?P<yes>\d{1,3})(?![\d.,]*\d)(?: Mitglieder)?",
    r"(?<!\w)dagegen (?:stimmen|stimmten|votieren|votierten)\s+(?P<no>\d{1,3})(?![\d.,]*\d)(?: Mitglieder)?",
    r"(?<!\w)dafür\s+(?P<yes>\d{1,3})(?![\d.,]*\d)(?:\s+Stimmen?)?",
    r"(?<!\w)dagegen\s+(?P<no>\d{1,3}(?![\d.,]*\d)|keiner?)(?:\s+Stimmen?)?",
    r"(?<!\w)enthalten\s+(?P<abstentions>\d{1,3}|keiner?)(?=\s*(?:[.,;(]|$))",
]
_TOKEN_PATTERNS = [guarded(pattern, re.I | re.M) for pattern in _TOKENS]
_ANY_TOKEN = AnyOf(_TOKEN_PATTERNS)
_BETWEEN = guarded(r"[\s,;:/|()–-]*(?:\([^()]*\)[\s,;/|)–-]*)*(?:(?:und|bei|mit|sowie|davon)\s+)?")
_WITHIN_SENTENCE = guarded(r"(?:(?!\n\s*\n|[.!?;]\s|:\s|(?:\s|^)[a-z\d]\)).){0,140}", re.S)

_FARTHEST = 600
"""Characters between two counters of one vote: a list of parties in brackets may stand there."""

_Counts = dict[str, int | bool | str]


def parse_vote(text: str) -> list[PrintedVote]:
    """Every vote that a text counts or calls unanimous, in text order, with spans of that text.

    Counters that stand together, or in one sentence without repeating each other, make one vote.
    """
    view = fold(text)
    found: list[tuple[Span, _Counts]] = []
    for span, counts in _tokens(view.text):
        if found and _same_vote(view.text, found[-1], span, counts):
            (start, _), known = found[-1]
            found[-1] = ((start, span[1]), {**known, **counts})
        else:
            found.append((span, counts))
    return [_printed(text, view.original(*span), counts) for span, counts in found if counts.keys() - {"present"}]


def _tokens(view: str) -> Iterator[tuple[Span, _Counts]]:
    """The counters of a text in order; where two notations overlap, the one that starts first, then the longer."""
    if not _ANY_TOKEN.may_match(view):
        return
    matches = [m for pattern in _TOKEN_PATTERNS for m in pattern.finditer(view)]
    end = 0
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() >= end:
            end = match.end()
            yield match.span(), dict(_count(name, value) for name, value in match.groupdict().items() if value)


def _count(name: str, printed: str) -> tuple[str, int | bool | str]:
    if name == "by":
        return name, printed.strip()
    if name in {"unanimous", "majority"}:
        return "unanimous", name == "unanimous" and not printed.lower().startswith("nicht")
    return name, int(printed) if printed.isdigit() else _WORDS[printed.lower()]


def _same_vote(view: str, last: tuple[Span, _Counts], span: Span, counts: _Counts) -> bool:
    (_, end), known = last
    if known.keys() & counts.keys() or counts.get("by"):
        return False
    gap = view[end : span[0]]
    if len(gap) > _FARTHEST:
        return False
    if _BETWEEN.fullmatch(gap):
        return True
    both = {**known, **counts}
    contradictory = both.get("unanimous") is True and both.get("no")
    return bool(not contradictory and _WITHIN_SENTENCE.fullmatch(gap))


def _printed(text: str, span: Span, counts: _Counts) -> PrintedVote:
    if text[slice(*span)].count("(") > text[slice(*span)].count(")") and text[span[1] : span[1] + 1] == ")":
        span = (span[0], span[1] + 1)
    raw = re.sub(r"\s+", " ", text[slice(*span)])
    fields = {name: value for name, value in counts.items() if name != "present"}
    return PrintedVote(Vote(**fields, raw=raw), span)  # type: ignore[arg-type]  # one dict holds numbers and words
