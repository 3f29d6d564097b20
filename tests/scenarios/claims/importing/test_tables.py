"""Headers in both languages, units, earlier years, lists, encodings, workbooks."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from scenarios.claims.importing import NoExcel
from tests.scenarios.claims.importing.kit import FACTS, HEAD, read, row


@pytest.mark.parametrize(
    "header", ["decided_rate", "facts.decided_rate", "核定比例", "Rate decided by the office"]
)
def test_a_fact_is_found_by_its_id_and_both_titles(header: str, tmp_path: Path) -> None:
    assert row(tmp_path, header, "5%") == {"decided_rate": "5%"}


@pytest.mark.parametrize(
    ("header", "cell"),
    [("核定金额（万元）", "12.5"), ("decided_amount (元)", "125000"), ("核定金额", "12.5万")],
)
def test_a_header_may_name_the_unit(header: str, cell: str, tmp_path: Path) -> None:
    assert row(tmp_path, header, cell) == {"decided_amount": "125000"}


def test_columns_of_earlier_years_become_a_series_oldest_first(tmp_path: Path) -> None:
    found = row(
        tmp_path, "年度研发投入（万元）,年度研发投入（上年）（万元）,rd_spend[-2]", "3000,1000,8000000"
    )
    assert found == {"rd_spend": ["8000000", "10000000", "30000000"]}


def test_several_items_stand_in_one_cell_with_semicolons(tmp_path: Path) -> None:
    assert row(tmp_path, "所获奖项", "iF金奖；红点至尊奖") == {"awards": ["iF金奖", "红点至尊奖"]}
    assert row(tmp_path, "rd_spend", "1000万;3000万") == {"rd_spend": ["10000000", "30000000"]}


def test_several_arrivals_become_pairs(tmp_path: Path) -> None:
    found = row(tmp_path, "上级到账金额,上级到账日", "800万;800万,2024-08-01;2024-10-01")
    assert found["upper_level"] == [
        {"amount": "8000000", "arrives_on": "2024-08-01"},
        {"amount": "8000000", "arrives_on": "2024-10-01"},
    ]


def test_days_of_events_promotions_and_records_have_columns(tmp_path: Path) -> None:
    found = row(tmp_path, "事项日:listed,评审日,晋级日,晋级后：件数", "2024-07-01,2024-06-20,2025-03-01,2")
    assert found["events"] == {"listed": "2024-07-01"}
    assert found["record"] == {"reviewed_on": "2024-06-20"}
    assert found["promoted"] == {"on": "2025-03-01", "facts": {"item_count": 2}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_every_usual_encoding(encoding: str, tmp_path: Path) -> None:
    assert row(tmp_path, "新车类型", "新能源", encoding) == {"car_kind": "新能源"}


def test_tabs_and_semicolons_separate_too(tmp_path: Path) -> None:
    path = tmp_path / "claims.tsv"
    path.write_text("id\tenterprise\tclause\tapplied_on\nC1\tE1\tsome-clause\t2024-06-10\n", "utf-8")
    assert read(path).claims[0]["enterprise"] == "E1"


def test_lines_above_the_header_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(f"2024年度申报汇总表,,,\n\n{HEAD}\n,,,\nC1,E1,some-clause,2024-06-10\n", "utf-8")
    imported = read(path)
    assert [spot.line for spot in imported.places] == [5]


def test_a_workbook_gives_claims_and_enterprises_with_real_dates(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["编号", "企业", "条款", "申报日", "认定日", "核定比例"])
    sheet.append([7, "E1", "some-clause", datetime(2024, 6, 10), 45453, 0.05])
    firms = book.create_sheet("企业")
    firms.append(["编号", "科技型中小企业", "年度研发投入（万元）"])
    firms.append(["E1", "是", 1234.5])
    book.save(tmp_path / "claims.xlsx")
    imported = read(tmp_path / "claims.xlsx")
    assert imported.claims == (
        {
            "id": "7",
            "enterprise": "E1",
            "clause": "some-clause",
            "applied_on": "2024-06-10",
            "facts": {"recognised_on": date(2024, 6, 10).isoformat(), "decided_rate": "5%"},
        },
    )
    assert imported.enterprises == ({"id": "E1", "facts": {"tech_sme": True, "rd_spend": "12345000"}},)


def test_without_openpyxl_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(NoExcel) as fault:
        read(tmp_path / "claims.xlsx")
    assert "anxinbao[tables]" in fault.value.advise("en")
    assert "CSV" in fault.value.advise("zh")


def test_every_fact_of_the_vocabulary_has_a_column() -> None:
    from scenarios.claims.importing.headers import Headers

    headers = Headers(FACTS)
    for id, fact in FACTS.items():
        assert {headers.find(name).path for name in (id, fact.title.zh, fact.title.en)} == {("facts", id)}
