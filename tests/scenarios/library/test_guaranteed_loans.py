"""Guaranteed loans: dated flows from the scenario's own terms."""

from escrow.tape import Kind, Reason, Sharer
from tests.scenarios.library.telling import WAN, story

NAME = "guaranteed-loans"
LOAN = (
    Kind.LOAN_DRAWN,
    Kind.GUARANTEE_FEE_PAID,
    Kind.LOAN_INTEREST_PAID,
    Kind.LOAN_REPAID,
    Kind.LOAN_DEFAULTED,
    Kind.GUARANTEE_PAID_OUT,
    Kind.RECOVERED,
)


def flows(project: str) -> list[tuple[str, Kind, int]]:
    return [(row.on, row.kind, row.fen) for row in story(NAME).of(*LOAN, project=project)]


def test_a_loan_is_drawn_with_its_fee_and_repaid_with_its_interest_after_365_days() -> None:
    assert flows("P1") == [
        ("2025-05-06", Kind.LOAN_DRAWN, 400 * WAN),
        ("2025-05-06", Kind.GUARANTEE_FEE_PAID, 3_2000_00),  # 0.8 % a year
        ("2026-05-06", Kind.LOAN_INTEREST_PAID, 14 * WAN),  # 3.5 % a year
        ("2026-05-06", Kind.LOAN_REPAID, 400 * WAN),
    ]


def test_a_default_is_paid_out_by_shares_and_so_is_what_is_recovered() -> None:
    assert flows("P2")[2:] == [
        ("2026-02-10", Kind.LOAN_DEFAULTED, 0),
        ("2026-04-11", Kind.GUARANTEE_PAID_OUT, 300 * WAN),
        ("2026-04-11", Kind.GUARANTEE_PAID_OUT, 100 * WAN),
        ("2028-04-11", Kind.RECOVERED, 75 * WAN),
        ("2028-04-11", Kind.RECOVERED, 25 * WAN),
        ("2028-04-11", Kind.RECOVERED, 25 * WAN),
    ]


def test_a_payout_names_its_sharer_and_the_loss_it_is_a_share_of() -> None:
    paid = story(NAME).of(Kind.GUARANTEE_PAID_OUT, Kind.RECOVERED)
    whole = [row.data.get("loss_fen", row.data.get("recovered_fen")) for row in paid]
    assert whole == [500 * WAN, 500 * WAN, 125 * WAN, 125 * WAN, 125 * WAN]
    sharers = [Sharer.GUARANTOR, Sharer.GOVERNMENT, Sharer.GUARANTOR, Sharer.GOVERNMENT, Sharer.BANK]
    assert [row.data["sharer"] for row in paid] == sharers


def test_a_loan_agreed_before_the_approval_is_drawn_with_the_notice_and_keeps_its_term() -> None:
    assert flows("P3") == [
        ("2025-04-25", Kind.LOAN_DRAWN, 200 * WAN),
        ("2025-04-25", Kind.GUARANTEE_FEE_PAID, 986301),  # 1 % for 180 of 365 days, to the fen
        ("2025-10-22", Kind.LOAN_INTEREST_PAID, 3_6000_00),
        ("2025-10-22", Kind.LOAN_REPAID, 200 * WAN),
    ]


def test_a_project_that_fails_its_review_has_no_loan() -> None:
    assert flows("P4") == []
    assert story(NAME).reasons(Kind.REFUSED) == [("2025-04-21", "P4", Reason.REVIEW_FAILED)]


def test_the_loan_changes_neither_deposits_nor_grants() -> None:
    told = story(NAME)
    first, second = told.of(Kind.COST_SHARE_PAID, project="P1"), told.of(Kind.COST_SHARE_PAID, project="P2")
    assert [row.fen for row in first] == [row.fen for row in second] == [90 * WAN, 90 * WAN]
