"""Who is served when several ask the pool on one day, and what an early filing becomes."""

from pathlib import Path

from escrow.tape import Kind, Reason
from ledger import balances
from ledger.store import open_store
from scenarios.prepare import prepare
from scenarios.run import run, simulate
from scenarios.spec import Source, load_scenario, open_scenario

PROJECT = """
    - id: {id}
      enterprise: E{id}
      platform: PL1
      agreed_total: 300万
      score: {score}
      filed_on: {filed}
      stages: [{{instalment: 300万, planned_days: 90}}]
      record: {{approved_on: 2025-04-01, deposit_on: 2025-04-08, pool_paid_on: 2025-04-15}}"""
TOP = "horizon: {{from: 2025-03-09, to: 2025-04-30}}\n{more}portfolio:\n  projects:"


def kinds(text: str, kind: Kind) -> list[int]:
    scenario = open_scenario(Source(text, "case.yaml", "case")).scenario
    return [row[3] for row in simulate(prepare(scenario)) if row[2] == kind]


def test_the_better_score_is_served_when_two_ask_on_one_day_and_the_pool_pays_one() -> None:
    pair = PROJECT.format(id="P1", score=70, filed="2025-03-14") + PROJECT.format(
        id="P2", score=90, filed="2025-03-14"
    )
    text = TOP.format(more="opening_balances: {risk_pool: 500万}\n") + pair
    assert (kinds(text, Kind.POOL_PAID), kinds(text, Kind.POOL_QUEUED)) == ([1], [0])
    assert kinds(text.replace("500万", "600万"), Kind.POOL_PAID) == [0, 1]


def test_with_equal_scores_the_earlier_filing_is_served() -> None:
    pair = PROJECT.format(id="P1", score=80, filed="2025-03-18") + PROJECT.format(
        id="P2", score=80, filed="2025-03-14"
    )
    text = TOP.format(more="opening_balances: {risk_pool: 500万}\n") + pair
    assert kinds(text, Kind.POOL_PAID) == [1]


def test_a_filing_before_the_trial_and_the_horizon_is_filed_and_refused() -> None:
    text = TOP.format(more="") + PROJECT.format(id="P1", score=80, filed="2025-03-08")
    scenario = open_scenario(Source(text, "case.yaml", "case")).scenario
    refused = [row[6] for row in simulate(prepare(scenario)) if row[2] == Kind.REFUSED]
    assert refused == [Reason.OUTSIDE_TRIAL]


def test_the_treasury_fills_an_empty_pool_with_its_printed_size(tmp_path: Path) -> None:
    sets = ("opening_balances.risk_pool=0",)
    scenario = load_scenario("worked-success", sets=sets, readings=("pool_source=district_treasury_day_one",))
    rich = scenario.model_copy(
        update={
            "opening_balances": scenario.opening_balances.model_copy(update={"district_treasury": 10**11})
        }
    )
    run(rich, ledger=str(tmp_path / "x.db"))
    store = open_store(tmp_path / "x.db")
    found = balances(store, by="party")
    store.close()
    assert (found["risk_pool"], found["district_treasury"]) == (98 * 10**8, 10**11 - 10**10 - 18 * 10**7)


def test_a_deposit_on_the_first_instalment_may_pass_the_share_of_its_own() -> None:
    text = """
readings: {next_deposit_base: first_instalment}
portfolio:
  projects:
    - id: P1
      enterprise: E1
      platform: PL1
      agreed_total: 440万
      filed_on: 2025-03-14
      stages: [{instalment: 240万, planned_days: 90}, {instalment: 200万, planned_days: 90}]
"""
    scenario = open_scenario(Source(text, "case.yaml", "case")).scenario
    rows = [row for row in simulate(prepare(scenario)) if row[2] == Kind.DEPOSITED]
    assert [row[5] for row in rows] == [24_000_000, 24_000_000]
