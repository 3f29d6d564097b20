"""Random portfolios with made-up clauses, for the process and for the oracle."""

from datetime import date
from fractions import Fraction
from random import Random

from escrow.claims.model import ClaimPlan, Facts
from escrow.claims.setting import ClaimsSetting, Shortfall, Window
from escrow.claims.tape import Payer
from escrow.claims.terms import ClauseTerms, EnvelopeTerm, LimitTerm, Ruling, StackRule
from tests.escrow.fulfilment import oracle
from tests.escrow.fulfilment.made_up import BUDGET, CITED, Book, Decide, clause, on, plan, setting

YEARS = (2024, 2025, 2026)
NAMES = ("a", "b", "c", "d")
STAGES = (
    ((0, Fraction(1)),),
    ((0, Fraction(1, 2)), (1, Fraction(1, 2))),
    ((0, Fraction(1, 3)), (1, Fraction(1, 3)), (2, Fraction(1, 3))),
)
SHARES = ({"district": 1}, {"city": 1, "district": 1}, {"district": 1, "city": 1}, {"city": 2, "district": 1})


def world(seed: int) -> oracle.World:
    """A random portfolio of up to thirty claims under four clauses and three envelopes with a total."""
    r = Random(seed)
    clauses = {
        name: oracle.Clause(
            envelope=r.choice(("x", "y", "total", "")),
            shares=r.choice(SHARES),
            stages=r.choice(STAGES),
            yearly_cap=r.choice((None, r.randrange(1, 2000))),
            trims=r.random() < 0.7,
        )
        for name in NAMES
    }
    first, last = on("2024-01-01"), on("2026-12-31")
    claims = [_claim(r, serial, first, last) for serial in range(r.randrange(1, 30))]
    size = r.choice((500, 2000, 10**9))
    envelopes = {
        "x": (_amounts(r, size), "total"),
        "y": (_amounts(r, size), r.choice(("total", ""))),
        "total": (_amounts(r, size * 3 // 2), ""),
    }
    return oracle.World(
        claims=claims,
        clauses=clauses,
        envelopes=envelopes,
        short=r.choice(("trim", "reject", "prorate", "defer")),
        year_end=r.choice(("lapse", "carry_over")),
        stacked=frozenset(name for name in NAMES if r.random() < 0.5),
        first=first,
        last=last,
        window=r.choice((None, ((2, 1), (10, 31)))),
        revenue=r.choice((None, (on("2025-07-01"), Fraction(r.randrange(1, 10), 10)))),
    )


def _amounts(r: Random, size: int) -> dict[int, int]:
    return {year: r.randrange(1, size) for year in YEARS if r.random() < 0.8}


def _claim(r: Random, serial: int, first: int, last: int) -> oracle.Claim:
    applied = r.randrange(first, last)
    return oracle.Claim(
        serial,
        enterprise=f"E{r.randrange(5)}",
        clause=r.choice(NAMES),
        applied=applied,
        asked=r.choice((0, r.randrange(1, 1500))),
        matter=r.choice(("m", "n")),
        lapses=r.choice((None, None, applied + r.randrange(1, 700))),
    )


def setting_of(found: oracle.World) -> ClaimsSetting:
    """The same world as the process takes it."""
    names = list(found.envelopes)
    book = Book(
        [_terms(found, name, names) for name in NAMES],
        [_decides(found.clauses[name]) for name in NAMES],
        [
            EnvelopeTerm(name, BUDGET, tuple(amounts.items()), within=names.index(above) if above else -1)
            for name, (amounts, above) in found.envelopes.items()
        ],
        [StackRule(CITED, found.stacked, ("enterprise", "matter"), "highest")],
    )
    choices = {"budget_short": found.short, "year_end": found.year_end}
    revenue = Shortfall(found.revenue[1], found.revenue[0]) if found.revenue else None
    windows = {number: Window(*found.window) for number in range(len(NAMES))} if found.window else {}
    return setting(
        book, *map(_plan, found.claims), shortfall=revenue, windows=windows, review="none", **choices
    )


def _terms(found: oracle.World, name: str, names: list[str]) -> ClauseTerms:
    stated = found.clauses[name]
    limit = LimitTerm(name, ("enterprise", "year"), "award", "trim" if stated.trims else "reject")
    return clause(
        name,
        limits=(limit,) if stated.yearly_cap is not None else (),
        envelope=names.index(stated.envelope) if stated.envelope else -1,
    )


def _decides(stated: oracle.Clause) -> Decide:
    payers = tuple((Payer[name.upper()], share) for name, share in stated.shares.items())
    stages = tuple(("", years, share) for years, share in stated.stages)
    caps = () if stated.yearly_cap is None else (stated.yearly_cap,)

    def decide(facts: Facts) -> Ruling:
        amount = int(facts["amount"])  # type: ignore[arg-type]
        return Ruling(amount, caps=caps, stages=stages, payers=payers)

    return decide


def _plan(claim: oracle.Claim) -> ClaimPlan:
    return plan(
        claim.serial,
        claim.clause,
        date.fromordinal(claim.applied).isoformat(),
        claim.enterprise,
        amount=claim.asked,
        matter=claim.matter,
        lapses_day=claim.lapses,
    )
