"""Workbooks as other software makes them, for workbook.spec.mjs: `workbooks.py DEED ARGUMENTS…`.

openpyxl writes the xlsx files, xlwt the xls ones. What a person's sheets look like is in `messy`: a merged title, a header of
two rows, running numbers, groups with subtotals, blank rows, decomposed letters, numbers as text, formulas without a value.
"""

import json
import sys
import unicodedata
import zipfile

import openpyxl
import xlwt


def body(sheet):
    """The header and the rows of a sheet that the app made: below its first empty row."""
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    blank = next(at for at, row in enumerate(rows) if all(cell is None for cell in row))
    return rows[blank + 1], rows[blank + 2 :]


def describe(path):
    """What is in a workbook that the app made, as JSON."""
    book = openpyxl.load_workbook(path)
    sheets = []
    for sheet in book.worksheets:
        header, rows = body(sheet)
        first = sheet.cell(row=sheet.max_row, column=3)
        sheets.append(
            {
                "name": sheet.title,
                "key": sheet["A1"].value,
                "titles": [sheet.cell(row=row, column=1).value for row in (2, 3, 4)],
                "hidden": bool(sheet.row_dimensions[1].hidden),
                "frozen": sheet.freeze_panes,
                "format": first.number_format,
                "types": sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}),
                "header": header,
                "rows": rows,
            }
        )
    print(json.dumps(sheets, ensure_ascii=False))


def fill(path, out):
    """Fills in the first figure of a blank form."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    header = next(row for row in range(1, 20) if sheet.cell(row=row, column=2).value == "Tên đơn vị")
    sheet.cell(row=header + 1, column=3).value = 999
    # What a person does to the words above it does not matter.
    sheet.cell(row=header, column=3).value = "cột của tôi"
    book.save(out)


def messy(path, out):
    """The figures of the forms in `path`, as an office keeps them in one sheet."""
    book = openpyxl.load_workbook(path)
    forms = {sheet["A1"].value.split(" ")[1]: body(sheet) for sheet in book.worksheets}
    people, study = forms["headcount"], forms["study"]
    column = lambda form, word: next(at for at, head in enumerate(form[0]) if head and word in head)
    members = column(people, "ảng viên")
    grades = [column(study, word) for word in ("uất sắc", "iỏi", "há", "rung bình")]
    others = {
        name: column(study, word)
        for name, word in (
            ("Kế hoạch", "ế hoạch"),
            ("Số đảng viên được triệu tập", "riệu tập"),
            ("Số đảng viên tham gia học tập", "ham gia"),
            ("Chương trình hành động", "hương trình hành động"),
        )
        if any(head and word in head for head in study[0])
    }
    of_unit = {row[1]: row for row in study[1]}

    new = openpyxl.Workbook()
    sheet = new.active
    sheet.title = "Tổng hợp"
    notes = new.create_sheet("Ghi chú")
    notes["A1"] = "Số liệu do các đơn vị gửi"
    width = 3 + len(grades) + len(others)
    sheet["A1"] = "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH"
    sheet["A2"] = "TỔNG HỢP KẾT QUẢ HỌC TẬP NGHỊ QUYẾT"
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    heads = ["STT", "Tên đơn vị", people[0][members]]
    for at, head in enumerate(heads, 1):
        sheet.cell(row=4, column=at, value=head)
        sheet.merge_cells(start_row=4, end_row=5, start_column=at, end_column=at)
    sheet.cell(row=4, column=4, value="Bài thu hoạch")
    sheet.merge_cells(start_row=4, end_row=4, start_column=4, end_column=3 + len(grades))
    for at, word in enumerate(("Xuất sắc", "Giỏi", "Khá", "Trung bình"), 4):
        sheet.cell(row=5, column=at, value=word)
    for at, name in enumerate(others, 4 + len(grades)):
        sheet.cell(row=4, column=at, value=study[0][others[name]])
        sheet.merge_cells(start_row=4, end_row=5, start_column=at, end_column=at)
    line = 6
    for group in range(2):
        sheet.cell(row=line, column=1, value="I" * (group + 1))
        sheet.cell(row=line, column=2, value=f"Nhóm {group + 1}")
        line += 1
        half = people[1][group::2]
        first = line
        for at, row in enumerate(half):
            name = row[1]
            # As names are typed: other letters, other spaces, the tone marks beside their letters.
            name = (name.upper(), f" {name}  ", unicodedata.normalize("NFD", name), name)[at % 4]
            values = [row[members], *(of_unit[row[1]][column] for column in grades + list(others.values()))]
            sheet.cell(row=line, column=1, value=at + 1)
            sheet.cell(row=line, column=2, value=name)
            for place, value in enumerate(values, 3):
                # Every third row has its numbers as text, with separators.
                text = f"{value:,}".replace(",", ".") if at % 3 == 0 and isinstance(value, int) else value
                sheet.cell(row=line, column=place, value=text)
            line += 1
        sheet.cell(row=line, column=2, value="Cộng")
        for place in range(3, width + 1):
            letter = openpyxl.utils.get_column_letter(place)
            # A program writes no value beside a formula.
            sheet.cell(row=line, column=place, value=f"=SUM({letter}{first}:{letter}{line - 1})")
        line += 2
    sheet.cell(row=line, column=2, value="Tổng cộng")
    new.save(out)


def old(out):
    """An xls file: a hidden sheet first, days, text and numbers."""
    book = xlwt.Workbook()
    hidden = book.add_sheet("Nháp")
    hidden.visibility = 1
    hidden.write(0, 0, "Đơn vị")
    hidden.write(1, 0, "Đảng bộ Sở Y tế")
    sheet = book.add_sheet("Số liệu")
    sheet.write_merge(0, 0, 0, 3, "Số lượng đảng viên, quần chúng")
    for at, head in enumerate(("STT", "Tên tổ chức đảng", "Đảng viên", "Quần chúng")):
        sheet.write(2, at, head)
    for at, (name, members, others) in enumerate((("Sở Y tế", 87, 12), ("Chi bộ Báo tỉnh", "21", 3))):
        for column, value in enumerate((at + 1, name, members, others)):
            sheet.write(3 + at, column, value)
    book.save(out)


def far(out):
    """A workbook with a stray mark in its last cell."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Đảng bộ Sở Y tế"
    book.active["XFD1048576"] = "x"
    book.save(out)


def bomb(out):
    """A workbook whose sheet unfolds to two hundred megabytes."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Đảng bộ Sở Y tế"
    book.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/a.xml", "w") as part:
        for _ in range(200):
            part.write(b" " * 1024 * 1024)


{deed.__name__: deed for deed in (describe, fill, messy, old, far, bomb)}[sys.argv[1]](*sys.argv[2:])
