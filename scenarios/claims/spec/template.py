"""The commented claims file that `anxinbao scenario new --claims` writes, and its JSON Schema."""

import json
from typing import Any

from scenarios.claims.spec.choices import process_readings
from scenarios.claims.spec.model import ClaimsScenario
from scenarios.spec.schema import DIALECT, no_titles

SCHEMA_FILE = "anxinbao-claims.schema.json"
_BODY = """\
# 金额写整数元或文字：300万、1亿；比例写 30% 或 1/3；日期写 2024-06-10。
# Amounts: whole yuan or text (300万, 1亿); rates: 30% or 1/3; days: 2024-06-10.
# 键的说明 / what every key means: anxinbao scenario schema --claims > @SCHEMA@
schema: anxinbao/claims@1
title: @TITLE@
papers: [binjiang2024, hgx2024-16]               # 可申报的文件 / papers: anxinbao policy list
horizon: {from: 2024-01-01, to: 2026-12-31}      # 首尾两日都算 / both days included
seed: 20240514
# readings: {budget_short: defer}                # 流程读法，或 条款.读法 / of the process, or CLAUSE.READING
# overlay: {changes: []}                         # 改革方案 / a reform

budgets:                                         # 不写则用文件印的数 / the printed envelope when left out
  binjiang2024-budget-tech: {appropriated: 1.2亿}
# revenue: {short: 10%, known_on: 2024-07-01}    # 年中减收 / revenue falls short
windows:                                         # 申报期 / application windows
  binjiang2024-rd-sme-increment: {from: 06-01, to: 06-30}
steps: {review_days: 20}                         # 工作日，或分位数表 / working days, or a quantile table
payments: {cash_window: {closed_from: 12-20, closed_to: 01-20}}

enterprises:
  - {id: E1, facts: {within_sme_size: true, rd_spend: [1000万, 3000万]}}   # 数列末项为最近一年 / newest last
claims:
  - id: C1
    enterprise: E1
    clause: binjiang2024-rd-sme-increment
    applied_on: 2024-06-10
    facts: {decided_rate: 5%}
  - id: C2
    enterprise: E1
    clause: binjiang2024-national-task-match
    object: 项目A
    applied_on: 2024-06-11
    upper_level: {amount: 1600万, arrives_on: 2024-08-01}
# claims_from: claims.xlsx                       # 或 .csv、.yaml / or .csv, .yaml
# generate: {enterprises: 300}                   # 生成一个区 / a district that is drawn
"""


def claims_template(name: str) -> str:
    """A claims file with comments that passes `scenario check`; `name` becomes its title."""
    first = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
    title = json.dumps(name, ensure_ascii=False)
    return first + _BODY.replace("@SCHEMA@", SCHEMA_FILE).replace("@TITLE@", title)


def claims_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the claims file."""
    shape = ClaimsScenario.model_json_schema(by_alias=True, mode="validation")
    own = {name: {"enum": list(options)} for name, options in process_readings().items()}
    shape["properties"]["readings"] = {
        "description": "读法：流程的，或 条款.读法 / of the process, or CLAUSE.READING",
        "type": "object",
        "properties": own,
        "patternProperties": {r"^[a-z0-9-]+\.[a-z0-9_]+$": {"type": "string"}},
        "additionalProperties": False,
    }
    no_titles(shape)
    return {"$schema": DIALECT, "$id": SCHEMA_FILE, "title": "anxinbao/claims@1", **shape}
