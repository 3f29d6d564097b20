"""Texts in columns as dictionary codes: an int column and the words the codes stand for."""

from typing import Any, NamedTuple

import numpy as np


class Words(NamedTuple):
    """`names[codes[row]]` is the text of a row."""

    codes: Any
    names: tuple[str, ...]


def same(left: Any, right: Any) -> Any:
    """Where two texts are equal."""
    if isinstance(left, str):
        left, right = right, left
    if isinstance(left, str):
        return left == right
    if isinstance(right, str):
        return (
            left.codes == left.names.index(right) if right in left.names else np.zeros(len(left.codes), bool)
        )
    return left.codes == recoded(right, left.names)


def recoded(words: Words, names: tuple[str, ...]) -> Any:
    """The codes of the same texts in another dictionary; -1 for what it lacks."""
    if words.names == names:
        return words.codes
    table = np.array([names.index(name) if name in names else -1 for name in words.names], dtype=np.int64)
    return table[words.codes] if len(table) else words.codes


def pick_words(test: Any, yes: Any, no: Any) -> Words:
    """`yes` where the test holds, else `no`."""
    names = tuple(dict.fromkeys((*_names(yes), *_names(no))))
    return Words(np.where(test, _codes(yes, names), _codes(no, names)), names)


def _names(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text.names


def _codes(text: Any, names: tuple[str, ...]) -> Any:
    return names.index(text) if isinstance(text, str) else recoded(text, names)
