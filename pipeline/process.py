"""From one file to its entry in the corpus: read, detect, read the page's fields, extract. Writes nothing."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import charset
from corpus.bodies import body_id, body_named, body_of_url, known_bodies
from corpus.errors import InputError, ParseError, ReadError
from corpus.evidence import Document, Fact, Problem, sha256
from corpus.json_text import JSON_VERSION
from corpus.model import Body, Record
from corpus.store import Entry, Given, Source, canonical
from corpus.text import HTML_VERSION, is_wrapped
from corpus.topic import Topic
from extractors import all_extractors, arithmetic, ocr
from extractors.analysis import Analysis
from extractors.pdf import VERSION as PDF_VERSION
from pipeline.readers import TEXT_VERSION, is_pdf, read_file
from scrapers import stated, vendors
from scrapers.error_pages import refuse_error_page
from scrapers.page import Page, PageReading

PROCESS_VERSION = 5
"""Raised when this module changes what an entry holds."""

MOST_READ = 5_000_000
"""Characters of a text that is read for facts: some thousand pages. Measured were 20 seconds and 30 MB for each million
of a text full of facts; a longer text is kept and can be searched, and is listed."""

UNREAD = "no fact was read in it"
"""What the problem of such a text says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to process: its bytes, where they came from, and what a person said about it."""

    raw: bytes
    place: str
    url: str | None = None
    given: tuple[Given, ...] = ()
    body: Body | None = None
    """Whose council information system it was fetched from; None for a file."""
    charset: str | None = None
    """What the server declared."""
    ocr: bool = False
    """Whether text of pages that are pictures is to be recognised."""


def made_with(topic: Topic, task: Task) -> str:
    """Names every version that has a say in an entry; another value means: process the file again.

    A task without bytes stands for any file.
    """
    versions: list[object] = [PROCESS_VERSION, stated.STATED_VERSION, topic.name, topic.version, task.url]
    versions += [HTML_VERSION, TEXT_VERSION, PDF_VERSION, JSON_VERSION]
    versions += [(e.name, e.version) for e in all_extractors()]
    versions += [("arithmetic", arithmetic.ARITHMETIC_VERSION)]
    versions += [(v.name, v.version) for v in vendors.vendors()]
    versions += [(g.field, g.value) for g in task.given]
    versions += [task.body.id] if task.body else []
    versions += [ocr.version()] if task.ocr and (not task.raw or is_pdf(task.raw)) else []
    return sha256(canonical(versions))[:16]


def process(task: Task, topic: Topic) -> Entry:
    """The entry of one file. What cannot be read becomes a problem of the entry; nothing is raised for bad input."""
    return process_page(task, topic)[0]


def process_page(task: Task, topic: Topic) -> tuple[Entry, PageReading | None]:
    """The entry of one file, and its reading as a page with where to go on; None if it is no page that is read."""
    source = Source(place=task.place, sha256=sha256(task.raw), size=len(task.raw), media_type="unknown", url=task.url)
    try:
        reading = read_file(task.raw, task.place, task.charset, ocr=task.ocr)
        page = Page(reading.document, reading.html, task.url, json=reading.json)
        refuse_error_page(page)
    except (ReadError, ParseError) as e:
        problem = _problem(e, task.place, source.sha256)
        return Entry(source=source, document=None, made_with=made_with(topic, task), problems=[problem]), None
    source = dataclasses.replace(source, media_type=reading.document.media_type)
    problems = [*_unread_pages(reading.document, task), *_misread(reading.document, task), *_too_long(page, task)]
    try:
        read = vendors.read(page)
    except ParseError as e:
        read = None
        problems.append(_problem(e, task.place, source.sha256))
    facts = _facts(page, read, task, topic)
    problems += _contradicted(task, facts, source.sha256)
    records = [row.record for row in read.rows] if read else []
    entry = Entry(
        source=source,
        document=reading.document,
        made_with=_made_with(topic, task, reading.document),
        body=_body(task, records, facts),
        vendor=read.vendor if read else None,
        page_kind=read.kind if read else None,
        title=_title(facts, reading.document),
        date=_date(facts),
        records=records,
        facts=facts,
        given=task.given,
        problems=problems,
    )
    return entry, read


def _made_with(topic: Topic, task: Task, document: Document) -> str:
    """As `made_with`; recognition had no say where no page is a picture, whether it was asked for or not."""
    pictures = document.recognised_pages or document.unreadable_pages
    return made_with(topic, task if pictures else dataclasses.replace(task, ocr=False))


def _facts(page: Page, read: PageReading | None, task: Task, topic: Topic) -> list[Fact]:
    document = page.document
    given = _given_facts(task)
    known = [fact for fact in given if fact.kind == "meeting"]
    if read:
        known += stated.facts(page, read)
    if _is_too_long(page):
        return list({fact.key(): fact for fact in [*known, *given]}.values())
    text = document.text if page.json is None else page.json.running_text()
    read_in = dataclasses.replace(document, text=text or document.text)
    wrapped = is_wrapped(text, document.page_starts)
    analysis = Analysis(read_in, topic, prose=read.prose if read else (), known=known, wrapped=wrapped, url=task.url)
    facts = [analysis.with_topic(fact) for fact in [*known, *(g for g in given if g not in known)]]
    if text:
        for extractor in all_extractors():
            facts += analysis.run(extractor)
    once = list({fact.key(): fact for fact in facts}.values())
    kept = [_as_certain(fact, document) for fact in once if not _told_fully_by_another(fact, once)]
    return [_cited(fact, document) for fact in arithmetic.checked(analysis, kept)]


def _cited(fact: Fact, document: Document) -> Fact:
    """The fact with the passages of the whole text, where only the prose of it was read."""
    if all(e.text_sha256 == document.text_sha256 for e in fact.evidence):
        return fact
    return dataclasses.replace(fact, evidence=tuple(document.cite(e.start, e.end) for e in fact.evidence))


def _as_certain(fact: Fact, document: Document) -> Fact:
    """The fact, trusted no more than the recognition of the pages that its passages stand on."""
    certainty = document.certainty([(e.start, e.end) for e in fact.evidence])
    return fact if certainty == 1 else dataclasses.replace(fact, confidence=round(fact.confidence * certainty, 3))


def _told_fully_by_another(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a meeting or paper that a page states in part (no committee, no number) is told in full from its text."""
    if fact.kind == "paper" and not fact.value.get("reference"):
        same = ("type_raw", "subject")
        return any(
            f.kind == "paper" and f.value.get("reference") and all(f.value.get(k) == fact.value.get(k) for k in same)
            for f in facts
        )
    if fact.kind != "meeting" or fact.value.get("body") or not fact.value.get("date"):
        return False
    return any(f.kind == "meeting" and f.value.get("body") and f.value.get("date") == fact.value["date"] for f in facts)


def _given_facts(task: Task) -> list[Fact]:
    given = {g.field: g.value for g in task.given}
    facts = []
    if "municipality" in given:
        body = find_body(given["municipality"])
        ags = body.id if body.id.isdigit() else None
        facts.append(_given_fact("municipality", {"name": body.name, "ags": ags}))
    if "committee" in given or "date" in given:
        facts.append(_given_fact("meeting", {"body": given.get("committee"), "date": given.get("date")}))
    return facts


def _given_fact(kind: str, value: dict[str, str | None]) -> Fact:
    rested = {**value, "rests_on": "given"}
    return Fact(
        kind=kind, value=rested, evidence=(), extractor="given", extractor_version=1, grade="reviewed", confidence=1.0
    )


def find_body(text: str) -> Body:
    """The municipality that a person named by AGS or name. InputError for an AGS that nobody has."""
    if text.isdigit():
        body = next((b for b in known_bodies() if b.id == text), None)
        if body is None:
            raise InputError(f"municipality {text}: expected an AGS of the table of municipalities, found none such")
        return body
    near = [b.name for b in known_bodies() if b.name.casefold().endswith(f" {text.strip().casefold()}")]
    if body_named(text) is None and near:
        raise InputError(f"municipality {text}: expected a full name or an AGS, found a part of {' and '.join(near)}")
    close = difflib.get_close_matches(text.strip(), [b.name for b in known_bodies()], n=1, cutoff=0.85)
    if body_named(text) is None and close:
        raise InputError(f"municipality {text}: expected a full name or an AGS, found one that is almost {close[0]}")
    return _named(text)


def _named(name: str) -> Body:
    return body_named(name) or Body(id=body_id(name), name=name.strip())


def _body(task: Task, records: Sequence[Record], facts: Sequence[Fact]) -> Body | None:
    """Whose document it is: as given, by the site or the page's address, else as its text says."""
    given = next((g.value for g in task.given if g.field == "municipality"), None)
    if given:
        return find_body(given)
    if task.body:
        return task.body
    if task.url and (body := body_of_url(task.url)):
        return body
    printed = [r for r in records if isinstance(r, Body)]
    if len(printed) == 1:
        return _named(printed[0].name)
    named = next((f.value["name"] for f in facts if f.kind == "municipality"), None)
    return _named(named) if named else None


def _contradicted(task: Task, facts: Sequence[Fact], digest: str) -> list[Problem]:
    """What a person gave wins over what is read, but not in silence."""
    given = next((find_body(g.value) for g in task.given if g.field == "municipality"), None)
    read = next((f for f in facts if f.kind == "municipality" and f.evidence), None)
    if given is None or read is None or _named(read.value["name"]).id == given.id:
        return []
    found = f"{read.value['name']} in its text ({read.evidence[0].quote!r})"
    expected = f"{given.name}, as given"
    return [Problem(stage="check", place=task.place, expected=expected, found=found, file_sha256=digest)]


def _date(facts: Sequence[Fact]) -> str | None:
    """Day of the meeting; for a paper the last day of its consultations."""
    for kind in ("meeting", "consultation"):
        days = [str(f.value["date"])[:10] for f in facts if f.kind == kind and f.value.get("date")]
        if days:
            return max(days)
    return None


def _title(facts: Sequence[Fact], document: Document) -> str:
    items = [f for f in facts if f.kind == "agenda_item" and f.value.get("title_raw")]
    papers = [f for f in facts if f.kind == "paper" and f.value.get("subject")]
    meetings = [f for f in facts if f.kind == "meeting" and f.value.get("body")]
    if papers and (not items or items[0].value.get("title_truncated")):
        return str(papers[0].value["subject"])
    if len(items) == 1:
        return str(items[0].value["title_raw"])
    if meetings and items:
        return f"Tagesordnung {meetings[0].value['body']}"
    if meetings and meetings[0].evidence:
        return str(meetings[0].value["body"])
    line = next((text for text in document.text.splitlines() if re.search(r"\w{3}", text)), "")
    return re.sub(r"\s+", " ", line).strip()[:120]


def _problem(error: ReadError | ParseError, place: str, digest: str) -> Problem:
    if isinstance(error, ReadError):
        stage, page = "read", error.page
        expected, got = f"{error.reader}: {error.expected}", error.got
    else:
        stage, page = "parse", None
        expected, got = f"{error.selector}: {error.expected}", error.got
    return Problem(stage=stage, place=place, expected=expected, found=got, page=page, file_sha256=digest)


def _unread_pages(document: Document, task: Task) -> list[Problem]:
    return [
        Problem(
            stage="read",
            place=task.place,
            page=page,
            expected="pdf: text on the page",
            found=f"none (a picture or an empty page): {ocr.remedy(asked=task.ocr)}",
            file_sha256=document.file_sha256,
        )
        for page in document.unreadable_pages
    ]


def _is_too_long(page: Page) -> bool:
    return len(page.document.text) > MOST_READ and (page.json is None or bool(page.json.running_text()))


def _too_long(page: Page, task: Task) -> list[Problem]:
    """A text that is kept and can be searched, but is too long to be read for facts."""
    if not _is_too_long(page):
        return []
    expected = f"{page.document.reader}: a text of at most {MOST_READ:,} characters, to be read for facts"
    found = (
        f"{len(page.document.text):,} characters: the text is kept and can be searched, but {UNREAD} (split the file)"
    )
    digest = page.document.file_sha256
    return [Problem(stage="extract", place=task.place, expected=expected, found=found, file_sha256=digest)]


def _misread(document: Document, task: Task) -> list[Problem]:
    """Text that looks as if its charset was another one; what PDF readers make of fonts is another matter."""
    nuls = task.raw.count(b"\0")
    found = None if document.media_type == "application/pdf" else charset.doubt(document.text, nuls)
    if found is None:
        return []
    expected = f"{document.reader}: text in its charset ({task.charset or 'none'} was declared)"
    return [Problem(stage="read", place=task.place, expected=expected, found=found, file_sha256=document.file_sha256)]
