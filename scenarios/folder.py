"""The folder of a run: run.json and the ledger; a complete one is recognised, not redone."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger import Header
from scenarios.problems import FolderNotWritable, FolderTaken

RUN_FILE = "run.json"
LEDGER_FILE = "ledger.db"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a run is kept."""

    path: Path

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.path / LEDGER_FILE

    def make(self) -> None:
        """Create the folder; FolderNotWritable when that fails."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderNotWritable(place=str(self.path), detail=error.strerror or str(error)) from error

    def refuse_other(self, top: Header) -> None:
        """FolderTaken when run.json tells of a run with other inputs."""
        try:
            said = json.loads((self.path / RUN_FILE).read_text("utf-8"))
            inputs = said["inputs"]
            told = (inputs["policy"], inputs["scenario"], said["seed"], said["replication"])
        except (OSError, ValueError, KeyError, TypeError):
            return
        if told != (top.policy, top.scenario, top.seed, top.replication):
            raise FolderTaken(place=str(self.path))

    def describe(self, content: dict[str, Any]) -> None:
        """Write run.json in one move, so that a reader never sees half of it."""
        text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        draft = self.path / f".{RUN_FILE}.part"
        try:
            if (self.path / RUN_FILE).exists() and (self.path / RUN_FILE).read_text("utf-8") == text:
                return
            draft.write_text(text, "utf-8")
            draft.replace(self.path / RUN_FILE)
        except OSError as error:
            raise FolderNotWritable(place=str(self.path), detail=error.strerror or str(error)) from error


def folder_for(out: Path | None, name: str, digest: str) -> Folder:
    """The folder asked for, or runs/<name>-<digest of the inputs>; FolderTaken when it is not a run's."""
    path = out if out is not None else Path("runs") / f"{name}-{digest[:12]}"
    if path.exists() and not path.is_dir():
        raise FolderTaken(place=str(path))
    if path.is_dir() and any(path.iterdir()) and not _is_run(path):
        raise FolderTaken(place=str(path))
    return Folder(path)


def _is_run(path: Path) -> bool:
    return (path / RUN_FILE).exists() or (path / LEDGER_FILE).exists()


def ledger_of(target: str) -> str:
    """The ledger of a run's folder, or the target itself when it is a ledger's path or URL."""
    path = Path(target)
    if not path.is_dir():
        return target
    try:
        kept = str(json.loads((path / RUN_FILE).read_text("utf-8"))["ledger"])
    except (OSError, ValueError, KeyError, TypeError):
        kept = LEDGER_FILE
    return str(path / LEDGER_FILE) if kept == LEDGER_FILE else kept
