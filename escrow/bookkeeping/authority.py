"""The authority tree (指标账): quota issued, committed, paid, lapsed; never added to cash or custody."""

from escrow.chart import APPROPRIATION, QUOTA
from escrow.tape import Kind, Row
from ledger.entry import Posting
from ledger.holds import held, move

PAID = f"{QUOTA}_paid"
LAPSED = f"{QUOTA}_lapsed"
BUDGET = "authority/district_budget"
BUDGET_PAID = f"{BUDGET}_paid"
BUDGET_LAPSED = f"{BUDGET}_lapsed"
_MOVING: frozenset[int] = frozenset({
    Kind.QUOTA_ISSUED,
    Kind.QUOTA_LAPSED,
    Kind.QUOTA_COMMITTED,
    Kind.QUOTA_RELEASED,
    Kind.POOL_PAID,
    Kind.PREMIUM_SUBSIDY_PAID,
    Kind.COST_SHARE_PAID,
})  # fmt: skip
DISTRICT_BUDGET = 3  # the occasion of a quota that is the district's yearly budget


class Authority:
    """Writes the authority side of rows; knows what each project holds of the pool's quota."""

    def __init__(self, pool_is_quota: bool, has_budget: bool) -> None:
        self._quota, self._budget = pool_is_quota, has_budget
        self._held: dict[str, int] = {}

    def postings(self, row: Row, project: str) -> tuple[Posting, ...]:
        """The authority postings of a row; empty when it touches no quota."""
        kind, amount = row[2], row[5]
        if kind not in _MOVING:
            return ()
        if kind == Kind.QUOTA_ISSUED:
            return move(APPROPRIATION, BUDGET if row[6] == DISTRICT_BUDGET else QUOTA, amount)
        if kind == Kind.QUOTA_LAPSED:
            source = (BUDGET, BUDGET_LAPSED) if row[7] else (QUOTA, LAPSED)
            return move(*source, amount)
        if self._budget and kind in (Kind.PREMIUM_SUBSIDY_PAID, Kind.COST_SHARE_PAID):
            return move(BUDGET, BUDGET_PAID, amount, project)
        return self._of_project(kind, amount, project) if self._quota else ()

    def _of_project(self, kind: int, amount: int, project: str) -> tuple[Posting, ...]:
        place, has = held(QUOTA, project), self._held.get(project, 0)
        if kind == Kind.QUOTA_COMMITTED:
            self._held[project] = has + amount
            return move(QUOTA, place, amount, project)
        if kind not in (Kind.QUOTA_RELEASED, Kind.POOL_PAID):
            return ()
        from_held = min(has, amount)
        self._held[project] = has - from_held
        target = PAID if kind == Kind.POOL_PAID else QUOTA
        postings = move(place, target, from_held, project) if from_held else ()
        if kind == Kind.POOL_PAID and amount > from_held:
            postings += move(QUOTA, PAID, amount - from_held, project)
        return postings
