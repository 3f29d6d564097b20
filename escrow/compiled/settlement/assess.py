"""What the audit finds in one project: input, claims deducted and base; equal to escrow.settlement.assess."""

from typing import NamedTuple

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inner
from escrow.compiled.settlement import parts as cut
from escrow.compiled.settlement.books import AMOUNT, CLAIMS, COUNT, DAY, PAYEE, SUBSIDIES, record
from escrow.compiled.settlement.codes import ClaimScope
from escrow.compiled.settlement.found import (
    CLAIMS_CARRIED,
    CLAIMS_TO_DATE,
    INPUT_TO_DATE,
    OWED,
    SUBSIDIES_TO_DATE,
)
from escrow.compiled.settlement.policy import SettlementPolicy
from escrow.compiled.settlement.window import OUT_OF_RANGE, Window, is_new
from escrow.tape import Payer

ENTERPRISE = Payer.ENTERPRISE.value
NOT_STATED = -1


class Finding(NamedTuple):
    """The audit's findings on one project, in fen; `parts` is OUT_OF_RANGE for a cap year unknown."""

    input: int
    claims: int
    base: int
    parts: int  # rows of the new part of the base


@inner
def assess(
    policy: SettlementPolicy,
    books: IntArray,
    i: int,
    window: Window,
    audited_fen: int,
    own_bucket: int,
    state: IntArray,
    parts: IntArray,
) -> Finding:
    """Count a project's input and deduct its claims as the readings say; `state` is brought up to now."""
    count = cut.new_parts(policy, books, i, window, parts)
    if count == OUT_OF_RANGE:
        return Finding(0, 0, 0, OUT_OF_RANGE)
    count, state[OWED] = cut.netted(parts, count, state[OWED])
    if audited_fen != NOT_STATED:
        count, state[OWED] = cut.as_audited(parts, count, audited_fen, own_bucket), 0
    found = cut.total(parts, count)
    claims, subsidies = _new_claims(policy, books, i, window), _new_subsidies(books, i, window)
    state[INPUT_TO_DATE] += found
    state[CLAIMS_TO_DATE] += claims
    state[SUBSIDIES_TO_DATE] += subsidies
    base, deducted = _scope(policy, state, found, claims)
    restates = policy.claim_scope == ClaimScope.WHOLE_PROJECT_WITH_CLAWBACK
    if policy.premium_deducted:
        base = max(0, base - (state[SUBSIDIES_TO_DATE] if restates else subsidies))
    count = cut.trimmed(parts, count, max(0, found - base))
    return Finding(state[INPUT_TO_DATE] if restates else found, deducted, base, count)


@inner
def _scope(policy: SettlementPolicy, state: IntArray, found: int, claims: int) -> tuple[int, int]:
    """The base and the claims deducted in it, by reading claim_scope; what waits is carried in the state."""
    if policy.claim_scope == ClaimScope.WHOLE_PROJECT_WITH_CLAWBACK:
        state[CLAIMS_CARRIED] = 0
        base = max(0, state[INPUT_TO_DATE] - state[CLAIMS_TO_DATE])
        return base, state[INPUT_TO_DATE] - base
    waiting = 0 if policy.claim_scope == ClaimScope.SAME_YEAR_ONLY else state[CLAIMS_CARRIED]
    used = min(waiting + claims, found)
    carries = policy.claim_scope == ClaimScope.SAME_PROJECT_CARRIED_FORWARD
    state[CLAIMS_CARRIED] = waiting + claims - used if carries else 0
    return found - used, used


@inner
def _new_claims(policy: SettlementPolicy, books: IntArray, i: int, window: Window) -> int:
    found = 0
    for k in range(books[i, COUNT + CLAIMS]):
        at = record(books, i, CLAIMS, k)
        day = books[i, at + DAY]
        counts = policy.any_claim or books[i, at + PAYEE] == ENTERPRISE
        if counts and is_new(window, day, day):
            found += books[i, at + AMOUNT]
    return found


@inner
def _new_subsidies(books: IntArray, i: int, window: Window) -> int:
    found = 0
    for k in range(books[i, COUNT + SUBSIDIES]):
        at = record(books, i, SUBSIDIES, k)
        if is_new(window, books[i, at + DAY], books[i, at + DAY]):
            found += books[i, at + AMOUNT]
    return found
