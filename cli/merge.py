"""`anxinbao merge`: the shards of a sweep put together."""

from pathlib import Path

import click

from cli import parts
from cli.sweep import show
from ledger.text import Text


@click.command(
    "merge",
    cls=parts.Command,
    says=Text("把扫描的分片合成一份结果", "Put the shards of a sweep together, exactly as if run in one."),
)
@click.argument("shards", metavar="RESULT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@parts.option("--out", metavar="DIR", says=Text("结果文件夹", "the folder; by default runs/<name>-<digest>"))
@parts.as_json
@parts.lang
def merge(shards: tuple[Path, ...], out: str | None, as_json: bool) -> int:
    """Merge, then print what the sweep prints."""
    from scenarios.sweep import merge as merge_shards
    from scenarios.sweep import open_results
    from scenarios.sweep.summary import USUAL

    folder = merge_shards(shards, Path(out) if out else None)
    return show(open_results(folder), folder, USUAL, as_json)
