"""The scenario as understood: every default filled in, as JSON of text, integers and booleans."""

import hashlib
import json
from typing import Any

from escrow.catalogue import Resolved
from scenarios.spec.fields import rate_text, yuan
from scenarios.spec.model.opening import DEFAULT
from scenarios.spec.model.population import BehaviourSpec
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.openings import DEFAULTS, pool_opening

PROSE = ("title", "why")
BOUND_ELSEWHERE = ("policy", "preset", "readings", "overrides", "seed", "replications")


def normal(scenario: Scenario, resolved: Resolved) -> dict[str, Any]:
    """A scenario file that says the same with nothing left out; loading it gives it again."""
    data: dict[str, Any] = scenario.model_dump(mode="json", by_alias=True, exclude_none=True)
    data["readings"] = dict(resolved.readings)
    data["opening_balances"] = _balances(scenario, resolved)
    data.setdefault("behaviour", BehaviourSpec().model_dump(mode="json", by_alias=True))
    # An amended rate binds from the as-of day only; stated on the project it would bind before it too.
    usual = scenario.as_of is None or "deposit_rate" not in resolved.overridden
    for project in data["portfolio"]["projects"]:
        if usual:
            project.setdefault("deposit_rate", rate_text(_rate(resolved)))
        project.setdefault("equipment_owned_by_enterprise", yuan(0))
    return data


def _rate(resolved: Resolved) -> Any:
    return resolved.parameters["deposit_rate"]


def _balances(scenario: Scenario, resolved: Resolved) -> dict[str, Any]:
    stated = scenario.opening_balances
    filled: dict[str, Any] = {"risk_pool": yuan(pool_opening(scenario, resolved))}
    for kind, amount in DEFAULTS.items():
        own = getattr(stated, kind)
        if kind in ("enterprise", "insurer", "platform"):
            filled[kind] = {name: yuan(fen) for name, fen in {DEFAULT: amount, **(own or {})}.items()}
        elif own is not None or kind == "district_treasury":
            filled[kind] = yuan(amount if own is None else own)
    return filled


def scenario_digest(form: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON of a normal form, without prose, policy choices and seed.

    Those are bound by the header in fields of their own, or lie beside the chain.
    """
    facts = {key: value for key, value in form.items() if key not in (*PROSE, *BOUND_ELSEWHERE)}
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
