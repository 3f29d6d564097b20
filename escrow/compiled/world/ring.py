"""Contracts of a ring (escrow.world.ring): members, platform and totals of their own, found together."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE, P
from escrow.compiled.jit import jit
from escrow.compiled.world.arrays import Arrays
from escrow.compiled.world.asks import NUMBER
from escrow.compiled.world.copying import copy_row
from escrow.compiled.world.draws import ask_once, once, read
from escrow.compiled.world.instalments import WAN_FEN
from escrow.compiled.world.scratch import Scratch

_DRAWN, _TOTAL = NUMBER["generate/total"], NUMBER["generate/ring_total"]
_SEEN, _SAMPLED = NUMBER["generate/ring_seen"], NUMBER["generate/ring_sampled"]
_FOUND = NUMBER["generate/ring_found"]


@jit
def write_contract(world: Arrays, scratch: Scratch, project: IntArray, i: int, k: int, found: int) -> None:
    """A contract of the ring, without equipment and without a loan."""
    rule, rows, guide, heads = world.asks.rule, world.tables.rows, world.tables.guide, scratch.heads
    enterprise = world.filings.ring_enterprise[k - world.terms.ordinary]
    copy_row(world.filings.row, project, i)
    drawn = once(heads, _DRAWN, world.filings.word[k])
    project[i, P.TOTAL_FEN] = read(rule, rows, guide, _TOTAL, drawn) * WAN_FEN
    entity = world.parties.enterprise_word[enterprise]
    project[i, P.RELATED] = ask_once(rule, rows, guide, heads, _SEEN, entity)
    project[i, P.FALSIFIED_DAY] = found
    scratch.party[i, 0], scratch.party[i, 1] = enterprise, world.terms.ring_platform


@jit
def found_on(world: Arrays, scratch: Scratch) -> int:
    """The day on which the audit uncovers the ring, or NONE; contracts before the cut count as well."""
    rule, rows, guide, heads = world.asks.rule, world.tables.rows, world.tables.guide, scratch.heads
    first, word = NONE, world.filings.word
    for k in range(world.terms.ordinary, len(word)):
        if ask_once(rule, rows, guide, heads, _SAMPLED, word[k]):
            on = scratch.day[k] + ask_once(rule, rows, guide, heads, _FOUND, word[k])
            first = on if first == NONE else min(first, on)
    return first
