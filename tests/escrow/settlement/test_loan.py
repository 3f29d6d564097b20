"""A guaranteed loan as dated flows, every sum exact."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.project import LoanPlan
from escrow.settlement import loan_flows
from escrow.settlement.problems import LoanDatesContradict, LoanRecoversTooMuch, LoanSharesTooLarge
from escrow.tape import Kind, Sharer
from tests.escrow.literal import WAN, day

PLAN = LoanPlan(200 * WAN, day("2025-05-01"), 365, Fraction(4, 100), Fraction(8, 1000))
SHARED = replace(PLAN, government_share=Fraction(1, 10), default_day=day("2026-05-01"))


def told(plan: LoanPlan) -> list[tuple[str, str, int]]:
    return [(date.fromordinal(f.day).isoformat(), f.kind.name, f.amount_fen) for f in loan_flows(plan)]


def test_a_loan_that_is_repaid() -> None:
    assert told(PLAN) == [
        ("2025-05-01", "LOAN_DRAWN", 200 * WAN),
        ("2025-05-01", "GUARANTEE_FEE_PAID", 16_000_00),
        ("2026-05-01", "LOAN_INTEREST_PAID", 8 * WAN),
        ("2026-05-01", "LOAN_REPAID", 200 * WAN),
    ]


def test_a_default_is_shared_and_so_is_the_recovery() -> None:
    plan = replace(SHARED, recovered_fen=1001, recovery_day=day("2027-01-01"))
    flows = [(f.kind, f.a, f.amount_fen) for f in loan_flows(plan)][2:]
    assert flows == [
        (Kind.LOAN_DEFAULTED, 200 * WAN, 0),
        (Kind.GUARANTEE_PAID_OUT, Sharer.GUARANTOR, 160 * WAN),
        (Kind.GUARANTEE_PAID_OUT, Sharer.GOVERNMENT, 20 * WAN),
        (Kind.RECOVERED, Sharer.GUARANTOR, 800),
        (Kind.RECOVERED, Sharer.GOVERNMENT, 100),
        (Kind.RECOVERED, Sharer.BANK, 101),
    ]


def test_a_loan_without_rates_has_no_fee_and_no_interest() -> None:
    plain = replace(PLAN, interest_rate=Fraction(0), fee_rate=Fraction(0))
    assert [kind for _, kind, _ in told(plain)] == ["LOAN_DRAWN", "LOAN_REPAID"]


@given(st.integers(1, 10**12), st.integers(0, 100), st.integers(0, 100), st.integers(0, 10**12))
def test_payouts_and_recoveries_add_up(principal: int, first: int, second: int, recovered: int) -> None:
    plan = replace(
        SHARED,
        principal_fen=principal,
        guarantor_share=Fraction(first, 100),
        government_share=Fraction(min(second, 100 - first), 100),
        recovered_fen=min(recovered, principal),
    )
    flows = loan_flows(plan)
    paid_out = sum(f.amount_fen for f in flows if f.kind is Kind.GUARANTEE_PAID_OUT)
    assert 0 <= principal - paid_out <= principal
    assert sum(f.amount_fen for f in flows if f.kind is Kind.RECOVERED) == plan.recovered_fen
    assert [f.day for f in flows] == sorted(f.day for f in flows)


def test_shares_above_the_whole_loss_are_refused() -> None:
    with pytest.raises(LoanSharesTooLarge, match="11/10"):
        loan_flows(replace(PLAN, government_share=Fraction(3, 10)))


def test_recovering_more_than_the_loss_is_refused() -> None:
    with pytest.raises(LoanRecoversTooMuch):
        loan_flows(replace(SHARED, recovered_fen=200 * WAN + 1))


@pytest.mark.parametrize("on", ["2025-04-30", "2026-05-02"])
def test_a_default_outside_the_term_is_refused_with_the_days(on: str) -> None:
    with pytest.raises(LoanDatesContradict, match=f"default {on} must lie from 2025-05-01 to 2026-05-01"):
        loan_flows(replace(PLAN, default_day=day(on)))


def test_a_recovery_before_the_payout_is_refused() -> None:
    with pytest.raises(LoanDatesContradict, match="recovery"):
        loan_flows(replace(SHARED, recovered_fen=1, recovery_day=day("2026-05-02")))
