"""One platform fails on day 400: running stages fail, no new money, and a reading decides the deposits."""

from escrow.tape import Cause, Kind, Reason
from tests.scenarios.library.telling import Story, story

NAME = "one-platform-fails"
RETURNED = "platform_quits=deposit_returned"
STOP = "2026-04-12"


def of_stopped(told: Story) -> set[str]:
    return {plan.id for plan in told.prepared.world.plans if plan.platform == "PL1"}


def test_every_running_stage_of_the_platform_fails_on_the_day_it_stops() -> None:
    told = story(NAME)
    failed = [row for row in told.of(Kind.MILESTONE_MISSED) if row.data["cause"] == Cause.PLATFORM_QUIT]
    assert {row.on for row in failed} == {STOP}
    assert [row.project for row in failed] == ["G021", "G006", "G015", "G011", "G010", "G023"]


def test_no_pool_money_goes_to_a_platform_that_has_stopped_and_the_deposit_comes_back() -> None:
    told = story(NAME)
    mine = of_stopped(told)
    assert [row for row in told.of(Kind.POOL_PAID) if row.project in mine and row.on >= STOP] == []
    assert told.reasons(Kind.POOL_REFUSED) == [("2026-04-14", "G026", Reason.PLATFORM_QUIT)]
    assert told.paid(Kind.DEPOSIT_RETURNED) == [("2026-04-14", "G026", 48_6000_00)]


def test_nobody_pays_a_deposit_to_a_platform_that_has_stopped() -> None:
    told = story(NAME)
    late = [row for row in told.of(Kind.DEPOSITED) if row.project in of_stopped(told) and row.on > STOP]
    assert late == []


def test_returning_the_deposits_costs_the_platform_just_those_of_the_running_stages() -> None:
    literal, other = story(NAME), story(NAME, RETURNED)
    lost = [row for row in literal.of(Kind.FORFEITED) if row.project in of_stopped(literal)]
    given_back = other.total(Kind.DEPOSIT_RETURNED) - literal.total(Kind.DEPOSIT_RETURNED)
    assert (sum(row.fen for row in lost), len(lost), given_back) == (93_3000_00, 6, 93_3000_00)


def test_a_returned_deposit_is_no_input_so_the_grant_on_it_falls_away() -> None:
    literal, other = story(NAME), story(NAME, RETURNED)
    less = literal.total(Kind.COST_SHARE_PAID) - other.total(Kind.COST_SHARE_PAID)
    # 30 % of 933,000 less the 76,000 of G015, whose claim already takes its base to nothing.
    assert less == (93_3000_00 - 7_6000_00) * 3 // 10


def test_the_rest_of_the_district_goes_on_as_in_the_baseline() -> None:
    told, baseline = story(NAME), story("baseline")
    gone = of_stopped(told)
    here = [row for row in told.of(Kind.RELEASED) if row.project not in gone]
    assert here == [row for row in baseline.of(Kind.RELEASED) if row.project not in gone]
