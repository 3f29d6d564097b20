"""Whether an answer is the result an example states."""

from fractions import Fraction
from typing import Any

from tests.register.answers import Answer
from tests.register.names import Names, plain

FEN = 100


def agrees(answer: Answer, result: Any, names: Names) -> bool:
    """Amounts to the fen, numbers exactly, words by the names file or as the outcome is said."""
    if answer.fault:
        return False
    meant = names.words.get(plain(str(result)), result)
    if isinstance(meant, list):
        return list(answer.stages_fen) == [in_fen(each) for each in meant]
    if isinstance(meant, str):
        return _same_words(answer, meant)
    if names.result in ("yuan", "words"):
        return answer.amount_fen == in_fen(meant)
    factor = FEN if names.result == "percent" else 1
    return answer.value is not None and Fraction(answer.value) * factor == Fraction(meant)


def _same_words(answer: Answer, meant: str) -> bool:
    said = {plain(each) for each in answer.said} | {answer.outcome, plain(answer.outcome.replace("_", " "))}
    return bool(answer.outcome) and (meant in said or plain(meant) in said)


def in_fen(yuan: Any) -> int:
    """Yuan as whole fen, half up: an example may print more digits than money has."""
    return int((Fraction(yuan) * FEN + Fraction(1, 2)) // 1)


def shown(answer: Answer) -> str:
    """An answer in one line for the table of failures."""
    if answer.fault:
        return answer.fault
    parts = [
        f"{name}={value}" for name, value in (("value", answer.value), ("outcome", answer.outcome)) if value
    ]
    if answer.amount_fen is not None:
        whole, part = divmod(answer.amount_fen, FEN)
        parts.insert(0, f"{whole}.{part:02d}" if part else str(whole))
    if len(answer.stages_fen) > 1:
        parts.append(f"stages of {answer.stages_fen} fen")
    return ", ".join(parts) or "nothing"
