"""The kernels as plain Python, where every access is checked: no row or column lies outside its array."""

import os
import subprocess
import sys

import pytest

_RUN = """
from tests.escrow.compiled.mechanism.dense import district
from tests.escrow.compiled.mechanism.twins import setting_of, twins
from scenarios.spec import SpecProblem
compared = 0
for seed in range(14):
    try:
        setting = setting_of(district(seed, filings=8))
    except SpecProblem:
        continue
    found = twins(setting)
    assert found.parted is None, (seed, found.parted, found.error)
    compared += 1
print(compared)
"""


@pytest.mark.slow
def test_no_kernel_reads_outside_its_arrays() -> None:
    plain = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _RUN], env=plain, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 8
