"""A district budget that falls short: the compiled division equals the readable one, fen by fen."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from escrow.compiled.settlement.envelope import divide, times_over
from escrow.settlement import SHORT
from tests.escrow.compiled.settlement.mirror import policy

amounts = st.lists(st.one_of(st.integers(0, 9), st.integers(0, 10**13)), max_size=9)


def divided(short: str, due: list[int], left: int) -> tuple[list[tuple[int, ...]], int]:
    """What becomes of amounts when `left` of a budget is left, and the sum paid."""
    budget = max(left, 0)
    outcomes = np.full((len(due) + 1, 3), 7, dtype=np.int64)
    asked = np.array([*due, 5], dtype=np.int64)
    paid = divide(policy(budget=budget, short=short), budget - left, asked, len(due), outcomes)
    return [tuple(row) for row in outcomes[: len(due)].tolist()], paid


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("trim", [(60, 0, 0), (40, 0, 20), (0, 0, 30)]),
        ("prorate", [(40, 0, 20), (40, 0, 20), (20, 0, 10)]),
        ("defer", [(60, 0, 0), (0, 60, 0), (0, 30, 0)]),
    ],
)
def test_each_way_of_falling_short(short: str, expected: list[tuple[int, ...]]) -> None:
    assert divided(short, [60, 60, 30], 100) == (expected, sum(row[0] for row in expected))


def test_without_a_budget_everything_is_paid() -> None:
    outcomes = np.zeros((2, 3), dtype=np.int64)
    assert divide(policy(), 0, np.array([3, 4], dtype=np.int64), 2, outcomes) == 7
    assert outcomes.tolist() == [[3, 0, 0], [4, 0, 0]]


@settings(deadline=None)
@given(st.sampled_from(sorted(SHORT)), amounts, st.one_of(st.integers(-5, 20), st.integers(0, 10**14)))
@example("prorate", [10**13, 10**13 - 1], 10**13)
@example("defer", [5, 0, 3], -1)
def test_the_division_equals_the_readable_one(short: str, due: list[int], left: int) -> None:
    named = [amount for amount in due if amount]  # an audit serves only those that are due something
    outcomes, paid = divided(short, due, left)
    expected = [tuple(outcome) for outcome in SHORT[short](named, left)]
    assert [row for row, amount in zip(outcomes, due, strict=True) if amount] == expected
    assert [row for row, amount in zip(outcomes, due, strict=True) if not amount] == [(0, 0, 0)] * due.count(
        0
    )
    assert paid == sum(row[0] for row in expected)


@settings(deadline=None)
@given(st.integers(0, 2**61), st.integers(0, 2**61), st.integers(1, 2**61 - 1))
def test_a_proportion_is_exact_beyond_64_bits(amount: int, num: int, den: int) -> None:
    num, amount = num % den, amount % (den + 1)
    assert times_over(amount, num, den) == amount * num // den
