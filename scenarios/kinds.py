"""Which kind of scenario a source holds: of the escrow scheme, or of claims under the catalogue."""

from scenarios.spec.nodes import Map, Scalar
from scenarios.spec.problem import SpecProblem
from scenarios.spec.source import Source
from scenarios.spec.yaml_reader import read_yaml

CLAIMS = "anxinbao/claims@1"


def is_claims(source: Source) -> bool:
    """Whether the file says that it is one of claims; a file that cannot be read says nothing."""
    if CLAIMS not in source.text:
        return False
    try:
        root, _ = read_yaml(source.text, source.file)
    except SpecProblem:
        return False
    named = root.items.get("schema") if isinstance(root, Map) else None
    return isinstance(named, Scalar) and named.value == CLAIMS
