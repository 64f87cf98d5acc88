"""Clauses that say what is going to be done: what carries them (future, duty, plan, promise) and a deed or its noun.

A clause needs a force and a deed. Forces: a verb of the future with the deed's infinitive; the present with a time
ahead, or of handing something over; "ist zu", "obliegt"; a plan ("ist für Mai anberaumt", "folgt", "rechnet mit"); a
promise in the passive or as a noun; a label ("Wiedervorlage: Herbst"). Minutes tell in the present what just happened,
so the present alone and the passive without a time are no force, but for what can only come later ("nachgereicht").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from extractors.deed_verbs import DOING, GIVING, deed
from extractors.due_times import due, time_in
from extractors.promise_words import (
    ACTOR,
    AFTER,
    AIMS,
    ARRANGES,
    ASKED,
    ASKED_FOR,
    CARRIED,
    CHARGED,
    DUTY,
    FAILED,
    FUTURE,
    GOT,
    HANDS,
    HAPPENS,
    HINDERED,
    KEEPS,
    LABEL,
    LATER,
    LATER_FOR,
    MONEY,
    MOVED,
    PAST,
    PLANNED,
    PROMISE,
    RECIPIENT,
    RECURRING,
    REPORT,
    SERIES,
    STATE,
    STOP,
    THING,
    WILL,
)
from extractors.syntax import sentence_parts


def hindered(text: str) -> bool:
    """Whether a sentence says that something will not be done, or only could be."""
    return HINDERED.search(text) is not None


def ahead(sentence: str, said: dt.date | None) -> bool:
    """Whether one clause of a sentence, or two that follow each other, says that something will be done.

    What a subordinate clause says hangs on what stands before it: what is asked for or only wished is not promised.
    """
    if sentence.endswith("?"):
        return False
    parts = sentence_parts(sentence)
    for index, (start, end, subordinate) in enumerate(parts):
        if subordinate and STOP.search(sentence[:end]):
            continue
        for last in _ends(parts, index):
            if ASKED.search(sentence[:last]):
                break
            if not STOP.search(sentence[start:last]) and _says(sentence[start:last], said):
                return True
    return False


def _ends(parts: list[tuple[int, int, bool]], index: int) -> Iterator[int]:
    """Where a clause ends that starts with a part: with it, with the next, or with what is only added to it."""
    yield parts[index][1]
    for later in parts[index + 1 : index + 2]:
        yield later[1]
    if len(parts) >= index + 3 and not any(subordinate for _, _, subordinate in parts[index : index + 4]):
        yield parts[min(index + 3, len(parts) - 1)][1]


def _says(text: str, said: dt.date | None) -> bool:
    """Whether a clause has a force and a deed."""
    if STATE.search(text) and not ACTOR.search(text):
        return False
    if _bound(text) or PROMISE.search(text):
        return True
    return not PAST.search(text) and (_handed(text) or _follows_up(text) or _timed(text, said))


def _bound(text: str) -> bool:
    """A duty to report or hand in, a charge with a date or letters, reports at regular times."""
    charged = CHARGED.search(text)
    if charged and ARRANGES.search(text, max(0, charged.start() - 60), charged.end() + 100) and ACTOR.search(text):
        return True
    if not RECIPIENT.search(text):
        return bool(DUTY.search(text) and RECURRING.search(text))
    return bool(DUTY.search(text) or (RECURRING.search(text) and REPORT.search(text) and not PAST.search(text)))


def _follows_up(text: str) -> bool:
    """Who keeps a matter in sight, and what is done as soon as something else is."""
    then = AFTER.search(text)
    if ACTOR.search(text) and (KEEPS.search(text) or (then and deed(text, finite=True))):
        return True
    return bool(then and RECIPIENT.search(text) and deed(text, (GIVING,), finite=True))


def _handed(text: str) -> bool:
    """The passive of what comes later and the present of handing over: no list is sent while the minutes are taken."""
    if MONEY.search(text):
        return False
    if LATER_FOR.search(text) and (ASKED_FOR.search(text) or RECIPIENT.search(text) or time_in(text)):
        return True
    return bool(LATER.search(text)) or (bool(HANDS.search(text)) and bool(ACTOR.search(text) or RECIPIENT.search(text)))


def _timed(text: str, said: dt.date | None) -> bool:
    """What needs a time that lies ahead."""
    time = time_in(text)
    if time is None or _passed(time, said) or (MONEY.search(text) and GOT.search(text)):
        return False
    if LABEL.search(text) or (FUTURE.search(text) and deed(text)) or WILL.search(text):
        return True
    if PLANNED.search(text) and not SERIES.search(text):
        return True
    if (thing := THING.match(text.lstrip(" -–•*"))) and text.rstrip(" .").endswith(time["raw"]) and len(text) < 120:
        return not SERIES.search(text) and thing.group().lower() not in ("sitzung", "termin") and _is_ahead(time, said)
    if HAPPENS.search(text) and THING.search(text) and not SERIES.search(text) and _is_ahead(time, said):
        return True
    if AIMS.search(text) and (deed(text) or THING.search(text)):
        return True
    return deed(text, (GIVING, DOING), finite=True) and bool(ACTOR.search(text)) and _is_ahead(time, said)


def _passed(time: re.Match[str], said: dt.date | None) -> bool:
    """Whether a date is not later than the day on which it was said."""
    day = due(time["dated"], said) if time["dated"] and said else None
    return day is not None and said is not None and day < said.isoformat()[: len(day)]


def _is_ahead(time: re.Match[str], said: dt.date | None) -> bool:
    """Whether the time is known to be ahead: a later date, or words that mean the future."""
    if not time["dated"]:
        return True
    day = due(time["dated"], said)
    if time["dated"] == "Jahres":
        return False
    if said is None:
        return day is None or len(day) < len("2024-05-01")
    return day is None or day > said.isoformat()[: len(day)]


def report_moved(text: str) -> bool:
    """Whether a motion asks for reports at regular times."""
    return bool(RECURRING.search(text) and REPORT.search(text) and MOVED.search(text)) and not text.endswith("?")


def carried(text: str) -> bool:
    """Whether a sentence tells that a motion was carried."""
    return CARRIED.search(text) is not None and FAILED.search(text) is None
