"""What each ambiguity costs: every option of every reading against the scenario's own, on the same worlds."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from escrow.catalogue import Policy, Reading, Resolved
from ledger.text import Text
from scenarios.analysis.measures import Measure, measure, usual
from scenarios.analysis.problems import NoSuchReading
from scenarios.analysis.sides import Side, level, move
from scenarios.spec.guess import near
from scenarios.statistics import CONFIDENCE, Difference, Estimate, Several, several
from scenarios.sweep.results import Results

Point = Mapping[str, str]
Runner = Callable[[Sequence[Point]], Results]
"""Points (what each changes in the scenario) to results on common worlds, in the same order."""
Refused = Callable[[Point], Text | None]
"""Why a scenario refuses to run with these changes; None when it does not."""

MONEY = ("public_net_fen", "platform_income_fen", "enterprise_net_fen")
BESIDE = ("committed_unpaid_fen", "pool_depleted", "completed")
PRESET = "preset"


class Priced(NamedTuple):
    """One option, or a preset: what it changes, by measure, in the order of `Prices.measures`."""

    reading: str
    option: str
    title: Text
    means: Text
    differences: tuple[Difference, ...]

    @property
    def stake(self) -> float:
        """The money that hangs on it: the largest change of what treasury, platforms or enterprises have."""
        return max(abs(each.estimate.value) for each in self.differences[: len(MONEY)])

    @property
    def idle(self) -> bool:
        """Whether it changes nothing in any replication."""
        return all(each.estimate.value == 0 == each.estimate.error for each in self.differences)


class Impossible(NamedTuple):
    """An option that cannot be priced, and why."""

    reading: str
    option: str
    why: Text


class Prices(NamedTuple):
    """All prices, dearest first; those that change nothing and those that cannot be had beside them."""

    preset: str
    readings: Mapping[str, str]
    measures: tuple[Measure, ...]
    base: tuple[Estimate, ...]
    replications: int
    options: tuple[Priced, ...]
    presets: tuple[Priced, ...]
    impossible: tuple[Impossible, ...]
    judged: Several
    confidence: float


class Asked(NamedTuple):
    """One price asked for: the point it needs, and what it is called."""

    reading: str
    option: str
    title: Text
    means: Text

    @property
    def point(self) -> dict[str, str]:
        """What it changes, by its full path: a behaviour may have the name of a reading."""
        where = self.reading if self.reading == PRESET else f"readings.{self.reading}"
        return {where: self.option}


_PRESETS = Text("读法预设", "preset of readings")


def price(
    resolved: Resolved,
    run: Runner,
    refused: Refused,
    names: Sequence[str] = (),
    confidence: float = CONFIDENCE,
) -> Prices:
    """Runs the scenario as it stands and with each option, and compares replication by replication."""
    asked, impossible = _asked(resolved, names)
    presets = [] if names else _presets(resolved)
    kept = []
    for each in (*asked, *presets):
        why = refused(each.point)
        if why is None:
            kept.append(each)
        else:
            impossible.append(Impossible(each.reading, each.option, why))
    results = run([{}, *(each.point for each in kept)])
    return _prices(resolved, results, kept, impossible, confidence)


def _asked(resolved: Resolved, names: Sequence[str]) -> tuple[list[Asked], list[Impossible]]:
    asked, impossible = [], []
    for name in names or resolved.policy.readings:
        reading = _reading(resolved.policy, name)
        for option, row in reading.options.items():
            if option == resolved.readings[name]:
                continue
            if row.works:
                asked.append(Asked(name, option, reading.title, row.means))
            else:
                impossible.append(Impossible(name, option, row.why_not or row.means))
    return asked, impossible


def _reading(policy: Policy, name: str) -> Reading:
    if name not in policy.readings:
        raise NoSuchReading(name=name, near=near(name, policy.readings))
    return policy.readings[name]


def _presets(resolved: Resolved) -> list[Asked]:
    others = [name for name in resolved.policy.presets if name != resolved.preset]
    return [Asked(PRESET, name, _PRESETS, Text(name, name)) for name in others]


def _prices(
    resolved: Resolved,
    results: Results,
    kept: Sequence[Asked],
    impossible: Sequence[Impossible],
    confidence: float,
) -> Prices:
    base = Side(results, 0)
    measures = _measures(results)
    priced = [
        Priced(*each, tuple(move(Side(results, place), base, m, True, confidence) for m in measures))
        for place, each in enumerate(kept, 1)
    ]
    ranked = sorted(priced, key=lambda each: (-each.stake, each.reading, each.option))
    money = [each.differences[place].estimate for each in ranked for place in range(len(MONEY))]
    return Prices(
        resolved.preset,
        resolved.readings,
        measures,
        tuple(level(base, each, confidence) for each in measures),
        int(base.valid.sum()),
        tuple(each for each in ranked if each.reading != PRESET),
        tuple(each for each in ranked if each.reading == PRESET),
        tuple(impossible),
        several(money, confidence),
        confidence,
    )


def _measures(results: Results) -> tuple[Measure, ...]:
    return (*(measure(name, results) for name in MONEY), *usual(results, BESIDE))
