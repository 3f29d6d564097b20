"""The files of a catalogue: where they lie, their bytes, their rows, faults named by file and line."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from escrow.catalogue import cache, faults, source
from escrow.catalogue.problems import BadCatalogue
from escrow.catalogue.schema import Row
from escrow.clauses.inherit import inherited
from ledger.text import Text

HERE = Path(__file__).parent.parent / "catalogue"
R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class File:
    """A YAML file by name and bytes."""

    name: str
    data: bytes
    path: Path = field(default_factory=Path)

    @staticmethod
    def at(path: Path) -> "File":
        """The file at the path; BadCatalogue when it cannot be read."""
        try:
            return File(path.name, path.read_bytes(), path)
        except OSError:
            raise BadCatalogue(file=str(path), line=1, field="-", fault=_UNREADABLE, expected=_PATH) from None

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def content(self) -> Any:
        """The content as plain data."""
        return cache.loads(self.data, self.name)

    @cached_property
    def plain(self) -> Any:
        """The content with what it inherits filled in."""
        data = self.content
        return inherited(data) if isinstance(data, dict) and "inherits" in data else data

    @cached_property
    def places(self) -> source.Places:
        """Line numbers, worked out only when something is wrong."""
        return source.Places(self.data.decode("utf-8", "replace"))

    def fault(self, path: source.Path, said: Text, advice: Text) -> BadCatalogue:
        """A fault at `path`."""
        line = self.places.line(path)
        return BadCatalogue(
            file=self.name, line=line, field=source.dotted(path) or "-", fault=said, expected=advice
        )

    def row(self, kind: type[R]) -> R:
        """The whole file as one row; the first fault is raised."""
        if b"\ninherits:" not in self.data:
            text = cache.parsed_json(self.data, self.name)
        else:
            text = json.dumps(self.plain, ensure_ascii=False)
        try:
            return kind.model_validate_json(text)
        except ValidationError as error:
            raise self.complaints(error)[0] from None

    def complaints(self, error: ValidationError, under: tuple[str | int, ...] = ()) -> list[BadCatalogue]:
        """Every complaint of pydantic as a fault with its line."""
        return [self.fault((*under, *path), said, advice) for path, said, advice in faults.complaints(error)]


def facts_files(folder: Path = HERE) -> list[Path]:
    """The vocabulary, core first."""
    return sorted((folder / "facts").glob("*.yaml"), key=lambda path: (path.stem != "core", path.stem))


def paper_files(folder: Path = HERE) -> list[Path]:
    """The papers of the catalogue."""
    return sorted((folder / "papers").glob("*.yaml"))


def digest_of(files: Iterable[File], more: Mapping[str, str]) -> str:
    """What binds a catalogue: the bytes of its files and of what they inherit."""
    whole = hashlib.sha256(json.dumps(dict(more), sort_keys=True).encode())
    for each in files:
        whole.update(f"\n{each.name} {each.digest}".encode())
    return whole.hexdigest()


_UNREADABLE = Text("读不到文件", "cannot read the file")
_PATH = Text("检查路径", "check the path")
