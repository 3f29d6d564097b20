"""The sentence for each kind of finding; places are seq, expected, found and detail."""

from ledger.text import Text

MESSAGES: dict[str, Text] = {
    "store_failed": Text("第 {seq} 条起读不出：{found}", "from record {seq} on nothing can be read: {found}"),
    "no_header": Text(
        "第 {seq} 条应为唯一的首部记录，实为 {found}",
        "record {seq} must be the only header, found {found}",
    ),
    "gap": Text(
        "缺第 {expected} 条记录，下一条是 {found}", "record {expected} is missing, the next is {found}"
    ),
    "misplaced": Text(
        "第 {seq} 条位置上的记录自称第 {found} 条", "the record in place {seq} says it is number {found}"
    ),
    "bad_digest": Text(
        "第 {seq} 条的摘要与字节不符：字节算得 {expected}，存的是 {found}",
        "record {seq}: its bytes give digest {expected}, stored is {found}",
    ),
    "broken_link": Text(
        "第 {seq} 条处链断开：后一条记的前摘要 {expected}，前一条的字节算得 {found}",
        "the chain breaks at record {seq}: the later record was linked to {expected}, "
        "the bytes before it give {found}",
    ),
    "unreadable": Text("第 {seq} 条不是一个 JSON 对象：{found}", "record {seq} is no JSON object: {found}"),
    "not_canonical": Text(
        "第 {seq} 条的字节不是规定写法（键排序、无空白、ASCII）：{detail}",
        "record {seq} is not in the one allowed form (sorted keys, no blanks, ASCII): {detail}",
    ),
    "unknown_version": Text(
        "第 {seq} 条的格式版本为 {found}，本程序只认 {expected}：请用较新版本核验",
        "record {seq} has format {found}, this program knows {expected}: verify with a newer one",
    ),
    "unknown_kind": Text("第 {seq} 条的种类未知：{found}", "record {seq} is of an unknown kind: {found}"),
    "bad_shape": Text(
        "第 {seq} 条的字段 {detail} 不合规定：应为 {expected}，实为 {found}",
        "record {seq}, field {detail}: expected {expected}, found {found}",
    ),
    "bad_date": Text(
        "第 {seq} 条的 {detail} 不是有效时日：应为 {expected}，实为 {found}",
        "record {seq}, {detail}: expected {expected}, found {found}",
    ),
    "unbalanced": Text(
        "第 {seq} 条分录 {detail} 借贷不平：合计应为 {expected} 分，实为 {found} 分",
        "record {seq}, entry {detail} does not balance: the sum must be {expected} fen, it is {found} fen",
    ),
    "unknown_account": Text(
        "第 {seq} 条用了科目表中没有的科目 {found}",
        "record {seq} uses account {found}, which the chart lacks",
    ),
    "floor_passed": Text(
        "第 {seq} 条使科目 {detail} 低于下限 {expected} 分：余额 {found} 分",
        "record {seq} takes account {detail} below its floor of {expected} fen, to {found} fen",
    ),
    "duplicate_id": Text(
        "第 {seq} 条的编号 {found} 已用于第 {expected} 条",
        "record {seq} uses id {found}, which record {expected} has already",
    ),
    "unknown_event": Text(
        "第 {seq} 条（{detail}）所依据的事件 {found} 此前没有记录",
        "record {seq} ({detail}) names event {found}, which no earlier record holds",
    ),
    "bad_reversal": Text(
        "第 {seq} 条冲销 {found} 不成立：应为 {expected}",
        "record {seq} cannot reverse {found}: expected {expected}",
    ),
    "after_finish": Text(
        "第 {seq} 条又是结账记录，账本在第 {expected} 条已结账",
        "record {seq} finishes the ledger again; record {expected} had done so",
    ),
    "totals_differ": Text(
        "第 {seq} 条结账的控制总数 {detail} 不符：重算 {expected}，记载 {found}",
        "record {seq}, control total {detail}: recomputed {expected}, stored {found}",
    ),
    "index_differs": Text(
        "第 {seq} 条的索引 {detail} 与字节不符：字节为 {expected}，索引为 {found}",
        "record {seq}, index {detail}: the bytes say {expected}, the index says {found}",
    ),
    "position_differs": Text(
        "第 {seq} 条与上次核验时不同：当时摘要 {expected}，现为 {found}；请从头核验",
        "record {seq} is not the one verified before: digest {expected} then, {found} now; "
        "verify from the start",
    ),
    "head_differs": Text(
        "账本与所给链头不符：第 {detail} 条应为 {expected}，实为 {found}",
        "the ledger is not the one with that head: record {detail} must be {expected}, found {found}",
    ),
    "unfinished": Text(
        "账本没有结账记录：运行未完，或末尾被截去；有链头可用 --head 判别",
        "there is no finishing record: the run did not end, or the tail was cut off; --head tells which",
    ),
}
