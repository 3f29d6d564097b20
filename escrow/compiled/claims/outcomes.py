"""What a replication of claims came to, reduced from its tape: the same for every engine; money in fen."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from ledger.text import Text

DAY, KIND, AMOUNT, A, B, C, D = 0, 2, 5, 6, 7, 8, 9
ONE = -1  # in place of a column: rows are counted


class Outcome(NamedTuple):
    """A sum over rows of one kind: of a column, or their number; only where `column` is `value`, if given."""

    name: str
    label: Text
    kind: ClaimKind
    adds: int = ONE
    where: tuple[int, int] | None = None

    def of(self, tape: IntArray) -> IntArray:
        """What each row adds."""
        mine = tape[:, KIND] == self.kind
        if self.where is not None:
            mine &= tape[:, self.where[0]] == self.where[1]
        return mine.astype(np.int64) if self.adds == ONE else np.where(mine, tape[:, self.adds], 0)


def _refused(reason: ClaimReason, zh: str, en: str) -> Outcome:
    name = f"refused_{reason.name.lower()}"
    return Outcome(name, Text(zh, en), ClaimKind.REFUSED, ONE, (A, reason))


PAID = tuple(
    Outcome(
        f"paid_{payer.name.lower()}_fen",
        Text(f"{zh}支付", f"paid: {en}"),
        ClaimKind.PAID,
        AMOUNT,
        (A, payer),
    )
    for payer, zh, en in (
        (Payer.DISTRICT, "区级", "district"),
        (Payer.CITY, "市级", "city"),
        (Payer.PROVINCE, "省级", "province"),
        (Payer.CENTRAL, "中央", "central government"),
    )
)
OUTCOMES = (
    Outcome("filed", Text("申报项数", "claims filed"), ClaimKind.FILED),
    Outcome("refused", Text("不予兑现项数", "claims refused"), ClaimKind.REFUSED),
    _refused(ClaimReason.BUDGET_SHORT, "因预算不足落空的项数", "refused because the budget is short"),
    _refused(ClaimReason.PAID_ALREADY, "因重复落空的项数", "refused because the same is paid already"),
    _refused(ClaimReason.LIMIT_REACHED, "因限额落空的项数", "refused because a limit is reached"),
    Outcome("withheld_fen", Text("不予兑现的金额", "withheld by refusals"), ClaimKind.REFUSED, D),
    Outcome("awarded", Text("核定项数", "awards"), ClaimKind.AWARDED),
    Outcome("awarded_fen", Text("核定金额", "awarded"), ClaimKind.AWARDED, AMOUNT),
    Outcome("cut_paid_already_fen", Text("因重复核减", "cut: paid already"), ClaimKind.AWARDED, B),
    Outcome("cut_limit_fen", Text("因限额核减", "cut by limits"), ClaimKind.AWARDED, C),
    Outcome("cut_budget_fen", Text("因资金盘核减", "cut by envelopes"), ClaimKind.AWARDED, D),
    Outcome("deferred", Text("转下年次数", "put off to the next year"), ClaimKind.DEFERRED),
    Outcome("deferred_fen", Text("转下年金额", "asked of the next year"), ClaimKind.DEFERRED, C),
    *PAID,
    Outcome("stopped_fen", Text("停止兑现的金额", "stopped"), ClaimKind.STOPPED, B),
    Outcome("reduced_fen", Text("减收压减的金额", "cut when revenue fell short"), ClaimKind.REDUCED, B),
    Outcome("clawback_demanded_fen", Text("要求退回", "claw-backs demanded"), ClaimKind.CLAWBACK_DEMANDED, B),
    Outcome("clawed_back_fen", Text("已退回", "claw-backs received"), ClaimKind.CLAWED_BACK, AMOUNT),
    Outcome("lapsed_fen", Text("指标收回", "quota lapsed"), ClaimKind.LAPSED, AMOUNT),
    Outcome("carried_fen", Text("指标结转", "quota carried over"), ClaimKind.CARRIED, AMOUNT),
    Outcome(
        "unpaid_fen",
        Text("期末未支付", "not yet paid at the end"),
        ClaimKind.COMMITTED_UNPAID,
        B,
        (C, 0),
    ),
    Outcome("waiting_fen", Text("期末仍排队", "waiting at the end"), ClaimKind.COMMITTED_UNPAID, B, (C, 1)),
)
_YEARLY = ("awarded_fen", "deferred_fen", "clawed_back_fen", "lapsed_fen", "carried_fen")
YEARLY = tuple(each for each in OUTCOMES if each in PAID or each.name in _YEARLY)


class Reduced(NamedTuple):
    """The outcomes of a replication, and those by year of their rows (years, outcomes)."""

    values: IntArray
    years: IntArray


def outcomes_of(tape: IntArray, starts: IntArray) -> Reduced:
    """The outcomes of a tape (rows of ten); `starts` are the first days of its years."""
    values = np.array([each.of(tape).sum() for each in OUTCOMES], dtype=np.int64)
    year = np.searchsorted(starts, tape[:, DAY], side="right") - 1
    years = np.zeros((len(starts), len(YEARLY)), dtype=np.int64)
    for column, outcome in enumerate(YEARLY):
        np.add.at(years[:, column], year, outcome.of(tape))
    return Reduced(values, years)
