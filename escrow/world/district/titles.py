"""Ladders of titles: in each matter an enterprise enters at the district's rung and may rise year by year."""

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour import Chance
from escrow.behaviour.quantile import IntArray
from escrow.world.district.draws import DistrictDraws
from escrow.world.district.spec import Titles

RUNGS = ("", "区", "市", "省", "国家")
TOP = len(RUNGS) - 1
_FIRST = Chance.of("50%")  # of those who enter, half begin at the city's rung, half at the district's


def rungs(
    titles: Titles, draws: DistrictDraws, matter: str, years: range, classes: IntArray
) -> tuple[IntArray, IntArray]:
    """The rung (0 none to 4 national) at the end of each year, and 1 where it was reached in that year.

    `classes` are size classes (0 to 3) by enterprise and year; both results have that shape.
    """
    drawn = draws.yearly(f"title/{matter}", years)
    start = np.where(draws.once(f"title/{matter}/held") < titles.held.at, 1, 0)
    first = np.where(draws.once(f"title/{matter}/first") < _FIRST.at, 1, 2)
    rung = start * first
    columns, news = [], []
    for place in range(len(years)):
        chance = np.where(rung > 0, titles.rise.at, titles.enter.at) + titles.by_size.at * classes[:, place]
        moves: NDArray[np.bool] = (drawn[:, place] < chance) & (rung < TOP)
        rung = np.where(moves, np.where(rung > 0, rung + 1, first), rung)
        columns.append(rung)
        news.append(moves.astype(np.int64))
    return np.stack(columns, axis=1), np.stack(news, axis=1)


def rung_of(level: str) -> int:
    """The rung a title belongs to by its first sign of level; 0 when it names none."""
    signs = (("国家", 4), ("全国", 4), ("省", 3), ("浙江", 3), ("市", 2), ("杭州", 2), ("区", 1))
    places = [(level.find(sign), -rung) for sign, rung in signs if sign in level]
    return -min(places)[1] if places else 0
