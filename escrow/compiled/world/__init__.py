"""Worlds of many replications, sampled as integer arrays; equal to escrow.world cell by cell."""

from escrow.compiled.world.digest import world_digest
from escrow.compiled.world.sample import Sampler, sample_block
from escrow.compiled.world.spec import WorldSpec, world_key, world_spec_of

__all__ = ["Sampler", "WorldSpec", "sample_block", "world_digest", "world_key", "world_spec_of"]
