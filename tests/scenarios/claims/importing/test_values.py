"""Cells are read exactly, in the ways people write them."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from scenarios.claims.importing.values import READERS, NotThis


@pytest.mark.parametrize(
    ("kind", "raw", "unit", "meant"),
    [
        ("money", 1234, "", "1234"),
        ("money", 1234.56, "", "1234.56"),
        ("money", "1,234.56", "", "1234.56"),
        ("money", "300万", "", "3000000"),
        ("money", "１．５亿元", "", "150000000"),
        ("money", 12.345678, "万元", "123456.78"),
        ("money", 0.1 + 0.2, "", "0.30"),
        ("money", "0", "", "0"),
        ("usd", "1000万美元", "", None),
        ("usd", "1200.5", "", "1200.50"),
        ("usd", 3, "万美元", "30000"),
        ("ratio", "5%", "", "5%"),
        ("ratio", 0.05, "", "5%"),
        ("ratio", 5, "%", "5%"),
        ("ratio", "1/3", "", "1/3"),
        ("ratio", "8‰", "", "0.8%"),
        ("ratio", 1, "", "100%"),
        ("ratio", 7.1, "", "710%"),
        ("number", 3.0, "", 3),
        ("number", "1.50", "", "1.5"),
        ("date", datetime(2024, 6, 10), "", "2024-06-10"),
        ("date", date(2024, 6, 10), "", "2024-06-10"),
        ("date", "2024年6月1日", "", "2024-06-01"),
        ("date", "2024/6/1", "", "2024-06-01"),
        ("date", "2024.06.01", "", "2024-06-01"),
        ("date", "20240601", "", "2024-06-01"),
        ("date", "2024-06-10 00:00:00", "", "2024-06-10"),
        ("date", 45453, "serial", "2024-06-10"),
        ("bool", "是", "", True),
        ("bool", 0, "", False),
        ("bool", "TRUE", "", True),
        ("text", "  新能源 ", "", "新能源"),
        ("text", 12, "", "12"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(kind: str, raw: object, unit: str, meant: object) -> None:
    if meant is None:
        with pytest.raises(NotThis):
            READERS[kind](raw, unit)
    else:
        assert READERS[kind](raw, unit) == meant


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("money", "12.345"),
        ("money", -1),
        ("money", "1,2,3"),
        ("money", "many"),
        ("money", True),
        ("money", float("nan")),
        ("money", "1e20"),
        ("ratio", 5),
        ("ratio", "5"),
        ("ratio", "-5%"),
        ("ratio", "1/0"),
        ("number", "three"),
        ("date", "2024-06-31"),
        ("date", 45453),
        ("date", "10/06/2024"),
        ("date", datetime(2024, 6, 10, 12, 30)),
        ("bool", "maybe"),
        ("text", 1.5),
    ],
)
def test_what_could_be_misread_is_refused(kind: str, raw: object) -> None:
    with pytest.raises(NotThis) as fault:
        READERS[kind](raw, "")
    assert fault.value.expected.zh != fault.value.expected.en


def test_a_float_of_a_spreadsheet_is_its_fifteen_digits() -> None:
    for fen in (1, 10, 29, 115, 1234567, 99999999999):
        text = READERS["money"](fen / 100, "")
        assert Fraction(str(text)) * 100 == fen
