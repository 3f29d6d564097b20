"""What came of each damage."""

from dataclasses import dataclass
from typing import Any

from ledger.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Trial:
    """One damage and what came of it.

    `outcome` is found, refused (the database itself did not allow it) or missed; `at` the
    first bad sequence verification named, `codes` what it found.
    """

    name: Text
    seq: int | None
    outcome: str
    at: int | None = None
    codes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it was noticed, and its record named when it concerns one."""
        return self.outcome == "refused" or (self.outcome == "found" and self.seq in (None, self.at))

    def as_dict(self) -> dict[str, Any]:
        """What `--json` prints of it."""
        return {
            "damage": {"zh": self.name.zh, "en": self.name.en},
            "seq": self.seq,
            "outcome": self.outcome,
            "at": self.at,
            "codes": list(self.codes),
            "ok": self.ok,
        }


@dataclass(frozen=True, slots=True)
class SelfTest:
    """All trials, over a copy of `copied` records."""

    trials: tuple[Trial, ...]
    copied: int

    @property
    def ok(self) -> bool:
        """Whether every damage was noticed."""
        return all(trial.ok for trial in self.trials)

    def as_dict(self) -> dict[str, Any]:
        """What `--json` prints of it."""
        return {"ok": self.ok, "copied": self.copied, "trials": [trial.as_dict() for trial in self.trials]}

    def say(self, lang: Lang) -> str:
        """One line per damage and a sentence at the end."""
        return "\n".join([*(_line(trial, lang) for trial in self.trials), self._sentence().say(lang)])

    def _sentence(self) -> Text:
        missed = sum(not trial.ok for trial in self.trials)
        refused = sum(trial.outcome == "refused" for trial in self.trials)
        facts = {"all": len(self.trials), "refused": refused, "missed": missed, "copied": self.copied}
        return Text(_SENTENCE.zh.format_map(facts), _SENTENCE.en.format_map(facts))


_SENTENCE = Text(
    "在 {copied} 条记录的副本上做了 {all} 种损坏：数据库拒绝 {refused} 种，漏掉 {missed} 种，其余都已发现",
    "{all} damages to a copy of {copied} records: the database refused {refused}, {missed} were missed, "
    "the rest found",
)
_WORDS = {
    "found": Text("发现", "found"),
    "refused": Text("数据库拒绝", "refused"),
    "missed": Text("漏掉", "MISSED"),
}


def _line(trial: Trial, lang: Lang) -> str:
    place = "" if trial.at is None else f" {trial.at}"
    outcome = _WORDS["missed" if trial.outcome == "found" and not trial.ok else trial.outcome].say(lang)
    return f"{outcome}{place}: {trial.name.say(lang)} {' '.join(trial.codes)}".rstrip()
