"""The office of a setting as arrays: horizon, readings, working and paying days, envelopes, rules."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.claims.setting import ClaimsSetting
from escrow.claims.terms import EnvelopeTerm
from escrow.compiled.claims.layout import NEVER, NONE, G, K, Pick, Short
from escrow.processes.fulfilment.office import inside
from escrow.processes.fulfilment.payment import years_after


class Office(NamedTuple):
    """The part of `Book` that all claims share; the fields are described there."""

    policy: IntArray
    rank: IntArray
    working: IntArray
    pay_day: IntArray
    year_of: IntArray
    after: IntArray
    year_starts: IntArray
    envelope_fen: IntArray
    envelope_states: IntArray
    envelope: IntArray
    envelope_cut: IntArray
    inner_first: IntArray
    rule: IntArray
    adds: IntArray


def office_of(setting: ClaimsSetting, like: Office | None = None) -> Office:
    """The office of a setting; `like` is one of the same policy and horizon, whose days are taken over.

    The envelopes are its own: which of them bind depends on the clauses that somebody applies under.
    """
    if like is not None:
        names = ("envelope_fen", "envelope_states", "envelope", "envelope_cut", "inner_first")
        own = _envelopes(setting, _years(setting))
        return like._replace(**dict(zip(names, own, strict=True)))
    return _whole(setting)


def _whole(setting: ClaimsSetting) -> Office:
    years = _years(setting)
    days = range(setting.first_day, setting.last_day + 1)
    dates = [date.fromordinal(day) for day in days]
    return Office(
        _policy(setting, years),
        *_working(setting, days),
        _pay_days(setting, days),
        np.array([each.year - years.start for each in dates], dtype=np.int64),
        _after(days, len(years)),
        year_starts(years.start, years.stop + 1),
        *_envelopes(setting, years),
        *_rules(setting),
    )


def year_starts(first: int, last: int) -> IntArray:
    """The first days of the years `first` to `last`."""
    days = [date(year, 1, 1).toordinal() for year in range(first, last + 1)]
    return np.array(days, dtype=np.int64)


def _years(setting: ClaimsSetting) -> range:
    ends = (date.fromordinal(day).year for day in (setting.first_day, setting.last_day))
    first, last = ends
    return range(first, last + 1)


def _policy(setting: ClaimsSetting, years: range) -> IntArray:
    chosen, found = setting.choices, np.zeros(K.COUNT, dtype=np.int64)
    found[K.FIRST_DAY], found[K.LAST_DAY] = setting.first_day, setting.last_day
    found[K.FIRST_YEAR], found[K.YEARS] = years.start, len(years)
    found[K.BUDGET_SHORT] = Short[chosen.budget_short.upper()]
    found[K.CARRIES_OVER] = chosen.year_end == "carry_over"
    found[K.ARRIVAL_ONCE] = chosen.arrival == "once"
    found[K.WHOLE_AWARD] = chosen.charged == "whole_award"
    found[K.NOTHING_LATER] = chosen.higher_later == "nothing"
    found[K.FLOOR_RAISED] = chosen.floor_envelope == "raised"
    found[K.FREE_ONLY] = chosen.revenue_cut == "free_only"
    found[K.NEVER_REFILLED] = chosen.refund == "never"
    found[K.SEATS] = setting.panel_seats or 0
    found[K.SHORT_DAY] = setting.shortfall.day if setting.shortfall else NEVER
    return found


def _working(setting: ClaimsSetting, days: range) -> tuple[IntArray, IntArray]:
    """How many working days have passed since the first day, and those days."""
    between, last = setting.calendar.working_between, setting.last_day
    rank = [between(days.start, day) for day in days]
    working, day = [], setting.calendar.add_working(setting.first_day, 1)
    while day <= last:
        working.append(day)
        day = setting.calendar.add_working(day, 1)
    return np.array(rank, dtype=np.int64), np.array(working, dtype=np.int64)


def _pay_days(setting: ClaimsSetting, days: range) -> IntArray:
    """The first day from each day on which public money may be paid, beyond the horizon when none is."""
    calendar, paying, found, following = setting.calendar, setting.paying, [], setting.last_day + 1
    for day in reversed(days):
        opened = calendar.is_working(day) and calendar.next_open(day, paying.closed) == day
        following = day if opened and inside(day, paying.windows) else following
        found.append(following)
    return np.array(found[::-1], dtype=np.int64)


def _after(days: range, years: int) -> IntArray:
    found = np.full((len(days), years + 1), NEVER, dtype=np.int64)
    for place, day in enumerate(days):
        for later in range(years + 1):
            on = years_after(day, later)
            if on >= days.stop:
                break
            found[place, later] = on
    return found


def _envelopes(
    setting: ClaimsSetting, years: range
) -> tuple[IntArray, IntArray, IntArray, IntArray, IntArray]:
    terms, short = setting.book.envelopes, setting.shortfall
    fen = [[each.amount(year) for year in years] for each in terms]
    states = [[each.states(year) for year in years] for each in terms]
    columns = [[each.within, each.owner, each.floor] for each in terms]
    cuts = [each.revenue_share * short.share if short else each.revenue_share for each in terms]
    order = sorted(range(len(terms)), key=lambda number: (-_depth(terms, number), number))
    shape = (len(terms), len(years))
    return (
        np.array(fen, dtype=np.int64).reshape(shape),
        np.array(states, dtype=np.int64).reshape(shape),
        np.array(columns, dtype=np.int64).reshape(-1, 3),
        np.array([[each.numerator, each.denominator] for each in cuts], dtype=np.int64).reshape(-1, 2),
        np.array(order, dtype=np.int64),
    )


def _depth(terms: Sequence[EnvelopeTerm], number: int) -> int:
    """How many totals an envelope lies in, itself included."""
    depth = 0
    while number >= 0:
        depth, number = depth + 1, terms[number].within
    return depth


def _rules(setting: ClaimsSetting) -> tuple[IntArray, IntArray]:
    book, found = setting.book, np.full((len(setting.book.rules), len(G)), NONE, dtype=np.int64)
    for number, rule in enumerate(book.rules):
        found[number, G.PICK], found[number, G.FROM_DAY] = Pick[rule.pick.upper()], rule.from_day
        found[number, G.CAP_FEN] = NONE if rule.total_cap_fen is None else rule.total_cap_fen
        found[number, G.YEARLY] = "year" in rule.per
    places = {each.id: place for place, each in enumerate(book.clauses)}
    adds = np.zeros((len(places), len(places)), dtype=np.int64)
    for place, each in enumerate(book.clauses):
        for other in each.adds_to & places.keys():
            adds[place, places[other]] = 1
    return found, adds
