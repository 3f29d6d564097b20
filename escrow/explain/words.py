"""What the names in workings and event data are called, in both languages."""

from ledger.text import Text

NAMES: dict[str, Text] = {
    "amount": Text("金额", "amount"),
    "agreed_total": Text("协议总额", "agreed total"),
    "base": Text("计算基数", "base"),
    "rate": Text("比例", "rate"),
    "before_cap": Text("封顶前金额", "before the cap"),
    "cap_left": Text("剩余额度", "left under the cap"),
    "input": Text("审计认定实际投入", "audited input"),
    "claims": Text("扣除的理赔", "claims deducted"),
    "premium": Text("保费", "premium"),
    "instalment": Text("本期合作经费", "instalment"),
    "instalments": Text("各期合计", "instalments together"),
    "deposit": Text("保证金", "deposit"),
    "balance": Text("尾款", "balance"),
    "budget": Text("立项预算", "project budget"),
    "pool": Text("风险池余额", "left in the pool"),
    "paid_in": Text("已缴入安心宝", "paid into escrow"),
    "forfeited": Text("不予退还部分", "forfeited"),
    "excess": Text("多付部分", "paid in excess"),
    "counted": Text("计入金额", "counted amount"),
    "needed": Text("门槛金额", "amount needed"),
    "total": Text("总额", "total"),
    "loss": Text("定损金额", "assessed loss"),
    "cover": Text("保额", "cover"),
    "own_share": Text("自负比例", "insured's own share"),
    "principal": Text("本金", "principal"),
    "days": Text("天数", "days"),
    "share": Text("分担比例", "share"),
    "due": Text("应付", "due"),
    "owed": Text("所欠", "owed"),
    "decided": Text("决定追加", "top-up decided"),
    "withheld": Text("未兑现金额", "withheld"),
    "demanded": Text("要求退回", "demanded"),
    "committed": Text("已承诺", "committed"),
    "advance": Text("已列支", "advance"),
    "funded": Text("已拨付预算", "budget paid"),
    "unspent": Text("未用比例", "unspent share"),
    "turnover": Text("代管资金流量", "escrow turnover"),
    "fen_days": Text("余额积数（分·天）", "balance days (fen times days)"),
    "recovered": Text("追回金额", "recovered"),
    "year": Text("年度", "year"),
    "stage": Text("阶段", "stage"),
    "tranche": Text("第几笔", "tranche"),
    "in_full": Text("是否全额", "paid in full"),
    "passed": Text("是否通过", "passed"),
    "score": Text("得分", "score"),
    "found": Text("实际", "found"),
    "required": Text("要求", "required"),
    "last_day": Text("期限", "last day"),
    "agreed_day": Text("约定日", "agreed day"),
    "evidence_day": Text("凭证日", "day of evidence"),
    "bound_on": Text("投保日", "bound on"),
    "start": Text("开始日", "start"),
    "end": Text("结束日", "end"),
    "occurrence": Text("第几次", "try"),
    "achieved": Text("完成比例", "achieved"),
    "payer": Text("付款方", "payer"),
    "payee": Text("收款方", "payee"),
    "by_clause": Text("按条款计算", "by the clause"),
    "awarded": Text("核定金额", "awarded"),
    "paid_together": Text("累计已付", "paid so far"),
    "paid_by": Text("由谁支付", "paid by"),
    "received": Text("上级资金累计到账", "higher-level money received so far"),
    "law_of": Text("适用条款之日", "law of"),
    "reverses": Text("冲销", "reverses"),
}
_DAYS = frozenset(
    {"last_day", "agreed_day", "evidence_day", "bound_on", "start", "end", "receipt", "day", "law_of"}
)
_PLAIN = frozenset(
    {
        "year",
        "stage",
        "tranche",
        "in_full",
        "passed",
        "score",
        "days",
        "occurrence",
        "milestones",
        "late_days",
    }
    | {"fen_days", "year_days", "payer", "payee", "sharer", "way", "occasion", "enterprise", "platform"}
)


def name(key: str) -> Text:
    """What a name in workings or event data is called; the name itself when it has no label."""
    plain = key.removesuffix("_fen")
    return NAMES.get(plain, Text(plain, plain))


def is_day(key: str) -> bool:
    """Whether the number is a day (ordinal)."""
    return key in _DAYS


def is_money(key: str) -> bool:
    """Whether the number is fen; rates, counts and codes are not."""
    return not is_day(key) and key not in _PLAIN and not key.endswith(("_num", "_den"))
