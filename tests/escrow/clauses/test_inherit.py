"""A paper takes titles, numbers and readings over from a policy, and nothing is written twice."""

from typing import Any

import pytest

from escrow.catalogue import load_policy
from escrow.clauses import load_catalogue
from escrow.clauses.inherit import NotInherited, inherited

POLICY = load_policy("xiaoshan-anxinbao")


def paper(**clause: Any) -> dict[str, Any]:
    return {"inherits": "xiaoshan-anxinbao", "clauses": [{"id": "xiaoshan-cost-share-30", **clause}]}


def test_a_paper_that_inherits_nothing_stays_as_it_is() -> None:
    assert inherited({"id": "x", "clauses": []}) == {"id": "x", "clauses": []}


def test_a_clause_takes_what_it_does_not_say_itself() -> None:
    (clause,) = inherited(paper(kind="matching"))["clauses"]
    of_policy = POLICY.clauses["xiaoshan-cost-share-30"]
    assert clause["title"] == {"zh": of_policy.title.zh, "en": of_policy.title.en}
    assert (clause["article"], clause["kind"]) == (of_policy.article, "matching")


def test_a_parameter_keeps_its_dates_and_its_source() -> None:
    (clause,) = inherited(paper(parameters={"rate": {"policy": "cost_share_rate"}}))["clauses"]
    rate = clause["parameters"]["rate"]
    assert (rate["unit"], "open" in rate) == ("ratio", False)
    assert rate["values"] == [{"from": "2025-03-09", "value": "30%", "cite": "xiaoshan-cost-share-30"}]


def test_a_number_the_text_does_not_give_is_marked_open() -> None:
    (clause,) = inherited(paper(parameters={"vat": {"policy": "vat_rate"}}))["clauses"]
    assert clause["parameters"]["vat"]["open"] is True


def test_a_reading_may_keep_some_of_its_options() -> None:
    readings = {
        "base": {"policy": "claim_scope", "options": ["same_project_carried_forward", "same_year_only"]}
    }
    (clause,) = inherited(paper(readings=readings))["clauses"]
    base = clause["readings"]["base"]
    assert (base["default"], list(base["options"])) == (
        readings["base"]["options"][0],
        readings["base"]["options"],
    )


@pytest.mark.parametrize(
    "clause",
    [
        {"id": "xiaoshan-nothing"},
        {"parameters": {"rate": {"policy": "cost_share_rat"}}},
        {"parameters": {"fees": {"policy": "fees_and_interest"}}},
        {"readings": {"base": {"policy": "claim_scop"}}},
        {"readings": {"base": {"policy": "claim_scope", "options": ["never"]}}},
    ],
)
def test_what_the_policy_does_not_have_is_refused(clause: dict[str, Any]) -> None:
    with pytest.raises(NotInherited):
        inherited(paper(**clause))


def test_the_paper_of_the_scheme_has_every_clause_of_the_policy_in_its_words() -> None:
    clauses = {each.id: each.row for each in load_catalogue().clauses.values() if each.paper.id == "xiaoshan"}
    assert set(clauses) == set(POLICY.clauses)
    assert all(row.title == POLICY.clauses[name].title for name, row in clauses.items())
    assert all(row.gist == POLICY.clauses[name].gist for name, row in clauses.items())
