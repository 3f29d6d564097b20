"""What is told of a claims run: sums, story, explanation of a payment and of one that was not made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.store import open_store
from scenarios.claims.explain import ClaimsLedger, is_claims_ledger
from scenarios.claims.explain.entry import explain_claim_entry
from scenarios.claims.explain.pages import entry_page, story_page, why_not_page
from scenarios.claims.explain.story import story_of, total_paid
from scenarios.claims.explain.why_not import why_not_paid
from scenarios.claims.metrics import measure
from scenarios.claims.report.facts import facts_of
from scenarios.claims.report.page import claims_report
from scenarios.claims.report.plain import plain_claims
from scenarios.report.document import Document, Heading, Paragraph, Table
from tests.scenarios.claims.kit import prepared, run, tape


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kept run."""
    place = tmp_path_factory.mktemp("told") / "a.db"
    run(place)
    return place


@pytest.fixture
def ledger(place: Path) -> Iterator[ClaimsLedger]:
    """Its ledger, opened."""
    store = open_store(str(place))
    yield ClaimsLedger(store)
    store.close()


def words(page: Document) -> str:
    """Everything on a page."""
    lines = []
    for block in page.blocks:
        if isinstance(block, Heading | Paragraph):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines += [" ".join(row) for row in block.rows]
    return "\n".join(lines)


def test_the_sums_by_clause_envelope_and_payer() -> None:
    found = measure(tape(), prepared().setting)
    first = found.clauses["binjiang2024-rd-sme-increment"]
    assert (first.filed, first.refused, first.awarded_fen, first.paid_fen) == (2, 1, 50_000_000, 50_000_000)
    match = found.clauses["binjiang2024-national-task-match"]
    assert (match.awarded_fen, match.paid_fen) == (400_000_000, 400_000_000)
    tech = found.envelopes["binjiang2024-budget-tech", 2024]
    assert (tech.appropriated_fen, tech.paid_fen, tech.lapsed_fen) == (250_000_000, 250_000_000, 0)
    assert found.paid == {2024: {0: 250_000_000, 1: 200_000_000}}


def test_days_are_held_against_the_promised_limits() -> None:
    review = next(each for each in measure(tape(), prepared().setting).steps if each.step == "review")
    assert (review.median_days, review.p95_days, review.promised_days, review.late) == (20, 20, 20, 0)


def test_the_report_exists_in_both_languages(tmp_path: Path) -> None:
    result = run(tmp_path / "a.db")
    facts = facts_of(result, "anxinbao run claims.yaml", "claims.yaml")
    metrics = measure(result.tape, result.prepared.setting)
    zh, en = (words(claims_report(facts, metrics, lang)) for lang in ("zh", "en"))
    assert "不符合条件 1" in zh
    assert "a condition does not hold 1" in en
    assert plain_claims(facts, metrics)["metrics"]["refused"] == {"not_eligible": 1}


def test_a_payment_is_explained_from_the_clause_to_the_fen(ledger: ClaimsLedger) -> None:
    found = explain_claim_entry(ledger, "C1/1/pay/district")
    assert (found.amount_fen, found.by_clause_fen) == (50_000_000, 100_000_000)
    assert found.cuts == (("over_budget_fen", 50_000_000),)
    assert [each.type for each in found.decisions][-1] == "claim_publicised"
    said = words(entry_page(found, "zh"))
    assert "滨政〔2024〕12号" in said
    assert "预算不足 -500,000.00元" in said
    assert "SIM-2024-" in said


def test_each_level_pays_from_its_own_account(ledger: ClaimsLedger) -> None:
    city = explain_claim_entry(ledger, "C2/1/pay/city")
    assert city.postings == (("cash/city_treasury", -200_000_000), ("cash/enterprise:E1", 200_000_000))


def test_a_claim_that_was_refused_says_which_condition_lacked_how_much(ledger: ClaimsLedger) -> None:
    found = why_not_paid(ledger, "C3", "payment")
    assert found.paid_fen == 0
    said = words(why_not_page(found, "en"))
    assert "a condition does not hold" in said
    assert "CNY 10,000.00 missing" in said


def test_a_claim_that_was_cut_says_by_what(ledger: ClaimsLedger) -> None:
    found = why_not_paid(ledger, "C1", "payment")
    assert [(each.withheld_fen, each.clause.id) for each in found.obstacles] == [
        (50_000_000, "binjiang2024-budget-tech")
    ]


def test_the_story_ends_with_what_was_paid(ledger: ClaimsLedger) -> None:
    lines = story_of(ledger, "C2")
    assert total_paid(lines) == 400_000_000
    assert lines[0].type == "claim_filed"
    assert "higher-level money arrived (province)" in words(story_page("C2", lines, "en"))


def test_without_the_scenario_the_books_still_explain(place: Path, tmp_path: Path) -> None:
    """The attachments may be erased; figures and citation stay."""
    store = open_store(str(place))
    ledger = ClaimsLedger(store)
    ledger.__dict__["prepared"] = None
    found = explain_claim_entry(ledger, "C2/1/pay/district")
    assert found.evaluation is None
    assert {each.key for each in found.inputs} >= {"by_clause", "paid_by"}
    store.close()


def test_a_claims_ledger_is_known_by_its_header(place: Path) -> None:
    store = open_store(str(place))
    assert is_claims_ledger(store)
    store.close()
