"""Rows become events, cited entries or refusals; ids are readable, used once and the same every time."""

from typing import Any

import pytest

from escrow.bookkeeping.bookkeeper import Bookkeeper
from escrow.bookkeeping.grounds import MechanismDisagrees
from escrow.chart import MONEY_KINDS
from escrow.tape import Kind
from ledger.record import parse
from tests.escrow.processes.kit import Ran, run
from tests.escrow.processes.stories import but, failure, insured, project, scenario, success

QUOTA = {"pool_form": "budget_quota"}


def records(ran: Ran, kind: str) -> list[dict[str, Any]]:
    """The parsed records of a kind."""
    return [parse(stored.bytes) for stored in ran.store.records() if stored.kind == kind]


def quota(ran: Ran, on: str) -> dict[str, int]:
    """The pool's quota accounts in 万元 on a day."""
    wanted = "authority/risk_pool"
    return {name: fen // 1_000_000 for name, fen in ran.accounts(on).items() if name.startswith(wanted)}


def test_entries_are_named_by_project_stage_and_deed() -> None:
    claimed = but(failure(insurance=insured()), record__claims=[{"date": "2026-03-01", "amount": "10万"}])
    ids = [entry["id"] for entry in records(run(scenario(claimed)), "entry")]
    assert (
        ids
        == [
            "district/open",
            "P1/premium",
            "P1/1/deposit",
            "P1/1/advance",
            "P1/premium_subsidy",
            "P1/1/balance",
            "P1/1/release",
            "P1/2/deposit",
            "P1/2/forfeit",
            "P1/2025/cost_share",
            "P1/claim",
        ][: len(ids)]
    )


def test_every_money_row_is_one_entry_of_its_amount_with_a_citation() -> None:
    ran = run(scenario(success(), failure("P2", enterprise="E2", insurance=insured())))
    moved = [row[5] for row in ran.tape if row[2] in MONEY_KINDS]
    entries = records(ran, "entry")[1:]
    assert [max(posting[1] for posting in entry["postings"]) for entry in entries] == moved
    assert all(entry["basis"]["clause"] and entry["basis"]["article"] for entry in entries)


def test_every_row_is_one_event_and_ids_are_used_once() -> None:
    ran = run(scenario(success(), failure("P2", enterprise="E2", insurance=insured())))
    ids = [event["id"] for event in records(ran, "event")]
    assert len(ids) == len(set(ids)) == len(ran.tape) + 1  # and the opening


def test_a_deposit_without_money_behind_it_is_a_refused_attempt() -> None:
    ran = run(but(scenario(project()), opening_balances__enterprise="19万"))
    (refusal,) = records(ran, "refusal")
    assert (refusal["attempt"], refusal["reason"], refusal["by"]) == ("P1/1/deposit", "no_money", "cashier")
    assert refusal["data"]["due_fen"] == 20_000_000
    assert ran.store.find("entry", "P1/1/deposit") is None


def test_so_is_an_advance_that_an_empty_treasury_cannot_pay() -> None:
    poor = but(scenario(project()), readings=QUOTA, opening_balances__district_treasury="199万")
    ran = run(poor)
    assert [refusal["attempt"] for refusal in records(ran, "refusal")] == ["P1/1/advance"]
    assert ran.balances()["enterprise:E1"] == 1_000_000_000
    held = {name: fen for name, fen in ran.accounts().items() if name.startswith("authority/") and fen}
    assert held == {"authority/appropriation": -10_000_000_000, "authority/risk_pool": 10_000_000_000}


def test_a_decision_against_somebody_is_no_refused_attempt() -> None:
    assert (
        records(
            run(scenario(project(related=True), readings={"next_deposit_missing": "debarred"})), "refusal"
        )
        == []
    )


def test_quota_is_committed_at_the_notice_and_paid_with_the_advance() -> None:
    ran = run(scenario(success(), readings=QUOTA))
    at_notice, paid = (
        {
            name: fen // 1_000_000
            for name, fen in ran.accounts(on).items()
            if name.startswith("authority/risk")
        }
        for on in ("2025-03-28", "2025-04-10")
    )
    assert at_notice == {"authority/risk_pool": 9800, "authority/risk_pool/held/P1": 200}
    assert paid == {**at_notice, "authority/risk_pool/held/P1": 0, "authority/risk_pool_paid": 200}


def test_a_commitment_that_no_deposit_follows_falls_away() -> None:
    unpaid = but(project(), record={"approved_on": "2025-03-28", "deposit": "unpaid"})
    accounts = run(scenario(unpaid, readings=QUOTA)).accounts()
    assert (accounts["authority/risk_pool"], accounts["authority/risk_pool/held/P1"]) == (10_000_000_000, 0)


@pytest.mark.parametrize("kind", [Kind.DEPOSITED, Kind.BALANCE_PAID, Kind.RELEASED, Kind.COST_SHARE_PAID])
def test_an_amount_that_the_rules_do_not_give_is_a_bug_and_not_booked(kind: Kind) -> None:
    ran = run(scenario(success()))
    wrong = ran.rows(kind)[0]
    tape = [(*row[:5], row[5] + (row is wrong), *row[6:]) for row in ran.tape]
    books = Bookkeeper(ran.prepared.setting, dict(ran.prepared.resolved.readings))
    with pytest.raises(MechanismDisagrees):
        list(books.items(tape))
