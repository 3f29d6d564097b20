"""Numbers of parties by first appearance, and the words and effects that come with them."""

import numpy as np

from escrow.behaviour.chance import SHIFT_LIMIT
from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE, Block, P
from escrow.compiled.jit import inlined, jit
from escrow.compiled.world.arrays import Arrays
from escrow.compiled.world.asks import NUMBER, RISK
from escrow.compiled.world.draws import once
from escrow.compiled.world.scratch import Scratch
from escrow.compiled.world.tables import look_up

_OWN, _PLATFORM = NUMBER["effect/project"], NUMBER["effect/platform"]
_ENTERPRISE = NUMBER["effect/enterprise"]


@jit
def number_parties(world: Arrays, scratch: Scratch, block: Block, r: int, count: int) -> None:
    """Enterprises and platforms by first appearance; facts and words of both."""
    facts, listed = world.parties.enterprise, world.parties.listed
    enterprise_word, platform_word = world.parties.enterprise_word, world.parties.platform_word
    number, party, words, project = scratch.number, scratch.party, scratch.words, block.project[r]
    enterprises, platforms, counts = block.enterprise_name[r], block.platform_name[r], block.parties[r]
    number[:] = NONE
    counts[:] = 0
    for i in range(count):
        enterprise, platform = party[i, 0], party[i, 1]
        project[i, P.ENTERPRISE] = numbered(number, enterprise, enterprises, counts, 0)
        project[i, P.PLATFORM] = numbered(number, platform, platforms, counts, 1)
        project[i, P.GROUP], project[i, P.IN_DISTRICT] = facts[enterprise, 0], facts[enterprise, 1]
        project[i, P.LISTED] = listed[platform]
        words[i, 1], words[i, 2] = enterprise_word[enterprise], platform_word[platform]
        words[i, 3] = world.terms.district_word


@inlined
def numbered(number: IntArray, name: int, names: IntArray, counts: IntArray, kind: int) -> int:
    """The number of a name, given now where it appears for the first time."""
    if number[kind, name] == NONE:
        number[kind, name] = counts[kind]
        names[counts[kind]] = name
        counts[kind] += 1
    return int(number[kind, name])


@jit
def draw_risks(world: Arrays, scratch: Scratch, count: int) -> None:
    """The project's own uniform and effect, and the effects of project, platform and enterprise together."""
    rows, guide, normal = world.tables.rows, world.tables.guide, world.risk.normal
    heads, words, effect = scratch.heads, scratch.words, scratch.effect
    project, platform, enterprise = world.risk.spread
    for i in range(count):
        own = once(heads, _OWN, words[i, 0])
        words[i, RISK] = np.uint64(own)
        effect[i, 0] = _effect(rows, guide, normal, own, project)
        effect[i, 1] = effect[i, 0]
        if platform:
            drawn = once(heads, _PLATFORM, words[i, 2])
            effect[i, 1] += _effect(rows, guide, normal, drawn, platform)
        if enterprise:
            drawn = once(heads, _ENTERPRISE, words[i, 1])
            effect[i, 1] += _effect(rows, guide, normal, drawn, enterprise)


@inlined
def _effect(rows: IntArray, guide: IntArray, table: int, uniform: int, spread: int) -> int:
    """An effect in hundredths of log odds, nearest whole number (escrow.behaviour.effects)."""
    if not spread:
        return 0
    return (2 * look_up(rows, guide, table, uniform) * spread + 1000) // 2000


@inlined
def shifted(marks: IntArray, shift: int) -> int:
    """The threshold at a shift, clipped to what the table holds."""
    return int(marks[min(max(shift, -SHIFT_LIMIT), SHIFT_LIMIT) + SHIFT_LIMIT])
