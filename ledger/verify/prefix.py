"""Records that verified before: hashed and linked again, but not judged again.

The chain ends at the digest of the saved position only when every byte is as it was, so
that what those records mean need not be derived a second time.
"""

from hashlib import sha256
from json import dumps

from ledger.record import StoredRecord
from ledger.verify.chain import Chain
from ledger.verify.decode import Record, Unreadable, decode
from ledger.verify.findings import Code, Findings
from ledger.verify.known import Known


class Prefix:
    """Takes in the records before a saved position."""

    def __init__(self, findings: Findings, chain: Chain, known: Known) -> None:
        self.findings = findings
        self.chain = chain
        self.known = known

    def take(self, row: StoredRecord) -> None:
        """Hash one record, follow its link and remember its id."""
        seq, kind, id, stored, content = row
        if type(content) is not bytes:
            self.findings.add(Code.UNREADABLE, seq, "", type(content).__name__)
            self.chain.follow(seq, "", "", doubtful=True)
            return
        digest = sha256(content).hexdigest()
        if digest != stored:
            self.findings.add(Code.BAD_DIGEST, seq, digest, stored)
        self.chain.follow(seq, digest, self._prev(content), doubtful=digest != stored)
        self._remember(seq, kind, id, content)

    def _prev(self, content: bytes) -> str:
        # Inside a text the quotes would be escaped, so this can only be the field itself.
        if b'"prev":"%b"' % self.chain.digest.encode() in content:
            return self.chain.digest
        return str(_decoded(content).get("prev", ""))

    def _remember(self, seq: int, kind: str, id: str, content: bytes) -> None:
        """Keep the id of an event or entry, once the columns are seen to be those of the bytes."""
        own = f'"kind":"{kind}"'
        if kind in ("event", "entry"):
            own = f'"id":{dumps(str(id))},{own}'
        if own.encode("ascii", "replace") not in content:
            self._report(seq, kind, id, content)
        elif kind == "event":
            self.known.events.add(id, seq)
        elif kind == "entry":
            self.known.entries.add(id, seq)
            if b'"reverses":""' not in content:
                self.known.reversed.add(str(_decoded(content).get("reverses", "")), seq)

    def _report(self, seq: int, kind: str, id: str, content: bytes) -> None:
        record = _decoded(content)
        for column, found in (("kind", kind), ("id", id)):
            if record.get(column, "") != found:
                self.findings.add(Code.INDEX_DIFFERS, seq, record.get(column, ""), found, f"records.{column}")


def _decoded(content: bytes) -> Record:
    try:
        return decode(content)[1]
    except Unreadable:
        return {}
