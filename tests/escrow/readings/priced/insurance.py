"""Readings of insurance: premium subsidy, its cap and day, loss and claim."""

from tests.escrow.processes.stories import but, failure, insured, missed, reached, scenario, success
from tests.escrow.readings.priced.row import E1, I1, TREASURY, Priced, wan

# 24万 premium: 19.2万 subsidy. The insured failure costs the enterprise 1000 - 24 + 19.2 - 220 + 66 = 841.2万.
COVERED = failure(insurance=insured(cover="300万", loss="100万"))
KNOWN = but(
    failure(insurance=insured(cover="120万")),
    record__claims=[{"date": "2025-12-22", "amount": "150万", "loss": "200万"}],
)
DEAR = insured(premium="125万", policies=["62.5万", "62.5万"])
PAIR = scenario(
    success("P1", insurance=insured(premium="62.5万")), success("P2", insurance=insured(premium="62.5万"))
)
BIG = but(
    scenario(success("P1", (500, 500), insurance=insured(premium="62.5万"))),
    opening_balances__enterprise="5000万",
)
ONE = scenario(success(insurance=insured()))
SUBSIDY_GONE = {E1: (715_200_000, 696_000_000), TREASURY: (860_800_000, 880_000_000)}
LATE_CLAIM = [{"date": "2026-03-20", "amount": "120万"}]
SLOW = but(
    success(insurance=insured()),
    record__stages=[
        reached(0, False),
        {"reached": True, "date": "2026-01-05", "balance_on": "2026-01-08", "released_on": "2026-01-12"},
    ],
    record__claims=[{"date": "2025-12-22", "amount": "250万"}],
)

ROWS = (
    # Deducted: 66万 grant less 30 % of the claim of 100万; the claim itself went to the platform.
    Priced(
        "claim_deduction",
        "any_claim_on_project",
        scenario(but(COVERED, insurance__payee="platform")),
        {E1: (841_200_000, 811_200_000), TREASURY: (914_800_000, 944_800_000)},
    ),
    # The cover of 120万 binds: 30万 less claim, 9万 more grant... the base is 220万 less 120万, not less 150万.
    Priced(
        "claim_amount",
        "smaller_of_loss_and_cover",
        scenario(KNOWN),
        {E1: (946_200_000, 925_200_000), I1: wan(374, 404), TREASURY: (959_800_000, 950_800_000)},
    ),
    Priced(
        "loss_basis",
        "failed_deposit",
        scenario(COVERED),
        {E1: (941_200_000, 861_200_000), I1: wan(424, 504), TREASURY: wan(0, 0)},
    ),
    Priced("loss_basis", "all_paid_so_far", scenario(COVERED), {}),
    Priced("loss_basis", "platform_cost", scenario(COVERED), {}),
    Priced("premium_cap_scope", "per_enterprise_year", PAIR, {E1: wan(415, 365), TREASURY: wan(660, 710)}),
    Priced(
        "premium_cap_scope",
        "per_policy",
        scenario(success(insurance=DEAR)),
        {E1: wan(645, 695), TREASURY: wan(830, 780)},
    ),
    Priced(
        "premium_payer",
        "platform_passed_on",
        but(
            ONE,
            portfolio__projects__0__insurance__premium_payer="platform",
            opening_balances__platform="100万",
        ),
        {E1: (720_000_000, 739_200_000), TREASURY: (880_000_000, 860_800_000)},
    ),
    Priced(
        "premium_subsidy_timing",
        "with_yearly_grant",
        ONE,
        {E1: (595_200_000, 576_000_000), TREASURY: (980_800_000, 1_000_000_000)},
        on="2026-02-26",
    ),
    Priced("premium_in_cap", "yes", BIG, {E1: (0, 0)}),
    Priced("premium_in_grant_base", "subsidy_deducted", ONE, {E1: (715_200_000, 709_440_000), TREASURY: (860_800_000, 866_560_000)}),
    # Bound on 12 March, two days before the signing it would have had to precede.
    Priced("insurance_start", "before_agreement", but(ONE, portfolio__projects__0__signed_on="2025-03-12"), SUBSIDY_GONE),
    Priced(
        "policy_late",
        "accepted_at_audit",
        but(ONE, portfolio__projects__0__insurance__handed_in_on="2025-05-01"),
        {party: (lost, had) for party, (had, lost) in SUBSIDY_GONE.items()},
    ),
    Priced(
        "claim_scope",
        "whole_project_with_clawback",
        scenario(but(failure(insurance=insured()), record__claims=LATE_CLAIM)),
        {},
    ),
    Priced("claim_scope", "same_year_only", scenario(SLOW), {}),
)
__all__ = ["ROWS", "missed"]
