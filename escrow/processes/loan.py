"""The guaranteed loan (三.4): dated flows from the scenario's terms, since the text prints none."""

from escrow.processes.case import Case
from escrow.processes.scheme import Process, Scheme
from escrow.project import LoanPlan
from escrow.settlement.loan import loan_flows
from escrow.tape import Kind, Phase


def loan(s: Scheme, c: Case, plan: LoanPlan) -> Process:
    """Drawdown after the approval, fee, interest, repayment or default, payout and recovery."""
    wait = max(0, s.agenda.today - plan.drawn_day)
    for order, flow in enumerate(loan_flows(plan)):
        # A loan drawn before the approval is drawn with it; what follows keeps its distance.
        yield s.at(flow.day + wait, Phase.PAYMENTS, c, 10 + order)
        if not flow.amount_fen:
            s.note(Phase.PAYMENTS, flow.kind, c, 0, 0, flow.a, flow.b, flow.c, flow.d)
        elif not s.pay(flow.kind, c.accounts, c, 0, flow.amount_fen, flow.a, flow.b, flow.c, flow.d):
            if flow.kind in (Kind.LOAN_REPAID, Kind.LOAN_INTEREST_PAID):
                s.note(Phase.PAYMENTS, Kind.LOAN_DEFAULTED, c, a=flow.amount_fen)
            if flow.kind == Kind.LOAN_DRAWN:
                return
