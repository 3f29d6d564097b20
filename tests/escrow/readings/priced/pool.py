"""Readings of the risk pool."""

from tests.escrow.processes.stories import but, failure, missed, project, scenario, success
from tests.escrow.readings.priced.row import E1, ESCROW, PL1, POOL, TREASURY, Priced, wan

SMALL_POOL = {"opening_balances__risk_pool": "300万"}
EARLY_MISS = project()
EARLY_MISS["record"]["stages"] = [missed("2025-05-01", "2025-06-20")]
TWO = scenario(success(), success("P2", enterprise="E2"))
# P2 asks the same day; nobody knows when the pool can pay it, so nothing after its deposit is pinned.
WAITS = project("P2", enterprise="E2", platform="PL2")
SHORT = but(scenario(success(), WAITS), **SMALL_POOL)
BIG_FIRST = but(
    scenario(project("P1", (400,), score=70), success("P2", enterprise="E2", platform="PL2", score=70)),
    **SMALL_POOL,
)
RANKED = but(
    scenario(project("P1", score=60), project("P2", enterprise="E2", platform="PL2", score=90)),
    opening_balances__risk_pool="100万",
    portfolio__pool_topups=[{"date": "2025-06-01", "amount": "200万"}],
)
LATER = but(project(filed_on="2025-12-01"), record={"review": {"date": "2025-12-10"}})
LATE_NOTICE = but(LATER, record__approved_on="2026-01-20", record__deposit_on="2026-01-25")

ROWS = (
    Priced(
        "pool_repayment",
        "after_first_success",
        scenario(failure()),
        {PL1: wan(420, 220), POOL: wan(9800, 10000)},
    ),
    Priced(
        "pool_repayment",
        "after_last_success",
        scenario(success()),
        {PL1: wan(600, 400), POOL: wan(9800, 10000)},
    ),
    Priced(
        "pool_repayment",
        "offset_next_budget",
        scenario(success()),
        {PL1: wan(600, 400), TREASURY: wan(880, 1080)},
    ),
    Priced("pool_scope", "each_stage", scenario(success()), {PL1: wan(600, 800), POOL: wan(9800, 9600)}),
    # The second tranche (30 %) was due on 2025-05-25; the project had failed on 2025-05-01, settled later.
    Priced(
        "pool_payment_timing",
        "by_progress",
        but(scenario(EARLY_MISS), portfolio__projects__0__record__stages__0__forfeited_on="2025-05-20"),
        {PL1: wan(220, 160), POOL: wan(9800, 9860)},
    ),
    Priced("pool_shortage", "refuse", SHORT, {ESCROW: wan(20, 0), "enterprise:E2": wan(980, 1000)}),
    # A quota of 150万 is too small for a budget of 200万: P1 waits with its deposit in escrow.
    Priced(
        "pool_split",
        "quota_per_platform",
        but(scenario(success()), **SMALL_POOL, portfolio__platforms={"PL1": {"quota_share": "50%"}}),
        {
            E1: wan(720, 980),
            ESCROW: wan(0, 20),
            PL1: wan(600, 0),
            POOL: wan(100, 300),
            TREASURY: wan(880, 1000),
        },
    ),
    Priced(
        "pool_source",
        "district_treasury_day_one",
        but(scenario(success()), opening_balances__district_treasury="2亿"),
        {TREASURY: wan(19880, 9880)},
    ),
    # 30 of 90 planned days had run when stage 1 failed: two thirds of 200万 come back, rounded down.
    Priced(
        "pool_on_failure",
        "unspent_returns",
        scenario(EARLY_MISS),
        {PL1: (220_000_000, 86_666_667), POOL: (9_800_000_000, 9_933_333_333)},
    ),
    Priced(
        "pool_overtaking",
        "yes",
        BIG_FIRST,
        {
            "enterprise:E2": wan(980, 720),
            ESCROW: wan(60, 40),
            "platform:PL2": wan(0, 600),
            POOL: wan(300, 100),
            TREASURY: wan(1000, 880),
        },
    ),
    Priced(
        "pool_after_trial",
        "rest_to_district",
        scenario(success()),
        {POOL: wan(9800, 0), TREASURY: wan(880, 10680)},
    ),
    Priced("pool_form", "budget_quota", scenario(success()), {POOL: wan(9800, 0), TREASURY: wan(880, 680)}),
    # The quota lapses on 31 December, before the notice of 20 January could commit it.
    Priced(
        "quota_year_end",
        "lapses",
        but(scenario(LATE_NOTICE), readings={"pool_form": "budget_quota"}, horizon__to="2026-04-30"),
        {E1: wan(980, 1000), ESCROW: wan(20, 0), PL1: wan(200, 0), TREASURY: wan(800, 1000)},
    ),
    # The top-up is enough for one of two that wait. The better score goes first; by arrival P1 would.
    Priced(
        "selection_rule",
        "first_come",
        but(RANKED, horizon__to="2025-06-30"),
        {PL1: wan(0, 200), "platform:PL2": wan(200, 0)},
    ),
    # One notice a year: P2 has to wait for January.
    Priced(
        "selection_rule",
        "fixed_number",
        but(
            scenario(success(), but(project("P2", enterprise="E2", platform="PL2"), record={})),
            horizon__to="2025-08-01",
            overrides={"selection_number": 1},
        ),
        {
            "enterprise:E2": wan(980, 1000),
            ESCROW: wan(40, 20),
            "platform:PL2": wan(200, 0),
            POOL: wan(9600, 9800),
        },
    ),
)
