"""Every clause of the scheme has examples, and the rules answer each of them."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from escrow.rules.citation import ARTICLES
from tests.escrow.register_cases import ask

EXAMPLES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "register_examples.yaml")


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: f"{case['clause']}: {case['expect']}")
def test_the_rules_answer_the_example(case: dict[str, Any]) -> None:
    assert ask(case["clause"], case["given"]) == case["expect"]


def test_every_clause_has_an_example() -> None:
    assert {case["clause"] for case in EXAMPLES} == set(ARTICLES)
    assert len(ARTICLES) == 38
