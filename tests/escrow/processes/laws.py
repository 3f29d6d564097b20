"""What holds in every run, whatever is drawn, read or amended; each law reads the tape or the ledger."""

from collections import defaultdict
from fractions import Fraction

from escrow.tape import Kind, Row
from ledger.verify import verify
from tests.escrow.processes.kit import Ran

DISTRICT_BUDGET = 3  # the occasion of a quota that is not the pool's


def money_is_conserved(ran: Ran) -> None:
    """Cash, custody and openings add up to nothing, and so does the quota by itself."""
    accounts = ran.accounts()
    quota = {name: fen for name, fen in accounts.items() if name.startswith("authority/")}
    assert sum(quota.values()) == 0
    assert sum(accounts.values()) == 0


def no_account_is_below_its_floor(ran: Ran) -> None:
    """Nobody pays what he has not got (writing the ledger would have raised FloorPassed on the way)."""
    free = ("opening/", "authority/appropriation")
    assert all(fen >= 0 for name, fen in ran.accounts().items() if not name.startswith(free))


def escrow_holds_what_projects_have_in_it(ran: Ran) -> None:
    """Deposits and balances less releases, forfeitures and returns."""
    ins, outs = (Kind.DEPOSITED, Kind.BALANCE_PAID), (Kind.RELEASED, Kind.FORFEITED)
    back = (Kind.DEPOSIT_RETURNED, Kind.EXCESS_RETURNED)
    held = sum(row[5] for row in ran.rows(*ins)) - sum(row[5] for row in ran.rows(*outs, *back))
    assert ran.balances().get("escrow", 0) == held


def grants_keep_the_cap(ran: Ran, most: int) -> None:
    """The cost share of an enterprise and audit year stays within `most` fen."""
    granted: dict[tuple[str, int], int] = defaultdict(int)
    for row in ran.rows(Kind.COST_SHARE_PAID):
        plan = ran.prepared.world.plans[row[3]]
        who = plan.partners[row[4] - 1][0] if row[4] else plan.enterprise
        granted[who, row[6]] += row[5]
    assert all(fen <= most for fen in granted.values())


def subsidies_keep_the_cap(ran: Ran, most: int) -> None:
    """The premium subsidy of a project stays within `most` fen."""
    subsidised: dict[int, int] = defaultdict(int)
    for row in ran.rows(Kind.PREMIUM_SUBSIDY_PAID):
        subsidised[row[3]] += row[5]
    assert all(fen <= most for fen in subsidised.values())


def money_leaves_escrow_only_after_review(ran: Ran) -> None:
    """A release follows acceptance, balance and review in this order; a forfeiture follows a review."""
    last: dict[tuple[int, int], list[Kind]] = defaultdict(list)
    for row in ran.tape:
        kind, key = Kind(row[2]), (row[3], row[4])
        seen = last[key]
        if kind == Kind.STAGE_STARTED:
            seen.clear()
        if kind in (Kind.RELEASED, Kind.FORFEITED):
            assert seen[-1] == Kind.AUTHORITY_REVIEWED
        if kind == Kind.RELEASED:
            assert Kind.MILESTONE_REACHED in seen[:-1]
            assert Kind.MILESTONE_MISSED not in seen
        if kind in _STEPS:
            seen.append(kind)


_STEPS = {Kind.MILESTONE_REACHED, Kind.MILESTONE_MISSED, Kind.BALANCE_PAID, Kind.AUTHORITY_REVIEWED}


def deposits_reach_the_floor(ran: Ran, floor: Fraction, tolerance: int = 0) -> None:
    """A deposit is at least its share of the instalment, less what rounding to whole yuan may take."""
    for row in ran.rows(Kind.DEPOSITED):
        assert row[5] + tolerance >= floor * row[6]
        assert row[5] <= row[6]


def the_pool_pays_no_more_than_its_budgets(ran: Ran) -> None:
    """At least the instalment is budgeted, at most the budget is paid, and one of a stage."""
    paid: dict[tuple[int, int], int] = defaultdict(int)
    for row in ran.rows(Kind.POOL_PAID):
        budget, instalment = row[7], row[6]
        paid[row[3], row[4]] += row[5]
        assert budget >= instalment
        assert paid[row[3], row[4]] <= budget


def the_pool_pays_no_more_than_it_gets(ran: Ran) -> None:
    """On no day has the pool paid more than its opening, top-ups and what came back."""
    free = ran.prepared.openings["risk_pool"]
    quota = bool(ran.prepared.terms.read.pool_form())
    for row in ran.tape:
        free += row[5] * (_comes_in(row, quota) - _goes_out(row))
        assert free >= 0


def _comes_in(row: Row, quota: bool) -> bool:
    kind, what = Kind(row[2]), row[6]
    issued = kind == Kind.QUOTA_ISSUED and what in (1, 2)
    back = kind in (Kind.POOL_REPAID, Kind.POOL_UNSPENT_RETURNED)
    back = back or (kind == Kind.CLAWBACK_PAID and what in (1, 3))
    return kind == Kind.POOL_TOPPED_UP or issued or (back and not quota)


def _goes_out(row: Row) -> bool:
    lapsed = row[2] == Kind.QUOTA_LAPSED and row[7] != DISTRICT_BUDGET
    return row[2] in (Kind.POOL_PAID, Kind.POOL_REST_RETURNED) or lapsed


def the_tape_is_in_order(ran: Ran) -> None:
    """Days never go back, and nothing happens outside the horizon."""
    days = [row[0] for row in ran.tape]
    assert days == sorted(days)
    assert not days or days[-1] <= ran.prepared.setting.last_day


def the_ledger_verifies(ran: Ran) -> None:
    """Re-derived from its bytes, it has no fault and is finished."""
    report = verify(ran.store)
    assert report.findings == ()
    assert report.finished
