"""Running text in OParl files (the text of a file, of a resolution) is read; names, addresses and fields are not."""

import json

from extractors import topic_named
from pipeline.process import Task, process

TEXT = (
    "Antrag\nder Gruppe Wiesengrund zum Spielplatz am Mühlbach.\n\nDie Gruppe beantragt, der Rat möge beschließen:\n"
    "Der Spielplatz am Mühlbach wird im kommenden Jahr erneuert. Der Beirat ist vorher zu hören.\n\n"
    "Begründung:\nFrau Dr. Ostendorp hat den Zustand im Ausschuss geschildert. Die Geräte sind alt.\n"
    "Mit freundlichen Grüßen\nUte Brandhoff\nRatsfrau\n"
)
PAPER = {
    "id": "https://oparl.example.org/paper/7",
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Herr Beispiel (SPD) fragt an",
}
FILE = {"id": "https://oparl.example.org/file/8", "type": "https://schema.oparl.org/1.1/File"}


def entry(text):
    paper = {**PAPER, "mainFile": {**FILE, "text": text}}
    return process(Task(raw=json.dumps(paper).encode(), place="paper.json"), topic_named("kim"))


def test_the_text_of_a_file_is_read_with_places_of_the_whole_text():
    read = entry(TEXT)
    assert all(read.document.text[e.start : e.end] == e.quote for f in read.facts for e in f.evidence)
    assert all(e.text_sha256 == read.document.text_sha256 for f in read.facts for e in f.evidence)
    assert "Ostendorp" in {f.value["name"] for f in read.facts if f.kind == "person"}
    assert next(f for f in read.facts if f.kind == "decision_text").value["proposed"] is True


def test_names_and_short_values_are_no_running_text():
    read = entry("Frau Dr. Ostendorp (SPD) berichtet.")
    assert not [f for f in read.facts if f.kind in ("person", "decision_text")]
    assert "Beispiel" not in {f.value["name"] for f in entry(TEXT).facts if f.kind == "person"}
