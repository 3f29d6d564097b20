"""What a claims report leaves in the run's folder: report.json, and the sums as CSV tables."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from scenarios.claims.metrics import ClaimsMetrics
from scenarios.claims.report.facts import ClaimsFacts
from scenarios.claims.report.plain import plain_claims, plain_metrics
from scenarios.problems import FolderNotWritable
from scenarios.report.kept import REPORT_FILE, TABLES, csv_text

Rows = tuple[Sequence[str], Sequence[Sequence[object]]]


def keep_report(folder: Path, facts: ClaimsFacts, metrics: ClaimsMetrics) -> None:
    """Write report.json and tables/*.csv unless they are there; raises FolderNotWritable."""
    report = folder / REPORT_FILE
    if report.exists():
        return
    try:
        (folder / TABLES).mkdir(exist_ok=True)
        for name, (columns, rows) in _tables(metrics):
            (folder / TABLES / f"{name}.csv").write_text(csv_text(columns, rows), encoding="utf-8")
        text = json.dumps(plain_claims(facts, metrics), ensure_ascii=False, indent=2) + "\n"
        report.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FolderNotWritable(place=str(folder), detail=error.strerror or str(error)) from error


def _tables(metrics: ClaimsMetrics) -> Iterator[tuple[str, Rows]]:
    data = plain_metrics(metrics)
    paid = [(year, payer, fen) for year, row in data["paid_fen"].items() for payer, fen in row.items()]
    yield "paid", (("year", "payer", "fen"), paid)
    clauses = [{"clause": name, **found} for name, found in data["clauses"].items()]
    for each in clauses:
        each.pop("reasons")
    for name, listed in (("clauses", clauses), ("envelopes", data["envelopes"]), ("steps", data["steps"])):
        columns = list(listed[0]) if listed else []
        yield name, (columns, [list(row.values()) for row in listed])
    yield "enterprises", (("enterprise", "paid_fen"), list(data["enterprises_fen"].items()))
