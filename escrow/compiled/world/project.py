"""What is drawn once for a project: its course to the first deposit, its policy, its loan."""

import numpy as np

from escrow.behaviour.quantile import ONE, IntArray
from escrow.compiled.columns import NONE, Block, P
from escrow.compiled.jit import inlined, jit
from escrow.compiled.world.arrays import Arrays, Market
from escrow.compiled.world.asks import CONSTANT, KIND, NUMBER, VALUE
from escrow.compiled.world.counter import Words
from escrow.compiled.world.draws import ONCE, answer, drawn
from escrow.compiled.world.roster import numbered, shifted
from escrow.compiled.world.scratch import Scratch

WAN_FEN = 1_000_000  # 1 万元 in fen
_YEAR = 365
_PASSED, _SCORE, _FAILED_SCORE = NUMBER["passed"], NUMBER["score"], NUMBER["failed_score"]
_FALSIFIED, _AT_REVIEW = NUMBER["falsified"], NUMBER["falsification_at_review"]
_AT_AUDIT, _FOUND_DAYS = NUMBER["falsification_at_audit"], NUMBER["falsification_found_days"]
_INSURED, _COVER, _LIMIT = NUMBER["insured"], NUMBER["cover_percent"], NUMBER["cover_limit"]
_RATE, _OWN_SHARE, _BOUND = NUMBER["premium_rate"], NUMBER["own_share_percent"], NUMBER["bound_days"]
_DEFAULTS, _AT = NUMBER["loan_defaults"], NUMBER["loan_default_percent"]
_RECOVERED, _RECOVERY = NUMBER["loan_recovered_percent"], NUMBER["loan_recovery_days"]


@jit
def draw_projects(world: Arrays, scratch: Scratch, block: Block, r: int, count: int) -> None:
    """All draws of the projects of a replication."""
    rule, rows, guide = world.asks.rule, world.tables.rows, world.tables.guide
    heads, words, project = scratch.heads, scratch.words, block.project[r]
    wanted, terms, passes = world.wanted.project, world.terms, world.risk.passed
    number, insurers, counts = scratch.number, block.insurer_name[r], block.parties[r]
    insures = rule[_INSURED, KIND] != CONSTANT or rule[_INSURED, VALUE] == 1
    for i in range(count):
        for j in range(len(wanted)):
            ask, column = wanted[j, 0], wanted[j, 1]
            project[i, column] = answer(rule, rows, guide, heads, words, i, ask, ONCE)
        mark = shifted(passes, -scratch.effect[i, 0])
        _review(rule, rows, guide, heads, words, project, i, mark)
        insurer = scratch.party[i, 2]
        if insurer == NONE and insures and answer(rule, rows, guide, heads, words, i, _INSURED, ONCE):
            insurer = _insure(rule, rows, guide, heads, words, project, i, terms.market)
        if insurer != NONE:
            project[i, P.INSURER] = numbered(number, insurer, insurers, counts, 2)
        if terms.default_at and project[i, P.TERM_DAYS] > 0 and project[i, P.DEFAULT_DAY] == NONE:
            _default(rule, rows, guide, heads, words, project, i, terms.default_at)


@inlined
def _review(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    words: Words,
    project: IntArray,
    i: int,
    mark: int,
) -> None:
    """Whether the review is passed, with what score, and when falsification is found."""
    passed = rule[_PASSED, VALUE]
    if rule[_PASSED, KIND] != CONSTANT:
        passed = np.int64(drawn(rule, heads, words, i, _PASSED, ONCE) < mark)
    project[i, P.PASSED] = passed
    if project[i, P.SCORE] == NONE:
        ask = _SCORE if passed else _FAILED_SCORE
        project[i, P.SCORE] = answer(rule, rows, guide, heads, words, i, ask, ONCE)
    project[i, P.FALSIFIED_DAYS] = NONE
    if answer(rule, rows, guide, heads, words, i, _FALSIFIED, ONCE):
        project[i, P.FALSIFIED_DAYS] = _found(rule, rows, guide, heads, words, i)


@jit
def _found(rule: IntArray, rows: IntArray, guide: IntArray, heads: Words, words: Words, i: int) -> int:
    """Days from the approval to the finding of a falsification: 0 at the review, NONE never."""
    if answer(rule, rows, guide, heads, words, i, _AT_REVIEW, ONCE):
        return 0
    if answer(rule, rows, guide, heads, words, i, _AT_AUDIT, ONCE):
        return answer(rule, rows, guide, heads, words, i, _FOUND_DAYS, ONCE)
    return NONE


@jit
def _insure(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    words: Words,
    project: IntArray,
    i: int,
    market: Market,
) -> int:
    """The drawn policy of a project that states none (escrow.world.cover); the name of its insurer."""
    percent = answer(rule, rows, guide, heads, words, i, _COVER, ONCE)
    limit = answer(rule, rows, guide, heads, words, i, _LIMIT, ONCE)
    wanted = min(project[i, P.TOTAL_FEN] * percent // 100 // WAN_FEN, limit)
    bound = project[i, P.FILED_DAY] - answer(rule, rows, guide, heads, words, i, _BOUND, ONCE)
    if wanted <= 0 or bound >= market.exit_day:
        return NONE
    rate = answer(rule, rows, guide, heads, words, i, _RATE, ONCE)
    if bound >= market.dearer_from:
        rate = rate * market.factor[0] // market.factor[1]
    project[i, P.COVER_FEN] = wanted * WAN_FEN
    project[i, P.PREMIUM_FEN] = wanted * WAN_FEN // 10_000 * rate
    share = answer(rule, rows, guide, heads, words, i, _OWN_SHARE, ONCE)
    common = _common_divisor(share, 100)
    project[i, P.OWN_NUM], project[i, P.OWN_DEN] = share // common, 100 // common
    project[i, P.BOUND_DAY] = bound
    project[i, P.PREMIUM_PAYER], project[i, P.PAYEE] = market.payer[0], market.payer[1]
    return market.insurer


@jit
def _common_divisor(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


@jit
def _default(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    words: Words,
    project: IntArray,
    i: int,
    chance: int,
) -> None:
    """A loan's default and what is recovered (escrow.world.loan); the chance grows with the term."""
    term = project[i, P.TERM_DAYS]
    if drawn(rule, heads, words, i, _DEFAULTS, ONCE) >= min(chance * term // _YEAR, ONE):
        return
    percent = answer(rule, rows, guide, heads, words, i, _AT, ONCE)
    on = project[i, P.DRAWN_DAY] + term * percent // 100
    percent = answer(rule, rows, guide, heads, words, i, _RECOVERED, ONCE)
    days = answer(rule, rows, guide, heads, words, i, _RECOVERY, ONCE)
    project[i, P.DEFAULT_DAY] = on
    project[i, P.RECOVERED_FEN] = project[i, P.PRINCIPAL_FEN] * percent // 100
    project[i, P.RECOVERY_DAY] = on + project[i, P.PAYOUT_DAYS] + days
