"""The data dictionary: every variable of the topic pack, the rules of the comparison, the columns of the CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.topic import Variable
from reports.labels import GRADES, KINDS, ROLES, STATES, label
from reports.matrix import COLUMNS, groups
from reports.report import Page, Report, Site
from reports.values import VALUES
from reports.words import number

_COLUMNS = {
    "municipality": "Name der Kommune",
    "ags": "Amtlicher Gemeindeschlüssel; leer bei Kommunen außerhalb der Tabelle",
    "variable": "Kennung des Merkmals",
    "name": "englischer Name des Merkmals",
    "label": "deutsche Überschrift des Merkmals",
    "state": "Zustand der Zelle: " + ", ".join(f"{key} ({word})" for key, word in STATES.items()),
    "role": "Platz der Angabe in der Zelle: mention (Erwähnung ohne Wert), "
    + ", ".join(f"{key} ({word})" for key, word in ROLES.items()),
    "value": "Wert für Maschinen: Zahl mit Punkt, Spanne als 5..6, Kategorie auf Englisch, sonst Text",
    "text": "Wert als deutscher Text, wie auf den Seiten",
    "unit": "Einheit: EUR, posts (Stellen), fte (VZÄ), persons (Personen)",
    "status": "Stand der Angabe, etwa planned (geplant) oder granted (bewilligt)",
    "date": "Tag des Dokuments; in Listen der des Eintrags",
    "date_of": "wessen Tag das ist: own (das Dokument nennt ihn selbst), meeting (Sitzung, zu der es gehört), paper "
    "(Vorlage, zu der es gehört), consultation (letzte Beratung dieser Vorlage)",
    "grade": "Güte: " + ", ".join(f"{key} ({word})" for key, word in GRADES.items()),
    "document": "Fundort des Dokuments im Bestand",
    "url": "Adresse des Originals",
    "start": "erstes Zeichen des Zitats im Text des Dokuments, gezählt ab 0 in Unicode-Zeichen",
    "end": "Zeichen nach dem Zitat",
    "quote": "Zitat, Zeichen für Zeichen wie im Text; wo nur Zitate veröffentlicht sind, private Angaben als […]",
}
_FIELDS = {
    "kind": "Art",
    "type": "Art",
    "module": "Baustein",
    "programme": "Programm",
    "stage": "Stand",
    "name": "Name",
}
_WINS = {
    "latest": "jüngstes Dokument",
    "first": "frühestes Datum",
    "all": "alle verschiedenen Angaben",
}


def _make(site: Site) -> Iterator[Page]:
    given = {
        "groups": groups(site.topic.variables),
        "conditions": {v.id: _conditions(v) for v in site.topic.variables},
        "ranges": {v.id: _range(v) for v in site.topic.variables},
        "wins": _WINS,
        "columns": [(name, _COLUMNS[name]) for name in COLUMNS],
        "kinds": KINDS,
        "values": {field: table for field, table in sorted(VALUES.items()) if field != "event_type"},
    }
    yield Page(path="codebook.html", template="codebook.html", title="Datenlexikon", given=given)


def _conditions(variable: Variable) -> list[str]:
    told = []
    for named, wanted in variable.where.items():
        kind, _, field = named.rpartition(".")
        of = f" ({KINDS.get(kind, kind)})" if kind else ""
        told.append(f"{_FIELDS.get(field, field)}{of}: {' oder '.join(_word(field, a) for a in wanted)}")
    return told


def _word(field: str, value: Any) -> str:
    if value in ("", "none"):
        return "nicht genannt"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return label(field, str(value))


def _range(variable: Variable) -> str | None:
    if variable.least is None and variable.most is None:
        return None
    low = number(variable.least) if variable.least is not None else "beliebig"
    return f"{low} bis {number(variable.most) if variable.most is not None else 'beliebig'}"


REPORT = Report(name="codebook", make=_make)
