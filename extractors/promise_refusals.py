"""Promises that are refused: "kann nicht zusagen, ...", "sagt keinen Bericht zu", "lehnt es ab, ...".

What is refused is blanked with the clauses that hang on it, so that the rest of a sentence may still promise something.
"""

from __future__ import annotations

from corpus.patterns import guarded
from extractors.syntax import sentence_parts

_NO = r"\b(?:nicht(?! nur\b| zuletzt\b| [a-zäöüß]{3,40}e[nrsm]? [A-ZÄÖÜ])|nichts|kein(?:e[nrsm]?)?|weder|niemals|nie)\b"
_REFUSED = guarded(
    rf"\b(?:sag(?:t|te|en|ten|e)|sicher(?:t|te|n|ten|e))\b[^,;:]{{0,200}}{_NO}[^,;:]{{0,160}}\bzu(?=\s*(?:[.,;:]|$|und\b))|"
    rf"{_NO}[^,;:]{{0,160}}\b(?:zu(?:zu)?sagen|zu(?:zu)?sichern|versprechen|garantieren|gewährleisten|zugesagt|zugesichert|"
    r"versprochen|garantiert|in Aussicht (?:gestellt|stellen))\b|"
    rf"\b(?:verspr(?:icht|ach|eche|echen|achen)|verpflichte(?:t|te|n|ten)? sich|garantier(?:t|te|en|e)|"
    rf"erklär(?:t|te|en|e) sich)\b[^,;:]{{0,160}}{_NO}|"
    rf"\b(?:macht|machte|gibt|gab|erteilt|erteilte|mache|gebe)\b[^,;:]{{0,60}}\bkeine(?:rlei)? (?:[a-zäöüß]+ )?"
    r"(?:Zusagen?|Zusicherung(?:en)?|Versprechen|Versprechungen)\b|"
    rf"\bZu(?:sage|sicherung)n?\b[^,;:]{{0,160}}{_NO}|"
    r"\b(?:lehn(?:t|te|en|ten|e) es\b[^,;:]{0,80}\bab|weiger(?:t|te|n|ten|e) sich|außerstande|außer Stande|"
    r"(?:sieht|sah|sehen|sehe)\b[^,;:]{0,60}\bdavon ab|verzichte(?:t|te|n|ten)? [^,;:]{0,60}\bdarauf)\b|"
    rf"{_NO}[^,;:]{{0,60}}\b(?:in der Lage|imstande|im Stande|bereit)\b|"
    rf"{_NO}[^,;:]{{0,160}}\b[a-zäöüß]{{3,30}}(?:t|en)(?: werden)? (?:können|könne|kann|konnten?)(?=\s*(?:[.,;:]|$))"
)
_HANGS = guarded(
    r"\s*(?:dass|daß|ob|wann|wie|um|noch)\b|[^,;:]{0,200}\b(?:zu [a-zäöüß]{3,30}n|"
    r"[a-zäöüß]{2,12}zu[a-zäöüß]{3,30}n)\b"
)
_GOES_ON = guarded(
    r"\b(?:und|aber|jedoch|sondern) (?=(?:wird|werde|werden|sagt|sichert|will|wolle|reicht|verspricht)\b)"
)
_AGAIN = guarded(r"\s*(?:aber|jedoch|sondern|sagt|sichert|wird|werde|will|und (?:sagt|sichert|wird|werde|will))\b")


def unrefused(text: str) -> str:
    """A sentence with the promises that it refuses blanked, offsets kept."""
    if not _REFUSED.search(text):
        return text
    kept, refused = [], False
    for low, high, _ in sentence_parts(text):
        part = text[low:high]
        if told := _REFUSED.search(part):
            rest = _GOES_ON.search(part, told.end())
            end = rest.start() if rest else len(part)
            kept.append(" " * end + part[end:])
            refused = rest is None
            continue
        refused = refused and _HANGS.match(part) is not None and not _AGAIN.match(part)
        kept.append(" " * len(part) if refused else part)
    return "".join(kept)
