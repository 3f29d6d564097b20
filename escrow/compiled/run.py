"""The state of one replication under way: scratch that is made once a block and reused."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from escrow.behaviour.quantile import IntArray
from escrow.compiled.settlement.found import Carried, Found
from escrow.compiled.settlement.policy import SettlementPolicy


@dataclass(slots=True)
class Run:
    """Kernels get it by reference; days are ordinals, queues are lists of cases that end with -1."""

    # the policy
    term: IntArray
    read: IntArray
    short: int
    days: IntArray
    working: IntArray
    years: IntArray
    audits: IntArray
    audited: IntArray
    known_day: IntArray
    known_last: IntArray
    known_fact: IntArray
    known_told: IntArray
    known_claim: IntArray
    known_premium: IntArray
    known_outside: IntArray
    known_other: IntArray
    settlement: SettlementPolicy
    # the world
    project: IntArray  # (n, P)
    stage: IntArray  # (n, stages, S)
    draw: IntArray  # (n, stages, 2, D)
    count: int  # projects, and the row of the district among the cases
    # where the run stands
    today: int
    first_day: int
    last_day: int
    error: int
    case: IntArray  # (n + 1, C)
    purse: IntArray  # fen by account
    pot: IntArray  # (pots, Q)
    pots: int
    stop: IntArray  # by platform: the day it gives up
    debarred: IntArray  # by enterprise: the day, 0 never
    debarments: int
    first_of: IntArray  # by enterprise: its first project
    approvals: IntArray  # by year
    spent: IntArray  # by year: the district's budget
    subsidised: IntArray  # (enterprises, years)
    owed: IntArray  # (years, n, 5)
    offset: IntArray  # (offsets, 3) case, fen, day of success
    offsets: int
    books: IntArray  # escrow.compiled.settlement.books
    carried: Carried
    found: Found
    bearing: IntArray  # (audits, columns) what bore on an audit when it was reported
    audits_paid: int
    audit_state: IntArray  # by audit: not held, due, done
    inputs: IntArray  # (n,) audited inputs of the audit under way, no cells where none is stated
    single: IntArray  # (1,) an amount under the budget
    amounts: IntArray  # (n,) the awards of an audit
    outcome: IntArray  # (n, 3) what of amounts is paid, waits, lapses
    flow: IntArray  # (flows, 7) of a loan
    # the agenda
    node: IntArray  # (nodes, N)
    free: int
    due: IntArray  # by day: first and last node
    urgent: int  # SimPy's hops: starts first, then grants
    urgent_last: int
    normal: int
    normal_last: int
    # queues
    seats: int  # taken on the panel
    seat_first: int
    seat_last: int
    arrivals: int
    asked: int  # a top-up is being decided
    waking: int
    # what is written
    tape: IntArray  # (rows, 10)
    rows: int


if not TYPE_CHECKING:
    try:
        from escrow.compiled.reference import by_reference
    except ImportError:  # without Numba nothing is compiled, and `jit` says so when it is asked
        pass
    else:
        by_reference(Run, tuple(field.name for field in fields(Run)))
