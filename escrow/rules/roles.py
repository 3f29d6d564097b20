"""Clauses that move no money: who acts, or what follows, in words of our own."""

from typing import NamedTuple

from escrow.rules.citation import Citation, cite
from ledger.text import Text


class Role(NamedTuple):
    """What a clause without an amount settles."""

    citation: Citation
    says: Text


_SAYS = {
    "xiaoshan-pool-and-account-setup": Text(
        "设两个账户：风险池与监管账户", "two accounts: risk pool and escrow"
    ),
    "xiaoshan-escrow-operator": Text(
        "监管账户的收付由受托第三方办理", "the commissioned third party moves the escrow"
    ),
    "xiaoshan-intake": Text(
        "区科技局随时受理", "the district science bureau takes applications at any time"
    ),
    "xiaoshan-approval-notice": Text(
        "通知下达之日起纳入扶持", "the project is in the scheme from the day of the notice"
    ),
    "xiaoshan-annual-audit": Text(
        "每年审计一次，审计所认定者方可计入", "audited once a year; only what it finds counts"
    ),
    "xiaoshan-working-group": Text(
        "主管部门为区科技局", "the authority is the district science bureau"
    ),
    "xiaoshan-expert-committee": Text(
        "专家意见供主管部门审核", "expert opinion feeds the authority's review"
    ),
    "xiaoshan-platform-appraisal": Text(
        "计入平台年度考核，无金额", "counts in the platform's appraisal, no amount"
    ),
    "xiaoshan-publicity": Text(
        "可作案例宣传，无金额", "may be shown as a case, no amount"
    ),
    "xiaoshan-interpretation": Text(
        "由区科技局、区财政局解释", "the science and finance bureaus interpret"
    ),
    "xiaoshan-guarantee-loan": Text(
        "条文无数字，由方案给定", "no number printed; the scenario gives the terms"
    ),
}  # fmt: skip


def role(clause: str) -> Role:
    """What a clause without an amount settles; KeyError for one that prints an amount."""
    return Role(cite(clause), _SAYS[clause])


def moneyless() -> tuple[str, ...]:
    """The clauses from which no amount follows."""
    return tuple(_SAYS)
