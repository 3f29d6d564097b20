"""What `--set` may name in a claims file without its full path."""

from escrow.claims.setting import Choices
from scenarios.claims.spec.model import ClaimsScenario, StepsSpec
from scenarios.spec.settings import Names


def settable() -> Names:
    """Names by where they live: the top of the file, readings of the process, steps."""
    top = frozenset(info.alias or name for name, info in ClaimsScenario.model_fields.items())
    return {"": top, "readings": frozenset(Choices.__slots__), "steps": frozenset(StepsSpec.model_fields)}
