"""Words that tell of posts: what counts as one, and who employs the person. Data and lookups.

Classes of words and forms of sentences only; what belongs to one topic stands in its pack.
"""

from __future__ import annotations

import re

from corpus.patterns import Guarded, guarded

_MANAGER = r"(?:Einzel)?(?:[Cc]ase|[Ff]all|[Tt]eilhabe|[Ii]ntegrations|KIM)[- ]?(?:[Cc]ase[- ]?)?[Mm]anager"
_GENDERED = r"(?:[*:/_]-?\w{1,8}|\(\w{1,4}\)|/-\w{1,8})?"
NOUNS: tuple[tuple[str, Guarded], ...] = (
    (
        "fte",
        guarded(
            r"\b(?:V[Zz]Ä|VZK|VZW|VK|Vollzeit-?(?:[Ää]quivalent|[Ww]ert|[Kk]apazität|[Ee]inheit)\w{0,2}|"
            r"Stellenwert\w{0,2})\b"
            r"(?!-?[Ss]telle)"
        ),
    ),
    ("post shares", guarded(r"\b(?:Vollzeit|Plan)?[Ss]tellen(?:anteil\w{0,3}|umfang\w{0,2})\b")),
    (
        "posts",
        guarded(r"(?:(?:\b[A-Z][\w*:/]{1,30}[- ]){0,3}\b|(?<=-))(?P<prefix>[\w*:/-]{0,60}?)[Ss]tellen?\b(?!-?\w)"),
    ),
    ("persons", guarded(rf"\b(?:\w{{2,12}}-)?{_MANAGER}\w{{0,5}}{_GENDERED}(?![\w-])")),
    ("persons", guarded(r"\b(?:KIM-)?[CF]M(?:[*:/_]-?\w{1,8}|s)?(?![\w-])")),
    (
        "persons",
        guarded(
            r"\b(?:Mitarbeite\w{1,6}|Beschäftigten?|Personen|Kräfte)(?:[*:/_]-?\w{1,8})?(?![\w-])"
            r"(?=[^.;\n]{0,80}\b(?:beschäftigt|eingestellt|angestellt|tätig|im Einsatz|an Bord)\b)"
        ),
    ),
    (
        "persons",
        guarded(
            r"\b(?:Mitarbeite(?:nde[nr]?|r(?:innen|in)?n?)|Kr(?:aft|äften?)|Kolleg(?:e|en|in|innen)|Leuten?|"
            r"Fachleuten?|"
            r"Angestellten?|Bedienstete[nr]?|(?:Sozialarbeiter|Sozialpädagog|Sachbearbeiter|"
            r"Berater)\w{0,5})(?:[*:/_]-?\w{1,8})?(?![\w-])"
        ),
    ),
    (
        "persons",
        guarded(
            rf"\b(?:Vollzeit|Teilzeit|Fach|Verwaltungs|Hilfs|Assistenz|Lehr|Personal|Koordinierungs|Koordinations|"
            rf"Beratungs|"
            rf"Sozialarbeits|Leitungs)kr(?:aft|äften?)\b|"
            rf"\b[\w-]{{0,30}}?[Kk]oordinator\w{{0,5}}{_GENDERED}(?![\w-])"
        ),
    ),
)
"""Unit and the nouns that count it. A noun must follow its number directly or after adjectives."""

POSTS = next(pattern for unit, pattern in NOUNS if unit == "posts")
STAFF = guarded(
    r"(?:Mitarbeite|Kr(?:aft|äfte)|Kolleg|Sozialarbeit|Sozialpädagog|Leute|Fachleute|Angestellt|Bedienstet|"
    r"Sachbearbeit|Berater)"
)
"""Nouns for people that count posts only where the sentence says that they work."""
PERCENT_POST = guarded(r"\b(?P<percent>[1-9]\d)\s?(?:%|Prozent)\s?-\s?(?:Plan|Teilzeit|Personal|KIM-)?[Ss]telle\b")
ONE_VACANT = guarded(
    r"\b(?:[Dd]ie|[Dd]er)\s(?:noch |weiterhin |derzeit |zurzeit |aktuell |nach wie vor |bislang )?"
    r"(?:offene|unbesetzte|vakante|freie|freigewordene|nicht besetzte|fehlende)n?\s"
    r"(?P<noun>(?:(?:KIM|Case|Management)[- ]){0,2}(?:Personal|Plan|Vollzeit|Teilzeit|Koordinations|Koordinierungs)?"
    r"(?<![a-zäöü]-)[Ss]telle)\b"
)
"""One post that is told by its vacancy: "die noch offene Stelle in Lohe"."""

_POST_PREFIX = guarded(
    r"(?i)(?:\A|-|(?:personal|plan|vollzeit|teilzeit|ganztags|halbtags|fachkraft|assistenz|sozialarbeit\w{0,8}|"
    r"förder|kim|"
    r"team|fallmanage\w{0,8}|sozialpädagog\w{0,8}|management|managements|"
    r"manager\w{0,5}|overhead|koordinations?|koordinierungs|koordinator\w{0,5}|assistenz|verwaltungs|"
    r"sachbearbeit\w{0,7}|"
    r"leitungs|projekt|zusatz|arbeiter|kraft|kräfte|berater\w{0,5}|pädagog\w{0,5}|referent\w{0,5}|lehrer?|"
    r"erzieher\w{0,5}|"
    r"beamten|ausbildungs|trainee|lotsen|betreuer|ingenieur\w{0,3}|mitarbeiter\w{0,5}))\Z"
)
"""What a compound with "-stelle" begins with if it is a post; all others are offices, places or seams."""
_OFFICE = guarded(r"(?i)koordinierungs\Z")
"""An office rather than a post when there is only one of it ("die Koordinierungsstelle")."""

FUSED = guarded(r"\b(?P<word>[Dd]reiviertel|[Hh]albtags|[Hh]alb)-?stelle(?P<many>n?)\b")
FUSED_VALUES = {"dreiviertel": 0.75, "halbtags": 0.5, "halb": 0.5}

_NO_ADJECTIVE = (
    r"(?:w[eu]rden|würden|sollen|können|konnten|haben|hatten|müssen|dürfen|neben|wegen|gegen|jeden|dies\w+|"
    r"keine\w*|oder|"
    r"aber|außer|unter|über|hinter|seien|waren|eine\w*|für|die|der|den|dem|ihre\w*|seine\w*|alle\w*|solche\w*)\b"
)
ADJECTIVES = guarded(
    rf"(?:[\s,]\s?(?!{_NO_ADJECTIVE})(?:[a-zäöüß-]{{2,40}}(?:e|en|er|es|em)\b|sog\.|KIM\b|"
    rf"[a-zäöüß]{{3,40}}-,?(?:\s(?:und|oder))?))"
    r"{0,5}[\s-]?"
)
"""What may stand between a number and its noun."""


def is_post(noun: re.Match[str], number: float | None) -> bool:
    """Whether a noun with "Stelle" means a post; `number` is None for a range."""
    prefix = noun["prefix"].rpartition("/")[2]
    if not prefix and noun[0][-6:].lstrip(" -")[:1] == "s":
        return False  # the verb: "einen Antrag stellen"
    if _OFFICE.search(prefix) and number == 1:
        return False
    return bool(_POST_PREFIX.search(prefix))


_IN = (
    r"(?:\b(?:[Ii]m|[Bb]eim|[Aa]m|[Ii]ns|[Ii]n (?:das|dem|der|einem)|[Aa]n (?:das|dem|der|die|den)|"
    r"(?:[Bb]ei|von) (?:dem|der|den|die))\s)"
)
CARRIERS: tuple[tuple[str, Guarded], ...] = (
    (
        "municipality_ki",
        guarded(
            rf"(?:{_IN}|\b(?:[Zz]um|[Dd]em)\s)(?:[\w.-]{{1,30}}\s){{0,4}}?(?:[\w-]{{0,20}}[Ii]ntegrationszentrum\w?|"
            rf"KIZ?)\b"
        ),
    ),
    (
        "foreigners_authority",
        guarded(
            r"\b[Aa]usländer(?:- (?:und|/) ?(?:Einbürgerungs|Staatsangehörigkeits))?-?"
            r"(?:behörden?|amt\w{0,2}|ämtern?|"
            r"wesens?|angelegenheiten|recht\w{0,2})\b|\bAusländer- und Staatsangehörigkeits\w{0,20}|\bABH\b|"
            r"\bAusländer- ?(?:und|"
            r"/) ?\w{0,4}\s?Einbürgerung\w{0,20}|"
            r"\bEinbürgerungs(?:behörden?|stellen?)\b|(?:der|die) Einbürgerung\b"
        ),
    ),
    (
        "welfare_associations",
        guarded(
            r"\b(?:Wohlfahrt\w{0,20}|DRK|Roten?[smn]? Kreuz\w{0,3}|Caritas\w{0,12}|"
            r"Diakoni\w{1,5}(?: Werk\w{0,2})?|AWO|Arbeiterwohlfahrt|"
            r"Paritätische\w?|Internationale\w? Bund\w{0,2}|(?:freie\w? )?Trägern?|Malteser\w?|Johanniter\w?|SK[FMf]|"
            r"(?<=den )Verbänden|(?<=die )Verbände)\b"
        ),
    ),
    (
        "member_municipality",
        guarded(
            r"\b(?:kreis|regions|städteregions|verbands)angehörige\w?\b|\b(?:[Dd]ie|[Dd]en|[Dd]er|[Aa]n|"
            r"[Nn]ach)\s(?:\w{1,20}\s)?"
            r"(?:Städten?|Kommunen|Gemeinden|Mitgliedskommunen)\b|\bRathäusern?\b"
        ),
    ),
    (
        "administration",
        guarded(
            rf"\bverwaltungsintern\w?\b|{_IN}(?:[a-zäöü]{{1,20}}\s)?(?:Kreis|Stadt|Gemeinde|Kommunal)?[Vv]erwaltung\b"
        ),
    ),
    (
        "municipality",
        guarded(r"\bKreishaus(?:es)?\b|\bStellen (?:des Kreises|der Stadt|der Gemeinde)\b|\bStellenplan\w{0,2}\b"),
    ),
    (
        "municipality",
        guarded(
            r"\b(?:städtische|kreiseigene|gemeindeeigene|stadteigene)\w?\b"
            r"(?!\s(?:Mittel|Geld|Haushalt|Anteil|Eigenanteil|Zuschuss|Etat|Kasse|Budget))|"
            r"(?:[Mm]anager\w{0,8}|\b[CF]M(?:[*:/_]\w{1,8})?|[Kk]r(?:aft|äfte)|[Bb]eschäftigten?|"
            r"[Mm]itarbeite\w{1,8})\s(?:des Kreises|der Stadt|"
            r"der Gemeinde|der Kreisverwaltung|der Stadtverwaltung)\b|"
            r"\((?:Stadt|Gemeinde|Kreis) [A-ZÄÖÜ][\w-]{2,30}\)|"
            rf"{_IN}(?:Stadt|Kreis|Städte[Rr]egion|"
            rf"Gemeinde|Landkreis)(?:es|s)?\b|"
            rf"{_IN}(?:[A-ZÄÖÜ][\w-]{{0,30}}(?:amt|dezernat|büro|team)|Fach(?:bereich|dienst|stelle|amt|abteilung)|"
            rf"Rathaus|"
            rf"Abteilung|Sachgebiet|Stabsstelle|Clearingstelle|Team|Amt|Dezernat|Dienststelle)\w{{0,3}}\b|"
            rf"\b(?:Amt|Fachbereich|Fachdienst|Dezernat|Abteilung|FB|FD) \d{{1,3}}\b|"
            rf"\b(?:[Bb]ei|an) (?:Stadt|Kreis|Gemeinde)(?:es|s)?\b"
        ),
    ),
)
"""Employers by the words that name them, the more special one first."""
_BETWEEN = guarded(r"\b(?:und|sowie)\s(?:Modul|Baustein)")


_EXACTLY = guarded(r"[,(–-]\s?(?:und zwar|nämlich|genauer(?: gesagt)?|konkret|dort)\s")
"""What follows names the place more exactly than what stands before."""


def carrier_in(clause: str, start: int, end: int) -> tuple[str, str] | None:
    """Employer and its printed name nearest to the number at `start:end`, rather behind it than before it."""
    found: list[tuple[int, int, str, str]] = []
    special: list[tuple[int, int]] = []
    named: list[tuple[int, str, str]] = []
    for order, (name, pattern) in enumerate(CARRIERS):
        for m in pattern.finditer(clause):
            gap = clause[end : m.start()] if m.start() >= end else clause[m.end() : start]
            if any(a < m.end() and m.start() < b for a, b in special) or _BETWEEN.search(gap):
                continue
            special.append(m.span())
            named.append((m.start(), name, m.group()))
            found.append((len(gap) + (0 if m.start() >= end else 25), order, name, m.group()))
    if not found:
        return None
    exact = _EXACTLY.search(clause, end)
    if exact and (nearer := [f for f in named if f[0] >= exact.end()]):
        return _printed(*min(nearer)[1:])
    _, _, name, printed = min(found)
    return _printed(name, printed)


def _printed(name: str, printed: str) -> tuple[str, str]:
    return name, re.sub(rf"\A{_IN}", "", printed).strip("()")
