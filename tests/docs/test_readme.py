"""What the READMEs say to type works as printed; a line nobody checks is a fault.

Lines of blocks marked `ci:` are run by the gate itself, `make` lines must name a recipe, and every
`anxinbao` line is run here, in order, in one empty folder. `# exit N` at a line's end states its exit
code. In a console block the output below a command is compared, `...` standing for anything.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.readme import READMES, ROOT, blocks, steps, typed

PROGRAM = (sys.executable, "-c", "from cli.main import main; main()")
RECIPES = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def run(line: str, folder: Path) -> str:
    """Runs one documented `anxinbao` line in `folder`; its output, once the exit code is as stated."""
    command, _, stated = line.partition("# exit ")
    words = (*PROGRAM, *shlex.split(command)[1:])
    place = {**os.environ, "PYTHONPATH": os.fspath(ROOT), "COLUMNS": "110", "NO_COLOR": "1"}
    done = subprocess.run(
        words, cwd=folder, env=place, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == int(stated or 0), f"{line}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def agrees(printed: str, documented: list[str]) -> bool:
    """Whether the output is as documented, `...` standing for anything, over lines too."""
    parts = (re.escape(part) for part in "\n".join(documented).strip().split("..."))
    return re.fullmatch(".*?".join(parts), printed.strip(), re.DOTALL) is not None


@pytest.mark.slow
@pytest.mark.parametrize("name", READMES)
def test_every_command_runs_as_documented(name: str, tmp_path: Path) -> None:
    for block in typed(name):
        for line, documented in steps(block):
            if line.startswith("anxinbao ") and not block.mark:
                printed = run(line, tmp_path)
                assert not documented or agrees(printed, documented), f"{name}: {line} prints\n{printed}"


@pytest.mark.parametrize("name", READMES)
def test_every_line_is_checked_somewhere(name: str) -> None:
    for block in typed(name):
        for line, _ in steps(block):
            first, *rest = shlex.split(line, comments=True)
            known = bool(block.mark) or first == "anxinbao" or (first == "make" and set(rest) <= RECIPES)
            assert known, f"{name}: nobody checks {line!r}"


def test_both_languages_give_the_same_commands() -> None:
    english, chinese = ([(b.mark, [line for line, _ in steps(b)]) for b in typed(name)] for name in READMES)
    assert english == chinese


def test_the_gate_runs_the_blocks_marked_for_it() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    steps_of_gate = re.findall(r"^for step in (.*); do$", gate, re.MULTILINE)[0].split()
    assert sorted(steps_of_gate) == sorted(block.mark for block in blocks("README.md") if block.mark)


def test_a_documented_output_may_leave_things_out() -> None:
    assert agrees("a\nb\nc\n", ["a", "...", "c"])
    assert not agrees("a\nb\nd\n", ["a", "...", "c"])
