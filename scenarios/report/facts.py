"""What the report says about the run itself: inputs, stamps, head, commands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from escrow.tape import Kind, Row
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.run import RunResult


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One run in words: `command` is the exact line that repeats it, `head` is SEQ:DIGEST.

    `told` is a project worth a story, `asked` one that did not get all it might have got; empty
    when there is no project.
    """

    title: Text
    why: Text | None
    policy: Text
    preset: str
    readings: tuple[tuple[str, str], ...]
    overridden: tuple[str, ...]
    hypothetical: bool
    first_on: str
    last_on: str
    as_of: str | None
    seed: int
    replication: int
    head: str
    ledger: str
    out: str
    command: str
    recognised: bool = False
    scenario: str = ""
    told: str = ""
    asked: str = ""


def facts_of(result: "RunResult", command: str, scenario: str) -> RunFacts:
    """The facts of a finished run; `scenario` is what was typed, empty for the baseline."""
    prepared, spec = result.prepared, result.prepared.scenario
    resolved = prepared.resolved
    told, asked = worth_looking_at(result.tape)
    ids = [plan.id for plan in prepared.world.plans]
    return RunFacts(
        title=spec.title,
        why=spec.why,
        policy=resolved.policy.title,
        preset=resolved.preset,
        readings=tuple(sorted(spec.readings.items())),
        overridden=resolved.overridden if spec.overrides else (),
        hypothetical=resolved.hypothetical,
        first_on=spec.horizon.from_.isoformat(),
        last_on=spec.horizon.to.isoformat(),
        as_of=spec.as_of.isoformat() if spec.as_of else None,
        seed=spec.seed,
        replication=prepared.replication,
        head=str(result.head),
        ledger=result.ledger,
        out=str(result.out or ""),
        command=command,
        recognised=result.recognised,
        scenario=scenario,
        told=ids[told] if told >= 0 else "",
        asked=ids[asked] if asked >= 0 else "",
    )


_TELLING = (Kind.COST_SHARE_PAID, Kind.RELEASED, Kind.APPROVED, Kind.FILED)
_LACKING = (
    Kind.COST_SHARE_REFUSED,
    Kind.PROJECT_ENDED,
    Kind.REFUSED,
    Kind.COMMITTED_UNPAID,
    Kind.FILED,
)


def worth_looking_at(tape: Sequence[Row]) -> tuple[int, int]:
    """Serials of a project to tell about and of one to ask about; -1 when there is none."""
    return _first(tape, _TELLING), _first(tape, _LACKING)


def _first(tape: Sequence[Row], kinds: Sequence[Kind]) -> int:
    for kind in kinds:
        for row in tape:
            if row[2] == kind and row[3] >= 0:
                return row[3]
    return -1
