"""From files to a Policy: find, read, check shape, build; kept by the digest of the bytes read."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from escrow.catalogue import build, cache
from escrow.catalogue.calendar_table import load_calendar
from escrow.catalogue.faults import fault, from_pydantic
from escrow.catalogue.policy import Policy
from escrow.catalogue.problems import PolicyNotFound
from escrow.catalogue.schema import Head, Part, Row
from ledger.text import Text

HERE = Path(__file__).parent
DEFAULT = "xiaoshan-anxinbao"
_loaded: dict[str, Policy] = {}
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class _Bytes:
    file: str
    data: bytes


def load_policy(name_or_path: str | Path = DEFAULT) -> Policy:
    """The built-in policy of that name, or the policy file at that path.

    Raises PolicyNotFound, or BadCatalogue with file, line, field and advice.
    """
    path = _find(name_or_path)
    head_file = _Bytes(path.name, path.read_bytes())
    head = _row(Head, head_file)
    parts = [_part(path, head_file, at, name) for at, name in enumerate(head.parts)]
    calendar = load_calendar(_beside(path, head.calendar))
    digest = _digest([head_file, *parts], calendar.digest)
    if digest not in _loaded:
        files = [build.File(each.file, each.data, _row(Part, each)) for each in parts]
        _loaded[digest] = build.policy(
            build.File(head_file.file, head_file.data, head), files, calendar, digest
        )
    return _loaded[digest]


def policy_names() -> tuple[str, ...]:
    """The names of the built-in policies."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yaml") if not path.stem.startswith("calendar-")))


def _find(name_or_path: str | Path) -> Path:
    known = policy_names()
    if str(name_or_path) in known:
        return HERE / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return path
    raise PolicyNotFound(name=str(name_or_path), known=known)


def _part(head: Path, head_file: _Bytes, at: int, name: str) -> _Bytes:
    try:
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise OSError("outside the policy's folder")
        return _Bytes(name, (head.parent / name).read_bytes())
    except OSError:
        said = Text(f"读不到 {name}", f"cannot read {name}")
        advice = Text("各部分须在政策文件所在文件夹之内", "parts lie in the folder of the policy file")
        raise fault(head_file.data, head_file.file, ("parts", at), said, advice) from None


def _beside(head: Path, calendar: str) -> str | Path:
    return head.parent / calendar if calendar.endswith(".yaml") else calendar


def _row(kind: type[R], file: _Bytes) -> R:
    try:
        return kind.model_validate_json(cache.parsed_json(file.data, file.file))
    except ValidationError as error:
        raise from_pydantic(error, file.data, file.file) from None


def _digest(files: list[_Bytes], calendar: str) -> str:
    whole = hashlib.sha256(calendar.encode())
    for each in files:
        whole.update(f"\n{each.file} {hashlib.sha256(each.data).hexdigest()}".encode())
    return whole.hexdigest()
