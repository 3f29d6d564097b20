"""Random districts with dense ties: every reading, every parameter, few filing days, short purses."""

from random import Random
from typing import Any

from tests.escrow.processes.test_random_worlds import OPTIONS

Table = dict[str, Any]

OVERRIDES: Table = {
    "deposit_rate": ["20%", "25%", "1/3", "100%"],
    "deposit_rate_min": ["5%", "20%"],
    "pool_budget_rate": ["100%", "120%"],
    "pool_topup": ["500万", "3000万"],
    "pool_topup_days": [1, 45],
    "pool_offset_share": ["50%"],
    "pool_progress_first_share": ["30%", "1/3"],
    "extension_max_days": [0, 90],
    "payment_deadline_days": [5, 30],
    "balance_notice_days": [0, 30],
    "premium_subsidy_rate": ["50%"],
    "premium_subsidy_cap": ["5万"],
    "cost_share_cap": ["50万"],
    "score_threshold": [70],
    "threshold_total": ["500万"],
    "clawback_collected_rate": ["50%"],
    "first_share_max": ["50%"],
    "district_budget.amount": ["200万", "1000万"],
    "district_budget.short": ["trim", "prorate", "defer"],
    "fees_and_interest.escrow_interest_rate": ["0.35%"],
    "fees_and_interest.operator_fee_rate": ["0.5%"],
    "fees_and_interest.audit_fee": ["1万"],
    "selection_number": [1, 3, 5],
    "panel_seats": [1, 2, 3],
    "audit_calendar": ["reported 30 June, paid 15 October"],
    "cash_window": ["closed 20 December to 20 January"],
}
OPENINGS: Table = {
    "risk_pool": ["1000万", "3000万", "1亿"],
    "enterprise": ["200万", "2000万", "1亿"],
    "district_treasury": ["500万", "10亿"],
    "insurer": ["0", "100万", "1亿"],
    "platform": ["0", "100万"],
}


def district(seed: int, filings: int = 40) -> Table:
    """A district that the seed tells; without base behaviour all delays are constant, so most days tie."""
    draw = Random(seed)
    made: Table = {
        "schema": "anxinbao/scenario@1",
        "horizon": {"from": "2025-03-09", "to": draw.choice(["2026-06-30", "2027-12-31", "2029-12-31"])},
        "seed": seed,
        "preset": draw.choice(["literal", "practice", "prudent"]),
        "readings": {name: draw.choice(options) for name, options in OPTIONS.items() if draw.random() < 0.3},
        "overrides": {name: draw.choice(all_) for name, all_ in OVERRIDES.items() if draw.random() < 0.25},
        "opening_balances": {name: draw.choice(amounts) for name, amounts in OPENINGS.items()},
        "behaviour": _behaviour(draw),
        "portfolio": _facts(draw, filings),
    }
    if draw.random() < 0.4:  # all file within two weeks
        made["intake_until"] = "2025-03-21"
    return made


def _behaviour(draw: Random) -> Table:
    stated = {"missed": "15%", "falsified": "10%", "insured": "50%", "rectify": "20%"}
    stated |= {"falsification_at_audit": "50%", "balance_comes": "90%", "next_comes": "90%"}
    return {"base": "district", **stated} if draw.random() < 0.6 else stated


def _facts(draw: Random, filings: int) -> Table:
    drawn = {
        "filings": draw.randint(1, filings),
        "enterprises": draw.randint(2, 12),
        "platforms": {"PL1": 3, "PL2": 2, "PL3": 1},
        "loans": {"chance": draw.choice(["0%", "50%"])},
        "bunched": draw.choice(["0%", "50%"]),
    }
    facts: Table = {"generate": drawn}
    if draw.random() < 0.5:
        facts["pool_topups"] = [{"date": "2026-01-10", "amount": "2000万"}]
    if draw.random() < 0.4:
        facts["platform_stops"] = [{"platform": "PL1", "date": "2026-02-01"}]
    if draw.random() < 0.4:
        facts["platform_falsifications"] = [{"platform": "PL2", "date": "2026-09-01"}]
    return facts
