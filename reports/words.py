"""Values as German text: numbers, amounts, dates, and what a fact says in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from corpus.days import Dated
from corpus.owners import Day
from corpus.topic import Topic
from reports.labels import KINDS, SINGULAR, label
from reports.values import VALUES

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()

_WHOSE = {"own": "", "meeting": "Sitzung vom ", "paper": "Vorlage vom ", "consultation": "letzte Beratung am "}
_PREFIX = {"first_meeting": "erste Sitzung ", "composition": "Mitglieder: ", "chair": "Leitung: "}

_SHOWN: dict[str, tuple[str, ...]] = {
    "municipality": ("name",),
    "meeting": ("body", "date", "time_start"),
    "agenda_item": ("number", "title_raw"),
    "paper": ("reference", "type_raw", "subject"),
    "consultation": ("body", "date", "state_raw"),
    "lead_unit": ("code", "name"),
    "applicant": ("name", "party"),
    "result": ("raw", "normalised"),
    "vote": ("raw",),
    "decision_text": ("text",),
    "decision_ref": ("body", "date", "what"),
    "person": ("name", "role", "party"),
    "statement": ("speaker", "act", "topic"),
    "position": ("actor", "stance", "topic"),
    "question": ("asked_by", "topic"),
    "commitment": ("who", "what", "due"),
    "organization": ("name",),
    "body": ("name", "exists", "first_meeting", "composition"),
    "body_member": ("function", "organization", "area"),
    "money": ("value_eur", "value_pct", "period"),
    "post": ("number", "number_min", "number_max", "unit"),
    "module": ("number",),
    "programme": ("name", "funder"),
    "goal": ("text",),
    "status": ("topic", "stage", "state"),
    "event": ("date", "meaning", "type"),
    "reference": ("identifier", "date"),
    "legal_status": ("kind",),
    "attachment": ("name", "size_raw"),
    "caseload": ("number",),
}
_SPOKEN = ("question", "statement", "position")
_PROSE = re.compile(r"[a-zäöüß]|(?i:\w*(?:verbänden|trägern|partnern|vertretern|vertreterinnen|paritätischen))(?: |$)")
QUALIFIERS = frozenset({"status", "unit", "period"})
"""Fields that tell more about a value and are none by themselves."""


def number(value: float, digits: int | None = None) -> str:
    """A number as printed in German: 1.234,5; `digits` fixes the decimals."""
    text = f"{value:,.{digits}f}" if digits is not None else f"{value:,.3f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def date(iso: str | None) -> str:
    """An ISO day, month or year in German: 17.02.2021, März 2021, 2021; anything else as it is."""
    if iso is None:
        return "Datum unbekannt"
    if m := re.match(r"(\d{4})-(\d\d)-(\d\d)", iso):
        return f"{m[3]}.{m[2]}.{m[1]}"
    if (m := re.fullmatch(r"(\d{4})-(\d\d)", iso)) and 1 <= int(m[2]) <= 12:
        return f"{MONTHS[int(m[2]) - 1]} {m[1]}"
    return iso


def day_of(day: Day | None) -> str:
    """A day in German with whose it is, unless it is the document's own: Sitzung vom 17.02.2021."""
    return date(None) if day is None else f"{_WHOSE[day.basis]}{date(day.date)}"


def date_range(span: tuple[str, str]) -> str:
    """First and last day in German; one day if they are the same."""
    return date(span[0]) if span[0] == span[1] else f"{date(span[0])} bis {date(span[1])}"


def days_of(dated: Dated) -> str:
    """The day of a document with whose it is; of a list the first and the last, of an empty one none."""
    if dated.entries is not None and dated.day is None:
        return "ohne Tag"
    return date_range(dated.span) if dated.span else day_of(dated.day)


def in_document(iso: str | None) -> str:
    """Where something stands: im Dokument vom 17.02.2021."""
    return f"im Dokument vom {date(iso)}" if iso else "in einem Dokument ohne Datum"


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun: 1 Dokument, 4 Dokumente, keine Dokumente."""
    return f"{'keine' if count == 0 else number(count)} {one if count == 1 else many}"


def short(text: str, most: int = 150) -> str:
    """A text cut after a whole word, with an ellipsis where it was."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def value_text(kind: str, value: Mapping[str, Any], show: Sequence[str], topic: Topic) -> str:
    """The shown fields of a fact's value as one German phrase; empty where all of them are unknown."""
    if kind == "money" and ("value_eur" in show or "value_pct" in show):
        return _money(value)
    if kind in ("post", "caseload") and "number" in show:
        return _amount(value)
    if kind == "module" and value.get("number") is not None:
        return _module(value, topic)
    if kind == "vote" and not _prints_all(value):
        return vote_text(value)
    fields = [f for f in show if f not in QUALIFIERS and value.get(f) not in (None, "", [], "other")]
    if kind == "body" and value.get("planned") and value.get("exists") is False:
        value = {**value, "exists": label("status", "planned")}
    if kind == "organization" and isinstance(value.get("name"), str):
        value = {**value, "name": _named(value["name"])}
    pieces = [(f, _piece("event_type" if (kind, f) == ("event", "type") else f, value[f])) for f in fields]
    if kind == "commitment":
        return _promise(value, [text for field, text in pieces if field not in ("due", "due_raw")])
    if kind == "applicant":
        pieces = [p for p in pieces if p[0] != "party" or p[1].casefold() not in str(value.get("name", "")).casefold()]
    return _joined(kind, pieces)


def fact_text(kind: str, value: Mapping[str, Any], topic: Topic) -> str:
    """What any fact says, in one line; its kind's German name where no known field is filled."""
    text = value_text(kind, value, _SHOWN.get(kind, tuple(value)), topic) or KINDS.get(kind, kind)
    programme = value.get("programme")
    return f"{text} [{programme}]" if programme and programme != topic.short and kind != "programme" else text


def status_text(value: Mapping[str, Any]) -> str | None:
    """German word for a post's or amount's status."""
    status = value.get("status")
    return label("status", status) if isinstance(status, str) else None


def _prints_all(vote: Mapping[str, Any]) -> bool:
    """Whether the printed words hold every counter; a page's end may part them from each other."""
    raw = str(vote.get("raw") or "")
    counted = [str(vote[name]) for name in ("yes", "no", "abstentions") if vote.get(name)]
    return bool(raw) and (not re.search(r"\d", raw) or all(re.search(rf"\b{n}\b", raw) for n in counted))


def vote_text(value: Mapping[str, Any]) -> str:
    """The counters of a vote that are stated; nothing is said of the others."""
    names = (("yes", "Ja"), ("no", "Nein"), ("abstentions", "Enthaltungen"), ("biased", "Befangen"))
    parts = [f"{name}: {value[field]}" for field, name in names if value.get(field) is not None]
    if value.get("unanimous"):
        parts.insert(0, "einstimmig")
    return ", ".join(parts)


def _money(value: Mapping[str, Any]) -> str:
    euros, share = value.get("value_eur"), value.get("value_pct")
    low, high = value.get("value_eur_min"), value.get("value_eur_max")
    if isinstance(euros, int | float):
        text = f"{_sum(euros)} Euro"
    elif isinstance(low, int | float) and isinstance(high, int | float):
        text = f"{_sum(low)}–{_sum(high)} Euro"
    elif isinstance(share, int | float):
        text = f"{number(share)} %"
    else:
        return ""
    period = str(value.get("period") or "")
    word, _, rest = period.partition(" ")
    rest = re.sub(r"\buntil (\S+)", lambda m: f"bis {date(m[1])}", rest)
    told = " ".join(filter(None, [label("period", word), rest]))
    return " ".join(filter(None, ["rund" if value.get("approx") else "", text, told]))


def _sum(euros: float) -> str:
    return number(euros, None if float(euros).is_integer() else 2)


def _amount(value: Mapping[str, Any]) -> str:
    exact, low, high = value.get("number"), value.get("number_min"), value.get("number_max")
    unit = label("unit", str(value.get("unit") or ""))
    if isinstance(exact, int | float):
        text = number(exact)
        unit = SINGULAR.get(unit, unit) if exact == 1 else unit
    elif low is not None and high is not None:
        text = f"{number(low)}–{number(high)}"
    elif low is not None:
        text = f"mindestens {number(low)}"
    elif high is not None:
        text = f"höchstens {number(high)}"
    else:
        return ""
    return " ".join(filter(None, ["rund" if value.get("approx") else "", text, unit]))


def _module(value: Mapping[str, Any], topic: Topic) -> str:
    own = value.get("programme") in (None, topic.short)
    name = next((m.label for m in topic.modules if own and m.number == value["number"]), None)
    return f"Baustein {number(value['number'])}" + (f": {name}" if name else "")


def _piece(field: str, value: Any) -> str:
    if field == "exists" and isinstance(value, bool):
        return "eingerichtet" if value else "gibt es (noch) nicht"
    if field == "composition" and value == "table":
        return "Mitgliederliste im Dokument"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list | tuple):
        return _PREFIX.get(field, "") + ", ".join(_named(_piece("", v)) for v in value)
    if isinstance(value, dict):
        return ", ".join(_piece(k, v) for k, v in value.items() if v is not None)
    dated = date(str(value)) if field in ("", "date", "due", "first_meeting", "start", "end") else str(value)
    return _PREFIX.get(field, "") + (label(field, dated) if field in VALUES else dated)


def _named(name: str) -> str:
    """A name; in quotation marks as printed where the text only describes somebody, in whatever case."""
    return f"„{name}“" if _PROSE.match(name) else name


def _promise(value: Mapping[str, Any], texts: list[str]) -> str:
    """Who promises or announces what; the time as printed, the day or month that it means beside it."""
    if len(texts) > 1 and texts[0] in texts[1]:
        texts = texts[1:]
    what = f"{texts[0]}: {', '.join(texts[1:])}" if len(texts) > 1 else "".join(texts)
    raw, due = str(value.get("due_raw") or ""), date(str(value["due"])) if value.get("due") else ""
    time = f"Frist: {raw}" if raw and raw not in what else ""
    if due and due not in what + raw:
        time = ", ".join(filter(None, [time, f"gelesen als {due}"])) if raw else f"Frist: {due}"
    told = "; ".join(filter(None, ["angekündigt" if value.get("firm") is False else "", time]))
    return f"{what} ({told})" if what and told else what or told


def _result(raw: str, normalised: str) -> str:
    """A result as printed, and its category where the words do not say it already."""
    said = set(re.findall(r"\w+", raw.casefold().replace("ungeändert", "unverändert")))
    meant = set(normalised.casefold().split())
    return raw if meant <= said and ("nicht" in meant) == ("nicht" in said) else f"{raw} ({normalised})"


def _joined(kind: str, pieces: list[tuple[str, str]]) -> str:
    texts = [text for _, text in pieces]
    if kind in _SPOKEN and len(texts) > 1 and texts[0] in texts[1]:
        texts = texts[1:]
    if kind in _SPOKEN and len(texts) > 1:
        return f"{texts[0]}: {', '.join(texts[1:])}"
    if kind in ("applicant", "person") and pieces and pieces[-1][0] == "party" and len(texts) > 1:
        return f"{', '.join(texts[:-1])} ({texts[-1]})"
    if kind == "lead_unit":
        return " – ".join(texts)
    if kind == "result" and len(texts) > 1:
        return _result(*texts)
    return ", ".join(texts)
