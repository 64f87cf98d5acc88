"""Two deliveries of one page hash alike; a page that says something else does not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import InputError
from scrapers.site import VENDORS
from scrapers.volatile import EVERYWHERE, VOLATILE, fingerprint, without

PAGES = {
    "allris3": """<html><head><meta name="description" content="ALLRIS net Version 3.9.5 ({token}m)" />
<link rel="alternate" href="webcal://ris.example.org/bi/si010_e.asp?template=ical&amp;rss=128&amp;sid={hex}" /></head>
<form action="si010_e.asp"><input type="hidden" name="NAVM_{token}" value="{token}{number}" /></form>
<table class="tk1"><tr><td class="kb1">Gremium:</td><td class="text1">Sozialausschuss</td></tr>
<tr><td class="kb1">Datum:</td><td>17.02.2026</td><td class="kb1">Zeit:</td><td>17:00 - 19:05</td></tr></table>
<input type="submit" class="il1_naz" title="ungeändert beschlossen" value="NA">
<a href="___tmp/tmp/{hex}/{number}.pdf/Anlage_1.pdf">Anlage 1</a></html>""",
    "allris4": """<meta content="ALLRIS net Version 4.1.5 ({number}) - 17.01.2025" name="description"/>
<div class="dialog-theme-default" id="id{hex6}"></div>
<form action="./to010?{number}-1.-head-searchform&amp;SILFDNR=1000073" id="searchform">
<input name="sectoken" type="hidden" value="{hex}"/></form>
<script>Wicket.Ajax.baseUrl="to010?{number}&SILFDNR=1000073";
Wicket.Ajax.ajax({{"u":"./to010;jsessionid={token}?{number}-1.0-menu&refresh=true","c":"id{hex6}","e":"click"}});</script>
<h1 class="title">Sozialausschuss - 17.02.2026</h1><span id="sizeit">17:00 - 19:05</span>
<td class="tobahint">ungeändert beschlossen</td><a href="#id{hex6}">Anlage 1</a><tr class="thu odd{today}">
<a href="./vo020?{number}--anlagenHeaderPanel-attachmentsList-0-attachment-link&amp;VOLFDNR=1000238">A</a>""",
    "sessionnet": """<!-- delivered 2026-11-02 {clock} --><meta name="sessionnet" content="V:{number}"/>
<meta name="author" content="Somacos GmbH & Co. KG,https://www.somacos.de, SessionNet Version {number} bi (Layout 6)">
<script src="js/smcjquery_min.js?v={number}"></script>
<script>function smcGlobalPNID(){{return 0;}}function smcGlobalGKI2(){{return '{number}';}}</script>
<a  href="si0040.asp?__cjahr=20{number}&__cmonat={number}&__canz=1&__cselect=0" title="Monat: Aktuell">Aktuell</a>
<a  href="si0040.asp?__cjahr=2026&__cmonat=2&__canz=1&__cselect=0" title="Jahr: 2026 Monat: 2">Februar</a>
<a href="vo0050.asp?__kvonr=12&s={upper}">V 12</a>
<h1>Sozialausschuss</h1><div class="sidat">17.02.2026</div><div class="yytime">17:00 - 19:05</div>
<form action="ydocstart.asp"><input type="hidden" name="s1" value="{hex}">
<input type="hidden" name="s2" value="{number}">
</form><a href="to0050.asp;PHPSESSID={token}?__ktonr=7">Ö 1</a>
<p class="smc_field_smcdv0_box2_beschluss"><strong>Beschluss:</strong> ungeändert beschlossen</p>
<a href="getfile.asp?id=219335&type=do">Anlage 1</a>""",
    "sdnet": """<link rel="stylesheet" href="https://ris.example.org/library/media/css/general.css?{number}.2" />
<script>sessionStorage.setItem('csrfToken', '{hex}{hex}');</script><h1>Sozialausschuss</h1>
<meta name="csrf-token" content="{token}"><script nonce="{token}">akte = {{"a": 1}};</script>
<tr><th scope="row">Termin:</th><td>17.02.2026, 17:00 - 19:05</td></tr>
<td class="column-ergebnis">ungeändert beschlossen</td><pre>
DTSTAMP:2026{number}Z
DTSTART;TZID=Europe/Berlin:20260217T170000
</pre><a href="/sdnetrim/UGhVM0hpd2NXNFdFcExjZ/Anlage.pdf">Anlage 1</a>""",
    "rubin": """<h1>Sozialausschuss</h1><input value="{hex}" type="hidden" name="csrf_token">
<p>17.02.2026 17:00 - 19:05</p>
<script>window.components['x'].props["passed-meeting"] = {{"abstimmungstext": "ungeändert beschlossen"}}</script>
<a href="documents.php?id=4711">Anlage 1</a>""",
    "oparl": """{{"id": "https://ris.example.org/oparl/meetings?id=1", "name": "Sozialausschuss", "file": "Anlage 1",
"start": "2026-02-17T17:00:00+01:00", "end": "2026-02-17T19:05:00+01:00", "note": "17.02.2026 17:00 - 19:05",
"agendaItem": [{{"number": "1", "result": "ungeändert beschlossen", "modified": "2026-11-02T{clock}+01:00"}}],
"created": "2026-11-02T{clock}+01:00", "modified" : "2026-11-02T{clock}+01:00"}}""",
}
CHANGES = [
    ("ungeändert beschlossen", "geändert beschlossen"),
    ("17:00", "17:30"),
    ("17.02.2026", "18.02.2026"),
    ("Sozialausschuss", "Hauptausschuss"),
    ("Anlage 1", "Anlage 2"),
]
OWN = {
    "allris3": [("class=\"text1\"", "class=\"text2\""), ("Anlage_1.pdf", "Anlage_2.pdf")],
    "allris4": [("1000073", "1000074"), ("1000238", "1000239"), ("attachmentsList-0", "attachmentsList-1")],
    "sessionnet": [
        ("__ktonr=7", "__ktonr=8"),
        ("219335", "219336"),
        ("Jahr: 2026 Monat: 2", "Jahr: 2026 Monat: 3"),
        ("__kvonr=12", "__kvonr=13"),
        ("smcGlobalPNID(){return 0", "smcGlobalPNID(){return 1"),
    ],
    "sdnet": [
        ("NXNFdFcExjZ", "NXNFdFcExjY"),
        ('{"a": 1}', '{"a": 2}'),
        ("DTSTART;TZID=Europe/Berlin:20260217T170000", "DTSTART;TZID=Europe/Berlin:20260217T173000"),
        ("general.css", "other.css"),
    ],
    "rubin": [("4711", "4712")],
    "oparl": [("2026-02-17T17:00:00", "2026-02-17T17:15:00"), ("meetings?id=1", "meetings?id=2")],
}  # fmt: skip

PARTS = st.fixed_dictionaries(
    {
        "token": st.text("ABCDEFabcdef0123456789", min_size=8, max_size=20),
        "hex": st.text("0123456789abcdef", min_size=32, max_size=32),
        "upper": st.text("0123456789ABCDEF", min_size=40, max_size=40),
        "hex6": st.text("0123456789abcdef", min_size=1, max_size=4),
        "number": st.integers(0, 99_999_999).map(str),
        "clock": st.times().map(lambda t: t.strftime("%H:%M:%S")),
        "today": st.sampled_from(["", " today-sides", " today-sides today-top"]),
    }
)
ONE = {
    "token": "abcdef12",
    "hex": "0" * 32,
    "upper": "A" * 40,
    "hex6": "16",
    "number": "5",
    "clock": "10:11:12",
    "today": "",
}


def encoded(vendor, text):
    return text.encode("latin-1" if vendor == "allris3" else "utf-8")


@pytest.mark.parametrize("vendor", PAGES)
def test_two_deliveries_hash_alike(vendor):
    @settings(deadline=None)
    @given(PARTS)
    def hold(parts):
        alike = encoded(vendor, PAGES[vendor].format(**parts))
        assert without(vendor, alike) == without(vendor, encoded(vendor, PAGES[vendor].format(**ONE)))
        assert fingerprint(vendor, alike) == fingerprint(vendor, encoded(vendor, PAGES[vendor].format(**ONE)))

    hold()


@pytest.mark.parametrize(
    ("vendor", "old", "new"), [(v, old, new) for v in PAGES for old, new in [*CHANGES, *OWN[v]]]
)  # fmt: skip
def test_another_result_time_date_title_or_file_changes_the_hash(vendor, old, new):
    page = PAGES[vendor].format(**ONE)
    assert old in page
    assert fingerprint(vendor, encoded(vendor, page)) != fingerprint(vendor, encoded(vendor, page.replace(old, new)))


def test_every_part_is_named_and_stands_in_a_page():
    for vendor, parts in VOLATILE.items():
        page = encoded(vendor, PAGES[vendor].format(**(ONE | {"today": " today-sides"})))
        for part in parts:
            assert part.name and part.pattern.search(page), f"{vendor}: {part.name}"
    pages = b"".join(PAGES[v].format(**ONE).encode() for v in PAGES)
    assert all(part.pattern.search(pages) for part in EVERYWHERE)


def test_every_vendor_of_a_site_has_a_list():
    assert set(VOLATILE) == set(VENDORS)
    with pytest.raises(InputError, match="found 'unknown'"):
        fingerprint("unknown", b"")


def pdf(date, key, text=b"Niederschrift"):
    return (
        b"%PDF-1.7\n1 0 obj<</CreationDate(D:" + date + b"+01'00')/ModDate (D:" + date + b")>>endobj\n" + text
        + b"<xmp:CreateDate>" + date + b"</xmp:CreateDate><xmpMM:InstanceID>uuid:" + key + b"</xmpMM:InstanceID>"
        + b"trailer<</ID[<" + key + b"><" + key + b">]>>\n%%EOF"
    )  # fmt: skip


@pytest.mark.parametrize("vendor", VOLATILE)
def test_a_pdf_made_on_request_hashes_alike_and_a_changed_one_does_not(vendor):
    first = fingerprint(vendor, pdf(b"20261102081500", b"AB12"))
    assert first == fingerprint(vendor, pdf(b"20261103091600", b"CD34"))
    assert first != fingerprint(vendor, pdf(b"20261102081500", b"AB12", b"Niederschrift, berichtigt"))


@settings(deadline=None)
@given(st.sampled_from(sorted(VOLATILE)), st.binary(max_size=300))
def test_any_bytes_have_a_hash(vendor, body):
    assert len(fingerprint(vendor, body)) == 64


def test_a_large_page_takes_no_time():
    for vendor in VOLATILE:
        fingerprint(vendor, b'<input name="a" value="' * 40_000 + b"<!-- " * 40_000)


FOLDERS = [
    ("allris3", "allris3"),
    ("allris4", "allris4"),
    ("sessionnet", "sessionnet"),
    ("sdnet", "sdnetrim"),
    ("oparl", "oparl"),
]


@pytest.mark.parametrize(("vendor", "folder"), FOLDERS)
def test_no_visible_text_of_a_recorded_page_is_taken_out(shared, vendor, folder):
    pages = [p for p in sorted((shared / "ris-raw" / folder).rglob("*.html")) if p.is_file()]
    for page in pages:
        raw = re.sub(rb"(?s)<(script|style|title)\b.*?</\1>|<!--.*?-->", b"", page.read_bytes())
        kept = re.sub(rb"(?s)<(script|style|title)\b.*?</\1>|<!--.*?-->", b"", without(vendor, raw))
        assert re.findall(rb">([^<>]+)(?=<)", kept) == re.findall(rb">([^<>]+)(?=<)", raw), page.name
        attributes = rb'\b(?:title|data-simpletooltip-text|data-tt-id)="[^"]*"'
        assert re.findall(attributes, kept) == re.findall(attributes, raw), page.name


def test_recorded_wicket_pages_with_other_ids_hash_alike(shared):
    for page in sorted((shared / "ris-raw" / "allris4").rglob("*_*o0?0.html")):
        raw = page.read_bytes()
        other = re.sub(rb'"id([0-9a-f]+)"', lambda m: b'"id%x"' % (int(m[1], 16) + 77), raw)
        other = re.sub(rb'(name="sectoken"[^>]*value=")[^"]*', rb"\g<1>feed", other)
        other = re.sub(rb"\?0-1\.", b"?12-1.", other).replace(b"?0--", b"?12--")
        assert other != raw and fingerprint("allris4", other) == fingerprint("allris4", raw)


def test_recorded_pages_of_one_session_hash_like_those_of_another(shared):
    """The recorded calendar came in another session than the pages beside it, and shows what differed."""
    numbers = set()
    for page in sorted((shared / "ris-raw" / "sessionnet").rglob("*luedenscheid/*.html")):
        raw = page.read_bytes()
        found = re.search(rb"smcGlobalGKI2\(\)\{return '(\d+)'", raw)
        numbers |= {found[1]} if found else set()
        other = re.sub(rb"(smcGlobalGKI2\(\)\{return ')\d+", rb"\g<1>987654321", raw)
        other = other.replace(b"5.5.4 KP4", b"5.5.5 KP1").replace(b"V:050504", b"V:050505")
        assert other != raw and fingerprint("sessionnet", other) == fingerprint("sessionnet", raw), page.name
    assert len(numbers) == 2


def test_a_recorded_calendar_does_not_change_with_the_present_month(shared):
    (page,) = (shared / "ris-raw" / "sessionnet").rglob("*luedenscheid/si0040.html")
    raw = page.read_bytes()
    later = re.sub(
        rb'__cjahr=2026&__cmonat=7(&__canz=1&__cselect=0" title="Monat: Aktuell")', rb"__cjahr=2027&__cmonat=1\1", raw
    )
    assert later != raw and fingerprint("sessionnet", later) == fingerprint("sessionnet", raw)


def test_recorded_pages_of_sdnet_with_other_tokens_hash_alike(shared):
    for page in sorted((shared / "ris-raw" / "sdnetrim").rglob("*.html")):
        raw = page.read_bytes()
        other = re.sub(rb"(csrfToken', ')\w+", rb"\g<1>feed", raw).replace(b"general.css?26.2.1", b"general.css?26.3.0")
        assert other != raw and fingerprint("sdnet", other) == fingerprint("sdnet", raw), page.name
