"""Statements and positions on no verb of speech: what a talk was about, slides sent before, suggestions cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.clauses import Speech

_AS_SUGGESTED = guarded(
    r"\bwie (?:sie|er|es|ihn) (?:die |der |das )?(?P<who>[A-ZÄÖÜ][\w -]{1,40}?) (?:angeregt|gefordert|"
    r"vorgeschlagen|gewünscht|beantragt|verlangt) (?:hat|hatte|habe|haben|hatten|wird)\b|"
    r"\bwie (?P<whom>(?:SE |SB |RM |KTM |KA |Frau |Herrn? |die |der )[A-ZÄÖÜ][\w -]{1,40}?) (?:vorschl[uä]g\w*|"
    r"anreg(?:t|te|ten)|"
    r"forder(?:t|te|ten)|wünsch(?:t|te|ten)|verlang(?:t|te|ten)|beantrag(?:t|te|ten))(?=[,.;]|$)"
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

_SLIDES = guarded(
    r"\b(?:Folien\w*|\w*[Pp]räsentation\w*|Handreichung\w*|\w*[Uu]nterlagen?|Foliensatz\w*|Vortragsfolien|Handout\w*|"
    r"Charts|Skript|Übersicht)\b"
)
_SENT = guarded(
    r"\b(?:zugegangen\w*|(?:herum|zu)gemailt|\w*verschickt|versandt|versendet|übersandt|zugesandt|zugeschickt|"
    r"übermittelt|zugeleitet|verteilt|ausgehändigt|ausgelegt|hochgeladen|eingestellt|zugestellt|bereitgestellt)\b"
)


def other(speech: Speech, taken: set[int]) -> Iterator[Fact]:
    """Statements and positions that hang on no speech verb."""
    for index, sentence in enumerate(speech.sentences):
        text = sentence.text
        if speech.words and speech.in_own_words(sentence.start):
            continue
        if suggested := _AS_SUGGESTED.search(text):
            part = text.rfind(";", 0, suggested.start()) + 1
            value = {
                "actor": suggested["who"] or suggested["whom"],
                "stance": "demand",
                "topic": text[part : suggested.start()].strip(" ,") or None,
            }
            yield speech.analysis.fact("position", value, sentence.start + part, sentence.start + suggested.end())
        if index in taken:
            continue
        if fragment := _FRAGMENT.match(text):
            here = [m for m in speech.near(sentence.end) if m.start >= sentence.start]
            if here and not _VERB.search(fragment["rest"].replace(here[0].name, "")):
                yield said(speech, here[0].surname, "reports", sentence.start, sentence.end, sentence.end)
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
            yield said(speech, speaker.name, act, sentence.start, sentence.end, sentence.start + centre.end())


def said(speech: Speech, name: str | None, act: str, start: int, end: int, after: int) -> Fact:
    """The statement in a range; its topic is what stands behind the offset `after`."""
    value = {"speaker": name, "act": act, "topic": topic(speech.analysis.text[max(after, start) : end], name)}
    return speech.analysis.fact("statement", value, start, end)


def topic(rest: str, name: str | None) -> str | None:
    """What is said, in the text's words: the clause behind the verb, its subject and separable particle left out."""
    if name:
        rest = re.sub(rf"^ (?:sich )?(?:[\w.]+ ){{0,3}}{re.escape(name)}(?: \([^)]*\))?", "", rest)
    rest = re.sub(r"^[ ,:]*(?:(?:mit|an|aus|hin|darauf hin|zu|vor|fest), )?(?:dass )?", "", rest)
    return re.sub(r"\s+", " ", rest).strip(" .,;:") or None
