"""The bookkeeper of claims: turns rows into events, entries with their grounds, and refusals."""

from collections.abc import Iterator, Sequence
from datetime import date

from escrow.bookkeeping.bookkeeper import Item, Refused
from escrow.bookkeeping.claims_authority import Authority
from escrow.bookkeeping.claims_grounds import SCENARIO, Grounds
from escrow.bookkeeping.claims_naming import Names, treasury
from escrow.bookkeeping.papers import Papers
from escrow.chart import OPENING, cash
from escrow.claims.events import TYPES, data_of
from escrow.claims.model import Applicant, ClaimPlan, Facts
from escrow.claims.setting import ClaimsSetting
from escrow.claims.tape import ClaimKind
from escrow.rules.entitlement import Entitlement
from escrow.tape import Row
from ledger import Event, Posting
from ledger.holds import move

# Which paper a step leaves behind, named for the body that signs it (practice A3).
BODIES: dict[int, str] = {
    ClaimKind.APPROPRIATED: "budget_approval",
    ClaimKind.BUDGET_CUT: "budget_adjustment",
    ClaimKind.REFUSED: "bureau_notice",
    ClaimKind.COMPLETE: "acceptance_slip",
    ClaimKind.REVIEWED: "panel_opinion",
    ClaimKind.SELECTED: "panel_minutes",
    ClaimKind.DECIDED: "party_group_minutes",
    ClaimKind.AWARDED: "award_decision",
    ClaimKind.PUBLICISED: "public_notice",
    ClaimKind.PAID: "payment_order",
    ClaimKind.RECHECKED: "recheck_record",
    ClaimKind.STOPPED: "bureau_decision",
    ClaimKind.REDUCED: "bureau_decision",
    ClaimKind.CARRIED: "budget_adjustment",
    ClaimKind.LAPSED: "budget_adjustment",
    ClaimKind.CLAWBACK_DEMANDED: "refund_notice",
}


class ClaimsBookkeeper:
    """Writes nothing itself: the cashier posts what the bookkeeper prepares (钱账分管)."""

    def __init__(self, setting: ClaimsSetting) -> None:
        portfolio, book = setting.portfolio, setting.book
        self._plans, self._openings = portfolio.claims, setting.openings
        self._names = Names(self._plans, book.envelopes)
        self._papers = Papers(BODIES)
        self._authority = Authority(book.envelopes)
        self._grounds = Grounds(book, {plan.serial: _facts(setting, plan) for plan in self._plans})
        self._days: dict[int, str] = {}

    def opening(self, first_day: int) -> Item:
        """The opening balances as one entry with many postings."""
        on = self._date(first_day)
        postings = [Posting(cash(party), amount) for party, amount in sorted(self._openings.items())]
        total = sum(posting.amount_fen for posting in postings)
        postings.append(Posting(OPENING, -total))
        event = Event("office/opened", "opened", on, data=(("amount_fen", total),))
        return Item(event, Entitlement(total, SCENARIO), "office/open", tuple(postings))

    def items(self, tape: Sequence[Row]) -> Iterator[Item]:
        """One item a row, in the order of the tape."""
        for row in tape:
            yield self._item(row)

    def _item(self, row: Row) -> Item:
        plan = self._plans[row[3]] if row[3] >= 0 else None
        claim = plan.id if plan else ""
        event = Event(
            self._names.event(row),
            TYPES[row[2]],
            self._date(row[0]),
            claim,
            row[4],
            data_of(row),
            self._papers.of(row),
        )
        if plan is not None:
            self._grounds.learn(row, plan)
        postings = _moved(row, plan) + self._authority.postings(row, claim)
        if postings:
            found = self._grounds.of_claim(row, plan) if plan else self._grounds.of_envelope(row)
            return Item(event, found, self._names.entry(row), postings)
        if row[2] == ClaimKind.UNPAID:
            return Item(event, refused=Refused(self._names.attempt(row), "no_money", data_of(row)))
        return Item(event)

    def _date(self, day: int) -> str:
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = date.fromordinal(day).isoformat()
        return found


def _moved(row: Row, plan: ClaimPlan | None) -> tuple[Posting, ...]:
    """The cash postings of a row."""
    if plan is None or row[2] not in (ClaimKind.PAID, ClaimKind.ARRIVED, ClaimKind.CLAWED_BACK):
        return ()
    office, enterprise = treasury(row[6]), cash(f"enterprise:{plan.enterprise}")
    ends = (enterprise, office) if row[2] == ClaimKind.CLAWED_BACK else (office, enterprise)
    return move(*ends, row[5], plan.id)


def _facts(setting: ClaimsSetting, plan: ClaimPlan) -> Facts:
    applicant = setting.portfolio.applicants.get(plan.enterprise, Applicant(plan.enterprise))
    return {**applicant.facts, **plan.facts}
