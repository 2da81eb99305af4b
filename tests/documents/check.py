"""Reads the files that tests/documents wrote, as the people's programs will: `check.py FOLDER PAGES`.

Beside each report and deck lies what it was made of, as JSON. What is asked: that all of it is there, as text; that a report has the form of a
Party document; that tables are tables, with a head that stands again on every page; that LibreOffice makes pages of it on which nothing is
cut; that nothing typed became a formula, a field or markup.
"""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from PIL import Image

FOLDER, PAGES = Path(sys.argv[1]), Path(sys.argv[2])
#: Paper, in millimetres.
A4 = (210, 297)
#: What the app's writer leaves out of text: control characters and marks that turn a line around.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def plain(text):
    """A text as it can be compared: without what is left out, white space as one space."""
    return " ".join(UNSEEN.sub("", text).split())


def asked(condition, *said):
    if not condition:
        raise SystemExit("documents: " + " ".join(str(part) for part in said))


def same(name, found, wanted):
    asked(found == wanted, f"{name}:\n  found  {found!r}\n  wanted {wanted!r}")


def tables_of(document):
    inside = [block["table"] for block in document["blocks"] if "table" in block]
    return inside + [annex["table"] for annex in document["annexes"]]


def check_report(path, document):
    """The Word file."""
    word = docx.Document(path)
    wanted = [block[kind]["text"] for block in document["blocks"] for kind in ("heading", "paragraph") if kind in block]
    found = [plain(paragraph.text) for paragraph in word.paragraphs]
    for text in wanted:
        asked(plain(text) in found, path.name, "lacks", repr(plain(text)))
    styles = {paragraph.style.name for paragraph in word.paragraphs}
    asked({"Title", "Subtitle", "Heading 1"} <= styles, path.name, styles)
    for paragraph, block in zip(
        [found for found in word.paragraphs if found.style.name.startswith("Heading")],
        [block["heading"] for block in document["blocks"] if "heading" in block],
    ):
        same(path.name, (paragraph.style.name, plain(paragraph.text)), (f"Heading {block['level']}", plain(block["text"])))
    check_form(path, word, document)
    made = [table for table in word.tables if table.style.name == "Figures"]
    same(f"{path.name}: tables", len(made), len(tables_of(document)))
    for table, of in zip(made, tables_of(document)):
        check_table(path, table, of)
    pictures = sum("picture" in block for block in document["blocks"])
    same(f"{path.name}: pictures", len(word.inline_shapes), pictures)
    for shape in word.inline_shapes:
        asked(shape.width.mm <= 165.5 and shape.height.mm <= 216, path.name, "a picture is too large")
        asked(shape._inline.docPr.get("descr"), path.name, "a picture says nothing to who does not see it")


def check_form(path, word, document):
    """Paper, margins, letters, head, foot."""
    first = word.sections[0]
    size = (round(first.page_width.mm), round(first.page_height.mm))
    margins = [round(side.mm) for side in (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)]
    same(f"{path.name}: paper", (size, margins), (A4, [20, 20, 30, 15]))
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    same(f"{path.name}: font", defaults.find(qn("w:rFonts")).get(qn("w:ascii")), "Times New Roman")
    same(f"{path.name}: size", defaults.find(qn("w:sz")).get(qn("w:val")), "28")
    lang = {"vi": "vi-VN", "en": "en-GB"}[document["lang"]]
    same(f"{path.name}: language", defaults.find(qn("w:lang")).get(qn("w:val")), lang)
    asked(first.different_first_page_header_footer, path.name, "numbers its first page")
    asked("PAGE" in first.header._element.xml, path.name, "numbers no pages")
    for footer in (first.footer, first.first_page_footer):
        same(f"{path.name}: stamp", plain(footer.paragraphs[0].text), plain(document["stamp"]))
    head = "\n".join(cell.text for row in word.tables[0].rows for cell in row.cells)
    for line in ("above", "issuer", "party", "number", "place_and_date"):
        asked(plain(document["head"][line]) in plain(head), path.name, "lacks", document["head"][line])
    asked("*" in head.split("\n"), path.name, "lacks the star below the issuer")
    end = [table for table in word.tables if table.style.name != "Figures"][-1]
    left, right = (plain(cell.text) for cell in end.rows[0].cells)
    for line in document["foot"]["recipients"]:
        asked(plain(line) in left, path.name, "lacks", line)
    for line in document["foot"]["signature"]:
        asked(plain(line) in right, path.name, "lacks", line)
    properties = word.core_properties
    asked(plain(document["head"]["title"]) in plain(properties.title), path.name, properties.title)
    same(f"{path.name}: who wrote it", (properties.author, properties.last_modified_by), ("", ""))
    same(f"{path.name}: sections", len(word.sections), 1 + len(document["annexes"]))
    for section in word.sections[1:]:
        wide = section.orientation == WD_ORIENT.LANDSCAPE
        asked(wide == (section.page_width > section.page_height), path.name, "lies on its side by half")


def check_table(path, table, of):
    """One table: its cells, its head, its rows."""
    same(f"{path.name}: head", [plain(cell.text) for cell in table.rows[0].cells], [plain(column["head"]) for column in of["columns"]])
    same(f"{path.name}: rows", len(table.rows), 1 + len(of["rows"]))
    asked(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, path.name, "a head does not stand again")
    for row in table.rows:
        asked(row._tr.trPr.find(qn("w:cantSplit")) is not None, path.name, "a row may be torn apart")
    # Cells one by one are slow in python-docx.
    for tr, wanted in zip([row._tr for row in table.rows][1:], of["rows"]):
        found = [plain("".join(text.text or "" for text in cell.iter(qn("w:t")))) for cell in tr.iter(qn("w:tc"))]
        cells = [plain(cell["text"]) for cell in wanted["cells"]]
        if wanted["kind"] == "group" and len(found) == 1:
            cells = cells[:1]
        same(f"{path.name}: row", found, cells + [""] * (len(found) - len(cells)))


def check_deck(path, show):
    """The PowerPoint file."""
    deck = pptx.Presentation(path)
    same(f"{path.name}: form", (deck.slide_width * 9, deck.slide_height * 16), (deck.slide_height * 16, deck.slide_width * 9))
    titles = [plain(slide.shapes.title.text_frame.text) for slide in deck.slides]
    at = 0
    for wanted in show["slides"]:
        parts = []
        first = re.escape(plain(wanted["headline"]))
        while at < len(titles) and re.fullmatch(first + r"( \(\d+/\d+\))?", titles[at]):
            parts.append(deck.slides[at])
            at += 1
            if not re.search(r"\(\d+/\d+\)$", titles[at - 1]) or re.search(r"\((\d+)/\1\)$", titles[at - 1]):
                break
        asked(parts, path.name, "lacks", wanted["headline"], titles)
        check_slide(path, parts, wanted, show)
    same(f"{path.name}: slides", at, len(titles))
    for slide in deck.slides:
        for shape in slide.shapes:
            inside = shape.left >= 0 and shape.top >= 0
            inside = inside and shape.left + shape.width <= deck.slide_width and shape.top + shape.height <= deck.slide_height
            asked(inside, path.name, "has something outside:", shape.name, slide.shapes.title.text_frame.text)


def check_slide(path, parts, wanted, show):
    words = plain(" ".join(shape.text_frame.text for slide in parts for shape in slide.shapes if shape.has_text_frame))
    foot = wanted["foot"] or show["stamp"]
    opening = wanted["body"].get("opening") if isinstance(wanted["body"], dict) else None
    if opening:
        foot = " · ".join([opening["day"], *opening["rests"]])
        for line in (opening["whose"].upper(), *opening["lines"]):
            asked(plain(line) in words, path.name, "lacks", line)
    for text in (wanted["sentence"], foot):
        asked(plain(text) in words, path.name, "lacks", text)
    if wanted["notes"].strip():
        same(f"{path.name}: notes", plain(parts[0].notes_slide.notes_text_frame.text), plain(wanted["notes"]))
    body = wanted["body"]
    if "table" in body:
        tables = [shape.table for slide in parts for shape in slide.shapes if shape.has_table]
        same(f"{path.name}: tables", len(tables), len(parts))
        found = [plain(row.cells[0].text) for table in tables for row in list(table.rows)[1:]]
        same(f"{path.name}: rows", found, [plain(row["cells"][0]["text"]) for row in body["table"]["rows"]])
    elif "list" in body:
        for name in body["list"]:
            asked(plain(name) in words, path.name, "lacks", name)
    elif "picture" in body:
        asked(any(shape.shape_type == 13 for shape in parts[0].shapes), path.name, "lacks a picture")


def check_annexes(path, document):
    """The Excel file."""
    with open(path, "rb") as file:
        book = openpyxl.load_workbook(file)
    wanted = [annex["table"] for annex in document["annexes"]]
    wanted += [block["table"] for block in document["blocks"] if "table" in block]
    if not wanted:
        return
    same(f"{path.name}: sheets", len(book.worksheets), len(wanted))
    for sheet, table in zip(book.worksheets, wanted):
        rows = list(sheet.iter_rows(min_row=4))
        same(path.name, [plain(str(cell.value or "")) for cell in rows[0]], [plain(column["head"]) for column in table["columns"]])
        same(f"{path.name}: rows", len(rows) - 1, len(table["rows"]))
        asked(all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), path.name, "computes something")
        for row, of in zip(rows[1:], table["rows"]):
            for cell, value in zip(row, of["cells"]):
                check_value(path, cell, value)


def check_value(path, cell, value):
    number = value["number"]
    if number and "count" in number:
        same(path.name, cell.value, number["count"])
    elif number and "percent" in number:
        asked("%" in cell.number_format and abs(cell.value * 10_000 - number["percent"]) < 0.01, path.name, cell.value, number)
    else:
        same(path.name, plain(str(cell.value or "")), plain(value["text"]))


def check_shares(source, document):
    """Percentages as LibreOffice draws them: with the comma in Vietnamese and the point in English, whatever the language that it runs in."""
    cells = [cell for annex in document["annexes"] for row in annex["table"]["rows"] for cell in row["cells"]]
    shares = [cell for cell in cells if cell["number"] and "percent" in cell["number"]]
    if not shares:
        return 0
    pdf = PAGES / "xlsx" / f"{source.stem}.pdf"
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    mark, other = {"vi": (",", "."), "en": (".", ",")}[document["lang"]]
    asked(re.search(rf"\d{re.escape(mark)}\d+%", text), pdf.name, "draws no share with", mark)
    asked(not re.search(rf"\d{re.escape(other)}\d+%", text), pdf.name, "draws shares with", other)
    return 1


def rendered(files, folder):
    """LibreOffice's pages of these files, as PDF."""
    folder.mkdir(parents=True)
    profile = f"-env:UserInstallation=file://{PAGES.resolve()}/.profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=300,
    )


def check_pages(source, document, show):
    """The pages of a file: text, fonts, sizes, and that nothing stands outside."""
    pdf = PAGES / source.suffix[1:] / f"{source.stem}.pdf"
    pages = pypdf.PdfReader(pdf).pages
    text = plain(" ".join(page.extract_text() for page in pages))
    fonts = {str(font["/BaseFont"]) for page in pages for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())}
    families = {re.sub(r"^/[A-Z]{6}\+", "", font).split("-")[0] for font in fonts}
    words = words_of(pdf)
    if source.suffix == ".docx":
        # The fonts with the measures of Times, which stand in for it here. Symbols of LibreOffice's own are nowhere used.
        # Charts have the letters of slides.
        letters = {"LiberationSerif", "LiberationSerifBold"} | ({"LiberationSans"} if any("picture" in block for block in document["blocks"]) else set())
        asked(families <= letters, source.name, families)
        count = sum(len(table["rows"]) for table in tables_of(document))
        asked(1 + len(document["annexes"]) <= len(pages) <= 6 + count / 5, source.name, len(pages), "pages")
        asked(plain(document["head"]["title"]) in text, source.name, "lacks its title")
        check_heads(source, pages, document)
        edges = (25, 8, 12, 8)
    else:
        asked(families <= {"LiberationSans"}, source.name, families)
        edges = (12, 5, 12, 5)
    for number, (width, height, found) in enumerate(words, 1):
        for word, (left, top, right, bottom) in found:
            inside = left >= 0 and top >= 0 and right <= width and bottom <= height
            asked(inside, source.name, "page", number, "cuts", word)
    subprocess.run(["pdftoppm", "-r", "50", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    for picture in sorted(pdf.parent.glob(f"{source.stem}-*.png")):
        check_edges(picture, edges)


def check_heads(source, pages, document):
    """A table that goes on over pages has its head on each of them."""
    for annex in document["annexes"]:
        rows = [plain(row["cells"][0]["text"]) for row in annex["table"]["rows"] if row["cells"]]
        rows = [row for row in rows if len(row) > 8]
        head = plain(annex["table"]["columns"][0]["head"])
        if len(rows) < 60:
            continue
        texts = [plain(page.extract_text()) for page in pages]
        # The text names single units too; a page of the table names many.
        on = [text for text in texts if sum(row in text for row in rows) > 5]
        asked(len(on) > 1 and all(head in page for page in on), source.name, "a head does not stand again")


def words_of(pdf):
    """The words of each page and where they stand, in points."""
    said = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    said = UNSEEN.sub("", said)
    space = "{http://www.w3.org/1999/xhtml}"
    for page in ElementTree.fromstring(said).iter(f"{space}page"):
        words = [
            (word.text or "", tuple(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{space}word")
        ]
        yield float(page.get("width")), float(page.get("height")), words


def check_edges(picture, edges):
    """Nothing is drawn in the margins: left, top, right, bottom in millimetres, at 50 dots an inch."""
    with Image.open(picture) as image:
        grey = image.convert("L")
        wide, high = grey.size
        left, top, right, bottom = (round(edge / 25.4 * 50) for edge in edges)
        if wide > high and picture.parent.name == "docx":
            left, right = round(15 / 25.4 * 50), round(15 / 25.4 * 50)
        for box in ((0, 0, left, high), (wide - right, 0, wide, high), (0, 0, wide, top), (0, high - bottom, wide, high)):
            asked(grey.crop(box).getextrema()[0] > 200, picture.name, "has something in its margin", box)


def check_pack(path):
    """The meeting pack: every file opens, and the figures are those of the slides."""
    with zipfile.ZipFile(path) as pack:
        asked(pack.testzip() is None, path.name, "is damaged")
        names = pack.namelist()
        openers = {".docx": docx.Document, ".pptx": pptx.Presentation, ".xlsx": openpyxl.load_workbook}
        for suffix, opener in openers.items():
            [name] = [name for name in names if name.endswith(suffix)]
            with pack.open(name) as file:
                opened = opener(file)
                if suffix == ".pptx":
                    titles = [slide.shapes.title.text_frame.text for slide in opened.slides]
        [figures] = [name for name in names if name.endswith(".json")]
        figures = json.loads(pack.read(figures))
        for slide in figures["slides"]:
            asked(any(title.startswith(slide["headline"]) for title in titles), path.name, "lacks", slide["headline"])
        [text] = [name for name in names if name.endswith(".txt")]
        asked(figures["stamp"] in pack.read(text).decode("utf-8-sig"), path.name, "lacks its stamp")


def main():
    sources = sorted(FOLDER.glob("*.json"))
    asked(len(sources) == 12, f"{len(sources)} documents were written, not 12")
    shutil.rmtree(PAGES, ignore_errors=True)
    for suffix in (".docx", ".pptx", ".xlsx"):
        rendered([source.with_suffix(suffix) for source in sources], PAGES / suffix[1:])
    with_shares = 0
    for source in sources:
        document, show = json.loads(source.read_text(encoding="utf-8"))
        check_report(source.with_suffix(".docx"), document)
        check_deck(source.with_suffix(".pptx"), show)
        check_annexes(source.with_suffix(".xlsx"), document)
        with_shares += check_shares(source, document)
        check_pages(source.with_suffix(".docx"), document, show)
        check_pages(source.with_suffix(".pptx"), document, show)
        print(f"{source.stem}: read")
    asked(with_shares > 1, "no annex has shares, in both languages")
    for pack in sorted(FOLDER.glob("pack-*.zip")):
        check_pack(pack)
        print(f"{pack.stem}: read")


main()
