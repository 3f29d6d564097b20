"""Faults in the terms of a guaranteed loan that the author of a scenario can mend."""

from typing import ClassVar

from ledger.problem import Problem
from ledger.text import Text


class LoanSharesTooLarge(Problem):
    """Guarantor and government together carry more than the whole loss."""

    message: ClassVar[Text] = Text(
        "担保与财政分担比例合计 {total} 超过 100%",
        "the shares of guarantor and government add up to {total}, over 100%",
    )
    advice: ClassVar[Text] = Text("其余由银行承担，请降低其一", "the bank bears the rest; lower one of them")


class LoanDatesContradict(Problem):
    """A default outside the loan's term, or a recovery before the payout."""

    message: ClassVar[Text] = Text(
        "贷款日期矛盾：{what} {day} 应在 {first} 至 {last} 之间",
        "loan dates contradict: {what} {day} must lie from {first} to {last}",
    )
    advice: ClassVar[Text] = Text(
        "请核对放款日、期限与违约、追偿日期", "check drawdown, term, default and recovery dates"
    )


class LoanRecoversTooMuch(Problem):
    """More is recovered than was lost."""

    message: ClassVar[Text] = Text(
        "追偿 {recovered} 分超过损失 {lost} 分",
        "recovered {recovered} fen is more than the loss of {lost} fen",
    )
    advice: ClassVar[Text] = Text("追偿不得超过未还本金", "recover at most the principal owed")
