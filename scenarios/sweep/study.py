"""What a worker must know of a sweep: its points' scenarios and what to keep, read once from the folder."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from escrow.compiled.outcomes.fans import Bins
from escrow.compiled.outcomes.plan import Plan, plan_of
from escrow.processes.scheme import Setting
from scenarios.spec import Scenario
from scenarios.statistics.extra import needed
from scenarios.sweep.point import scenario_of
from scenarios.sweep.problems import NotASweep

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
        table = needed("pyarrow.parquet").read_table(folder / POINTS, columns=["scenario"])
        self._forms = table.column("scenario")

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


@lru_cache(maxsize=4)
def study_of(folder: str, digest: str) -> Study:
    """The study of a folder; `digest` tells sweeps apart that were kept in one folder in turn."""
    found = Study(Path(folder))
    assert found.manifest["digest"] == digest
    return found


def read_manifest(folder: Path) -> dict[str, Any]:
    """sweep.json; NotASweep when there is none."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        raise NotASweep(place=str(folder)) from None
    if found.get("schema") != "anxinbao/sweep@1":
        raise NotASweep(place=str(folder))
    return found
