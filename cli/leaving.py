"""How a call ends: 0 kept, 1 findings, 2 bad input or usage, 3 a bug of ours, 130 interrupted."""

import os
import sys
import traceback
from collections.abc import Callable

import click

from cli import language, screen
from ledger.problem import Problem
from ledger.text import Text

KEPT, FINDINGS, BAD_INPUT, BUG, INTERRUPTED = 0, 1, 2, 3, 130
DEBUG = "ANXINBAO_DEBUG"
_ADVICE = Text("建议：{text}", "advice: {text}")
_USAGE = Text("用法见 {path} --help", "see {path} --help")
_STOPPED = Text(
    "已中断。被中断的 run 或 sweep 可以加 --resume 从原处接着运行。",
    "interrupted. A run or sweep that was interrupted goes on with --resume.",
)
_BUG = Text(
    "程序内部错误，不是您的输入有误：{what}\n"
    "请把这一行、所用命令和 anxinbao --version 的输出报告给维护者；"
    "设置 ANXINBAO_DEBUG=1 再运行可得到详情。",
    "a bug in anxinbao, not a fault of yours: {what}\n"
    "please report this line, the command and the output of anxinbao --version to the maintainers; "
    "run again with ANXINBAO_DEBUG=1 for the details.",
)
_FILE = Text("无法读写 {name}：{why}", "cannot read or write {name}: {why}")
_FILE_ADVICE = Text("请检查路径、权限和剩余空间", "check the path, its permissions and the space left")


def guarded(call: Callable[[], object]) -> int:
    """Run `call` and turn whatever happens into messages on standard error and an exit code."""
    try:
        code = call()
    except (click.Abort, KeyboardInterrupt):
        screen.warn(language.say(_STOPPED))
        return INTERRUPTED
    except click.ClickException as fault:
        return _misused(fault)
    except Problem as fault:
        return _bad_input(fault.say(language.current()), fault.advise(language.current()), fault.exit_code)
    except OSError as fault:
        return _file_fault(fault)
    except Exception as fault:
        return _bug(fault)
    return code if isinstance(code, int) else KEPT


def _bad_input(message: str, advice: str, code: int = BAD_INPUT) -> int:
    screen.warn(f"anxinbao: {message}")
    if advice:
        screen.warn(language.say(_ADVICE).format(text=advice))
    return code


def _misused(fault: click.ClickException) -> int:
    context = getattr(fault, "ctx", None)
    path = context.command_path if context else "anxinbao"
    return _bad_input(fault.format_message(), language.say(_USAGE).format(path=path))


def _file_fault(fault: OSError) -> int:
    _details()
    name = fault.filename or "-"
    why = fault.strerror or type(fault).__name__
    return _bad_input(language.say(_FILE).format(name=name, why=why), language.say(_FILE_ADVICE))


def _bug(fault: Exception) -> int:
    _details()
    screen.warn("anxinbao: " + language.say(_BUG).format(what=f"{type(fault).__name__}: {fault}"))
    return BUG


def _details() -> None:
    if os.environ.get(DEBUG):
        traceback.print_exc(file=sys.stderr)
