"""Outlay, returns and what stays unpaid, by year."""

from escrow.tape import Instrument, Kind, Reason, Sharer
from scenarios.metrics.committed import committed_unpaid
from scenarios.metrics.outlay import ADMINISTRATION, outlay, total
from scenarios.metrics.returns import returns
from tests.scenarios.metrics.kit import WAN, line, worked_success


def test_outlay_is_booked_in_the_year_of_payment_under_its_instrument() -> None:
    assert outlay(worked_success()) == {
        2025: {Instrument.POOL_ADVANCE: 200 * WAN},
        2026: {Instrument.COST_SHARE: 180 * WAN},
    }


def test_escrow_movements_are_never_public_spending() -> None:
    tape = [
        line("2025-04-01", Kind.DEPOSITED, amount=WAN),
        line("2025-05-01", Kind.RELEASED, amount=WAN),
        line("2025-05-02", Kind.FORFEITED, amount=WAN),
    ]
    assert outlay(tape) == {}


def test_only_the_governments_share_of_a_guarantee_is_public() -> None:
    tape = [
        line("2026-01-01", Kind.GUARANTEE_PAID_OUT, amount=80 * WAN, a=Sharer.GUARANTOR),
        line("2026-01-01", Kind.GUARANTEE_PAID_OUT, amount=20 * WAN, a=Sharer.GOVERNMENT),
    ]
    assert outlay(tape) == {2026: {Instrument.GUARANTEE: 20 * WAN}}


def test_fees_of_operator_and_auditor_stand_apart() -> None:
    tape = [line("2025-12-31", Kind.OPERATOR_FEE, amount=5), line("2025-12-31", Kind.AUDIT_FEE, amount=7)]
    assert outlay(tape) == {2025: {ADMINISTRATION: 12}}


def test_the_total_of_a_table_adds_all_years() -> None:
    assert total(outlay(worked_success())) == 380 * WAN


def test_returns_count_what_platform_and_enterprise_pay_back() -> None:
    tape = [
        line("2025-12-30", Kind.POOL_REPAID, amount=200 * WAN),
        line("2026-01-31", Kind.POOL_OFFSET, amount=50 * WAN, b=1, c=1),
        line("2026-03-01", Kind.CLAWBACK_PAID, amount=3 * WAN, a=0, b=Reason.FALSIFIED),
        line("2026-03-01", Kind.CLAWBACK_PAID, amount=4 * WAN, a=3, b=Reason.FALSIFIED),
    ]
    assert returns(tape) == {
        2025: {Kind.POOL_REPAID: 200 * WAN},
        2026: {Kind.POOL_OFFSET: 50 * WAN, Kind.CLAWBACK_PAID: 7 * WAN},
    }


def test_money_between_pool_and_treasury_is_no_return() -> None:
    tape = [
        line("2026-03-09", Kind.POOL_REST_RETURNED, -1, WAN),
        line("2025-03-09", Kind.POOL_SOURCED, -1, WAN),
        line("2025-06-09", Kind.POOL_TOPPED_UP, -1, WAN, a=1),
    ]
    assert returns(tape) == {}


def test_unpaid_commitments_keep_the_year_of_the_claim() -> None:
    tape = [
        line("2028-12-31", Kind.COMMITTED_UNPAID, a=2028, b=Instrument.COST_SHARE, c=30 * WAN),
        line("2028-12-31", Kind.COMMITTED_UNPAID, 1, a=2028, b=Instrument.COST_SHARE, c=12 * WAN),
        line("2028-12-31", Kind.COMMITTED_UNPAID, 1, a=2027, b=Instrument.PREMIUM_SUBSIDY, c=WAN),
    ]
    assert committed_unpaid(tape) == {
        2027: {Instrument.PREMIUM_SUBSIDY: WAN},
        2028: {Instrument.COST_SHARE: 42 * WAN},
    }
