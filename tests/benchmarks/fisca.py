"""The capped rate as an OpenFisca model: one person entity, one input, one formula."""

from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core import entities, periods, taxbenefitsystems, variables
from openfisca_core.simulations import SimulationBuilder

PERIOD = "2024-06"
_person = entities.Entity("person", "persons", "", "")


class received(variables.Variable):  # type: ignore[misc]  # noqa: N801 - variables are named by their class
    """What was received from above, in yuan."""

    value_type = float
    entity = _person
    definition_period = periods.DateUnit.MONTH
    label = "received"


class award_amount(variables.Variable):  # type: ignore[misc]  # noqa: N801
    """A quarter of it, capped."""

    value_type = float
    entity = _person
    definition_period = periods.DateUnit.MONTH
    label = "award"

    def formula(person: Any, period: Any) -> Any:  # noqa: N805
        """The clause."""
        return np.minimum(person("received", period) * 0.25, 5_000_000)


def award(amounts: Any) -> Callable[[], Any]:
    """The whole way: a simulation of the cases (it keeps what it computed, so each run needs its own)."""
    system = taxbenefitsystems.TaxBenefitSystem([_person])
    system.add_variables(received, award_amount)

    def work() -> Any:
        simulation = SimulationBuilder().build_default_simulation(system, len(amounts))
        simulation.set_input("received", PERIOD, amounts * 0.01)
        return simulation.calculate("award_amount", PERIOD)

    return work


def one_case(yuan: int) -> Callable[[], Any]:
    """One case, stated as OpenFisca takes cases from people."""
    system = taxbenefitsystems.TaxBenefitSystem([_person])
    system.add_variables(received, award_amount)
    case = {"persons": {"E1": {"received": {PERIOD: yuan}}}}

    def work() -> Any:
        return SimulationBuilder().build_from_entities(system, case).calculate("award_amount", PERIOD)

    return work
