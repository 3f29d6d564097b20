"""Deposits (保证金): the first before the start, the next after each release."""

from escrow.arithmetic import missing, share
from escrow.rules.entitlement import (
    Entitlement,
    Guard,
    Rate,
    Readings,
    Workings,
    days_guard,
    entitled,
    money_guard,
)
from escrow.tape import Reason

FIRST = "xiaoshan-first-deposit-10"
NEXT = "xiaoshan-next-stage-deposit"
CHANNEL = "xiaoshan-open-channel"


def least(base_fen: int, rate: Rate, rounding: int) -> int:
    """The deposit (fen) that a rate of `base_fen` asks for, by a rounding code of escrow.arithmetic."""
    return share(base_fen, *rate, rounding)


def first(instalment_fen: int, rate: Rate, rounding: int, readings: Readings = ()) -> Entitlement:
    """The deposit on the first instalment, at the agreed rate."""
    amount = least(instalment_fen, rate, rounding)
    return entitled(FIRST, amount, _workings(instalment_fen, rate), readings)


def following(
    instalment_fen: int, base_fen: int, rate: Rate, rounding: int, readings: Readings = ()
) -> Entitlement:
    """The deposit on a later instalment; its base follows reading next_deposit_base.

    It counts towards the instalment, so it is never larger than that.
    """
    amount = min(least(base_fen, rate, rounding), instalment_fen)
    return entitled(NEXT, amount, (("instalment", instalment_fen), *_workings(base_fen, rate)), readings)


def in_full(instalment_fen: int, readings: Readings = ()) -> Entitlement:
    """The whole next instalment paid in advance, which the clause allows instead of a deposit."""
    return entitled(NEXT, instalment_fen, (("instalment", instalment_fen),), readings)


def floor_guard(
    deposit_fen: int, instalment_fen: int, floor_rate: Rate, rounding: int, clause: str = FIRST
) -> Guard:
    """Whether a deposit reaches the policy's floor; says how many fen it lacks."""
    lacking = missing(deposit_fen, least(instalment_fen, floor_rate, rounding))
    workings = (("deposit", deposit_fen), *_workings(instalment_fen, floor_rate))
    return money_guard(clause, Reason.DEPOSIT_BELOW_FLOOR, lacking, workings)


def channel_guard(deposit_day: int, channel_day: int) -> Guard:
    """The channel takes deposits from the day of the notice; says how many days too early one came."""
    early = missing(deposit_day, channel_day)
    workings = (("deposit_day", deposit_day), ("channel_day", channel_day))
    return days_guard(CHANNEL, Reason.NO_DEPOSIT, early, workings)


def _workings(base_fen: int, rate: Rate) -> Workings:
    return (("base", base_fen), ("rate", *rate))
