"""What looks like a promise and is none: background, habits, rules of law, wishes of a speaker, figures, events.

These look at a sentence that something else has taken for a commitment, so they run on few sentences only.
"""

from __future__ import annotations

from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.syntax import sentence_parts

_HABIT = guarded(
    r"\b(?:jeweils|[Gg]rundsätzlich|in der Regel|[Üü]blicherweise|[Nn]ormalerweise|stetig|ständig|[Ii]n (?:solchen|"
    r"diesen|allen) Fällen|im (?:Regel|Bedarfs|Einzel)fall|[Bb]ei Bedarf|[Jj]e nach Bedarf|auch in Zukunft|"
    r"alle (?:zwei|drei|vier|fünf|\d{1,2}) "
    r"(?:Wochen|Monate|Jahre)|von [A-ZÄÖÜ][a-zä]+ 20\d\d\s+bis)\b"
)
"""What is done as a rule, or over a stretch of time."""
_LAW = guarded(
    r"\b(?:Gelegenheit (?:zu geben|gegeben)|[Bb]ieter\w*|[Ss]atzungsgemäß|gesetzlich|Planfeststellung\w*|"
    r"Bewerbungsfrist|(?:nach|gemäß|laut|gem\.) (?:§|Art\.|Artikel)|demnach verpflichtet|"
    r"Finanzierung [^.;]{0,60}erfolgt|"
    r"geeignete (?:und \w+ )?Maßnahmen)\b|"
    r"\b(?:nach|gemäß|laut|gem\.) §|^\W{0,3}(?:Bei|Im Falle?) [^,;]{3,80}\b(?:ist|sind)\b|"
    r"^\W{0,3}(?:Mit|Durch|Bei|Vor|Nach) (?:der |dem )?(?:Unterzeichnung|Abgabe|Einreichung|Erhalt|"
    r"Zustellung|Ablauf)\b|"
    r"\b(?:Antragstellung|Anmeldung|Bewerbung)(?:en)? (?:erfolgt|erfolgen|ist|sind)\b"
)
"""What a law, a contract or a procedure lays down for whoever comes."""
_FIGURE = guarded(
    r"[“”\"»«] (?:am|vom) \d|^\W{0,3}(?:Abbildung|Abb\.|Tabelle|Tab\.|Quelle|Stand|Fußnote|Grafik)\b|^\W{0,3}Seit\b|"
    r"\b(?:stieg|stiegen|sank|sanken|ging|zurückging|wuchs|betrug|betrugen|lag|lagen|konnten?|fand|fanden|gab|nahm|"
    r"begann|startete|erfolgte|erfolgten|"
    r"wollten|sollte (?:auch )?die)\b"
)
"""A line under a picture, and what is told of the past."""
_SPOKEN = guarded(
    r"\b(?:[Ww]ir|[Ii]ch|uns|unsere[rnms]?|meine[rnms]?)\b|\b[Ee]s (?:wollen|sollen|müssen)\b|"
    r"\b(?:erhalten|bekommen|kriegen|finden|geben|gehen|haben) Sie\b|\bSie (?:erhalten|gehen|finden|haben)\b"
)
"""A speaker's words: in the first person a member gives an opinion, and what "you" do is no deed of the writer."""
_NOW = guarded(
    r"(?i)\b(?:zurzeit|zur Zeit|derzeit|aktuell|momentan|gegenwärtig|augenblicklich|hiermit|hierdurch|als Tischvorlage|"
    r"als (?:ergänzende |weitere )?Anlage)\b"
)
_FORCE = guarded(
    r"\b(?:soll|solle|sollen|will|wolle|wollen|zugesagt|zugesichert|versprochen|Niederschrift|Protokoll)\b|"
    r"\b(?:rechne[nt]?|geplant|vorgesehen|angestrebt|strebt|plant)\b|"
    r"\bw[ie]rde?n?\b[^;,]{3,200} (?!\w{0,12}ge)[a-zäöüß]{3,25}en(?:\W*$|,)"
)
_LISTED = guarded(
    r"\b(?:[Mm]it (?:dem|diesem) (?:hier )?gestellten Antrag|schl(?:age|ägt|agen) (?:\w+ )?(?:eine[nm]? |vor)|"
    r"schl(?:age|ägt|agen) (?:er |sie )?vor|sollten? (?:deshalb|daher|deswegen|unbedingt)|"
    r"(?:würde|würden) [^;,]{0,60}\bgern\w?|legt [^;]{3,60}\bnahe|optimistisch|zuversichtlich|"
    r"den Eindruck|den Verdacht)\b"
)
"""What somebody suggests or supposes."""
_EVENT = guarded(
    r"\b(?:stattfinden|stattfände\w?)\b|\b(?:findet|finden)\b[^;]{0,200}\bstatt\b|\b(?:läuft|laufen) (?!an\b)"
)
_MEETING = guarded(
    r"(?i)(?:treffen|sitzung|gespräche?|termine?|workshop\w{0,9}|besprechung|klausur\w{0,8}|auftakt\w{0,14}|kick-?off|"
    r"konferenz|austausch|beratung|deep dive|begehung|zusammenkunft|lenkungsgruppe|abstimmung|anhörung|"
    r"runde[rn]? tisch\w?|schulung|evaluation|befassung|vorstellung)\b"
)
_BACKGROUND = guarded(
    r"\s*(?:(?:und|sowie|oder|aber|insbesondere|auch|vor allem) )?(?:(?:(?:nach|in|mit|aus|von|zu|an|bei|auf|für|über|"
    r"unter|durch) (?:denen|dem|der|die|deren|welche\w*)|welche[rsmn]?|deren|dessen|weil|da|obwohl|nachdem|bevor|wo|"
    r"womit|wodurch|wobei|weshalb|sodass|so dass|damit|ohne|um|wenn|falls|sofern|soweit|indem|während|wie|"
    r"als)\s|(?:de[rmn]|die|das)\s+(?!(?:soll|sollen|solle|wird|werde|werden|will|wolle|ist|sei|hat|habe|"
    r"kann) )[a-zäöüß])"
)
_VERB_LAST = guarded(r"\b[a-zäöüß]{0,30}(?:t|te|ten|en|ist|sind|sei|hat|kann|soll|will|muss|wird|werde|würde|war)\W*$")
_OPENS = guarded(r"\s*(?:Da|Weil|Obwohl|Nachdem|Während|Damit|Um|Sofern|Soweit|Bevor|Ohne|Indem|Dass|Wie)\s+")
_AGREED_BEFORE = guarded(
    r"\b(?:[Ww]enn|[Ff]alls|[Nn]achdem|sobald) (?:man|sich|wir|die|der)\b|\b\w{0,20}[Vv]ertrag(?:e?s)?\b|"
    r"\bvereinbart (?:hat|haben|hatte|hatten|worden)\b"
)
_MOTION = guarded(
    r"(?m)^\W{0,4}(?:(?:Interfraktionelle|Gemeinsame|Dringlich)\w* )?(?:\w{0,12}-?[Aa]ntrag|ANTRAG)\b(?! auf Förderung)"
)
_REPLY = guarded(r"\b(?:Stellungnahme|Niederschrift|Protokoll|Beschlussvorlage|Sitzungsvorlage|Ergebnis|Mitteilung)")
_TOP = 500
"""Characters in which a paper names itself."""


def of_motion(a: Analysis) -> bool:
    """Whether a document is a motion: what it says that others shall do is asked for, and promised by nobody."""
    top = a.text[:_TOP]
    return _MOTION.search(top) is not None and not _REPLY.search(top)


def spoken(text: str) -> bool:
    """Whether a sentence stands in the first person, or addresses somebody."""
    return _SPOKEN.search(text) is not None


def barred(text: str) -> bool:
    """Whether a sentence tells a habit, a rule, a figure, a guess or an event, whatever time it names."""
    if _HABIT.search(text) or _LAW.search(text) or _LISTED.search(text) or _FIGURE.search(text):
        return True
    if _NOW.search(text) and not _FORCE.search(text):
        return True
    return bool(_EVENT.search(text)) and not _MEETING.search(text)


def agreed_before(text: str) -> bool:
    """Whether an agreement is only a condition, or was made long ago."""
    return _AGREED_BEFORE.search(text) is not None


def without_background(text: str) -> str:
    """A sentence with its relative clauses, reasons, purposes and conditions blanked, offsets kept."""
    parts = []
    for low, high, _ in sentence_parts(text):
        part = text[low:high]
        opens = _BACKGROUND.match(part) if low and text[low - 1] == "," else low == 0 and _OPENS.match(part)
        parts.append(" " * len(part) if opens and _VERB_LAST.search(part) else part)
    return "".join(parts)
