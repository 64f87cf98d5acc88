"""Outcomes told in the perfect: "Der Ausschuss hat von der Vorlage Kenntnis genommen".

In a record the perfect of the own body tells its meeting; of another body, or beside a word of an earlier time, it
tells a decision taken before.
"""

from __future__ import annotations

import re

from corpus.patterns import guarded
from extractors.committees import NAME, is_generic, nominative
from extractors.outcome_parts import PASSIVE_END

_DONE = (
    rf"(?:{PASSIVE_END}|Kenntnis genommen|ausgesprochen|bewilligt|befürwortet|beauftragt|bestätigt|gewählt|entsandt)"
)
_WHAT = r"(?:[^.;:]|(?<=\d)\.|(?<=\bNr)\.|(?<=\bDr)\.)"
_HAS = r"(?:hat|haben)"
_PERFECT = (
    guarded(
        rf"(?:^|[,:] |\b(?:[Dd]amit|[Ss]omit) )[Dd](?:er|ie|as) (?:[a-zäöü]{{3,20}} )?(?P<body>{NAME}),? {_HAS}\b"
        rf"(?P<rest>{_WHAT}{{0,400}}?\b{_DONE})(?=[.,;! ]|$)"
    ),
    guarded(
        rf"\b{_HAS} (?:[a-zäöü]{{3,14}} ){{0,2}}(?:der|die|das) (?:[a-zäöü]{{3,20}} )?(?P<body>{NAME})\b"
        rf"(?P<rest>{_WHAT}{{0,400}}?\b{_DONE})(?=[.,;! ]|$)"
    ),
)
_EARLIER = guarded(
    r"\b(?:bereits|schon|seinerzeit|damals|zuvor|früher\w*|vorher|zuletzt|einst|ursprünglich|ob|wenn|falls|dass|nachdem|"
    r"weil|da|sobald|wie|in der (?:letzten|vergangenen|vorherigen) Sitzung|in (?:seiner|ihrer|der) Sitzung (?:am|vom)|"
    r"(?:am|vom) \d{1,2}\.|im (?:Jahre? )?(?:\w+ )?(?:19|20)\d\d)\b"
)


def perfect(text: str, here: str | None) -> tuple[str, str] | None:
    """Body and clause of a main clause in which the body whose record it is has decided; `here` is its name."""
    for pattern in _PERFECT:
        match = pattern.search(text)
        if match is None or _EARLIER.search(text[: match.end()]):
            continue
        body = nominative(match["body"])
        own = is_generic(body) or (here is not None and (body in here or here in body))
        if own and not re.search(r"\bnicht\b[^,]{0,40}$", match["rest"][:-1].rpartition(" ")[0][-40:]):
            return match["body"], match.group().strip(", :")
    return None
