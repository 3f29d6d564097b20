"""Ids of events and entries: deterministic, readable, used once (`P1/2/release`)."""

from collections.abc import Sequence

from escrow.events import TYPES
from escrow.project import ProjectPlan
from escrow.tape import Kind, Row
from escrow.world import World

# What the entry of a money row is called: commands imperative, events past tense (design section 9).
VERBS: dict[int, str] = {
    Kind.DEPOSITED: "deposit",
    Kind.DEPOSIT_RETURNED: "return_deposit",
    Kind.POOL_PAID: "advance",
    Kind.POOL_TOPPED_UP: "top_up",
    Kind.POOL_REPAID: "repay_advance",
    Kind.POOL_UNSPENT_RETURNED: "return_unspent",
    Kind.POOL_SOURCED: "fill_pool",
    Kind.POOL_REST_RETURNED: "return_rest",
    Kind.POOL_OFFSET: "set_off",
    Kind.QUOTA_ISSUED: "issue_quota",
    Kind.QUOTA_COMMITTED: "commit_quota",
    Kind.QUOTA_LAPSED: "lapse_quota",
    Kind.QUOTA_RELEASED: "release_quota",
    Kind.BALANCE_PAID: "balance",
    Kind.RELEASED: "release",
    Kind.FORFEITED: "forfeit",
    Kind.EXCESS_RETURNED: "return_excess",
    Kind.PREMIUM_PAID: "premium",
    Kind.PREMIUM_SUBSIDY_PAID: "premium_subsidy",
    Kind.CLAIM_PAID: "claim",
    Kind.COST_SHARE_PAID: "cost_share",
    Kind.CLAWBACK_PAID: "claw_back",
    Kind.LOAN_DRAWN: "draw_loan",
    Kind.GUARANTEE_FEE_PAID: "guarantee_fee",
    Kind.LOAN_INTEREST_PAID: "loan_interest",
    Kind.LOAN_REPAID: "repay_loan",
    Kind.GUARANTEE_PAID_OUT: "guarantee_payout",
    Kind.RECOVERED: "recover",
    Kind.ESCROW_INTEREST: "escrow_interest",
    Kind.OPERATOR_FEE: "operator_fee",
    Kind.AUDIT_FEE: "audit_fee",
    Kind.DEPOSIT_MISSED: "deposit",
    Kind.POOL_REFUSED: "advance",
    Kind.BALANCE_DEFAULTED: "balance",
    Kind.PREMIUM_SUBSIDY_REFUSED: "premium_subsidy",
    Kind.COST_SHARE_REFUSED: "cost_share",
    Kind.CLAIM_REFUSED: "claim",
    Kind.PREMIUM_UNPAID: "premium",
}
# Kinds whose column a is a year: the id names it.
_BY_YEAR: frozenset[int] = frozenset({
    Kind.AUDITED,
    Kind.COST_SHARE_PAID,
    Kind.COST_SHARE_REFUSED,
    Kind.ESCROW_INTEREST,
    Kind.OPERATOR_FEE,
    Kind.AUDIT_FEE,
    Kind.QUOTA_LAPSED,
    Kind.COMMITTED_UNPAID,
})  # fmt: skip
_PARTY: dict[int, str] = {
    Kind.DEBARRED: "enterprise",
    Kind.PLATFORM_STOPPED: "platform",
    Kind.PLATFORM_FALSIFIED: "platform",
}


class Names:
    """Hands out ids; the second of the same name gets #2, and so on."""

    def __init__(self, world: World) -> None:
        self._plans: Sequence[ProjectPlan] = world.plans
        self._parties = {"enterprise": world.enterprises, "platform": world.platforms}
        self._taken: dict[str, int] = {}

    def event(self, row: Row) -> str:
        """A new id for the event of a row."""
        return self._new(f"{self._where(row)}/{TYPES[row[2]]}")

    def entry(self, row: Row) -> str:
        """A new id for the entry of a row."""
        return self._new(self.attempt(row))

    def attempt(self, row: Row) -> str:
        """The id that a refused attempt would have used; it stays free."""
        return f"{self._where(row)}/{VERBS[row[2]]}"

    def _where(self, row: Row) -> str:
        _, _, kind, serial, stage, _, a, _, _, _ = row
        if kind in _PARTY:
            party = _PARTY[kind]
            return f"{party}:{self._parties[party][a]}"
        where = self._plans[serial].id if serial >= 0 else "district"
        if kind in _BY_YEAR:
            where = f"{where}/{a}"
        return f"{where}/{stage}" if stage else where

    def _new(self, name: str) -> str:
        count = self._taken.get(name, 0) + 1
        self._taken[name] = count
        return name if count == 1 else f"{name}#{count}"
