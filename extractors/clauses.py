"""Who says what: speech verbs in main clauses with their subjects, pronouns led back to persons.

Minutes say "stellt ... vor", "teilt ... mit", "bittet sie um Mitteilung". A verb counts where it is finite and stands in
a main clause; its subject is the first nominative before it, else the one right behind it, else a pronoun that goes
back to the last person of that gender, else the subject of the verb before it in the same sentence.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors import nlp
from extractors.analysis import Analysis, Sentence
from extractors.mentions import Gender, Mention, mentions

_VERBS = r"""
Dank sprechen statement thanks; danken statement thanks; bedanken statement thanks
(?:Nach)?[Ff]rage(?:n)? gehen statement answers; antworten statement answers; beantworten statement answers; erwidern statement answers
entgegnen statement answers; verneinen statement answers; bejahen statement answers
vor stellen statement presents; dar stellen statement presents; präsentieren statement presents; erläutern statement presents
vor tragen statement presents; dar legen statement presents
berichten statement reports; aus führen statement reports; schildern statement reports
fest stellen statement informs; klar stellen statement informs
informieren statement informs; mit teilen statement informs; hin weisen statement informs; an führen statement informs
erklären statement informs; ein gehen statement informs; an geben statement informs; bekannt geben statement informs
bemerken statement informs; an merken statement informs; ergänzen statement informs; hinzu fügen statement informs
unterrichten statement informs; bestätigen statement informs; zusammen fassen statement informs; entschuldigen statement informs
verweisen statement refers; Bezug nehmen statement refers; erinnern statement refers
betonen statement emphasises; hervor heben statement emphasises; unterstreichen statement emphasises; heraus stellen statement emphasises
skizzieren statement outlines; umreissen statement outlines; beschreiben statement outlines
(?:Ausblick|Überblick|Vorschau) geben statement previews
(?:gegen|dagegen)\b.*\baus sprechen position reject; (?:für|dafür)\b.*\baus sprechen position support
an sprechen statement informs
fragen question -; nachfragen question -; anfragen question -; nach fragen question -; an fragen question -; erkundigen question -; erfragen question -
hinterfragen question -; (?:wissen|erfahren) mögen question -; (?:wissen|erfahren) wollen question -; Fragen? stellen question -
(?:um|darum)\b.*?\b(?:Mitteilung|Auskunft|Erläuterung\w*|Erklärung|Information\w*|Darstellung|Beantwortung|Angabe\w*|Klärung|Sachstand\w*|aufzu\w+|mitzu\w+|darzu\w+|zu\serläutern|zu\sberichten) bitten question -
befürworten position support; unterstützen position support; loben position support; würdigen position support
zufrieden zeigen position support; zu stimmen position support; begrüssen position support
fordern position demand; auf fordern position demand; verlangen position demand; ein fordern position demand; an mahnen position demand
an regen position demand; wünschen position demand; beantragen position demand; plädieren position demand; appellieren position demand
erwarten position demand
ab lehnen position reject; widersprechen position reject; kritisieren position reject; rügen position reject; zurück weisen position reject
nicht\sfür halten position reject
(?:bedenklich|problematisch|fraglich|kritisch) halten position concern; bemängeln position concern; monieren position concern; bedauern position concern
befürchten position concern; bezweifeln position concern; warnen position concern; (?:Sorge|Bedenken|Zweifel|Kritik|Unmut) äussern position concern
kritisch sehen position concern; skeptisch zeigen position concern
zu sichern commitment -; zu sagen commitment -; versprechen commitment -; (?:an\b.*\bzu|an\b.*zu\w+en|an) kündigen commitment -
"""
"""Entries "companion lemma kind act"; the companion (particle, noun) must stand behind or before the verb in the clause."""


def _table() -> dict[str, list[tuple[re.Pattern[str] | None, str, str]]]:
    table: dict[str, list[tuple[re.Pattern[str] | None, str, str]]] = {}
    for entry in re.split(r"; |\n", _VERBS.strip()):
        *companion, lemma, kind, act = entry.split(" ")
        particle = companion and re.fullmatch(r"[a-zü]+", companion[0])
        end = r"(?=\s*(?:[.,;:()!?]|$|und\b|oder\b|sowie\b))" if particle else r"\b"
        pattern = re.compile(rf"\b{companion[0]}{end}") if companion else None
        table.setdefault(lemma, []).append((pattern, kind, act))
        if particle:
            table.setdefault(companion[0] + lemma, []).append((None, kind, act))
    return table


_TABLE = _table()
_SUBORDINATE = re.compile(
    r"\s*(?:(?:und|sowie|oder|aber|danach,?|ohne) )?(?:dass|daß|ob|wie|welche\w*|wer|wen|wem|weil|da|wenn|wo|was|warum|wann|damit|obwohl|sofern|nachdem|"
    r"inwie\w+|wieviele?|(?:nach|in|mit|aus|von|zu|an|bei|auf|für|über|unter|durch) (?:denen|dem|der|deren|welche\w*)|de[rmn]|die|das|deren|dessen) "
)
_PREPOSITION = re.compile(
    r"\b(?:[Vv]on|[Mm]it|[Bb]ei|[Aa]n|[Ff]ür|[Dd]urch|[Nn]ach|[Üü]ber|[Zz]u|[Gg]egen|[Oo]hne|[Ll]aut|[Ss]eitens|[Aa]uf|[Aa]us|[Ii]n|[Uu]m|"
    r"des|dem|den|[Bb]eim|[Vv]om|[Zz]u[mr]|[Ii]m|[Aa]m) (?:de[rmns] |die |das |eine[rmn]? )?(?:\w+e[nrs] )?$"
)
_PASSIVE = re.compile(r"\b(?:wird|werden?|wurden?|würden?|ist|sind|sei|seien|wäre|worden)\b[^,;:]*$")
_GROUP = re.compile(
    r"(?:(?<![\w-])(?:[Dd]ie|[Ee]inige|[Mm]ehrere|[Aa]lle|[Vv]iele|[Ee]inzelne|[Ii]hre|[Ss]eine|[Uu]nsere) (?:anwesenden |übrigen |anderen )?"
    r"(?P<f>Mitglieder(?: des [A-ZÄÖÜ][\w-]+| der [A-ZÄÖÜ][\w-]+)?|[A-ZÄÖÜ]\w*mitglieder\w*|[A-ZÄÖÜ]\w*verwaltung|Verwaltung|"
    r"(?:[\w./´ ]{2,25}-)?[\w-]*[Ff]raktion(?:en)?|Ausschüsse|Verbände|Wohlfahrtsverbände|[A-ZÄÖÜ][\w-]*vertret(?:ungen|er|erinnen)|AWO|Diakonie|Caritas)"
    r"|(?<![\w-])[Dd]er (?P<m>Landrat|Bürgermeister|Oberbürgermeister|[A-ZÄÖÜ]?\w*[Bb]eirat|Integrationsrat|Kreis|Caritasverband|[A-ZÄÖÜ]\w*verband|[A-ZÄÖÜ]\w*ausschuss)"
    r"|(?<![\w-])[Dd]as (?P<n>Kommunale Integrationszentrum(?: de[rs] \w+ \w+)?|[A-ZÄÖÜ]\w*amt|[A-ZÄÖÜ]\w*ministerium|Land|Jobcenter|KI)"
    r"|(?<![\w-])(?P<p>Ausschussmitglieder|Mitglieder|Fraktionen|[A-ZÄÖÜ]\w*mitglieder))(?![\w-])"
)
_SPOKEN = re.compile(
    r"(?:,|–|-) (?:so|laut|erklärt|sagt|ergänzt) (?:die |der )?(?=[A-ZÄÖÜ])|\b[Nn]ach (?:Aussage|Angaben?|Auskunft|Mitteilung|Darstellung) (?:von|der|des) "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: a person by surname, or a group as printed."""

    name: str
    named: bool
    start: int
    end: int
    gender: Gender | None = None
    plural: bool = False
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One speech verb. `start` is the verb's offset, `clause` the end of the last sentence part before it ("; ")."""

    sentence: Sentence
    index: int
    kind: str
    act: str
    start: int
    end: int
    clause: int
    speaker: Speaker | None


class Speech:
    """The speech verbs of a document, and who spoke last at any sentence."""

    def __init__(self, a: Analysis) -> None:
        self.analysis = a
        self.people = mentions(a)
        self.sentences = [s for s in a.sentences if s.block.kind != "row"]
        self.predicates: list[Predicate] = []
        self.voice: dict[int, Speaker | None] = {}
        """Index of a sentence -> who spoke last before its end."""
        self._last: Speaker | None = None
        self._asker: Speaker | None = None
        self._seen: list[Speaker] = []
        place = 0
        for index, sentence in enumerate(self.sentences):
            here = []
            while place < len(self.people) and self.people[place].start < sentence.end:
                if self.people[place].start >= sentence.start:
                    here.append(self.people[place])
                place += 1
            self._read(index, sentence, here)

    def _read(self, index: int, sentence: Sentence, here: Sequence[Mention]) -> None:
        found: list[Predicate] = []
        for verb in _verbs(sentence):
            before = found[-1].speaker if found else None
            speaker = self._subject(sentence, here, verb, before)
            if speaker and speaker.name.startswith(("Ihre ", "ihre ", "Seine ", "seine ")):
                speaker = self._own_group(speaker)
            found.append(dataclasses.replace(verb, index=index, speaker=speaker))
            if speaker and speaker.named:
                self._last = speaker
                self._asker = speaker if verb.kind == "question" else self._asker
        spoken = _SPOKEN.search(sentence.text)
        after = [m for m in here if spoken and 0 <= m.start - sentence.start - spoken.end() < 20]
        if after:
            self._last = _person(after[0])
            if not found:
                found.append(_reported(sentence, index, self._last))
        self.predicates += found
        self._seen += [_person(m) for m in here]
        self.voice[index] = self._last

    def _subject(
        self, sentence: Sentence, here: Sequence[Mention], verb: Predicate, before: Speaker | None
    ) -> Speaker | None:
        low, at = verb.clause, verb.start
        nominative = [_joined(m, here, sentence) for m in here if low <= m.start < at and self._free(m)]
        nominative += [
            g for g in groups(sentence) if low <= g.start < at and not any(m.start <= g.start < m.end for m in here)
        ]
        parts = _parts(sentence.text)
        main = [s for s in nominative if not any(sub and x <= s.start - sentence.start < y for x, y, sub in parts)]
        if main:
            return min(main, key=lambda s: s.start)
        if pronoun := re.search(r"\b([Ee]r|[Ss]ie)\b(?=[^,;]*$)", self.analysis.text[low:at]):
            return self.back(pronoun[1], verb, [m for m in here if m.end <= low])
        behind = [_joined(m, here, sentence) for m in here if 0 < m.start - verb.end < 45 and self._free(m)]
        behind += [g for g in groups(sentence) if 0 < g.start - verb.end < 12]
        if behind and before is None:
            return min(behind, key=lambda s: s.start)
        if pronoun := re.match(r" (?:sich )?(er|sie)\b", self.analysis.text[verb.end : verb.end + 12]):
            return self.back(pronoun[1], verb, [m for m in here if m.end <= at])
        return before

    def _free(self, mention: Mention) -> bool:
        """Whether the person can be a subject: no preposition or oblique article before, no "Herrn"."""
        before = self.analysis.text[max(0, mention.start - 40) : mention.start]
        return not mention.oblique and not _PREPOSITION.search(before)

    def back(self, pronoun: str, verb: Predicate | None = None, here: Sequence[Mention] = ()) -> Speaker | None:
        """The person that "er" or "sie" goes back to."""
        gender: Gender = "m" if pronoun.casefold() in ("er", "ihm", "sein", "seine", "seines") else "f"
        near = [_person(m) for m in reversed(here) if m.gender == gender]
        first = self._asker if verb is not None and verb.kind == "question" else None
        order = [*near, first, self._last, *reversed(self._seen)]
        fitting = [s for s in order if s is not None and not s.plural and s.gender in (gender, None)]
        return fitting[0] if fitting else None

    def _own_group(self, group: Speaker) -> Speaker:
        """ "Ihre Fraktion" of the last speaker, with the party's name where it is known."""
        party = self._last.party if self._last else None
        return dataclasses.replace(group, name=f"{party}-Fraktion" if party else group.name.split(" ", 1)[1])


def _verbs(sentence: Sentence) -> Iterator[Predicate]:
    """Finite speech verbs in the main clauses of a sentence, quoted words left out."""
    text = re.sub(r"„[^“”\"]{0,400}[“”\"]", lambda m: "x" * len(m.group()), sentence.text)
    parts = _parts(text)
    for match in re.finditer(r"(?<![\w-])[a-zäöüß]{3,}(?![\w-])|^(?:Vereinbart|Gefragt)\b", text):
        if any(sub and x <= match.start() < y for x, y, sub in parts):
            continue
        entry = _entry(match.group(), text, match.start(), match.end())
        if entry:
            clause = text.rfind(";", 0, match.start()) + 1
            yield Predicate(
                sentence=sentence,
                index=0,
                kind=entry[0],
                act=entry[1],
                start=sentence.start + match.start(),
                end=sentence.start + match.end(),
                clause=sentence.start + clause,
                speaker=None,
            )


def _entry(word: str, text: str, start: int, end: int) -> tuple[str, str] | None:
    stem = re.sub(r"te?n?$", "", word.replace("ß", "ss"))
    bases = {nlp.lemma(word), f"{stem}en", f"{stem}n"}
    if (
        word.endswith("en")
        and not re.search(r"\b(?:[Dd]ie|und|[Mm]ehrere|[Ee]inige|[Mm]itglieder)\b", text[:end])
        and word != "haben"
    ):
        return None
    if re.search(r"(?:end(?:e[nrms]?)?|ge\w+t(?:e[nrms]?))$", word):
        return None
    participle = re.fullmatch(r"\w*ge\w+(?:t|en)|(?:be|er|ver|ent|wider|unter)\w+(?:t|en)", word)
    passive = participle and _PASSIVE.search(text[:start])
    for base in sorted(bases & set(_TABLE)):
        for pattern, kind, act in _TABLE[base]:
            if pattern is None and passive:
                continue
            window = text[end : end + 600]
            if (
                pattern is None
                or pattern.search(window)
                or (len(pattern.pattern) > 20 and pattern.search(text[:start]))
            ):
                return kind, act
    return None


def _parts(text: str) -> list[tuple[int, int, bool]]:
    """Sentence parts between commas, semicolons and colons, and whether each is a subordinate clause."""
    edges = [0, *(m.end() for m in re.finditer(r"[,;:](?!\d)", text)), len(text)]
    return [
        (a, b, bool(a and text[a - 1] == "," and _SUBORDINATE.match(text[a:b])))
        for a, b in zip(edges, edges[1:], strict=False)
    ]


def main_clauses(text: str) -> str:
    """The text of a sentence with its subordinate clauses blanked, offsets kept."""
    return "".join(" " * (b - a) if sub else text[a:b] for a, b, sub in _parts(text))


def groups(sentence: Sentence) -> list[Speaker]:
    """Groups and offices in the nominative, as far as article and preposition show it."""
    found = []
    for m in _GROUP.finditer(sentence.text):
        label = m.group() if m.group().startswith(("Ihre", "ihre", "Seine", "seine")) else m[m.lastgroup or 0]
        if not re.search(r"(?:\b(?:für|durch|an|über|auf|gegen|ohne|um) )$", sentence.text[: m.start()].casefold()):
            found.append(
                Speaker(
                    name=label, named=False, start=sentence.start + m.start(), end=sentence.start + m.end(), plural=True
                )
            )
    return found


def _person(m: Mention) -> Speaker:
    return Speaker(name=m.surname, named=True, start=m.start, end=m.end, gender=m.gender, party=m.party)


def _joined(first: Mention, here: Sequence[Mention], sentence: Sentence) -> Speaker:
    """A person, or several that are joined by commas and "und"."""
    names, end = [first.surname], first.end
    for other in here:
        between = sentence.text[end - sentence.start : other.start - sentence.start]
        if other.start > end and re.fullmatch(r",? ?(?:und|sowie|,)? ?", between):
            names.append(other.surname)
            end = other.end
    speaker = _person(first)
    return (
        speaker
        if len(names) == 1
        else dataclasses.replace(speaker, name=", ".join(names), end=end, plural=True, gender=None)
    )


def _reported(sentence: Sentence, index: int, speaker: Speaker) -> Predicate:
    """Speech told without a verb of its own: ", so Frau X"."""
    act = "answers" if re.search(r"\bAntwort", sentence.text) else "informs"
    return Predicate(
        sentence=sentence,
        index=index,
        kind="statement",
        act=act,
        start=sentence.start,
        end=sentence.start,
        clause=sentence.start,
        speaker=speaker,
    )
