"""Did you mean: the names that come near to a mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches

from ledger.text import Text

NOTHING = Text("", "")
MOST = 24


def near(name: str, known: Iterable[str]) -> Text:
    """`did you mean a, b?`, or the known names when none comes near; empty when there are none."""
    names = sorted(known)
    close = (
        get_close_matches(name, names, n=3, cutoff=0.6)
        or [n for n in names if len(name) > 3 and name in n][:3]
    )
    if close:
        listed = ", ".join(close)
        return Text(f"是否想写 {listed}？", f"did you mean {listed}?")
    listed = ", ".join(names[:MOST]) + (", ..." if len(names) > MOST else "")
    return Text(f"可用的有 {listed}", f"known: {listed}") if names else NOTHING
