"""A finished run in words, and ways to look into a document."""

from dataclasses import replace
from typing import Any

from ledger.text import Text
from scenarios.report.document import Bars, Commands, Document, Heading, Paragraph, Table
from scenarios.report.facts import RunFacts

HEAD = f"44:{'a' * 64}"
FACTS = RunFacts(
    title=Text("算例", "worked project"),
    why=None,
    policy=Text("安心宝", "escrow scheme"),
    preset="literal",
    readings=(),
    overridden=(),
    hypothetical=False,
    first_on="2025-03-09",
    last_on="2026-12-31",
    as_of=None,
    seed=1,
    replication=0,
    head=HEAD,
    ledger="runs/x/ledger.db",
    out="runs/x",
    command="anxinbao run worked-success",
    scenario="worked-success",
    told="P1",
    asked="P2",
)


def facts(**changes: Any) -> RunFacts:
    """The usual facts with some changed."""
    return replace(FACTS, **changes)


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def table_under(document: Document, heading: str) -> Table:
    """The first table below a heading."""
    place = next(i for i, b in enumerate(document.blocks) if isinstance(b, Heading) and b.text == heading)
    return next(block for block in document.blocks[place:] if isinstance(block, Table))


def said(document: Document) -> list[str]:
    """Every piece of text of a document, in order."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(text, _) | Paragraph(text, _):
                found.append(text)
            case Table(columns, rows):
                found += [*columns, *(cell for row in rows for cell in row)]
            case Bars(rows):
                found += [f"{name} {figure}" for name, _, figure in rows]
            case Commands(lines):
                found += lines
    return found
