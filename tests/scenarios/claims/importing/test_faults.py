"""Every fault of a file is told at once, with file, sheet, line, column, what was expected and what to do."""

from pathlib import Path

import openpyxl
import pytest

from scenarios.claims.importing import BadImport, read_claims
from tests.scenarios.claims.importing.kit import FACTS, HEAD, faults, read


def csv_file(folder: Path, text: str) -> Path:
    path = folder / "claims.csv"
    path.write_text(text, "utf-8")
    return path


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        f"{HEAD},核定比例,核定金额\nC1,E1,a,2024-06-31,5,12.345\n"
        "C2,E 2,a,2024-06-10,5%,3\nC2,,a,2024-06-10,,\n",
    )
    assert faults(path) == [
        (2, "D", "申报日"),
        (2, "E", "核定比例"),
        (2, "F", "核定金额"),
        (3, "B", "企业"),
        (4, "", "enterprise"),
        (4, "", "id"),
    ]


def test_a_fault_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEAD},新车类型\nC1,E1,a,2024-06-10,电动\n")
    with pytest.raises(BadImport) as problem:
        read(path)
    assert problem.value.exit_code == 2
    said = problem.value.say("zh")
    assert all(
        part in said for part in ("claims.csv", "第 2 行", "E 列", "新车类型", "“电动”", "新能源 / 燃油")
    )
    assert "line 2 column E" in problem.value.say("en")


def test_a_workbook_names_its_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "滨江申报"
    book.active.append(["编号", "企业", "条款", "申报日"])
    book.active.append(["C1", "E1", "a", "soon"])
    book.save(tmp_path / "claims.xlsx")
    with pytest.raises(BadImport) as problem:
        read(tmp_path / "claims.xlsx")
    (fault,) = problem.value.faults
    assert fault.spot[1:] == ("滨江申报", 2, "D")


@pytest.mark.parametrize(
    ("header", "field"),
    [("核定比列", "核定比列"), ("decided_rate,核定比例", "核定比例"), (",奇怪", "奇怪")],
)
def test_unknown_and_double_headers_are_faults(header: str, field: str, tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEAD},{header}\nC1,E1,a,2024-06-10\n")
    assert [fault[2] for fault in faults(path)] == [field]


def test_a_header_that_comes_near_is_suggested(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEAD},核定比列\nC1,E1,a,2024-06-10,5%\n")
    with pytest.raises(BadImport) as problem:
        read(path)
    assert "核定比例" in problem.value.faults[0].advice.zh


def test_values_below_no_header_are_not_lost_silently(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEAD}\nC1,E1,a,2024-06-10,900万\n")
    assert faults(path) == [(2, "E", "")]


def test_missing_columns_are_named(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "编号,企业\nC1,E1\n")
    assert [field for _, _, field in faults(path)] == ["clause", "applied_on"]


def test_an_earlier_year_needs_the_newest(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEAD},rd_spend[-1]\nC1,E1,a,2024-06-10,1000万\n")
    assert faults(path) == [(2, "E", "rd_spend[-1]")]


def test_only_known_clauses_may_be_claimed(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEAD}\nC1,E1,binjiang2024-chuyin,2024-06-10\n")
    with pytest.raises(BadImport) as problem:
        read_claims(path, FACTS, ["binjiang2024-chuying"])
    assert "binjiang2024-chuying" in problem.value.faults[0].advice.en


@pytest.mark.parametrize(
    ("name", "data"), [("x.xls", b""), ("x.xlsx", b"no zip"), ("x.csv", b""), ("x.yaml", b"")]
)
def test_files_that_are_none_are_refused(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadImport):
        read(tmp_path / name)


def test_yaml_faults_name_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(
        "claims:\n"
        "- {id: C1, enterprise: E1, clause: a, applied_on: 2024-06-10, facts: {decided_rate: 0.05}}\n"
        "- {id: C2, enterprise: E1, clause: a, applied_on: soon, facts: {nothing: 1}}\n- 3\n"
        "- {id: C1, enterprise: E1, clause: a, applied_on: 2024-06-10, upper_level: {amount: 3万}}\n",
        "utf-8",
    )
    found = faults(path)
    assert [line for line, _, _ in found] == [2, 3, 3, 4, 5, 5]
