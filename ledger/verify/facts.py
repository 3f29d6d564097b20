"""What verification needs to know of a record, however its bytes were read."""

from typing import NamedTuple

from ledger.verify.decode import Record

Posting = tuple[str, int, str]

# The field that a store keeps beside the bytes as the id of a record.
_ID_FIELD = {"event": "id", "entry": "id", "refusal": "attempt"}


class Facts(NamedTuple):
    """The fields of one record that mean something to the books.

    `kind` is empty when the record could not be read as one of format version 1; its place
    and link are then given as far as they can be. `more` is the whole record for the kinds
    of which there is one.
    """

    kind: str
    seq: object
    prev: object
    on: str = ""
    recorded: str = ""
    id: str = ""
    event: str = ""
    reverses: str = ""
    postings: tuple[Posting, ...] = ()
    more: Record | None = None


def of_record(record: Record) -> Facts:
    """The facts of a decoded record whose fields have been checked."""
    kind = record["kind"]
    return Facts(
        kind,
        record["seq"],
        record["prev"],
        record["on"],
        record["recorded"],
        record[_ID_FIELD[kind]] if kind in _ID_FIELD else "",
        record.get("event", ""),
        record.get("reverses", ""),
        tuple((account, amount_fen, project) for account, amount_fen, project in record.get("postings", ())),
        record if kind in ("header", "finished") else None,
    )


def unread(record: Record) -> Facts:
    """The place and link of a record that cannot be read further."""
    return Facts("", record.get("seq"), record.get("prev", ""))
