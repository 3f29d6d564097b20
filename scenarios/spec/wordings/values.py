"""Keys and values."""

from ledger.text import Text
from scenarios.spec.wordings.wording import NONE, Wording

VALUES = {
    "unknown_key": Wording(Text("没有这个键 {key}", "unknown key {key}"), NONE, Text("{near}", "{near}")),
    "comma_in_braces": Wording(
        Text("花括号中的逗号把 {key} 当成了另一个键", "a comma inside braces made {key} a key of its own"),
        Text("加引号的金额", "a quoted amount"),
        Text('写成 "1,000万" 或 1000万', 'write "1,000万" or 1000万'),
    ),
    "missing": Wording(
        Text("缺少 {key}", "{key} is missing"),
        Text("必须写明 {key}", "{key} has to be stated"),
        Text("anxinbao scenario schema 说明每个键", "anxinbao scenario schema explains every key"),
    ),
    "not_text": Wording(Text("不是文字", "not text"), Text("文字", "text"), Text("加引号", "quote it")),
    "not_int": Wording(
        Text("“{found}”不是整数", "{found!r} is not a whole number"), Text("整数", "a whole number")
    ),
    "int_range": Wording(
        Text("{found} 超出范围", "{found} is out of range"),
        Text("{bound}", "{bound}"),
    ),
    "not_bool": Wording(
        Text("“{found}”不是 true 或 false", "{found!r} is neither true nor false"),
        Text("true 或 false", "true or false"),
    ),
    "not_list": Wording(
        Text("不是列表", "not a list"),
        Text("列表", "a list"),
        Text("每项以 - 开头，或写在 [ ] 中", "begin each item with -, or use [ ]"),
    ),
    "too_short": Wording(Text("列表是空的", "the list is empty"), Text("至少一项", "at least one item")),
    "month_day": Wording(
        Text("“{found}”不是一年中的日子", "{found!r} is no day of a year"),
        Text("月-日，如 06-30", "month and day such as 06-30"),
    ),
    "not_map": Wording(
        Text("不是“键: 值”的形式", "not a mapping"),
        Text("键: 值", "key: value"),
    ),
    "bad_choice": Wording(
        Text("“{found}”不在可选之列", "{found!r} is not one of the choices"),
        Text("{choices}", "{choices}"),
        Text("{near}", "{near}"),
    ),
    "words": Wording(
        Text("不是文字", "not text"),
        Text("文字，或 zh 与 en 两种", "text, or a mapping of zh and en"),
        Text("加引号", "quote it"),
    ),
    "override": Wording(
        Text("参数的值无效", "not a value of a parameter"),
        Text("文字如 20%、300万，或整数", "text such as 20% or 300万, or an integer"),
    ),
    "option": Wording(
        Text("读法选项“{found}”不是文字", "option {found!r} of a reading is not text"),
        Text("选项名", "the name of an option"),
        Text("加引号", "quote it"),
    ),
    "money": Wording(
        Text("“{found}”不是金额", "{found!r} is not an amount of money"),
        Text(
            "整数元，或文字如 300万、1亿、1234.56（最多到分）",
            "whole yuan, or text such as 300万, 1亿, 1234.56 (whole fen)",
        ),
    ),
    "money_negative": Wording(
        Text("金额 {found} 是负数", "amount {found} is negative"),
        Text("不小于 0 的金额", "an amount of zero or more"),
        Text("方向由科目决定，去掉负号", "the direction follows from the key: drop the sign"),
    ),
    "money_too_large": Wording(
        Text("金额 {found} 太大", "amount {found} is too large"),
        Text("不超过 1 万亿元", "at most 10^12 yuan (10^14 fen)"),
    ),
    "rate": Wording(
        Text("“{found}”不是比例", "{found!r} is not a rate"),
        Text(
            '文字如 30%、1/3、"0.3"（分母不超过 10000），整数只能是 0 或 1',
            'text such as 30%, 1/3 or "0.3" (denominator at most 10,000); of integers only 0 and 1',
        ),
    ),
    "rate_range": Wording(
        Text("比例 {found} 超出范围", "rate {found} is out of range"),
        Text("0 到 {most}%", "0 to {most}%"),
    ),
    "day": Wording(
        Text("“{found}”不是日期", "{found!r} is not a day"),
        Text("日期如 2025-03-09", "a day such as 2025-03-09"),
        Text(
            "年四位，月、日各两位，且须存在",
            "four digits of year, two of month and day, and the day must exist",
        ),
    ),
    "day_range": Wording(
        Text("日期 {found} 超出范围", "day {found} is out of range"),
        Text("1990 至 2199 年", "years 1990 to 2199"),
    ),
    "id": Wording(
        Text("“{found}”不能作编号", "{found!r} cannot be an id"),
        Text("1 到 64 个字符，不含 / : 或控制字符", "1 to 64 characters without /, : or control characters"),
    ),
    "invalid": Wording(Text("{detail}", "{detail}")),
}
