"""Contradictions and warnings."""

from ledger.text import Text
from scenarios.spec.wordings.wording import NONE, Wording

CHECKS = {
    "contradiction": Wording(NONE),
    "dates": Wording(
        Text(
            "日期矛盾：{later}为 {later_day}，早于{earlier}的 {earlier_day}（{earlier_at}）",
            "contradictory dates: {later} on {later_day}, before {earlier} on {earlier_day} ({earlier_at})",
        ),
        Text("{later}不早于{earlier}", "{later} on or after {earlier}"),
        Text("改正两个日期之一", "correct one of the two dates"),
    ),
    "instalment_sum": Wording(
        Text(
            "各期合计 {found} 元，与应有的 {sum} 元差 {difference} 元",
            "the instalments add up to {found} yuan, {difference} yuan off the {sum} yuan they should make",
        ),
        Text("{rule}", "{rule}"),
        Text("改正某一期、agreed_total 或设备金额", "correct an instalment, agreed_total or the equipment"),
    ),
    "duplicate_id": Wording(
        Text("编号“{id}”重复，第一次在 {first}", "id {id!r} is used twice, first at {first}"),
        Text("每个编号一次", "each id once"),
        Text("改掉其中一个", "rename one of them"),
    ),
    "unknown_party": Wording(
        Text("{kind}“{id}”不在 portfolio 中", "{kind} {id!r} is not in the portfolio"),
        Text("portfolio 中已有的{kind}", "a known {kind}"),
        Text("{near}", "{near}"),
    ),
    "more_stages": Wording(
        Text(
            "记录了 {found} 个里程碑，约定只有 {most} 个",
            "{found} stages are recorded but only {most} are agreed",
        ),
        Text("不多于 {most} 个", "at most {most}"),
    ),
    "after_end": Wording(
        Text("{why}之后不会再有{what}", "nothing follows {why}, yet {what} is recorded"),
        Text("{why}之后没有记录", "no record after {why}"),
        Text("删去后面的记录，或改正前面的结论", "drop what follows, or correct the outcome"),
    ),
    "warning": Wording(NONE),
}
