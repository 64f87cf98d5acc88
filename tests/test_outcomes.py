"""Result phrases and vote notations as councils print them."""

import pytest

from corpus.outcomes import VALUES, normalise, parse_vote

PHRASES = {
    "adopted": [
        "beschlossen", "einstimmig beschlossen", "Mehrheitlich beschlossen", "mehrheitlich angenommen", "Annahme",
        "Einstimmige Zustimmung.", "Mit Stimmenmehrheit zugestimmt", "genehmigt OB",
        "einstimmig beschlossen ohne Maßgabe",
        "Bei 1 Enthaltung einstimmig angenommen", "Mehrheitlich bei zwei Gegenstimmen beschlossen", "nach Antrag",
        "9 Zustimmungen / 0 Ablehnungen / 0 Enthaltungen – einstimmig zugestimmt", "bei einer Ablehnung angenommen",
        "Mehrheitlich gegen die A-Fraktion bei Enthaltung der B-Fraktion zugestimmt. (Nicht anwesend: Herr C)",
        "Änderungsantrag: mehrheitlich zugestimmt", "wie vom Fachausschuss empfohlen beschlossen",
        "die folgenden Empfehlungen einstimmig beschlossen", "mehrheitlich zuge\u00adstimmt",
        "mehrheitlich zuge-\nstimmt",
        "Der Beirat stimmt einstimmig dafür", "Der Rat beschließt wie vorgelegt", "Dem Antrag wird stattgegeben",
        "zur Kenntnis genommen und einstimmig beschlossen", "Die Tagesordnung wird einvernehmlich\ngenehmigt.",
        "1. angenommen 2. angenommen", "1. Der Rat beschließt den Plan. 2. Die Verwaltung wird beauftragt.",
        "Dem Antrag wurde entsprochen", "Das gemeindliche Einvernehmen wird erteilt", "Beschluss einstimmig gefasst",
        "entsprechend der Vorlage", "beschlossen, den Antrag nicht weiter zu verfolgen",
    ],
    "adopted_unchanged": [
        "ungeändert beschlossen", "Ungeändert Beschlossen", "unverändert angenommen",
        "einstimmig unverändert zugestimmt",
        "ohne Änderungen in der BVV beschlossen (Beratungsfolge beendet)", "ohne Änderung beschlossen",
        "ungeänderter Beschluss", "ungeänd. beschlossen",
    ],
    "adopted_amended": [
        "geändert beschlossen", "angenommen mit Änderungen", "mit Änderungen im Ausschuss beschlossen",
        "abgeändert beschlossen",
        "Beschlossen mit geändertem Beschlusstext", "mehrheitlich zugestimmt zu geändertem Antrag",
        "geänderter Beschluss", "geän. Beschluss", "in der Fassung des Änderungsantrags angenommen",
        "einstimmig zugestimmt zum modifizierten Antrag", "Mehrheitliche Annahme der modifizierten Vorlage",
    ],
    "rejected": [
        "abgelehnt", "mehrheitlich abgelehnt", "Ablehnung", "nicht angenommen", "Dem Antrag wurde nicht zugestimmt",
        "Der Rat lehnt den Antrag ab", "Stimmengleichheit - abgelehnt", "Damit ist der Antrag zurückgewiesen.",
        "Antrag auf Vertagung abgelehnt", "Dem Antrag wird damit nicht stattgegeben", "Der Rat stimmt nicht zu",
        "nicht genehmigt", "Das Einvernehmen wird nicht erteilt", "Antrag auf Verweisung abgelehnt",
        "mehrheitlich beschlossen, den Antrag abzulehnen", "Antrag auf Absetzung abgelehnt",
    ],
    "noted": [
        "zur Kenntnis genommen", "Kenntnis genommen", "zur Kenntnis gegeben", "Kenntnisnahme",
        "zustimmend zur Kenntnis genommen",
        "Kenntnisnahme, keine Abstimmung", "mit Zwischenbericht zur Kenntnis genommen",
        "in 1. Lesung zur Kenntnis genommen",
        "Der Ausschuss nimmt zur Kenntnis, dass der Kreistag den Plan beschlossen hat", "keiner, nur Kenntnisnahme",
        "z. K. genommen",
        "Die Mitglieder nahmen den Bericht zur Kenntnis", "Kenntnisnahme im Rahmen der Vorberatung für den Rat",
    ],
    "recommended": [
        "empfohlen", "Einstimmig empfohlen", "geändert empfohlen", "empfohlen mit Änderungsantrag",
        "ungeändert empfohlen",
        "Der Ausschuss empfahl dem Rat die Annahme der Vorlage einstimmig", "einstimmige Empfehlung",
        "einstimmig beschlossen, dem Rat zu empfehlen", "Der Ausschuss empfiehlt dem Rat, den Plan zu beschließen",
    ],
    "not_recommended": [
        "nicht empfohlen", "einstimmig nicht empfohlen", "Ablehnung empfohlen", "nicht zur Annahme empfohlen",
        "Empfehlung zur Ablehnung",
        "Der Ausschuss empfiehlt dem Rat, den Antrag abzulehnen", "Der Ausschuss empfiehlt dem Rat die Ablehnung",
    ],
    "deferred": [
        "vertagt", "zurückgestellt", "vertagt in Folgegremium", "vertagt zur nächsten Sitzung",
        "Vertagt, eine Abstimmung",
        "zurückgestellt (Vorgang eingestellt)", "einstimmig mit der Vertagung einverstanden",
        "auf die nächste Sitzung verschoben", "auf eine spätere Sitzung verwiesen",
        "einstimmig beschlossen, die Vorlage zu vertagen",
    ],
    "referred": [
        "verwiesen", "in die Ausschüsse verwiesen", "ohne Beschlussempfehlung verwiesen",
        "verwiesen in Fachausschuss",
        "überwiesen", "zurückverwiesen", "auf Antrag der A-Fraktion in den Fachausschuss verwiesen",
        "Beratung im Hauptausschuss am 17. Mai 2022, öffentlich", "ohne Empfehlung weitergeleitet",
        "Antrag auf Verweisung angenommen",
    ],
    "withdrawn": ["zurückgezogen", "Antrag zurückgezogen", "zurückgenommen"],
    "settled": [
        "erledigt", "mit Beschlussfassung zum Änderungsantrag erledigt",
        "erledigt durch Stellungnahme der Verwaltung",
        "Erledigt, keine Abstimmung", "Antrag ist erledigt",
    ],
    "removed": ["abgesetzt", "von der Tagesordnung abgesetzt", "Von der Tagesordnung genommen",
        "Die Absetzung von der Tagesordnung wurde beschlossen"],
    None: [
        "einstimmig", "Einstimmig, 0 Enthaltungen", "ohne", "Ohne.", "(offen)", "noch nicht festgelegt",
        "Mehrfachbeschlüsse",
        "Einzelabstimmung", "keine Abstimmung", "schriftliche Stellungnahme", "vorberaten",
        "vorberaten ohne Änderungen",
        "teilweise zugestimmt", "teilweise abgelehnt", "Ja: 8, Nein: 0", "gewählt", "mit Stellungnahme einverstanden",
        "nicht erledigt", "ohne Empfehlung", "Vorberatung", "Entscheidung", "Anhörung/Empfehlung",
        "Nach Beratung.", "",
        "Auf die Sitzungsvorlage wird verwiesen", "Mit Debatte - mit folgendem Abstimmungsergebnis:",
        "nicht abgestimmt", "in Teilen angenommen", "keine Empfehlung", "nicht zur Kenntnis genommen",
        "1. abgelehnt 2. angenommen", "Ziffer 1: abgelehnt, Ziffer 2: beschlossen",
        "1. Antrag: wird nicht stattgegeben. 2. Antrag: 11 Ja-Stimmen, 3 Nein-Stimmen", "kein Beschluss gefasst",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("value", "phrase"), [(v, p) for v, phrases in PHRASES.items() for p in phrases])
def test_phrase(value, phrase):
    assert normalise(phrase) == value


def test_every_value_is_reached():
    assert set(PHRASES) - {None} == set(VALUES)


def counts(**stated):
    return {"yes": None, "no": None, "abstentions": None, "biased": None, "absent": None, "unanimous": None} | stated


VOTES = [
    ("Ja: 15, Nein: 0, Enthaltungen: 0", [counts(yes=15, no=0, abstentions=0)]),
    ("Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0", [counts(yes=9, no=0, abstentions=0, biased=0)]),
    ("Ja: 14", [counts(yes=14)]),
    ("Ja: 13, Nein: 0", [counts(yes=13, no=0)]),
    ("Ja: 10, Nein: 25, Anwesend: 35", [counts(yes=10, no=25)]),
    ("Ja: 9, Nein: 1, Anwesend: 10, Befangen: 0", [counts(yes=9, no=1, biased=0)]),
    ("dafür: 10, Enth.: 1", [counts(yes=10, abstentions=1)]),
    ("JA-Stimmen:7 NEIN-Stimmen:1 Enthaltungen:0", [counts(yes=7, no=1, abstentions=0)]),
    ("Ja-Stimmen :8 / Nein-Stimmen :0", [counts(yes=8, no=0)]),
    ("Dafür: 8      Dagegen: 0      Enthaltung: 0", [counts(yes=8, no=0, abstentions=0)]),
    ("4 Ja  /  14 Nein  /  0 Enthaltungen", [counts(yes=4, no=14, abstentions=0)]),
    ("Ja 1  Nein 7  Enthaltung 1", [counts(yes=1, no=7, abstentions=1)]),
    ("9 Zustimmungen / 0 Ablehnungen / 0 Enthaltungen – einstimmig zugestimmt",
     [counts(yes=9, no=0, abstentions=0, unanimous=True)]),
    ("dafür:    20  (6 A, 5 B, 2 C/D,\n             7 E)\ndagegen:   3  (2 F, 1 G)\nEnth.:     2  (1 H)",
     [counts(yes=20, no=3, abstentions=2)]),
    ("Stimmberechtigte: 11\nJa-Stimmen:  5\nNein-Stimmen:  5\nEnthaltungen: 1", [counts(yes=5, no=5, abstentions=1)]),
    ("14:0 Stimmen", [counts(yes=14, no=0)]),
    ("(Abstimmung 9:0 Stimmen)", [counts(yes=9, no=0)]),
    ("mit 16 zu zwölf Stimmen", [counts(yes=16, no=12)]),
    ("mehrheitlich mit 13 gegen 1 Stimme bei 3 Enthaltungen", [counts(yes=13, no=1, abstentions=3, unanimous=False)]),
    ("Stimmenverhältnis 9 : 6", [counts(yes=9, no=6)]),
    ("bei fünfundzwanzig Gegenstimmen angenommen", [counts(no=25)]),
    ("angenommen gegen 2 Stimmen", [counts(no=2)]),
    ("gegen die Stimmen der B-Fraktion", []),
    ("mit 8 zu 0\nStimmen", [counts(yes=8, no=0)]),
    ("mit 8 Stimmen gegen 3 Stimmen bei 2 Enthaltungen", [counts(yes=8, no=3, abstentions=2)]),
    ("Mit 8 Stimmen angenommen", [counts(yes=8)]),
    ("mit 8 Ja- gegen 3 Nein-Stimmen", [counts(yes=8, no=3)]),
    ("28 Ja und 5 Nein", [counts(yes=28, no=5)]),
    ("einstimmig", [counts(unanimous=True)]),
    ("einstimmt", [counts(unanimous=True)]),
    ("einstimmig bei 1 Enthaltung", [counts(abstentions=1, unanimous=True)]),
    ("Bei 1 Enthaltung einstimmig angenommen", [counts(abstentions=1, unanimous=True)]),
    ("einstimmig ohne Enthaltung", [counts(abstentions=0, unanimous=True)]),
    ("einstimmig mit zwei Enthaltungen", [counts(abstentions=2, unanimous=True)]),
    ("Einstimmig, 0 Enthaltung(en) ", [counts(abstentions=0, unanimous=True)]),
    ("Einstimmig12 Ja-Stimmen, 0 Enthaltungen, 0 Nein-Stimmen", [counts(yes=12, no=0, abstentions=0, unanimous=True)]),
    ("a) einstimmig, 0 Enthaltungenb) 9 Ja-Stimmen, 4 Nein-Stimmen",
     [counts(abstentions=0, unanimous=True), counts(yes=9, no=4)]),
    ("mehrheitlich bei zwei Gegenstimmen", [counts(no=2, unanimous=False)]),
    ("Bei 3 Nein-Stimmen mehrheitliche Zustimmung.", [counts(no=3, unanimous=False)]),
    ("Mehrheitliche Annahme des angepassten Antrags (25 JA-\nStimmen, 19 Nein-Stimmen)",
     [counts(yes=25, no=19, unanimous=False)]),
    ("Mehrheitlich gegen die A-Fraktion bei Enthaltung der B-Fraktion zugestimmt.", [counts(unanimous=False)]),
    ("bei 3 Gegenstimmen der Fraktionen A und B sowie 1 Enthaltung der Fraktion C", [counts(no=3, abstentions=1)]),
    ("Bei einer Gegenstimme der Fraktion A, zwei Enthaltungen der Fraktion B", [counts(no=1, abstentions=2)]),
    ("Der Antrag A wird einstimmig angenommen. Der Antrag B wird mit 5 Ja-Stimmen bei 6 Nein-Stimmen abgelehnt.",
     [counts(unanimous=True), counts(yes=5, no=6)]),
    ("2 Ja-Stimme(n), 1 Gegenstimme(n), 0 Stimmenthaltung(en)", [counts(yes=2, no=1, abstentions=0)]),
    ("nicht einstimmig", [counts(unanimous=False)]),
    ("bei Enthaltung der Fraktion A", []),
    ("Beginn 17:00 Uhr, TOP 5, § 9 des Gesetzes, 35 Euro dafür", []),
    ("Es bedarf einer Mehrheit von zwei Dritteln.", []),
    ("Der Antrag ist beschlossen, Anwesend: 12", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VOTES)
def test_vote(text, expected):
    assert [{name: getattr(v.vote, name) for name in counts()} for v in parse_vote(text)] == expected


def test_two_electorates():
    votes = parse_vote("Abstimmung Stadtverordnete: 4/0/3\nSachkundige Einwohner: 5/0/1")
    assert [(v.vote.by, v.vote.yes, v.vote.no, v.vote.abstentions) for v in votes] == [
        ("Stadtverordnete", 4, 0, 3),
        ("Sachkundige Einwohner", 5, 0, 1),
    ]


def test_span_is_of_the_text_given():
    text = "Der Rat beschließt\u00a0 ein\u00adstimmig bei\n1 Enthaltung."
    (vote,) = parse_vote(text)
    assert text[slice(*vote.span)] == "ein\u00adstimmig bei\n1 Enthaltung"
    assert vote.vote.raw == "ein\u00adstimmig bei 1 Enthaltung"


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("Der Rat nimmt den Bericht zur Kenntnis und stimmt der Vergabe zu.", "adopted"),
        ("Der Ausschuss nimmt die Vorlage zur Kenntnis und beschließt die Vergabe.", "adopted"),
        ("Der Rat stimmt der Vergabe zu und nimmt den Bericht zur Kenntnis.", "adopted"),
        ("Der Rat nimmt den Bericht zur Kenntnis und stimmt der Vergabe nicht zu.", "rejected"),
        ("Der Rat nimmt den Bericht zur Kenntnis und lehnt den Antrag ab.", "rejected"),
        ("Der Rat nimmt den Bericht zur Kenntnis und empfiehlt dem Kreistag die Zustimmung.", "recommended"),
        ("Der Ausschuss nimmt Kenntnis und beauftragt die Verwaltung, zu berichten.", "noted"),
        ("Der Ausschuss nimmt die Vorlage zustimmend zur Kenntnis.", "noted"),
        ("Der Rat nimmt zur Kenntnis, dass der Kreistag der Vergabe zustimmt.", "noted"),
        ("Der Rat nimmt Kenntnis von der Zustimmung des Landes.", "noted"),
    ],
)
def test_a_note_beside_another_deed(phrase, value):
    assert normalise(phrase) == value
