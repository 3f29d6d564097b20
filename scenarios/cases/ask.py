"""What is asked of a clause, put to one case or to a table of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from escrow.catalogue.values import day as read_day
from escrow.clauses import Catalogue, Evaluation
from escrow.clauses.dated import Timeline
from escrow.clauses.display import shown
from ledger.text import Lang
from scenarios.cases.problems import BadDay

ON = "on"


@dataclass(frozen=True, slots=True)
class Asked:
    """A clause, the day, and what the command line states beside the facts of the file.

    A case that states its own day under `on` keeps it; a fact of the command line goes before the file's.
    """

    clause: str
    day: date
    readings: Mapping[str, str]
    parameters: Mapping[str, Any]
    facts: Mapping[str, Any]

    def one(self, catalogue: Catalogue, case: Mapping[str, Any]) -> Evaluation:
        """The answer to one case; raises what `Catalogue.evaluate` raises, and BadDay."""
        facts = {name: value for name, value in case.items() if name != ON}
        return catalogue.evaluate(
            self.clause,
            {**facts, **self.facts},
            on=self.day_for(case),
            readings=self.readings,
            parameters=self.parameters,
        )

    def told(self, catalogue: Catalogue, case: Mapping[str, Any], lang: Lang) -> dict[str, str]:
        """The facts that the clause asks for, as understood, under their titles."""
        asked = catalogue.clause(self.clause).facts_used
        read = catalogue.read_facts({k: v for k, v in {**case, **self.facts}.items() if k in asked})
        facts = catalogue.facts
        on = self.day_for(case).toordinal()
        return {
            facts[name].title.say(lang): shown(_on(on, value), facts[name].kind.base, lang)
            for name, value in read.items()
        }

    def day_for(self, case: Mapping[str, Any]) -> date:
        """The day of a case: its own, or else the one that is asked about."""
        return day_of(case[ON]) if ON in case else self.day

    def idle(self, catalogue: Catalogue, stated: Iterable[str]) -> list[str]:
        """Facts that are stated although the clause never asks for them."""
        asked = catalogue.clause(self.clause).facts_used
        return [name for name in (*stated, *self.facts) if name in catalogue.facts and name not in asked]


def _on(day: int, value: Any) -> Any:
    """What holds on the day, where a fact is stated by dates."""
    found = value.at(day) if isinstance(value, Timeline) else None
    return found.value if found else value


def day_of(raw: Any) -> date:
    """A day as a case states it; BadDay otherwise."""
    try:
        return read_day(raw)
    except ValueError:
        raise BadDay(value=raw) from None
