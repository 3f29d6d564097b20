"""The room a premium subsidy finds under the yearly cap equals the readable engine's."""

from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.compiled.settlement.caps import room_under_cap as compiled_room
from escrow.settlement import Grant, Partner, ProjectBook, SettlementTerms, room_under_cap
from tests.escrow.compiled.settlement.histories import (
    AUDITS,
    DAYS,
    Fact,
    History,
    histories,
    partners,
    readings,
)
from tests.escrow.compiled.settlement.mirror import arrays_of, policy, terms
from tests.escrow.literal import WAN, day


@settings(deadline=None)
@given(histories, partners, readings, st.integers(0, 2), st.sampled_from([-1, 0]), st.sampled_from(DAYS))
def test_the_room_is_equal_after_an_audit(
    known: list[Fact], shared: list[Partner], chosen: dict[str, str], enterprise: int, group: int, on: int
) -> None:
    history = History(known, shared, chosen)
    history.until(AUDITS[0].reported_day)
    history.mirror.year(AUDITS[0], {})
    books, settled = history.mirror.books, history.mirror.settled
    arrays = arrays_of(books, history.mirror.last_facts)
    asked = (history.mirror.policy, arrays, len(books), enterprise, group, on)
    assert compiled_room(*asked) == room_under_cap(books, enterprise, group, on, settled)


def test_grants_and_subsidies_of_the_same_year_use_one_cap() -> None:
    one = ProjectBook(0, 0, grants=[Grant(2025, 0, 100 * WAN), Grant(2026, 0, 250 * WAN)])
    arrays = arrays_of([one], [0])
    asked = (policy(premium_in_cap="yes"), arrays, 1, 0, -1)
    assert compiled_room(*asked, day("2025-06-01")) == 200 * WAN
    assert compiled_room(*asked, day("2026-06-01")) == 50 * WAN
    assert SettlementTerms.of(terms(premium_in_cap="yes")).premium_uses_cap
