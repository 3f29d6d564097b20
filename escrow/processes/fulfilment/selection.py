"""Selection rounds: when the window has closed and all are scored, the best of each group are taken."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from simpy.events import Event

from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.claims.terms import Scored, SelectTerm
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.office import Office, Process
from escrow.tape import Phase


@dataclass(slots=True)
class Candidate:
    """A claim with its score; the event fires with whether it was taken."""

    case: Case
    scored: Scored
    taken: Event

    @property
    def score(self) -> Fraction:
        """What it is ranked by."""
        return self.scored.score


@dataclass(slots=True)
class Round:
    """One selection: whoever has filed and not been scored or refused yet is `out`."""

    term: SelectTerm
    closes: int
    out: int = 0
    candidates: list[Candidate] = field(default_factory=list)
    decided: bool = False


class Rounds:
    """The rounds of a run by clause and year."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._rounds: dict[tuple[int, int], Round] = {}

    def enter(self, case: Case, term: SelectTerm) -> Round:
        """A claim enters the round of its clause and year."""
        o = self.office
        key = (case.clause, o.year)
        found = self._rounds.get(key)
        if found is None:
            found = self._rounds[key] = Round(term, self._closing(case))
            o.agenda.start(self._close(found))
        found.out += 1
        return found

    def leave(self, found: Round) -> None:
        """A claim was refused before it was scored."""
        found.out -= 1
        self._decide(found)

    def score(self, found: Round, case: Case, scored: Scored) -> Event:
        """A claim is scored; the event fires when the round is decided."""
        taken = Event(self.office.env)
        found.candidates.append(Candidate(case, scored, taken))
        found.out -= 1
        self._decide(found)
        return taken

    def _closing(self, case: Case) -> int:
        o = self.office
        window = o.setting.windows.get(case.clause)
        month, day = window.closes if window else (12, 31)
        closes = date(o.year, month, day).toordinal()
        return closes if closes >= o.today else date(o.year + 1, month, day).toordinal()

    def _close(self, found: Round) -> Process:
        yield self.office.at(found.closes, Phase.CLOSE)
        self._decide(found)

    def _decide(self, found: Round) -> None:
        if found.out or found.decided or self.office.today < found.closes:
            return
        found.decided = True
        groups: dict[object, list[Candidate]] = {}
        for each in found.candidates:
            key = tuple(each.case.facts.get(name, "") for name in found.term.per)
            groups.setdefault(key, []).append(each)
        for group in groups.values():
            self._take(found.term, group)

    def _take(self, term: SelectTerm, group: list[Candidate]) -> None:
        o = self.office
        ranked = sorted(group, key=_order)
        for rank, each in enumerate(ranked, 1):
            _, minimum, places = each.scored
            if minimum is not None and each.score < minimum:
                missing = hundredths(minimum - each.score, up=True)
                o.refuse(Phase.DECISIONS, each.case, ClaimReason.BELOW_MINIMUM, rank, missing)
            elif places is not None and _place(term, ranked, rank) > places:
                o.refuse(Phase.DECISIONS, each.case, ClaimReason.NOT_SELECTED, rank)
            else:
                columns = (rank, len(ranked), hundredths(each.score))
                o.note(Phase.DECISIONS, ClaimKind.SELECTED, each.case, 0, 0, *columns)
                each.taken.succeed(True)
                continue
            each.taken.succeed(False)


def _order(each: Candidate) -> tuple[Fraction, int, int]:
    """The better score first; of equal ones the earlier application."""
    return -each.score, each.case.plan.applied_day, each.case.serial


def _place(term: SelectTerm, ranked: list[Candidate], rank: int) -> int:
    """The place that counts: with ties the best of the same score, or the worst where none is taken."""
    score = ranked[rank - 1].score
    if term.ties == "all":
        return 1 + sum(each.score > score for each in ranked)
    return rank if term.ties == "order" else sum(each.score >= score for each in ranked)


def hundredths(score: Fraction, *, up: bool = False) -> int:
    """A score in whole hundredths, rounded down, or up."""
    return int(-(-score * 100 // 1)) if up else int(score * 100 // 1)
