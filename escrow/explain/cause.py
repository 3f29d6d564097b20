"""Which decision allowed an entry: the nearest earlier approving event of the same project."""

from collections.abc import Sequence

from escrow.explain.records import Record

# What has to be decided before money of a kind may move; the first that is found counts.
_APPROVED_BY: dict[str, tuple[str, ...]] = {
    "released": ("authority_reviewed", "milestone_reached"),
    "forfeited": ("authority_reviewed", "milestone_missed", "stage_ended", "balance_defaulted"),
    "excess_returned": ("authority_reviewed", "milestone_missed", "stage_ended"),
    "deposit_returned": ("authority_reviewed", "milestone_missed", "stage_ended", "pool_refused", "refused"),
    "balance_paid": ("milestone_reached",),
    "cost_share_paid": ("audited",),
    "claim_paid": ("loss_assessed", "milestone_missed"),
    "clawback_paid": ("clawback_demanded",),
    "premium_paid": (),
}
_USUAL = ("approved",)
_OF_STAGE = frozenset({"authority_reviewed", "milestone_reached", "milestone_missed", "stage_ended"})


def approval_of(event: Record, records: Sequence[Record]) -> Record | None:
    """The approving event behind `event`; None when nothing has to approve it."""
    for wanted in _APPROVED_BY.get(event.type, _USUAL):
        for record in reversed(records):
            if record.type == wanted and record.seq < event.seq and _same_matter(record, event):
                return record
    return None


def _same_matter(record: Record, event: Record) -> bool:
    if record.type in _OF_STAGE and event.stage:
        return record.stage == event.stage
    if record.type == "audited" and "year" in record.data:
        return record.data["year"] == event.data.get("year")
    return True
