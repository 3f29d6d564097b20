"""Opening balances: one number for a kind of party, or a number for each."""

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from scenarios.spec.fields import MONEY_SCHEMA, Id, Money, Strict

DEFAULT = "default"


def _each(raw: object) -> object:
    """A single number stands for every party of the kind."""
    return raw if isinstance(raw, dict) or raw is None else {DEFAULT: raw}


_EACH_SCHEMA = {
    "description": "一个金额，或按编号列出（default 为其余）/ one amount, or by id with default for the rest",
    "oneOf": [*MONEY_SCHEMA["oneOf"], {"type": "object", "additionalProperties": MONEY_SCHEMA}],
}
Each = Annotated[dict[Id, Money], BeforeValidator(_each), WithJsonSchema(_EACH_SCHEMA)]
"""Fen by id, `default` for those not named."""


class OpeningBalances(Strict):
    """期初余额，均可省略 / opening balances, each optional."""

    risk_pool: Money | None = None
    """科创风险池 / risk pool"""
    district_treasury: Money | None = None
    """区财政 / district treasury"""
    enterprise: Each | None = None
    """企业 / enterprises"""
    insurer: Each | None = None
    """保险公司 / insurers"""
    platform: Each | None = None
    """平台 / platforms"""
    bank: Money | None = None
    """银行 / bank"""
    guarantor: Money | None = None
    """担保公司 / guarantor"""
