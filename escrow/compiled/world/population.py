"""Which filings come, on which day, in which order."""

from escrow.behaviour.quantile import ONE
from escrow.compiled.columns import NONE
from escrow.compiled.jit import jit
from escrow.compiled.world.arrays import Arrays
from escrow.compiled.world.asks import NUMBER
from escrow.compiled.world.draws import ask_once, once, read
from escrow.compiled.world.scratch import Scratch

_FILINGS, _JOINING = NUMBER["generate/filings"], NUMBER["generate/joining"]
_ANNOUNCED, _RUSH = NUMBER["generate/announcement"], NUMBER["generate/rush"]
_DAY, _LATE_DAY = NUMBER["generate/day"], NUMBER["generate/late_day"]


@jit
def potential(world: Arrays, scratch: Scratch) -> int:
    """How many ordinary filings are considered in this replication."""
    rule, rows, guide, terms = world.asks.rule, world.tables.rows, world.tables.guide, world.terms
    if not terms.filings:
        return 0
    filings = ask_once(rule, rows, guide, scratch.heads, _FILINGS, terms.district_word)
    if terms.uptake:
        filings = -((-filings * ONE) // terms.uptake)
    return max(0, filings)


@jit
def filed(world: Arrays, scratch: Scratch) -> int:
    """How many filings come; their days are left in the scratch, NONE where one does not come."""
    rule, rows, guide, terms = world.asks.rule, world.tables.rows, world.tables.guide, world.terms
    heads, word, day = scratch.heads, world.filings.word, scratch.day
    considered, came = potential(world, scratch), 0
    for k in range(len(word)):
        day[k] = NONE
        ordinary = k < terms.ordinary
        if ordinary and k >= considered:
            continue
        if ordinary and terms.uptake and once(heads, _JOINING, word[k]) >= terms.joining_at:
            continue
        rushes = ask_once(rule, rows, guide, heads, _RUSH, word[k])
        ask = _LATE_DAY if rushes else _DAY
        on = read(rule, rows, guide, ask, once(heads, _DAY, word[k]))
        announced = ordinary and on >= terms.announced_day
        if announced and ask_once(rule, rows, guide, heads, _ANNOUNCED, word[k]):
            continue
        day[k] = on
        if on >= terms.cut_day:
            came += 1
    return came


@jit
def put_in_order(world: Arrays, scratch: Scratch) -> None:
    """The filings that came, by day and id: counted by day, then placed in the order of ids."""
    day, places, chosen, order = scratch.day, scratch.places, scratch.chosen, world.filings.order
    first, cut = world.terms.first_day, max(0, world.terms.cut_day)
    places[:] = 0
    for k in range(len(day)):
        if day[k] >= cut:
            places[day[k] - first + 1] += 1
    for at in range(1, len(places)):
        places[at] += places[at - 1]
    for k in order:
        if day[k] >= cut:
            chosen[places[day[k] - first]] = k
            places[day[k] - first] += 1
