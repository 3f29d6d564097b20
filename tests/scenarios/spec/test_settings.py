"""--set, --reading, --seed and --preset."""

from fractions import Fraction

import pytest

from tests.scenarios.spec.samples import GOOD, changed, load, only


def test_a_path_may_use_the_id_or_the_index() -> None:
    for path in ("portfolio.projects.P1.deposit_rate", "portfolio.projects.0.deposit_rate"):
        scenario = load(sets=[f"{path}=20%"]).scenario
        assert scenario.portfolio.projects[0].deposit_rate == Fraction(1, 5)


def test_an_id_with_dots_is_found_whole() -> None:
    text = GOOD.replace("P1", "P.1.a")
    assert load(text, sets=["portfolio.projects.P.1.a.score=80"]).scenario.portfolio.projects[0].score == 80


def test_a_year_names_an_audit() -> None:
    audit = load(sets=["portfolio.audits.2025.paid_on=2026-03-01"]).scenario.portfolio.audits[0]
    assert str(audit.paid_on) == "2026-03-01"


def test_a_bare_name_is_a_parameter_a_reading_or_a_key_of_the_file() -> None:
    loaded = load(
        sets=["deposit_rate_min=20%", "deposit_rate=20%", "pool_repayment=after_last_success", "seed=7"]
    )
    assert loaded.scenario.overrides == {"deposit_rate_min": "20%", "deposit_rate": "20%"}
    assert loaded.resolved.readings["pool_repayment"] == "after_last_success"
    assert loaded.scenario.seed == 7


def test_a_field_of_a_table_is_set_by_its_dotted_name() -> None:
    text = changed("title: 试验", "overrides: {fees_and_interest: {audit_fee: 1万}}")
    loaded = load(text, sets=["fees_and_interest.audit_fee=2万"])
    assert loaded.scenario.overrides == {"fees_and_interest.audit_fee": "2万"}


def test_a_missing_section_is_made() -> None:
    assert (
        load("title: x\n", sets=["opening_balances.risk_pool=300万"]).scenario.opening_balances.risk_pool
        == 300_000_000
    )


def test_options_go_before_the_file() -> None:
    text = changed("title: 试验", "seed: 1\npreset: practice\nreadings: {pool_scope: each_stage}")
    loaded = load(text, seed=2, preset="prudent", readings=["pool_scope=once_per_project"])
    assert (loaded.scenario.seed, loaded.scenario.preset) == (2, "prudent")
    assert loaded.resolved.readings["pool_scope"] == "once_per_project"


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("deposit_rate", "set_form"),
        ("=1", "set_form"),
        ("deposit_rat=20%", "set_unknown"),
        ("deposit_rate=0.2", "float"),
        ("seed=[1", "set_value"),
        ("portfolio.projects.P7.score=1", "set_no_item"),
        ("title.zh.more=1", "set_no_such"),
        ("portfolio.projects.P1.scores=1", "unknown_key"),
        ("portfolio.projects.P1.agreed_total=-5", "money_negative"),
    ],
)
def test_a_bad_setting_is_named_as_it_was_given(setting: str, code: str) -> None:
    fault = only(GOOD, sets=[setting])
    assert (fault.code, fault.mark.file) == (code, f"--set {setting}")


def test_an_ambiguous_name_lists_its_meanings(monkeypatch: pytest.MonkeyPatch) -> None:
    from scenarios.spec import load as room

    names = {"": frozenset({"title"}), "overrides": frozenset({"both"}), "behaviour": frozenset({"both"})}
    monkeypatch.setattr(room, "names_of", lambda policy: names)
    fault = only(GOOD, sets=["both=1"])
    assert fault.part("wrong", "en") == "'both' could mean overrides.both, behaviour.both"


def test_a_reading_without_an_option_is_refused() -> None:
    assert only(GOOD, readings=["pool_repayment"]).code == "set_form"
