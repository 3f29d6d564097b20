"""What each reading of the process and each of its options means, and why the default is the default."""

from typing import NamedTuple

from ledger.text import Text


class Choice(NamedTuple):
    """A reading of the process in words; the options in the order of escrow.claims.setting.Choices."""

    title: Text
    why: Text
    options: dict[str, Text]


CHOICES: dict[str, Choice] = {
    "budget_short": Choice(
        Text("预算不够时", "when the budget is short"),
        Text(
            "文件没有规定；转下年不减少任何一家应得的",
            "no paper says; putting off takes nothing from anybody",
        ),
        {
            "defer": Text("转下年预算，先到先得", "put off to next year's budget, first come first served"),
            "trim": Text("付到用完为止", "pay what is left"),
            "reject": Text("不予兑现", "refuse the claim"),
            "prorate": Text("年底同比例分配", "share out in proportion at the end of the year"),
        },
    ),
    "year_end": Choice(
        Text("年底结余", "balance at the end of the year"),
        Text("预算按年度安排", "budgets are set for a year"),
        {
            "lapse": Text("收回", "lapses"),
            "carry_over": Text("结转下年同一项目，一次为限", "carried to the same item of next year, once"),
        },
    ),
    "arrival": Choice(
        Text("上级资金分次到账", "higher-level money that arrives in parts"),
        Text("条文按实际到账计算", "the texts count what has arrived"),
        {
            "each_arrival": Text("每次到账都配套", "every arrival is matched"),
            "once": Text("只配套第一次到账", "only the first arrival is matched"),
        },
    ),
    "charged": Choice(
        Text("占用资金盘的金额", "what an award takes from an envelope"),
        Text("资金盘是区财政安排的", "the envelope is the district's own money"),
        {
            "own_share": Text("只占用本级承担的部分", "the share of the level that owns the envelope"),
            "whole_award": Text("占用全部核定金额", "the whole award"),
        },
    ),
    "higher_later": Choice(
        Text("已核定较低、后来符合较高的", "a higher award after a lower one for the same"),
        Text("从高原则下合计等于较高的一项", "paid together they come to the higher one"),
        {
            "difference": Text("补差额", "the difference is paid"),
            "nothing": Text("不再兑现", "nothing more is paid"),
        },
    ),
    "floor_envelope": Choice(
        Text("只写“不少于”的资金盘", "an envelope of which only the least amount is printed"),
        Text("超过部分没有安排的依据", "nothing says that more was appropriated"),
        {
            "limit": Text("以所写金额为限", "the printed amount is the limit"),
            "raised": Text("不足时追加", "raised when it is used up"),
        },
    ),
    "revenue_cut": Choice(
        Text("减收时压减什么", "what is cut when revenue falls short"),
        Text("已支付的不追回", "what was paid is not taken back"),
        {
            "unpaid_only": Text(
                "先压未占用的，再按比例压未支付的", "what is free, then in proportion what is unpaid"
            ),
            "free_only": Text("只压未占用的", "only what is not promised yet"),
        },
    ),
    "refund": Choice(
        Text("退回的资金", "money that comes back"),
        Text("当年退回冲减支出", "a refund of the same year lowers the spending"),
        {
            "same_year": Text("当年退回的可再安排", "of the same year may be granted again"),
            "never": Text("不再安排", "is not granted again"),
        },
    ),
    "review": Choice(
        Text("哪些申报要专家评审", "which claims experts look at"),
        Text("“最高”“不超过”留有裁量", "the words at most leave discretion"),
        {
            "discretionary": Text("条文留有裁量的", "where the text leaves discretion"),
            "all": Text("全部", "all"),
            "none": Text("都不评审", "none"),
        },
    ),
}
