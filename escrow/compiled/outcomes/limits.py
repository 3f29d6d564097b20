"""Limits that bit: the pool's size, the two caps, the district's budget; a case counts once a year."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.amounts import share
from escrow.compiled.jit import inlined
from escrow.compiled.outcomes.columns import Bit, C, G, N
from escrow.tape import Reason


@inlined
def hit_pool(now: IntArray, case: IntArray, day: int, budget: int) -> None:
    """A request was not served on its day; the largest of a project counts."""
    if not now[N.DEPLETED_ON]:
        now[N.DEPLETED_ON] = day
    if budget > case[C.POOL_CUT_FEN]:
        now[N.POOL_HITS] += case[C.POOL_CUT_FEN] == 0
        now[N.POOL_CUT_FEN] += budget - case[C.POOL_CUT_FEN]
        case[C.POOL_CUT_FEN] = budget


@inlined
def hit_share_cap(now: IntArray, case: IntArray, year: int, cut: int) -> None:
    """The yearly cap of an enterprise's cost share; all cuts of a project's year are added up."""
    place = _bits(case, year)
    if cut > 0:
        now[N.SHARE_HITS] += (case[place] & Bit.SHARE_CAP) == 0
        now[N.SHARE_CUT_FEN] += cut
        case[place] |= Bit.SHARE_CAP


@inlined
def hit_budget(now: IntArray, case: IntArray, year: int, cut: int) -> None:
    """The district's yearly budget; all cuts of a project's year are added up."""
    place = _bits(case, year)
    if cut > 0:
        now[N.SHORT_HITS] += (case[place] & Bit.BUDGET) == 0
        now[N.SHORT_CUT_FEN] += cut
        case[place] |= Bit.BUDGET


@inlined
def _bits(case: IntArray, year: int) -> int:
    """The column of the limits that bit in a year."""
    return C.YEARS + (len(case) - C.YEARS) // 2 + year


@inlined
def hit_premium_cap(now: IntArray, case: IntArray, cut: int) -> None:
    """The cap of the premium subsidy; the largest cut of a project's year counts."""
    if cut <= 0:
        return
    year = now[N.YEAR] + 1
    before = case[C.PREMIUM_CUT_FEN] if case[C.PREMIUM_YEAR] == year else 0
    if cut > before:
        now[N.PREMIUM_HITS] += before == 0
        now[N.PREMIUM_CUT_FEN] += cut - before
        case[C.PREMIUM_CUT_FEN], case[C.PREMIUM_YEAR] = cut, year


@inlined
def refused_subsidy(given: IntArray, now: IntArray, case: IntArray, a: int, b: int, c: int) -> None:
    """A premium subsidy that was not paid: the budget was short, or the cap was reached."""
    if a == Reason.BUDGET_SHORT:
        hit_budget(now, case, now[N.YEAR], c)
    elif a == Reason.CAP_REACHED:
        hit_premium_cap(now, case, share(b, given[G.SUBSIDY_NUM], given[G.SUBSIDY_DEN], 0))


@inlined
def refused_share(now: IntArray, case: IntArray, year: int, b: int, c: int) -> None:
    """A cost share that was not paid, or not wholly."""
    if b == Reason.CAP_REACHED:
        hit_share_cap(now, case, year, c)
    elif b == Reason.BUDGET_SHORT:
        hit_budget(now, case, year, c)


@inlined
def cut_subsidy(now: IntArray, case: IntArray, premium: int, num: int, den: int, left: int) -> None:
    """A premium subsidy that was paid, perhaps less than the full share of the premium."""
    full = premium * num // den if den else 0
    hit_premium_cap(now, case, full - min(full, left))


@inlined
def pool_was_short(reason: int) -> bool:
    """Whether pool money was refused for want of it."""
    return reason == Reason.NONE or reason == Reason.POOL_EMPTY  # noqa: PLR1714 - compiled
