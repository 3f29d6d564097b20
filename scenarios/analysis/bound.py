"""A risk under a bound: `pool_depleted<=5%`, `p95(public_net_fen)<=1亿`."""

import re
from typing import NamedTuple

from ledger.money import parse_money
from ledger.problem import Problem
from scenarios.analysis.measures import DERIVED, Measure, measure
from scenarios.analysis.problems import BadBound, QuantileOfRatio
from scenarios.analysis.sides import Side, level
from scenarios.statistics import CONFIDENCE, Estimate, quantile
from scenarios.sweep.results import Results

_FORM = re.compile(
    r"(?:p(?P<at>\d{1,2}(?:\.\d)?)\((?P<inner>\w+)\)|(?P<name>\w+))(?P<sign><=|>=)(?P<value>.+)", re.ASCII
)
_RATIOS = {each.name: each for each in DERIVED if each.under}
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")


class Bound(NamedTuple):
    """A mean, share or ratio, or the quantile `at` of an outcome, and the side of `value` it must keep to."""

    text: str
    name: str
    at: float | None
    below: bool
    value: float

    def of(self, results: Results) -> Measure:
        """The measure it bounds; NoSuchColumn."""
        return measure(self.name, results)

    def estimate(self, of: Side, confidence: float = CONFIDENCE) -> Estimate:
        """What is held against the bound at one point."""
        asked = self.of(of.results)
        if self.at is None:
            return level(of, asked, confidence)
        found = quantile(of.sample(asked)[0], self.at, confidence)
        low, high = (float("-inf") if found.low is None else found.low), found.high
        return Estimate(found.value, float("nan"), low, float("inf") if high is None else high, found.n)

    def keeps(self, value: float) -> bool:
        """Whether a value keeps to the bound."""
        return value <= self.value if self.below else value >= self.value

    def surely(self, found: Estimate) -> bool:
        """Whether the whole interval keeps to the bound."""
        return self.keeps(found.high if self.below else found.low)


def bound(text: str) -> Bound:
    """The bound a text states; BadBound, QuantileOfRatio."""
    form = _FORM.fullmatch(text.replace(" ", ""))
    name = (form["inner"] or form["name"]) if form else ""
    value = _value(form["value"], name.endswith("_fen")) if form else None
    if form is None or value is None:
        raise BadBound(text=text)
    at = float(form["at"]) / 100 if form["at"] else None
    if at is not None and name in _RATIOS:
        raise QuantileOfRatio(text=text, name=name, over=_RATIOS[name].over)
    return Bound(text, name, at, form["sign"] == "<=", value)


def _value(text: str, money: bool) -> float | None:
    """Money in fen for an outcome in fen (a plain number is yuan); else a share in percent, or a number."""
    if money:
        # Money folds signs that look alike, so that 5² would be 52; full-width digits are meant.
        if any(sign.isdigit() and not sign.isdecimal() for sign in text):
            return None
        try:
            return float(parse_money(text, signed=True))
        except Problem:
            return None
    if not _NUMBER.fullmatch(text.removesuffix("%")):
        return None
    return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
