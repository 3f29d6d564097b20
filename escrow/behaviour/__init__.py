"""Behaviour: what people and offices do, stated as quantile tables, chances and splits."""

from escrow.behaviour.bundle import PURPOSES, Behaviour, Group, Shared, names, purpose_of
from escrow.behaviour.chance import Chance, Draw, Split
from escrow.behaviour.effects import Spread
from escrow.behaviour.insurers import Insurers
from escrow.behaviour.purpose import Level, Purpose, Unit
from escrow.behaviour.quantile import QuantileTable

__all__ = [
    "PURPOSES",
    "Behaviour",
    "Chance",
    "Draw",
    "Group",
    "Insurers",
    "Level",
    "Purpose",
    "QuantileTable",
    "Shared",
    "Split",
    "Spread",
    "Unit",
    "names",
    "purpose_of",
]
