"""The body whose meeting a text tells, where no head names it: the one that decides or takes note in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.committees import NAME, NAME_GENITIVE, is_generic, nominative
from extractors.dates import dates

_DECIDES = guarded(
    rf"\b(?:beschließt|nimmt|empfiehlt|stimmt|fasst) (?:sodann |daraufhin )?(?:der|die|das) (?P<after>{NAME})"
    rf"|(?m:^)(?:\d\. {{1,8}})?(?:Der|Die|Das) (?P<before>{NAME}) (?:beschließt|nimmt|empfiehlt|stimmt|fasst)\b"
    rf"|\b(?:wird|werden) (?:vom|von der) (?P<by>{NAME}) [^.\n]{{0,80}}?(?:genommen|beschlossen|abgelehnt|zugestimmt)\b"
)
_AGENT = guarded(
    rf"(?<![\w-])(?:(?:[Dd]urch|[Ff]ür) (?:den|die|das)|[Vv]om|[Vv]on (?:der|dem|den)|[Ss]eitens (?:des|der)|[Ii]m|"
    rf"[Ii]n der|"
    rf"(?:[Mm]itglied\w{{0,4}}|[Bb]eschluss|[Vv]otum|[Ee]mpfehlung|Beschlussfassung|Zustimmung|Kenntnisnahme|"
    rf"Billigung|Mehrheit) "
    rf"(?:des|der)|[Dd](?:er|ie|as|em)) (?P<body>{NAME_GENITIVE}|{NAME})"
)
_LABEL = guarded(rf"(?m)^\W{{0,3}}(?:(?:Beschluss|Votum|Ergebnis|Empfehlung) )?(?P<body>{NAME})(?= ?[:–-] )")
_OUTCOME = guarded(
    r"(?i)\b(?:kenntnis(?:nahme|genommen)?|zustimm\w*|zugestimmt|stimm(?:t|en)|billigt|gebilligt|billigung|"
    r"beschl(?:ossen|ießt|ießen|uss|osse)|"
    r"empf(?:iehlt|ehlen|ohlen)|empfehlung|abgelehnt|lehnt|ablehnung|vertagt?|verwiesen|verweist|befürwortet|"
    r"angenommen|"
    r"annahme|beauftragt|einvernehm\w+|einverstanden|einverständnis|votum|votiert|verabschiedet|zurückgestellt|"
    r"schließt sich|folgt|begrüßt|gutgeheißen|abgesegnet|entscheidet|entschieden|mehrheitlich|einstimmig|"
    r"durchgewinkt)\b"
)
_NOT_NOW = guarded(
    r"\b(?:ob|fragt|falls|sofern|wenn|soll(?:e|en|te)?|muss|müsse|müssen|könne|könnte|würde|künftig|demnächst|"
    r"nächste\w*|damals|"
    r"seinerzeit|bereits|schon|hatte|vorgelegt|gegenüber|zuvor|vorberatend)\b|\?$"
)
"""An outcome that is asked for, wished, still to come or of another day."""
_NOT_NAME = re.compile(
    r" (?:Kenntnis|Zustimmung|Einvernehmen|Einverständnis|Beschluss|Folgendes|Bezug|Dank|Stellung|Einigkeit|"
    r"Übereinstimmung|"
    r"Gelegenheit|Bericht\w*|Auskunft|Rede|Abstand|Ablehnung|Annahme|Einstimmigkeit|Empfehlung)\b.*",
    re.S,
)
_OF_TOWN = re.compile(r" (?:des|der) (?:Stadt|Gemeinde|Kreises|[\w-]+[Kk]reises)\b.*")


def deciding_body(analysis: Analysis, *, wide: bool) -> tuple[str, Span] | None:
    """The only body that decides in the text, by its full name, and where.

    Where no sentence says so in the form of a resolution, a `wide` search takes the only one that takes part in an
    outcome told in passing, those below the heading of the decision before all others.
    """
    told = list(_in_outcomes(analysis)) if wide else []
    decided = [c for c in told if (block := analysis.block_at(c[1][0])) and block.section in ("decision", "vote")]
    for candidates in (_in_resolutions(analysis.text), decided, told):
        found: dict[str, Span] = {}
        for name, place in candidates:
            if not is_generic(name) or name == "Rat":
                found.setdefault(name, place)
        if found:
            return next(iter(found.items())) if len(found) == 1 else None
    return None


def _in_resolutions(text: str) -> Iterator[tuple[str, Span]]:
    for match in _DECIDES.finditer(text):
        group = next(name for name in ("after", "before", "by") if match[name])
        yield _plain(match[group], match.start(group))


def _in_outcomes(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Bodies in sentences without a date that tell an outcome of the matter."""
    for pattern in (_AGENT, _LABEL):
        for match in pattern.finditer(analysis.text):
            sentence = analysis.sentence_at(match.start("body"))
            if sentence and _OUTCOME.search(sentence.text) and not _NOT_NOW.search(sentence.text):
                if dates(sentence.text):
                    continue
                yield _plain(match["body"], match.start("body"))


def _plain(printed: str, start: int) -> tuple[str, Span]:
    """The name in the nominative without its town or a word of the sentence, and its place."""
    short = _OF_TOWN.sub("", _NOT_NAME.sub("", printed))
    return nominative(short), (start, start + len(short))
