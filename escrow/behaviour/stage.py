"""Purposes of each try of each stage: the work, its acceptance, the money after it, the next deposit."""

from fractions import Fraction

from escrow.behaviour.chance import Split
from escrow.behaviour.purpose import JUDGED, Level, Purpose, Unit, amount, chance, days, working_days
from escrow.tape import Cause
from ledger.text import Text

_S = Level.STAGE
_CAUSES = Split.of(
    {
        Cause.TECHNICAL: Fraction(55, 100),
        Cause.PLATFORM: Fraction(25, 100),
        Cause.ENTERPRISE: Fraction(15, 100),
        Cause.FORCE_MAJEURE: Fraction(5, 100),
    }
)
_LATE = Text(
    "判断值；参考 2012 年审计：八个科技专项到期课题 93% 未按期验收",
    "judgement; a 2012 audit found 93 % of due topics of eight programmes not accepted in time",
)
_TAIL = Text(
    "科法斯 2023 中国企业付款调查（各行业）：62% 遇到逾期，平均逾期 64 天；按时与逾期的比例为判断值",
    "Coface China Payment Survey 2023 (all trades): 62 % met late payment, 64 days on average; "
    "the split between punctual and late is a judgement",
)

WORK = (
    days(
        "work_days",
        _S,
        Text("研发工期超出约定的天数", "days of work beyond the agreed ones"),
        0,
        # 55 % on plan, else a delay from the triangle 15, 60, 240
        "0:0 55:0 55:15 57.25:38 59.5:47 66.25:66 77.5:98 88.75:139 95.5:176 97.75:195 100:240",
        source=_LATE,
        lowest=-365,
    ),
    chance("extension_asked", _S, Text("超期时申请延期", "late work asks for an extension"), "100%", "100%"),
    chance("missed", _S, Text("首次验收不通过", "first acceptance fails"), "0%", "6%"),
    chance("rectify", _S, Text("首次验收要求整改", "first acceptance orders rectification"), "0%", "12%"),
    amount(
        "achieved_percent",
        _S,
        Text("要求整改时的完成比例", "share achieved when rectification is ordered"),
        100,
        # triangle 50, 80, 95
        "0:50 5:58 10:62 25:68 50:76 75:82 90:87 95:89 100:95",
    ),
    chance("rectified", _S, Text("整改后通过", "passes after rectification"), "100%", "85%"),
    days(
        "rectify_days",
        _S,
        Text("整改用时", "time to rectify"),
        60,
        # triangle 30, 60, 90: one to three months
        "0:30 5:39 10:43 25:51 50:60 75:69 90:77 95:81 100:90",
    ),
    Purpose(
        "cause",
        _S,
        Unit.CAUSE,
        Text("未完成的原因", "cause of a missed milestone"),
        Split.of({Cause.TECHNICAL: Fraction(1)}),
        _CAUSES,
        "J",
        JUDGED,
        highest=max(Cause),
    ),
    chance(
        "ended_without_fault",
        _S,
        Text("因不可抗力未完成时按无过错终止", "a failure by force majeure ends the stage without fault"),
        "0%",
        "100%",
    ),
    chance(
        "enterprise_agrees",
        _S,
        Text("企业认可专家验收意见", "the enterprise agrees with the experts"),
        "100%",
        "97%",
    ),
)

MONEY = (
    working_days("acceptance_days", _S, Text("提请到验收", "hand-in to acceptance"), 15),
    working_days("authority_days", _S, Text("主管部门审核", "review by the authority"), 10),
    working_days("release_days", _S, Text("审核后代管资金拨付", "review to release from escrow"), 10),
    days(
        "balance_days",
        _S,
        Text("验收到尾款到账", "acceptance to the balance"),
        15,
        # of the 98 % that pay: 70 within 15 days, 28 late with a lognormal of median 64 days and sigma 0.7
        "0:1 35:8 71.43:15 71.43:16 72.86:20 74.29:26 78.57:40 85.71:64 92.86:103 97.14:157 98.57:202 "
        "99.71:326 100:557",
        quality="B",
        source=_TAIL,
    ),
    chance("balance_comes", _S, Text("尾款最终支付", "the balance is paid"), "100%", "98%"),
    days(
        "invoice_days",
        _S,
        Text("拨付到开具发票", "release to the platform's invoice"),
        0,
        # triangle 0, 10, 45
        "0:0 5:5 10:7 25:11 50:17 75:25 90:32 95:36 100:45",
    ),
    days(
        "next_days",
        _S,
        Text("拨付到下一阶段保证金到账", "release to the next deposit"),
        10,
        # triangle 3, 10, 30, as the first deposit
        "0:3 5:6 10:7 25:10 50:14 75:18 90:23 95:25 100:30",
    ),
    chance("next_comes", _S, Text("下一阶段保证金到账", "the next deposit is paid"), "100%", "98%"),
    days(
        "forfeit_days",
        _S,
        Text("未完成到保证金处置", "miss to the settlement of the deposit"),
        90,
        # triangle 60, 90, 120: opinion, notice, hearing, settlement
        "0:60 5:69 10:73 25:81 50:90 75:99 90:107 95:111 100:120",
    ),
)
