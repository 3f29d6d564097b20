"""Which kind of file a source holds: what its schema says, claims under the catalogue or another."""

from scenarios.spec.nodes import Map, Scalar
from scenarios.spec.problem import SpecProblem
from scenarios.spec.source import Source
from scenarios.spec.yaml_reader import read_yaml

CLAIMS = "anxinbao/claims@1"


def is_claims(source: Source) -> bool:
    """Whether the file says that it is one of claims."""
    return says(source, CLAIMS)


def says(source: Source, schema: str) -> bool:
    """Whether the file says that it is of the schema; a file that cannot be read says nothing."""
    if schema not in source.text:
        return False
    try:
        root, _ = read_yaml(source.text, source.file)
    except SpecProblem:
        return False
    named = root.items.get("schema") if isinstance(root, Map) else None
    return isinstance(named, Scalar) and named.value == schema
