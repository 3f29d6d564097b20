"""The layout of a sweep: its points opened and checked, the worlds they share, the engine of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from escrow.compiled.outcomes.fans import Bins, usual_bins
from escrow.processes.scheme import Setting
from escrow.world import World
from ledger.text import Text
from scenarios.prepare import prepare
from scenarios.spec.problem import Fault, SpecProblem, refuse
from scenarios.statistics.extra import needed
from scenarios.sweep.axes import Combination
from scenarios.sweep.chunks import Group, grouped
from scenarios.sweep.designs import combinations
from scenarios.sweep.engines import Choice, Engine, engine_of
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.point import Point, digest_of, point_of

MOST_FAULTY = 20
ROWS = 256


@dataclass(frozen=True)
class Layout:
    """Points by number; `digests` and `worlds` are lists by point, `fallbacks` say why SimPy runs one."""

    points: list[dict[str, str]]
    digests: list[str]
    worlds: list[int]
    world_digests: list[str]
    engines: list[str]
    fallbacks: dict[int, list[Text]]
    baseline: int | None
    seed: int
    bins: Bins
    forms: list[str]

    def groups(self) -> list[Group]:
        """Points by the worlds they meet and the engine they run in, in order of first appearance."""
        return grouped(self.worlds, self.engines)

    def digest(self) -> str:
        """SHA-256 of every point: values, scenario, policy."""
        return digest_of([self.points, self.digests, self.baseline])

    def columns(self) -> dict[str, Any]:
        """The table of points."""
        arrow = needed("pyarrow")
        axes = list(self.points[0])
        return {
            "point": arrow.array(range(len(self.points)), arrow.int64()),
            **{name: [point[name] for point in self.points] for name in axes},
            "world": arrow.array(self.worlds, arrow.int64()),
            "engine": self.engines,
            "scenario": arrow.array(self.forms, arrow.large_string()),
        }


def lay_out(experiment: Experiment, engine: Engine = "auto") -> Layout:
    """Open every point; SpecProblem with the faults of the first that cannot be run."""
    rows, baseline = combinations(experiment)
    names = [axis.name for axis in experiment.axes]
    points: list[Point] = []
    numbers: list[int] = []
    choices: list[Choice] = []
    settings: list[Setting] = []
    worlds: dict[str, World] = {}
    places: dict[str, int] = {}
    for point in _opened(experiment, names, rows):
        prepared = prepare(point.scenario, world=worlds.get(point.world))
        worlds.setdefault(point.world, prepared.world)
        points.append(point)
        numbers.append(places.setdefault(point.world, len(places)))
        choices.append(engine_of(prepared.setting, engine))
        settings.append(prepared.setting)
    return Layout(
        points=[point.values for point in points],
        digests=[point.digest for point in points],
        worlds=numbers,
        world_digests=[world.digest() for world in worlds.values()],
        engines=[choice.engine for choice in choices],
        fallbacks={
            point.number: choice.why for point, choice in zip(points, choices, strict=True) if choice.why
        },
        baseline=baseline,
        seed=points[-1].scenario.seed,
        bins=usual_bins(settings),
        forms=[point.form for point in points],
    )


def _opened(experiment: Experiment, names: list[str], rows: list[Combination]) -> Iterator[Point]:
    faults: list[Fault] = []
    faulty = 0
    for number, row in enumerate(rows):
        values = {name: level.text for name, level in zip(names, row, strict=True)}
        try:
            loaded = experiment.base.open([each for level in row for each in level.assigned])
        except SpecProblem as problem:
            faults += problem.faults
            faulty += 1
            if faulty == MOST_FAULTY:
                break
            continue
        if not faults:
            yield point_of(number, values, loaded)
    refuse(faults)
