"""A small ledger written by hand, and the catalogue to explain it with."""

from escrow.catalogue import Policy, load_policy
from escrow.chart import CHART, OPENING
from ledger import Basis, EntryDraft, Event, Header, Journal, MemoryStore, Posting
from ledger.entry import Workings

WAN = 1_000_000  # fen
DOCUMENT = "xiaoshan-anxinbao-2025"


def policy() -> Policy:
    """The scheme's catalogue."""
    return load_policy()


class Pen:
    """Writes events and payments of project P1 into a memory ledger."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        header = Header("a" * 64, "b" * 64, 1, 0, "1", "2025-03-09", CHART)
        self.journal = Journal.create(self.store, header)
        self._pay_in("cash/district_treasury", "cash/risk_pool", "cash/enterprise:E1")

    def _pay_in(self, *accounts: str) -> None:
        self.journal.event(Event("district/opened", "opened", "2025-03-09"))
        postings = [Posting(account, 10_000 * WAN) for account in accounts]
        postings.append(Posting(OPENING, -10_000 * WAN * len(accounts)))
        basis = Basis(DOCUMENT, "三.1", "xiaoshan-pool-and-account-setup")
        self.journal.post(
            EntryDraft("district/open", "district/opened", "2025-03-09", basis, tuple(postings))
        )

    def event(self, on: str, type: str, stage: int = 0, **data: int) -> str:
        """An event of P1; its id."""
        name = f"P1/{stage}/{type}" if stage else f"P1/{type}"
        numbers = tuple(sorted((key, int(value)) for key, value in data.items()))
        self.journal.event(Event(name, type, on, "P1", stage, numbers))
        return name

    def pay(
        self,
        event: str,
        name: str,
        accounts: tuple[str, str],
        fen: int,
        clause: str,
        *,
        on: str,
        workings: Workings = (),
        readings: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """An entry of P1 from the first account to the second."""
        giver, taker = accounts
        postings = (Posting(giver, -fen, "P1"), Posting(taker, fen, "P1"))
        basis = Basis(DOCUMENT, "三.5", clause, event.rpartition("/")[2], workings, readings)
        self.journal.post(EntryDraft(name, event, on, basis, postings))

    def done(self) -> MemoryStore:
        """The ledger, finished."""
        self.journal.finish("2026-12-31")
        return self.store


def granted(before_fen: int = 180 * WAN, left_fen: int = 300 * WAN, paid_fen: int = 180 * WAN) -> MemoryStore:
    """P1 approved, one instalment released, audited and granted."""
    pen = Pen()
    pen.event("2025-03-28", "approved")
    deposit = pen.event("2025-04-01", "deposited", 1, amount_fen=20 * WAN)
    pen.pay(
        deposit,
        "P1/1/deposit",
        ("cash/enterprise:E1", "custody/escrow/P1"),
        20 * WAN,
        "xiaoshan-first-deposit-10",
        on="2025-04-01",
        workings=(("base", 200 * WAN), ("rate", 10, 100)),
    )
    pen.event("2025-06-30", "milestone_reached", 1)
    pen.event("2025-07-10", "authority_reviewed", 1)
    released = pen.event("2025-07-10", "released", 1, amount_fen=20 * WAN)
    pen.pay(
        released,
        "P1/1/release",
        ("custody/escrow/P1", "cash/platform:PL1"),
        20 * WAN,
        "xiaoshan-release-after-review",
        on="2025-07-10",
        workings=(("deposit", 20 * WAN), ("balance", 0)),
    )
    pen.event("2026-02-13", "audited", year=2025, input_fen=600 * WAN, claims_fen=0)
    if before_fen > left_fen:
        withheld = before_fen - left_fen
        pen.event("2026-02-27", "cost_share_refused", year=2025, reason=23, withheld_fen=withheld)
    paid = pen.event("2026-02-27", "cost_share_paid", year=2025, amount_fen=paid_fen)
    pen.pay(
        paid,
        "P1/2025/cost_share",
        ("cash/district_treasury", "cash/enterprise:E1"),
        paid_fen,
        "xiaoshan-cost-share-30",
        on="2026-02-27",
        workings=(
            ("input", before_fen * 10 // 3),
            ("claims", 0),
            ("base", before_fen * 10 // 3),
            ("rate", 30, 100),
            ("before_cap", before_fen),
            ("cap_left", left_fen),
        ),
        readings=(("cap_year", "release_calendar_year"),),
    )
    return pen.done()
