"""A point of a sweep: its scenario in full, and which other points meet the same worlds."""

import hashlib
import json
from functools import lru_cache
from typing import Any, NamedTuple

from escrow.terms import Terms, terms_of
from scenarios.prepare import intake, levers
from scenarios.spec import Scenario, Source, normal, resolve_scenario
from scenarios.spec.load import NOTHING_ASKED, Loaded, open_nodes
from scenarios.spec.nodes import Map, Mark, nodes_of

OF_THE_POLICY = frozenset(
    {"audits", "pool_topups", "debarments", "platform_stops", "platform_falsifications"}
)
"""Facts of a portfolio that no draw looks at."""
PROSE = ("title", "why", "replications")


class Point(NamedTuple):
    """A combination of levels: its number, the levels as text, its scenario in full as JSON, digests."""

    number: int
    values: dict[str, str]
    form: str
    digest: str
    world: str
    scenario: Scenario


def point_of(number: int, values: dict[str, str], loaded: Loaded) -> Point:
    """The point of an opened scenario."""
    form = normal(loaded.scenario, loaded.resolved)
    text = json.dumps(form, ensure_ascii=False)
    facts = {key: value for key, value in form.items() if key not in PROSE}
    digest = digest_of([facts, loaded.resolved.digest])
    return Point(
        number, values, text, digest, digest_of(_of_the_world(form, loaded.scenario)), loaded.scenario
    )


@lru_cache(maxsize=256)
def scenario_of(form: str) -> Scenario:
    """The scenario that a point's text states."""
    return open_form(form, "sweep", "sweep").scenario


def open_form(form: str, file: str, name: str) -> Loaded:
    """A scenario from its normal form; the YAML reader would take many times as long."""
    root = nodes_of(json.loads(form), Mark(file, 0))
    assert isinstance(root, Map)
    return open_nodes(root, Source(form, file, name), NOTHING_ASKED)


def _of_the_world(form: dict[str, Any], scenario: Scenario) -> list[Any]:
    """All that the draws of a replication are a function of; the policy counts where it moves filings."""
    terms = terms_on(scenario)
    facts = {key: value for key, value in form["portfolio"].items() if key not in OF_THE_POLICY}
    generate = scenario.portfolio.generate
    answers = generate is not None and generate.to_escrow().answers
    return [
        facts,
        form["behaviour"],
        form["seed"],
        form.get("as_of"),
        intake(scenario, terms),
        repr(levers(terms)) if answers else None,
    ]


def terms_on(scenario: Scenario) -> Terms:
    """The policy's terms of a scenario."""

    resolved = resolve_scenario(scenario)
    return terms_of(dict(resolved.readings), dict(resolved.parameters))


def digest_of(content: object) -> str:
    """SHA-256 of data as JSON."""
    # The knots of a quantile table are read in their order, so keys are not sorted.
    return hashlib.sha256(json.dumps(content, ensure_ascii=True, default=str).encode()).hexdigest()
