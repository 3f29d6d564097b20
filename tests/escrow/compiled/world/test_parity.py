"""Sampled blocks equal the readable engine's worlds, cell by cell."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escrow.compiled.world import sample_block
from tests.escrow.compiled.world.comparing import assert_same
from tests.escrow.compiled.world.stories import EVERYTHING, Story, stories

SEEDS = st.sampled_from([0, 1, 20250309, 2**63, 2**64 - 1, 2**64 + 5])
FIRSTS = st.sampled_from([0, 3, 10**9])


def compare(story: Story, seed: int, first: int, number: int, tries: int) -> None:
    spec, packed = story.spec(), story.packed(seed, range(first, first + number))
    worlds, stated = sample_block(spec, seed, first, number, tries), len(story.stated.projects)
    assert_same(worlds, spec.names, packed.block, packed.names, stated)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(stories(), SEEDS, FIRSTS, st.integers(1, 3), st.sampled_from([1, 2]))
def test_any_story_gives_the_same_worlds(
    story: Story, seed: int, first: int, number: int, tries: int
) -> None:
    compare(story, seed, first, number, tries)


@pytest.mark.parametrize("tries", [1, 2])
def test_the_district_gives_the_same_worlds(tries: int) -> None:
    compare(Story(), 20250309, 0, 30, tries)


@pytest.mark.parametrize("tries", [1, 2])
def test_everything_switched_on_gives_the_same_worlds(tries: int) -> None:
    compare(EVERYTHING, 7, 0, 30, tries)
