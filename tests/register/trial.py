"""Every example tried both ways, and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from escrow.clauses import Catalogue
from tests.register.answers import Answer, column, one
from tests.register.compare import agrees, shown
from tests.register.examples import Example
from tests.register.names import Book
from tests.register.question import Question, Unmapped, asked


@dataclass(frozen=True)
class Failure:
    """An example that did not come out, and how it was tried."""

    example: Example
    way: str
    found: str

    def __str__(self) -> str:
        return f"{self.example} = {self.example.result}\n    {self.way}: {self.found}"


def failures(catalogue: Catalogue, examples: Iterable[Example], book: Book) -> Iterator[Failure]:
    """What goes wrong: an input nobody mapped, a case that differs, a column that differs from the case."""
    tried: list[tuple[Example, Question, Answer]] = []
    for example in examples:
        try:
            question = asked(example, book, catalogue)
        except Unmapped as fault:
            yield Failure(example, "not mapped", str(fault))
            continue
        answer = one(catalogue, question)
        if not agrees(answer, example.result, book.clauses[example.clause]):
            yield Failure(example, "one case", shown(answer))
        if not answer.fault:
            tried.append((example, question, answer))
    for group in _together(tried):
        answers = column(catalogue, [question for _, question, _ in group])
        for (example, _, wanted), found in zip(group, answers, strict=True):
            if found.fault or found.core != wanted.core:
                yield Failure(example, "column", f"{shown(found)}, as one case {shown(wanted)}")


def _together(tried: list[tuple[Example, Question, Answer]]) -> list[list[tuple[Example, Question, Answer]]]:
    """Cases that one column can hold: same clause, readings and parameters."""
    groups: dict[str, list[tuple[Example, Question, Answer]]] = {}
    for example, asks, answer in tried:
        groups.setdefault(f"{asks.clause} {asks.readings} {asks.parameters}", []).append(
            (example, asks, answer)
        )
    return list(groups.values())
