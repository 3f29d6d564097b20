"""The commented scenario that `anxinbao scenario new` writes."""

import json

from scenarios.spec.schema import SCHEMA_FILE

_BODY = """\
# 金额写整数元或文字：300万、1亿、"1234.56"；比例写 30% 或 1/3；日期写 2025-03-14。
# Amounts: whole yuan or text (300万, 1亿, "1234.56"); rates: 30% or 1/3; days: 2025-03-14.
# 键的说明 / what every key means: anxinbao scenario schema > @SCHEMA@
schema: anxinbao/scenario@1
title: @TITLE@
policy: xiaoshan-anxinbao
horizon: {from: 2025-03-09, to: 2028-12-31}      # 首尾两日都算 / both days included
# as_of: 2025-12-01                              # 此日之前为记录 / what lies before is record
seed: 20250309
replications: 1
preset: literal                                  # literal | practice | prudent
# readings: {pool_repayment: none}               # 个别读法 / single readings; anxinbao policy show
# overrides: {deposit_rate_min: 20%}             # 修改政策本身 / amends the policy itself

opening_balances:                                # 不写则用默认 / defaults when left out
  risk_pool: 1亿
  district_treasury: 10亿
  enterprise: {default: 1亿}
  insurer: 1亿
  platform: 0

portfolio:
  projects:
    - id: P1
      enterprise: E1
      platform: PL1
      agreed_total: 600万                        # 含企业自有设备 / the enterprise's own equipment included
      equipment_owned_by_enterprise: 0
      deposit_rate: 10%                          # 不低于政策下限 / at least the floor of the policy
      filed_on: 2025-03-14
      stages:                                    # 各期之和 = 总额 - 设备 / instalments = total - equipment
        - {instalment: 200万, planned_days: 90}
        - {instalment: 240万, planned_days: 90}
        - {instalment: 160万, planned_days: 80}
      insurance: {insurer: I1, premium: 24万, bound_on: 2025-03-25}
      record:                                    # 已知的才写 / only what is known already
        review: {date: 2025-03-24, passed: true}
        approved_on: 2025-03-28
        # deposit_on: 2025-04-01
        # pool_paid_on: 2025-04-10
        # stages:
        #   - {reached: true, date: 2025-06-30, balance_on: 2025-07-02, released_on: 2025-07-10,
        #      next_payment_on: 2025-07-15, next_payment: deposit}
  # audits: [{year: 2025, reported_on: 2026-02-13, paid_on: 2026-02-27}]
  # pool_topups: [{date: 2026-01-10, amount: 2000万}]
  # debarments: [{enterprise: E1, date: 2026-10-01}]
"""


def template(name: str) -> str:
    """A scenario with comments that passes `scenario check`; `name` becomes its title."""
    first = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
    # JSON text is YAML text, so a title with quotes or colons stays one value.
    title = json.dumps(name, ensure_ascii=False)
    return first + _BODY.replace("@SCHEMA@", SCHEMA_FILE).replace("@TITLE@", title)
