"""The life of a project, in the order of the rules (实施细则 三, 四)."""

from escrow.processes import deposit, insurance, intake, loan, pool, stage
from escrow.processes.case import Case
from escrow.processes.scheme import Process, Scheme
from escrow.tape import Kind, Phase


def life(s: Scheme, c: Case) -> Process:
    """Filed, reviewed, approved, deposit, pool money, stages one after the other."""
    yield s.at(c.plan.filed_day, Phase.FILINGS, c)
    s.note(Phase.FILINGS, Kind.FILED, c, amount=c.plan.agreed_total_fen)
    if not (yield from intake.reviewed(s, c)):
        return
    before = s.terms.read.step_order()
    if before and not (yield from deposit.first(s, c)):
        return
    if not (yield from intake.approved(s, c)):
        return
    if c.insurance:
        s.agenda.start(insurance.premium_subsidy(s, c, c.insurance))
    if c.plan.loan:
        s.agenda.start(loan.loan(s, c, c.plan.loan))
    if not before and not (yield from deposit.first(s, c)):
        pool.uncommit(s, c)
        return
    yield from stages(s, c)


def stages(s: Scheme, c: Case) -> Process:
    """Every stage in turn, until one fails or the last is released."""
    count = len(c.plan.stages)
    for number in range(1, count + 1):
        c.stage_advance = 0
        if s.terms.read.pool_scope(number) and not (yield from pool.advance(s, c, number)):
            return
        if not (yield from stage.tried(s, c, number)):
            return
        if number < count and not (yield from deposit.following(s, c, number + 1)):
            return
    s.note(Phase.PAYMENTS, Kind.PROJECT_COMPLETED, c)
    c.ended = s.agenda.today
