"""Compiled claims write the tape of the SimPy engine, row for row, whatever is chosen."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_type_hints

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.claims.budgets import Budget
from escrow.claims.rulebook import CatalogueBook
from escrow.claims.setting import Choices, ClaimsSetting, Shortfall
from escrow.compiled.claims.layout import Fault
from escrow.compiled.claims.refuse import must_support, unsupported
from escrow.compiled.claims.run import tapes
from escrow.compiled.refuse import UnsupportedPolicy
from escrow.processes.fulfilment import simulate
from scenarios.claims.prepare import prepare_claims
from scenarios.claims.spec import ClaimsLoaded, open_claims

STORIES = {
    "binjiang-2024-envelopes": ("generate.enterprises=120",),
    "binjiang-three-years": ("generate.enterprises=60",),
    "linan-2025-consumers": ("generate.enterprises=80", "generate.consumers=120"),
    "revenue-short": ("generate.enterprises=100",),
    "yuhang-2025-overlap": (),
    "neighbours-rules": (),
}
OPTIONS = {name: get_args(hint) for name, hint in get_type_hints(Choices).items()}


@cache
def story(name: str) -> ClaimsLoaded:
    """A district of the library, made smaller."""
    return open_claims(name, sets=STORIES[name])


def setting_of(name: str, replication: int) -> ClaimsSetting:
    """One replication of a story."""
    return prepare_claims(story(name), replication=replication).setting


def tighter(setting: ClaimsSetting, thousandths: int) -> ClaimsSetting:
    """The same with a share of its budgets only."""
    book = setting.book
    assert isinstance(book, CatalogueBook)
    own = {each.id: max((fen for _, fen in each.amounts), default=0) for each in book.envelopes}
    budgets = {name: Budget(fen * thousandths // 1000 + 1) for name, fen in own.items()}
    return replace(setting, book=replace(book, budgets=budgets))


def same_tapes(settings_: list[ClaimsSetting]) -> None:
    """Both engines on each of the settings."""
    for setting, found in zip(settings_, tapes(settings_), strict=True):
        assert not isinstance(found, Fault)
        np.testing.assert_array_equal(found, np.array(simulate(setting), dtype=np.int64))


@pytest.mark.parametrize("name", STORIES)
def test_replications_of_a_story_are_equal_and_may_be_judged_together(name: str) -> None:
    same_tapes([setting_of(name, replication) for replication in range(4)])


@st.composite
def variants(draw: Any) -> ClaimsSetting:
    """A district under readings, panel, shortfall, budgets and days of its own."""
    setting = setting_of(draw(st.sampled_from(list(STORIES))), draw(st.integers(0, 10**6)))
    chosen = Choices(**{name: draw(st.sampled_from(options)) for name, options in OPTIONS.items()})
    share = Fraction(draw(st.integers(1, 99)), 100)
    known = draw(st.integers(setting.first_day, setting.last_day))
    short = draw(st.sampled_from([None, Shortfall(share, known)]))
    at_once = draw(st.sampled_from([(), ("completeness",), ("completeness", "review", "decision", "notice")]))
    days = {step: [0] * len(each) if step in at_once else each for step, each in setting.days.items()}
    seats = draw(st.sampled_from([None, 1, 20]))
    found = replace(setting, choices=chosen, shortfall=short, days=days, panel_seats=seats)
    thousandths = draw(st.sampled_from([0, 1, 20, 400]))
    return tighter(found, thousandths) if thousandths else found


@settings(max_examples=30, deadline=None)
@given(variants())
def test_any_choice_of_the_office_gives_equal_tapes(setting: ClaimsSetting) -> None:
    same_tapes([setting])


def test_a_treasury_that_is_short_is_left_to_simpy() -> None:
    setting = setting_of("yuhang-2025-overlap", 0)
    poor = replace(setting, openings={**setting.openings, "district_treasury": 1})
    assert tapes([poor]) == [Fault.TREASURY_SHORT]


def test_selection_rounds_are_refused_by_name() -> None:
    setting = prepare_claims(open_claims("hangzhou-selection")).setting
    assert "hangzhou-digital-award-200k" in unsupported(setting)[0].en
    with pytest.raises(UnsupportedPolicy, match="selection rounds: hangzhou-digital-award-200k"):
        must_support(setting)
