"""Readings of the yearly grant: what counts as input, which cap it uses, what takes it away again."""

from typing import Any

from tests.escrow.processes.stories import Table, but, failure, missed, reached, scenario, success
from tests.escrow.readings.priced.row import E1, E2, PL1, POOL, TREASURY, Priced, wan

RICH = {"opening_balances__enterprise": "1亿", "opening_balances__district_treasury": "1亿"}
ONE = scenario(success())


def twice(on: str, balance: str, released: str, **more: str) -> Table:
    """1,000万 released on 2025-07-10, 1,000万 on another day; cap 300万 each, or once."""
    later = {"reached": True, "date": on, "balance_on": balance, "released_on": released, **more}
    made = success("P1", (1000, 1000))
    made["record"]["stages"] = [reached(0, False), later]
    return but(scenario(made), **RICH)


def audited(**day: str) -> list[dict[str, Any]]:
    """The audit of 2025 on unusual days."""
    return [{"year": 2025, **day}]


ONE_CAP_LESS = {E1: wan(8600, 8300), TREASURY: wan(9400, 9700)}
NEW_YEAR = twice("2026-01-02", "2026-01-05", "2026-01-08")
INVOICED = twice("2026-01-02", "2026-01-05", "2026-01-08", invoice_on="2025-12-30")
AUTUMN = twice("2026-05-01", "2026-05-05", "2026-05-10")
LATE_REPORT = but(AUTUMN, portfolio__audits=audited(reported_on="2027-01-10", paid_on="2027-01-20"))
LATE_PAYMENT = but(AUTUMN, portfolio__audits=audited(reported_on="2026-12-20", paid_on="2027-01-20"))
SISTERS = but(
    scenario(success("P1", (1000,)), success("P2", (1000,), enterprise="E2")),
    **RICH,
    portfolio__enterprises={"E1": {"group": "G"}, "E2": {"group": "G"}},
)
OVER_YEAR_END = failure()
OVER_YEAR_END["record"]["stages"][1] = missed("2026-01-28", "2026-02-10")
CHEATED = but(ONE, portfolio__debarments=[{"enterprise": "E1", "date": "2026-06-01"}])
PLATFORM_CHEATED = but(ONE, portfolio__platform_falsifications=[{"platform": "PL1", "date": "2026-06-01"}])
ODD = failure("P1", (300,))
ODD.update(
    agreed_total="3000000.05",
    stages=[{"instalment": "3000000.05", "planned_days": 90}],
)
ODD["record"]["stages"] = [missed("2025-06-30", "2025-07-10")]

ROWS = (
    Priced(
        "equipment_in_grant_base",
        "yes",
        but(
            ONE,
            portfolio__projects__0__agreed_total="500万",
            portfolio__projects__0__equipment_owned_by_enterprise="100万",
        ),
        {E1: wan(720, 750), TREASURY: wan(880, 850)},
    ),
    # The deposit of 20万 is in escrow at the end of 2025, and lost in 2026.
    Priced(
        "actual_input",
        "paid_into_escrow",
        scenario(OVER_YEAR_END),
        {E1: wan(840, 846), TREASURY: wan(940, 934)},
        on="2026-02-28",
    ),
    Priced(
        "forfeited_deposit_counts", "no", scenario(failure()), {E1: wan(846, 840), TREASURY: wan(934, 940)}
    ),
    Priced(
        "outside_spending_counts",
        "if_audited",
        but(ONE, portfolio__projects__0__outside_spending=[{"date": "2025-08-01", "amount": "50万"}]),
        {E1: wan(720, 735), TREASURY: wan(880, 865)},
    ),
    Priced("cap_year", "audit_year", LATE_REPORT, ONE_CAP_LESS),
    Priced("cap_year", "payment_year", LATE_PAYMENT, ONE_CAP_LESS),
    Priced("cap_year", "scheme_year", NEW_YEAR, ONE_CAP_LESS),
    Priced("cap_year", "invoice_year", INVOICED, ONE_CAP_LESS),
    Priced("cap_first_year", "one_for_trial_year", NEW_YEAR, ONE_CAP_LESS),
    # 360万 on 1,200万: 60万 over the cap are paid with the audit of 2026.
    Priced(
        "cap_excess",
        "carried_forward",
        but(scenario(success("P1", (600, 600))), **RICH),
        {E1: wan(9100, 9160), TREASURY: wan(9700, 9640)},
    ),
    Priced("enterprise_unit", "group", SISTERS, {E2: wan(9300, 9000), TREASURY: wan(9400, 9700)}),
    Priced("falsification_effect", "clawback", CHEATED, {E1: wan(720, 600), TREASURY: wan(880, 1000)}),
    Priced(
        "platform_falsification",
        "pool_money_returned",
        PLATFORM_CHEATED,
        {PL1: wan(600, 400), TREASURY: wan(880, 1080)},
    ),
    Priced(
        "refund_destination",
        "risk_pool",
        but(PLATFORM_CHEATED, readings={"platform_falsification": "pool_money_returned"}),
        {POOL: wan(9800, 10000), TREASURY: wan(1080, 880)},
    ),
    Priced(
        "trial_end",
        "stop",
        but(ONE, portfolio__audits=audited(reported_on="2026-02-13", paid_on="2026-03-09")),
        {E1: wan(720, 600), TREASURY: wan(880, 1000)},
    ),
    Priced(
        "stacking_with_others",
        "highest_only",
        but(ONE, portfolio__projects__0__other_grants=[{"date": "2025-09-01", "amount": "50万"}]),
        {E1: wan(720, 670), TREASURY: wan(880, 930)},
    ),
    # 10 % of 3,000,000.05 yuan: 300,000.01 with floors up, 300,000 in whole yuan.
    Priced(
        "rounding",
        "yuan_half_up",
        scenario(ODD),
        {E1: (978_999_999, 979_000_000), PL1: (330_000_006, 330_000_005)},
    ),
)
