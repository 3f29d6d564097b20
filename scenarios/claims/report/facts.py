"""What the report says about a claims run itself: inputs, head, commands."""

from dataclasses import dataclass

from escrow.claims.tape import ClaimKind
from ledger.text import Text
from scenarios.claims.run import ClaimsResult
from scenarios.report.facts import Facts, first_of, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFacts(Facts):
    """A run of claims; `told` and `asked` are claims."""

    papers: tuple[tuple[str, Text, bool], ...]  # id, title, whether it is a draft
    amended: bool


def facts_of(result: ClaimsResult, command: str, scenario: str) -> ClaimsFacts:
    """The facts of a finished run; `scenario` is what was typed."""
    prepared = result.prepared
    spec, papers = prepared.scenario, prepared.catalogue.papers
    ids = [plan.id for plan in prepared.portfolio.claims]
    told, asked = first_of(result.tape, _TELLING), first_of(result.tape, _LACKING)
    return ClaimsFacts(
        **shared(result, command, scenario, ids, told, asked),
        papers=tuple((name, papers[name].title, papers[name].status == "draft") for name in spec.papers),
        amended=spec.overlay is not None,
    )


_TELLING = (ClaimKind.CLAWED_BACK, ClaimKind.SETTLED, ClaimKind.AWARDED, ClaimKind.FILED)
_LACKING = (ClaimKind.REFUSED, ClaimKind.STOPPED, ClaimKind.COMMITTED_UNPAID, ClaimKind.FILED)
