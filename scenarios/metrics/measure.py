"""All measures of one run together."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from escrow.tape import Row
from scenarios.metrics.caps import CapHit, caps_hit
from scenarios.metrics.clocks import StepDays, step_days
from scenarios.metrics.committed import committed_unpaid
from scenarios.metrics.concentration import Concentration, concentration
from scenarios.metrics.counts import Counts, counts
from scenarios.metrics.enterprises import enterprise_net_cost
from scenarios.metrics.exposure import Exposure, exposures
from scenarios.metrics.insurers import InsurerResult, insurer_results
from scenarios.metrics.leverage import leverage, public_per_completed
from scenarios.metrics.outlay import Table, outlay, total
from scenarios.metrics.platforms import platform_income
from scenarios.metrics.pool import PoolCourse, pool_course
from scenarios.metrics.queue import Queue, queue
from scenarios.metrics.returns import returns
from scenarios.metrics.subject import Subject, lines


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures of one run: money in fen, days as whole numbers, ratios as fractions (None: undefined)."""

    counts: Counts
    outlay: Table
    returns: Table
    committed_unpaid: Table
    pool: PoolCourse
    queue: Queue
    caps: tuple[CapHit, ...]
    enterprise_net_cost: dict[str, int]
    platform_income: dict[str, int]
    insurers: dict[str, InsurerResult]
    exposure: tuple[Exposure, ...]
    steps: tuple[StepDays, ...]
    concentration: Concentration

    @property
    def outlay_fen(self) -> int:
        """Public money paid out, all years."""
        return total(self.outlay)

    @property
    def returns_fen(self) -> int:
        """Public money that came back, all years."""
        return total(self.returns)

    @property
    def public_net_fen(self) -> int:
        """Public money that stayed out."""
        return self.outlay_fen - self.returns_fen

    @property
    def leverage(self) -> Fraction | None:
        """Net enterprise yuan per net fiscal yuan."""
        return leverage(sum(self.enterprise_net_cost.values()), self.public_net_fen)

    @property
    def public_per_completed(self) -> Fraction | None:
        """Net public fen per completed project."""
        return public_per_completed(self.public_net_fen, self.counts.completed)


def measure(tape: Iterable[Row], subject: Subject) -> Metrics:
    """Measure a run from its tape."""
    rows = lines(tape)
    return Metrics(
        counts=counts(rows),
        outlay=outlay(rows),
        returns=returns(rows),
        committed_unpaid=committed_unpaid(rows),
        pool=pool_course(rows, subject),
        queue=queue(rows, subject),
        caps=caps_hit(rows, subject),
        enterprise_net_cost=enterprise_net_cost(rows, subject),
        platform_income=platform_income(rows, subject),
        insurers=insurer_results(rows, subject),
        exposure=exposures(rows, subject),
        steps=step_days(rows),
        concentration=concentration(rows, subject),
    )
