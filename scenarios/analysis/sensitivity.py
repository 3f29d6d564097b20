"""What matters in these results: indices where the design gives them, else one knob at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from scenarios.analysis.measures import BRIEF, Measure, measure, usual
from scenarios.analysis.sobol import SALTELLI, Indices, design_of, indices
from scenarios.analysis.tornado import Tornado, tornado
from scenarios.statistics import CONFIDENCE
from scenarios.sweep.results import Results


class Matters(NamedTuple):
    """Indices or tornados by measure, and the measures that do not differ between the points."""

    sobol: tuple[Indices, ...]
    tornados: tuple[Tornado, ...]
    still: tuple[Measure, ...]


def what_matters(results: Results, names: Sequence[str] = (), confidence: float = CONFIDENCE) -> Matters:
    """Of the measures named, by default the headline ones; NoIndices, NoSuchColumn."""
    asked = [measure(name, results) for name in names] if names else usual(results, BRIEF)
    if design_of(results) == SALTELLI:
        found = {each: indices(results, each, confidence=confidence) for each in asked}
        still = tuple(each for each, made in found.items() if made is None)
        return Matters(tuple(made for made in found.values() if made), (), still)
    whole = {each: tornado(results, each, confidence) for each in asked}
    moving = {each: made for each, made in whole.items() if made.swings[0].width > 0}
    return Matters((), tuple(moving.values()), tuple(each for each in asked if each not in moving))
