"""Claims of a generated district: the compiled office and the SimPy engine on the same drawn claims."""

from functools import lru_cache

from escrow.claims.setting import ClaimsSetting
from escrow.compiled.claims.run import replications, tapes
from escrow.processes.fulfilment import simulate
from scenarios.claims.prepare import prepare_claims
from scenarios.claims.spec import open_claims
from tests.benchmarks.measure import Result, Work, in_turns

REPLICATIONS = 8


@lru_cache(maxsize=1)
def settings() -> list[ClaimsSetting]:
    """Replications of a district of 400 enterprises, drawn."""
    loaded = open_claims("binjiang-2024-envelopes")
    return [prepare_claims(loaded, replication=number).setting for number in range(REPLICATIONS)]


def office() -> Result:
    """Claims that are judged and packed already: the office alone."""
    packed = replications(settings())
    return _against_simpy(lambda: [each.tape() for each in packed], ">= 100")


def judged() -> Result:
    """Judging and packing the claims as well."""
    return _against_simpy(lambda: tapes(settings()), ">= 5")


def _against_simpy(work: Work, goal: str) -> Result:
    mine, theirs = in_turns(lambda: work, lambda: lambda: [simulate(each) for each in settings()], repeats=3)
    return Result(theirs / mine, REPLICATIONS / mine, REPLICATIONS / theirs, "runs/s", goal)
