"""Sixty columns, a wide terminal and a pipe: the same figures, nothing cut."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from cli.draw import draw, parts
from scenarios.report.document import Bars, Document, Heading, Table, numbers
from tests.cli.conftest import Call

COPIED = ("anxinbao ", "head ", "账本头 ")
FIGURE = re.compile(r"-?[\d,]+\.\d\d")


def drawn(document: Document, width: int, *, terminal: bool = False) -> list[str]:
    screen = io.StringIO()
    draw(document, Console(file=screen, width=width, force_terminal=terminal))
    return screen.getvalue().splitlines()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", [("run", "worked-failure"), ("run", "worked-failure", "--story", "P1")])
def test_nothing_is_wider_than_sixty_columns_but_lines_to_copy(
    call: Call, words: tuple[str, ...], lang: str
) -> None:
    done = call(*words, "--ledger", "x.db", "--lang", lang, COLUMNS="60")
    wide = [line for line in done.stdout.splitlines() if cell_len(line) > 60 and not line.startswith(COPIED)]
    assert wide == []


def test_no_figure_is_lost_or_broken_at_sixty_columns(call: Call) -> None:
    narrow, wide = (
        call("run", "worked-failure", "--ledger", "x.db", COLUMNS=columns).stdout for columns in ("60", "140")
    )
    assert set(FIGURE.findall(narrow)) == set(FIGURE.findall(wide))


def test_a_table_that_is_too_wide_becomes_several_with_the_first_column_repeated() -> None:
    table = numbers(("year", "a" * 20, "b" * 20, "c" * 20), [("2025", "1", "2", "3")])
    found = list(parts(table, 50))
    assert [part.columns[0] for part in found] == ["year", "year"]
    assert [len(part.columns) for part in found] == [3, 2]
    assert found[1].rows == (("2025", "3"),)


def test_a_table_that_fits_stays_whole() -> None:
    table = numbers(("year", "a"), [("2025", "1")])
    assert list(parts(table, 50)) == [table]


def test_chinese_counts_two_columns_a_character() -> None:
    table = Table(("年度", "金额"), (("2025", "1"), ("2026", "12")), frozenset({1}))
    assert [line.rstrip() for line in drawn(Document((table,)), 60)] == [
        "年度  金额",
        "──────────",
        "2025     1",
        "2026    12",
    ]


def test_a_terminal_shows_the_same_text_with_colour() -> None:
    document = Document((Heading("Title", 1), numbers(("year", "yuan"), [("2025", "1")], total=True)))
    plain = [line.rstrip() for line in drawn(document, 60)]
    coloured = drawn(document, 60, terminal=True)
    assert "\x1b[" in "".join(coloured)
    assert [re.sub("\x1b\\[[0-9;]*m", "", line).rstrip() for line in coloured] == plain


def test_bars_are_as_long_as_their_figures_and_never_vanish() -> None:
    bars = Bars((("full", 100, "100"), ("half", 50, "50"), ("tiny", 1, "1"), ("none", 0, "0")))
    lengths = [line.count("█") for line in drawn(Document((bars,)), 60)]
    assert lengths == [40, 20, 1, 0]
