"""What the report says about the run itself: inputs, stamps, head, commands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from escrow.tape import Kind, Row
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.run import RunResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One run in words: `command` is the exact line that repeats it, `head` is SEQ:DIGEST.

    `told` is a project (or claim) worth a story, `asked` one that did not get all it might have got; empty
    when there is none.
    """

    title: Text
    why: Text | None
    readings: tuple[tuple[str, str], ...]
    first_on: str
    last_on: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts(Facts):
    """A run of the scheme."""

    policy: Text
    preset: str
    overridden: tuple[str, ...]
    hypothetical: bool
    as_of: str | None


def facts_of(result: "RunResult", command: str, scenario: str) -> RunFacts:
    """The facts of a finished run; `scenario` is what was typed, empty for the baseline."""
    prepared, spec = result.prepared, result.prepared.scenario
    resolved = prepared.resolved
    told, asked = worth_looking_at(result.tape)
    return RunFacts(
        **shared(result, command, scenario, [plan.id for plan in prepared.world.plans], told, asked),
        policy=resolved.policy.title,
        preset=resolved.preset,
        overridden=resolved.overridden if spec.overrides else (),
        hypothetical=resolved.hypothetical,
        as_of=spec.as_of.isoformat() if spec.as_of else None,
    )


def shared(
    result: Any, command: str, scenario: str, ids: Sequence[str], told: int, asked: int
) -> dict[str, Any]:
    """What the facts of every finished run have; `told` and `asked` are serials, -1 for none."""
    prepared, spec = result.prepared, result.prepared.scenario
    return {
        "title": spec.title,
        "why": spec.why,
        "readings": tuple(sorted(spec.readings.items())),
        "first_on": spec.horizon.from_.isoformat(),
        "last_on": spec.horizon.to.isoformat(),
        "seed": spec.seed,
        "replication": prepared.replication,
        "head": str(result.head),
        "ledger": result.ledger,
        "out": str(result.out or ""),
        "command": command,
        "recognised": result.recognised,
        "scenario": scenario,
        "told": ids[told] if told >= 0 else "",
        "asked": ids[asked] if asked >= 0 else "",
    }


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
    return first_of(tape, _TELLING), first_of(tape, _LACKING)


def first_of(tape: Sequence[Row], kinds: Sequence[int]) -> int:
    """The serial of the first row of the first kind that the tape has; -1 when it has none of them."""
    return next((row[3] for kind in kinds for row in tape if row[2] == kind and row[3] >= 0), -1)
