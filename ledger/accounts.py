"""The chart of accounts: paths, trees, parties, floors, Chinese labels."""

import re

from ledger import check
from ledger.errors import BadName, UnknownAccount
from ledger.record import Chart
from ledger.text import Text

CHART: Chart = (
    ("cash/", 0, "asset"),
    ("custody/", 0, "asset"),
    ("authority/", 0, "memo"),
    ("authority/appropriation", None, "memo"),
    ("opening/", None, "equity"),
)
"""The usual rules: no cash, custody or quota account goes below zero; sources have no floor."""

TREES = {
    "cash": Text("现金", "cash"),
    "custody": Text("代管资金", "custody"),
    "authority": Text("预算额度", "budget authority"),
    "opening": Text("期初", "opening"),
}

NAMES = {
    "enterprise": Text("企业", "enterprise"),
    "platform": Text("平台", "platform"),
    "insurer": Text("保险公司", "insurer"),
    "bank": Text("银行", "bank"),
    "guarantor": Text("担保公司", "guarantor"),
    "district_treasury": Text("区财政", "district treasury"),
    "city_treasury": Text("市财政", "city treasury"),
    "province_treasury": Text("省财政", "provincial treasury"),
    "central_treasury": Text("中央财政", "central treasury"),
    "envelope": Text("资金盘", "envelope"),
    "envelope_paid": Text("资金盘已支付", "envelope, paid"),
    "envelope_lapsed": Text("资金盘已收回", "envelope, lapsed"),
    "risk_pool": Text("科创风险池", "risk pool"),
    "operator": Text("运营机构", "operator"),
    "auditor": Text("审计机构", "auditor"),
    "escrow": Text("科创安心宝", "escrow"),
    "risk_pool_paid": Text("科创风险池已支付", "risk pool, paid"),
    "risk_pool_lapsed": Text("科创风险池已失效", "risk pool, lapsed"),
    "district_budget": Text("区级年度预算", "district budget"),
    "district_budget_paid": Text("区级年度预算已支付", "district budget, paid"),
    "district_budget_lapsed": Text("区级年度预算已失效", "district budget, lapsed"),
    "appropriation": Text("预算下达", "appropriation"),
    "balance": Text("余额", "balance"),
    "held": Text("已占用", "held"),
}

_PATH = re.compile(r"[^/\s]+(/[^/\s]+)+")


def tree(account: str) -> str:
    """The first segment: cash, custody, authority or opening."""
    return account.partition("/")[0]


def party(account: str) -> str:
    """The second segment: who the money is with, such as enterprise:E1 or escrow."""
    return account.split("/", 2)[1]


def check_path(account: str) -> str:
    """`account` itself when it is a path of two segments or more; BadName otherwise."""
    check.name(account, "account")
    if not _PATH.fullmatch(account):
        raise BadName(what="account", value=repr(account))
    return account


def rule(chart: Chart, account: str) -> tuple[str, int | None, str]:
    """The line of the chart with the longest prefix of `account`; UnknownAccount when none fits."""
    check_path(account)
    best: tuple[str, int | None, str] | None = None
    for line in chart:
        if account.startswith(line[0]) and (best is None or len(line[0]) > len(best[0])):
            best = line
    if best is None:
        raise UnknownAccount(account=account)
    return best


def floor(chart: Chart, account: str) -> int | None:
    """The least balance `account` may have, in fen; None when it has none."""
    return rule(chart, account)[1]


def label(account: str) -> Text:
    """The path in words, ids kept: cash/enterprise:E1 is 现金 企业 E1."""
    head, *rest = account.split("/")
    words = [TREES.get(head, Text(head, head))]
    for segment in rest:
        kind, _, number = segment.partition(":")
        words.append(NAMES.get(kind, Text(kind, kind)))
        if number:
            words.append(Text(number, number))
    return Text(" ".join(word.zh for word in words), " ".join(word.en for word in words))
