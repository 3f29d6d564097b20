"""The papers of the catalogue: all of them load, agree with each other, and their examples come out."""

import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from escrow.clauses import load_catalogue
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.columns import PASSED
from escrow.clauses.examples import day_of, failures, run
from escrow.clauses.problems import BadClauses, UnknownClause
from escrow.clauses.schema import ExampleRow

KNOWN = load_catalogue()
PAPERS = sorted(KNOWN.papers)


def clauses(paper: str) -> list[Clause]:
    return [each for each in KNOWN.clauses.values() if each.paper.id == paper]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_example_comes_out(paper: str) -> None:
    for clause in clauses(paper):
        for example in clause.row.examples:
            assert list(failures(KNOWN, clause, example)) == [], clause.id


@pytest.mark.parametrize("paper", PAPERS)
def test_every_example_is_the_same_in_a_column(paper: str) -> None:
    for clause in clauses(paper):
        for key, examples in groupby(sorted(clause.row.examples, key=_given), key=_given):
            _compare(KNOWN, clause, list(examples), key)


def _given(example: ExampleRow) -> str:
    asked = {name: raw for name, raw in example.facts.items() if name not in KNOWN.facts}
    return str((sorted(example.readings.items()), sorted(example.parameters.items()), sorted(asked.items())))


def _compare(known: Catalogue, clause: Clause, examples: list[ExampleRow], key: str) -> None:
    ones = [run(known, clause, each) for each in examples]
    rows = [{name: raw for name, raw in each.facts.items() if name in known.facts} for each in examples]
    days = np.array([day_of(clause, each).toordinal() for each in examples])
    asked: dict[str, Any] = {n: raw for n, raw in examples[0].facts.items() if n not in known.facts}
    readings = {**examples[0].readings, **{n: raw for n, raw in asked.items() if n in clause.row.readings}}
    parameters = {
        **examples[0].parameters,
        **{n: raw for n, raw in asked.items() if n in clause.row.parameters},
    }
    found = known.evaluate_columns(clause.id, known.columns(rows), days, readings, parameters)
    for row, one in enumerate(ones):
        assert found.failed[row] == (one.failed[0].index if one.failed else PASSED), (clause.id, key)
        assert one.outcome == (found.outcomes[found.outcome[row]] if found.outcome[row] >= 0 else None), (
            clause.id
        )
        if found.amount_fen is not None:
            assert found.amount_fen[row] == one.amount_fen, (clause.id, rows[row])
        elif found.value_num is not None and found.value_den is not None and one.value is not None:
            assert one.value * int(found.value_den[row]) == found.value_num[row], (clause.id, rows[row])


def test_an_unknown_clause_is_refused_with_what_comes_near() -> None:
    with pytest.raises(UnknownClause) as unknown:
        KNOWN.clause(f"{next(iter(KNOWN.clauses))}x")
    assert next(iter(KNOWN.clauses)) in unknown.value.advise("en")


def test_a_folder_of_ones_own_adds_papers_and_is_checked_against_the_others(tmp_path: Path) -> None:
    text = "{zh: 自, en: own}"
    head = f"schema: anxinbao/clauses@1\nid: own\ntitle: {text}\nissuer: {text}\nstatus: draft\n"
    clause = (
        "clauses:\n  - {id: own-one, article: 一, kind: rate, binding: exact, pays: cash, matter: rule,"
        f" title: {text}, gist: {text}, amount: project_input, yields_to: [%s]}}\n"
    )
    path = tmp_path / "own.yaml"
    path.write_text(head + clause % next(iter(KNOWN.clauses)), encoding="utf-8")
    assert "own-one" in load_catalogue(tmp_path).clauses
    path.write_text(head + clause % "nobody", encoding="utf-8")
    with pytest.raises(BadClauses) as bad:
        load_catalogue(tmp_path)
    assert "own.yaml line 7, clauses[0].yields_to[0]: nobody is not known" in bad.value.say("en")


def test_loading_needs_no_numpy() -> None:
    load = "from escrow.clauses import load_catalogue; load_catalogue()"
    code = f"import sys; {load}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
