"""The risk pool's pots and their queues, each a list by arrival and a list by rank."""

from escrow.compiled import kinds
from escrow.compiled.agenda import END, at, hop, start
from escrow.compiled.columns import P
from escrow.compiled.events import DATED_TOPUP, PAYMENTS, RECEIPTS, SERVE, TOPUP, TOPUP_START
from escrow.compiled.jit import inner
from escrow.compiled.places import C, Q, R, T
from escrow.compiled.run import Run
from escrow.compiled.write import note, pay

DATED, DECIDED = 1, 2


@inner
def pot_of(s: Run, platform: int) -> int:
    """The pot a platform draws on."""
    return platform if s.read[R.POOL_SPLIT] else 0


@inner
def pool_free(s: Run) -> int:
    """What no project has been given or promised, in fen."""
    free = 0
    for k in range(s.pots):
        free += s.pot[k, Q.FREE]
    return free


@inner
def fill(s: Run, amount: int) -> None:
    """Add an amount, divided as the pots are, odd fen to the first."""
    left = amount
    for k in range(s.pots):
        part = amount * s.pot[k, Q.NUM] // s.pot[k, Q.DEN]
        s.pot[k, Q.FREE] += part
        left -= part
    for k in range(left):
        s.pot[k, Q.FREE] += 1


@inner
def receive(s: Run, platform: int, amount: int) -> None:
    """Room in a platform's pot; whoever waits may now be served."""
    s.pot[pot_of(s, platform), Q.FREE] += amount
    wake(s)


@inner
def give_back_to_pool(s: Run, platform: int, amount: int) -> None:
    """Money a platform returns: it refills a pot of cash, but a quota once paid is used for good."""
    if s.read[R.POOL_FORM] == 0:
        receive(s, platform, amount)


@inner
def wake(s: Run) -> None:
    """Serve the queues today, once, after all projects' payments."""
    if not s.waking:
        s.waking = 1
        at(s, s.today, PAYMENTS, s.count, 0, SERVE, s.count, 0, 0, 0, 0)


@inner
def ask(s: Run, i: int, stage: int, budget: int, then: int) -> None:
    """Ask for a budget; the event `then` follows with 1 when it is granted, 0 when it is refused."""
    s.arrivals += 1
    case = s.case[i]
    case[C.REQUEST_SCORE], case[C.REQUEST_STAGE] = s.project[i, P.SCORE], stage
    case[C.REQUEST_TOLD], case[C.REQUEST_ARRIVAL], case[C.REQUEST_THEN] = 0, s.arrivals, then
    case[C.BUDGET] = budget
    k = pot_of(s, case[C.PLATFORM])
    pot = s.pot[k]
    pot[Q.ASKED] += budget
    case[C.NEXT_ASKED], case[C.LAST_ASKED] = END, pot[Q.LAST]
    if pot[Q.LAST] == END:
        pot[Q.FIRST] = i
    else:
        s.case[pot[Q.LAST], C.NEXT_ASKED] = i
    pot[Q.LAST] = i
    if s.read[R.SELECTION_RULE] == 0:
        _rank(s, k, i)
    wake(s)


@inner
def _rank(s: Run, k: int, i: int) -> None:
    """Best score first, ties by filing date, then by arrival."""
    before, after = END, s.pot[k, Q.BEST]
    while after != END and not _better(s, i, after):
        before, after = after, s.case[after, C.NEXT_BEST]
    s.case[i, C.NEXT_BEST], s.case[i, C.LAST_BEST] = after, before
    if before == END:
        s.pot[k, Q.BEST] = i
    else:
        s.case[before, C.NEXT_BEST] = i
    if after != END:
        s.case[after, C.LAST_BEST] = i


@inner
def _better(s: Run, i: int, other: int) -> bool:
    """Whether a new request goes before one that came earlier."""
    mine, its = s.case[i, C.REQUEST_SCORE], s.case[other, C.REQUEST_SCORE]
    if mine != its:
        return bool(mine > its)
    return bool(s.project[i, P.FILED_DAY] < s.project[other, P.FILED_DAY])


@inner
def _answer(s: Run, k: int, i: int, granted: int) -> None:
    """Take a request out of its queue and let its project hear of it."""
    case, pot = s.case[i], s.pot[k]
    pot[Q.ASKED] -= case[C.BUDGET]
    before, after = case[C.LAST_ASKED], case[C.NEXT_ASKED]
    if before == END:
        pot[Q.FIRST] = after
    else:
        s.case[before, C.NEXT_ASKED] = after
    if after == END:
        pot[Q.LAST] = before
    else:
        s.case[after, C.LAST_ASKED] = before
    if s.read[R.SELECTION_RULE] == 0:
        before, after = case[C.LAST_BEST], case[C.NEXT_BEST]
        if before == END:
            pot[Q.BEST] = after
        else:
            s.case[before, C.NEXT_BEST] = after
        if after != END:
            s.case[after, C.LAST_BEST] = before
    hop(s, case[C.REQUEST_THEN], i, granted)


@inner
def serve(s: Run) -> None:
    """Serve every queue."""
    s.waking = 0
    for k in range(s.pots):
        if s.pot[k, Q.FIRST] != END:
            _serve_pot(s, k)


@inner
def _serve_pot(s: Run, k: int) -> None:
    pot = s.pot[k]
    short = pot[Q.ASKED] > pot[Q.FREE]
    ranked = short and s.read[R.SELECTION_RULE] == 0
    i = pot[Q.BEST] if ranked else pot[Q.FIRST]
    while i != END:
        following = s.case[i, C.NEXT_BEST] if ranked else s.case[i, C.NEXT_ASKED]
        if s.case[i, C.BUDGET] <= pot[Q.FREE]:
            pot[Q.FREE] -= s.case[i, C.BUDGET]
            _answer(s, k, i, 1)
        elif s.read[R.POOL_SHORTAGE]:
            _answer(s, k, i, 0)
        else:
            _short(s, k, i)
            if s.read[R.POOL_OVERTAKING] == 0:
                break
        i = following
    _tell_waiting(s, k)


@inner
def _tell_waiting(s: Run, k: int) -> None:
    """Say once of each request that it was not served on its day: those who came last are untold."""
    i = s.pot[k, Q.LAST]
    if i == END or s.case[i, C.REQUEST_TOLD]:
        return
    while s.case[i, C.LAST_ASKED] != END and not s.case[s.case[i, C.LAST_ASKED], C.REQUEST_TOLD]:
        i = s.case[i, C.LAST_ASKED]
    while i != END:
        s.case[i, C.REQUEST_TOLD] = 1
        stage, budget = s.case[i, C.REQUEST_STAGE], s.case[i, C.BUDGET]
        note(s, PAYMENTS, kinds.POOL_QUEUED, i, stage, budget, s.pot[k, Q.FREE], 0, 0, 0)
        i = s.case[i, C.NEXT_ASKED]


@inner
def _short(s: Run, k: int, i: int) -> None:
    """The pool is used up for the next in line: the one occasion on which a top-up is considered."""
    if s.term[T.TOPUP_FEN] and not s.asked:
        s.asked = 1
        stage = s.case[i, C.REQUEST_STAGE]
        note(s, PAYMENTS, kinds.POOL_TOPUP_ASKED, i, stage, 0, s.pot[k, Q.FREE], 0, 0, 0)
        start(s, TOPUP_START, s.count, 0, 0, 0, 0)


@inner
def decide_top_up(s: Run) -> None:
    """The top-up that was asked for takes its time."""
    at(s, s.today + s.term[T.TOPUP_DAYS], RECEIPTS, s.count, 0, TOPUP, s.count, 0, 0, 0, 0)


@inner
def dated_top_up(s: Run, day: int, amount: int) -> None:
    """A top-up that the scenario dates."""
    at(s, day, RECEIPTS, s.count, 0, DATED_TOPUP, s.count, amount, 0, 0, 0)


@inner
def top_up(s: Run, amount: int, occasion: int) -> None:
    """Money into the pool: dated by the scenario, or decided because the pool was used up."""
    if s.read[R.POOL_FORM]:
        note(s, RECEIPTS, kinds.QUOTA_ISSUED, s.count, 0, amount, occasion, 0, 0, 0)
    elif not pay(s, RECEIPTS, kinds.POOL_TOPPED_UP, s.count, 0, amount, occasion, 0, 0, 0):
        return
    fill(s, amount)
    if occasion == DECIDED:
        s.asked = 0
    wake(s)


@inner
def drain_pot(s: Run, k: int, needed: int) -> int:
    """Take out of a pot what is free beyond `needed`."""
    taken = max(0, s.pot[k, Q.FREE] - needed)
    s.pot[k, Q.FREE] -= taken
    return taken


@inner
def turn_away(s: Run) -> None:
    """The trial is over: whoever still waits for a commitment gets no notice any more."""
    for k in range(s.pots):
        i = s.pot[k, Q.FIRST]
        while i != END:
            following = s.case[i, C.NEXT_ASKED]
            if not s.case[i, C.APPROVED]:
                _answer(s, k, i, 0)
            i = following
    wake(s)
