"""Whatever is asked of the journal in whatever order, the simple model foretells the reply."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger import Event, Journal, MemoryStore, Posting, Store, balances, open_store
from ledger.entry import Entry, EntryDraft
from ledger.problem import Problem
from ledger.record import parse
from tests.ledger.kit import BASIS, DAY, HEADER, NEXT_DAY, NOON
from tests.ledger.model import Lines, Model, Reply

EVERYTHING = ("cash", "custody", "opening")
accounts = st.sampled_from(
    ["opening/balance", "cash/risk_pool", "cash/bank", "custody/escrow/P1", "cash/risk_pool/held/P1"]
)
amounts = st.integers(0, 3)
ids = st.sampled_from(["fund", "a", "b", "c", "d", "undo1"])
undos = st.sampled_from(["undo1", "undo2", "undo3", "a"])
reversing = st.sampled_from(["", "", "", "", "", "fund"])
events = st.sampled_from(["E", "E", "F"])
days = st.sampled_from([DAY, NEXT_DAY])
mistimed = st.integers(0, 9).map(lambda number: number == 0)
lines = st.lists(st.tuples(accounts, accounts, amounts), min_size=1, max_size=2).map(
    lambda moves: tuple(line for source, target, fen in moves for line in ((source, -fen), (target, fen)))
)


def _reply(act: Callable[[], Entry | int]) -> Reply:
    try:
        found = act()
    except Problem as fault:
        return type(fault).__name__, 0
    return "ok", found.seq if isinstance(found, Entry) else found


class JournalMachine(RuleBasedStateMachine):
    """Drives a journal and the model side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.store = self.make_store()
        self.journal = Journal.create(self.store, HEADER, batch=3)

    def make_store(self) -> Store:
        """A new store."""
        return MemoryStore()

    def compare(self, expected: Reply, act: Callable[[], Entry | int]) -> None:
        """Act, and hold the reply against the expected one."""
        word, seq = expected
        found = _reply(act)
        assert found == (word, seq if word == "ok" else 0)

    def timing(self, wrong: bool) -> tuple[bool, str | None]:
        """Whether the next record is a manual one, and its recorded time; `wrong` picks the wrong sort."""
        by_hand = self.model.finished != wrong
        return by_hand, NOON if by_hand else None

    @initialize()
    def fund(self) -> None:
        """Most runs start with money."""
        self.event("E", 1, False)
        self.post("fund", "E", DAY, (("opening/balance", -5), ("cash/risk_pool", 5)), False)

    @rule(id=events, content=st.integers(1, 2), wrong=mistimed)
    def event(self, id: str, content: int, wrong: bool) -> None:
        event = Event(id, "happened", DAY, data=(("content", content),))
        by_hand, recorded = self.timing(wrong)
        self.compare(self.model.event(id, content, by_hand), lambda: self.journal.event(event, recorded))

    @rule(id=ids, event=events, on=days, lines=lines, reverses=reversing, wrong=mistimed)
    def post(self, id: str, event: str, on: str, lines: Lines, wrong: bool, reverses: str = "") -> None:
        draft = EntryDraft(id, event, on, BASIS, tuple(Posting(*line) for line in lines), reverses)
        by_hand, recorded = self.timing(wrong)
        self.compare(
            self.model.post(id, (event, on, lines, reverses), by_hand),
            lambda: self.journal.post(draft, recorded),
        )

    @rule(entry=st.one_of(ids, undos), id=undos, event=events, on=days, wrong=mistimed)
    def reverse(self, entry: str, id: str, event: str, on: str, wrong: bool) -> None:
        by_hand, recorded = self.timing(wrong)
        # A repeat under the same id is another draft when its day or event differs.
        self.compare(
            self.model.reverse(entry, id, event, on, by_hand),
            lambda: self.journal.reverse(entry, id=id, event=event, on=on, recorded=recorded),
        )

    @rule(id=ids, event=events, wrong=mistimed)
    def refuse(self, id: str, event: str, wrong: bool) -> None:
        by_hand, recorded = self.timing(wrong)
        self.compare(
            self.model.refuse(event, by_hand),
            lambda: self.journal.refuse(id, event, "no", "reviewer", {"x": 1}, DAY, recorded),
        )

    @rule(sure=st.integers(0, 4))
    def finish(self, sure: int) -> None:
        if sure == 0:
            self.compare(self.model.finish(), lambda: self.journal.finish(NEXT_DAY).seq)

    @rule()
    def reopen(self) -> None:
        self.journal.flush()
        self.journal = Journal.open(self.store, batch=3)

    @rule(back=st.integers(0, 9))
    def look_back(self, back: int) -> None:
        """Balances as of an earlier record are those of the model then."""
        self.journal.flush()
        seq = max(0, self.journal.head.seq - back)
        assert balances(self.store, seq=seq, trees=EVERYTHING) == self.model.balances(seq)

    @invariant()
    def books_agree(self) -> None:
        held = self.model.balances()
        assert self.journal.head.seq == len(self.model.kinds) - 1
        assert {account: self.journal.balance(account) for account in held} == held
        assert sum(held.values()) == 0
        assert self.journal.finished == self.model.finished

    def teardown(self) -> None:
        self.journal.flush()
        records = list(self.store.records())
        assert [record.kind for record in records] == self.model.kinds
        totals = [parse(record.bytes)["totals"] for record in records if record.kind == "finished"]
        assert [{**found, "balances": ""} for found in totals] == self.model.totals()
        links = [parse(record.bytes)["prev"] for record in records[1:]]
        assert links == [record.digest for record in records[:-1]]
        self.store.close()


class SqliteMachine(JournalMachine):
    """The same over a file."""

    def make_store(self) -> Store:
        """A new file in a folder of its own."""
        self.folder = tempfile.TemporaryDirectory()
        return open_store(Path(self.folder.name, "x.db"), create=True)

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


TestJournalMachine = JournalMachine.TestCase
TestJournalMachine.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestSqliteMachine = SqliteMachine.TestCase
TestSqliteMachine.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
