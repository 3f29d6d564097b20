"""Envelopes of a run: what the papers print, or what a scenario says these claims may use of it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from escrow.claims.tape import Payer
from escrow.claims.terms import EnvelopeTerm
from escrow.clauses.clause import Clause
from escrow.clauses.environment import Environment
from escrow.clauses.facts import ReadFacts
from escrow.clauses.problems import MissingFact


@dataclass(frozen=True, slots=True)
class Budget:
    """What a scenario says of an envelope: fen of every year, fen by year, its share of a shortfall."""

    appropriated_fen: int | None = None
    by_year: Mapping[int, int] = field(default_factory=dict)
    revenue_share: Fraction = Fraction(1)


def used_envelopes(
    clauses: Sequence[Clause], claimed: Container[str], budgets: Mapping[str, Budget]
) -> tuple[Clause, ...]:
    """Envelopes that fund a claim or that the scenario names, and the totals they lie in.

    One whose amount depends on figures that nobody stated binds nothing.
    """
    rows = {each.id: each for each in clauses if each.row.envelope and each.row.pays == "envelope"}
    wanted = {name for name, each in rows.items() if name in budgets or _funds(each, claimed)}
    for name in list(wanted):
        while name := _within(rows.get(name)):
            wanted.add(name)
    return tuple(each for name, each in rows.items() if name in wanted and (name in budgets or _known(each)))


def _funds(clause: Clause, claimed: Container[str]) -> bool:
    row = clause.row.envelope
    return row is not None and any(each in claimed for each in row.funds)


def _within(clause: Clause | None) -> str:
    row = clause.row.envelope if clause else None
    return (row.within if row else None) or ""


def _known(clause: Clause) -> bool:
    try:
        _printed(clause, None)
    except MissingFact:
        return False
    return True


def envelopes_of(
    clauses: Sequence[Clause],
    budgets: Mapping[str, Budget],
    years: Sequence[int],
    readings: Mapping[str, Mapping[str, str]],
) -> tuple[EnvelopeTerm, ...]:
    """The envelopes in the order of the clauses; a `within` outside the papers of the run binds nothing."""
    numbers = {each.id: number for number, each in enumerate(clauses)}
    return tuple(_term(each, budgets.get(each.id, Budget()), years, readings, numbers) for each in clauses)


def _term(
    clause: Clause,
    budget: Budget,
    years: Sequence[int],
    readings: Mapping[str, Mapping[str, str]],
    numbers: Mapping[str, int],
) -> EnvelopeTerm:
    row = clause.row.envelope
    assert row is not None
    stated = budget.appropriated_fen
    amount = _printed(clause, readings.get(clause.id)) if stated is None else stated
    own = years if row.years == "every" or not row.years else [each for each in years if each in row.years]
    amounts = dict.fromkeys(own or (years if stated is not None else ()), amount)
    amounts.update({year: fen for year, fen in budget.by_year.items() if year in years})
    return EnvelopeTerm(
        id=clause.id,
        citation=clause.citation,
        amounts=tuple(sorted(amounts.items())),
        owner=_owner(clause),
        within=numbers.get(row.within or "", -1),
        floor=row.floor,
        revenue_share=budget.revenue_share,
    )


def _printed(clause: Clause, readings: Mapping[str, str] | None) -> int:
    run = clause.program.envelope
    assert run is not None
    return int(run(Environment(clause, ReadFacts(), clause.term[0], readings, None)))


def _owner(clause: Clause) -> Payer:
    payers = clause.row.pay.payers if clause.row.pay else {}
    return Payer[next(iter(payers)).upper()] if payers else Payer.DISTRICT
