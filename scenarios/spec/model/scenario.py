"""The scenario file as a whole, `anxinbao/scenario@1`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from ledger.text import Text
from scenarios.spec.fields import Day, Strict, fault
from scenarios.spec.model.opening import OpeningBalances
from scenarios.spec.model.population import BehaviourSpec
from scenarios.spec.model.portfolio import PortfolioSpec

SCHEMA = "anxinbao/scenario@1"
POLICY = "xiaoshan-anxinbao"
MAX_SEED = 2**63 - 1


def _read_words(raw: object) -> Text:
    """Text in both languages, from one text or `{zh, en}`."""
    if isinstance(raw, dict) and raw and set(raw) <= {"zh", "en"}:
        zh, en = raw.get("zh", raw.get("en")), raw.get("en", raw.get("zh"))
    else:
        zh = en = raw
    if not isinstance(zh, str) or not isinstance(en, str):
        raise fault("words", found=type(raw).__name__)
    return Text(zh.strip(), en.strip())


def flat(raw: object) -> object:
    """`{fees_and_interest: {audit_fee: 1万}}` and `{fees_and_interest.audit_fee: 1万}` say the same."""
    if not isinstance(raw, dict):
        return raw
    rows: dict[object, object] = {}
    for name, value in raw.items():
        inner = value.items() if isinstance(value, dict) else None
        rows.update({f"{name}.{k}": v for k, v in inner} if inner is not None else {name: value})
    return rows


def _read_override(raw: object) -> str | int:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise fault("override", found="null" if raw is None else type(raw).__name__)
    return int(raw) if isinstance(raw, int) else raw


def _read_option(raw: object) -> str:
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if not isinstance(raw, str):
        raise fault("option", found="null" if raw is None else str(raw))
    return raw


_WORDS_SCHEMA = {
    "oneOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_OVERRIDE_SCHEMA = {"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "object"}]}

Words = Annotated[
    Text, PlainValidator(_read_words), PlainSerializer(lambda t: t._asdict()), WithJsonSchema(_WORDS_SCHEMA)
]
Override = Annotated[str | int, PlainValidator(_read_override), WithJsonSchema(_OVERRIDE_SCHEMA)]
Option = Annotated[str, PlainValidator(_read_option), WithJsonSchema({"type": "string"})]


class Horizon(Strict):
    """模拟区间，首尾两日都算 / the days simulated, both ends included."""

    from_: Day = Field(date(2025, 3, 9), alias="from")
    """起始日 / first day"""
    to: Day = date(2028, 12, 31)
    """结束日 / last day"""


class Scenario(Strict):
    """安心宝情景文件 / a scenario of the escrow scheme."""

    format: Literal["anxinbao/scenario@1"] = Field("anxinbao/scenario@1", alias="schema")
    """文件格式 / format of this file"""
    title: Words = Text("未命名情景", "untitled scenario")
    """标题 / title"""
    why: Words | None = None
    """这个情景为何存在 / why this scenario exists"""
    policy: str = POLICY
    """政策名称 / name of the policy"""
    horizon: Horizon = Horizon()
    """模拟区间 / days simulated"""
    as_of: Day | None = None
    """此日之前为记录，之后为模拟 / what lies before is record, what lies after is simulated"""
    intake_until: Day | None = None
    """受理截止日 / last day of intake"""
    seed: int = Field(20250309, ge=0, le=MAX_SEED)
    """随机种子 / seed"""
    replications: int = Field(1, ge=1, le=10_000_000)
    """重复次数 / replications"""
    overrides: Annotated[dict[str, Override], BeforeValidator(flat)] = Field(default_factory=dict)
    """修改政策参数 / parameters of the policy amended"""
    preset: str = "literal"
    """读法预设 / preset of readings"""
    readings: dict[str, Option] = Field(default_factory=dict)
    """个别读法 / single readings on top of the preset"""
    opening_balances: OpeningBalances = OpeningBalances()
    """期初余额 / opening balances"""
    portfolio: PortfolioSpec = PortfolioSpec()
    """项目与事实 / projects and facts"""
    behaviour: BehaviourSpec | None = None
    """行为与不确定性 / behaviour and chance"""
