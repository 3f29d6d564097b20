"""Rules name their clause and their workings, and refuse what the clause refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.arithmetic import FEN_DOWN, FEN_UP, YUAN_HALF_UP
from escrow.readings import rounding
from escrow.rules import (
    claim,
    cost_share,
    deposit,
    eligibility,
    forfeiture,
    milestone,
    pool,
    premium,
    release,
)
from escrow.rules.citation import Citation, cite
from escrow.rules.entitlement import BEARING, bearing_on
from escrow.rules.loan import shared
from escrow.tape import Reason
from tests.escrow.literal import DEFAULTS, WAN, day
from tests.escrow.register_cases import kept_by_platform

instalments = st.integers(1, 10**12)
rates = st.tuples(st.integers(10, 100), st.just(100))


def test_an_entitlement_carries_article_workings_and_readings() -> None:
    entitled = deposit.first(200 * WAN, (1, 10), FEN_UP, bearing_on(deposit.FIRST, DEFAULTS))
    assert entitled.citation == Citation("xiaoshan-anxinbao-2025", "三.3(1)", "xiaoshan-first-deposit-10")
    assert entitled.workings == (("base", 200 * WAN), ("rate", 1, 10))
    assert ("rounding", "fen_floors_up_grants_down") in entitled.readings


def test_an_unknown_clause_cannot_be_cited() -> None:
    with pytest.raises(KeyError):
        cite("xiaoshan-free-money")


def test_every_reading_said_to_bear_on_a_clause_exists() -> None:
    named = {name for names in BEARING.values() for name in names}
    assert named <= set(DEFAULTS)
    assert all(cite(clause) for clause in BEARING)


@given(instalments, rates)
def test_a_deposit_rounded_up_keeps_its_floor_and_its_ceiling(instalment: int, rate: tuple[int, int]) -> None:
    amount = deposit.first(instalment, rate, FEN_UP).amount_fen
    assert amount * 100 >= instalment * rate[0]
    assert amount <= instalment
    assert deposit.floor_guard(amount, instalment, (10, 100), FEN_UP).passed


def test_a_deposit_one_fen_short_is_told_so() -> None:
    guard = deposit.floor_guard(33_333_333, 333_333_333, (10, 100), FEN_UP)
    assert (guard.reason, guard.missing_fen) == (Reason.DEPOSIT_BELOW_FLOOR, 1)


@pytest.mark.parametrize(("instalment", "expected"), [(333_333_333, 33_333_300), (333_335_000, 33_333_500)])
def test_whole_yuan_half_up_applies_to_deposits(instalment: int, expected: int) -> None:
    assert deposit.first(instalment, (1, 10), YUAN_HALF_UP).amount_fen == expected


def test_a_deposit_measured_on_the_first_instalment_never_passes_its_own() -> None:
    assert deposit.following(50 * WAN, 1000 * WAN, (1, 10), FEN_UP).amount_fen == 50 * WAN


@given(instalments, rates)
def test_deposit_and_balance_make_the_instalment(instalment: int, rate: tuple[int, int]) -> None:
    put_in = deposit.first(instalment, rate, FEN_UP).amount_fen
    balance = release.balance_payment(instalment, put_in).amount_fen
    assert release.release(instalment, put_in, balance, True).amount_fen == instalment


def test_a_later_stage_is_paid_under_the_repetition_clause() -> None:
    assert release.balance_payment(100, 10, 1).citation.clause == "xiaoshan-tail-payment"
    assert release.balance_payment(100, 10, 2).citation.clause == "xiaoshan-later-stages-same"


@given(instalments, rates, st.booleans())
def test_what_is_forfeited_and_what_returns_make_what_was_paid_in(
    instalment: int, rate: tuple[int, int], prepaid: bool
) -> None:
    part = deposit.least(instalment, rate, FEN_UP)
    paid_in = instalment if prepaid else part
    gone = forfeiture.forfeited(instalment, paid_in, part, kept_by_platform).amount_fen
    assert gone == part
    assert gone + forfeiture.excess_returned(paid_in, gone).amount_fen == paid_in


def test_everything_prepaid_is_lost_under_the_other_reading() -> None:
    assert rounding.excess_lost(100, 10) == 0
    assert forfeiture.forfeited(100, 100, 10, lambda paid_in, _: paid_in).amount_fen == 100


def test_two_tranches_make_the_budget() -> None:
    assert [pool.tranche(101, (7, 10), number) for number in (1, 2)] == [71, 30]


def test_nobody_overtakes_in_the_rank() -> None:
    assert pool.funded_by_rank([60, 50, 40], 100) == [60]


def test_a_topup_may_be_considered_when_the_next_budget_does_not_fit() -> None:
    assert pool.topup(99, 1000, next_budget_fen=100).amount_fen == 1000
    assert pool.topup(100, 1000, next_budget_fen=100).amount_fen == 0


@pytest.mark.parametrize(
    ("start", "last"),
    [("2024-02-29", "2025-02-28"), ("2025-03-09", "2026-03-09"), ("2023-03-01", "2024-03-01")],
)
def test_a_year_ends_on_its_anniversary(start: str, last: str) -> None:
    assert milestone.last_day(day(start), 1) == day(last)


def test_percentages_that_miss_a_hundred_are_refused() -> None:
    with pytest.raises(ValueError, match="100"):
        milestone.instalments_by_percent(100, (50, 49))


def test_the_odd_fen_goes_to_the_last_instalment() -> None:
    assert milestone.instalments_by_percent(100_01, (33, 33, 34)) == (3300, 3300, 3401)


def test_instalments_that_miss_the_total_name_the_gap() -> None:
    guard = eligibility.sums_guard((100, 150), 300)
    assert (guard.passed, guard.missing_fen) == (False, 50)
    assert not eligibility.sums_guard((0, 300), 300).passed
    assert eligibility.sums_guard((100, 200), 300).passed


def test_premiums_in_one_group_share_a_cap_and_what_was_used_of_it() -> None:
    assert premium.subsidy([(100 * WAN, 10 * WAN)], (4, 5), 50 * WAN, FEN_DOWN).amount_fen == 40 * WAN
    assert (
        premium.subsidy([(100 * WAN, 0), (100 * WAN, 0)], (4, 5), 50 * WAN, FEN_DOWN).amount_fen == 100 * WAN
    )


def test_a_premium_subsidy_keeps_within_the_grants_cap_when_it_uses_it() -> None:
    assert premium.subsidy([(50 * WAN, 0)], (4, 5), 50 * WAN, FEN_DOWN, 7 * WAN).amount_fen == 7 * WAN


def test_the_insured_keeps_a_share_of_the_loss_before_the_cover_bites() -> None:
    assert claim.by_policy(100, 95, (1, 10)) == 90
    assert claim.by_policy(100, 80, (1, 10)) == 80
    assert claim.by_policy(100, None) == 100


def test_a_claim_larger_than_the_input_leaves_no_base() -> None:
    assert cost_share.grant(100, 101, (3, 10), 300 * WAN, FEN_DOWN).amount_fen == 0


@given(st.integers(0, 10**12), st.lists(st.integers(0, 25), max_size=4))
def test_shared_parts_add_up_whatever_the_rates(total: int, percents: list[int]) -> None:
    parts = shared(total, tuple((percent, 100) for percent in percents))
    assert sum(parts) == total
    assert all(part >= 0 for part in parts)
    assert len(parts) == len(percents) + 1


def test_a_late_policy_and_a_platforms_premium_fail_with_their_reasons() -> None:
    late = premium.documents_guard(premium.days_late(day("2025-04-05"), day("2025-04-03"), 0), False)
    assert (late.reason, late.missing_days) == (Reason.POLICY_LATE, 2)
    assert premium.documents_guard(2, True).passed
    assert premium.payer_guard(False).reason is Reason.NOT_PAID_BY_ENTERPRISE
    assert premium.days_late(None, day("2025-04-03"), day("2025-04-10")) == 0


def test_a_claim_shows_loss_cover_and_own_share() -> None:
    shown = claim.claim(90, 100, 95, (1, 10))
    assert shown.workings == (("loss", 100), ("cover", 95), ("own_share", 1, 10))
    assert claim.claim(100, 100).workings == (("loss", 100),)


def test_a_stated_grant_keeps_its_amount_and_tells_its_workings() -> None:
    shown = cost_share.stated(30, 200, 60, 30, (3, 10))
    assert shown.amount_fen == 30
    assert shown.workings == (("base", 200), ("rate", 3, 10), ("before_cap", 60), ("cap_left", 30))


def test_a_guard_of_the_review_names_the_clause() -> None:
    assert not eligibility.review_guard(False).passed
    assert eligibility.review_guard(True).citation.clause == "xiaoshan-expert-review"
    assert eligibility.partner_guard(False).reason is Reason.NOT_PARTNER
