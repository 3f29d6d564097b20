"""One stored record, judged: digest, place, link, writing, shape, columns, and what it means."""

from hashlib import sha256

from ledger.record import StoredRecord
from ledger.verify import shape
from ledger.verify.books import Books
from ledger.verify.chain import Chain
from ledger.verify.decode import Record, Unreadable, decode, is_canonical
from ledger.verify.findings import Code, Findings
from ledger.verify.index import Index
from ledger.verify.known import Known
from ledger.verify.plain import is_plain

# The field that the store keeps beside the bytes as the id of a record.
_ID_FIELD = {"event": "id", "entry": "id", "refusal": "attempt"}


class Examiner:
    """Judges records in their order."""

    def __init__(self, findings: Findings, books: Books, chain: Chain, known: Known, index: Index) -> None:
        self.findings = findings
        self.books = books
        self.chain = chain
        self.known = known
        self.index = index

    def take(self, row: StoredRecord) -> None:
        """Judge one record."""
        seq, kind, id, stored, content = row
        try:
            text, record = decode(content)
        except Unreadable as fault:
            self._unreadable(row, str(fault))
            return
        digest = sha256(content).hexdigest()
        doubtful = False
        if digest != stored:
            doubtful = True
            self.findings.add(Code.BAD_DIGEST, seq, digest, stored)
        if record.get("seq") != seq:
            doubtful = True
            self.findings.add(Code.MISPLACED, seq, seq, record.get("seq"))
        if seq != self.chain.next_seq:
            self.books.whole = False
        self.chain.follow(seq, digest, record.get("prev", ""), doubtful=doubtful)
        self.books.counts["records"] += 1
        if is_plain(text, record) or self._is_readable(seq, text, record):
            if record["kind"] != kind:
                self.findings.add(Code.INDEX_DIFFERS, seq, record["kind"], kind, "records.kind")
            self._judge(seq, id, record)
        else:
            self.books.whole = False

    def _unreadable(self, row: StoredRecord, why: str) -> None:
        content = row.bytes if type(row.bytes) is bytes else str(row.bytes).encode("utf-8", "replace")
        digest = sha256(content).hexdigest()
        if digest != row.digest:
            self.findings.add(Code.BAD_DIGEST, row.seq, digest, row.digest)
        self.findings.add(Code.UNREADABLE, row.seq, "", why)
        self.chain.follow(row.seq, digest, "", doubtful=True)
        self.books.counts["records"] += 1
        self.books.whole = False

    def _is_readable(self, seq: int, text: str, record: Record) -> bool:
        """Whether version, kind and fields are those of format version 1; the writing is checked too."""
        version, kind = record.get("v"), record.get("kind")
        if type(version) is not int or version != shape.VERSION:
            self.findings.add(Code.UNKNOWN_VERSION, seq, shape.VERSION, version)
            return False
        if type(kind) is not str or kind not in shape.KINDS:
            self.findings.add(Code.UNKNOWN_KIND, seq, "", kind)
            return False
        try:
            shape.check_fields(record, kind)
        except shape.BadShape as fault:
            field, expected, found = fault.args
            self.findings.add(Code.BAD_SHAPE, seq, expected, found, field)
            return False
        if not is_canonical(text, record):
            self.findings.add(Code.NOT_CANONICAL, seq, "", "", kind)
        return True

    def _judge(self, seq: int, id: str, record: Record) -> None:
        """What the record means, its fields being of the right kinds."""
        kind = record["kind"]
        self._check_times(seq, record)
        own_id = record[_ID_FIELD[kind]] if kind in _ID_FIELD else ""
        if own_id != id:
            self.findings.add(Code.INDEX_DIFFERS, seq, own_id, id, "records.id")
        if kind in _ID_FIELD and not shape.is_name(own_id):
            self.findings.add(Code.BAD_SHAPE, seq, "1 to 200 printable characters", own_id, "id")
        if (seq == 0) != (kind == "header"):
            self.findings.add(Code.NO_HEADER, seq, "", kind)
        if kind == "entry":
            self._entry(seq, record)
        elif kind == "event":
            self.books.counts["events"] += 1
            self.known.events.add(own_id, seq)
        elif kind == "refusal":
            self.books.counts["refusals"] += 1
            self._check_event(seq, own_id, record["event"])
        elif kind == "header":
            self._header(seq, record)
        else:
            self.books.finish(seq, record)

    def _check_times(self, seq: int, record: Record) -> None:
        on, recorded = record["on"], record["recorded"]
        if not shape.is_day(on):
            self.findings.add(Code.BAD_DATE, seq, "YYYY-MM-DD", on, "on")
        if self.books.finished_at is None:
            if recorded != on:
                self.findings.add(Code.BAD_DATE, seq, on, recorded, "recorded")
        elif not shape.is_moment(recorded):
            self.findings.add(Code.BAD_DATE, seq, "YYYY-MM-DDTHH:MM:SSZ", recorded, "recorded")

    def _header(self, seq: int, record: Record) -> None:
        if record["format"] != shape.FORMAT:
            self.findings.add(Code.UNKNOWN_VERSION, seq, shape.FORMAT, record["format"])
        if seq == 0:
            self.books.chart = tuple((prefix, floor, kind) for prefix, floor, kind in record["chart"])

    def _entry(self, seq: int, record: Record) -> None:
        id = record["id"]
        self.books.counts["entries"] += 1
        self._check_event(seq, id, record["event"])
        if record["reverses"] and self.books.whole:
            self.known.reversal(seq, id, record["reverses"], record["postings"])
        self.known.entries.add(id, seq)
        self.books.enter(seq, record)
        self.index.compare(seq, record)

    def _check_event(self, seq: int, id: str, event: str) -> None:
        if self.known.events.seq_of(event) is None and self.books.whole:
            self.findings.add(Code.UNKNOWN_EVENT, seq, "", event, id)
