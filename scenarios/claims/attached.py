"""What a claims ledger carries beside its chain: scenario, papers, and a user's own catalogue files."""

import json
import tempfile
from pathlib import Path
from typing import Any

from ledger.store.protocol import Store
from scenarios.claims.normal import normal, policy_form
from scenarios.claims.prepare import PreparedClaims
from scenarios.claims.spec.load import ClaimsLoaded, open_claims
from scenarios.inputs import POLICY, SCENARIO
from scenarios.spec.source import Source

OWN_PAPERS = "catalogue.json"


def attachments(prepared: PreparedClaims) -> dict[str, bytes]:
    """Normal forms of scenario and papers, as JSON bytes by attachment name; own papers as they were read."""
    scenario = prepared.scenario
    papers = policy_form(prepared.catalogue, scenario.papers)
    found = {SCENARIO: _bytes(normal(scenario)), POLICY: _bytes(papers)}
    if prepared.extra is not None:
        found[OWN_PAPERS] = _bytes(dict(_files(prepared.extra)))
    return found


def open_attached(store: Store) -> ClaimsLoaded | None:
    """The scenario of a ledger under the papers it was run with; None when it was erased."""
    text = store.attachment(SCENARIO)
    if text is None:
        return None
    source = Source(text.decode(), SCENARIO, "replay")
    own = store.attachment(OWN_PAPERS)
    if own is None:
        return open_claims(source)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in json.loads(own).items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return open_claims(source, extra=Path(folder))


def _files(folder: Path) -> list[tuple[str, str]]:
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.yaml"))
    root = folder.parent if folder.is_file() else folder
    return [(path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in paths]


def _bytes(form: dict[str, Any]) -> bytes:
    # The order of keys is kept: the knots of a quantile table are read in it.
    return json.dumps(form, ensure_ascii=False, indent=1).encode()
