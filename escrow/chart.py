"""The scheme's chart of accounts and which accounts each kind of tape row moves.

Three trees that are never added together: cash, custody (代管资金, the escrow) and authority (指标).
"""

from typing import NamedTuple

from escrow.tape import Kind, Payer, Sharer

CHART: tuple[tuple[str, int | None, str], ...] = (
    ("authority/", 0, "memo"),
    ("authority/appropriation", None, "memo"),
    ("cash/", 0, "asset"),
    ("custody/", 0, "asset"),
    ("opening/", None, "equity"),
)
OPENING = "opening/balance"
ESCROW = "custody/escrow"
TREASURY = "cash/district_treasury"
POOL = "cash/risk_pool"
BANK = "cash/bank"
GUARANTOR = "cash/guarantor"
OPERATOR = "cash/operator"
AUDITOR = "cash/auditor"
QUOTA = "authority/risk_pool"
APPROPRIATION = "authority/appropriation"


def cash(party: str) -> str:
    """The cash account of a party such as `enterprise:E1` or `district_treasury`."""
    return f"cash/{party}"


class Accounts(NamedTuple):
    """The accounts one project moves; `pool` is the treasury's when the pool is a quota (pool_form)."""

    enterprise: str
    platform: str
    insurer: str
    escrow: str
    pool: str
    topup_source: str
    treasury: str = TREASURY
    bank: str = BANK
    guarantor: str = GUARANTOR
    operator: str = OPERATOR
    auditor: str = AUDITOR


# Kind -> (from, to) by role; a tuple of pairs is picked by column a of the row.
_FLOWS: dict[Kind, tuple[str, str] | dict[int, tuple[str, str]]] = {
    Kind.DEPOSITED: ("enterprise", "escrow"),
    Kind.DEPOSIT_RETURNED: ("escrow", "enterprise"),
    Kind.POOL_PAID: ("pool", "platform"),
    Kind.POOL_TOPPED_UP: ("topup_source", "pool"),
    Kind.POOL_REPAID: ("platform", "pool"),
    Kind.POOL_UNSPENT_RETURNED: ("platform", "pool"),
    Kind.POOL_SOURCED: ("treasury", "pool"),
    Kind.POOL_REST_RETURNED: ("pool", "treasury"),
    Kind.POOL_OFFSET: ("platform", "treasury"),
    Kind.BALANCE_PAID: ("enterprise", "escrow"),
    Kind.RELEASED: ("escrow", "platform"),
    Kind.FORFEITED: ("escrow", "platform"),
    Kind.EXCESS_RETURNED: ("escrow", "enterprise"),
    Kind.PREMIUM_PAID: {
        Payer.ENTERPRISE: ("enterprise", "insurer"),
        Payer.PLATFORM: ("platform", "insurer"),
    },
    Kind.PREMIUM_SUBSIDY_PAID: ("treasury", "enterprise"),
    Kind.CLAIM_PAID: {
        Payer.ENTERPRISE: ("insurer", "enterprise"),
        Payer.PLATFORM: ("insurer", "platform"),
    },
    Kind.COST_SHARE_PAID: ("treasury", "enterprise"),
    Kind.CLAWBACK_PAID: {
        0: ("enterprise", "treasury"),
        1: ("enterprise", "pool"),
        2: ("platform", "treasury"),
        3: ("platform", "pool"),
    },
    Kind.LOAN_DRAWN: ("bank", "enterprise"),
    Kind.GUARANTEE_FEE_PAID: ("enterprise", "guarantor"),
    Kind.LOAN_INTEREST_PAID: ("enterprise", "bank"),
    Kind.LOAN_REPAID: ("enterprise", "bank"),
    Kind.GUARANTEE_PAID_OUT: {
        Sharer.GUARANTOR: ("guarantor", "bank"),
        Sharer.GOVERNMENT: ("treasury", "bank"),
    },
    Kind.RECOVERED: {
        Sharer.GUARANTOR: ("enterprise", "guarantor"),
        Sharer.GOVERNMENT: ("enterprise", "treasury"),
        Sharer.BANK: ("enterprise", "bank"),
    },
    Kind.ESCROW_INTEREST: ("bank", "enterprise"),
    Kind.OPERATOR_FEE: ("treasury", "operator"),
    Kind.AUDIT_FEE: ("treasury", "auditor"),
}
MONEY_KINDS = frozenset(_FLOWS)
# Money that leaves the district's purse or the pool; escrow movements are never public spending.
PUBLIC_ROLES = frozenset({"pool", "treasury"})


def flow(kind: int, a: int) -> tuple[str, str]:
    """The roles (from, to) that a money row moves between; raises KeyError for a row without money."""
    source, target = flow_places(kind, a)
    return Accounts._fields[source], Accounts._fields[target]


def flow_places(kind: int, a: int) -> tuple[int, int]:
    """The same as places in `Accounts`: what the mechanism looks up for every payment."""
    found = _PLACES[kind]
    return found[a] if isinstance(found, dict) else found


def _places(roles: tuple[str, str]) -> tuple[int, int]:
    return Accounts._fields.index(roles[0]), Accounts._fields.index(roles[1])


_PLACES: dict[int, tuple[int, int] | dict[int, tuple[int, int]]] = {
    kind: {a: _places(roles) for a, roles in found.items()} if isinstance(found, dict) else _places(found)
    for kind, found in _FLOWS.items()
}
