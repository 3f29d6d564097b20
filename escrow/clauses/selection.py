"""Choosing among applicants: a weighted score, a minimum, so many places for each group, ties."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

Ties = Literal["first", "all", "none"]


class Applicant(NamedTuple):
    """Who applies, with what score, in which group; `rank` decides between equal scores where it is given."""

    id: str
    score: int | Fraction
    group: str = ""
    rank: int = 0


class Selection(NamedTuple):
    """Who is chosen (best first), who is below the minimum, and who shares the score at the cut."""

    chosen: tuple[str, ...]
    below: tuple[str, ...]
    tied: tuple[str, ...]


def weighted(scores: Mapping[str, int | Fraction], weights: Mapping[str, int | Fraction]) -> int | Fraction:
    """The weighted sum of the scores."""
    total = sum((Fraction(scores[name]) * weight for name, weight in weights.items()), Fraction(0))
    return total.numerator if total.denominator == 1 else total


def selected(
    applicants: Sequence[Applicant],
    minimum: int | Fraction | None = None,
    top: int | Mapping[str, int] | None = None,
    ties: Ties = "first",
) -> Selection:
    """The best of each group; `top` is the number of places, for all groups alike or by group.

    Equal scores: the lower rank, then the earlier application. Where a tie crosses the cut, `first`
    keeps that order, `all` takes all of them, `none` takes none of them.
    """
    below = tuple(a.id for a in applicants if minimum is not None and a.score < minimum)
    chosen: list[str] = []
    tied: list[str] = []
    for group in dict.fromkeys(a.group for a in applicants):
        members = [a for a in applicants if a.group == group and a.id not in below]
        ordered = sorted(members, key=lambda a: (-a.score, a.rank))
        places = top.get(group, 0) if isinstance(top, Mapping) else top
        taken, at_cut = _cut(ordered, len(ordered) if places is None else places, ties)
        chosen += [a.id for a in taken]
        tied += [a.id for a in at_cut]
    return Selection(tuple(chosen), below, tuple(tied))


def _cut(ordered: list[Applicant], places: int, ties: Ties) -> tuple[list[Applicant], list[Applicant]]:
    if places <= 0 or places >= len(ordered):
        return ordered[: max(0, places)], []
    last, following = ordered[places - 1], ordered[places]
    if (last.score, last.rank) != (following.score, following.rank):
        return ordered[:places], []
    at_cut = [a for a in ordered if (a.score, a.rank) == (last.score, last.rank)]
    if ties == "first":
        return ordered[:places], at_cut
    kept = [a for a in ordered if (-a.score, a.rank) < (-last.score, last.rank)]
    return (kept + at_cut if ties == "all" else kept), at_cut
