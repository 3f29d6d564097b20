"""Under the default readings the settlement equals an independent one, and some things always hold."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from escrow.readings import CHOICES, DERIVED
from escrow.settlement import Award, Claim, Dated, Moved, Partner, ProjectBook, SettlementTerms, State, settle
from tests.escrow.literal import WAN, audit_of, book, day, settlement_terms
from tests.escrow.settlement.oracle import Fact, grants

YEARS = range(2025, 2029)
days = st.integers(day("2025-03-09"), day("2028-12-31"))
facts = st.lists(
    st.builds(
        Fact,
        st.integers(0, 5),
        st.just(0),
        st.sampled_from(["input", "input", "claim"]),
        days,
        st.integers(1, 1500 * WAN),
    ).map(lambda fact: fact._replace(enterprise=fact.project % 3)),
    min_size=1,
    max_size=24,
)
readings = st.fixed_dictionaries(
    {name: st.sampled_from(sorted(options)) for name, options in CHOICES.items() if name not in DERIVED}
)


def books_of(known: list[Fact]) -> list[ProjectBook]:
    books = {fact.project: book(fact.project, fact.enterprise) for fact in known}
    for fact in known:
        one = books[fact.project]
        if fact.what == "claim":
            one.claims.append(Claim(fact.on, fact.fen, 0))
        else:
            one.moved(Moved.RELEASED if fact.fen % 3 else Moved.FORFEITED, fact.on, fact.fen)
    return list(books.values())


def all_years(books: list[ProjectBook], terms: SettlementTerms) -> list[Award]:
    """Settle every year; like the bureau, write each award into the books."""
    state, awards = State(), []
    for year in YEARS:
        settled = settle(audit_of(year), books, state, terms)
        state = settled.state
        awards += settled.awards
        for award in settled.awards:
            books[[one.serial for one in books].index(award.project)].grants.extend(award.grants())
    return awards


@given(facts)
def test_the_settlement_equals_the_oracle(known: list[Fact]) -> None:
    awards = all_years(books_of(known), settlement_terms())
    ours = {(award.year, award.project): award.amount_fen for award in awards}
    assert ours == grants(known, YEARS, Fraction(3, 10), 300 * WAN)


@given(facts)
def test_the_order_of_books_and_movements_changes_nothing(known: list[Fact]) -> None:
    forwards = all_years(books_of(known), settlement_terms())
    backwards = all_years(books_of(known[::-1])[::-1], settlement_terms())
    assert forwards == backwards


@given(facts, readings, st.integers(0, 99))
def test_under_any_readings_caps_hold_and_amounts_add_up(
    known: list[Fact], chosen: dict[str, str], percent: int
) -> None:
    books = _decorated(books_of(known), percent)
    terms = settlement_terms(**chosen)
    used: dict[tuple[int, int], int] = {}
    for award in all_years(books, terms):
        assert min(award.base_fen, award.before_fen, award.amount_fen, award.clawback_fen, award.cut_fen) >= 0
        assert award.amount_fen == award.before_fen - award.cut_fen - award.other_fen - award.withheld_fen
        assert award.amount_fen == sum(part.amount_fen for part in award.parts)
        assert not (award.clawback_fen and award.amount_fen)
        for part in award.parts:
            key = (terms.unit(award.enterprise, award.enterprise % 2), part.bucket)
            used[key] = used.get(key, 0) + part.amount_fen
    assert all(total <= 300 * WAN for total in used.values())


def _decorated(books: list[ProjectBook], percent: int) -> list[ProjectBook]:
    """The same books with everything else that a reading may look at."""
    for one in books:
        one.group = one.enterprise % 2
        one.partners = (Partner(10 + one.enterprise, one.group, percent, 100),)
        one.moved(Moved.PAID_IN, day("2025-06-01"), 100 * WAN + 1)
        one.moved(Moved.RETURNED, day("2026-06-01"), 90 * WAN + 1)
        one.moved(Moved.EQUIPMENT, day("2025-04-01"), 33 * WAN + 3)
        one.moved(Moved.OUTSIDE, day("2025-05-01"), 44 * WAN + 7)
        one.premium_subsidies.append(Dated(day("2025-05-15"), 12 * WAN))
        one.other_grants.append(Dated(day("2026-05-15"), percent * WAN))
    return books
