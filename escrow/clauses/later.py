"""Tests that a clause keeps for after the payment: the yearly re-check, and what claws a stage back."""

from escrow.clauses.clause import Clause
from escrow.clauses.environment import Environment
from escrow.clauses.exact import Undefined
from escrow.clauses.facts import ReadFacts


def holds(clause: Clause, test: str, facts: ReadFacts, day: int) -> bool | None:
    """Whether `recheck` holds, or any stage's `claw_back`; None when the clause has no such test."""
    program = clause.program
    runs = [program.recheck] if test == "recheck" else [stage.claw_back for stage in program.stages]
    env = Environment(clause, facts, day, None, None)
    found = [run for run in runs if run is not None]
    if not found:
        return None
    try:
        return any(run(env) for run in found)
    except Undefined:
        return False


def recheck_years(clause: Clause, facts: ReadFacts, day: int) -> int:
    """For how many years the re-check is repeated; 0 without one."""
    run = clause.program.recheck_years
    return 0 if run is None else int(run(Environment(clause, facts, day, None, None)))
