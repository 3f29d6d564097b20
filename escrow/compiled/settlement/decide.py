"""The special audit of one year over all projects of a replication; equal to escrow.processes.audit.decided.

What is found is written aside (`Found`), so that an audit may be decided again before it is paid.
"""

from typing import NamedTuple

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inner, jit
from escrow.compiled.settlement.assess import Finding, assess
from escrow.compiled.settlement.books import COUNT, PARTNER, PARTNER_GROUP, PARTNERS, F, granted, record
from escrow.compiled.settlement.caps import LEAD, add_used, partner_of, unit_of
from escrow.compiled.settlement.codes import Full
from escrow.compiled.settlement.days import first_day_of
from escrow.compiled.settlement.due import Claimed, claim, part_of
from escrow.compiled.settlement.found import (
    CLAWED,
    EXCESS,
    LAST_REPORTED,
    LAST_YEAR,
    LISTED,
    SETTLED,
    A,
    C,
    Carried,
    Found,
)
from escrow.compiled.settlement.listed import in_books, list_projects, stated
from escrow.compiled.settlement.pay import NONE, barred, other_grants, pay
from escrow.compiled.settlement.policy import SettlementPolicy
from escrow.compiled.settlement.window import OUT_OF_RANGE, Window, bucket_of, window_of
from escrow.tape import Reason

DEBARRED, TRIAL_OVER = Reason.DEBARRED.value, Reason.TRIAL_OVER.value


class Audit(NamedTuple):
    """One year's audit and what is true on the day it is decided."""

    slot: int  # of Found
    year: int
    reported_day: int
    paid_day: int
    trial_over: int  # reading trial_end says that nothing may be paid today


@jit
def decide(
    listing: SettlementPolicy,
    policy: SettlementPolicy,
    books: IntArray,
    carried: Carried,
    projects: int,
    audit: Audit,
    audited: IntArray,
    debarred: IntArray,
    found: Found,
) -> int:
    """Decide the awards of an audit as they stand today; 0, or the code of what is full.

    `listing` is the policy that says which projects are looked at, `policy` the one in force today;
    `audited` holds stated inputs by project (or nothing at all), `debarred` a day by enterprise or 0.
    """
    slot, last_year, last_day = audit.slot, carried.last[LAST_YEAR], carried.last[LAST_REPORTED]
    window = window_of(audit.year, audit.reported_day, audit.paid_day, last_year, last_day)
    own_bucket = bucket_of(policy, window.ends, window.reported_day, window.paid_day)
    found.counts[slot] = 0
    list_projects(listing, books, carried, projects, audited, found, slot)
    if own_bucket == OUT_OF_RANGE or _use_caps(policy, books, projects, audited, found) == OUT_OF_RANGE:
        return Full.CAP_YEARS
    for k in range(found.counts[slot, LISTED]):
        i = found.listed[slot, k]
        _copy_state(carried, found, slot, i)
        state, input_fen = found.projects[slot, i], stated(audited, i)
        finding = assess(policy, books, i, window, input_fen, own_bucket, state, found.base)
        if finding.parts == OUT_OF_RANGE:
            return Full.CAP_YEARS
        reason = DEBARRED if debarred[books[i, F.ENTERPRISE]] else TRIAL_OVER if audit.trial_over else NONE
        reason = barred(policy, books, i, window, reason)
        _award_shares(policy, books, i, window, own_bucket, finding, reason, found, slot)
    return 0


@inner
def _copy_state(carried: Carried, found: Found, slot: int, i: int) -> None:
    """Begin with what the last settlement carried on for a project."""
    for column in range(carried.projects.shape[1]):
        found.projects[slot, i, column] = carried.projects[i, column]
    for partner in range(carried.shares.shape[1]):
        for column in range(carried.shares.shape[2]):
            found.shares[slot, i, partner, column] = carried.shares[i, partner, column]


@inner
def _use_caps(
    policy: SettlementPolicy, books: IntArray, projects: int, audited: IntArray, found: Found
) -> int:
    """Tell from the books of all that an audit may look at what of the caps has been used."""
    found.used[:] = 0
    for i in range(projects):
        if in_books(books, audited, i) and add_used(policy, books, i, found.used) == OUT_OF_RANGE:
            return OUT_OF_RANGE
    return 0


@inner
def _award_shares(
    policy: SettlementPolicy,
    books: IntArray,
    i: int,
    window: Window,
    own_bucket: int,
    finding: Finding,
    reason: int,
    found: Found,
    slot: int,
) -> None:
    """Award the lead and, with shares by contract, every partner of a project."""
    other = other_grants(policy, books, i, first_day_of(window.year), window.ends)
    for share in range(1 + (books[i, COUNT + PARTNERS] if policy.shares_by_contract else 0)):
        enterprise, group = books[i, F.ENTERPRISE], books[i, F.GROUP]
        if share != LEAD:
            at = record(books, i, PARTNERS, share - 1)
            enterprise, group = books[i, at + PARTNER], books[i, at + PARTNER_GROUP]
        partner = partner_of(books, i, enterprise)
        old = found.shares[slot, i, partner]
        base = part_of(policy, books, i, partner, finding, found.base, found.mine)
        claimed = claim(
            policy, books, i, enterprise, base, finding.parts, found.mine, own_bucket, old, found.due
        )
        number = pay(policy, found, slot, claimed, unit_of(policy, enterprise, group), other, reason)
        row = found.awards[slot, number]
        other -= row[A.OTHER]
        row[A.PROJECT], row[A.ENTERPRISE], row[A.PARTNER], row[A.YEAR] = i, enterprise, partner, window.year
        row[A.INPUT], row[A.CLAIMS] = finding.input, finding.claims
        _carry(policy, row, claimed, reason, old)


@inner
def _carry(policy: SettlementPolicy, row: IntArray, claimed: Claimed, reason: int, share: IntArray) -> None:
    """What the next audit needs of this award."""
    share[SETTLED] = claimed.target
    share[EXCESS] = row[A.CUT] if policy.carries_excess and reason == NONE else 0
    share[CLAWED] += row[A.CLAWBACK]


@jit
def write_grants(books: IntArray, found: Found, slot: int, row: int) -> int:
    """Write an award's grants into its project's book; 0, or the code of what is full."""
    award, code = found.awards[slot, row], 0
    for k in range(award[A.FIRST_PART], award[A.FIRST_PART] + award[A.PARTS]):
        part = found.parts[slot, k]
        if part[C.AMOUNT]:
            code = max(
                code, granted(books, award[A.PROJECT], part[C.BUCKET], award[A.ENTERPRISE], part[C.AMOUNT])
            )
    return code
