"""Files that the app hands out, read by other software, as JSON: `documents.py KIND FILE`."""

import io
import json
import sys
import zipfile

import docx
import openpyxl
import pptx
import pypdf
from docx.oxml.ns import qn


def table_of(table):
    """A table's head and rows. Cells one by one are slow in python-docx."""
    rows = [["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))] for row in table._tbl.iter(qn("w:tr"))]
    return {"head": rows[0], "rows": rows[1:]}


def word(file):
    """A Word file."""
    document = docx.Document(file)
    tables = [table for table in document.tables if table.style.name == "Figures"]
    return {
        "title": document.core_properties.title,
        "paragraphs": [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()],
        "kinds": [paragraph.style.name for paragraph in document.paragraphs if paragraph.text.strip()],
        "styles": sorted({paragraph.style.name for paragraph in document.paragraphs}),
        "head": [cell.text for row in document.tables[0].rows for cell in row.cells],
        "tables": [table_of(table) for table in tables],
        "pictures": len(document.inline_shapes),
        "drawn": sum(1 for _ in document.element.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")),
        "described": all(shape._inline.docPr.get("descr") for shape in document.inline_shapes),
        "stamp": document.sections[0].footer.paragraphs[0].text,
        "numbered": "PAGE" in document.sections[0].header._element.xml,
        "language": document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")),
    }


def slides(file):
    """A PowerPoint file."""
    deck = pptx.Presentation(file)
    return [
        {
            "title": slide.shapes.title.text_frame.text,
            "words": " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame),
            "pictures": sum(shape.shape_type == 13 for shape in slide.shapes),
            "rows": sum(len(shape.table.rows) - 1 for shape in slide.shapes if shape.has_table),
            "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        }
        for slide in deck.slides
    ]


def book(file):
    """An Excel file."""
    found = openpyxl.load_workbook(file)
    return {
        sheet.title: {
            "rows": [[cell.value for cell in row] for row in sheet.iter_rows()],
            "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
        }
        for sheet in found.worksheets
    }


def pages(file):
    """A PDF: the size of each page in millimetres, and its text."""
    return [
        {
            "size": [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)],
            "text": " ".join(page.extract_text().split()),
        }
        for page in pypdf.PdfReader(file).pages
    ]


def pack(file):
    """A meeting pack."""
    with zipfile.ZipFile(file) as packed:
        names = packed.namelist()
        inside = {name: io.BytesIO(packed.read(name)) for name in names}
    by_end = {end: name for name in names for end in ("docx", "pptx", "xlsx", "json", "txt") if name.endswith("." + end)}
    return {
        "names": names,
        "word": word(inside[by_end["docx"]]) if "docx" in by_end else None,
        "slides": slides(inside[by_end["pptx"]]),
        "book": book(inside[by_end["xlsx"]]) if "xlsx" in by_end else None,
        "figures": json.load(inside[by_end["json"]]),
        "text": inside[by_end["txt"]].read().decode("utf-8-sig"),
    }


KIND, FILE = sys.argv[1:]
with open(FILE, "rb") as opened:
    json.dump({"word": word, "slides": slides, "book": book, "pages": pages, "pack": pack}[KIND](opened), sys.stdout, default=str)
