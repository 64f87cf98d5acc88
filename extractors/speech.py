"""What is said in a debate: statements, positions, questions and commitments, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.clauses import Speech
from extractors.commitments import commitments
from extractors.mentions import Mention
from extractors.motions import demands
from extractors.predicates import Predicate
from extractors.question_lists import question_lists
from extractors.questions import moves, questions, span_of
from extractors.sides import sides
from extractors.speakers import Speaker
from extractors.stances import stances
from extractors.turns import turns

_STATES_ONLY = guarded(r"(?:mitglieder\b|[Mm]itglieder|[Ff]raktion|Verwaltung|verwaltung|vertret)")
"""Groups whose speech counts as a statement; offices, the Land and bodies act instead of speaking."""
_TAKES_SIDES = guarded(
    r"(?:[Mm]itglieder|[Ff]raktion|[Vv]erwaltung|vertret|[Vv]erband|AWO|Diakonie|Caritas|Landrat|"
    r"[Bb]ürgermeister|[Bb]eirat|Integrationsrat|Landrätin|[Vv]erbände|Personalrat|Lenkungsgruppe|[Kk]onferenz|"
    r"Gruppe\b|Liste\b|Städte|Gemeinden|Träger|"
    r"(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|Grünen?|GRÜNEN?|Linke|LINKE)\b|^(?:Stadt|Gemeinde|Kreis) |Kommunen|"
    r"Gewerkschaft|DRK|werk\b)"
)
_RULES = guarded(r"(?:[Aa]usschuss|Rat)(?:e?s)?$")
"""Bodies: what they say of a matter in the passive is a stance, in the active it is mostly their decision."""
_GREETS = guarded(
    r"^ (?:\w+ )?(?:Herrn?|Frau|die (?:Anwesenden|Mitglieder|Gäste|Teilnehm\w+|Vertret\w+)|alle|de[nm] (?:\w+ "
    r")?(?:Herrn|Landrat\w*|"
    r"\w*[Bb]ürgermeister\w*|\w*[Rr]eferent\w*|Gast|Vertreter\w*|\w*[Ll]eiter\w*|Kollegen)|ihn|sie|"
    r"zahlreiche|als Gäste?|zu(?:r|m))\b(?! dass)"
)
_CONDITION = guarded(
    r"\b(?:nur|allein|lediglich|erst|ausschließlich)\b[^.;]{0,60}\b(?:wenn|sofern|falls|unter)\b|\bunter der (?:Bedingung|"
    r"Voraussetzung|Maßgabe)\b|\bvorausgesetzt\b"
)
_EMPTY = guarded(r"\b(?:bejah|vernein|räum|bestätig)\w*\b")
_OTHER_TOWN = guarded(r"\b[Zz]um Vergleich\b|\bBenchmark\b|\bbenachbarte[nr]? |\bNachbar(?:stadt|kreis|gemeinde|kommune)")
"""What is told of another town is an aside, no statement on the matter."""
_SLIDES = guarded(
    r"\b(?:Folien\w*|\w*[Pp]räsentation\w*|Handreichung\w*|\w*[Uu]nterlagen?|Foliensatz\w*|Vortragsfolien|Handout\w*|"
    r"Charts|Skript|Übersicht)\b"
)
_SENT = guarded(
    r"\b(?:zugegangen\w*|(?:herum|zu)gemailt|\w*verschickt|versandt|versendet|übersandt|zugesandt|zugeschickt|"
    r"übermittelt|zugeleitet|verteilt|ausgehändigt|ausgelegt|hochgeladen|eingestellt|zugestellt|bereitgestellt)\b"
)
_WISH = guarded(
    r"\bWunsch (?:der |ihrer |seiner )?|\b(?:belassen|sehen|haben|erhalten|beibehalten|bleiben) "
    r"(?:möchten?|wolle?n?|wollten?)\b"
)
_OF_GROUP = guarded(
    r"\b(?:[Ff]ür|[Ww]unsch|[Nn]amens|[Ii]m Namen) (?:die |der )?(?P<group>(?!(?:seine|ihre|die eigene) "
    r")[\w./´ ]{2,30}?-?[Ff]raktion)\b"
)
_OWN_GROUP = guarded(r"\bfür (?:seine|ihre|die eigene) Fraktion\b")
_AS_SUGGESTED = guarded(
    r"\bwie (?:sie|er|es|ihn) (?:die |der |das )?(?P<who>[A-ZÄÖÜ][\w -]{1,40}?) (?:angeregt|gefordert|"
    r"vorgeschlagen|gewünscht|beantragt|verlangt) (?:hat|hatte|habe|haben|hatten|wird)\b"
)
_COURTESY = guarded(
    r"\bfür (?:sein|ihr|das|die|den)e? \w*(?:Kommen|Erscheinen|Teilnahme|Anwesenheit|Interesse|Aufmerksamkeit|"
    r"Einladung)\b"
)
_CENTRE = guarded(
    r"^(?:Im (?:Mittelpunkt|Zentrum|Vordergrund|Fokus) (?P<whose>ihre[rs]|seine[rs]) (?:Vortrag|Bericht|Ausführung|"
    r"Präsentation|Rede|Darstellung)\w*|Schwerpunkte? (?P<those>ihre[rs]|seine[rs]) (?:Vortrag|Bericht|Ausführung|"
    r"Präsentation|Rede|Darstellung)\w*|(?P<focus>Ihr|Sein)e? (?:(?:besonderes )?(?:Haupt)?(?:[Aa]ugenmerk|"
    r"[Ii]nteresse)|Schwerpunkte?|"
    r"Fokus|Hauptanliegen|Kernbotschaft|Hauptthema|Thema)\b[^,;.]{0,40}? (?:ist|sind|war|waren|liegt|lag|gilt|galt|"
    r"sei|lautet))\b"
)
_TALK = (
    r"(?:[Vv]ortrag|[Bb]ericht|[Aa]usführung|[Pp]räsentation|[Rr]eferat|[Dd]arlegung|[Ee]rläuterung|"
    r"[Bb]erichterstattung|[Rr]ede)\w*"
)
_RAISED = guarded(
    r"^(?:Zur Sprache k[ao]m\w*|(?:Weiter(?:hin)?|Ferner|Außerdem|Zudem|Darüber hinaus|Sodann|Daneben|Zunächst) "
    r"(?:angesprochen|thematisiert|vorgestellt|erläutert|behandelt|erörtert|dargestellt|beleuchtet|berührt|gestreift|"
    r"abgehandelt|skizziert|geschildert|aufgezeigt) w[eu]rden|(?:Angesprochen|Thematisiert|Vorgestellt|Abgehandelt|"
    r"Behandelt|Dargestellt|Geschildert|Umrissen|Beleuchtet|Gestreift|Berührt|Angeschnitten|Skizziert|Aufgezeigt|"
    r"Vorgetragen|Dargelegt|Angerissen|Erläutert|Ausgeführt|Hervorgehoben|Betont) (?:w[eu]rden?|wird)\b"
    rf"|(?:Weitere |Die )?(?:Gegenstände?|Themen?|Inhalte?|Punkte?|Stationen|Aspekte|Schwerpunkte?) (?:de[rs] |"
    rf"seine[rs] |ihre[rs] )?{_TALK})\b"
)
_AT_END = guarded(
    rf"^(?:(?:Den (?:Ab|Be)?[Ss]chlu(?:ss|ß)|Den Ausklang) (?:(?:de[rs]|seine[rs]|ihre[rs]) {_TALK} )?(?:bilde\w*|"
    rf"mach\w*|bot\w*)|"
    rf"(?:Am Ende|Zum (?:Ab)?[Ss]chluss) (?:de[rs]|seine[rs]|ihre[rs]) {_TALK} (?:steh\w*|stand\w*|folg\w*|gibt|gab)|"
    rf"{_TALK} (?:schließt|schloss|endet|endete) mit|Mit eine[rm] (?:Vorschau|Ausblick|Blick) )"
)
_FRAGMENT = guarded(
    r"^(?:(?:Mündliche[r]? |Kurze[r]? )?(?:Input|Impuls(?:vortrag|referat)?|Bericht|Sachstandsbericht|Sachvortrag|"
    r"Vortrag|Referat|"
    r"Präsentation|Vorstellung|Berichterstatt\w+|Referent\w*|Einführung|Vortragende\w*))\b(?P<rest>[^.;]{0,120})$"
)
_FUTURE = guarded(r"\b(?:Vorschau|Ausblick|Vorausschau|Blick)\b")
_VERB = guarded(r"(?<![\w-])(?:[a-zäöüß]{2,}(?:t|en|te|ten)|ist|sind|war)(?![\w-])")
_MATTERS = guarded(
    r"\b(?P<who>[Ii]hm|[Ii]hr) (?:sei|ist|war|liegen|liegt|läge|lag|lagen) "
    r"(?:es )?(?:besonders |sehr |vor allem )?(?:wichtig|am Herzen|ein \w*[Aa]nliegen)\b|\b(?:liegen|liegt|lag|"
    r"lagen|läge) (?P<whom>ihm|ihr) "
    r"(?:\w+ ){0,2}am Herzen\b"
)


def _run(a: Analysis) -> Iterator[Fact]:
    speech = Speech(a)
    promised = list(commitments(speech))
    yield from promised
    listed = list(question_lists(speech))
    yield from listed
    places = [(f.start, f.end) for f in listed]
    found = questions(speech)
    asked = [*listed, *(f for f in found if not any(x < f.end and f.start < y for x, y in places))]
    yield from asked[len(listed) :]
    yield from turns(speech, [(a.view.place(f.start), a.view.place(f.end)) for f in asked])
    taken: set[int] = set()
    before: tuple[int, str, str] | None = None
    sided: list[Fact] = []
    for p in speech.predicates:
        if p.kind == "statement" and p.index not in taken and _speaks(p):
            told = p.start == p.end and any(
                a.view.place(f.start) < p.sentence.end and a.view.place(f.end) > p.sentence.start for f in promised
            )
            if not told:
                taken.add(p.index)
                yield _statement(speech, p, _act(p))
        if moves(p):
            sided.append(_position(speech, p, "demand"))
        if p.kind == "position" and p.speaker and _sides(p, p.speaker, speech.near(p.sentence.end)):
            stance = _contradicts(p, p.speaker, before) or _turned(p)
            before = (p.index, p.speaker.name, stance)
            sided.append(_position(speech, p, stance))
        if p.kind == "statement" and p.speaker and _WISH.search(p.sentence.text) and _OF_GROUP.search(p.sentence.text):
            sided.append(_position(speech, p, "demand"))
    sided += stances(speech, sided)
    yield from sided
    yield from sides(speech, sided)
    yield from demands(a)
    yield from _other(speech, taken)


def _contradicts(p: Predicate, speaker: Speaker, before: tuple[int, str, str] | None) -> str | None:
    """Who contradicts a refusal right after it supports the matter."""
    verb = p.sentence.text[p.start - p.sentence.start : p.end - p.sentence.start]
    if not verb.startswith(("widersp", "entgegn")) or before is None or p.index - before[0] > 2:
        return None
    return "support" if before[2] in ("reject", "concern") and before[1] != speaker.name else None


def _turned(p: Predicate) -> str:
    """The stance of the verb; who does not support a matter refuses it."""
    text, at = p.sentence.text, p.start - p.sentence.start
    rest = text[at:]
    clause = text[max(text.rfind(stop, 0, at) for stop in ",;") + 1 : at] + re.split(r"[,;]", rest)[0]
    verb = rest[: p.end - p.start]
    denied = p.act == "support" and verb.startswith(("zu", "unterst", "befürw", "stimm", "trag", "träg", "mit", "gut"))
    if denied and _CONDITION.search(text):
        return "demand"
    return "reject" if denied and re.search(r"\bnicht\b(?! nur)", clause) else p.act


def _speaks(p: Predicate) -> bool:
    text = p.sentence.text
    if p.act in ("answers", "informs") and (_OTHER_TOWN.search(text) or (len(text) < 60 and _EMPTY.search(text))):
        return False
    return p.speaker is not None and (
        p.speaker.named
        or (p.act == "thanks" and not _COURTESY.search(p.sentence.text))
        or (bool(_STATES_ONLY.search(p.speaker.name)) and p.act != "previews")
    )


def _act(p: Predicate) -> str:
    """The verb's own act; what is said upon a question is an answer whatever its verb."""
    return (
        "answers" if re.match(r"(?:Auf|Zu|Zur|Zum) (?:\w+ ){0,3}(?:Nachf|Rückf|F|Anf)rage", p.sentence.text) else p.act
    )


def _sides(p: Predicate, speaker: Speaker, people: Sequence[Mention]) -> bool:
    """Whether the verb takes a stance: not greetings of guests, not what offices expect or support."""
    if not speaker.named and not _TAKES_SIDES.search(speaker.name) and not (p.passive and _RULES.search(speaker.name)):
        return False
    rest = p.sentence.text[p.end - p.sentence.start :]
    verb = p.sentence.text[p.start - p.sentence.start : p.end - p.sentence.start]
    if verb.startswith("beantrag") and speaker.name.startswith(("Kreis", "Stadt ", "Gemeinde")):
        return False
    if verb.startswith("erwart") and "raktion" not in speaker.name:
        return False
    if verb.startswith("unterstütz") and speaker.name.endswith("erwaltung"):
        return False
    if not verb.startswith(("begrüß", "begrüss")):
        return True
    greeted = any(p.end <= m.start < p.sentence.end for m in people) and ", dass" not in rest
    return not greeted and not _GREETS.match(rest)


def _statement(speech: Speech, p: Predicate, act: str) -> Fact:
    start, end = span_of(speech, p)
    return _said(speech, p.speaker.name if p.speaker else None, act, start, end, p.end)


def _said(speech: Speech, name: str | None, act: str, start: int, end: int, after: int) -> Fact:
    value = {"speaker": name, "act": act, "topic": _topic(speech.analysis.text[max(after, start) : end], name)}
    return speech.analysis.fact("statement", value, start, end)


def _topic(rest: str, name: str | None) -> str | None:
    """What is said, in the text's words: the clause behind the verb, its subject and separable particle left out."""
    if name:
        rest = re.sub(rf"^ (?:sich )?(?:[\w.]+ ){{0,3}}{re.escape(name)}(?: \([^)]*\))?", "", rest)
    rest = re.sub(r"^[ ,:]*(?:(?:mit|an|aus|hin|darauf hin|zu|vor|fest), )?(?:dass )?", "", rest)
    return re.sub(r"\s+", " ", rest).strip(" .,;:") or None


def _position(speech: Speech, p: Predicate, stance: str) -> Fact:
    start, end = span_of(speech, p)
    group = _OF_GROUP.search(p.sentence.text)
    speaker = p.speaker
    actor = group["group"] if group else speaker.name if speaker else None
    party = speech.party(speaker.name) if speaker else None
    if party and not group:
        actor = f"{party}-Fraktion" if _OWN_GROUP.search(p.sentence.text) else f"{actor} ({party})"
    value = {
        "actor": actor,
        "stance": stance,
        "topic": _topic(speech.analysis.text[p.end : end], speaker.name if speaker else None),
    }
    return speech.analysis.fact("position", value, start, end)


def _other(speech: Speech, taken: set[int]) -> Iterator[Fact]:
    """Statements and positions that hang on no speech verb."""
    for index, sentence in enumerate(speech.sentences):
        text = sentence.text
        if suggested := _AS_SUGGESTED.search(text):
            part = text.rfind(";", 0, suggested.start()) + 1
            value = {
                "actor": suggested["who"],
                "stance": "demand",
                "topic": text[part : suggested.start()].strip(" ,") or None,
            }
            yield speech.analysis.fact("position", value, sentence.start + part, sentence.start + suggested.end())
        if index in taken:
            continue
        if fragment := _FRAGMENT.match(text):
            here = [m for m in speech.near(sentence.end) if m.start >= sentence.start]
            if here and not _VERB.search(fragment["rest"].replace(here[0].name, "")):
                yield _said(speech, here[0].surname, "reports", sentence.start, sentence.end, sentence.end)
            continue
        if centre := _CENTRE.match(text) or _MATTERS.search(text):
            word = next(w for w in centre.groupdict().values() if w)
            speaker = speech.back("sie" if word.casefold().startswith("ih") and word.casefold() != "ihm" else "er")
            speaker = speech.voice.get(index) or speaker
            act = "emphasises"
        elif _RAISED.match(text) and "ragen" not in text + (speech.sentences[index - 1].text if index else ""):
            centre, speaker, act = _RAISED.match(text), speech.voice.get(index), "informs"
        elif (centre := _SLIDES.search(text)) and _SENT.search(text) and sentence.block.kind == "text":
            speaker, act = speech.voice.get(index), "refers"
        elif centre := _AT_END.match(text):
            speaker, act = speech.voice.get(index), "previews" if _FUTURE.search(text) else "informs"
        else:
            continue
        if speaker and centre:
            yield _said(speech, speaker.name, act, sentence.start, sentence.end, sentence.start + centre.end())


EXTRACTOR = Extractor(
    name="speech",
    version=5,
    kinds=("statement", "question", "position", "commitment"),
    run=_run,
    after=("head", "head_fields"),
)
