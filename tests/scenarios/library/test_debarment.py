"""Debarment: support ends with the finding, the escrow goes on, earlier grants stay."""

from escrow.tape import Kind, Reason
from tests.scenarios.library.telling import WAN, story

NAME = "debarment"


def test_two_enterprises_are_barred_for_two_reasons() -> None:
    told = [(row.on, row.data["enterprise"], row.data["reason"]) for row in story(NAME).of(Kind.DEBARRED)]
    assert told == [("2025-11-10", 1, Reason.NO_BALANCE), ("2026-03-03", 0, Reason.FALSIFIED)]


def test_grants_before_the_finding_stay_and_those_after_it_are_refused() -> None:
    told = story(NAME)
    assert told.paid(Kind.COST_SHARE_PAID) == [
        ("2026-02-27", "P1", 120 * WAN),
        ("2026-02-27", "P6", 90 * WAN),
        ("2027-02-26", "P6", 90 * WAN),
    ]
    refused = [(row.on, row.project, row.data["withheld_fen"]) for row in told.of(Kind.COST_SHARE_REFUSED)]
    assert refused == [
        ("2026-02-27", "P4", 9 * WAN),
        ("2026-02-27", "P5", 90 * WAN),
        ("2027-02-26", "P1", 120 * WAN),
        ("2027-02-26", "P2", 75 * WAN),
        ("2027-02-26", "P5", 90 * WAN),
    ]
    assert told.of(Kind.CLAWBACK_DEMANDED) == []


def test_the_escrow_of_a_barred_enterprise_follows_its_normal_rules() -> None:
    assert story(NAME).days(Kind.PROJECT_COMPLETED) == [
        ("2026-02-26", "P6"),
        ("2026-04-09", "P5"),
        ("2026-04-24", "P1"),
        ("2027-04-13", "P2"),
    ]


def test_a_new_application_and_a_premium_subsidy_are_refused() -> None:
    told = story(NAME)
    assert told.reasons(Kind.REFUSED) == [("2026-03-13", "P3", Reason.DEBARRED)]
    assert told.reasons(Kind.PREMIUM_SUBSIDY_REFUSED) == [("2026-03-12", "P2", Reason.DEBARRED)]


def test_an_unpaid_balance_loses_the_deposit_30_days_after_the_milestone_at_the_earliest() -> None:
    told = story(NAME)
    (unpaid,) = told.of(Kind.BALANCE_DEFAULTED)
    assert (unpaid.on, unpaid.project, unpaid.data["owed_fen"]) == ("2025-10-15", "P4", 270 * WAN)
    assert told.paid(Kind.FORFEITED) == [("2025-11-10", "P4", 30 * WAN)]
    assert told.reasons(Kind.PROJECT_ENDED) == [("2025-11-10", "P4", Reason.NO_BALANCE)]


def test_with_clawback_the_grant_of_the_year_before_comes_back_on_the_day_of_the_finding() -> None:
    told = story(NAME, "falsification_effect=clawback")
    assert told.paid(Kind.CLAWBACK_PAID) == [("2026-03-03", "P1", 120 * WAN)]
