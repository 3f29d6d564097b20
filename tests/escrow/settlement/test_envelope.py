"""A yearly envelope that falls short: cut, shared or postponed, and nothing lost without being named."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escrow.settlement import SHORT, Outcome


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("trim", [(60, 0, 0), (40, 0, 20), (0, 0, 30)]),
        ("prorate", [(40, 0, 20), (40, 0, 20), (20, 0, 10)]),
        ("defer", [(60, 0, 0), (0, 60, 0), (0, 30, 0)]),
    ],
)
def test_each_way_of_falling_short(short: str, expected: list[tuple[int, int, int]]) -> None:
    assert SHORT[short]([60, 60, 30], 100) == expected


@given(st.sampled_from(sorted(SHORT)), st.lists(st.integers(0, 10**12), max_size=9), st.integers(-5, 10**13))
@example("prorate", [0], -1)
def test_the_envelope_holds_and_every_fen_is_accounted_for(short: str, due: list[int], left: int) -> None:
    outcomes = SHORT[short](due, left)
    assert sum(outcome.paid_fen for outcome in outcomes) <= max(0, left)
    assert [sum(outcome) for outcome in outcomes] == due
    assert all(part >= 0 for outcome in outcomes for part in outcome)


@given(st.sampled_from(sorted(SHORT)), st.lists(st.integers(0, 10**12), max_size=9))
def test_enough_money_pays_everything(short: str, due: list[int]) -> None:
    assert SHORT[short](due, sum(due)) == [Outcome(amount, 0, 0) for amount in due]
