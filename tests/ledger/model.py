"""An independent, simpler ledger: dicts and lists that predict every reply of the journal.

It shares no code with `ledger`: an entry is (event, day, lines, reversed entry), a reply is a word
with the sequence number, or the name of the fault.
"""

from dataclasses import dataclass, field

Lines = tuple[tuple[str, int], ...]
Draft = tuple[str, str, Lines, str]
Reply = tuple[str, int]


@dataclass
class Model:
    """What the ledger should hold."""

    kinds: list[str] = field(default_factory=lambda: ["header"])
    events: dict[str, tuple[int, int]] = field(default_factory=dict)  # id -> (seq, content)
    entries: dict[str, tuple[int, Draft]] = field(default_factory=dict)
    finished: bool = False

    def event(self, id: str, content: int, manual: bool) -> Reply:
        """An event of some content."""
        if id in self.events:
            seq, before = self.events[id]
            return ("ok", seq) if before == content else ("IdTaken", seq)
        if self.out_of_phase(manual):
            return self.out_of_phase(manual), 0
        self.events[id] = (self.add("event"), content)
        return "ok", self.events[id][0]

    def post(self, id: str, draft: Draft, manual: bool) -> Reply:
        """An entry."""
        seq, before = self.entries.get(id, (0, None))
        if before == draft:
            return "ok", seq
        event, _, lines, reverses = draft
        if self.out_of_phase(manual):
            return self.out_of_phase(manual), 0
        if event not in self.events:
            return "UnknownEvent", 0
        if before is not None:
            return "IdTaken", self.add("refusal")
        if reverses and not self.may_reverse(reverses, lines):
            return "BadReversal", self.add("refusal")
        if any(amount < 0 for amount in self.after(lines).values()):
            return "FloorPassed", self.add("refusal")
        self.entries[id] = (self.add("entry"), draft)
        return "ok", self.entries[id][0]

    def reverse(self, entry: str, id: str, event: str, on: str, manual: bool) -> Reply:
        """The mirror of an entry."""
        if entry not in self.entries:
            fault = self.out_of_phase(manual) or ("" if event in self.events else "UnknownEvent")
            return (fault, 0) if fault else ("BadReversal", self.add("refusal"))
        lines = tuple((account, -amount) for account, amount in self.entries[entry][1][2])
        return self.post(id, (event, on, lines, entry), manual)

    def refuse(self, event: str, manual: bool) -> Reply:
        """A refusal by the caller."""
        fault = self.out_of_phase(manual) or ("" if event in self.events else "UnknownEvent")
        return (fault, 0) if fault else ("ok", self.add("refusal"))

    def finish(self) -> Reply:
        """The finishing record."""
        if self.finished:
            return "AlreadyFinished", 0
        self.finished = True
        return "ok", self.add("finished")

    def balances(self, last: int | None = None) -> dict[str, int]:
        """What every account holds after the entries up to `last`."""
        held: dict[str, int] = {}
        for seq, (_, _, lines, _) in self.entries.values():
            for account, amount in lines if last is None or seq <= last else ():
                held[account] = held.get(account, 0) + amount
        return held

    def totals(self) -> list[dict[str, int | str]]:
        """The totals of the finishing record, if it was written, without the balances' digest."""
        if not self.finished:
            return []
        end = self.kinds.index("finished")
        upto = self.kinds[: end + 1]
        lines = [line for seq, draft in self.entries.values() if seq < end for line in draft[2]]
        return [
            {
                "records": end + 1,
                "events": upto.count("event"),
                "entries": upto.count("entry"),
                "refusals": upto.count("refusal"),
                "debits_fen": sum(amount for _, amount in lines if amount > 0),
                "balances": "",
            }
        ]

    def after(self, lines: Lines) -> dict[str, int]:
        """Balances of the accounts with a floor after these lines."""
        held = self.balances()
        for account, amount in lines:
            held[account] = held.get(account, 0) + amount
        return {account: held[account] for account, _ in lines if not account.startswith("opening/")}

    def may_reverse(self, entry: str, lines: Lines) -> bool:
        """Whether an entry is there, no reversal, not yet reversed, and mirrored by the lines."""
        if entry not in self.entries or self.entries[entry][1][3]:
            return False
        taken = any(draft[3] == entry for _, draft in self.entries.values())
        mirror = tuple((account, -amount) for account, amount in self.entries[entry][1][2])
        return not taken and lines == mirror

    def out_of_phase(self, manual: bool) -> str:
        """The fault of a record that comes at the wrong time."""
        if manual == self.finished:
            return ""
        return "NotFinished" if manual else "AlreadyFinished"

    def add(self, kind: str) -> int:
        """The number of the next record."""
        self.kinds.append(kind)
        return len(self.kinds) - 1
