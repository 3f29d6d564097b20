"""The event loop: one thing after the other until the last day, and what each thing means."""

from escrow.compiled import (
    audit,
    deposit,
    events,
    failure,
    insurance,
    intake,
    kinds,
    loan,
    parties,
    pool,
    pots,
    reasons,
    stage,
    year,
)
from escrow.compiled import begin as day_one
from escrow.compiled.agenda import END
from escrow.compiled.columns import NONE, P
from escrow.compiled.jit import inner, unfolded
from escrow.compiled.party import Parties
from escrow.compiled.places import C, N, T
from escrow.compiled.run import Run
from escrow.compiled.write import say

# Events are numbered so that each group of handlers is one range.
LAST_OF_LIFE, LAST_BESIDE = events.DEFAULT_SETTLE, events.SERVE


@unfolded
def simulate(s: Run, p: Parties) -> None:
    """One replication, from the world in `s` to its rows; `s.error` says when it could not be run.

    A handler runs to its end, then what it has started and granted, then the next thing of the day.
    """
    begin(s, p)
    base = s.term[T.BASE_DAY]
    while s.today <= s.last_day and s.error == 0:
        if s.urgent != END:
            k = s.urgent
            s.urgent = s.node[k, N.NEXT]
        elif s.normal != END:
            k = s.normal
            s.normal = s.node[k, N.NEXT]
        else:
            k = s.due[s.today - base, 0]
            if k == END:
                s.today += 1
                continue
            s.due[s.today - base, 0] = s.node[k, N.NEXT]
        row = s.node[k]
        event, i = row[N.EVENT], row[N.CASE]
        a, b, c, d = row[N.A], row[N.B], row[N.C], row[N.D]
        row[N.NEXT] = s.free
        s.free = k
        if event <= events.COMMITTED:
            then = _enter(s, event, i, a)
        elif event <= events.POOL_PAY:
            then = _fund(s, event, i, a, b, c)
        elif event <= LAST_OF_LIFE:
            then = _work(s, event, i, a)
        else:
            then = events.DONE
            if event <= events.LOAN:
                _beside(s, event, i, a, b, c, d)
            elif event <= LAST_BESIDE:
                _more_beside(s, event, i, a, b, c)
            else:
                _district(s, event, a)
        while then != events.DONE:
            then = _go_on(s, i, then)


@inner
def begin(s: Run, p: Parties) -> None:
    """Day one."""
    s.first_day = first_day(s)
    s.today = s.first_day
    if s.first_day < s.term[T.BASE_DAY]:
        s.error = events.BEYOND
        return
    day_one.emptied(s, p)
    day_one.accounts(s, p)
    day_one.cases(s)
    day_one.pool(s, p)
    day_one.opened(s)
    day_one.projects_start(s)
    day_one.parties_start(s, p)
    day_one.years_start(s)


@inner
def first_day(s: Run) -> int:
    """The horizon's first day, or an earlier filing or policy."""
    found = s.term[T.FROM_DAY]
    for i in range(s.count):
        found = min(found, s.project[i, P.FILED_DAY])
        if s.project[i, P.INSURER] != NONE:
            found = min(found, s.project[i, P.BOUND_DAY])
    return found


@unfolded
def _fund(s: Run, event: int, i: int, a: int, b: int, c: int) -> int:
    """Deposits and pool money; how the life goes on."""
    if event == events.DEPOSIT:
        return deposit.paid(s, i, a, b, c)
    if event == events.POOL_ASK:
        return pool.requested(s, i)
    if event == events.GRANTED:
        return pool.answered(s, i, a)
    return pool.paid(s, i)


@unfolded
def _enter(s: Run, event: int, i: int, a: int) -> int:
    """Intake, review and notice."""
    if event == events.FILE:
        intake.filed(s, i)
    elif event == events.TEST:
        intake.tested(s, i)
    elif event == events.SEAT:
        intake.seated(s, i)
    elif event == events.SIT:
        return intake.reviewed(s, i)
    elif event == events.DECIDE:
        intake.decided(s, i)
    elif event == events.PUBLICISE:
        intake.publicised(s, i)
    elif event == events.COMMITTED:
        return intake.committed(s, i, a)
    else:
        return intake.notice(s, i)
    return events.DONE


@unfolded
def _work(s: Run, event: int, i: int, a: int) -> int:
    """A stage: work, acceptance, money, or its failure."""
    if event == events.SUBMIT:
        stage.submitted(s, i)
    elif event == events.ACCEPT:
        return stage.accepted(s, i)
    elif event == events.BALANCE:
        return stage.balance(s, i, a)
    elif event == events.REVIEW:
        stage.authority_reviewed(s, i)
    elif event == events.RELEASE:
        return stage.released(s, i)
    elif event == events.EXTEND:
        stage.extended(s, i, a)
    elif event == events.REEXAMINE:
        return stage.reexamined(s, i, a)
    elif event == events.QUIT:
        return stage.quit_work(s, i)
    elif event == events.OVERRUN:
        return stage.overrun(s, i)
    elif event == events.FAIL_REVIEW:
        failure.reviewed_miss(s, i)
    elif event == events.FAIL_SETTLE:
        return failure.settled(s, i)
    elif event == events.DEFAULT_REVIEW:
        failure.reviewed_default(s, i)
    else:
        failure.default_settled(s, i)
    return events.DONE


@unfolded
def _go_on(s: Run, i: int, then: int) -> int:
    """What follows at once; DONE when the project waits for a day."""
    if then == events.THEN_APPROVAL:
        return intake.to_approval(s, i)
    if then == events.THEN_FIRST_DEPOSIT:
        return deposit.first(s, i)
    if then == events.THEN_STAGE:
        return pool.stage_begins(s, i)
    if then == events.THEN_WORK:
        return stage.work(s, i)
    if then == events.THEN_SETTLE:
        return stage.settle(s, i)
    if then == events.THEN_RELEASING:
        return stage.to_release(s, i)
    if then == events.THEN_FAILED:
        return failure.failed(s, i)
    if then == events.THEN_AGAIN:
        return deposit.again(s, i)
    return deposit.following(s, i)


@unfolded
def _beside(s: Run, event: int, i: int, a: int, b: int, c: int, d: int) -> None:
    """What goes on beside a project's life."""
    if event == events.PREMIUM:
        insurance.premium(s, i)
    elif event == events.SUBSIDY_START:
        insurance.subsidy_start(s, i)
    elif event == events.SUBSIDY:
        insurance.subsidy(s, i)
    elif event == events.SUBSIDY_LATER:
        insurance.subsidy_later(s, i, a, b, c)
    elif event == events.LOSS_START:
        insurance.loss_start(s, i, a, b, c, d)
    elif event == events.LOSS:
        insurance.loss(s, i, a // 2, a % 2, b, c)
    elif event == events.CLAIM:
        insurance.known_claim(s, i, a)
    elif event == events.LOAN_START:
        loan.loan_start(s, i)
    else:
        loan.loan(s, i, a)


@unfolded
def _more_beside(s: Run, event: int, i: int, a: int, b: int, c: int) -> None:
    """The same of pool and parties."""
    if event == events.SERVE:
        pots.serve(s)
    elif event == events.SEAT_FREED:
        intake.next_seat(s)
    elif event == events.FALSIFY_START:
        parties.falsify_start(s, i, a)
    elif event == events.FALSIFY:
        parties.debar(s, s.case[i, C.ENTERPRISE], reasons.FALSIFIED)
    elif event == events.TRANCHE_START:
        pool.tranche_start(s, i, a, b, c)
    elif event == events.TRANCHE:
        pool.second_tranche(s, i, a, b, c)
    elif event == events.TOPUP_START:
        pots.decide_top_up(s)
    elif event == events.TOPUP:
        pots.top_up(s, s.term[T.TOPUP_FEN], pots.DECIDED)
    elif event == events.GRANT_LATER_START:
        audit.later_start(s, a, b, c)
    else:
        audit.later(s, a, b, c)


@unfolded
def _district(s: Run, event: int, a: int) -> None:
    """What the district does, or what befalls parties."""
    if event == events.AUDIT_REPORT:
        audit.reported(s, a)
    elif event == events.AUDIT_PAY:
        audit.paid(s, a)
    elif event == events.YEAR_END:
        year.year_ends(s, a)
    elif event == events.SET_OFF:
        year.set_off(s, a)
    elif event == events.BUDGET_OPEN:
        year.budget_opens(s, a)
    elif event == events.BUDGET_CLOSE:
        year.budget_closes(s, a)
    elif event == events.DATED_TOPUP:
        pots.top_up(s, a, pots.DATED)
    elif event == events.DEBAR:
        parties.debar(s, a, reasons.FALSIFIED)
    elif event == events.STOP:
        say(s, events.DECISIONS, kinds.PLATFORM_STOPPED, s.count, 0, a, 0)
    elif event == events.PLATFORM_FALSIFY:
        parties.platform_falsified(s, a)
    elif event == events.TRIAL_END:
        year.trial_ends(s)
    else:
        year.horizon_ends(s)
