"""What each claims story is there to show, to the fen."""

from collections import Counter
from datetime import date

from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from tests.scenarios.library.claims.telling import WAN, story


def test_fourteen_sample_firms_are_taken_and_one_place_stays_empty() -> None:
    told = story("hangzhou-selection")
    paid = told.paid()
    assert set(paid.values()) == {20 * WAN}
    assert Counter(claim[:2] for claim in paid) == {"QC": 5, "SY": 4, "TX": 5}
    assert {row.data["payer"] for row in told.of(ClaimKind.PAID)} == {Payer.CENTRAL}


def test_the_losers_of_the_selection_know_why() -> None:
    refused = story("hangzhou-selection").refused()
    assert refused["QC6"] is refused["QC7"] is ClaimReason.NOT_SELECTED
    assert refused["TX6"] is ClaimReason.NOT_SELECTED  # the same score as TX5, filed later
    assert refused["QC8"] is refused["TX8"] is refused["SY5"] is ClaimReason.BELOW_MINIMUM
    assert refused["QC9"] is ClaimReason.LATE


def test_lighthouses_are_four_four_and_two_and_get_no_second_money() -> None:
    told = story("hangzhou-selection")
    lights = [row.claim for row in told.of(ClaimKind.SELECTED) if row.claim.endswith("灯塔")]
    assert Counter(claim[:2] for claim in lights) == {"QC": 4, "SY": 4, "TX": 2}
    assert {told.refused()[claim] for claim in lights} == {ClaimReason.PAID_ALREADY}


def test_the_same_contract_is_worth_something_else_in_each_district() -> None:
    paid = story("neighbours-rules").paid()
    assert {claim: fen // 10_000 for claim, fen in paid.items()} == {
        "XS-1": 12_000,
        "XS-2": 1_920,
        "LA-1": 1_200,
        "LA-2": 2_000,
        "YH-1": 10_000,
        "YH-2": 2_400,
        "YH-3": 2_000,
        "BJ-1": 12_000,
        "BJ-2": 1_200,
    }


def test_the_draft_among_the_neighbours_waits_for_the_city() -> None:
    (row,) = (row for row in story("neighbours-rules").of(ClaimKind.PAID) if row.claim == "BJ-2")
    assert row.on > "2025-09-10"


def test_the_total_is_full_while_every_section_has_money_left() -> None:
    told = story("yuhang-2025-overlap")
    assert sum(told.paid().values()) == 10_622 * WAN
    lapsed = {row.data["envelope"]: row.fen for row in told.of(ClaimKind.LAPSED)}
    assert len(lapsed) == 3  # the sections; nothing of the total is left
    assert min(lapsed.values()) > 0
    assert ClaimReason.BUDGET_SHORT in told.refused().values()


def test_sharing_the_overlap_out_pays_everybody_something_and_the_same_sum() -> None:
    told = story("yuhang-2025-overlap", "budget_short=prorate")
    assert sum(told.paid().values()) == 10_622 * WAN
    assert len(told.paid()) == 27


def test_the_first_half_year_is_paid_before_the_cut() -> None:
    told = story("revenue-short")
    cuts = {row.on for row in told.of(ClaimKind.BUDGET_CUT)}
    assert cuts == {"2024-07-01"}
    days = {plan.id: plan.applied_day for plan in told.prepared.portfolio.claims}
    short = [days[c] for c, why in told.refused().items() if why is ClaimReason.BUDGET_SHORT]
    paid = [days[claim] for claim in told.paid()]
    assert sum(paid) // len(paid) < date(2024, 7, 1).toordinal() < sum(short) // len(short)


def test_without_the_shortfall_more_is_paid() -> None:
    without = story("revenue-short", sets=("revenue.short=0",))
    more = sum(without.paid().values()) - sum(story("revenue-short").paid().values())
    assert 300 * WAN < more <= 570 * WAN


def test_consumers_use_up_the_services_envelope_before_the_year_ends() -> None:
    told = story("linan-2025-consumers")
    households = [row for row in told.of(ClaimKind.PAID) if row.claim.startswith("H")]
    assert len(households) > 1500
    refused = [c for c, why in told.refused().items() if why is ClaimReason.BUDGET_SHORT]
    days = {plan.id: plan.applied_day for plan in told.prepared.portfolio.claims}
    first = min(days[claim] for claim in refused if claim.startswith("H"))
    assert first < date(2025, 12, 1).toordinal()
    assert max(row.fen for row in households if "dibao" not in row.claim) <= 15_000 * 100


def test_science_uses_its_slice_and_the_open_economy_loses_what_it_leaves() -> None:
    told = story("binjiang-2024-envelopes")
    left = sorted(row.fen for row in told.of(ClaimKind.LAPSED) if row.data["year"] == 2024)
    assert left[0] < 10 * WAN
    assert told.of(ClaimKind.DEFERRED)
    payers = {row.data["payer"] for row in told.of(ClaimKind.PAID)}
    assert payers == {Payer.DISTRICT, Payer.CITY}


def test_payments_stop_at_the_turn_of_the_year() -> None:
    for name in ("binjiang-2024-envelopes", "binjiang-three-years", "linan-2025-consumers"):
        days = {row.on[5:] for row in story(name).of(ClaimKind.PAID)}
        assert not {day for day in days if day >= "12-20" or day <= "01-20"}


def test_each_paper_pays_for_what_the_others_do_not() -> None:
    paid = story("binjiang-three-years").by_clause()
    papers = Counter(clause.split("-")[0] for clause in paid)
    assert set(papers) == {"binjiang2023", "binjiang2024", "binjiang2025"}
    assert "binjiang2025-compute-50" in paid
    firms = {plan.enterprise for plan in story("binjiang-three-years").prepared.portfolio.claims}
    assert 150 < len(firms) <= 308
