"""Room for a replication, made once for a block and used again by every replication."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.audit import BEARINGS
from escrow.compiled.begin import COMMON
from escrow.compiled.columns import Block
from escrow.compiled.loan import FLOWS
from escrow.compiled.owed import INSTRUMENTS
from escrow.compiled.places import C, N, Q
from escrow.compiled.policy import Policy
from escrow.compiled.settlement.books import Capacity, make_books
from escrow.compiled.settlement.found import Carried, Found, Size, make_carried, make_found

ROW = 10  # columns of the tape


class Scratch(NamedTuple):
    """The arrays of escrow.compiled.run.Run that a replication fills."""

    case: IntArray
    purse: IntArray
    pot: IntArray
    stop: IntArray
    debarred: IntArray
    first_of: IntArray
    approvals: IntArray
    spent: IntArray
    subsidised: IntArray
    owed: IntArray
    offset: IntArray
    books: IntArray
    carried: Carried
    found: Found
    bearing: IntArray
    audit_state: IntArray
    inputs: IntArray
    single: IntArray
    amounts: IntArray
    outcome: IntArray
    flow: IntArray
    node: IntArray
    due: IntArray
    tape: IntArray


class Shape(NamedTuple):
    """What the size of the arrays follows from; arrays of one shape serve any policy and block of it."""

    projects: int
    stages: int
    enterprises: int
    platforms: int
    insurers: int
    pots: int
    groups: int
    years: int
    audits: int
    days: int
    cap_years: int
    spendings: int
    others: int


def shape_of(policy: Policy, block: Block) -> Shape:
    """The shape of a block under a policy; every enterprise may be a group of its own."""
    firms, platforms, insurers = (
        block.enterprise_name.shape[1],
        len(policy.quotas),
        block.insurer_name.shape[1],
    )
    return Shape(
        projects=block.project.shape[1],
        stages=block.stage.shape[2],
        enterprises=max(1, firms),
        platforms=max(1, platforms),
        insurers=max(1, insurers),
        pots=platforms + len(policy.quoted) + 1,
        groups=max(1, len(policy.held_enterprise)),
        years=len(policy.years),
        audits=len(policy.audits),
        days=len(policy.days),
        cap_years=policy.settlement.years,
        spendings=policy.known.outside.shape[1],
        others=policy.known.other.shape[1],
    )


def scratch_for(policy: Policy, block: Block, size: int = 1) -> Scratch:
    """Room for any replication of a block under a policy; `size` grows when something was full."""
    shape = shape_of(policy, block)
    projects, stages, firms, platforms, insurers, pots, groups, years, audits = shape[:9]
    room = Size(audits, max(1, projects), firms, groups)
    moves = size * (8 * stages + 4) + shape.spendings
    capacity = Capacity(moves, claims=size * 6, subsidies=size * 6, grants=size * 24, others=shape.others)

    def zeros(*shape: int) -> IntArray:
        return np.zeros(shape, dtype=np.int64)

    return Scratch(
        case=zeros(projects + 1, len(C)),
        purse=zeros(COMMON + projects + firms + platforms + insurers),
        pot=zeros(pots, len(Q)),
        stop=zeros(platforms),
        debarred=zeros(firms),
        first_of=zeros(firms),
        approvals=zeros(years),
        spent=zeros(years),
        subsidised=zeros(firms, years),
        owed=zeros(years, projects, INSTRUMENTS),
        offset=zeros(projects + 1, 3),
        books=make_books(projects, capacity),
        carried=make_carried(room),
        found=make_found(room, policy.settlement),
        bearing=zeros(audits, BEARINGS),
        audit_state=zeros(audits),
        inputs=zeros(projects),
        single=zeros(1),
        amounts=zeros(projects + 1),
        outcome=zeros(projects + 1, 3),
        flow=zeros(FLOWS, 7),
        node=zeros(size * (8 * projects + 256), len(N)),
        due=zeros(shape.days + 1, 2),
        tape=zeros(size * (256 + projects * (40 + 16 * stages)), ROW),
    )
