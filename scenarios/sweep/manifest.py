"""sweep.json: what was run, with which versions and seed, on which worlds."""

import platform
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from escrow.compiled.outcomes.names import SERIES
from scenarios.run import MECHANISM
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.layout import Layout
from scenarios.sweep.point import digest_of
from scenarios.sweep.precision import Wanted

SCHEMA = "anxinbao/sweep@1"


def described(
    experiment: Experiment, layout: Layout, engine: str, shard: tuple[int, int], wanted: Sequence[Wanted]
) -> dict[str, Any]:
    """The manifest of a sweep that begins. Nothing in it depends on the machine but the versions."""
    said = experiment.described()
    facts = [layout.digest(), said["outputs"]]
    return {
        "schema": SCHEMA,
        "name": experiment.name,
        "digest": digest_of(facts),
        "versions": versions(),
        "seed": layout.seed,
        "replications": experiment.replications,
        "replications_asked": experiment.replications,
        "precision": {each.outcome: each.text for each in wanted},
        "met": None,
        "engine": engine,
        "engines": _by_engine(layout),
        "fallbacks": {
            str(point): [why._asdict() for why in all_] for point, all_ in layout.fallbacks.items()
        },
        "shard": f"{shard[0]}/{shard[1]}",
        "baseline": layout.baseline,
        "worlds": [layout.world_digests[world] for world in layout.worlds],
        "bins": {
            "series": [series.name for series in SERIES],
            "low": layout.bins.low.tolist(),
            "width": layout.bins.width.tolist(),
            "number": layout.bins.number,
        },
        "experiment": said,
        "finished": False,
    }


def versions() -> dict[str, str]:
    """What results may depend on."""
    return {"anxinbao": version("anxinbao"), "mechanism": MECHANISM, "python": platform.python_version()}


def _by_engine(layout: Layout) -> dict[str, int]:
    names = sorted(set(layout.engines))
    return {name: layout.engines.count(name) for name in names}
