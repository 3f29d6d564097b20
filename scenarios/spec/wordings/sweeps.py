"""Axes, designs and experiment files."""

from ledger.text import Text
from scenarios.spec.wordings.wording import NONE, Wording

SWEEPS = {
    "vary_form": Wording(
        Text("“{text}”不是 名称=值,值 的形式", "{text!r} is not NAME=VALUES"),
        Text("名称=甲,乙,丙，或 名称=从:到:步长", "NAME=A,B,C or NAME=FROM:TO:STEP"),
        Text("例如 --vary deposit_rate=10%,20%,30%", "for example --vary deposit_rate=10%,20%,30%"),
    ),
    "axis_form": Wording(
        Text("“{name}”的取值读不懂", "the values of {name!r} cannot be read"),
        Text(
            "列表，或 from/to/step，或 low/high，或 cases",
            "a list, or a mapping of from, to and step, of low and high, or of cases",
        ),
    ),
    "axis_empty": Wording(
        Text("“{name}”有一个空的取值", "{name!r} has an empty value"),
        Text("每个逗号之间一个值", "a value between any two commas"),
        Text("金额中不要写逗号：1000万", "write amounts without commas: 1000万"),
    ),
    "axis_numbers": Wording(
        Text("“{text}”不是同一单位的数", "{text!r} does not hold numbers of one unit"),
        Text(
            "金额、比例、整数或日期，单位一致",
            "amounts of money, rates, whole numbers or days, all of one unit",
        ),
        Text("例如 5000万:2亿:2500万、10%:30%:5%", "for example 5000万:2亿:2500万 or 10%:30%:5%"),
    ),
    "axis_step": Wording(
        Text("“{text}”走不到头", "{text!r} never arrives"),
        Text("起点不大于终点，步长大于 0", "a start not above the end, and a step above zero"),
    ),
    "axis_double": Wording(
        Text("“{name}”的取值 {value} 写了两次", "{name!r} takes the value {value} twice"),
        Text("每个取值一次", "each value once"),
    ),
    "axis_twice": Wording(
        Text("“{name}”变化了两次", "{name!r} is varied twice"),
        Text("每个名称一次", "each name once"),
    ),
    "axis_reserved": Wording(
        Text("“{name}”不能作情形的名称", "{name!r} cannot name an axis of cases"),
        Text("结果表中没有的列名", "a name that the table of points does not use itself"),
    ),
    "axis_known": Wording(
        Text("“{name}”本身就是一个参数或键", "{name!r} is the name of a parameter or key itself"),
        Text("几种情形的一个新名称", "a new name for a choice among cases"),
    ),
    "needs_range": Wording(
        Text("“{name}”没有取值范围", "{name!r} has no values"),
        Text("low/high，或列表", "low and high, or a list"),
    ),
    "grid_needs_levels": Wording(
        Text("“{name}”只有上下限，网格不知取哪些值", "{name!r} has bounds only, so a grid knows no values"),
        Text("列表，或 from/to/step", "a list, or from, to and step"),
        Text(
            "用 --design latin-hypercube --points N 抽样",
            "sample it with --design latin-hypercube --points N",
        ),
    ),
    "too_many_points": Wording(
        Text("共有 {points} 个点", "this makes {points} points"),
        Text("不超过 {most} 个", "at most {most}"),
        Text(
            "减少取值，或用 --design latin-hypercube --points 1000",
            "take fewer values, or sample with --design latin-hypercube --points 1000",
        ),
    ),
    "needs_points": Wording(
        Text("抽样设计没有说明点数", "a sampled design needs its number of points"),
        Text("points: 1 到 {most}", "points: 1 to {most}"),
        Text("例如 --points 256", "for example --points 256"),
    ),
    "points_unused": Wording(
        Text("网格的点数由取值决定", "a grid has the points its values make"),
        Text("不写 points，或换一种设计", "no points, or another design"),
        Text("例如 --design sobol --points 256", "for example --design sobol --points 256"),
    ),
    "baseline_axis": Wording(
        Text("基准中的“{name}”没有变化", "the baseline names {name!r}, which is not varied"),
        NONE,
        Text("{near}", "{near}"),
    ),
    "baseline_value": Wording(
        Text(
            "基准取值 {value} 不在“{name}”之中", "the baseline value {value} is not among those of {name!r}"
        ),
        Text("{choices}", "{choices}"),
    ),
    "not_experiment": Wording(
        Text("这不是试验文件", "this is not an experiment file"),
        Text("schema: anxinbao/experiment@1", "schema: anxinbao/experiment@1"),
        Text("情景文件可直接写在 scenario 下", "a scenario goes under the key scenario"),
    ),
}
