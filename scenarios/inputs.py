"""What a ledger carries beside its chain so that it can be replayed, and what run.json says."""

import hashlib
import json
import platform
from importlib.metadata import version
from typing import Any

from ledger import Head, Header
from ledger.text import Text
from scenarios.prepare import Prepared
from scenarios.spec import normal

SCENARIO = "scenario.json"
POLICY = "policy.json"


def attachments(prepared: Prepared) -> dict[str, bytes]:
    """Normal forms of scenario and policy, as JSON bytes by attachment name."""
    return {
        SCENARIO: _bytes(normal(prepared.scenario, prepared.resolved)),
        POLICY: _bytes(prepared.resolved.normal()),
    }


def input_digest(top: Header) -> str:
    """SHA-256 of everything a run is a function of; names its folder."""
    parts = [top.policy, top.scenario, str(top.seed), str(top.replication), top.mechanism]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def describe(prepared: Prepared, top: Header, head: Head, ledger: str) -> dict[str, Any]:
    """run.json of a run of the scheme."""
    scenario, resolved = prepared.scenario, prepared.resolved
    said = described(
        top,
        head,
        ledger,
        scenario.title,
        policy=scenario.policy,
        preset=resolved.preset,
        hypothetical=resolved.hypothetical,
    )
    said["inputs"]["world"] = prepared.world.digest()
    return said


def described(top: Header, head: Head, ledger: str, title: Text, **more: Any) -> dict[str, Any]:
    """run.json: versions, seed, digests, head, and what is particular. Nothing of it is chained."""
    return {
        "schema": "anxinbao/run@1",
        "title": title._asdict(),
        **more,
        "seed": top.seed,
        "replication": top.replication,
        "mechanism": top.mechanism,
        "inputs": {"policy": top.policy, "scenario": top.scenario},
        "ledger": ledger,
        "head": str(head),
        "versions": {"anxinbao": version("anxinbao"), "python": platform.python_version()},
    }


def _bytes(form: dict[str, Any]) -> bytes:
    # The order of keys is kept: the knots of a quantile table are read in it.
    return json.dumps(form, ensure_ascii=False, indent=1).encode()
