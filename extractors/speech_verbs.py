"""Verbs of speech and what they make of a sentence: statement, question, position or commitment.

German verbs come apart ("stellt ... vor") and mean different things by their object ("gibt einen Ausblick"), so an
entry is a verb with the particle or noun that must stand beside it.
"""

from __future__ import annotations

import functools
import re

from corpus.patterns import Guarded, guarded
from extractors import nlp
from extractors.speech_nouns import frame_act, frame_verbs, opinion_act

_VERBS = r"""
(?:Dank|Anerkennung|Lob|Respekt|Glückwünsche?)\b.*\baus sprechen statement thanks
Dank(?:es)?\b.*\ban schliessen statement thanks
REQUEST ersuchen question -
Frage\b.*\ban sprechen question -; gern\w* wissen question -
gern\w*\s(?:wissen|erfahren|hören) werden question -
(?:\bzu\s(?:klären|nennen|benennen|erläutern|erklären|beantworten)|darzulegen|mitzuteilen) bitten question -
wissen lassen statement informs; Revue lassen statement informs; richtig stellen statement informs
auf\sden\s\w+\sStand bringen statement informs; (?:auf|voraus|zurück) blicken statement previews
(?:über|von|davon) sprechen statement informs; schätzen statement informs; Blick\b.*\bvoraus werfen statement previews
bereit erklären commitment -; (?:den|folgenden|einen)\s(?:\w+\s)?Antrag\b(?!\sauf) stellen position demand
(?:hinter) stehen position support; (?:für|dafür) werben position support; nichts\svon halten position reject
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
umreissen statement outlines; beschreiben statement outlines
(?:Ausblick|Überblick|Vorschau|Rückblick) geben statement previews
(?:gegen|dagegen)\b.*\baus sprechen position reject; (?:für|dafür)\b.*\baus sprechen position support
an sprechen statement informs; fragen question -; nachfragen question -; anfragen question -; nach fragen question -
an fragen question -; erkundigen question -; erfragen question -; hinterfragen question -
(?:wissen|erfahren) mögen question -; (?:wissen|erfahren) wollen question -; Fragen? stellen question -
(?:Protokoll|Niederschrift|schriftlich|\w{1,9}zu\w{1,20}en)\b.*,\s(?:wer|wie|was|wann|welche|wo|warum) bitten question -
REQUEST bitten question -; befürworten position support; unterstützen position support; loben position support
(?:\w*[Aa]rbeit|\w*[Ll]eistung|Einsatz|Engagement|Tätigkeit|Wirken) würdigen statement thanks
würdigen position support; zufrieden zeigen position support; zu stimmen position support; begrüssen position support
fordern position demand; auf fordern position demand; verlangen position demand; ein fordern position demand
an mahnen position demand; an regen position demand; wünschen position demand; beantragen position demand
plädieren position demand; appellieren position demand; erwarten position demand; ab lehnen position reject
widersprechen position reject; kritisieren position reject; rügen position reject; zurück weisen position reject
nicht\sfür halten position reject; (?:bedenklich|problematisch|fraglich|kritisch) halten position concern
(?:zu\s[a-zäöüß]+en|[a-zäöüß]{2,40}zu[a-zäöüß]{1,40}en) bitten position demand
dem\sentgegen halten position concern; (?:das|dies)\s(?:\w+\s)?gern\w* hören position support
bemängeln position concern; monieren position concern; bedauern position concern; befürchten position concern
bezweifeln position concern; warnen position concern; (?:Sorge|Bedenken|Zweifel|Kritik|Unmut) äussern position concern
kritisch sehen position concern; skeptisch zeigen position concern; zu sichern commitment -; zu sagen commitment -
versprechen commitment -; Zustimmung\b.*\ban kündigen position support; Ablehnung\b.*\ban kündigen position reject
(?:an\b.*\bzu|an\b.*zu\w+en|an) kündigen commitment -; (?:Zustimmung|Unterstützung) signalisieren position support
gut heissen position support; mit tragen position support
(?:Auffassung|Einschätzung|Meinung|Position|Haltung|Ansicht) teilen position support
sich\b.*\ban schliessen position support; freuen position support; gratulieren position support
wohlwollend\b.*\bgegenüber stehen position support; (?:fortzu|weiterzu|beizu)\w+ raten position support
(?:dürfen?\b.*\bnicht|nicht\b.*\bdürfen?|zur\sVorsicht) mahnen position concern
mahnen position demand; drängen position demand; pochen position demand; (?:auf|darauf) dringen position demand
(?:auf|darauf) bestehen position demand; vor schlagen position demand; (?:für|dafür)\b.*\bein setzen position demand
(?:für|dafür)\b.*\bstark machen position demand; ein treten position demand; (?:um|darum) bitten position demand
ab raten position reject; missbilligen position reject; verurteilen position reject; verwahren position reject
(?:gegen|dagegen) stimmen position reject; (?:gegen|dagegen) wehren position reject
(?:gegen|dagegen) wenden position reject; beanstanden position concern; beklagen position concern
vermissen position concern; zu\sbedenken geben position concern; infrage stellen position concern
in\sFrage stellen position concern; zweifeln position concern; (?:sich) enthalten position concern
sorgen position concern; bemäkeln position concern
(?:Bedenken|Zweifel|Sorgen?|Vorbehalte|Kritik|Befürchtungen?) anmelden position concern
(?:Bedenken|Zweifel|Vorbehalte|Kritik|Befürchtungen?|Sorgen) (?:an\s)?haben position concern
Bedenken vor tragen position concern; Kritik üben position concern; Unverständnis zeigen position concern
(?:GOOD) halten position support; (?:BAD) halten position reject; (?:WORRY) halten position concern
(?:GOOD) erachten position support; (?:BAD) erachten position reject; (?:WORRY) erachten position concern
(?:GOOD) nennen position support; (?:BAD) nennen position reject; (?:WORRY) nennen position concern
(?:GOOD) bezeichnen position support; (?:BAD) bezeichnen position reject; (?:WORRY) bezeichnen position concern
(?:GOODF) finden position support; (?:BADF) finden position reject; (?:WORRYF) finden position concern
(?:[Ää]nderungs|[Ee]rgänzungs|[Pp]rüf|[Zz]usatz|[Gg]eschäftsordnungs)antrag stellen position demand
(?:nicht|schwer|kaum)\snach\w* können position concern; Sorge sehen position concern
(?:besorgt|enttäuscht|verwundert|irritiert|unzufrieden|verärgert) zeigen position concern
(?:erfreut|dankbar|überzeugt|einverstanden|offen) zeigen position support
(?:keine?n?)\b.*\b(?:Notwendigkeit|Bedarf|Anlass|Veranlassung|Möglichkeit|Spielraum|Grund) sehen position reject
abzulehnen empfehlen position reject
positiv\b.*\bgegenüber stehen position support; (?:kritisch|ablehnend|skeptisch)\b.*\bgegenüber stehen position concern
an bieten commitment -; Frage\b.*\bauf werfen question -; interessieren question -; verpflichten commitment -
(?:zu\s[a-zäöüß]+en|[a-zäöüß]{2,40}zu[a-zäöüß]{1,40}en) versichern commitment -; in\sAussicht stellen commitment -
(?:Sachstands|Zwischen|Erfahrungs|Kurz)?[Bb]ericht geben statement reports; Einblick\w* geben statement reports
(?:Bericht|Vortrag) halten statement reports; zu\sProtokoll geben statement informs; Bilanz ziehen statement reports
(?:GOOD) sehen position support; (?:WORRY) sehen position concern; nach haken question -; rück fragen question -
nennen statement informs; sagen statement informs; meinen statement informs; äussern statement informs
beleuchten statement presents; ein führen statement presents; Erinnerung rufen statement refers
verdeutlichen statement emphasises; veranschaulichen statement presents; resümieren statement informs
verlesen statement presents; thematisieren statement informs; schlussfolgern statement informs
auf zählen statement informs; an sprechen statement informs; Auskunft geben statement answers
Stellung nehmen statement answers; zu\sWort melden statement informs; Herzen liegen statement emphasises
begründen statement informs; präzisieren statement informs
konkretisieren statement informs; versichern statement informs; ein räumen statement informs
bekräftigen statement emphasises; auf zeigen statement informs
(?:wissen|erfahren|hören) mögen question -; hören wollen question -; stören position concern
gern\w*\b.*\b(?:gewusst|erfahren|gehört) haben question -
Zustimmung\b.*\babhängig machen position demand; Zustimmung\b.*\ban knüpfen position demand
(?:zur|als)\s(?:Bedingung|Voraussetzung|Auflage) machen position demand
durch gehen statement presents; auf halten statement emphasises; verweilen statement emphasises
(?:gleichwohl|dennoch|trotzdem|nichtsdestotrotz|ungeachtet)\b.*\bfest halten position reject
schwer tun position concern; Anstoss nehmen position concern
gutheissen position support; bei pflichten position support; bei stimmen position support; billigen position support
einverstanden erklären position support; goutieren position support; an erkennen position support
nichts\seinzuwenden haben position support; beglückwünschen position support; preisen position support
ein wenden position concern; tadeln position reject; hadern position concern; an zweifeln position concern
fürchten position concern; problematisieren position concern; (?:über|darüber) ärgern position concern
wundern position concern; verwundern position concern; vor werfen position concern;
(?:ihr|ihm|ihnen|Herrn|Frau|der\s\w*[Vv]erwaltung|dem\s\w+)\b.*\bvor halten position concern
auf stossen position concern; befremden position concern
insistieren position demand; beharren position demand; reklamieren position demand; nahe legen position demand
ans\sHerz legen position demand; (?:um|darum) ersuchen position demand; ein klagen position demand
(?:um|darum) werben position demand; herbei wünschen position demand; begehren position demand
verwerfen position reject; (?:gegen|dagegen) sperren position reject; (?:gegen|dagegen) sträuben position reject
(?:gegen|dagegen) stemmen position reject; (?:gegen|dagegen) protestieren position reject
(?:sich)\b.*\b(?:darüber|über|danach) informieren question -
nachhaken question -; rückfragen question -; bohren question -; nach bohren question -; zurück fragen question -
konstatieren statement informs; kommentieren statement informs; behaupten statement informs
argumentieren statement informs; vermelden statement informs; erwähnen statement informs; vermerken statement informs
ein werfen statement informs; verlautbaren statement informs; verkünden statement informs; bekunden statement informs
vor rechnen statement informs; auf schlüsseln statement presents; quantifizieren statement informs
gestehen statement informs; ein gestehen statement informs; zu gestehen statement informs; zu geben statement informs
dementieren statement informs; beteuern statement emphasises; akzentuieren statement emphasises
heraus streichen statement emphasises; heraus arbeiten statement emphasises
referieren statement reports; bilanzieren statement reports; erzählen statement reports; erörtern statement informs
ab handeln statement informs; behandeln statement informs; streifen statement informs; an schneiden statement informs
rekapitulieren statement informs; illustrieren statement presents; umschreiben statement outlines
charakterisieren statement outlines; nach zeichnen statement outlines; dar bieten statement presents
auf klären statement informs; nach tragen statement informs; bei steuern statement informs
voraus schicken statement informs; voran stellen statement informs; ein leiten statement presents
ein steigen statement presents; prognostizieren statement previews; voraus blicken statement previews
zurück blicken statement reports; voraus sagen statement previews; replizieren statement answers
entgegen halten statement answers; entgegen setzen statement answers; kontern statement answers
zitieren statement refers; an knüpfen statement refers; (?:auf|darauf) beziehen statement refers
(?:auf|darauf) berufen statement refers; zeigen statement presents; demonstrieren statement presents
vor führen statement presents; ein ordnen statement informs; differenzieren statement informs
rechtfertigen statement informs; versinnbildlichen statement presents; erwägen statement informs
(?:mit\s(?:durch|auf|in)) nehmen statement presents
"""
"""Entries "companion lemma kind act"; the companion (particle, noun) must stand beside the verb in the clause."""
_ADJECTIVES = {
    "GOOD": r"(?:für|als)\b[^,;]*\b(?<!nicht )(?:richtig|sinnvoll|wichtig|notwendig|gut|zielführend|angemessen|"
    r"erforderlich|geboten|"
    r"gelungen|überfällig|unverzichtbar|vernünftig|zweckmäßig|begrüßenswert|richtigen?|guten?|wichtigen?|"
    r"vorbildlich|erfreulich\w*|lobenswert|ermutigend|beachtlich|Erfolg|Gewinn|Fortschritt|Glücksfall|Bereicherung|"
    r"Meilenstein|hilfreich|unerlässlich|positiv|nachahmenswert|"
    r"prima|super|toll|klasse|schön|großartig|hervorragend|fantastisch|spitze|ausgezeichnet|in\sOrdnung|okay|fair|"
    r"stimmig|"
    r"nachvollziehbar|folgerichtig|konsequent|überzeugend|sehr\sgut|mutig|bemerkenswert)\b",
    "BAD": r"(?:für|als)\b[^,;]*\b(?:nicht \w+|falsch|überflüssig|unnötig|verfehlt|überzogen|entbehrlich|unangemessen|"
    r"verzichtbar|"
    r"unverantwortlich|untragbar|unmöglich|absurd|skandalös|inakzeptabel|unzumutbar|unnütz|zu teuer|zu hoch|"
    r"Verschwendung|falschen?|keine[n]? \w+)\b",
    "WORRY": r"(?:für|als)\b[^,;]*\b(?:bedenklich|problematisch|fraglich|kritisch|verfrüht|schwierig|fragwürdig|"
    r"unzureichend|"
    r"zu \w+|riskant|unrealistisch|ungünstig|unglücklich|bedauerlich|lückenhaft|schade|heikel|"
    r"dürftig|mager|traurig|ärgerlich|unbefriedigend|enttäuschend|unklar|befremdlich|merkwürdig|seltsam|irritierend)\b",
}
_REQUEST = (
    r"(?:um|darum)\b(?!.{0,60}\b(?:(?:halb|viertel)?jährlich|regelmäßig|künftig|fortlaufend))\b.*?\b(?:Mitteilung|"
    r"Auskunft|Erläuterung\w*|Erklärung|Information\w*|Darstellung|Beantwortung|"
    r"Angabe\w*|Klärung|Benennung|Aufschl[uü]ss\w*|Darlegung|Konkretisierung|Auflistung|Unterrichtung|Verlesung|"
    r"(?:aufzu|anzu|mitzu|darzu|nachzu)\w+|zu\s(?:benennen|nennen|erklären|beantworten|klären|informieren|"
    r"unterrichten)|"
    r"Liste|Tabelle|Zahlen|Daten|Einschätzung|Sachstand\w*|Aufstellung|Übersicht|Nennung|Stellungnahme|Antwort|"
    r"aufzu\w+|mitzu\w+|darzu\w+|"
    r"zu\serläutern|zu\sberichten)"
)


def _adjective(companion: str) -> str:
    """The class of adjectives that a companion names; "finden" takes them without "für" or "als"."""
    name = companion.strip("(?:)")
    bare = _ADJECTIVES.get(name.removesuffix("F"), companion)
    return bare.replace(r"(?:für|als)\b[^,;]*", "") if name.endswith("F") else bare


def _table() -> dict[str, list[tuple[Guarded | None, str, str]]]:
    table: dict[str, list[tuple[Guarded | None, str, str]]] = {}
    for entry in re.split(r"; |\n", _VERBS.strip()):
        *companion, lemma, kind, act = entry.split(" ")
        companion = [_REQUEST if c == "REQUEST" else _adjective(c) for c in companion]
        particle = companion and re.fullmatch(r"[a-zü]+", companion[0])
        end = r"(?=\s*(?:[.,;:()!?]|$|und\b|oder\b|sowie\b))" if particle else r"\b"
        pattern = guarded(rf"\b{companion[0]}{end}") if companion else None
        table.setdefault(lemma, []).append((pattern, kind, act))
        if particle:
            table.setdefault(companion[0] + lemma, []).append((None, kind, act))
    return table


_TABLE = _table()
_KNOWN = _TABLE.keys() | frame_verbs()
_PASSIVE = guarded(r"\b(?:wird|werden?|wurden?|würden?|ist|sind|sei|seien|wäre|worden)\b[^,;:]*$")
_NO_FINITE = guarded(
    r"(?:ab|an|auf|aus|bei|dar|ein|fest|fort|her|heraus|hervor|hin|hinzu|mit|nach|vor|weiter|wieder|zurück|zusammen|zu)"
    r"zu[a-zäöüß]+en|(?:be|er|ver|ent)[a-zäöüß]+ene[nrms]?"
)
"""Infinitives with "zu" inside, and participles before a noun ("das beschriebene Modell")."""
_PASSIVE_BEHIND = guarded(r" (?:und \w+t )?(?:werden|wird|wurden?|worden)\b")
_PERFECT = guarded(r"\b(?:hat|habe|hatte|hätte)\b[^;:]*$")
_AHEAD = guarded(
    r"\b(?:wird|werden?|würden?|wolle?n?|will|kann|könn\w+|soll\w*|muss|müss\w+|möge|möchten?|dürf\w+|darf)\b[^;:]*$"
)
_MANY_BEFORE = guarded(r"\b(?:[Dd]ie|[Ss]ie|und|[Mm]ehrere|[Ee]inige|[Mm]itglieder|[Ff]raktionen)\b")
_MANY_BEHIND = guarded(
    r" (?:sich )?(?:(?:die|sie|alle|mehrere|einige|Frau|Herr|Dr\.|Mitglieder|Ratsfrau|Ratsherr)\b|"
    r"(?:RM|KTM|SB|SE|AM|KA|Stv\.|StV|Ktabg\.) [A-ZÄÖÜ])"
)
_TOLD = frozenset(("reports", "informs", "presents", "refers"))
_LATER = guarded(r"\b(?:wird|will|wolle|soll|solle|werde|hatte|muss|müsse)\b[^;:,]*$")
"""What somebody will report, or had to, is not told here; a participle behind "wird" is its passive."""
_STRONG = guarded(r"ge(?:halten|beten|boten|raten|treten|schritten|stritten|golten|fochten)$")
"""Participles that end in "-ten" as adjectives of weak verbs do."""
_IRREGULAR = {
    "gestanden": "stehen",
    "gelegen": "liegen",
    "erbat": "erbitten",
    "erbaten": "erbitten",
    "heißen": "heissen",
}


@functools.lru_cache(maxsize=100_000)
def _bases(word: str) -> tuple[str, ...]:
    """The entries of the table that a word can be a finite form of; none for a participle that ends as an adjective."""
    if re.search(r"(?:end(?:e[nrms]?)?|ge\w+t(?:e[nrms]?))$", word) and not _STRONG.search(word):
        return ()
    stem = word if _STRONG.search(word) else re.sub(r"te?n?$", "", word.replace("ß", "ss"))
    lemmas = {nlp.lemma(word), _IRREGULAR.get(word, word), word.replace("ß", "ss"), f"{stem}en", f"{stem}n"}
    return tuple(sorted(lemmas & _KNOWN))


def is_participle(word: str) -> bool:
    """Whether a word can be the past participle of a verb."""
    return bool(
        re.fullmatch(
            r"\w*ge\w+(?:t|en)|(?:be|er|ver|ent|wider|unter|über|um|durch|hinter|miss|zer|voll)\w+(?:t|en)|\w+iert",
            word,
        )
    )


def passive_act(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Kind and act of the participle at `start:end`, the verb of a clause in the passive."""
    return _act(text, start, end, _bases(text[start:end]), bare=True)


def speech_act(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Kind and act of the finite speech verb at `start:end` of a sentence; None where the word is none there."""
    word = text[start:end]
    bases = _bases(word)
    if not bases or _NO_FINITE.fullmatch(word):
        return None
    before = text[max(0, start - 300) : start]
    participle = is_participle(word)
    perfect = participle and (_PERFECT.search(before) or word == "gelegen")
    several = _MANY_BEFORE.search(before) or _MANY_BEHIND.match(text[end:])
    finite = perfect or (several and not before.endswith("zu "))
    if word.endswith("en") and not finite and word != "haben":
        return None
    passive = participle and not perfect and (_PASSIVE.search(before) or _PASSIVE_BEHIND.match(text, end))
    ahead = word.endswith("en") and not perfect and _AHEAD.search(before)
    found = _act(text, start, end, bases, bare=not passive, frames=not passive and not ahead)
    return None if found and found[1] in _TOLD and _LATER.search(before) and word.endswith("en") else found


def _act(
    text: str, start: int, end: int, bases: tuple[str, ...], *, bare: bool, frames: bool = True
) -> tuple[str, str] | None:
    """The first entry that fits: with its companion, with the noun of a frame, then the verb `bare` of both."""
    window, before = text[end : end + 600], text[max(0, start - 300) : start]
    for base in bases if frames else ():
        if held := opinion_act(text, start, end, base):
            return held
    for base in bases:
        for pattern, kind, act in _TABLE.get(base, ()):
            if pattern and (pattern.search(window) or (len(pattern.pattern) > 20 and pattern.search(before))):
                return kind, act
    for base in bases if frames else ():
        if framed := frame_act(text, start, end, base):
            return framed
    return next(((kind, act) for b in bases for p, kind, act in _TABLE.get(b, ()) if p is None and bare), None)
