"""The compiled counter equals the readable one in all 64 bits."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.compiled.world import counter
from escrow.world.counter import base, digest, mix, place, stream, uniform

WORD = st.integers(0, 2**64 - 1)


@settings(deadline=None)
@given(WORD)
def test_the_finaliser_is_the_same(word: int) -> None:
    assert int(counter.mix(np.uint64(word))) == mix(word)


@settings(deadline=None)
@given(WORD, WORD)
def test_the_key_of_a_replication_is_the_same(seed: int, replication: int) -> None:
    assert int(counter.base(np.uint64(seed), np.uint64(replication))) == base(seed, replication)


@settings(deadline=None)
@given(WORD, st.integers(0, 20), st.integers(0, 1))
def test_uniforms_are_the_same(key: int, stage: int, attempt: int) -> None:
    at, entity = place(stage, attempt), digest("project:P1")
    found = counter.uniform(np.uint64(stream(key, "work_days", entity)), counter.step(at))
    assert int(found) == uniform(key, "work_days", entity, at)
