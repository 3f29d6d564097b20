"""Laws that hold in random districts under random readings, presets, shortages and as-of days."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from escrow.catalogue import Reading, load_policy
from scenarios.spec import normal
from tests.escrow.processes import laws
from tests.escrow.processes.kit import Ran, run
from tests.escrow.processes.stories import Table

OPTIONS = {
    name: [option for option, facts in reading.options.items() if facts.works]
    for name, reading in load_policy().readings.items()
    if isinstance(reading, Reading)
}
WAN = 1_000_000
# Readings under which one audit may serve two cap years.
ONE_CAP_AN_AUDIT = {"cap_year": {"release_calendar_year", "audit_year", "payment_year"}}

readings = st.dictionaries(st.sampled_from(sorted(OPTIONS)), st.integers(0, 4), max_size=14).map(
    lambda drawn: {name: OPTIONS[name][at % len(OPTIONS[name])] for name, at in drawn.items()}
)
overrides = st.fixed_dictionaries(
    {},
    optional={
        "deposit_rate": st.sampled_from(["20%", "25%", "1/3"]),
        "deposit_rate_min": st.sampled_from(["10%", "20%"]),
        "pool_budget_rate": st.sampled_from(["100%", "120%"]),
        "pool_topup": st.sampled_from(["500万", "3000万"]),
        "payment_deadline_days": st.sampled_from([5, 30]),
        "district_budget.amount": st.sampled_from(["200万", "1000万"]),
        "district_budget.short": st.sampled_from(["trim", "prorate", "defer"]),
        "fees_and_interest.escrow_interest_rate": st.just("0.35%"),
        "fees_and_interest.operator_fee_rate": st.just("0.5%"),
        "fees_and_interest.audit_fee": st.just("1万"),
        "selection_number": st.integers(1, 5),
        "panel_seats": st.integers(1, 3),
        "audit_calendar": st.just("reported 30 June, paid 15 October"),
        "cash_window": st.just("closed 20 December to 20 January"),
    },
)
openings = st.fixed_dictionaries(
    {
        "risk_pool": st.sampled_from(["1000万", "3000万", "1亿"]),
        "enterprise": st.sampled_from(["200万", "2000万", "1亿"]),
        "district_treasury": st.sampled_from(["500万", "10亿"]),
        "insurer": st.sampled_from(["0", "100万", "1亿"]),
        "platform": st.sampled_from(["0", "100万"]),
    }
)


@st.composite
def districts(draw: Any) -> Table:
    """A generated district of up to ten applications, with whatever may befall it."""
    drawn = {
        "filings": draw(st.integers(1, 10)),
        "enterprises": draw(st.integers(2, 12)),
        "platforms": {"PL1": 3, "PL2": 2, "PL3": 1},
        "loans": {"chance": draw(st.sampled_from(["0%", "50%"]))},
        "bunched": draw(st.sampled_from(["0%", "50%"])),
    }
    facts: Table = {"generate": drawn}
    if draw(st.booleans()):
        facts["pool_topups"] = [{"date": "2026-01-10", "amount": "2000万"}]
    if draw(st.booleans()):
        facts["platform_stops"] = [{"platform": "PL1", "date": "2026-02-01"}]
    if draw(st.booleans()):
        facts["platform_falsifications"] = [{"platform": "PL2", "date": "2026-09-01"}]
    made: Table = {
        "schema": "anxinbao/scenario@1",
        "horizon": {"from": "2025-03-09", "to": draw(st.sampled_from(["2026-06-30", "2029-12-31"]))},
        "seed": draw(st.integers(0, 10_000)),
        "preset": draw(st.sampled_from(["literal", "practice", "prudent"])),
        "readings": draw(readings),
        "overrides": draw(overrides),
        "opening_balances": draw(openings),
        "behaviour": {"base": "district", "missed": "15%", "falsified": "10%", "insured": "50%"},
        "portfolio": facts,
    }
    as_of = draw(st.sampled_from([None, None, "2025-12-01"]))
    return made if as_of is None else {**made, "as_of": as_of}


def check(ran: Ran) -> None:
    """All laws; those on amounts follow what the run resolved."""
    chosen, terms = ran.prepared.resolved.readings, ran.prepared.terms
    laws.money_is_conserved(ran)
    laws.no_account_is_below_its_floor(ran)
    laws.escrow_holds_what_projects_have_in_it(ran)
    laws.money_leaves_escrow_only_after_review(ran)
    laws.the_pool_pays_no_more_than_its_budgets(ran)
    laws.the_pool_pays_no_more_than_it_gets(ran)
    laws.the_tape_is_in_order(ran)
    laws.the_ledger_verifies(ran)
    one_cap = chosen["cap_year"] in ONE_CAP_AN_AUDIT["cap_year"]
    one_cap = one_cap and chosen["cap_first_year"] == "full_each_calendar_year"
    laws.grants_keep_the_cap(ran, terms.cost_share_cap * (1 if one_cap else 2))
    if chosen["premium_cap_scope"] != "per_policy":
        laws.subsidies_keep_the_cap(ran, terms.premium_subsidy_cap)
    if chosen["next_deposit_base"] == "next_instalment":
        whole_yuan = 50 if chosen["rounding"] == "yuan_half_up" else 0
        laws.deposits_reach_the_floor(ran, Fraction(1, 10), whole_yuan)


PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(districts())
def test_the_laws_hold_in_every_district(district: Table) -> None:
    check(run(district))


@pytest.mark.slow
@settings(max_examples=25, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(districts())
def test_its_normal_form_replays_to_the_same_head(district: Table) -> None:
    ran = run(district)
    again = run(normal(ran.prepared.scenario, ran.prepared.resolved))
    assert again.store.head() == ran.store.head()
