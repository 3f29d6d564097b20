"""What is said about one entry."""

import pytest

from escrow.explain import explain_entry
from escrow.explain.records import NotInLedger
from tests.escrow.explain.kit import WAN, granted, policy


def test_a_grant_is_explained_from_input_to_amount() -> None:
    found = explain_entry(granted(), "P1/2025/cost_share", policy())
    assert found.amount_fen == 180 * WAN
    assert found.formula == (
        "6,000,000.00 - 0.00 = 6,000,000.00",
        "6,000,000.00 x 30% = 1,800,000.00",
        "min(1,800,000.00, 3,000,000.00) = 1,800,000.00",
    )
    assert found.cut_fen == 0


def test_the_clause_is_told_in_words_of_the_catalogue() -> None:
    clause = explain_entry(granted(), "P1/2025/cost_share", policy()).clause
    known = policy().clauses["xiaoshan-cost-share-30"]
    assert (clause.article, clause.title, clause.gist) == (known.article, known.title, known.gist)


def test_a_cap_that_bit_is_named_with_its_money() -> None:
    found = explain_entry(granted(360 * WAN, 300 * WAN, 300 * WAN), "P1/2025/cost_share", policy())
    assert found.cut_fen == 60 * WAN
    assert found.formula[-1] == "min(3,600,000.00, 3,000,000.00) = 3,000,000.00"


def test_what_a_budget_took_after_the_cap_is_a_step_of_its_own() -> None:
    found = explain_entry(granted(180 * WAN, 300 * WAN, 150 * WAN), "P1/2025/cost_share", policy())
    assert found.formula[-1] == "1,800,000.00 - 300,000.00 = 1,500,000.00"


def test_the_reading_chosen_comes_with_its_meaning() -> None:
    (reading,) = explain_entry(granted(), "P1/2025/cost_share", policy()).readings
    means = policy().readings["cap_year"].options["release_calendar_year"].means
    assert (reading.id, reading.option, reading.means) == ("cap_year", "release_calendar_year", means)


@pytest.mark.parametrize(
    ("entry", "event", "approval"),
    [
        ("P1/1/deposit", "deposited", "approved"),
        ("P1/1/release", "released", "authority_reviewed"),
        ("P1/2025/cost_share", "cost_share_paid", "audited"),
    ],
)
def test_event_and_approval_are_the_nearest_before_it(entry: str, event: str, approval: str) -> None:
    found = explain_entry(granted(), entry, policy())
    assert found.event is not None
    assert found.approval is not None
    assert (found.event.type, found.approval.type) == (event, approval)


def test_a_release_adds_deposit_and_balance() -> None:
    assert explain_entry(granted(), "P1/1/release", policy()).formula == ("200,000.00 + 0.00 = 200,000.00",)


def test_a_deposit_is_a_rate_of_its_instalment() -> None:
    assert explain_entry(granted(), "P1/1/deposit", policy()).formula == ("2,000,000.00 x 10% = 200,000.00",)


def test_opening_balances_are_explained_without_approval_or_formula() -> None:
    found = explain_entry(granted(), "district/open", policy())
    assert (found.formula, found.approval, found.amount_fen) == ((), None, 30_000 * WAN)


def test_an_entry_that_is_not_there_says_where_to_look() -> None:
    with pytest.raises(NotInLedger) as caught:
        explain_entry(granted(), "P9/1/deposit", policy())
    assert caught.value.say("en") == "the ledger has no entry and no project called 'P9/1/deposit'"
    assert "anxinbao ledger show" in caught.value.advise("zh")
