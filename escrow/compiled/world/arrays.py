"""The arrays a kernel samples from: made once for a scenario, the same for every seed and replication."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.world.asks import Asks
from escrow.compiled.world.counter import Words
from escrow.compiled.world.tables import Tables

ALWAYS, FOLLOWING, INSURED, RECTIFIED = range(4)


class Parties(NamedTuple):
    """Everybody who may appear, by place in the names."""

    enterprise_word: Words
    platform_word: Words
    enterprise: IntArray  # (E, 2) group, in the district
    listed: IntArray  # (L,) on the district's list


class Stated(NamedTuple):
    """Projects that the scenario lists, as rows."""

    word: Words
    project: IntArray  # (n, P)
    stage: IntArray  # (n, T, S)
    party: IntArray  # (n, 3) enterprise, platform, insurer (NONE without a policy)


class Filings(NamedTuple):
    """Filings that may be generated, by number; those of a ring come last."""

    word: Words
    project_word: Words
    order: IntArray  # numbers in the order of ids
    enterprise: IntArray  # name of each enterprise from which applicants are drawn
    ring_enterprise: IntArray  # name, for each contract of the ring
    row: IntArray  # (P,) what all generated projects have in common
    loan: IntArray  # (P,) the same with the terms of a loan


class Market(NamedTuple):
    """What drawn policies have in common; days are ordinals."""

    insurer: int  # NONE where nobody is insured by chance
    exit_day: int
    dearer_from: int
    factor: tuple[int, int]
    payer: tuple[int, int]  # who pays the premium, who gets the claims


class Agreement(NamedTuple):
    """How agreed totals are divided; fractions are pairs."""

    first_share: int  # whether the first instalment is drawn as a percentage
    responds: int  # whether the first instalment answers to the policy
    towards: tuple[int, int]
    pull: tuple[int, int]
    limit: tuple[int, int]


class Terms(NamedTuple):
    """Single numbers of the population; days are ordinals."""

    filings: int  # whether projects are generated at all
    ordinary: int  # how many ordinary filings are numbered
    first_day: int
    window: int  # days
    cut_day: int  # nothing before it is generated
    uptake: int  # out of 2^32; 0: joining is off
    joining_at: int
    announced_day: int
    enterprises: int
    agreement: Agreement
    borrowing: int
    ring_platform: int
    market: Market
    default_at: int  # chance of a loan's default in a year, out of 2^32
    district_word: np.uint64


class Risk(NamedTuple):
    """Effects on failure and the thresholds they move."""

    spread: tuple[int, int, int]  # project, platform, enterprise
    normal: int  # table of the standard normal distribution
    passed: IntArray
    missed: IntArray
    flawed: IntArray


class Wanted(NamedTuple):
    """Which asks are drawn (ask, column), and what the others hold."""

    project: IntArray
    stage: IntArray
    when: IntArray  # by ask of a stage, who can be asked
    constants: IntArray  # (D,)


class Arrays(NamedTuple):
    """Everything a block is sampled from."""

    tables: Tables
    asks: Asks
    parties: Parties
    stated: Stated
    filings: Filings
    terms: Terms
    risk: Risk
    wanted: Wanted
    steps: Words  # (T, 2) of the counter, by stage and try
