"""What the books refuse: faults in entries, amounts and ids, each with advice."""

from ledger.problem import Problem
from ledger.text import Text


class NotWholeFen(Problem):
    """An amount is not an integer of fen (a float, a bool, a fraction of a fen)."""

    message = Text("金额不是整分：{value}", "not a whole number of fen: {value}")
    advice = Text(
        "请写成文字，例如 300万、1,000.05；最小单位是分",
        "write money as text, such as 300万 or 1,000.05; the smallest unit is one fen",
    )


class BadMoney(Problem):
    """A text cannot be read as money."""

    message = Text("无法读作金额：{value}", "cannot be read as money: {value}")
    advice = Text(
        "可写 300万、1亿、1,000.05 或 1,000.05元", "write 300万, 1亿, 3 million, 1,000.05 or CNY 1,000.05"
    )


class NegativeMoney(Problem):
    """An amount that must not be negative is."""

    message = Text("金额不能为负：{value}", "money must not be negative: {value}")
    advice = Text("请改为零或正数", "give zero or more")


class AmountTooLarge(Problem):
    """An amount passes 10^14 fen, the bound within which sums stay exact everywhere."""

    message = Text("金额超过上限 1 万亿元：{value}", "the amount passes the limit of 10^14 fen: {value}")
    advice = Text("请检查单位（元、万、亿）", "check the unit (元, 万, 亿)")


class UnbalancedEntry(Problem):
    """An entry has no postings, or its postings (all, or its authority ones) do not sum to zero."""

    message = Text(
        "分录 {id} 不平：{tree} 合计差 {difference_fen} 分",
        "entry {id} is unbalanced: {tree} sums to {difference_fen} fen",
    )
    advice = Text("每笔分录的增减必须相抵", "what one account gives another must receive")


class BadName(Problem):
    """An id, account or text is empty, too long or holds unprintable characters."""

    message = Text("{what} 不合规：{value}", "{what} is not usable: {value}")
    advice = Text("请用 1 至 200 个可见字符", "use 1 to 200 printable characters")


class BadDate(Problem):
    """A date is not YYYY-MM-DD, or an instant is not ISO 8601 with its offset."""

    message = Text("日期不合规：{value}", "not a date: {value}")
    advice = Text(
        "请写成 2025-03-09，时刻写成 2025-03-09T08:00:00Z",
        "write 2025-03-09, or 2025-03-09T08:00:00Z for an instant",
    )


class UnknownAccount(Problem):
    """An account lies under no prefix of the chart."""

    message = Text("科目表中没有 {account}", "no account of the chart covers {account}")
    advice = Text("请检查科目路径的第一段", "check the first segment of the path")


class FloorPassed(Problem):
    """A posting would take an account below its floor; the attempt is on the chain as a refusal."""

    message = Text(
        "{id}：{account} 余额 {balance_fen} 分，变动 {change_fen} 分，将低于下限 {floor_fen} 分",
        "{id}: {account} holds {balance_fen} fen; {change_fen} more would pass its floor of {floor_fen}",
    )
    advice = Text("先补足余额，再用同一编号重试", "fund the account first, then try again under the same id")


class IdTaken(Problem):
    """An id is in use for other content."""

    message = Text(
        "编号 {id} 已用于第 {seq} 条记录，内容不同", "the id {id} is taken by record {seq} with other content"
    )
    advice = Text(
        "请换一个编号；已入账的内容只能冲销", "choose another id; what is posted can only be reversed"
    )


class UnknownEvent(Problem):
    """An entry or refusal names an event that is not on the chain."""

    message = Text(
        "{id} 引用的事件 {event} 不在账上", "{id} names the event {event}, which is not in the ledger"
    )
    advice = Text("先记事件，再记分录", "record the event before its entries")


class BadReversal(Problem):
    """A reversal of nothing, of a reversal, a second one, or one that does not mirror its original."""

    message = Text("{id} 不能冲销 {entry}：{why}", "{id} cannot reverse {entry}: {why}")
    advice = Text(
        "一笔分录只能冲销一次，冲销分录不能再冲销，金额须逐行相反",
        "an entry is reversed at most once, a reversal never, and every line must be mirrored",
    )


class NotFinished(Problem):
    """A manual record came before the finishing record."""

    message = Text(
        "账本尚未结束，不能补记 {id}", "the ledger is not finished, so {id} cannot be added by hand"
    )
    advice = Text("先用 --resume 跑完", "complete the run with --resume first")


class AlreadyFinished(Problem):
    """A simulated record came after the finishing record."""

    message = Text(
        "账本已结束，{id} 须作为补记并注明时刻",
        "the ledger is finished; {id} needs a recorded time of its own",
    )
    advice = Text("打开账本时给出当前时刻", "open the journal with the present instant")


class ResumeDiverged(Problem):
    """A rerun produced another record than the one stored."""

    message = Text(
        "重跑与账上第 {seq} 条记录不一致", "the rerun parts from the stored ledger at record {seq}"
    )
    advice = Text(
        "请用原来的政策、情景、种子和版本重跑",
        "rerun with the policy, scenario, seed and version of the ledger",
    )


class LedgerOfAnotherRun(ResumeDiverged):
    """The stored header is that of another policy, scenario, seed or mechanism."""

    message = Text("这本账属于另一次运行", "this ledger belongs to another run")
    advice = Text(
        "请另选一个文件；已有账本不会被覆盖", "choose another file; an existing ledger is never overwritten"
    )


class MixedTrees(Problem):
    """Quota and money were to be added together."""

    message = Text("不能把额度与资金相加：{trees}", "quota and money are never added together: {trees}")
    advice = Text("请分别查询", "ask for authority by itself")
