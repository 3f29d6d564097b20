"""A good scenario as text, and short ways to load it and to hear what is wrong with it."""

from typing import Any

import pytest

from scenarios.spec import Fault, Loaded, Source, SpecProblem, open_scenario

GOOD = """\
schema: anxinbao/scenario@1
title: 试验
horizon: {from: 2025-03-09, to: 2026-12-31}
opening_balances:
  enterprise: {default: 1亿, E1: 500万}
portfolio:
  projects:
    - id: P1
      enterprise: E1
      platform: PL1
      agreed_total: 500万
      filed_on: 2025-03-14
      stages: [{instalment: 200万, planned_days: 90}, {instalment: 300万}]
      insurance: {insurer: I1, premium: 24万, bound_on: 2025-03-25}
      record:
        review: {date: 2025-03-24, passed: true}
        approved_on: 2025-03-28
        deposit_on: 2025-04-01
        pool_paid_on: 2025-04-10
        premium_subsidy_on: 2025-05-15
        stages:
          - {reached: true, date: 2025-06-30, balance_on: 2025-07-02, released_on: 2025-07-10,
             next_payment_on: 2025-07-15, next_payment: deposit}
          - {reached: false, date: 2025-11-28, forfeited_on: 2025-12-10}
        claims: [{date: 2025-12-22, amount: 120万}]
  audits: [{year: 2025, reported_on: 2026-02-13, paid_on: 2026-02-27, audited_input: {P1: 210万}}]
"""


def load(text: str = GOOD, **options: Any) -> Loaded:
    """The scenario in `text`."""
    return open_scenario(Source(text, "case.yaml", "case"), **options)


def changed(old: str, new: str, text: str = GOOD) -> str:
    """`text` with one passage replaced, which has to be there."""
    assert old in text
    return text.replace(old, new, 1)


def faults(text: str, **options: Any) -> list[Fault]:
    """The faults of a scenario that has to be refused."""
    with pytest.raises(SpecProblem) as caught:
        load(text, **options)
    return list(caught.value.faults)


def only(text: str, **options: Any) -> Fault:
    """The one fault of a scenario."""
    found = faults(text, **options)
    assert len(found) == 1, [fault.say("en") for fault in found]
    return found[0]


def line_of(passage: str, text: str = GOOD) -> int:
    """The line of `text` on which `passage` stands first, counted from 1."""
    return text[: text.index(passage)].count("\n") + 1
