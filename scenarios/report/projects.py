"""How many projects came how far, why others did not, and which limits cut money."""

from escrow.labels import REASON
from escrow.tape import Reason
from ledger.text import Lang, Text
from scenarios.metrics import Metrics
from scenarios.metrics.caps import CapHit
from scenarios.report import words
from scenarios.report.document import Block, Heading, Paragraph, Table
from scenarios.report.figures import wan

NAMED_CASES = 4


def counts(metrics: Metrics, lang: Lang) -> list[Block]:
    """The counts in one row, then the reasons."""
    found = metrics.counts
    refused, ended = sum(found.refused.values()), sum(found.ended.values())
    row = (found.filed, found.accepted, refused, found.approved, found.funded, found.completed, ended)
    columns = words.split(words.COUNT_COLUMNS, lang)
    table = Table(columns, (tuple(map(str, (*row, found.running))),), frozenset(range(len(columns))))
    return [
        Heading(words.COUNTS.say(lang)),
        table,
        *_reasons(words.WHY_REFUSED, found.refused, lang),
        *_reasons(words.WHY_ENDED, found.ended, lang),
    ]


def caps(metrics: Metrics, lang: Lang) -> list[Block]:
    """What hit a cap: which, how often, how much money, whose projects."""
    heading = Heading(words.CAPS.say(lang))
    if not metrics.caps:
        return [heading, Paragraph(words.NO_CAPS.say(lang))]
    rows = tuple(
        (words.CAP[hit.cap].say(lang), str(hit.times), wan(hit.cut_fen), _cases(hit)) for hit in metrics.caps
    )
    return [heading, Table(words.split(words.CAP_COLUMNS, lang), rows, frozenset({1, 2}))]


def _reasons(template: Text, by_reason: dict[int, int], lang: Lang) -> list[Block]:
    if not by_reason:
        return []
    comma = "，" if lang == "zh" else ", "
    listed = comma.join(f"{REASON[Reason(code)].say(lang)} {count}" for code, count in by_reason.items())
    return [Paragraph(template.say(lang).format(list=listed))]


def _cases(hit: CapHit) -> str:
    named = [f"{project} {year}" for year, project in hit.cases[:NAMED_CASES]]
    more = len(hit.cases) - len(named)
    return ", ".join(named) + (f" +{more}" if more else "")
