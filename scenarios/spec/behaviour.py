"""`behaviour`: what people and offices do; a bundle's name, or single purposes on top of a bundle."""

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema, create_model, model_serializer, model_validator

from escrow.behaviour import (
    PURPOSES,
    Behaviour,
    Draw,
    Group,
    Insurers,
    Purpose,
    QuantileTable,
    Shared,
    Split,
    Spread,
    Unit,
    purpose_of,
)
from escrow.behaviour.problems import BadSplit, UnknownPurpose
from escrow.tape import Cause
from ledger.text import Text
from scenarios.spec.draws import Between, chance_of, write_draw
from scenarios.spec.fields import Day, Factor, Share, Strict, ordinal, rate_text

Base = Literal["certain", "district"]


def _purpose(raw: object) -> str:
    try:
        return purpose_of(str(raw)).name
    except UnknownPurpose as unknown:
        zh, en = (f"{unknown.say(lang)}; {unknown.advise(lang)}" for lang in ("zh", "en"))
        raise ValueError(Text(zh, en)) from None


def _group(raw: object) -> Group:
    if raw not in list(Group):
        listed = ", ".join(Group)
        raise ValueError(Text(f"“{raw}”应为 {listed} 之一", f"{raw!r} should be one of {listed}"))
    return Group(str(raw))


PurposeName = Annotated[str, PlainValidator(_purpose), WithJsonSchema({"enum": [*PURPOSES]})]


class EffectsSpec(Strict):
    """失败概率（对数几率）的差异，百分之一为单位 / spreads of the log odds of failure, in hundredths."""

    project: int = Field(0, ge=0, le=150)
    """项目 / of projects"""
    platform: int = Field(0, ge=0, le=150)
    """平台 / of platforms"""
    enterprise: int = Field(0, ge=0, le=150)
    """企业 / of enterprises"""


class SharedSpec(Strict):
    """相关性：以一定概率共用一次抽取 / correlation: a stated chance of sharing the group's draw."""

    group: Annotated[Group, PlainValidator(_group), WithJsonSchema({"enum": [*Group]})]
    """project | enterprise | platform | district | risk"""
    chance: Share
    """共用的概率 / chance of sharing"""


class CausesSpec(Strict):
    """未完成的原因占比，合计 100% / causes of a missed milestone; they add up to 100 %."""

    technical: Share = Fraction(0)
    """技术 / technical"""
    platform: Share = Fraction(0)
    """平台 / platform"""
    enterprise: Share = Fraction(0)
    """企业 / enterprise"""
    force_majeure: Share = Fraction(0)
    """不可抗力 / force majeure"""
    platform_quit: Share = Fraction(0)
    """平台退出 / the platform quits"""

    @model_validator(mode="after")
    def _adds_up(self) -> "CausesSpec":
        try:
            self.to_escrow()
        except BadSplit as problem:
            raise ValueError(Text(problem.say("zh"), problem.say("en"))) from None
        return self

    def to_escrow(self) -> Split:
        """The split by escrow.tape.Cause."""
        return Split.of({Cause[name.upper()]: share for name, share in self if share})


class InsurersSpec(Strict):
    """保险公司的去留与价格，限于抽取的保单 / whether insurers stay and at what price; drawn policies only."""

    exit: Day | None = None
    """自此日起不再承保 / from this day on no policy is bound"""
    dearer_from: Day | None = None
    """自此日起调价 / from this day on the price changes"""
    factor: Factor = Fraction(1)
    """费率乘以此倍数，如 150% / the premium rate is multiplied by this"""

    @model_validator(mode="after")
    def _means_something(self) -> "InsurersSpec":
        if self.factor != 1 and self.dearer_from is None:
            wrong = Text("写了 factor 而没有 dearer_from", "factor is stated without dearer_from")
            raise ValueError(wrong)
        return self

    def to_escrow(self) -> Insurers:
        """The insurers it states."""
        return Insurers(ordinal(self.exit), ordinal(self.dearer_from), self.factor)


def _field(purpose: Purpose) -> Any:
    """Type and description of one purpose."""
    kind: Any = Annotated[QuantileTable, Between(purpose.lowest, purpose.highest)]
    if purpose.unit is Unit.CHANCE:
        kind = Share
    elif purpose.unit is Unit.CAUSE:
        kind = CausesSpec
    about = f"{purpose.label.zh} / {purpose.label.en} ({purpose.unit})"
    return (kind | None, Field(None, description=about))


if TYPE_CHECKING:
    _Purposes = Strict
else:
    _Purposes = create_model(
        "_Purposes", __base__=Strict, **{name: _field(purpose) for name, purpose in PURPOSES.items()}
    )


class BehaviourSpec(_Purposes):
    """行为：certain 或 district，或在其上单独写明 / a bundle, or single purposes on top of one."""

    base: Base = "certain"
    """以哪一组为底 / the bundle that unnamed purposes follow"""
    effects: EffectsSpec | None = None
    """项目、平台、企业的差异 / how projects, platforms and enterprises differ"""
    shared: dict[PurposeName, SharedSpec] = Field(default_factory=dict)
    """共用的抽取 / draws shared within a group"""
    insurers: InsurersSpec | None = None
    """保险公司的去留与价格 / whether insurers stay, and at what price"""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, raw: Any) -> Any:
        return {"base": raw} if isinstance(raw, str) else raw

    def to_escrow(self) -> Behaviour:
        """The behaviour it states."""
        spread = None if self.effects is None else Spread(**self.effects.model_dump())
        shared = {name: Shared(each.group, chance_of(each.chance)) for name, each in self.shared.items()}
        insurers = None if self.insurers is None else self.insurers.to_escrow()
        return self._bundle().but(self._draws(), spread, shared, insurers)

    @model_serializer
    def _normal(self) -> dict[str, Any]:
        """Every purpose as understood, the bundle's filled in."""
        meant = self.to_escrow()
        own = self._stated()
        written = {
            name: _written(own[name]) if name in own else write_draw(draw)
            for name, draw in meant.draws.items()
        }
        shared = {
            name: {"group": s.group.value, "chance": s.chance.say()} for name, s in meant.shared.items()
        }
        shared |= {
            name: {"group": s.group.value, "chance": rate_text(s.chance)} for name, s in self.shared.items()
        }
        form = {"base": self.base, "effects": meant.spread.normal(), "shared": shared, **written}
        if self.insurers is not None:
            form["insurers"] = self.insurers.model_dump(mode="json", exclude_none=True)
        return form

    def _bundle(self) -> Behaviour:
        return Behaviour.district() if self.base == "district" else Behaviour.certain()

    def _stated(self) -> dict[str, Any]:
        stated = {name: getattr(self, name) for name in PURPOSES}
        return {name: value for name, value in stated.items() if value is not None}

    def _draws(self) -> dict[str, Draw]:
        return {name: _draw(value) for name, value in self._stated().items()}


def _draw(value: Any) -> Draw:
    if isinstance(value, Fraction):
        return chance_of(value)
    if isinstance(value, CausesSpec):
        return value.to_escrow()
    draw: Draw = value
    return draw


def _written(value: Any) -> Any:
    if isinstance(value, Fraction):
        return rate_text(value)
    if isinstance(value, CausesSpec):
        return {name: rate_text(share) for name, share in value if share}
    return write_draw(value)
