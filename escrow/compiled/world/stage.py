"""What is drawn for each try of each stage."""

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE, Block, D, P, S
from escrow.compiled.jit import inlined, jit
from escrow.compiled.world.arrays import FOLLOWING, INSURED, RECTIFIED, Arrays
from escrow.compiled.world.asks import AT, CHANCE, KIND, NUMBER, OWN, VALUE
from escrow.compiled.world.counter import Words, mix, uniform
from escrow.compiled.world.draws import answer, drawn, read
from escrow.compiled.world.roster import shifted
from escrow.compiled.world.scratch import Scratch
from escrow.compiled.world.tables import look_up
from escrow.tape import Cause
from escrow.world.columns import ENDED, MISSED, RECTIFY

_MISSED, _NO_FAULT = NUMBER["missed"], NUMBER["ended_without_fault"]
_BY_OUTCOME = np.array(
    [
        (NUMBER["achieved_percent"], D.ACHIEVED_PERCENT),
        (NUMBER["rectified"], D.RECTIFIED),
        (NUMBER["rectify_days"], D.RECTIFY_DAYS),
    ]
)
_CAUSE, _NEXT_COMES = NUMBER["cause"], NUMBER["next_comes"]
_FORCE_MAJEURE = int(Cause.FORCE_MAJEURE)


@jit
def draw_stages(world: Arrays, scratch: Scratch, block: Block, r: int, count: int) -> None:
    """The draws of the stages of a replication that somebody can ask, project by project.

    What is known of a stated project may lead it anywhere, so all of its cells are drawn.
    """
    rule, rows, guide = world.asks.rule, world.tables.rows, world.tables.guide
    heads, words, steps, effect = scratch.heads, scratch.words, scratch.steps, scratch.effect
    wanted, when, constants = world.wanted.stage, world.wanted.when, world.wanted.constants
    project, plan, cells = block.project[r], block.stage[r], block.draw[r]
    tries = len(steps) // plan.shape[1]
    for i in range(count):
        stated, end = i < len(world.stated.word), project[i, P.STAGES] * tries
        if not stated:
            stages = project[i, P.STAGES] if project[i, P.DEPOSIT_COMES] else 0
            end = _followed(rule, heads, words, steps, i, stages, tries) * tries
        missed = shifted(world.risk.missed, effect[i, 1])
        flawed = shifted(world.risk.flawed, effect[i, 1])
        goes_on = stated or tries > 1
        end = _decide(
            rule, rows, guide, heads, words, steps, cells, constants, i, end, goes_on, missed, flawed
        )
        for c in range(end, project[i, P.STAGES] * tries):
            for column in range(len(constants)):
                cells[i, c, column] = 0
        for j in range(len(wanted)):
            last = end
            if when[j] == FOLLOWING and tries == 1:
                last = min(end, project[i, P.STAGES] - 1)  # no deposit follows the last stage
            elif when[j] == RECTIFIED and not stated:
                last = 0  # drawn with the outcome
            elif when[j] == INSURED and project[i, P.INSURER] == NONE:
                last = 0
            _fill(rule, rows, guide, heads, words, steps, cells, i, wanted[j, 0], wanted[j, 1], last)
        for c in range(end):
            worked = cells[i, c, D.WORK_DAYS] + plan[i, c // tries, S.PLANNED_DAYS]
            cells[i, c, D.WORK_DAYS] = max(0, worked)


@inlined
def _followed(
    rule: IntArray, heads: Words, words: Words, steps: Words, i: int, stages: int, tries: int
) -> int:
    """The stages that a project can come to: the deposit of each next one has to be paid."""
    if rule[_NEXT_COMES, KIND] == CHANCE:
        for s in range(stages - 1):
            if drawn(rule, heads, words, i, _NEXT_COMES, steps[s * tries]) >= rule[_NEXT_COMES, VALUE]:
                return s + 1
    elif not rule[_NEXT_COMES, VALUE]:
        return min(stages, 1)
    return stages


@inlined
def _fill(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    words: Words,
    steps: Words,
    cells: IntArray,
    i: int,
    ask: int,
    column: int,
    end: int,
) -> None:
    """The answers to an ask in the cells (tries of stages) of a project."""
    stream, value = mix(heads[OWN, ask] ^ words[i, 0]), rule[ask, VALUE]
    if rule[ask, AT] > 0:
        for c in range(end):
            found = drawn(rule, heads, words, i, ask, steps[c])
            cells[i, c, column] = read(rule, rows, guide, ask, found)
    elif rule[ask, KIND] == CHANCE:
        for c in range(end):
            cells[i, c, column] = uniform(stream, steps[c]) < value
    else:
        for c in range(end):
            cells[i, c, column] = look_up(rows, guide, value, uniform(stream, steps[c]))


@inlined
def _decide(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    words: Words,
    steps: Words,
    cells: IntArray,
    constants: IntArray,
    i: int,
    end: int,
    goes_on: bool,
    missed: int,
    flawed: int,
) -> int:
    """Outcomes from one uniform: the lowest miss, the next are to rectify, the rest reach the milestone.

    Gives how many cells (tries of stages) can be asked: without a way on a miss is the end.
    """
    for c in range(end):
        for column in range(len(constants)):
            cells[i, c, column] = constants[column]
        found = drawn(rule, heads, words, i, _MISSED, steps[c]) if flawed > 0 else flawed
        if found >= flawed:
            continue
        if found >= missed:
            cells[i, c, D.OUTCOME] = RECTIFY
            for j in range(len(_BY_OUTCOME)):
                ask, column = _BY_OUTCOME[j, 0], _BY_OUTCOME[j, 1]
                cells[i, c, column] = answer(rule, rows, guide, heads, words, i, ask, steps[c])
            continue
        cells[i, c, D.OUTCOME] = MISSED
        if answer(rule, rows, guide, heads, words, i, _CAUSE, steps[c]) == _FORCE_MAJEURE and answer(
            rule, rows, guide, heads, words, i, _NO_FAULT, steps[c]
        ):
            cells[i, c, D.OUTCOME] = ENDED
        if not goes_on:
            return c + 1
    return end
