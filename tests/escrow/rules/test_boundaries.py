"""One fen or one day below, at and above every printed threshold, generated from the list."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from escrow.arithmetic import FEN_DOWN, FEN_UP
from escrow.readings import eligibility as who
from escrow.readings import premium as policies
from escrow.rules import cost_share, deposit, eligibility, milestone, pool, premium, release
from escrow.rules.entitlement import Guard
from tests.escrow.literal import WAN, day

FLOOR, CEILING = 1, -1
FIRST, LAST = day("2025-03-09"), day("2026-03-08")
P1 = 333_333_333  # 10 % of it is not a whole fen


class Threshold(NamedTuple):
    """A limit, on which side it is good, and the guard that keeps it."""

    name: str
    limit: int
    side: int
    guard: Callable[[int], Guard]


THRESHOLDS = [
    Threshold("agreed total", 300 * WAN, FLOOR, lambda x: eligibility.threshold_guard(x, 300 * WAN)),
    Threshold(
        "agreed total net of 6 % VAT",
        318 * WAN,
        FLOOR,
        lambda x: eligibility.threshold_guard(x, who.net_of_vat(300 * WAN, (6, 100))),
    ),
    Threshold("deposit", 33_333_334, FLOOR, lambda x: deposit.floor_guard(x, P1, (10, 100), FEN_UP)),
    Threshold(
        "deposit of 20 %", 40 * WAN, FLOOR, lambda x: deposit.floor_guard(x, 200 * WAN, (1, 5), FEN_UP)
    ),
    Threshold("pool budget", 200 * WAN, FLOOR, lambda x: pool.budget_guard(x, 200 * WAN)),
    Threshold("pool balance", 200 * WAN, FLOOR, lambda x: pool.balance_guard(x, 200 * WAN)),
    Threshold("balance", 180 * WAN, FLOOR, lambda x: release.release_guard(200 * WAN, 20 * WAN, x, True)),
    Threshold("grant under the cap", 300 * WAN, CEILING, lambda x: cost_share.cap_guard(x, 300 * WAN)),
    Threshold(
        "largest share", 80 * WAN, CEILING, lambda x: eligibility.share_guard(x, 200 * WAN, None, (2, 5))
    ),
    Threshold(
        "smallest share", 80 * WAN, FLOOR, lambda x: eligibility.share_guard(x, 200 * WAN, (2, 5), None)
    ),
    Threshold("first day", FIRST, FLOOR, lambda x: eligibility.trial_guard(x, FIRST, LAST)),
    Threshold("last day", LAST, CEILING, lambda x: eligibility.trial_guard(x, FIRST, LAST)),
    Threshold(
        "one year", day("2026-04-01"), CEILING, lambda x: milestone.period_guard(day("2025-04-01"), x, 1)
    ),
    Threshold("channel", FIRST, FLOOR, lambda x: deposit.channel_guard(x, FIRST)),
    Threshold("receipt", FIRST, FLOOR, lambda x: milestone.next_start_guard(x, FIRST)),
    Threshold("policy bound", LAST, CEILING, lambda x: premium.bound_guard(x, LAST)),
    Threshold(
        "policy before the agreement",
        LAST - 1,
        CEILING,
        lambda x: premium.bound_guard(x, policies.before_agreement(0, LAST)),
    ),
    Threshold(
        "agreement signed",
        FIRST,
        FLOOR,
        lambda x: eligibility.signature_guard(who.signed_in_trial(x, FIRST)),
    ),
    Threshold("milestones", 1, FLOOR, lambda x: milestone.count_guard(x, 1)),
]


def cases() -> Iterator[tuple[str, Guard, int]]:
    """Each threshold at the limit, one on the good side, one on the bad: what should be missing."""
    for name, limit, side, guard in THRESHOLDS:
        yield f"{name}: at", guard(limit), 0
        yield f"{name}: good side", guard(limit + side), 0
        yield f"{name}: bad side", guard(limit - side), 1


@pytest.mark.parametrize(
    ("name", "guard", "missing"), list(cases()), ids=lambda x: x if isinstance(x, str) else ""
)
def test_the_guard_knows_its_limit_to_the_unit(name: str, guard: Guard, missing: int) -> None:
    assert guard.passed is (missing == 0), name
    if missing and name != "milestones: bad side":
        assert guard.missing_fen + guard.missing_days == missing
        assert guard.reason


@pytest.mark.parametrize(
    ("premium_fen", "expected"),
    [
        (6_249_999 * 10, 4_999_999 * 10 + 2),
        (62_499_999, 49_999_999),
        (62_500_000, 50 * WAN),
        (62_500_001, 50 * WAN),
    ],
)
def test_the_premium_subsidy_stops_at_its_cap(premium_fen: int, expected: int) -> None:
    assert premium.subsidy([(premium_fen, 0)], (4, 5), 50 * WAN, FEN_DOWN).amount_fen == expected


@pytest.mark.parametrize(
    ("input_fen", "expected"),
    [(1000 * WAN - 1, 300 * WAN - 1), (1000 * WAN, 300 * WAN), (1000 * WAN + 4, 300 * WAN)],
)
def test_the_grant_stops_at_its_cap(input_fen: int, expected: int) -> None:
    assert cost_share.grant(input_fen, 0, (3, 10), 300 * WAN, FEN_DOWN).amount_fen == expected
