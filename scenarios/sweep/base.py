"""The scenario that a sweep varies: read once, opened again for every point."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scenarios.spec.load import NOTHING_ASKED, Asked, Loaded, names_of, open_nodes
from scenarios.spec.nodes import Map, copied, copied_map
from scenarios.spec.policy import policy_of
from scenarios.spec.problem import Fault, SpecProblem
from scenarios.spec.settings import Assigned, Names, assign
from scenarios.spec.source import Source
from scenarios.spec.yaml_reader import read_yaml


@dataclass(frozen=True)
class Base:
    """The nodes of a scenario and what goes over them before an axis does.

    An experiment's own values (`assigned`) come first, then what the command line asks.
    """

    source: Source
    root: Map
    asked: Asked = NOTHING_ASKED
    assigned: tuple[Assigned, ...] = ()
    faults: tuple[Fault, ...] = field(default=(), repr=False)

    def open(self, more: Sequence[Assigned] = ()) -> Loaded:
        """The scenario with the values of a point; SpecProblem with every fault found."""
        root, names = copied_map(self.root), self.names()
        faults = [fault for each in _own(self.assigned) for fault in assign(root, each, names)]
        asked = self.asked._replace(assigned=_own(more))
        return open_nodes(root, self.source, asked, [*self.faults, *faults])

    def names(self) -> Names:
        """The bare names that a setting may use."""
        return names_of(policy_of(self.root)[0])


def base_of(source: Source, asked: Asked = NOTHING_ASKED) -> Base:
    """The scenario in a file or of the library."""
    root, faults = read_yaml(source.text, source.file)
    if not isinstance(root, Map):
        raise SpecProblem(faults=(*faults, Fault("not_map", (), {}, root.mark)))
    return Base(source, root, asked, faults=tuple(faults))


def _own(assigned: Sequence[Assigned]) -> list[Assigned]:
    """Values with nodes of their own: a later value may be written into an earlier one."""
    return [Assigned(each.path, copied(each.value)) for each in assigned]
