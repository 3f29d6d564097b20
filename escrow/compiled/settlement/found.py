"""What an audit decides, and what one audit hands to the next, as arrays with fixed columns."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import jit
from escrow.compiled.settlement.policy import SettlementPolicy


class A(IntEnum):
    """Columns of an award; amounts as in escrow.settlement.award."""

    PROJECT = 0
    ENTERPRISE = 1
    PARTNER = 2  # number of the partner in the project, 0: the lead
    YEAR = 3
    INPUT = 4
    CLAIMS = 5
    BASE = 6
    SETTLED = 7
    CARRIED_IN = 8
    BEFORE = 9
    CAP_LEFT = 10
    CUT = 11
    OTHER = 12
    WITHHELD = 13
    AMOUNT = 14
    CLAWBACK = 15
    REASON = 16  # why an amount is withheld, NONE when nothing is
    REASONS = 17  # one bit for every reason
    FIRST_PART = 18
    PARTS = 19


class C(IntEnum):
    """Columns of the part of an award under one cap."""

    BUCKET = 0
    BEFORE = 1
    LEFT = 2
    AMOUNT = 3


# Columns of what is carried between audits, as in escrow.settlement.state.
CLAIMS_CARRIED, OWED, INPUT_TO_DATE, CLAIMS_TO_DATE, SUBSIDIES_TO_DATE = range(5)
SETTLED, EXCESS, CLAWED = range(3)
LAST_YEAR, LAST_REPORTED = range(2)
AWARDS, PARTS, LISTED = range(3)  # columns of Found.counts


class Carried(NamedTuple):
    """What one yearly settlement hands to the next."""

    last: IntArray  # (2,) year and report day of the last settlement
    projects: IntArray  # (n, 5)
    shares: IntArray  # (n, 1 + partners, 3)


class Found(NamedTuple):
    """What audits have found and not yet adopted; the first axis is the audit's slot."""

    counts: IntArray  # (slots, 3) rows of awards, of parts, of listed
    awards: IntArray  # (slots, rows, A)
    parts: IntArray  # (slots, rows, C)
    listed: IntArray  # (slots, n) serials the audit looked at
    projects: IntArray  # (slots, n, 5) their state after it
    shares: IntArray  # (slots, n, 1 + partners, 3)
    used: IntArray  # scratch: (units, cap years) of every cap
    news: IntArray  # scratch: (units,) whether an audit restates the unit
    base: IntArray  # scratch: (parts, 3) bucket, amount, first day of a project's base
    mine: IntArray  # scratch: of one share of it
    due: IntArray  # scratch: of its grant


class Size(NamedTuple):
    """What settlement arrays must hold."""

    audits: int
    projects: int
    enterprises: int  # with partners that file nothing
    groups: int = 0
    partners: int = 0  # of one project


def make_carried(size: Size) -> Carried:
    """The state before the first settlement."""
    last, projects = np.zeros(2, dtype=np.int64), np.zeros((size.projects, 5), dtype=np.int64)
    return Carried(last, projects, np.zeros((size.projects, 1 + size.partners, 3), dtype=np.int64))


def make_found(size: Size, policy: SettlementPolicy) -> Found:
    """Room for what every audit can find; nothing here can run full."""
    slots, projects, shares = size.audits, size.projects, 1 + size.partners
    parts, units = policy.years + 3, 2 * max(size.enterprises, size.groups, 1)

    def zeros(*shape: int) -> IntArray:
        return np.zeros(shape, dtype=np.int64)

    return Found(
        zeros(slots, 3),
        zeros(slots, projects * shares, len(A)),
        zeros(slots, projects * shares * parts, len(C)),
        zeros(slots, projects),
        zeros(slots, projects, 5),
        zeros(slots, projects, shares, 3),
        zeros(units, policy.years + 1),
        zeros(units),
        zeros(parts, 3),
        zeros(parts, 3),
        zeros(parts, 3),
    )


@jit
def forget(carried: Carried, projects: int) -> None:
    """Begin a replication: nothing has been settled for its first `projects` projects."""
    carried.last[:] = 0
    carried.projects[:projects] = 0
    carried.shares[:projects] = 0


@jit
def adopt(carried: Carried, found: Found, slot: int, year: int, reported_day: int) -> None:
    """Take over the state an audit has found, once it is paid."""
    carried.last[LAST_YEAR], carried.last[LAST_REPORTED] = year, reported_day
    for k in range(found.counts[slot, LISTED]):
        i = found.listed[slot, k]
        for column in range(carried.projects.shape[1]):
            carried.projects[i, column] = found.projects[slot, i, column]
        for share in range(carried.shares.shape[1]):
            for column in range(carried.shares.shape[2]):
                carried.shares[i, share, column] = found.shares[slot, i, share, column]
