"""The chart: paths, trees, parties, floors, labels."""

import pytest

from ledger.accounts import CHART, floor, label, party, rule, tree
from ledger.errors import BadName, UnknownAccount


@pytest.mark.parametrize(
    ("account", "least"),
    [
        ("cash/risk_pool", 0),
        ("custody/escrow/P1", 0),
        ("authority/risk_pool/held/P1", 0),
        ("authority/appropriation", None),
        ("opening/balance", None),
    ],
)
def test_the_longest_prefix_decides_the_floor(account: str, least: int | None) -> None:
    assert floor(CHART, account) == least


def test_an_account_outside_the_chart_is_refused() -> None:
    with pytest.raises(UnknownAccount, match="no account of the chart covers cahs/risk_pool"):
        rule(CHART, "cahs/risk_pool")


@pytest.mark.parametrize(
    "path", ["", "cash", "cash/", "/cash", "cash//x", "cash/a b", "cash/a\n", "cash/\ud800"]
)
def test_a_path_has_two_segments_or_more(path: str) -> None:
    with pytest.raises(BadName):
        rule(CHART, path)


def test_tree_and_party_are_the_first_segments() -> None:
    assert (tree("custody/escrow/P1"), party("custody/escrow/P1")) == ("custody", "escrow")
    assert party("cash/enterprise:E1") == "enterprise:E1"


def test_labels_keep_the_ids() -> None:
    assert label("cash/enterprise:E1").zh == "现金 企业 E1"
    assert label("custody/escrow/P1").en == "custody escrow P1"
    assert label("authority/risk_pool/held/P1").zh == "预算额度 科创风险池 已占用 P1"
