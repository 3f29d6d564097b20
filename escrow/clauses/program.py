"""A clause's expressions compiled over one algebra: conditions, amount, steps, words."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from escrow.clauses.compile import Algebra, Run, compiled
from escrow.clauses.tree import Node
from escrow.clauses.trees import StepTree, Trees

Apply = Callable[[Any, Any], Any]


class Step(NamedTuple):
    """One operation: `apply(value, operand(env))` when `test(env)` holds."""

    code: str
    operand: Run
    apply: Apply
    test: Run | None


class Limit(NamedTuple):
    """A pool's cap and what it already paid."""

    cap: Run
    used: Run


class Outcome(NamedTuple):
    """The condition of a result in words, and the values its words show."""

    when: Run | None
    show: tuple[tuple[str, Run], ...]


class Stage(NamedTuple):
    """The compiled parts of a payment stage."""

    after_years: Run
    share: Run | None
    shares: Run | None
    claw_back: Run | None


class Program(NamedTuple):
    """Everything a clause computes."""

    assume: Mapping[str, Run]
    when: tuple[Run, ...]
    amount: Run | None
    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    envelope: Run | None
    total_cap: Run | None
    score: Run | None
    minimum: Run | None
    top: Run | None
    places: Mapping[str, Run]
    limits: tuple[Limit, ...]
    payers: Mapping[str, Run]
    stages: tuple[Stage, ...]
    recheck: Run | None
    recheck_years: Run | None

    @staticmethod
    def of(trees: Trees, algebra: Algebra) -> "Program":
        """The trees compiled over the algebra."""

        def run(node: Node) -> Run:
            return compiled(node, algebra)

        def maybe(node: Node | None) -> Run | None:
            return None if node is None else compiled(node, algebra)

        return Program(
            assume={name: run(node) for name, node in trees.assume.items()},
            when=tuple(run(node) for node in trees.when),
            amount=maybe(trees.amount),
            steps=tuple(_step(step, algebra) for step in trees.steps),
            outcomes=tuple(
                Outcome(maybe(each.when), tuple((name, run(node)) for name, node in each.show.items()))
                for each in trees.outcomes
            ),
            envelope=maybe(trees.envelope),
            total_cap=maybe(trees.total_cap),
            score=maybe(trees.score),
            minimum=maybe(trees.minimum),
            top=maybe(trees.top),
            places={name: run(node) for name, node in trees.places.items()},
            limits=tuple(Limit(run(each.cap), run(each.used)) for each in trees.limits),
            payers={name: run(node) for name, node in trees.payers.items()},
            stages=tuple(
                Stage(run(each.after_years), maybe(each.share), maybe(each.shares), maybe(each.claw_back))
                for each in trees.stages
            ),
            recheck=maybe(trees.recheck),
            recheck_years=maybe(trees.recheck_years),
        )


def _step(tree: StepTree, algebra: Algebra) -> Step:
    test = None if tree.test is None else compiled(tree.test, algebra)
    return Step(tree.code, compiled(tree.operand, algebra), operation(tree.code, tree.way, algebra), test)


def operation(code: str, way: str, algebra: Algebra) -> Apply:
    """What a step does with the value and its operand; the same words for one case and for columns."""
    call, zero = algebra.scalar, algebra.const(0)
    times, less, high, low, at_least, choose = (call[sign] for sign in ("*", "-", "max", "min", ">=", "if"))
    if code == "rate":
        return times
    if code in ("minus", "top_up"):
        return lambda value, other: high(zero, less(value, other))
    if code == "at_least":
        return high
    if code == "zero_below":
        return lambda value, other: choose(at_least(value, other), value, zero)
    if code == "cap":
        return low
    return lambda value, unit: call["round"](value, unit, way)


def pooled(short: str, algebra: Algebra) -> Callable[[Any, Any, Any], Any]:
    """What one award gets of a pool: (value, cap, used) -> value; `trim` and `prorate` give what is left."""
    call, zero = algebra.scalar, algebra.const(0)
    less, high, low, fits, choose = (call[sign] for sign in ("-", "max", "min", "<=", "if"))

    def trimmed(value: Any, cap: Any, used: Any) -> Any:
        return low(value, high(zero, less(cap, used)))

    def whole(value: Any, cap: Any, used: Any) -> Any:
        return choose(fits(value, high(zero, less(cap, used))), value, zero)

    return trimmed if short in ("trim", "prorate") else whole
