"""The smallest or largest value of a knob that keeps a risk under a bound, by bisection on common worlds."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from ledger.text import Text
from scenarios.analysis.bound import Bound
from scenarios.analysis.readings import Runner
from scenarios.analysis.scale import at, ends
from scenarios.analysis.sides import Side
from scenarios.statistics import CONFIDENCE, Estimate
from scenarios.sweep.quantity import Scale

PROBES = 4
"""The range is first cut in so many parts, to see whether the risk moves one way."""


class Ending(StrEnum):
    """How a search ended."""

    FOUND = "found"
    EVERYWHERE = "everywhere"
    NOWHERE = "nowhere"
    OTHER_WAY = "other_way"


class Tried(NamedTuple):
    """One value with its estimate, and whether it keeps the bound."""

    step: int
    value: str
    estimate: Estimate
    keeps: bool
    surely: bool


class Solution(NamedTuple):
    """The answer with everything tried, in the order of the knob.

    `monotone` is false where the bound is kept, broken and kept again along what was tried.
    """

    knob: str
    scale: Scale
    bound: Bound
    smallest: bool
    ending: Ending
    answer: Tried | None
    next_to_it: Tried | None
    tried: tuple[Tried, ...]
    monotone: bool
    replications: int
    confidence: float


def solve(
    knob: str,
    scale: Scale,
    bound: Bound,
    run: Runner,
    *,
    smallest: bool = True,
    confidence: float = CONFIDENCE,
) -> Solution:
    """Judged on the estimates: the interval tells how sure one may be, and is reported beside them."""
    search = _Search(knob, scale, bound, run, confidence)
    search.ask(_probes(scale))
    ending = _ending(search.in_order(), smallest)
    if ending is Ending.FOUND:
        _bisect(search, smallest)
    tried = search.in_order()
    answer, beside = _answer(tried, smallest) if ending is not Ending.NOWHERE else (None, None)
    return Solution(
        knob,
        scale,
        bound,
        smallest,
        ending,
        answer,
        beside,
        tuple(tried),
        _changes(tried) <= 1,
        search.replications,
        confidence,
    )


class _Search:
    """What has been tried so far."""

    def __init__(self, knob: str, scale: Scale, bound: Bound, run: Runner, confidence: float) -> None:
        self._knob, self._scale, self._bound = knob, scale, bound
        self._run, self._confidence = run, confidence
        self._tried: dict[int, Tried] = {}
        self.replications = 0

    def ask(self, steps: Sequence[int]) -> None:
        """Try these values in one sweep."""
        new = [step for step in dict.fromkeys(steps) if step not in self._tried]
        texts = [at(self._scale, step).text() for step in new]
        results = self._run([{self._knob: text} for text in texts])
        self.replications = results.replications
        for place, (step, text) in enumerate(zip(new, texts, strict=True)):
            found = self._bound.estimate(Side(results, place), self._confidence)
            keeps = self._bound.keeps(found.value)
            sure = self._bound.surely(found)
            self._tried[step] = Tried(step, text, found, keeps, sure)

    def in_order(self) -> list[Tried]:
        """By the knob."""
        return [self._tried[step] for step in sorted(self._tried)]


def _probes(scale: Scale) -> list[int]:
    low, high = ends(scale)
    return [low + (high - low) * part // PROBES for part in range(PROBES + 1)]


def _ending(tried: Sequence[Tried], smallest: bool) -> Ending:
    """What the probes say: is there an edge between a value that breaks the bound and one that keeps it?"""
    if not any(each.keeps for each in tried):
        return Ending.NOWHERE
    if all(each.keeps for each in tried):
        return Ending.EVERYWHERE
    # The smallest value that keeps lies above one that does not; where none lies below, the end itself keeps.
    end = tried[0] if smallest else tried[-1]
    return Ending.OTHER_WAY if end.keeps else Ending.FOUND


def _edge(tried: Sequence[Tried], smallest: bool) -> tuple[Tried, Tried]:
    """The first that keeps, seen from the end asked for, and the one before it that does not."""
    line = tried if smallest else tried[::-1]
    place = next(number for number, each in enumerate(line) if each.keeps)
    return line[place], line[max(place - 1, 0)]


def _bisect(search: _Search, smallest: bool) -> None:
    while True:
        good, bad = _edge(search.in_order(), smallest)
        if abs(good.step - bad.step) <= 1:
            return
        search.ask([(good.step + bad.step) // 2])


def _answer(tried: Sequence[Tried], smallest: bool) -> tuple[Tried, Tried | None]:
    good, bad = _edge(tried, smallest)
    return good, None if bad is good else bad


def _changes(tried: Sequence[Tried]) -> int:
    return sum(one.keeps != two.keeps for one, two in pairwise(tried))


ENDINGS = {
    Ending.EVERYWHERE: Text(
        "区间内试过的每个值都守得住界限，答案就是区间的一端；要看界限在哪里，请放宽区间。",
        "Every value tried keeps the bound, so the answer is an end of the range; widen it to find the edge.",
    ),
    Ending.NOWHERE: Text(
        "区间内试过的值没有一个守得住界限：放宽区间，或放松界限。",
        "No value tried keeps the bound: widen the range, or loosen the bound.",
    ),
    Ending.OTHER_WAY: Text(
        "在所求的一端界限守得住，到另一端却守不住：风险的方向与所求相反。求最小请改为求最大，或反之。",
        "The bound is kept at the end asked for and broken further on: the risk moves the other way. Ask "
        "for the largest instead of the smallest, or the reverse.",
    ),
}
"""What each ending but the usual one means for the reader."""
