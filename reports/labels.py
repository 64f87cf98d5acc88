"""German words for every category value, kind, state and grade: one table, so that a value reads alike everywhere.

A value that no table holds is shown as it is: an unknown word is data, never an error.
"""

from __future__ import annotations

STATES = {
    "found": "belegt",
    "contradictory": "widersprüchlich",
    "mentioned_without_value": "erwähnt ohne Wert",
    "not_found": "gesucht, nicht gefunden",
    "unreadable": "nicht lesbar",
    "not_published": "nicht veröffentlicht",
    "not_covered": "nicht erfasst",
}
STATE_NOTES = {
    "found": "Mindestens eine Textstelle nennt den Wert. Sie ist verlinkt.",
    "contradictory": "Textstellen vom selben Tag nennen verschiedene Werte. Alle werden gezeigt.",
    "mentioned_without_value": "Die Sache kommt vor, ein Wert steht nicht dabei.",
    "not_found": "Kein durchsuchtes Dokument der Kommune nennt den Wert. Das heißt nicht null und nicht nein.",
    "unreadable": "Es gibt Dateien, aber keine mit lesbarem Text, zum Beispiel nur eingescannte Bilder.",
    "not_published": "Die Kommune veröffentlicht das nachweislich nicht.",
    "not_covered": "Von dieser Kommune liegt kein Dokument vor. Das sagt nichts über die Kommune.",
}
STATE_SIGNS = {
    "found": "●",
    "contradictory": "≠",
    "mentioned_without_value": "◐",
    "not_found": "○",
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

ROLES = {
    "front": "gilt",
    "agrees": "ebenso",
    "beside": "daneben",
    "earlier": "früher",
    "later": "später",
    "undated": "ohne Datum",
    "plan": "nur geplant",
    "superseded": "überholt",
    "change": "Änderung, kein Bestand",
    "implausible": "unplausibel",
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
    "commitment": "Zusage",
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

VALUES: dict[str, dict[str, str]] = {
    "status": {
        "planned": "geplant",
        "applicable": "beantragbar",
        "applied": "beantragt",
        "granted": "bewilligt",
        "decided": "beschlossen",
        "advertised": "ausgeschrieben",
        "filled": "besetzt",
        "hours_increase": "Stunden aufgestockt",
        "superseded": "überholt",
        "spent": "ausgegeben",
        "cut": "gekürzt",
        "requested": "beantragt",
        "proposed": "vorgeschlagen",
        "closed": "abgeschlossen",
        "open": "offen",
        "cancelled": "ausgefallen",
        "invited": "eingeladen",
    },
    "carrier": {
        "municipality": "Kommune selbst",
        "municipality_ki": "Kommunales Integrationszentrum",
        "foreigners_authority": "Ausländerbehörde",
        "administration": "Verwaltung",
        "welfare_associations": "Wohlfahrtsverbände",
        "member_municipality": "kreisangehörige Kommune",
        "mixed": "mehrere Träger",
    },
    "stage": {
        "not_advertised": "noch nicht ausgeschrieben",
        "advertised": "ausgeschrieben",
        "partly_filled": "teilweise besetzt",
        "filled": "besetzt",
        "draft": "Entwurf",
        "drafting": "in Arbeit",
        "in_progress": "in Arbeit",
        "submitted": "eingereicht",
        "approved": "genehmigt",
        "revised": "überarbeitet",
        "running": "läuft",
        "planned": "geplant",
        "description": "Beschreibung",
        "recommendation": "Empfehlung",
        "none": "keines",
    },
    "unit": {"posts": "Stellen", "fte": "VZÄ", "persons": "Personen", "post shares": "Stellenanteile"},
    "period": {
        "per_year": "pro Jahr",
        "per_month": "pro Monat",
        "per_fte_year": "pro VZÄ und Jahr",
        "total": "insgesamt",
    },
    "normalised": {
        "adopted": "beschlossen",
        "adopted_unchanged": "unverändert beschlossen",
        "adopted_amended": "geändert beschlossen",
        "rejected": "abgelehnt",
        "noted": "zur Kenntnis genommen",
        "recommended": "empfohlen",
        "not_recommended": "nicht empfohlen",
        "deferred": "vertagt",
        "referred": "verwiesen",
        "withdrawn": "zurückgezogen",
        "settled": "erledigt",
        "removed": "abgesetzt",
    },
    "kind": {
        "political_group": "Fraktion",
        "person": "Person",
        "body": "Gremium",
        "steering_group": "Lenkungsgruppe",
        "project_group": "Projektgruppe",
        "voluntary": "freiwillige Aufgabe",
        "voluntary_task": "freiwillige Aufgabe",
        "mandatory": "Pflichtaufgabe",
        "mandatory_task": "Pflichtaufgabe",
        "time_limited": "befristet",
        "own_contribution": "Eigenanteil",
        "paper": "Vorlage",
        "meeting": "Sitzung",
        "law": "Gesetz",
        "url": "Internetadresse",
        "presentation": "Präsentation",
        "programme": "Programm",
        "strategy": "Konzept",
    },
    "type": {
        "information": "Mitteilung",
        "decision": "Beschlussvorlage",
        "motion": "Antrag",
        "question": "Anfrage",
        "funding": "Fördersumme",
        "grant": "Zuwendung",
        "budget": "Haushaltsansatz",
        "grant_notice": "Zuwendungsbescheid",
        "location": "Ort in der Verwaltung",
        "intermunicipal": "interkommunale Regelung",
        "concept": "Konzept",
    },
    "org_kind": {
        "ki": "Kommunales Integrationszentrum",
        "integration_council": "Integrationsrat",
        "welfare_associations": "Wohlfahrtsverbände",
        "migrant_organisation": "Migrantenorganisation",
        "foreigners_authority": "Ausländerbehörde",
        "administration": "Verwaltung",
        "politics": "Politik",
        "state": "Land",
        "municipality": "Kommune",
        "member_municipality": "kreisangehörige Kommune",
        "job_centre": "Jobcenter",
        "jobcenter": "Jobcenter",
        "employment_agency": "Agentur für Arbeit",
        "adult_education": "Volkshochschule",
        "other": "andere",
    },
    "act": {
        "presents": "stellt vor",
        "reports": "berichtet",
        "informs": "teilt mit",
        "answers": "antwortet",
        "refers": "verweist",
        "emphasises": "betont",
        "outlines": "umreißt",
        "previews": "kündigt an",
        "thanks": "dankt",
    },
    "stance": {"support": "dafür", "demand": "Forderung", "reject": "dagegen", "concern": "Bedenken"},
    "openness": {"public": "öffentlich", "non_public": "nichtöffentlich", "mixed": "teils öffentlich"},
    "part": {"public": "öffentlich", "non_public": "nichtöffentlich"},
    "function": {
        "strategic overhead": "strategische Steuerung",
        "case management": "Case Management",
        "foreigners and naturalisation authority": "Ausländer- und Einbürgerungsbehörde",
    },
}
VALUES["org_kind"] |= {"integration_committee": "Integrationsausschuss", "faction": "Fraktion", "school": "Schule"}

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
}
MEDIA = {
    "text/html": "Webseite",
    "application/pdf": "PDF",
    "text/plain": "Textdatei",
    "application/json": "OParl-Daten",
}


def label(field: str, value: str) -> str:
    """German word for a category value of a fact's field; the value itself where there is none."""
    return VALUES.get(field, {}).get(value, value)
