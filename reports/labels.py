"""German words for every kind, state and grade, and the way to those of categories (reports/values.py).

A value that no table holds is shown as it is: an unknown word is data, never an error.
"""

from __future__ import annotations

from reports.values import VALUES

STATES = {
    "found": "belegt",
    "contradictory": "widersprüchlich",
    "mentioned_without_value": "erwähnt ohne Wert",
    "not_found": "gesucht, nicht gefunden",
    "no_document": "keine Unterlage zum Thema",
    "unreadable": "nicht lesbar",
    "not_published": "nicht veröffentlicht",
    "not_covered": "nicht erfasst",
}
STATE_NOTES = {
    "found": "Mindestens eine Textstelle nennt den Wert. Sie ist verlinkt.",
    "contradictory": "Textstellen vom selben Tag nennen verschiedene Werte. Alle werden gezeigt.",
    "mentioned_without_value": "Die Sache kommt vor, ein Wert steht nicht dabei.",
    "not_found": "Kein durchsuchtes Dokument der Kommune nennt den Wert. Das heißt nicht null und nicht nein.",
    "no_document": "Es gibt Dokumente der Kommune, aber keines nennt das Thema. Das sagt nichts über die Kommune.",
    "unreadable": "Es gibt Dateien, aber keine mit lesbarem Text, zum Beispiel nur eingescannte Bilder.",
    "not_published": "Die Kommune veröffentlicht das nachweislich nicht.",
    "not_covered": "Von dieser Kommune liegt kein Dokument vor. Das sagt nichts über die Kommune.",
}
STATE_SIGNS = {
    "found": "●",
    "contradictory": "≠",
    "mentioned_without_value": "◐",
    "not_found": "○",
    "no_document": "◌",
    "unreadable": "▨",
    "not_published": "⊘",
    "not_covered": "–",
}

GRADES = {"stated": "angegeben", "read": "gelesen", "reviewed": "geprüft"}
GRADE_NOTES = {
    "stated": "Steht in einem festen Feld der Seite.",
    "read": "Im laufenden Text gefunden, noch von niemandem geprüft.",
    "reviewed": "Von einem Menschen bestätigt oder mitgegeben.",
}

REVIEWS = {
    "corrected": "von einem Menschen berichtigt",
    "disputed": "strittig: Prüfende urteilen verschieden",
}

ROLES = {
    "front": "gilt",
    "agrees": "ebenso",
    "beside": "daneben",
    "earlier": "früher",
    "later": "später",
    "undated": "ohne Datum",
    "plan": "nur geplant",
    "superseded": "überholt",
    "refused": "nicht bewilligt",
    "unplanned": "nicht vorgesehen",
    "open": "offen",
    "change": "Änderung, kein Bestand",
    "implausible": "unplausibel",
    "statewide": "gilt dem ganzen Land",
    "valueless": "ohne Wert",
}

KINDS = {
    "municipality": "Kommune",
    "meeting": "Sitzung",
    "agenda_item": "Tagesordnungspunkt",
    "paper": "Vorlage",
    "consultation": "Beratung",
    "lead_unit": "Federführung",
    "applicant": "Anstoß",
    "result": "Ergebnis",
    "vote": "Abstimmung",
    "decision_text": "Beschlusstext",
    "decision_ref": "Verweis auf einen Beschluss",
    "person": "Person in öffentlicher Rolle",
    "statement": "Redebeitrag",
    "position": "Position",
    "question": "Frage",
    "commitment": "Zusage oder Ankündigung",
    "organization": "Organisation",
    "body": "Gremium",
    "body_member": "Sitz im Gremium",
    "money": "Geld",
    "post": "Stellen",
    "module": "Baustein",
    "programme": "Programm",
    "goal": "Ziel",
    "status": "Sachstand",
    "event": "Termin",
    "reference": "Verweis",
    "legal_status": "Rechtlicher Rang",
    "attachment": "Anlage",
    "caseload": "Fallzahl",
}

TARGETS = {"Paper": "Vorlage", "Meeting": "Sitzung", "Document": "Seite"}

HINTS = {
    "said_again": "ein späteres Dokument kommt darauf zurück",
    "delivered": "ein späteres Dokument nennt die Sache als geliefert",
    "paper": "eine spätere Vorlage trägt die Sache im Titel",
}

SINGULAR = {"Stellen": "Stelle", "Personen": "Person", "Stellenanteile": "Stellenanteil"}

STAGES = {"fetch": "Abruf", "read": "Lesen", "parse": "Auswerten der Seite", "check": "Prüfung"}

PAGE_KINDS = {
    "agenda": "Tagesordnung",
    "item": "Tagesordnungspunkt",
    "paper": "Vorlage",
    "meeting": "Sitzung",
    "minutes": "Niederschrift",
    "calendar": "Sitzungskalender",
    "organization": "Gremium",
    "person": "Person",
    "result": "Beratungsergebnis",
    "documents": "Unterlagen",
    "consultations": "Beratungsfolge",
    "committees": "Gremien",
    "bodies": "Gremien",
    "body": "Körperschaft",
    "system": "Zugang zu den Daten",
    "members": "Mitglieder",
}
MEDIA = {
    "text/html": "Webseite",
    "application/pdf": "PDF",
    "text/plain": "Textdatei",
    "application/json": "Daten (JSON)",
}


def label(field: str, value: str) -> str:
    """German word for a category value of a fact's field; the value itself where there is none."""
    return VALUES.get(field, {}).get(value, value)
