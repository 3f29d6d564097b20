"""What the catalogue answers: one case, and the same as rows of a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from escrow.clauses import Catalogue
from ledger.problem import Problem
from tests.register.question import Question

REPEATS = 3


@dataclass(frozen=True)
class Answer:
    """An answer, or the fault that kept it from being given."""

    amount_fen: int | None = None
    value: int | Fraction | None = None
    outcome: str = ""
    said: tuple[str, ...] = ()
    stages_fen: tuple[int, ...] = ()
    fault: str = ""

    @property
    def core(self) -> tuple[object, ...]:
        """What a column tells too."""
        return self.amount_fen, self.value, self.outcome


def one(catalogue: Catalogue, question: Question) -> Answer:
    """The answer to a single case."""
    asked = question
    try:
        found = catalogue.evaluate(asked.clause, asked.facts, asked.on, asked.readings, asked.parameters)
    except Problem as problem:
        return Answer(fault=problem.say("en"))
    return Answer(
        amount_fen=found.amount_fen,
        value=found.value if found.amount_fen is None else None,
        outcome=found.outcome or "",
        said=(found.said("en"), found.said("zh")) if found.outcome else (),
        stages_fen=tuple(stage[-1] for stage in found.stages),
    )


def column(catalogue: Catalogue, questions: Sequence[Question]) -> list[Answer]:
    """Questions of one clause with the same readings and parameters as rows; each stands there repeatedly.

    The answer of a row is a fault where its repetitions differ.
    """
    first, rows = questions[0], [*questions] * REPEATS
    days = np.array([each.on.toordinal() for each in rows], dtype=np.int64)
    try:
        columns = catalogue.columns([each.facts for each in rows])
        found = catalogue.evaluate_columns(first.clause, columns, days, first.readings, first.parameters)
    except Problem as problem:
        return [Answer(fault=problem.say("en"))] * len(questions)
    answers = [
        Answer(
            amount_fen=None if found.amount_fen is None else int(found.amount_fen[row]),
            value=None
            if found.value_num is None or found.value_den is None
            else _value(int(found.value_num[row]), int(found.value_den[row])),
            outcome="" if found.outcome[row] < 0 else found.outcomes[found.outcome[row]],
        )
        for row in range(len(rows))
    ]
    size = len(questions)
    alike = [len({answers[at + size * turn] for turn in range(REPEATS)}) == 1 for at in range(size)]
    return [
        answers[at] if alike[at] else Answer(fault="the same row twice, two answers") for at in range(size)
    ]


def _value(num: int, den: int) -> int | Fraction:
    value = Fraction(num, den)
    return value.numerator if value.denominator == 1 else value
