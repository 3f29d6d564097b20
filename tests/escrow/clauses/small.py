"""A vocabulary and clauses of a few lines, for tests that look at one thing."""

import json
from collections.abc import Mapping
from typing import Any

from escrow.clauses.build import Fault
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.files import File
from escrow.clauses.loading import Vocabulary, clause_faults, vocabulary
from escrow.clauses.schema import ClauseRow, Paper

TITLE = {"zh": "试", "en": "trial"}
FACTS: dict[str, tuple[str, str, Any]] = {
    "cost": ("money", "one", None),
    "other_cost": ("money", "one", None),
    "spend": ("money", "series", None),
    "exports": ("usd", "one", None),
    "share": ("ratio", "one", None),
    "pieces": ("number", "one", None),
    "filed_on": ("date", "one", None),
    "level": ("text", "one", None),
    "resident": ("bool", "one", None),
    "costs": ("money", "list", None),
    "levels": ("text", "list", None),
    "marks": ("number", "list", None),
    "paid": ("money", "one", 0),
    "debt": ("money", "one", None),
    "heads": ("number", "one", None),
    "prime": ("ratio", "one", None),
}
MARKS: dict[str, dict[str, Any]] = {
    "debt": {"signed": True},
    "heads": {"whole": True},
    "prime": {"most": "100%", "dated": True},
}


def _facts() -> Vocabulary:
    rows = {
        name: {"type": base, "form": form, "title": TITLE, "certified_by": "tax"}
        | MARKS.get(name, {})
        | ({} if default is None else {"default": default})
        for name, (base, form, default) in FACTS.items()
    }
    data = {
        "schema": "anxinbao/facts@1",
        "certifiers": {"tax": TITLE},
        "matters": {"rule": TITLE},
        "facts": rows,
    }
    known, faults = vocabulary([File("facts.yaml", json.dumps(data).encode())])
    assert faults == []
    return known


KNOWN = _facts()
PAPER: dict[str, Any] = {
    "schema": "anxinbao/clauses@1",
    "id": "trial",
    "title": TITLE,
    "issuer": TITLE,
    "status": "in_force",
    "valid": {"from": "2024-01-01", "to": "2024-12-31"},
}


def row(**keys: Any) -> ClauseRow:
    """A clause with these keys and everything else as short as can be."""
    base = {
        "id": "trial-one",
        "article": "一",
        "kind": "rate",
        "binding": "exact",
        "pays": "cash",
        "title": TITLE,
        "gist": TITLE,
        "matter": "rule",
    }
    return ClauseRow.model_validate_json(json.dumps({**base, **keys}))


def faults(**keys: Any) -> list[Fault]:
    """What is wrong with such a clause."""
    return clause_faults(row(**keys), KNOWN)


def first_fault(expression: str) -> str:
    """What is said in English of an amount with this expression."""
    return faults(amount=expression)[0].fault.en


def clause(paper: Mapping[str, Any] | None = None, **keys: Any) -> Clause:
    """Such a clause, ready to evaluate."""
    made = row(**keys)
    assert clause_faults(made, KNOWN) == []
    return Clause(made, Paper.model_validate_json(json.dumps({**PAPER, **(paper or {})})), KNOWN.facts)


def catalogue(*clauses: Clause) -> Catalogue:
    """A catalogue of these clauses."""
    papers = {each.paper.id: each.paper for each in clauses}
    whole = {
        name: paper.model_copy(
            update={"clauses": tuple(each.row for each in clauses if each.paper.id == name)}
        )
        for name, paper in papers.items()
    }
    return Catalogue(
        whole, {each.id: each for each in clauses}, KNOWN.facts, KNOWN.matters, KNOWN.certifiers, "small"
    )


def guard(test: str) -> dict[str, Any]:
    """A condition with its reason."""
    return {"test": test, "why": {"zh": "条件", "en": f"needs {test}"}}


def parameter(unit: str, value: Any, **more: Any) -> dict[str, Any]:
    """A parameter with one value."""
    return {"unit": unit, "title": TITLE, "value": value, **more}
