"""Build the PDFs of the demo municipalities (pipeline/demo/pages) from the texts beside this script.

Development only: it needs reportlab and Pillow, which nothing in the product imports (`pip install -e .[dev]`).
The PDFs are committed; run `python tests/tools/make_demo_pdfs.py [folder]` only after changing a text.
The output is deterministic: reportlab's invariant mode, fixed metadata, no clock.

A text in `demo_texts` has one block a line: its kind, a tab, its words. The sign ¬ marks a place where a word may be
broken; the line then ends in a hyphen, as in real minutes. A word may also break behind a hyphen of its own
("Case-" / "Management"), and that hyphen belongs to the word. All municipalities, persons and figures are invented.
"""

import re
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
PAGES = HERE.parents[1] / "pipeline" / "demo" / "pages"
TEXTS = {
    "niederschrift_2021-09-16.txt": "kreis-kronenbruch/niederschrift_2021-09-16.pdf",
    "vorlage_50-041-2020.txt": "staedteregion-talmuende/vorlage_50-041-2020.pdf",
}
SCAN = "kreis-kronenbruch/anlage_organigramm.pdf"

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 71, WIDTH - 71, HEIGHT - 92, 84
FONT, BOLD = "Helvetica", "Helvetica-Bold"
# kind of block: font, size, space above, space below
STYLES = {
    "name": (BOLD, 13, 0, 3),
    "small": (FONT, 10, 0, 0),
    "spaced": (BOLD, 15, 0, 0),
    "line": (FONT, 10.5, 0, 0),
    "row": (FONT, 10.5, 0, 3),
    "item": (FONT, 10.5, 0, 3),
    "text": (FONT, 10.5, 0, 7),
    "label": (BOLD, 10.5, 0, 2),
    "heading": (BOLD, 10.5, 6, 5),
}


def breaks(word):
    """Every way to cut a word: what stays on the line, what goes to the next one; longest first."""
    for match in reversed(list(re.finditer("[¬-]", word))):
        head, tail = word[: match.start()].replace("¬", ""), word[match.end() :].replace("¬", "")
        if len(head) > 2 and tail:
            yield head + "-", tail


def break_lines(text, width, font, size):
    """Greedy line breaking."""

    def fits(candidate):
        return stringWidth(candidate, font, size) <= width

    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        start = line + " " if line else ""
        plain = word.replace("¬", "")
        if fits(start + plain):
            line = start + plain
            continue
        head, tail = next((cut for cut in breaks(word) if fits(start + cut[0])), ("", plain))
        lines.append(start + head if head else line)
        line = tail
    return [*lines, line]


class Paper:
    """A document with running header and footer; blocks flow over the pages."""

    def __init__(self, header):
        self.header = header
        self.pages: list[list[tuple[Any, ...]]] = [[]]
        self.y = TOP

    def put(self, x, text, font, size):
        """Text on the current line."""
        self.pages[-1].append((x, self.y, text, font, size))

    def page(self):
        """Go to the next page."""
        self.pages.append([])
        self.y = TOP

    def room(self, height):
        """Go to the next page if so much room is not left."""
        if self.y - height < BOTTOM:
            self.page()

    def block(self, kind, words):
        """A paragraph, a heading or a numbered item of an agenda."""
        font, size, above, below = STYLES[kind]
        number, _, text = words.rpartition("\t")
        indent = 24 if number else 0
        self.room(size * (4 if kind == "heading" else 1.35))
        self.y -= above
        for piece in break_lines(text, RIGHT - LEFT - indent, font, size):
            self.room(size * 1.35)
            self.y -= size * 1.35
            if number:
                self.put(LEFT, number, font, size)
                number = ""
            self.put(LEFT + indent, piece, font, size)
        self.y -= below

    def table(self, columns, rows):
        """A ruled table; a column is its width and l or r, as "205l"."""
        size, height = 9.5, 17
        self.room(height * len(rows) + 8)
        top, edges = self.y, [LEFT]
        for column in columns:
            edges.append(edges[-1] + int(column[:-1]))
        for number, row in enumerate(rows):
            self.y = top - height * number - 12
            font = BOLD if number == 0 or row[0] == "Summe" else FONT
            for column, left, right, cell in zip(columns, edges, edges[1:], row, strict=False):
                x = left + 4 if column[-1] == "l" else right - 4 - stringWidth(cell, font, size)
                self.put(x, cell, font, size)
        bottom = top - height * len(rows)
        self.pages[-1] += [(edges[0], top - height * n, edges[-1], top - height * n) for n in range(len(rows) + 1)]
        self.pages[-1] += [(x, top, x, bottom) for x in edges]
        self.y = bottom - 8

    def save(self, path):
        """Write the file."""
        canvas = new_canvas(path, self.header["title"], "Sitzungsdienst")
        for number, page in enumerate(self.pages, 1):
            frame = [(LEFT, HEIGHT - 56, self.header["header"], FONT, 8.5), (LEFT, HEIGHT - 62, RIGHT, HEIGHT - 62)]
            mark = f"Seite {number} von {len(self.pages)}"
            x = RIGHT - stringWidth(mark, FONT, 8.5)
            foot = [(LEFT, 66, RIGHT, 66), (LEFT, 54, self.header["footer"], FONT, 8.5), (x, 54, mark, FONT, 8.5)]
            for item in [*frame, *page, *foot]:
                draw(canvas, item)
            canvas.showPage()
        canvas.save()


def new_canvas(path, title, maker):
    """An empty document with fixed metadata."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setCreator(maker)
    canvas.setProducer(maker)
    return canvas


def draw(canvas, item):
    """Text (x, y, text, font, size) or a line (x, y, x, y)."""
    if len(item) == 4:
        canvas.setLineWidth(0.6)
        canvas.line(*item)
    else:
        x, y, text, font, size = item
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)


def read(path):
    """A paper from its text."""
    blocks = [line.split("\t", 1) for line in path.read_text("utf-8").splitlines()]
    paper = Paper({kind: words for kind, words in blocks if kind in {"title", "header", "footer"}})
    position = 3
    while position < len(blocks):
        kind, words = blocks[position]
        position += 1
        if kind in STYLES:
            paper.block(kind, words)
        elif kind == "gap":
            paper.y -= int(words)
        elif kind == "page":
            paper.page()
        elif kind == "table":
            rows = []
            while position < len(blocks) and blocks[position][0] == "cells":
                rows.append(blocks[position][1].split("\t"))
                position += 1
            paper.table(words.split(), rows)
    return paper


GLYPHS = {  # five rows wide and seven high, one number of five bits a row
    "A": "14 17 17 31 17 17 17", "B": "30 17 17 30 17 17 30", "D": "30 17 17 17 17 17 30", "E": "31 16 16 30 16 16 31",
    "G": "15 16 16 23 17 17 15", "I": "14 4 4 4 4 4 14", "K": "17 18 20 24 20 18 17", "L": "16 16 16 16 16 16 31",
    "M": "17 27 21 21 17 17 17", "N": "17 25 21 19 17 17 17", "O": "14 17 17 17 17 17 14", "R": "30 17 17 30 20 18 17",
    "S": "15 16 16 14 1 1 30", "T": "31 4 4 4 4 4 4", "U": "17 17 17 17 17 17 14", "Z": "31 1 2 4 8 16 31",
    "0": "14 19 21 21 21 25 14", "2": "14 17 1 6 8 16 31", "3": "30 1 1 14 1 1 30", "4": "2 6 10 18 31 2 2",
    "5": "31 16 30 1 1 17 14", ",": "0 0 0 0 4 4 8", " ": "0 0 0 0 0 0 0",
}  # fmt: skip
CHART = [  # the organisation chart: words with place and scale, boxes, lines
    ("word", 120, 90, "ORGANIGRAMM KIM", 4), ("word", 220, 140, "STAND 2020", 3),
    ("box", 210, 220, 200, 60), ("word", 232, 242, "KREISTAG", 3), ("box", 310, 282, 0, 48),
    ("box", 190, 330, 240, 60), ("word", 208, 352, "DEZERNAT 3", 3), ("box", 310, 392, 0, 48),
    ("box", 120, 440, 380, 0), ("box", 170, 440, 0, 40), ("box", 450, 440, 0, 40),
    ("box", 60, 480, 220, 90), ("word", 80, 498, "BAUSTEIN 2", 3), ("word", 72, 534, "4 STELLEN", 3),
    ("box", 340, 480, 220, 90), ("word", 360, 498, "BAUSTEIN 3", 3), ("word", 352, 534, "0,5 STELLEN", 3),
]  # fmt: skip


def word_dots(x, y, text, scale):
    """The dots of a word in the glyphs above."""
    for place, sign in enumerate(text):
        for row, bits in enumerate(GLYPHS[sign].split()):
            for column in (c for c in range(5) if int(bits) & (16 >> c)):
                left, top = x + (place * 6 + column) * scale, y + row * scale
                yield from ((left + dx, top + dy) for dx in range(scale) for dy in range(scale))


def box_dots(x, y, width, height):
    """The dots of a frame; a frame without height or width is a line."""
    for thick in (0, 1):
        yield from ((x + k, y + side + thick) for k in range(width + 1) for side in {0, height})
        yield from ((x + side + thick, y + k) for k in range(height + 2) for side in {0, width})


def scan(path):
    """One page that is a picture and nothing else: an organisation chart as if scanned, without any text."""
    width, height = 620, 877
    picture = Image.new("L", (width, height), 250)
    for kind, *arguments in CHART:
        for x, y in word_dots(*arguments) if kind == "word" else box_dots(*arguments):
            # the sheet lay a little crooked on the glass
            picture.putpixel((x + (y - 400) // 60, y - (x - 300) // 75), 40)
    state = 20210318
    for _ in range(900):  # dust
        state = (state * 1103515245 + 12345) % 2**31
        picture.putpixel((state // 65536 % width, state // 7 % height), 170)
    canvas = new_canvas(path, "Scan", "Scanner")
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()


def main(out=PAGES):
    """Write the three files."""
    for text, name in TEXTS.items():
        read(HERE / "demo_texts" / text).save(out / name)
    scan(out / SCAN)
    for name in [*TEXTS.values(), SCAN]:
        print((out / name).stat().st_size, name)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:2]))
