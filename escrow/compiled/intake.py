"""Intake, expert review, notice, opening of the channel."""

from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import END, hop, soon, start
from escrow.compiled.columns import NONE, P
from escrow.compiled.custody import MOVED_EQUIPMENT, recorded, refused
from escrow.compiled.dated import NEW_YEAR
from escrow.compiled.eligibility import barred_at_notice, refusal
from escrow.compiled.events import (
    COMMITTED,
    COMPLETIONS,
    DECIDE,
    DECISIONS,
    DONE,
    FALSIFY_START,
    FILINGS,
    LOAN_START,
    NOTICE,
    NUMBER,
    PUBLICISE,
    SEAT,
    SEAT_FREED,
    SIT,
    SUBSIDY_START,
    TEST,
    THEN_APPROVAL,
    THEN_FIRST_DEPOSIT,
    THEN_STAGE,
)
from escrow.compiled.jit import inner
from escrow.compiled.parties import debar
from escrow.compiled.places import C, K, R, T
from escrow.compiled.pool import budget_of, uncommit
from escrow.compiled.pots import ask
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F
from escrow.compiled.write import is_pinned, last_day, note, say, this_year, when, when_before, working
from escrow.processes.pins import APPROVED, NEVER, REVIEW


@inner
def filed(s: Run, i: int) -> None:
    """The application comes in."""
    note(s, FILINGS, kinds.FILED, i, 0, s.project[i, P.TOTAL_FEN], 0, 0, 0, 0)
    day = working(s, s.project[i, P.COMPLETENESS_DAYS])
    soon(s, when_before(s, i, REVIEW, 0, day), FILINGS, i, TEST)


@inner
def tested(s: Run, i: int) -> None:
    """Eligibility; then a seat on the expert panel, unless the sitting is known to have taken place."""
    reason, found, required = refusal(s, i)
    if reason:
        refused(s, DECISIONS, i, reason, found, required)
        return
    say(s, FILINGS, kinds.ACCEPTED, i, 0, 0, 0)
    if _sat(s, i):
        _sit(s, i)
        return
    s.case[i, C.NEXT_SEATED] = END
    if s.seat_first == END:
        s.seat_first = i
    else:
        s.case[s.seat_last, C.NEXT_SEATED] = i
    s.seat_last = i
    next_seat(s)


@inner
def next_seat(s: Run) -> None:
    """Give a free seat to whoever has waited longest."""
    if s.seat_first != END and s.seats < s.term[T.PANEL_SEATS]:
        i = s.seat_first
        s.seat_first = s.case[i, C.NEXT_SEATED]
        s.seats += 1
        hop(s, SEAT, i, 0)


@inner
def seated(s: Run, i: int) -> None:
    """The sitting of the panel begins."""
    say(s, FILINGS, kinds.REVIEW_STARTED, i, 0, 0, 0)
    _sit(s, i)


@inner
def _sat(s: Run, i: int) -> bool:
    return is_pinned(s, i, REVIEW, 0) or last_day(s, i, REVIEW, 0) < NEVER


@inner
def _sit(s: Run, i: int) -> None:
    day = when(s, i, REVIEW, 0, working(s, s.project[i, P.REVIEW_DAYS]))
    soon(s, day, COMPLETIONS, i, SIT)


@inner
def reviewed(s: Run, i: int) -> int:
    """The panel's verdict."""
    if not _sat(s, i):
        s.seats -= 1
        hop(s, SEAT_FREED, i, 0)
    followed = last_day(s, i, REVIEW, 0) < NEVER
    score, stated = s.project[i, P.SCORE], s.known_fact[s.case[i, C.KNOWN], K.REVIEW_PASSED]
    verdict = stated
    if stated == NONE:
        verdict = 1 if followed else s.project[i, P.PASSED]
    if s.project[i, P.FALSIFIED_DAYS] == 0 and not followed:
        debar(s, s.case[i, C.ENTERPRISE], reasons.FALSIFIED)
        refused(s, COMPLETIONS, i, reasons.FALSIFIED, 0, 0)
        return DONE
    if s.read[R.EXPERT_PASS]:
        verdict = 1 if score >= s.term[T.SCORE_THRESHOLD] else 0
    say(s, COMPLETIONS, kinds.REVIEWED, i, 0, verdict, score)
    if not verdict:
        refused(s, COMPLETIONS, i, reasons.REVIEW_FAILED, 0, 0)
        return DONE
    return THEN_FIRST_DEPOSIT if s.read[R.STEP_ORDER] else THEN_APPROVAL


@inner
def to_approval(s: Run, i: int) -> int:
    """The party group's meeting is called."""
    day = when_before(s, i, APPROVED, 0, working(s, s.project[i, P.DECISION_DAYS]))
    soon(s, day, DECISIONS, i, DECIDE)
    return DONE


@inner
def decided(s: Run, i: int) -> None:
    """The meeting has decided; public notice begins."""
    say(s, DECISIONS, kinds.DECIDED, i, 0, 0, 0)
    day = when_before(s, i, APPROVED, 0, working(s, s.project[i, P.PUBLICITY_DAYS]))
    soon(s, day, DECISIONS, i, PUBLICISE)


@inner
def publicised(s: Run, i: int) -> None:
    """Public notice has ended without objection."""
    say(s, DECISIONS, kinds.PUBLICISED, i, 0, 0, 0)
    day = when(s, i, APPROVED, 0, working(s, s.project[i, P.NOTICE_DAYS]))
    soon(s, day, DECISIONS, i, NOTICE)


@inner
def notice(s: Run, i: int) -> int:
    """The notice is due: a number of the year, a commitment under a quota, then the notice itself."""
    if s.read[R.SELECTION_NUMBER_BINDS] == 2:
        year = this_year(s) - s.term[T.BASE_YEAR]
        if s.approvals[year] >= s.term[T.SELECTION_NUMBER]:
            say(s, DECISIONS, kinds.SELECTION_WAITED, i, 0, 0, 0)
            soon(s, s.years[year + 1, NEW_YEAR], DECISIONS, i, NUMBER)
            return DONE
        s.approvals[year] += 1
    reason, found, required = barred_at_notice(s, i)
    if reason:
        refused(s, DECISIONS, i, reason, found, required)
        return DONE
    if s.read[R.POOL_FORM]:
        ask(s, i, 1, budget_of(s, i, 1), COMMITTED)
        return DONE
    return _approved(s, i)


@inner
def committed(s: Run, i: int, granted: int) -> int:
    """The quota has answered; waiting takes days, so the notice is tested against the trial again."""
    if not granted:
        refused(s, DECISIONS, i, reasons.POOL_EMPTY, 0, 0)
        return DONE
    budget = s.case[i, C.BUDGET]
    note(s, DECISIONS, kinds.QUOTA_COMMITTED, i, 1, budget, 0, 0, 0, 0)
    s.case[i, C.PROMISED] = budget
    reason, found, required = barred_at_notice(s, i)
    if reason:
        uncommit(s, i)
        refused(s, DECISIONS, i, reason, found, required)
        return DONE
    return _approved(s, i)


@inner
def _approved(s: Run, i: int) -> int:
    s.case[i, C.APPROVED] = s.books[i, F.NOTICE_DAY] = s.today
    say(s, DECISIONS, kinds.APPROVED, i, 0, 0, 0)
    found = s.project[i, P.FALSIFIED_DAYS]
    if found > 0:
        start(s, FALSIFY_START, i, s.today + found, 0, 0, 0)
    bought = s.project[i, P.EQUIPMENT_FEN]
    if bought and s.read[R.EQUIPMENT_IN_INSTALMENTS] == 0:
        recorded(s, i, MOVED_EQUIPMENT, bought, 0)
    if s.case[i, C.INSURED]:
        start(s, SUBSIDY_START, i, 0, 0, 0, 0)
    if s.project[i, P.PRINCIPAL_FEN]:
        start(s, LOAN_START, i, 0, 0, 0, 0)
    return THEN_STAGE if s.read[R.STEP_ORDER] else THEN_FIRST_DEPOSIT
