"""The page on sweeps: its lines run as they stand, its Python prints what stands beside it."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import anxinbao
from scenarios.sweep import load_experiment
from scenarios.sweep.designs import combinations

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("sweeps.md", "sweeps.zh-CN.md")


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_says_happens(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for line in "".join(blocks(page, "console")).splitlines():
        done = CliRunner().invoke(anxinbao, shlex.split(line)[1:])
        assert done.exit_code == 0, f"{line}\n{done.stderr}"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for block in blocks(page, "python"):
            exec(compile(block, page, "exec"), {})  # noqa: S102
    assert printed.getvalue() == "".join(blocks(page, "text"))


@pytest.mark.parametrize("page", PAGES)
def test_the_experiment_on_the_page_is_one(page: str, tmp_path: Path) -> None:
    (text,) = blocks(page, "yaml")
    (tmp_path / "e.yaml").write_text(text, "utf-8")
    points, baseline = combinations(load_experiment(tmp_path / "e.yaml"))
    assert (len(points), baseline) == (8, 2)


def test_both_languages_show_the_same_code() -> None:
    for language in ("console", "python", "text"):
        assert blocks(PAGES[0], language) == blocks(PAGES[1], language)
