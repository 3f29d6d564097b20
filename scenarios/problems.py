"""What can be wrong with a run's place."""

from ledger.problem import Problem
from ledger.text import Text


class LedgerOfOther(Problem):
    """A ledger of other inputs is never overwritten or continued."""

    message = Text(
        "{place} 是另一情景、政策或种子的账本", "{place} is the ledger of another scenario, policy or seed"
    )
    advice = Text("请用 --ledger 另选一个文件", "choose another file with --ledger")


class LedgerUnfinished(Problem):
    """A run of the same inputs was interrupted."""

    message = Text("{place} 只写到第 {seq} 条", "{place} was interrupted after record {seq}")
    advice = Text(
        "用 --resume 续写到相同的账本头", "continue it with --resume; it ends at the identical head"
    )


class FolderTaken(Problem):
    """The folder holds something that is not this run."""

    message = Text("文件夹 {place} 已有其他内容", "the folder {place} holds something else")
    advice = Text("请用 --out 另选文件夹", "choose another folder with --out")


class FolderNotWritable(Problem):
    """The folder cannot be made or written."""

    message = Text("无法写入文件夹 {place}：{detail}", "the folder {place} cannot be written: {detail}")
    advice = Text("请检查权限，或用 --out 另选文件夹", "check its permissions, or choose another with --out")


class NothingToReplay(Problem):
    """The ledger does not carry the scenario it was run from."""

    message = Text("{place} 没有附带情景，无法重放", "{place} carries no scenario, so it cannot be replayed")
    advice = Text(
        "附件可以删除而不影响校验；请用原情景文件重跑并比较账本头",
        "attachments may be erased without harm to verification; run the original file and compare heads",
    )


class MechanismChanged(Problem):
    """The ledger was written by another version of the mechanism."""

    message = Text(
        "{place} 由机制版本 {found} 写成，本程序为 {known}",
        "{place} was written by mechanism version {found}; this program has {known}",
    )
    advice = Text("请用当时的程序版本重放", "replay it with the program version of that time")
