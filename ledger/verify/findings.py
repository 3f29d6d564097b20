"""What verification can find, each with a code, the first sequence it concerns and two texts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ledger.text import Lang, Text
from ledger.verify.messages import MESSAGES


class Code(StrEnum):
    """Kinds of finding, graver ones first; the value is what `--json` prints."""

    STORE_FAILED = "store_failed"
    NO_HEADER = "no_header"
    GAP = "gap"
    BAD_DIGEST = "bad_digest"
    MISPLACED = "misplaced"
    BROKEN_LINK = "broken_link"
    UNREADABLE = "unreadable"
    NOT_CANONICAL = "not_canonical"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_KIND = "unknown_kind"
    BAD_SHAPE = "bad_shape"
    BAD_DATE = "bad_date"
    UNBALANCED = "unbalanced"
    UNKNOWN_ACCOUNT = "unknown_account"
    FLOOR_PASSED = "floor_passed"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_EVENT = "unknown_event"
    BAD_REVERSAL = "bad_reversal"
    AFTER_FINISH = "after_finish"
    TOTALS_DIFFER = "totals_differ"
    INDEX_DIFFERS = "index_differs"
    POSITION_DIFFERS = "position_differs"
    HEAD_DIFFERS = "head_differs"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in the stored bytes: where, what was expected and what is there.

    `seq` is the first sequence that cannot be trusted because of it; `detail` says which
    field, account or id is concerned, when there is one.
    """

    seq: int
    code: Code
    expected: str = ""
    found: str = ""
    detail: str = ""

    @property
    def text(self) -> Text:
        """The message in both languages."""
        facts = {"seq": self.seq, "expected": self.expected, "found": self.found, "detail": self.detail}
        message = MESSAGES[self.code.value]
        return Text(message.zh.format_map(facts), message.en.format_map(facts))

    def say(self, lang: Lang) -> str:
        """The message in `lang`."""
        return self.text.say(lang)

    def as_dict(self) -> dict[str, Any]:
        """What `--json` prints of it."""
        return {
            "code": self.code.value,
            "seq": self.seq,
            "expected": self.expected,
            "found": self.found,
            "detail": self.detail,
            "message": {"zh": self.text.zh, "en": self.text.en},
        }


class Findings:
    """Collects findings in flat memory: the `limit` earliest are kept, all are counted."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.counts: dict[Code, int] = {}
        self._kept: list[Finding] = []

    def __bool__(self) -> bool:
        return bool(self.counts)

    def add(
        self, code: Code, seq: int, expected: object = "", found: object = "", detail: object = ""
    ) -> None:
        """Count one finding, and keep it when it is among the earliest."""
        self.counts[code] = self.counts.get(code, 0) + 1
        self._kept.append(Finding(seq, code, _short(expected), _short(found), _short(detail)))
        if len(self._kept) > 2 * self.limit:
            self._trim()

    def earliest(self) -> tuple[Finding, ...]:
        """The findings kept, by sequence."""
        self._trim()
        return tuple(self._kept)

    def _trim(self) -> None:
        self._kept = sorted(self._kept, key=_order)[: self.limit]


_RANKS = {code: rank for rank, code in enumerate(Code)}


def _order(finding: Finding) -> tuple[int, int]:
    return finding.seq, _RANKS[finding.code]


def _short(value: object, length: int = 120) -> str:
    """Foreign bytes may be of any length and kind; a message stays one line."""
    text = value if isinstance(value, str) else repr(value) if isinstance(value, bytes) else str(value)
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[: length + 1])
    return text if len(text) <= length else text[:length] + "…"
