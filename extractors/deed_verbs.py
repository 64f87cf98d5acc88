"""Verbs of deeds that somebody can take on, with all their forms: handing in, telling, checking, meeting, starting.

German verbs come apart ("legt ... vor", "vorzulegen", "vorgelegt"), so each entry is a particle and a verb, and the
forms are made from the two.
"""

from __future__ import annotations

import re

from corpus.patterns import guarded

_STRONG = """
geben gibt gegeben; nehmen nimmt genommen; kommen kommt gekommen; gehen geht gegangen; bringen bringt gebracht
laden lädt geladen; treffen trifft getroffen; halten hält gehalten; lassen lässt gelassen
schreiben schreibt geschrieben; treten tritt getreten; werfen wirft geworfen; tragen trägt getragen
greifen greift gegriffen; rufen ruft gerufen; schließen schließt geschlossen; sprechen spricht gesprochen
ziehen zieht gezogen; finden findet gefunden; senden sendet gesandt; laufen läuft gelaufen; liegen liegt gelegen
weisen weist gewiesen; fahren fährt gefahren; stehen steht gestanden; fassen fasst gefasst; bieten bietet geboten
übergeben übergibt übergeben; überlassen überlässt überlassen; benennen benennt benannt
übersenden übersendet übersandt; versenden versendet versandt; besprechen bespricht besprochen
beraten berät beraten; beginnen beginnt begonnen; übernehmen übernimmt übernommen; schaffen schafft geschaffen
"""
_GIVING = """
vor legen; nach reichen; nach liefern; ein reichen; zu senden; zu leiten; zu schicken; zu stellen; zu mailen
zu gehen; zu kommen; ein bringen; ein stellen; weiter geben; weiter leiten; weiter reichen; weiter tragen
heraus geben; heraus gehen; raus gehen; rum schicken; herum schicken; rund schicken; herum senden; aus händigen
aus geben; bei fügen; an fügen; bei legen; an hängen; nach tragen; ab geben; mit geben; vor tragen; vor stellen
dar stellen; mit teilen; bekannt geben; bereit stellen; ab liefern; hoch laden; ein pflegen; frei schalten
offen legen; dar legen; -übersenden; -übermitteln; -überlassen; -überreichen; -übergeben; -versenden; -verschicken
-veröffentlichen; -verteilen; -erstatten; -ergänzen; -erläutern; -beantworten; -berichten; -unterrichten
-informieren; -präsentieren; -liefern; -schicken; -senden; -mailen; -vorweisen; -benennen; -benachrichtigen
-unterbreiten; -zuarbeiten; ab legen; aus teilen; rück melden; zurück melden; vor weisen; nach senden; nach schieben
aus legen; auf listen
"""
_DOING = """
mit nehmen; auf nehmen; auf greifen; an sprechen; nach fragen; an fragen; nach gehen; ab klären; ab stimmen
ab fragen; auf rufen; vor bereiten; auf bereiten; zusammen stellen; nach steuern; nach bessern; nach halten
ein holen; ein laden; ein berufen; ein beziehen; ein binden; hin wirken; an stoßen; an mahnen; an schreiben
aus arbeiten; auf arbeiten; aus werten; durch führen; um setzen; aus schreiben; fort schreiben; fort setzen
fort führen; weiter führen; auf setzen; zurück kommen; wieder aufrufen; an gehen; an packen; ab schließen
fertig stellen; statt finden; zusammen treten; zusammen kommen; an laufen; los gehen; beginnen; an fangen; ab halten
an beraumen; an setzen; ein richten; ein setzen; auf bauen; an bieten; online gehen; raus kommen; heraus kommen
nach holen; vor nehmen; nach prüfen; ein führen; -prüfen; -überprüfen; -klären; -erfragen; -eruieren; -ermitteln
-beraten; -besprechen; -erörtern; -thematisieren; -behandeln; -veranlassen; -verfolgen; -beobachten; -begleiten
-kümmern; -einleiten; -eröffnen; -starten; -beginnen; -besetzen; -erstellen; -erarbeiten; -überarbeiten
-aktualisieren; -evaluieren; -konstituieren; -gründen; -bilden; -tagen; -konkretisieren; -organisieren
-koordinieren; -terminieren; -planen; -beauftragen; -beantragen; -vereinbaren; -unterzeichnen; -befassen
-austauschen; -sprechen; -verhandeln; -erledigen; -realisieren; -verankern; -schaffen; -bearbeiten; -vollziehen
-abwickeln; -erfolgen; -folgen; -sichten; -bewerten; -ausloten; -sondieren; -berücksichtigen; -nachvollziehen
-erheben; -verfassen; -ausweiten; -erweitern; -installieren; -etablieren; -melden; -recherchieren; -revidieren
-schulen; -schließen; -bestellen; -ernennen; -bestimmen; -verlängern; -verabschieden; -übernehmen; -sicherstellen
-gewährleisten; -ersuchen; -vorziehen; -hinzuziehen; -werben; -rekrutieren; -finalisieren; sich treffen; -vertiefen
"""
_Forms = tuple[frozenset[str], frozenset[tuple[str, str]], frozenset[str]]


def _stems() -> dict[str, tuple[str, str]]:
    """Infinitive of an irregular verb -> third person and participle."""
    rows = (row.split() for line in _STRONG.strip().splitlines() for row in line.split("; "))
    return {row[0]: (row[1], row[2]) for row in rows}


def _regular(verb: str) -> tuple[str, str]:
    """Third person and participle of a regular verb."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    third = stem + ("et" if re.search(r"[dt]$|[bcdfghkpt][mn]$", stem) else "t")
    bare = verb.endswith("ieren") or re.match(r"(?:be|er|ver|über|unter|ent|ge)[a-zäöü]{4}", verb)
    return third, third if bare else "ge" + third


def _forms(listed: str) -> _Forms:
    """Forms that stand alone and are not finite, pairs of a finite verb and its particle, and finite forms alone."""
    strong, loose, pairs, finite = _stems(), set[str](), set[tuple[str, str]](), set[str]()
    for line in listed.strip().splitlines():
        for entry in line.split("; "):
            particle, _, verb = entry.rpartition(" ")
            verb = verb.lstrip("-")
            third, done = strong.get(verb) or _regular(verb)
            own = {third, verb, verb[:-1] if verb.endswith("en") else verb + "e"}
            if particle:
                loose |= {particle + verb, f"{particle}zu{verb}", particle + done, particle + third}
                pairs |= {(form, particle) for form in own}
            else:
                loose |= {verb, done}
                finite |= own
    return frozenset(loose), frozenset(pairs), frozenset(finite)


GIVING, DOING = _forms(_GIVING), _forms(_DOING)
_WORD = guarded(r"[a-zäöüß]{2,}")


def deed(clause: str, families: tuple[_Forms, ...] = (GIVING, DOING), *, finite: bool = False) -> bool:
    """Whether a clause holds such a verb as an infinitive or participle, or (`finite`) as the verb of the clause."""
    words = _WORD.findall(clause)
    for loose, pairs, alone in families:
        if not loose.isdisjoint(words):
            return True
        if finite:
            if not alone.isdisjoint(words):
                return True
            if any((word, later) in pairs for i, word in enumerate(words) for later in words[i + 1 :]):
                return True
    return False
