"""The rows of projects: stated ones as they are, generated ones as they were drawn."""

from escrow.compiled.columns import NONE, Block, P
from escrow.compiled.jit import jit
from escrow.compiled.world.arrays import Arrays
from escrow.compiled.world.asks import NUMBER
from escrow.compiled.world.copying import copy_row
from escrow.compiled.world.draws import ask_once, once, read
from escrow.compiled.world.instalments import WAN_FEN, divide
from escrow.compiled.world.ring import found_on, write_contract
from escrow.compiled.world.scratch import Scratch

_ENTERPRISE, _PLATFORM = NUMBER["generate/enterprise"], NUMBER["generate/platform"]
_TOTAL, _BUNCHED = NUMBER["generate/total"], NUMBER["generate/bunched"]
_BUNCHED_TOTAL, _STAGES = NUMBER["generate/bunched_total"], NUMBER["generate/stages"]
_EQUIPMENT, _PERCENT = NUMBER["generate/equipment"], NUMBER["generate/equipment_percent"]
_BORROWS, _LOAN = NUMBER["generate/borrows"], NUMBER["generate/loan"]


@jit
def write_stated(world: Arrays, scratch: Scratch, block: Block, r: int) -> None:
    """The projects that the scenario lists."""
    word, project, stage = world.stated.word, world.stated.project, world.stated.stage
    party, plan, words = world.stated.party, block.stage[r], scratch.words
    for i in range(len(word)):
        words[i, 0] = word[i]
        copy_row(project[i], block.project[r], i)
        copy_row(party[i], scratch.party, i)
        for s in range(stage.shape[1]):
            copy_row(stage[i, s], plan[i], s)


@jit
def write_generated(world: Arrays, scratch: Scratch, block: Block, r: int, count: int) -> None:
    """The filings that came, in their order, after the stated projects."""
    rule, rows, guide, terms = world.asks.rule, world.tables.rows, world.tables.guide, world.terms
    heads, word, chosen, first = scratch.heads, world.filings.word, scratch.chosen, len(world.stated.word)
    applicants, enterprise_word = world.filings.enterprise, world.parties.enterprise_word
    project, plan, party, words = block.project[r], block.stage[r], scratch.party, scratch.words
    usual, lent, steps = world.filings.row, world.filings.loan, world.steps
    project_word, day = world.filings.project_word, scratch.day
    found = found_on(world, scratch)
    for j in range(count):
        i, k = first + j, chosen[j]
        if k >= terms.ordinary:
            write_contract(world, scratch, project, i, k, found)
        else:
            enterprise = applicants[once(heads, _ENTERPRISE, word[k]) * terms.enterprises >> 32]
            party[i, 0] = enterprise
            party[i, 1] = ask_once(rule, rows, guide, heads, _PLATFORM, word[k])
            copy_row(usual, project, i)
            entity = enterprise_word[enterprise]
            if terms.borrowing and ask_once(rule, rows, guide, heads, _BORROWS, entity):
                copy_row(lent, project, i)
                principal = ask_once(rule, rows, guide, heads, _LOAN, word[k])
                project[i, P.PRINCIPAL_FEN], project[i, P.DRAWN_DAY] = principal * WAN_FEN, day[k]
            ask = _BUNCHED_TOTAL if ask_once(rule, rows, guide, heads, _BUNCHED, word[k]) else _TOTAL
            total, equipment = read(rule, rows, guide, ask, once(heads, _TOTAL, word[k])), 0
            if ask_once(rule, rows, guide, heads, _EQUIPMENT, word[k]):
                percent = ask_once(rule, rows, guide, heads, _PERCENT, word[k])
                equipment = total * percent // (100 - percent)
            project[i, P.TOTAL_FEN] = (total + equipment) * WAN_FEN
            project[i, P.EQUIPMENT_FEN] = equipment * WAN_FEN
        party[i, 2], words[i, 0], project[i, P.FILED_DAY] = NONE, project_word[k], day[k]
        stages = ask_once(rule, rows, guide, heads, _STAGES, word[k])
        project[i, P.STAGES] = stages
        total = (project[i, P.TOTAL_FEN] - project[i, P.EQUIPMENT_FEN]) // WAN_FEN
        divide(rule, rows, guide, heads, steps, plan, i, word[k], total, stages, terms.agreement)
