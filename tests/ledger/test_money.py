"""Money is whole fen; texts are read exactly or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.check import LIMIT_FEN
from ledger.errors import AmountTooLarge, BadMoney, NegativeMoney, NotWholeFen
from ledger.money import Rounding, divide, in_wan, parse_money, short_money, show_money, yuan


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("0", 0),
        ("300万", 300_000_000),
        ("1亿", 10_000_000_000),
        ("1亿元", 10_000_000_000),
        ("1.5亿", 15_000_000_000),
        ("1,000.05", 100_005),
        ("1,000.05元", 100_005),
        ("2,000万", 2_000_000_000),
        ("0.000001万", 1),
        ("１，０００．０５元", 100_005),
        ("￥12", 1_200),
        ("CNY 3 million", 300_000_000),
        ("3 Million yuan", 300_000_000),
        (" 5 元 ", 500),
        (5, 500),
        (0, 0),
    ],
)
def test_texts_and_yuan_are_read_exactly(text: str | int, fen: int) -> None:
    assert parse_money(text) == fen


@pytest.mark.parametrize("value", [1.0, 0.5, True, None, "1.005", "0.001元", "0.0000001万"])
def test_floats_bools_and_parts_of_a_fen_are_refused(value: object) -> None:
    with pytest.raises(NotWholeFen):
        parse_money(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["", "元", "万", "1,00", "1,0000", "1 2", "1e5", ".5", "5.", "10%", "300万亿", "1,000,0.5", "3" * 41],
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(BadMoney):
        parse_money(text)


def test_negative_money_needs_leave() -> None:
    assert parse_money("-1.05", signed=True) == -105
    with pytest.raises(NegativeMoney, match="must not be negative"):
        parse_money("-0.01")
    with pytest.raises(NegativeMoney):
        parse_money(-1)


def test_the_limit_is_ten_to_the_fourteenth_fen() -> None:
    assert parse_money("10000亿") == LIMIT_FEN == 10**14
    with pytest.raises(AmountTooLarge):
        parse_money("1,000,000,000,000.01")
    with pytest.raises(AmountTooLarge):
        parse_money(10**12 + 1)


@pytest.mark.parametrize(
    ("fen", "exact", "short", "wan"),
    [
        (0, "0.00", "0", "0.00"),
        (5, "0.05", "0.05", "0.00"),
        (100_005, "1,000.05", "1,000.05", "0.10"),
        (300_000_000, "3,000,000.00", "300万", "300.00"),
        (10_000_000_000, "100,000,000.00", "1亿", "10,000.00"),
        (15_500_000_000, "155,000,000.00", "1.55亿", "15,500.00"),
        (-123_456_789, "-1,234,567.89", "-1,234,567.89", "-123.46"),
        (1_000_000, "10,000.00", "1万", "1.00"),
    ],
)
def test_money_is_written_in_each_way(fen: int, exact: str, short: str, wan: str) -> None:
    assert (yuan(fen), short_money(fen), in_wan(fen)) == (exact, short, wan)


def test_a_reader_sees_the_currency() -> None:
    assert (show_money(100_005, "zh"), show_money(100_005, "en")) == ("1,000.05元", "CNY 1,000.05")


@given(st.integers(-LIMIT_FEN, LIMIT_FEN))
def test_what_is_written_exactly_reads_back(fen: int) -> None:
    written = (yuan(fen), short_money(fen), show_money(fen, "zh"))
    assert [parse_money(text, signed=True) for text in written] == [fen] * 3


@pytest.mark.parametrize(
    ("rounding", "results"),
    [(Rounding.DOWN, [2, 2, -2, 3]), (Rounding.UP, [3, 3, -3, 3]), (Rounding.HALF_UP, [2, 3, -3, 3])],
)
def test_each_rounding_does_what_its_name_says(rounding: Rounding, results: list[int]) -> None:
    assert [divide(amount, 10, rounding) for amount in (24, 25, -25, 30)] == results


def test_an_exact_division_refuses_a_remainder() -> None:
    assert divide(30, 10, Rounding.EXACT) == 3
    with pytest.raises(NotWholeFen):
        divide(25, 10, Rounding.EXACT)
