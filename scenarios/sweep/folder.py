"""The folder of a sweep: sweep.json, one writer at a time, and whose results are in it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from scenarios.problems import FolderNotWritable, FolderTaken
from scenarios.sweep.parts import ASIDE, DRAFTS
from scenarios.sweep.problems import FolderInUse, OtherSweep, SweepUnfinished
from scenarios.sweep.study import MANIFEST, POINTS, read_manifest

LOCK = ".lock"
SAME = ("digest", "versions", "shard", "engine", "replications_asked", "precision")
"""What must be equal for a sweep to go on in a folder."""


def folder_for(out: Path | None, name: str, digest: str, shard: tuple[int, int]) -> Path:
    """The folder asked for, or runs/<name>-<digest>, with the shard in its name."""
    if out is not None:
        return out
    piece = "" if shard == (1, 1) else f"-shard-{shard[0]}-of-{shard[1]}"
    return Path("runs") / f"{name}-{digest[:12]}{piece}"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder; FolderInUse while another process does. A killed process lets go of it."""
    make(folder)
    try:
        handle = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise FolderNotWritable(place=str(folder), detail=error.strerror or str(error)) from error
    try:
        _take(handle)
    except OSError:
        os.close(handle)
        raise FolderInUse(place=str(folder)) from None
    try:
        yield
    finally:
        os.close(handle)


def make(folder: Path) -> None:
    """Create the folder; a place that holds something else is refused."""
    if folder.exists() and not folder.is_dir():
        raise FolderTaken(place=str(folder))
    if folder.is_dir() and _other(folder):
        raise FolderTaken(place=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(place=str(folder), detail=error.strerror or str(error)) from error


def begun(folder: Path, manifest: dict[str, Any], *, resume: bool) -> dict[str, Any] | None:
    """What sweep.json says of the same sweep, None when the folder is new; raises for another sweep's."""
    if not (folder / MANIFEST).exists():
        return None
    found = read_manifest(folder)
    for name in SAME:
        if found.get(name) != manifest.get(name):
            raise OtherSweep(place=str(folder), what=name, found=found.get(name), wanted=manifest.get(name))
    if not found["finished"] and not resume:
        raise SweepUnfinished(place=str(folder))
    return found


def tell(folder: Path, manifest: dict[str, Any]) -> None:
    """Write sweep.json in one move."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    draft = folder / f".{MANIFEST}{ASIDE}"
    try:
        draft.write_text(text, "utf-8")
        os.replace(draft, folder / MANIFEST)
    except OSError as error:
        raise FolderNotWritable(place=str(folder), detail=error.strerror or str(error)) from error


def _other(folder: Path) -> bool:
    """Whether there is something in the folder, and no sweep."""
    ours = {LOCK, f".{MANIFEST}{ASIDE}", POINTS, *(draft.name for draft in folder.glob(DRAFTS))}
    held = {path.name for path in folder.iterdir()} - ours
    return bool(held) and MANIFEST not in held


def _take(handle: int) -> None:
    """Lock an open file for this process alone, or raise OSError; the system lets go when we end."""
    if os.name == "nt":
        locking: Any = import_module("msvcrt")
        locking.locking(handle, locking.LK_NBLCK, 1)
    else:
        locking = import_module("fcntl")
        locking.flock(handle, locking.LOCK_EX | locking.LOCK_NB)
