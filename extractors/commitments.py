"""Commitments: what somebody promised, agreed on, has to do or will do by a time, and when it is due.

Four shapes: a verb of promise ("sichert ... zu"), a duty ("hat ... vorzulegen", "ist verpflichtet, ... zu"), an
agreement ("wird ... vereinbart"), and a deed ahead with a time ("wird ... bis Ende Mai nachreichen").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors import nlp
from extractors.analysis import Sentence
from extractors.clauses import Speaker, Speech, groups
from extractors.questions import span_of
from extractors.syntax import main_clauses

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_MONTH = "|".join(_MONTHS)
_LEADING = (
    r"(?!de[rsm] |deren )(?:(?:voraussichtlich|spätestens|frühestens|möglichst|noch|etwa|bis|bis zum|bis Ende|"
    r"zum|am|im|ab|für|vor|nach|in|von|Anfang|Mitte|Ende|des|der|dem|deren|nächster|nächsten|Sitzung) ){0,6}"
)
_DATED = (
    rf"\d{{1,2}}\. ?\d{{1,2}}\. ?(?:20\d\d|\d\d(?!\d))|(?:\d{{1,2}}\. )?(?:{_MONTH})(?: 20\d\d)?(?!\w)|"
    r"(?:ersten|zweiten|dritten|vierten|letzten|[1-4]\.) (?:Quartals?|Halbjahre?s?|Jahreshälfte)(?: "
    r"20\d\d)?|(?:Frühjahr|Frühling|Sommer|Herbst|Winter|Jahres?|Jahresende)(?: 20\d\d)?(?!\w)|(?<=Anfang "
    r"|Mitte |Endes? )20\d\d"
).replace("(?<=Anfang |Mitte |Endes? )20", "(?<=[a-z] )20")
_RELATIVE = (
    r"zeitnah|in Kürze|umgehend|unverzüglich|kurzfristig|demnächst|baldmöglichst|schnellstmöglich|so bald "
    r"wie möglich|in Zukunft|künftig regelmäßig|im Nachgang|im Anschluss an die Sitzung|(?:mit|über|in) "
    r"(?:der|die) Niederschrift|zum Protokoll|"
    r"(?:vor|nach|bis zu|in) (?:den|der|dem) \w*(?:[Ff]erien|[Pp]ause|[Ww]echsel)|(?:in|bis zu|zu) (?:der|"
    r"deren|einer der|die) (?:kommenden|nächsten|folgenden) (?:Wochen?|Sitzung\w*|Tage\w*)|"
    r"(?:in|zu|zur|bis zur) (?:deren )?(?:nächster|nächsten|kommenden|folgenden) (?:Sitzung|Woche)|im "
    r"(?:nächsten|kommenden) (?:Jahr|Monat|Quartal|Ausschuss)|noch in diesem (?:Jahr|Monat)|im Laufe "
    r"de[rs] \w+"
)
_TIME = guarded(rf"\b(?<!seit )(?<!seit dem )(?P<raw>{_LEADING}(?:(?P<dated>{_DATED})|{_RELATIVE}))(?!\w)")
_DAY = guarded(r"(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d|\d\d)")
_DAY_IN_WORDS = guarded(rf"(\d{{1,2}})\. ({_MONTH})(?: (20\d\d))?")
_MONTH_ONLY = guarded(rf"({_MONTH})(?: (20\d\d))?")
_QUARTER = guarded(r"(ersten|zweiten|dritten|vierten|[1-4]\.) Quartals? (20\d\d)")
_QUARTERS = {"ersten": 3, "zweiten": 6, "dritten": 9, "vierten": 12, "1.": 3, "2.": 6, "3.": 9, "4.": 12}
_DEEDS = frozenset(
    """
    vorlegen vorliegen stattfinden beginnen starten nachreichen nachholen berichten informieren unterrichten
    vorstellen fertigstellen zusammentreten zusammenkommen einladen prüfen ansprechen übersenden zusenden zugehen
    versenden veröffentlichen erstellen ergänzen beifügen bilden konstituieren gründen sprechen klären
    ausschreiben erfolgen weiterleiten einholen mitteilen besprechen tagen aufnehmen einberufen durchführen
    abschliessen herausgehen anlaufen umsetzen thematisieren zuleiten präsentieren einbringen evaluieren
    fortsetzen zuschicken einsetzen
    """.split()
)
_MODAL = guarded(r"\b(?:wird|werden?|würden?|soll|solle|sollen|sollten?|will|wollen|wolle)\b")
_DONE = guarded(r"\bfertig\b|\babgeschlossen\b|\bzur Verfügung (?:gestellt|stehen)\b")
_INTENDS = guarded(r"\b(?:beabsichtig(?:t|en)|plan(?:t|en|e)|hat vor|nimmt sich vor|strebt an)\b")
_PAST = guarded(r"\b(?:wurden?|war|waren|hat|hatten?|worden|habe|haben)\b")
_AT_ONCE = guarded(
    r"\b(?:in Kenntnis gesetzt|nachgereicht|(?:zu Protokoll|zum Protokoll|zur Niederschrift|der "
    r"Niederschrift|dem Protokoll) (?:nachge|ge|beige)\w+|auf dem Laufenden gehalten)\b"
)
_PRESENT = guarded(
    r"\b(?:tritt|treten|kommt|kommen|geht|gehen|gingen?|legt|lege|lädt|reicht|findet|finden|fänden?|"
    r"beginnt|startet|erfolgt)\b"
    r"(?=[^;]*\b(?:zusammen|zu|heraus|raus|vor|ein|nach|statt)(?=\s*(?:[.,;]|$|und\b)))|\b(?:beginnt|"
    r"startet|erfolgt)\b(?=[^;]*\b(?:voraussichtlich|spätestens)\b)"
)
_AHEAD = guarded(
    r"\b(?:voraussichtlich|spätestens|bis|in Kürze|zeitnah|kommenden?|nächste[nr]?|demnächst|umgehend|"
    r"unverzüglich|kurzfristig)\b"
)
_AGREED = guarded(
    r"^Vereinbart (?:wird|wurde|werden)\b|\b(?:wird|wurden?|werden)\b[^;]*\b(?:vereinbart|verabredet)\b|"
    r"\bübereingekommen\b|\b(?:einig|verständig|verabrede)(?:en|ten|te|t) sich\b|\bsich (?:auf|darauf) [^;"
    r"]*\b(?:geeinigt|verständigt)\b"
)
_DUTY = guarded(
    r"\b(?:hat|haben|habe)\b[^.;?]{3,300}?\b(?:vor|ein|ab|mit|nach|dar|bei|auf|aus|zu)zu[a-zäöü]{3,}en\b|"
    r"\b(?:ist|sind|sei|seien|bleibt)\b[^.;?]{3,200}?\b(?:verpflichtet|gehalten|angehalten)\b, [^.;"
    r"?]{3,200}?\b(?:zu [a-zäöü]+en|[a-zäöü]+zu[a-zäöü]+en)\b"
)
_AIM = guarded(r"\w+ (?:die|das|den|zum|zur|keine?n?) (?:Aufgabe|Ziel|Möglichkeit|Recht|Auftrag|Gelegenheit|Absicht)\b")
_DATES_OUT = guarded(
    r"\b(?:koordiniert|organisiert|sucht|fragt|stimmt|vereinbart|schlägt)\b[^;]*?\b\w*[Tt]ermin\w*|"
    r"\b[Tt]ermin\w*[^;]{0,80}\b(?:abgefragt|abgestimmt|koordiniert)\b"
)
_SOFT = guarded(
    r"\b(?:voraussichtlich|solle?n?|sollten?|könnten?|geplant|beabsichtig\w+|möglichst|angestrebt|strebt|Sollte)\b"
)
_ASKED = guarded(r"\b(?:fragt|fragen|wissen|erkundig\w+|bittet|bitten)\b")
_OFFICE = guarded(
    r"(?i)verwaltung|verw\.|bürgermeister|landr[aä]t|dezernent|vorsitzende|beigeordnete|direktor|leiter|kämmer|zentrum|"
    r"amt$|KI$"
)
_NOMINAL = guarded(
    r"\b(?:Die|Eine?|Der|Das|die|eine?|der|das) (?:\w+ ){0,2}?\w*(?:[Ee]inbringung|[Vv]orlage|[Vv]orstellung|"
    r"[Bb]erichterstattung|[Aa]usschreibung|"
    r"[Ff]ertigstellung|[Vv]eröffentlichung|[Ee]inrichtung|[Ee]valuation|[Aa]bschluss|[Uu]nterrichtung|[Bb]esetzung|"
    r"[Uu]msetzung|"
    r"[Aa]ntragstellung|[Ff]ortschreibung|[Dd]urchführung|[Ss]itzung|[Tt]reffen|[Bb]ericht|[Kk]onzept|[Üü]bersendung|"
    r"[Ee]instellung)"
    r"\b[^.;]{0,160}\b(?:ist|sind|sei|wird|soll|werde)\b[^.;]{0,120}"
    r"\b(?:beabsichtigt|vorgesehen|geplant|angestrebt|avisiert|terminiert|angekündigt|zugesagt)\b"
)
_HELD = guarded(r"\bstattfind\w+|\bstattzufinden\b|\bfindet\b.*\bstatt\b")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a sentence between semicolons, in offsets of the view."""

    index: int
    sentence: Sentence
    start: int
    end: int
    text: str


def commitments(speech: Speech) -> Iterator[Fact]:
    """The commitments of a document in text order, none twice."""
    promised = {p.index: p for p in speech.predicates if p.kind == "commitment" and p.speaker and _promises(p.speaker)}
    pieces = list(_pieces(speech))
    used: set[int] = set()
    for number, piece in enumerate(pieces):
        if number in used:
            continue
        if piece.index in promised:
            p = promised.pop(piece.index)
            start, end = span_of(speech, p)
            yield _fact(
                speech,
                _Piece(piece.index, piece.sentence, start, end, speech.analysis.text[start:end]),
                p.speaker.name if p.speaker else None,
            )
        elif _AGREED.search(piece.text) and not _ASKED.search(piece.text):
            later = next(
                (
                    n
                    for n in range(number + 1, min(number + 4, len(pieces)))
                    if _HELD.search(pieces[n].text) and _TIME.search(pieces[n].text)
                ),
                None,
            )
            if later is not None and not _DATES_OUT.search(pieces[later].text):
                used.add(later)
            yield _fact(speech, piece, None, pieces[later] if later is not None else None)
        elif (duty := _DUTY.search(piece.text)) and not _AIM.match(duty.group()):
            yield _fact(
                speech, piece, _who(speech, piece), place=(piece.start + duty.start(), piece.start + duty.end())
            )
        elif _DATES_OUT.search(piece.text) or _deed_ahead(piece):
            yield _fact(speech, piece, _who(speech, piece))


def _promises(speaker: Speaker) -> bool:
    """Persons, and offices and units of an administration; what a ministry or the Land announces is no promise here."""
    return speaker.named or bool(_OFFICE.search(speaker.name))


def _pieces(speech: Speech) -> Iterator[_Piece]:
    for index, sentence in enumerate(speech.sentences):
        if sentence.block.kind == "heading":
            continue
        low = 0
        for match in re.finditer(r"[^;]+", sentence.text):
            low = match.start() + len(match.group()) - len(match.group().lstrip())
            yield _Piece(
                index, sentence, sentence.start + low, sentence.start + match.end(), sentence.text[low : match.end()]
            )


def _deed_ahead(piece: _Piece) -> bool:
    text = piece.text
    if _ASKED.search(text) or text.endswith("?"):
        return False
    if _MODAL.search(text) and _AT_ONCE.search(text):
        return True
    if _NOMINAL.search(text) and _TIME.search(text):
        return True
    if not _TIME.search(text) or _PAST.search(main_clauses(text)):
        return False
    if _PRESENT.search(text) and _AHEAD.search(text):
        return True
    if _INTENDS.search(text) and _deed(text):
        return True
    return any(_MODAL.search(p) and _TIME.search(p) and _deed(p) for p in re.split(r"[,:](?!\d)", text))


def _deed(part: str) -> bool:
    return bool(_DONE.search(part)) or any(nlp.lemma(word) in _DEEDS for word in re.findall(r"\b[a-zäöüß]{5,}\b", part))


def _who(speech: Speech, piece: _Piece) -> str | None:
    """Who acts: a group in the nominative, a person, or the one that a pronoun goes back to."""
    found = [g for g in groups(piece.sentence) if piece.start <= g.start < piece.end]
    if found:
        return min(found, key=lambda g: g.start).name
    person = next((m for m in speech.near(piece.end) if piece.start <= m.start and not m.oblique), None)
    if person:
        return person.surname
    if pronoun := re.match(r"(?:\w+ )?([Ee]r|[Ss]ie)\b (?:wird|werde|will|könne|kann|hat|habe)\b", piece.text):
        inside = [m for m in speech.near(piece.start) if piece.sentence.start <= m.start]
        speaker = speech.voice.get(piece.index)
        fitting = inside[-1].surname if inside else speaker.name if speaker else None
        back = speech.back(pronoun[1])
        return fitting or (back.name if back else None)
    return None


def _fact(
    speech: Speech, piece: _Piece, who: str | None, later: _Piece | None = None, place: Span | None = None
) -> Fact:
    a = speech.analysis
    time = _TIME.search(piece.text) or (_TIME.search(later.text) if later else None)
    start, end = place or (piece.start, piece.end)
    whole = piece.text + (later.text if later else "")
    value = {
        "who": who,
        "what": re.sub(r"\s+", " ", a.text[start:end]).strip(" .,;"),
        "due": due(time["dated"], a.date) if time and time["dated"] else None,
        "due_raw": time["raw"] if time else None,
        "firm": not _SOFT.search(whole),
    }
    return a.fact("commitment", value, start, end, more=[(later.start, later.end)] if later else [])


def due(raw: str, said: dt.date | None) -> str | None:
    """ISO date or month of a printed time. A month without a year is the next one after the day it was said."""
    if day := _DAY.search(raw):
        year = int(day[3]) + (2000 if len(day[3]) == 2 else 0)
        return _iso(year, int(day[2]), int(day[1]))
    if quarter := _QUARTER.search(raw):
        return f"{quarter[2]}-{_QUARTERS[quarter[1]]:02}"
    if day := _DAY_IN_WORDS.search(raw):
        year = _year(day[3], _MONTHS.index(day[2]) + 1, said)
        return _iso(year, _MONTHS.index(day[2]) + 1, int(day[1])) if year else None
    if month := _MONTH_ONLY.search(raw):
        year = _year(month[2], _MONTHS.index(month[1]) + 1, said)
        return f"{year}-{_MONTHS.index(month[1]) + 1:02}" if year else None
    return None


def _year(printed: str | None, month: int, said: dt.date | None) -> int:
    """The printed year, else that of the next such month; 0 where nothing tells."""
    if printed:
        return int(printed)
    return said.year + (month < said.month) if said else 0


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
