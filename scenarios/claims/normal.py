"""Normal forms of a claims run: the file with nothing left out, and its papers without prose."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from escrow.claims.setting import Choices
from escrow.clauses import Catalogue
from scenarios.claims.spec.model import ClaimsScenario

PROSE = ("title", "why", "gist", "note", "means", "say", "examples", "options", "not_computed")
BOUND_ELSEWHERE = ("title", "why", "papers", "overlay", "seed")


def normal(scenario: ClaimsScenario) -> dict[str, Any]:
    """A claims file that says the same with nothing left out; loading it gives it again."""
    data: dict[str, Any] = scenario.model_dump(mode="json", by_alias=True, exclude_none=True)
    usual = Choices()
    defaults = {name: getattr(usual, name) for name in Choices.__slots__}
    data["readings"] = dict(sorted({**defaults, **scenario.readings}.items()))
    return data


def policy_form(catalogue: Catalogue, papers: list[str]) -> dict[str, Any]:
    """What the papers of a run say, amended as it asked, without titles and other prose."""
    found: dict[str, Any] = {}
    for paper in sorted(papers):
        head = catalogue.papers[paper]
        clauses = [each for each in catalogue.clauses.values() if each.paper.id == paper]
        found[paper] = {
            **_bare(head.model_dump(mode="json", by_alias=True, exclude={"clauses"})),
            "clauses": {each.id: _bare(_dump(each.row)) for each in clauses},
        }
    return found


def digest(form: dict[str, Any], leaving_out: tuple[str, ...] = ()) -> str:
    """SHA-256 of the canonical JSON."""
    facts = {key: value for key, value in form.items() if key not in leaving_out}
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _dump(row: BaseModel) -> dict[str, Any]:
    return row.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def _bare(part: Any) -> Any:
    """The same without prose."""
    if isinstance(part, dict):
        return {name: _bare(value) for name, value in part.items() if name not in PROSE}
    return [_bare(each) for each in part] if isinstance(part, list | tuple) else part
