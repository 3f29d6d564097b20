"""How figures of workings are printed."""

import pytest

from escrow.explain.formula import formula, inputs, printed, share


@pytest.mark.parametrize(
    ("rate", "text"),
    [((10, 100), "10%"), ((1, 8), "12.5%"), ((1, 3), "1/3"), ((1, 1), "100%"), ((0, 1), "0%")],
)
def test_a_rate_is_a_percentage_when_that_is_exact(rate: tuple[int, int], text: str) -> None:
    assert share(*rate) == text


def test_money_days_and_codes_are_printed_as_what_they_are() -> None:
    assert printed("base", (20_000_050,)).zh == "200,000.50元"
    assert printed("last_day", (739_338,)).en == "2025-03-28"
    assert printed("reason", (1,)).en == "agreed total below the threshold"
    assert printed("year", (2025,)).zh == "2025"
    assert printed("rule", ("fen_down",)).zh == "fen_down"


def test_an_entry_without_workings_shows_the_numbers_of_its_event() -> None:
    found = inputs((), {"amount_fen": 5, "rate_num": 1, "rate_den": 4, "advance_fen": 20})
    assert [(each.key, each.value.en) for each in found] == [("rate", "25%"), ("advance", "CNY 0.20")]


def test_simple_interest_names_its_days() -> None:
    known = {"principal": (36_500,), "rate": (1, 10), "days": (10,)}
    assert formula(100, known) == ("365.00 x 10% x 10 / 365 = 1.00",)


def test_an_amount_without_figures_has_no_formula() -> None:
    assert formula(5, {}) == ()
