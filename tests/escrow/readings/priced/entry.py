"""Readings of the way in: who may take part, what the threshold looks at, deposit or notice first."""

from tests.escrow.processes.stories import but, failure, scenario, success
from tests.escrow.readings.priced.row import E1, E2, ESCROW, PL1, POOL, TREASURY, Moves, Priced, wan

REFUSED: Moves = {E1: wan(720, 1000), PL1: wan(600, 0), POOL: wan(9800, 10000), TREASURY: wan(880, 1000)}
ONE = scenario(success())
HALVES = scenario(success("P1", (200,)), success("P2", (200,)))
JUST = scenario(success("P1", (310,)))
OPEN = but(scenario(success()), portfolio__projects__0__record={"review": {"date": "2025-03-24"}})

ROWS = (
    # The deposit comes 10 days after the review; under the default not before the notice of April.
    Priced(
        "step_order", "deposit_then_notice", OPEN, {E1: wan(1000, 980), ESCROW: wan(0, 20)}, on="2025-04-10"
    ),
    # Only 200万 had been released when the project ended: no grant on it.
    Priced(
        "threshold_test", "actual_at_end", scenario(failure()), {E1: wan(846, 780), TREASURY: wan(934, 1000)}
    ),
    Priced(
        "threshold_test",
        "agreements_added_up",
        HALVES,
        {E1: wan(1000, 720), PL1: wan(0, 800), POOL: wan(10000, 9600), TREASURY: wan(1000, 880)},
    ),
    # 310万 are 292.45万 without 6 % VAT.
    Priced(
        "threshold_basis",
        "net_of_vat",
        JUST,
        {E1: wan(783, 1000), PL1: wan(620, 0), POOL: wan(9690, 10000), TREASURY: wan(907, 1000)},
    ),
    Priced(
        "party_tests",
        "enterprise_in_district_and_unrelated",
        but(ONE, portfolio__projects__0__related=True),
        REFUSED,
    ),
    Priced(
        "expert_pass",
        "score_threshold",
        but(
            ONE,
            portfolio__projects__0__score=59,
            portfolio__projects__0__record__review={"date": "2025-03-24", "passed": True},
        ),
        REFUSED,
    ),
    Priced(
        "old_agreements", "signed_in_trial", but(ONE, portfolio__projects__0__signed_on="2025-03-08"), REFUSED
    ),
    # The equipment of 100万 is part of the instalments, so of pool budget and grant too.
    Priced(
        "equipment_in_instalments",
        "yes",
        but(
            ONE,
            portfolio__projects__0__agreed_total="500万",
            portfolio__projects__0__equipment_owned_by_enterprise="100万",
        ),
        {E1: wan(720, 650), PL1: wan(600, 750), POOL: wan(9800, 9750), TREASURY: wan(880, 850)},
        also={
            "portfolio__projects__0__stages": [
                {"instalment": "250万", "planned_days": 90},
                {"instalment": "250万", "planned_days": 90},
            ]
        },
    ),
    Priced(
        "parties_per_project",
        "shares_by_contract",
        but(ONE, portfolio__projects__0__partners={"E2": "25%"}),
        {E1: wan(720, 690), E2: wan(1000, 1030)},
    ),
)
