"""Values as people write them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.catalogue import values

GOOD = (
    ("money", "300万", 300_000_000),
    ("money", "1亿", 10_000_000_000),
    ("money", "12.5万元", 12_500_000),
    ("money", "1,000.05", 100_005),
    ("money", "３００万", 300_000_000),
    ("money", 3_000_000, 300_000_000),
    ("money", "0", 0),
    ("rate", "30%", Fraction(3, 10)),
    ("rate", "12.5 %".replace(" ", ""), Fraction(1, 8)),
    ("rate", "３０％", Fraction(3, 10)),
    ("rate", "5‰", Fraction(1, 200)),
    ("rate", "1/3", Fraction(1, 3)),
    ("rate", "0.10", Fraction(1, 10)),
    ("rate", 0, Fraction(0)),
    ("rate", 1, Fraction(1)),
    ("days", 90, 90),
    ("days", "90天", 90),
    ("days", "90 days", 90),
    ("count", "10", 10),
    ("date", "2025-03-09", date(2025, 3, 9)),
    ("date", date(2025, 3, 9), date(2025, 3, 9)),
    ("month_day", "12-20", "12-20"),
    ("text", " a ", "a"),
)
BAD = (
    ("money", 0.3), ("money", "1e6"), ("money", "-1"), ("money", -1), ("money", True), ("money", "0.001"),
    ("money", "30%"), ("money", ""), ("money", None), ("money", "10万亿"), ("money", 10**13),
    ("rate", 30), ("rate", "30"), ("rate", 0.3), ("rate", "1/0"), ("rate", "1/00"), ("rate", "-5%"),
    ("rate", "1/10001"), ("rate", "0.00001"), ("rate", True), ("rate", "三成"), ("rate", "1:3"),
    ("days", -1), ("days", "1.5"), ("days", "90周"), ("count", "1.0"), ("count", True), ("count", -1),
    ("date", "2025-02-29"), ("date", "20250309"), ("date", 20250309), ("date", "2025-3-9"),
    ("month_day", "02-29"), ("month_day", "13-01"), ("month_day", "1-1"), ("month_day", 1220),
    ("text", ""), ("text", 5), ("text", "a\nb"),
)  # fmt: skip


def refusal(unit: str, raw: object) -> tuple[object, ...]:
    """The arguments of the ValueError; empty when the value was read."""
    try:
        values.READERS[unit](raw)
    except ValueError as refused:
        return refused.args
    return ()


@pytest.mark.parametrize(("unit", "raw", "value"), GOOD)
def test_it_is_read_exactly(unit: str, raw: object, value: object) -> None:
    read = values.READERS[unit](raw)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("unit", "raw"), BAD)
def test_it_is_refused_with_what_would_be_right(unit: str, raw: object) -> None:
    assert refusal(unit, raw) == (values.EXPECTED[unit],)


@given(st.sampled_from(sorted(values.READERS)), st.text(max_size=12) | st.floats() | st.integers())
def test_nothing_else_than_a_clear_refusal_happens(unit: str, raw: object) -> None:
    assert refusal(unit, raw) in ((), (values.EXPECTED[unit],))


@given(st.integers(min_value=0, max_value=10**14))
def test_money_is_written_so_that_it_reads_back(fen: int) -> None:
    assert values.money(values.written(fen, "money")) == fen


@given(st.integers(min_value=0, max_value=10**4), st.integers(min_value=1, max_value=10**4))
def test_a_rate_is_written_so_that_it_reads_back(numerator: int, denominator: int) -> None:
    share = Fraction(min(numerator, denominator), denominator)
    assert values.rate(values.written(share, "rate")) == share


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (300_000_000, "money", "300万"), (10_000_000_000, "money", "1亿"), (Fraction(3, 10), "rate", "30%"),
        (Fraction(1, 3), "rate", "1/3"), (Fraction(1, 8), "rate", "12.5%"), (None, "money", "none"),
        (date(2025, 3, 9), "date", "2025-03-09"), (90, "days", "90"),
    ],
)  # fmt: skip
def test_it_is_written_the_short_way(value: values.Value, unit: str, text: str) -> None:
    assert values.written(value, unit) == text
