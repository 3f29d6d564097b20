"""The grants of both worked projects, and what each alternative reading of them changes."""

import pytest

from escrow.settlement import Claim, Dated, Moved, ProjectBook, State, settle
from escrow.tape import Payer
from tests.escrow.literal import WAN, audit_of, book, day, settlement_terms


def success() -> ProjectBook:
    """Three stages, all reached in 2025."""
    one = book()
    for on, wan in (("2025-07-10", 200), ("2025-10-17", 240), ("2025-12-30", 160)):
        one.moved(Moved.RELEASED, day(on), wan * WAN)
    return one


def failure(claim_on: str = "2025-12-22", payee: Payer = Payer.ENTERPRISE) -> ProjectBook:
    """The second stage missed; the insurer pays 120 万."""
    one = book()
    one.moved(Moved.RELEASED, day("2025-08-12"), 200 * WAN)
    one.moved(Moved.FORFEITED, day("2025-12-10"), 20 * WAN)
    one.claims.append(Claim(day(claim_on), 120 * WAN, payee))
    one.premium_subsidies.append(Dated(day("2025-05-15"), 1920 * WAN // 100))
    return one


def grant(one: ProjectBook, **chosen: str) -> int:
    """The grant of 2025 in 万."""
    return settle(audit_of(2025), [one], State(), settlement_terms(**chosen)).total_fen // WAN


def test_success_is_paid_thirty_percent_of_everything() -> None:
    assert grant(success()) == 180


def test_a_release_that_slips_into_the_next_year_is_paid_a_year_later() -> None:
    one = success()
    one.movements[2] = one.movements[2]._replace(day=day("2026-01-08"), invoice_day=day("2026-01-08"))
    first = settle(audit_of(2025), [one], State(), settlement_terms())
    one.grants += first.awards[0].grants()
    second = settle(audit_of(2026), [one], first.state, settlement_terms())
    assert (first.total_fen, second.total_fen) == (132 * WAN, 48 * WAN)


def test_failure_is_paid_on_input_less_the_claim() -> None:
    award = settle(audit_of(2025), [failure()], State(), settlement_terms()).awards[0]
    assert (award.input_fen, award.claims_fen, award.base_fen) == (220 * WAN, 120 * WAN, 100 * WAN)
    assert (award.amount_fen, award.bucket, award.cut_fen) == (30 * WAN, 2025, 0)


def test_a_forfeited_deposit_may_be_left_out() -> None:
    assert grant(failure(), forfeited_deposit_counts="no") == 24


def test_a_claim_paid_to_the_platform_is_not_deducted() -> None:
    assert grant(failure(payee=Payer.PLATFORM)) == 66
    assert grant(failure(payee=Payer.PLATFORM), claim_deduction="any_claim_on_project") == 30


@pytest.mark.parametrize(
    ("scope", "later"),
    [("same_project_carried_forward", 0), ("whole_project_with_clawback", 36), ("same_year_only", 0)],
)
def test_a_claim_paid_a_year_late_is_demanded_back_only_by_a_whole_settlement(scope: str, later: int) -> None:
    one, terms = failure(claim_on="2026-01-22"), settlement_terms(claim_scope=scope)
    first = settle(audit_of(2025), [one], State(), terms)
    one.grants += first.awards[0].grants()
    second = settle(audit_of(2026), [one], first.state, terms)
    assert first.total_fen == 66 * WAN
    assert (second.total_fen, second.awards[0].clawback_fen) == (0, later * WAN)


def test_the_premium_subsidy_may_be_deducted_from_the_base() -> None:
    award = settle(
        audit_of(2025), [failure()], State(), settlement_terms(premium_in_grant_base="subsidy_deducted")
    ).awards[0]
    assert award.base_fen == 100 * WAN - 1920 * WAN // 100
