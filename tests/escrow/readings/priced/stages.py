"""Readings of a stage: deposits, acceptance, its clock, a miss and what follows."""

from typing import Any

from tests.escrow.processes.stories import Table, but, failure, missed, project, reached, scenario, success
from tests.escrow.readings.priced.row import E1, ESCROW, PL1, TREASURY, Moves, Priced, wan

# Stage 2 of 200万 fails: 20万 lost, 66万 granted on 220万. It succeeds: 120万 on 400万.
MISSED, REACHED = (846, 420, 934), (720, 600, 880)
RETURNED = (860, 400, 940)


def between(default: tuple[int, int, int], chosen: tuple[int, int, int]) -> Moves:
    """Enterprise, platform and treasury under both readings."""
    return {party: wan(*pair) for party, *pair in zip((E1, PL1, TREASURY), default, chosen, strict=True)}


def second(**known: Any) -> Table:
    """A run whose stage 2 ends as told."""
    made = failure()
    made["record"]["stages"][1] = known
    return scenario(made)


def single(planned_days: int, on: str, **settled: str) -> Table:
    """One stage of 400万 with PL1, examined on a day."""
    made = project("P1", (400,))
    made["stages"][0]["planned_days"] = planned_days
    made["record"]["stages"] = [{"reached": True, "date": on, **settled}]
    return scenario(made)


AGAIN = {"reached": True, "date": "2025-11-20", "balance_on": "2025-11-25", "released_on": "2025-12-01"}
RETRIED = second(**missed("2025-09-30", "2025-10-10", next_payment_on="2025-10-15", retry=AGAIN))
RECTIFY = {"outcome": "rectify", "achieved": "60%", "date": "2025-10-20"}
AFTERWARDS = {"rectified": {"date": "2025-11-10", "reached": True}, "balance_on": "2025-11-12"}
STALLED = but(success(), record__stages=[but(reached(0, False), next_payment="none", next_payment_on=None)])
WHOLE = {E1: wan(720, 972), PL1: wan(800, 440), TREASURY: wan(880, 988)}
WHOLE_BACK = {party: (chosen, default) for party, (default, chosen) in WHOLE.items()}
BINDS = {"milestone_overrun": "agreed_day_binds"}

ROWS = (
    # Deposit 2 is 10 % of 200万 instead of 300万.
    Priced(
        "next_deposit_base",
        "first_instalment",
        scenario(failure("P1", (200, 300))),
        between((839, 430, 931), (846, 420, 934)),
    ),
    Priced(
        "next_payment",
        "full",
        scenario(success()),
        {E1: wan(780, 600), ESCROW: wan(20, 200)},
        on="2025-08-01",
    ),
    Priced(
        "prepaid_excess_on_failure",
        "lost",
        but(scenario(failure()), portfolio__projects__0__record__stages__0__next_payment="full"),
        between(MISSED, (720, 600, 880)),
    ),
    # The retry brings a second deposit, then the stage is paid in full: 420万 reach the platform.
    Priced("after_failure", "retry_once", RETRIED, between(MISSED, (706, 620, 874))),
    Priced(
        "platform_at_fault",
        "deposit_returned",
        second(**missed("2025-11-28", "2025-12-10", cause="platform")),
        between(MISSED, RETURNED),
    ),
    Priced(
        "platform_quits",
        "deposit_returned",
        second(**missed("2025-11-28", "2025-12-10", cause="platform_quit")),
        between(MISSED, RETURNED),
    ),
    Priced(
        "ended_without_fault",
        "deposit_returned",
        second(outcome="ended", date="2025-11-28", forfeited_on="2025-12-10"),
        between(MISSED, RETURNED),
    ),
    # Debarred, the enterprise gets no grant; owing the balance, it keeps the grant on stage 1.
    Priced(
        "balance_unpaid",
        "balance_stays_owed",
        second(reached=True, date="2025-11-28", balance="unpaid", forfeited_on="2025-12-10"),
        {**between((780, 420, 1000), (840, 400, 940)), ESCROW: wan(0, 20)},
    ),
    # 60 % of 200万 are released, 100万 of it as balance.
    Priced(
        "partial_achievement",
        "pro_rata",
        second(**RECTIFY, forfeited_on="2025-12-10"),
        between(MISSED, (776, 520, 904)),
    ),
    Priced("partial_achievement", "rectify_once", second(**RECTIFY, **AFTERWARDS), between(MISSED, REACHED)),
    Priced(
        "milestone_judge",
        "enterprise_must_agree",
        but(scenario(success()), portfolio__projects__0__record__stages__1__enterprise_agrees=False),
        between(REACHED, MISSED),
    ),
    # The year from the deposit of 1 April ends on 1 April; from the notice it has ended on 28 March.
    Priced("milestone_clock", "approval_notice", single(365, "2026-04-01"), WHOLE),
    Priced("milestone_overrun", "plan_only", single(365, "2026-04-02"), WHOLE_BACK),
    Priced("milestone_overrun", "agreed_day_binds", single(90, "2025-07-01"), WHOLE),
    Priced(
        "extension_rule", "once_within_one_year", but(single(90, "2025-09-28"), readings=BINDS), WHOLE_BACK
    ),
    Priced("extension_rule", "once_beyond", but(single(365, "2026-06-30"), readings=BINDS), WHOLE_BACK),
    Priced(
        "next_deposit_missing", "debarred", scenario(STALLED), {E1: wan(860, 800), TREASURY: wan(940, 1000)}
    ),
)
