"""Examples as files state them: what goes in, what must come out, read without any float."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode

STORED = Path(__file__).parents[1] / "register_examples"


class Exact(SafeConstructor):
    """Reads `0.3` as the decimal it is."""


Exact.add_constructor("tag:yaml.org,2002:float", lambda _, node: _decimal(node))


def _decimal(node: ScalarNode) -> Decimal:
    return Decimal(node.value)


class BadFile(Exception):
    """A file that is neither in the register's form nor in ours."""


@dataclass(frozen=True)
class Example:
    """One example of a clause."""

    clause: str
    inputs: dict[str, Any]
    result: Any

    def __str__(self) -> str:
        given = ", ".join(f"{name}={value}" for name, value in self.inputs.items())
        return f"{self.clause}({given})"


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, decimals exact."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = Exact
    return reader.load(path.read_text("utf-8"))


def read(path: Path) -> list[Example]:
    """The examples of a file: clauses with `examples`, or a plain list of examples; raises BadFile."""
    try:
        return list(_examples(read_yaml(path)))
    except YAMLError as fault:
        raise BadFile(f"{path}: not YAML: {fault}") from fault
    except (TypeError, KeyError, AttributeError) as fault:
        raise BadFile(
            f"{path}: expected a list of clauses with `id` and `examples` (each `inputs`, `result`), "
            f"or a list of `clause`, `inputs`, `result`; met {type(fault).__name__} at {fault}"
        ) from fault


def _examples(content: Any) -> Iterator[Example]:
    for row in content:
        if "clause" in row:
            yield Example(row["clause"], dict(row["inputs"] or {}), row["result"])
            continue
        for each in row.get("examples") or []:
            yield Example(row["id"], dict(each["inputs"] or {}), each["result"])


def stored() -> list[Example]:
    """Every example kept with the tests."""
    return [example for path in sorted(STORED.glob("*.yaml")) for example in read(path)]
