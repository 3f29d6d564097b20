"""Imported claims as YAML that a scenario can take in with `claims_from`."""

import io
from typing import Any

from ruamel.yaml import YAML

from scenarios.claims.importing.listed import SCHEMA
from scenarios.claims.importing.read import Imported


def as_yaml(imported: Imported) -> str:
    """The rows in the keys of the scenario file; reading them again gives the same rows."""
    content: dict[str, Any] = {"schema": SCHEMA}
    if imported.enterprises:
        content["enterprises"] = list(imported.enterprises)
    content["claims"] = list(imported.claims)
    writer = YAML()
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 100
    stream = io.StringIO()
    writer.dump(content, stream)
    return stream.getvalue()
