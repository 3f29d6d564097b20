"""One replication: everything the setting tells is put on the agenda, the tape comes out."""

from datetime import date

from escrow.processes import audit, insurance, parties, year
from escrow.processes.agenda import no_collection
from escrow.processes.life import life
from escrow.processes.pots import top_up
from escrow.processes.scheme import Process, Scheme, Setting
from escrow.tape import Kind, Phase, Row


def simulate(setting: Setting) -> list[Row]:
    """The tape of a replication: a deterministic function of the setting, whole days and whole fen only.

    Raises escrow.processes.pins.PinContradiction when known dates cannot hold.
    """
    scheme = Scheme(setting)
    _open(scheme)
    _start_projects(scheme)
    _start_district(scheme)
    with no_collection():
        scheme.agenda.run(scheme.last_day)
    return scheme.tape


def _open(s: Scheme) -> None:
    """Day one: a quota is issued, or the treasury pays into the pool, where a reading says so."""
    if s.terms.read.pool_form():
        s.note(Phase.DECISIONS, Kind.QUOTA_ISSUED, amount=s.pool.free)
    elif s.terms.read.pool_source():
        s.pay(Kind.POOL_SOURCED, s.district, None, 0, s.pool.free, phase=Phase.DECISIONS)


def _start_projects(s: Scheme) -> None:
    start = s.agenda.start
    for case in s.cases:
        start(life(s, case))
        if case.insurance is not None:
            start(insurance.premium(s, case, case.insurance))
            for number in range(len(case.plan.claims or ())):
                start(insurance.known_claim(s, case, number))
        if case.plan.falsified_day is not None:
            start(parties.falsification(s, case, case.plan.falsified_day))


def _start_district(s: Scheme) -> None:
    start, facts = s.agenda.start, s.portfolio
    for enterprise, day in facts.debarments:
        start(parties.debarment(s, enterprise, day))
    for platform, day in facts.platform_stops:
        start(parties.platform_stop(s, platform, day))
    for platform, day in facts.platform_falsifications:
        start(parties.platform_falsification(s, platform, day))
    for dated in facts.pool_topups:
        start(_dated_top_up(s, dated.day, dated.amount_fen))
    for days, inputs in s.audits:
        start(audit.special_audit(s, days, inputs))
    start(year.trial_ends(s))
    for each in range(date.fromordinal(s.first_day).year, date.fromordinal(s.last_day).year + 1):
        start(year.budget_year(s, each))
        start(year.year_end(s, each))
        start(year.set_offs(s, each))
    start(year.horizon_ends(s))


def _dated_top_up(s: Scheme, day: int, amount: int) -> Process:
    yield s.at(day, Phase.RECEIPTS)
    top_up(s, amount, 1)
