"""What the report says about a claims run itself: inputs, head, commands."""

from collections.abc import Sequence
from dataclasses import dataclass

from escrow.claims.tape import ClaimKind
from escrow.tape import Row
from ledger.text import Text
from scenarios.claims.run import ClaimsResult


@dataclass(frozen=True, slots=True)
class ClaimsFacts:
    """One run in words: `told` is a claim worth a story, `asked` one that was not paid in full."""

    title: Text
    why: Text | None
    papers: tuple[tuple[str, Text, bool], ...]  # id, title, whether it is a draft
    readings: tuple[tuple[str, str], ...]
    amended: bool
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


def facts_of(result: ClaimsResult, command: str, scenario: str) -> ClaimsFacts:
    """The facts of a finished run; `scenario` is what was typed."""
    prepared = result.prepared
    spec, papers = prepared.scenario, prepared.catalogue.papers
    ids = [plan.id for plan in prepared.portfolio.claims]
    told, asked = _first(result.tape, _TELLING), _first(result.tape, _LACKING)
    return ClaimsFacts(
        title=spec.title,
        why=spec.why,
        papers=tuple((name, papers[name].title, papers[name].status == "draft") for name in spec.papers),
        readings=tuple(sorted(spec.readings.items())),
        amended=spec.overlay is not None,
        first_on=spec.horizon.from_.isoformat(),
        last_on=spec.horizon.to.isoformat(),
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


_TELLING = (ClaimKind.CLAWED_BACK, ClaimKind.SETTLED, ClaimKind.AWARDED, ClaimKind.FILED)
_LACKING = (ClaimKind.REFUSED, ClaimKind.STOPPED, ClaimKind.COMMITTED_UNPAID, ClaimKind.FILED)


def _first(tape: Sequence[Row], kinds: Sequence[ClaimKind]) -> int:
    return next((row[3] for kind in kinds for row in tape if row[2] == kind and row[3] >= 0), -1)
