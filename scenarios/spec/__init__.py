"""The scenario file `anxinbao/scenario@1`: read, checked with every fault named, turned into facts."""

from scenarios.spec.convert import project_plan, to_portfolio
from scenarios.spec.library import library_file, library_names
from scenarios.spec.load import Loaded, load_scenario, open_scenario
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.normal import normal, scenario_digest
from scenarios.spec.openings import openings
from scenarios.spec.policy import resolve_scenario
from scenarios.spec.problem import Fault, SpecProblem
from scenarios.spec.schema import SCHEMA_FILE, schema
from scenarios.spec.source import Source
from scenarios.spec.template import template

__all__ = [
    "SCHEMA_FILE",
    "Fault",
    "Loaded",
    "Scenario",
    "Source",
    "SpecProblem",
    "library_file",
    "library_names",
    "load_scenario",
    "normal",
    "open_scenario",
    "openings",
    "project_plan",
    "resolve_scenario",
    "scenario_digest",
    "schema",
    "template",
    "to_portfolio",
]
