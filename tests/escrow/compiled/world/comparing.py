"""Comparing blocks: every cell that anybody may read."""

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE, Block, D, P
from escrow.compiled.names import Names
from escrow.world.columns import ENDED, MISSED, RECTIFY


def assert_same(ours: Block, our_names: Names, theirs: Block, their_names: Names, stated: int) -> None:
    """Both hold the same worlds, which begin with so many stated projects."""
    assert ours.first == theirs.first
    assert ours.count.tolist() == theirs.count.tolist()
    assert ours.parties.tolist() == theirs.parties.tolist()
    tries = ours.draw.shape[3]
    for r in range(len(ours.count)):
        assert _named(ours, our_names, r) == _named(theirs, their_names, r)
        count = ours.count[r]
        np.testing.assert_array_equal(ours.project[r, :count], theirs.project[r, :count])
        for i in range(count):
            stages = theirs.project[r, i, P.STAGES]
            np.testing.assert_array_equal(ours.stage[r, i, :stages], theirs.stage[r, i, :stages])
            asked = asked_cells(theirs, r, i, tries, i < stated)
            mine, wanted = ours.draw[r, i, :stages], theirs.draw[r, i, :stages, :tries]
            np.testing.assert_array_equal(np.where(asked, mine, 0), np.where(asked, wanted, 0))


def _named(block: Block, names: Names, r: int) -> list[list[str]]:
    places = (block.enterprise_name[r], block.platform_name[r], block.insurer_name[r])
    counts = block.parties[r].tolist()
    return [
        [known[k] for k in place[:count]] for known, place, count in zip(names, places, counts, strict=True)
    ]


def asked_cells(block: Block, r: int, i: int, tries: int, stated: bool) -> IntArray:
    """1 for each draw (stages, tries, D) of a project that some policy asks; `test_asked` proves it."""
    project = block.project[r, i]
    cells = block.draw[r, i, : project[P.STAGES], :tries]
    asked = np.ones_like(cells)
    if tries == 1:
        asked[-1, :, [D.NEXT_DAYS, D.NEXT_COMES]] = 0
    if project[P.INSURER] == NONE:
        asked[..., [D.TRIGGER_ACCEPTED, D.CLAIM_DAYS, D.LOSS_PERCENT]] = 0
    if stated:
        return asked
    asked[_reached(project, cells) :] = 0
    rectified = cells[..., D.OUTCOME] == RECTIFY
    for column in (D.ACHIEVED_PERCENT, D.RECTIFIED, D.RECTIFY_DAYS):
        asked[..., column] *= rectified
    return asked


def _reached(project: IntArray, cells: IntArray) -> int:
    """How many stages the project can come to: deposits are paid and, without retries, none is missed."""
    if not project[P.DEPOSIT_COMES]:
        return 0
    for s in range(len(cells)):
        missed = cells.shape[1] == 1 and cells[s, 0, D.OUTCOME] in (MISSED, ENDED)
        if missed or not cells[s, 0, D.NEXT_COMES]:
            return s + 1
    return len(cells)
