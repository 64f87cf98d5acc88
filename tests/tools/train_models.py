"""Train small spaCy components and measure them against the rules: `make train` (docs/MODELS.md has the figures).

Names of components (see COMPONENTS) train only those; `measure` measures what lies in build/models. "stand-in" takes
the place of an installed general model (de_core_news_*), which no package index offers. Seeds are fixed and training
takes one thread, so the same machine gives the same model.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import minibatch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.tools import train_corpora as corpora
from tests.tools import train_sentences as own
from tests.tools.cli import ROOT, shared_folder

MODELS = ROOT / "build" / "models"
SEED = 20221


def _tok2vec(width: int, depth: int, rows: tuple[int, ...]) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": list(rows),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _learn(nlp: Language, examples: list[Example], rounds: int, name: str) -> Language:
    """Train all components of a pipeline. Returns it with averaged weights."""
    util.fix_random_seed(SEED)  # type: ignore[attr-defined]
    rng = random.Random(SEED)
    optimizer = nlp.initialize(lambda: examples[:500] if len(examples) > 500 else examples)
    begin = time.monotonic()
    for number in range(1, rounds + 1):
        rng.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, 32):
            nlp.update(batch, sgd=optimizer, losses=losses, drop=0.2)
        told = ", ".join(f"{key} {value:.0f}" for key, value in losses.items())
        print(f"  {name}: round {number} of {rounds}, {time.monotonic() - begin:.0f} s, loss {told}", flush=True)
    folder = MODELS / name
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(folder)
    return spacy.load(folder)


def _tagged(nlp: Language, sentences: Iterable[corpora.Tagged]) -> list[Example]:
    examples = []
    for words, tags in sentences:
        before = ["O", *tags]
        whole = [f"B{t[1:]}" if t[0] == "I" and b[2:] != t[2:] else t for b, t in zip(before, tags, strict=False)]
        gold = Doc(nlp.vocab, words=words, ents=whole)
        examples.append(Example(Doc(nlp.vocab, words=words), gold))
    return examples


def train_ner(data: Path, name: str, *, small: bool = False, council: bool = True) -> dict[str, float]:
    """Persons, organisations and places from open corpora; measured on GermEval's dev part.

    With `council`, own snippets, some judgments and traffic reports are learnt from too.
    """
    nlp = spacy.blank("de")
    size = (48, 2, (2000, 500, 1000, 500)) if small else (96, 4, (5000, 1000, 2500, 1000))
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 32 if small else 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": _tok2vec(*size),
    }
    ner = nlp.add_pipe("ner", config={"model": parser})
    for label in ("PER", "ORG", "LOC"):
        ner.add_label(label)  # type: ignore[attr-defined]
    rng = random.Random(SEED)
    sentences = corpora.germeval(data / "germeval2014-ner", "test")
    if council:
        sentences += corpora.snippets(3000, corpora.surnames(data / "german-ler"), SEED)
        sentences += rng.sample(corpora.ler(data / "german-ler", "dev"), 800)
        sentences += rng.sample(corpora.mobie(data / "dfki-mobie"), 800)
    trained = _learn(nlp, _tagged(nlp, sentences), 8, name)
    scores = trained.evaluate(_tagged(trained, corpora.germeval(data / "germeval2014-ner", "dev")))
    kinds = {f"{kind} F": scores["ents_per_type"].get(kind, {}).get("f", 0.0) for kind in ("PER", "ORG", "LOC")}
    return {"P": scores["ents_p"], "R": scores["ents_r"], "F": scores["ents_f"], **kinds}


def train_speech(data: Path, *, bag: bool) -> dict[str, float]:
    """What a sentence of minutes is, from own sentences and other prose; measured on patterns held back."""
    nlp = spacy.blank("de")
    linear = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": True,
        "ngram_size": 3,
        "length": 65536,
        "no_output_layer": False,
    }
    network = {
        "@architectures": "spacy.TextCatReduce.v1",
        "exclusive_classes": True,
        "tok2vec": _tok2vec(64, 2, (3000, 500, 1500, 500)),
        "use_reduce_first": False,
        "use_reduce_last": False,
        "use_reduce_max": True,
        "use_reduce_mean": True,
    }
    pipe = nlp.add_pipe("textcat", config={"model": linear if bag else network})
    for label in own.LABELS:
        pipe.add_label(label)  # type: ignore[attr-defined]
    back = own.held_back()
    prose = [corpora.joined(words) for words, _ in corpora.germeval(data / "germeval2014-ner", "test")]
    matters = [" ".join(sentence.split(" ")[2:12]).strip(" .,;:") for sentence in prose[2500:]]
    drawn = own.sentences([p for p in own.PATTERNS if p not in back], 8000, SEED, [m for m in matters if m])
    plain = [(sentence, "none") for sentence in prose[:2500]]
    trained = _learn(nlp, _labelled(nlp, drawn + plain), 5, "speech-bow" if bag else "speech-cnn")
    scores = trained.evaluate(_labelled(trained, own.sentences(back, 600, SEED + 1)))
    kinds = {f"{label} F": scores["cats_f_per_type"][label]["f"] for label in own.LABELS}
    return {"macro F": scores["cats_macro_f"], **kinds}


def _labelled(nlp: Language, sentences: Iterable[tuple[str, str]]) -> list[Example]:
    found = []
    for text, label in sentences:
        cats = {other: float(other == label) for other in own.LABELS}
        found.append(Example.from_dict(nlp.make_doc(text), {"cats": cats}))
    return found


def train_morphology(data: Path) -> dict[str, float]:
    """Parts of speech and lemmas from UD German (GSD test, PUD); measured on GSD dev, beside the lexicon."""
    from extractors.nlp import lemma

    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(96, 3, (5000, 1000, 2500, 1000))})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    for name in ("tagger", "trainable_lemmatizer"):
        nlp.add_pipe(name, config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    folder = data / "ud-german"
    train = corpora.universal(folder / "de_gsd-ud-test.conllu.gz")
    train += corpora.universal(folder / "de_pud-ud-test.conllu.gz")
    trained = _learn(nlp, [_parsed(nlp, sentence) for sentence in train], 10, "morphology")
    dev = corpora.universal(folder / "de_gsd-ud-dev.conllu.gz")
    scores = trained.evaluate([_parsed(trained, sentence) for sentence in dev])
    words = [w for sentence in dev for w in sentence if w.pos in ("NOUN", "VERB", "ADJ", "AUX")]
    right = sum(lemma(w.form) == _folded(w.lemma) for w in words)
    docs = trained.pipe(Doc(trained.vocab, words=[w.form for w in sentence]) for sentence in dev)
    told = [(t.lemma_, w) for doc, s in zip(docs, dev, strict=True) for t, w in zip(doc, s, strict=True)]
    learnt = sum(_folded(t) == _folded(w.lemma) for t, w in told if w.pos in ("NOUN", "VERB", "ADJ", "AUX"))
    return {"POS": scores["tag_acc"], "lemma, trained": learnt / len(words), "lemma, lexicon": right / len(words)}


def _folded(lemma: str) -> str:
    return lemma.casefold().replace("ß", "ss")


def _parsed(nlp: Language, sentence: list[corpora.Word]) -> Example:
    words = [w.form for w in sentence]
    gold = Doc(nlp.vocab, words=words, tags=[w.pos for w in sentence], lemmas=[w.lemma for w in sentence])
    return Example(Doc(nlp.vocab, words=words), gold)


COMPONENTS: dict[str, Callable[[Path], dict[str, float]]] = {
    "ner": lambda data: train_ner(data, "ner"),
    "ner-small": lambda data: train_ner(data, "ner-small", small=True),
    "stand-in": lambda data: train_ner(data, "stand-in", council=False),
    "speech-bow": lambda data: train_speech(data, bag=True),
    "speech-cnn": lambda data: train_speech(data, bag=False),
    "morphology": train_morphology,
}


def main(arguments: list[str]) -> int:
    """Train the named components, or all, then measure."""
    shared = shared_folder()
    wanted = [name for name in COMPONENTS if name in arguments] or [n for n in COMPONENTS if not arguments]
    MODELS.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        scores = COMPONENTS[name](shared / "nlp-data")
        size = sum(f.stat().st_size for f in (MODELS / name).rglob("*") if f.is_file())
        line = {"component": name, "megabytes": round(size / 1e6, 2), **{k: round(v, 3) for k, v in scores.items()}}
        (MODELS / f"{name}.json").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
        print(json.dumps(line, ensure_ascii=False))
    if not arguments or "measure" in arguments:
        from tests.tools.train_measure import measure

        measure(shared, MODELS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
