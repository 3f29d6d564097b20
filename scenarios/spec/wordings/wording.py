"""What one fault says."""

from typing import NamedTuple

from ledger.text import Text

NONE = Text("", "")


class Wording(NamedTuple):
    """Wrong, expected, hint; `{name}` places are filled from the facts of the fault."""

    wrong: Text
    expected: Text = NONE
    hint: Text = NONE
