"""The same district three times: one seed, one world, three presets of readings."""

import pytest

from escrow.tape import Kind, Reason
from tests.scenarios.library.telling import PUBLIC, Story, story

LITERAL, PRACTICE, PRUDENT = "district-literal", "district-practice", "district-prudent"


def counted(told: Story) -> tuple[int, ...]:
    kinds = (Kind.FILED, Kind.APPROVED, Kind.POOL_PAID, Kind.PROJECT_COMPLETED)
    return tuple(len(told.of(kind)) for kind in kinds)


def test_about_thirty_projects_file_and_twenty_are_approved() -> None:
    assert counted(story("baseline")) == (29, 21, 19, 5)


def test_the_literal_district_is_the_baseline() -> None:
    assert story(LITERAL).rows == story("baseline").rows


@pytest.mark.parametrize("name", [PRACTICE, PRUDENT])
def test_every_preset_meets_the_same_world(name: str) -> None:
    world, other = story(LITERAL).prepared.world, story(name).prepared.world
    assert world.digest() == other.digest()
    assert story(LITERAL).days(Kind.FILED) == story(name).days(Kind.FILED)


def test_practice_sets_the_advance_of_a_success_off_and_pays_no_public_money_around_new_year() -> None:
    told = story(PRACTICE)
    assert (len(told.of(Kind.POOL_OFFSET)), told.total(Kind.POOL_OFFSET)) == (5, 1216_0000_00)
    days = {row.on[5:] for row in told.of(*PUBLIC)}
    assert [day for day in days if day >= "12-20" or day <= "01-20"] == []


def test_practice_grants_extensions_and_second_examinations() -> None:
    told = story(PRACTICE)
    assert (len(told.of(Kind.EXTENDED)), len(told.of(Kind.RECTIFICATION_ORDERED))) == (15, 2)
    assert told.of(Kind.EXTENDED)[0].data["agreed_day"] > 0


def test_a_commitment_is_released_when_the_deposit_never_comes() -> None:
    told = story(PRACTICE)
    missed = [row.project for row in told.of(Kind.DEPOSIT_MISSED)]
    assert [row.project for row in told.of(Kind.QUOTA_RELEASED)] == missed == ["G028", "G017"]


def test_prudent_readings_take_the_unused_quota_back_and_six_projects_find_none() -> None:
    told = story(PRUDENT)
    assert [(row.on, row.fen) for row in told.of(Kind.QUOTA_LAPSED)] == [("2025-12-31", 7255_0000_00)]
    refused = [on for on, _, reason in told.reasons(Kind.REFUSED) if reason == Reason.POOL_EMPTY]
    assert refused == ["2026-03-09"] * 6  # nobody gets a notice after the trial
    assert counted(told) == (29, 15, 14, 3)


def test_prudent_readings_bring_the_advances_of_completed_projects_back() -> None:
    told = story(PRUDENT)
    assert (len(told.of(Kind.POOL_REPAID)), told.total(Kind.POOL_REPAID)) == (3, 574_0000_00)
