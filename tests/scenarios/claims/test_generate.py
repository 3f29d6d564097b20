"""`generate` in a claims file: what it states reaches the district, and faults name their place."""

from pathlib import Path

import pytest

from escrow.behaviour import Chance, QuantileTable
from scenarios.claims.prepare import PreparedClaims, prepare_claims
from scenarios.claims.spec import open_claims
from scenarios.spec.problem import SpecProblem

HEAD = "schema: anxinbao/claims@1\npapers: [binjiang2024]\nhorizon: {from: 2024-01-01, to: 2024-12-31}\n"


def prepared(folder: Path, rest: str, replication: int = 0) -> PreparedClaims:
    path = folder / "s.yaml"
    path.write_text(HEAD + rest, "utf-8")
    return prepare_claims(open_claims(str(path)), replication=replication)


def test_what_is_stated_reaches_the_district(tmp_path: Path) -> None:
    found = prepared(
        tmp_path,
        "generate:\n  enterprises: 40\n  consumers: 30\n  banks: 2\n"
        "  rd: {p0: 10万, p50: 500万, p100: 9000万}\n"
        "  rd_growth: 100\n  borrows: 50%\n  filing: {applies: 90%, granted: {p0: 50, p100: 100}, "
        "incidences: {tech_trade: 30%}}\n",
    )
    generate = found.scenario.generate
    assert generate is not None
    members = generate.to_escrow({})
    assert (members.enterprises.enterprises, members.consumers, members.banks) == (40, 30, 2)
    assert members.enterprises.rd_wan.highest == 9000
    assert members.enterprises.rd_growth == QuantileTable.constant(100)
    assert members.enterprises.borrows == Chance.of("50%")
    assert members.filing.applies == Chance.of("90%")
    assert members.filing.incidences == {"tech_trade": Chance.of("30%")}


def test_stated_claims_come_before_drawn_ones_and_all_are_numbered(tmp_path: Path) -> None:
    stated = (
        "claims:\n- {id: C1, enterprise: E1, clause: binjiang2024-chuying, applied_on: 2024-05-01, "
        "facts: {decided_amount: 50万}}\n"
    )
    found = prepared(tmp_path, stated + "generate: {enterprises: 60}\n").portfolio
    assert found.claims[0].id == "C1"
    assert [plan.serial for plan in found.claims] == list(range(len(found.claims)))
    assert set(found.applicants) == {plan.enterprise for plan in found.claims}


def test_windows_of_the_scenario_bound_the_drawn_days(tmp_path: Path) -> None:
    rest = (
        "windows: {binjiang2024: {from: 03-01, to: 03-31}}\ngenerate: {enterprises: 100, filing: {late: 0}}\n"
    )
    days = [plan.applied_day for plan in prepared(tmp_path, rest).portfolio.claims]
    assert days
    assert max(days) - min(days) < 31


def test_a_replication_draws_another_district(tmp_path: Path) -> None:
    ids = [
        {plan.id for plan in prepared(tmp_path, "generate: {enterprises: 80}\n", k).portfolio.claims}
        for k in (0, 0, 1)
    ]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    ("rest", "line", "word"),
    [
        ("generate: {enterprises: -1}\n", 4, "enterprises"),
        ("generate: {filing: {incidences: {tech_trad: 3%}}}\n", 4, "tech_trade"),
        ("generate: {filing: {granted: {p0: 50, p100: 200}}}\n", 4, "granted"),
        ("generate: {enterprize: 3}\n", 4, "enterprises"),
    ],
)
def test_a_fault_names_line_and_remedy(rest: str, line: int, word: str, tmp_path: Path) -> None:
    with pytest.raises(SpecProblem) as problem:
        prepared(tmp_path, rest)
    (fault,) = problem.value.faults
    assert fault.mark.line == line
    assert word in fault.say("en")
