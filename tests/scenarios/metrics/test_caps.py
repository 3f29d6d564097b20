"""Caps that bit."""

from escrow.tape import Kind, Reason
from scenarios.metrics.caps import CapHit, caps_hit
from tests.scenarios.metrics.kit import WAN, line, subject


def test_a_grant_cut_by_the_cap_is_counted_with_what_was_cut() -> None:
    tape = [
        line("2026-02-27", Kind.COST_SHARE_REFUSED, a=2025, b=Reason.CAP_REACHED, c=60 * WAN),
        line("2026-02-27", Kind.COST_SHARE_PAID, amount=300 * WAN, a=2025, c=360 * WAN, d=300 * WAN),
    ]
    assert caps_hit(tape, subject()) == (CapHit("cost_share_cap", ((2025, "P1"),), 60 * WAN),)


def test_a_grant_withheld_for_another_reason_is_no_cap() -> None:
    tape = [line("2026-02-27", Kind.COST_SHARE_REFUSED, a=2025, b=Reason.DEBARRED, c=60 * WAN)]
    assert caps_hit(tape, subject()) == ()


def test_a_premium_subsidy_at_its_cap_says_what_80_percent_would_have_been() -> None:
    tape = [
        line("2025-05-15", Kind.PREMIUM_SUBSIDY_PAID, 1, 50 * WAN, a=100 * WAN, b=4, c=5, d=50 * WAN),
        line("2025-05-16", Kind.PREMIUM_SUBSIDY_PAID, 0, 40 * WAN, a=50 * WAN, b=4, c=5, d=50 * WAN),
    ]
    assert caps_hit(tape, subject()) == (CapHit("premium_subsidy_cap", ((2025, "P2"),), 30 * WAN),)


def test_a_project_that_queues_and_is_refused_counts_once() -> None:
    tape = [
        line("2025-11-01", Kind.POOL_QUEUED, 0, 200 * WAN, a=0),
        line("2026-03-09", Kind.POOL_REFUSED, 0, 200 * WAN, b=Reason.POOL_EMPTY),
        line("2025-11-02", Kind.POOL_QUEUED, 1, 100 * WAN, a=0),
    ]
    (hit,) = caps_hit(tape, subject())
    assert (hit.cap, hit.times, hit.cut_fen) == ("pool_size", 2, 300 * WAN)


def test_the_district_budget_adds_what_it_cuts_from_one_project() -> None:
    short = Reason.BUDGET_SHORT
    tape = [
        line("2026-02-27", Kind.COST_SHARE_REFUSED, a=2025, b=short, c=10 * WAN),
        line("2027-02-27", Kind.COST_SHARE_REFUSED, a=2025, b=short, c=5 * WAN),
        line("2025-05-15", Kind.PREMIUM_SUBSIDY_REFUSED, 1, a=short, b=24 * WAN, c=WAN),
    ]
    (hit,) = caps_hit(tape, subject())
    assert (hit.cap, hit.cases, hit.cut_fen) == ("district_budget", ((2025, "P1"), (2025, "P2")), 16 * WAN)
