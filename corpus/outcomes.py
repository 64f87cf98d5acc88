"""Outcomes (Ergebnisse): what a result phrase says, as one of the values of docs/PROVENANCE.md, and what a vote line counts.

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
from corpus.text import fold

VALUES = (
    "adopted adopted_unchanged adopted_amended rejected noted recommended not_recommended deferred referred withdrawn "
    "settled removed"
).split()
"""Every value that `normalise` can give."""

_ADOPTED = r"(?<!nicht )(?<!nichts )\b(?:beschlossen|angenommen(?!,? dass)|zugestimmt|genehmigt|gebilligt|stattgegeben)\b"
_UNCHANGED = r"\bun(?:ge|ver|abge)ändert\w*|\bohne (?:\w+ )?änderung(?:en)?\b"
_AMENDED = (
    r"\b(?:ge|abge|ver)ändert\w*|\b(?:modifiziert|angepasst|ergänzt)\w*|\babweichend\b"
    r"|\bmit (?:\w+ )?(?:änderung(?:en)?|änderungs\w+|ergänzung(?:en)?|modifikation\w*|maßgabe\w*)\b"
)
_MEETING_LATER = r"\bauf (?:die|eine) (?:nächste|kommende|folgende|spätere|andere)\w* .*(?:verwiesen|verschoben)"
_NEGATIVE_VERB = r"abzulehnen|\bablehnung\b|nicht (?:zuzustimmen|zu beschließen|anzunehmen|zu folgen)"

# First match wins, so what contains another phrase stands above it. Participles stand above nouns: "bei 1 Ablehnung
# beschlossen". None says that the phrase has an outcome word which is no outcome here.
_RULES: tuple[tuple[str, str | None], ...] = (
    (r"\bnoch nicht\b|\bnicht mehrheitlich\b|\bteil(?:s|weise)\b", None),
    (r"\babgesetzt\b|^absetzung\b|\bvon der tagesordnung (?:genommen|gestrichen)", "removed"),
    (r"(?<!nicht )\bzurück(?:gezogen|genommen)\b|^rücknahme\b", "withdrawn"),
    (_MEETING_LATER, "deferred"),
    (r"\bauf (?:die|das|den|diese\w*|seine|ihre|anlage|top|§)\b(?!.*\b(?:in|an)\b.*verwiesen).*verwiesen", None),
    (r"(?<!nicht )\b(?:(?:zurück|rück)?verwiesen|überwiesen|weitergeleitet)\b", "referred"),
    (r"^(?:\w+ )?(?:ver|über)weisung\b(?!.*(?:abgelehnt|mehrheit))|^beratung im\b", "referred"),
    (r"(?<!nicht )\b(?:vertagt|zurückgestellt|verschoben)\b|\b(?:vertagung|zurückstellung)\b(?!.*abgelehnt)", "deferred"),
    (r"(?<!nicht )(?<!damit )\berledigt\b", "settled"),
    (r"\bnicht (?:\w+ ){0,2}empfohlen|\bempf(?:iehlt|ahl|ehlen) (?:\w+ ){0,4}nicht\b", "not_recommended"),
    (rf"\bempf(?:iehlt|ahl|ohlen|ehlen)\b.*(?:{_NEGATIVE_VERB})|\bablehnung (?:\w+ ){{0,3}}empfohlen", "not_recommended"),
    (r"\bempf(?:iehlt|ahl|ahlen|ohlen|ehlen)\b|^(?!ohne)(?:\w+ )?empfehlung$", "recommended"),
    (r"\bn(?:immt|ahm|ahmen|ehmen)\b.*\bkenntnis\b", "noted"),
    (r"(?<!nicht )\babgelehnt\b|\blehn(?:t|te|en|ten)\b.*\bab\b(?! \d)", "rejected"),
    (r"\bnicht (?:\w+ )?(?:zugestimmt|angenommen|stattgegeben|entsprochen|gefolgt)|\bnicht zu\b(?! \w+)", "rejected"),
    (r"\bkeine (?:mehrheit|zustimmung)\b|\bnicht die \w*\s?mehrheit\b|\b(?:verweigert|versagt)\b", "rejected"),
    (rf"(?:{_UNCHANGED}).*{_ADOPTED}|{_ADOPTED}.*(?:{_UNCHANGED})|^ungeänderter beschluss", "adopted_unchanged"),
    (rf"(?:{_AMENDED}).*{_ADOPTED}|{_ADOPTED}.*(?:{_AMENDED})|^geänderter beschluss", "adopted_amended"),
    (_ADOPTED, "adopted"),
    (r"(?<!nicht )\b(?:zur )?kenntnis (?:genommen|gegeben|gebracht)|(?<!keine )\bkenntnisnahme\b", "noted"),
    (r"\bbeschl(?:ießt|ießen|oss)\b|\bstimm(?:t|te|en|ten)\b.*\b(?:zu|dafür)\b(?! \w+ stimmen)(?! ?\d)", "adopted"),
    (r"\bn(?:immt|ahm)\b.*\ban(?=[.,;:!]|$)", "adopted"),
    (r"(?<![\d=] )(?<!einer )\bablehnung\b", "rejected"),
    (rf"(?:{_AMENDED}).*\b(?:annahme|zustimmung)\b|\b(?:annahme|zustimmung)\b.*(?:{_AMENDED})", "adopted_amended"),
    (r"(?<!\d )(?<!einer )\b(?:annahme|zustimmung)\b", "adopted"),
    (r"^(?:nach|gemäß|laut|lt\.?|wie) (?:dem )?(?:antrag|vorschlag|beschlussvorschlag|vorlage)\b", "adopted"),
)
_TABLE = tuple((re.compile(pattern), value) for pattern, value in _RULES)
_BY_REFERENCE = re.compile(r"\b(?:wie|gemäß|entsprechend)\b (?:\w+ ){0,4}empfohlen\b")


def normalise(phrase: str) -> str | None:
    """The value that a result phrase ("mehrheitlich abgelehnt") says, None where no value fits it."""
    view = re.sub(r"\s+", " ", fold(phrase).text).strip(" .:;()").lower()
    view = _BY_REFERENCE.sub("", view)
    return next((value for pattern, value in _TABLE if pattern.search(view)), None)


@dataclass(frozen=True, slots=True)
class PrintedVote:
    """One vote as a text tells it, and where: from its first counter or "einstimmig" to its last."""

    vote: Vote
    span: Span


_WORDS = dict(
    zip("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(13), strict=True)
) | {"keine": 0, "keiner": 0, "kein": 0, "ohne": 0, "ein": 1, "eine": 1, "einer": 1, "einem": 1}
_N = rf"(?:(?<![\d.,:/§])\d{{1,3}}(?![\d.,]*\d)|(?<!\w)(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?!\w))"
_COUNTERS = (
    ("yes", r"Ja(?:[-\s]*Stimme(?:n|\(n\))?|-(?=\W))?|Zustimmung(?:en)?|Dafür|Für(?: den Beschluss)?"),
    ("no", r"Nein(?:[-\s]*Stimme(?:n|\(n\))?|-(?=\W))?|Gegenstimme(?:n|\(n\))?|Ablehnung(?:en)?|Dagegen|Gegen(?: den Beschluss)?"),
    ("abstentions", r"(?:Stimm)?enthaltung(?:en|\(en\))?|Enthalten|Enth\."),
    ("biased", r"Befangen(?:heit)?|Persönlich beteiligt"),
    ("absent", r"Nicht anwesend|Abwesend"),
    ("present", r"Anwesend|Stimmberechtigte?"),
)
_BARE = r"Ja(?:[-\s]*Stimmen?)?|Nein(?:[-\s]*Stimmen?)?|(?:Stimm)?enthaltung(?:en)?"
_AFTER = "|".join(f"(?P<{name}>{label})" for name, label in _COUNTERS if name != "present")
_TOKEN = re.compile(
    rf"(?P<pair>{_N})\s?(?:\:|zu|gegen)\s?(?P<other>{_N})(?:\s?\:\s?(?P<third>{_N}))?\s+Stimmen\b"
    rf"|\bAbstimmung(?:sergebnis)?\s?(?P<by>[^\W\d][^:\n]{{0,40}})?:\s*(?P<p1>{_N})\s?[:/]\s?(?P<p2>{_N})(?:\s?[:/]\s?(?P<p3>{_N}))?"
    rf"|\bmit (?P<with>{_N}) Stimmen\b(?!\s*(?:mehrheit|gegen \d))"
    rf"|\bmit (?P<for>{_N}) Stimmen gegen (?P<against>{_N})(?: Stimmen)?"
    rf"|(?<!\w)(?:(?P<label>{'|'.join(label for _, label in _COUNTERS)})\s*[:=]|(?P<bare>{_BARE}))\s*(?P<after>{_N})"
    rf"|(?P<before>{_N})\s*[x-]?\s*(?:{_AFTER})(?![\w(])(?!\s*:\s*\d)"
    rf"|(?P<not>\bnicht\s+)?(?:(?P<all>einstim(?:m|im|mim)ig(?:e[rsnm]?|keit)?|\beinstimmt\b)"
    rf"|(?P<most>\bmehrheitlich(?:e[rsnm]?)?|\b(?:Stimmen-?)?mehrheit\b))",
    re.I,
)
