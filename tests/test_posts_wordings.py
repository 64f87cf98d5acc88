"""Posts as clerks of many towns tell them: states, employers, modules, and numbers that are nobody's posts here.

Every town is invented. A case gives number, module, employer and state of all posts that the text tells.
"""

import pytest

from corpus.evidence import Document
from extractors import head, modules, posts, topic_named
from extractors.analysis import Analysis

ABH, KI, OWN = "foreigners_authority", "municipality_ki", "municipality"
WELFARE, MIXED, MEMBER = "welfare_associations", "mixed", "member_municipality"
INTRO = "Kommunales Integrationsmanagement (KIM) im Kreis Dornhagen: Bericht an den Kreistag des Kreises Dornhagen\n\n"


def read(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    for extractor in (head, modules, posts):
        found = analysis.run(extractor.EXTRACTOR)
    return found


def told(text):
    values = [f.value for f in read(text)]
    return [(v["number"] or (v["number_min"], v["number_max"]), v["module"], v["carrier"], v["status"]) for v in values]


def states(text):
    return [(v["number"], v["status"]) for v in (f.value for f in read(INTRO + text))]


FILLED = [
    "Im KIM sind sechs Stellen an Bord.",
    "Sechs Kräfte des Case Managements haben ihren Dienst angetreten.",
    "Im Case Management haben sechs Kräfte die Arbeit aufgenommen.",
    "Sechs Stellen des Case Managements konnten mit Fachkräften belegt werden.",
    "Die Besetzung der sechs KIM-Stellen ist vollzogen.",
    "Für sechs Stellen im KIM sind Arbeitsverträge geschlossen worden.",
    "Im KIM sind gegenwärtig sechs Stellen besetzt.",
    "Die sechs KIM-Stellen haben Personal gefunden.",
    "Für die sechs KIM-Stellen wurde Personal gewonnen.",
    "Sechs Fachkräfte konnten für das Case Management gewonnen werden.",
    "KIM: 6 Stellen, alle besetzt.",
    "Mit sechs VZÄ ist das KIM personell vollständig ausgestattet.",
    "Sechs Case Manager sind seit dem 01.03.2023 im Dienst.",
    "Sechs Case-Managerinnen verstärken seit März das KIM.",
    "Sechs Stellen im KIM sind mit Fachpersonal versehen.",
]
ADVERTISED = [
    "Sechs KIM-Stellen befinden sich in der Ausschreibung.",
    "Für sechs KIM-Stellen läuft das Auswahlverfahren.",
    "Sechs KIM-Stellen sind zur Ausschreibung gebracht worden.",
    "Für sechs Stellen im KIM ist die Bewerbungsfrist abgelaufen.",
    "Sechs KIM-Stellen befinden sich im Besetzungsverfahren.",
    "Bewerbungen auf die sechs KIM-Stellen waren bis 15.03.2023 möglich.",
    "Für die sechs KIM-Stellen finden derzeit Vorstellungsgespräche statt.",
    "Sechs KIM-Stellen wurden im Stellenportal veröffentlicht.",
    "Die sechs KIM-Stellen sind zweimal ohne Erfolg ausgeschrieben worden.",
    "Sechs KIM-Stellen stehen in den Jobportalen.",
]
GRANTED = [
    "Zugewiesen sind im KIM sechs Stellen.",
    "Im KIM entfallen auf den Kreis sechs Stellen, die das Land bezahlt.",
    "Bewilligt wurden dem Kreis im KIM sechs Stellen.",
    "Das Land trägt die Kosten von sechs KIM-Stellen.",
    "Das Land hat dem Kreis im KIM sechs Stellen zugesprochen.",
    "Mit Bescheid vom 01.02.2021 sind dem Kreis im KIM sechs Stellen zuerkannt worden.",
    "Die Landeszuwendung deckt im KIM sechs Stellen ab.",
    "Aus Mitteln des Landes werden im KIM sechs Stellen bestritten.",
    "Dem Kreis stehen im KIM sechs Stellen zu.",
    "Im KIM werden vom Land sechs Stellen bezuschusst.",
    "Die Zuwendung umfasst im KIM sechs Stellen.",
    "Der Zuwendungsbescheid weist im KIM sechs Stellen aus.",
]
APPLICABLE = [
    "Der Kreis ist im KIM zur Beantragung von sechs Stellen berechtigt.",
    "Im KIM sind sechs Stellen beantragungsfähig.",
    "Für das KIM können sechs Stellen beantragt werden.",
    "Im KIM sind für uns sechs Stellen drin, den Antrag müssen wir noch stellen.",
    "Im KIM kann der Kreis Mittel für sechs Stellen beantragen.",
    "Im KIM sind sechs Stellen abrufbar, ein Antrag ist noch zu stellen.",
    "Dem Kreis stünden im KIM sechs Stellen zu, sofern er sie beantragt.",
    "Der Kreis darf im KIM sechs Stellen beantragen.",
    "Im KIM ist der Kreis für sechs Stellen antragsberechtigt.",
    "Für das KIM hat der Kreis Anspruch auf sechs Stellen, wenn er sie bis Ende Mai beantragt.",
]
SUPERSEDED = [
    "Die alte Planung mit sechs KIM-Stellen ist überholt.",
    "Von den geplanten sechs Stellen im KIM ist man abgerückt.",
    "Die frühere Planung sah im KIM sechs Stellen vor. Hieran wird nicht festgehalten.",
    "Angedacht waren im KIM einmal sechs Stellen bei der Caritas.",
    "Im KIM waren sechs Stellen bei der Caritas in Aussicht genommen. Davon wurde Abstand genommen.",
    "Seinerzeit war im KIM für sechs Stellen die Übertragung auf die Caritas in Aussicht genommen.",
    "Der Plan, sechs KIM-Stellen bei der Caritas einzurichten, wird nicht weiterverfolgt.",
    "Das Vorhaben, sechs KIM-Stellen an die Caritas zu geben, ist vom Tisch.",
    "Sechs KIM-Stellen sind mit Ablauf des Jahres in Abgang gestellt worden.",
    "Die ursprüngliche Absicht, sechs KIM-Stellen der Caritas zu überlassen, hat die Verwaltung fallen gelassen.",
]
PLANNED = [
    "Für das KIM ist die Einrichtung von sechs Stellen beabsichtigt.",
    "Im KIM sollen sechs Stellen geschaffen werden.",
    "Im KIM ist vorgesehen, sechs Stellen einzurichten.",
    "Sechs KIM-Stellen sind zum 01.01.2024 nachzubesetzen.",
    "Es ist geplant, sechs KIM-Stellen beim KI anzubinden.",
    "Die Verwaltung will im KIM sechs Stellen einrichten.",
    "Die Verwaltung schlägt vor, im KIM sechs Stellen zu schaffen.",
    "Die Ausschreibung der sechs KIM-Stellen erfolgt nach der Zustimmung des Personalrats.",
]
NONE_HERE = [
    "Zum Vergleich führt Frau Lohse an, dass der Kreis Auental für das KIM 14 Stellen vorhalte.",
    "Der Nachbarkreis Auental hat im KIM 14 Stellen geschaffen.",
    "Im benachbarten Kreis Auental sind 14 KIM-Stellen besetzt.",
    "Andere Kreise setzen im KIM bis zu 14 Stellen ein.",
    "Dem Vernehmen nach verfügt der Kreis Auental über 14 KIM-Stellen.",
    "Die Nachbarstadt Auental meldet 14 CM-Stellen.",
    "Würden im KIM 14 Stellen für alle Gemeinden reichen?",
    "Käme eine zweite Förderrunde, wären im KIM 14 weitere Stellen denkbar.",
    "Einer etwaigen Aufstockung des KIM auf 14 Stellen, wie der Landkreistag sie fordert, ist nicht vorzugreifen.",
    "Der Landkreistag fordert für das KIM 14 Stellen je Kreis.",
    "Was wäre, wenn das KIM 14 Stellen hätte?",
    "Selbst mit 14 KIM-Stellen ließe sich der Bedarf nicht decken.",
]
RAISED = [
    "Ausgenommen ist ein Viertel einer KIM-Stelle, das durch Anhebung der Wochenstunden abgedeckt wird.",
    "Im KIM werden 0,25 VZÄ durch die Erhöhung der Stunden einer Kollegin erbracht.",
    "0,25 Stellen im KIM: Hier stockt ein Kollege seine Arbeitszeit auf.",
    "0,25 VZÄ im KIM, da erhöht eine Kollegin ihre Stunden.",
]


def cases(*named):
    return [(state, text) for state, texts in named for text in texts]


@pytest.mark.parametrize(
    ("state", "text"),
    cases(
        ("filled", FILLED),
        ("advertised", ADVERTISED),
        ("granted", GRANTED),
        ("applicable", APPLICABLE),
        ("superseded", SUPERSEDED),
        ("planned", PLANNED),
    ),
)
def test_state(state, text):
    assert states(text) == [(6, state)]


@pytest.mark.parametrize("text", RAISED)
def test_raised_hours(text):
    assert states(text) == [(0.25, "hours_increase")]


@pytest.mark.parametrize("text", NONE_HERE)
def test_nobodys_posts_here(text):
    assert states(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im KIM arbeiten 9 bis 11 CM:innen der Stadt.", [((9, 11), 2, OWN, "filled")]),
        ("Im KIM sind 3 CM tätig.", [(3, 2, None, "filled")]),
        ("Team KIM: 8 VZÄ CM, alle besetzt.", [(8, 2, None, "filled")]),
        ("Das KIM besteht aus 3 Koordinator:innen im KI.", [(3, 1, KI, None)]),
        ("Für das KIM werden vier bis fünf beim Kreis anzustellende Kräfte des Case-Managements gesucht.", None),
        ("Im KIM ist eine Zusatzstelle in der Ausländerbehörde bereits besetzt.", [(1, 3, ABH, "filled")]),
        (
            "Das KIM teilt mit: zwei für die Ausländerbehörde vorgesehene Vollzeitäquivalente (VZÄ) sind besetzt.",
            [(2, 3, ABH, "filled")],
        ),
    ],
)
def test_who(text, expected):
    found = told(INTRO + text)
    if expected is None:
        assert [(n, m, c) for n, m, c, _ in found] == [((4, 5), 2, OWN)]
    else:
        assert found == expected


MORE_FILLED = [
    "Auf den sechs KIM-Stellen arbeiten inzwischen Fachkräfte.",
    "Alle sechs KIM-Stellen haben wir schon besetzen können.",
    "Zum 01.04.2023 sind die letzten der sechs KIM-Stellen besetzt worden.",
    "Sechs Case Manager:innen sind inzwischen bei uns an Bord.",
    "Das KIM-Team zählt derzeit sechs besetzte Stellen.",
    "Sechs KIM-Stellen sind vergeben.",
    "Für sechs Stellen des KIM hat man Personal finden können.",
    "Sechs Stellen im KIM sind derzeit personell ausgefüllt.",
    "Im KIM nehmen sechs Vollzeitkräfte diese Aufgabe wahr.",
]
MORE_ADVERTISED = [
    "Sechs KIM-Stellen werden zurzeit ausgeschrieben.",
    "Wir suchen gerade Personal für sechs KIM-Stellen.",
    "Sechs KIM-Stellen sind extern wie intern ausgeschrieben.",
    "Für sechs Stellen im KIM laufen die Bewerbungsgespräche.",
    "Die Stellenausschreibungen für sechs KIM-Stellen sind veröffentlicht.",
    "Das Stellenbesetzungsverfahren für sechs KIM-Stellen ist eingeleitet.",
]
MORE_GRANTED = [
    "Im KIM hat uns das Land sechs Stellen per Bescheid zugesagt.",
    "Das Land übernimmt im KIM die Personalkosten für sechs Stellen.",
    "Im KIM erhält der Kreis sechs Stellen.",
    "Dem Kreis wurden im KIM sechs Stellen zugeteilt.",
    "Vom Land kommt das Geld für sechs KIM-Stellen.",
]
MORE_SUPERSEDED = [
    "Der Gedanke, sechs KIM-Stellen bei der Caritas anzusiedeln, wurde wieder verworfen.",
    "Ursprünglich waren im KIM sechs Stellen bei der Caritas geplant.",
    "Nach dem alten Konzept sollten ursprünglich sechs KIM-Stellen zur Caritas gehen.",
    "Das erste Konzept sah sechs KIM-Stellen bei der Caritas vor.",
    "An den sechs KIM-Stellen bei der Caritas hält die Verwaltung nicht mehr fest.",
    "Plan A sah sechs KIM-Stellen bei der Caritas vor.",
]
MORE_NONE = [
    "In der Nachbarkommune Auental arbeiten 14 Case Manager:innen.",
    "Im Kreis Auental gibt es nach Angaben der dortigen Verwaltung 14 KIM-Stellen.",
    "Wie spielt das KIM mit dem KIM im Kreis Auental zusammen? Dort sind angeblich 14 CM:innen unterwegs.",
    "Legt das Land nach, wären im KIM 14 Stellen denkbar.",
    "Hätte das Land mehr Geld, könnten im KIM 14 Stellen eingerichtet werden.",
    "Wären 14 KIM-Stellen nicht besser?",
    "Denkbar wären im KIM auch 14 Stellen.",
    "Der Städtetag hält im KIM 14 Stellen für erforderlich.",
    "Der Kreis Auental kommt im KIM mit 14 Stellen aus.",
]


@pytest.mark.parametrize(
    ("state", "text"),
    cases(
        ("filled", MORE_FILLED),
        ("advertised", MORE_ADVERTISED),
        ("granted", MORE_GRANTED),
        ("superseded", MORE_SUPERSEDED),
    ),
)
def test_state_again(state, text):
    assert states(text) == [(6, state)]


@pytest.mark.parametrize("text", MORE_NONE)
def test_nobodys_posts_either(text):
    assert states(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KIM: 2.1 Personal\n\nBewilligte Stellen .... 9,0\ndavon besetzt .... 7,5\nin Ausschreibung .... 1,5\n",
            [(9, "granted"), (7.5, "filled"), (1.5, "advertised")],
        ),
        (
            "KIM\n\nBaustein\tStellen\tStand\n1 Steuerung\t3,0\tbesetzt\n2 Case Management\t8,0\tin der Ausschreibung\n"
            "3 Einbürgerung\t2,0\t1,5 besetzt, 0,5 ausgeschrieben\n",
            [(3, "filled"), (8, "advertised"), (2, None), (1.5, "filled"), (0.5, "advertised")],
        ),
        ("Abstimmung zu den KIM-Stellen:\nFraktion\tJa\tNein\tEnthaltung\nCDU\t7\t2\t0\nSPD\t3\t1\t4\n", []),
    ],
)
def test_lines_and_cells(text, expected):
    assert [(v["number"], v["status"]) for v in (f.value for f in read(INTRO + text))] == expected


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("Frau Lohse leitet das Team KIM im Kommunalen Integrationszentrum. Sechs Stellen sind besetzt.", KI),
        ("Herr Lohse, Teamleiter KIM beim Kreis Dornhagen, berichtet: Sechs Stellen sind besetzt.", OWN),
        ("Im KIM sind sechs Stellen bewilligt. Alle sitzen künftig im KI.", KI),
        ("Im KIM sind sechs Stellen bewilligt. Sie werden bei der Caritas eingerichtet.", WELFARE),
        ("Im KIM werden sechs Stellen dem Kommunalen Integrationszentrum zugeordnet.", KI),
        ("Im KIM sind sechs Stellen besetzt. Die Caritas berät außerdem Familien.", None),
    ],
)
def test_employer(text, carrier):
    assert [f.value["carrier"] for f in read(INTRO + text)] == [carrier]
