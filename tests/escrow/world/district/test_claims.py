"""The claims of a district: good ones, a few in vain, one a matter, days inside, decisions below ceilings."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

from escrow.behaviour import Chance, QuantileTable
from escrow.claims.model import ClaimPlan
from escrow.world.district import CONSUMERS, DistrictSpec, Filing, Members, generated_claims
from tests.escrow.world.district.kit import FIRST, LAST, PAPERS, SEED, catalogue, claims, district, judged

NEVER, ALWAYS = Chance.of("0%"), Chance.of("100%")


def test_claims_are_numbered_by_day_and_id_and_ids_are_their_own() -> None:
    found = claims()
    assert [plan.serial for plan in found] == list(range(len(found)))
    assert found == sorted(found, key=lambda plan: (plan.applied_day, plan.id))
    assert len({plan.id for plan in found}) == len(found) > 200
    assert all(len(plan.id) <= 64 for plan in found)


def test_nearly_every_claim_is_good_and_the_others_name_their_condition() -> None:
    found = [judged(plan) for plan in claims()]
    vain = [result for result in found if not result.amount_fen]
    assert 0 < len(vain) < len(found) // 10
    assert all(result.failed for result in vain)


def test_without_vain_hopes_every_claim_is_paid_something() -> None:
    assert all(judged(plan).amount_fen for plan in claims(Filing(vain=NEVER)))


def test_taste_only_adds_claims() -> None:
    some = {plan.id for plan in claims(Filing(applies=Chance.of("30%"), twice=NEVER))}
    more = {plan.id for plan in claims(Filing(applies=Chance.of("90%"), twice=NEVER))}
    assert some < more


def test_days_lie_in_the_term_of_the_clause_and_in_the_horizon() -> None:
    for plan in claims():
        first, last = catalogue().clauses[plan.clause].term
        assert max(first, FIRST) <= plan.applied_day <= min(last, LAST)


def test_a_window_holds_all_but_the_late() -> None:
    name = "binjiang2024-rd-sme-increment"
    windows = {name: ((6, 1), (6, 30))}
    june = range(date(2024, 6, 1).toordinal(), date(2024, 7, 1).toordinal())
    in_time = [p for p in claims(Filing(windows=windows, late=NEVER)) if p.clause == name]
    late = [p for p in claims(Filing(windows=windows, late=ALWAYS)) if p.clause == name]
    assert in_time
    assert all(plan.applied_day in june for plan in in_time)
    assert all(june.stop <= plan.applied_day < june.stop + 20 for plan in late)


def test_one_claim_for_each_matter_and_year_unless_one_adds_to_another() -> None:
    found = claims(Filing(twice=NEVER, vain=NEVER))
    things = Counter((plan.enterprise, matter(plan), year(plan)) for plan in found)
    for (firm, thing, of), count in things.items():
        if count > 1:
            own = {p.clause for p in found if (p.enterprise, matter(p), year(p)) == (firm, thing, of)}
            assert any(set(catalogue().clauses[clause].row.adds_to) & own for clause in own)


def test_some_file_the_same_thing_under_two_clauses_when_all_do() -> None:
    found = claims(Filing(twice=ALWAYS))
    assert len(found) > len(claims(Filing(twice=NEVER)))


def test_the_office_decides_below_the_ceiling() -> None:
    half = Filing(granted=QuantileTable.constant(50))
    for plan in claims(half):
        clause = catalogue().clauses[plan.clause]
        if "decided_rate" in plan.facts and "rate" in clause.parameters:
            ceiling = clause.parameters["rate"].at(plan.applied_day).value
            assert plan.facts["decided_rate"] in (ceiling / 2, Fraction(int(ceiling * 5000), 10_000))
    chuying = [p for p in claims(half) if p.clause == "binjiang2024-chuying" and judged(p).amount_fen]
    assert {plan.facts["decided_amount"] for plan in chuying} == {25_000_000}


def test_matching_waits_for_higher_level_money() -> None:
    waiting = [plan for plan in claims() if plan.clause.endswith("-match") and plan.upper_level]
    assert waiting
    for plan in waiting:
        ((day, fen),) = plan.upper_level
        assert day > plan.applied_day
        assert fen > 0
        assert "higher_level_received" not in plan.facts


def test_a_rise_within_the_term_is_a_promotion_and_no_second_claim() -> None:
    papers = ("linan2025", "yuhang2025", "hgx2024-16", "binjiang2024")
    found = [plan for plan in claims(papers=papers, firms=4000) if plan.promotions]
    for plan in found:
        others = [p for p in claims(papers=papers, firms=4000) if p.enterprise == plan.enterprise]
        assert [p.clause for p in others].count(plan.clause) == 1
        assert all(plan.applied_day < rise.day <= LAST for rise in plan.promotions)


def test_households_and_banks_file_under_their_own_clauses() -> None:
    members = Members(DistrictSpec(enterprises=50), consumers=300, banks=20)
    found = generated_claims(members, catalogue(), ("linan2025", "binjiang2024"), FIRST, LAST, SEED)
    for plan in found.claims:
        recipient = catalogue().clauses[plan.clause].row.recipient
        kind = {"H": CONSUMERS, "B": {"bank"}}.get(plan.enterprise[0])
        assert kind is None or recipient in kind
        assert plan.enterprise in found.applicants
    assert {plan.enterprise[0] for plan in found.claims} == {"D", "H", "B"}
    assert [plan.serial for plan in found.claims] == list(range(len(found.claims)))


def test_another_paper_moves_no_claim_of_the_first() -> None:
    alone = {p.id: replace(p, serial=0) for p in claims(Filing(twice=NEVER), ("linan2025",))}
    beside = {p.id: replace(p, serial=0) for p in claims(Filing(twice=NEVER), ("linan2025", "aimd"))}
    assert alone == {name: plan for name, plan in beside.items() if "linan2025" in name}
    assert district().ids


def matter(plan: ClaimPlan) -> str:
    return plan.matter or catalogue().clauses[plan.clause].matter


def year(plan: ClaimPlan) -> int:
    return date.fromordinal(plan.applied_day).year


def test_papers_default_to_those_of_the_kit() -> None:
    assert {catalogue().clauses[plan.clause].paper.id for plan in claims()} <= set(PAPERS)
