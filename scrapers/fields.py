"""What head fields of council pages say, whatever the product: openness, item numbers, roles, reference and title.

Every product prints the same few notations ("öffentlich/nichtöffentlich", "Ö 5.1", "Vorlage - 12/2021"); they are
understood here once. A notation that is not known gives None, and the printed text stays in the record.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Literal

from corpus.evidence import Span
from corpus.model import Vote
from corpus.outcomes import parse_vote
from scrapers.page import BERLIN, Page, Tag, day
from scrapers.times import start_and_end

Openness = Literal["public", "non_public", "mixed"]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(
    r"(?<![\d-])(?P<day>\d{4}-\d{2}-\d{2})(?![\d-])"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_PARTS = {"ö": True, "öffentlich": True, "n": False, "nö": False, "nichtöffentlich": False}


def attribute(tag: Tag | None, name: str) -> str | None:
    """A tag's attribute as one string, None if the tag or the attribute is missing or empty."""
    value = tag.get(name) if tag else None
    return (" ".join(value) if isinstance(value, list) else value) or None


def label(text: str) -> str:
    """A printed label as it is compared: "1.\u00a0Federführend :" is "1. federführend"."""
    return re.sub(r"\s+", " ", text).strip(" :").lower()


def openness(text: str | None) -> Openness | None:
    """Whether a printed status means public, non-public or a meeting with both parts."""
    said = re.sub(r"\(.*|[\s-]", "", text or "").lower()
    non_public = "nichtöffentlich" in said
    public = "öffentlich" in said.replace("nichtöffentlich", "")
    if "gemischt" in said or (public and non_public):
        return "mixed"
    return "non_public" if non_public else "public" if public else None


def is_public(text: str | None) -> bool | None:
    """True, False, or None for a mixed or unstated openness."""
    return {"public": True, "non_public": False}.get(openness(text) or "")


def bracketed(text: str, span: Span) -> Span | None:
    """Place of the state in "öffentlich (Sitzung abgeschlossen)": what stands in the brackets."""
    match = re.search(r"\(([^()]+)\)", text[slice(*span)])
    return (span[0] + match.start(1), span[0] + match.end(1)) if match else None


def item_number(printed: str | None) -> tuple[str | None, bool | None]:
    """Number without its part letter, and whether that letter names the public part: "N 3.1" is ("3.1", False)."""
    match = re.fullmatch(r"\s*(?:TOP\s*)?(Ö|NÖ|N)?[\s.]*(\d[\w.]*|[A-Z][\d.]+)?\.?\s*", printed or "", re.I)
    if not match:
        return (printed or "").strip() or None, None
    return match[2], _PARTS.get((match[1] or "").lower())


def reference_and_title(text: str) -> re.Match[str] | None:
    """Groups 1 (reference) and 2 (title) of "22-0621 Parken am Markt" or "FB 56/0014/WP18 Parken am Markt"."""
    return re.match(r"\s*((?:[A-Z][A-Za-z]{0,3}\s)?\S*\d\S*)\s+(\S.*?)\s*$", text, re.S)


def any_day(text: str | None) -> dt.date | None:
    """A printed date: TT.MM.JJJJ, ISO 8601, or as ALLRIS 4 prints it for English browsers ("Sep 10, 2024")."""
    if found := day(text) or iso_day(text):
        return found
    match = re.search(r"(?:(\d{4}) )?\b([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:, (\d{4}))?", text or "")
    if not match or match[2].lower() not in _MONTHS or not (match[1] or match[4]):
        return None
    return dt.date(int(match[1] or match[4]), _MONTHS.index(match[2].lower()) + 1, int(match[3]))


def iso_day(text: str | None) -> dt.date | None:
    """The first ISO 8601 date or date-time of a text as a day in Berlin; without an offset it is as printed."""
    match = _ISO.search(text or "")
    try:
        if match is None or not match["zone"]:
            return dt.date.fromisoformat(match["day"]) if match else None
        return dt.datetime.fromisoformat(f"{match['day']}T{match['time']}{match['zone']}").astimezone(BERLIN).date()
    except ValueError:
        return None


def end_of_meeting(date: dt.date | None, time: str | None) -> dt.datetime | None:
    """The end in "18:00 - 20:00" on that day; None where only the start is printed."""
    _, end = start_and_end(time)
    return dt.datetime.combine(date, end, BERLIN) if date and end else None


def is_cancelled(title: str | None) -> bool | None:
    """True where a meeting's title says so ("(ABGESAGT!!)"), else None: a title without it does not deny it."""
    return True if re.search(r"(?i)\babgesagt\b|\bf(?:ä|ae)llt aus\b|\bentf(?:ä|ae)llt\b", title or "") else None


def is_authoritative(role: str | None) -> bool | None:
    """Whether a station's role word makes it the deciding one; None for a mere Kenntnisnahme or an unknown word."""
    said = (role or "").lower()
    if re.search(r"vorberat|anhörung|empfehl|stellungnahme", said):
        return False
    return True if re.search(r"entscheid|beschluss|beschließ", said) else None


def is_applicants_paper(paper_type: str | None) -> bool:
    """Whether the author of such a paper is who applied: an Antrag or Anfrage, not a proposal of the administration."""
    return bool(re.search(r"(?i)antrag|anfrage|auskunftsersuchen", paper_type or ""))


def printed_votes(page: Page, result: Span, *counted: Span) -> tuple[tuple[Vote, ...], dict[str, Span]]:
    """Votes of the fields that count them, and their places by "votes.0", "votes.1" ...

    A result field that says "einstimmig" or "mehrheitlich" says it of the first of them, or is itself the only vote.
    A vote that counts who was against is never called unanimous, whatever the result field says.
    """
    said = _votes_at(page, result)
    found = [vote for span in counted for vote in _votes_at(page, span)] or said
    if said and found and found[0][0].unanimous is None and not (said[0][0].unanimous and found[0][0].no):
        found[0] = (dataclasses.replace(found[0][0], unanimous=said[0][0].unanimous), found[0][1])
    return tuple(vote for vote, _ in found), {f"votes.{i}": span for i, (_, span) in enumerate(found)}


def _votes_at(page: Page, span: Span) -> list[tuple[Vote, Span]]:
    found = parse_vote(page.text[slice(*span)])
    return [(printed.vote, (printed.span[0] + span[0], printed.span[1] + span[0])) for printed in found]
