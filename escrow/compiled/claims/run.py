"""Run a replication of claims compiled: the same tape as escrow.processes.fulfilment, row for row.

Where the law of a claim asks what was granted before, the kernel guesses, says what it would have to
know, and runs again with the answers, until nobody asks.
"""

from collections.abc import Sequence

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.claims.model import Facts
from escrow.claims.setting import ClaimsSetting
from escrow.claims.terms import Ruling
from escrow.compiled.claims.judged import rulings_of
from escrow.compiled.claims.layout import NEVER, NONE, Book, Desk, Fault, K, M, S
from escrow.compiled.claims.loop import simulate
from escrow.compiled.claims.office import Office, office_of
from escrow.compiled.claims.pack import Filed, Files, filed
from escrow.compiled.claims.rulings import Rulings
from escrow.compiled.claims.tables import ASK, MARK, TAPE, blank, flat, table_of

_ROUNDS, _ASKS = 200, 64
Ask = tuple[int, ...]  # claim, certified before, this year, at the same level, received


class Replication:
    """A replication packed for the kernel; it remembers the answers it had to ask for."""

    def __init__(self, files: Files, office: Office, judged: Sequence[Ruling]) -> None:
        self.files, self.office = files, office
        self.rulings = Rulings(files.events, files.most_limits)
        places = range(len(files.plans))
        rulings = [self.rulings.add(each) for each in judged]
        self.filed: Filed = filed(files, rulings, [self._ranked(place) for place in places])
        self._first = np.full(len(places), NONE, dtype=np.int64)
        self._answers: list[list[int]] = []
        self._known: set[Ask] = set()
        self._kept: tuple[int, IntArray] | None = None  # the book, made when there were so many answers

    def tape(self) -> IntArray | Fault:
        """The tape, or why the replication is left to SimPy."""
        rows = 32 * len(self.files.plans) + 16 * self.office.envelope_fen.size + 64
        for _ in range(_ROUNDS):
            desk = self._desk(rows)
            simulate(self._book(), desk)
            if not self._answered(desk):
                continue
            mark = table_of(desk, MARK, 1)[:, 0]
            if mark[M.FAULT] != Fault.TOO_MANY:
                fault = Fault(int(mark[M.FAULT]))
                return fault if fault else table_of(desk, TAPE, 10)[: mark[M.ROWS]]
            rows *= 2
        return Fault.TOO_MANY

    def _answered(self, desk: IntArray) -> bool:
        """Whether every ask has its answer; what is new is answered by the clause itself."""
        asked = table_of(desk, ASK, 5)[: table_of(desk, MARK, 1)[M.ASKED, 0]]
        asks = dict.fromkeys(map(tuple, asked.tolist()))
        new = [ask for ask in asks if ask not in self._known]
        for ask in new:
            ruling = self.rulings.add(self._ruling(ask[0], self.files.certified(*ask)))
            self._answers.append([*ask[1:], ruling, int(self._first[ask[0]])])
            self._first[ask[0]] = len(self._answers) - 1
            self._known.add(ask)
        return not new

    def _ruling(self, place: int, facts: Facts) -> Ruling:
        files = self.files
        return files.book.rule(files.clauses[place], facts, files.plans[place].applied_day)

    def _ranked(self, place: int) -> tuple[bool, bool]:
        """Whether another clause goes first on unchanged facts, and whether any could."""
        files, clause = self.files, self.files.clauses[place]
        day = files.plans[place].applied_day
        if clause not in files.rivals:
            files.rivals[clause] = bool(files.book.rivals(clause, NEVER))
        if not files.rivals[clause] or not files.book.rivals(clause, day):
            return False, False
        return files.book.first_in_rank(clause, files.ruled_on(place), day) >= 0, True

    def _book(self) -> IntArray:
        """The book with the answers so far."""
        if self._kept is None or self._kept[0] != len(self._answers):
            self._kept = len(self._answers), self._written()
        return self._kept[1]

    def _written(self) -> IntArray:
        answers = np.array(self._answers, dtype=np.int64).reshape(-1, 6)
        rows, splits, plans = self.rulings.rows(), self.rulings.splits(), self.rulings.plans()
        book = Book(
            **self.office._asdict(),
            **self.filed._asdict(),
            split=splits,
            plan=plans[0],
            stage=plans[1],
            ruling=rows,
            answer=answers,
            answers=self._first,
        )
        return flat(book)

    def _desk(self, rows: int) -> IntArray:
        claims, codes = len(self.files.plans), self.files.codes
        years = int(self.office.policy[K.YEARS])
        envelopes = len(self.office.envelope)

        desk = Desk(
            tape=blank(rows, 10),
            agenda=blank(rows),
            due=blank(rows, 2),
            mark=blank(M.COUNT),
            case=blank(claims, S.COUNT),
            held=np.full((claims, envelopes), NONE, dtype=np.int64),
            paid_by=blank(claims, 4),
            payment=blank(claims, 4, years),
            fund=blank(envelopes, years + 1, 3),
            waiting=blank(claims, 2),
            queue=blank(claims),
            same=blank(len(codes["same"])),
            yearly=blank(len(codes["yearly"]), years + 1),
            level=blank(len(codes["level"])),
            pool=blank(len(codes["pool"]), years + 1),
            purse=self.filed.opening.copy(),
            ask=blank(max(_ASKS, 4 * claims), 5),
            scratch=blank(claims, 6),
        )
        return flat(desk)


def replications(settings: Sequence[ClaimsSetting]) -> list[Replication]:
    """Replications of one policy, packed together: each clause judges all their claims at once."""
    files = [Files(setting) for setting in settings]
    days: dict[int, Office] = {}
    found = []
    for each, judged in zip(files, rulings_of(files), strict=True):
        setting = each.setting
        office = office_of(setting, days.get(setting.first_day))
        days[setting.first_day] = office
        found.append(Replication(each, office, judged))
    return found


def tapes(settings: Sequence[ClaimsSetting]) -> list[IntArray | Fault]:
    """The tapes of replications of one policy, or why one is left to the SimPy engine."""
    return [each.tape() for each in replications(settings)]
