"""What says that a group is not there, and what only dates its first meeting: neither shows a group that is planned."""

from __future__ import annotations

from corpus.patterns import guarded

_NOT = r"(?:nicht|nie(?:mals)?)"
_MADE = (
    r"(?:eingerichtet|gebildet|gegründet|eingesetzt|einberufen|ins Leben gerufen|aufgestellt|etabliert|installiert|"
    r"geschaffen|gestartet|benannt|berufen|aufgebaut|vorhanden|zustande gekommen|vorgesehen|geplant|beabsichtigt|"
    r"erforderlich|notwendig)"
)
_MAKING = r"(?:Einrichtung|Bildung|Gründung|Einsetzung|Schaffung|Einberufung|Aufbau|Etablierung)"
_VERB = r"(?:gibt|gab|gebe|gäbe|best(?:eht|and|ehe)|existier(?:t|te|e)|verfügt|verfügte|hat|hatte|habe|liegt)"
_NONE_BEFORE = guarded(
    rf"\bkeine?[nrms]?(?: (?!(?:der|die|das|dem|den|zu|in) )[a-zäöüß]+)? \Z|"
    rf"\bkeine {_MAKING} (?:einer|der|eines|des) (?:[a-zäöüß]+ )?\Z"
)
_OF_BEING = guarded(
    rf"\b(?:{_VERB}|{_MADE}|wurden?|wird|werde|soll\w*|eingerichtet|einzurichten|[Gg]egründet|kommt|entsteht)\b"
)
_NEITHER = guarded(r"\b(?:[Ww]eder|noch) (?:eine?|de[rn]|die|das) (?:[a-zäöüß]+ )?\Z")
_SUBJECT = guarded(r"(?<![A-ZÄÖÜ])(?:^|[\s,:;(])(?:[Ee]ine?n?|[Dd]ie|[Dd]er|[Dd]as|[Dd]en) (?:[a-zäöüß]+ )?\Z")
_GENITIVE = guarded(r"\b(?:[A-ZÄÖÜ]\w+|in|mit|von|aus|bei|zu) (?:der|die|den|das|einer?) (?:[a-zäöüß]+ )?\Z")
_OF_MAKING = guarded(rf"\b{_MAKING} (?:einer|der|eines|des) (?:[a-zäöüß]+ )?\Z")
_DENIED = guarded(
    rf"[^.,;]{{0,60}}?\b(?:gibt es|gebe es|gab es|best(?:eht|and|ehe)|existier(?:t|te|e))(?: [a-zäöüß]+){{0,4}}? {_NOT}"
    rf"(?! (?:nur|allein|ausschließlich|mehr nur|zuletzt)\b)(?= (?:mehr|und|aber)\b|\s*(?:[.,;:)]|$))|"
    rf"[^.,;]{{0,30}}?\b(?:wurden?|ist|sei|wird|werde|konnte)\b[^.,;]{{0,60}}?\b{_NOT}(?: [a-zäöüß]+){{0,2}}? "
    rf"{_MADE}\b|"
    rf"(?: [a-zäöüß]+){{0,4}} {_NOT} {_MADE} (?:ist|sei|wurde|worden)\b"
)
_NOT_DONE = guarded(
    rf"[^.,;]{{0,40}}?\b(?:ist|sei|wurde|wird|werde|erfolgte?)\b[^.,;]{{0,60}}?\b{_NOT}\b(?! nur)|"
    r"[^.,;]{0,40}?\b(?:unterblieb|unterbleibt|entfällt|entfiel)\b|[^.,;]{0,60}?\b(?:verzichtet|abgesehen)\b"
)
_RENOUNCED = guarded(r"\b(?:[Aa]uf|[Vv]on) (?:[^.,;]{0,40} )?\Z")
_RENOUNCES = guarded(r"[^.,;]{0,60}?\b(?:verzichtet|abgesehen|Abstand genommen)\b")
_ENDED = guarded(
    r"[^.,;]{0,30}?\b(?:ist|sei|wurde|hat sich|habe sich)\b(?:(?! nicht\b)[^.,;]){0,60}?\baufgelöst\b|"
    r"[^.,;]{0,10}?\b(?:gibt|gebe) es (?:[a-zäöüß]+ ){0,2}nicht mehr\b"
)
_FOUNDING = guarded(
    r"\b(?:gründ\w*|gegründet\w*|Gründung\w*|[Bb]ild(?:en|et|ung)|gebildet|[Ee]inricht\w*|eingerichtet\w*|[Ee]insetz\w*|"
    r"eingesetzt|einzu(?:richten|setzen)|zu bilden|[Kk]onstitu\w*|ins Leben|Aufbau|aufgebaut|aufgestellt|geschaffen|"
    r"etablier\w*|gestartet|[Ss]tart\w*|einberufen|[Aa]rbeit aufnehmen|installier\w*|formier\w*)\b"
)
_MEETING = guarded(
    r"\b(?:[Ss]itzung(?:en)?|[Tt]reffen|[Zz]usammenkunft|[Tt]ermin|trifft|treffen|tagt|tagen|getagt|zusammen\w*|"
    r"[Kk]ick-?[Oo]ff\w*|[Aa]uftakt\w*|[Bb]eratung)\b"
)
_NOT_MET = guarded(
    r"\b(?:ha(?:t|be)|ist|sei)\b[^.,;]{0,60}?\b(?:nicht|nie)(?: [a-zäöüß]+){0,2}? (?:konstituiert|getagt|getroffen|"
    r"zusammen(?:getreten|gekommen|gefunden))\b"
)
_FOUNDED = guarded(r"\b(?:eingerichtet\w*|gebildet\w*|gegründet\w*|eingesetzt\w*|[Gg]ibt es|[Ee]s gibt)\b")


def denied(text: str, start: int, end: int) -> bool:
    """Whether a sentence says that the group named from `start` to `end` is not there, was not made, or is no more."""
    before, after = text[:start], text[end:]
    clause = before[max(before.rfind(mark) for mark in (", ", "; ", ": ")) + 1 :]
    rest = after[: min((i for i in (after.find(", "), after.find("; ")) if i >= 0), default=len(after))]
    if _NONE_BEFORE.search(before):
        return _OF_BEING.search(clause) is not None or _OF_BEING.search(rest) is not None
    if _NEITHER.search(before) and "eder " in before:
        return _OF_BEING.search(rest) is not None or _OF_BEING.search(clause) is not None
    if _RENOUNCED.search(clause) and _RENOUNCES.match(rest):
        return True
    if _OF_MAKING.search(before):
        return _NOT_DONE.match(rest) is not None
    if not _SUBJECT.search(before) or _GENITIVE.search(before):
        return False
    return _DENIED.match(rest) is not None or _ENDED.match(rest) is not None


def only_meeting(text: str) -> bool:
    """Whether words that lie ahead tell of a meeting alone and found nothing: who meets later may be there already."""
    return _MEETING.search(text) is not None and _FOUNDING.search(text) is None


def not_met(text: str) -> bool:
    """Whether a group has not met or constituted itself, and nothing says that it was founded."""
    return _NOT_MET.search(text) is not None and _FOUNDED.search(text) is None
