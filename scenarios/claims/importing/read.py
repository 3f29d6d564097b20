"""From a file of real claims to the rows of a scenario, every fault reported at once."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from escrow.clauses.facts import Fact
from ledger.text import Text
from scenarios.claims.importing.faults import BadImport, ImportFault, Spot, filled, refuse
from scenarios.claims.importing.headers import Headers
from scenarios.claims.importing.listed import read_listed
from scenarios.claims.importing.rows import Item
from scenarios.claims.importing.sheets import EXCEL, Sheet, read_csv, read_excel
from scenarios.claims.importing.tables import read_sheets
from scenarios.spec.guess import near

YAML_ENDS, CSV_ENDS = (".yaml", ".yml", ".json"), (".csv", ".tsv", ".txt")
_KIND = Text("不认识这种文件", "this kind of file is not known")
_KINDS = Text(".xlsx、.csv、.yaml", ".xlsx, .csv or .yaml")
_OLD = Text("旧的 .xls 请另存为 .xlsx", "save an old .xls as .xlsx")
_TWICE = Text("编号“{id}”重复，第一次在 {first}", "id {id!r} is used twice, first at {first}")
_CLAUSE = Text("没有条款“{id}”", "there is no clause {id!r}")
_NOTHING = Text("没有任何申报", "there is no claim")
Rows = list[tuple[Item, Spot]]


@dataclass(frozen=True, slots=True)
class Imported:
    """Claims and enterprises with the keys of the scenario file, in the order of the file.

    `places` says where each claim stood, for faults found later.
    """

    claims: tuple[Item, ...]
    enterprises: tuple[Item, ...]
    places: tuple[Spot, ...]


def read_claims(
    path: str | os.PathLike[str], facts: Mapping[str, Fact], clauses: Collection[str] = ()
) -> Imported:
    """Real claims from YAML, CSV or Excel; BadImport with every fault.

    `facts` is the vocabulary. With `clauses`, only those may be claimed.
    """
    claims, firms, faults = _read(Path(path), Headers(facts))
    if not claims and not faults:
        faults.append(ImportFault(Spot(str(path)), "", _NOTHING))
    faults += _twice(claims) + _twice(firms)
    faults += [fault for item, spot in claims if clauses for fault in _unknown_clause(item, spot, clauses)]
    refuse(faults)
    return Imported(
        tuple(item for item, _ in claims), tuple(item for item, _ in firms), tuple(spot for _, spot in claims)
    )


def _read(path: Path, headers: Headers) -> tuple[Rows, Rows, list[ImportFault]]:
    ends = path.suffix.lower()
    if ends in YAML_ENDS:
        return read_listed(path, headers)
    if ends not in (*EXCEL, *CSV_ENDS):
        raise BadImport(faults=(ImportFault(Spot(str(path)), "", _KIND, _KINDS, _OLD),))
    read = read_sheets(read_excel(path) if ends in EXCEL else read_csv(path), headers)
    return _placed(read.claims), _placed(read.enterprises), read.faults


def _placed(items: list[tuple[Item, Sheet, int]]) -> Rows:
    return [(item, sheet.spot(line)) for item, sheet, line in items]


def _twice(rows: Rows) -> list[ImportFault]:
    first: dict[str, Spot] = {}
    faults = []
    for item, spot in rows:
        known = first.setdefault(item["id"], spot) if "id" in item else spot
        if known is not spot:
            faults.append(ImportFault(spot, "id", filled(_TWICE, id=item["id"], first=known)))
    return faults


def _unknown_clause(item: Item, spot: Spot, clauses: Collection[str]) -> list[ImportFault]:
    id = item.get("clause")
    if id is None or id in clauses:
        return []
    return [ImportFault(spot, "clause", filled(_CLAUSE, id=id), advice=near(id, clauses))]
