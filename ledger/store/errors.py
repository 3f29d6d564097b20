"""What can be wrong with the place where a ledger is kept."""

from ledger.problem import Problem
from ledger.text import Text


class StoreFault(Problem):
    """The base of every fault of a place; `place` names it."""

    message = Text("{place}：存储出错（{detail}）", "{place}: the store failed ({detail})")


class LedgerNotFound(StoreFault):
    """Nothing is there; opening never creates."""

    message = Text("找不到账本：{place}", "no ledger at {place}")
    advice = Text("请检查路径；打开账本不会新建文件", "check the path; opening a ledger never creates one")


class FolderNotFound(LedgerNotFound):
    """The folder for a new ledger does not exist."""

    message = Text("找不到文件夹：{place}", "no such folder: {place}")
    advice = Text("请先建立文件夹", "create the folder first")


class LedgerExists(StoreFault):
    """A new ledger was asked for where something already is."""

    message = Text("{place} 已存在，不会覆盖", "{place} already exists and is never overwritten")
    advice = Text("请另选一个文件，或用 --resume 续跑", "choose another file, or continue it with --resume")


class NotALedger(StoreFault):
    """The file is no database, or a database of something else."""

    message = Text("{place} 不是账本", "{place} is not a ledger")
    advice = Text("请检查路径", "check the path")


class DamagedDatabase(StoreFault):
    """The database is truncated or its pages are broken."""

    message = Text("{place} 已损坏（{detail}）", "{place} is damaged ({detail})")
    advice = Text("请换用备份，再用 ledger verify 核对", "take a backup and check it with ledger verify")


class NewerSchema(StoreFault):
    """The ledger was written by a newer version."""

    message = Text(
        "{place} 的结构版本为 {found}，本程序只认识到 {known}",
        "{place} has schema version {found}; this program knows up to {known}",
    )
    advice = Text("请升级 anxinbao", "upgrade anxinbao")


class LedgerBusy(StoreFault):
    """Another process is writing and did not end within the waiting time."""

    message = Text("{place} 正被另一进程写入", "{place} is being written by another process")
    advice = Text("等它结束后重试", "try again when it has ended")


class LedgerMoved(LedgerBusy):
    """Another writer appended since this one looked; nothing was written."""

    message = Text(
        "{place} 已被另一进程追加到第 {found} 条，本次未写入",
        "{place} was extended to record {found} by another writer; nothing was written",
    )
    advice = Text("重新打开账本后再试", "open the ledger again and retry")


class LedgerReadOnly(StoreFault):
    """The file or its folder cannot be written."""

    message = Text("{place} 不可写", "{place} cannot be written")
    advice = Text("请检查文件和文件夹的权限", "check the permissions of the file and its folder")


class DiskFull(StoreFault):
    """No room is left; what was stored before stays valid."""

    message = Text("磁盘已满，无法写入 {place}", "the disk is full: {place} could not be written")
    advice = Text("腾出空间后用 --resume 续跑", "free some space, then continue with --resume")


class UnknownDatabase(StoreFault):
    """The URL names a kind of database we do not speak."""

    message = Text("不支持这种数据库：{place}", "this kind of database is not supported: {place}")
    advice = Text("请用文件路径或 sqlite:///文件", "use a file path or sqlite:///FILE")
