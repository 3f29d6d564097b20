"""The experiment file `anxinbao/experiment@1`."""

from typing import Any, Literal

from pydantic import BaseModel, Field, field_validator

from scenarios.spec.fields import Strict
from scenarios.spec.model.scenario import MAX_SEED, Words
from scenarios.sweep.axes import MAX_POINTS

SCHEMA = "anxinbao/experiment@1"
MAX_REPLICATIONS = 10_000_000
Kind = Literal["grid", "latin_hypercube", "sobol", "saltelli", "one_at_a_time"]


class Design(Strict):
    """设计：怎样取点 / which points of the axes are run."""

    kind: Kind = "grid"
    """grid | latin_hypercube | sobol | saltelli | one_at_a_time"""
    points: int | None = Field(None, ge=1, le=MAX_POINTS)
    """抽样点数 / points to sample"""
    seed: int = Field(0, ge=0, le=MAX_SEED)
    """抽样种子 / seed of the sampling"""

    @property
    def sampled(self) -> bool:
        """Whether points are drawn, not all combinations of levels."""
        return self.kind in ("latin_hypercube", "sobol", "saltelli")


GRID = Design()


class Outputs(Strict):
    """保留什么 / what is kept beside the outcomes."""

    years: bool = True
    """分年结果 / outcomes by year"""
    fans: bool = True
    """逐日分布的直方图 / histograms by day"""
    step_days: int = Field(28, ge=1, le=366)
    """直方图相隔天数 / days between histograms"""


EVERYTHING = Outputs()


class ExperimentSpec(Strict):
    """试验文件：情景、变化、设计、重复 / scenario, what varies, design, replications."""

    format: Literal["anxinbao/experiment@1"] = Field(alias="schema")
    """文件格式 / format of this file"""
    title: Words | None = None
    """标题 / title"""
    why: Words | None = None
    """这项研究为何存在 / why this study exists"""
    question: Words | None = None
    """要回答的问题 / the question to answer"""
    scenario: str | dict[str, Any] = "baseline"
    """情景：名称、路径或写在此处 / a name, a path, or a scenario written here"""
    set: dict[str, Any] = Field(default_factory=dict)
    """写入情景的值，同 --set / values written into the scenario, as --set does"""
    replications: int = Field(1000, ge=1, le=MAX_REPLICATIONS)
    """每点重复次数 / replications of each point"""
    seed: int | None = Field(None, ge=0, le=MAX_SEED)
    """随机种子，默认按情景 / seed of all chance, by default the scenario's"""
    axes: dict[str, Any] = Field(default_factory=dict)
    """变化什么：名称: 列表 | {from, to, step} | {low, high} | {cases} / what varies"""
    design: Design = GRID
    """取点设计 / which points are run"""
    baseline: dict[str, Any] = Field(default_factory=dict)
    """用来比较的点 / the point that others are compared with"""
    outputs: Outputs = EVERYTHING
    """保留什么 / what is kept"""
    notes: Words | None = None
    """结果说明 / what came out"""

    @field_validator("design", mode="before")
    @classmethod
    def _named(cls, raw: object) -> object:
        return {"kind": raw} if isinstance(raw, str) else raw


def dumped(part: BaseModel) -> dict[str, Any]:
    """A part as plain data."""
    return part.model_dump(mode="json")
