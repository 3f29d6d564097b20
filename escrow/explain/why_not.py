"""Why something was not paid: which guard failed, and by how much money or how many days."""

from collections.abc import Sequence
from dataclasses import dataclass

from escrow.catalogue.policy import Policy
from escrow.events import CLAUSES, REASON_CLAUSES
from escrow.explain.entry import ClauseSaid, amount_of, clause_said
from escrow.explain.missing import missing_of
from escrow.explain.records import Record, Records, of_project
from escrow.labels import KIND, REASON
from escrow.tape import Kind, Reason
from ledger.problem import Problem
from ledger.text import Text


@dataclass(frozen=True, slots=True)
class What:
    """A payment one may ask about: what pays it, what refuses it, what must have happened before."""

    title: Text
    paid: str
    refused: tuple[str, ...]
    before: tuple[str, ...]
    needs: tuple[tuple[str, Text], ...]  # an event without which nothing is due, and what its absence means


_NO_PROJECT = ("refused", "reviewed", "deposit_missed")
_APPROVED = ("approved", Text("项目尚未立项", "the project has no approval notice"))
_DEPOSIT = ("deposited", Text("保证金尚未到账", "no deposit is in escrow"))
_FAILED = ("pool_refused", "milestone_missed", "stage_ended", "balance_defaulted", "project_ended")
WHATS: dict[str, What] = {
    "pool_advance": What(
        Text("风险池列支", "pool advance"),
        "pool_paid",
        ("pool_refused", "pool_queued"),
        (*_NO_PROJECT, "project_ended"),
        (_APPROVED, _DEPOSIT),
    ),
    "premium_subsidy": What(
        Text("保费补助", "premium subsidy"),
        "premium_subsidy_paid",
        ("premium_subsidy_refused",),
        _NO_PROJECT,
        (
            ("premium_paid", Text("项目没有投保，没有保费", "the project has no policy, so no premium")),
            _APPROVED,
        ),
    ),
    "cost_share": What(
        Text("30%资助", "cost share"),
        "cost_share_paid",
        ("cost_share_refused", "committed_unpaid"),
        (*_NO_PROJECT, *_FAILED),
        (
            _APPROVED,
            ("released", Text("还没有资金从安心宝拨付平台", "nothing has been released to the platform")),
            ("audited", Text("专项审计尚未进行", "the special audit has not taken place yet")),
        ),
    ),
    "release": What(
        Text("代管资金拨付", "release"),
        "released",
        ("milestone_missed", "stage_ended", "balance_defaulted"),
        (*_NO_PROJECT, "pool_refused", "project_ended"),
        (
            _DEPOSIT,
            ("milestone_reached", Text("里程碑尚未完成验收", "no milestone has been accepted")),
            ("balance_paid", Text("尾款尚未支付", "the balance has not been paid")),
        ),
    ),
}


class UnknownWhat(Problem):
    """--why-not names a payment nobody can ask about."""

    message = Text("不认识的款项“{name}”", "{name!r} is not a payment one can ask about")
    advice = Text("可选：{known}", "choose one of: {known}")


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition that failed: when, why, under which clause, and what was missing."""

    on: str
    event: str
    stage: int
    what: Text
    reason: Text
    clause: ClauseSaid
    missing_fen: int = 0
    missing_days: int = 0


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The answer: what was paid all the same (fen), the guards that failed, or what has not happened yet."""

    project: str
    what: str
    title: Text
    paid_fen: int
    guards: tuple[Guard, ...]
    absent: Text | None

    @property
    def in_full(self) -> bool:
        """Whether it was paid and no guard took anything away."""
        return self.paid_fen > 0 and not self.guards


def why_not(store: Records, project: str, what: str, policy: Policy) -> WhyNot:
    """Why `what` was not (or not fully) paid to a project; raises NotInLedger, UnknownWhat."""
    asked = WHATS.get(what)
    if asked is None:
        raise UnknownWhat(name=what, known=", ".join(WHATS))
    records = of_project(store, project)
    paid = sum(amount_of(each) for each in _entries_of(records, asked.paid))
    guards = tuple(_guard(each, policy) for each in _failed(records, asked, paid))
    absent = None if guards or paid else _absent(records, asked)
    return WhyNot(project, what, asked.title, paid, guards, absent)


def _entries_of(records: Sequence[Record], type: str) -> list[Record]:
    events = {each.id for each in records if each.kind == "event" and each.type == type}
    return [each for each in records if each.kind == "entry" and each.fields["event"] in events]


def _failed(records: Sequence[Record], asked: What, paid: int) -> list[Record]:
    """Own refusals and cuts; with neither, and nothing paid, what stopped the project last."""
    events = [each for each in records if each.kind == "event"]
    own = [each for each in events if each.type in asked.refused or _is_cut(each, asked)]
    if asked.paid == "pool_paid" and paid:
        own = [each for each in own if each.type != "pool_queued"]
    if own or paid:
        return own
    stopped = [each for each in events if each.type in asked.before and _stops(each)]
    # The end of a project only repeats what ended it, and names no money.
    causes = [each for each in stopped if each.type != "project_ended"]
    return (causes or stopped)[-1:]


def _is_cut(event: Record, asked: What) -> bool:
    # What a cap or budget took from a cost share is a refusal of its own; from a subsidy it is not.
    return event.type == asked.paid == "premium_subsidy_paid" and missing_of(event).fen > 0


def _stops(event: Record) -> bool:
    return event.type != "reviewed" or not event.data.get("passed", 1)


def _guard(event: Record, policy: Policy) -> Guard:
    kind, reason = Kind[event.type.upper()], Reason(event.data.get("reason", 0))
    if event.type == "reviewed":
        reason = Reason.REVIEW_FAILED
    if reason == Reason.NONE and event.type.endswith("_paid"):
        reason = Reason.CAP_REACHED
    missing = missing_of(event)
    return Guard(
        on=event.on,
        event=event.id,
        stage=event.stage,
        what=KIND[kind],
        reason=REASON[reason] if reason else KIND[kind],
        clause=clause_said(policy, REASON_CLAUSES.get(reason, CLAUSES[kind])),
        missing_fen=missing.fen,
        missing_days=missing.days,
    )


def _absent(records: Sequence[Record], asked: What) -> Text:
    types = {each.type for each in records}
    for needed, text in asked.needs:
        if needed not in types:
            return text
    return Text("模拟期内尚未到付款日", "its day of payment had not come when the period ended")
