"""Bad scenarios: each fault named with file, line, field, what was expected and what to do."""

import pytest

from scenarios.spec import SpecProblem
from tests.scenarios.spec.samples import GOOD, changed, faults, line_of, load, only

CASES = {
    "a bare float": (
        "agreed_total: 500万",
        "agreed_total: 5000000.0",
        "float",
        "portfolio.projects[0].agreed_total",
    ),
    "a float in a rate": (
        "filed_on",
        "deposit_rate: 0.1\n      filed_on",
        "float",
        "portfolio.projects[0].deposit_rate",
    ),
    "a negative amount": (
        "premium: 24万",
        "premium: -24万",
        "money_negative",
        "portfolio.projects[0].insurance.premium",
    ),
    "a negative number": (
        "premium: 24万",
        "premium: -240000",
        "money_negative",
        "portfolio.projects[0].insurance.premium",
    ),
    "a negative claim": (
        "amount: 120万",
        "amount: -1",
        "money_negative",
        "portfolio.projects[0].record.claims[0].amount",
    ),
    "no money at all": ("premium: 24万", "premium: lots", "money", "portfolio.projects[0].insurance.premium"),
    "a tenth of a fen": (
        "premium: 24万",
        "premium: '1.001'",
        "money",
        "portfolio.projects[0].insurance.premium",
    ),
    "too much money": (
        "premium: 24万",
        "premium: 10000000亿",
        "money_too_large",
        "portfolio.projects[0].insurance.premium",
    ),
    "a comma in braces": (
        "premium: 24万",
        "premium: 1,240万",
        "comma_in_braces",
        "portfolio.projects[0].insurance.240万",
    ),
    "a rate over one": (
        "filed_on",
        "deposit_rate: 110%\n      filed_on",
        "rate_range",
        "portfolio.projects[0].deposit_rate",
    ),
    "a whole number as rate": (
        "filed_on",
        "deposit_rate: 10\n      filed_on",
        "rate",
        "portfolio.projects[0].deposit_rate",
    ),
    "a day that is not": (
        "bound_on: 2025-03-25",
        "bound_on: 2025-02-30",
        "day",
        "portfolio.projects[0].insurance.bound_on",
    ),
    "a day too short": (
        "approved_on: 2025-03-28",
        "approved_on: 2025-3-28",
        "day",
        "portfolio.projects[0].record.approved_on",
    ),
    "an id with a slash": ("id: P1", "id: P/1", "id", "portfolio.projects[0].id"),
    "an empty id": ("platform: PL1", "platform: ''", "id", "portfolio.projects[0].platform"),
    "an id that is too long": (
        "platform: PL1",
        f"platform: {'x' * 65}",
        "id",
        "portfolio.projects[0].platform",
    ),
    "an outcome nobody knows": (
        "next_payment: deposit",
        "next_payment: depozit",
        "bad_choice",
        "portfolio.projects[0].record.stages[0].next_payment",
    ),
    "a wrong sum": (
        "instalment: 300万",
        "instalment: 299万",
        "instalment_sum",
        "portfolio.projects[0].stages",
    ),
    "too many days": (
        "planned_days: 90",
        "planned_days: 99999",
        "int_range",
        "portfolio.projects[0].stages[0].planned_days",
    ),
    "days as text": (
        "planned_days: 90",
        "planned_days: ninety",
        "not_int",
        "portfolio.projects[0].stages[0].planned_days",
    ),
    "a word for a truth": (
        "passed: true",
        "passed: 1",
        "not_bool",
        "portfolio.projects[0].record.review.passed",
    ),
    "another schema": ("scenario@1", "scenario@2", "bad_choice", "schema"),
    "an audited project nobody knows": (
        "audited_input: {P1",
        "audited_input: {P7",
        "unknown_party",
        "portfolio.audits[0].audited_input.P7",
    ),
    "a balance of an unknown enterprise": (
        "E1: 500万}",
        "E8: 500万}",
        "unknown_party",
        "opening_balances.enterprise.E8",
    ),
    "an unknown policy": ("title: 试验", "policy: xiaoshan", "policy", "policy"),
    "an unknown preset": ("title: 试验", "preset: literally", "policy", "preset"),
    "an unknown reading": (
        "title: 试验",
        "readings: {pool_repaiment: none}",
        "policy",
        "readings.pool_repaiment",
    ),
    "an unknown option": (
        "title: 试验",
        "readings: {pool_repayment: never}",
        "policy",
        "readings.pool_repayment",
    ),
    "an unknown parameter": (
        "title: 试验",
        "overrides: {deposit_rat: 20%}",
        "policy",
        "overrides.deposit_rat",
    ),
    "a bad parameter": (
        "title: 试验",
        "overrides: {deposit_rate_min: much}",
        "policy",
        "overrides.deposit_rate_min",
    ),
    "the audit before the year is over": (
        "reported_on: 2026-02-13",
        "reported_on: 2025-11-13",
        "contradiction",
        "portfolio.audits[0].reported_on",
    ),
    "a payment of nothing": (
        "instalment: 300万",
        "instalment: 0}, {instalment: 300万",
        "contradiction",
        "portfolio.projects[0].stages[1].instalment",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named_with_its_line_and_field(name: str) -> None:
    old, new, code, field = CASES[name]
    text = changed(old, new)
    fault = only(text)
    place = f"case.yaml:{line_of(new.splitlines()[0], text)}: {field}: "
    assert (fault.code, fault.say("en").startswith(place)) == (code, True), fault.say("en")


@pytest.mark.parametrize("name", CASES)
def test_every_fault_says_what_was_expected_or_what_to_do_in_both_languages(name: str) -> None:
    old, new, _, _ = CASES[name]
    fault = only(changed(old, new))
    for lang in ("zh", "en"):
        said = fault.as_dict(lang)
        assert said["wrong"]
        assert said["expected"] or said["hint"]
        assert "{" not in said["wrong"] + said["expected"] + said["hint"]


def test_a_float_is_answered_with_the_text_to_write() -> None:
    said = only(changed("premium: 24万", "premium: 1234.56")).say("en")
    assert said == (
        "case.yaml:14: portfolio.projects[0].insurance.premium: 1234.56 is a float, which cannot hold money "
        'or rates exactly; expected an integer or text; hint: quote an amount ("1234.56") or write it in 万; '
        "write a rate as 30%"
    )


def test_an_unknown_key_is_answered_with_the_key_that_was_meant() -> None:
    found = faults(changed("platform: PL1", "platfrom: PL1"))
    assert [fault.code for fault in found] == ["missing", "unknown_key"]
    assert found[1].part("hint", "en") == "did you mean platform?"


def test_a_wrong_sum_names_the_difference_in_money() -> None:
    said = only(changed("instalment: 300万", 'instalment: "2999999.99"')).part("wrong", "zh")
    assert said == "各期合计 4999999.99 元，与应有的 5000000 元差 0.01 元"


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = changed("premium: 24万", "premium: -1")
    text = changed("planned_days: 90", "planned_days: x", text)
    text = changed("title: 试验", "readings: {pool: none}", text)
    text = changed("audited_input: {P1", "audited_input: {P7", text)
    assert [fault.code for fault in faults(text)] == ["policy", "not_int", "money_negative"]


def test_checks_go_on_beside_an_unknown_key() -> None:
    text = changed("title: 试验", "titel: 试验")
    text = changed("audited_input: {P1", "audited_input: {P7", text)
    assert [fault.code for fault in faults(text)] == ["unknown_key", "unknown_party"]


def test_a_second_project_of_the_same_id_names_the_first() -> None:
    copy = GOOD[GOOD.index("    - id: P1") : GOOD.index("  audits:")]
    fault = only(GOOD.replace("  audits:", copy + "  audits:"))
    assert (fault.code, fault.facts["first"]) == ("duplicate_id", "portfolio.projects[0]")


def test_a_debarment_of_an_unknown_enterprise_is_refused_unless_it_is_declared() -> None:
    text = GOOD + "  debarments: [{enterprise: E9, date: 2025-10-01}]\n"
    assert (
        only(text)
        .say("en")
        .startswith(
            "case.yaml:27: portfolio.debarments[0].enterprise: enterprise 'E9' is not in the portfolio"
        )
    )
    assert load(text + "  enterprises: {E9: {in_district: true}}\n")


def test_the_problem_is_told_in_both_languages_with_advice() -> None:
    with pytest.raises(SpecProblem) as caught:
        load(changed("premium: 24万", "premium: -1"))
    assert caught.value.say("zh").startswith(
        "case.yaml:14: portfolio.projects[0].insurance.premium: 金额 -1 是负数"
    )
    assert "anxinbao scenario check" in caught.value.advise("en")
    assert caught.value.exit_code == 2
