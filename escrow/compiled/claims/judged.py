"""Rulings of many replications at once: each clause judges all its claims as columns.

What columns do not tell is asked of the clause itself, case by case: why an application fails and what is
missing, caps of limits, payers and stages that hang on the facts of a case.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from escrow.claims.terms import Ruling
from escrow.clauses import Clause, ReadFacts
from escrow.clauses.column import columns_of
from escrow.clauses.columns import PASSED, evaluate_columns
from escrow.clauses.problems import MissingFact, NotInColumns
from escrow.compiled.claims.pack import Files
from ledger.problem import Problem

Place = tuple[int, int]  # number of the replication, place of the claim in it
FEWEST = 8  # below this, columns cost more than the cases


def rulings_of(files: Sequence[Files]) -> list[list[Ruling]]:
    """The ruling on every claim of every replication, as long as nothing was granted before."""
    places: dict[str, list[Place]] = defaultdict(list)
    for number, each in enumerate(files):
        for place, plan in enumerate(each.plans):
            places[plan.clause].append((number, place))
    found: dict[Place, Ruling] = {}
    for name, rows in places.items():
        found.update(zip(rows, _judged(files, files[0].book.catalogue.clauses[name], rows), strict=True))
    return [[found[number, place] for place in range(len(each.plans))] for number, each in enumerate(files)]


def _judged(files: Sequence[Files], clause: Clause, rows: Sequence[Place]) -> list[Ruling]:
    """The rulings of one clause, as columns where it can be."""
    if len(rows) >= FEWEST and not clause.row.limits and _one_shape(clause):
        judged = _columns(files, clause, rows)
        if judged is not None:
            return judged
    return [one_ruling(files[number], place) for number, place in rows]


def one_ruling(files: Files, place: int) -> Ruling:
    """The ruling on one claim, asked of the clause itself."""
    day = files.plans[place].applied_day
    return files.book.rule(files.clauses[place], files.ruled_on(place), day)


def _columns(files: Sequence[Files], clause: Clause, rows: Sequence[Place]) -> list[Ruling] | None:
    """The rulings by columns; None when some case does not state what the clause asks for."""
    used = clause.facts_used
    facts = [files[number].ruled_on(place) for number, place in rows]
    stated = [ReadFacts({name: value for name, value in each.items() if name in used}) for each in facts]
    days = np.array([files[number].plans[place].applied_day for number, place in rows], dtype=np.int64)
    readings = files[0].book.readings.get(clause.id)
    try:
        result = evaluate_columns(clause, columns_of(clause.facts, stated), len(rows), days, readings)
    except (MissingFact, NotInColumns):
        return None
    except Problem:
        return None  # one case is at fault: it says so itself
    assert result.amount_fen is not None
    amounts, passed = result.amount_fen.tolist(), (result.failed == PASSED).tolist()
    model = next((at for at, fen in enumerate(amounts) if passed[at] and fen), None)
    shape = Ruling(0) if model is None else one_ruling(files[rows[model][0]], rows[model][1])
    known: dict[int, Ruling] = {}
    found = []
    for at, row in enumerate(rows):
        if not passed[at]:
            found.append(one_ruling(files[row[0]], row[1]))
            continue
        if amounts[at] not in known:
            known[amounts[at]] = Ruling(
                amounts[at], stages=shape.stages, payers=shape.payers, odd_to=shape.odd_to
            )
        found.append(known[amounts[at]])
    return found


def _one_shape(clause: Clause) -> bool:
    """Whether every award of the clause is paid by the same levels in the same stages."""
    trees = clause.trees
    nodes = [*trees.payers.values()]
    nodes += [node for stage in trees.stages for node in stage if node is not None]
    names = set().union(*(node.names() for node in nodes))
    dated = {name for name, each in clause.parameters.items() if len(each.values) > 1}
    return not names & (set(clause.facts) | dated | {"on"})
