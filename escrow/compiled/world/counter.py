"""The counter of escrow.world.counter, compiled: words are unsigned throughout, uniforms signed."""

import numpy as np
from numpy.typing import NDArray

from escrow.compiled.jit import inlined

Words = NDArray[np.uint64]

# Unsigned and signed integers mixed would make floats, so every constant of the mixer is unsigned too.
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_U27, _U30, _U31, _U32 = np.uint64(27), np.uint64(30), np.uint64(31), np.uint64(32)


@inlined
def mix(word: np.uint64) -> np.uint64:
    """SplitMix64's finaliser."""
    word = (word ^ (word >> _U30)) * _FIRST
    word = (word ^ (word >> _U27)) * _SECOND
    return word ^ (word >> _U31)


@inlined
def base(seed: np.uint64, replication: np.uint64) -> np.uint64:
    """The key of a replication."""
    return mix(mix(seed + GOLDEN) + replication * GOLDEN)


@inlined
def uniform(stream: np.uint64, step: np.uint64) -> int:
    """The uniform (0 to 2^32 - 1) of a stream at a step, which is (occurrence + 1) * GOLDEN."""
    return int(np.int64(mix(stream + step) >> _U32))


def step(occurrence: int) -> np.uint64:
    """The step of an occurrence (from 0)."""
    return np.uint64((occurrence + 1) * int(GOLDEN) % (1 << 64))
