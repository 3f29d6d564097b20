"""Tables as they lie in a file: CSV in UTF-8 or GB18030, Excel through openpyxl."""

import codecs
import csv
import io
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from ledger.text import Text
from scenarios.claims.importing.faults import BadImport, ImportFault, NoExcel, Spot

MAX_ROWS = 200_000
EXCEL = (".xlsx", ".xlsm")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Sheet(NamedTuple):
    """Rows with their line numbers, the header row first; empty rows are left out."""

    file: str
    name: str
    rows: tuple[tuple[int, tuple[Any, ...]], ...]
    serial: str = ""  # "serial": whole numbers may be dates of a spreadsheet

    def spot(self, line: int = 0, place: int = -1) -> Spot:
        """Where a cell stands, its column by letter."""
        return Spot(self.file, self.name, line, letter(place) if place >= 0 else "")


def letter(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def read_csv(path: Path) -> list[Sheet]:
    """The one table of a CSV file; the separator is a comma, semicolon or tab."""
    text = _decoded(path.read_bytes(), str(path))
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, line = [], 1
    for row in reader:
        rows.append((line, tuple(row)))
        line = reader.line_num + 1
    return [Sheet(str(path), "", _filled(rows, str(path)))]


def _decoded(data: bytes, file: str) -> str:
    """UTF-8, UTF-16 with its mark, else GB18030 as old spreadsheets save."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for name in [marked] if marked else ["utf-8", "gb18030"]:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    wrong = Text("编码无法识别", "the encoding is not known")
    expected = Text("UTF-8 或 GB18030 文本", "text in UTF-8 or GB18030")
    raise BadImport(faults=(ImportFault(Spot(file), "", wrong, expected),))


def read_excel(path: Path) -> list[Sheet]:
    """Every sheet of a workbook, with values where there are formulas; NoExcel without openpyxl."""
    openpyxl = needed(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError):
        wrong = Text("不是可读的 Excel 文件", "this is no Excel file that can be read")
        expected = Text("xlsx 工作簿", "an xlsx workbook")
        raise BadImport(faults=(ImportFault(Spot(str(path)), "", wrong, expected),)) from None
    try:
        return [_sheet(str(path), sheet) for sheet in book.worksheets]
    finally:
        book.close()


def needed(path: Path) -> Any:
    """openpyxl, or NoExcel."""
    try:
        import openpyxl
    except ImportError:
        raise NoExcel(file=path) from None
    return openpyxl


def _sheet(file: str, sheet: Any) -> Sheet:
    # Some writers state a wrong size of the sheet; without it every row is read.
    sheet.reset_dimensions()
    rows = [(line, tuple(row)) for line, row in enumerate(sheet.iter_rows(values_only=True), start=1)]
    return Sheet(file, sheet.title, _filled(rows, file, sheet.title), "serial")


def _filled(
    rows: list[tuple[int, tuple[Any, ...]]], file: str, name: str = ""
) -> tuple[tuple[int, tuple[Any, ...]], ...]:
    kept = tuple((line, row) for line, row in rows if any(not blank(cell) for cell in row))
    if len(kept) > MAX_ROWS:
        wrong = Text(f"超过 {MAX_ROWS} 行", f"more than {MAX_ROWS} rows")
        raise BadImport(faults=(ImportFault(Spot(file, name), "", wrong),))
    return kept


def blank(cell: object) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
