"""How many projects came how far, and the success rates (成功率)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from escrow.tape import Kind, Reason
from scenarios.metrics.subject import Line


@dataclass(frozen=True, slots=True)
class Counts:
    """Projects by how far they came; `refused` and `ended` by reason, milestones by outcome."""

    filed: int
    accepted: int
    refused: dict[int, int]
    approved: int
    funded: int
    completed: int
    ended: dict[int, int]
    running: int
    milestones_reached: int
    milestones_missed: int

    @property
    def success_rate(self) -> Fraction | None:
        """Completed of all funded or approved projects that have come to an end; None when none has."""
        over = self.completed + sum(self.ended.values())
        return Fraction(self.completed, over) if over else None

    @property
    def milestone_rate(self) -> Fraction | None:
        """Milestones reached of those judged; None when none was."""
        judged = self.milestones_reached + self.milestones_missed
        return Fraction(self.milestones_reached, judged) if judged else None


def counts(tape: Sequence[Line]) -> Counts:
    """Count projects and milestones on the tape."""
    approved = _projects(tape, Kind.APPROVED)
    completed = _projects(tape, Kind.PROJECT_COMPLETED)
    ended = {line.project: line.a for line in tape if line.kind == Kind.PROJECT_ENDED}
    refusals = {line.project: _refusal(line) for line in tape if _is_refusal(line)}
    return Counts(
        filed=len(_projects(tape, Kind.FILED)),
        accepted=len(_projects(tape, Kind.ACCEPTED)),
        refused=dict(sorted(Counter(refusals.values()).items())),
        approved=len(approved),
        funded=len(_projects(tape, Kind.POOL_PAID)),
        completed=len(completed),
        ended=dict(sorted(Counter(ended[serial] for serial in ended if serial in approved).items())),
        running=len(approved - completed - set(ended)),
        milestones_reached=_count(tape, Kind.MILESTONE_REACHED),
        milestones_missed=_count(tape, Kind.MILESTONE_MISSED),
    )


def _projects(tape: Sequence[Line], kind: Kind) -> set[int]:
    return {line.project for line in tape if line.kind == kind}


def _count(tape: Sequence[Line], kind: Kind) -> int:
    return sum(line.kind == kind for line in tape)


def _is_refusal(line: Line) -> bool:
    return line.kind == Kind.REFUSED or (line.kind == Kind.REVIEWED and not line.a)


def _refusal(line: Line) -> int:
    return line.a if line.kind == Kind.REFUSED else int(Reason.REVIEW_FAILED)
