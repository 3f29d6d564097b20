"""What differs between policies, on the same worlds where both sides have met them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from scenarios.analysis.measures import BRIEF, USUAL, Measure, measure, usual
from scenarios.analysis.pairing import Pairing, pairing
from scenarios.analysis.problems import NothingInCommon, TooFewPoints
from scenarios.analysis.sides import Side, level, move, side
from scenarios.statistics import CONFIDENCE, Difference, Estimate, Several, several
from scenarios.sweep.results import Results


class Line(NamedTuple):
    """One measure: both levels, and the difference `after` less `before`."""

    measure: Measure
    before: Estimate
    after: Estimate
    difference: Difference


class Pair(NamedTuple):
    """Two points with what they have in common and what differs."""

    before: Side
    after: Side
    pairing: Pairing
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Comparison:
    """Every pair compared, and points of either result that have no counterpart in the other."""

    pairs: tuple[Pair, ...]
    confidence: float
    judged: Several
    only_before: tuple[int, ...] = ()
    only_after: tuple[int, ...] = ()

    def holds(self, pair: int, line: int) -> bool:
        """Whether a difference stays clear when all of them are judged together."""
        return self.judged.holds[sum(len(each.lines) for each in self.pairs[:pair]) + line]


def compare_points(
    results: Results,
    names: Sequence[str] = (),
    baseline: int | None = None,
    confidence: float = CONFIDENCE,
) -> Comparison:
    """Every point of a result against its baseline (point 0 where it names none)."""
    if len(results.points) < 2:
        raise TooFewPoints
    chosen = baseline if baseline is not None else results.baseline or 0
    base = side(results, chosen)
    others = [Side(results, point) for point in range(len(results.points)) if point != chosen]
    return _compared([(base, other) for other in others], names, confidence)


def compare_results(
    before: Results, after: Results, names: Sequence[str] = (), confidence: float = CONFIDENCE
) -> Comparison:
    """Point by point where both have it; a result of a single point against every point of the other."""
    matched = _matched(before, after)
    if not matched:
        raise NothingInCommon(ours=len(before.points), theirs=len(after.points))
    found = _compared([(Side(before, one), Side(after, two)) for one, two in matched], names, confidence)
    left, right = ({pair[place] for pair in matched} for place in (0, 1))
    return Comparison(
        found.pairs,
        confidence,
        found.judged,
        tuple(point for point in range(len(before.points)) if point not in left),
        tuple(point for point in range(len(after.points)) if point not in right),
    )


def _matched(before: Results, after: Results) -> list[tuple[int, int]]:
    if len(before.points) == 1:
        return [(0, point) for point in range(len(after.points))]
    if len(after.points) == 1:
        return [(point, 0) for point in range(len(before.points))]
    places = {tuple(sorted(point.items())): number for number, point in enumerate(after.points)}
    keys = [tuple(sorted(point.items())) for point in before.points]
    return [(number, places[key]) for number, key in enumerate(keys) if key in places]


def _compared(sides: Sequence[tuple[Side, Side]], names: Sequence[str], confidence: float) -> Comparison:
    # A page of many points shows fewer measures of each.
    few = names or (USUAL if len(sides) == 1 else BRIEF)
    pairs = tuple(_pair(before, after, few, bool(names), confidence) for before, after in sides)
    every = [line.difference.estimate for line in chain.from_iterable(pair.lines for pair in pairs)]
    return Comparison(pairs, confidence, several(every, confidence))


def _pair(before: Side, after: Side, names: Sequence[str], must: bool, confidence: float) -> Pair:
    how = pairing(after, before)
    lines = tuple(
        Line(
            asked,
            level(before, asked, confidence),
            level(after, asked, confidence),
            move(after, before, asked, how.together, confidence),
        )
        for asked in _asked(before, after, names, must)
    )
    return Pair(before, after, how, lines)


def _asked(before: Side, after: Side, names: Sequence[str], must: bool) -> list[Measure]:
    if must:
        return [_both(name, before, after) for name in names]
    theirs = usual(after.results, names)
    return [each for each in usual(before.results, names) if each in theirs]


def _both(name: str, before: Side, after: Side) -> Measure:
    measure(name, after.results)
    return measure(name, before.results)
