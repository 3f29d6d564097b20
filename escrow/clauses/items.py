"""Lists in columns: one column for each place of the list, and how many places each row fills."""

from typing import Any, NamedTuple

import numpy as np

from escrow.clauses.exact import Unequal
from escrow.clauses.quotient import Quotient, choose
from escrow.clauses.wording import Words, pick_words


class Items(NamedTuple):
    """`places[j]` holds item j of every row, padded in shorter rows; `lengths` counts real items."""

    places: tuple[Any, ...]
    lengths: Any


def merge(test: Any, yes: Any, no: Any) -> Any:
    """`yes` where the test holds, else `no`: numbers, texts, conditions or lists."""
    if np.ndim(test) == 0 or yes is no:
        return yes if yes is no or test else no
    if isinstance(yes, Quotient) and isinstance(no, Quotient):
        return choose(test, yes, no)
    if isinstance(yes, Items) or isinstance(no, Items):
        return _merge_items(test, yes, no)
    if isinstance(yes, str | Words):
        return pick_words(test, yes, no)
    return np.where(test, yes, no)


def _merge_items(test: Any, yes: Items, no: Items) -> Items:
    width = max(len(yes.places), len(no.places))
    if width and (not yes.places or not no.places):
        filler = (yes.places or no.places)[0]
        yes, no = _filled(yes, filler), _filled(no, filler)
    places = tuple(merge(test, place(yes, at), place(no, at)) for at in range(width))
    return Items(places, np.where(test, yes.lengths, no.lengths))


def _filled(items: Items, filler: Any) -> Items:
    return items if items.places else Items((filler,), items.lengths)


def place(items: Items, at: int) -> Any:
    """Item `at` of every row; beyond the width the first item, which is then of no account."""
    return items.places[at] if at < len(items.places) else items.places[0]


def spread(args: tuple[Any, ...], many: tuple[bool, ...]) -> tuple[list[Any], Any]:
    """The arguments item by item, and the length of each row's result.

    A list of one item goes with every item of a longer list; other lengths must agree.
    """
    listed = [arg for arg, is_list in zip(args, many, strict=True) if is_list]
    lengths = listed[0].lengths
    for each in listed[1:]:
        lengths = _agreed(lengths, each.lengths)
    width = int(np.max(lengths, initial=0))
    if any(not each.places for each in listed):
        return [], lengths
    pairs = list(zip(args, many, strict=True))
    return [tuple(_item(arg, is_list, at) for arg, is_list in pairs) for at in range(width)], lengths


def _agreed(left: Any, right: Any) -> Any:
    result = np.where(np.equal(left, 1), right, left)
    wrong = np.logical_and(np.not_equal(right, 1), np.not_equal(right, result))
    if np.any(wrong):
        at = int(np.argmax(wrong))
        sizes = (int(np.broadcast_to(each, np.shape(wrong)).flat[at]) for each in (left, right))
        raise Unequal(*sorted(sizes))
    return result


def _item(arg: Any, is_list: bool, at: int) -> Any:
    if not is_list or at == 0:
        return arg.places[0] if is_list else arg
    single = np.equal(arg.lengths, 1)
    if not np.any(single):
        return place(arg, at)
    return arg.places[0] if np.all(single) else merge(np.asarray(single), arg.places[0], place(arg, at))


def inside(items: Items, at: int) -> Any:
    """Which rows have an item `at`: True when all have."""
    found = np.greater(items.lengths, at)
    return True if np.all(found) else np.asarray(found)
