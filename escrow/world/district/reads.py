"""What a clause asks for: its facts, the texts it knows, and whether books, a ladder or chance decide."""

from collections.abc import Mapping
from typing import NamedTuple

from escrow.clauses import Clause
from escrow.clauses.kinds import TEXT
from escrow.world.district.titles import rung_of

PREMIUMS = frozenset({"premium", "premiums"})
BOOKS = PREMIUMS | {"rd_spend", "revenue", "export_value", "export_usd", "loan_balance"}
ONCE = frozenset({"newly_recognised", "first_time", "rd_best_before"})
LEVELS = ("level", "levels", "held_title", "held_titles")
DECIDED = frozenset({"decided_amount", "decided_rate", "decided_amounts", "decided_per_step"})


class Reads(NamedTuple):
    """The facts a clause asks for, texts by fact, facts taken as given, and the fact that holds a level."""

    facts: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]
    given: frozenset[str]
    level: str
    stages: tuple[str, ...]

    @property
    def by_books(self) -> bool:
        """Whether the yearly books of a firm decide, so that no further chance is needed."""
        return bool(BOOKS & set(self.facts))

    @property
    def once(self) -> bool:
        """Whether it happens to a firm only once."""
        return bool(ONCE & set(self.facts))


def reads_of(clause: Clause) -> Reads:
    """What the clause asks for."""
    names = sorted(name for name in clause.trees.names() if name in clause.facts)
    texts = {name: _texts(clause, name) for name in names if clause.facts[name].kind.base == "text"}
    given = {name for name in names if clause.facts[name].row.default is not None} | set(clause.row.assume)
    levels = (name for name in LEVELS if name not in given and any(map(rung_of, texts.get(name, ()))))
    pay = clause.row.pay
    stages = tuple(dict.fromkeys(stage.event for stage in pay.stages)) if pay else ()
    return Reads(tuple(names), texts, frozenset(given), next(levels, ""), stages)


def _texts(clause: Clause, name: str) -> tuple[str, ...]:
    """The texts that the clause compares a fact with, in the order they are written."""
    options = dict.fromkeys(clause.facts[name].row.options)
    for node in (each for tree in clause.trees.nodes() for each in tree.walk()):
        if any(each.op == "name" and each.value == name for each in node.args):
            known = (each for each in node.args if each.op == "const" and each.kind.one == TEXT)
            options |= dict.fromkeys(str(each.value) for each in known)
    return tuple(options)
