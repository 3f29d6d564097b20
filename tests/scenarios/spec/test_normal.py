"""The normal form: everything filled in, stable under reading it again."""

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.spec import library_names, load_scenario, normal, open_scenario, scenario_digest
from tests.scenarios.spec.samples import GOOD, changed, load

DAYS = st.dates(min_value=date(2025, 3, 9), max_value=date(2026, 3, 8))
IDS = st.text(st.characters(exclude_characters="/:", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
AMOUNTS = st.integers(min_value=1, max_value=10**11)


def _form(text: str, **options: Any) -> dict[str, Any]:
    loaded = load(text, **options)
    return normal(loaded.scenario, loaded.resolved)


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


@st.composite
def _scenarios(draw: st.DrawFn) -> str:
    """Scenario files of a few projects, as JSON, which is YAML too."""
    projects = []
    for name in draw(st.lists(IDS, min_size=1, max_size=3, unique=True)):
        parts = draw(st.lists(AMOUNTS, min_size=1, max_size=3))
        project: dict[str, Any] = {
            "id": name,
            "enterprise": draw(IDS),
            "platform": draw(IDS),
            "agreed_total": _yuan(sum(parts)),
            "filed_on": draw(DAYS).isoformat(),
            "stages": [
                {"instalment": _yuan(part), "planned_days": draw(st.integers(0, 400))} for part in parts
            ],
        }
        if draw(st.booleans()):
            project["deposit_rate"] = f"{draw(st.integers(0, 97))}/{97}"
        projects.append(project)
    return json.dumps({"seed": draw(st.integers(0, 2**63 - 1)), "portfolio": {"projects": projects}})


@settings(max_examples=40, deadline=None)
@given(_scenarios())
def test_reading_the_normal_form_gives_it_again(text: str) -> None:
    first = _form(text)
    again = _form(json.dumps(first))
    assert again == first
    assert scenario_digest(again) == scenario_digest(first)


def test_library_scenarios_have_a_stable_normal_form() -> None:
    for name in library_names("anxinbao/scenario@1"):
        loaded = open_scenario(name)
        form = normal(loaded.scenario, loaded.resolved)
        assert _form(json.dumps(form)) == form


def test_the_normal_form_names_every_default() -> None:
    form = _form("schema: anxinbao/scenario@1\nportfolio: {projects: []}\n")
    assert form["horizon"] == {"from": "2025-03-09", "to": "2028-12-31"}
    assert (form["preset"], form["seed"], form["readings"]["pool_repayment"]) == ("literal", 20250309, "none")
    assert form["opening_balances"] == {
        "risk_pool": "100000000",
        "enterprise": {"default": "100000000"},
        "insurer": {"default": "100000000"},
        "platform": {"default": "0"},
        "district_treasury": "1000000000",
    }


def test_the_same_facts_written_otherwise_have_the_same_digest() -> None:
    text = changed("agreed_total: 500万", 'agreed_total: "5,000,000.00"')
    text = changed(
        "title: 试验", "title: 另一个名字\nseed: 9\nreadings: {pool_scope: once_per_project}", text
    )
    assert scenario_digest(_form(text)) == scenario_digest(_form(GOOD))


def test_another_fact_has_another_digest() -> None:
    text = changed("released_on: 2025-07-10", "released_on: 2025-07-11")
    assert scenario_digest(_form(text)) != scenario_digest(_form(GOOD))


def test_the_normal_form_holds_no_float() -> None:
    def leaves(part: Any) -> list[Any]:
        if isinstance(part, dict):
            return [leaf for value in part.values() for leaf in leaves(value)]
        return [leaf for value in part for leaf in leaves(value)] if isinstance(part, list) else [part]

    assert {type(leaf) for leaf in leaves(_form(GOOD))} <= {str, int, bool}


def test_titles_and_reasons_are_there_in_both_languages() -> None:
    for name in library_names("anxinbao/scenario@1"):
        scenario = load_scenario(name)
        assert scenario.why
        assert scenario.title.zh != scenario.title.en
        assert scenario.why.zh != scenario.why.en
