"""Real claims from YAML, CSV and Excel, and the template they are collected in."""

from scenarios.claims.importing.faults import BadImport, ImportFault, NoExcel, Spot
from scenarios.claims.importing.read import Imported, read_claims
from scenarios.claims.importing.template import TemplateExists, template
from scenarios.claims.importing.write import as_yaml

__all__ = [
    "BadImport",
    "ImportFault",
    "Imported",
    "NoExcel",
    "Spot",
    "TemplateExists",
    "as_yaml",
    "read_claims",
    "template",
]
