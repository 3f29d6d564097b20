"""Tapes of a few rows whose outcomes can be done in the head."""

from dataclasses import replace

from escrow.compiled.outcomes.names import YEARLY, Y
from escrow.compiled.outcomes.plan import plan_of, years_of
from escrow.compiled.outcomes.reduce import Reduced, outcomes_of
from escrow.tape import Kind, Phase, Reason, Row
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import scenario, success
from tests.scenarios.metrics.kit import WAN, day

SETTING = run(scenario(success("P1"), success("P2"))).prepared.setting
QUOTA = run(scenario(success("P1"), readings={"pool_form": "budget_quota"})).prepared.setting


def row(on: str, kind: Kind, project: int = 0, amount: int = 0, stage: int = 0, **more: int) -> Row:
    a, b, c, d = (more.get(name, 0) for name in "abcd")
    return day(on), Phase.PAYMENTS, kind, project, stage, amount, a, b, c, d


def reduced(*tape: Row) -> Reduced:
    return outcomes_of(tape, SETTING, plan_of(SETTING, fans=False))


def yearly(found: Reduced, year: int) -> dict[str, int]:
    names = [each.name for each in YEARLY]
    return dict(zip(names, found.years[years_of(SETTING).index(year)].tolist(), strict=True))


def test_a_tape_without_rows_leaves_the_pool_as_it_was() -> None:
    found = reduced().values
    assert (found["pool_lowest_fen"], found["pool_end_fen"]) == (10_000 * WAN, 10_000 * WAN)
    assert {name for name, value in found.items() if value} == {"pool_lowest_fen", "pool_end_fen"}


def test_a_quota_issued_before_the_plans_first_day_was_never_nothing() -> None:
    # A policy bound before the horizon moves day one of its replication, not that of the plan.
    tape = [row("2025-02-20", Kind.QUOTA_ISSUED, -1, 10_000 * WAN)]
    found = outcomes_of(tape, QUOTA, plan_of(QUOTA, fans=False)).values
    assert (found["pool_lowest_fen"], found["pool_end_fen"]) == (10_000 * WAN, 10_000 * WAN)


def test_the_lowest_pool_is_that_of_an_evening() -> None:
    found = reduced(
        row("2025-04-10", Kind.POOL_PAID, 0, 9_000 * WAN),
        row("2025-04-10", Kind.POOL_REPAID, 0, 8_000 * WAN),
        row("2025-05-10", Kind.POOL_PAID, 1, 500 * WAN),
        row("2025-06-10", Kind.POOL_REPAID, 1, 100 * WAN),
    ).values
    assert (found["pool_lowest_fen"], found["pool_end_fen"]) == (8_500 * WAN, 8_600 * WAN)
    assert (found["pool_advance_fen"], found["public_returned_fen"]) == (9_500 * WAN, 8_100 * WAN)
    assert found["public_net_fen"] == 1_400 * WAN


def test_who_waits_for_the_pool_is_counted_once_and_to_the_last_day() -> None:
    found = reduced(
        row("2025-05-01", Kind.POOL_QUEUED, 0, 200 * WAN),
        row("2025-05-11", Kind.POOL_PAID, 0, 200 * WAN),
        row("2027-12-21", Kind.POOL_QUEUED, 1, 300 * WAN),
    ).values
    assert (found["pool_queued"], found["queue_days"], found["queue_days_max"]) == (2, 20, 10)
    assert (found["pool_depleted"], found["pool_depleted_on"]) == (1, day("2025-05-01"))
    assert (found["cap_hits"], found["cap_cut_fen"]) == (2, 500 * WAN)


def test_a_refusal_for_another_reason_is_no_depletion() -> None:
    found = reduced(row("2025-05-01", Kind.POOL_REFUSED, 0, 200 * WAN, b=Reason.TRIAL_OVER)).values
    assert (found["pool_refused"], found["pool_depleted"], found["cap_hits"]) == (1, 0, 0)


def test_a_grant_belongs_to_the_year_it_is_paid_in_and_a_debt_to_its_own() -> None:
    found = reduced(
        row("2026-02-27", Kind.COST_SHARE_PAID, 0, 60 * WAN, a=2025),
        row("2026-03-20", Kind.PREMIUM_SUBSIDY_PAID, 0, 19 * WAN, a=24 * WAN, b=4, c=5, d=50 * WAN),
        row("2027-12-31", Kind.COMMITTED_UNPAID, 1, a=2026, b=3, c=7 * WAN),
    )
    second, third = yearly(found, 2026), yearly(found, 2027)
    assert (second["cost_share_fen"], second["premium_subsidy_fen"]) == (60 * WAN, 19 * WAN)
    assert (second["committed_unpaid_fen"], second["budget_fen"]) == (7 * WAN, 86 * WAN)
    assert not any(value for name, value in third.items() if name != Y.EXPOSURE_END_FEN.name.lower())


def test_exposure_is_paid_and_committed_and_a_share_of_what_is_released_and_to_come() -> None:
    found = reduced(
        row("2025-03-28", Kind.APPROVED),
        row("2025-04-10", Kind.POOL_PAID, 0, 200 * WAN, stage=1),
        row("2025-07-10", Kind.RELEASED, 0, 200 * WAN, stage=1),
        row("2025-07-20", Kind.PROJECT_ENDED, a=Reason.MISSED),
        row("2026-02-27", Kind.COST_SHARE_PAID, 0, 60 * WAN, a=2025),
    )
    # A notice: 200 committed, 30 % of 400 expected; after the end only 30 % of the 200 released.
    assert found.values["exposure_peak_fen"] == 320 * WAN
    assert [yearly(found, year)["exposure_end_fen"] // WAN for year in (2025, 2026, 2027)] == [260, 260, 260]


def test_a_balance_counts_as_late_from_the_sixteenth_day() -> None:
    found = reduced(
        row("2025-06-30", Kind.MILESTONE_REACHED, 0, stage=1),
        row("2025-06-30", Kind.MILESTONE_REACHED, 1, stage=1),
        row("2025-07-15", Kind.BALANCE_PAID, 0, 180 * WAN, stage=1),
        row("2025-07-20", Kind.BALANCE_PAID, 1, 180 * WAN, stage=1),
    ).values
    assert (found["late_payment_days"], found["milestones_reached"]) == (5, 2)
    assert found["enterprise_net_fen"] == 360 * WAN


def test_the_larger_of_two_waits_of_a_project_is_what_the_pool_held_up() -> None:
    found = reduced(
        row("2025-05-01", Kind.POOL_QUEUED, 0, 200 * WAN),
        row("2025-06-01", Kind.POOL_REFUSED, 0, 240 * WAN, b=Reason.POOL_EMPTY),
    ).values
    assert (found["cap_hits"], found["cap_cut_fen"], found["queue_days"]) == (1, 240 * WAN, 31)


def test_under_a_quota_the_course_is_what_is_not_committed() -> None:
    tape = [
        row("2025-03-09", Kind.QUOTA_ISSUED, -1, 500 * WAN),
        row("2025-03-09", Kind.QUOTA_ISSUED, -1, 90 * WAN, a=3, b=2025),
        row("2025-03-28", Kind.QUOTA_COMMITTED, 0, 200 * WAN),
        row("2025-04-10", Kind.POOL_PAID, 0, 200 * WAN),
        row("2025-12-31", Kind.QUOTA_LAPSED, -1, 40 * WAN, a=2025, b=3),
        row("2026-01-10", Kind.QUOTA_ISSUED, -1, 100 * WAN, a=1),
    ]
    found = outcomes_of(tape, QUOTA, plan_of(QUOTA, fans=False)).values
    assert (found["pool_lowest_fen"], found["pool_end_fen"]) == (300 * WAN, 400 * WAN)
    assert (found["pool_topped_up_fen"], found["quota_lapsed_fen"]) == (100 * WAN, 40 * WAN)


def test_a_cap_counts_once_for_a_project_and_year_however_long_the_horizon() -> None:
    wide = replace(SETTING, last_day=day("2099-12-31"))
    tape = [
        row("2026-02-27", Kind.COST_SHARE_REFUSED, 0, a=2025, b=Reason.CAP_REACHED, c=3 * WAN),
        row("2026-03-27", Kind.COST_SHARE_REFUSED, 0, a=2025, b=Reason.CAP_REACHED, c=2 * WAN),
        row("2099-02-27", Kind.COST_SHARE_REFUSED, 0, a=2098, b=Reason.CAP_REACHED, c=WAN),
        row("2099-02-27", Kind.COST_SHARE_REFUSED, 0, a=2098, b=Reason.BUDGET_SHORT, c=4 * WAN),
    ]
    found = outcomes_of(tape, wide, plan_of(wide, fans=False)).values
    assert (found["cost_share_cap_hits"], found["cost_share_cap_cut_fen"]) == (2, 6 * WAN)
    assert (found["budget_short_hits"], found["budget_short_cut_fen"]) == (1, 4 * WAN)
