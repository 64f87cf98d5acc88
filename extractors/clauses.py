"""Who says what: speech verbs in main clauses with their subjects, pronouns led back to persons.

Minutes say "stellt ... vor", "teilt ... mit", "bittet sie um Mitteilung". A verb counts where it is finite and stands
in a main clause; its subject is the first nominative before it, else the one right behind it, else a pronoun that goes
back to the last person of that gender, else the subject of the verb before it in the same sentence.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Sequence

from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence
from extractors.debates import Words, spoken
from extractors.mentions import Gender, Mention, mentions
from extractors.passives import passives
from extractors.predicates import Predicate
from extractors.speakers import Speaker, groups
from extractors.syntax import LONGEST, sentence_parts
from extractors.told_verbs import person, relative, reported, verbs

_PREPOSITION = guarded(
    r"\b(?:[Vv]on|[Mm]it|[Bb]ei|[Aa]n|[Ff]ür|[Dd]urch|[Nn]ach|[Üü]ber|[Zz]u|[Gg]egen|[Oo]hne|[Ll]aut|"
    r"[Ss]eitens|[Aa]uf|[Aa]us|[Ii]n|[Uu]m|"
    r"des|dem|den|[Bb]eim|[Vv]om|[Zz]u[mr]|[Ii]m|[Aa]m) (?:de[rmns] |die |das |eine[rmn]? )?(?:\w+e[nrs] )?$"
)
_ROLE_WORD = guarded(r"(?:vorsitzend|dezernent|direktor|beigeordnet|leiter|landr[aä]t|bürgermeister)\w{0,40}$")
_SPOKEN = guarded(
    r"(?:,|–|-) (?:so|laut|erklärt|sagt|ergänzt|betont|berichtet|bestätigt) (?:die |der )?(?=[A-ZÄÖÜ])|^Laut "
    r"(?=[A-ZÄÖÜ])|\b[Nn]ach (?:Aussage|Angaben?|"
    r"Auskunft|Mitteilung|Darstellung|Worten|Ausführungen) (?:von|der|des) |^(?=(?:Frau |Herrn? |Dr\. |"
    r"[A-ZÄÖÜ][\w-]+ ){1,4}zufolge\b)"
)

_ASKING = guarded(
    r"\W*(?:[Oo]b|[Ww]ie\w*|[Ww]ann|[Ww]er|[Ww]o\w*|[Ww]as|[Ww]arum|[Dd]ass|[Ww]elche\w*|[Ii]nwie\w+|[Bb]is wann) "
)
_FINITE = guarded(r" [a-zäöüß]{2,30}(?:e|en|t|te|ten|ei)\b")
_BEHIND = guarded(
    r" (?:sich )?(?:(?:er|sie)\b|(?:die|der) (?:\w*[Vv]erwaltung|\w*[Vv]orsitzende|\w*[Dd]ezernent\w*|\w*[Ll]eiter\w*|"
    r"\w*[Dd]irektor\w*|\w*[Bb]ürgermeister\w*|Landr[aä]t\w*|\w*[Bb]eigeordnete|[\w-]*[Ff]raktion|Kämmer\w+|"
    r"Referent\w*)\b)"
)
_FAR = 2500
"""Characters: "er" and "sie" go back to nobody who was named farther away."""
_THING = guarded(
    r"(?:Diese|Die|Eine|Jede|Unsere|Ihre) (?:[a-zäöüß]+e )?[A-ZÄÖÜ]\w*(?:ung|heit|keit|schaft|tion|tät|ahme|lage|"
    r"stelle)\b"
    r"[^;]*[:,–] ?$"
)
"""What "sie" right behind it goes back to."""
_BODY = guarded(
    r"(?:Der|Dieser) (?:[A-ZÄÖÜ][\w-]*(?:rat|ausschuss|beirat|verein|verband|tag)|(?:Rat|Ausschuss|[A-ZÄÖÜ]\w+- und "
    r"[A-ZÄÖÜ]\w*ausschuss))\b"
)
_CLOSES = guarded(
    r"(?:Nachdem|Da) (?:es )?keine (?:weiteren )?(?:Wortmeldungen|Fragen)\b|Anschließend schlie(?:ß|ss)t "
)
_SELF_BEFORE = guarded(r"\b(?:[Ww]ir|[Ii]ch)\b(?: [a-zäöüß]+)? $")
_SELF_BEHIND = guarded(r" (?:wir|ich)\b")


class Speech:
    """The speech verbs of a document, and who spoke last at any sentence."""

    def __init__(self, a: Analysis) -> None:
        self.analysis = a
        self.people = mentions(a)
        self.sentences = [s for s in a.sentences if s.block.kind != "row" and len(s.text) <= LONGEST]
        self._parties = {m.surname: m.party for m in self.people if m.party}
        self.words = spoken(a.text, a.blocks)
        """Turns that are printed word for word."""
        self.predicates: list[Predicate] = []
        self.at: dict[int, list[Predicate]] = {}
        """Index of a sentence -> its speech verbs."""
        self.voice: dict[int, Speaker | None] = {}
        """Index of a sentence -> who spoke last before its end."""
        self._last: Speaker | None = None
        self._asker: Speaker | None = None
        self._floor: Speaker | None = None
        """Who reported or answered last: the one that a passive without an agent speaks of."""
        self._seen: list[Speaker] = []
        self._many: Speaker | None = None
        place = 0
        for index, sentence in enumerate(self.sentences):
            here = []
            while place < len(self.people) and self.people[place].start < sentence.end:
                if self.people[place].start >= sentence.start:
                    here.append(self.people[place])
                place += 1
            self._read(index, sentence, here)

    def in_own_words(self, offset: int) -> Words | None:
        """The turn of a debate printed word for word that an offset stands in."""
        at = bisect.bisect_right(self.words, offset, key=lambda w: w.start) - 1
        return self.words[at] if at >= 0 and offset < self.words[at].end else None

    def _read(self, index: int, sentence: Sentence, here: Sequence[Mention]) -> None:
        found: list[Predicate] = []
        if self.words and self.in_own_words(sentence.start):  # what it tells of others is their word for it
            self.at[index], self.voice[index] = found, self._last
            self._seen += [person(m) for m in here]
            return
        for verb in verbs(sentence):
            before = found[-1].speaker if found else None
            speaker = None if _in_first_person(sentence, verb) else self._subject(sentence, here, verb, before)
            if speaker and not speaker.named:
                speaker = self._holder(speaker)
            if speaker and speaker.name.startswith(("Ihre ", "ihre ", "Seine ", "seine ")):
                speaker = self._own_group(speaker)
            found.append(dataclasses.replace(verb, index=index, speaker=speaker))
            self._heard(found[-1])
        found = self._with_passives(index, sentence, here, found)
        found += relative(sentence, index, here, found)
        if found and found[-1].speaker and found[-1].speaker.named:
            self._last = found[-1].speaker
        spoken = _SPOKEN.search(sentence.text)
        after = [m for m in here if spoken and 0 <= m.start - sentence.start - spoken.end() < 20]
        if after:
            self._last = person(after[0])
            if not found:
                found.append(reported(sentence, index, self._last))
        self.predicates += found
        self.at[index] = found
        self._seen += [person(m) for m in here]
        self.voice[index] = self._last

    def _heard(self, p: Predicate) -> None:
        """Keep in mind who spoke: pronouns and verbs without a subject go back to them."""
        self._many = p.speaker if p.speaker and p.speaker.plural else self._many
        if p.speaker and p.speaker.named:
            self._last = p.speaker
            self._asker = p.speaker if p.kind == "question" else self._asker
            if p.kind == "statement" and p.act not in ("thanks", "refers"):
                self._floor = p.speaker

    def _with_passives(
        self, index: int, sentence: Sentence, here: Sequence[Mention], active: list[Predicate]
    ) -> list[Predicate]:
        """The verbs of a sentence in order, with those in the passive, whose agent speaks or who has the floor."""
        told = []
        for p in passives(sentence, here):
            speaker = self.back(p.pronoun, here=[m for m in here if m.end <= p.at]) if p.pronoun else p.speaker
            if speaker is None and p.agentless:
                speaker = self._floor or self._last
                speaker = speaker if speaker and p.at - speaker.start < _FAR else None
            if speaker:
                told.append(dataclasses.replace(p.predicate, index=index, speaker=speaker))
                self._heard(told[-1])
        if not told:
            return active
        starts = {p.start for p in told}
        return sorted([*told, *(p for p in active if p.start not in starts)], key=lambda p: p.start)

    def _subject(
        self, sentence: Sentence, here: Sequence[Mention], verb: Predicate, before: Speaker | None
    ) -> Speaker | None:
        low, at = verb.clause, verb.start
        if _SELF_BEFORE.search(sentence.text, 0, at - sentence.start) or _SELF_BEHIND.match(
            self.analysis.text, verb.end
        ):
            return None  # who says "wir" is not whom they speak to
        nominative = [_joined(m, here, sentence) for m in here if low <= m.start < at and self._free(m)]
        nominative += [
            g
            for g in groups(sentence)
            if low <= g.start < at and not any(m.start < g.end and g.start < m.end for m in here)
        ]
        parts = sentence_parts(sentence.text)
        main = [s for s in nominative if not any(sub and x <= s.start - sentence.start < y for x, y, sub in parts)]
        if main and not self._front(low, min(main, key=lambda s: s.start), verb, here):
            first = min(main, key=lambda s: s.start)
            return next((s for s in main if s.named and self._apposed(first, s)), first)
        if pronoun := re.search(r"\b([Ee]r|[Ss]ie)\b(?=[^,;]*$)", self.analysis.text[low:at]):
            thing = pronoun[1] in ("sie", "Sie") and _THING.match(
                sentence.text, 0, low + pronoun.start() - sentence.start
            )
            if thing or self._of_body(pronoun[1], sentence):
                return None
            return self.back(pronoun[1], verb, [m for m in here if m.end <= low])
        behind = [_joined(m, here, sentence) for m in here if 0 < m.start - verb.end < 90 and self._free(m)]
        behind = [s for s in behind if s.start - verb.end < 45 or self._titled(verb.end, s)]
        behind += [g for g in groups(sentence) if 0 < g.start - verb.end < 12]
        if behind and before is None and not (verb.act == "thanks" and re.match(r"(?:Der|Die|Das) ", sentence.text)):
            first = min(behind, key=lambda s: s.start)
            return next((s for s in behind if s.named and self._apposed(first, s)), first)
        if pronoun := re.match(r" (?:sich )?(er|sie)\b", self.analysis.text[verb.end : verb.end + 12]):
            known = [m for m in here if m.end <= at]
            return None if self._of_body(pronoun[1], sentence) else self.back(pronoun[1], verb, known)
        return before

    def _of_body(self, pronoun: str, sentence: Sentence) -> bool:
        """Whether "er" is the council that the sentence before opens with, or whoever presides."""
        if _CLOSES.match(sentence.text):
            return True
        text = self.analysis.text[max(0, sentence.start - 600) : sentence.start].rstrip()
        last = text[max(text.rfind(". "), text.rfind("\n")) + 1 :].lstrip()
        return pronoun.casefold() == "er" and bool(_BODY.match(last))

    def _front(self, low: int, first: Speaker, verb: Predicate, here: Sequence[Mention]) -> bool:
        """Whether the words said stand before the verb, so that their speaker follows: ", erklärte Herr Vossen"."""
        before, rest = self.analysis.text[low : verb.start], self.analysis.text[first.end : verb.start]
        if not before.endswith(", ") or rest.startswith((",", " (")):
            return False
        if first.start - low < 3 and not _ASKING.match(before) and not _FINITE.match(rest):
            return False
        follows = [m for m in here if 0 < m.start - verb.end < 45 and self._free(m)]
        near = self.analysis.text[verb.end : verb.end + 60]
        return bool(follows or _BEHIND.match(near))

    def _free(self, mention: Mention) -> bool:
        """Whether the person can be a subject: no preposition or oblique article before, no "Herrn"."""
        before = self.analysis.text[max(0, mention.start - 40) : mention.start]
        return not mention.oblique and not _PREPOSITION.search(before)

    def back(self, pronoun: str, verb: Predicate | None = None, here: Sequence[Mention] = ()) -> Speaker | None:
        """The person that "er" or "sie" goes back to."""
        if self._many and pronoun.casefold() == "sie" and verb and re.search(r"en\W*$", self._word(verb)):
            return self._many
        gender: Gender = "m" if pronoun.casefold() in ("er", "ihm", "sein", "seine", "seines") else "f"
        near = [person(m) for m in reversed(here) if m.gender == gender]
        low = verb.start - _FAR if verb else 0
        first = self._asker if verb is not None and verb.kind == "question" else None
        order = [*near, first, self._last, *reversed(self._seen[-50:])]
        fitting = [s for s in order if s is not None and not s.plural and s.gender in (gender, None) and s.start >= low]
        return fitting[0] if fitting else None

    def _apposed(self, group: Speaker, whom: Speaker) -> bool:
        """Whether a person's name follows the words for the office ("Die Leiterin des KI, Frau X, ...")."""
        between = self.analysis.text[group.end : whom.start]
        return not group.named and bool(re.fullmatch(r"[^,;]{0,60}, (?:\w+\.? ){0,2}", between))

    def _titled(self, low: int, whom: Speaker) -> bool:
        """Whether only the words for an office stand before a person ("trägt die Leiterin des Amtes, Frau X")."""
        between = self.analysis.text[low : whom.start]
        return bool(re.fullmatch(r" (?:die|der) [^,;:]{3,70}, (?:\w+\.? ){0,2}", between))

    def _word(self, verb: Predicate) -> str:
        return self.analysis.text[verb.start : verb.end]

    def _holder(self, group: Speaker) -> Speaker:
        """The person whose role the word names ("Der Ausschussvorsitzende"), if the text has named one so far."""
        word = re.sub(r"(?:in|[rn])$", "", group.name).casefold()
        held = [m for m in self.near(group.start) if m.role and word in m.role.casefold()]
        return (
            dataclasses.replace(person(held[-1]), start=group.start, end=group.end)
            if held and _ROLE_WORD.search(word)
            else group
        )

    def party(self, name: str) -> str | None:
        """The party that the text gives for a surname."""
        return self._parties.get(name)

    def near(self, offset: int) -> Sequence[Mention]:
        """The last namings of persons before an offset, a hundred at most."""
        at = bisect.bisect_left(self.people, offset, key=lambda m: m.start)
        return self.people[max(0, at - 100) : at]

    def _own_group(self, group: Speaker) -> Speaker:
        """The last speaker's group ("Ihre Fraktion"), with the party's name where it is known."""
        party = self._last.party if self._last else None
        return dataclasses.replace(group, name=f"{party}-Fraktion" if party else group.name.split(" ", 1)[1])


def _joined(first: Mention, here: Sequence[Mention], sentence: Sentence) -> Speaker:
    """A person, or several that are joined by commas and "und"."""
    names, end = [first.surname], first.end
    for other in here:
        between = sentence.text[end - sentence.start : other.start - sentence.start]
        if other.start > end and re.fullmatch(r",? ?(?:und|sowie|,)? ?", between):
            names.append(other.surname)
            end = other.end
    speaker = person(first)
    return (
        speaker
        if len(names) == 1
        else dataclasses.replace(speaker, name=", ".join(names), end=end, plural=True, gender=None)
    )


def _in_first_person(sentence: Sentence, verb: Predicate) -> bool:
    """Whether "wir" or "ich" is the subject beside a verb: whom they speak to ("bitten wir die Verwaltung") is not."""
    at, end = verb.start - sentence.start, verb.end - sentence.start
    return bool(_SELF_BEFORE.search(sentence.text, 0, at) or _SELF_BEHIND.match(sentence.text, end))
