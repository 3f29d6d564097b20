"""Readings of insurance: premium subsidy, its cap and day, loss and claim."""

from tests.escrow.processes.stories import but, failure, insured, reached, scenario, success
from tests.escrow.readings.priced.row import E1, I1, TREASURY, Priced, wan

# A premium of 24万 has a subsidy of 19.2万. The failure of stage 2 costs 220万, 66万 of which are granted.
LOSS = failure(insurance=insured(cover="300万", loss="100万"))
CLAIMED = but(failure(insurance=insured()), record__claims=[{"date": "2025-12-22", "amount": "100万"}])
CAPPED = but(
    failure(insurance=insured(cover="120万")),
    record__claims=[{"date": "2025-12-22", "amount": "150万", "loss": "200万"}],
)
LATE = but(failure(insurance=insured()), record__claims=[{"date": "2026-03-20", "amount": "120万"}])
DEAR = insured(policies=["62.5万", "62.5万"], premium="125万")
PAIR = scenario(*(success(name, insurance=insured(premium="62.5万")) for name in ("P1", "P2")))
BIG = but(
    scenario(success("P1", (500, 500), insurance=insured(premium="62.5万"))),
    opening_balances__enterprise="5000万",
)
ONE = scenario(success(insurance=insured()))
BY_PLATFORM = but(
    ONE, portfolio__projects__0__insurance__premium_payer="platform", opening_balances__platform="100万"
)
SUBSIDY_GONE = {E1: (715_200_000, 696_000_000), TREASURY: (860_800_000, 880_000_000)}
SUBSIDY_BACK = {party: (lost, had) for party, (had, lost) in SUBSIDY_GONE.items()}
# 250万 claimed in 2025 against an input of 200万; stage 2 is released in 2026.
SLOW = but(
    success(insurance=insured()),
    record__stages=[
        reached(0, False),
        {"reached": True, "date": "2026-01-05", "balance_on": "2026-01-08", "released_on": "2026-01-12"},
    ],
    record__claims=[{"date": "2025-12-22", "amount": "250万"}],
)

ROWS = (
    # The platform has had the claim of 100万: 30万 less grant where it is deducted all the same.
    Priced(
        "claim_deduction",
        "any_claim_on_project",
        but(scenario(CLAIMED), portfolio__projects__0__insurance__payee="platform"),
        {E1: (841_200_000, 811_200_000), TREASURY: (914_800_000, 944_800_000)},
    ),
    # Stated 150万, the cover is 120万: 30万 less from the insurer, 9万 more from the district.
    Priced(
        "claim_amount",
        "smaller_of_loss_and_cover",
        scenario(CAPPED),
        {E1: (946_200_000, 925_200_000), I1: wan(374, 404), TREASURY: (959_800_000, 950_800_000)},
    ),
    # The claim comes in 2026, with no later input to deduct it from; 20万, 220万 or 200万 instead of 100万.
    Priced(
        "loss_basis", "failed_deposit", scenario(LOSS), {E1: (941_200_000, 861_200_000), I1: wan(424, 504)}
    ),
    Priced(
        "loss_basis", "all_paid_so_far", scenario(LOSS), {E1: (941_200_000, 1_061_200_000), I1: wan(424, 304)}
    ),
    Priced(
        "loss_basis", "platform_cost", scenario(LOSS), {E1: (941_200_000, 1_041_200_000), I1: wan(424, 324)}
    ),
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
        BY_PLATFORM,
        {E1: (720_000_000, 739_200_000), TREASURY: (880_000_000, 860_800_000)},
    ),
    Priced(
        "premium_subsidy_timing",
        "with_yearly_grant",
        ONE,
        {E1: (595_200_000, 576_000_000), TREASURY: (980_800_000, 1_000_000_000)},
        on="2026-02-26",
    ),
    # 50万 of the cap of 300万 are used by the subsidy, so 250万 are left for the grant.
    Priced("premium_in_cap", "yes", BIG, {E1: (4_287_500_000, 4_237_500_000), TREASURY: wan(650, 700)}),
    Priced(
        "premium_in_grant_base",
        "subsidy_deducted",
        ONE,
        {E1: (715_200_000, 709_440_000), TREASURY: (860_800_000, 866_560_000)},
    ),
    # Bound on 12 March, the day of the signing it would have had to precede.
    Priced(
        "insurance_start",
        "before_agreement",
        but(ONE, portfolio__projects__0__signed_on="2025-03-12"),
        SUBSIDY_GONE,
    ),
    Priced(
        "policy_late",
        "accepted_at_audit",
        but(ONE, portfolio__projects__0__insurance__handed_in_on="2025-05-01"),
        SUBSIDY_BACK,
    ),
    # 66万 were granted on 220万; after the claim of 2026 only 30万 stand.
    Priced(
        "claim_scope",
        "whole_project_with_clawback",
        scenario(LATE),
        {E1: (961_200_000, 925_200_000), TREASURY: (914_800_000, 950_800_000)},
    ),
    # The 50万 left of the claim are carried to the input of 2026, or forgotten.
    Priced(
        "claim_scope",
        "same_year_only",
        scenario(SLOW),
        {E1: (890_200_000, 905_200_000), TREASURY: (935_800_000, 920_800_000)},
    ),
)
