"""Purposes from filing to pool money, with falsification. Triangles are written as their quantiles."""

from escrow.behaviour.purpose import JUDGED, Level, Unit, amount, chance, days, working_days
from ledger.text import Text

_P = Level.PROJECT

INTAKE = (
    working_days("completeness_days", _P, Text("受理：材料齐全性审查", "completeness check"), 5),
    working_days("review_days", _P, Text("专家论证", "expert review"), 20),
    chance("passed", _P, Text("论证通过", "review passed"), "100%", "75%"),
    amount(
        "score",
        _P,
        Text("论证通过者的得分", "score of an application that passes"),
        75,
        # triangle 60, 75, 95
        "0:60 5:65 10:67 25:71 50:76 75:82 90:87 95:89 100:95",
        unit=Unit.POINTS,
    ),
    amount(
        "failed_score",
        _P,
        Text("论证未通过者的得分", "score of an application that fails"),
        50,
        # triangle 25, 50, 59
        "0:25 5:32 10:34 25:40 50:46 75:50 90:53 95:55 100:59",
        unit=Unit.POINTS,
    ),
    working_days("decision_days", _P, Text("集体决策", "decision of the party group"), 10),
    working_days(
        "publicity_days",
        _P,
        Text("公示", "public notice of the list"),
        5,
        quality="K",
        source=Text("通行做法为 5 至 7 个工作日", "usual practice, 5 to 7 working days"),
    ),
    working_days("notice_days", _P, Text("准予立项通知", "approval notice"), 3),
    days(
        "deposit_days",
        _P,
        Text("通知到首笔保证金到账", "notice to first deposit"),
        10,
        # triangle 3, 10, 30
        "0:3 5:6 10:7 25:10 50:14 75:18 90:23 95:25 100:30",
    ),
    chance("deposit_comes", _P, Text("首笔保证金到账", "first deposit is paid"), "100%", "95%"),
    working_days(
        "pool_days",
        _P,
        Text("保证金到账到风险池拨付", "deposit to pool money"),
        25,
        # triangle 15, 25, 60
        "0:15 5:20 10:22 25:26 50:32 75:40 90:47 95:51 100:60",
    ),
    chance(
        "falsified",
        _P,
        Text("项目弄虚作假", "falsification in the project"),
        "0%",
        "2%",
        source=Text(
            "判断值；审计公报只说明借用他项成果常见，不是造假率",
            "judgement; audit reports show borrowed results are common, which is no fraud rate",
        ),
    ),
    chance(
        "falsification_at_review",
        _P,
        Text("弄虚作假在论证时发现", "falsification found at review"),
        "0%",
        "10%",
    ),
    chance(
        "falsification_at_audit",
        _P,
        Text("其余弄虚作假在专项审计时发现", "falsification left then found at the audit"),
        "0%",
        "40%",
    ),
    days(
        "falsification_found_days",
        _P,
        Text("批准到审计发现弄虚作假", "approval to the finding at the audit"),
        400,
        # triangle 200, 400, 700
        "0:200 5:271 10:300 25:358 50:426 75:506 90:578 95:613 100:700",
        source=JUDGED,
    ),
)
