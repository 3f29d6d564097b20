"""The form of sweep.json, as far as readers rely on it: a file that lacks something is no sweep's."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Words(BaseModel):
    zh: str
    en: str


class _Outputs(BaseModel):
    years: bool
    fans: bool
    step_days: int


class _Experiment(BaseModel):
    title: _Words
    question: _Words
    axes: dict[str, Any]
    outputs: _Outputs


class _Bins(BaseModel):
    low: list[int]
    width: list[int]
    number: int


class ManifestForm(BaseModel):
    """What sweep.json says; further keys are left alone."""

    model_config = ConfigDict(strict=True)

    format: Literal["anxinbao/sweep@1"] = Field(alias="schema")
    name: str
    digest: str
    versions: dict[str, str]
    seed: int
    replications: int = Field(ge=1)
    replications_asked: int
    precision: dict[str, str]
    met: bool | None
    engine: str
    engines: dict[str, int]
    fallbacks: dict[str, list[_Words]]
    shard: str = Field(pattern=r"^[1-9]\d*/[1-9]\d*$")
    baseline: int | None
    worlds: list[str]
    bins: _Bins
    experiment: _Experiment
    finished: bool
