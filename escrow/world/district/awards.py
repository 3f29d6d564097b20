"""What the members of a district could get under one paper, the rest of the world held still."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from escrow.behaviour import Chance
from escrow.clauses import Catalogue, Clause
from escrow.world.district.claims import ENTERPRISES, filed_under
from escrow.world.district.district import District
from escrow.world.district.filing import Candidate, Filing, Year, best
from escrow.world.district.reads import reads_of

_ALL, _NONE = Chance.of("100%"), Chance.of("0%")


def awards_of(
    district: District,
    catalogue: Catalogue,
    papers: Sequence[str],
    year: int,
    on: date | None = None,
    filing: Filing | None = None,
    terms: Mapping[str, Clause] | None = None,
) -> Iterator[Candidate]:
    """Every award of a year if all who could would file: the best of each matter, and what adds to it.

    Books and events are those of `year`. Clauses are asked on the day `on`, or, without it, on a day of
    their own term, so that papers of different years meet the same enterprises. The term is that of the
    clause of the same id in `terms`, where there is one: what an amendment repeals is asked when it is gone.
    """
    everybody = replace(filing or Filing(), applies=_ALL, vain=_NONE)
    found: dict[tuple[int, str], list[Candidate]] = defaultdict(list)
    for clause in filed_under(catalogue, papers):
        dated = (terms or {}).get(clause.id, clause)
        day = on.toordinal() if on else inside(dated, date(year, 6, 30).toordinal())
        if clause.row.recipient in ENTERPRISES:
            asked = Year(district, catalogue, everybody, clause, reads_of(clause), year, day, day, day)
            for each in asked.candidates():
                found[each.firm, clause.matter].append(each)
    for candidates in found.values():
        yield from best(candidates)[0]


def inside(clause: Clause, day: int) -> int:
    """The day itself when the clause is in force, else the nearest day of its term."""
    first, last = clause.term
    return min(max(day, first), last)
