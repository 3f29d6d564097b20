"""What single kinds of rows do to the state beyond adding up; definitions agree with scenarios/metrics.

One chain of comparisons with one number: LLVM makes a jump table of it, which costs one guess a row.
"""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inlined
from escrow.compiled.outcomes.cases import (
    approve,
    commit,
    finish,
    leave,
    move_pool,
    pay_off,
    queue,
    release,
    settle,
    settled_for_good,
    stop,
)
from escrow.compiled.outcomes.columns import Act, C, G, K, Mark, N
from escrow.compiled.outcomes.limits import (
    cut_subsidy,
    hit_pool,
    pool_was_short,
    refused_share,
    refused_subsidy,
)
from escrow.compiled.outcomes.plan import Plan
from escrow.compiled.outcomes.state import State

BALANCE_PROMISE_DAYS = 15
_DISTRICT_BUDGET = 3  # column b of a lapsed quota that was the district's budget


@inlined
def act(
    plan: Plan,
    state: State,
    line: int,
    action: int,
    day: int,
    serial: int,
    amount: int,
    a: int,
    b: int,
    c: int,
    d: int,
) -> None:
    """Do what the row's kind asks for; `line` is the kind's line of the plan."""
    now, case = state.now, state.cases[serial]  # the district's rows meet the last case and leave it alone
    case[C.MARKS] |= plan.kinds[line, K.MARK]
    if action == Act.REACH:
        case[C.REACHED_ON] = day
    elif action == Act.PAY_BALANCE:
        days = stop(case, C.REACHED_ON, day)
        now[N.LATE_DAYS] += max(0, days - BALANCE_PROMISE_DAYS)
    elif action == Act.RELEASE:
        release(now, case, amount)
    elif action == Act.AUDIT:
        case[C.AUDITED_ON] = case[C.AUDITED_ON] or day
    elif action == Act.PAY_SHARE:
        settle(now, case, _place(plan.given, a))
        now[N.GRANT_COUNT] += case[C.AUDITED_ON] != 0
        now[N.GRANT_DAYS] += stop(case, C.AUDITED_ON, day)
    elif action == Act.FILE:
        case[C.FILED_ON] = case[C.FILED_ON] or day
    elif action == Act.REVIEW:
        case[C.MARKS] |= 0 if a else Mark.REFUSED
    elif action == Act.APPROVE:
        approve(now, case)
    elif action == Act.PAY_ADVANCE:
        move_pool(now, amount * plan.kinds[line, K.POOL], day)
        pay_off(now, case, amount)
        leave(now, case, day)
        now[N.FIRST_MONEY_COUNT] += case[C.FILED_ON] != 0
        now[N.FIRST_MONEY_DAYS] += stop(case, C.FILED_ON, day)
    elif action == Act.FINISH:
        finish(now, case)
    elif action == Act.END:
        finish(now, case)
        leave(now, case, day)
    else:
        _act_seldom(plan, state, line, action, case, day, amount, a, b, c, d)


@inlined
def _act_seldom(
    plan: Plan,
    state: State,
    line: int,
    action: int,
    case: IntArray,
    day: int,
    amount: int,
    a: int,
    b: int,
    c: int,
    d: int,
) -> None:
    now, given = state.now, plan.given
    if action == Act.MOVE_POOL:
        move_pool(now, amount * plan.kinds[line, K.POOL], day)
    elif action == Act.CHANGE_QUOTA:
        if b != _DISTRICT_BUDGET:
            move_pool(now, amount * plan.kinds[line, K.POOL], day)
    elif action == Act.QUEUE:
        hit_pool(now, case, day, amount)
        queue(now, case, day)
    elif action == Act.REFUSE_ADVANCE:
        if pool_was_short(b):
            hit_pool(now, case, day, amount)
        pay_off(now, case, amount)
        leave(now, case, day)
    elif action == Act.RETURN_DEPOSIT:
        leave(now, case, day)
    elif action == Act.REFUSE_SHARE:
        refused_share(now, case, _place(given, a), b, c)
        if settled_for_good(b):
            settle(now, case, _place(given, a))
    elif action == Act.PAY_SUBSIDY:
        commit(now, case, case[C.BUDGET_FEN], 0)
        cut_subsidy(now, case, a, b, c, d)
    elif action == Act.REFUSE_SUBSIDY:
        commit(now, case, case[C.BUDGET_FEN], 0)
        refused_subsidy(given, now, case, a, b, c)
    elif action == Act.OWE:
        state.sums[_place(given, a), given[G.UNPAID_SLOT] + b] += c


@inlined
def _place(given: IntArray, year: int) -> int:
    """The place of a year that a row names."""
    return min(max(year - given[G.FIRST_YEAR], 0), given[G.YEARS] - 1)
