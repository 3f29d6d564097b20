"""Prices of readings, with a runner that is made up and so known."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from escrow.catalogue import Resolved, load_policy
from ledger.text import Text
from scenarios.analysis.pages.readings import plain_readings, readings_page
from scenarios.analysis.problems import NoSuchReading
from scenarios.analysis.readings import price
from scenarios.report.document import Paragraph, Table
from scenarios.sweep.results import Results
from tests.scenarios.analysis.kit import WAN, results

COSTS = {"after_first_success": -300, "unspent_returns": -40, "clawback": 7, "practice": 90}
NOBODY = Text("不行", "no way")


def literal() -> Resolved:
    return load_policy("xiaoshan-anxinbao").resolve()


def run(points: Sequence[Mapping[str, str]]) -> Results:
    extra = [sum(COSTS.get(value, 0) for value in point.values()) for point in points]
    named = [{"point": str(place)} for place in range(len(points))]
    return results(extra, points=named)


def never(point: Mapping[str, str]) -> Text | None:
    return NOBODY if point.get("readings.pool_split") else None


def test_every_option_but_the_chosen_one_is_priced_dearest_first() -> None:
    found = price(literal(), run, never)
    policy = load_policy("xiaoshan-anxinbao")
    options = sum(len(each.options) - 1 for each in policy.readings.values())
    assert len(found.options) + len(found.impossible) == options
    dearest = [(each.reading, each.option) for each in found.options[:3]]
    assert dearest == [
        ("pool_repayment", "after_first_success"),
        ("pool_on_failure", "unspent_returns"),
        ("falsification_effect", "clawback"),
    ]
    assert found.options[0].differences[0].estimate.value == -300.0 * WAN
    assert found.options[0].stake == 600.0 * WAN  # the enterprises' side moves twice as far


def test_presets_stand_apart_and_the_one_in_use_is_not_among_them() -> None:
    found = price(literal(), run, never)
    assert [each.option for each in found.presets] == ["practice", "prudent"]
    assert found.presets[0].differences[0].estimate.value == 90.0 * WAN
    practice = load_policy("xiaoshan-anxinbao").resolve("practice")
    assert {each.option for each in price(practice, run, never).presets} == {"literal", "prudent"}


def test_what_a_scenario_refuses_is_named_with_its_reason() -> None:
    found = price(literal(), run, never)
    assert [(each.reading, each.why) for each in found.impossible] == [("pool_split", NOBODY)]


def test_readings_by_name_alone_leave_the_presets_out() -> None:
    found = price(literal(), run, never, ["pool_repayment"])
    assert found.options[0].option == "after_first_success"
    assert {each.reading for each in found.options} == {"pool_repayment"}
    assert found.presets == ()


def test_a_reading_nobody_knows_is_refused_with_names_like_it() -> None:
    with pytest.raises(NoSuchReading) as caught:
        price(literal(), run, never, ["pool_repaiment"])
    assert "pool_repayment" in caught.value.advise("en")


def test_an_option_that_changes_nothing_is_idle_and_only_listed() -> None:
    found = price(literal(), run, never, ["cap_year", "pool_repayment"])
    idle = {each.option for each in found.options if each.idle}
    assert "audit_year" in idle
    page = readings_page(found, "en")
    tables = " ".join(cell for b in page.blocks if isinstance(b, Table) for row in b.rows for cell in row)
    told = " ".join(block.text for block in page.blocks if isinstance(block, Paragraph))
    assert "cap_year=audit_year" not in tables
    assert "cap_year=audit_year" in told


def test_noise_does_not_pass_for_a_price() -> None:
    draw = np.random.default_rng(4)

    def noisy(points: Sequence[Mapping[str, str]]) -> Results:
        made = results([0] * len(points), points=[{"p": str(k)} for k in range(len(points))])
        cost = made.outcomes("public_net_fen")["public_net_fen"]
        more = draw.normal(0, WAN, cost.shape).astype(np.int64)
        return results([0] * len(points), points=made.points, public_net_fen=cost + more)

    assert sum(price(literal(), noisy, never).judged.holds) == 0


def test_the_data_name_preset_money_and_reasons() -> None:
    data = plain_readings(price(literal(), run, never), "zh")
    first = data["options"][0]
    assert (data["preset"], first["stake_fen"]) == ("literal", 600.0 * WAN)
    assert data["impossible"] == [{"reading": "pool_split", "option": "quota_per_platform", "why": "不行"}]
