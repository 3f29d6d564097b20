"""A run that ends at its n-th store call: `python -m tests.ledger.kill.ending FOLDER`.

For n = 1, 2, ... a child runs into FOLDER/n.db and ends itself there, before the call or after
it, without any clean-up, until one child gets through.
"""

import os
import sys
from itertools import count
from pathlib import Path
from typing import Any

from ledger import Journal, open_store
from tests.ledger import killed, kit

BATCH = 4


class Ending:
    """A store that ends the process when the given moment comes; each call has one before and one after."""

    def __init__(self, store: Any, moment: int) -> None:
        self._store = store
        self._left = moment

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._store, name)
        return self._watched(value) if callable(value) else value

    def _watched(self, call: Any) -> Any:
        def watched(*given: Any, **named: Any) -> Any:
            self._tick()
            result = call(*given, **named)
            self._tick()
            return result

        return watched

    def _tick(self) -> None:
        self._left -= 1
        if self._left == 0:
            os._exit(9)


def child(place: Path, moment: int) -> None:
    """Run, and end at the given moment."""
    store: Any = Ending(open_store(place, create=True), moment)
    killed.run(Journal.create(store, kit.HEADER, batch=BATCH))
    os._exit(0)


def main(folder: Path) -> None:
    """Run children until one gets through."""
    for moment in count(1):
        pid = os.fork()
        if pid == 0:
            child(folder / f"{moment}.db", moment)
        if os.waitpid(pid, 0)[1] == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
