"""Parameters and facts among the 71 points: what another value moves."""

from typing import Any

from tests.escrow.processes.stories import Table, but, failure, project, scenario, success
from tests.escrow.readings.priced.row import E1, E2, PL1, POOL, TREASURY, Moves, Priced, wan

ONE = scenario(success())
REFUSED: Moves = {E1: wan(720, 1000), PL1: wan(600, 0), POOL: wan(9800, 10000), TREASURY: wan(880, 1000)}
UNPAID: Moves = {E1: wan(720, 600), TREASURY: wan(880, 1000)}
PAIR = scenario(success(), success("P2", enterprise="E2"))
BANKED = {"opening_balances__bank": "1000万", "opening_balances__guarantor": "100万"}
LOAN = {
    "principal": "100万",
    "drawn_on": "2025-04-01",
    "term_days": 365,
    "interest_rate": "3.65%",
    "fee_rate": "1%",
}


def amended(name: str, value: Any, told: Table, moves: Moves, on: str | None = None) -> Priced:
    """A row in which the policy is amended."""
    return Priced(name.partition(".")[0], str(value), told, moves, on, {"overrides": {name: value}})


def budget(short: str, moves: Moves, on: str | None = None) -> Priced:
    """Two grants of 120万 a year against an envelope of 150万."""
    also = {"overrides": {"district_budget.amount": "150万", "district_budget.short": short}}
    return Priced("district_budget", short, PAIR, moves, on, also)


ROWS = (
    amended("pool_budget_rate", "150%", ONE, {PL1: wan(600, 700), POOL: wan(9800, 9700)}),
    # 100万 do not pay a budget of 200万; the top-up is decided 120 days after 10 April.
    amended(
        "pool_topup",
        "200万",
        but(scenario(project()), opening_balances__risk_pool="100万", horizon__to="2025-08-08"),
        {PL1: wan(0, 200)},
    ),
    # 30 % of 200万 are lost with stage 2, and 30 % of 260万 granted.
    amended(
        "deposit_rate",
        "30%",
        scenario(failure()),
        {E1: wan(846, 818), PL1: wan(420, 460), TREASURY: wan(934, 922)},
    ),
    # The balance of stage 2 came after nine days: its deposit is lost and the enterprise debarred.
    amended(
        "payment_deadline_days", 5, ONE, {E1: wan(720, 780), PL1: wan(600, 420), TREASURY: wan(880, 1000)}
    ),
    amended("audit_calendar", "reported 30 June, paid 15 October", ONE, UNPAID, "2026-10-14"),
    Priced(
        "cash_window",
        "closed in February",
        ONE,
        UNPAID,
        "2026-03-10",
        {"overrides": {"cash_window.closed_from": "02-20", "cash_window.closed_to": "03-10"}},
    ),
    # 20万 for 92 and 86 days, 200万 for twice 8 days, at 3.65 % of 365 days: 6,760 yuan.
    amended(
        "fees_and_interest.escrow_interest_rate",
        "3.65%",
        but(ONE, **BANKED),
        {"bank": (1_000_000_000, 999_324_000), E1: (720_000_000, 720_676_000)},
    ),
    amended(
        "fees_and_interest.operator_fee_rate", "1%", ONE, {"operator": wan(0, 4), TREASURY: wan(880, 876)}
    ),
    amended("fees_and_interest.audit_fee", "1万", ONE, {"auditor": wan(0, 1), TREASURY: wan(880, 879)}),
    amended("stage_shares.first_min", "60%", ONE, REFUSED),
    amended("stage_shares.last_min", "60%", ONE, REFUSED),
    amended("stage_shares.last_max", "49.99%", ONE, REFUSED),
    amended("first_share_max", "40%", ONE, REFUSED),
    budget("trim", {E2: wan(720, 630), TREASURY: wan(760, 850)}),
    budget("prorate", {E1: wan(720, 675), E2: wan(720, 675), TREASURY: wan(760, 850)}),
    budget("defer", {E2: wan(720, 600), TREASURY: wan(760, 880)}, "2026-12-31"),
    budget("defer", {}, "2027-01-01"),
    # A loan costs the fee of 1万 and 3.65万 of interest; the rest comes and goes.
    Priced(
        "guaranteed_loan",
        "repaid",
        but(ONE, **BANKED),
        {"bank": (1_000_000_000, 1_003_650_000), E1: (720_000_000, 715_350_000), "guarantor": wan(100, 101)},
        also={"portfolio__projects__0__loan": LOAN},
    ),
    # Defaulted, the guarantor bears 80 % and the bank the rest.
    Priced(
        "guaranteed_loan",
        "defaulted",
        but(ONE, **BANKED),
        {"bank": wan(1000, 980), E1: wan(720, 819), "guarantor": wan(100, 21)},
        also={"portfolio__projects__0__loan": {**LOAN, "default_on": "2026-02-01"}},
    ),
    Priced(
        "acceptance_outcome",
        "ended",
        but(scenario(failure()), readings={"ended_without_fault": "deposit_returned"}),
        {E1: wan(846, 860), PL1: wan(420, 400), TREASURY: wan(934, 940)},
        also={
            "portfolio__projects__0__record__stages__1": {
                "outcome": "ended",
                "date": "2025-11-28",
                "forfeited_on": "2025-12-10",
            }
        },
    ),
)
