"""One replication of claims: everything the setting tells is put on the agenda, the tape comes out."""

from escrow.claims.setting import ClaimsSetting
from escrow.processes.agenda import no_collection
from escrow.processes.fulfilment.life import life
from escrow.processes.fulfilment.office import Office
from escrow.processes.fulfilment.payment import arrival
from escrow.processes.fulfilment.selection import Rounds
from escrow.processes.fulfilment.year import budget_year, horizon_ends, revenue_falls_short
from escrow.tape import Row


def simulate(setting: ClaimsSetting) -> list[Row]:
    """The tape of a replication: a deterministic function of the setting, whole days and whole fen only."""
    office = Office(setting)
    rounds = Rounds(office)
    start = office.agenda.start
    for year in office.years:
        start(budget_year(office, year))
    start(revenue_falls_short(office))
    for case in office.cases:
        start(life(office, rounds, case))
        for number in range(len(case.plan.upper_level)):
            start(arrival(office, case, number))
    start(horizon_ends(office))
    with no_collection():
        office.agenda.run(office.last_day)
    return office.tape
