"""From the application to the award: windows, eligibility, review, decision, public notice."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.agenda import at, ends, note
from escrow.compiled.claims.codes import (
    EVENT_COMPLETE,
    EVENT_DECIDED,
    EVENT_PUBLICISED,
    EVENT_REVIEWED,
    KIND_AWARDED,
    KIND_CERTIFIED,
    KIND_COMPLETE,
    KIND_DECIDED,
    KIND_FILED,
    KIND_REFUSED,
    KIND_REVIEWED,
    PHASE_DECISIONS,
    PHASE_FILINGS,
    REASON_BUDGET_SHORT,
    REASON_CONDITIONS_LAPSED,
    REASON_RANKED_BELOW,
)
from escrow.compiled.claims.envelopes import ask, commit
from escrow.compiled.claims.granted import certify, count, left_of, nothing_left, rank_moves, ruling_of
from escrow.compiled.claims.layout import NONE, C, K, M, R, S, Step
from escrow.compiled.claims.tables import CASE, CLAIM, MARK, POLICY, QUEUE, RULING, ix
from escrow.compiled.jit import jit


@jit
def refuse(
    d: IntArray, phase: int, claim: int, reason: int, detail: int, missing: int, withheld: int
) -> None:
    """Write that a claim is refused, and why."""
    note(d, phase, KIND_REFUSED, claim, 0, 0, reason, detail, missing, withheld)


@jit
def filed(b: IntArray, d: IntArray, claim: int) -> None:
    """The application arrives, in its window or not."""
    note(d, PHASE_FILINGS, KIND_FILED, claim, 0, 0, b[ix(b, CLAIM, claim, C.CLAUSE)], 0, 0, 0)
    if b[ix(b, CLAIM, claim, C.UNTIMELY)]:
        refuse(d, PHASE_FILINGS, claim, b[ix(b, CLAIM, claim, C.UNTIMELY)], 0, 0, 0)
        return
    at(b, d, ends(b, d, claim, Step.COMPLETENESS), PHASE_DECISIONS, claim, 0, EVENT_COMPLETE, claim)


@jit
def complete(b: IntArray, d: IntArray, claim: int) -> None:
    """The papers are looked at; experts follow where the text leaves discretion."""
    if refused(b, d, claim):
        return
    note(d, PHASE_DECISIONS, KIND_COMPLETE, claim, 0, 0, 0, 0, 0, 0)
    if not b[ix(b, CLAIM, claim, C.REVIEWED)]:
        decide_later(b, d, claim)
    elif not b[ix(b, POLICY, 0, K.SEATS)] or d[ix(d, MARK, 0, M.SEATS_USED)] < b[ix(b, POLICY, 0, K.SEATS)]:
        seated(b, d, claim)
    else:
        d[ix(d, QUEUE, 0, d[ix(d, MARK, 0, M.QUEUE_END)])] = claim
        d[ix(d, MARK, 0, M.QUEUE_END)] += 1


@jit
def refused(b: IntArray, d: IntArray, claim: int) -> bool:
    """Refuse an application that is incomplete or not eligible, on what is certified today."""
    certify(b, d, claim)
    row = ruling_of(b, d, claim, d[ix(d, CASE, claim, S.BEFORE_FEN)], b[ix(b, CLAIM, claim, C.PLANNED_FEN)])
    d[ix(d, CASE, claim, S.RULING)] = row
    found = ix(b, RULING, row, 0)
    if b[found + R.REFUSAL]:
        refuse(
            d, PHASE_DECISIONS, claim, b[found + R.REFUSAL], b[found + R.DETAIL], b[found + R.MISSING_FEN], 0
        )
    return bool(b[found + R.REFUSAL])


@jit
def seated(b: IntArray, d: IntArray, claim: int) -> None:
    """A seat of the panel is taken until the review ends."""
    d[ix(d, MARK, 0, M.SEATS_USED)] += 1
    at(b, d, ends(b, d, claim, Step.REVIEW), PHASE_DECISIONS, claim, 0, EVENT_REVIEWED, claim)


@jit
def reviewed(b: IntArray, d: IntArray, claim: int) -> None:
    """The review ends; the next in the queue takes the seat."""
    note(d, PHASE_DECISIONS, KIND_REVIEWED, claim, 0, 0, 0, 0, 0, 0)
    decide_later(b, d, claim)
    d[ix(d, MARK, 0, M.SEATS_USED)] -= 1
    if d[ix(d, MARK, 0, M.QUEUED)] < d[ix(d, MARK, 0, M.QUEUE_END)]:
        following = d[ix(d, QUEUE, 0, d[ix(d, MARK, 0, M.QUEUED)])]
        d[ix(d, MARK, 0, M.QUEUED)] += 1
        seated(b, d, following)


@jit
def decide_later(b: IntArray, d: IntArray, claim: int) -> None:
    """The bureau's meeting is called."""
    at(b, d, ends(b, d, claim, Step.DECISION), PHASE_DECISIONS, claim, 0, EVENT_DECIDED, claim)


@jit
def decided(b: IntArray, d: IntArray, claim: int) -> None:
    """The amount: entitlement, cuts, and the question to the envelope."""
    note(d, PHASE_DECISIONS, KIND_DECIDED, claim, 0, 0, 0, 0, 0, 0)
    if refused(b, d, claim):
        return
    case, today = ix(d, CASE, claim, 0), d[ix(d, MARK, 0, M.TODAY)]
    whole = b[ix(b, RULING, d[case + S.RULING], R.AMOUNT_FEN)]
    if b[ix(b, CLAIM, claim, C.LAPSES_DAY)] <= today:
        refuse(d, PHASE_DECISIONS, claim, REASON_CONDITIONS_LAPSED, 0, 0, whole)
        return
    rank_moves(b, d, claim)
    if b[ix(b, CLAIM, claim, C.RANKED)]:
        refuse(d, PHASE_DECISIONS, claim, REASON_RANKED_BELOW, 0, 0, whole)
        return
    left_of(b, d, claim)
    if not d[case + S.LEFT_FEN]:
        refuse(d, PHASE_DECISIONS, claim, nothing_left(d, claim), 0, 0, whole)
        return
    d[case + S.COUNTED_DAY] = today
    count(b, d, claim, d[case + S.LEFT_FEN], today)
    granted = ask(b, d, claim, d[case + S.LEFT_FEN])
    if granted != NONE:
        awarded(b, d, claim, granted)


@jit
def awarded(b: IntArray, d: IntArray, claim: int, granted: int) -> None:
    """The envelope has answered: the award is written and published, or refused."""
    case = ix(d, CASE, claim, 0)
    left, row = d[case + S.LEFT_FEN], ix(b, RULING, d[case + S.RULING], 0)
    if granted < left:
        count(b, d, claim, granted - left, d[case + S.COUNTED_DAY])
    if not granted:
        refuse(d, PHASE_DECISIONS, claim, REASON_BUDGET_SHORT, 0, 0, left)
        return
    d[case + S.GRANTED_FEN] = d[case + S.AWARD_FEN] = granted
    before, taken, planned = (
        d[case + S.BEFORE_FEN],
        d[case + S.THIS_YEAR_FEN],
        b[ix(b, CLAIM, claim, C.PLANNED_FEN)],
    )
    certified, award = KIND_CERTIFIED, KIND_AWARDED
    note(d, PHASE_DECISIONS, certified, claim, 0, 0, before, taken, planned, d[case + S.REPEATED])
    cuts = (d[case + S.PAID_ALREADY_FEN], d[case + S.LIMIT_FEN], left - granted)
    note(d, PHASE_DECISIONS, award, claim, 0, granted, b[row + R.AMOUNT_FEN], cuts[0], cuts[1], cuts[2])
    commit(b, d, claim)
    at(b, d, ends(b, d, claim, Step.NOTICE), PHASE_DECISIONS, claim, 0, EVENT_PUBLICISED, claim)
