"""Bundles: complete, bounded, and changed one purpose at a time."""

import pytest

from escrow.behaviour import PURPOSES, Behaviour, Chance, Group, QuantileTable, Shared
from escrow.behaviour.problems import UnknownPurpose, WrongKind
from escrow.world import unit_of


def test_both_bundles_name_every_purpose() -> None:
    for behaviour in (Behaviour.certain(), Behaviour.district()):
        assert set(behaviour.draws) == set(PURPOSES)


def test_without_behaviour_everything_is_constant() -> None:
    for name, draw in Behaviour.certain().draws.items():
        if isinstance(draw, QuantileTable):
            assert draw.lowest == draw.highest, name
        elif isinstance(draw, Chance):
            assert draw.say() in ("0%", "100%"), name


def test_the_district_never_loses_a_deposit_more_often_than_stated() -> None:
    district = Behaviour.district()
    said = {name: draw.say() for name, draw in district.draws.items() if isinstance(draw, Chance)}
    assert said["deposit_comes"] == "95%"
    assert said["balance_comes"] == "98%"
    assert said["missed"] == "6%"
    assert said["rectify"] == "12%"
    assert said["insured"] == "15%"


def test_changing_one_purpose_leaves_the_others() -> None:
    base = Behaviour.district()
    changed = base.but(
        {"missed": Chance.of("10%")}, shared={"missed": Shared(Group.PLATFORM, Chance.of("20%"))}
    )
    moved = {name for name in base.draws if base.draws[name] != changed.draws[name]}
    assert moved == {"missed"}
    assert set(changed.shared) == {"insured", "missed"}


def test_an_unknown_purpose_is_named_with_its_likes() -> None:
    with pytest.raises(UnknownPurpose) as caught:
        Behaviour.certain().but({"balance_day": QuantileTable.constant(3)})
    assert "balance_days" in caught.value.advise("en")
    assert "没有名为 balance_day 的行为" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("name", "draw"),
    [
        ("missed", QuantileTable.constant(1)),
        ("deposit_days", Chance.of("5%")),
        ("deposit_days", QuantileTable.constant(-1)),
        ("own_share_percent", QuantileTable.constant(101)),
    ],
)
def test_a_draw_of_the_wrong_kind_or_range_is_refused(name: str, draw: Chance | QuantileTable) -> None:
    with pytest.raises(WrongKind):
        Behaviour.certain().but({name: draw})


def test_offices_count_working_days_and_parties_calendar_days() -> None:
    assert unit_of("review_days") == "working"
    assert unit_of("release_days") == "working"
    assert unit_of("deposit_days") == "calendar"
    assert unit_of("work_days") == "calendar"
    assert unit_of("enterprise") == "number"


def test_the_normal_form_holds_integers_and_texts_only() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(item) for key, item in value.items())
        if isinstance(value, list):
            return all(plain(item) for item in value)
        return type(value) in (int, str)

    assert plain(Behaviour.district().normal())
