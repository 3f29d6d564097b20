"""Balances as of a sequence number, an effective date or a recorded time; by account, party, project."""

import pytest

from ledger import Journal, MixedTrees, Store, balances, holds
from ledger.entry import EntryDraft
from tests.ledger.kit import BASIS, DAY, HEADER, NEXT_DAY, NOON, event, move, opening


@pytest.fixture
def booked(store: Store) -> Store:
    """Deposits of two projects, a release, a quota, and a manual correction after the end."""
    journal = Journal.create(store, HEADER)
    journal.event(event())
    journal.post(opening("cash/enterprise:E1", 1_000))
    journal.post(move("d1", "cash/enterprise:E1", "custody/escrow/P1", 300, on=NEXT_DAY, project="P1"))
    journal.post(move("d2", "cash/enterprise:E1", "custody/escrow/P2", 200, on="2025-04-01", project="P2"))
    journal.post(move("r1", "custody/escrow/P1", "cash/platform:PL1", 300, on="2025-04-01", project="P1"))
    journal.post(EntryDraft("q", "E", DAY, BASIS, holds.move("authority/appropriation", "authority/pool", 9)))
    journal.finish("2025-12-31")
    by_hand = Journal.open(store, now=NOON)
    by_hand.post(move("d3", "cash/enterprise:E1", "custody/escrow/P1", 50, on=NEXT_DAY, project="P1"))
    by_hand.flush()
    return store


def test_by_account_every_account_stands_for_itself(booked: Store) -> None:
    assert balances(booked) == {
        "cash/enterprise:E1": 450,
        "cash/platform:PL1": 300,
        "custody/escrow/P1": 50,
        "custody/escrow/P2": 200,
    }


def test_by_party_the_escrow_is_one(booked: Store) -> None:
    assert balances(booked, by="party") == {"enterprise:E1": 450, "escrow": 250, "platform:PL1": 300}


def test_by_project_one_tree_is_asked_for(booked: Store) -> None:
    assert balances(booked, by="project", trees=("custody",)) == {"P1": 50, "P2": 200}


def test_as_of_a_sequence_number(booked: Store) -> None:
    assert balances(booked, by="party", seq=3) == {"enterprise:E1": 700, "escrow": 300}
    assert balances(booked, seq=1) == {}


def test_as_of_an_effective_date_counts_what_came_to_be_known_later(booked: Store) -> None:
    assert balances(booked, by="party", on=NEXT_DAY) == {"enterprise:E1": 650, "escrow": 350}
    assert balances(booked, by="party", on=DAY) == {"enterprise:E1": 1_000}


def test_as_of_a_recorded_time_shows_what_was_known_then(booked: Store) -> None:
    before = balances(booked, by="party", recorded="2025-12-31")
    assert before == {"enterprise:E1": 500, "escrow": 200, "platform:PL1": 300}
    assert balances(booked, by="party", recorded="2026-01-05") == balances(booked, by="party")
    assert balances(booked, by="party", recorded="2026-01-05T03:59:59Z") == before
    assert balances(booked, by="party", recorded=NOON, on=NEXT_DAY)["escrow"] == 350


def test_quota_is_never_added_to_money(booked: Store) -> None:
    assert balances(booked, by="party", trees=("authority",)) == {"appropriation": -9, "pool": 9}
    everything = balances(booked, trees=("cash", "custody", "authority", "opening"))
    assert sum(everything.values()) == 0
    with pytest.raises(MixedTrees, match="never added together: cash, authority"):
        balances(booked, by="party", trees=("cash", "authority"))
