"""What befalls parties: debarment (五(三)), a platform that stops, a platform that falsifies."""

from escrow.processes.agenda import FINDINGS
from escrow.processes.case import Case
from escrow.processes.scheme import Process, Scheme
from escrow.tape import Kind, Phase, Reason


def debar(s: Scheme, enterprise: int, reason: Reason) -> None:
    """No further support from today; earlier grants come back under falsification_effect clawback."""
    if enterprise in s.debarred:
        return
    s.debarred[enterprise] = s.agenda.today
    s.note(Phase.DECISIONS, Kind.DEBARRED, a=enterprise, b=reason)
    if reason == Reason.FALSIFIED and s.terms.read.falsification_effect():
        for case in s.of_enterprise[enterprise]:
            _claw_back(s, case)


def _claw_back(s: Scheme, case: Case) -> None:
    book = case.book
    granted = sum(grant.amount_fen for grant in book.grants if grant.enterprise == book.enterprise)
    given = granted + sum(paid.amount_fen for paid in book.premium_subsidies)
    if given:
        collect(s, case, given, Reason.FALSIFIED, "enterprise")
        # Each is taken back in the cap year it was granted in, so that caps count it there.
        book.grants.extend([grant._replace(amount_fen=-grant.amount_fen) for grant in book.grants])


def collect(s: Scheme, case: Case, demanded: int, reason: Reason, debtor: str) -> None:
    """Demand money back; what the debtor has, at the collected share, goes where refunds go."""
    s.note(Phase.DECISIONS, Kind.CLAWBACK_DEMANDED, case, a=reason, b=demanded)
    num, den = s.terms.clawback_collected_rate
    holds = s.purses.get(getattr(case.accounts, debtor), 0)
    amount = min(demanded * num // den, holds)
    to_pool = debtor == "platform" and s.terms.read.refund_destination()
    variant = (2 if debtor == "platform" else 0) + int(to_pool)
    if amount:
        s.pay(Kind.CLAWBACK_PAID, case.accounts, case, 0, amount, a=variant, b=reason)
        if to_pool:
            s.pool.give_back(s.draw(case.serial, "platform"), amount)


def debarment(s: Scheme, enterprise: str, day: int) -> Process:
    """A finding of falsification stated by the scenario; nothing when the enterprise has no project."""
    if enterprise not in s.world.enterprises:
        return
    yield s.agenda.at(day, Phase.DECISIONS, FINDINGS)
    debar(s, s.world.enterprises.index(enterprise), Reason.FALSIFIED)


def falsification(s: Scheme, c: Case, day: int) -> Process:
    """A falsification of one project, found on a known or drawn day."""
    yield s.agenda.at(day, Phase.DECISIONS, FINDINGS)
    debar(s, s.draw(c.serial, "enterprise"), Reason.FALSIFIED)


def platform_stop(s: Scheme, platform: str, day: int) -> Process:
    """A platform gives up; its running stages fail on that day (escrow.processes.stage)."""
    if platform not in s.world.platforms:
        return
    yield s.agenda.at(day, Phase.DECISIONS, FINDINGS)
    s.note(Phase.DECISIONS, Kind.PLATFORM_STOPPED, a=s.world.platforms.index(platform))


def platform_falsification(s: Scheme, platform: str, day: int) -> Process:
    """A platform is found to falsify: appraisal only, or the pool money comes back."""
    if platform not in s.world.platforms:
        return
    yield s.agenda.at(day, Phase.DECISIONS, FINDINGS)
    number = s.world.platforms.index(platform)
    s.note(Phase.DECISIONS, Kind.PLATFORM_FALSIFIED, a=number)
    if not s.terms.read.platform_falsification():
        return
    for case in s.cases:
        if s.draw(case.serial, "platform") == number and case.advanced:
            collect(s, case, case.advanced, Reason.FALSIFIED, "platform")
