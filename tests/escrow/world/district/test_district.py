"""A district's books: golden, independent of what else is drawn, of the size and growth that is stated."""

import numpy as np

from escrow.world.district import DistrictSpec, district_of, generate_district
from escrow.world.district.district import ABOVE_SCALE_FEN
from tests.escrow.world.district.kit import SEED, district

YUAN = 100


GOLDEN = ("D0001", "green energy", {"rd_spend": 2716452, "revenue": 86128542, "annual_rent": 602899})


def test_the_first_enterprise_is_golden() -> None:
    found = district()
    books = {
        name: int(found.of_year(name, 2023)[0]) // YUAN for name in ("rd_spend", "revenue", "annual_rent")
    }
    assert (found.ids[0], found.spec.sectors[found.sector[0]].name.en, books) == GOLDEN


def test_more_enterprises_and_years_move_no_book() -> None:
    small = district(50)
    wide = generate_district(DistrictSpec(enterprises=80, last_year=2030), SEED)
    for name, values in small.series.items():
        assert np.array_equal(values, wide.series[name][:50, : values.shape[1]])


def test_an_enterprise_is_found_by_its_id_alone() -> None:
    alone = district_of(DistrictSpec(), SEED, 0, ["D0007"])
    assert np.array_equal(alone.series["rd_spend"][0], district().series["rd_spend"][6])


def test_seeds_and_replications_differ() -> None:
    books = [d.of_year("rd_spend", 2023) for d in (district(), district(seed=1), district(replication=1))]
    assert len({book.tobytes() for book in books}) == 3


def test_money_is_whole_yuan_never_negative_and_below_the_limit() -> None:
    for values in district(2000).series.values():
        assert values.dtype == np.int64
        assert int(values.min()) >= 0
        assert int(values.max()) <= 10**14
        assert not (values % YUAN).any()


def test_research_spending_meets_its_quantiles_in_the_first_year() -> None:
    found = generate_district(DistrictSpec(enterprises=20_000), SEED)
    wan = found.of_year("rd_spend", 2019) // (YUAN * 10_000)
    for percent, wanted in ((10, 83), (50, 500), (90, 3008)):
        assert abs(np.percentile(wan, percent) - wanted) < wanted * 0.05


def test_research_of_the_district_grows_by_a_few_percent_a_year() -> None:
    total = district(20_000).series["rd_spend"].sum(axis=0)
    growth = total[1:] * 1000 // total[:-1] - 1000
    assert growth.min() > 30
    assert growth.max() < 150


def test_shares_of_borrowers_and_insured_are_as_stated() -> None:
    found = district(20_000)
    borrowers = (found.of_year("loan_balance", 2023) > 0).mean()
    insured = (found.of_year("premium", 2023) > 0).mean()
    assert abs(borrowers - 0.25) < 0.01
    assert abs(insured - 0.15) < 0.01


def test_size_classes_follow_revenue() -> None:
    found = district()
    revenue = found.series["revenue"]
    assert np.array_equal(found.size_class >= 2, revenue >= ABOVE_SCALE_FEN)


def test_titles_only_rise_one_rung_at_a_time_after_the_first() -> None:
    found = district(2000)
    held = np.stack([found.rung("srdi_title", year)[0] for year in found.years], axis=1)
    moves = np.diff(held, axis=1)
    assert moves.min() >= 0
    assert (moves[held[:, :-1] > 0] <= 1).all()
    news = np.stack([found.rung("srdi_title", year)[1] for year in found.years], axis=1)
    assert np.array_equal(news[:, 1:] == 1, moves > 0)
    assert 0 < news[:, -1].mean() < 0.2


def test_ladders_of_two_matters_are_their_own() -> None:
    found = district(2000)
    assert not np.array_equal(found.rung("srdi_title", 2024)[0], found.rung("rd_centre", 2024)[0])
