"""The Pareto set: policies that no other one beats in everything one cares about."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from scenarios.analysis.measures import Measure, measure
from scenarios.analysis.problems import BadAim
from scenarios.analysis.sides import Side, level, move
from scenarios.statistics import CONFIDENCE, Estimate
from scenarios.sweep.results import Results

USUAL_AIMS = ("public_net_fen:min", "pool_depleted:min", "leverage:max")


class Aim(NamedTuple):
    """One outcome, and whether less (-1) or more (+1) of it is wanted."""

    measure: Measure
    sign: int


class Place(NamedTuple):
    """A point with its estimates; `beaten_by` is empty on the frontier.

    `surely` says that the first that beats it does so in every aim beyond the interval of the difference.
    """

    point: int
    estimates: tuple[Estimate, ...]
    beaten_by: tuple[int, ...]
    surely: bool


class Frontier(NamedTuple):
    """The points on the frontier in the order of the first aim, then the others, by number."""

    aims: tuple[Aim, ...]
    best: tuple[Place, ...]
    beaten: tuple[Place, ...]
    unknown: tuple[int, ...]
    confidence: float


def aims(texts: Sequence[str], results: Results) -> tuple[Aim, ...]:
    """`NAME:min` and `NAME:max`; BadAim, NoSuchColumn."""
    found = []
    for text in texts:
        name, _, sense = text.partition(":")
        if sense not in ("min", "max"):
            raise BadAim(text=text)
        found.append(Aim(measure(name.strip(), results), 1 if sense == "max" else -1))
    return tuple(found)


def frontier(results: Results, wanted: Sequence[Aim], confidence: float = CONFIDENCE) -> Frontier:
    """Who beats whom by the estimates; ties beat nobody. Points with an unknown estimate stand aside."""
    table = [
        tuple(level(Side(results, point), aim.measure, confidence) for aim in wanted)
        for point in range(len(results.points))
    ]
    scores = [tuple(aim.sign * each.value for aim, each in zip(wanted, row, strict=True)) for row in table]
    known = [point for point, row in enumerate(scores) if not any(map(math.isnan, row))]
    beaten = {point: [other for other in known if _beats(scores[other], scores[point])] for point in known}
    best = [point for point in known if not beaten[point]]
    best.sort(key=lambda point: [-value for value in scores[point]])
    return Frontier(
        tuple(wanted),
        tuple(Place(point, table[point], (), False) for point in best),
        tuple(
            _beaten(results, wanted, point, table[point], [b for b in best if b in beaten[point]], confidence)
            for point in known
            if beaten[point]
        ),
        tuple(point for point in range(len(table)) if point not in known),
        confidence,
    )


def _beats(ours: tuple[float, ...], theirs: tuple[float, ...]) -> bool:
    return ours != theirs and all(mine >= other for mine, other in zip(ours, theirs, strict=True))


def _beaten(
    results: Results,
    wanted: Sequence[Aim],
    point: int,
    row: tuple[Estimate, ...],
    by: Sequence[int],
    confidence: float,
) -> Place:
    """Those of the frontier that beat it: one that does without doubt first, if there is any."""
    sure = next((other for other in by if _surely(results, wanted, other, point, confidence)), None)
    if sure is None:
        return Place(point, row, tuple(by), False)
    return Place(point, row, (sure, *(other for other in by if other != sure)), True)


def _surely(results: Results, wanted: Sequence[Aim], ours: int, theirs: int, confidence: float) -> bool:
    """Whether no aim's paired interval leaves room for the other order; alike in every world is no room."""
    for aim in wanted:
        found = move(Side(results, ours), Side(results, theirs), aim.measure, True, confidence).estimate
        least = found.low if aim.sign > 0 else -found.high
        if least < 0:
            return False
    return True
