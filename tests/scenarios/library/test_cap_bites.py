"""The caps bite: 3,000,000 yuan an enterprise and year, 500,000 yuan of premium subsidy a project."""

from escrow.tape import Kind, Reason
from tests.scenarios.library.telling import WAN, story

NAME = "cap-bites"


def test_the_second_project_of_the_enterprise_gets_what_the_first_left_of_the_cap() -> None:
    assert story(NAME).paid(Kind.COST_SHARE_PAID) == [
        ("2026-02-27", "P1", 240 * WAN),
        ("2026-02-27", "P2", 60 * WAN),
        ("2026-02-27", "P3", 300 * WAN),  # exactly at the cap
        ("2027-02-26", "P1", 120 * WAN),
        ("2027-02-26", "P2", 90 * WAN),
    ]


def test_what_the_cap_cuts_is_refused_with_its_amount() -> None:
    refused = story(NAME).of(Kind.COST_SHARE_REFUSED)
    told = [(row.on, row.project, row.data["reason"], row.data["withheld_fen"]) for row in refused]
    assert told == [("2026-02-27", "P2", Reason.CAP_REACHED, 30 * WAN)]


def test_a_premium_subsidy_stops_at_500_000_and_one_that_meets_it_loses_nothing() -> None:
    assert story(NAME).paid(Kind.PREMIUM_SUBSIDY_PAID) == [
        ("2025-05-20", "P1", 50 * WAN),
        ("2025-05-20", "P3", 50 * WAN),
    ]


def test_what_passes_the_cap_is_paid_a_year_later_when_it_is_carried_forward() -> None:
    paid = story(NAME, "cap_excess=carried_forward").paid(Kind.COST_SHARE_PAID)
    assert paid[-2:] == [("2027-02-26", "P1", 120 * WAN), ("2027-02-26", "P2", 120 * WAN)]


def test_one_cap_for_the_trial_year_reaches_into_the_second_calendar_year() -> None:
    literal, other = story(NAME), story(NAME, "cap_first_year=one_for_trial_year")
    # Nothing of 2026 was released inside the trial, so the reading moves no money here.
    assert other.total(Kind.COST_SHARE_PAID) == literal.total(Kind.COST_SHARE_PAID) == 810 * WAN
