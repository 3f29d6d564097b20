"""Recorded dates and outcomes that cannot all be true."""

import pytest

from tests.scenarios.spec.samples import GOOD, changed, faults, load, only

RECORD = "portfolio.projects[0].record"
BACKWARDS = {
    "review before filing": (
        "date: 2025-03-24",
        "date: 2025-03-13",
        "2025-03-13",
        "2025-03-14",
        "review.date",
    ),
    "notice before review": (
        "approved_on: 2025-03-28",
        "approved_on: 2025-03-23",
        "2025-03-23",
        "2025-03-24",
        "approved_on",
    ),
    "deposit before notice": (
        "deposit_on: 2025-04-01",
        "deposit_on: 2025-03-27",
        "2025-03-27",
        "2025-03-28",
        "deposit_on",
    ),
    "pool before deposit": (
        "paid_on: 2025-04-10",
        "paid_on: 2025-03-31",
        "2025-03-31",
        "2025-04-01",
        "pool_paid_on",
    ),
    "milestone before pool": (
        "date: 2025-06-30",
        "date: 2025-04-09",
        "2025-04-09",
        "2025-04-10",
        "stages[0].date",
    ),
    "balance before milestone": (
        "balance_on: 2025-07-02",
        "balance_on: 2025-06-29",
        "2025-06-29",
        "2025-06-30",
        "stages[0].balance_on",
    ),
    "release before balance": (
        "released_on: 2025-07-10",
        "released_on: 2025-07-01",
        "2025-07-01",
        "2025-07-02",
        "stages[0].released_on",
    ),
    "next before release": (
        "payment_on: 2025-07-15",
        "payment_on: 2025-07-09",
        "2025-07-09",
        "2025-07-10",
        "stages[0].next_payment_on",
    ),
    "milestone before its start": (
        "date: 2025-11-28",
        "date: 2025-07-14",
        "2025-07-14",
        "2025-07-15",
        "stages[1].date",
    ),
    "forfeiture before the miss": (
        "forfeited_on: 2025-12-10",
        "forfeited_on: 2025-11-27",
        "2025-11-27",
        "2025-11-28",
        "stages[1].forfeited_on",
    ),
    "claim before the policy": (
        "date: 2025-12-22",
        "date: 2025-03-24",
        "2025-03-24",
        "2025-03-25",
        "claims[0].date",
    ),
    "subsidy before the notice": (
        "subsidy_on: 2025-05-15",
        "subsidy_on: 2025-03-27",
        "2025-03-27",
        "2025-03-28",
        "premium_subsidy_on",
    ),
}


@pytest.mark.parametrize("name", BACKWARDS)
def test_a_contradiction_of_dates_names_both(name: str) -> None:
    old, new, later, earlier, field = BACKWARDS[name]
    found = [fault for fault in faults(changed(old, new)) if fault.code == "dates"]
    assert found[0].say("en").split(": ")[1] == f"{RECORD}.{field}"
    for lang in ("zh", "en"):
        assert later in found[0].part("wrong", lang)
        assert earlier in found[0].part("wrong", lang)


@pytest.mark.parametrize("name", BACKWARDS)
def test_the_same_day_is_never_a_contradiction(name: str) -> None:
    old, _, _, earlier, _ = BACKWARDS[name]
    assert load(changed(old, f"{old.split(': ')[0]}: {earlier}"))


def test_the_two_dates_are_told_with_the_place_of_the_other() -> None:
    said = only(changed("released_on: 2025-07-10", "released_on: 2025-07-01")).part("wrong", "en")
    assert said == (
        "contradictory dates: release 1 on 2025-07-01, before balance payment 1 on 2025-07-02 "
        "(portfolio.projects[0].record.stages[0].balance_on)"
    )


def test_the_order_of_deposit_and_notice_follows_the_reading() -> None:
    text = changed("deposit_on: 2025-04-01", "deposit_on: 2025-03-27")
    assert load(text, readings=["step_order=deposit_then_notice"])
    assert only(GOOD, readings=["step_order=deposit_then_notice"]).code == "dates"


def test_signing_after_filing_is_a_contradiction() -> None:
    text = changed("filed_on: 2025-03-14", "filed_on: 2025-03-14\n      signed_on: 2025-03-15")
    assert (
        only(text).say("en").startswith("case.yaml:12: portfolio.projects[0].filed_on: contradictory dates")
    )


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("to: 2026-12-31", "to: 2025-03-08", "horizon.to"),
        ("title: 试验", "as_of: 2025-03-08", "as_of"),
        ("title: 试验", "as_of: 2027-01-01", "horizon.to"),
        ("title: 试验", "intake_until: 2025-03-08", "intake_until"),
        ("paid_on: 2026-02-27", "paid_on: 2026-02-12", "portfolio.audits[0].paid_on"),
        ("from: 2025-03-09", "from: 2025-03-26", "portfolio.projects[0].record.review.date"),
    ],
)
def test_dates_of_the_run_and_of_audits_keep_their_order(old: str, new: str, field: str) -> None:
    assert field in [fault.say("en").split(": ")[1] for fault in faults(changed(old, new))]


def test_the_audit_of_a_year_stands_once() -> None:
    text = changed("  audits: [", "  audits: [{year: 2025}, ")
    assert only(text).part("wrong", "en") == "the audit of 2025 stands twice"


MISS = "{reached: false, date: 2025-11-28, forfeited_on: 2025-12-10}"
NEXT = "             next_payment_on: 2025-07-15, next_payment: deposit}"
IMPOSSIBLE = {
    "more stages than agreed": (
        f"          - {MISS}",
        f"          - {MISS}\n          - {{}}",
        "more_stages",
    ),
    "a stage after a miss": (
        "{reached: true, date: 2025-06-30, balance_on: 2025-07-02, released_on: 2025-07-10,\n" + NEXT,
        "{reached: false, date: 2025-06-30}",
        "after_end",
    ),
    "a stage after an unpaid balance": (
        "balance_on: 2025-07-02, released_on: 2025-07-10,\n" + NEXT,
        "balance: unpaid}",
        "after_end",
    ),
    "a stage after no next payment": (
        "next_payment_on: 2025-07-15, next_payment: deposit",
        "next_payment: none",
        "after_end",
    ),
    "a release after a miss": (MISS, "{reached: false, released_on: 2025-12-10}", "contradiction"),
    "both released and forfeited": (
        MISS,
        "{released_on: 2025-12-10, forfeited_on: 2025-12-10}",
        "contradiction",
    ),
    "reached and missed": (MISS, "{reached: true, outcome: missed}", "contradiction"),
    "unpaid on a day": (MISS, "{reached: true, balance: unpaid, balance_on: 2025-12-01}", "contradiction"),
    "a next stage after the last": (MISS, "{reached: true, next_payment: full}", "contradiction"),
    "a second try without a miss": (MISS, "{reached: true, retry: {reached: true}}", "contradiction"),
    "a third try": (
        MISS,
        "{reached: false, retry: {reached: false, retry: {reached: true}}}",
        "contradiction",
    ),
    "rectified without rectify": (MISS, "{reached: true, rectified: {date: 2025-12-01}}", "contradiction"),
    "an unpaid deposit": ("deposit_on: 2025-04-01", "deposit: unpaid", "after_end"),
    "a failed review": ("passed: true", "passed: false", "after_end"),
    "a claim without a policy": (
        "      insurance: {insurer: I1, premium: 24万, bound_on: 2025-03-25}\n",
        "",
        "contradiction",
    ),
    "two covers": ("premium: 24万", "premium: 24万, cover: 100万, sum_insured: 99万", "contradiction"),
    "policies that do not add up": ("premium: 24万", "premium: 24万, policies: [20万, 3万]", "contradiction"),
    "no premium": ("premium: 24万, ", "", "missing"),
    "equipment over the total": (
        "500万\n      filed",
        "500万\n      equipment_owned_by_enterprise: 501万\n      filed",
        "contradiction",
    ),
    "shares over one": (
        "      filed_on",
        "      partners: {E2: 60%, E3: 50%}\n      filed_on",
        "contradiction",
    ),
    "its own partner": ("      filed_on", "      partners: {E1: 50%}\n      filed_on", "contradiction"),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_excludes_each_other_is_refused(name: str) -> None:
    old, new, code = IMPOSSIBLE[name]
    found = faults(changed(old, new))
    assert code in [fault.code for fault in found]
    for lang in ("zh", "en"):
        assert all(fault.part("wrong", lang) and "{" not in fault.say(lang) for fault in found)


def test_a_retry_makes_a_later_stage_possible() -> None:
    again = "{reached: false, date: 2025-06-30, retry: {reached: true, date: 2025-10-01}}"
    old = IMPOSSIBLE["a stage after a miss"][0]
    assert load(changed(old, again), readings=["after_failure=retry_once"]).warnings == ()
    assert [w.part("hint", "en") for w in load(changed(old, again)).warnings] == [
        "reading after_failure: retry_once"
    ]
