"""How much of a result rests on assumptions marked J: judgement, no public figure found (假设)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from escrow.behaviour import PURPOSES, Behaviour, Chance, Draw, QuantileTable, Split
from escrow.behaviour.quantile import ONE
from escrow.world import PopulationSpec
from escrow.world.population_notes import NOTES
from ledger.text import Text
from scenarios.analysis.sobol import Indices
from scenarios.spec import Scenario

JUDGED = "J"
STATED = "stated"
_POPULATION = "portfolio.generate"
_BEHAVIOUR = "behaviour"
_SPREADS = {
    "project": Text("项目间的差异", "how projects differ"),
    "platform": Text("平台间的差异", "how platforms differ"),
    "enterprise": Text("企业间的差异", "how enterprises differ"),
}
_IDLE_LOANS = ("loans.principal", "loans.fee_rate", "loans.interest_rate")


class Assumption(NamedTuple):
    """One belief at work in a scenario: its path, label, value, and quality A to K, J or `stated`."""

    path: str
    title: Text
    value: str
    quality: str


class Judged(NamedTuple):
    """Every belief at work, and the share of explained variance that rests on J where it is known."""

    assumptions: tuple[Assumption, ...]
    variance: float | None = None

    @property
    def j(self) -> tuple[Assumption, ...]:
        """Those that are judgement."""
        return tuple(each for each in self.assumptions if each.quality == JUDGED)

    def count(self, quality: str) -> int:
        """How many have this quality."""
        return sum(each.quality == quality for each in self.assumptions)


def judged(scenario: Scenario, found: Indices | None = None) -> Judged:
    """The beliefs that can move the scenario's outcome: what is drawn, or set apart from the plain default.

    What the scenario states in place of a documented default is `stated`: its source is the author's.
    """
    known = [*_behaviour(scenario), *_population(scenario)]
    return Judged(tuple(known), None if found is None else variance_on(known, found))


def variance_on(known: Sequence[Assumption], found: Indices) -> float | None:
    """The first-order share of the axes that are judged beliefs; None where the axes explain nothing."""
    quality = {each.path: each.quality for each in known}
    shares = {axis: max(index.value, 0.0) for axis, index in zip(found.axes, found.first, strict=True)}
    total = sum(shares.values())
    if not total:
        return None
    return sum(share for axis, share in shares.items() if _quality(axis, quality) == JUDGED) / total


def _quality(axis: str, known: Mapping[str, str]) -> str:
    """The quality of the default behind an axis; "" for a parameter or a reading of the policy."""
    bare = axis.removeprefix(f"{_BEHAVIOUR}.")
    if bare.split(".")[0] in PURPOSES:
        return PURPOSES[bare.split(".")[0]].quality
    notes = {f"{_POPULATION}.{note.key}": note.quality for note in NOTES}
    return notes.get(axis, known.get(axis, ""))


def _behaviour(scenario: Scenario) -> list[Assumption]:
    if scenario.behaviour is None:
        return []
    meant = scenario.behaviour.to_escrow()
    bundle = Behaviour.district() if scenario.behaviour.base == "district" else Behaviour.certain()
    drawn = [
        Assumption(
            f"{_BEHAVIOUR}.{name}",
            purpose.label,
            _say(meant.draws[name]),
            purpose.quality if meant.draws[name] == bundle.draws[name] else STATED,
        )
        for name, purpose in PURPOSES.items()
        if varies(meant.draws[name]) or meant.draws[name] != purpose.certain
    ]
    return [*drawn, *_together(meant, bundle)]


def _together(meant: Behaviour, bundle: Behaviour) -> list[Assumption]:
    """How projects, platforms and enterprises differ, and which draws are shared: judgement too."""
    found = [
        Assumption(
            f"{_BEHAVIOUR}.effects.{name}",
            _SPREADS[name],
            str(spread),
            JUDGED if spread == getattr(bundle.spread, name) else STATED,
        )
        for name in _SPREADS
        if (spread := getattr(meant.spread, name))
    ]
    for name, shared in meant.shared.items():
        quality = JUDGED if bundle.shared.get(name) == shared else STATED
        found.append(
            Assumption(f"{_BEHAVIOUR}.shared.{name}", PURPOSES[name].label, shared.chance.say(), quality)
        )
    return found


def varies(draw: Draw) -> bool:
    """Whether chance decides anything."""
    if isinstance(draw, Chance):
        return 0 < draw.at < ONE
    if isinstance(draw, Split):
        return len(draw.parts) > 1
    return draw.lowest != draw.highest


def _say(draw: Draw) -> str:
    return draw.say() if isinstance(draw, Chance | QuantileTable) else str(len(draw.parts))


def _population(scenario: Scenario) -> list[Assumption]:
    spec = scenario.portfolio.generate
    if spec is None:
        return []
    meant, usual = spec.to_escrow(), PopulationSpec()
    return [
        Assumption(
            f"{_POPULATION}.{note.key}",
            note.label,
            note.value(meant),
            note.quality if note.value(meant) == note.value(usual) else STATED,
        )
        for note in NOTES
        if not _asleep(note.key, meant)
    ]


def _asleep(key: str, meant: PopulationSpec) -> bool:
    """Whether nothing of the scenario asks for it."""
    if key in _IDLE_LOANS or key == "loans.chance":
        return not meant.loans.chance.at
    return (key == "joining.uptake" and meant.joining is None) or (key == "bunched" and not meant.bunched.at)
