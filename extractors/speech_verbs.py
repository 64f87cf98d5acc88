"""Verbs of speech and what they make of a sentence: statement, question, position or commitment.

German verbs come apart ("stellt ... vor") and mean different things by their object ("gibt einen Ausblick"), so an
entry is a verb with the particle or noun that must stand beside it.
"""

from __future__ import annotations

import re

from extractors import nlp

_VERBS = r"""
Dank sprechen statement thanks; danken statement thanks; bedanken statement thanks
(?:Nach)?[Ff]rage(?:n)? gehen statement answers; antworten statement answers; beantworten statement answers
erwidern statement answers; entgegnen statement answers; verneinen statement answers; bejahen statement answers
vor stellen statement presents; dar stellen statement presents; präsentieren statement presents
erläutern statement presents; vor tragen statement presents; dar legen statement presents; berichten statement reports
aus führen statement reports; schildern statement reports; fest stellen statement informs
klar stellen statement informs; informieren statement informs; mit teilen statement informs
hin weisen statement informs; an führen statement informs; erklären statement informs; ein gehen statement informs
an geben statement informs; bekannt geben statement informs; bemerken statement informs; an merken statement informs
ergänzen statement informs; hinzu fügen statement informs; unterrichten statement informs
bestätigen statement informs; zusammen fassen statement informs; entschuldigen statement informs
verweisen statement refers; Bezug nehmen statement refers; erinnern statement refers; betonen statement emphasises
hervor heben statement emphasises; deutlich machen statement emphasises; klar machen statement emphasises
unterstreichen statement emphasises; heraus stellen statement emphasises; skizzieren statement outlines
umreissen statement outlines; beschreiben statement outlines; (?:Ausblick|Überblick|Vorschau) geben statement previews
(?:gegen|dagegen)\b.*\baus sprechen position reject; (?:für|dafür)\b.*\baus sprechen position support
an sprechen statement informs; fragen question -; nachfragen question -; anfragen question -; nach fragen question -
an fragen question -; erkundigen question -; erfragen question -; hinterfragen question -
(?:wissen|erfahren) mögen question -; (?:wissen|erfahren) wollen question -; Fragen? stellen question -
REQUEST bitten question -
befürworten position support; unterstützen position support; loben position support; würdigen position support
zufrieden zeigen position support; zu stimmen position support; begrüssen position support; fordern position demand
auf fordern position demand; verlangen position demand; ein fordern position demand; an mahnen position demand
an regen position demand; wünschen position demand; beantragen position demand; plädieren position demand
appellieren position demand; erwarten position demand; ab lehnen position reject; widersprechen position reject
kritisieren position reject; rügen position reject; zurück weisen position reject; nicht\sfür halten position reject
(?:bedenklich|problematisch|fraglich|kritisch) halten position concern; bemängeln position concern
monieren position concern; bedauern position concern; befürchten position concern; bezweifeln position concern
warnen position concern; (?:Sorge|Bedenken|Zweifel|Kritik|Unmut) äussern position concern
kritisch sehen position concern; skeptisch zeigen position concern; zu sichern commitment -; zu sagen commitment -
versprechen commitment -; (?:an\b.*\bzu|an\b.*zu\w+en|an) kündigen commitment -
"""
"""Entries "companion lemma kind act"; the companion (particle, noun) must stand beside the verb in the clause."""
_REQUEST = (
    r"(?:um|darum)\b.*?\b(?:Mitteilung|Auskunft|Erläuterung\w*|Erklärung|Information\w*|Darstellung|Beantwortung|"
    r"Angabe\w*|Klärung|Sachstand\w*|aufzu\w+|mitzu\w+|darzu\w+|zu\serläutern|zu\sberichten)"
)


def _table() -> dict[str, list[tuple[re.Pattern[str] | None, str, str]]]:
    table: dict[str, list[tuple[re.Pattern[str] | None, str, str]]] = {}
    for entry in re.split(r"; |\n", _VERBS.strip()):
        *companion, lemma, kind, act = entry.split(" ")
        companion = [_REQUEST if c == "REQUEST" else c for c in companion]
        particle = companion and re.fullmatch(r"[a-zü]+", companion[0])
        end = r"(?=\s*(?:[.,;:()!?]|$|und\b|oder\b|sowie\b))" if particle else r"\b"
        pattern = re.compile(rf"\b{companion[0]}{end}") if companion else None
        table.setdefault(lemma, []).append((pattern, kind, act))
        if particle:
            table.setdefault(companion[0] + lemma, []).append((None, kind, act))
    return table


_TABLE = _table()
_PASSIVE = re.compile(r"\b(?:wird|werden?|wurden?|würden?|ist|sind|sei|seien|wäre|worden)\b[^,;:]*$")


def speech_act(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Kind and act of the finite speech verb at `start:end` of a sentence; None where the word is none there."""
    word, before = text[start:end], text[max(0, start - 300) : start]
    stem = re.sub(r"te?n?$", "", word.replace("ß", "ss"))
    bases = {nlp.lemma(word), f"{stem}en", f"{stem}n"}
    if (
        word.endswith("en")
        and not re.search(r"\b(?:[Dd]ie|und|[Mm]ehrere|[Ee]inige|[Mm]itglieder)\b", before)
        and word != "haben"
    ):
        return None
    if re.search(r"(?:end(?:e[nrms]?)?|ge\w+t(?:e[nrms]?))$", word):
        return None
    participle = re.fullmatch(r"\w*ge\w+(?:t|en)|(?:be|er|ver|ent|wider|unter)\w+(?:t|en)", word)
    passive = participle and _PASSIVE.search(before)
    for base in sorted(bases & set(_TABLE)):
        for pattern, kind, act in _TABLE[base]:
            if pattern is None and passive:
                continue
            window = text[end : end + 600]
            if pattern is None or pattern.search(window) or (len(pattern.pattern) > 20 and pattern.search(before)):
                return kind, act
    return None
