"""The programmes as data: clauses, dated parameters, readings with their options, presets."""

from escrow.catalogue.calendar_table import CalendarTable, load_calendar
from escrow.catalogue.load import DEFAULT, load_policy, policy_names
from escrow.catalogue.policy import OpenPoint, Parameter, Point, Policy, Reading
from escrow.catalogue.resolve import Resolved
from escrow.catalogue.schema import Clause, Option

__all__ = [
    "DEFAULT",
    "CalendarTable",
    "Clause",
    "OpenPoint",
    "Option",
    "Parameter",
    "Point",
    "Policy",
    "Reading",
    "Resolved",
    "load_calendar",
    "load_policy",
    "policy_names",
]
