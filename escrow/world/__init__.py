"""All chance, drawn before anything happens."""

from escrow.world.announcement import Announcement
from escrow.world.arrivals import Arrivals
from escrow.world.columns import OUTCOMES, unit_of
from escrow.world.instalments import FirstShareResponse
from escrow.world.joining import Joining, Levers
from escrow.world.population import generate
from escrow.world.population_spec import Loans, PopulationSpec
from escrow.world.ring import Ring
from escrow.world.sample import build_world
from escrow.world.world import World

__all__ = [
    "OUTCOMES",
    "Announcement",
    "Arrivals",
    "FirstShareResponse",
    "Joining",
    "Levers",
    "Loans",
    "PopulationSpec",
    "Ring",
    "World",
    "build_world",
    "generate",
    "unit_of",
]
