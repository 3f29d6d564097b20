"""The studies of the library: experiments that come with the product."""

import os
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from scenarios.spec.nodes import plain
from scenarios.spec.source import Source
from scenarios.spec.yaml_reader import read_yaml
from scenarios.sweep.spec import ExperimentSpec


def _folder() -> Traversable:
    return resources.files("scenarios.library") / "studies"


def study_names() -> list[str]:
    """Names of the built-in studies, sorted."""
    folder = _folder()
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(f.name.removesuffix(".yaml") for f in found if f.name.endswith(".yaml"))


def study_source(name: str | os.PathLike[str]) -> Source | None:
    """The text of a built-in study, or None."""
    if name not in study_names():
        return None
    return Source((_folder() / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml", str(name))


@lru_cache(maxsize=64)
def study_spec(name: str) -> ExperimentSpec:
    """A built-in study as its file states it; its scenario and axes are not looked at."""
    source = study_source(name)
    assert source is not None, name
    return ExperimentSpec.model_validate(plain(read_yaml(source.text, source.file)[0]))
