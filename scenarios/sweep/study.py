"""What a worker must know of a sweep: its points' scenarios and what to keep, read once from the folder."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from escrow.compiled.outcomes.fans import Bins
from escrow.compiled.outcomes.plan import Plan, plan_of
from escrow.processes.scheme import Setting
from scenarios.spec import Scenario
from scenarios.statistics.extra import needed
from scenarios.sweep.form import ManifestForm
from scenarios.sweep.point import scenario_of
from scenarios.sweep.problems import NotASweep, PartUnreadable

MANIFEST = "sweep.json"
POINTS = "points.parquet"


class Study:
    """A sweep's folder as workers see it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = read_manifest(folder)
        outputs = self.manifest["experiment"]["outputs"]
        self.fans, self.years = bool(outputs["fans"]), bool(outputs["years"])
        self._step: int = outputs["step_days"]
        low, width, number = (self.manifest["bins"][name] for name in ("low", "width", "number"))
        self._bins = Bins(np.array(low, dtype=np.int64), np.array(width, dtype=np.int64), number)
        self._forms = read_points(folder, ["scenario"]).column("scenario")

    def scenario(self, point: int) -> Scenario:
        """The scenario of a point."""
        return scenario_of(self.form(point))

    def form(self, point: int) -> str:
        """The normal form of a point's scenario, as JSON."""
        text: str = self._forms[point].as_py()
        return text

    def plan(self, setting: Setting) -> Plan:
        """What to keep of a replication of the setting."""
        return plan_of(setting, fans=self.fans, step_days=self._step, bins=self._bins)

    @property
    def step_days(self) -> int:
        """Days between the points of a fan."""
        return self._step


def study_of(folder: str, digest: str) -> Study:
    """The study of a folder; `digest` tells sweeps apart that were kept in one folder in turn."""
    with _ONE_AT_A_TIME:  # what is made for a study is found again by it, so threads share one
        return _study(folder, digest)


_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=4)
def _study(folder: str, digest: str) -> Study:
    found = Study(Path(folder))
    assert found.manifest["digest"] == digest
    return found


def read_manifest(folder: Path) -> dict[str, Any]:
    """sweep.json; NotASweep when there is none, or one that says something else."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
        ManifestForm.model_validate(found)
    except OSError:
        raise NotASweep(place=str(folder)) from None
    except ValueError:
        raise NotASweep(place=str(folder / MANIFEST)) from None
    return found


def read_points(folder: Path, columns: Sequence[str] | None = None) -> Any:
    """The table of points, or some of its columns; PartUnreadable."""
    path = folder / POINTS
    with readable(path):
        table = needed("pyarrow.parquet").read_table(path)
        return table if columns is None else table.select(list(columns))


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What Parquet has to say of a file, or of files in a folder, in our words: PartUnreadable."""
    try:
        yield
    except (OSError, ValueError, LookupError) as error:  # every error of Arrow's is one of these
        raise PartUnreadable(place=str(_torn(path)), detail=str(error).splitlines()[0]) from error


def _torn(path: Path) -> Path:
    """The first file that is no whole Parquet file, else the place itself."""
    parquet = needed("pyarrow.parquet")
    for each in sorted(path.glob("[!.]*.parquet")) if path.is_dir() else ():
        try:
            parquet.read_metadata(each)
        except (OSError, ValueError):
            return each
    return path
