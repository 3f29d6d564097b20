"""From stored workings to a formula a reader can check with a pencil."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from escrow.explain import words
from escrow.labels import CAUSE, REASON
from escrow.tape import Cause, Reason
from ledger.money import show_money, yuan
from ledger.text import Text

Parts = tuple[str | int, ...]


class Input(NamedTuple):
    """One figure that went in, as printed."""

    key: str
    name: Text
    value: Text


def share(num: int, den: int) -> str:
    """A rate in percent when that is exact, else as a fraction: (10, 100) -> "10%", (1, 3) -> "1/3"."""
    hundredths = Fraction(num, den) * 10_000
    if hundredths.denominator != 1:
        return f"{num}/{den}"
    whole, rest = divmod(hundredths.numerator, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%"


def printed(key: str, parts: Sequence[str | int]) -> Text:
    """One working as printed: money in 元, two numbers as a share, days as dates, codes in words."""
    if len(parts) == 2 and all(type(part) is int for part in parts) and parts[1]:
        text = share(int(parts[0]), int(parts[1]))
        return Text(text, text)
    if len(parts) == 1 and type(parts[0]) is int:
        return _number(key, parts[0])
    text = " ".join(str(part) for part in parts)
    return Text(text, text)


def _number(key: str, value: int) -> Text:
    if key == "reason" and value in set(Reason):
        return REASON[Reason(value)]
    if key == "cause" and value in set(Cause):
        return CAUSE[Cause(value)]
    if words.is_day(key) and value > 0:
        text = date.fromordinal(value).isoformat()
        return Text(text, text)
    if words.is_money(key):
        return Text(show_money(value, "zh"), show_money(value, "en"))
    return Text(str(value), str(value))


def inputs(workings: Sequence[Parts], data: Mapping[str, int]) -> tuple[Input, ...]:
    """The figures of an entry: its workings, or the event's numbers when it has none."""
    steps = [(str(step[0]), step[1:]) for step in workings] or _from_data(data)
    return tuple(Input(key, words.name(key), printed(key, parts)) for key, parts in steps)


def _from_data(data: Mapping[str, int]) -> list[tuple[str, tuple[int, ...]]]:
    steps: list[tuple[str, tuple[int, ...]]] = []
    for key, value in data.items():
        stem = key.removesuffix("_num")
        if key.endswith("_num") and data.get(f"{stem}_den"):
            steps.append((stem, (value, data[f"{stem}_den"])))
        elif not key.endswith(("_num", "_den")) and key != "amount_fen":
            steps.append((key.removesuffix("_fen"), (value,)))
    return steps


def values(workings: Sequence[Parts], data: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """The integers behind the inputs by name."""
    steps = [(str(step[0]), step[1:]) for step in workings] or _from_data(data)
    return {key: tuple(int(p) for p in parts) for key, parts in steps if all(type(p) is int for p in parts)}


def formula(amount_fen: int, known: Mapping[str, tuple[int, ...]]) -> tuple[str, ...]:
    """The steps from the inputs to the amount, one line each; empty when the amount is simply stated."""
    return tuple(_deduction(known) + _rated(amount_fen, known) + _capped(amount_fen, known)) or tuple(
        _parts(amount_fen, known)
    )


def _one(known: Mapping[str, tuple[int, ...]], *names: str) -> int | None:
    for each in names:
        if len(known.get(each, ())) == 1:
            return known[each][0]
    return None


def _deduction(known: Mapping[str, tuple[int, ...]]) -> list[str]:
    paid_in, claims, base = _one(known, "input"), _one(known, "claims"), _one(known, "base")
    if paid_in is None or claims is None or base is None:
        return []
    return [f"{yuan(paid_in)} - {yuan(claims)} = {yuan(base)}"]


def _rated(amount_fen: int, known: Mapping[str, tuple[int, ...]]) -> list[str]:
    rate, base = known.get("rate", ()), _one(known, "base", "premium", "principal", "instalment", "advance")
    if len(rate) != 2 or base is None or not rate[1]:
        return []
    days = _one(known, "days")
    result = _one(known, "before_cap")
    if result is None:
        exact = Fraction(base * rate[0], rate[1])
        result = amount_fen if days is not None or "cap_left" not in known else int(exact)
    term = f" x {days} / 365" if days is not None else ""
    return [f"{yuan(base)} x {share(*rate)}{term} = {yuan(result)}"]


def _capped(amount_fen: int, known: Mapping[str, tuple[int, ...]]) -> list[str]:
    left, before = _one(known, "cap_left"), _before(known)
    if left is None or before is None:
        return []
    allowed = min(before, left)
    steps = [f"min({yuan(before)}, {yuan(left)}) = {yuan(allowed)}"]
    if amount_fen < allowed:
        steps.append(f"{yuan(allowed)} - {yuan(allowed - amount_fen)} = {yuan(amount_fen)}")
    return steps


def _before(known: Mapping[str, tuple[int, ...]]) -> int | None:
    stated = _one(known, "before_cap")
    rate, premium = known.get("rate", ()), _one(known, "premium")
    if stated is None and premium is not None and len(rate) == 2 and rate[1]:
        return premium * rate[0] // rate[1]
    return stated


def cut_by_cap(known: Mapping[str, tuple[int, ...]]) -> int:
    """What a cap took away, fen; 0 when none bit."""
    before, left = _before(known), _one(known, "cap_left")
    return max(0, before - left) if before is not None and left is not None else 0


def _parts(amount_fen: int, known: Mapping[str, tuple[int, ...]]) -> list[str]:
    instalment, deposit, balance = (_one(known, each) for each in ("instalment", "deposit", "balance"))
    paid_in, kept = _one(known, "paid_in"), _one(known, "forfeited", "excess")
    if deposit is not None and balance is not None:
        return [f"{yuan(deposit)} + {yuan(balance)} = {yuan(amount_fen)}"]
    if instalment is not None and deposit is not None:
        return [f"{yuan(instalment)} - {yuan(deposit)} = {yuan(amount_fen)}"]
    if paid_in is not None and kept is not None:
        return [f"{yuan(paid_in)} - {yuan(kept)} = {yuan(amount_fen)}"]
    return []
