"""What holds of every clause and every case, with the oracle as second opinion."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.clauses.case import evaluate
from escrow.clauses.clause import Clause
from escrow.clauses.column import columns_of
from escrow.clauses.columns import evaluate_columns
from escrow.clauses.facts import ReadFacts
from escrow.clauses.problems import TooLarge
from tests.escrow.clauses import oracle
from tests.escrow.clauses.small import KNOWN, clause
from tests.escrow.clauses.trees import AMOUNTS, CASES, FEN, GUARDS, STEPS, made

DAY = date(2024, 6, 30).toordinal()
quick = settings(deadline=None, max_examples=150)


def paid(of: Clause, facts: ReadFacts) -> int | None:
    """The award in fen; None when it is beyond the bound."""
    try:
        return evaluate(of, facts, DAY).amount_fen
    except TooLarge:
        return None


@quick
@given(GUARDS, AMOUNTS, STEPS, st.lists(CASES, min_size=1, max_size=5))
def test_one_case_is_the_oracle_and_a_column_is_its_cases(
    guards: list[Any], amount: Any, steps: list[Any], cases: list[ReadFacts]
) -> None:
    rule = made(guards, amount, steps)
    ones = [paid(rule, each) for each in cases]
    small = [(one, case) for one, case in zip(ones, cases, strict=True) if one is not None]
    assert [one for one, _ in small] == [oracle.award(guards, amount, steps, case) for _, case in small]
    if len(small) == len(cases):
        found = evaluate_columns(rule, columns_of(KNOWN.facts, cases), len(cases), DAY)
        assert found.amount_fen is not None
        assert found.amount_fen.tolist() == ones
        failed = [evaluate(rule, each, DAY).failed for each in cases]
        assert found.failed.tolist() == [each[0].index if each else -1 for each in failed]


@quick
@given(CASES, FEN, FEN)
def test_raising_a_cap_never_lowers_an_award(case: ReadFacts, cap: int, more: int) -> None:
    low, high = (
        made([], ("+", ("fact", "cost"), ("fact", "other_cost")), [("cap", ("money", at))])
        for at in (cap, cap + more)
    )
    assert (paid(low, case) or 0) <= (paid(high, case) or 0) <= cap + more


@quick
@given(CASES, st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(1, 5), st.integers(1, 5))
def test_stages_and_payers_sum_to_the_award(
    case: ReadFacts, parts: list[int], city: int, district: int
) -> None:
    total = sum(parts) + 1
    stages = [{"event": f"e{at}", "share": f"{part}/{total}"} for at, part in enumerate(parts)]
    pay = {
        "payers": {"city": city, "district": district},
        "stages": [*stages, {"event": "last", "rest": True}],
    }
    for stage in stages:
        numerator, denominator = stage["share"].split("/")
        stage["share"] = f"{numerator} / {denominator} * 100%"
    found = evaluate(clause(amount="cost", pay=pay), case, DAY)
    assert sum(fen for _, fen in found.payers) == found.amount_fen
    assert sum(fen for *_, fen in found.stages) == found.amount_fen
    assert all(fen >= 0 for *_, fen in found.stages)


@quick
@given(st.integers(1, 10**10), st.integers(0, 300))
def test_a_growth_threshold_turns_at_the_fen(before: int, percent: int) -> None:
    rule = made([("grows", Fraction(percent, 100))], ("money", 100), [])
    least = -(-before * (100 + percent) // 100)  # the smallest amount that has grown enough
    for now, fen in ((least - 1, 0), (least, 100), (least + 1, 100)):
        assert paid(rule, ReadFacts(spend=(before, now))) == fen
    missing = evaluate(rule, ReadFacts(spend=(before, least - 1)), DAY).failed[0].missing_fen
    assert missing == 1
