"""The experiments with trained components: their data, their counting, and that reading itself loads no model."""

import gzip

import pytest
import spacy

from extractors import nlp
from tests.tools import train_corpora as corpora
from tests.tools import train_sentences as own
from tests.tools.train_measure import Tally

GERMEVAL = """#\thttp://example.org\t[2009-10-23]
1\tFrau\tO\tO
2\tAda\tB-PER\tO
3\tMuster\tI-PER\tO
4\twohnt\tO\tO

1\tBerliner\tB-LOCderiv\tO
"""


def test_columns_of_open_corpora(tmp_path):
    (tmp_path / "NER-de-dev.tsv.gz").write_bytes(gzip.compress(GERMEVAL.encode()))
    (tmp_path / "ler_dev.conll.gz").write_bytes(gzip.compress("Richter O\nMuster B-RR\n. O\n\n§ B-GS\n".encode()))
    assert corpora.germeval(tmp_path, "dev") == [
        (["Frau", "Ada", "Muster", "wohnt"], ["O", "B-PER", "I-PER", "O"]),
        (["Berliner"], ["O"]),
    ]
    assert corpora.ler(tmp_path, "dev") == [(["Richter", "Muster", "."], ["O", "B-PER", "O"]), (["§"], ["O"])]


def test_words_of_universal_dependencies(tmp_path):
    path = tmp_path / "x.conllu.gz"
    rest = "\t_" * 6
    lines = ["# text = Im Rat", f"1-2\tIm\t_\t_{rest}", f"1\tIn\tin\tADP{rest}", f"2\tdem\tder\tDET{rest}", ""]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert [[(w.form, w.lemma, w.pos) for w in s] for s in corpora.universal(path)] == [
        [("In", "in", "ADP"), ("dem", "der", "DET")]
    ]


def test_words_are_joined_as_in_print():
    assert corpora.joined("Der Rat ( Kreis ) tagt , sagt er .".split(" ")) == "Der Rat (Kreis) tagt, sagt er."


def test_snippets_mark_every_name():
    drawn = corpora.snippets(400, ["Xanthe", "Yorck-Zabel"], 1)
    for words, tags in drawn:
        assert len(words) == len(tags)
        assert not [w for w in words if "{" in w or "[" in w]
        named = {w for w, t in zip(words, tags, strict=True) if t.endswith("-PER")}
        assert {w for w in words if w in ("Xanthe", "Yorck-Zabel")} <= named
    assert {t for _, tags in drawn for t in tags} == {"O", *(f"{m}-{k}" for k in ("PER", "ORG") for m in "BI"), "B-LOC"}
    assert drawn == corpora.snippets(400, ["Xanthe", "Yorck-Zabel"], 1)


def test_sentences_are_filled_labelled_and_the_same_for_a_seed():
    drawn = own.sentences(own.PATTERNS, 2000, 7)
    assert drawn == own.sentences(own.PATTERNS, 2000, 7)
    assert {label for _, label in drawn} == set(own.LABELS)
    assert not [text for text, _ in drawn if "{" in text]
    about = [text for text, _ in own.sentences(own.PATTERNS, 500, 7, ["ein fremdes Ding"])]
    assert 100 < sum("ein fremdes Ding" in text for text in about) < 450


def test_patterns_held_back_are_of_every_label_and_few():
    back = own.held_back()
    assert {label for label, _ in back} == set(own.LABELS)
    assert set(back) < set(own.PATTERNS)
    assert 0.15 < len(back) / len(own.PATTERNS) < 0.3


@pytest.mark.parametrize(
    ("tally", "told"),
    [
        (Tally(labelled=4, found=3, claimed=5, met=3), "R 0.750 (3/4)  P 0.600 (3/5)  F1 0.667"),
        (Tally(), "R 0.000 (0/0)  P 0.000 (0/0)  F1 0.000"),
    ],
)
def test_what_a_tally_tells(tally, told):
    assert tally.told() == told


def test_reading_loads_no_model_even_if_one_is_installed(monkeypatch):
    """An installed de_core_news_* changes nothing (docs/MODELS.md): tokens and sentences come from rules alone."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a model was loaded")

    monkeypatch.setattr(spacy, "load", refuse)
    monkeypatch.setattr(spacy.util, "load_model", refuse)
    nlp._tokenizers.cache_clear()
    text = "Der Rat tagt. Frau Muster fragt nach dem Antrag."
    assert [text[a:b].split(maxsplit=1)[0] for a, b in nlp.sentences(text)] == ["Der", "Frau"]
    assert all(tokenizer.language.pipe_names == [] for tokenizer in nlp._tokenizers())
