"""How figures are printed."""

from fractions import Fraction

import pytest

from scenarios.report.figures import percent, rounded, times, wan, yuan


@pytest.mark.parametrize(
    ("fen", "printed"),
    [(0, "0.00"), (5_000, "0.01"), (4_999, "0.00"), (-5_000, "-0.01"), (123_456_789_012, "123,456.79")],
)
def test_wan_has_two_decimals_half_up(fen: int, printed: str) -> None:
    assert wan(fen) == printed


def test_vouchers_show_the_fen() -> None:
    assert (yuan(18_000_050), yuan(-1)) == ("180,000.50", "-0.01")


def test_ratios_round_half_away_from_zero() -> None:
    assert (percent(Fraction(1, 3)), percent(Fraction(-1, 2000))) == ("33.3%", "-0.1%")
    assert (times(Fraction(5, 1000)), times(Fraction(4, 1000))) == ("0.01", "0.00")


def test_what_is_undefined_is_a_dash() -> None:
    assert (percent(None), times(None), rounded(None)) == ("-", "-", None)
