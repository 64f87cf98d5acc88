"""Training data for named entities and morphology: open corpora beside the project, read in place, and own snippets.

GermEval 2014 (CC BY 4.0), DFKI MobIE (CC BY 4.0), German-LER (CC BY 4.0; its surnames ASL 2.0), UD German GSD (CC BY-SA
4.0) and PUD (CC BY-SA 3.0). Nothing of it is copied into the project.
"""

from __future__ import annotations

import gzip
import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.tools.train_sentences import SLOTS, SNIPPETS

Tagged = tuple[list[str], list[str]]
"""Words of a sentence, and a BIO tag for each (PER, ORG, LOC or O)."""

_KINDS = {
    **dict.fromkeys(("PER", "person", "RR", "AN"), "PER"),
    **dict.fromkeys(("ORG", "organization", "organization-company", "UN", "INN", "GRT"), "ORG"),
    **dict.fromkeys(("LOC", "location", "location-city", "LD", "ST", "LDS"), "LOC"),
}
"""Kinds of the three corpora (German-LER: RR a judge, AN a lawyer, UN, INN, GRT company, institution, court)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of Universal Dependencies with its lemma and part of speech."""

    form: str
    lemma: str
    pos: str


def germeval(folder: Path, part: str) -> list[Tagged]:
    """Sentences of GermEval 2014 (dev or test), outer entities only; derived words (PERderiv, PERpart) are none."""
    lines = _lines(folder / f"NER-de-{part}.tsv.gz")
    return list(_columns((line for line in lines if not line.startswith("#")), 1, 2, "\t"))


def joined(words: Iterable[str]) -> str:
    """Words of a corpus as a sentence with blanks where print has them."""
    text = re.sub(r" (?=[.,;:!?)])|(?<=\() ", "", " ".join(words))
    return re.sub(r'(?:``|"|„|“) ?([^"“”]*?) ?(?:\'\'|"|“|”)', r"„\1“", text)


def ler(folder: Path, part: str) -> list[Tagged]:
    """Sentences of German-LER (dev or test): judges and lawyers are persons, companies and courts organisations."""
    lines = _lines(folder / f"ler_{part}.conll.gz")
    return list(_columns(lines, 0, 1, " "))


def mobie(folder: Path) -> list[Tagged]:
    """All sentences of DFKI MobIE."""
    with zipfile.ZipFile(folder / "ner_conll03_formatted.zip") as archive:
        lines = io.TextIOWrapper(archive.open("train.conll2003"), "utf-8").read().splitlines()
    return list(_columns((line for line in lines if not line.startswith("-DOCSTART")), 0, 3, None))


def _lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()


def _columns(lines: Iterable[str], word: int, tag: int, separator: str | None) -> Iterator[Tagged]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*lines, ""]:
        cells = line.split(separator) if line.strip() else []
        if len(cells) > max(word, tag):
            words.append(cells[word])
            mark, _, kind = cells[tag].partition("-")
            known = _KINDS.get(kind)
            tags.append(f"{mark}-{known}" if known else "O")
        elif words:
            yield words, tags
            words, tags = [], []


def surnames(folder: Path) -> list[str]:
    """Surnames of the gazetteer that look like one word with a capital letter."""
    lines = _lines(folder / "gazetteers" / "personennamen.list.gz")
    return [n for n in lines if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{3,14}(?:-[A-ZÄÖÜ][a-zäöüß]{3,14})?", n)]


def snippets(count: int, names: list[str], seed: int) -> list[Tagged]:
    """Own sentences in the manner of minutes, with surnames of the gazetteer and invented places."""
    rng = random.Random(seed)
    return [_snippet(rng.choice(SNIPPETS), names, rng) for _ in range(count)]


def _snippet(pattern: str, names: list[str], rng: random.Random) -> Tagged:
    words: list[str] = []
    tags: list[str] = []
    pattern = re.sub(r"\[([^\]]+)\]", lambda m: rng.choice(m[1].split("|")), pattern)
    for piece in pattern.replace("{v}", rng.choice(SLOTS["verb"])).split(" "):
        slot = {"{P}": "PER", "{O}": "ORG", "{L}": "LOC"}.get(piece)
        filled = _filled(piece, names, rng).split(" ") if slot else [piece]
        words += filled
        tags += (
            ["O"] * len(filled) if slot is None else [f"{'B' if i == 0 else 'I'}-{slot}" for i in range(len(filled))]
        )
    return words, tags


def _filled(slot: str, names: list[str], rng: random.Random) -> str:
    if slot == "{P}":
        given = f"{rng.choice(SLOTS['given'])} " if rng.random() < 0.3 else ""
        return given + rng.choice(names)
    place = rng.choice(SLOTS["place"])
    return place if slot == "{L}" else rng.choice(SLOTS["org"]).replace("{L}", place)


def universal(path: Path) -> list[list[Word]]:
    """Sentences of a file in CoNLL-U; multi-word tokens by their parts."""
    found: list[list[Word]] = [[]]
    for line in _lines(path):
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            found[-1].append(Word(form=cells[1], lemma=cells[2], pos=cells[3]))
        elif not line.strip():
            found.append([])
    return [sentence for sentence in found if sentence]
