"""Many replications of claims: outcomes that no engine and no block size changes."""

from functools import cache

import numpy as np
import pytest

from escrow.compiled.refuse import UnsupportedPolicy
from scenarios.claims import batch
from scenarios.claims.batch import Batch, replicate
from scenarios.claims.metrics import measure
from scenarios.claims.prepare import prepare_claims
from scenarios.claims.run import simulate
from scenarios.claims.spec import ClaimsLoaded, open_claims


@cache
def district() -> ClaimsLoaded:
    """A district whose envelopes are short."""
    return open_claims("binjiang-2024-envelopes", sets=("generate.enterprises=80",))


def same(one: Batch, other: Batch) -> None:
    """Both tell the same."""
    np.testing.assert_array_equal(one.values, other.values)
    np.testing.assert_array_equal(one.years, other.years)


def test_both_engines_come_to_the_same() -> None:
    compiled = replicate(district(), 0, 5, "compiled")
    assert compiled.compiled == (True,) * 5
    same(compiled, replicate(district(), 0, 5, "simpy"))


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = replicate(district(), 3, 8)
    monkeypatch.setattr(batch, "BLOCK", 2)
    same(whole, replicate(district(), 3, 8))


def test_outcomes_agree_with_what_a_run_measures() -> None:
    found = replicate(district(), 2, 3)
    prepared = prepare_claims(district(), replication=2)
    sums = measure(simulate(prepared), prepared.setting)
    paid = sum(
        int(found.outcome(f"paid_{payer}_fen")[0]) for payer in ("district", "city", "province", "central")
    )
    assert paid - found.outcome("clawed_back_fen")[0] == sums.paid_fen
    assert found.outcome("refused")[0] == sum(sums.refused.values())
    assert found.outcome("filed")[0] == sum(each.filed for each in sums.clauses.values())
    assert found.outcome("waiting_fen")[0] == sum(each.waiting_fen for each in sums.clauses.values())
    lapsed = sum(each.lapsed_fen for each in sums.envelopes.values())
    assert found.outcome("lapsed_fen")[0] == lapsed == found.yearly("lapsed_fen").sum()


def test_what_cannot_be_compiled_runs_in_simpy_and_says_why() -> None:
    selection = open_claims("hangzhou-selection")
    found = replicate(selection, 0, 2)
    assert found.compiled == (False, False)
    assert found.why[0].say("en") == "selection rounds: hangzhou-digital-award-200k"
    with pytest.raises(UnsupportedPolicy):
        replicate(selection, 0, 1, "compiled")
