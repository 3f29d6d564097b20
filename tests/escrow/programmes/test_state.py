"""What holds on a day, and which paper goes before which."""

from datetime import date

import pytest

from escrow.clauses import load_catalogue
from escrow.programmes.papers import paper_of
from escrow.programmes.state import clause_on, paper_on

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("paper", "day", "code"),
    [
        ("binjiang2024", "2023-12-31", "not_yet"),
        ("binjiang2024", "2024-01-01", "in_force"),
        ("binjiang2024", "2024-12-31", "in_force"),
        ("binjiang2024", "2025-01-01", "expired"),
        ("binjiang2023", "2023-06-30", "draft"),
        ("xiaoshan", "2025-03-08", "not_yet"),
        ("xiaoshan", "2025-03-09", "in_force"),
        ("xiaoshan", "2026-03-08", "in_force"),
        ("xiaoshan", "2026-03-09", "expired"),
        ("hgx2024-16", "2024-11-24", "not_yet"),
        ("hgx2024-16", "2030-01-01", "in_force"),
    ],
)
def test_a_paper_holds_from_its_first_day_to_its_last(paper: str, day: str, code: str) -> None:
    assert paper_on(CATALOGUE, paper_of(CATALOGUE, paper), date.fromisoformat(day)).code == code


@pytest.mark.parametrize(("day", "behind"), [("2024-11-24", ()), ("2024-11-25", ("hgx2024-16",))])
def test_the_opinion_of_november_2024_goes_before_the_paper_of_may(day: str, behind: tuple[str, ...]) -> None:
    earlier = paper_of(CATALOGUE, "binjiang2024")
    assert paper_on(CATALOGUE, earlier, date.fromisoformat(day)).behind == behind


def test_a_clause_stands_behind_the_clauses_on_its_matter() -> None:
    day = date(2024, 12, 1)
    behind = {
        clause.id: clause_on(CATALOGUE, clause, day).behind
        for clause in CATALOGUE.clauses.values()
        if clause.paper.id == "binjiang2024"
    }
    matters = {name: CATALOGUE.clauses[name].matter for names in behind.values() for name in names}
    assert matters
    assert all(
        matters[name] == CATALOGUE.clauses[clause].matter
        for clause, names in behind.items()
        for name in names
    )


def test_a_clause_may_outlive_its_paper() -> None:
    clause = CATALOGUE.clauses["binjiang2024-incubatee-rent"]
    assert clause_on(CATALOGUE, clause, date(2024, 6, 30)).code == "in_force"
    assert clause_on(CATALOGUE, clause, date(2025, 6, 30)).code == "runs_on"
    assert not paper_on(CATALOGUE, clause.paper, date(2025, 6, 30)).holds
