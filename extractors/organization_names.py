"""Names of organisations in running text: classes of words that tell the kind, and the tails that belong to a name.

Abbreviations of the trade ("KI", "ABH", "AG Wohlfahrt") stand beside the full names; an inner reference in brackets
("(A 46)", "(Abteilung 57)") belongs to the name before it.
"""

from __future__ import annotations

import re

from corpus.patterns import guarded

PLACE = (
    r"(?:(?:Bad|Sankt|St\.|Hohe[rn]?|Alt|Neu|Groß|Klein|Burg|Schloß|Schloss|Markt|Ober|Unter|Nieder) )?"
    r"[A-ZÄÖÜ][\w-]+(?:[- ](?:am|an der|in der|im|a\.|ob der|vor der) ?"
    r"(?:Rhein|Main|Ruhr|Lippe|Neckar|See|Berge|Sand|Höhe|Harz|Teutoburger Wald|Weser|R\.|M\.|d\. ?R\.))?"
)
_OWNER = (
    rf"(?: (?:de[rs] (?:[a-zäöü]{{4,20}} )?(?:(?:Stadt|Kreises|Gemeinde|Städteregion|StädteRegion|Landkreises|"
    rf"Städteverbundes|Hansestadt|Landeshauptstadt|Nachbarstadt|Nachbarkreises) {PLACE}|"
    rf"[A-ZÄÖÜ][\w-]{{2,30}}[Kk]reises)|(?:im (?:Kreis|Landkreis)|in(?: der Stadt)?|für den Kreis|für die Stadt) "
    rf"{PLACE}))"
)
_SHORT = r"(?: \((?!Modul|Baustein|Ziffer|vgl|siehe|s\.)(?:[A-ZÄÖÜ][\wäöüß .-]{0,24}|\d[\d./-]{1,8})\))"
_BRANCH = (
    r"(?:,? (?:Kreis|Stadt|Bezirks|Orts|Landes|Regional)verband(?:e?s)?| Unterbezirks?)?(?: (?:im Kirchenkreis|für das "
    r"Dekanat|für die Region|für den Kreis|für die Stadt|im Kreis|in der Region))?"
)
_NAMED = (
    rf"(?:-?(?:Kreis|Stadt|Bezirks|Orts)verband(?:e?s)?)?{_BRANCH}"
    rf"(?: (?!Die\b|Der\b|Das\b){PLACE}){{0,2}}(?: e\. ?V\.| gGmbH)?"
)
_ABROAD = r"(?:Ausländer|Zuwanderungs|Einwanderungs|Migrations)"
_FREE = r"(?:[Ff]reien? )"

_CLASSES: tuple[tuple[str, str, str], ...] = (
    (
        "ministry",
        "",
        r"(?:[A-ZÄÖÜ]\w{3,20})?[Mm]inisteriums? für [A-ZÄÖÜ]\w+(?:,? (?:und |des (?!Landes)|der )?[A-ZÄÖÜ]\w+){0,8}"
        r"(?: des Landes (?:NRW|Nordrhein-Westfalens?))?(?: \([A-ZÄÖÜ]{3,8}\))?",
    ),
    (
        "ministry",
        "",
        r"(?<=das |dem |vom |ans |ins |des )(?:MKFFI|MKJFGFI|MAGS|MKULNV|BMI|BAMF|MHKBGW?|MSB|BMAS|BMFSFJ)"
        r"(?:[ -]NRW)?(?!\w)",
    ),
    ("state", "land", r"Land(?:es)? (?:NRW|Nordrhein-Westfalens?)"),
    (
        "state",
        "kfi",
        rf"(?:Kompetenzzentrums? für Integration|KfI\b)(?: (?:bei der Bezirksregierung|in) {PLACE})?{_SHORT}?",
    ),
    ("state", "bezirksregierung", rf"(?:[Dd]ezernats? \d{{2,3}} der )?Bezirksregierung(?: {PLACE})?"),
    (
        "state",
        "lako",
        r"(?:ehemaligen )?(?:Landesweiten? |Landes-?)[Kk]oordinierungsstelle(?:n)?(?:(?: der| für)?(?: die)? "
        rf"Kommunalen? Integrationszentren)?{_SHORT}?|(?<![\w@.])LaK[IoO]\b|LAK[IO]\b",
    ),
    (
        "ki",
        "ki",
        rf"(?:(?:Kommunale[smn]?|Regionale[smn]?|Städtische[smn]?|Interkommunale[smn]?) Integrationszentrum(?:s)?|"
        rf"(?:Kreis|Stadt|Regions)?[Ii]ntegrationszentrum(?:s)?|Bildungs- und Integrationszentrum(?:s)?|"
        rf"Zentrums? für (?:[Kk]ommunale )?(?:Bildung und Integration|Integration und Bildung|Integration)"
        rf"){_SHORT}?{_OWNER}?{_SHORT}?",
    ),
    ("ki", "ki", rf"(?<=[sm] )(?:KIZ?|BIZ)(?![\w-]){_OWNER}?{_SHORT}?"),
    ("ki", "ki many", r"Kommunale[nr]? Integrationszentren"),
    ("welfare_associations", "caritas", rf"Caritas(?:-?[Vv]erband(?:e?s)?)?(?!\w){_NAMED}"),
    (
        "welfare_associations",
        "diakonie",
        rf"(?:Diakonische[smn]? Werk(?:e?s)?|Diakoniewerk(?:e?s)?|Diakonie(?!\w)){_NAMED}",
    ),
    ("welfare_associations", "awo", rf"(?:AWO|Arbeiterwohlfahrt)(?!\w){_NAMED}"),
    (
        "welfare_associations",
        "drk",
        rf"(?:Deutsche[smn]? Roten? Kreuz(?:es)?|Deutsches Rotes Kreuz|Rote[sn] Kreuz(?:es)?|DRK)(?!\w)"
        rf"{_NAMED}{_SHORT}?",
    ),
    (
        "welfare_associations",
        "pari",
        rf"(?:Deutsche[nr]? )?Paritätische[nrs]?(?: Wohlfahrtsverband(?:e?s)?)?(?!\w){_NAMED}|Parität(?!\w)",
    ),
    (
        "welfare_associations",
        "ib",
        rf"(?:Internationale[nr]? Bund(?:es)?|(?<=[ms] )IB(?!\w))(?:(?: für \w+(?: und \w+ \w+)?)|{_NAMED})",
    ),
    (
        "welfare_associations",
        "malteser",
        rf"(?:Malteser|Johanniter|Sozialdiensts? katholischer (?:Frauen|Männer)|SkF|SKM|Kolping\w*|Heilsarmee|"
        rf"Evangelische[nr]? (?:Jugendhilfe|Gemeindedienst)|Jüdischen? Kultusgemeinde|IN VIA|In Via)(?!\w){_NAMED}",
    ),
    (
        "welfare_associations",
        "ag",
        rf"(?:(?:Kreis|Stadt|Orts)?[Aa]rbeitsgemeinschaft|Liga|LIGA|AG|ARGE|Arge|Spitzenverbände[n]?)(?: der)? "
        rf"(?:{_FREE}?Wohlfahrtspflege|{_FREE}?Wohlfahrtsverbände|{_FREE}?Wohlfahrt|{_FREE}?Träger)(?!n|\w)|AGW(?!\w)",
    ),
    (
        "welfare_associations",
        "all",
        rf"(?:(?:Vertret\w+|Träger[ns]?|Partner[ns]?|Verbände[ns]?|Vereine[ns]?) (?:aus )?der "
        rf")?(?:{_FREE}Wohlfahrtspflege|(?:{_FREE}|örtlichen )?(?:Wohlfahrts|Sozial|Träger)verbände[n]?|"
        rf"Wohlfahrts(?:träger|organisationen)n?|{_FREE}Trägern?(?! der (?:Jugend|"
        rf"Kinder)))",
    ),
    (
        "migrant_organisation",
        "mso",
        r"(?:Migrant(?:en|innen|\*innen|:innen|_innen)(?:- und \w+)?-?(?:selbst)?|Zugewandertenselbst|Selbst)"
        r"organisation(?:en)?(?: der (?:Zugewanderten|Migrant\w+))?|MSO(?!\w)|"
        r"Migrant(?:en|innen|:innen|\*innen)-?(?:vereine|verbände|initiativen|vertretungen)n?|"
        r"Vereinen? der (?:Zugewanderten|Migrant\w+)",
    ),
    (
        "foreigners_authority",
        "abh",
        rf"(?:[Gg]emeinsamen? |Zentrale[nr]? |[Ss]tädtischen? )?(?:{_ABROAD}- und (?:Einbürgerungs|"
        rf"Staatsangehörigkeits)behörde|{_ABROAD}behörde|Ausländerämter|Ausländeramt(?:e?s)?|Ausländerabteilung|"
        rf"Ausländerstelle|ABH(?![\w])|Einbürgerungsbehörde|Einbürgerungsstelle)(?!n)(?:{_OWNER})?{_SHORT}?",
    ),
    (
        "job_centre",
        "job",
        rf"[Jj]ob[Cc]enters?(?: (?:Kreis|Stadt|im Kreis|de[rs] (?:Stadt|Kreises)))?(?: {PLACE})?",
    ),
    (
        "employment_agency",
        "agentur",
        rf"(?:Bundesagentur|Agentur) für Arbeit(?: {PLACE})?|Arbeitsagentur(?: {PLACE})?",
    ),
    (
        "adult_education",
        "vhs",
        rf"(?:(?:Kreis|Stadt|Abend|Zweckverbands)-?)?(?:VHS-Zweckverband(?:e?s)?|VHS|[Vv]olkshochschule|"
        rf"[Vv]olkshochschul(?:zweck)?verband(?:e?s)?|[Bb]ildungs(?:werk(?:e?s)?|stätte))(?!\w)(?:{_OWNER}|"
        rf"(?: {PLACE}))?",
    ),
    ("integration_council", "", rf"Integrations(?:rat(?:e?s)?|ausschuss(?:es)?|beirat(?:e?s)?){_OWNER}"),
    (
        "school",
        "",
        rf"(?:Gesamt|Grund|Real|Haupt|Hoch|Förder)schule {PLACE}|(?:Gymnasium|Berufskolleg|Universität) {PLACE}",
    ),
    (
        "municipal_office",
        "",
        r"(?:[A-ZÄÖÜ][a-zäöü]{3,20}(?<!Ausländer)(?<!Haupt)(?<!Ehren)amt(?:e?s)?|(?:Amt(?:e?s)?|Fachbereich(?:e?s)?|"
        r"Fachdienst(?:e?s)?) für [A-ZÄÖÜ]\w+(?:(?:,| und) [A-ZÄÖÜ]\w+){0,3})(?!\w)",
    ),
    ("language_course_providers", "", r"(?:Sprachkurs|Integrationskurs)(?:träger|anbieter)n?"),
    ("other", "", r"(?:[A-ZÄÖÜ][\w-]+ ){1,4}e\. ?V\."),
)
"""Kind, key that joins the spellings of one organisation (empty: the words themselves), and the name's expression."""
NAMES = tuple((kind, key, guarded(rf"(?<![\w-])(?:{pattern})")) for kind, key, pattern in _CLASSES)
TOWN = guarded(
    rf"(?<![\w-])(?:(?P<what>(?:Nachbar|Hanse)?[Ss]tadt|(?:Nachbar|Land)?[Kk]reis(?:es)?|Gemeinde|StädteRegion|"
    rf"Städteregion|Städten?|Gemeinden) (?P<place>(?!Integration|Verwaltung){PLACE}(?:(?:, {PLACE}){{0,6}} und "
    rf"{PLACE}(?: {PLACE})?|-{PLACE})?)|"
    rf"(?P<compound>(?!KIM|Projekt)[A-ZÄÖÜ](?:[\w-]{{2,30}}-K|[a-zäöüß]{{2,25}}(?:land|"
    rf"gau|wald|tal|berg|mark|see|ruhr|erft|sieg|main|neckar|heide|burg|hardt)k|"
    rf"[\w-]{{3,20}}sche[rnms]? K)reis(?:es)?)(?!\w))"
)

_NOMINATIVE = (
    (r"\b(Kommunale|Regionale|Städtische|Interkommunale)[mn]? (?=Integrationszentrum)", r"\1s "),
    (r"\b(\w*[Ii]ntegrationszentrum|Zentrum|\w*[Mm]inisterium|Kompetenzzentrum|Jobcenter)s\b", r"\1"),
    (r"\bDiakonischen Werk(?:es|s)?\b", "Diakonisches Werk"),
    (r"\bDeutschen Roten Kreuz(?:es)?\b", "Deutsches Rotes Kreuz"),
    (r"(verband)e?s\b", r"\1"),
    (r"^Landes\b", "Land"),
    (r"^gemeinsamen\b", "gemeinsame"),
    (r"^(Kreis|Landkreis|Nachbarkreis)es\b", r"\1"),
    (r"^(\w[\w-]*[Kk]reis)es$", r"\1"),
)


def nominative(name: str) -> str:
    """A name as it stands alone: the commonest genitive and dative endings undone."""
    for pattern, plain in _NOMINATIVE:
        name = re.sub(pattern, plain, name)
    return name
