"""The office's year: money comes in January, what is free on 31 December lapses or is carried over."""

from datetime import date

from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.processes.fulfilment.envelopes import Request
from escrow.processes.fulfilment.lapse import reduce
from escrow.processes.fulfilment.office import LAST_OF_THE_DAY, Office, Process
from escrow.processes.fulfilment.share_out import shared_out
from escrow.tape import Phase


def budget_year(o: Office, year: int) -> Process:
    """One budget year: appropriation, who waited, sharing out, what is left."""
    yield o.agenda.at(max(o.first_day, date(year, 1, 1).toordinal()), Phase.DECISIONS, -1)
    o.envelopes.appropriate(year)
    if o.choices.budget_short == "defer":
        _serve(o)
    end = date(year, 12, 31).toordinal()
    yield o.agenda.at(end, Phase.DECISIONS, o.agenda.district, LAST_OF_THE_DAY - 1)
    if o.choices.budget_short == "prorate":
        _prorate(o)
    yield o.agenda.at(end, Phase.CLOSE, o.agenda.district, LAST_OF_THE_DAY - 1)
    _close(o, year)


def _serve(o: Office) -> None:
    """Whoever was put off last year goes first this year, in the order of the decisions."""
    envelopes = o.envelopes
    waiting, envelopes.waiting = envelopes.waiting, []
    for request in waiting:
        charge = envelopes.charge(request.case, request.amount)
        if charge <= envelopes.room(request.case.terms.envelope, o.year):
            envelopes.grant(request, request.amount)
        else:
            envelopes.waiting.append(request)
            envelopes.put_off(request)


def _prorate(o: Office) -> None:
    """Share out each envelope, and then each total among the envelopes in it; sums are exact."""
    envelopes = o.envelopes
    waiting, envelopes.waiting = envelopes.waiting, []
    charges = [envelopes.charge(each.case, each.amount) for each in waiting]
    lines = [envelopes.binding(each.case.terms.envelope, o.year) for each in waiting]
    for number in envelopes.inner_first():
        inside = [i for i, line in enumerate(lines) if number in line]
        room = envelopes.of(number, o.year).free
        if sum(charges[i] for i in inside) > room:
            parts = shared_out(room, [charges[i] for i in inside])
            for i, part in zip(inside, parts, strict=True):
                charges[i] = part
    for request, charge in zip(waiting, charges, strict=True):
        envelopes.grant(request, envelopes.fitting(request.case, request.amount, charge))


def _close(o: Office, year: int) -> None:
    """What is free lapses; carried over it must be used for the same item within the next year."""
    for number in range(len(o.book.envelopes)):
        held = o.envelopes.of(number, year)
        onward = held.fresh if o.choices.year_end == "carry_over" and year + 1 in o.years else 0
        lapsing, held.free = held.free - onward, 0
        if onward:
            o.note(Phase.CLOSE, ClaimKind.CARRIED, None, 0, onward, number, year, year + 1)
            following = o.envelopes.of(number, year + 1)
            following.free += onward
            following.carried += onward
        if lapsing:
            o.note(Phase.CLOSE, ClaimKind.LAPSED, None, 0, lapsing, number, year)


def revenue_falls_short(o: Office) -> Process:
    """Envelopes fall on the day the shortfall is known: what is free first, then what is not yet paid."""
    short = o.setting.shortfall
    if short is None:
        return
    yield o.at(short.day, Phase.DECISIONS)
    for number in o.envelopes.inner_first():
        held, term = o.envelopes.of(number, o.year), o.book.envelopes[number]
        asked = int(held.appropriated * short.share * term.revenue_share // 1)
        if asked > held.free and o.choices.revenue_cut == "unpaid_only":
            _cut_unpaid(o, number, asked - held.free)
        cut = min(asked, held.free)
        held.free -= cut
        held.appropriated -= cut
        if asked:
            o.note(Phase.DECISIONS, ClaimKind.BUDGET_CUT, None, 0, cut, number, o.year, asked)


def _cut_unpaid(o: Office, number: int, asked: int) -> None:
    """Awards not yet paid are cut in proportion to what is held for them."""
    cases = [each for each in o.cases if each.held.get(number) and each.charged_year == o.year]
    held = [each.held[number] for each in cases]
    for case, cut in zip(cases, shared_out(min(asked, sum(held)), held), strict=True):
        reduce(o, case, case.held[number] - cut, ClaimReason.REVENUE_SHORT)


def horizon_ends(o: Office) -> Process:
    """The last day: what is promised and not yet paid."""
    yield o.agenda.at(o.last_day, Phase.CLOSE, o.agenda.district, LAST_OF_THE_DAY)
    waiting: dict[int, Request] = {each.case.serial: each for each in o.envelopes.waiting}
    for case in o.cases:
        request = waiting.get(case.serial)
        owed = request.amount if request else case.owed_fen
        if owed and not case.stopped:
            o.note(
                Phase.CLOSE, ClaimKind.COMMITTED_UNPAID, case, 0, 0, o.year, owed, int(request is not None)
            )
    o.note(Phase.CLOSE, ClaimKind.HORIZON_ENDED)
