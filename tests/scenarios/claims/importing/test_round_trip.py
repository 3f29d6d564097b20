"""A template reads back as its two examples; imported claims written as YAML read back the same."""

from pathlib import Path

import pytest

from scenarios.claims.importing import TemplateExists, as_yaml, template
from tests.scenarios.claims.importing.kit import FACTS, read


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["claims.xlsx", "claims.csv"])
def test_a_template_reads_back_as_its_two_examples(name: str, lang: str, tmp_path: Path) -> None:
    template(tmp_path / name, FACTS, "zh" if lang == "zh" else "en")
    first, second = read(tmp_path / name).claims
    assert first["facts"] == {"decided_rate": "5%", "rd_spend": ["10000000", "30000000"]}
    assert second["upper_level"] == {"amount": "16000000", "arrives_on": "2024-08-01"}


@pytest.mark.parametrize("name", ["claims.xlsx", "claims.csv"])
def test_imported_claims_written_as_yaml_read_back_the_same(name: str, tmp_path: Path) -> None:
    template(tmp_path / name, FACTS)
    imported = read(tmp_path / name)
    (tmp_path / "claims.yaml").write_text(as_yaml(imported), "utf-8")
    again = read(tmp_path / "claims.yaml")
    assert (again.claims, again.enterprises) == (imported.claims, imported.enterprises)


def test_a_template_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("mine", "utf-8")
    with pytest.raises(TemplateExists):
        template(tmp_path / "claims.csv", FACTS)
    assert (tmp_path / "claims.csv").read_text("utf-8") == "mine"


def test_a_list_of_claims_alone_is_a_yaml_file_too(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "- {id: 007, enterprise: E1, clause: a, applied_on: 2024-06-10, "
        "facts: {rd_spend: [1000万, 3000万]}}\n",
        "utf-8",
    )
    (claim,) = read(tmp_path / "c.yaml").claims
    assert (claim["id"], claim["facts"]) == ("007", {"rd_spend": ["10000000", "30000000"]})


def test_promotions_and_arrivals_keep_their_order(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "- {id: C1, enterprise: E1, clause: a, applied_on: 2024-06-10, upper_payer: central, promoted: "
        "[{on: 2024-07-01, facts: {item_count: 2}}, {on: 2024-09-01, facts: {item_count: 3}}]}\n",
        "utf-8",
    )
    imported = read(tmp_path / "c.yaml")
    (tmp_path / "again.yaml").write_text(as_yaml(imported), "utf-8")
    assert imported.claims[0]["promoted"][1] == {"on": "2024-09-01", "facts": {"item_count": 3}}
    assert read(tmp_path / "again.yaml").claims == imported.claims
