"""The claims a district makes under some papers: one a matter and year, doubles and vain ones included."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from escrow.claims.model import Applicant, ClaimPlan, Promotion
from escrow.claims.rulebook import claimable
from escrow.clauses import Catalogue, Clause
from escrow.world.district.beliefs import EVENT_DAYS
from escrow.world.district.book import UPPER
from escrow.world.district.district import District
from escrow.world.district.filing import Candidate, Filing, Year, best
from escrow.world.district.reads import reads_of
from escrow.world.district.titles import rung_of

ENTERPRISES = frozenset({"enterprise", "platform", "institution", "team"})
RULES = frozenset({"stacking_rule", "sharing_rule", "procedure", "eligibility", "budget", "escrow_flow"})
CONSUMERS = frozenset({"consumer", "person"})


def claims_of(
    district: District,
    catalogue: Catalogue,
    papers: Sequence[str],
    first_day: int,
    last_day: int,
    filing: Filing | None = None,
    recipients: Collection[str] = ENTERPRISES,
) -> list[ClaimPlan]:
    """What the district's members file from `first_day` to `last_day`, numbered by day and id.

    A clause they file under moves money to one of the `recipients`.
    """
    found = _Claims(district, catalogue, filing or Filing(), first_day, last_day)
    plans = found.plans([each for each in filed_under(catalogue, papers) if each.row.recipient in recipients])
    ordered = sorted(plans, key=lambda plan: (plan.applied_day, plan.id))
    return [replace(plan, serial=number) for number, plan in enumerate(ordered)]


def applicants_of(district: District, claims: Iterable[ClaimPlan]) -> dict[str, Applicant]:
    """Those who file, with the books of their years."""
    place = {name: i for i, name in enumerate(district.ids)}
    names = sorted({plan.enterprise for plan in claims})
    books = ("revenue", "rd_spend", "export_value") if district.spec.books else ()
    return {
        name: Applicant(
            name,
            {book: tuple(district.series[book][place[name]].tolist()) for book in books},
            district.spec.last_year,
        )
        for name in names
    }


def filed_under(catalogue: Catalogue, papers: Sequence[str]) -> list[Clause]:
    """The clauses of the papers under which one applies; rules between them are not among these."""
    rows = (each for each in catalogue.clauses.values() if each.paper.id in papers)
    return [each for each in rows if claimable(each) and each.row.kind not in RULES]


class _Claims:
    def __init__(
        self, district: District, catalogue: Catalogue, filing: Filing, first_day: int, last_day: int
    ) -> None:
        self.district, self.catalogue, self.filing = district, catalogue, filing
        self.first_day, self.last_day = first_day, last_day
        self.years = range(date.fromordinal(first_day).year, date.fromordinal(last_day).year + 1)

    def plans(self, clauses: Iterable[Clause]) -> Iterator[ClaimPlan]:
        """Every claim, its serial still to be given."""
        by_thing: dict[tuple[int, str, int], list[Candidate]] = defaultdict(list)
        for clause in clauses:
            reads = reads_of(clause)
            for year in self.years:
                for each in self._year(clause, reads, year).candidates():
                    by_thing[each.firm, clause.matter, year].append(each)
        promoted: set[tuple[int, str]] = set()
        for (firm, _, _), candidates in sorted(by_thing.items(), key=lambda item: item[0][2]):
            for each in self._filed(candidates):
                if (firm, each.clause.id) not in promoted:
                    plan = self._plan(each)
                    if plan.promotions:
                        promoted.add((firm, each.clause.id))
                    yield plan

    def _year(self, clause: Clause, reads: Any, year: int) -> Year:
        return Year(
            self.district, self.catalogue, self.filing, clause, reads, year, self.first_day, self.last_day
        )

    def _filed(self, candidates: list[Candidate]) -> Iterator[Candidate]:
        """The best of one matter, what adds to it, and now and then the same facts again elsewhere."""
        chosen, others = best(candidates)
        yield from chosen
        for each in others:
            if each.amount_fen and self._drawn(each, "twice") < self.filing.twice.at:
                yield each

    def _plan(self, each: Candidate) -> ClaimPlan:
        clause, facts = each.clause, dict(each.facts)
        upper = facts.pop(UPPER, None)
        return ClaimPlan(
            serial=0,
            id=f"{self.district.ids[each.firm]}-{each.year}-{clause.id}",
            enterprise=self.district.ids[each.firm],
            clause=clause.id,
            applied_day=each.day,
            facts=facts,
            object=clause.matter if each.reads.once or each.reads.level else f"{clause.matter}-{each.year}",
            upper_level=((self._arrival(each), upper),) if upper else (),
            events=self._events(each),
            lapses_day=self._lapse(each),
            promotions=tuple(self._promotions(each)),
        )

    def _arrival(self, each: Candidate) -> int:
        return each.day + self.district.spec.upper_days.value(self._drawn(each, "arrival"))

    def _events(self, each: Candidate) -> Mapping[str, int]:
        """The days on which stages fall due, one after the other."""
        events, day = {}, each.day
        for place, name in enumerate(each.reads.stages):
            day += EVENT_DAYS.value(self._drawn(each, f"event/{place}"))
            events[name] = day
        return events

    def _lapse(self, each: Candidate) -> int | None:
        """The day on which the conditions stop to hold, where the clause looks again."""
        pay = each.clause.row.pay
        if pay is None or pay.recheck is None:
            return None
        for later in range(1, 4):
            if self.filing.lapses.happens(self._drawn(each, f"lapse/{later}")):
                return each.day + 365 * later
        return None

    def _promotions(self, each: Candidate) -> Iterator[Promotion]:
        """Higher levels of the same title, reached while the clause is in force."""
        if not each.reads.level or each.amount_fen == 0:
            return
        texts = each.reads.texts[each.reads.level]
        last = min(self.last_day, each.clause.term[1])
        listed = each.clause.facts[each.reads.level].listed
        for year in range(each.year + 1, date.fromordinal(last).year + 1):
            held, news = self.district.rung(each.clause.matter, year)
            text = next((text for text in texts if rung_of(text) == held[each.firm]), None)
            day = date(year, 1, 1).toordinal() + self._drawn(each, f"promoted/{year}") * 365 // 2**32
            if news[each.firm] and text is not None and day <= last:
                yield Promotion(day, {each.reads.level: (text,) if listed else text})

    def _drawn(self, each: Candidate, purpose: str) -> int:
        return self.district.draws.one(f"claim/{each.clause.id}/{purpose}", each.firm, each.year)
