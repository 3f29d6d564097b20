"""Rules on awards that meet: of whole papers (从优从高不重复, 补足差额) and of groups of clauses."""

from collections.abc import Mapping, Sequence

from escrow.claims.terms import StackRule
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.environment import Environment
from escrow.clauses.facts import ReadFacts

Readings = Mapping[str, Mapping[str, str]]  # clause -> reading -> option chosen


def rules_of(
    catalogue: Catalogue, papers: Sequence[str], clauses: Sequence[Clause], readings: Readings
) -> tuple[StackRule, ...]:
    """The rules of the papers as they are read, then of the groups, in the order of the catalogue."""
    return (*_of_papers(catalogue, papers, clauses, readings), *_of_groups(clauses))


def _of_papers(
    catalogue: Catalogue, papers: Sequence[str], clauses: Sequence[Clause], readings: Readings
) -> list[StackRule]:
    found = []
    for paper in papers:
        for row in catalogue.papers[paper].stacking:
            clause, across = catalogue.clauses[row.clause], row.across or (paper,)
            if not row.holds({**clause.readings, **readings.get(clause.id, {})}):
                continue
            found.append(
                StackRule(
                    citation=clause.citation,
                    members=frozenset(
                        each.id for each in clauses if each.paper.id in across and each.id not in row.except_
                    ),
                    per=row.per,
                    pick=row.pick,
                    from_day=row.from_.toordinal() if row.from_ else 0,
                )
            )
    return found


def _of_groups(clauses: Sequence[Clause]) -> list[StackRule]:
    groups: dict[str, list[Clause]] = {}
    for each in clauses:
        if each.row.stack:
            groups.setdefault(each.row.stack.group, []).append(each)
    return [_of_group(members) for members in groups.values()]


def _of_group(members: Sequence[Clause]) -> StackRule:
    first, row = members[0], members[0].row.stack
    assert row is not None
    run = first.program.total_cap
    cap = None if run is None else int(run(Environment(first, ReadFacts(), first.term[0], None, None)))
    ids = frozenset(each.id for each in members)
    return StackRule(first.citation, ids, row.per, row.pick, total_cap_fen=cap)
