"""Every named scenario ends at its stored head and prints its stored report, in both languages."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import anxinbao
from ledger import Journal
from ledger.store import MemoryStore
from scenarios.claims import run as claims_run
from scenarios.claims.prepare import prepare_claims
from scenarios.claims.spec import open_claims
from scenarios.claims.spec.model import SCHEMA as CLAIMS
from scenarios.prepare import prepare
from scenarios.run import header, simulate, write
from scenarios.spec import library_names, load_scenario
from tests.golden import expect

COLUMNS = 80


@pytest.mark.golden
def test_every_story_ends_at_its_stored_head() -> None:
    heads = {name: _head(name) for name in library_names()}
    expect("heads.json", json.dumps(heads, indent=2, sort_keys=True) + "\n")


@pytest.mark.golden
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", library_names())
def test_every_story_prints_its_stored_report(
    name: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The report names the folder it wrote to, so the run happens where that name is relative.
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(anxinbao, ["run", name, "--lang", lang], env={"COLUMNS": str(COLUMNS)})
    assert said.exit_code == 0, said.output
    expect(f"reports/{name}.{lang}.txt", said.stdout)


def _head(name: str) -> str:
    if name in library_names(CLAIMS):
        return _head_of_claims(name)
    prepared = prepare(load_scenario(name))
    journal = Journal.create(MemoryStore(), header(prepared))
    return str(write(prepared, simulate(prepared), journal))


def _head_of_claims(name: str) -> str:
    prepared = prepare_claims(open_claims(name))
    journal = Journal.create(MemoryStore(), claims_run.header(prepared))
    return str(claims_run.write(prepared, claims_run.simulate(prepared), journal))
