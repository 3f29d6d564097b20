"""What changed for whom: sums agree whichever way they are cut, the same paper changes nothing."""

from datetime import date
from functools import cache

import pytest

from escrow.clauses import load_catalogue
from escrow.world.district import DistrictSpec, Filing, generate_district
from ledger.text import Lang, Text
from scenarios.claims.compare import Comparison, Side, compare, page
from scenarios.report.document import Heading, Table

PAPERS = ("binjiang2023", "binjiang2024", "binjiang2025")


def side(paper: str) -> Side:
    return Side(Text(paper, paper), load_catalogue(), (paper,))


@cache
def found(*papers: str, firms: int = 300) -> Comparison:
    district = generate_district(DistrictSpec(enterprises=firms), 7)
    return compare([side(paper) for paper in papers], district, 2024)


def test_every_cut_of_the_money_adds_up_to_the_totals() -> None:
    three = found(*PAPERS)
    assert min(three.totals()) > 0
    for rows in (three.by_firm().values(), three.by_matter().values()):
        assert tuple(map(sum, zip(*rows, strict=True))) == three.totals()
    for groups in (three.by_size(), three.by_sector()):
        assert tuple(map(sum, zip(*(group.fen for group in groups), strict=True))) == three.totals()
        assert sum(group.firms for group in groups) == 300


def test_a_change_is_the_difference_of_the_totals() -> None:
    three = found(*PAPERS)
    for k in (0, 1):
        change = three.change(k, k + 1)
        assert change.gained_fen - change.lost_fen == three.totals()[k + 1] - three.totals()[k]
        assert change.gain + change.lose + change.keep == 300
        assert change.gain > 0 < change.lose


def test_the_same_paper_twice_changes_nothing() -> None:
    same = found("binjiang2024", "binjiang2024")
    assert same.change(0, 1) == (0, 0, 300, 0, 0)


def test_a_paper_is_worth_the_same_whatever_stands_beside_it() -> None:
    assert found(*PAPERS).totals()[1] == found("binjiang2024", "yuhang2025").totals()[0]


def test_a_raised_rate_is_seen_by_those_who_have_it_and_nobody_else() -> None:
    catalogue = load_catalogue()
    reform = {"changes": [{"clause": "binjiang2024-prov-tech-sme", "parameter": "award", "value": "2万"}]}
    raised = Side(Text("改革", "reform"), catalogue.amended(reform), ("binjiang2024",))
    district = generate_district(DistrictSpec(enterprises=600), 7)
    both = compare([side("binjiang2024"), raised], district, 2024)
    change = both.change(0, 1)
    assert change.lose == 0 < change.gain
    assert change.gained_fen == change.gain * 1_000_000


def test_the_largest_changes_come_first() -> None:
    three = found(*PAPERS)
    moves = [abs(after - before) for _, before, after in three.largest(0, 1, 10)]
    assert moves == sorted(moves, reverse=True)
    assert len(moves) == 10


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_has_a_table_for_every_question(lang: Lang) -> None:
    blocks = page(found(*PAPERS), lang).blocks
    assert len([block for block in blocks if isinstance(block, Table)]) == 7
    assert len([block for block in blocks if isinstance(block, Heading)]) == 8
    plain = found(*PAPERS).plain(lang)
    assert plain["sides"] == list(PAPERS)
    assert sum(sum(fen) for fen in plain["by_enterprise"].values()) == sum(plain["totals_fen"])


def test_filing_in_vain_or_not_at_all_is_left_out() -> None:
    assert Filing().vain.at > 0
    assert all(fen > 0 for side_fen in found(*PAPERS).fen for fen in side_fen.values())


def test_what_is_repealed_pays_nothing_although_its_own_term_has_ended_earlier() -> None:
    catalogue = load_catalogue()
    repeal = {"changes": [{"repeal": "binjiang2024-chuying", "from": "2024-07-01"}]}
    amended = Side(Text("修订后", "amended"), catalogue.amended(repeal), ("binjiang2024",))
    district = generate_district(DistrictSpec(enterprises=300), 7)
    later = compare([side("binjiang2024"), amended], district, 2026)
    assert later.change(0, 1).lost_fen > 0
    earlier = compare([side("binjiang2024"), amended], district, 2026, date(2024, 6, 30))
    assert earlier.change(0, 1) == (0, 0, 300, 0, 0)
