"""What a kernel keeps while it samples one replication after the other; each call has its own."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.world.arrays import Arrays
from escrow.compiled.world.asks import GROUPS
from escrow.compiled.world.counter import Words


class Scratch(NamedTuple):
    """Numbers of one replication, by ask, filing, project or name."""

    heads: Words  # (3, asks) purposes mixed with the replication's key
    day: IntArray  # by filing, the day it is filed; NONE when it is not
    places: IntArray  # by day of the window, where the next filing of that day goes
    chosen: IntArray  # filings in the order of the projects
    words: Words  # (projects, groups) with whom draws are shared; last the uniform of the effect
    party: IntArray  # (projects, 3) places of names: enterprise, platform, insurer
    number: IntArray  # (3, names) numbers by first appearance, NONE while unseen
    steps: Words  # of the counter, by stage and try in one row, as the cells of a project stand
    effect: IntArray  # (projects, 2) on failure, in hundredths of log odds: the project's alone, all


def make_scratch(arrays: Arrays, tries: int) -> Scratch:
    """Room for the largest world."""
    filings, parties = len(arrays.filings.word), arrays.parties
    projects = len(arrays.stated.word) + filings
    names = max(len(parties.enterprise_word), len(parties.platform_word), len(arrays.stated.word)) + 1
    return Scratch(
        heads=np.zeros(arrays.asks.word.shape, dtype=np.uint64),
        day=_room(filings),
        places=_room(arrays.terms.window + 1),
        chosen=_room(filings),
        words=np.zeros((projects, len(GROUPS)), dtype=np.uint64),
        party=_room(projects, 3),
        number=_room(3, names),
        steps=np.ascontiguousarray(arrays.steps[:, :tries]).reshape(-1),
        effect=_room(projects, 2),
    )


def _room(*shape: int) -> IntArray:
    return np.zeros(shape, dtype=np.int64)
