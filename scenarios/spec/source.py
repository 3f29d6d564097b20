"""Where a scenario comes from: a path, `-` for standard input, or a name of the library."""

import codecs
import os
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scenarios.spec.guess import near
from scenarios.spec.library import library_file, library_names
from scenarios.spec.nodes import Mark
from scenarios.spec.problem import Fault, SpecProblem

MAX_BYTES = 4 * 1024 * 1024
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Source(NamedTuple):
    """The text of a scenario, the name its faults carry, and a short name for folders."""

    text: str
    file: str
    name: str


def _stop(code: str, file: str, line: int = 0, **facts: object) -> SpecProblem:
    return SpecProblem(faults=(Fault(code, (), facts, Mark(file, line)),))


def _bounded(stream: BinaryIO, file: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _stop("too_large", file, most=MAX_BYTES // 1024**2)
    return data


def _read_path(path: Path) -> bytes:
    file = str(path)
    if path.is_dir():
        raise _stop("is_folder", file, name=file)
    try:
        with path.open("rb") as stream:
            return _bounded(stream, file)
    except (FileNotFoundError, NotADirectoryError):
        hint = near(file, library_names())
        raise _stop("not_found", file, name=file, hint=hint) from None
    except OSError as error:
        raise _stop("unreadable", file, name=file, detail=error.strerror or str(error)) from None
    except ValueError:
        # open() refuses a path that holds a zero byte.
        raise _stop("not_found", "", name=repr(file)) from None


def decode(data: bytes, file: str) -> str:
    """UTF-8 text (UTF-16 with its mark is read too), without the byte order mark."""
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), "utf-8-sig")
    try:
        return data.decode(wide)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _stop("not_utf8", file, line) from None


def read_source(source: str | os.PathLike[str]) -> Source:
    """The text of `source`; SpecProblem when it cannot be had."""
    if source == "-":
        return Source(decode(_bounded(sys.stdin.buffer, "-"), "-"), "-", "stdin")
    text = os.fspath(source)
    built_in = library_file(text) if isinstance(source, str) else None
    if built_in is not None and not os.path.isfile(text):
        return Source(built_in.read_text("utf-8"), f"{text}.yaml", text)
    path = Path(text)
    return Source(decode(_read_path(path), text), text, path.stem)
