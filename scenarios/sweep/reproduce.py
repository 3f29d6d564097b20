"""A replication of a sweep once more, in the readable engine: is what was kept what comes out?"""

from pathlib import Path
from typing import NamedTuple

from escrow.tape import Row
from scenarios.prepare import Prepared
from scenarios.run import simulate
from scenarios.spec import Loaded
from scenarios.sweep.by_simpy import from_first_day
from scenarios.sweep.dataset import Dataset, points_of
from scenarios.sweep.point import open_form
from scenarios.sweep.problems import NoSuchPoint, NoSuchReplication
from scenarios.sweep.study import Study


class Place(NamedTuple):
    """A replication of a point in a folder of results."""

    folder: Path
    point: int
    replication: int


class Reproduced(NamedTuple):
    """Outcomes kept and found again, by name; `kept` is None where the replication had failed."""

    kept: dict[str, int] | None
    found: dict[str, int]
    problem: str = ""

    @property
    def differences(self) -> dict[str, tuple[int, int]]:
        """Outcomes that differ: kept and found."""
        kept = self.kept or {}
        return {name: (kept[name], self.found[name]) for name in kept if kept[name] != self.found[name]}


def scenario_at(place: Place) -> Loaded:
    """The scenario of a point as it was kept; NoSuchPoint, NoSuchReplication, NotASweep."""
    study = Study(place.folder)
    points = len(points_of(place.folder))
    if not 0 <= place.point < points:
        raise NoSuchPoint(place=str(place.folder), found=place.point, last=points - 1)
    last = study.manifest["replications"] - 1
    if not 0 <= place.replication <= last:
        raise NoSuchReplication(place=str(place.folder), found=place.replication, last=last)
    return open_form(study.form(place.point), str(place.folder), study.manifest["name"])


def values_at(place: Place) -> dict[str, str]:
    """The value of each axis at the point."""
    return points_of(place.folder)[place.point]


def reproduce(place: Place, prepared: Prepared, tape: list[Row] | None = None) -> Reproduced:
    """Compare what is kept of a replication with its outcomes now (from `tape`, else simulated)."""
    from escrow.compiled.outcomes.reduce import outcomes_of

    study = Study(place.folder)
    plan = study.plan(from_first_day(prepared))
    rows = simulate(prepared) if tape is None else tape
    found = outcomes_of(rows, prepared.setting, plan).values
    data = Dataset(place.folder, study.manifest, len(study.manifest["worlds"]))
    if not data.valid[place.point, place.replication]:
        return Reproduced(None, found, _failure(data, place))
    columns = data.outcome(data.outcome_names)
    kept = {name: int(columns[name][place.point, place.replication]) for name in data.outcome_names}
    return Reproduced(kept, found)


def _failure(data: Dataset, place: Place) -> str:
    failed = {(row["point"], row["replication"]): row["problem"] for row in data.failures()}
    problem: str = failed.get((place.point, place.replication), "")
    return problem
