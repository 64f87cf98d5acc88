"""Which side somebody takes where no verb of stance tells it: "ist dafür", "geht das zu schnell", "will, dass ...".

A cue and somebody who takes sides (a party, a political group, a member of a council, an association) stand in one
part of a sentence. What a member of a council says that must or must not be is a demand, whatever the verb of speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Sentence
from extractors.clauses import Speech

_PARTY = (
    r"(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|Piraten|Freien? Wähler|(?:BÜNDNIS|Bündnis) 90/ ?(?:DIE|Die) (?:GRÜNEN|"
    r"Grünen)|"
    r"Grünen?|GRÜNEN?|Linken?|LINKEN?)"
)
_SIDE = guarded(
    rf"(?<![\w-])(?:(?:{_PARTY}-)?\w*[Ff]raktion(?:en)?\b(?: {_PARTY})?|{_PARTY}(?![\w-])|\w*verb[aä]nde?n?\b|"
    rf"Trägern?\b|"
    r"Kommunen\b|Gemeinden\b|Städten?\b|(?:der|des|im|Der|Im) Ausschuss(?:es)?\b|Ausschussmitgliedern?\b|"
    r"Mitgliedern?\b|Integrationsrat(?:e?s)?\b|\w*[Bb]eirat(?:e?s)?\b|Personalrat(?:e?s)?\b|Caritas|Diakonie|AWO|DRK)"
)
_MEMBER = guarded(
    r"(?:RM|KTM|KTA|KA|SB|SE|sB|sE|AM|Rats|Stadtverord|Stadtr[aä]t|Kreistag|Ktabg|Stv|Abg|Verordnet|Fraktion|Gemeinder|"
    r"[Mm]itglied|[Ss]achkundig|[Ss]k\.? ?[BE]\b|Bürger(?!meister))"
)
_IS = (
    r"\b(?:ist|sind|sei|seien|war|waren|bleib\w*|blieb\w*|zeig\w+ sich|äußer\w+ sich|gib\w* sich|"
    r"geb\w* sich)\b (?:[\w.()-]+ ){0,5}?"
)
_SEES = (
    r"(?:nimm\w*|nehm\w*|sieh\w*|seh\w*|bewert\w*|beurteil\w*|äußer\w*|registrier\w*|betracht\w*|aufgenommen|"
    r"steh\w*)"
)
_CUES = (
    ("reject", rf"{_IS}(?:dagegen|gegen (?:die|den|das|eine?n?)|nicht einverstanden|nicht dafür|ablehnend)\b"),
    ("reject", r"\bkomm\w+\b[^.;]{0,40}\bnicht (?:infrage|in Frage|in Betracht)\b|\bein Unding\b|"
        r"\bwink\w+\b[^.;]{0,30}\bab\b"),
    ("reject", r"\bk(?:ann|önn\w+|onnte\w*)\b[^.;]{0,60}\bnicht (?:folgen|mitgehen|mittragen|zustimmen|anfreunden|"
        r"leben)\b"),
    ("reject", r"\bstell\w+ sich (?:\w+ )?(?:gegen|quer)\b|\bsag\w+ (?:\w+ ){0,2}[Nn]ein\b|"
        r"\bauf (?:\w+ )?(?:Ablehnung|Widerstand)\b"
     r"|\bhalten? nichts (?:von|davon)\b|\bhält nichts (?:von|davon)\b|\b(?:will|wollen?|"
     r"möcht\w+)\b[^.;]{0,60}\b(?:nicht|kein\w*)\b(?! nur)(?! (?:wissen|hören|unterbrechen|verhehlen|wiederholen|"
     r"sagen))"),
    ("concern", r"\bs(?:ieht|ah|ehen|ahen|ehe|ähe) (?:das|dies|es|die Sache|den Punkt)(?: [\w-]+){0,3} (?:anders|"
    r"kritischer|"
        r"skeptischer)\b|\b(?:ist|war|waren|sei) (?:[\w-]+ ){0,2}(?:anderer|gegenteiliger) (?:Meinung|Ansicht|"
        r"Auffassung)\b"),
    ("concern", rf"{_IS}(?:skeptisch|besorgt|enttäuscht|unzufrieden|zurückhaltend|irritiert|unsicher|kritisch|"
        rf"verärgert|"
     r"unglücklich|zögerlich|beunruhigt|verwundert)\b"),
    ("concern", r"\bgeh\w*\b[^.;]{0,50}\b(?:zu (?:schnell|weit|langsam)|nicht (?:weit|schnell) genug)\b|"
        r"\bmach\w+ sich (?:\w+ )?Sorgen\b|"
     r"\b(?:[Ss]orgen?|[Uu]nbehagen|Bauchschmerzen|Kopfzerbrechen)\b[^.;]{0,40}\b(?:bereite\w*|mach\w*|ha(?:t|ben|"
     r"be|tten?))\b|"
     r"\b(?:bereite\w*|mach\w*|ha(?:t|ben|be|tten?)|hätten?|treib\w*)\b[^.;]{0,60}\b(?:Sorgen?|Bauchschmerzen|"
     r"Kopfzerbrechen|Kopfschmerzen|Bauchweh|Bauchgrimmen|Magenschmerzen|Unbehagen|ungutes Gefühl|mulmiges Gefühl|"
     r"schlechtes Gefühl|Fragezeichen)\b"),
    ("concern", r"\b(?:Skepsis|Kritik|Sorgen?|Unmut|Zweifel|Bedenken|Unverständnis|"
        r"Vorbehalte)\b (?:[\w-]+ ){0,2}(?:herrsch\w*|überwieg\w*|k[oa]m\w*|"
     r"gib\w*|gab\w*|reg\w*|besteh\w*|w[eiu]\w{2,4} laut)\b|\bauf (?:\w+ )?(?:Skepsis|Kritik|Bedenken|"
     r"Unverständnis)\b"),
    ("concern", rf"^[^.;]{{0,20}}\b(?:[Kk]ritisch|[Ss]keptisch|[Bb]esorgt|"
        rf"[Zz]urückhaltend)\b (?:[\w-]+ ){{0,3}}{_SEES}|"
     rf"\b{_SEES}\b[^.;]{{0,60}}\b(?:kritisch|skeptisch)\b|\b(?:Dem|Den|Der) [^.;,]{{2,40}} fehl(?:t|en|te)\b|"
     rf"\bfehl(?:t|en|te) (?:de[rmn] )"),
    ("concern", r"\bk(?:omm|am)\w* (?:[\w-]+ ){0,2}(?:Kritik|Skepsis|Bedenken|Zweifel)\b"),
    ("reject", r"\b(?:Widerspruch|Ablehnung|Gegenwind|Protest)\b (?:[\w-]+ ){0,2}(?:k[oa]m\w*|gib\w*|gab\w*)\b|"
        r"\bsprich\w* sich\b[^.;]{0,60}\bgegen\b[^.;]{0,120}\baus\b"),
    ("support", r"\bspr[ai]ch\w* sich\b[^.;]{0,60}\bfür\b[^.;]{0,120}\baus\b"),
    ("support", rf"{_IS}(?:dafür|einverstanden|zufrieden|froh|dankbar|erfreut|begeistert|überzeugt|angetan|"
        rf"aufgeschlossen|"
     r"für (?:die|den|das|eine?n?))\b"),
    ("support", r"\bauf (?:\w+ )?(?:Zustimmung|offene Ohren|Wohlwollen|Anklang|Beifall|Zuspruch|fruchtbaren Boden)\b|"
     r"\bfind\w+ (?:[\w-]+ ){0,3}(?:Zustimmung|Beifall|Anklang|Unterstützung|Zuspruch|Rückhalt)\b|"
     r"\b(?:Lob|Zuspruch|Zustimmung|Beifall|Unterstützung|Rückendeckung|Anerkennung)\b (?:[\w-]+ ){0,2}(?:k[oa]m\w*|"
     r"gib\w*|gab\w*|herrsch\w*|erhält)\b"),
    ("support", r"\bk(?:ann|önn\w+)\b[^.;]{0,60}\b(?:leben|mitgehen)\b|\bgeh\w*\b[^.;]{0,60}\bmit(?=[.,;]|$)|"
        r"\bsag\w+ (?:\w+ ){0,2}[Jj]a\b|"
     r"\bSchritt in die richtige Richtung\b|\bstell\w+ sich (?:\w+ )?hinter\b|\bsteh\w* (?:[\w-]+ ){0,3}hinter\b"),
    ("support", rf"\b{_SEES}\b[^.;]{{0,80}}\b(?:erfreut|wohlwollend|zufrieden|positiv|aufgeschlossen|mit Freude)\b|"
     rf"^[^.;]{{0,20}}\b(?:[Pp]ositiv|[Ww]ohlwollend|[Ee]rfreut)\b (?:[\w-]+ ){{0,3}}{_SEES}|"
     r"\bbegrüß(?:t|te|en|ten)\b(?! (?:Herrn|Frau|alle|die (?:Anwesend|Gäst|Mitglied|Teilnehm)|zu|als|den Gast))"),
    ("demand", r"\b(?:ist|war|wäre|sei)\b (?:[\w-]+ ){0,3}(?:wichtig|ein \w*Anliegen)\b|"
        r"\bkomm\w+ es\b[^.;]{0,80}\ban\b|"
     r"^(?:Geht|Ginge|Wenn) es nach\b|^Antrag (?:der|von|des)\b|^Wunsch (?:der|von|des)\b"),
    ("demand", r"^(?:Für|Der|Dem|Den) [^.;,]{2,40} (?:ist|sei|war|bleib\w*) (?:[\w-]+ ){0,2}(?:entscheidend|"
    r"wesentlich|zentral|"
        r"maßgeblich|vorrangig|unverzichtbar)\b|\bwäre [^.;]{0,60}\bbesser\b"),
    ("concern", r"\bs(?:ieht|ehen|ah|ahen|ehe) sich (?:[\w-]+ ){0,3}(?:übergangen|überfordert|überrumpelt|"
    r"benachteiligt|"
        r"überlastet|ausgeschlossen|abgehängt|alleingelassen|außen vor)\b|\bfühl\w* sich (?:[\w-]+ ){0,3}(?:übergangen|"
        r"überfordert|überrumpelt|benachteiligt|alleingelassen|allein gelassen|abgehängt)\b"),
    ("demand", r"^(?:Ihm|Ihr|Ihnen|Ihm persönlich|Der \S+raktion|De[mr] \w+) (?:wäre|sei|ist|"
    r"war) [^.;]{0,120}\blieber\b|"
        r"\bwäre (?:\w+ )?(?:ihm|ihr|ihnen|de[rm] [\w-]+)\b[^.;]{0,120}\blieber\b|\bgäbe? [^.;]{0,80}\bden Vorzug\b|"
        r"\bgibt [^.;]{0,80}\bden Vorzug\b|\bzög(?:e|en)\b[^.;]{0,80}\bvor\b"),
    ("demand", r"\b(?:will|wollen|möchten?|hätten? (?:es )?(?:gern|lieber)|würden?\b[^.;]{0,20}\b(?:gern|lieber|"
        r"begrüßen))\b"
     r"(?![^.;]{0,120}\b(?:wissen|gewusst|erfahren|hören|fragen|danken|bedanken|sagen|erinnern|hinweisen|betonen|"
     r"ansprechen|anmerken|ergänzen|eingehen|besprechen|berichten)\b)"),
)  # fmt: skip
_CUE = tuple((stance, guarded(words)) for stance, words in _CUES)
_SAID = (
    ("concern", r"\bgeradestehen\b|\bsitzen ?bleib\w*|\bauf der Strecke\b|\bvor den Kopf\b|\bwomöglich\b|\bim Regen\b|"
        r"\bübergangen\b|\bdraufzahl\w*|\bdie Zeche\b|\bFass ohne Boden\b|\bdurchs Raster\b|\bden Bach\b|"
        r"\b(?:damals|vor (?:\w+ )?Jahr\w*|früher|seinerzeit|ursprünglich)\b[^.;]{0,40}\bnoch\b"),
    ("reject", r"\b(?:überflüssig|entbehrlich|unnötig|falsch|abzulehnen)\b|\b(?:nicht|"
        r"kein\w*) (?:\w+ )?(?:erforderlich|notwendig|nötig|"
     r"sinnvoll|akzeptabel|tragbar|hinnehmbar|zielführend)\b"),
    ("demand", r"\b(?:müss(?:e|en|t|te|ten)|muss|soll(?:e|en|te|ten)?|gehör(?:e|en|t|te|ten)|brauch(?:e|en|t|te|"
        r"ten)|bedürfe|bedarf)\b|"
     r"\b(?:dürf(?:e|en|te|ten)|darf)\b[^.;]{0,80}\b(?:nicht|kein\w*)\b|\bsei(?:en)? (?:[\w-]+ ){0,5}zu \w+en\b|"
     r"\bzu \w+en sei(?:en)?\b"),
    ("concern", r"\bzu (?:hoch|teuer|knapp|spät|wenig|gering|niedrig|klein|groß|viele?|unbestimmt|vage)\b|"
        r"\b(?:riskant|bedenklich|unrealistisch|"
     r"unzureichend|lückenhaft)\b|\breich\w+ nicht\b"),
    ("support", r"\b(?:richtig|sinnvoll|wichtig|gut|gute[rns]?|prima|super|toll|hervorragend|gelungen|überfällig|"
    r"Gewinn|Fortschritt|Erfolg|begrüßenswert|"
        r"vorbildlich)\b"),
)  # fmt: skip
_JUDGED = tuple((stance, guarded(words)) for stance, words in _SAID)
_NO = guarded(
    r"\?|\b(?:fragt|fragen|wissen|erkundig\w+|Enthaltung\w*|Gegenstimmen?|Abstimmungsergebnis|"
    r"beauftragt|vertagt|abgesetzt|"
    r"Tagesordnung|"
    r"einstimmig|mehrheitlich|Mitgliedschaft|(?:stimmberechtigt|beratend)\w*|Landtag|Landesregierung|Bundesregierung)\b"
)
_OBLIQUE = guarded(
    r"\baus (?:\w+ ){0,2}$|(?<!\bes )\b(?:mit|von|bei|zwischen|aus|zu|nach|auf|für|an) (?:den|dem|der|die|alle[nm]|"
    r"diese[nm]) (?:\w+en )?$"
)
_HIS = guarded(r"(?:Ihm|Ihr|Ihnen) (?:sei|ist|war|waren|seien) (?:\w+ )?wichtig\b")
_OWN = guarded(r"(Ihm|Ihr) (?:wäre|sei|ist|war)\b[^.;]{0,120}\blieber\b")
_LABEL = guarded(r"^(?:[-–•] ?)?[^:;.]{2,60}(?:\([^()]{2,40}\))?: ")


def sides(speech: Speech, known: Sequence[Fact]) -> Iterator[Fact]:
    """The positions that cues and judgements tell, where none is `known` for that part of a sentence."""
    a = speech.analysis
    taken = [(a.view.place(f.start), a.view.place(f.end)) for f in known]
    for index, sentence in enumerate(speech.sentences):
        if sentence.block.section == "proposal" or sentence.block.kind == "heading" or len(sentence.text) > 900:
            continue
        if speech.words and speech.in_own_words(sentence.start):
            continue
        for part in re.finditer(r"[^;]+", sentence.text):
            place = (sentence.start + part.start(), sentence.start + part.end())
            if any(x < place[1] and place[0] < y for x, y in taken):
                known_from = min(x for x, y in taken if x < place[1] and place[0] < y)
                place = (place[0], max(place[0], a.text.rfind(",", place[0], known_from)))
            told = a.text[slice(*place)]
            if (place[1] < sentence.start + part.end() and len(told) < 20) or _NO.search(told):
                continue
            if found := _cued(speech, sentence, told, place) or _judged(speech, index, place):
                value = {"actor": found[0], "stance": found[1], "topic": told.strip(" .")}
                yield a.fact("position", value, *place)


def _cued(speech: Speech, sentence: Sentence, text: str, place: Span) -> tuple[str, str] | None:
    """Actor and stance, where a cue and somebody who takes sides stand in one part of a sentence."""
    member = _members(speech, place)
    side = _SIDE.search(text)
    if not (member or side or _OWN.match(text)):  # asked first: most sentences name nobody who takes sides
        return None
    stance = next((stance for stance, cue in _CUE if cue.search(text)), None)
    if stance is None:
        return None
    near = side and (side.start() < 60 or sentence.block.kind == "item")
    if side and guarded(r"\b(?:wie|dass|ob|wenn|damit|weil|wo) $").search(text, 0, side.start()):
        near = None
    if side and stance in ("demand", "reject") and (_OBLIQUE.search(text, 0, side.start()) or _HIS.match(text)):
        near = None
    if not member and not near and (own := _OWN.match(text)):
        speaker = speech.back("sie" if own[1] == "Ihr" else "er")
        return (speaker.name, stance) if speaker else None
    if member:
        return member, stance
    return (side.group(), stance) if side and near else None


def _judged(speech: Speech, index: int, place: Span) -> tuple[str, str] | None:
    """Actor and stance, where a member of a council says what must be or what is wrong."""
    text = speech.analysis.text[slice(*place)]
    label = _LABEL.match(text)
    said = next((p for p in speech.at[index] if p.kind == "statement" and p.act not in ("thanks", "answers")), None)
    if label and (speaker := _members(speech, (place[0], place[0] + label.end()))):
        told, actor = text[label.end() :], speaker
    elif said and said.speaker and (said.speaker.name in _council(speech) or "raktion" in said.speaker.name):
        told, actor = text[max(0, said.end - place[0]) :], said.speaker.name
    else:
        return None
    stance = next((stance for stance, words in _JUDGED if words.search(told)), None)
    return (actor, stance) if stance else None


def _members(speech: Speech, place: Span) -> str | None:
    """The first member of a council or a party that is named in a range."""
    here = [m for m in speech.near(place[1]) if m.start >= place[0]]
    if not here:
        return None
    council = _council(speech)
    return next((m.surname for m in here if m.surname in council), None)


def _council(speech: Speech) -> frozenset[str]:
    """The surnames of those who speak for a party or sit in a council."""
    return frozenset(m.surname for m in speech.people if m.party or (m.role and _MEMBER.match(m.role)))
