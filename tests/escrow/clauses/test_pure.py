"""Sharing, stacking, choosing and limiting: whole fen that sum to what they were taken from."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.clauses import (
    Applicant,
    Claim,
    Grant,
    Pool,
    limited,
    prorate,
    selected,
    split,
    stacked,
    stages_of,
    weighted,
)
from escrow.clauses.pools import SharedPool, limited_columns
from escrow.clauses.problems import CrossingPools, NotInColumns

AMOUNTS = st.lists(st.integers(0, 10**9), max_size=8)


def test_odd_fen_go_to_the_payer_named() -> None:
    assert split(101, {"city": 1, "district": 1}) == (("city", 51), ("district", 50))
    assert split(101, {"city": 1, "district": 1}, "district") == (("city", 50), ("district", 51))
    assert split(100, {"city": 2, "district": 1}) == (("city", 67), ("district", 33))


def test_stages_take_shares_and_the_rest() -> None:
    stages = [("listed", 0, Fraction(1, 3)), ("accepted", 1, Fraction(1, 3)), ("closed", 2, None)]
    assert stages_of(100, stages) == (("listed", 0, 33), ("accepted", 1, 33), ("closed", 2, 34))


def test_of_several_awards_the_highest_is_paid_and_the_earlier_of_equals() -> None:
    assert stacked([3, 9, 9, 1], "highest") == (0, 9, 0, 0)
    assert stacked([0, 3, 9], "first") == (0, 3, 0)
    assert stacked([3, 9, 5, 12], "top_up") == (3, 6, 0, 3)
    assert stacked([5, 5, 5], "sum", 12) == (5, 5, 2)


@given(AMOUNTS.filter(bool))
def test_the_best_of_a_group_is_at_least_each_member(amounts: list[int]) -> None:
    assert sum(stacked(amounts, "highest")) == max(amounts) == sum(stacked(amounts, "top_up"))


@given(AMOUNTS, st.integers(0, 10**10))
def test_pro_rata_shares_sum_to_the_budget(amounts: list[int], budget: int) -> None:
    parts = prorate(amounts, budget)
    assert sum(parts) == min(budget, sum(amounts))
    assert all(0 <= part <= amount for part, amount in zip(parts, amounts, strict=True))
    if sum(amounts) > budget:
        exact = [Fraction(amount * budget, sum(amounts)) for amount in amounts]
        assert all(abs(part - each) < 1 for part, each in zip(parts, exact, strict=True))


@pytest.mark.parametrize(
    ("short", "grants"),
    [
        ("trim", (Grant(60), Grant(40, 0, "p"), Grant(0, 0, "p"))),
        ("reject", (Grant(60), Grant(0, 0, "p"), Grant(30))),
        ("defer", (Grant(60), Grant(0, 50, "p"), Grant(30))),
        ("prorate", (Grant(43, 0, "p"), Grant(36, 0, "p"), Grant(21, 0, "p"))),
    ],
)
def test_a_short_pool_does_what_it_says(short: str, grants: tuple[Grant, ...]) -> None:
    claims = [Claim(60, ("p",)), Claim(50, ("p",)), Claim(30, ("p",))]
    assert limited(claims, {"p": Pool(100, short=short)}) == grants  # type: ignore[arg-type]


POOLED = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 2), st.integers(0, 1)), max_size=12)


@given(
    POOLED, st.integers(0, 150), st.integers(0, 300), st.sampled_from(("trim", "reject", "defer", "prorate"))
)
def test_no_pool_pays_more_than_its_cap(
    rows: list[tuple[int, int, int]], cap: int, total: int, short: str
) -> None:
    pools = {f"e{n}": Pool(cap, short=short) for n in range(3)} | {"all": Pool(total, used_fen=7)}  # type: ignore[arg-type]
    grants = limited([Claim(amount, (f"e{e}", "all")) for amount, e, _ in rows], pools)
    for number in range(3):
        assert sum(g.paid_fen for g, (_, e, _) in zip(grants, rows, strict=True) if e == number) <= cap
    assert sum(g.paid_fen for g in grants) <= max(0, total - 7)


@given(POOLED, st.integers(0, 150), st.integers(0, 300))
def test_nesting_pools_in_columns_are_the_events_in_their_order(
    rows: list[tuple[int, int, int]], cap: int, total: int
) -> None:
    amounts = np.array([amount for amount, *_ in rows], dtype=np.int64)
    keys = np.array([e for _, e, _ in rows], dtype=np.int64)
    full = np.full(len(rows), 1, dtype=np.int64)
    shared = [
        SharedPool("all", full * 0, full * total, full * 0),
        SharedPool("e", keys, full * cap, full * 0),
    ]
    events = limited(
        [Claim(amount, (f"e{e}", "all")) for amount, e, _ in rows],
        {**{f"e{n}": Pool(cap) for n in range(3)}, "all": Pool(total)},
    )
    assert limited_columns(amounts, shared).tolist() == [each.paid_fen for each in events]


def test_crossing_pools_are_refused_by_name() -> None:
    amounts, cap = np.array([1, 1, 1, 1]), np.full(4, 9)
    one = SharedPool("by enterprise", np.array([0, 0, 1, 1]), cap, cap * 0)
    other = SharedPool("by year", np.array([0, 1, 0, 1]), cap, cap * 0)
    with pytest.raises(CrossingPools) as crossing:
        limited_columns(amounts, [one, other])
    assert crossing.value.facts == {"one": "by enterprise", "other": "by year"}
    with pytest.raises(NotInColumns):
        limited_columns(amounts, [one._replace(short="defer")])


def test_the_best_of_each_group_are_chosen_above_the_minimum() -> None:
    people = [
        Applicant("a", 80, "x"),
        Applicant("b", 90, "x"),
        Applicant("c", 69, "x"),
        Applicant("d", 70, "y"),
    ]
    assert selected(people, minimum=70, top=1).chosen == ("b", "d")
    assert selected(people, minimum=70).below == ("c",)
    assert selected(people, top={"x": 2, "y": 0}).chosen == ("b", "a")


@pytest.mark.parametrize(
    ("ties", "chosen"), [("first", ("a", "b")), ("all", ("a", "b", "c")), ("none", ("a",))]
)
def test_a_tie_at_the_cut_is_settled_as_asked(ties: str, chosen: tuple[str, ...]) -> None:
    people = [Applicant("a", 9), Applicant("b", 8), Applicant("c", 8)]
    found = selected(people, top=2, ties=ties)  # type: ignore[arg-type]
    assert (found.chosen, found.tied) == (chosen, ("b", "c"))


def test_weights_are_exact() -> None:
    weights = {"roadshow": Fraction(3, 5), "site": Fraction(2, 5)}
    assert weighted({"roadshow": 70, "site": 71}, weights) == Fraction(352, 5)
