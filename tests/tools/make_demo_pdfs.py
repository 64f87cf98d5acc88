#!/usr/bin/env python3
"""Build the PDFs of the bundled demo material (pipeline/demo/pages).

Development only: needs reportlab (with Pillow), which no part of the product
imports. The PDFs are committed; run this only after changing a text below:

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install reportlab
    /tmp/venv/bin/python tests/tools/make_demo_pdfs.py [output folder]

Output is deterministic (reportlab's invariant mode, fixed metadata, no clock):
the same version of reportlab writes the same bytes again.

All municipalities, persons and figures are invented.

In the texts below the sign ``¬`` marks a place where a word may be broken at
the end of a line; the line then ends in a hyphen, as in real minutes. Words
may also break behind a hyphen of their own (Case-|Management), where the
hyphen belongs to the word.
"""
import os
import sys

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 71, WIDTH - 71, HEIGHT - 92, 84
FONT, BOLD, SIZE, LEADING = "Helvetica", "Helvetica-Bold", 10.5, 14.2
REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def break_lines(text, width, font, size):
    """Greedy line breaking with the ``¬`` marks and hard hyphens as break points."""
    lines, line = [], ""

    def fits(candidate):
        return stringWidth(candidate, font, size) <= width

    for word in text.split(" "):
        plain = word.replace("¬", "")
        glue = " " if line else ""
        if fits(line + glue + plain):
            line += glue + plain
            continue
        parts, current = [], ""
        for sign in word:
            if sign == "¬":
                parts.append((current, "-"))
                current = ""
            elif sign == "-":
                parts.append((current + "-", ""))
                current = ""
            else:
                current += sign
        parts.append((current, ""))
        best = 0
        for n in range(1, len(parts)):
            head = "".join(p for p, _ in parts[:n])
            if len(head) >= 3 and fits(line + glue + head + parts[n - 1][1]):
                best = n
        if best:
            head = "".join(p for p, _ in parts[:best])
            lines.append(line + glue + head + parts[best - 1][1])
            line = "".join(p for p, _ in parts[best:])
        else:
            lines.append(line)
            line = plain
    if line:
        lines.append(line)
    return lines


class Paper:
    """A document with running header and footer; blocks flow over the pages."""

    def __init__(self, path, title, header, footer):
        self.canvas = Canvas(path, pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("")
        self.canvas.setCreator("Sitzungsdienst")
        self.canvas.setProducer("Sitzungsdienst")
        self.header, self.footer = header, footer
        self.pages, self.ops = [], []
        self.y = TOP

    def new_page(self):
        self.pages.append(self.ops)
        self.ops, self.y = [], TOP

    def room(self, height):
        if self.y - height < BOTTOM:
            self.new_page()

    def line(self, text, x=LEFT, font=FONT, size=SIZE, leading=LEADING):
        self.room(leading)
        self.y -= leading
        self.ops.append(("text", x, self.y, font, size, text))

    def text(self, text, indent=0, font=FONT, size=SIZE, gap=7, number=""):
        lines = break_lines(text, RIGHT - LEFT - indent, font, size)
        for n, piece in enumerate(lines):
            if number and n == 0:
                self.room(LEADING)
                self.ops.append(("text", LEFT, self.y - LEADING, font, size, number))
            self.line(piece, LEFT + indent, font, size)
        self.y -= gap

    def heading(self, text, size=SIZE, gap=5, space=6):
        self.room(3 * LEADING)
        self.y -= space
        for piece in break_lines(text, RIGHT - LEFT, BOLD, size):
            self.line(piece, font=BOLD, size=size, leading=size * 1.35)
        self.y -= gap

    def gap(self, points):
        self.y -= points

    def table(self, columns, rows, size=9.5):
        """Ruled table; columns = (x, width, align)."""
        height = 17
        self.room(height * len(rows) + 8)
        top = self.y
        for r, row in enumerate(rows):
            base = top - height * r - 12
            font = BOLD if r == 0 or row[0].startswith("Summe") else FONT
            for (x, width, align), cell in zip(columns, row):
                at = x + 4 if align == "l" else x + width - 4 - stringWidth(cell, font, size)
                self.ops.append(("text", at, base, font, size, cell))
        left, right = columns[0][0], columns[-1][0] + columns[-1][1]
        for r in range(len(rows) + 1):
            self.ops.append(("line", left, top - height * r, right, top - height * r))
        for x in [c[0] for c in columns] + [right]:
            self.ops.append(("line", x, top, x, top - height * len(rows)))
        self.y = top - height * len(rows) - 8

    def save(self):
        self.new_page()
        for n, ops in enumerate(self.pages, 1):
            c = self.canvas
            c.setFont(FONT, 8.5)
            c.drawString(LEFT, HEIGHT - 56, self.header)
            c.setLineWidth(0.4)
            c.line(LEFT, HEIGHT - 62, RIGHT, HEIGHT - 62)
            for op in ops:
                if op[0] == "text":
                    c.setFont(op[3], op[4])
                    c.drawString(op[1], op[2], op[5])
                else:
                    c.setLineWidth(0.6)
                    c.line(*op[1:])
            c.setLineWidth(0.4)
            c.line(LEFT, 66, RIGHT, 66)
            c.setFont(FONT, 8.5)
            c.drawString(LEFT, 54, self.footer)
            c.drawRightString(RIGHT, 54, "Seite %d von %d" % (n, len(self.pages)))
            c.showPage()
        self.canvas.save()


AGENDA = [
    ("1.", "Feststellung der Be¬schluss¬fä¬hig¬keit"),
    ("2.", "Niederschrift über die Sitzung vom 10.06.2021"),
    ("3.", "Kommunales In¬te¬gra¬ti¬ons¬ma¬nage¬ment (KIM) - Bericht über die Be¬set¬zung der Stellen - Vorlage 061/2021"),
    ("4.", "Weiterleitung aller Case-Management-Stellen an freie Trä¬ger - Antrag der Liste Kro¬nen¬bruch vom 30.08.2021 - Vor¬lage 066/2021"),
    ("5.", "Sanierung des Schulhofes der För¬der¬schule Am Tannen¬kamp - Vor¬lage 058/2021"),
    ("6.", "Mitteilungen und Anfragen"),
]


def minutes(path):
    p = Paper(path, "Niederschrift", "Kreis Kronenbruch - Ausschuss für Soziales und Integration - 16.09.2021 - öffentlich",
              "Niederschrift der 5. Sitzung")
    p.line("Kreis Kronenbruch", font=BOLD, size=13, leading=18)
    p.line("Die Landrätin", size=10)
    p.gap(18)
    p.line("N i e d e r s c h r i f t", font=BOLD, size=15, leading=20)
    p.gap(8)
    p.text("über die 5. Sitzung des Ausschusses für Soziales und Integration des Kreises Kro¬nen¬bruch am Don¬ners¬tag, dem 16.09.2021, im Kreishaus in Stein¬lohe, Sitzungsraum 2", gap=10)
    p.line("Beginn: 17:00 Uhr")
    p.line("Ende: 19:10 Uhr")
    p.heading("Anwesend")
    for row in ["Vorsitz: Ktabg. Dahlbeck (SPD)",
                "Kreistagsabgeordnete: Ktabg. Rosskamp (CDU), Ktabg. Wember (SPD), Ktabg. Sommerau (Liste Kronenbruch) und 8 weitere",
                "Sachkundige Bürgerinnen und Bürger: SB Adeyemi (BÜNDNIS 90/DIE GRÜNEN) und 3 weitere",
                "Verwaltung: Kreisdirektorin Wieland; Herr Kranefeld, Kommunales Integrationszentrum; Frau Hollerbach (Schrift¬füh¬rung)"]:
        p.text(row, gap=3)
    p.heading("Tagesordnung", space=12)
    p.text("A. Öffentlicher Teil", font=BOLD, gap=3)
    for n, t in AGENDA:
        p.text(t, indent=24, number=n, gap=3)
    p.text("B. Nichtöffentlicher Teil", font=BOLD, gap=3)
    p.text("Vertragsangelegenheit", indent=24, number="7.", gap=3)
    p.new_page()
    p.text("Der Vorsitzende eröffnet die Sitzung. Er schlägt vor, den Tages¬ord¬nungs¬punkt 5 wegen der an¬we¬sen¬den Schul¬lei¬tung nicht vorzuziehen, sondern in der Reihenfolge der Einladung zu beraten. Wider¬spruch er¬hebt sich nicht. Damit gilt folgende")
    p.heading("Tagesordnung")
    for n, t in AGENDA:
        p.text(t, indent=24, number=n, gap=3)
    p.heading("Zu 1. Feststellung der Beschlussfähigkeit", space=12)
    p.text("Der Ausschuss ist beschlussfähig. Es sind 16 stimm¬be¬rech¬tigte Mit¬glie¬der an¬we¬send.")
    p.heading("Zu 2. Niederschrift über die Sitzung vom 10.06.2021")
    p.text("Einwendungen werden nicht erhoben.")
    p.heading("Zu 3. Kommunales Integrationsmanagement (KIM) - Bericht über die Besetzung der Stellen - Vorlage 061/2021")
    p.text("Herr Kranefeld, Leiter des Kommunalen Inte¬gra¬ti¬ons¬zen¬trums, erläutert die Vor¬lage. Zum Stich¬tag 31.08.2021 seien von den bewilligten 8,5 Stel¬len ins¬ge¬samt 6,0 Stellen be¬setzt. Die im Sep¬tem¬ber 2020 genannte halbe Stelle im Bau¬stein 3 sei vom Land auf 1,0 Stelle auf¬ge¬stockt worden. Die Ver¬tei¬lung zeige die fol¬gende Über¬sicht:")
    cols = [(LEFT, 205, "l"), (LEFT + 205, 75, "r"), (LEFT + 280, 75, "r"), (LEFT + 355, RIGHT - LEFT - 355, "r")]
    p.table(cols, [["Baustein", "bewilligt", "besetzt", "Landesmittel 2021"],
                   ["1 Koordinierung", "3,5", "2,5", "215.000 €"],
                   ["2 Case Management", "4,0", "3,0", "220.000 €"],
                   ["3 Ausländer-/Einbürgerungsbehörde", "1,0", "0,5", "52.000 €"],
                   ["Summe", "8,5", "6,0", "487.000 €"]])
    p.text("Die noch freien Stellen seien seit dem 06.09.2021 erneut aus¬ge¬schrie¬ben. Der Vertrag mit der Arbeiter¬wohl¬fahrt über die Wei¬ter¬lei¬tung von 1,5 VZÄ sei am 01.07.2021 in Kraft getreten.")
    p.text("Kreisdirektorin Wieland berichtet, dass sich die Len¬kungs¬gruppe am 25.08.2021 konstituiert habe. Ihr gehörten neben ihr selbst als Vor¬sit¬zen¬der die Lei¬tun¬gen des Kom¬mu¬na¬len Inte¬gra¬ti¬ons¬zen¬trums, des Aus¬län¬der¬am¬tes und des Jugend¬amtes, die Ge¬schäfts¬füh¬rung des Job¬cen¬ters, die Agentur für Arbeit, die Arbeiterwohlfahrt und der Cari¬tas¬verband an.")
    p.text("SB Adeyemi fragt, ob auch Migrantenorganisationen mitwirken. Kreis¬di¬rek¬to¬rin Wie¬land verneint dies für den Anfang; eine Er¬wei¬te¬rung sei möglich. Auf Bitte von Ktabg. Rosskamp sagt sie zu, das Pro¬to¬koll der Len¬kungs¬gruppe dem Aus¬schuss bis zum 30.11.2021 zur Verfügung zu stellen.")
    p.text("Beschluss:", font=BOLD, gap=2)
    p.text("Der Ausschuss nimmt den Bericht zur Kenntnis.")
    p.heading("Zu 4. Weiterleitung aller Case-Management-Stellen an freie Träger - Antrag der Liste Kronenbruch vom 30.08.2021 - Vorlage 066/2021")
    p.text("Ktabg. Sommerau begründet den Antrag, alle vier Case-Management-Stellen an freie Trä¬ger wei¬ter¬zu¬lei¬ten. Die Träger seien näher an den Men¬schen und könn¬ten die Stellen schnel¬ler be¬set¬zen. Kreis¬di¬rek¬to¬rin Wieland weist darauf hin, dass der Kreis¬tag am 18.03.2021 ein¬stim¬mig anders ent¬schie¬den habe.")
    p.text("Ktabg. Wember erklärt, die SPD-Fraktion halte am Beschluss des Kreistages fest. SB Adeyemi schlägt vor, die Frage nach einem Jahr noch einmal auf¬zu¬grei¬fen. Herr Kranefeld kündigt dazu einen Bericht für das dritte Quartal 2022 an.")
    p.text("Beschluss:", font=BOLD, gap=2)
    p.text("Der Antrag wird abgelehnt.")
    p.text("Abstimmungsergebnis:", font=BOLD, gap=2)
    p.new_page()  # the figures stand on the next page, behind footer and header
    p.line("Ja-Stimmen: 5")
    p.line("Nein-Stimmen: 10")
    p.line("Enthaltungen: 1")
    p.gap(6)
    p.heading("Zu 5. Sanierung des Schulhofes der Förderschule Am Tannenkamp - Vorlage 058/2021")
    p.text("Die Verwaltung stellt die Planung vor. Die Kosten betragen 268.000 €; das Land för¬dert die Maß¬nahme mit 120.000 €. Für die Pausenaufsicht wird keine zusätzliche Stelle be¬nö¬tigt.")
    p.text("Beschluss:", font=BOLD, gap=2)
    p.text("Der Schulhof wird nach der vorgestellten Planung saniert.")
    p.text("Abstimmungsergebnis: einstimmig beschlossen")
    p.heading("Zu 6. Mitteilungen und Anfragen")
    p.text("SB Adeyemi fragt nach den Mitteln aus KOMM-AN NRW für das Jahr 2022. Kreisdirektorin Wieland antwortet, dass ein Betrag noch nicht feststehe.")
    p.gap(30)
    p.line("gez. Dahlbeck")
    p.line("Vorsitzender")
    p.gap(16)
    p.line("gez. Hollerbach")
    p.line("Schriftführerin")
    p.save()


def paper(path):
    p = Paper(path, "Vorlage 50/041/2020", "StädteRegion Talmünde - Vorlage Nr. 50/041/2020", "Amt 50 - Soziales und Integration")
    p.line("StädteRegion Talmünde", font=BOLD, size=13, leading=18)
    p.line("Der Städteregionsrat", size=10)
    p.gap(10)
    cols = [(LEFT, 150, "l"), (LEFT + 150, RIGHT - LEFT - 150, "l")]
    p.table(cols, [["Vorlage Nr.", "50/041/2020"], ["Art", "Beschlussvorlage"], ["Status", "öffentlich"],
                   ["Datum", "09.11.2020"], ["Federführung", "50 - Amt für Soziales und Integration"]])
    p.heading("Beratungsfolge", space=8)
    cols = [(LEFT, 190, "l"), (LEFT + 190, 110, "l"), (LEFT + 300, RIGHT - LEFT - 300, "l")]
    p.table(cols, [["Gremium", "Datum", "Zuständigkeit"], ["Sozialausschuss", "17.11.2020", "Vorberatung"],
                   ["Städteregionsausschuss", "26.11.2020", "Vorberatung"], ["Städteregionstag", "10.12.2020", "Entscheidung"]])
    p.heading("Betreff: Einführung des Kommunalen Integrationsmanagements (KIM) in der StädteRegion Talmünde", space=8)
    p.heading("Beschlussvorschlag:")
    p.text("Der Städteregionstag beschließt, das Kommunale Integrationsmanagement zum 01.01.2021 ein¬zu¬füh¬ren. Alle Case-Management-Stellen werden im Inte¬gra¬ti¬ons¬zen¬trum der StädteRegion angesiedelt. Die Verwaltung wird be¬auf¬tragt, die För¬der¬mittel zu be¬an¬tra¬gen.")
    p.heading("Sachverhalt:")
    p.text("Das Land stellt den Kreisen und kreisfreien Städten Personal für eine ab¬ge¬stimm¬te Inte¬gra¬ti¬ons¬ar¬beit zur Verfügung. Geplant sind in der StädteRegion 13,5 Stellen, die sich wie folgt verteilen:")
    cols = [(LEFT, 250, "l"), (LEFT + 250, 90, "r"), (LEFT + 340, RIGHT - LEFT - 340, "r")]
    p.table(cols, [["Baustein", "Stellen geplant", "Mittel 2021 (erwartet)"], ["1 Koordinierung", "3,5", "192.500 €"],
                   ["2 Case-Management", "8,0", "440.000 €"], ["3 Ausländer- und Einbürgerungsbehörde", "2,0", "104.000 €"],
                   ["Summe", "13,5", "736.500 €"]])
    p.text("Ursprünglich war erwogen worden, vier der acht Case-Management-Stellen bei der Stadt Ober¬stein¬ach ein¬zu¬richten. Davon nimmt die Ver¬wal¬tung Abstand, weil die Stadt kein eigenes Aus¬län¬der¬amt be¬sitzt.")
    p.text("Der Pilot „Einwanderung gestalten NRW“, an dem die StädteRegion von 2017 bis 2019 mit 150.000 € aus Landesmitteln beteiligt war, ist ab¬ge¬schlos¬sen und wird durch KIM abgelöst.")
    p.heading("Finanzielle Auswirkungen:")
    p.text("Im Haushalt 2021 werden Eigenmittel in Höhe von 35.000 Euro veranschlagt. Die Be¬schäf¬ti¬gung ist an die Dauer der Förderung gebunden. Über die Zusammensetzung der Len¬kungs¬gruppe ent¬schei¬det die Ver¬wal¬tung; die erste Sitzung ist für Februar 2021 vorgesehen.")
    p.heading("Weiteres Vorgehen:")
    p.text("Die Stellen der Ko¬or¬di¬nie¬rung sollen im Februar 2021 aus¬ge¬schrie¬ben werden, die Stellen im Case-Management im zweiten Quartal 2021. Die Verwaltung berichtet dem Sozial¬aus¬schuss in der ersten Sit¬zung nach Eingang des Förderbescheides.")
    p.gap(16)
    p.line("In Vertretung")
    p.line("Landskron")
    p.line("Dezernentin für Soziales und Integration")
    p.save()


GLYPHS = {  # 5 x 7 dots
    "A": "01110 10001 10001 11111 10001 10001 10001", "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01111 10000 10000 10000 10000 10000 01111", "D": "11110 10001 10001 10001 10001 10001 11110",
    "E": "11111 10000 10000 11110 10000 10000 11111", "G": "01111 10000 10000 10111 10001 10001 01111",
    "I": "01110 00100 00100 00100 00100 00100 01110", "K": "10001 10010 10100 11000 10100 10010 10001",
    "L": "10000 10000 10000 10000 10000 10000 11111", "M": "10001 11011 10101 10101 10001 10001 10001",
    "N": "10001 11001 10101 10011 10001 10001 10001", "O": "01110 10001 10001 10001 10001 10001 01110",
    "P": "11110 10001 10001 11110 10000 10000 10000", "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110", "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110", "Z": "11111 00001 00010 00100 01000 10000 11111",
    "0": "01110 10011 10101 10101 10101 11001 01110", "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "11110 00001 00001 01110 00001 00001 11110", "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110", ",": "00000 00000 00000 00000 00100 00100 01000",
    " ": "00000 00000 00000 00000 00000 00000 00000",
}


def scan(path):
    """One page that is a picture and nothing else: an organisation chart as if scanned."""
    width, height = 620, 877
    picture = Image.new("L", (width, height), 250)
    dots = picture.load()

    def skew(x, y):  # the sheet lay a little crooked on the glass
        return x + (y - 400) // 60, y - (x - 300) // 75

    def dot(x, y, shade=40):
        x, y = skew(x, y)
        if 0 <= x < width and 0 <= y < height:
            dots[x, y] = shade

    def word(x, y, text, scale):
        for sign in text:
            for r, row in enumerate(GLYPHS[sign].split()):
                for c, bit in enumerate(row):
                    if bit == "1":
                        for dx in range(scale):
                            for dy in range(scale):
                                dot(x + c * scale + dx, y + r * scale + dy)
            x += 6 * scale

    def box(x, y, w, h):
        for k in range(w):
            for t in range(2):
                dot(x + k, y + t)
                dot(x + k, y + h + t)
        for k in range(h + 2):
            for t in range(2):
                dot(x + t, y + k)
                dot(x + w + t, y + k)

    def rule(x0, y0, x1, y1):
        n = max(abs(x1 - x0), abs(y1 - y0))
        for k in range(n + 1):
            for t in range(2):
                dot(x0 + (x1 - x0) * k // n + t, y0 + (y1 - y0) * k // n + t)

    word(120, 90, "ORGANIGRAMM KIM", 4)
    word(220, 140, "STAND 2020", 3)
    box(210, 220, 200, 60)
    word(232, 242, "KREISTAG", 3)
    rule(310, 282, 310, 330)
    box(190, 330, 240, 60)
    word(208, 352, "DEZERNAT 3", 3)
    rule(310, 392, 310, 440)
    rule(120, 440, 500, 440)
    for x, title, count in ((60, "BAUSTEIN 2", "4 STELLEN"), (340, "BAUSTEIN 3", "0,5 STELLEN")):
        rule(x + 110, 440, x + 110, 480)
        box(x, 480, 220, 90)
        word(x + 20, 498, title, 3)
        word(x + 12, 534, count, 3)
    state = 20210318
    for _ in range(900):  # dust
        state = (state * 1103515245 + 12345) % 2147483648
        x = state % width
        state = (state * 1103515245 + 12345) % 2147483648
        dots[x, state % height] = 170
    canvas = Canvas(path, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle("Scan")
    canvas.setAuthor("")
    canvas.setCreator("Scanner")
    canvas.setProducer("Scanner")
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()


def main():
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(REPO, "pipeline", "demo", "pages")
    for build, name in ((minutes, "kreis-kronenbruch/niederschrift_2021-09-16.pdf"),
                        (scan, "kreis-kronenbruch/anlage_organigramm.pdf"),
                        (paper, "staedteregion-talmuende/vorlage_50-041-2020.pdf")):
        path = os.path.join(out, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        build(path)
        print(os.path.getsize(path), name)


if __name__ == "__main__":
    main()
