"""Blocks of worlds, many replications at once, without the GIL."""

import numpy as np

from escrow.compiled.columns import NONE, Block, D, P, S
from escrow.compiled.jit import jit
from escrow.compiled.world.arrays import Arrays
from escrow.compiled.world.counter import base
from escrow.compiled.world.draws import set_heads
from escrow.compiled.world.plans import write_generated, write_stated
from escrow.compiled.world.population import filed, put_in_order
from escrow.compiled.world.project import draw_projects
from escrow.compiled.world.roster import draw_risks, number_parties
from escrow.compiled.world.scratch import Scratch, make_scratch
from escrow.compiled.world.spec import WorldSpec
from escrow.compiled.world.stage import draw_stages

_WORD = 1 << 64


class Sampler:
    """Samples into the same arrays again and again, so one thread owns it and uses a block before the next.

    `tries` is 1 where the policy grants no second try of a stage, else 2. What nobody can ask is not drawn.
    """

    def __init__(self, spec: WorldSpec, replications: int, tries: int = 2) -> None:
        self._arrays, self._scratch = spec.arrays, make_scratch(spec.arrays, tries)
        self._block = _room(spec, replications, tries)

    def block(self, seed: int, first: int, number: int) -> Block:
        """The worlds of replications `first` to `first + number - 1`, equal in whatever block they come."""
        parts = (part[:number] for part in self._block[1:])
        block = Block(first, *parts)
        n, projects, stages, tries, _ = block.draw.shape
        cells = block.draw.reshape(n, projects, stages * tries, len(D))
        begin = np.uint64(first % _WORD)
        _sample(
            self._arrays, self._scratch, np.uint64(seed % _WORD), begin, block._replace(first=0, draw=cells)
        )
        return block


def sample_block(spec: WorldSpec, seed: int, first: int, number: int, tries: int = 2) -> Block:
    """A block of its own with the worlds of replications `first` to `first + number - 1`."""
    return Sampler(spec, number, tries).block(seed, first, number)


def _room(spec: WorldSpec, number: int, tries: int) -> Block:
    """Arrays for the largest worlds there can be; pages that no world needs are never touched."""
    projects = spec.projects
    enterprises, platforms, insurers = (min(projects, len(names)) for names in spec.names)
    return Block(
        first=0,
        count=np.zeros(number, dtype=np.int64),
        parties=np.zeros((number, 3), dtype=np.int64),
        enterprise_name=np.full((number, enterprises), NONE, dtype=np.int64),
        platform_name=np.full((number, platforms), NONE, dtype=np.int64),
        project=np.zeros((number, projects, len(P)), dtype=np.int64),
        stage=np.zeros((number, projects, spec.stages, len(S)), dtype=np.int64),
        draw=np.zeros((number, projects, spec.stages, tries, len(D)), dtype=np.int64),
        insurer_name=np.full((number, insurers), NONE, dtype=np.int64),
    )


@jit
def _sample(world: Arrays, scratch: Scratch, seed: np.uint64, first: np.uint64, block: Block) -> None:
    """Every replication of a block, one after the other."""
    stated = len(world.stated.word)
    for r in range(len(block.count)):
        key = base(seed, first + np.uint64(r))
        set_heads(world.asks.word, world.asks.rule, key, scratch.heads)
        generated = filed(world, scratch)
        block.count[r] = stated + generated
        put_in_order(world, scratch)
        write_stated(world, scratch, block, r)
        write_generated(world, scratch, block, r, generated)
        number_parties(world, scratch, block, r, stated + generated)
        draw_risks(world, scratch, stated + generated)
        draw_projects(world, scratch, block, r, stated + generated)
        draw_stages(world, scratch, block, r, stated + generated)
