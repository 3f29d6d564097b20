"""A world: everything random of one replication, as integer columns, drawn before anything happens."""

import json
from dataclasses import dataclass
from hashlib import sha256

from escrow.behaviour import Behaviour
from escrow.behaviour.quantile import IntArray
from escrow.project import ProjectPlan
from escrow.world.draws import Draws


@dataclass(frozen=True, eq=False)
class World:
    """Columns of draws; `escrow.world.unit_of` says what each counts.

    `plans` are the stated plans with drawn insurance and drawn loan defaults filled in. `project` columns
    have shape (n,); `stage` columns (n, stages, 2): first try and retry. Where a project has no such
    stage the cell is a draw nobody asks for.
    """

    seed: int
    replication: int
    plans: tuple[ProjectPlan, ...]
    enterprises: tuple[str, ...]
    platforms: tuple[str, ...]
    insurers: tuple[str, ...]
    project: dict[str, IntArray]
    stage: dict[str, IntArray]
    draws: Draws

    @property
    def ids(self) -> tuple[str, ...]:
        """The projects' ids, in the order of the columns."""
        return tuple(plan.id for plan in self.plans)

    @property
    def behaviour(self) -> Behaviour:
        """What the columns were drawn from."""
        return self.draws.behaviour

    def beyond(self, purpose: str, i: int, stage: int = 0, occurrence: int = 1, elapsed: int = 0) -> int:
        """The whole delay in the purpose's days, given that it is not below `elapsed`.

        Stages and occurrences count from 1, stage 0 means a purpose of the project. The uniform is the
        column's, rescaled above what has passed; with nothing elapsed the answer is the column's value.
        """
        planned = 0
        if purpose == "work_days":
            planned = int(self.draws.roster.planned_days[i, stage - 1])
        table, uniform = self.behaviour.table(purpose), self.draws.one(purpose, i, stage, occurrence)
        if elapsed <= 0:
            return max(0, planned + table.value(uniform))
        return planned + table.beyond(uniform, elapsed - planned)

    def digests(self) -> dict[str, str]:
        """SHA-256 of every column (little-endian 64-bit integers) by `project.name` or `stage.name`."""
        columns = {f"project.{name}": column for name, column in self.project.items()}
        columns |= {f"stage.{name}": column for name, column in self.stage.items()}
        return {name: sha256(columns[name].astype("<i8").tobytes()).hexdigest() for name in sorted(columns)}

    def digest(self) -> str:
        """SHA-256 of ids, parties and all columns."""
        whole = [self.ids, self.enterprises, self.platforms, self.insurers, self.digests()]
        return sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()
