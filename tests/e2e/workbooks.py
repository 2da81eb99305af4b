"""Workbooks as other software makes them, for workbook.spec.mjs: `workbooks.py DEED ARGUMENTS…`.

openpyxl writes the xlsx files, xlwt the xls ones, odfpy the ods ones. What a person's sheets look like is in `messy`: a merged title, a header of
two rows, running numbers, groups with subtotals, blank rows, decomposed letters, numbers as text, formulas without a value.
"""

import datetime
import json
import sys
import unicodedata
import zipfile

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P


def opened(path):
    """A workbook, whatever its file is called: a download has no name of its own until it is saved."""
    with open(path, "rb") as file:
        return openpyxl.load_workbook(file)


def body(sheet):
    """The header and the rows of a sheet that the app made: below its first empty row."""
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    blank = next(at for at, row in enumerate(rows) if all(cell is None for cell in row))
    return rows[blank + 1], rows[blank + 2 :]


def describe(path):
    """What is in a workbook that the app made, as JSON."""
    book = opened(path)
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
    book = opened(path)
    sheet = book.worksheets[0]
    header = next(row for row in range(1, 20) if sheet.cell(row=row, column=2).value == "Tên đơn vị")
    sheet.cell(row=header + 1, column=3).value = 999
    # What a person does to the words above it does not matter.
    sheet.cell(row=header, column=3).value = "cột của tôi"
    book.save(out)


def as_typed(name, at):
    """A name as offices type it: in capitals, with spaces around, the marks beside their letters, its kind abbreviated."""
    short = name
    for whole, letters in (("Đảng bộ ", "ĐB "), ("Chi bộ ", "CB ")):
        if name.startswith(whole):
            short = letters + name.removeprefix(whole)
    return (short, f" {name}  ", unicodedata.normalize("NFD", name), name.upper(), name)[at % 5]


def messy(path, out):
    """The figures of the forms in `path`, as an office keeps them in one sheet. Prints how many there are."""
    book = opened(path)
    forms = {sheet["A1"].value.split(" ")[1]: (sheet, *body(sheet)) for sheet in book.worksheets}

    def figures(form, key):
        """A column by its key in the hidden row, as a figure by unit."""
        sheet, _, rows = forms[form]
        at = next(cell.column for cell in sheet[1] if cell.value == key) - 1
        return {row[1]: row[at] for row in rows}

    # Over each column one word, or two: a heading over several columns and its own.
    columns = [
        ("Tổng số đảng viên", None, figures("headcount", "head_count.members")),
        ("Kế hoạch học tập", None, figures("study", "plan")),
        ("Đã học", None, figures("study", "studied")),
        ("Đảng viên", "Được triệu tập", figures("study", "invited.members")),
        ("Đảng viên", "Tham gia học tập", figures("study", "attended.members")),
        ("Tài liệu (cuốn)", None, figures("study", "copies")),
        ("Bài thu hoạch", "Xuất sắc", figures("study", "write_ups.excellent")),
        ("Bài thu hoạch", "Giỏi", figures("study", "write_ups.good")),
        ("Bài thu hoạch", "Khá", figures("study", "write_ups.fair")),
        ("Bài thu hoạch", "Trung bình", figures("study", "write_ups.average")),
        ("Chương trình hành động", None, figures("study", "action_programme")),
    ]
    names = [row[1] for row in forms["headcount"][2]]

    new = openpyxl.Workbook()
    notes = new.active
    notes.title = "Ghi chú"
    notes["A1"] = "Số liệu do các đơn vị gửi"
    sheet = new.create_sheet("Tổng hợp")
    width = 2 + len(columns)
    for row, title in ((1, "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH"), (2, "TỔNG HỢP KẾT QUẢ HỌC TẬP NGHỊ QUYẾT")):
        sheet.cell(row=row, column=1, value=title)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    heads = [("STT", None), ("Tên đơn vị", None), *((upper, lower) for upper, lower, _ in columns)]
    for place, (upper, lower) in enumerate(heads, 1):
        if lower is None:
            sheet.cell(row=4, column=place, value=upper)
            sheet.merge_cells(start_row=4, end_row=5, start_column=place, end_column=place)
            continue
        sheet.cell(row=5, column=place, value=lower)
        if heads[place - 2][0] != upper:
            last = place + sum(1 for head in heads[place:] if head[0] == upper)
            sheet.cell(row=4, column=place, value=upper)
            sheet.merge_cells(start_row=4, end_row=4, start_column=place, end_column=last)
    line = 6
    written = 0
    for group in range(2):
        sheet.cell(row=line, column=1, value="I" * (group + 1))
        sheet.cell(row=line, column=2, value=f"Nhóm {group + 1}")
        line += 1
        first = line
        # The first half, then the rest: in the official order, as a new list of units should be.
        half = names[: len(names) // 2] if group == 0 else names[len(names) // 2 :]
        for at, name in enumerate(half):
            sheet.cell(row=line, column=1, value=at + 1)
            sheet.cell(row=line, column=2, value=as_typed(name, at))
            for place, (_, _, of_unit) in enumerate(columns, 3):
                value = of_unit[name]
                written += value is not None
                # Every third row has its numbers as text, with separators; what is done is a cross there.
                if at % 3 == 0 and isinstance(value, int):
                    value = f"{value:,}".replace(",", ".")
                sheet.cell(row=line, column=place, value=value)
            line += 1
            if at == 10:
                line += 1
        sheet.cell(row=line, column=2, value="Cộng")
        for place in range(3, width + 1):
            letter = openpyxl.utils.get_column_letter(place)
            # A program writes no value beside a formula.
            sheet.cell(row=line, column=place, value=f"=SUM({letter}{first}:{letter}{line - 1})")
        line += 2
    sheet.cell(row=line, column=2, value="Tổng cộng")
    new.save(out)
    print(json.dumps({"figures": written, "columns": len(columns), "units": len(names)}))


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


def lists(out):
    """A list of units with a day as a serial number, and one of targets, behind a sheet of notes."""
    book = openpyxl.Workbook()
    book.active.title = "Ghi chú"
    book.active["A1"] = "Danh sách do Ban Tổ chức lập"
    units = book.create_sheet("Đơn vị")
    units["A1"] = "DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG"
    units.merge_cells("A1:E1")
    for row in (
        (None,),
        ("STT", "Tên đơn vị", "Loại tổ chức", "Ngày thành lập"),
        (1, "ĐB SỞ Y TẾ", "ĐBCS", None),
        (2, "Sở Nội vụ", "ĐBCS", datetime.date(2020, 7, 1)),
        (3, "CB Thanh tra tỉnh", None, "1/7/2020"),
        (4, "CB Báo tỉnh", None, 44013),
    ):
        units.append(row)
    targets = book.create_sheet("Chỉ tiêu")
    for row in (("STT", "Đơn vị", "Chỉ tiêu", "Chỉ tiêu giao"), (1, "Sở Y tế", "Kết nạp đảng viên", "≥ 12"), (2, "Báo tỉnh", "Kết nạp đảng viên", 3), (None, "Cộng", None, 15)):
        targets.append(row)
    book.save(out)


def free(out):
    """An ods file: a merged title, rows that are repeated, numbers and numbers as text."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Số liệu")
    document.spreadsheet.addElement(table)

    def row(*values, **more):
        line = TableRow(**more)
        for value in values:
            number = {"valuetype": "float", "value": value} if isinstance(value, int) else {}
            cell = TableCell(**number)
            if value is not None:
                cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)

    title = TableRow()
    merged = TableCell(numbercolumnsspanned=4, numberrowsspanned=1, valuetype="string")
    merged.addElement(P(text="Số lượng đảng viên, quần chúng"))
    title.addElement(merged)
    title.addElement(CoveredTableCell(numbercolumnsrepeated=3))
    table.addElement(title)
    row(None, None, None, None, numberrowsrepeated=3)
    row("STT", "Tên tổ chức đảng", "Đảng viên", "Quần chúng")
    row(1, "ĐU Sở GD&ĐT", "1.204", 35)
    row(2, "Sở Y tế", 87, "12")
    row(None, "Cộng", 1291, 47)
    # As programs write it: the rest of the sheet, empty.
    row(None, numberrowsrepeated=1048567)
    document.save(out)


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


{deed.__name__: deed for deed in (describe, fill, messy, lists, old, free, far, bomb)}[sys.argv[1]](*sys.argv[2:])
