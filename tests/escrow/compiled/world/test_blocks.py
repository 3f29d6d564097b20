"""A world depends on its seed and its number alone, not on the block, the buffers or the thread."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from escrow.compiled.columns import Block, P
from escrow.compiled.world import Sampler, sample_block, world_digest
from tests.escrow.compiled.world.comparing import assert_same
from tests.escrow.compiled.world.stories import EVERYTHING, Story

SEED = 20250309
# Digests of 20 worlds each; a change of them is a change of every published result.
DISTRICT = "7ff2ddad558492bdfaf4e9c4308b393633661eed72696dca4fd31c7afbb3b0e3"
EVERYTHING_ON = "25a2e981efdbe506a338da956f7d33a3e1261b09b2c5da23d1c2df74df3ccefb"


def test_the_worlds_of_the_district_are_golden() -> None:
    worlds = sample_block(Story().spec(), SEED, 0, 20)
    assert worlds.count[:5].tolist() == [17, 5, 23, 7, 0]
    assert world_digest(worlds) == DISTRICT


def test_everything_switched_on_is_golden() -> None:
    assert world_digest(sample_block(EVERYTHING.spec(), SEED, 0, 20)) == EVERYTHING_ON


def test_any_cut_into_blocks_has_the_same_digest() -> None:
    spec = EVERYTHING.spec()
    whole = world_digest(sample_block(spec, SEED, 5, 12))
    parts = [sample_block(spec, SEED, first, number) for first, number in ((14, 3), (5, 1), (6, 8))]
    assert world_digest(*parts) == whole


def test_a_sampler_leaves_nothing_of_earlier_worlds() -> None:
    spec = EVERYTHING.spec()
    sampler = Sampler(spec, 4, 1)
    sampler.block(SEED, 100, 4)
    again = sampler.block(SEED, 3, 2)
    assert len(again.count) == 2
    assert world_digest(again) == world_digest(sample_block(spec, SEED, 3, 2, 1))


def test_threads_sample_the_same_worlds_side_by_side() -> None:
    spec = EVERYTHING.spec()

    def part(first: int) -> Block:
        return sample_block(spec, SEED, first, 5)

    with ThreadPoolExecutor(4) as threads:
        parts = list(threads.map(part, range(0, 40, 5)))
    assert world_digest(*parts) == world_digest(sample_block(spec, SEED, 0, 40))


def test_one_try_holds_the_first_tries_of_two() -> None:
    spec = EVERYTHING.spec()
    one, two = sample_block(spec, SEED, 0, 10, 1), sample_block(spec, SEED, 0, 10, 2)
    assert one.draw.shape[3] == 1
    assert_same(one, spec.names, two, spec.names, 2)


def test_other_seeds_and_replications_give_other_worlds() -> None:
    spec = Story().spec()
    worlds = [sample_block(spec, seed, first, 1) for seed in (1, 2) for first in (0, 1, 2)]
    assert len({world_digest(world) for world in worlds}) == 6


def test_nobody_files_in_an_empty_window() -> None:
    worlds = sample_block(Story(last_day=0).spec(), SEED, 0, 3)
    assert worlds.count.tolist() == [0, 0, 0]
    assert worlds.parties.tolist() == [[0, 0, 0]] * 3


def test_filings_come_in_the_order_of_day_and_id() -> None:
    worlds = sample_block(EVERYTHING.spec(), SEED, 0, 20)
    for r, count in enumerate(worlds.count):
        assert (np.diff(worlds.project[r, 2:count, P.FILED_DAY]) >= 0).all()
