"""What a report leaves in the run's folder: report.json, and the measures as CSV tables."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from scenarios.metrics import Metrics
from scenarios.metrics.plain import plain
from scenarios.problems import FolderNotWritable
from scenarios.report.facts import RunFacts
from scenarios.report.plain import plain_run

REPORT_FILE = "report.json"
TABLES = "tables"
Rows = tuple[Sequence[str], Sequence[Sequence[object]]]


def keep_report(folder: Path, facts: RunFacts, metrics: Metrics) -> None:
    """Write report.json and tables/*.csv unless they are there; raises FolderNotWritable."""
    report = folder / REPORT_FILE
    if report.exists():
        return
    try:
        (folder / TABLES).mkdir(exist_ok=True)
        for name, rows in tables(metrics):
            (folder / TABLES / f"{name}.csv").write_text(csv_text(*rows), encoding="utf-8")
        text = json.dumps(plain_run(facts, metrics), ensure_ascii=False, indent=2) + "\n"
        report.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FolderNotWritable(place=str(folder), detail=error.strerror or str(error)) from error


def tables(metrics: Metrics) -> Iterator[tuple[str, Rows]]:
    """The measures as tables of integers, days and names: (name, (columns, rows))."""
    data = plain(metrics)
    for name in ("outlay_fen", "returns_fen", "committed_unpaid_fen"):
        rows = [(year, code, fen) for year, row in data[name].items() for code, fen in row.items()]
        yield name.removesuffix("_fen"), (("year", "what", "fen"), rows)
    yield "pool", (("on", "fen"), data["pool"]["course"])
    yield "enterprises", (("enterprise", "net_cost_fen"), list(data["enterprise_net_cost_fen"].items()))
    yield "platforms", (("platform", "income_fen"), list(data["platform_income_fen"].items()))
    for name in ("exposure", "steps"):
        listed = data[name]
        columns = list(listed[0]) if listed else []
        yield name, (columns, [list(row.values()) for row in listed])


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table as CSV text; what is not stated is empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return stream.getvalue()
