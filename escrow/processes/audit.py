"""The yearly special audit (专项审计, 四.4) and the cost share paid on it (三.5)."""

from escrow.processes.case import Case
from escrow.processes.parties import collect
from escrow.processes.scheme import Process, Scheme
from escrow.settlement.award import Award
from escrow.settlement.books import AuditDay, year_of
from escrow.settlement.envelope import Outcome
from escrow.settlement.settle import Settlement, settle
from escrow.settlement.state import NO_SHARE
from escrow.tape import Instrument, Kind, Phase, Reason


def special_audit(s: Scheme, audit: AuditDay, inputs: dict[int, int]) -> Process:
    """Report, then payment; what is true on the payment day (debarment) decides what is paid."""
    yield s.at(audit.reported_day, Phase.AUDIT)
    found, before = decided(s, audit, inputs), bearing(s)
    for award in found.awards:
        if award.input_fen or award.claims_fen:
            case = s.cases[award.project]
            s.note(Phase.AUDIT, Kind.AUDITED, case, 0, 0, audit.year, award.input_fen, award.claims_fen)
            _audit_fee(s, case, audit)
    yield s.at(audit.paid_day, Phase.PAYMENTS)
    if bearing(s) != before:
        found = decided(s, audit, inputs)
    s.settled = found.state
    s.audits_paid.add(audit.year)
    pay_awards(s, found.awards)


def bearing(s: Scheme) -> tuple[object, ...]:
    """What may change a grant between the audit's report and its payment, to see whether it has."""
    terms = s.settlement_terms
    ended = sum(1 for case in s.cases if case.ended) if terms.retested_at_end else 0
    subsidies = sum(len(case.book.premium_subsidies) for case in s.cases) if terms.premium_uses_cap else 0
    over = not s.terms.read.trial_end(s.agenda.today, s.terms.trial_to)
    amended = s.settlement_on(s.agenda.today) is s.settlement_terms
    return len(s.debarred), over, ended, subsidies, len(s.audits_paid), amended


def decided(s: Scheme, audit: AuditDay, inputs: dict[int, int]) -> Settlement:
    """The grants of an audit as they stand today."""
    listed = _listed(s, inputs)
    for case in listed:
        case.book.barred = s.supported(case)
    told = {case.serial for case in listed}
    beside = [case.book for case in s.cases if case.last_fact and case.serial not in told]
    terms = s.settlement_on(s.agenda.today)
    return settle(audit, [case.book for case in listed], s.settled, terms, inputs, beside)


def _listed(s: Scheme, inputs: dict[int, int]) -> list[Case]:
    """The projects an audit must look at: those with news, or all of their units where it restates them."""
    news = [case for case in s.cases if _has_news(s, case, inputs)]
    if not s.settlement_terms.restates:
        return news
    unit = s.settlement_terms.unit
    units = {unit(case.book.enterprise, case.book.group) for case in news}
    return [
        case
        for case in s.cases
        if case.last_fact or case.serial in inputs
        if case.book.partners or unit(case.book.enterprise, case.book.group) in units
    ]


def _has_news(s: Scheme, case: Case, inputs: dict[int, int]) -> bool:
    """Whether an audit can find anything in a project's book that the last one did not."""
    last, settled = case.last_fact, s.settled
    if not last:
        return case.serial in inputs
    if last > settled.last_reported_day or case.serial in inputs or year_of(last) > settled.last_year:
        return True
    carried = settled.shares.get((case.serial, case.book.enterprise), NO_SHARE)
    return bool(carried.excess or case.book.partners)


def pay_awards(s: Scheme, awards: list[Award]) -> None:
    """Pay what the district's budget allows, in serial order, and write down what it does not."""
    due = [award for award in awards if award.amount_fen]
    outcomes = s.budget.divide(s, [award.amount_fen for award in due])
    paid = dict(zip(map(id, due), outcomes, strict=True))
    for award in awards:
        outcome = paid.get(id(award), Outcome(0, 0, 0))
        _pay(s, award, outcome)
        if award.clawback_fen:
            collect(s, s.cases[award.project], award.clawback_fen, Reason.CLAIM_AFTER_GRANT, "enterprise")


def _pay(s: Scheme, award: Award, outcome: Outcome) -> None:
    case = s.cases[award.project]
    case.book.grants.extend(award.grants())
    withheld = _refusals(award)
    for reason, amount in withheld:
        s.note(Phase.PAYMENTS, Kind.COST_SHARE_REFUSED, case, 0, 0, award.year, reason, amount)
    if outcome.lapsed_fen:
        s.note(
            Phase.PAYMENTS,
            Kind.COST_SHARE_REFUSED,
            case,
            0,
            0,
            award.year,
            Reason.BUDGET_SHORT,
            outcome.lapsed_fen,
        )
    if outcome.deferred_fen:
        s.agenda.start(_next_year(s, award, outcome.deferred_fen))
    if outcome.paid_fen:
        _transfer(s, case, award, outcome.paid_fen)


def _refusals(award: Award) -> list[tuple[Reason, int]]:
    """What of the grant before the cap is not granted, by reason, in fen."""
    found: list[tuple[Reason, int]] = []
    if award.withheld_fen:
        found.append((award.reasons[0] if award.reasons else Reason.DEBARRED, award.withheld_fen))
    if award.cut_fen and not award.withheld_fen:
        found.append((Reason.CAP_REACHED, award.cut_fen))
    if award.other_fen:
        found.append((Reason.OTHER_GRANT_HIGHER, award.other_fen))
    return found


def _transfer(s: Scheme, case: Case, award: Award, amount: int) -> None:
    partner, enterprise = s.grantee(case, award.enterprise)
    accounts = case.accounts._replace(enterprise=enterprise)
    columns = (award.year, award.base_fen, award.before_fen, award.cap_left_fen)
    if not s.pay(Kind.COST_SHARE_PAID, accounts, case, partner, amount, *columns):
        s.note(Phase.PAYMENTS, Kind.COST_SHARE_REFUSED, case, partner, 0, award.year, Reason.NO_MONEY, amount)
        s.owe(award.year, case, Instrument.COST_SHARE, amount)


def _next_year(s: Scheme, award: Award, amount: int) -> Process:
    """A grant that waits for the next year's budget."""
    year = year_of(s.agenda.today)
    s.owe(award.year, s.cases[award.project], Instrument.COST_SHARE, amount)
    yield s.at(s.pay_day(s.first_day_of(year + 1)), Phase.PAYMENTS, s.cases[award.project], 3)
    s.owe(award.year, s.cases[award.project], Instrument.COST_SHARE, -amount)
    (outcome,) = s.budget.divide(s, [amount])
    if outcome.paid_fen:
        _transfer(s, s.cases[award.project], award, outcome.paid_fen)
    if outcome.lapsed_fen:
        case = s.cases[award.project]
        columns = (award.year, Reason.BUDGET_SHORT, outcome.lapsed_fen)
        s.note(Phase.PAYMENTS, Kind.COST_SHARE_REFUSED, case, 0, 0, *columns)
    if outcome.deferred_fen:
        s.agenda.start(_next_year(s, award, outcome.deferred_fen))


def _audit_fee(s: Scheme, case: Case, audit: AuditDay) -> None:
    fee = s.terms.audit_fee
    if fee:
        s.pay(Kind.AUDIT_FEE, case.accounts, case, 0, fee, audit.year, phase=Phase.AUDIT)
