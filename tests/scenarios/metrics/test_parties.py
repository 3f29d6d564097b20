"""Enterprises, platforms, insurers, and how much of it one platform holds."""

from dataclasses import replace
from fractions import Fraction

from escrow.tape import Kind, Payer, Sharer
from scenarios.metrics.concentration import concentration
from scenarios.metrics.enterprises import enterprise_net_cost
from scenarios.metrics.insurers import insurer_results
from scenarios.metrics.platforms import platform_income
from tests.scenarios.metrics.kit import WAN, insurance, line, plan, subject, worked_success


def test_the_worked_project_costs_its_enterprise_4_200_000() -> None:
    assert enterprise_net_cost(worked_success(), subject()) == {"E1": 420 * WAN}


def test_the_worked_project_brings_its_platform_8_000_000() -> None:
    assert platform_income(worked_success(), subject()) == {"PL1": 800 * WAN}


def test_a_claim_lowers_the_cost_of_the_enterprise_that_gets_it() -> None:
    tape = [
        line("2025-03-25", Kind.PREMIUM_PAID, 1, 24 * WAN, a=Payer.ENTERPRISE),
        line("2025-05-15", Kind.PREMIUM_SUBSIDY_PAID, 1, 1_920_000 * 10),
        line("2025-12-22", Kind.CLAIM_PAID, 1, 120 * WAN, a=Payer.ENTERPRISE),
    ]
    assert enterprise_net_cost(tape, subject()) == {"E2": 24 * WAN - 19_200_000 - 120 * WAN}


def test_a_claim_paid_to_the_platform_is_its_income() -> None:
    tape = [line("2025-12-22", Kind.CLAIM_PAID, 1, 120 * WAN, a=Payer.PLATFORM)]
    assert platform_income(tape, subject()) == {"PL2": 120 * WAN}
    assert enterprise_net_cost(tape, subject()) == {}


def test_a_loan_costs_its_fee_and_interest_only() -> None:
    tape = [
        line("2025-05-01", Kind.LOAN_DRAWN, 0, 400 * WAN),
        line("2025-05-01", Kind.GUARANTEE_FEE_PAID, 0, 3 * WAN),
        line("2026-05-01", Kind.LOAN_INTEREST_PAID, 0, 14 * WAN),
        line("2026-05-01", Kind.LOAN_REPAID, 0, 400 * WAN),
        line("2026-05-02", Kind.RECOVERED, 0, WAN, a=Sharer.BANK),
    ]
    assert enterprise_net_cost(tape, subject()) == {"E1": 17 * WAN}


def test_a_grant_to_a_partner_is_the_partners() -> None:
    joint = replace(plan("P1", "E1", "PL1", 200 * WAN), partners=(("E7", Fraction(1, 4)),))
    tape = [line("2026-02-27", Kind.COST_SHARE_PAID, 0, WAN, stage=1, a=2025)]
    assert enterprise_net_cost(tape, subject(joint)) == {"E7": -WAN}


def test_the_loss_ratio_is_claims_over_premiums() -> None:
    tape = [
        line("2025-03-25", Kind.PREMIUM_PAID, 1, 24 * WAN),
        line("2025-12-22", Kind.CLAIM_PAID, 1, 120 * WAN),
    ]
    assert insurer_results(tape, subject())["I1"].loss_ratio == Fraction(5)


def test_without_premiums_there_is_no_loss_ratio() -> None:
    tape = [line("2025-12-22", Kind.CLAIM_PAID, 1, 120 * WAN)]
    assert insurer_results(tape, subject())["I1"].loss_ratio is None


def test_concentration_weighs_approved_contracts() -> None:
    plans = [
        plan("P1", "E1", "PL1", 300 * WAN),
        plan("P2", "E2", "PL2", 100 * WAN),
        plan("P3", "E3", "PL3", 9),
    ]
    tape = [line("2025-03-28", Kind.APPROVED, 0), line("2025-03-29", Kind.APPROVED, 1)]
    found = concentration(tape, subject(*plans))
    assert (found.largest, found.largest_share, found.hhi) == ("PL1", Fraction(3, 4), Fraction(5, 8))


def test_without_approvals_there_is_no_concentration() -> None:
    found = concentration([], subject(plan("P1", "E1", "PL1", 1, insurance=insurance(1))))
    assert (found.largest, found.largest_share, found.hhi) == ("", None, None)
