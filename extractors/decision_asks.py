"""How papers ask a body to resolve something: "der Rat möge beschließen:", "wir beantragen", "um Kenntnisnahme".

What is asked for is a proposed text, never an outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import guarded
from extractors import nlp
from extractors.committees import NAME

PARTY = r"(?:CDU|CSU|SPD|FDP|AfD|BSW|GRÜNEN?|Grünen?|LINKE|Linke|Freie Wähler)"
ADDRESSEE = (
    r"(?:\w{0,16}[Vv]erwaltung|(?:Ober)?[Bb]ürgermeister(?:in|amt)?|Landrat|Landrätin|Magistrat|Senat|Bezirksamt|"
    r"\w{0,16}[Aa]mtsleitung|[Dd]ezernent(?:in)?|Gemeindevorstand|Kreisausschuss|Amt|Referat|Dezernat)"
)
"""Whom a council tells to do something."""
_RESOLVE = r"(?:beschließen|beschliessen|zustimmen|entscheiden|empfehlen)"
_ASKED = guarded(
    rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<body>{NAME})(?: [^.:\n]{{0,80}})? (?:möge|mögen|wolle|wollen|soll|"
    rf"sollen)\b[^.:\n]{{0,80}}"
    rf"\b{_RESOLVE}\b[^.:\n]{{0,60}}"
    rf"|\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<asked>{NAME})(?: [^.:\n]{{0,60}})? (?:wird|werden) (?:gebeten|"
    rf"vorgeschlagen|empfohlen)\b[^.:\n]{{0,90}}"
    rf"|\b(?:[Dd]em|[Dd]er) (?P<told>{NAME}) (?:wird|werden) (?:vorgeschlagen|empfohlen)\b[^.:\n]{{0,90}}"
    rf"|\b(?:beantragt|beantragen|schlägt|schlagen|bitten|bittet|ersuch\w+|stell(?:t|en)|empfiehlt|empfehlen|"
    rf"unterbreite\w+)\b"
    rf"(?: [^.:\n]{{0,140}})?\b(?:Antrag|Anträge|Beschluss|Beschlüsse|Beschlussvorschlag|Beschlussfassung|"
    rf"beschließen|Folgendes|"
    rf"wie folgt|vor|zur Abstimmung)\b(?:[^.:\n]|(?<=\d)\.){{0,110}}"
    rf"|\b(?:beantragen (?:wir|die \w+)|[Ww]ir beantragen)\b[^:\n]{{0,260}}"
    rf"|\b(?:[\w-]{{0,40}}[Ff]raktion\w*|[\w-]{{0,20}}[Gg]ruppe|[Ll]iste|[Bb]eirat|[Vv]ertretung|[Oo]rtsrat|"
    rf"[Vv]erein|{PARTY})\b(?: [^.:\n]{{2,60}})? "
    rf"(?:beantragt|beantragen|fordert|fordern)\b[^.:\n]{{0,80}}"
    rf"|^(?:Die|Der|Das) (?:[a-zäöü]{{4,14}} )?{ADDRESSEE}(?: [^.:\n]{{2,40}})? (?:wird|werden|möge|"
    rf"soll)\b[^.:\n]{{0,60}}"
    rf"(?<!\w)(?:beauftragt|gebeten|aufgefordert|ersucht|verpflichtet|ermächtigt)(?: und \w+)?,?"
    rf"|^(?:Antrag(?:stext|sgegenstand)?|Beschlusstext|(?:Vorschlag|Empfehlung) der Verwaltung|"
    rf"Verwaltungsvorschlag|Petitum|"
    rf"Wir beantragen(?: daher)?|Es wird beantragt)"
)
"""What stands before the colon above a proposed text; "Der Rat möge beschließen" and its kin."""
_INLINE = guarded(
    rf"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?P<body>{NAME}) (?:möge|mögen|wolle|wollen)\b[^.:\n]{{0,60}}\b{_RESOLVE}, "
    rf"(?P<text>[^\n]{{25,900}})"
    rf"|\b(?:[Ww]ir beantragen|beantragen wir|[\w-]{{0,40}}[Ff]raktion\w*(?: [^.:,\n]{{2,40}})? beantragt)(?: \w+)?, "
    rf"(?P<own>[^\n]{{25,900}})"
)
_LONGEST = 5000
"""Characters of a paragraph that may propose something."""
_TO_DO = r"(?:\w{1,20}zu\w{3,20}en|zu \w{3,20}(?:en|ern|eln|un|hn))"
"""An infinitive with "zu": "abzulehnen", "zu beschließen"."""
_COMMENDS = guarded(
    rf"\b(?:[Dd]ie|[Dd]er|[Dd]as) {ADDRESSEE}(?: [^.,;:\n]{{2,40}})? (?:empfiehlt|schlägt|spricht sich dafür aus|"
    rf"rät)\b|"
    rf"\b(?:empfiehlt|schlägt) (?:die|der|das) {ADDRESSEE}\b|\bwird (?:von der Verwaltung )?(?:empfohlen|"
    rf"vorgeschlagen)\b"
)
_OUTCOME = guarded(rf",[^,;:?!]{{0,300}}?\b{_TO_DO}\b[^;:?!]{{0,80}}\Z")
"""What the administration proposes to do with a motion: "Die Verwaltung empfiehlt daher, den Antrag abzulehnen."."""
_MATTER = guarded(
    r"\b(?:\w{0,20}[Aa]ntr[aä]ge?|Vorschlag|Vorlage|Beschluss\w*|Satzung|Punkte?|Ziffern?|Variante|Angelegenheit|"
    r"Vorgeschlagene\w*)\b"
)
_BEG = guarded(
    rf"(?:^|(?<=[.!] ))(?:[^.;:?!\n]{{0,60}} )?(?:(?:[Ww]ir bitten|bitten wir)(?: [^.,;:\n]{{2,50}})?|"
    rf"(?:[Dd]er|[Dd]ie|[Dd]as) {NAME} (?:bittet|beantragt|fordert|empfiehlt|schlägt vor)(?: [^.,;:\n]{{2,60}})?), "
    rf"(?P<text>(?!ob |wie |dass |warum |wann |wo |wer |was |uns )(?:[^.;:?!\n]|\.(?! "
    rf"[A-ZÄÖÜ])){{15,400}}?\b{_TO_DO}(?= *(?:\.|,|$| und ))[^.;:?!\n]{{0,120}})\.?(?=\s|$)"
)
"""A plea of a paper: "Wir bitten Sie daher, die Variante 2 zu beschließen."."""
_DECIDED = guarded(
    r"\b(?:zu (?:beschließen|vertagen|genehmigen|verabschieden|streichen|erhöhen|kürzen)|zuzustimmen|abzulehnen|"
    r"zurückzustellen|anzunehmen|"
    r"bereitzustellen|anzumelden|auszuweisen|einzustellen|aufzunehmen|vorzusehen|einzurichten|zu (?:prüfen|"
    r"erstellen|veranlassen)|umzusetzen)\b"
)
_NOTE = guarded(
    r"\b[Uu]m (?:zustimmende |wohlwollende )?Kenntnisnahme (?:wird|werden) (?:\w+ )?gebeten\b"
    r"|\b(?:bittet|bitten|bitte)\b[^.:;\n]{0,60}\bum (?:zustimmende )?Kenntnisnahme\b"
    r"|\b(?:wird|werden) (?:\w+ )?gebeten,? [^.:;\n]{0,80}\bzur Kenntnis zu nehmen\b"
    r"|\b[Zz]ur Kenntnisnahme (?:vorgelegt|gegeben)\b"
)


def asks(line: str) -> str | None:
    """The body that the line asks to resolve what stands below it, "" if it names none; None if it asks nothing."""
    head = line.rstrip()
    if not head.endswith(":") or len(head) > 420 or re.search(r"\?|\bFragen?\b|\bbeantwort", head):
        return None
    m = _ASKED.search(head[:-1])
    if m is None or m.end() < len(head) - 1:
        return None
    return m["body"] or m["asked"] or m["told"] or _named_before(head)


def _named_before(head: str) -> str:
    named = re.search(rf"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em) (?P<body>{NAME})", head)
    return named["body"] if named else ""


def asked_here(line: str) -> tuple[int, int, str | None] | None:
    """Where the line itself says what a body is asked, and the body: "Der Rat möge beschließen, dass ..."."""
    m = _INLINE.search(line)
    if m is None:
        return None
    start, end = m.span("text" if m["text"] else "own")
    stop = re.search(r"(?<=[a-zäöüß)])\.(?=\s+[A-ZÄÖÜ]|\s*$)", line[start:end])
    return start, start + stop.end() if stop else end, m["body"]


def asks_for_note(sentence: str) -> bool:
    """Whether a sentence asks that something be noted ("Um Kenntnisnahme wird gebeten")."""
    return _NOTE.search(sentence) is not None


def commended(line: str) -> Iterator[tuple[int, int]]:
    """Where a paper's line says what the administration, a group or a body proposes to do with the matter."""
    told = "empf" in line or "schlägt" in line or "vorgeschl" in line
    for start, end in nlp.sentences(line) if told and len(line) < _LONGEST else ():
        sentence = line[start:end].strip()
        verb = _COMMENDS.search(sentence)
        if verb and _MATTER.search(sentence) and _OUTCOME.search(sentence, verb.end()):
            yield start, end
    for match in _BEG.finditer(line) if "bitte" in line or "beantragt" in line or "fordert" in line else ():
        if _DECIDED.search(match["text"]):
            yield match.span()


_MOTION = guarded(r"(?:[A-ZÄÖÜ][\w-]{2,20} )?\w{0,16}[Aa]ntrag(?: .{0,60})?|ANTRAG(?: .{0,60})?")
_STATION = guarded(
    r".{0,60}(?:[Rr]at|[Aa]usschuss|[Bb]eirat|[Vv]ertretung|[Vv]ersammlung|[Kk]reistag|"
    r"[Kk]ommission)\b.{0,60}\d{1,2}\.\d{1,2}\.\d{4}\b.{0,60}"
)
"""A row of the bodies that a paper goes to, with the day."""
_ORDER = guarded(
    rf"(?:Die|Der|Das) (?:Stadt|Gemeinde|Kreis|{ADDRESSEE})(?: [^.:\n]{{2,60}}?)? (?:wird|prüft|erstellt|legt|"
    rf"stellt|richtet|erarbeitet|initiiert|"
    rf"entwickelt|berichtet|setzt|beantragt|veranlasst|schafft|führt|nimmt|informiert|möge|soll)\b"
)


def unheaded(texts: Sequence[str]) -> int | None:
    """The line with which a motion's own text begins right below the bodies that it goes to, without any heading."""
    if not any(_MOTION.fullmatch(text) for text in texts[:8]):
        return None
    stations = [i for i, text in enumerate(texts[:40]) if _STATION.fullmatch(text)]
    first = stations[-1] + 1 if stations else len(texts)
    if first < len(texts) and (_ORDER.match(re.sub(r"^1[.)] {1,4}", "", texts[first]))):
        return first
    return None
