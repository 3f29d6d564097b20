"""What can be wrong with a file of facts."""

from escrow.catalogue.problems import CatalogueProblem
from ledger.problem import Problem
from ledger.text import Text


class FactsNotRead(CatalogueProblem):
    """The file is not what its name says; facts: name, line, why."""

    message = Text("读不懂 {name} 第 {line} 行：{why}", "cannot read {name}, line {line}: {why}")
    advice = Text(
        "一个案例写成“事实: 值”的 YAML 或 JSON；许多案例写成首行为事实名的 CSV 或 Parquet",
        "one case is YAML or JSON of `fact: value`; many are CSV or Parquet with the facts' names on top",
    )


class TablesMissing(Problem):
    """Parquet needs a library that is not installed."""

    message = Text("读写 {name} 需要 pyarrow", "{name} needs pyarrow")
    advice = Text(
        "安装：pip install 'anxinbao[tables]'，或改用 CSV", "pip install 'anxinbao[tables]', or use CSV"
    )


class NoPlaceForAnswers(Problem):
    """Answers to a table go to CSV or Parquet."""

    message = Text("不知道怎样写 {name}", "{name} is neither CSV nor Parquet")
    advice = Text("文件名以 .csv 或 .parquet 结尾", "end the name with .csv or .parquet")


class BadDay(Problem):
    """A case states a day that is none."""

    message = Text("“{value}”不是日期", "{value!r} is not a day")
    advice = Text("写成 2025-12-31", "write it as 2025-12-31")


class BadCell(CatalogueProblem):
    """A cell of a table that its fact cannot take; facts: line, column, value, expected (Text)."""

    message = Text("第 {line} 行“{column}”的“{value}”无效", "line {line}, {column}: {value!r} cannot be read")
    advice = Text("应为{expected}", "expected {expected}")


class MissingCell(CatalogueProblem):
    """A row lacks what decides it; facts: line, fact, title (Text), unit (Text)."""

    message = Text(
        "第 {line} 行需要事实 {fact}（{title}），未填写", "line {line} needs the fact {fact} ({title})"
    )
    advice = Text("请填写，{unit}", "state it as {unit}")
