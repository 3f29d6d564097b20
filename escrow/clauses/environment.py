"""The names of one case: parameters and readings as of the day, facts read when first asked for."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from escrow.clauses.dated import Timeline
from escrow.clauses.facts import Fact, ReadFacts
from escrow.clauses.problems import MissingFact, NotYetStated
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.clauses.clause import Clause


class Environment(dict[Any, Any]):
    """Values by name. A fact comes from the case, else from `assume`, else from the vocabulary's default."""

    __slots__ = (
        "_day",
        "_parameters",
        "_pending",
        "_readings",
        "assumed",
        "clause",
        "dated",
        "given",
        "hypothetical",
        "typed",
    )

    def __init__(
        self,
        clause: "Clause",
        given: Mapping[str, Any],
        day: int,
        readings: Mapping[str, str] | None,
        parameters: Mapping[str, Any] | None,
    ) -> None:
        super().__init__(clause.defaults(day))
        self["on"] = day
        if readings:
            self.update(readings)
        if parameters:
            self.update(parameters)
        self.clause, self.given, self._day = clause, given, day
        self.typed = isinstance(given, ReadFacts)
        self.assumed: list[tuple[str, Any]] = []
        self.dated: dict[str, int] = {}
        self.hypothetical = clause.hypothetical or bool(parameters)
        self._parameters, self._readings = parameters, readings
        self._pending: set[str] = set()

    def __missing__(self, key: Any) -> Any:
        name = key[0] if isinstance(key, tuple) else key
        fact = self.clause.facts[name]
        raw = self.given.get(name)
        if raw is None:
            value = self._assume(fact)
            self.assumed.append((name, value))
        else:
            value = raw if self.typed else fact.read(raw)
            if isinstance(value, Timeline):
                value = self._on_the_day(fact, value)
        return self._keep(fact, key, value)

    def _keep(self, fact: Fact, key: Any, value: Any) -> Any:
        if fact.listed and not isinstance(value, tuple):
            value = (value,)
        if fact.series:
            if not value:
                raise self.missing(fact.id)
            self[(fact.id, "series")] = value
            value = value[-1]
        self[fact.id] = value
        return self[key]

    def _on_the_day(self, fact: Fact, values: Timeline) -> Any:
        found = values.at(self._day)
        if found is None:
            raise not_yet(self.clause, fact, values, self._day)
        self.dated[fact.id] = found.since
        return found.value

    def _assume(self, fact: Fact) -> Any:
        run = self.clause.program.assume.get(fact.id)
        if run is not None and fact.id not in self._pending:
            self._pending.add(fact.id)
            return run(self)
        if fact.row.default is None:
            raise self.missing(fact.id)
        return fact.read(fact.row.default)

    def missing(self, name: str, back: int = 0) -> MissingFact:
        """The complaint that a fact, or the year `back` years before, is not stated."""
        return not_stated(self.clause, self.clause.facts[name], back)

    def stated(self, name: str) -> bool:
        """Whether the case itself states the fact."""
        return self.given.get(name) is not None

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The option taken of each reading."""
        return tuple((name, self[name]) for name in self.clause.readings)

    def taken(self) -> tuple[tuple[str, Any], ...]:
        """The parameters that were given for this case."""
        return tuple((self._parameters or {}).items())


def not_stated(clause: "Clause", fact: Fact, back: int = 0) -> MissingFact:
    """The complaint that nothing states a fact, or an earlier year of a series."""
    title = fact.title
    if back:
        title = Text(f"{title.zh}，前{back}年", f"{title.en}, {back} year(s) before")
    return MissingFact(clause=clause.id, fact=fact.id, title=title, unit=fact.unit)


def not_yet(clause: "Clause", fact: Fact, values: Timeline, day: int) -> NotYetStated:
    """The complaint that the values of a dated fact begin only after the day."""
    first, on = (date.fromordinal(each).isoformat() for each in (values.first, day))
    return NotYetStated(clause=clause.id, fact=fact.id, title=fact.title, unit=fact.unit, first=first, day=on)
