"""The projects an audit must look at; equal to escrow.processes.audit."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inner
from escrow.compiled.settlement.assess import NOT_STATED
from escrow.compiled.settlement.books import COUNT, PARTNERS, F
from escrow.compiled.settlement.caps import LEAD, unit_of
from escrow.compiled.settlement.codes import ClaimScope
from escrow.compiled.settlement.days import last_day_of
from escrow.compiled.settlement.found import EXCESS, LAST_REPORTED, LAST_YEAR, LISTED, Carried, Found
from escrow.compiled.settlement.policy import SettlementPolicy


@inner
def stated(audited: IntArray, i: int) -> int:
    """The audited input a scenario states for a project, or NOT_STATED."""
    return audited[i] if audited.shape[0] else NOT_STATED


@inner
def in_books(books: IntArray, audited: IntArray, i: int) -> bool:
    """Whether an audit has anything to look at in a project, old or new."""
    return bool(books[i, F.LAST_FACT]) or stated(audited, i) != NOT_STATED


@inner
def list_projects(
    policy: SettlementPolicy,
    books: IntArray,
    carried: Carried,
    projects: int,
    audited: IntArray,
    found: Found,
    slot: int,
) -> None:
    """List the projects with news in serial order, or all of their units where the audit restates them."""
    restates = policy.claim_scope == ClaimScope.WHOLE_PROJECT_WITH_CLAWBACK
    settled_to = last_day_of(carried.last[LAST_YEAR])
    count = 0
    if restates:
        found.news[:] = 0
    for i in range(projects):
        if _has_news(books, carried, i, settled_to, stated(audited, i) != NOT_STATED):
            found.listed[slot, count] = i
            count += 1
            if restates:
                found.news[unit_of(policy, books[i, F.ENTERPRISE], books[i, F.GROUP])] = 1
    if restates:
        count = 0
        for i in range(projects):
            unit = unit_of(policy, books[i, F.ENTERPRISE], books[i, F.GROUP])
            if in_books(books, audited, i) and (books[i, COUNT + PARTNERS] or found.news[unit]):
                found.listed[slot, count] = i
                count += 1
    found.counts[slot, LISTED] = count


@inner
def _has_news(books: IntArray, carried: Carried, i: int, settled_to: int, is_stated: bool) -> bool:
    """Whether an audit can find anything in a project's book that the last one did not."""
    last = books[i, F.LAST_FACT]
    if is_stated or last == 0:
        return is_stated
    if last > carried.last[LAST_REPORTED] or last > settled_to:
        return True
    return bool(carried.shares[i, LEAD, EXCESS]) or bool(books[i, COUNT + PARTNERS])
