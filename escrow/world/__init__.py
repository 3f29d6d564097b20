"""All chance, drawn before anything happens."""

from escrow.world.arrivals import Arrivals
from escrow.world.columns import OUTCOMES, unit_of
from escrow.world.joining import Joining, Levers
from escrow.world.population import generate
from escrow.world.population_spec import Loans, PopulationSpec
from escrow.world.sample import build_world
from escrow.world.world import World

__all__ = [
    "OUTCOMES",
    "Arrivals",
    "Joining",
    "Levers",
    "Loans",
    "PopulationSpec",
    "World",
    "build_world",
    "generate",
    "unit_of",
]
