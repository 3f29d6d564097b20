"""The two sections whose models stand beside the world that draws from them."""

from scenarios.spec.behaviour import BehaviourSpec
from scenarios.spec.generate import GenerateSpec

__all__ = ["BehaviourSpec", "GenerateSpec"]
