"""The catalogue of outcomes: what a sweep keeps of every replication, of every year, and by day."""

from difflib import get_close_matches
from enum import IntEnum
from typing import NamedTuple

from ledger.problem import Problem
from ledger.text import Text


class NoSuchOutcome(Problem):
    """An outcome that is not in the catalogue."""

    message = Text("没有名为 {name} 的结果", "there is no outcome named {name}")
    advice = Text("相近的名称：{near}", "close names: {near}")


class O(IntEnum):  # noqa: E742 - a column letter, like P, S and D of escrow.compiled.columns
    """Columns of a replication's outcomes."""

    FILED = 0
    REFUSED = 1
    APPROVED = 2
    FUNDED = 3
    COMPLETED = 4
    ENDED = 5
    MILESTONES_REACHED = 6
    MILESTONES_MISSED = 7
    POOL_QUEUED = 8
    POOL_REFUSED = 9
    POOL_DEPLETED = 10
    POOL_DEPLETED_ON = 11
    POOL_LOWEST_FEN = 12
    POOL_END_FEN = 13
    QUEUE_DAYS = 14
    QUEUE_DAYS_MAX = 15
    FIRST_MONEY_DAYS = 16
    FIRST_MONEY_COUNT = 17
    DEPOSITS_MISSED = 18
    BALANCES_DEFAULTED = 19
    DEBARRED = 20
    CAP_HITS = 21
    CAP_CUT_FEN = 22
    COST_SHARE_CAP_HITS = 23
    COST_SHARE_CAP_CUT_FEN = 24
    PREMIUM_CAP_HITS = 25
    PREMIUM_CAP_CUT_FEN = 26
    BUDGET_SHORT_HITS = 27
    BUDGET_SHORT_CUT_FEN = 28
    POOL_ADVANCE_FEN = 29
    PREMIUM_SUBSIDY_FEN = 30
    COST_SHARE_FEN = 31
    GUARANTEE_FEN = 32
    FEES_FEN = 33
    PUBLIC_OUTLAY_FEN = 34
    PUBLIC_RETURNED_FEN = 35
    PUBLIC_NET_FEN = 36
    COMMITTED_UNPAID_FEN = 37
    POOL_TOPPED_UP_FEN = 38
    QUOTA_LAPSED_FEN = 39
    DEPOSITS_FEN = 40
    FORFEITED_FEN = 41
    RELEASED_FEN = 42
    PREMIUM_FEN = 43
    CLAIMS_FEN = 44
    CLAWBACK_FEN = 45
    ENTERPRISE_NET_FEN = 46
    PLATFORM_INCOME_FEN = 47
    LOANS_DEFAULTED = 48
    LATE_PAYMENT_DAYS = 49
    GRANT_DAYS = 50
    GRANT_COUNT = 51
    EXPOSURE_PEAK_FEN = 52


class Y(IntEnum):
    """Columns of a year's outcomes."""

    POOL_ADVANCE_FEN = 0
    PREMIUM_SUBSIDY_FEN = 1
    COST_SHARE_FEN = 2
    GUARANTEE_FEN = 3
    FEES_FEN = 4
    RETURNED_FEN = 5
    COMMITTED_UNPAID_FEN = 6
    BUDGET_FEN = 7
    EXPOSURE_END_FEN = 8


class F(IntEnum):
    """Series of which fans are kept."""

    POOL_FEN = 0
    ESCROW_FEN = 1
    PUBLIC_NET_FEN = 2
    EXPOSURE_FEN = 3


class Outcome(NamedTuple):
    """An outcome: its name, its unit (fen, days, count, flag or day) and its label."""

    name: str
    unit: str
    title: Text


_OUTCOMES: dict[O, tuple[str, str, str]] = {
    O.FILED: ("count", "申报项目数", "projects filed"),
    O.REFUSED: ("count", "未受理或论证未通过", "projects refused"),
    O.APPROVED: ("count", "立项项目数", "projects approved"),
    O.FUNDED: ("count", "获风险池资金的项目数", "projects with pool money"),
    O.COMPLETED: ("count", "完成项目数", "projects completed"),
    O.ENDED: ("count", "立项后终止的项目数", "approved projects that ended"),
    O.MILESTONES_REACHED: ("count", "达成的里程碑", "milestones reached"),
    O.MILESTONES_MISSED: ("count", "未达成的里程碑", "milestones missed"),
    O.POOL_QUEUED: ("count", "排队的项目数", "projects that waited for the pool"),
    O.POOL_REFUSED: ("count", "风险池拒付次数", "requests the pool refused"),
    O.POOL_DEPLETED: ("flag", "风险池曾用尽", "the pool ran out"),
    O.POOL_DEPLETED_ON: ("day", "风险池首次用尽日", "first day on which the pool ran out"),
    O.POOL_LOWEST_FEN: ("fen", "风险池最低余额", "lowest pool balance"),
    O.POOL_END_FEN: ("fen", "风险池期末余额", "pool balance at the end"),
    O.QUEUE_DAYS: ("days", "排队天数合计", "days in the pool's queue, all projects"),
    O.QUEUE_DAYS_MAX: ("days", "最长排队天数", "longest wait in the pool's queue"),
    O.FIRST_MONEY_DAYS: ("days", "申报到首笔资金天数合计", "days from filing to first money, all projects"),
    O.FIRST_MONEY_COUNT: ("count", "到首笔资金的项目数", "projects with first money"),
    O.DEPOSITS_MISSED: ("count", "未缴保证金次数", "deposits missed"),
    O.BALANCES_DEFAULTED: ("count", "尾款违约次数", "balances defaulted"),
    O.DEBARRED: ("count", "被取消资格的企业数", "enterprises debarred"),
    O.CAP_HITS: ("count", "触顶次数", "times a limit bit"),
    O.CAP_CUT_FEN: ("fen", "触顶削减或占压的金额", "money that limits cut or held up"),
    O.COST_SHARE_CAP_HITS: ("count", "资助上限触顶次数", "times the cost-share cap bit"),
    O.COST_SHARE_CAP_CUT_FEN: ("fen", "资助上限削减额", "cut by the cost-share cap"),
    O.PREMIUM_CAP_HITS: ("count", "保费补助上限触顶次数", "times the premium-subsidy cap bit"),
    O.PREMIUM_CAP_CUT_FEN: ("fen", "保费补助上限削减额", "cut by the premium-subsidy cap"),
    O.BUDGET_SHORT_HITS: ("count", "区级预算不足次数", "times the district budget was short"),
    O.BUDGET_SHORT_CUT_FEN: ("fen", "区级预算不足金额", "not covered by the district budget"),
    O.POOL_ADVANCE_FEN: ("fen", "风险池拨付", "pool money paid"),
    O.PREMIUM_SUBSIDY_FEN: ("fen", "保费补助", "premium subsidies paid"),
    O.COST_SHARE_FEN: ("fen", "研发资助", "cost shares paid"),
    O.GUARANTEE_FEN: ("fen", "政府承担的代偿", "guarantee pay-outs of the government"),
    O.FEES_FEN: ("fen", "管理费用", "fees of operator and auditor"),
    O.PUBLIC_OUTLAY_FEN: ("fen", "财政支出", "public outlay"),
    O.PUBLIC_RETURNED_FEN: ("fen", "财政收回", "public money returned"),
    O.PUBLIC_NET_FEN: ("fen", "财政净支出", "net public outlay"),
    O.COMMITTED_UNPAID_FEN: ("fen", "已承诺未支付", "committed and unpaid at the end"),
    O.POOL_TOPPED_UP_FEN: ("fen", "风险池追加", "top-ups of the pool"),
    O.QUOTA_LAPSED_FEN: ("fen", "收回的指标", "quota lapsed"),
    O.DEPOSITS_FEN: ("fen", "缴入的保证金", "deposits paid"),
    O.FORFEITED_FEN: ("fen", "没收的保证金", "deposits forfeited"),
    O.RELEASED_FEN: ("fen", "托管拨付", "released from escrow"),
    O.PREMIUM_FEN: ("fen", "保费", "premiums paid"),
    O.CLAIMS_FEN: ("fen", "赔款", "claims paid"),
    O.CLAWBACK_FEN: ("fen", "追回款", "money clawed back"),
    O.ENTERPRISE_NET_FEN: ("fen", "企业净成本", "net cost of the enterprises"),
    O.PLATFORM_INCOME_FEN: ("fen", "平台收入", "income of the platforms"),
    O.LOANS_DEFAULTED: ("count", "贷款违约数", "loans defaulted"),
    O.LATE_PAYMENT_DAYS: ("days", "尾款逾期天数合计", "days balances came past their 15 days"),
    O.GRANT_DAYS: ("days", "审计到资助兑现天数合计", "days from audit to cost share, all projects"),
    O.GRANT_COUNT: ("count", "审计后兑现的资助数", "cost shares paid after an audit"),
    O.EXPOSURE_PEAK_FEN: ("fen", "季末最大风险敞口", "largest exposure at a quarter's end"),
}
_YEARLY: dict[Y, tuple[str, str]] = {
    Y.POOL_ADVANCE_FEN: ("风险池拨付", "pool money paid"),
    Y.PREMIUM_SUBSIDY_FEN: ("保费补助", "premium subsidies paid"),
    Y.COST_SHARE_FEN: ("研发资助", "cost shares paid"),
    Y.GUARANTEE_FEN: ("政府承担的代偿", "guarantee pay-outs of the government"),
    Y.FEES_FEN: ("管理费用", "fees of operator and auditor"),
    Y.RETURNED_FEN: ("财政收回", "public money returned"),
    Y.COMMITTED_UNPAID_FEN: ("已承诺未支付", "committed and unpaid, by year of the claim"),
    Y.BUDGET_FEN: ("所需预算", "budget needed"),
    Y.EXPOSURE_END_FEN: ("年末风险敞口", "exposure at the year's end"),
}
_SERIES: dict[F, tuple[str, str]] = {
    F.POOL_FEN: ("风险池余额", "pool balance"),
    F.ESCROW_FEN: ("托管余额", "escrow balance"),
    F.PUBLIC_NET_FEN: ("累计财政净支出", "net public outlay so far"),
    F.EXPOSURE_FEN: ("风险敞口", "exposure"),
}


OUTCOMES: tuple[Outcome, ...] = tuple(
    Outcome(column.name.lower(), unit, Text(zh, en)) for column, (unit, zh, en) in sorted(_OUTCOMES.items())
)
YEARLY: tuple[Outcome, ...] = tuple(
    Outcome(column.name.lower(), "fen", Text(*both)) for column, both in sorted(_YEARLY.items())
)
SERIES: tuple[Outcome, ...] = tuple(
    Outcome(column.name.lower(), "fen", Text(*both)) for column, both in sorted(_SERIES.items())
)


def outcome(name: str, among: tuple[Outcome, ...] = OUTCOMES) -> Outcome:
    """The outcome of this name; NoSuchOutcome, with close names, when there is none."""
    found = next((each for each in among if each.name == name), None)
    if found is None:
        names = [each.name for each in among]
        close = get_close_matches(name, names, n=3, cutoff=0.6) or names
        raise NoSuchOutcome(name=name, near=", ".join(close))
    return found
