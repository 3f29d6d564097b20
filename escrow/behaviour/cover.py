"""Purposes of insurance and guaranteed loans."""

from escrow.behaviour.purpose import Level, Unit, amount, chance, days
from ledger.text import Text

_P, _S = Level.PROJECT, Level.STAGE
_SEEN = Text(
    "判断值；已见保额：西安 2025 年 150万、南通 2023 年约 100万",
    "judgement; sums insured seen: Xi'an 2025 150万, Nantong 2023 about 100万",
)
_CLAUSES = Text(
    "判断值，参考娄底、南通、广东研发保险条款", "judgement after clauses seen in Loudi, Nantong and Guangdong"
)
_GUARANTEE = Text(
    "上限见财金〔2024〕60号（代偿率 5%），水平为判断值",
    "ceiling 5 % in 财金〔2024〕60号; the level is a judgement",
)

COVER = (
    chance(
        "insured",
        _P,
        Text("投保", "the project is insured"),
        "0%",
        "15%",
        source=Text(
            "判断值；科技保险约占财险保费 4%（2024 年广东调研）",
            "judgement; science lines were about 4 % of property premium (Guangdong, 2024)",
        ),
    ),
    amount("cover_percent", _P, Text("保额占协议总额", "sum insured in the agreed total"), 50, source=_SEEN),
    amount(
        "cover_limit",
        _P,
        Text("保额上限", "limit of the sum insured"),
        500,
        unit=Unit.WAN,
        highest=1_000_000,
        source=_SEEN,
    ),
    amount(
        "premium_rate",
        _P,
        Text("保险费率", "premium rate on the sum insured"),
        500,
        unit=Unit.BASIS_POINTS,
        highest=10_000,
    ),
    amount("own_share_percent", _P, Text("自留比例", "insured's own share of a loss"), 20, source=_CLAUSES),
    days(
        "bound_days",
        _P,
        Text("保单签发早于申报的天数", "days from the policy to the filing"),
        15,
        # triangle 5, 15, 40
        "0:5 5:9 10:11 25:14 50:19 75:25 90:31 95:33 100:40",
    ),
    days("waiting_days", _P, Text("保险等待期", "waiting period of the policy"), 60, source=_CLAUSES),
    chance(
        "trigger_accepted",
        _S,
        Text("保险人认可出险", "the insurer accepts the trigger"),
        "100%",
        "60%",
        source=_CLAUSES,
    ),
    days(
        "claim_days",
        _S,
        Text(
            "未完成到赔付：报案 10、定损 60、支付 10 天",
            "miss to claim: notice 10, survey 60, payment 10 days",
        ),
        80,
        quality="K",
        source=Text("保险法第 23 条，一般知识", "insurance law, article 23, general knowledge"),
    ),
    amount(
        "loss_percent",
        _S,
        Text("定损占损失基数", "assessed loss in the loss basis"),
        100,
        # triangle 30, 70, 100
        "0:30 5:42 10:47 25:56 50:67 75:77 90:86 95:90 100:100",
    ),
)

LOAN = (
    chance(
        "loan_defaults",
        _P,
        Text("担保贷款违约（每年）", "guaranteed loan defaults (a year)"),
        "0%",
        "1.5%",
        source=_GUARANTEE,
    ),
    amount(
        "loan_default_percent",
        _P,
        Text("违约发生在期限的位置", "place of the default in the term"),
        100,
        # even between half of the term and its end
        "0:50 100:100",
    ),
    amount(
        "loan_recovered_percent",
        _P,
        Text("代偿后追回比例", "recovered after a payout"),
        25,
        # triangle 0, 25, 50
        "0:0 5:8 10:11 25:18 50:25 75:32 90:39 95:42 100:50",
    ),
    days(
        "loan_recovery_days",
        _P,
        Text("代偿到追回", "payout to recovery"),
        730,
        # triangle 365, 730, 1095: within three years
        "0:365 5:480 10:528 25:623 50:730 75:837 90:932 95:980 100:1095",
    ),
)
