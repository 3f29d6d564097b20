"""What a good scenario means."""

from datetime import date
from fractions import Fraction

import pytest

from escrow.project import ClaimPin, Portfolio, ProjectPlan
from scenarios.spec import openings, to_portfolio
from scenarios.spec.model.project import DEFAULT_PLANNED_DAYS
from tests.scenarios.spec.samples import GOOD, changed, load


def _portfolio(text: str = GOOD) -> Portfolio:
    loaded = load(text)
    return to_portfolio(loaded.scenario, loaded.resolved)


def _project(text: str = GOOD) -> ProjectPlan:
    return _portfolio(text).projects[0]


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def test_money_becomes_fen_and_days_become_ordinals() -> None:
    project = _project()
    assert (project.agreed_total_fen, project.filed_day) == (500_000_000, _ordinal("2025-03-14"))
    assert [stage.instalment_fen for stage in project.stages] == [200_000_000, 300_000_000]
    assert (project.review_day, project.review_passed) == (_ordinal("2025-03-24"), True)


def test_a_stage_without_agreed_days_gets_the_documented_default() -> None:
    assert [stage.planned_days for stage in _project().stages] == [90, DEFAULT_PLANNED_DAYS]


def test_pins_of_a_reached_and_a_missed_stage() -> None:
    first, second = (stage.pins for stage in _project().stages)
    assert (first.outcome, first.next_payment, first.next_day) == (
        "reached",
        "deposit",
        _ordinal("2025-07-15"),
    )
    assert (second.outcome, second.forfeit_day) == ("missed", _ordinal("2025-12-10"))


def test_claims_stated_claims_none_and_claims_left_open_differ() -> None:
    claims = "        claims: [{date: 2025-12-22, amount: 120万}]\n"
    assert _project().claims == (ClaimPin(_ordinal("2025-12-22"), 120_000_000),)
    assert _project(changed(claims, "        claims: []\n")).claims == ()
    assert _project(changed(claims, "")).claims is None


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("500万", 500_000_000),
        ("5000000", 500_000_000),
        ('"5,000,000.00"', 500_000_000),
        ("0.05亿", 500_000_000),
    ],
)
def test_money_may_be_written_in_several_ways(written: str, fen: int) -> None:
    assert _project(changed("agreed_total: 500万", f"agreed_total: {written}")).agreed_total_fen == fen


def test_amounts_with_fen_are_kept_to_the_fen() -> None:
    text = changed("agreed_total: 500万", 'agreed_total: "5000000.01"')
    text = changed("instalment: 300万", 'instalment: "3,000,000.01"', text)
    assert _project(text).stages[1].instalment_fen == 300_000_001


@pytest.mark.parametrize(
    ("written", "rate"), [("12.5%", Fraction(1, 8)), ("1/3", Fraction(1, 3)), ("1", Fraction(1))]
)
def test_rates_are_exact(written: str, rate: Fraction) -> None:
    text = changed("      filed_on", f"      deposit_rate: {written}\n      filed_on")
    assert _project(text).deposit_rate == rate


@pytest.mark.parametrize(
    ("written", "fen"), [("120%", 240_000_000), ("250万", 250_000_000), ("1/1", 200_000_000)]
)
def test_the_pool_budget_is_money_or_a_multiple_of_the_first_instalment(written: str, fen: int) -> None:
    text = changed("      filed_on", f"      pool_budget: {written}\n      filed_on")
    assert _project(text).pool_budget_fen == fen


def test_equipment_is_not_part_of_the_instalments() -> None:
    text = changed("agreed_total: 500万", "agreed_total: 540万\n      equipment_owned_by_enterprise: 40万")
    assert _project(text).equipment_fen == 40_000_000


def test_equipment_may_be_part_of_the_instalments_by_reading() -> None:
    text = changed("agreed_total: 500万", "agreed_total: 500万\n      equipment_owned_by_enterprise: 40万")
    assert load(text, readings=["equipment_in_instalments=yes"]).scenario.portfolio.projects[0].id == "P1"


def test_opening_balances_fill_what_is_not_stated() -> None:
    loaded = load()
    held = openings(loaded.scenario, to_portfolio(loaded.scenario, loaded.resolved), loaded.resolved)
    assert held == {
        "risk_pool": 10_000_000_000,
        "district_treasury": 100_000_000_000,
        "enterprise:E1": 500_000_000,
        "platform:PL1": 0,
        "insurer:I1": 10_000_000_000,
    }


def test_a_loan_brings_bank_and_guarantor_with_it() -> None:
    shares = "shares: {guarantor: 60%, bank: 20%}"
    loan = f"      loan: {{principal: 100万, drawn_on: 2025-05-01, term_days: 365, {shares}}}\n"
    loaded = load(changed("      filed_on", loan + "      filed_on"))
    portfolio = to_portfolio(loaded.scenario, loaded.resolved)
    terms = portfolio.projects[0].loan
    assert terms is not None
    assert (terms.guarantor_share, terms.government_share) == (Fraction(3, 5), Fraction(1, 5))
    held = openings(loaded.scenario, portfolio, loaded.resolved)
    assert (held["bank"], held["guarantor"]) == (100_000_000_000, 10_000_000_000)


def test_one_number_stands_for_every_party_of_a_kind() -> None:
    text = changed("enterprise: {default: 1亿, E1: 500万}", "enterprise: 700万\n  insurer: {I1: 5万}")
    loaded = load(text)
    held = openings(loaded.scenario, to_portfolio(loaded.scenario, loaded.resolved), loaded.resolved)
    assert (held["enterprise:E1"], held["insurer:I1"]) == (700_000_000, 5_000_000)


def test_an_override_of_the_pool_size_goes_before_the_stated_balance() -> None:
    text = changed("opening_balances:\n", "opening_balances:\n  risk_pool: 300万\n")
    plain = load(text)
    raised = load(text, sets=["pool_size=2亿"])
    held = [
        openings(each.scenario, to_portfolio(each.scenario, each.resolved), each.resolved)
        for each in (plain, raised)
    ]
    assert [each["risk_pool"] for each in held] == [300_000_000, 20_000_000_000]


def test_ids_may_be_chinese_and_numbers_keep_their_zeros() -> None:
    text = GOOD.replace("E1", "杭州某某科技有限公司").replace("PL1", "007")
    project = _project(text)
    assert (project.enterprise, project.platform) == ("杭州某某科技有限公司", "007")


def test_retry_and_rectification_reach_the_engine() -> None:
    missed = "{reached: false, date: 2025-11-28, forfeited_on: 2025-12-10}"
    retried = "{outcome: rectify, achieved: 60%, date: 2026-02-01, rectified: {date: 2026-03-01}}"
    again = f"{{outcome: missed, cause: platform_quit, date: 2025-11-28, retry: {retried}}}"
    text = changed(missed, again).replace("claims: [{date: 2025-12-22, amount: 120万}]", "claims: []")
    retry = _project(text).stages[1].pins.retry
    assert retry is not None
    assert (retry.achieved, retry.rectified, retry.rectified_day) == (
        Fraction(3, 5),
        True,
        _ordinal("2026-03-01"),
    )
    assert _project(text).stages[1].pins.cause.name == "PLATFORM_QUIT"
