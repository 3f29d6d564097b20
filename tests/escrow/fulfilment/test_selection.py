"""Selection rounds: minimum, places, groups, ties."""

from dataclasses import dataclass
from fractions import Fraction

from escrow.claims.model import Facts
from escrow.claims.setting import Window
from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.claims.terms import Scored, SelectTerm, Ties
from escrow.tape import Row
from tests.escrow.fulfilment.made_up import Book, clause, plan, refusals, tape, told


@dataclass
class Contest(Book):
    """70 points at least, two places in each industry."""

    def score(self, clause: int, facts: Facts, day: int) -> Scored | None:
        if "score" not in facts:
            return None
        return Scored(Fraction(str(facts["score"])), Fraction(70), 2)


def contest(*scores: str | None, ties: Ties = "order", industry: str = "x") -> list[Row]:
    """Candidates with these scores, filed on one day of June."""
    book = Contest([clause("a", select=SelectTerm(("industry",), ties))])
    plans = [
        plan(i, "a", "2024-06-03", f"E{i}", amount=1, industry=industry, **({"score": s} if s else {}))
        for i, s in enumerate(scores)
    ]
    return tape(book, *plans, windows={0: Window((6, 1), (6, 30))})


def taken(rows: list[Row]) -> list[int]:
    return [row[3] for row in rows if row[2] == ClaimKind.SELECTED]


def test_the_best_two_above_the_minimum_are_taken() -> None:
    rows = contest("71", "69.99", "70", "90")
    assert taken(rows) == [3, 0]
    assert refusals(rows) == {1: ClaimReason.BELOW_MINIMUM, 2: ClaimReason.NOT_SELECTED}


def test_the_points_missing_are_said_to_the_hundredth() -> None:
    refused = next(row for row in contest("69.99") if row[2] == ClaimKind.REFUSED)
    assert refused[8] == 1


def test_at_the_same_score_the_earlier_application_goes_first() -> None:
    assert taken(contest("80", "90", "80")) == [1, 0]


def test_or_all_at_the_last_place_are_taken() -> None:
    assert taken(contest("80", "90", "80", ties="all")) == [1, 0, 2]


def test_or_none_of_those_who_tie_at_the_last_place() -> None:
    assert taken(contest("80", "90", "80", ties="none")) == [1]


def test_the_round_is_decided_when_window_and_reviews_are_over() -> None:
    rows = contest("80")
    assert ("2024-07-09", "SELECTED") in [row[:2] for row in told(rows)]


def test_who_states_no_score_is_incomplete_and_holds_nobody_up() -> None:
    rows = contest("80", None)
    assert refusals(rows) == {1: ClaimReason.INCOMPLETE}
    assert taken(rows) == [0]
