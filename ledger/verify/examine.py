"""One stored record, judged: digest, place, link, writing, shape, columns, and what it means."""

from hashlib import sha256

from ledger.record import StoredRecord
from ledger.verify import plain, shape
from ledger.verify.books import Books
from ledger.verify.chain import Chain
from ledger.verify.decode import Record, Unreadable, decode, is_canonical
from ledger.verify.facts import Facts, of_record, unread
from ledger.verify.findings import Code, Findings
from ledger.verify.index import Index
from ledger.verify.known import Known


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
        facts = plain.read(content.decode("latin-1")) if type(content) is bytes else None
        if facts is None:
            content, facts = self._read_carefully(seq, content)
        digest = sha256(content).hexdigest()
        doubtful = digest != stored or facts.seq != seq
        if doubtful:
            self._doubt(seq, digest, stored, facts)
        if seq != self.chain.next_seq:
            self.books.whole = False
        self.chain.follow(seq, digest, facts.prev, doubtful=doubtful)
        self.books.counts["records"] += 1
        if not facts.kind:
            self.books.whole = False
            return
        if facts.kind != kind:
            self.findings.add(Code.INDEX_DIFFERS, seq, facts.kind, kind, "records.kind")
        if facts.id != id:
            self.findings.add(Code.INDEX_DIFFERS, seq, facts.id, id, "records.id")
        self._judge(seq, facts)

    def _doubt(self, seq: int, digest: str, stored: str, facts: Facts) -> None:
        if digest != stored:
            self.findings.add(Code.BAD_DIGEST, seq, digest, stored)
        if facts.seq != seq and facts.seq is not None:
            self.findings.add(Code.MISPLACED, seq, seq, facts.seq)

    def _read_carefully(self, seq: int, content: object) -> tuple[bytes, Facts]:
        """Read a record that is not in the plainest form, with findings for what is wrong with it."""
        stored = content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")
        try:
            if not isinstance(content, bytes):
                raise Unreadable(f"{type(content).__name__}, not bytes")
            text, record = decode(content)
        except Unreadable as fault:
            self.findings.add(Code.UNREADABLE, seq, "", str(fault))
            return stored, unread({})
        return stored, self._checked(seq, text, record)

    def _checked(self, seq: int, text: str, record: Record) -> Facts:
        """Whether version, kind and fields are those of format version 1; the writing is checked too."""
        version, kind = record.get("v"), record.get("kind")
        if type(version) is not int or version != shape.VERSION:
            self.findings.add(Code.UNKNOWN_VERSION, seq, shape.VERSION, version)
            return unread(record)
        if type(kind) is not str or kind not in shape.KINDS:
            self.findings.add(Code.UNKNOWN_KIND, seq, "", kind)
            return unread(record)
        try:
            shape.check_fields(record, kind)
        except shape.BadShape as fault:
            field, expected, found = fault.args
            self.findings.add(Code.BAD_SHAPE, seq, expected, found, field)
            return unread(record)
        if not is_canonical(text, record):
            self.findings.add(Code.NOT_CANONICAL, seq, "", "", kind)
        return of_record(record)

    def _judge(self, seq: int, facts: Facts) -> None:
        """What the record means, its fields being of the right kinds."""
        kind, books = facts.kind, self.books
        self._check_times(seq, facts)
        if (seq == 0) != (kind == "header"):
            self.findings.add(Code.NO_HEADER, seq, "", kind)
        if kind == "entry":
            self._entry(seq, facts)
        elif kind == "event":
            books.counts["events"] += 1
            self._check_name(seq, facts.id)
            self.known.events.add(facts.id, seq)
        elif kind == "refusal":
            books.counts["refusals"] += 1
            self._check_name(seq, facts.id)
            self._check_event(seq, facts)
        elif facts.more is not None and kind == "header":
            self._header(seq, facts.more)
        elif facts.more is not None:
            books.finish(seq, facts.more["totals"])

    def _check_times(self, seq: int, facts: Facts) -> None:
        on, recorded = facts.on, facts.recorded
        if not shape.is_day(on):
            self.findings.add(Code.BAD_DATE, seq, "YYYY-MM-DD", on, "on")
        if self.books.finished_at is None:
            if recorded != on:
                self.findings.add(Code.BAD_DATE, seq, on, recorded, "recorded")
        elif not shape.is_moment(recorded):
            self.findings.add(Code.BAD_DATE, seq, "YYYY-MM-DDTHH:MM:SSZ", recorded, "recorded")

    def _check_name(self, seq: int, id: str) -> None:
        if not 0 < len(id) <= shape.LONGEST_NAME or not id.isprintable():
            self.findings.add(
                Code.BAD_SHAPE, seq, f"1 to {shape.LONGEST_NAME} printable characters", id, "id"
            )

    def _header(self, seq: int, record: Record) -> None:
        if record["format"] != shape.FORMAT:
            self.findings.add(Code.UNKNOWN_VERSION, seq, shape.FORMAT, record["format"])
        if seq == 0:
            self.books.chart = tuple((prefix, floor, kind) for prefix, floor, kind in record["chart"])

    def _entry(self, seq: int, facts: Facts) -> None:
        self.books.counts["entries"] += 1
        self._check_name(seq, facts.id)
        self._check_event(seq, facts)
        if facts.reverses and self.books.whole:
            self.known.reversal(seq, facts)
        self.known.entries.add(facts.id, seq)
        self.books.enter(seq, facts)
        self.index.compare(seq, facts)

    def _check_event(self, seq: int, facts: Facts) -> None:
        if self.known.events.seq_of(facts.event) is None and self.books.whole:
            self.findings.add(Code.UNKNOWN_EVENT, seq, "", facts.event, facts.id)
