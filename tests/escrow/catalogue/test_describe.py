"""What `policy list` and `policy show` print, as plain data in either language."""

import json

import pytest

from escrow.catalogue import describe, load_policy
from ledger.text import Lang

POLICY = load_policy()


def test_the_list_has_one_row_for_each_policy() -> None:
    (row,) = describe.policies("zh")
    assert (row["id"], row["title"]) == ("xiaoshan-anxinbao", "萧山区科创风险池与科创安心宝")
    assert (row["from"], row["to"], row["clauses"], row["open_points"]) == (
        "2025-03-09",
        "2026-03-08",
        38,
        71,
    )


def test_a_clause_with_its_numbers_and_open_points() -> None:
    (clause,) = describe.show(POLICY, "xiaoshan-insurance-subsidy-80", "en")
    assert clause["title"] == "Premium subsidy"
    assert (clause["article"], clause["kind"]) == ("三.4", "rate")
    assert clause["parameters"][:2] == [
        {"id": "premium_subsidy_rate", "value": "80%"},
        {"id": "premium_subsidy_cap", "value": "50万"},
    ]
    assert clause["open_points"] == ["premium_cap_scope", "premium_payer", "premium_subsidy_timing"]


def test_a_parameter_with_its_citation_and_quality() -> None:
    (parameter,) = describe.show(POLICY, "cost_share_rate", "zh")
    assert parameter["values"] == [
        {"from": "2025-03-09", "value": "30%", "cite": "萧山区“科创安心宝”实施细则 三.5"}
    ]
    assert (parameter["quality"], parameter["quality_means"]) == ("text", "文件写明")


def test_a_reading_with_its_options_and_what_presets_say() -> None:
    (reading,) = describe.show(POLICY, "pool_after_trial", "en")
    assert [(each["id"], each["default"], each["moves_money"]) for each in reading["options"]] == [
        ("stays", True, False),
        ("rest_to_district", False, True),
    ]
    assert describe.show(POLICY, "pool_form", "en")[0]["presets"] == {
        "practice": "budget_quota", "prudent": "budget_quota",
    }  # fmt: skip


def test_an_open_parameter_is_shown_as_point_and_as_parameter() -> None:
    point, parameter = describe.show(POLICY, "cash_window", "en")
    assert (point["n"], point["default"]) == (70, "closed_from none, closed_to none")
    assert [each["id"] for each in parameter["columns"]] == ["closed_from", "closed_to"]


def test_a_preset_with_the_meaning_of_each_answer() -> None:
    (preset,) = describe.show(POLICY, "practice", "en")
    answers = {each["id"]: each["means"] for each in preset["answers"]}
    assert answers["cash_window"] == "closed_from 12-20, closed_to 01-20"
    assert answers["cap_year"] == "the year of the invoice"


def test_an_unknown_name_gets_a_hint() -> None:
    with pytest.raises(describe.NotInPolicy, match="nothing called 'cost_shar_rate'") as missing:
        describe.show(POLICY, "cost_shar_rate", "zh")
    assert missing.value.advise("zh").startswith("是否想写：cost_share_rate")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_can_be_shown_as_json(lang: Lang) -> None:
    names = [*POLICY.clauses, *POLICY.parameters, *(each.id for each in POLICY.points), *POLICY.presets]
    shown = [describe.overview(POLICY, lang), *(describe.show(POLICY, name, lang) for name in names)]
    assert json.loads(json.dumps(shown)) == shown


def test_the_overview_counts_what_it_lists() -> None:
    whole = describe.overview(POLICY, "en")
    assert [len(whole[key]) for key in ("clauses", "parameters", "open_points", "presets")] == [38, 35, 71, 3]
