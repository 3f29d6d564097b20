"""Which guard failed, and by how much."""

import pytest

from escrow.explain import WHATS, why_not
from escrow.explain.records import NotInLedger
from escrow.explain.why_not import UnknownWhat
from escrow.labels import REASON
from escrow.tape import Reason
from tests.escrow.explain.kit import WAN, Pen, granted, policy


def test_a_grant_paid_in_full_has_no_failed_guard() -> None:
    found = why_not(granted(), "P1", "cost_share", policy())
    assert (found.in_full, found.paid_fen, found.guards, found.absent) == (True, 180 * WAN, (), None)


def test_a_grant_cut_by_the_cap_names_the_cap_and_the_money() -> None:
    found = why_not(granted(360 * WAN, 300 * WAN, 300 * WAN), "P1", "cost_share", policy())
    (guard,) = found.guards
    assert guard.reason == REASON[Reason.CAP_REACHED]
    assert guard.missing_fen == 60 * WAN
    assert guard.clause.id == "xiaoshan-cost-share-cap-3m"


def test_an_application_below_the_threshold_says_what_is_missing() -> None:
    pen = Pen()
    pen.event("2025-03-14", "filed", agreed_total_fen=299_999_999)
    pen.event("2025-03-21", "refused", reason=Reason.BELOW_THRESHOLD, found=299_999_999, required=300_000_000)
    (guard,) = why_not(pen.done(), "P1", "cost_share", policy()).guards
    assert (guard.missing_fen, guard.clause.id) == (1, "xiaoshan-elig-total-3m")


def test_a_stage_planned_too_long_is_measured_in_days() -> None:
    pen = Pen()
    pen.event("2025-03-21", "refused", reason=Reason.STAGE_OVER_ONE_YEAR, found=380, required=365)
    (guard,) = why_not(pen.done(), "P1", "pool_advance", policy()).guards
    assert (guard.missing_fen, guard.missing_days) == (0, 15)


def test_a_queue_says_what_the_pool_lacked() -> None:
    pen = Pen()
    pen.event("2025-03-28", "approved")
    pen.event("2025-04-01", "deposited", 1, amount_fen=20 * WAN)
    pen.event("2025-04-10", "pool_queued", 1, budget_fen=200 * WAN, pool_fen=150 * WAN)
    (guard,) = why_not(pen.done(), "P1", "pool_advance", policy()).guards
    assert (guard.missing_fen, guard.clause.id) == (50 * WAN, "xiaoshan-pool-100m")


def test_a_failed_review_stops_everything_after_it() -> None:
    pen = Pen()
    pen.event("2025-03-24", "reviewed", passed=0, score=41)
    store = pen.done()
    for what in WHATS:
        (guard,) = why_not(store, "P1", what, policy()).guards
        assert guard.reason == REASON[Reason.REVIEW_FAILED]


def test_a_premium_subsidy_at_its_cap_says_what_the_cap_took() -> None:
    pen = Pen()
    pen.event("2025-03-28", "approved")
    facts = {"premium_fen": 100 * WAN, "rate_num": 4, "rate_den": 5, "cap_left_fen": 50 * WAN}
    event = pen.event("2025-05-15", "premium_subsidy_paid", amount_fen=50 * WAN, **facts)
    accounts = ("cash/district_treasury", "cash/enterprise:E1")
    clause = "xiaoshan-insurance-subsidy-80"
    pen.pay(event, "P1/premium_subsidy", accounts, 50 * WAN, clause, on="2025-05-15")
    found = why_not(pen.done(), "P1", "premium_subsidy", policy())
    assert (found.paid_fen, [guard.missing_fen for guard in found.guards]) == (50 * WAN, [30 * WAN])


def test_a_policy_handed_in_late_names_its_clause() -> None:
    pen = Pen()
    pen.event(
        "2025-05-15",
        "premium_subsidy_refused",
        reason=Reason.POLICY_LATE,
        premium_fen=24 * WAN,
        withheld_fen=WAN,
    )
    (guard,) = why_not(pen.done(), "P1", "premium_subsidy", policy()).guards
    assert (guard.clause.id, guard.missing_fen) == ("xiaoshan-insurance-choice", WAN)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("premium_subsidy", "the project has no policy, so no premium"),
        ("pool_advance", "no deposit is in escrow"),
        ("release", "no deposit is in escrow"),
        ("cost_share", "nothing has been released to the platform"),
    ],
)
def test_what_has_not_happened_yet_is_said(what: str, said: str) -> None:
    pen = Pen()
    pen.event("2025-03-28", "approved")
    found = why_not(pen.done(), "P1", what, policy())
    assert found.absent is not None
    assert found.absent.en == said


def test_another_question_than_the_four_is_refused() -> None:
    with pytest.raises(UnknownWhat) as caught:
        why_not(granted(), "P1", "grant", policy())
    assert caught.value.advise("en") == "choose one of: pool_advance, premium_subsidy, cost_share, release"


def test_a_project_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotInLedger):
        why_not(granted(), "P9", "cost_share", policy())


def test_the_cause_is_named_rather_than_the_end_it_led_to() -> None:
    pen = Pen()
    pen.event("2025-03-28", "approved")
    pen.event("2025-04-27", "deposit_missed", 1, due_fen=20 * WAN, reason=Reason.NO_DEPOSIT)
    pen.event("2025-04-27", "project_ended", reason=Reason.NO_DEPOSIT)
    (guard,) = why_not(pen.done(), "P1", "pool_advance", policy()).guards
    assert (guard.event, guard.missing_fen) == ("P1/1/deposit_missed", 20 * WAN)
