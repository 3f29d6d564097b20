"""One application of a claims file, and who makes it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scenarios.spec.fields import Day, Id, Money, Strict

Raw = str | int | bool
Facts = dict[str, Raw | list[Raw]]


class DatedValue(Strict):
    """从某日起的值 / a value that holds from a day on."""

    from_: Day = Field(alias="from")
    """自 / first day"""
    value: Raw
    """值 / value"""


class EnterpriseFacts(Strict):
    """一家企业及其事实 / an enterprise and its facts."""

    id: Id
    """企业编号 / enterprise id"""
    facts: Facts = Field(default_factory=dict)
    """事实，名称见 docs/facts.md / facts by the names of the vocabulary"""
    facts_year: int | None = None
    """年度数列最后一项的年份 / the year of the newest item of yearly series"""


class Arrival(Strict):
    """上级资金到账 / higher-level money that arrives."""

    amount: Money
    """金额 / amount"""
    arrives_on: Day
    """到账日 / day it arrives"""


class PromotionSpec(Strict):
    """晋升到更高等次 / the same object reaches a higher level."""

    on: Day
    """晋升日 / day of the promotion"""
    facts: Facts
    """改变的事实 / facts that change"""


class ClaimRecord(Strict):
    """已知的各步日期 / dates of steps that are already known."""

    complete_on: Day | None = None
    """受理日 / day found complete"""
    reviewed_on: Day | None = None
    """评审日 / day of the review"""
    decided_on: Day | None = None
    """审定日 / day of the decision"""
    publicised_on: Day | None = None
    """公示期满日 / day the public notice ended"""
    paid_on: Annotated[list[Day], BeforeValidator(lambda raw: raw if isinstance(raw, list) else [raw])] = (
        Field(default_factory=list)
    )
    """各期拨付日 / day of each payment"""


def _listed(raw: object) -> object:
    return raw if isinstance(raw, list) else [raw]


class ClaimSpec(Strict):
    """一项申报 / one application."""

    id: Id
    """申报编号 / claim id"""
    enterprise: Id
    """企业 / enterprise"""
    clause: str
    """依据条款 / the clause it is made under"""
    applied_on: Day
    """申报日 / day of application"""
    facts: Facts = Field(default_factory=dict)
    """本项申报的事实 / facts of this claim"""
    matter: str = ""
    """事项，默认为条款的事项 / what is paid for; the clause's own when not stated"""
    object: str = ""
    """对象：产品、项目、称号等 / product, project, title ..."""
    upper_level: Annotated[list[Arrival], BeforeValidator(_listed)] = Field(default_factory=list)
    """上级资金 / higher-level money"""
    upper_payer: Literal["city", "province", "central"] = "province"
    """上级资金由谁拨付 / who pays it"""
    events: dict[str, Day] = Field(default_factory=dict)
    """各期付款所依事项的日期 / days of the events that stages wait for"""
    lapses_on: Day | None = None
    """条件丧失之日 / from this day on the conditions no longer hold"""
    promoted: Annotated[list[PromotionSpec], BeforeValidator(_listed)] = Field(default_factory=list)
    """晋升 / promotions"""
    record: ClaimRecord | None = None
    """已知情况 / what is already known"""
