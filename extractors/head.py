"""Head of a document that no page states: municipality for every document; meeting, items and paper number of minutes.

Kinds municipality, meeting, agenda_item, paper. What the page itself states is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.bodies import body_named, body_of_url
from corpus.evidence import Fact
from corpus.patterns import Guarded, guarded
from extractors.analysis import Analysis, Extractor
from extractors.committees import NAME, NAME_GENITIVE, WORKING_GROUP, nominative
from extractors.dates import dates
from extractors.deciding_body import deciding_body
from extractors.decision_texts import is_paper
from extractors.matter_papers import numbered_paper
from extractors.municipalities import own_address, printed_municipalities
from extractors.notices import bracketed, is_notice, meeting_of_notice

_HEAD = 2500
"""Characters from the start in which a document names its meeting."""
_SITTING = (
    guarded(
        rf"(?:\b\d{{1,3}}\. ?)?(?:[Öö]ffentliche[nr]? |[Nn]icht\w* "
        rf")?(?:\b[A-ZÄÖÜ][a-zäöü]{{2,14}})?[Ss]itzung,? (?:des|der) (?P<body>{NAME_GENITIVE})"
    ),
    guarded(rf"(?m)^(?:\d{{1,3}}\. )?Sitzung (?P<body>{NAME})\s*$"),
    guarded(rf"(?m)^\W{{0,3}}(?:Gremium|Ausschuss|Sitzungsgremium|Sitzung(?=:)):?\s+(?P<body>{NAME})\s*$"),
    guarded(rf"(?m)^\W{{0,3}}(?P<body>{NAME}) (?:am|vom) (?=\d{{1,2}}\.)"),
    guarded(rf"(?m)^\W{{0,3}}(?P<body>{NAME}),? (?:\w+, )?(?=\d{{1,2}}\. ?(?:\d|[A-Z]))"),
    guarded(
        rf"(?m)^\W{{0,3}}(?P<body>{NAME}) ?[,:|–-]? ?(?:\d{{1,3}}\. )?(?:Sitzung )?(?:(?:am|"
        rf"vom) )?(?:[A-Z]\w{{1,9}}\.?, )?"
        r"(?:de[nm] )?(?=\d{1,2}\. ?(?:\d|[A-Z]))"
    ),
    guarded(
        r"(?m)^\W{0,3}(?:Sitzung|Beratung):? (?:(?:am|vom) )?(?:\w+, (?:de[nm] )?)?\d{1,2}\. ?(?:\d{1,2}\.|"
        r"[A-Z][a-zä]{2,8}) ?\d{2,4}"
        rf"[ ,|–-]{{1,4}}(?:im |des |der )?(?P<body>{NAME_GENITIVE}|{NAME})\s*$"
    ),
    guarded(
        r"(?m)^\W{0,3}(?:Beratungs|Beschluss|Ergebnis|Auszug|Protokoll)\w{0,12}\b[^\n]{0,60} (?:aus dem|aus der|im|"
        r"in der|des|der) "
        rf"(?P<body>{NAME_GENITIVE}|{NAME}) (?:am|vom) (?=\d{{1,2}}\.)"
    ),
)
_SITTING_WORD = re.compile(r",? (?:Sitzung|Termin|Datum|Protokoll|Niederschrift|Beratung)\b.*", re.S)
_LABELLED = _SITTING[2]
_GROUP_SITTING = guarded(
    rf"(?m)^\W{{0,3}}(?:(?:\w{{0,12}}[Pp]rotokoll|Niederschrift|Ergebnis\w+|\w{{0,9}}[Vv]ermerk|"
    rf"\w{{0,12}}[Nn]otiz|Bericht|Einladung)\b"
    rf"(?:[^\n.]|(?<=\d)\.){{0,60}}|(?:\d{{1,3}}\. ?)?)(?:[Ss]itzung|[Tt]reffen|[Bb]esprechung) (?:des|der) "
    rf"(?P<body>{WORKING_GROUP})"
)
"""The title line of a record that a working group keeps of its own meeting."""
_TYPE_LABEL = guarded(
    r"(?m)^\W{0,4}(?:Vorlage(?:n|n-|-)?[Aa]rt|Art(?: der (?:Vorlage|Drucksache))?|Drucksachen?-?[Aa]rt|"
    r"Dokument(?:en)?art|"
    r"Vorlagentyp)\s?[:\t|]\s{0,3}(?:[-•] ?)?(?P<type>[A-ZÄÖÜ][\w/-]{3,40}(?: zur \w+)?)[ \t]*$"
)
_TITLE_TYPE = guarded(
    r"(?m)^[ \t]*(?P<type>(?:(?:Änderungs|Ergänzungs|Dringlichkeits|Eil|Prüf|Sach|Haushalts)[Aa]n|An)trag|"
    r"(?:Kleine |Große )?"
    r"Anfrage|Mitteilung|Stellungnahme)(?:[ \t]+(?:gem\.|gemäß|nach|zur|zum|der|des|auf|"
    r"betr\.)[^\n]{0,120}[^\n.])?[ \t]*$"
)
"""A line of a letter's head that says what the letter is: "Antrag gem. § 3 der Geschäftsordnung"."""
_DATE_LABEL = guarded(r"(?:Sitzungs(?:termin|tag|datum)|Sitzung am|Besprechung am|Datum|Termin|Tag der Sitzung)\s?:?\s")
_START = guarded(
    r"(?:Sitzungsbeginn|Beginn(?: der Sitzung)?|Uhrzeit|Zeit)\s?:?\s{0,3}(?:um "
    r")?(?P<time>\d{1,2}[.:]\d\d)|(?<![\d.])(?P<bare>\d{1,2}[.:]\d\d)(?: ?(?:bis|[-–]) ?\d{1,2}[.:]\d\d)? Uhr"
)
_ITEM = guarded(
    r"(?m)^[ \t]*(?P<raw>(?:[Zz]u )?(?:TOP|Tagesordnungspunkt|Punkt|Ö|N|NÖ)\b[ "
    r".:]{0,2}(?:(?:NÖ|Ö|"
    r"N)[ .]{0,2})?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}))(?: der Tagesordnung)?[ \t]{0,2}(?P<sep>[:.–-]|"
    r"[ \t]|$)\s{0,3}(?P<title>[^\n]{0,300})"
)
_TOP_LABEL = guarded(r"(?m)^\W{0,3}TOP: ?(?P<number>(?:Ö |N )?\d{1,3}(?:\.\d{1,3}){0,3})\s*$")
_SUBJECT = guarded(r"(?m)^\W{0,3}(?:Betreff|Bezeichnung|Titel)\s?:\s{0,3}(?P<title>[^\n]{3,300})")
_DATED_ITEM = guarded(
    r"\A\s*(?P<date>\d{1,2}\.\d{1,2}\.\d{4}) - (?P<number>\d{1,3}(?:\.\d{1,3}){0,3}) (?P<title>[^\n]{3,300})"
)
_NUMBER = (
    r"(?P<number>(?:[A-ZÄÖÜ]{1,4}[ /-]?)?\d{1,5}(?:[/-](?:[A-Z]{1,4}/)?[\dIVXA-Z]{1,6}){1,4}|"
    r"[A-Z]{1,4}[/-]\d{2,4}[/-]\d{1,5}|[IVX]{1,6}/\d{2,5})"
)
_PAPER = guarded(
    rf"(?m)^[ \t]*(?:[^\n:]{{0,40}} zu |(?:[Nn]icht-?)?[Öö]ffentliche[rs]? )?(?P<type>\w{{0,20}}[Vv]orlage|"
    rf"Drucksache|DS|"
    rf"Vorlagen-?(?:nummer|Nr\.)|Drucksachen-?(?:nummer|Nr\.))(?: (?:Drucksache|DS|Drs\.|"
    rf"Vorlage))?(?:[ -]?Nr\.?)?[ ]?[:–-]? "
    rf"?{_NUMBER}\s*$"
)
_PAPER_OF_TITLE = guarded(
    r"(?m)^[ \t]*(?:(?:(?:zu )?(?:TOP|Tagesordnungspunkt|Punkt|Ö) ?\d|(?:Beratungs|Beschluss|Ergebnis|Auszug|"
    r"Protokoll)\w{0,12}\b)"
    r"[^\n]{0,160}?)?(?P<type>\b\w{0,20}[Vv]orlage|Drucksache|DS|Drs\.)(?:[ -]?Nr\.?)?[ ]?[:–-]? ?"
    rf"{_NUMBER}(?=\)?\s*$| ?[–,-] [A-ZÄÖÜ]| aus | im | vom )"
)
"""A paper in the line that names the item or the record: "TOP 5 Bericht (Vorlage 12/2021)"."""
_TYPE_LINE = guarded(
    r"(?m)\A\W{0,5}(?P<type>\w{0,20}[Vv]orlage|Mitteilung|Antrag|Anfrage|Bericht|"
    r"Beschlussempfehlung|Informationsvorlage)(?: - (?P<number>[A-Z\d][\w/.-]{2,24}))?\s*$"
)
_TYPES = {
    "decision": guarded(r"(?i)beschluss|entscheidung|sitzungsvorlage"),
    "information": guarded(r"(?i)mitteilung|information|kenntnis|bericht"),
}


def extract(analysis: Analysis) -> Iterator[Fact]:
    """The municipality, then what minutes, PDF files and texts of unknown shape say at their head."""
    if not analysis.stated("municipality"):
        yield from _municipality(analysis)
    meetings = analysis.stated("meeting")
    if not meetings:
        yield from _meeting(analysis)
    elif len(meetings) == 1 and not meetings[0].value.get("body"):
        yield from _meeting_without_head(analysis)
    if not analysis.stated("agenda_item"):
        yield from _items(analysis)
    papers = analysis.stated("paper")
    if not papers:
        yield from _papers(analysis)
    elif len(papers) == 1 and not papers[0].value.get("reference"):
        yield from numbered_paper(analysis, papers[0])
    if is_notice(analysis) and not is_paper(analysis):
        yield from bracketed(analysis)


def _municipality(analysis: Analysis) -> Iterator[Fact]:
    printed = printed_municipalities(analysis.text)
    address = own_address(analysis.text)
    of_url = body_of_url(analysis.url) if analysis.url else None
    own = of_url.name if of_url else address[2] if address else None
    best = next((p for p in printed if own and p.name == own), None) or (None if own else next(iter(printed), None))
    if best:
        nominatives = [p for p in best.places if analysis.text[slice(*p)] == best.name]
        main = (nominatives or best.places)[0]
        yield analysis.fact("municipality", {"name": best.name, "ags": best.ags, "rests_on": "name"}, *main)
    elif address and address[2] == own:
        body = body_named(address[2])
        value = {"name": address[2], "ags": body.id if body else None, "rests_on": "printed_url"}
        yield analysis.fact("municipality", value, address[0], address[1])
    elif of_url:
        name, version = EXTRACTOR.name, EXTRACTOR.version
        value = {"name": of_url.name, "ags": of_url.id, "rests_on": "url"}
        yield Fact(kind="municipality", value=value, evidence=(), extractor=name, extractor_version=version)


def _meeting(analysis: Analysis) -> Iterator[Fact]:
    text = analysis.text[:_HEAD]
    paper = is_paper(analysis)
    patterns = (_LABELLED,) if paper else _SITTING
    if not paper:
        patterns = (*patterns, _GROUP_SITTING)
    found = [m for pattern in patterns if (m := _first_of_head(pattern, text))]
    if len({nominative(m["body"]) for m in _SITTING[0].finditer(text)}) > 3:
        return  # a calendar lists the meetings of many bodies
    noticed = meeting_of_notice(analysis) if not paper and is_notice(analysis) else None
    if noticed and all(analysis.view.place(noticed.start) < m.start() for m in found):
        yield noticed
        return
    if not found:
        yield from () if paper else _meeting_without_head(analysis)
        return
    body = min(found, key=lambda m: m.start())
    labelled = _DATE_LABEL.search(text)
    places = [body.end(), *([labelled.end()] if labelled else []), 0]
    day = next((d for low in places for d in _days(text, low) if low or d[0] < body.start("body")), None)
    time = _START.search(text, 0, body.end() + 600)
    value = {
        "body": nominative(_SITTING_WORD.sub("", body["body"])),
        "date": day[2] if day else None,
        "time_start": _clock(time["time"] or time["bare"]) if time else None,
    }
    more = [(day[0], day[1])] if day else []
    yield analysis.fact("meeting", value, *body.span(), more=more + ([time.span()] if time else []))


def _meeting_without_head(analysis: Analysis) -> Iterator[Fact]:
    """Date from the title, body from the one that decides in the text."""
    dated = _DATED_ITEM.match(analysis.text)
    stated = next((str(f.value["date"]) for f in analysis.stated("meeting") if f.value.get("date")), None)
    day = dates(dated["date"])[0].iso if dated else stated
    body = deciding_body(analysis, wide=day is not None)
    if not body and not dated:
        return
    places = [*([body[1]] if body else []), *([dated.span("date")] if dated else [])]
    value = {"body": body[0] if body else None, "date": day, "time_start": None}
    yield analysis.fact("meeting", value, *places[0], more=places[1:])


def _first_of_head(pattern: Guarded, text: str) -> re.Match[str] | None:
    """The first match that is no reference inside a sentence."""
    for match in pattern.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if len(line) < 60 and not re.search(r"\b(?:in|auf|aus|für|zur|von|verweist|Beschluss) (?:der |die )?$", line):
            return match
    return None


def _days(text: str, low: int) -> list[tuple[int, int, str]]:
    found = dates(text[low : low + 160])
    return [(low + d.start, low + d.end, d.iso) for d in found if d.precision == "day" and d.complete]


def _clock(time: str) -> str:
    hours, minutes = re.split("[.:]", time)
    return f"{int(hours):02}:{minutes}"


def _items(analysis: Analysis) -> Iterator[Fact]:
    """Items of the agenda by their headings; an item listed twice (agenda, then minutes) is one."""
    dated = _DATED_ITEM.match(analysis.text)
    if dated:
        yield analysis.fact(
            "agenda_item",
            _item(dated["number"], dated["number"], dated["title"]),
            *dated.span("title"),
            more=[dated.span("number")],
        )
        return
    seen: set[str] = set()
    for match in _ITEM.finditer(analysis.text):
        title = match["title"].strip()
        if (
            match["number"] in seen
            or not title
            or title[0].islower()
            or title[0] in ",)/"
            or len(analysis.text[match.start() : match.end()]) > 320
        ):
            continue
        seen.add(match["number"])
        raw = re.sub(r"^[Zz]u ", "", match["raw"])
        yield analysis.fact("agenda_item", _item(match["number"], raw, title), match.start("raw"), match.end())
    label, subject = _TOP_LABEL.search(analysis.text), _SUBJECT.search(analysis.text)
    if not seen and label:
        value = _item(label["number"].split()[-1], label["number"], subject["title"] if subject else None)
        yield analysis.fact("agenda_item", value, *label.span(), more=[subject.span("title")] if subject else [])


def _item(number: str, raw: str, title: str | None) -> dict[str, object]:
    title = re.sub(r"\s+", " ", title).strip() if title else None
    return {
        "number": number,
        "number_raw": raw,
        "title_raw": title,
        "title_truncated": bool(title and title.endswith(("...", "…"))),
    }


def _papers(analysis: Analysis) -> Iterator[Fact]:
    typed = _TYPE_LINE.match(analysis.text)
    labelled = _TYPE_LABEL.search(analysis.text, 0, _HEAD)
    subject = _SUBJECT.search(analysis.text)
    seen: set[str] = set()
    titles = () if is_paper(analysis) else _PAPER_OF_TITLE.finditer(analysis.text)
    for match in (*_PAPER.finditer(analysis.text), *titles):
        if match["number"] in seen:
            continue
        seen.add(match["number"])
        kind = (
            typed["type"]
            if typed and match.start() < 400
            else labelled["type"]
            if labelled and match.start() < 400
            else match["type"]
            if len(match["type"]) > 8 and "nummer" not in match["type"] and match["type"] != "Drucksache"
            else None
        )
        value = {
            "reference": match["number"],
            "type_raw": kind,
            "type": _type(kind),
            "subject": subject["title"].strip() if subject and match.start() < 400 else None,
        }
        yield analysis.fact("paper", value, match.start("type"), match.end("number"))
    if typed and not seen:
        value = {
            "reference": typed["number"],
            "type_raw": typed["type"],
            "type": _type(typed["type"]),
            "subject": subject["title"].strip() if subject else None,
        }
        if typed["number"] or subject:
            yield analysis.fact("paper", value, typed.start("type"), typed.end())
    titled = _TITLE_TYPE.search(analysis.text, 0, 1500) if is_paper(analysis) and not (typed or seen) else None
    if titled:
        subject_raw = subject["title"].strip() if subject else None
        kind = titled["type"]
        value = {"reference": None, "type_raw": kind, "type": _type(kind), "subject": subject_raw}
        yield analysis.fact("paper", value, *titled.span("type"))


def _type(raw: str | None) -> str | None:
    return next((name for name, pattern in _TYPES.items() if raw and pattern.search(raw)), None)


EXTRACTOR = Extractor(name="head", version=4, kinds=("municipality", "meeting", "agenda_item", "paper"), run=extract)
