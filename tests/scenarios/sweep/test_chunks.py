"""Chunks: runs of one group, few for a small sweep, the same however many workers and shards there are."""

from itertools import pairwise
from pathlib import Path
from unittest.mock import Mock

import pytest

from scenarios.sweep import compiled, sweep
from scenarios.sweep.chunks import PIECES, Group, chunks_of, grouped
from tests.scenarios.sweep.conftest import ONE, small


def many(groups: int, each: int = 1) -> list[Group]:
    """Groups of `each` points."""
    worlds = [world for world in range(groups) for _ in range(each)]
    return grouped(worlds, ["compiled"] * len(worlds))


def test_pieces_are_counted_over_the_whole_sweep() -> None:
    assert len(chunks_of(many(54), 0, 200)) == 54
    assert len(chunks_of(many(1), 0, 200)) == PIECES
    assert len(chunks_of(many(4, each=5), 0, 200)) == PIECES


def test_chunks_come_group_after_group_and_miss_no_replication() -> None:
    chunks = chunks_of(many(3, each=300), 10, 110)
    kinds = [chunk.points for chunk in chunks]
    assert len(dict.fromkeys(kinds)) == 1 + sum(one != other for one, other in pairwise(kinds))
    cells = [
        (point, at) for chunk in chunks for point in chunk.points for at in range(chunk.first, chunk.last)
    ]
    assert sorted(cells) == [(point, at) for point in range(900) for at in range(10, 110)]
    assert [chunk.name for chunk in chunks] == sorted(chunk.name for chunk in chunks)


def test_a_group_is_prepared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Mock(wraps=compiled.worlds_of)
    monkeypatch.setattr(compiled, "worlds_of", made)
    filings = ",".join(f"{percent}%" for percent in range(50, 110, 10))
    experiment = small(f"portfolio.generate.filings_factor={filings}", replications=16)
    sweep(experiment, tmp_path / "s", ONE._replace(engine="compiled", workers=2))
    assert len(list((tmp_path / "s" / "outcomes").iterdir())) > 6
    assert made.call_count == 6
