"""A machine without Numba, and a user who may write nowhere: the readable engine goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from escrow.compiled import jit
from escrow.compiled.refuse import NO_NUMBA, must_support, unsupported
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import scenario, success

SETTING = run(scenario(success("P1"))).prepared.setting
_TAPE = """
import sys
sys.modules["numba"] = None
from escrow.compiled.outcomes.plan import plan_of
from escrow.compiled.outcomes.reduce import outcomes_of
from escrow.processes.simulate import simulate
from tests.escrow.compiled.test_without import SETTING
print(outcomes_of(simulate(SETTING), SETTING, plan_of(SETTING, fans=False)).values["completed"])
"""


def test_without_numba_the_engine_refuses_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unsupported(SETTING) == []
    monkeypatch.setattr(jit, "_numba", None)
    assert unsupported(SETTING) == [NO_NUMBA]
    with pytest.raises(jit.NumbaMissing, match="the compiled engine needs numba, which is not installed"):
        must_support(SETTING)


def test_without_numba_a_tape_is_reduced_all_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", _TAPE], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_where_nothing_can_be_written_nothing_is_cached(tmp_path: Path) -> None:
    assert jit._cache.__wrapped__(os.fspath(tmp_path)).startswith(os.fspath(tmp_path))
    (tmp_path / "file").write_text("", "utf-8")
    assert jit._cache.__wrapped__(os.fspath(tmp_path / "file" / "cache")) == ""
