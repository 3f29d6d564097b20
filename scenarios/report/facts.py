"""What the report says about the run itself: inputs, stamps, head, commands."""

from dataclasses import dataclass, field

from ledger.text import Text


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One run in words: `command` is the exact line that repeats it, `head` is SEQ:DIGEST."""

    title: Text
    why: Text | None
    policy: Text
    preset: str
    readings: tuple[tuple[str, str], ...]
    overridden: tuple[str, ...]
    hypothetical: bool
    first_on: str
    last_on: str
    as_of: str | None
    seed: int
    replication: int
    head: str
    ledger: str
    out: str
    command: str
    recognised: bool = False
    scenario: str = ""
    projects: tuple[str, ...] = field(default=())
