"""Each reading of the grant is known to the compiled settlement and told apart by a case."""

from typing import Any

import pytest

from escrow.readings import CHOICES
from escrow.settlement import Claim, Dated, Moved, Partner, ProjectBook
from tests.escrow.compiled.settlement.histories import AUDITS, READINGS
from tests.escrow.compiled.settlement.mirror import Mirror, policy, terms
from tests.escrow.literal import WAN, audit_of, day

SAME_HERE = {("threshold_test", "agreements_added_up")}  # differs at the intake only
OPTIONS = [(name, option) for name in READINGS for option in CHOICES[name] if (name, option) not in SAME_HERE]


def rich() -> list[ProjectBook]:
    """Two enterprises of a group with something for every reading to look at."""
    books = [ProjectBook(i, i // 2, 0, notice_day=day("2025-03-09")) for i in range(3)]
    for one in books:
        one.moved(Moved.PAID_IN, day("2025-03-20"), 700 * WAN)
        one.moved(Moved.RELEASED, day("2025-07-01"), 290 * WAN + 7)
        one.moved(Moved.RELEASED, day("2026-01-08"), 400 * WAN, day("2025-12-22"))
        one.claims += [Claim(day("2026-05-01"), 40 * WAN, 0), Claim(day("2026-05-01"), 9 * WAN, 1)]
    first, second, third = books
    first.moved(Moved.FORFEITED, day("2025-08-01"), 20 * WAN)
    first.moved(Moved.EQUIPMENT, day("2025-04-01"), 30 * WAN)
    first.moved(Moved.OUTSIDE, day("2025-05-01"), 50 * WAN)
    first.premium_subsidies.append(Dated(day("2025-06-01"), 12 * WAN))
    second.moved(Moved.RELEASED, day("2027-02-01"), 600 * WAN)
    second.other_grants.append(Dated(day("2025-06-01"), 5 * WAN))
    third.movements = [third.movements[1]]
    third.moved(Moved.RELEASED, day("2027-02-01"), 9 * WAN)
    third.ended_day = day("2025-09-01")
    third.partners = (Partner(5, -1, 1, 3),)
    return books


def told(**chosen: Any) -> list[tuple[object, ...]]:
    """What the audits of three years decide; both engines agree on it."""
    books = rich()
    mirror = Mirror(books, terms(cap_fen=150 * WAN, **chosen), last_facts=[day("2027-02-01")] * len(books))
    return [tuple(award[1:]) for audit in AUDITS for award in mirror.year(audit, {})]


@pytest.mark.parametrize("name", READINGS)
def test_every_option_decides_something_else(name: str) -> None:
    options = [option for known, option in OPTIONS if known == name]
    found = [told(**{name: option}) for option in options]
    assert len(options) > 1
    assert all(found.count(one) == 1 for one in found)


@pytest.mark.parametrize("name", READINGS)
def test_every_option_has_its_own_numbers(name: str) -> None:
    options = [option for known, option in OPTIONS if known == name]
    found = [str(policy(**{name: option})) for option in options]
    assert len(set(found)) == len(options)


def releases(*wan: int) -> list[ProjectBook]:
    """Projects of one enterprise, each with one release of July 2025."""
    books = [ProjectBook(i, 0, notice_day=day("2025-03-09")) for i in range(len(wan))]
    for one, amount in zip(books, wan, strict=True):
        one.moved(Moved.RELEASED, day("2025-07-01"), amount * WAN)
    return books


def granted(books: list[ProjectBook], **chosen: Any) -> list[list[int]]:
    """Grants of three years in 万, by project with news."""
    mirror = Mirror(books, terms(**chosen), last_facts=[max(m.day for m in one.movements) for one in books])
    return [
        [award.amount_fen // WAN for award in mirror.year(audit_of(year), {})] for year in (2025, 2026, 2027)
    ]


def test_the_cap_is_used_in_serial_order_and_what_it_cuts_lapses() -> None:
    assert granted(releases(400, 500, 300)) == [[120, 150, 30], [], []]


def test_what_the_cap_cuts_may_wait_for_the_next_years_cap() -> None:
    assert granted(releases(1500), cap_excess="carried_forward") == [[300], [150], []]


def test_input_that_comes_back_is_set_off_against_later_input() -> None:
    (one,) = books = releases(0)
    one.movements.clear()
    for on, what, wan in (("2025-07-01", Moved.PAID_IN, 100), ("2026-07-01", Moved.RETURNED, 60)):
        one.moved(what, day(on), wan * WAN)
    one.moved(Moved.PAID_IN, day("2027-07-01"), 100 * WAN)
    assert granted(books, actual_input="paid_into_escrow") == [[30], [0], [12]]


def test_a_claim_after_the_grant_is_demanded_back_by_a_whole_settlement() -> None:
    (one,) = books = releases(200)
    one.claims.append(Claim(day("2026-05-01"), 50 * WAN, 0))
    mirror = Mirror(books, terms(claim_scope="whole_project_with_clawback"), last_facts=[day("2026-05-01")])
    awards = [mirror.year(audit_of(year), {}) for year in (2025, 2026)]
    assert [(one.amount_fen, one.clawback_fen) for (one,) in awards] == [(60 * WAN, 0), (0, 15 * WAN)]


def test_an_audited_input_replaces_what_the_books_show() -> None:
    mirror = Mirror(releases(400, 500), terms(), last_facts=[day("2025-07-01")] * 2)
    awards = mirror.year(audit_of(2025), {0: 100 * WAN, 1: 600 * WAN})
    assert [award.amount_fen for award in awards] == [30 * WAN, 180 * WAN]
