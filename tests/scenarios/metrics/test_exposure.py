"""Exposure at quarter ends: paid, committed, expected."""

from datetime import date

from escrow.tape import Kind
from scenarios.metrics.exposure import exposures, quarter_ends
from tests.scenarios.metrics.kit import WAN, day, line, subject, worked_success


def test_quarter_ends_run_to_the_last_day() -> None:
    found = [date.fromordinal(end).isoformat() for end in quarter_ends(day("2025-03-09"), day("2025-11-15"))]
    assert found == ["2025-03-31", "2025-06-30", "2025-09-30", "2025-11-15"]


def test_a_horizon_that_ends_with_a_quarter_names_it_once() -> None:
    assert list(quarter_ends(day("2025-10-01"), day("2025-12-31"))) == [day("2025-12-31")]


def test_a_notice_commits_the_budget_and_raises_the_expected_grant() -> None:
    first, second, *_, last = exposures(worked_success(), subject())
    assert (first.paid_fen, first.committed_fen, first.expected_cost_share_fen) == (0, 200 * WAN, 180 * WAN)
    assert (second.paid_fen, second.committed_fen) == (200 * WAN, 0)
    assert (last.paid_fen, last.committed_fen, last.expected_cost_share_fen) == (380 * WAN, 0, 0)
    assert {point.total_fen for point in exposures(worked_success(), subject())} == {380 * WAN}


def test_an_ended_project_commits_nothing_and_expects_only_what_was_released() -> None:
    tape = [
        line("2025-03-28", Kind.APPROVED),
        line("2025-04-10", Kind.POOL_PAID, amount=200 * WAN),
        line("2025-06-30", Kind.FORFEITED, amount=20 * WAN),
        line("2025-06-30", Kind.PROJECT_ENDED),
    ]
    found = exposures(tape, subject())[1]
    assert (found.committed_fen, found.expected_cost_share_fen) == (0, 6 * WAN)


def test_an_insured_project_commits_its_premium_subsidy_until_it_is_paid() -> None:
    tape = [
        line("2025-03-28", Kind.APPROVED, 1),
        line("2025-04-10", Kind.POOL_PAID, 1, 200 * WAN),
        line("2025-05-15", Kind.PREMIUM_SUBSIDY_PAID, 1, 19_200_000),
    ]
    first, second = exposures(tape, subject())[:2]
    assert first.committed_fen == 200 * WAN + 19_200_000
    assert (second.committed_fen, second.paid_fen) == (0, 200 * WAN + 19_200_000)


def test_returns_lower_what_was_paid() -> None:
    tape = [*worked_success(), line("2026-03-30", Kind.POOL_REPAID, amount=200 * WAN)]
    assert exposures(tape, subject())[-1].paid_fen == 180 * WAN


def test_what_an_audit_struck_out_is_no_longer_expected() -> None:
    tape = [
        line("2025-03-28", Kind.APPROVED),
        line("2025-04-10", Kind.POOL_PAID, amount=200 * WAN),
        line("2025-12-30", Kind.RELEASED, amount=600 * WAN),
        line("2025-12-30", Kind.PROJECT_COMPLETED),
        line("2026-02-27", Kind.COST_SHARE_PAID, amount=165 * WAN, a=2025, b=550 * WAN),
    ]
    assert exposures(tape, subject())[-1].expected_cost_share_fen == 0
