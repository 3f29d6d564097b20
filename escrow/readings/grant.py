"""Readings of the 30 % grant: what counts as input, which year's cap it uses, what a claim takes away."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from escrow.readings.pool import no, yes
from escrow.settlement.books import AuditDay, Partner, year_of
from escrow.settlement.scope import ClaimFacts, ClaimResult

TRIAL_BUCKET = 0  # the cap year of everything inside the trial, when the trial has one cap


class Weights(NamedTuple):
    """What one fen of each kind of movement counts as input (1, 0 or -1), in the order of books.Moved."""

    released: int
    forfeited: int
    paid_in: int
    returned: int
    equipment: int = 0
    outside: int = 0


# actual_input: () -> Weights. A forfeiture is money that reached the platform, or was paid in before.


def released_to_platform() -> Weights:
    """What has left the escrow for the platform is really spent."""
    return Weights(released=1, forfeited=1, paid_in=0, returned=0)


def paid_into_escrow() -> Weights:
    """What the enterprise has paid in counts until it comes back."""
    return Weights(released=0, forfeited=0, paid_in=1, returned=-1)


# forfeited_deposit_counts, equipment_in_grant_base, outside_spending_counts: (Weights) -> Weights.


def left_as_is(weights: Weights) -> Weights:
    """The option changes nothing in the base."""
    return weights


def forfeiture_taken_out(weights: Weights) -> Weights:
    """A forfeited deposit is not input, even where paying it in was."""
    return weights._replace(forfeited=weights.forfeited - 1)


def equipment_counted(weights: Weights) -> Weights:
    """Equipment of the enterprise counts in the year of the approval."""
    return weights._replace(equipment=1)


def outside_counted(weights: Weights) -> Weights:
    """Audited spending outside the escrow counts on its day."""
    return weights._replace(outside=1)


# cap_year: (day, invoice_day, audit, trial_from) -> (day whose year decides the audit, cap year).


def release_calendar_year(day: int, invoice_day: int, audit: AuditDay, trial_from: int) -> tuple[int, int]:
    """The calendar year in which the money left the escrow."""
    return day, year_of(day)


def audit_year(day: int, invoice_day: int, audit: AuditDay, trial_from: int) -> tuple[int, int]:
    """The year in which the audit report is given."""
    return day, year_of(audit.reported_day)


def payment_year(day: int, invoice_day: int, audit: AuditDay, trial_from: int) -> tuple[int, int]:
    """The year in which the grant is paid."""
    return day, year_of(audit.paid_day)


def scheme_year(day: int, invoice_day: int, audit: AuditDay, trial_from: int) -> tuple[int, int]:
    """Twelve months from the first day of the trial, named by the calendar year they begin in."""
    start, on = date.fromordinal(trial_from), date.fromordinal(day)
    return day, on.year - ((on.month, on.day) < (start.month, start.day))


def invoice_year(day: int, invoice_day: int, audit: AuditDay, trial_from: int) -> tuple[int, int]:
    """The calendar year of the invoice, for the audit as for the cap."""
    return invoice_day, year_of(invoice_day)


# cap_first_year: (day, cap year, trial_to) -> cap year.


def full_each_calendar_year(day: int, bucket: int, trial_to: int) -> int:
    """The first year has a full cap although it is short."""
    return bucket


def one_for_trial_year(day: int, bucket: int, trial_to: int) -> int:
    """Everything up to the last day of the trial shares one cap."""
    return TRIAL_BUCKET if day <= trial_to else bucket


# cap_excess: (fen cut by the cap) -> fen carried to the next audit.


def lapses(cut: int) -> int:
    """What passes the cap is lost."""
    return 0


def carried_forward(cut: int) -> int:
    """What passes the cap is asked for again next year."""
    return cut


# enterprise_unit: (enterprise number, group number or -1) -> number of the unit that has the cap.


def legal_entity(enterprise: int, group: int) -> int:
    """Each enterprise has its own cap."""
    return enterprise


def group_of(enterprise: int, group: int) -> int:
    """The enterprises of a group share one cap; groups take the numbers below zero."""
    return enterprise if group < 0 else -1 - group


# parties_per_project: (partners) -> partners whose share by contract has a grant and a cap of its own.


def one_and_one(partners: tuple[Partner, ...]) -> tuple[Partner, ...]:
    """One enterprise stands for the project, whoever else has signed."""
    return ()


def shares_by_contract(partners: tuple[Partner, ...]) -> tuple[Partner, ...]:
    """The base is shared by contract, each share under the cap of its enterprise."""
    return partners


# claim_scope: (ClaimFacts) -> ClaimResult.


def same_project_carried_forward(facts: ClaimFacts) -> ClaimResult:
    """Claims reduce this audit's input, the rest waits for later input of the project."""
    waiting = facts.carried + facts.claims
    used = min(waiting, facts.input)
    return ClaimResult(facts.input - used, used, waiting - used, False)


def whole_project_with_clawback(facts: ClaimFacts) -> ClaimResult:
    """All input less all claims so far; a grant already paid beyond that is demanded back."""
    base = max(0, facts.input_to_date - facts.claims_to_date)
    return ClaimResult(base, facts.input_to_date - base, 0, True)


def same_year_only(facts: ClaimFacts) -> ClaimResult:
    """Claims reduce the input of their own year only; the rest is forgotten."""
    used = min(facts.claims, facts.input)
    return ClaimResult(facts.input - used, used, 0, False)


# premium_in_grant_base: (base, premium subsidies) -> base.


def subsidy_ignored(base: int, subsidy: int) -> int:
    """The premium is not cooperation money, so its subsidy takes nothing away."""
    return base


def subsidy_deducted(base: int, subsidy: int) -> int:
    """The subsidy is deducted like a claim, never below zero."""
    return max(0, base - subsidy)


# stacking_with_others: (other grants of the project in the year) -> what is deducted of ours after the cap.


def no_limit(other: int) -> int:
    """Other grants do not matter."""
    return 0


def highest_only(other: int) -> int:
    """Only the difference to the higher grant is paid."""
    return other


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "actual_input": {"released_to_platform": released_to_platform, "paid_into_escrow": paid_into_escrow},
    "forfeited_deposit_counts": {"yes": left_as_is, "no": forfeiture_taken_out},
    "equipment_in_grant_base": {"no": left_as_is, "yes": equipment_counted},
    "outside_spending_counts": {"no": left_as_is, "if_audited": outside_counted},
    "cap_year": {
        "release_calendar_year": release_calendar_year,
        "audit_year": audit_year,
        "payment_year": payment_year,
        "scheme_year": scheme_year,
        "invoice_year": invoice_year,
    },
    "cap_first_year": {
        "full_each_calendar_year": full_each_calendar_year,
        "one_for_trial_year": one_for_trial_year,
    },
    "cap_excess": {"lapses": lapses, "carried_forward": carried_forward},
    "enterprise_unit": {"legal_entity": legal_entity, "group": group_of},
    "parties_per_project": {"one_and_one": one_and_one, "shares_by_contract": shares_by_contract},
    "claim_scope": {
        "same_project_carried_forward": same_project_carried_forward,
        "whole_project_with_clawback": whole_project_with_clawback,
        "same_year_only": same_year_only,
    },
    "premium_in_cap": {"no": no, "yes": yes},
    "premium_in_grant_base": {"no": subsidy_ignored, "subsidy_deducted": subsidy_deducted},
    "stacking_with_others": {"no_limit": no_limit, "highest_only": highest_only},
}
