"""The risk pool (科创风险池): project budgets, top-ups, and who is served while it lasts."""

from collections.abc import Sequence

from escrow.arithmetic import FEN_UP, missing, share
from escrow.rules.entitlement import Entitlement, Guard, Rate, Readings, entitled, money_guard
from escrow.tape import Reason

POOL = "xiaoshan-pool-100m"
TOPUP = "xiaoshan-pool-topup"
ADVANCE = "xiaoshan-pool-advance"
SELECTION = "xiaoshan-selection-when-many"


def budget(
    instalment_fen: int, rate: Rate, agreed_fen: int | None = None, readings: Readings = ()
) -> Entitlement:
    """The platform's project budget: as agreed for the project, else the rate of the first instalment."""
    by_rate = share(instalment_fen, *rate, FEN_UP)
    amount = by_rate if agreed_fen is None else agreed_fen
    return entitled(ADVANCE, amount, (("base", instalment_fen), ("rate", *rate)), readings)


def budget_guard(budget_fen: int, instalment_fen: int) -> Guard:
    """A project budget may not stay below the first instalment; says how many fen it lacks."""
    lacking = missing(budget_fen, instalment_fen)
    workings = (("budget", budget_fen), ("base", instalment_fen))
    return money_guard(ADVANCE, Reason.BUDGET_BELOW_FLOOR, lacking, workings)


def tranche(budget_fen: int, first_share: Rate, number: int) -> int:
    """Tranche 1 or 2 of a budget paid by progress; the two add up to the budget exactly."""
    first = share(budget_fen, *first_share, FEN_UP)
    return first if number == 1 else budget_fen - first


def balance_guard(pool_fen: int, budget_fen: int) -> Guard:
    """The pool pays a budget whole or not at all; says how many fen it lacks."""
    workings = (("pool", pool_fen), ("budget", budget_fen))
    return money_guard(POOL, Reason.POOL_EMPTY, missing(pool_fen, budget_fen), workings)


def left_after(pool_fen: int, budget_fen: int) -> int:
    """What the pool holds after a budget; an unpayable budget leaves it as it was."""
    return pool_fen - budget_fen if balance_guard(pool_fen, budget_fen).passed else pool_fen


def is_used_up(pool_fen: int, next_budget_fen: int = 0) -> bool:
    """Whether a top-up may be considered: nothing left, or too little for the next budget."""
    return pool_fen == 0 or pool_fen < next_budget_fen


def topup(pool_fen: int, decided_fen: int, next_budget_fen: int = 0, readings: Readings = ()) -> Entitlement:
    """A top-up that was decided, due only when the pool is used up; nothing obliges anyone to decide one."""
    amount = decided_fen if is_used_up(pool_fen, next_budget_fen) else 0
    return entitled(TOPUP, amount, (("pool", pool_fen), ("decided", decided_fen)), readings)


def funded_by_rank(budgets_fen: Sequence[int], pool_fen: int) -> list[int]:
    """Serve budgets in their rank until the first that the pool cannot pay; nobody overtakes."""
    served: list[int] = []
    for wanted in budgets_fen:
        if pool_fen < wanted:
            break
        pool_fen -= wanted
        served.append(wanted)
    return served
