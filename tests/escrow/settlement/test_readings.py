"""What each reading of the grant changes, on the smallest case that shows it."""

import pytest

from escrow.settlement import (
    AuditDay,
    Award,
    Claim,
    Dated,
    Moved,
    Partner,
    ProjectBook,
    State,
    room_under_cap,
    settle,
)
from escrow.tape import Reason
from tests.escrow.literal import WAN, audit_of, book, day, settlement_terms


def with_input(*dated: tuple[str, int], serial: int = 0, enterprise: int = 0, group: int = -1) -> ProjectBook:
    """A book of releases: (day, 万)."""
    one = book(serial, enterprise, group=group)
    for on, wan in dated:
        one.moved(Moved.RELEASED, day(on), wan * WAN)
    return one


def years(books: list[ProjectBook], *audits: AuditDay, **chosen: str) -> list[list[int]]:
    """What each audit grants to each project, in 万."""
    state, terms, granted = State(), settlement_terms(**chosen), []
    for audit in audits:
        settled = settle(audit, books, state, terms)
        state = settled.state
        granted.append([award.amount_fen // WAN for award in settled.awards])
        for one, award in zip(books, settled.awards, strict=True):
            one.grants += award.grants()
    return granted


def only(one: ProjectBook, **chosen: str) -> Award:
    """The award of the first audit for a single project."""
    return settle(audit_of(2025), [one], State(), settlement_terms(**chosen)).awards[0]


def test_the_cap_is_used_in_serial_order_across_the_projects_of_an_enterprise() -> None:
    books = [with_input(("2025-07-01", wan), serial=n) for n, wan in enumerate((400, 500, 300))]
    assert years(books, audit_of(2025)) == [[120, 150, 30]]


def test_each_enterprise_has_a_cap_of_its_own_unless_they_are_a_group() -> None:
    def pair() -> list[ProjectBook]:
        return [with_input(("2025-07-01", 900), serial=n, enterprise=n, group=7) for n in (0, 1)]

    assert years(pair(), audit_of(2025)) == [[270, 270]]
    assert years(pair(), audit_of(2025), enterprise_unit="group") == [[270, 30]]


def test_what_the_cap_cuts_lapses_or_waits() -> None:
    def case() -> list[ProjectBook]:
        return [with_input(("2025-07-01", 1500))]

    audits = (audit_of(2025), audit_of(2026), audit_of(2027))
    assert years(case(), *audits) == [[300], [0], [0]]
    assert years(case(), *audits, cap_excess="carried_forward") == [[300], [150], [0]]


def test_the_trial_may_have_a_single_cap() -> None:
    def case() -> list[ProjectBook]:
        return [with_input(("2025-07-01", 900), ("2026-02-01", 900), ("2026-07-01", 900))]

    audits = (audit_of(2025), audit_of(2026))
    assert years(case(), *audits) == [[270], [300]]
    assert years(case(), *audits, cap_first_year="one_for_trial_year") == [[270], [300]]
    award = settle(
        audit_of(2026), case(), State(), settlement_terms(cap_first_year="one_for_trial_year")
    ).awards[0]
    assert [(part.bucket, part.amount_fen // WAN) for part in award.parts] == [(0, 300), (2026, 270)]


def test_a_scheme_year_crosses_the_calendar_year() -> None:
    case = [with_input(("2025-07-01", 900), ("2026-02-01", 900), ("2026-03-09", 900))]
    assert years(case, audit_of(2025), audit_of(2026), cap_year="scheme_year") == [[270], [300]]
    assert [(grant.bucket, grant.amount_fen // WAN) for grant in case[0].grants] == [
        (2025, 270),
        (2025, 30),
        (2026, 270),
    ]


def test_two_audits_paid_in_one_year_share_its_cap_under_the_payment_year() -> None:
    def case() -> list[ProjectBook]:
        return [with_input(("2025-07-01", 900), ("2026-07-01", 900))]

    late = AuditDay(2025, day("2026-06-30"), day("2027-02-01"))
    assert years(case(), late, audit_of(2026)) == [[270], [270]]
    assert years(case(), late, audit_of(2026), cap_year="payment_year") == [[270], [30]]


def test_an_invoice_of_december_brings_a_release_of_january_into_the_old_year() -> None:
    def case() -> list[ProjectBook]:
        one = book()
        one.moved(Moved.RELEASED, day("2026-01-08"), 300 * WAN, day("2025-12-22"))
        return [one]

    audits = (audit_of(2025), audit_of(2026))
    assert years(case(), *audits) == [[0], [90]]
    assert years(case(), *audits, cap_year="invoice_year") == [[90], [0]]


def test_a_release_after_the_report_waits_for_the_next_audit_but_keeps_its_invoice_year() -> None:
    one = book()
    one.moved(Moved.RELEASED, day("2025-07-01"), 900 * WAN)
    one.moved(Moved.RELEASED, day("2026-03-01"), 900 * WAN, day("2025-12-22"))
    assert years([one], audit_of(2025), audit_of(2026), cap_year="invoice_year") == [[270], [30]]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("same_project_carried_forward", [[0], [30]]),
        ("whole_project_with_clawback", [[0], [30]]),
        ("same_year_only", [[0], [60]]),
    ],
)
def test_a_claim_above_the_years_input_is_carried_settled_or_forgotten(
    scope: str, expected: list[list[int]]
) -> None:
    one = with_input(("2025-07-01", 200), ("2026-07-01", 200))
    one.claims.append(Claim(day("2025-12-01"), 300 * WAN, 0))
    assert years([one], audit_of(2025), audit_of(2026), claim_scope=scope) == expected


def test_a_lapsed_cut_is_neither_granted_again_nor_demanded_back_by_a_whole_settlement() -> None:
    one = with_input(("2025-07-01", 2000), ("2027-07-01", 100))
    one.claims.append(Claim(day("2026-05-01"), 500 * WAN, 0))
    scope = "whole_project_with_clawback"
    audits = (audit_of(2025), audit_of(2026), audit_of(2027))
    assert years([one], *audits, claim_scope=scope) == [[300], [0], [30]]


def test_a_clawback_is_demanded_once() -> None:
    one = with_input(("2025-07-01", 500))
    one.claims.append(Claim(day("2026-05-01"), 200 * WAN, 0))
    terms, state, demanded = settlement_terms(claim_scope="whole_project_with_clawback"), State(), []
    for year in (2025, 2026, 2027):
        settled = settle(audit_of(year), [one], state, terms)
        state = settled.state
        one.grants += settled.awards[0].grants()
        demanded.append(settled.awards[0].clawback_fen // WAN)
    assert demanded == [0, 60, 0]


def test_money_in_escrow_counts_when_paid_in_and_what_returns_is_set_off() -> None:
    one = book()
    one.moved(Moved.PAID_IN, day("2025-07-01"), 300 * WAN)
    one.moved(Moved.RETURNED, day("2026-02-01"), 270 * WAN)
    one.moved(Moved.FORFEITED, day("2026-02-01"), 30 * WAN)
    one.moved(Moved.PAID_IN, day("2027-02-01"), 370 * WAN)
    audits = (audit_of(2025), audit_of(2026), audit_of(2027))
    assert years([one], *audits, actual_input="paid_into_escrow") == [[90], [0], [30]]


def test_equipment_and_outside_spending_count_only_when_read_so() -> None:
    one = with_input(("2025-07-01", 300))
    one.moved(Moved.EQUIPMENT, day("2025-03-28"), 100 * WAN)
    one.moved(Moved.OUTSIDE, day("2025-05-01"), 50 * WAN)
    one.moved(Moved.OUTSIDE, day("2025-03-08"), 999 * WAN)
    assert only(one).base_fen == 300 * WAN
    assert only(one, equipment_in_grant_base="yes").base_fen == 400 * WAN
    assert only(one, outside_spending_counts="if_audited").base_fen == 350 * WAN


def test_shares_by_contract_split_the_base_to_the_fen_each_under_its_own_cap() -> None:
    one = book()
    one.moved(Moved.RELEASED, day("2025-07-01"), 1000 * WAN + 1)
    one.partners = (Partner(9, -1, 1, 3),)
    terms = settlement_terms(parties_per_project="shares_by_contract")
    first, second = settle(audit_of(2025), [one], State(), terms).awards
    assert (first.enterprise, second.enterprise) == (0, 9)
    assert first.base_fen + second.base_fen == 1000 * WAN + 1
    assert second.base_fen == (1000 * WAN + 1) // 3
    assert only(one).amount_fen == 300 * WAN


def test_premium_subsidies_use_the_cap_only_when_read_so() -> None:
    one = with_input(("2025-07-01", 1000))
    one.premium_subsidies.append(Dated(day("2025-05-15"), 50 * WAN))
    assert only(one).amount_fen == 300 * WAN
    assert only(one, premium_in_cap="yes").amount_fen == 250 * WAN
    terms = settlement_terms(premium_in_cap="yes")
    assert room_under_cap([one], 0, -1, day("2025-06-01"), terms) == 250 * WAN


def test_only_the_difference_to_a_higher_grant_is_paid() -> None:
    one = with_input(("2025-07-01", 1200))
    one.other_grants += [Dated(day("2025-05-15"), 100 * WAN), Dated(day("2026-05-15"), 100 * WAN)]
    award = only(one, stacking_with_others="highest_only")
    assert (award.amount_fen, award.other_fen, award.cut_fen) == (200 * WAN, 100 * WAN, 60 * WAN)
    assert award.reasons == (Reason.CAP_REACHED, Reason.OTHER_GRANT_HIGHER)
    assert only(one).amount_fen == 300 * WAN


def test_a_project_that_ended_below_the_threshold_gets_nothing_more() -> None:
    one = with_input(("2025-07-01", 299))
    one.ended_day = day("2025-12-01")
    award = only(one, threshold_test="actual_at_end")
    assert (award.amount_fen, award.reasons) == (0, (Reason.ACTUAL_BELOW_THRESHOLD,))
    assert award.withheld_fen == only(one).amount_fen > 0
    one.moved(Moved.RELEASED, day("2025-08-01"), 1 * WAN)
    assert only(one, threshold_test="actual_at_end").amount_fen == 90 * WAN


def test_a_barred_enterprise_gets_nothing_and_leaves_the_cap_unused() -> None:
    books = [with_input(("2025-07-01", 900), serial=n) for n in (0, 1)]
    books[0].barred = Reason.DEBARRED
    settled = settle(audit_of(2025), books, State(), settlement_terms())
    assert [award.amount_fen // WAN for award in settled.awards] == [0, 270]
    assert settled.awards[0].reasons == (Reason.DEBARRED,)


def test_grants_are_rounded_down_project_by_project_or_to_the_yuan() -> None:
    one = book()
    one.moved(Moved.RELEASED, day("2025-07-01"), 333_333_333)
    assert only(one).amount_fen == 99_999_999
    assert only(one, rounding="yuan_half_up").amount_fen == 100_000_000


def test_the_audited_input_replaces_what_the_books_show() -> None:
    one = with_input(("2025-07-01", 600))
    for audited, expected in ((550, 165), (0, 0), (700, 210)):
        settled = settle(audit_of(2025), [one], State(), settlement_terms(), {0: audited * WAN})
        assert settled.total_fen == expected * WAN


def test_input_found_beyond_the_books_asks_for_a_carried_excess_once() -> None:
    one = with_input(("2025-07-01", 1100), ("2026-07-01", 100))
    terms = settlement_terms(cap_excess="carried_forward")
    first = settle(audit_of(2025), [one], State(), terms)
    one.grants += first.awards[0].grants()
    award = settle(audit_of(2026), [one], first.state, terms, {0: 150 * WAN}).awards[0]
    assert (award.carried_in_fen, award.before_fen, award.cap_left_fen) == (30 * WAN, 75 * WAN, 300 * WAN)
    assert [(part.bucket, part.amount_fen // WAN) for part in award.parts] == [(2026, 75)]


def test_a_missing_audit_loses_nothing() -> None:
    one = with_input(("2025-07-01", 100), ("2026-07-01", 200))
    assert years([one], audit_of(2026)) == [[90]]


def test_a_settlement_changes_neither_the_books_nor_the_state_it_was_given() -> None:
    one, state = with_input(("2025-07-01", 100)), State()
    first = settle(audit_of(2025), [one], state, settlement_terms())
    assert first == settle(audit_of(2025), [one], state, settlement_terms())
    assert (state, one.grants) == (State(), [])
