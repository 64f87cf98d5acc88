"""The search box of the site: words of both genders in every spelling, and beginnings."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from corpus.store import Corpus
from extractors import topic_named
from pipeline.ingest import gather, ingest
from reports.site import write_site

TEXTS = {
    "star": "Die Case-Manager*innen sind im Amt.",
    "line": "Alle Lotse_innen helfen.",
    "slash": "Einwohner/-innen fragen; die Förderung des Orts bleibt.",
    "inner": "Die BeraterInnen kommen.",
    "one": "Eine Übersetzer:in fehlt.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("searched")
    (folder / "in").mkdir()
    for name, text in TEXTS.items():
        (folder / "in" / f"{name}.txt").write_text(text, "utf-8")
    with Corpus(folder / "c.db") as corpus:
        ingest(corpus, gather([folder / "in"]), topic_named("kim"), jobs=1)
        write_site(corpus, topic_named("kim"), folder / "site", full=True)
    return folder / "site"


@pytest.mark.skipif(shutil.which("node") is None, reason="no node")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Case-Manager*innen", ["star"]),
        ("Manager:innen", ["star"]),
        ("Manager_innen", ["star"]),
        ("ManagerInnen", ["star"]),
        ("Managerinnen", ["star"]),
        ("Manager*in", ["star"]),
        ("Manager", ["star"]),
        ("Manager*", ["star"]),
        ("Lotse*innen", ["line"]),
        ("Lotse", ["line"]),
        ("Einwohner*innen", ["slash"]),
        ("Berater*innen", ["inner"]),
        ("Übersetzer*in", ["one"]),
        ("Förderung*", ["slash"]),
        ("Ort*", ["slash"]),
        ("Or*", ["slash"]),
        ("Or", []),
        ("-Manager*innen Case", []),
        ("-Lotse*innen Case", ["star"]),
        ("Feuerwehr*innen", []),
    ],
)
def test_words_of_both_genders_and_beginnings_are_found(site, query, found):
    harness = Path(__file__).parent / "browser" / "search.mjs"
    done = subprocess.run(["node", harness, site, query], capture_output=True, text=True, check=True)
    hits = json.loads(done.stdout)[1]
    assert sorted({name for name, text in TEXTS.items() for hit in hits if hit["text"] == text}) == found
    assert len(hits) == len(found)
