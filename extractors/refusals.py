"""What a sentence denies of a number: "nicht bewilligt", "erhält keine Förderung von", "der Antrag wurde abgelehnt".

A negation counts only within the clause whose predicate tells of the number: of "300.000 Euro bewilligt und den
Antrag auf Verlängerung abgelehnt" nothing is refused that is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.evidence import Span
from corpus.patterns import folded, guarded, holds_any

_STEMS = ("nicht", "kein", "weder", "ablehn", "abgel", "abzul", "lehn", "versag", "verwe", "gewiesen", "absch", "ob ")
_MORE_STEMS = (
    "negativ",
    "zurückge",
    "absage",
    "niemals",
    "keinesfalls",
    "verworfen",
    "gescheitert",
    "realisiert",
    "bleib",
    "blieb",
)
_DONE_STEMS = ("bereits", "schon", "mehrheit", "ohne ")
_GIVE = (
    r"(?:bewillig|gewähr|genehmig|geförder|förder|bezuschuss|zuerkann|zugesag|zugesproch|zugewies|zugeteil|zugestand|"
    r"zugebillig|übernomm|übernimm|finanzier|refinanzier|kofinanzier|bereitgestell|erhalt|erhält|erhielt|erteil|"
    r"bekomm|bekam|freigegeb)"
)
_ADVERBS = (
    r"(?:(?!nur|allein|zuletzt|mehr\sals|weniger)"
    r"(?:[a-zäöüß]{2,20}|Jahr|\d{4}|vo[nm] (?:Land|Bund)|voller Höhe)\s){0,4}"
)
_NOT = r"\b(?:[Nn]icht|nie|niemals|keinesfalls|keineswegs)\s"
_REFUSED = guarded(
    rf"{_NOT}{_ADVERBS}(?:{_GIVE}\w{{0,3}}|zur Verfügung|in Aussicht|stattgegeben|entsprochen|zugestimmt|bereit)\b|"
    rf"\b{_GIVE}\w{{0,4}}\s[^,;]{{0,80}}\bnicht(?: mehr)?\W*\Z|"
    r"\b(?:nicht|keine[nrs]?)\s(?:[a-zäöüß]{3,20}\s){0,2}(?:Mehrheit|Zustimmung|Zusage|Bewilligung|Genehmigung|"
    r"\w{0,20}[Bb]escheid|Förderzusage)\b|\bnicht zustande\b|\bg[ai]bt?\b[^,;]{0,60}\bnicht statt\b|"
    r"\bbl(?:ei|ie)bt?\b[^,;]{0,60}\baus(?=[.,;]|\Z)|"
    r"(?<!nicht )(?:\b[Aa]blehnungsbescheid\b|\b[Aa]bgelehnt\b|\b[Aa]blehnte?n?\b|\babzulehnen\b|\babgewiesen\b|"
    r"\bzurückgewiesen\b|\bversagt\b|"
    r"\bverweigerte?\w?\b|\bverwehrt\w{0,2}\b|\babschlägig\b|\bnegativ beschieden\b|\bverworfen\b|\bgescheitert\b|"
    r"\b[Aa]bsage\b|\blehn(?:t|te|en|ten)\b[^;]{0,160}\bab\b)"
)
"""Words that refuse, read within one clause."""
_NO_GRANT = guarded(
    r"\b[Kk]eine[nrs]?\s(?:[a-zäöüß]{3,20}\s){0,2}[\w-]{0,24}(?:[Ff]örderung|[Zz]uwendung|[Zz]usch[uü]ss|[Mm]ittel|"
    r"[Gg]elder|[Uu]nterstützung|[Bb]eihilfe|[Pp]auschale|[Zz]uweisung)(?:en|e|n)?\b"
)
_NO_NUMBER = guarded(r"\b[Kk]eine[nrs]?\s(?:(?:weitere|zusätzliche|neue)n?\s)?\Z")
_AMOUNTING = guarded(
    r"(?:\s[\w-]{2,30}){0,4}\s(?:von|über|in Höhe von|i\. ?H\. ?v\.|im Umfang von)\s(?:[a-zäöü.]{2,10}\s)?\Z"
)
_FOR = guarded(r"\b(?:[Ff]ür|[Zz]u)\s(?:(?:die|den|diese|alle)\s)?(?:[a-zäöüß]{3,20}\s){0,2}\Z")
_GIVEN = guarded(rf"(?i)(?<!nicht )\b(?!\w{{0,20}}ung){_GIVE}\w{{0,3}}\b")
_INFLECTED = guarded(
    r"(?:(?:bewillig|gewähr|genehmig|geförder|bezuschuss|zugesag|erteil|abgelehn|versag|verweiger|verwehr)t|"
    r"(?:zugewies|erhalt|verworf|zurückgewies|abgewies)en)e[nrsm]?\Z"
)
"""A participle before a noun tells of that noun alone."""
_SHORT_GAP = guarded(
    r"\s(?:[a-zäöüß]{4,20}en?\s){0,2}(?:[A-ZÄÖÜ][\w-]{2,40}\s(?:[\w-]{2,30}\s){0,3}"
    r"(?:von|über|in Höhe von|i\. ?H\. ?v\.)\s)?(?:[a-zäöü.]{2,10}\s)?"
)
_PENDING = guarded(
    r"\b(?:noch|bislang|bisher|derzeit|vorerst)\s(?:gar\s)?nicht\b|\bweder\b[^,;]{0,40}\bnoch\s(?:abge|ver)"
)
_CASE = guarded(
    r"\A\W*(?:[Uu]nd |[Aa]ber )?(?:[Ss]ollten?|[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]oweit|[Ee]he|[Bb]evor|[Ss]olange)\b|"
    r"\bkönnten?\b"
)
_OB = guarded(r"\A\W*(?:und |oder )?ob\s|\bob\s(?=[^,;]{0,300}\Z)")
_UNPLANNED = guarded(
    rf"{_NOT}{_ADVERBS}(?:veranschlagt|eingeplant|etatisiert|vorgesehen|geplant|eingestellt|beantragt)\b"
)
_UNSPENT = guarded(
    rf"{_NOT}{_ADVERBS}(?:verausgabt|ausgezahlt|verwendet|weitergegeben|abgerufen|verbraucht|ausgegeben)\b"
)
_DONE = guarded(
    r"\b(?:bereits|schon)\s(?:[a-zäöüß]{2,20}\s){0,2}(?:realisiert|umgesetzt|erzielt|erreicht|eingespart)\b"
)
_NEITHER = guarded(
    rf"\b[Ww]eder\b.{{1,160}}\bnoch\b.{{1,160}}\b{_GIVE}\w{{0,3}}\b|\b{_GIVE}\w{{0,3}}\b.{{0,80}}\b[Ww]eder\b"
)
_CUT = guarded(
    r"(?i)\b(?:\w{0,12}kürz\w{1,4}|streich\w{1,3}|rückforder\w{0,4}|einspar\w{1,5}|reduzier\w{1,4}|abbau\w{0,3})\b"
)
_CHANGE_FROM = guarded(r"\bvon\s(?:[a-zäöü.]{2,10}\s)?\Z")
_TO = guarded(r"(?:\s[\w-]{2,30})?\sauf\s")
_NOT_THIS = guarded(r"\b[Nn]icht\s(?:mehr\s|etwa\s)?(?:die\s|den\s)?(?:[a-zäöü]{4,20}en\s)?\Z")
_BUT = guarded(r"\bsondern\s(?!auch\b)")
_OF_THEM = guarded(r"\b[Vv]on\s(?:den|diesen|insgesamt)\s(?:[a-zäöüß]{3,20}\s){0,2}\Z")
_NUMBER = guarded(r"\d|\b(?:eine?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b")
_SEGMENT = guarded(r"[,;:]\s|\s[–-]\s")
_FAR = 300
_AND = guarded(r"\s(?:und|sowie|aber|jedoch|sondern)\s")
_CLOSED = guarded(r"(?:\b[a-zäöüß]{3,30}(?:t|en)|\b(?:ab|zu|bereit|aus|ein|nicht))\W*\Z")
_FULL_VERB = guarded(
    r"\b(?:erhält|erhielt\w{0,2}|bekommt|bekam\w{0,2}|bewilligte?n?|gewährte?n?|förderte?n?|zahlte?n?|beträgt|kostete?n?|"
    r"übernimmt|trägt|beschließt|beschloss\w{0,2}|finanzierte?n?|lehnte?n?)\b"
)
_FINITE = guarded(
    r"\b(?:ha(?:t|ben|be|tte|tten)|w(?:ird|erden|urde|urden|erde|urd)|ist|sind|sei|seien|war|waren|kann|können|steht|"
    r"stehen|gibt|gab|fand|fanden)\b"
)
_EMBEDDED = guarded(r"\A\W*(?:(?:für|mit|von|zu|in|an)\s)?(?:d(?:ie|er|as|en|em|eren|essen)|welche\w?|was)\s")
_BACK = guarded(
    r"\A\W*(?:die|der|das|den|welche\w?|was|dies\w{0,2}|aber|jedoch|doch|wurden?|(?:das Land|der Bund|der Rat|"
    r"die \w{4,30}) lehnte?)\b"
)
_INFINITIVE = guarded(
    r"\b(?:zu\s[a-zäöüß]{4,30}en|[a-zäöüß]{2,9}zu[a-zäöüß]{4,30}en)\W*\Z|\A\W*dass\b|\b(?:möge|solle)n?\b"
)
_NUMERAL = guarded(r"\d{3}|\b\d{1,3}\s(?:Stellen|VZÄ)")
_NEXT = guarded(
    r"(?:D(?:er|ieser) (?:\w{0,20})?[Aa]ntrag|Die(?:se)? (?:\w{0,20})?(?:[Ff]örderung|[Zz]uwendung|[Mm]ittel|"
    r"Summe|Stellen)|Dies(?:er|e|es)?|Das (?:Land|wurde)|Sie|Beides)\b"
)
DENIED_HEAD = guarded(
    r"(?i)\bnicht (?:bewilligt|gewährt|gefördert|genehmigt|zugesagt|anerkannt)|\babgelehnt|\bversagt|\bablehnung"
)
"""Heads of columns over what was refused."""
_AGAINST = frozenset({"refused", "unplanned"})


def fate(text: str, start: int, end: int, following: str = "") -> str | None:
    """What the clause of a number at `start:end` denies; None where it denies nothing.

    "refused": not granted. "pending": not yet, or only a case that may come. "asked": whether it is so is open.
    "unplanned": not in the budget or the plan. "unspent": not paid out or used. "done": carried out already.
    "instead": another number holds ("nicht 300.000, sondern").
    `following` is the next sentence ("Der Antrag wurde abgelehnt.").
    """
    if not holds_any(folded(text), (*_STEMS, *_MORE_STEMS, *_DONE_STEMS)):
        return _after(text, start, following)
    scope = _scope(text, start, end)
    clause = text[scope[0] : scope[1]]
    before = text[max(0, start - 80) : start]
    if _CHANGE_FROM.search(before) and _TO.match(text, end):
        return None
    if _NOT_THIS.search(before) and _BUT.search(text, end):
        return "instead"
    if _OB.search(text[_segment(text, start, end)[0] : start]):
        return "asked"
    if _denied(text, start, end, scope):
        if text.rstrip(' "“”»«').endswith("?"):
            return "asked"
        part = _OF_THEM.search(before) and _NUMBER.search(text, end, scope[1])
        return "pending" if part or _PENDING.search(clause) or _CASE.search(clause) else "refused"
    for name, pattern in (("unplanned", _UNPLANNED), ("unspent", _UNSPENT), ("done", _DONE)):
        if pattern.search(clause):
            return name
    return _around(text, start, end) or _after(text, start, following)


def _denied(text: str, start: int, end: int, scope: Span) -> bool:
    clause = text[scope[0] : scope[1]]
    here = text[max(scope[0], start - 60) : start]
    if _NO_NUMBER.search(here):
        return True
    if _CUT.search(clause):
        return False
    if _NEITHER.search(text) and _segment(text, start, end)[0] <= start:
        return not _PENDING.search(text)
    for m in _REFUSED.finditer(clause):
        at = scope[0] + m.end()
        if not _of_noun(m.group(), text[at : at + 2]) or _SHORT_GAP.fullmatch(text, at, max(start, at)):
            return True
    none = _NO_GRANT.search(clause)
    if none:
        at = scope[0] + none.end()
        return bool((at <= start and _AMOUNTING.fullmatch(text, at, start)) or (at > end and _FOR.search(here)))
    elliptic = clause.rstrip(" .;,").endswith(" nicht") and not _FINITE.search(clause)
    return elliptic and bool(_GIVEN.search(text[: scope[0]]))


def _cuts(text: str) -> list[int]:
    return [0, *(m.end() for m in _SEGMENT.finditer(text)), len(text)]


def _segment(text: str, start: int, end: int) -> Span:
    """The part between commas that holds a number."""
    return next(((a, b) for a, b in pairwise(_cuts(text)) if a <= start < b), (0, len(text)))


def _scope(text: str, start: int, end: int) -> Span:
    """The clause of a number up to its predicate; a relative clause in between is passed over by `_around`."""
    low, high = _segment(text, start, end)
    joints = list(_AND.finditer(text, low, high))
    for m in joints:
        if m.end() <= start and _is_closed(text[max(low, m.start() - _FAR) : m.start()]):
            low = m.end()
    for m in joints:
        if m.start() >= end and _is_closed(text[max(low, m.start() - _FAR) : m.start()]):
            return low, m.start()
    return low, high


def _is_closed(part: str) -> bool:
    """Whether a conjunct has its predicate, so that the next one tells something else."""
    return bool((_CLOSED.search(part) and (_FINITE.search(part) or _GIVEN.search(part))) or _FULL_VERB.search(part))


def _around(text: str, start: int, end: int) -> str | None:
    """What the clauses beside the number's own refuse: a relative clause, the clause that governs an infinitive."""
    parts = [(a, b) for a, b in pairwise(_cuts(text)) if b > a]
    i = next((j for j, (a, b) in enumerate(parts) if a <= start < b), 0)
    own = text[slice(*parts[i])]
    if (_GIVEN.search(own) and not _INFINITIVE.search(own)) or _CUT.search(own) or _CASE.search(own):
        return None
    behind = [text[a:b] for a, b in parts[i + 1 : i + 3]]
    if behind and _BACK.match(behind[0]) and _refuses(behind[0]):
        return "refused"
    if not _FINITE.search(own) and len(behind) > 1 and _EMBEDDED.match(behind[0]) and _refuses(behind[1]):
        return "refused"
    if _INFINITIVE.search(own):
        beside: Sequence[str] = [*(text[slice(*p)] for p in parts[max(0, i - 1) : i]), *behind[:1]]
        return "refused" if any(_refuses(x) for x in beside) else None
    return None


def _refuses(part: str) -> bool:
    """Whether a clause without a number of its own refuses what was said beside it."""
    return not _NUMERAL.search(part) and not _CUT.search(part) and not _PENDING.search(part) and _told(part)


def _told(part: str) -> bool:
    return any(not _of_noun(m.group(), part[m.end() : m.end() + 2]) for m in _REFUSED.finditer(part))


def _of_noun(words: str, behind: str) -> bool:
    """Whether a participle stands before a noun: "der nicht bewilligte Antrag", but not "das er nicht bewilligte"."""
    return bool(_INFLECTED.search(words)) and behind[:1] == " " and behind[1:].isalnum()


_ASKED_FOR = guarded(r"\b[Bb]eantrag\w{1,3}\b|\b\w{0,20}[Aa]ntrag\b|\bangemeldet\b|\berbeten\b")


def _after(text: str, start: int, following: str) -> str | None:
    """Whether the next sentence refuses what this one applies for."""
    if not following or not _NEXT.match(following) or not _ASKED_FOR.search(text) or _GIVEN.search(text):
        return None
    return "refused" if _refuses(following.split(", ", maxsplit=1)[0]) else None


_DECREED = guarded(r"(?i)\bbewillig|\bgenehmig|\babgelehn|\bablehn|\blehnt")


def money_state(found: str | None, said: str | None, text: str, kind: str | None) -> str | None:
    """State of a sum in the light of what its clause denies: `found` is its fate, `said` what its words tell else."""
    if found == "refused" and kind in ("expenditure", "own_share") and not _DECREED.search(text):
        return None  # costs that nobody else bears are costs all the same
    if found in _AGAINST:
        return found
    if found == "instead":
        return "superseded"
    if found == "asked":
        return "open"
    if found == "pending" and said in ("granted", "spent", None):
        return "planned"
    if (found == "unspent" and said == "spent") or (found == "done" and said == "planned"):
        return None
    return said


_MINUS = guarded(r"(?<![\w)])(?<!\d\s)(?:−|(?<![^\s(|:])[-–])\Z")
"""A sign glued to the number; a dash with blanks on both sides is none."""
_BY_GRANTOR = guarded(
    r"\b(?:Land|Landes|Bund|Bundes|Bezirksregierung|Ministerium)\b[^.;]{0,160}\bab(?:gelehnt|lehnte)?\b"
)
_VAIN = guarded(rf"{_NOT}{_ADVERBS}besetz(?:t|en)\b")
_TAKEN = guarded(r"\b(?:[Bb]esetz(?:t|en)|tätig|eingestellt|an Bord|im Dienst)\b")
"""Posts that nobody could be found for are not filled, whatever else the words say."""
_STAFFED = guarded(r"(?<![Uu]n)\b[Bb]esetzte?[nr]?\b|\btätig\b|\beingestellt\b|\bim Dienst\b")


def post_state(text: str, start: int, end: int, said: str | None) -> str | None:
    """State of posts told at `start:end` of a sentence, unless its words deny what `said` would tell."""
    if _MINUS.search(text[max(0, start - 3) : start]):
        return "cut"
    if said == "superseded" and _BY_GRANTOR.search(text) and fate(text, start, end) == "refused":
        return "refused"  # no plan is given up where the one who pays says no
    if said in ("superseded", "vacant", "gone", "advertised", "hours_increase"):
        return said
    found = fate(text, start, end)
    if found == "instead":
        return "superseded"
    if found == "refused" and not (said == "filled" and _STAFFED.search(text)):
        return "refused"
    if found in ("pending", "asked") and said in ("granted", "decided"):
        return "planned"
    if said == "filled" and len(_VAIN.findall(text)) >= len(_TAKEN.findall(text)) > 0:
        return "granted" if _GIVEN.search(text) and not found else None
    return said
