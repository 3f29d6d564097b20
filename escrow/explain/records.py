"""The stored records as explanations need them: parsed, and gathered by project in one streaming pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from ledger.problem import Problem
from ledger.record import StoredRecord, parse
from ledger.text import Text


class Records(Protocol):
    """What explanations ask of a store."""

    place: str

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from `start` on."""

    def find(self, kind: str, id: str) -> StoredRecord | None:
        """The event or entry of that id."""


class NotInLedger(Problem):
    """Neither an entry nor a project of that name is in the ledger."""

    message = Text(
        "账本中没有名为“{name}”的记账或项目", "the ledger has no entry and no project called {name!r}"
    )
    advice = Text(
        "用 anxinbao ledger show {place} 查看编号",
        "list what there is with: anxinbao ledger show {place}",
    )


@dataclass(frozen=True, slots=True)
class Record:
    """One stored record; `fields` is its JSON."""

    seq: int
    kind: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        """Id of the event or entry, attempt of a refusal."""
        return str(self.fields.get("id") or self.fields.get("attempt") or "")

    @property
    def type(self) -> str:
        """The event's type, e.g. `milestone_missed`; empty for other records."""
        return str(self.fields.get("type", ""))

    @property
    def on(self) -> str:
        """Effective date."""
        return str(self.fields["on"])

    @property
    def stage(self) -> int:
        """Stage of an event, 0 when it concerns none."""
        return int(self.fields.get("stage", 0))

    @property
    def data(self) -> dict[str, int]:
        """The named integers of an event or refusal."""
        found: dict[str, int] = self.fields.get("data", {})
        return found

    @property
    def projects(self) -> set[str]:
        """The projects it concerns."""
        if self.kind == "entry":
            return {project for _, _, project in self.fields["postings"] if project}
        return {self.fields.get("project", "")} - {""}


def record_of(stored: StoredRecord) -> Record:
    """The record behind stored bytes."""
    return Record(stored.seq, stored.kind, parse(stored.bytes))


def of_project(store: Records, project: str) -> list[Record]:
    """Events of the project, and the entries and refusals they caused, in sequence.

    Raises NotInLedger when there is none.
    """
    events: set[str] = set()
    found: list[Record] = []
    for stored in store.records():
        if stored.kind not in ("event", "entry", "refusal"):
            continue
        record = record_of(stored)
        mine = project in record.projects or record.fields.get("event") in events
        if mine:
            found.append(record)
            if record.kind == "event":
                events.add(record.id)
    if not found:
        raise NotInLedger(name=project, place=store.place)
    return found
