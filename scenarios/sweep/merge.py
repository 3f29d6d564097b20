"""Put the shards of a sweep together: exactly the folder that one sweep would have made."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenarios.problems import FolderNotWritable
from scenarios.sweep import folder as places
from scenarios.sweep.chunks import Chunk, chunks_of, grouped, sharded
from scenarios.sweep.parts import ASIDE, FAILURES, KINDS, OUTCOMES_FOLDER, part, sweep_away
from scenarios.sweep.problems import NotOneSweep, PartsMissing, ShardsMissing, ShardTwice, SweepUnfinished
from scenarios.sweep.study import POINTS, read_manifest, read_points

SAME = ("digest", "versions", "engine", "replications", "precision")


def merge(shards: Sequence[Path], out: Path | None = None) -> Path:
    """The folder with the parts of all shards, by default runs/<name>-<digest>.

    A finished merge is recognised, an interrupted one made whole. Raises NotOneSweep, ShardTwice,
    ShardsMissing, PartsMissing or SweepUnfinished, each naming folders.
    """
    told = {folder: read_manifest(folder) for folder in shards}
    _once(shards, told)
    _same(told)
    numbers = _numbers(told)
    chunks = _chunks(shards[0], told[shards[0]])
    for folder, shard in numbers.items():
        _whole(folder, sharded(chunks, shard))
    first = told[shards[0]]
    target = places.folder_for(out, first["name"], first["digest"], (1, 1))
    with places.locked(target):
        whole = {**first, "shard": "1/1", "finished": False}
        begun = places.begun(target, whole, resume=True)
        if begun is not None and begun["finished"]:
            return target
        sweep_away(target)
        _copy(shards[0] / POINTS, target / POINTS)
        places.tell(target, whole)  # first, so that a merge that is killed can be repeated
        for folder, shard in numbers.items():
            _copy_parts(folder, target, sharded(chunks, shard))
        places.tell(target, {**whole, "finished": True})
    return target


def _once(shards: Sequence[Path], told: dict[Path, dict[str, Any]]) -> None:
    """No folder is named twice, whichever way it is written."""
    seen: dict[Path, Path] = {}
    for folder in shards:
        place = folder.resolve()
        if place in seen:
            raise ShardTwice(shard=told[folder]["shard"], first=seen[place], second=folder)
        seen[place] = folder


def _same(told: dict[Path, dict[str, Any]]) -> None:
    (first, one), *others = told.items()
    for folder, other in others:
        for name in SAME:
            if one[name] != other[name]:
                raise NotOneSweep(first=first, second=folder, what=name, one=one[name], other=other[name])
    for folder, each in told.items():
        if not each["finished"]:
            raise SweepUnfinished(place=str(folder))


def _numbers(told: dict[Path, dict[str, Any]]) -> dict[Path, tuple[int, int]]:
    """The shard of each folder; all of them, each once."""
    found: dict[str, Path] = {}
    for folder, each in told.items():
        if each["shard"] in found:
            raise ShardTwice(shard=each["shard"], first=found[each["shard"]], second=folder)
        found[each["shard"]] = folder
    sizes = sorted({int(shard.split("/")[1]) for shard in found})
    if len(sizes) > 1:
        listed = ", ".join(f"{folder} ({shard})" for shard, folder in found.items())
        raise ShardTwice(shard=listed, first=next(iter(told)), second=list(told)[-1])
    missing = [f"{i}/{sizes[0]}" for i in range(1, sizes[0] + 1) if f"{i}/{sizes[0]}" not in found]
    if missing:
        raise ShardsMissing(missing=", ".join(missing), found=", ".join(found))
    return {folder: (int(shard.split("/")[0]), sizes[0]) for shard, folder in found.items()}


def _chunks(folder: Path, manifest: dict[str, Any]) -> list[Chunk]:
    """All chunks of the sweep, from its table of points."""
    table = read_points(folder, ["world", "engine"])
    groups = grouped(*(table.column(name).to_pylist() for name in ("world", "engine")))
    return chunks_of(groups, 0, manifest["replications"])


def _whole(folder: Path, chunks: Sequence[Chunk]) -> None:
    """Every part of a shard is there, and none of another."""
    wanted = {chunk.name for chunk in chunks}
    there = {path.stem for path in (folder / OUTCOMES_FOLDER).glob("[!.]*.parquet")}
    if wanted != there:
        names = sorted(wanted - there) or sorted(there - wanted)
        raise PartsMissing(place=str(folder), parts=", ".join(names[:3]), number=len(names))


def _copy_parts(source: Path, target: Path, chunks: Sequence[Chunk]) -> None:
    for kind in KINDS:
        for chunk in chunks:
            own = part(source, kind, chunk.name)
            if own.exists():
                _copy(own, part(target, kind, chunk.name))
            elif kind != FAILURES and (source / kind).exists():
                raise PartsMissing(place=str(source), parts=f"{kind}/{chunk.name}", number=1)


def _copy(source: Path, target: Path) -> None:
    draft = target.with_name(f".{target.name}{ASIDE}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, draft)
        os.replace(draft, target)
    except OSError as error:
        raise FolderNotWritable(place=str(target.parent), detail=error.strerror or str(error)) from error
