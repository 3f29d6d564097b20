"""Settings of the command line, and the policy."""

from ledger.text import Text
from scenarios.spec.wordings.wording import NONE, Wording

SETTINGS = {
    "set_form": Wording(
        Text("“{text}”不是 名称=值 的形式", "{text!r} is not NAME=VALUE"),
        Text("名称=值", "NAME=VALUE"),
        Text("例如 --set deposit_rate=20%", "for example --set deposit_rate=20%"),
    ),
    "set_value": Wording(
        Text("值“{text}”读不懂", "the value {text!r} cannot be read"),
        Text("一个值", "one value"),
    ),
    "set_unknown": Wording(
        Text(
            "没有叫“{name}”的情景键、参数、读法或行为",
            "no key, parameter, reading or behaviour is called {name!r}",
        ),
        Text("已有的名称，或带点的路径", "a known name, or a dotted path"),
        Text("{near}", "{near}"),
    ),
    "set_ambiguous": Wording(
        Text("“{name}”不止一种意思：{candidates}", "{name!r} could mean {candidates}"),
        Text("只有一种意思的名称", "a name with one meaning"),
        Text("写出完整路径", "write the full path"),
    ),
    "set_no_item": Wording(
        Text("“{step}”不在列表 {within} 中", "{step!r} is not in the list {within}"),
        Text("编号或从 0 起的序号", "an id, or an index from 0"),
        Text("{near}", "{near}"),
    ),
    "set_no_such": Wording(
        Text("{within} 之下没有“{step}”", "there is no {step!r} below {within}"),
        Text("可以写值的路径", "a path that can hold a value"),
    ),
    "policy": Wording(Text("{problem}", "{problem}"), NONE, Text("{advice}", "{advice}")),
}
