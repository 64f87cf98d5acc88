"""States in tables: what a column of states says of each row, and cells that hold nothing but the state of a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.tables import Cell, Row, Table

_COLUMN = guarded(
    r"(?:(?:aktueller?|derzeitiger?|heutiger?|gegenwärtiger?) )?(?:\w*[Ss]t[aä]nd(?: der (?:Dinge|Besetzung|Umsetzung|"
    r"Arbeiten))?|Status|Besetzung|\w*[Ss]ituation|Lage|Fortschritt|Besetzt\??|Ausschreibung|Zustand|Was ist los\??|"
    r"Anmerkung(?:en)?|Bemerkung(?:en)?|Hinweise?|Kommentar|Erläuterung(?:en)?)(?: \(?(?:Stand|am|zum|"
    r"per)?:? ?[\d./ ]+\)?)?"
)
_OTHER = guarded(
    r"\b(?:Datum|Gremium|Beratung\w*|Original|Größe|Uhrzeit|Betreff|Fraktion|Ja|Nein|Drucksache|Anlage\w*)\b"
)
_ABOUT = guarded(
    r"\b(?:\w*[Bb]austein\w*|\w*[Mm]odul\w*|\w*[Ss]telle\w*|VZÄ|VK|Funktion|Aufgabe\w*|Bereich\w*|Team|Personal\w*|"
    r"Maßnahme\w*|Teilprojekt\w*|Position\w*|Arbeitspaket\w*|Vorhaben|Handlungsfeld\w*|Thema|Fachkr\w+|Projekt\w*)\b"
)
_STAGES = tuple(
    (stage, guarded(pattern))
    for stage, pattern in (
        ("not_advertised", r"\b(?:noch )?nicht ausgeschrieben\b|\bStellen(?:beschreibung|bewertung)\b"),
        (
            "partly_filled",
            r"\b(?:unbesetzt|vakant|offen|Vakanz|teilweise besetzt|frei|nicht besetzt|nachzubesetzen)\b|\bbesetzt\b"
            r"[^.]{0,60}\b(?:ausgeschrieben|offen)\b|\b\d[\d,]* von \d",
        ),
        (
            "advertised",
            r"\b(?:ausgeschrieben|Ausschreibung|Auswahl\w*|Bewerb\w+|Vorstellungsgespräche?|Besetzungsverfahren)\b",
        ),
        ("filled", r"\b(?:besetzt|an Bord|im Dienst|Dienst angetreten|vergeben|eingestellt)\b"),
        (
            "pending",
            r"\b(?:steht|stehen) (?:\w+ )?aus\b|\bausstehend\b|\bnoch (?:nicht|kein\w*)\b|\bfehlt\b|\bungeklärt\b",
        ),
        ("granted", r"\b(?:bewilligt|zugewiesen|beschieden|genehmigt|zuerkannt)\b"),
        ("applied", r"\b(?:beantragt|Antrag gestellt|eingereicht|beantragungsfähig)\b"),
        (
            "done",
            r"\b(?:abgeschlossen|fertig\w*|erledigt|umgesetzt|erfolgt|eingerichtet|konstituiert|liegt vor|erreicht)\b",
        ),
        ("stopped", r"\b(?:entfällt|entfallen|eingestellt|zurückgestellt|ausgesetzt|gestoppt|ruht|gestrichen)\b"),
        (
            "in_progress",
            r"\b(?:läuft|laufend|laufen|begonnen|gestartet|in (?:Arbeit|Bearbeitung|Vorbereitung|Abstimmung|Planung|"
            r"Umsetzung|Prüfung)|im (?:Aufbau|Gange?|Entwurf)|geplant|Entwurf|angelaufen)\b",
        ),
    )
)
_LONGEST = 200
"""Characters: a longer cell tells a story, which is read as sentences where it is one."""


def table_states(a: Analysis) -> Iterator[Fact]:
    """A state for each row of the tables on the topic that tell one."""
    for table in a.tables if a.mentions else ():
        head = " ".join(c.text for c in table.header.cells) if table.header else ""
        sections = {table.block.section} & {"attachments", "vote", "proposal"}
        if sections or _OTHER.search(head) or a.programme(table.start) is None:
            continue
        about = bool(_ABOUT.search(f"{table.title} {head}")) or any(
            _ABOUT.search(c.text) for r in table.rows for c in r.cells
        )
        columns = _columns(table)
        for row in table.rows if about else ():
            yield from _of_row(a, row, columns)


def _columns(table: Table) -> set[int]:
    return {c.column for c in table.header.cells if _COLUMN.fullmatch(c.text.strip())} if table.header else set()


def _of_row(a: Analysis, row: Row, columns: set[int]) -> Iterator[Fact]:
    for cell in row.cells:
        told = _stage(cell)
        if told and (cell.column in columns or (not columns and cell.column > 0 and len(cell.text) < 80)):
            label = row.cells[0].text if row.cells[0] is not cell else None
            value = {"topic": label, "state": re.sub(r"\s+", " ", cell.text), "stage": told, "type": "row"}
            yield a.fact("status", value, cell.start, cell.end, more=[(row.start, row.end)])
            return


def _stage(cell: Cell) -> str | None:
    """The stage that a cell names; None for figures, empty words and long texts."""
    if len(cell.text) > _LONGEST:
        return None
    return next((stage for stage, pattern in _STAGES if pattern.search(cell.text)), None)
