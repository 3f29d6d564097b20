"""Nothing is paid twice: what stacking rules and limits leave of an amount."""

from typing import NamedTuple

from escrow.claims.tape import ClaimReason
from escrow.claims.terms import Ruling, StackRule
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.eligibility import alone
from escrow.processes.fulfilment.office import Office


class Left(NamedTuple):
    """What is left of an amount, and what was cut because it is paid already or a limit is reached."""

    amount_fen: int
    paid_already_fen: int = 0
    limit_fen: int = 0

    @property
    def reason(self) -> ClaimReason:
        """Why nothing is left."""
        if self.paid_already_fen:
            return ClaimReason.PAID_ALREADY
        return ClaimReason.LIMIT_REACHED if self.limit_fen else ClaimReason.NOTHING_DUE


def left_of(o: Office, case: Case, ruling: Ruling) -> Left:
    """The amount of a ruling after what was granted for the same, and after the limits."""
    whole = ruling.amount_fen
    rules = _rules(o, case)
    single = alone(o, case) if rules else whole
    amount = min([whole, *(_under(o, case, number, whole, single) for number in rules)])
    capped = _limited(o, case, ruling, amount)
    return Left(capped, whole - amount, amount - capped)


def _rules(o: Office, case: Case) -> list[int]:
    return [
        number
        for number, rule in enumerate(o.granted.rules)
        if case.terms.id in rule.members and rule.from_day <= o.today
    ]


def _under(o: Office, case: Case, number: int, amount: int, single: int) -> int:
    rule: StackRule = o.granted.rules[number]
    others = o.granted.others(number, case, o.today)
    if rule.pick == "sum":
        room = amount if rule.total_cap_fen is None else rule.total_cap_fen - sum(others)
        return max(0, min(amount, room))
    if not others:
        return amount
    if rule.pick == "first":
        return 0
    if rule.pick == "highest" and o.choices.higher_later == "nothing":
        return 0
    # What meets under the rule together comes to the highest single amount; what the clause itself
    # deducted of the others is not deducted twice.
    return max(0, min(amount, single - sum(others)))


def _limited(o: Office, case: Case, ruling: Ruling, amount: int) -> int:
    for limit, cap in zip(case.terms.limits, ruling.caps, strict=False):
        if limit.at == "award":
            room = max(0, cap - o.granted.used(limit, case, o.today))
            amount = 0 if limit.short == "reject" and room < amount else min(amount, room)
    return amount


def within_limits(o: Office, case: Case, amount: int) -> int:
    """What of a payment the limits counted at payment allow today."""
    caps = case.ruling.caps
    for limit, cap in zip(case.terms.limits, caps, strict=False):
        if limit.at == "payment":
            amount = min(amount, max(0, cap - o.granted.used(limit, case, o.today)))
    return amount


def postponed(case: Case) -> bool:
    """Whether what a yearly limit cuts off is paid next year."""
    limits = [each for each in case.terms.limits if each.at == "payment"]
    return all("year" in each.per and each.short == "defer" for each in limits)
