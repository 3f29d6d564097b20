"""What the notes of each study say, in its direction, on a few of its points and replications."""

from pathlib import Path

import pytest

from tests.scenarios.studies.small import means, small


def test_more_filings_or_a_smaller_pool_empty_it_sooner(tmp_path: Path) -> None:
    levels = {"applications": ["about 30", "about 90"], "pool_size": ["1亿", "5000万"]}
    found = means(small(tmp_path, "pool-size", levels), "pool_lowest_fen", "pool_depleted")
    few, few_small, many, many_small = found["pool_lowest_fen"]
    assert few > few_small > many_small
    assert few > many
    assert found["pool_depleted"][0] < found["pool_depleted"][3]


def test_repayment_saves_most_set_off_less_and_a_return_after_failure_nothing(tmp_path: Path) -> None:
    ways = ["none", "after_first_success", "after_last_success", "offset_next_budget"]
    results = small(tmp_path, "gift-or-repaid", {"pool_repayment": ways})
    gift, first, last, offset = means(results, "public_net_fen")["public_net_fen"]
    assert first < last < offset < gift
    both = {"pool_on_failure": ["nothing_returns", "unspent_returns"]}
    kept, back = means(small(tmp_path / "failure", "gift-or-repaid", both), "public_returned_fen").popitem()[
        1
    ]
    assert kept == back == 0


def test_a_larger_first_instalment_takes_more_of_the_pool_and_a_limit_takes_it_back(tmp_path: Path) -> None:
    levels = {"agreement": ["first 20%", "first 80%", "answers fully"], "first_share_max": ["none", "40%"]}
    found = means(small(tmp_path, "first-instalment", levels), "pool_advance_fen", "public_net_fen")
    small_share, _, large, limited, answered, answered_limited = found["pool_advance_fen"]
    assert small_share < limited < large
    assert answered_limited < answered < large


def test_slower_acceptance_cuts_and_delays_grants_while_the_calendar_hardly_moves_years(
    tmp_path: Path,
) -> None:
    levels = {
        "calendar": ["13 and 27 February", "30 June and 15 October"],
        "acceptance": ["15 working days", "60 days slower"],
    }
    results = small(tmp_path, "budget-by-year", levels)
    years, paid = results.years("cost_share_fen")
    usual, slower, autumn, _ = paid.mean(axis=1)[:, years.index(2027)]
    assert slower < usual
    assert autumn == pytest.approx(usual)
    assert (
        means(results, "cost_share_fen")["cost_share_fen"][1]
        < means(results, "cost_share_fen")["cost_share_fen"][0]
    )


def test_the_rate_moves_more_than_the_cap_and_the_premium_cap_nothing(tmp_path: Path) -> None:
    levels = {"cost_share_cap": ["300万", "500万"], "cost_share_rate": ["30%", "35%"]}
    results = small(tmp_path, "caps", {**levels, "premium_subsidy_cap": ["50万", "100万"]})
    found = means(results, "cost_share_fen", "premium_subsidy_fen")
    usual, higher_cap, _, higher_rate = found["cost_share_fen"]
    assert higher_cap - usual < higher_rate - usual
    assert len(set(found["premium_subsidy_fen"])) == 1


def test_the_loss_basis_decides_the_claims(tmp_path: Path) -> None:
    bases = ["stated", "failed_deposit", "all_paid_so_far", "platform_cost"]
    results = small(tmp_path, "insurer-stays", {"loss_basis": bases}, replications=40)
    _, deposit, paid, cost = means(results, "claims_fen")["claims_fen"]
    assert deposit < paid < cost


def test_a_recession_relieves_the_pool_and_costs_completions(tmp_path: Path) -> None:
    results = small(tmp_path, "recession", {"economy": ["calm", "recession"]})
    for name in ("pool_advance_fen", "completed", "cost_share_fen", "platform_income_fen"):
        calm, recession = means(results, name)[name]
        assert recession < calm


def test_a_platform_that_stops_costs_completions_and_the_reading_moves_the_deposits(tmp_path: Path) -> None:
    levels = {"event": ["none", "largest on day 400"], "platform_quits": ["missed", "deposit_returned"]}
    found = means(small(tmp_path, "platform-fails", levels), "completed", "forfeited_fen", "pool_advance_fen")
    assert found["completed"][2] < found["completed"][0]
    kept, returned = found["forfeited_fen"][2:]
    assert returned < found["forfeited_fen"][0] < kept


def test_an_insurer_that_leaves_takes_premiums_and_hardly_any_public_money(tmp_path: Path) -> None:
    levels = {"market": ["stays", "leaves in month 9", "leaves in month 3", "dearer by half from month 6"]}
    results = small(tmp_path, "insurer-leaves", {**levels, "behaviour.insured": ["60%"]})
    found = means(results, "premium_fen", "public_net_fen")
    stays, late, early, dearer = found["premium_fen"]
    assert early < late < stays < dearer
    assert abs(found["public_net_fen"][2] / found["public_net_fen"][0] - 1) < 0.05


def test_lapse_is_the_cliff_and_the_freeze_a_matter_of_days(tmp_path: Path) -> None:
    levels = {"quota": ["quota carried over", "quota lapses"], "freeze": ["none", "20 Dec to 20 Jan"]}
    found = means(small(tmp_path, "year-end", levels), "approved", "quota_lapsed_fen")
    carried, frozen, lapsed, _ = found["approved"]
    assert carried == frozen > lapsed
    assert found["quota_lapsed_fen"][2] > found["quota_lapsed_fen"][0]


def test_data_on_relations_stop_a_ring_that_nothing_else_sees(tmp_path: Path) -> None:
    ring = "portfolio.generate.ring"
    levels = {f"{ring}.contracts": ["0", "12"], f"{ring}.seen": ["0%", "90%"]}
    clean, also_clean, unseen, seen = means(
        small(tmp_path, "fraud-ring", levels), "pool_advance_fen"
    ).popitem()[1]
    assert clean == also_clean < seen < unseen


def test_some_sentences_are_dear_and_some_cannot_be_priced(tmp_path: Path) -> None:
    sentences = [
        "literal",
        "pool_repayment = after_first_success",
        "milestone_overrun = agreed_day_binds",
        "stacking_with_others = highest_only",
    ]
    found = means(small(tmp_path, "ambiguity", {"sentence": sentences}), "public_net_fen", "completed")
    literal, repaid, bound, stacked = found["public_net_fen"]
    assert repaid < literal == stacked
    assert found["completed"][2] < found["completed"][0]
    assert bound < literal
