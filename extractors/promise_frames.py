"""Frames in which clerks note what somebody takes on, without a verb of promise and often without a time.

"Herr X nimmt sich der Frage an", "die Verwaltung wird ... nachfragen", "der Hinweis wird weitergegeben", and in a
verbatim record "das werden wir beantworten" from the mouth of the chair or the administration.
"""

from __future__ import annotations

from corpus.patterns import guarded

_TAKER = (
    r"(?:[Vv]erwaltung|[Ss]tadt|[Gg]emeinde|[Kk]reis|Kreisverwaltung|[Ff]ach(?:dienst|bereich|amt)|Amt|\w{3,30}amt|"
    r"\w{0,20}[Bb]eirat|[Vv]orsitzende|Bürgermeister(?:in)?|Oberbürgermeister(?:in)?|Landr[aä]t(?:in)?|"
    r"Dezernent(?:in)?|Amtsleit(?:er|erin|ung)|Bezirksamt|Bezirksverwaltung|Ortsvorsteher(?:in)?|"
    r"(?:Herr|Frau|Hr\.|Fr\.) (?:Dr\. )?[A-ZÄÖÜ][\w-]{1,30}|[Ee]r|[Ss]ie)"
)
_DEED = (
    r"(?:nachfragen|anfragen|nachreichen|nachliefern|nachgehen|beantworten|klären|abklären|prüfen|überprüfen|mitnehmen|"
    r"weitergeben|weiterleiten|aufgreifen|aufnehmen|kümmern|austauschen|abstimmen|ansprechen|veranlassen|nachholen|"
    r"informieren|unterrichten|berichten|mitteilen|vorlegen|vorstellen|zukommen|zurückkommen|einladen|zusenden|"
    r"übersenden|zur Verfügung stellen|zusammenstellen|einbringen|beifügen|thematisieren|befassen|annehmen|hinwirken|"
    r"einsetzen|nachsteuern|auf die Tagesordnung (?:nehmen|setzen))"
)
_NOT_ASKED = r"(?! (?:\w+ )?(?:gebeten|beauftragt|ermächtigt|aufgefordert|ersucht|um Auskunft|wie folgt))"
_END = r"(?=\s*(?:[.,;:]|$|und\b|sobald\b|wird\b|werde\b))"
TAKES_ON = guarded(
    rf"\b{_TAKER}(?: [^;,.]{{0,60}})? (?:wird|werde|will|wolle|möchte){_NOT_ASKED}(?: [^;,]{{0,160}})? {_DEED}{_END}|"
    rf"\b{_TAKER}\b[^;,]{{0,160}} {_DEED} (?:wird|werde|will|wolle)(?=\s*(?:[.,;]|$|und\b))|"
    r"\b(?:nimmt|nehme|nehmen) sich (?:\w+ ){0,3}?(?:der|des|dessen|dem|dieser|dieses) ?(?:\w+ ){0,4}"
    r"\ban(?=\s*(?:[.,;]|$|und\b))|"
    r"\b(?:kümmert|kümmere|kümmern) sich (?:\w+ ){0,3}?(?:um|darum)\b|"
    rf"\b{_TAKER} (?:geht|gehe) (?:der|dem|den|diese[mrn]) [^;,.]{{0,60}}\bnach(?=\s*(?:[.,;]|$|und\b))|"
    rf"\b{_TAKER} (?:klärt|prüft|überprüft|erfragt|klärt ab)"
    r"(?: (?:dies|das|noch|nochmals|intern|es|zeitnah|weiter)){0,3}"
    r"(?=,? ?(?:ob|wie|wann|wer|welche\w*|inwie\w+|$|\.))|"
    rf"\b{_TAKER} (?:reicht|liefert|reiche|liefere) [^;,.]{{3,100}} nach(?=\s*(?:[.,;]|$|und\b))|"
    rf"\b{_TAKER} nimmt [^;,.]{{3,80}} (?:mit|auf)(?=\s*(?:[.,;]|$|und\b))"
)
PASSED_ON = guarded(
    r"\b(?:Hinweise?|Anregung(?:en)?|(?:An|Nach|Rück)?[Ff]ragen?|Wunsch|Wünsche|Anliegen|Bitte|Vorschl(?:ag|äge)|"
    r"Beschwerden?|Punkte?|Thema|Themen|Sachverhalt|Ergebnis(?:se)?|Antwort(?:en)?|Unterlagen?|Zahlen|Liste|Übersicht|"
    r"Präsentation)\b[^;,.]{0,60} (?:wird|werden|werde)(?! (?:von|durch) (?:der|die|den)? ?\w*[Ff]raktion)"
    r"(?: [^;,.]{0,120})? (?:weitergegeben|weitergeleitet|mitgenommen|aufgenommen|geprüft|überprüft|geklärt|"
    r"nachgereicht|nachgeliefert|beantwortet|beigefügt|angefügt|zugesandt|übersandt|zugeleitet|zusammengestellt|"
    r"veröffentlicht|versandt|aufgegriffen)(?=\s*(?:[.,;]|$|und\b))|"
    r"\b(?:Be)?[Aa]ntwort(?:ung)?\b[^;,.]{0,60} (?:erfolgt|ergeht)\b[^;,.]{0,60}\b(?:schriftlich|Niederschrift|"
    r"Protokoll|nachträglich|gesondert)\b"
)
FIRST_PERSON = guarded(
    r"\b(?:werden wir|wir werden|Wir werden|werde ich|ich werde|Ich werde)\b(?! (?:\w+ )?(?:zustimmen|ablehnen))"
    rf"[^;]{{0,160}}\b{_DEED}(?=\s*(?:[.,;]|$|und\b))|"
    r"\b(?:[Dd]as|[Dd]en Punkt|[Dd]ie Anregung|[Dd]en Hinweis) nehmen wir\b[^;.]{0,40}\b(?:mit|auf)\b|"
    r"\b[Ww]ir nehmen (?:das|den|die)\b[^;.,]{0,60}\b(?:mit|auf)(?=\s*(?:[.,;]|$))|"
    r"\b[Ww]ir (?:prüfen|klären|reichen|liefern)\b[^;.,]{0,80}\b(?:das|dies|nach|ab)(?=\s*(?:[.,;]|$))"
)
"""What counts only from the mouth of the chair or the administration: a group's "wir werden" is its vote."""
CHAIR = guarded(
    r"(?:Der Vorsitzende|Die Vorsitzende|(?:Ober|Erste[rn]? |Zweite[rn]? )?[Bb]ürgermeister(?:in)?|Beigeordnete[rn]?|"
    r"Dezernent(?:in)?|Stadtbaurat|Stadtkämmerer|Kämmer(?:er|in)|Amtsleiter(?:in)?|Verwaltung|Landrat|Landrätin)"
    r"[^:\n]{0,50}:\s"
)
ANY_SPEAKER = guarded(r"(?m)^\W{0,3}[A-ZÄÖÜ(][\w.()/|-]{0,40}(?:,? [A-ZÄÖÜ(][\w.()/|-]{0,40}){0,6} ?:\s")
EXCLUDED = guarded(
    r"\b(?:sich (?:\w+ )?versprochen)\b|\bverpflicht(?:et|en|ete)\b(?! sich)(?<!sich verpflichtet)|"
    r"\bbiete(?:t|n|te)? [^;]{0,200}?\ban\b(?!, [^.;]{0,200}zu)|\bangeboten\b|\bSie uns\b"
)
ORDERED = guarded(r"\b(?:bittet|gebeten|beauftragt|soll|solle|fragt|wissen)\b")
"""A slip of the tongue, members who are sworn in, what is offered, what others are reminded of: no promises."""
