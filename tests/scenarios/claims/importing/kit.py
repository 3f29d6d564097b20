"""A vocabulary of a few facts, and files written on the spot."""

from pathlib import Path
from typing import Any

from escrow.clauses.fact_row import FactRow
from escrow.clauses.facts import Fact
from escrow.clauses.kinds import Kind
from ledger.text import Text
from scenarios.claims.importing import BadImport, Imported, read_claims

HEAD = "编号,企业,条款,申报日"


def fact(id: str, base: str, zh: str, en: str, form: str = "one", options: tuple[str, ...] = ()) -> Fact:
    title = Text(zh, en)
    given: dict[str, Any] = {"type": base, "form": form, "options": options, "certified_by": "applicant"}
    row = FactRow.model_construct(title=title, **given)
    return Fact(id, Kind(base, form == "list"), form == "series", title, "applicant", title, row)


FACTS = {
    each.id: each
    for each in (
        fact("decided_rate", "ratio", "核定比例", "rate decided by the office"),
        fact("decided_amount", "money", "核定金额", "amount decided by the office"),
        fact("higher_level_received", "money", "上级补助实际到账", "higher-level subsidy received"),
        fact("rd_spend", "money", "年度研发投入", "yearly R&D spending", "series"),
        fact("export_usd", "usd", "年出口额（美元）", "yearly exports in US dollars"),
        fact("awards", "text", "所获奖项", "prizes won", "list"),
        fact("tech_sme", "bool", "科技型中小企业", "technology SME"),
        fact("item_count", "number", "件数", "number of items"),
        fact("recognised_on", "date", "认定日", "day of recognition"),
        fact("car_kind", "text", "新车类型", "kind of car", options=("新能源", "燃油")),
    )
}


def read(path: Path) -> Imported:
    return read_claims(path, FACTS)


def row(folder: Path, header: str, cells: str, encoding: str = "utf-8") -> dict[str, object]:
    """The facts of the one claim of a CSV file with these further columns."""
    path = folder / "claims.csv"
    path.write_bytes(f"{HEAD},{header}\nC1,E1,some-clause,2024-06-10,{cells}\n".encode(encoding))
    (claim,) = read(path).claims
    found: dict[str, object] = claim.get("facts", claim)
    return found


def faults(path: Path) -> list[tuple[int, str, str]]:
    """(line, column, field) of every fault."""
    try:
        read(path)
    except BadImport as problem:
        return [(fault.spot.line, fault.spot.column, fault.field) for fault in problem.faults]
    return []
