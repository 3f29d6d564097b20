"""A second, simpler settlement under the default readings: exact fractions, plain loops, nothing shared."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple


class Fact(NamedTuple):
    """Money that reached the platform (what = input) or a claim paid to the enterprise (what = claim)."""

    project: int
    enterprise: int
    what: str
    on: int
    fen: int


def grants(facts: list[Fact], years: range, rate: Fraction, cap: int) -> dict[tuple[int, int], int]:
    """Grant by (year, project): each year's input less claims not yet used, at the rate, under the cap."""
    owners = {fact.project: fact.enterprise for fact in facts}
    paid: dict[tuple[int, int], int] = {}
    for year in years:
        left = {enterprise: Fraction(cap) for enterprise in owners.values()}
        for project in sorted(owners):
            whole = rate * max(Fraction(0), _base(facts, project, years.start, year))
            grant = min(Fraction(whole.numerator // whole.denominator), left[owners[project]])
            left[owners[project]] -= grant
            paid[year, project] = int(grant)
    return paid


def _base(facts: list[Fact], project: int, first: int, year: int) -> Fraction:
    """Input of the year less claims, where a claim not used in earlier years waits for this one."""
    waiting = Fraction(0)
    for each in range(first, year + 1):
        put_in = sum(f.fen for f in facts if (f.project, f.what, _year(f)) == (project, "input", each))
        waiting += sum(f.fen for f in facts if (f.project, f.what, _year(f)) == (project, "claim", each))
        base = max(Fraction(0), put_in - waiting)
        waiting = max(Fraction(0), waiting - put_in)
    return Fraction(base)


def _year(fact: Fact) -> int:
    return date.fromordinal(fact.on).year
