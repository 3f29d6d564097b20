"""Compiling all that a sweep in the compiled engine needs, by running the smallest one."""

from escrow.compiled.block import replications
from escrow.compiled.warm_up import Warmed, told
from scenarios.sweep.listed import sweep_points
from scenarios.sweep.runner import How

SCENARIO = "baseline"


def warm_up() -> Warmed:
    """Sample, run and reduce one replication of the baseline; later starts read the cache."""
    sweep_points(SCENARIO, [{}], replications=1, how=How(engine="compiled", workers=1))
    return told(replications)
