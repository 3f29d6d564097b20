"""Premium subsidy (保费补助): 80 % of the premium, capped; and whether a policy qualifies at all."""

from collections.abc import Iterable

from escrow.arithmetic import capped, missing, room, share
from escrow.rules.entitlement import Entitlement, Guard, Rate, Readings, days_guard, entitled, fact_guard
from escrow.tape import Reason

CLAUSE = "xiaoshan-insurance-subsidy-80"
CHOICE = "xiaoshan-insurance-choice"
DOCUMENTS = "xiaoshan-intake-insurance-docs"
NO_OTHER_CAP = 10**18

# Premiums that share one cap, and what has been used of that cap (fen); readings premium_cap_scope.
Group = tuple[int, int]


def subsidy(
    groups: Iterable[Group],
    rate: Rate,
    cap_fen: int,
    rounding: int,
    enterprise_room_fen: int = NO_OTHER_CAP,
    readings: Readings = (),
) -> Entitlement:
    """The subsidy: the rate of each group's premium within what is left of that group's cap.

    `enterprise_room_fen` is what is left of the grant's yearly cap when premium_in_cap says
    that the subsidy uses it too.
    """
    listed = list(groups)
    amount = sum(capped(share(premium, *rate, rounding), room(cap_fen, used)) for premium, used in listed)
    workings = (
        ("premium", sum(premium for premium, _ in listed)),
        ("rate", *rate),
        ("cap_left", sum(room(cap_fen, used) for _, used in listed)),
    )
    return entitled(CLAUSE, capped(amount, enterprise_room_fen), workings, readings)


def bound_guard(bound_day: int, last_good_day: int) -> Guard:
    """The policy must be bound in time; says how many days late. The last day follows insurance_start."""
    workings = (("bound_on", bound_day), ("last_day", last_good_day))
    return days_guard(CHOICE, Reason.POLICY_LATE, missing(last_good_day, bound_day), workings)


def days_late(handed_in_day: int | None, filed_day: int, bound_day: int) -> int:
    """Days by which a policy was handed in late: due with the application, or once it exists.

    None means that it was handed in as it should be.
    """
    return 0 if handed_in_day is None else missing(max(filed_day, bound_day), handed_in_day)


def documents_guard(late_days: int, accepted: bool) -> Guard:
    """The policy comes with the application; a late one counts only if reading policy_late accepts it."""
    return days_guard(
        DOCUMENTS, Reason.POLICY_LATE, 0 if accepted else late_days, (("late_days", late_days),)
    )


def payer_guard(qualifies: bool) -> Guard:
    """The subsidy is the enterprise's; whose premium qualifies follows reading premium_payer."""
    return fact_guard(CLAUSE, Reason.NOT_PAID_BY_ENTERPRISE, qualifies)
