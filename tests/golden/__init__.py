"""Stored reports and heads; `make golden` writes them anew, `git diff` shows what moved."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent
REWRITE = "ANXINBAO_GOLDEN"


def expect(name: str, text: str) -> None:
    """Compares `text` with the file `name` beside this one, or stores it under `make golden`."""
    stored = FOLDER / name
    if os.environ.get(REWRITE) == "write":
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_text(text, encoding="utf-8")
    assert stored.exists(), f"no golden file {name}: `make golden` writes it"
    assert text == stored.read_text(encoding="utf-8")
