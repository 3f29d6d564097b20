"""Behaviour: one choice for every purpose, with effects and shared draws."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from escrow.behaviour.chance import Chance, Draw, Split
from escrow.behaviour.cover import COVER, LOAN
from escrow.behaviour.effects import Spread
from escrow.behaviour.insurers import Insurers
from escrow.behaviour.intake import INTAKE
from escrow.behaviour.problems import UnknownPurpose, WrongKind
from escrow.behaviour.purpose import Level, Purpose
from escrow.behaviour.quantile import QuantileTable
from escrow.behaviour.stage import MONEY, WORK

_D = TypeVar("_D", Chance, QuantileTable, Split)

PURPOSES: Mapping[str, Purpose] = MappingProxyType(
    {purpose.name: purpose for purpose in (*INTAKE, *WORK, *MONEY, *COVER, *LOAN)}
)


class Group(StrEnum):
    """Whose draw may be shared: the project's over all its stages, its enterprise's, platform's, all's.

    `risk` is the project's effect on failure: who shares it meets the bad draws with the risky projects.
    """

    PROJECT = "project"
    ENTERPRISE = "enterprise"
    PLATFORM = "platform"
    DISTRICT = "district"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Shared:
    """Correlation: with `chance` the group's draw is taken instead of one's own."""

    group: Group
    chance: Chance


@dataclass(frozen=True)
class Behaviour:
    """What everybody does: a draw for every purpose. Raises UnknownPurpose, WrongKind."""

    draws: Mapping[str, Draw]
    spread: Spread = field(default_factory=Spread)
    shared: Mapping[str, Shared] = field(default_factory=dict)
    insurers: Insurers | None = None

    def __post_init__(self) -> None:
        for name, draw in self.draws.items():
            _check(purpose_of(name), draw)
        for name in self.shared:
            purpose_of(name)

    @classmethod
    def certain(cls) -> "Behaviour":
        """Every delay its documented default, every outcome a success, nobody insured by chance."""
        return cls({name: purpose.certain for name, purpose in PURPOSES.items()})

    @classmethod
    def district(cls) -> "Behaviour":
        """The stochastic district of docs/behaviour.md: assumptions to start from, not calibrated."""
        return cls(
            {name: purpose.district for name, purpose in PURPOSES.items()},
            Spread(project=60, platform=50, enterprise=30),
            {"insured": Shared(Group.RISK, Chance.of("30%"))},
        )

    def but(
        self,
        draws: Mapping[str, Draw] | None = None,
        spread: Spread | None = None,
        shared: Mapping[str, Shared] | None = None,
        insurers: Insurers | None = None,
    ) -> "Behaviour":
        """The same behaviour with some draws, effects, shared draws or the insurers stated anew."""
        return replace(
            self,
            draws={**self.draws, **(draws or {})},
            spread=spread or self.spread,
            shared={**self.shared, **(shared or {})},
            insurers=insurers or self.insurers,
        )

    def table(self, name: str) -> QuantileTable:
        """The quantile table of a purpose. Raises UnknownPurpose, WrongKind."""
        return _of_kind(QuantileTable, name, self.draws)

    def chance(self, name: str) -> Chance:
        """The chance of a purpose. Raises UnknownPurpose, WrongKind."""
        return _of_kind(Chance, name, self.draws)

    def split(self, name: str) -> Split:
        """The split of a purpose. Raises UnknownPurpose, WrongKind."""
        return _of_kind(Split, name, self.draws)

    def normal(self) -> dict[str, object]:
        """As plain integers and texts, for digests."""
        plain: dict[str, object] = {
            "draws": {name: _plain(draw) for name, draw in sorted(self.draws.items())},
            "shared": {name: [s.group.value, s.chance.at] for name, s in sorted(self.shared.items())},
            "spread": self.spread.normal(),
        }
        return plain if self.insurers is None else {**plain, "insurers": self.insurers.normal()}


def purpose_of(name: str) -> Purpose:
    """The purpose of that name. Raises UnknownPurpose with names like it."""
    if name not in PURPOSES:
        hint = get_close_matches(name, PURPOSES, n=3, cutoff=0.5) or sorted(PURPOSES)
        raise UnknownPurpose(purpose=name, hint=", ".join(hint))
    return PURPOSES[name]


def names(level: Level) -> tuple[str, ...]:
    """The purposes drawn at a level."""
    return tuple(name for name, purpose in PURPOSES.items() if purpose.level is level)


def _of_kind(kind: type[_D], name: str, draws: Mapping[str, Draw]) -> _D:
    draw = draws[purpose_of(name).name]
    if not isinstance(draw, kind):
        raise WrongKind(purpose=name, why=type(draw).__name__, expected=kind.__name__)
    return draw


def _check(purpose: Purpose, draw: Draw) -> None:
    kind = type(purpose.certain)
    if not isinstance(draw, kind):
        raise WrongKind(purpose=purpose.name, why=type(draw).__name__, expected=kind.__name__)
    if not isinstance(draw, QuantileTable):
        return
    if draw.lowest < purpose.lowest or draw.highest > purpose.highest:
        bounds = f"{purpose.lowest} ... {purpose.highest} ({purpose.unit})"
        raise WrongKind(purpose=purpose.name, why=draw.say(), expected=bounds)


def _plain(draw: Draw) -> object:
    if isinstance(draw, Chance):
        return draw.at
    pairs = draw.parts if isinstance(draw, Split) else draw.knots
    return [[int(a), int(b)] for a, b in pairs]
