"""YAML 1.2 as plain JSON data, with line numbers only when something is wrong.

Dates stay text; floats, aliases, nulls, odd keys and over-large files are refused. Line
numbers come from parsing a second time, so that a good file pays nothing for them.
"""

import re
from collections.abc import Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from escrow.catalogue.problems import BadCatalogue
from ledger.text import Text

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 24
Path = Sequence[str | int]

_FLOAT = Text(
    "小数 {found} 不能精确表示金额或比例", "{found} is a float, which cannot hold money or rates exactly"
)
_FLOAT_ADVICE = Text("请写成 30%、300万、1/3，或加引号", "write 30%, 300万 or 1/3, or quote it")
_ALIAS = Text("不接受 YAML 别名", "YAML aliases are not accepted")
_ALIAS_ADVICE = Text("请把内容写完整", "write the content out in full")
_KEY = Text("键必须是文字", "a key must be text")
_KEY_ADVICE = Text("给键加引号", "quote the key")
_COMMA = Text("花括号里的逗号把数字拆开了", "a comma inside braces has cut the number in two")
_COMMA_ADVICE = Text("写 1000万，或加引号", "write 1000万, or quote it")
_CUT = re.compile(r"[0-9]{3}(?![0-9]).*")
_CUT_TEXT = Text("花括号里的逗号把文字拆开了", "a comma inside braces has cut the text in two")
_CUT_ADVICE = Text("含逗号的表达式或文字请加引号", "quote an expression or text that has a comma")
_PLAIN_KEY = re.compile(r"[\w-]*")
_NULL = Text("没有值", "there is no value")
_NULL_ADVICE = Text("删去这个键，或写 none", "leave the key out, or write none")
_DEEP = Text("嵌套过深", "nested too deeply")
_OTHER = Text("不接受的值", "a value of a kind that is not accepted")
_OTHER_ADVICE = Text("请写成文字、整数或日期", "write text, an integer or a date")


class _Fault(Exception):
    def __init__(self, path: tuple[str | int, ...], fault: Text, advice: Text, found: object = "") -> None:
        super().__init__(path, fault, advice, found)
        self.path, self.advice = path, advice
        self.fault = Text(*(each.replace("{found}", str(found)) for each in fault))


def parse(data: bytes, file: str) -> Any:
    """The file's content as dicts with text keys, lists, text, ints and bools; `BadCatalogue` otherwise."""
    if len(data) > MAX_BYTES:
        raise _bad(
            file, 1, "", Text("文件过大", "the file is too large"), Text("上限 1 MiB", "at most 1 MiB")
        )
    try:
        text = data.decode("utf-8")
        return _plain(_yaml().load(text), (), set())
    except _Fault as fault:
        line = line_of(text, fault.path)
        raise _bad(file, line, dotted(fault.path), fault.fault, fault.advice) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(
            file, line, "", Text("不是 UTF-8", "not UTF-8"), Text("请另存为 UTF-8", "save as UTF-8")
        ) from None
    except RecursionError:
        raise _bad(file, 1, "", _DEEP, _DEEP) from None
    except (YAMLError, ValueError) as error:
        raise _not_yaml(file, error) from None


class Places:
    """The lines of one text, composed once however many faults it has."""

    def __init__(self, text: str) -> None:
        try:
            self._root: Node | None = _yaml().compose(text)
        except (YAMLError, RecursionError):
            self._root = None

    def line(self, path: Path) -> int:
        """The line (from 1) of the deepest part of `path` that the text has."""
        line, node = 1, self._root
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            mark, node = found
            line = max(line, mark.start_mark.line + 1)  # an alias is marked where its anchor stands
        return line


def line_of(text: str, path: Path) -> int:
    """The line (from 1) of the deepest part of `path` that the text has."""
    return Places(text).line(path)


def dotted(path: Path) -> str:
    """`parameters[3].values[0].value`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


class _Constructor(SafeConstructor):
    """Safe, and a date stays the text that stands there: what it means is the field's matter."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _yaml() -> YAML:
    # Pure, because the C parser still reads YAML 1.1, where 1:1 is 61 and on is true.
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    return yaml


def _child(node: Node | None, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    return None


def _plain(tree: Any, path: tuple[str | int, ...], seen: set[int]) -> Any:
    if isinstance(tree, dict | list):
        if id(tree) in seen:
            raise _Fault(path, _ALIAS, _ALIAS_ADVICE)
        if len(path) > MAX_DEPTH:
            raise _Fault(path, _DEEP, _DEEP)
        seen.add(id(tree))
    if isinstance(tree, dict):
        return {_key(key, path): _plain(value, (*path, key), seen) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_plain(value, (*path, at), seen) for at, value in enumerate(tree)]
    return _scalar(tree, path)


def _key(key: object, path: tuple[str | int, ...]) -> str:
    if isinstance(key, str):
        return key
    raise _Fault((*path, str(key)), _KEY, _KEY_ADVICE)


def _scalar(value: Any, path: tuple[str | int, ...]) -> Any:
    if isinstance(value, float):
        raise _Fault(path, _FLOAT, _FLOAT_ADVICE, value)
    if isinstance(value, str | int):
        return value
    if value is None:
        raise _Fault(path, *_why_null(path))
    raise _Fault(path, _OTHER, _OTHER_ADVICE)


def _why_null(path: tuple[str | int, ...]) -> tuple[Text, Text]:
    key = str(path[-1]) if path else ""
    if _CUT.fullmatch(key):
        return _COMMA, _COMMA_ADVICE
    return (_NULL, _NULL_ADVICE) if _PLAIN_KEY.fullmatch(key) else (_CUT_TEXT, _CUT_ADVICE)


def _not_yaml(file: str, error: Exception) -> BadCatalogue:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    said = getattr(error, "problem", None) or str(error)[:80] or "unreadable"
    fault = Text(f"不是有效的 YAML：{said}", f"not valid YAML: {said}")
    advice = Text("检查缩进、冒号与重复的键", "check indentation, colons and repeated keys")
    return _bad(file, mark.line + 1 if mark else 1, "YAML", fault, advice)


def _bad(file: str, line: int, field: str, fault: Text, advice: Text) -> BadCatalogue:
    return BadCatalogue(file=file, line=line, field=field or "-", fault=fault, expected=advice)
