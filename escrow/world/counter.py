"""The counter: a uniform for each (seed, replication, purpose, entity, occurrence), drawn alone.

Each draw is the SplitMix64 stream of its own purpose and entity (Steele, Lea, Flood 2014), read at the place
of the occurrence. Nothing is shared between draws, so adding one moves no other. The scalar functions say
what is meant; the vector ones do the same on numpy columns, where 64-bit products wrap as wanted.
"""

from functools import lru_cache
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour.quantile import IntArray

Words = NDArray[np.uint64]

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
TRIES = 256  # tries of a stage that have a place of their own


def mix(word: int) -> int:
    """SplitMix64's finaliser: a permutation of the 64-bit words."""
    word = (word ^ (word >> 30)) * _FIRST & _MASK
    word = (word ^ (word >> 27)) * _SECOND & _MASK
    return word ^ (word >> 31)


@lru_cache(maxsize=1 << 16)
def digest(name: str) -> int:
    """The first 64 bits of the SHA-256 of a name: the same in every process."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big")


def base(seed: int, replication: int) -> int:
    """The key of a replication; both are taken modulo 2^64."""
    return mix((mix((seed + _GOLDEN) & _MASK) + replication * _GOLDEN) & _MASK)


def stream(key: int, purpose: str, entity: int) -> int:
    """The seed of the stream of one purpose and entity (a digest)."""
    return mix(mix(key ^ digest(purpose)) ^ entity)


def word(key: int, purpose: str, entity: int, occurrence: int = 0) -> int:
    """64 random bits: number `occurrence` (from 0) of the SplitMix64 stream of this purpose and entity."""
    return mix((stream(key, purpose, entity) + (occurrence + 1) * _GOLDEN) & _MASK)


def uniform(key: int, purpose: str, entity: int, occurrence: int = 0) -> int:
    """A uniform integer from 0 to 2^32 - 1."""
    return word(key, purpose, entity, occurrence) >> 32


def place(stage: int, attempt: int) -> int:
    """The occurrence of a try (from 0) of a stage (from 0)."""
    return stage * TRIES + attempt


def uniforms(key: int, purposes: tuple[str, ...], entities: Words, occurrences: IntArray) -> IntArray:
    """Uniforms of shape (purposes, entities, occurrences), equal to `uniform` element for element."""
    heads = np.array([mix(key ^ digest(purpose)) for purpose in purposes], dtype=np.uint64)
    streams = _mixed(heads[:, None] ^ entities)
    steps = (occurrences.astype(np.uint64) + np.uint64(1)) * np.uint64(_GOLDEN)
    return (_mixed(streams[..., None] + steps) >> np.uint64(32)).astype(np.int64)


def _mixed(words: Words) -> Words:
    """`mix` on a fresh array, in place."""
    words ^= words >> np.uint64(30)
    words *= np.uint64(_FIRST)
    words ^= words >> np.uint64(27)
    words *= np.uint64(_SECOND)
    words ^= words >> np.uint64(31)
    return words
