"""Milestones missed: six endings, by contract and policy."""

from escrow.tape import Kind, Payer, Reason
from tests.scenarios.library.telling import WAN, story

NAME = "milestone-failures"


def test_only_the_deposit_is_lost_whatever_the_cause() -> None:
    assert story(NAME).paid(Kind.FORFEITED) == [
        ("2025-08-08", "P2", 30 * WAN),
        ("2025-08-08", "P3", 30 * WAN),
        ("2025-11-28", "P1", 30 * WAN),
        ("2025-11-28", "P4", 30 * WAN),
        ("2025-11-28", "P5", 45 * WAN),  # an agreed rate of 15 %
        ("2026-05-08", "P6", 30 * WAN),
    ]


def test_what_was_prepaid_beyond_the_deposit_comes_back() -> None:
    assert story(NAME).paid(Kind.EXCESS_RETURNED) == [("2025-11-28", "P5", 255 * WAN)]


def test_projects_end_for_the_reason_that_ended_them() -> None:
    ended = {project: reason for _, project, reason in story(NAME).reasons(Kind.PROJECT_ENDED)}
    assert ended == {
        "P1": Reason.MISSED,
        "P2": Reason.MISSED,
        "P3": Reason.MISSED,
        "P4": Reason.ENDED_WITHOUT_FAULT,
        "P5": Reason.MISSED,
        "P6": Reason.OVERRUN,
    }


def test_a_claim_is_the_loss_less_the_own_share_within_the_cover() -> None:
    claims = [(row.on, row.project, row.fen, row.data["payee"]) for row in story(NAME).of(Kind.CLAIM_PAID)]
    assert claims == [
        ("2025-10-13", "P2", 150 * WAN, Payer.ENTERPRISE),  # a loss of 2.5 million, a cover of 1.5
        ("2025-10-13", "P3", 100 * WAN, Payer.ENTERPRISE),
        ("2025-12-19", "P4", 90 * WAN, Payer.PLATFORM),
        ("2026-02-02", "P1", 200 * WAN, Payer.ENTERPRISE),  # 80 % of 2.5 million
    ]


def test_a_policy_bound_after_the_channel_opened_is_not_subsidised_though_it_pays() -> None:
    told = story(NAME)
    refused = told.of(Kind.PREMIUM_SUBSIDY_REFUSED)
    assert [(row.project, row.data["reason"], row.data["withheld_fen"]) for row in refused] == [
        ("P3", Reason.POLICY_LATE, 16 * WAN)
    ]
    assert told.paid(Kind.PREMIUM_SUBSIDY_PAID) == [
        ("2025-05-11", "P4", 16 * WAN),
        ("2025-05-20", "P1", 16 * WAN),
        ("2025-05-20", "P2", 8 * WAN),
    ]


def test_claims_of_the_year_reduce_the_grant_those_of_the_next_year_and_of_the_platform_do_not() -> None:
    assert story(NAME).paid(Kind.COST_SHARE_PAID) == [
        ("2026-02-27", "P1", 99 * WAN),
        ("2026-02-27", "P4", 99 * WAN),
        ("2026-02-27", "P5", 103_5000_00),
        ("2026-02-27", "P7", 180 * WAN),
        ("2027-02-26", "P6", 9 * WAN),
    ]


def test_deducting_every_claim_on_the_project_costs_the_enterprise_of_the_platforms_policy() -> None:
    paid = story(NAME, "claim_deduction=any_claim_on_project").paid(Kind.COST_SHARE_PAID)
    assert ("2026-02-27", "P4", 72 * WAN) in paid  # 30 % of 3.3 less 0.9 million


def test_settling_over_the_whole_project_demands_the_grant_back_after_a_late_claim() -> None:
    told = story(NAME, "claim_scope=whole_project_with_clawback")
    back = [(row.on, row.project, row.data["demanded_fen"]) for row in told.of(Kind.CLAWBACK_DEMANDED)]
    assert back == [("2027-02-26", "P1", 60 * WAN)]  # 99 granted, 30 % of 3.3 less 2.0 million due
