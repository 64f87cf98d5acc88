"""Organisations by class words, from sentences of invented councils."""

import time

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.organization_names import nominative
from extractors.organizations import EXTRACTOR


def read(text: str, own: str | None = None) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    place = (Evidence(text_sha256=document.text_sha256, start=0, end=1, quote=text[0]),)
    town = Fact(kind="municipality", value={"name": own}, evidence=place, extractor="head", extractor_version=1)
    return Analysis(document, topic_named("kim"), known=[town] if own else []).run(EXTRACTOR)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Dies regelt das Kommunale Integrationszentrum des Kreises Wieda (KI) selbst.", None, "ki"),
        ("Im Kreisintegrationszentrum (KI) wird beraten.", "Kreisintegrationszentrum (KI)", "ki"),
        ("Die Bezirksregierung Detmold bewilligt.", "Bezirksregierung Detmold", "state"),
        ("Das Ministerium für Arbeit, Gesundheit und Soziales (MAGS) fördert.", None, "ministry"),
        (
            "Der Caritasverband für das Dekanat Ostwig e. V. hilft.",
            "Caritasverband für das Dekanat Ostwig e. V.",
            "welfare_associations",
        ),
        ("Dem Diakonischen Werk Ostwig wird gedankt.", "Diakonisches Werk Ostwig", "welfare_associations"),
        ("Partner der freien Wohlfahrtspflege wirken mit.", None, "welfare_associations"),
        ("Das Jobcenter Kreis Wieda nimmt teil.", "Jobcenter Kreis Wieda", "job_centre"),
        ("Die Agentur für Arbeit Ostwig nimmt teil.", "Agentur für Arbeit Ostwig", "employment_agency"),
        ("Die Volkshochschule Ostwig bietet Kurse an.", "Volkshochschule Ostwig", "adult_education"),
        (
            "Die Migrantenselbstorganisationen werden eingeladen.",
            "Migrantenselbstorganisationen",
            "migrant_organisation",
        ),
        ("Die Zusammenarbeit mit der Ausländerbehörde des Kreises Wieda läuft.", None, "foreigners_authority"),
        ("Die Kraft ist im Sozialamt angesiedelt.", "Sozialamt", "municipal_office"),
    ],
)
def test_kind_and_name(text, name, kind):
    (fact,) = read(text)
    assert fact.value["kind"] == kind
    assert name is None or fact.value["name"] == name
    assert fact.evidence[0].quote == text[fact.start : fact.end]


def test_the_longest_mention_stands_for_the_organisation():
    (fact,) = read(
        "Das Kommunale Integrationszentrum lädt ein. Das Kommunale Integrationszentrum der Stadt Wieda zahlt."
    )
    assert fact.value["name"] == "Kommunales Integrationszentrum der Stadt Wieda"


def test_general_words_give_way_to_named_associations():
    names = [f.value["name"] for f in read("Die Wohlfahrtsverbände wirken mit. Die AWO stellt den Raum.")]
    assert names == ["AWO"]


def test_another_municipality_is_a_partner_and_the_own_one_is_not():
    text = "Das Vorgehen ist mit der Stadt Ostwig abgestimmt. Die Stadt Wieda zahlt mit der Stadt Wieda."
    assert [f.value["name"] for f in read(text, "Stadt Wieda")] == ["Stadt Ostwig"]


@pytest.mark.parametrize(
    "text",
    [
        "Funktion\tJobcenter Wieda",
        "Stellen in den Ausländerbehörden des Landes",
        "Das Ordnungsamt lädt ein.",
        "Baustein 3: Zwei Stellen in der Ausländerbehörde sind besetzt.",
    ],
)
def test_no_organisation_in_tables_titles_and_places_of_posts(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ki", "Die Stellen sind im KI angesiedelt."),
        ("ki", "Das KIZ der Stadt Wieda lädt zum Austausch ein."),
        ("ki", "Zuständig ist die Abteilung Integration im Kommunalen Integrationszentrum (FB 5)."),
        ("ki", "Die Kräfte werden beim Zentrum für Integration des Kreises Wieda geführt."),
        ("state", "Der Bescheid kommt von der Bezirksregierung Detmold."),
        ("state", "Die Förderung hat das Land NRW bewilligt."),
        ("state", "Mit der LaKI ist der Entwurf besprochen."),
        (
            "state",
            "Nach Rücksprache mit der Landesweiten Koordinierungsstelle wurde umgeplant.",
        ),
        ("state", "Die Abstimmung mit dem Kompetenzzentrum für Integration (KfI) ist erfolgt."),
        ("ministry", "Wegen der Mittel hat sich die Bürgermeisterin an das MKJFGFI gewandt."),
        ("welfare_associations", "Zwei Stellen sollen bei der AWO eingerichtet werden."),
        ("welfare_associations", "Eine Stelle liegt bei der Diakonie Ruhr-Mark gGmbH."),
        ("welfare_associations", "Das DRK Wieda stellt zwei Case Managerinnen."),
        ("welfare_associations", "Eine Fachkraft ist beim Sozialdienst katholischer Frauen e.V. beschäftigt."),
        ("welfare_associations", "Die Liga der freien Wohlfahrtspflege wirbt für Trägervielfalt."),
        ("welfare_associations", "Man ist dazu mit der AG der Wohlfahrtsverbände im Gespräch."),
        ("welfare_associations", "Die freien Träger erhalten vier Stellen."),
        ("welfare_associations", "Der Paritätische übernimmt eine halbe Stelle."),
        ("welfare_associations", "Eine Kraft arbeitet beim IB in Wieda."),
        ("foreigners_authority", "Mit der ABH sind feste Wege verabredet worden."),
        ("foreigners_authority", "Die Ausländerbehörde des Kreises Ostwig beschäftigt eigene Kräfte."),
        ("foreigners_authority", "Die Zusammenarbeit mit dem Ausländeramt klappe gut."),
        ("foreigners_authority", "Mit der Zuwanderungsbehörde wurde ein Leitfaden zu § 25b erarbeitet."),
        ("adult_education", "Die Kurse führt die VHS Ostwig durch."),
        ("adult_education", "Träger der Kurse ist die Kreis-VHS."),
        ("adult_education", "Durchgeführt wird das von der Volkshochschule des Kreises Wieda."),
        ("job_centre", "Mit dem Jobcenter finden Fallkonferenzen statt."),
        ("job_centre", "Jobcenter und Schulen tragen das Vorhaben mit."),
        ("job_centre", "Das Jobcenter unterstützt die Planung."),
        ("employment_agency", "Mit der Agentur für Arbeit wurde eine Vereinbarung geschlossen."),
        ("municipality", "Es gibt Überschneidungen mit dem KIM des Kreises Ostwig."),
        ("municipality", "Sie fragt, wie sich das städtische Angebot zum KIM im Kreis Ostwig verhält."),
        ("municipality", "Die Planung ist mit der Nachbarstadt Ostwig abgestimmt."),
        ("municipality", "Zwischen der Stadt Wieda und dem Kreis Ostwig besteht eine Vereinbarung."),
        ("member_municipality", "Je eine Stelle erhalten die Städte Ostwig und Bad Nord."),
        ("municipality", "Wie verhält sich das zum KIM des Ennepe-Ruhr-Kreises?"),
        ("municipality", "Wie verhält sich das zum KIM des Hochsauerlandkreises?"),
        ("municipality", "Wie grenzt man sich vom KIM des Märkischen Kreises ab?"),
        ("municipality", "Das Verfahren ist mit der Gemeinde Ostwig einvernehmlich geregelt."),
        (
            "migrant_organisation",
            "Weitere Akteure werden einbezogen (z. B. Schulamt, Migrantenorganisationen).",
        ),
        (
            "municipal_office",
            "Weitere Akteure werden einbezogen (z. B. Schulamt, Migrantenorganisationen).",
        ),
        ("municipal_office", "Die halbe Stelle ist im Jugendamt angesiedelt."),
        ("municipal_office", "Die Stelle ist dem Sozialamt zugeordnet."),
        ("municipal_office", "Das Case Management wird im Amt für Soziales geführt."),
        ("other", "Der Verein Brücke Wieda e.V. begleitet Familien."),
        ("municipality", "Wie läuft die Zusammenarbeit mit dem KIM-Team des Kreises Ostwig?"),
        ("municipality", "Wo liegt die Schnittstelle zum Kreis Ostwig?"),
        ("municipality", "Wie grenzt sich das Angebot vom Kreis Ostwig ab?"),
        ("municipality", "Das Konzept trägt auch die Stadt Ostwig mit."),
        (
            "foreigners_authority",
            "Die Vorgehensweise ist mit der Stadt Ostwig und ihrer Ausländerbehörde abgesprochen.",
        ),
        ("foreigners_authority", "Die Stadt Ostwig und das gemeinsame Ausländeramt tragen das Konzept mit."),
        ("foreigners_authority", "Wie viele Fälle übernehmen die Kräfte der Ausländerbehörde des Kreises?"),
        ("welfare_associations", "Eine Stelle liegt beim Deutschen Roten Kreuz, Kreisverband Wieda e. V., in Ostwig."),
        ("welfare_associations", "Eine Stelle liegt beim Caritas-Verband Wieda."),
        ("welfare_associations", "Anderthalb Stellen wurden dem Diakoniewerk Ostwig zugewiesen."),
        ("welfare_associations", "Die Verwaltung wollte die Stellen bei den Wohlfahrtsträgern ansiedeln."),
        ("adult_education", "Umgesetzt werden die Kurse vom VHS-Zweckverband Ostwig."),
        ("migrant_organisation", "Weitere Akteure werden hinzugezogen, etwa Migrantenvereine."),
        ("state", "Nach Beratung durch die Landeskoordinierungsstelle wurde umgeplant."),
        ("ministry", "Nach Gesprächen mit dem MKFFI wurde umgeplant."),
    ],
)
def test_who_has_a_part_in_the_matter(kind, text):
    assert kind in {f.value["kind"] for f in read(text, "Stadt Wieda")}


@pytest.mark.parametrize(
    "text",
    [
        "Das Ministerium (MKFFI) ist federführend bei „Durchstarten“.",
        "Baustein 3: 2 VZÄ in der ABH sind besetzt.",
        "Zwei Stellen in der Ausländerbehörde werden ausgeschrieben.",
        "Zum Vergleich: Der Kreis Ostwig kommt auf 14 Stellen.",
        "Im Nachbarkreis liegen fünf Stellen bei der Caritas.",
        "Die Nachbarstadt Ostwig meldet 12 Stellen.",
        "Wann werden die Migrantenorganisationen beteiligt?",
        "Herr Rot fragt nach der Einbindung der Migrantenselbstorganisationen.",
        "Frau Blau vom Sozialamt berichtet.",
        "Der Leiter des Jugendamtes trägt vor.",
        "Der Arbeitskreis tagt.",
        "Der Lenkungskreis tagt mit dem Teilnehmerkreis.",
        "KI wird den Alltag ändern.",
        "Der Kreis Wieda fördert das.",
        "KOMM-AN NRW: Caritas, AWO und Brücke e. V. erhalten 20.000 Euro.",
        "Der Stadtkreis der Helfer trifft sich.",
        "Die Diakonin Frau Rot spricht.",
    ],
)
def test_who_is_only_named(text):
    assert read(text, "Kreis Wieda") == []


def test_each_of_several_towns():
    found = read("Je eine Stelle erhalten die Städte Ostwig und Bad Nord.", "Kreis Wieda")
    assert [(f.value["name"], f.evidence[0].quote) for f in found] == [
        ("Stadt Ostwig", "Ostwig"),
        ("Stadt Bad Nord", "Bad Nord"),
    ]


def test_nominative():
    assert (
        nominative("Kommunalen Integrationszentrums der Stadt Wieda")
        == "Kommunales Integrationszentrum der Stadt Wieda"
    )


@pytest.mark.parametrize("piece", ["Stadt Aa ", "Ministerium für Aa, ", "Caritas ", "Aa e.V. ", "Land NRW "])
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20
