"""Reading a file."""

from ledger.text import Text
from scenarios.spec.wordings.wording import NONE, Wording

FILE = {
    "not_found": Wording(
        Text("找不到 {name}", "{name} does not exist"),
        Text(
            "文件路径、- （标准输入）或内置情景名",
            "a file path, - for standard input, or the name of a built-in scenario",
        ),
    ),
    "is_folder": Wording(
        Text("{name} 是文件夹", "{name} is a folder"),
        Text("一个 YAML 文件", "a YAML file"),
        Text("写出文件夹中的文件名", "name a file inside it"),
    ),
    "unreadable": Wording(
        Text("读不了 {name}：{detail}", "{name} cannot be read: {detail}"),
        NONE,
        Text("检查文件权限", "check its permissions"),
    ),
    "too_large": Wording(
        Text("文件超过 {most} MB", "the file is over {most} MB"),
        Text("不超过 {most} MB", "at most {most} MB"),
        Text("大量项目请用 portfolio.generate", "for many projects use portfolio.generate"),
    ),
    "not_utf8": Wording(
        Text("不是 UTF-8 编码", "this is not UTF-8"),
        Text("UTF-8 文本", "UTF-8 text"),
        Text(
            "在编辑器中另存为 UTF-8（旧文件常是 GBK）",
            "save it as UTF-8 in your editor (old files are often GBK)",
        ),
    ),
    "empty": Wording(
        Text("文件是空的", "the file is empty"),
        Text("一个情景", "a scenario"),
        Text("用 anxinbao scenario new 得到模板", "start from anxinbao scenario new"),
    ),
    "yaml_syntax": Wording(
        Text("不是合法的 YAML：{detail}", "not valid YAML: {detail}"),
        Text("YAML 1.2", "YAML 1.2"),
        Text(
            "检查缩进（不用制表符）、冒号后的空格、成对的引号和括号",
            "look at the indentation (no tabs), the space after a colon, and matching quotes and brackets",
        ),
    ),
    "many_documents": Wording(
        Text("文件里有不止一个 YAML 文档", "the file holds more than one YAML document"),
        Text("一个文档", "one document"),
        Text("删去 --- 之后的部分或分成几个文件", "split it at ---"),
    ),
    "tag": Wording(
        Text("不接受 YAML 标签 {tag}", "YAML tags such as {tag} are not accepted"),
        Text("普通的值", "a plain value"),
        Text("删去标签", "leave the tag out"),
    ),
    "too_deep": Wording(
        Text("嵌套超过 {most} 层", "nested deeper than {most} levels"),
        Text("最多 {most} 层", "at most {most} levels"),
    ),
    "too_many_nodes": Wording(
        Text("别名展开后超过 {most} 个值", "with its aliases written out it holds more than {most} values"),
        Text("最多 {most} 个值", "at most {most} values"),
        Text("不用别名，写出内容", "write the content without aliases"),
    ),
    "bad_alias": Wording(
        Text("别名 *{name} 没有先定义", "alias *{name} stands for nothing defined before it"),
        NONE,
        Text("写出内容", "write the content out"),
    ),
    "complex_key": Wording(Text("键不是文字", "a key is not text"), Text("文字的键", "a text key")),
    "duplicate_key": Wording(
        Text("键 {key} 写了两次，第一次在第 {first} 行", "key {key} stands twice, first on line {first}"),
        Text("每个键一次", "each key once"),
        Text("删去其中一个", "delete one of them"),
    ),
    "float": Wording(
        Text(
            "{text} 是浮点数，不能精确表示金额或比例",
            "{text} is a float, which cannot hold money or rates exactly",
        ),
        Text("整数或文字", "an integer or text"),
        Text(
            '金额加引号写成 "{text}"，或用 元 / 万；比例写成 30%',
            'quote an amount ("{text}") or write it in 万; write a rate as 30%',
        ),
    ),
}
