"""Outcomes told in sentences, such as "Der Ausschuss empfiehlt dem Rat ..." or "Der Antrag wird abgelehnt".

A sentence counts when it is a main clause in the indicative that says what a body did, or what became of a motion, in
this meeting. Wishes, conditions, reported speech, proposals and what another meeting decided do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.outcomes import normalise, parse_vote
from corpus.patterns import folded, guarded
from extractors import nlp
from extractors.committees import NAME, NAME_GENITIVE, WORKING_GROUP
from extractors.outcome_counts import complete
from extractors.outcome_frames import ELSEWHERE, PROPOSED, VERBS, framed, needs_frame, of_motion, of_sentence
from extractors.outcome_lines import Outcome, replace_span
from extractors.outcome_parts import AUXILIARY, MOTION, NUMBERS, PASSIVE_END, value_of
from extractors.outcome_perfect import perfect
from extractors.passages import Passage
from extractors.syntax import main_clauses

_VERB = (
    r"(?:beschließt|beschliesst|beschließen|beschloss|beschloß|beschlossen|empfiehlt|empfehlen|"
    r"empfahl|empfahlen|genehmigte?n?|genehmigt|"
    r"billigte?|verabschiedete?|vertagte?|verweist|verwies|überweist|überwies|bewilligte?|nimmt|"
    r"nahm|nehmen|nahmen|stimmte?|stimmen|"
    r"stimmten|lehnte?|lehnen|lehnten|stellte?|setzte?|fasste?|faßte?|folgte?|schließt|schloss|"
    r"erteilte?|spricht|sprach|sprechen|"
    r"befürworteten?|befürwortet|befürworten|fragte?|bestätigte?|wählte?|bestellte?|ermächtigte?|beauftragte?|einigte?|votierte?|erklärte?|"
    + VERBS
    + ")"
)
_ADVERBS = (
    r"(?:(?:sodann|daraufhin|dann|anschließend|schließlich|abschließend|danach|weiterhin|nunmehr|somit|"
    r"damit|einstimmig|mehrheitlich) ){0,2}"
)
_ARTICLE = r"(?:[Dd]er|[Dd]ie|[Dd]as)"
_SUBJECT = (
    rf"(?:{_ARTICLE} (?:[a-zäöü]{{3,20}} )?(?P<{{0}}>{NAME}|{WORKING_GROUP})|[Dd]ie (?:anwesenden "
    rf")?(?:\w{{0,20}}[Mm]itglieder|Mitglieder (?:des|der) "
    rf"(?P<{{0}}g>{NAME_GENITIVE})))"
)
_DIRECT = guarded(_SUBJECT.replace("{0}", "body") + rf",? {_ADVERBS}(?P<verb>{_VERB})\b")
_INVERTED = guarded(rf"(?<![\w„])(?P<verb>{_VERB}) {_ADVERBS}" + _SUBJECT.replace("{0}", "body"))
_PASSIVE = guarded(
    rf"(?:^|[,;:–•●*-] |\b(?:wird|wurde|werden|wurden) )"
    rf"(?:[Vv]on )?(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Vv]om|[Ee]ine?[mnrs]?)? ?(?:[a-zäöüß]{{3,20}} "
    rf"){{0,2}}(?P<motion>{MOTION}{NUMBERS})\b(?P<middle>.{{0,240}}?)"
    rf"(?P<end>(?<!nicht ){PASSIVE_END})\b"
)
_MATTER = guarded(
    rf"(?:^|[,;:–•●*-] |\b(?:ist|sind|gilt|gelten|hat|haben|[a-z]{{3,9}}) )(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?) "
    rf"(?:[a-zäöüß]{{3,20}} ){{0,2}}(?P<motion>{MOTION})\b"
)
_IMPERSONAL = guarded(
    rf"^Es (?:wird|wurde) .{{0,80}}?{PASSIVE_END}\b"
    r"|^(?:Am (?:Ende|Schluss)|Nach|Zum|Abschließend|Im Anschluss|Sodann|Daraufhin|Anschließend|Danach|Schließlich)\b"
    r"[^,;:.]{0,60} (?:wird|wurde) (?:\w+ ){0,2}?(?:einstimmig|mehrheitlich|einvernehmlich)"
    rf"[^.;:]{{0,60}}?{PASSIVE_END}\b"
)
"""An outcome without a subject; beyond "Es wird" only with a word of the vote."""
_FINDING = guarded(
    r"\bstellte? .{0,40}?(?P<what>(?:einstimmige|mehrheitliche) (?:Zustimmung|Annahme|Ablehnung)|"
    r"(?:die )?(?:erfolgte )?Kenntnisnahme)\b.{0,60}?\bfest\b"
)
_OWN = guarded(
    r"(?:\bhaben wir\b|\b[Ww]ir haben\b|^Diese[rs]?(?: vorliegende)? ?(?:Stellungnahme|Antrag|"
    r"Empfehlung|Resolution|Beschluss)?"
    r" (?:wurde|ist)\b).{0,240}\b(?:beschlossen|verabschiedet|angenommen)\b"
)

_SUBORDINATE = guarded(
    r"\b(?:dass|daß|ob|wenn|falls|sofern|soweit|weil|da|nachdem|bevor|damit|wonach|sobald|sodass|indem|wie)\b[^,;:]*$"
)
_NOT_REAL = guarded(
    r"\b(?:soll(?:e|en|te|ten)?|würden?|könnten?|könne|möge|möchten?|müssten?|müsse|dürfe|hätten?|"
    r"wäre|sei|seien|habe|werde|"
    r"bittet|bitten|gebeten|beantragt|(?<!wie )vorgeschlagen(?!en)|schlägt|schlagen|vorschlägt|kann|muss|darf|"
    r"wünscht|angenommen, dass)\b"
)
_PAST = guarded(
    r"\b(?:hat|haben|hatte|hatten) .{0,200}\w+(?:en|t)\b|\b(?:bereits|seinerzeit|damals|zuvor|"
    r"früher\w*|vorher|in der (?:letzten|vergangenen|"
    r"vorherigen) Sitzung|in (?:seiner|ihrer|der) Sitzung (?:am|vom)|"
    r"(?<!die Sitzung )(?<!zur Sitzung )(?<!Sitzung des Rates )(?:am|vom) \d{1,2}\.|im "
    r"(?:Jahre? )?(?:\w+ )?(?:19|20)\d\d)\b"
)
_NO_DECISION = {"nimmt", "nahm", "nehmen", "nahmen"}
_NEEDS = {
    # a verb that decides something only with its other half
    r"n(?:immt|ahm|ehmen|ahmen)": r"\bKenntnis\b|\ban[.,;:]?$|\ban[.,;:]",
    r"stimmt?e?n?": r"\bzu\b|\bdafür\b|\bgegen\b|\bfür\b",
    r"lehn\w+": r"\bab\b",
    r"stellt?e?": r"\bzurück\b|\bAntrag\b|\bAnträge\b",
    r"setzte?": r"\bab\b",
    r"fa(?:ss|ß)te?": r"Beschl(?:uss|uß|üsse)",
    r"folgte?": r"Empfehlung|[Vv]orschlag|Vorlage",
    r"schl(?:ießt|oss)": r"\ban\b",
    r"erteilte?": r"Zustimmung|Einvernehmen|Entlastung|Genehmigung",
    r"spr[ia]ch?e?n?t?": r"\baus\b",
    r"(?:frag|einig|erklär|bestell|wähl)\w+": r"einstimmig|mehrheitlich",
    r"verw(?:eist|ies)": r"\b(?:in|an) (?:den|die|das)\b",
}
_CUE = re.compile(  # for folded text: an expression without case is tried at every place, not at first letters
    "beschl|empf|genehmig|billig|verabschied|vertag|wiesen|weist|wies\\b|kenntnis|stimm|angenommen|"
    "abgelehnt|lehn|zurückge|zurück\\b|"
    "abgesetzt|fasst|faßt|annahme|ablehnung|spricht|sprach|befürwort|: ?\\d|folg|einig|mehrheit|scheiter|erledigt|"
    "stattg|statt\\b|dafür|gewählt|bestellt|benannt|entsandt|berufen|bestimmt|entspr|erhoben|verschoben|einverst|votier|unterl|einvern|einmütig|schloss|schließ|konsens|überein"
)
_CONDITION = guarded(
    r"\b((?:Maßgabe|Ergänzung|Änderung|Zusatz|Auflage|Bedingung|Protokollnotiz|Hinweis),) dass [^,;]{3,300},"
)
"""What a motion is carried with; it tells no outcome of its own."""
_VOTE_WORD = guarded(r"\beinstim|\bmehrheitlich|\bStimmen\b|\bEnthaltung|\bGegenstimme", re.I)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of the view that tells an outcome, and what follows from it."""

    start: int
    end: int
    text: str
    body: str | None
    outcome: Outcome
    decides: bool = False
    """Whether the sentence is itself the text of the decision, and not only what became of a motion."""


def sentences(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences of passages that may tell an outcome, with places in the view."""
    for passage in passages:
        if not _CUE.search(folded(passage.text)):
            continue
        for start, end in nlp.sentences(passage.text):
            text = passage.text[start:end]
            low = passage.start + start + len(text) - len(text.lstrip())
            yield Passage(low, passage.start + start + len(text.rstrip()), text.strip())


def told(sentence: Passage, *, strict: bool, shared: bool = False) -> Telling | None:
    """What a sentence tells, None if nothing. `strict` (papers) wants a word of the vote beside the deciding body.

    `shared` says that the auxiliary stands in another part of the sentence.
    """
    text = sentence.text
    if text.endswith("?") or not _CUE.search(folded(text)) or len(text) > 1500:
        return None
    if _OWN.search(text) and not _NOT_REAL.search(text):
        return _telling(sentence, None, text, strict=False)
    if strict and not _VOTE_WORD.search(text):
        return None
    return _active(sentence, strict) or (None if strict else _passive(sentence, shared) or _counted(sentence))


def told_in_perfect(sentence: Passage, here: str | None) -> Telling | None:
    """What a sentence tells of the own body in the perfect ("Der Ausschuss hat ... zur Kenntnis genommen")."""
    found = perfect(sentence.text, here)
    if found is None or _NOT_REAL.search(sentence.text) or sentence.text.endswith("?"):
        return None
    return _telling(sentence, found[0], found[1], strict=False, decides=True)


def _active(sentence: Passage, strict: bool) -> Telling | None:
    text = sentence.text
    for match in (_DIRECT.search(text), _INVERTED.search(text)):
        if not match or not _main_clause(text, match.start(), match.end()):
            continue
        verb = match["verb"].casefold()
        rest = text[match.start() :]
        if match.re is _INVERTED.compiled and re.match(rf"[^;:]{{0,40}}\b{PROPOSED}\b", text[: match.start()]):
            rest = f"{rest.rstrip('. ')} {text[: match.start()].rstrip(', ')}"
        value = framed(verb, rest)
        if value is None and needs_frame(verb) and not normalise(rest):
            continue
        if value is not None:
            body = match["body"] or match["bodyg"]
            return _telling(sentence, body, rest, strict=strict, value=value, decides=True) if value else None
        wanted = next((need for stem, need in _NEEDS.items() if re.fullmatch(stem, verb)), None)
        if wanted and not re.search(wanted, rest):
            continue
        return _telling(sentence, match["body"] or match["bodyg"], rest, strict=strict, decides=True)
    return None


def _main_clause(text: str, start: int, end: int) -> bool:
    """Whether the match is no subordinate clause, wish or earlier event."""
    before = text[:start]
    if _SUBORDINATE.search(before) or _NOT_REAL.search(before) or before.count("„") > before.count("“"):
        return False
    after = re.split(r"[,:;]", text[end : end + 160])[0]
    return not _NOT_REAL.search(after) and not _PAST.search(f"{before} {after}")


def _passive(sentence: Passage, shared: bool) -> Telling | None:
    text = sentence.text
    finding = _FINDING.search(text)
    if finding and not _NOT_REAL.search(text):
        return _telling(sentence, None, finding["what"], strict=False)
    if _IMPERSONAL.search(text) and not _NOT_REAL.search(text) and not _PAST.search(text):
        return _telling(sentence, None, text, strict=False)
    text = _CONDITION.sub(lambda m: m[1] + " " * (len(m.group()) - len(m[1])), text)
    match = _PASSIVE.search(text)
    if not match or not (shared or AUXILIARY.search(text[: match.end() + 8])):
        return _otherwise(sentence)
    clause = text[: match.end()]
    if _NOT_REAL.search(clause) or _PAST.search(clause) or _SUBORDINATE.search(text[: match.start("motion")]):
        return None
    if re.search(
        r"\b(?:dass|wenn|ob|falls|sofern)\b|\b(?:im|vom|durch den|durch die) [A-ZÄÖÜ]{2,6}\b", match["middle"]
    ) or ELSEWHERE.search(match["middle"]):
        return None
    by = re.search(rf"\b(?:vom|von der|durch den|durch die) (?P<body>{NAME})", clause)
    return _telling(
        sentence,
        by["body"] if by else None,
        text[match.start("motion") : match.end()],
        strict=False,
        about=match["motion"],
    )


def _otherwise(sentence: Passage) -> Telling | None:
    """A motion that "fand keine Mehrheit", a group that withdraws its motion, a body that is recommended something."""
    text = sentence.text
    settled = re.sub(r"\b(?:hat|haben)\b(?= sich (?:\w+ )?erledigt\b)", "    ", text)
    if (
        _NOT_REAL.search(text)
        or _PAST.search(settled)
        or re.match(r"(?:Wenn|Falls|Sofern|Sollte|Ob|Dass|Hat|Wird)\b", text)
    ):
        return None
    main = main_clauses(text)
    motion = _MATTER.search(main)
    phrase = of_sentence(text) or (of_motion(main[motion.start() :]) if motion else None)
    if phrase is None and motion:
        phrase = of_motion(main) if re.match(r"(?:Damit|Somit|Hiermit) ", main) else None
    if phrase is None:
        return None
    about = motion["motion"] if motion else None
    return _telling(
        sentence, None, "", strict=False, about=about, value=normalise(phrase), decides=phrase == "beschlossen"
    )


def _counted(sentence: Passage) -> Telling | None:
    """A vote with both counters in brackets or a main clause, which says nothing else of its outcome."""
    votes = [v for v in parse_vote(sentence.text) if complete(v.vote, sentence.text)]
    if not votes or _NOT_REAL.search(sentence.text) or _PAST.search(sentence.text):
        return None
    return _telling(sentence, None, "", strict=False)


def _telling(
    sentence: Passage,
    body: str | None,
    clause: str,
    *,
    strict: bool,
    about: str | None = None,
    value: str | None = None,
    decides: bool = False,
) -> Telling | None:
    votes = tuple(
        replace_span(v, sentence.start)
        for v in parse_vote(sentence.text)
        if v.vote.by is None or v.vote.yes is not None
    )
    value = value or value_of(clause)
    if strict and not votes:
        return None
    if value is None and not votes:
        return None
    outcome = Outcome(
        start=sentence.start,
        end=sentence.end,
        raw=sentence.text if value else None,
        value=value,
        votes=votes,
        source="prose",
        body=body,
        about=about,
    )
    return Telling(sentence.start, sentence.end, sentence.text, body, outcome, body is not None or decides)
