"""What a scenario states about one project: facts and pins, before anything is drawn.

Days are proleptic ordinals (date.toordinal), money is fen, None means "not stated".
"""

from dataclasses import dataclass, field
from fractions import Fraction

from escrow.tape import Cause, Payer


@dataclass(frozen=True, slots=True)
class StagePins:
    """What is already known of one stage (里程碑); every item optional."""

    outcome: str | None = None  # reached | rectify | missed | ended
    outcome_day: int | None = None
    cause: Cause = Cause.NONE
    achieved: Fraction = Fraction(0)  # share achieved when the outcome is rectify
    enterprise_agrees: bool = True
    balance_day: int | None = None
    balance_unpaid: bool = False
    release_day: int | None = None
    invoice_day: int | None = None
    next_day: int | None = None
    next_payment: str | None = None  # deposit | full | none
    forfeit_day: int | None = None
    rectified: bool | None = None  # outcome of the second examination
    rectified_day: int | None = None
    retry: "StagePins | None" = None


@dataclass(frozen=True, slots=True)
class StagePlan:
    """One agreed stage: instalment (fen) and planned days."""

    instalment_fen: int
    planned_days: int
    pins: StagePins = StagePins()


@dataclass(frozen=True, slots=True)
class InsurancePlan:
    """A policy on the project; premium and cover in fen."""

    insurer: str
    premium_fen: int
    bound_day: int
    handed_in_day: int | None = None  # None: with the policy
    premium_payer: Payer = Payer.ENTERPRISE
    payee: Payer = Payer.ENTERPRISE
    cover_fen: int | None = None
    own_share: Fraction = Fraction(0)
    policies: tuple[int, ...] = ()  # premiums of several policies; empty: one policy
    loss_fen: int | None = None  # the insurer's assessed loss, when stated


@dataclass(frozen=True, slots=True)
class ClaimPin:
    """A claim that is known: the day it is paid and its amount (fen)."""

    day: int
    amount_fen: int
    loss_fen: int | None = None


@dataclass(frozen=True, slots=True)
class LoanPlan:
    """A guaranteed loan (reading guaranteed_loan): terms are facts, the text prints none."""

    principal_fen: int
    drawn_day: int
    term_days: int
    interest_rate: Fraction = Fraction(0)  # a year of 365 days, simple
    fee_rate: Fraction = Fraction(0)  # a year of 365 days, paid at drawdown for the whole term
    guarantor_share: Fraction = Fraction(4, 5)
    government_share: Fraction = Fraction(0)
    default_day: int | None = None
    payout_days: int = 60
    recovered_fen: int = 0
    recovery_day: int | None = None


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """An amount (fen) on a day, e.g. spending outside the escrow or another grant."""

    day: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """One application and all that is known of its course."""

    id: str
    enterprise: str
    platform: str
    agreed_total_fen: int
    filed_day: int
    stages: tuple[StagePlan, ...]
    equipment_fen: int = 0
    deposit_rate: Fraction | None = None
    pool_budget_fen: int | None = None
    signed_day: int | None = None
    score: int | None = None
    vat_rate: Fraction | None = None
    related: bool = False
    partners: tuple[tuple[str, Fraction], ...] = ()  # further enterprises and their contract shares
    insurance: InsurancePlan | None = None
    loan: LoanPlan | None = None
    claims: tuple[ClaimPin, ...] | None = None  # None: drawn; (): known that none was paid
    other_grants: tuple[DatedAmount, ...] = ()
    outside_spending: tuple[DatedAmount, ...] = ()
    review_day: int | None = None
    review_passed: bool | None = None
    approved_day: int | None = None
    deposit_day: int | None = None
    deposit_unpaid: bool = False
    pool_day: int | None = None
    subsidy_day: int | None = None
    falsified_day: int | None = None


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """The special audit (专项审计) of one year, for all enterprises; audited inputs by project id, fen."""

    year: int
    reported_day: int | None = None
    paid_day: int | None = None
    audited_input: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything a scenario states as fact, in file order."""

    projects: tuple[ProjectPlan, ...]
    audits: tuple[AuditPlan, ...] = ()
    pool_topups: tuple[DatedAmount, ...] = ()
    debarments: tuple[tuple[str, int], ...] = ()  # enterprise, day
    platform_stops: tuple[tuple[str, int], ...] = ()  # platform, day
    platform_falsifications: tuple[tuple[str, int], ...] = ()
    enterprises: dict[str, "EnterpriseFacts"] = field(default_factory=dict)
    platforms: dict[str, "PlatformFacts"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EnterpriseFacts:
    """What the eligibility and cap readings ask of an enterprise."""

    in_district: bool = True
    group: str | None = None


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """Whether the platform is on the district's list, and its quota under pool_split."""

    listed: bool = True
    quota_share: Fraction | None = None
