"""The pool's course as a small chart: quarter ends, or year ends when there would be too many."""

from datetime import date

from ledger.text import Lang
from scenarios.metrics import Metrics
from scenarios.report import words
from scenarios.report.document import Bars, Block, Heading, Paragraph
from scenarios.report.figures import day, wan

MOST_ROWS = 18


def pool_course(metrics: Metrics, lang: Lang) -> list[Block]:
    """Balance (or free quota) at quarter ends, its lowest point, and the queue when there was one."""
    pool = metrics.pool
    title = words.POOL_QUOTA if pool.is_quota else words.POOL_CASH
    quarters = [point.day for point in metrics.exposure]
    days = [pool.points[0][0], *_moving(quarters, pool.points[-1][0])]
    rows = tuple((day(each), pool.at(each), wan(pool.at(each))) for each in _thinned(days))
    lowest = words.LOWEST.say(lang).format(fen=wan(pool.lowest_fen), day=day(pool.lowest_day))
    blocks: list[Block] = [Heading(title.say(lang)), Bars(rows), Paragraph(lowest)]
    if metrics.queue.queued:
        blocks.append(Paragraph(_queue(metrics, lang)))
    return blocks


def _moving(quarters: list[int], last_change: int) -> list[int]:
    """Quarter ends up to the one after the last change, and the last day."""
    still = [each for each in quarters if each >= last_change]
    return [each for each in quarters if each < last_change] + sorted({*still[:1], *still[-1:]})


def _thinned(days: list[int]) -> list[int]:
    if len(days) <= MOST_ROWS:
        return days
    ends = [each for each in days if date.fromordinal(each).month == 12]
    return sorted({days[0], *ends, days[-1]})


def _queue(metrics: Metrics, lang: Lang) -> str:
    queue = metrics.queue
    return words.QUEUE.say(lang).format(
        queued=queue.queued,
        longest=queue.longest,
        median=queue.median_days,
        days=queue.longest_days,
        waiting=queue.still_waiting,
    )
