"""What was expected of a file or page and what was found, in German. Code says it in English; unknown words stay so."""

from __future__ import annotations

import re

from reports.labels import PAGE_KINDS

_READERS = {
    "file": "Datei",
    "pdf": "PDF",
    "html": "Webseite",
    "text": "Text",
    "oparl-json": "OParl-Daten",
    "page": "Seite",
}
_OCR = r"(?:: (?:`ingest --ocr`|install tesseract|no text recognised).*)?"
"""What would help is for those who run the program, not for readers of the site."""
_PATTERNS = tuple(
    (re.compile(pattern), german)
    for pattern, german in (
        (r"text on at least one page", "Text auf mindestens einer Seite"),
        (rf"none on pages? ([\d, -]+)(?: \(scanned images\?\))?{_OCR}", r"keiner auf Seite \1 (eingescannte Bilder?)"),
        (r"text on the page", "Text auf der Seite"),
        (rf"none \(a picture or an empty page\){_OCR}", "keiner (ein Bild oder eine leere Seite)"),
        (r"none in (\d+) characters of HTML", r"keiner in \1 Zeichen HTML"),
        (r"HTML, PDF, OParl JSON or plain text", "HTML, PDF, OParl-Daten oder reiner Text"),
        (r"an empty file \(0 bytes\)", "eine leere Datei (0 Byte)"),
        (r"only white space \((\d+) bytes\)", r"nur Leerraum (\1 Byte)"),
        (r"at most (\d+) MB(?: \((\d+) bytes\))?", r"höchstens \1 MB"),
        (r"(\d+)\.(\d) MB \((\d+) bytes\)", r"\1,\2 MB"),
        (r"larger than (\d+) bytes", r"mehr als \1 Byte"),
        (r"a readable file", "eine lesbare Datei"),
        (r"a file", "eine Datei"),
        (r"a folder", "ein Ordner"),
        (r"nothing there", "nichts"),
        (r"a broken link", "eine Verknüpfung ins Leere"),
        (r"no regular file \(a pipe or device\)", "keine gewöhnliche Datei (eine Leitung oder ein Gerät)"),
        (r"an old Office file \((.+)\)", "eine alte Office-Datei (doc, xls, ppt oder msg)"),
        (r"a PDF file", "eine PDF-Datei"),
        (r"a RIFF file \((.+)\)", "eine Datei der Art RIFF (WebP, WAV oder AVI)"),
        (r"an? (\w[\w.-]*) file(?: \((\w+)\))?", r"eine Datei der Art \1"),
        (r"an? (\w+) archive", r"ein Archiv (\1)"),
        (r"an SQLite database", "eine SQLite-Datenbank"),
        (r"an EPUB book", "ein Buch (EPUB)"),
        (r"a program", "ein Programm"),
        (r"no information: .*", "keine Auskunft: nicht öffentlich, oder die Nummer gibt es nicht"),
        (r"an? (\w+) image", r"ein Bild (\1)"),
        (r"an MP4 or HEIC file", "eine Datei der Art MP4 oder HEIC"),
        (r"binary data \((\d+) control characters in (\d+)\)", r"Binärdaten (\1 Steuerzeichen unter \2 Zeichen)"),
        (r"an XML file with the root element <(.+)>", r"eine XML-Datei mit dem Wurzelelement <\1>"),
        (r"the end mark %%EOF", "die Endmarke %%EOF"),
        (r"a file that breaks off after (\d+) bytes", r"eine Datei, die nach \1 Byte abbricht"),
        (r"the end tag (.+) or (.+)", r"das Ende der Seite (\1 oder \2)"),
        (r"the end tag (.+)", r"das Ende der Seite (\1)"),
        (r"a page that breaks off after (\d+) characters with .*", r"eine Seite, die nach \1 Zeichen abbricht"),
        (r"a file that opens without a password", "eine Datei, die sich ohne Kennwort öffnen lässt"),
        (r"an encrypted one", "eine verschlüsselte"),
        (r"a known kind of encryption", "eine bekannte Verschlüsselung"),
        (r"an unknown one", "eine unbekannte"),
        (r"one or more pages", "mindestens eine Seite"),
        (r"0 pages", "keine Seite"),
        (r"a broken one \((\d+) bytes; .*\)", r"eine beschädigte (\1 Byte)"),
        (r"elements nested at most some hundreds deep", "höchstens einige hundert Ebenen von Elementen"),
        (r"values nested at most (\d+) deep", r"höchstens \1 Ebenen von Werten"),
        (r"deeper ones", "mehr Ebenen"),
        (r"valid JSON \(RFC 8259\)", "gültiges JSON (RFC 8259)"),
        (r'property "type" with an OParl schema URL .*', "OParl-Daten oder die Antwort eines bekannten Produkts"),
        (r"an object with the keys (.+)", r"ein Objekt mit den Schlüsseln \1"),
        (r'an object of type "(.*)"', r"ein Objekt der Art „\1“"),
        (r"a list of (\d+)", r"eine Liste mit \1 Einträgen"),
        (r"an OParl object or a list of them", "ein OParl-Objekt oder eine Liste davon"),
        (r"a page of a council information system", "eine Seite eines Ratsinformationssystems"),
        (r"a page of no known product", "eine Seite keines bekannten Produkts"),
        (r"the start page of a site", "die Startseite eines Ratsinformationssystems"),
        (r"a document of the page", "ein Dokument der Seite"),
        (r"SessionNet's error page", "eine Fehlerseite von SessionNet"),
        (r"SessionNet's log-in page|a login page", "eine Anmeldeseite"),
        (r"(?:an|the) error page(?: \(.*\))?", "eine Fehlerseite"),
        (r"no permission(?: \(.*\))?", "eine Seite ohne Berechtigung"),
        (r"a redirect without its target(?: \(.*\))?", "eine Weiterleitung ohne Ziel"),
        (r"a check of the browser(?: \(.*\))?", "eine Prüfung des Browsers"),
        (r"a cookie wall(?: \(.*\))?", "eine Abfrage zu Cookies"),
        (r"robots\.txt forbids it", "robots.txt verbietet es"),
        (r"no whole answer", "keine vollständige Antwort"),
        (r"expected a(?: whole)? page \(HTTP (\d+)\)", r"keine Seite (HTTP \1)"),
        (r"leads to another site: (\S+)", r"führt zu einer anderen Adresse: \1"),
        (r"(.+), as given", r"\1, wie mitgegeben"),
        (r"(.+) in its text \('(.*)'\)", r"\1 im Text („\2“)"),
        (r"a name in UTF-8", "ein Name in UTF-8"),
        (r"another encoding: .*", "eine andere Kodierung"),
        (r"a text of at most ([\d,]+) characters, to be read for facts", r"ein Text von höchstens \1 Zeichen"),
        (r"([\d,]+) characters: the text is kept .*", r"\1 Zeichen: nur zu suchen, ohne gelesene Angaben"),
        (r"values nested far deeper than the (\d+) levels that are read", r"weit mehr als \1 Ebenen von Werten"),
        (r"one element", "ein Element"),
        (r"1 or more elements", "mindestens ein Element"),
        (r"none", "nichts"),
        (r"neither", "keines von beiden"),
    )
)  # fmt: skip


def german(text: str) -> str | None:
    """The German words, the name of the reader before them if there is one; None where some of it is unknown."""
    if kind := re.fullmatch(r"page of kind (\w+)", text):
        return f"Seite der Art „{PAGE_KINDS.get(kind[1], kind[1])}“"
    if told := _told(text):
        return told
    reader, mark, rest = text.partition(": ")
    told = _told(rest) if mark and reader in _READERS else None
    return f"{_READERS[reader]}: {told}" if told else None


def _told(text: str) -> str | None:
    for pattern, words in _PATTERNS:
        if match := pattern.fullmatch(text):
            return match.expand(words)
    return None
