"""Clauses that answer to each other, and what is different between them."""

from typing import Any

from escrow.clauses import load_catalogue
from escrow.programmes.changes import Change
from escrow.programmes.diff import Version, diff
from escrow.programmes.pairs import paired
from escrow.programmes.papers import clauses_of

CATALOGUE = load_catalogue()
CLAUSE = "binjiang2024-competitive-project"


def changed(*changes: dict[str, Any]) -> list[Change]:
    """What an amendment changes in its clause, as the diff tells it."""
    after = CATALOGUE.amended({"changes": list(changes)})
    told = diff(Version(CATALOGUE, "binjiang2024"), Version(after, "binjiang2024"), "en")
    (pair,) = told["changed"]
    return [Change(**each) for each in pair["changes"]]


def test_a_number_is_told_before_and_after() -> None:
    (change,) = changed({"clause": CLAUSE, "parameter": "rate", "value": "25%"})
    assert (change.part, change.before, change.after) == ("number", "20%", "25%")


def test_another_default_reading_is_told() -> None:
    (change,) = changed({"clause": "binjiang2024-srdi", "reading": "stacking", "option": "top_up"})
    assert (change.part, change.before) == ("reading", "each: every title in full")
    assert change.after == "top_up: only the difference on the way up"


def test_a_repeal_shortens_the_term() -> None:
    (change,) = changed({"repeal": CLAUSE, "from": "2024-07-01"})
    was, now = "2024-01-01 .. 2024-12-31", "2024-01-01 .. 2024-06-30"
    assert (change.part, change.before, change.after) == ("in force", was, now)


def test_a_number_that_changes_on_a_day_is_told_with_the_day() -> None:
    (change,) = changed({"clause": CLAUSE, "parameter": "cap", "value": "500万", "from": "2024-07-01"})
    assert (change.before, change.after) == ("300万", "300万; 2024-07-01 500万")


def test_an_amendment_says_that_it_is_one_and_two_papers_do_not() -> None:
    after = CATALOGUE.amended({"changes": [{"repeal": CLAUSE}]})
    before = Version(CATALOGUE, "binjiang2024")
    assert diff(before, Version(after, "binjiang2024"), "en")["amended"]
    assert not diff(before, Version(CATALOGUE, "binjiang2025"), "en")["amended"]


def test_every_clause_stands_in_one_pair_or_alone() -> None:
    for before, after in (("binjiang2023", "binjiang2024"), ("binjiang2024", "binjiang2025")):
        old, new = (clauses_of(CATALOGUE, paper) for paper in (before, after))
        found = paired(old, new)
        assert sorted(each.id for each in old) == sorted(
            [one.id for one, _ in found.both] + [one.id for one in found.only_before]
        )
        assert sorted(each.id for each in new) == sorted(
            [other.id for _, other in found.both] + [other.id for other in found.only_after]
        )


def test_the_lineage_a_clause_states_goes_before_its_matter() -> None:
    old, new = clauses_of(CATALOGUE, "binjiang2023"), clauses_of(CATALOGUE, "binjiang2024")
    found = {one.id: other for one, other in paired(old, new).both}
    stated = {before: each.id for each in new for before in each.row.replaces if before in found}
    assert stated
    assert all(
        found[before].id == after or before in found[before].row.replaces for before, after in stated.items()
    )
