"""Changes whose chain was written anew: every digest is right, so that only the meaning is wrong.

The last two are wrong in nothing: a careful rewrite is a good ledger, only not the one whose
head was kept.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator

from ledger.text import Text
from ledger.verify.trial.damage import Damage
from ledger.verify.trial.edits import EDITS, WRITINGS, Edit
from ledger.verify.trial.forge import Record, forged, mended, retotal

Change = Callable[[list[Record]], None]


def damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    """Every forgery, each at a record of the kind it needs."""
    places = copy.execute("SELECT kind, MAX(seq) FROM records WHERE kind <> 'entry' GROUP BY kind")
    seqs: dict[str, int] = dict(places.fetchall())
    drawing = _drawing(copy)
    if drawing:
        seqs["entry"] = drawing[len(drawing) // 2]
    for kind, name, edit in EDITS:
        if kind in seqs:
            yield _edited(seqs[kind], name, edit)
    if "entry" in seqs:
        yield from _of_entry(seqs["entry"])
        yield from _unchained(seqs["entry"])
    if "finished" in seqs:
        yield from _of_ends(seqs["finished"])


def _drawing(copy: sqlite3.Connection) -> list[int]:
    """Entries whose first line takes from an account that has a floor by the usual chart."""
    query = (
        "SELECT seq FROM postings WHERE line = 0 AND amount_fen < 0 "
        "AND (account LIKE 'cash/%' OR account LIKE 'custody/%') ORDER BY seq"
    )
    return [seq for (seq,) in copy.execute(query)]


def _edited(seq: int, name: Text, edit: Edit) -> Damage:
    def change(records: list[Record]) -> None:
        edit(records[seq])

    return _rewritten(seq, Text(f"第 {seq} 条{name.zh}", f"record {seq}: {name.en}"), change)


def _of_entry(seq: int) -> Iterator[Damage]:
    def unchanged(records: list[Record]) -> None:
        return None

    def repeated(records: list[Record]) -> None:
        records.insert(seq + 1, dict(records[seq]))
        retotal(records)

    for name, writing in WRITINGS:
        yield Damage(
            Text(f"重算摘要，第 {seq} 条{name.zh}", f"re-chained, record {seq}: {name.en}"),
            seq,
            forged(unchanged, at=seq, writing=writing),
        )
    yield _rewritten(seq + 1, Text(f"第 {seq} 条重复一遍", f"record {seq} repeated"), repeated)


def _unchained(seq: int) -> Iterator[Damage]:
    """Changes whose digest was put right, while the record after it was left alone."""
    edits: tuple[tuple[Text, Edit], ...] = (
        (Text("依据被改", "its basis changed"), lambda record: record["basis"].update(clause="other")),
        (Text("前摘要被改", "its link changed"), lambda record: record.update(prev="f" * 64)),
    )
    for name, edit in edits:
        what = Text(
            f"第 {seq} 条{name.zh}，只改好它的摘要", f"record {seq}: {name.en}, only its own digest mended"
        )
        yield Damage(what, seq, mended(seq, edit))


def _of_ends(finished: int) -> Iterator[Damage]:
    def headless(records: list[Record]) -> None:
        del records[0]

    def header_twice(records: list[Record]) -> None:
        records.insert(1, dict(records[0]))

    def finished_twice(records: list[Record]) -> None:
        records.insert(finished + 1, json.loads(json.dumps(records[finished])))

    def entry_dropped(records: list[Record]) -> None:
        del records[max(place for place, record in enumerate(records) if record["kind"] == "entry")]

    yield _rewritten(0, Text("去掉首部", "the header taken away"), headless)
    yield _rewritten(1, Text("第二个首部", "a second header"), header_twice)
    yield _rewritten(finished + 1, Text("第二次结账", "finished a second time"), finished_twice)
    yield _rewritten(finished - 1, Text("抽去最后一笔分录", "the last entry dropped"), entry_dropped)
    yield _flawless(Text("重写最后一条", "the last record rewritten"), _redate)
    yield _flawless(Text("从一笔金额起全部重写", "all rewritten from one amount on"), _enrich)


def _redate(records: list[Record]) -> None:
    records[-1].update(on="2099-12-31", recorded="2099-12-31")


def _enrich(records: list[Record]) -> None:
    for line in records[_first_entry(records)]["postings"]:
        line[1] += 100 if line[1] > 0 else -100
    retotal(records)


def _first_entry(records: list[Record]) -> int:
    return next(place for place, record in enumerate(records) if record["kind"] == "entry")


def _rewritten(seq: int, name: Text, change: Change) -> Damage:
    return Damage(Text(f"重算摘要，{name.zh}", f"re-chained: {name.en}"), seq, forged(change))


def _flawless(name: Text, change: Change) -> Damage:
    full = Text(f"{name.zh}，控制总数也改好，用链头核验", f"{name.en}, totals mended, verified with the head")
    return Damage(full, None, forged(change), by_head=True)
