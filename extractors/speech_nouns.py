"""Speech told by a noun with a verb that means little by itself: "Bericht erstatten", "Bedenken geltend machen".

A frame is a family of nouns and the verbs that go with it; which of the nouns and which of the verbs a clerk takes, and
whether in the active or the passive, is the clerk's choice.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from corpus.patterns import Guarded, guarded

_UTTERED = (
    "äussern an+melden erheben vor+bringen vor+tragen hegen haben üben bekunden bringen ein+bringen formulieren führen "
    "an+bringen tragen aus+drücken aus+sprechen zeigen artikulieren geben verleihen machen"
)
_OPINION = r"(?:Auffassung|Ansicht|Meinung|Standpunkt|Linie|Haltung|Position|Überzeugung)\b"
_HOLDS = "vertreten dar+legen äussern bringen machen erläutern verdeutlichen sein wieder+geben bekräftigen haben"
_INFORMATION = (
    r"(?:Auskunft|Auskünfte|Aufschluss|Aufschlüsse|Aufklärung|Information\w*|Mitteilung|Angaben?|Benennung|Nennung|"
    r"Erläuterung\w*|Darlegung\w*|Antwort\w*|Klarstellung|Klärung|Sachstand\w*|Aufstellung|Übersicht|Stellungnahme|"
    r"Darstellung|Beantwortung|Einzelheiten|Aufschlüsselung|Unterrichtung|Erklärung|Auflistung|Konkretisierung)\b"
)
_LEARN = (
    r"(?:zu (?:wissen|erfahren|hören)\b|in Erfahrung zu bringen\b|\w+ (?:zu sehen|zu wissen|zu haben)\b|"
    r"\b[Gg]ern\w* (?:wissen|erfahren)\b|\b(?:Wissen|Erfahren)\b|\b(?:Liste|Übersicht|Aufstellung|"
    r"Namen)\b.{0,80}\b(?:Protokoll|"
    r"Niederschrift)\b)"
)
_FRAMES = (
    ("statement", "thanks", r"(?:\w*[Dd]ank(?:es\w*)?|Dankbarkeit|Danke|Anerkennung|Lob|Respekt|Hochachtung|"
     r"Wertschätzung|Kompliment\w*)\b",
     "zollen aus+sprechen übermitteln sagen ab+statten aus+drücken bringen richten entbieten bekunden mit+geben "
     "weiter+geben überbringen erweisen äussern spenden geben"),
    ("statement", "reports", r"(?:\w*[Bb]ericht|Rechenschaft|Bilanz|Rückschau|Rückblick|Resümee|Fazit)\b",
     "erstatten ab+legen geben halten liefern ziehen ab+geben"),
    ("statement", "presents", r"(?:(?:Ü|Kurzü|Gesamtü)berblick|Übersicht|Abriss|Einblicke?|Eindr[uü]cke?|Einführung|"
     r"Erläuterung\w*|Darstellung|\w*[Vv]ortrag|Referat|\w*[Pp]räsentation|Impuls\w*|Input|Zusammenfassung|"
     r"Ausführung\w*|Vorstellung|Aufriss|Schilderung|Darlegung\w*|Sachstand)\b",
     "geben verschaffen vermitteln bieten gewähren liefern halten machen vor+nehmen tätigen zeichnen"),
    ("statement", "previews", r"(?:Vorschau|Ausblick|Vorausschau|Blick in die Zukunft)\b",
     "geben werfen machen bieten wagen vor+nehmen"),
    ("statement", "answers", r"(?:Auskunft|Auskünfte|Antwort(?:en)?|Stellungnahme)\b",
     "erteilen geben stehen ab+geben gestehen liefern"),
    ("statement", "informs", r"(?:in Kenntnis|zur Kenntnis|zur Sprache|zu Protokoll|ins Bild|davon Kenntnis|"
     r"Hinweise?|Informationen|darauf aufmerksam|aufmerksam)\b",
     "setzen geben bringen an+bringen erteilen machen"),
    ("statement", "informs", r"zu sprechen\b", "kommen"),
    ("statement", "emphasises", r"(?:Augenmerk|den Blick|Aufmerksamkeit|Fokus|Gewicht|näheren? Betrachtung)\b",
     "lenken richten legen werfen unterziehen"),
    ("statement", "refers", r"(?:Bezug|Bezugnahme|ins Gedächtnis|in Erinnerung)\b", "nehmen rufen bringen"),
    ("statement", "presents", r"[Dd]as Wort\b", "erhalten ergreifen nehmen bekommen haben"),
    ("position", "support", r"\bkeine(?:rlei)? (?:\w+ )?(?:Bedenken|Einw[aä]nde?\w*|Vorbehalte|Zweifel)\b", _UTTERED),
    ("position", "reject", r"(?:Zustimmung|Unterstützung|Gefolgschaft|Absage|Riegel)\b(?!.{0,40}\bin Aussicht)",
     "verweigern versagen verwehren entziehen vor+schieben vor+enthalten"),
    ("position", "reject", r"Absage\b", "erteilen"),
    ("position", "reject", r"(?:Ablehnung|Missbilligung|Widerst[aä]nde?|Protest|Widerspruch|Veto)\b",
     "signalisieren erklären bekunden an+kündigen äussern bringen ein+legen leisten erheben an+melden zeigen"),
    ("position", "concern", r"(?<!keine )(?<!keinen )(?<!keinerlei )\b(?:Bedenken|Kritik|Zweifel|Sorgen?|Skepsis|"
     r"Vorbehalte?|Befürchtung\w*|Unmut|Unverständnis|Unbehagen|Einw[aä]nde?\w*|Besorgnis|Bedauern|Missfallen|"
     r"Enttäuschung|Verwunderung|Befremden|Kritikpunkte?)\b",
     _UTTERED + " sehen betrachten beobachten registrieren verfolgen"),
    ("position", "support", r"(?:Zustimmung|Einverständnis|Unterstützung|Rückhalt|Befürwortung|Genugtuung|Freude|"
     r"Zuspruch|Wohlwollen|Beifall|Sympathien?|Zufriedenheit)\b",
     "signalisieren erklären bekunden an+kündigen erteilen äussern aus+drücken bringen zu+sichern vermerken nehmen "
     "auf+nehmen fest+stellen registrieren zeigen aus+sprechen zollen"),
    ("position", "demand", r"(?:Erwartung\w*|W[uü]nsche?|(?<!Auf)[Ff]orderung\w*|Bitten?|Anregung\w*|Anliegen|"
     r"Vorschl[aä]ge?|(?:[ÄEPZ]\w+)antr[aä]ge?|Appelle?|Petitum|Begehren)\b(?!sgemäß)",
     "äussern bringen vor+bringen erheben aus+sprechen richten unterbreiten stellen ein+bringen formulieren an+melden "
     "machen vor+tragen hegen aus+drücken an+bringen bekunden adressieren"),
    ("position", "demand", r"(?:Wert|Gewicht)\b(?! \d)", "legen"),
    ("question", "-", r"(?<![Ii]n )(?<!keine )(?<!ohne )(?<!außer )\b(?:\w*[Nn]achf|\w*[Zz]usatzf|\w*[Vv]erständnisf|"
     r"Rückf|Anf|F)ragen?\b|\bErkundigung(?:en)?\b",
     "stellen auf+werfen richten ein+bringen vor+bringen haben äussern an+bringen erheben vor+tragen formulieren "
     "adressieren an+schliessen an+knüpfen"),
    ("question", "-", _INFORMATION,
     "begehren erbitten ersuchen wünschen verlangen nach+suchen ein+fordern fordern erheischen bitten"),
    ("question", "-", rf"\ban (?:\w+ ){{0,3}}{_INFORMATION}", "liegen"),
    ("question", "-", _LEARN, "wünschen begehren mögen wollen verlangen bitten erbitten ersuchen"),
)  # fmt: skip
_STANCE_TOLD = (
    ("reject", r"\b(?:nicht|kein\w*)\b.{0,80}\b(?:erforderlich|notwendig|nötig|sinnvoll|Bedarf|mehr|akzeptabel|"
     r"tragbar|hinnehmbar|zielführend)|überflüssig|entbehrlich|falsch|abzulehnen"),
    ("demand", r"\b(?:müss|soll|muss|dürf|darf|gehör|bedürf|bedarf)\w*|\bzu(?: |(?<=\wzu))\w+en (?:sei|ist|sind)|"
     r"\bzu \w+en\b"),
    ("support", r"\b(?:richtig|sinnvoll|wichtig|notwendig|gut|gelungen|zielführend|angemessen|begrüß\w+)\b"),
)  # fmt: skip
"""Which side an opinion takes, by the words of what is held."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """One noun family with one verb; `particle` is the part of the verb that stands apart, if it has one."""

    noun: Guarded
    particle: Guarded | None
    kind: str
    act: str


_TOLD = tuple((stance, guarded(words)) for stance, words in _STANCE_TOLD)
_HELD = guarded(_OPINION)
_END = r"(?=\s*(?:[.,;:()!?]|$|und\b|oder\b|sowie\b))"
_CUT = guarded(
    r";|: |, (?:dass|ob|wie|wann|wer|was|warum|weil|da|wonach|wobei|während|wohingegen|inwie\w+|und|er|"
    r"sie|man)\b"
)
_OBLIQUE = guarded(
    r"\b(?:[Aa]uf|[Zz]u[mr]?|[Nn]ach|[Bb]ei|[Ww]egen|[Üü]ber|[Tt]rotz|[Uu]nter|[Aa]us|[Ii]n|[Ii]m)"
    r"(?: (?:de[rmns]|die|das|eine[rmns]?|ihre[rmns]?|seine[rmns]?|[a-zäöüß]{1,30}e[nrm])){0,4} $"
)


@functools.cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    table: dict[str, list[_Frame]] = {}
    for kind, act, noun, verbs in _FRAMES:
        pattern = guarded(rf"(?:{noun if noun.startswith((chr(92) + 'b', '(?<')) else chr(92) + 'b' + noun})(?!-)")
        for verb in verbs.split():
            particle, _, stem = verb.rpartition("+")
            apart = guarded(rf"\b{particle}{_END}") if particle else None
            table.setdefault(stem, []).append(_Frame(pattern, apart, kind, act))
            if particle:
                table.setdefault(particle + stem, []).append(_Frame(pattern, None, kind, act))
    return {verb: tuple(frames) for verb, frames in table.items()}


@functools.cache
def _holders() -> dict[str, Guarded | None]:
    """Verbs of holding an opinion, and the particle that must follow."""
    found: dict[str, Guarded | None] = {}
    for verb in _HOLDS.split():
        particle, _, stem = verb.rpartition("+")
        found[stem] = guarded(rf"\b{particle}{_END}") if particle else None
        found[particle + stem] = None
    return found


def frame_verbs() -> frozenset[str]:
    """The lemmas that a frame of speech can have as its verb."""
    return frozenset(_frames()) | frozenset(_holders())


def frame_act(text: str, start: int, end: int, base: str) -> tuple[str, str] | None:
    """Kind and act of the frame whose verb stands at `start:end` with the lemma `base`; None where there is none."""
    cut = _CUT.search(text, end)
    high = min(cut.start() if cut else len(text), end + 300)
    low = max(text.rfind(";", 0, start), text.rfind(": ", 0, start), start - 260) + 1
    for frame in _frames().get(base, ()):
        if frame.particle is not None and not frame.particle.search(text, end, min(high + 1, len(text))):
            continue
        if frame.noun.search(text, end, high):
            return frame.kind, frame.act
        noun = frame.noun.search(text, low, start)
        if noun and not _OBLIQUE.search(text, low, noun.start()):
            return frame.kind, frame.act
    return None


def opinion_act(text: str, start: int, end: int, base: str) -> tuple[str, str] | None:
    """The side that somebody takes by an opinion: "vertritt die Auffassung, dass ... müsse"."""
    if base not in _holders():
        return None
    particle = _holders()[base]
    if particle is not None and not particle.search(text, end, end + 200):
        return None
    held = _HELD.search(text, end, end + 120) or _HELD.search(text, max(0, start - 120), start)
    rest = text[held.end() : held.end() + 400] if held else ""
    return next((("position", stance) for stance, words in _TOLD if words.search(rest)), None)
