"""The named scenarios that come with the product."""

from importlib import resources
from importlib.resources.abc import Traversable


def _folder() -> Traversable:
    return resources.files("scenarios.library")


def library_names(schema: str = "") -> list[str]:
    """Names of the built-in scenarios, sorted; with `schema` only those of that format."""
    files = (f for f in _folder().iterdir() if f.name.endswith(".yaml"))
    wanted = f"schema: {schema}"
    return sorted(f.name.removesuffix(".yaml") for f in files if wanted in f.read_text("utf-8"))


def library_file(name: str) -> Traversable | None:
    """The file of a built-in scenario, or None."""
    return _folder() / f"{name}.yaml" if name in library_names() else None
