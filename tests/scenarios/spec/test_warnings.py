"""What the scheme would refuse is filed and refused: a warning, not bad input."""

import pytest

from tests.scenarios.spec.samples import GOOD, changed, load

REFUSED = {
    "below the threshold": (
        "agreed_total: 500万",
        'agreed_total: 500万\n      equipment_owned_by_enterprise: "2000000.01"',
        "agreed_total",
        "2999999.99 yuan agreed, below the threshold of 3000000 yuan",
    ),
    "deposit below the floor": (
        "      filed_on",
        "      deposit_rate: 9.99%\n      filed_on",
        "deposit_rate",
        "deposit rate 9.99% is below the floor of 10%",
    ),
    "budget below the first instalment": (
        "      filed_on",
        "      pool_budget: 199万\n      filed_on",
        "pool_budget",
        "the pool budget is below the first instalment",
    ),
    "a stage over a year": (
        "planned_days: 90",
        "planned_days: 367",
        "stages[0].planned_days",
        "367 days agreed, longer than a milestone may take",
    ),
    "a platform off the list": (
        "  audits:",
        "  platforms: {PL1: {listed: false}}\n  audits:",
        "platform",
        "platform PL1 is not on the list",
    ),
    "a barred enterprise": (
        "  audits:",
        "  debarments: [{enterprise: E1, date: 2025-03-14}]\n  audits:",
        "enterprise",
        "enterprise E1 is barred from 2025-03-14",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_application_that_would_be_refused_is_a_warning(name: str) -> None:
    old, new, field, said = REFUSED[name]
    text = changed(old, new)
    if "equipment" in new:
        text = changed("instalment: 300万", 'instalment: "999999.99"', text)
    warnings = load(text).warnings
    assert [w.part("wrong", "en") for w in warnings] == [said]
    assert warnings[0].say("en").split(": ")[1] == f"portfolio.projects[0].{field}"
    assert warnings[0].mark.line > 0


def test_filing_outside_the_trial_is_a_warning_with_both_ends() -> None:
    text = GOOD[: GOOD.index("      insurance:")].replace("2025-03-14", "2026-03-09")
    assert [w.part("wrong", "en") for w in load(text).warnings] == [
        "2026-03-09 is outside the trial, 2025-03-09 to 2026-03-08"
    ]


def test_the_last_day_of_the_trial_is_inside() -> None:
    text = GOOD[: GOOD.index("      insurance:")].replace("2025-03-14", "2026-03-08")
    assert load(text).warnings == ()


def test_dates_after_the_horizon_will_not_happen() -> None:
    said = [w.part("wrong", "en") for w in load(changed("to: 2026-12-31", "to: 2026-02-20")).warnings]
    assert said == [
        "the audit of 2025 on 2026-02-27 is after the horizon ends on 2026-02-20: it will not happen"
    ]


def test_dates_after_as_of_are_taken_as_known() -> None:
    warnings = load(changed("title: 试验", "as_of: 2025-12-01")).warnings
    assert [w.part("wrong", "zh") for w in warnings] == [
        "保证金 2 不予退还在 2025-12-10，晚于 as_of，按已知处理"
    ]


def test_an_empty_portfolio_is_a_warning() -> None:
    assert [w.part("wrong", "en") for w in load("schema: anxinbao/scenario@1\n").warnings] == [
        "there are no projects"
    ]
