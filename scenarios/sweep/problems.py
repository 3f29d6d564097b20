"""What can be wrong with a sweep and its results."""

from ledger.problem import Problem
from ledger.text import Text


class NoSuchColumn(Problem):
    """An outcome, yearly measure or series that the results do not hold."""

    message = Text("结果中没有“{name}”", "the results hold no {name!r}")
    advice = Text("{near}", "{near}")

    def advise(self, lang: str) -> str:
        """The names that come near."""
        said: str = self.facts["near"].say(lang)
        return said


class ClaimsCannotVary(Problem):
    """A scenario of claims under the catalogue is not one of the escrow scheme."""

    message = Text(
        "{name} 是兑现申报的情景，扫描只做安心宝情景",
        "{name} is a scenario of claims; sweeps vary scenarios of the escrow scheme",
    )
    advice = Text(
        "用 anxinbao scenario list 找一个安心宝情景", "find one of the scheme with anxinbao scenario list"
    )


class NotASweep(Problem):
    """The folder holds no results of a sweep."""

    message = Text("{place} 不是扫描结果", "{place} holds no results of a sweep")
    advice = Text(
        "写出含有 sweep.json 的文件夹，如 runs/baseline-1a2b3c4d5e6f",
        "name the folder that holds sweep.json, such as runs/baseline-1a2b3c4d5e6f",
    )


class FolderInUse(Problem):
    """Another process is writing into the folder."""

    message = Text("{place} 正由另一个进程写入", "another process is writing into {place}")
    advice = Text(
        "等它结束，或用 --out 另选文件夹", "wait for it to end, or choose another folder with --out"
    )


class OtherSweep(Problem):
    """The folder holds another sweep's results."""

    message = Text(
        "{place} 是另一次扫描的结果：{what} 为 {found}，本次为 {wanted}",
        "{place} holds another sweep: its {what} is {found}, this one's is {wanted}",
    )
    advice = Text("请用 --out 另选文件夹", "choose another folder with --out")


class SweepUnfinished(Problem):
    """A sweep of the same inputs was interrupted."""

    message = Text("{place} 中的扫描尚未做完", "the sweep in {place} was interrupted")
    advice = Text("用 --resume 接着做，结果完全相同", "go on with --resume; the results are identical")


class NoReplications(Problem):
    """A number of replications that makes no sense."""

    message = Text("不能重复 {found} 次", "{found} replications cannot be run")
    advice = Text("每点 1 到 {most} 次", "1 to {most} of each point")


class BadShard(Problem):
    """A shard that is not one of its number."""

    message = Text("“{found}”不是分片", "{found!r} is not a shard")
    advice = Text("写成 I/N，I 为 1 到 N，如 2/4", "write I/N with I from 1 to N, such as 2/4")


class BadPrecision(Problem):
    """A wished precision that cannot be read."""

    message = Text("“{found}”不是 结果=半宽", "{found!r} is not OUTCOME=WIDTH")
    advice = Text(
        "例如 pool_depleted=1% 或 cost_share_fen=5万，半宽大于 0",
        "for example pool_depleted=1% or cost_share_fen=5万, with a width above zero",
    )


class NotOneSweep(Problem):
    """Results that are not of one sweep cannot be merged."""

    message = Text(
        "{first} 与 {second} 不是同一次扫描：{what} 分别为 {one} 与 {other}",
        "{first} and {second} are not of one sweep: {what} is {one} there and {other} here",
    )
    advice = Text(
        "各分片须用同一命令、同一版本运行", "run every shard with the same command and the same version"
    )


class ShardTwice(Problem):
    """Shards overlap."""

    message = Text(
        "分片重叠：{shard} 既在 {first} 又在 {second}", "shards overlap: {shard} is in {first} and {second}"
    )
    advice = Text("每个分片给一次，且分片总数相同", "name each shard once, all of the same number of shards")


class ShardsMissing(Problem):
    """Some shards are not there."""

    message = Text("缺少分片 {missing}，已有 {found}", "shards {missing} are missing; there are {found}")
    advice = Text("先用 sweep --shard 运行缺少的分片", "run them first with sweep --shard")


class PartsMissing(Problem):
    """A shard's folder does not hold what it should."""

    message = Text(
        "{place} 的部分文件缺失或多余（{number} 个）：{parts}",
        "{place} lacks or has too many parts ({number}): {parts}",
    )
    advice = Text("用 sweep --resume 重做该分片", "make the shard again with sweep --resume")


class PartUnreadable(PartsMissing):
    """A file of results is there and is not whole."""

    message = Text("{place} 无法读取：{detail}", "{place} cannot be read: {detail}")
    advice = Text(
        "从备份恢复该文件；没有备份则删除整个结果文件夹再扫描，结果相同",
        "restore it from a copy; without one delete the folder and sweep again, to the same results",
    )


class NoMeanOfDays(Problem):
    """An outcome that is a day, and may be none: its mean says nothing."""

    message = Text(
        "“{name}”是日期，从未发生时为 0，没有均值可言",
        "{name!r} is a day, 0 where it never comes: it has no mean",
    )
    advice = Text(
        "改用 pool_depleted（发生的比例），或直接读 outcomes/*.parquet 中的这一列",
        "ask for pool_depleted (how often it comes), or read the column in outcomes/*.parquet",
    )


class NoSuchPoint(Problem):
    """A point that the results do not have."""

    message = Text(
        "{place} 没有点 {found}，只有 0 到 {last}", "{place} has no point {found}, only 0 to {last}"
    )
    advice = Text("sweep 的表格给出各点的编号", "the table of the sweep numbers its points")


class NoSuchReplication(Problem):
    """A replication that the results do not have."""

    message = Text(
        "{place} 没有第 {found} 次重复，只有 0 到 {last}",
        "{place} has no replication {found}, only 0 to {last}",
    )
    advice = Text("重复从 0 起编号", "replications are counted from 0")


class ShardOfUnknown(Problem):
    """A shard cannot know how many replications all shards together need."""

    message = Text("--precision 不能与 --shard 同用", "--precision does not go with --shard")
    advice = Text(
        "先在一台机器上用 --precision 求出重复次数，再分片运行",
        "find the number of replications with --precision on one machine, then shard it",
    )
