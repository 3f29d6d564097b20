"""A policy in numbers: parameters, the options chosen, and everything dated that is no project's own."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.calendar import Calendar
from escrow.compiled import dated, known
from escrow.compiled.columns import NONE
from escrow.compiled.known import Known
from escrow.compiled.names import Names
from escrow.compiled.places import R, T
from escrow.compiled.settlement.policy import SettlementPolicy, settlement_policy
from escrow.openings import cash_openings
from escrow.processes.pins import NEVER
from escrow.processes.scheme import Setting
from escrow.readings import CHOICES
from escrow.terms import Rate, Terms

SHORT = ("trim", "prorate", "defer")
# A drawn policy may be bound before the horizon begins, so the tables begin earlier.
DAYS_BEFORE = 1100
OTHERS = ("district_treasury", "risk_pool", "bank", "guarantor", "operator", "auditor")


class Policy(NamedTuple):
    """What a replication is a function of beside its world; numbers of parties are places in the names."""

    term: IntArray  # by T
    read: IntArray  # by R
    short: int  # what becomes of amounts beyond the district's budget
    days: IntArray  # by day: working days so far, day of payment, anniversary, year
    working: IntArray  # the n-th working day of the table
    years: IntArray  # by year: 1 January, day of set-off
    audits: IntArray  # year, reported, paid, whether it is stated
    audited: IntArray  # (audits, projects): stated input or -1; no columns where none is stated
    topups: IntArray  # day, fen
    debarments: IntArray  # enterprise, day
    stops: IntArray  # platform, day, in file order
    stop_day: IntArray  # by platform
    falsifications: IntArray  # platform, day
    quotas: IntArray  # by platform: share of the pool, denominator 0 where none is stated
    quoted: IntArray  # the platforms of which something is stated, in file order
    held_enterprise: IntArray  # opening cash
    held_platform: IntArray
    held_insurer: IntArray
    held: IntArray  # of OTHERS
    known: Known
    settlement: SettlementPolicy


def policy_of(setting: Setting, names: Names, from_day: int | None = None) -> Policy:
    """The policy of a setting; `from_day` is the horizon's first day where worlds may begin before it.

    `setting.openings` must tell the opening cash of every party in `names`.
    """
    begins = setting.first_day if from_day is None else from_day
    base = begins - DAYS_BEFORE
    calendar, facts = setting.calendar, setting.portfolio
    first_year, last_year = dated.year_of(base), dated.year_of(setting.last_day)
    audits = dated.audits(setting, first_year, last_year)
    stated = [year for year, *_ in audits.tolist()]
    held = cash_openings(setting.terms, setting.openings)
    platforms = (*names.platforms, *(name for name in facts.platforms if name not in names.platforms))
    place = {name: k for k, name in enumerate(platforms)}
    firms = {name: k for k, name in enumerate(names.enterprises)}
    quotas, rest = dated.quotas(facts, platforms)
    return Policy(
        term=_terms(setting, begins, base, min(first_year, *stated), rest),
        read=_readings(setting.terms),
        short=SHORT.index(setting.terms.district_budget_short),
        days=dated.days(setting, base),
        working=_working(calendar, base, setting.last_day),
        years=dated.years(setting, min(first_year, *stated), max(last_year, *stated) + 2),
        audits=audits,
        audited=dated.audited(setting, audits),
        topups=_pairs((top_up.day, top_up.amount_fen) for top_up in facts.pool_topups),
        debarments=_pairs((firms[name], day) for name, day in facts.debarments if name in firms),
        stops=_pairs((place[name], day) for name, day in facts.platform_stops if name in place),
        stop_day=dated.by_name(dict(facts.platform_stops), platforms, NEVER),
        falsifications=_pairs(
            (place[name], day) for name, day in facts.platform_falsifications if name in place
        ),
        quotas=quotas,
        quoted=_column(place[name] for name in facts.platforms),
        held_enterprise=_column(held.get(f"enterprise:{name}", 0) for name in names.enterprises),
        held_platform=_column(held.get(f"platform:{name}", 0) for name in platforms),
        held_insurer=_column(held.get(f"insurer:{name}", 0) for name in names.insurers),
        held=_column(held.get(name, 0) for name in OTHERS),
        known=known.known_of(setting),
        settlement=settlement_policy(setting.terms, min(first_year, *stated), max(last_year, *stated) + 2),
    )


def _terms(setting: Setting, begins: int, base: int, base_year: int, rest: Rate) -> IntArray:
    terms, made = setting.terms, np.zeros(len(T), dtype=np.int64)
    made[T.FROM_DAY], made[T.LAST_DAY], made[T.INTAKE_UNTIL] = begins, setting.last_day, setting.intake_until
    made[T.BASE_DAY], made[T.BASE_YEAR] = base, base_year
    made[T.POOL_SIZE] = setting.openings.get("risk_pool", 0)
    for column, value in _numbers(terms).items():
        made[column] = NONE if value is None else value
    for column, rate in {**_rates(setting), T.QUOTA_REST_NUM: rest}.items():
        made[column], made[column + 1] = (NONE, NONE) if rate is None else rate
    return made


def _numbers(terms: Terms) -> dict[T, int | None]:
    return {
        T.TRIAL_FROM: terms.trial_from,
        T.TRIAL_TO: terms.trial_to,
        T.FLOORS_UP: terms.floors_up,
        T.GRANTS_DOWN: terms.grants_down,
        T.THRESHOLD: terms.threshold_total,
        T.TOPUP_FEN: terms.pool_topup,
        T.TOPUP_DAYS: terms.pool_topup_days,
        T.EXTENSION_DAYS: terms.extension_max_days,
        T.DEADLINE_DAYS: terms.payment_deadline_days,
        T.BALANCE_NOTICE_DAYS: terms.balance_notice_days,
        T.SUBSIDY_AFTER_DAYS: terms.premium_subsidy_after_days,
        T.SUBSIDY_CAP: terms.premium_subsidy_cap,
        T.SCORE_THRESHOLD: terms.score_threshold,
        T.SELECTION_NUMBER: terms.selection_number,
        T.PANEL_SEATS: terms.panel_seats,
        T.BUDGET: terms.district_budget,
        T.AUDIT_FEE: terms.audit_fee,
    }


def _rates(setting: Setting) -> dict[T, Rate | None]:
    """Rates by the column of the numerator; the denominator stands in the next."""
    terms, bounds = setting.terms, setting.terms.stage_shares
    return {
        T.DEPOSIT_MIN_NUM: terms.deposit_rate_min,
        T.DEPOSIT_NUM: terms.deposit_rate,
        T.PRINTED_MIN_NUM: setting.base.deposit_rate_min,
        T.POOL_BUDGET_NUM: terms.pool_budget_rate,
        T.FIRST_TRANCHE_NUM: terms.pool_progress_first_share,
        T.OFFSET_NUM: terms.pool_offset_share,
        T.SUBSIDY_NUM: terms.premium_subsidy_rate,
        T.VAT_NUM: terms.vat_rate,
        T.COLLECTED_NUM: terms.clawback_collected_rate,
        T.FIRST_MOST_NUM: terms.first_share_max,
        T.FIRST_LEAST_NUM: bounds.get("first_min"),
        T.LAST_MOST_NUM: bounds.get("last_max"),
        T.LAST_LEAST_NUM: bounds.get("last_min"),
        T.INTEREST_NUM: terms.escrow_interest_rate,
        T.OPERATOR_NUM: terms.operator_fee_rate,
    }


def _readings(terms: Terms) -> IntArray:
    """The options by their place; options that share a function do the same."""
    return _column(
        list(CHOICES[each.name.lower()].values()).index(getattr(terms.read, each.name.lower())) for each in R
    )


def _working(calendar: Calendar, base: int, last_day: int) -> IntArray:
    """Working days after `base`, some beyond the last day; what lies further never comes."""
    calendar.add_working(base, -1)
    calendar.add_working(last_day, 60)
    days = np.array(calendar.working_days, dtype=np.int64)
    return days[(days >= base) & (days <= last_day + 60)]


def _column(values: Iterable[int]) -> IntArray:
    return np.fromiter(values, dtype=np.int64)


def _pairs(rows: Iterable[tuple[int, int]]) -> IntArray:
    return np.array(list(rows), dtype=np.int64).reshape(-1, 2)
