"""What of each cap has been used, told from the books alone; equal to escrow.settlement.caps."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.amounts import room
from escrow.compiled.jit import inner, jit
from escrow.compiled.settlement.books import (
    AMOUNT,
    BUCKET,
    COUNT,
    DAY,
    GRANTEE,
    GRANTS,
    PARTNER,
    PARTNER_GROUP,
    PARTNERS,
    SUBSIDIES,
    F,
    record,
)
from escrow.compiled.settlement.policy import SettlementPolicy
from escrow.compiled.settlement.window import OUT_OF_RANGE, bucket_of, column_of

LEAD = 0


@inner
def unit_of(policy: SettlementPolicy, enterprise: int, group: int) -> int:
    """The unit whose cap an enterprise uses: enterprises take the even numbers, groups the odd ones."""
    return 2 * group + 1 if policy.by_group and group >= 0 else 2 * enterprise


@inner
def partner_of(books: IntArray, i: int, enterprise: int) -> int:
    """The number of an enterprise in its project: LEAD, or 1 for the first partner."""
    if enterprise == books[i, F.ENTERPRISE]:
        return LEAD
    number = 1
    while books[i, record(books, i, PARTNERS, number - 1) + PARTNER] != enterprise:
        number += 1
    return number


@inner
def unit_in(policy: SettlementPolicy, books: IntArray, i: int, enterprise: int) -> int:
    """The unit whose cap an enterprise of the project uses."""
    partner = partner_of(books, i, enterprise)
    if partner == LEAD:
        return unit_of(policy, enterprise, books[i, F.GROUP])
    return unit_of(policy, enterprise, books[i, record(books, i, PARTNERS, partner - 1) + PARTNER_GROUP])


@inner
def payment_bucket(policy: SettlementPolicy, day: int) -> int:
    """The cap year of a payment that no audit decides, such as a premium subsidy."""
    return bucket_of(policy, day, day, day)


@inner
def add_used(policy: SettlementPolicy, books: IntArray, i: int, used: IntArray) -> int:
    """Add what a project has used of its caps; OUT_OF_RANGE when a cap year is none of the policy's."""
    for k in range(books[i, COUNT + GRANTS]):
        at = record(books, i, GRANTS, k)
        unit = unit_in(policy, books, i, books[i, at + GRANTEE])
        used[unit, column_of(policy, books[i, at + BUCKET])] += books[i, at + AMOUNT]
    for k in range(books[i, COUNT + SUBSIDIES] if policy.premium_in_cap else 0):
        at = record(books, i, SUBSIDIES, k)
        bucket = payment_bucket(policy, books[i, at + DAY])
        if bucket == OUT_OF_RANGE:
            return OUT_OF_RANGE
        unit = unit_of(policy, books[i, F.ENTERPRISE], books[i, F.GROUP])
        used[unit, column_of(policy, bucket)] += books[i, at + AMOUNT]
    return 0


@jit
def room_under_cap(
    policy: SettlementPolicy, books: IntArray, projects: int, enterprise: int, group: int, day: int
) -> int:
    """What a payment of `day` to an enterprise finds left of its cap (a premium subsidy that uses it)."""
    unit, bucket = unit_of(policy, enterprise, group), payment_bucket(policy, day)
    used = 0
    for i in range(projects):
        for k in range(books[i, COUNT + GRANTS]):
            at = record(books, i, GRANTS, k)
            here = books[i, at + BUCKET] == bucket
            if here and unit_in(policy, books, i, books[i, at + GRANTEE]) == unit:
                used += books[i, at + AMOUNT]
        if policy.premium_in_cap and unit_of(policy, books[i, F.ENTERPRISE], books[i, F.GROUP]) == unit:
            for k in range(books[i, COUNT + SUBSIDIES]):
                at = record(books, i, SUBSIDIES, k)
                if payment_bucket(policy, books[i, at + DAY]) == bucket:
                    used += books[i, at + AMOUNT]
    return room(policy.cap_fen, used)
