"""What tells a state: the thing that is in it, the words that show its stage, the words that forbid the reading."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.patterns import Guarded, guarded

POSTS = (
    r"\b(?:\w*[Ss]tellen?(?!ung)|\w*-Stellen?|VZÄ|\w*[Vv]ollzeit\w*|\w*[Ss]telle|\w*(?:kraft|kräfte[n]?)|"
    r"Stellenprofile|\w*[Pp]rofile|Alle|Personal\w*)\b"
)
_PAPER = (
    r"\b(?:\w*[Kk]onzept(?:e[ns]?|s|ion|ionen)?|\w*[Rr]ichtlinien?|\w*[Ll]eitlinien?|\w*[Bb]ericht(?:s|es)?|"
    r"Entwurf|Fassung|Förderbedingungen|Rahmenbedingungen|Bedingungen der Förderung|Satzung)\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`thing` and `sign` must both stand in the part, `never` must not; the first rule that fits tells the stage."""

    topic: str
    type: str
    stage: str
    thing: Guarded
    sign: Guarded
    never: Guarded | None = None


def _rule(topic: str, type_: str, stage: str, thing: str, sign: str, never: str | None = None) -> Rule:
    return Rule(topic, type_, stage, guarded(thing), guarded(sign), guarded(never) if never else None)


RULES = (
    _rule(
        "staffing",
        "staffing",
        "not_advertised",
        POSTS,
        r"\b(?:ohne dass|noch nicht|noch nichts|nichts|keine)\b.*\bausgeschrieben\b|"
        r"\bausgeschrieben\b.*\bnoch nichts?\b",
    ),
    _rule(
        "staffing",
        "staffing",
        "not_advertised",
        r"\b\w*[Pp]rofile\b",
        r"\b(?:erarbeit\w*|abgestimmt|erstellt|entwickelt|abzustimmen)\b",
    ),
    _rule(
        "staffing",
        "staffing",
        "partly_filled",
        r"\b(?:VZÄ|Stellen?|\w*stellen?|Vollzeit\w*|Dreiviertelstelle|Halbtagsstelle)\b",
        r"\b[Vv]on (?:den|insgesamt|bisher)[^,;]{0,60}\bbesetzt\b|\bvakant\b|\bunbesetzt\b|\bnicht "
        r"(?:wieder)?besetzt\b|\b(?:teilweise|nur zum Teil|zum Teil|noch nicht vollständig|noch nicht "
        r"alle)\b[^,;]*\bbesetzt\b|\b[A-ZÄÖÜa-zäöü\d,]+ der (?:\w+ )?(?:zwei|drei|vier|fünf|sechs|sieben|"
        r"acht|neun|zehn|elf|zwölf|[\d,]+) [^,;]*\bbesetzt\b|\bangefangen\b.*\b(?:Ausschreibung|"
        r"besetzt)\b",
        r"\bgefördert\b",
    ),
    _rule(
        "staffing",
        "staffing",
        "advertised",
        POSTS,
        r"\bausgeschrieben\b|\b\w*[Aa]usschreibungsverfahren\b|\bAuswahlgespräch\w*|"
        r"\bVorstellungsgespräch\w*|\bBewerbungsverfahren\b|\bAuswahlverfahren\b",
        r"\bausgenommen\b|\bzu erstatten\b",
    ),
    _rule(
        "staffing",
        "staffing",
        "pending",  # what is hoped or feared of a filling says nothing of how far it is
        r"\b(?:Besetzung|Suche|Stellenbesetzung\w*)\b",
        r"\b(?:rechnet|gestaltet sich|Arbeitsmarkt|Fachkräfte\w*|unklar|schwierig\w*|verzöger\w+|mehr Zeit)\b",
    ),
    _rule(
        "staffing",
        "staffing",
        "filled",
        r"\b(?:[Dd]ie|[Aa]lle|[Ss]ämtliche|[Bb]eide)\b[^,;]*\b\w*[Ss]tellen\b|^Alle\b|\bSchnittstellen\b",
        r"\bbesetzt\b|\bWiederbesetzung\b",
        r"\b(?:wird|würden|wann|Wann|sollen|soll|Von den|könnten)\b|(?<!konnten )(?<!konnte )\bwerden besetzt\b",
    ),
    _rule(
        "concept",
        "concept",
        "approved",
        _PAPER,
        r"\b(?:bewilligt|genehmigt|zugestimmt|gebilligt|freigegeben|verabschiedet|beschlossen)\b",
        r"\b(?:Zuwendungs|Förder)bescheid\b|€|\bEuro\b",
    ),
    _rule("concept", "concept", "delayed", _PAPER, r"\b(?:verzögert|später als|verspätet|Verzögerung)\b"),
    _rule(
        "concept",
        "concept",
        "draft",
        _PAPER,
        r"\bim Entwurf\b|\bnoch nicht (?:veröffentlicht|in Kraft|erlassen|erschienen)\b|^Der "
        r"Entwurf\b.*\babgestimmt\b|\b(?:hausinternen?|internen) Abstimmung\b|\bliegt? noch nicht vor\b",
    ),
    _rule(
        "concept", "concept", "revised", _PAPER, r"\b(?:überarbeitet|modifiziert|angepasst|fortgeschrieben|geändert)\b"
    ),
    _rule(
        "concept",
        "concept",
        "in_progress",
        _PAPER,
        r"\b(?:entwickelt|erarbeitet|arbeiten|erstellt|fertiggestellt|vorliegen|in Arbeit|in Vorbereitung|"
        r"geschrieben|Erarbeitung|in Bearbeitung|in Abstimmung|erarbeite|fertig)\b",
        r"\bvorgestellt\b|^Mit\b",
    ),
    _rule(
        "location of posts",
        "location",
        "recommendation",
        r"\b\w*[Ss]tellen?\b|\bKIM\b|\bAufgabe\b",
        r"\b(?:[Ee]mpfiehlt|[Ee]mpfehlung|empfohlen)\b.*\b(?:anzudocken|angesiedelt|anzusiedeln|"
        r"verorte\w*|zu verorten|einzurichten|angebunden)\b",
    ),
    _rule(
        "location of posts",
        "location",
        "in_place",
        r"\b(?:\w*[Ss]tellen?|Aufgabe|KIM|Koordinierung\w*|\w*[Ss]tellenanteile|Integrationsmanagement\w*)\b",
        r"(?m:^)(?=.*\b(?:[Ii]m|[Bb]eim|[Aa]n das|[Aa]m) (?:\w+ )?(?:\w*[Ii]ntegrationszentrum\w*|KIZ?|"
        r"\w*[Aa]mt\w*|Dezernat|Fachbereich|Jobcenter)\b).*\b(?:angesiedelt|verort\w*|angebunden|"
        r"angedockt|zugeordnet|eingegliedert|anzudocken)\b",
        r"\bTeilhabe\w*|\bFörderbaustein\w* 6\b|\bdavon\b|\bDavon\b|"
        r"\b\d[\d,.]{0,15} (?:VZÄ|Stellen)\b|\bvo[nr] denen\b",
    ),
    _rule(
        "carrier talks",
        "talks",
        "in_progress",
        r"\b(?:Gespräche|Abstimmungsprozess|Abstimmungsgespräche|Verhandlungen|Abstimmungen)\b",
        r"\b(?:laufen|läuft|findet|finden|werden|dauern|statt)\b",
        r"\b(?:Nach|nach|Auswahl\w*|Vorstellungs\w*)\b",
    ),
    _rule(
        "intermunicipal arrangement",
        "intermunicipal",
        "agreed",
        r"\b(?:Vorgehen|Kooperation\w*|Vereinbarung|Weiterleitung\w*)\b",
        r"\b[Mm]it (?:der|den|dem) (?:\w+ )?(?:Stadt|Städten|Kreis|Gemeinden?|StädteRegion|Kommunen)\b[^.;"
        r"]*\b(?:abgesprochen|abgestimmt\w*|vereinbart|geschlossen)\b|\babgestimmtes Vorgehen mit\b",
    ),
    _rule(
        "conditions of the money",
        "condition",
        "condition",
        r"\b(?:Mittel|Förderung|Beschluss|Gelder)\b",
        r"\b(?:dürfen|darf)\b.*\bnur\b|\bnicht möglich\b.*\beinzusetzen\b|\bMittel\b.*\baußerhalb\b|\bVorbehalt\b",
    ),
    _rule(
        "caseload",
        "caseload",
        "running",
        r"\b\d[\d.]{0,15}(?: \w+){0,2} (?:Personen|Menschen|\w*[Ff]älle[n]?|Klient\w+|Ratsuchenden?|Zugewanderten?|"
        r"\w*[Ff]amilien|Haushalten?|Beratungen|Anfragen|Geflüchteten?|Beratungsgespräche)\b",
        r"\b(?:beraten|begleitet|betreut|betreue[nt]?|unterstützt|versorgt|gefördert|bearbeite[nt]|geführt|gezählt|"
        r"erreicht|nutzen|nutzten|genutzt|angemeldet|vermittelt|durchgeführt|warten|wenden|im Schnitt|abgeschlossen)\b|"
        r"\bes seien \d+|\bdavon aus\b|\b[Ww]arteliste\b",
    ),
)
