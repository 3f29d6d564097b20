"""Parsed files kept by the digest of their bytes: in memory, and as JSON in the user's cache folder.

Nothing here can fail a run: a folder that cannot be written or a file that was cut is passed over.
`ANXINBAO_CACHE=off` (or another folder) decides where.
"""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from escrow.catalogue import source

FORMAT = 1
_parsed: dict[str, str] = {}


def parsed_json(data: bytes, file: str) -> str:
    """The content of a YAML file as JSON text, parsed at most once for each content."""
    digest = hashlib.sha256(data).hexdigest()
    if digest not in _parsed:
        text = _read(digest)
        if text is None:
            text = json.dumps(source.parse(data, file), ensure_ascii=False, separators=(",", ":"))
            _write(digest, text)
        _parsed[digest] = text
    return _parsed[digest]


def folder() -> Path | None:
    """Where parsed files are kept between runs; None when that is switched off."""
    chosen = os.environ.get("ANXINBAO_CACHE", "")
    if chosen == "off":
        return None
    try:
        return (Path(chosen) if chosen else _user_cache() / "anxinbao") / f"yaml-{FORMAT}"
    except RuntimeError:
        return None


def _user_cache() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _read(digest: str) -> str | None:
    place = folder()
    if place is None:
        return None
    try:
        seal, _, text = (place / f"{digest}.json").read_text("utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    return text if seal == _seal(text) else None


def _write(digest: str, text: str) -> None:
    place = folder()
    if place is None:
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft = place / f"{digest}.{os.getpid()}"
        draft.write_text(f"{_seal(text)}\n{text}", "utf-8", newline="\n")
        draft.replace(place / f"{digest}.json")
    except OSError:
        return


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def loads(data: bytes, file: str) -> Any:
    """The content of a YAML file as plain data."""
    return json.loads(parsed_json(data, file))


def is_marked(key: str) -> bool:
    """Whether something was marked as found sound, here or in an earlier run."""
    return _read(f"mark-{key}") is not None


def mark(key: str) -> None:
    """Remembers that something was found sound."""
    _write(f"mark-{key}", "sound")
