"""The counter: golden words, the same for one and for many, each draw alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from escrow.world.counter import base, digest, mix, place, uniform, uniforms, word

WORD = st.integers(0, 2**64 - 1)
GOLDEN = 0x9E3779B97F4A7C15


def test_the_finaliser_is_the_published_splitmix64() -> None:
    # The reference outputs for seed 1234567, printed by many implementations.
    state, outputs = 1234567, []
    for _ in range(5):
        state = (state + GOLDEN) % 2**64
        outputs.append(mix(state))
    assert outputs == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_words_are_golden() -> None:
    key = base(20250309, 0)
    assert key == 13366216194907583288
    assert digest("project:P1") == 101238966893757044
    assert word(key, "deposit_days", digest("project:P1")) == 17957085445145023393
    assert uniform(key, "work_days", digest("project:P1"), place(2, 1)) == 1483682186


@given(st.integers(0, 2**63 - 1), st.integers(0, 10**7), st.lists(WORD, min_size=1, max_size=5))
def test_one_and_many_are_the_same(seed: int, replication: int, entities: list[int]) -> None:
    key, purposes, places = base(seed, replication), ("a", "b", "c"), [0, 1, 257, 512]
    many = uniforms(key, purposes, np.array(entities, dtype=np.uint64), np.array(places, dtype=np.int64))
    wanted = [[[uniform(key, p, e, o) for o in places] for e in entities] for p in purposes]
    assert many.tolist() == wanted


@given(st.lists(WORD, min_size=2, max_size=6, unique=True))
def test_the_size_of_the_block_changes_nothing(entities: list[int]) -> None:
    key, places = base(1, 2), np.arange(4, dtype=np.int64)
    whole = uniforms(key, ("a", "b"), np.array(entities, dtype=np.uint64), places)
    parts = [uniforms(key, ("a", "b"), np.array([e], dtype=np.uint64), places) for e in entities]
    assert np.array_equal(whole, np.concatenate(parts, axis=1))


@given(WORD, WORD)
def test_the_finaliser_never_maps_two_words_to_one(one: int, other: int) -> None:
    assert (mix(one) == mix(other)) == (one == other)


def test_seeds_replications_purposes_and_tries_differ() -> None:
    words = {
        word(base(seed, replication), purpose, entity, occurrence)
        for seed in range(4)
        for replication in range(4)
        for purpose in ("a", "b")
        for entity in range(4)
        for occurrence in range(4)
    }
    assert len(words) == 4 * 4 * 2 * 4 * 4


def test_negative_and_huge_seeds_are_taken_modulo_2_to_the_64() -> None:
    assert base(-1, 0) == base(2**64 - 1, 0)
    assert base(3, 2**64) == base(3, 0)


def test_uniforms_fill_the_range_evenly() -> None:
    entities = np.arange(20_000, dtype=np.uint64)
    drawn = uniforms(base(1, 1), ("p", "q"), entities, np.zeros(1, dtype=np.int64))[:, :, 0]
    for row in drawn:
        counts = np.bincount(row >> 28, minlength=16)
        assert 1250 - 5 * 35 < counts.min() <= counts.max() < 1250 + 5 * 35
    both = np.corrcoef(drawn.astype(float))[0, 1]
    assert abs(both) < 0.03
