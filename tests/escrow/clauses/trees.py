"""Random clauses and cases for properties: trees of the oracle and facts in fen."""

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from escrow.clauses.clause import Clause
from escrow.clauses.facts import ReadFacts
from tests.escrow.clauses.oracle import Tree, said, written
from tests.escrow.clauses.small import clause, guard

FEN = st.one_of(st.integers(0, 500), st.integers(0, 10**11))
RATIOS = st.builds(Fraction, st.integers(0, 200), st.sampled_from((1, 2, 3, 7, 100, 1000)))
PERCENTS = st.integers(0, 300).map(lambda n: Fraction(n, 100))
LEAVES: st.SearchStrategy[Tree] = st.one_of(
    st.sampled_from((("fact", "cost"), ("fact", "other_cost"))),
    FEN.map(lambda fen: ("money", fen)),
    st.tuples(st.just("list"), st.just("costs"), FEN),
)


def _bigger(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.one_of(
        st.tuples(st.sampled_from(("+", "-", "min", "max")), inner, inner),
        st.tuples(st.just("*"), inner, RATIOS),
        st.tuples(st.just("part"), inner, inner, inner),
        st.tuples(st.just("if"), tests(inner), inner, inner),
    )


def tests(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Conditions on trees."""
    compared = st.tuples(st.sampled_from(("<", "<=", ">", ">=", "==")), inner, inner)
    return st.one_of(compared, st.tuples(st.just("grows"), PERCENTS))


AMOUNTS = st.recursive(LEAVES, _bigger, max_leaves=6)
GUARDS = st.lists(tests(LEAVES), max_size=2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("rate"), RATIOS),
        st.tuples(st.sampled_from(("minus", "at_least", "zero_below", "cap")), LEAVES),
    ),
    max_size=3,
)
CASES = st.fixed_dictionaries(
    {
        "cost": FEN,
        "other_cost": FEN,
        "costs": st.lists(FEN, max_size=4).map(tuple),
        "spend": st.tuples(FEN, FEN),
    }
).map(ReadFacts)


def step_row(step: Tree) -> dict[str, Any]:
    """A step as the catalogue would write it."""
    name, operand = step
    said_so = f"{operand.numerator} / {operand.denominator}" if name == "rate" else written(operand)
    return {name: said_so}


def made(guards: list[Tree], amount: Tree, steps: list[Tree], **keys: Any) -> Clause:
    """The clause that says this."""
    whens = [guard(said(each)) for each in guards]
    return clause(when=whens, amount=written(amount), steps=[step_row(each) for each in steps], **keys)
