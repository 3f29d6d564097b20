"""Caps that bit (触顶): which limit, how often, for whom, and how much money it cut."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from escrow.tape import Kind, Reason
from scenarios.metrics.subject import Line, Subject

COST_SHARE_CAP = "cost_share_cap"
PREMIUM_SUBSIDY_CAP = "premium_subsidy_cap"
POOL_SIZE = "pool_size"
DISTRICT_BUDGET = "district_budget"
_ORDER = (POOL_SIZE, PREMIUM_SUBSIDY_CAP, COST_SHARE_CAP, DISTRICT_BUDGET)
_WITHHELD_BY: dict[int, str] = {
    Reason.CAP_REACHED: COST_SHARE_CAP,
    Reason.BUDGET_SHORT: DISTRICT_BUDGET,
}
_ADDED_UP = frozenset({COST_SHARE_CAP, DISTRICT_BUDGET})
Cut = tuple[str, int, int]  # cap, year, fen


@dataclass(frozen=True, slots=True)
class CapHit:
    """One limit: the cases it touched as (year, project id), and the fen it cut or held up."""

    cap: str
    cases: tuple[tuple[int, str], ...]
    cut_fen: int

    @property
    def times(self) -> int:
        """How often it bit."""
        return len(self.cases)


def caps_hit(tape: Iterable[Line], subject: Subject) -> tuple[CapHit, ...]:
    """The limits that bit, in the order of the way through the scheme.

    A pool that is too small counts once per project, with the largest budget it could not pay at once.
    """
    cuts: dict[tuple[str, int, int], int] = {}
    waited: dict[int, int] = {}
    for line in tape:
        found = _OF_KIND.get(line.kind)
        cap, year, fen = found(line, subject) if found else ("", 0, 0)
        if cap and fen > 0:
            since = waited.setdefault(line.project, year) if cap == POOL_SIZE else year
            key = (cap, since, line.project)
            before = cuts.get(key, 0)
            cuts[key] = before + fen if cap in _ADDED_UP else max(before, fen)
    return tuple(_hit(cap, cuts, subject) for cap in _ORDER if any(key[0] == cap for key in cuts))


def _hit(cap: str, cuts: dict[tuple[str, int, int], int], subject: Subject) -> CapHit:
    mine = sorted((year, serial, fen) for (name, year, serial), fen in cuts.items() if name == cap)
    cases = tuple((year, subject.project_id(serial)) for year, serial, _ in mine)
    return CapHit(cap, cases, sum(fen for _, _, fen in mine))


def _of_withheld(line: Line, _: Subject) -> Cut:
    return _WITHHELD_BY.get(line.b, ""), line.a, line.c


def _of_subsidy(line: Line, _: Subject) -> Cut:
    full = line.a * line.b // line.c if line.c else 0
    return PREMIUM_SUBSIDY_CAP, line.year, full - min(full, line.d)


def _of_no_subsidy(line: Line, subject: Subject) -> Cut:
    if line.a == Reason.BUDGET_SHORT:
        return DISTRICT_BUDGET, line.year, line.c
    full = int(line.b * subject.premium_subsidy_rate)
    return PREMIUM_SUBSIDY_CAP if line.a == Reason.CAP_REACHED else "", line.year, full


def _of_wait(line: Line, _: Subject) -> Cut:
    return POOL_SIZE if line.b in (Reason.NONE, Reason.POOL_EMPTY) else "", line.year, line.amount


_OF_KIND: dict[int, Callable[[Line, Subject], Cut]] = {
    Kind.COST_SHARE_REFUSED: _of_withheld,
    Kind.PREMIUM_SUBSIDY_PAID: _of_subsidy,
    Kind.PREMIUM_SUBSIDY_REFUSED: _of_no_subsidy,
    Kind.POOL_QUEUED: _of_wait,
    Kind.POOL_REFUSED: _of_wait,
}
