"""Insurance (三.4): premium, premium subsidy, and after a miss the assessed loss and the claim."""

from escrow.processes.case import Case
from escrow.processes.scheme import Process, Scheme
from escrow.project import InsurancePlan
from escrow.readings.premium import Handling
from escrow.rules import premium as rules
from escrow.settlement.books import Claim, Dated, year_of
from escrow.settlement.caps import room_under_cap
from escrow.tape import Instrument, Kind, Phase, Reason


def premium(s: Scheme, c: Case, policy: InsurancePlan) -> Process:
    """The premium is paid when the policy is bound, which may be before the filing."""
    yield s.at(policy.bound_day, Phase.PAYMENTS, c)
    if not s.pay(Kind.PREMIUM_PAID, c.accounts, c, 0, policy.premium_fen, a=policy.premium_payer):
        s.note(Phase.PAYMENTS, Kind.PREMIUM_UNPAID, c, a=policy.premium_fen, b=Reason.NO_MONEY)
        c.insurance = None  # an unpaid policy does not stand


def premium_subsidy(s: Scheme, c: Case, policy: InsurancePlan) -> Process:
    """The subsidy of an approved project's premium, on application or with the yearly grant."""
    yield s.at(subsidy_day(s, c, policy), Phase.PAYMENTS, c)
    c.subsidy_settled = True
    reason, amount, left = subsidy_due(s, c, policy)
    if reason:
        s.note(Phase.PAYMENTS, Kind.PREMIUM_SUBSIDY_REFUSED, c, 0, 0, reason, policy.premium_fen, amount)
        return
    if not amount:
        columns = (Reason.CAP_REACHED, policy.premium_fen, 0)
        s.note(Phase.PAYMENTS, Kind.PREMIUM_SUBSIDY_REFUSED, c, 0, 0, *columns)
        return
    yield from _within_budget(s, c, policy, amount, left)


def _within_budget(s: Scheme, c: Case, policy: InsurancePlan, amount: int, left: int) -> Process:
    """Pay what the district's budget allows; a deferred subsidy waits for the next year's."""
    (outcome,) = s.budget.divide(s, [amount])
    if outcome.paid_fen:
        _transfer(s, c, policy, outcome.paid_fen, left)
    if outcome.lapsed_fen:
        columns = (Reason.BUDGET_SHORT, policy.premium_fen, outcome.lapsed_fen)
        s.note(Phase.PAYMENTS, Kind.PREMIUM_SUBSIDY_REFUSED, c, 0, 0, *columns)
    if outcome.deferred_fen:
        year = year_of(s.agenda.today)
        s.owe(year, c, Instrument.PREMIUM_SUBSIDY, amount)
        yield s.at(s.pay_day(s.first_day_of(year + 1)), Phase.PAYMENTS, c, 4)
        s.owe(year, c, Instrument.PREMIUM_SUBSIDY, -amount)
        yield from _within_budget(s, c, policy, amount, left)


def _transfer(s: Scheme, c: Case, policy: InsurancePlan, amount: int, left: int) -> None:
    rate = s.terms_on(s.agenda.today).premium_subsidy_rate
    if s.pay(Kind.PREMIUM_SUBSIDY_PAID, c.accounts, c, 0, amount, policy.premium_fen, *rate, left):
        c.book.premium_subsidies.append(Dated(s.agenda.today, amount))
        c.last_fact = max(c.last_fact, s.agenda.today)
        return
    columns = (Reason.NO_MONEY, policy.premium_fen, amount)
    s.note(Phase.PAYMENTS, Kind.PREMIUM_SUBSIDY_REFUSED, c, 0, 0, *columns)
    s.owe(year_of(s.agenda.today), c, Instrument.PREMIUM_SUBSIDY, amount)


def subsidy_day(s: Scheme, c: Case, policy: InsurancePlan) -> int:
    """When the subsidy is paid: its pin, or the day its readings tell, when the treasury is open."""
    if c.plan.subsidy_day is not None:
        return c.plan.subsidy_day
    grant_day = s.next_grant_day(c.approved)
    day = s.terms.read.premium_subsidy_timing(c.approved, grant_day, s.terms.premium_subsidy_after_days)
    if s.terms.read.policy_late(_days_late(c, policy)) == Handling.AT_AUDIT:
        day = max(day, grant_day)
    # What lies before the as-of day is record: a subsidy that the record does not name was not paid then.
    return s.pay_day(max(day, s.agenda.today, s.as_of or 0))


def subsidy_due(s: Scheme, c: Case, policy: InsurancePlan) -> tuple[Reason, int, int]:
    """Why no subsidy is due (or NONE), its amount in fen, and what was left of its cap."""
    read, terms = s.terms.read, s.terms_on(s.agenda.today)
    project = sum(paid.amount_fen for paid in c.book.premium_subsidies)
    groups = read.premium_cap_scope(policy.policies or (policy.premium_fen,), project, _enterprise_year(s, c))
    room = rules.NO_OTHER_CAP
    if read.premium_in_cap():
        books = [case.book for case in s.cases]
        room = room_under_cap(books, c.book.enterprise, c.book.group, s.agenda.today, s.settlement_terms)
    found = rules.subsidy(
        groups, terms.premium_subsidy_rate, terms.premium_subsidy_cap, terms.grants_down, room
    )
    left = int(found.workings[-1][1])
    return _refusal(s, c, policy), found.amount_fen, min(left, room)


def _refusal(s: Scheme, c: Case, policy: InsurancePlan) -> Reason:
    read = s.terms.read
    if barred := s.supported(c):
        return barred
    last_good = read.insurance_start(s.channel_day(c), c.plan.signed_day or c.plan.filed_day)
    late = _days_late(c, policy)
    guards = (
        rules.payer_guard(read.premium_payer(policy.premium_payer)),
        rules.bound_guard(policy.bound_day, last_good),
        rules.documents_guard(late, read.policy_late(late) != Handling.NEVER),
    )
    return next((guard.reason for guard in guards if not guard.passed), Reason.NONE)


def _days_late(c: Case, policy: InsurancePlan) -> int:
    return rules.days_late(policy.handed_in_day, c.plan.filed_day, policy.bound_day)


def _enterprise_year(s: Scheme, c: Case) -> int:
    """Premium subsidies the enterprise has had this calendar year, in fen."""
    year = year_of(s.agenda.today)
    return sum(
        paid.amount_fen
        for case in s.of_enterprise[c.book.enterprise]
        for paid in case.book.premium_subsidies
        if year_of(paid.day) == year
    )


def loss(
    s: Scheme, c: Case, policy: InsurancePlan, stage: int, occurrence: int, deposit: int, missed: int
) -> Process:
    """After a miss the insurer assesses the loss and pays (定损, 理赔)."""
    day = max(s.agenda.today, missed + c.days("claim_days", stage, occurrence))
    yield s.at(day, Phase.PAYMENTS, c, 2)
    assessed = assessed_loss(s, c, policy, stage, occurrence, deposit)
    too_soon = missed < policy.bound_day + s.draw(c.serial, "waiting_days")
    if too_soon or not s.draw(c.serial, "trigger_accepted", stage, occurrence):
        s.note(Phase.PAYMENTS, Kind.CLAIM_REFUSED, c, stage, a=Reason.TRIGGER_NOT_MET, b=assessed)
        return
    s.note(Phase.PAYMENTS, Kind.LOSS_ASSESSED, c, stage, a=assessed)
    own = policy.own_share.as_integer_ratio()
    _paid(s, c, stage, policy, s.terms.read.claim_amount(None, assessed, policy.cover_fen, own), assessed)


def assessed_loss(
    s: Scheme, c: Case, policy: InsurancePlan, stage: int, occurrence: int, deposit: int
) -> int:
    """The loss in fen by reading loss_basis; without a stated one a drawn share of the cover."""
    stated = policy.loss_fen
    if stated is None:
        stated = (policy.cover_fen or 0) * s.draw(c.serial, "loss_percent", stage, occurrence) // 100
    instalment = c.plan.stages[stage - 1].instalment_fen
    return int(s.terms.read.loss_basis(stated, deposit, c.released, instalment))


def known_claim(s: Scheme, c: Case, number: int) -> Process:
    """A claim whose day and amount are known."""
    claim = (c.plan.claims or ())[number]
    yield s.at(claim.day, Phase.PAYMENTS, c, 2 + number)
    policy = c.insurance
    if policy is None:
        return
    assessed = claim.amount_fen if claim.loss_fen is None else claim.loss_fen
    own = policy.own_share.as_integer_ratio()
    amount = s.terms.read.claim_amount(claim.amount_fen, assessed, policy.cover_fen, own)
    _paid(s, c, 0, policy, amount, assessed)


def _paid(s: Scheme, c: Case, stage: int, policy: InsurancePlan, amount: int, assessed: int) -> None:
    if not amount:
        return
    cover = policy.cover_fen or 0
    if s.pay(Kind.CLAIM_PAID, c.accounts, c, stage, amount, policy.payee, assessed, cover):
        c.book.claims.append(Claim(s.agenda.today, amount, policy.payee))
        c.last_fact = s.agenda.today
    else:
        s.note(Phase.PAYMENTS, Kind.CLAIM_REFUSED, c, stage, a=Reason.NO_MONEY, b=assessed)
