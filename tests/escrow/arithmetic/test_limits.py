"""Floors and caps never give a negative amount."""

from hypothesis import given
from hypothesis import strategies as st

from escrow.arithmetic import AMOUNT_MAX_FEN, RATE_PART_MAX, capped, deducted, fits, missing, room

fen = st.integers(0, AMOUNT_MAX_FEN)


@given(fen, fen)
def test_what_is_missing_and_the_amount_make_the_floor(amount: int, floor: int) -> None:
    assert amount + missing(amount, floor) == max(amount, floor)


@given(fen, fen, fen)
def test_a_capped_amount_never_passes_what_is_left(amount: int, cap: int, used: int) -> None:
    assert 0 <= capped(amount, room(cap, used)) <= min(amount, max(0, cap - used))


def test_a_cap_already_passed_leaves_nothing() -> None:
    assert capped(500, room(100, 101)) == 0


def test_a_deduction_larger_than_the_amount_leaves_nothing() -> None:
    assert [deducted(100, 99), deducted(100, 100), deducted(100, 101)] == [1, 0, 0]


def test_bounds_are_kept_on_both_sides() -> None:
    assert fits(AMOUNT_MAX_FEN, RATE_PART_MAX, RATE_PART_MAX)
    assert not fits(AMOUNT_MAX_FEN + 1, 1, 1)
    assert not fits(-1, 1, 1)
    assert not fits(1, 1, 0)
    assert not fits(1, RATE_PART_MAX + 1, 1)
