"""The report of a claims run as a page."""

import shlex

from escrow.claims.choices import CHOICES
from escrow.claims.labels import PAYER, REASON, STEP
from escrow.claims.tape import ClaimReason, Payer
from ledger.text import Lang, Text
from scenarios.claims.metrics import ClaimsMetrics
from scenarios.claims.report import words
from scenarios.claims.report.facts import ClaimsFacts
from scenarios.report.document import Block, Commands, Document, Heading, Paragraph, Table, numbers
from scenarios.report.figures import wan
from scenarios.report.words import HEAD, KEPT, LEDGER, NEXT, split

MOST_NAMED = 12


def claims_report(facts: ClaimsFacts, metrics: ClaimsMetrics, lang: Lang) -> Document:
    """What was simulated, what it came to by clause, envelope, year and enterprise, the days, the head."""
    return Document(
        (
            *_opening(facts, lang),
            *_clauses(metrics, lang),
            *_refusals(metrics, lang),
            *_envelopes(metrics, lang),
            *_years(metrics, lang),
            *_doubles(metrics, lang),
            *_steps(metrics, lang),
            *_enterprises(metrics, lang),
            *_closing(facts, lang),
        )
    )


def _opening(facts: ClaimsFacts, lang: Lang) -> list[Block]:
    blocks: list[Block] = [Heading(facts.title.say(lang), level=1)]
    if facts.amended:
        blocks.append(Paragraph(words.AMENDED.say(lang), strong=True))
    drafts = [title.say(lang) for _, title, draft in facts.papers if draft]
    if drafts:
        blocks.append(Paragraph(words.DRAFT.say(lang).format(list="、".join(drafts)), strong=True))
    if facts.why:
        blocks.append(Paragraph(facts.why.say(lang)))
    rows = [
        (words.PAPERS.say(lang), "\n".join(title.say(lang) for _, title, _ in facts.papers)),
        (words.PERIOD.say(lang), f"{facts.first_on} … {facts.last_on}"),
        (words.SEED.say(lang), f"{facts.seed} / {facts.replication}"),
    ]
    if facts.readings:
        rows.append((words.READINGS.say(lang), "\n".join(_reading(*each, lang) for each in facts.readings)))
    blocks.append(Table(("", ""), tuple(rows)))
    return [*blocks, Paragraph(KEPT.say(lang))] if facts.recognised else blocks


def _reading(name: str, option: str, lang: Lang) -> str:
    """A reading of the process in words, one of a clause by its name."""
    found = CHOICES.get(name)
    means = found.options[option].say(lang) if found else ""
    return (
        f"{name}={option}" + (f"（{means}）" if lang == "zh" else f" ({means})")
        if means
        else f"{name}={option}"
    )


def _clauses(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    rows = [
        [
            name,
            *map(str, (found.filed, found.refused, found.awarded)),
            *map(wan, (found.awarded_fen, found.paid_fen, found.unpaid_fen, found.waiting_fen)),
        ]
        for name, found in metrics.clauses.items()
    ]
    found = list(metrics.clauses.values())
    counts = (sum(each.filed for each in found), sum(each.refused for each in found))
    sums = [
        sum(getattr(each, name) for each in found)
        for name in ("awarded_fen", "paid_fen", "unpaid_fen", "waiting_fen")
    ]
    awarded = str(sum(each.awarded for each in found))
    rows.append([words.TOTAL.say(lang), *map(str, counts), awarded, *map(wan, sums)])
    table = numbers(split(words.CLAUSE_COLUMNS, lang), rows, total=True)
    return [Heading(words.CLAUSES.say(lang)), table]


def _refusals(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    if not metrics.refused:
        return []
    rows = [[REASON[ClaimReason(code)].say(lang), str(n)] for code, n in metrics.refused.most_common()]
    return [Heading(words.REFUSED.say(lang)), numbers(split(words.REFUSED_COLUMNS, lang), rows)]


def _envelopes(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    rows = [
        [
            f"{name} {year}",
            wan(each.appropriated_fen),
            wan(each.carried_in_fen),
            wan(each.cut_fen),
            wan(each.paid_fen),
            wan(each.held_fen),
            wan(each.lapsed_fen),
            wan(each.carried_out_fen),
        ]
        for (name, year), each in metrics.envelopes.items()
    ]
    if not rows:
        return []
    table = numbers(split(words.ENVELOPE_COLUMNS, lang), rows)
    return [Heading(words.ENVELOPES.say(lang)), table, Paragraph(words.ENVELOPE_NOTE.say(lang))]


def _years(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    payers = sorted({payer for row in metrics.paid.values() for payer in row})
    if not payers:
        return [Paragraph(words.NOTHING_PAID.say(lang))]
    rows = [
        [str(year), *(wan(row.get(payer, 0)) for payer in payers), wan(sum(row.values()))]
        for year, row in metrics.paid.items()
    ]
    sums = [sum(row.get(payer, 0) for row in metrics.paid.values()) for payer in payers]
    rows.append([words.TOTAL.say(lang), *map(wan, sums), wan(metrics.paid_fen)])
    columns = [words.YEAR, *(PAYER[Payer(payer)] for payer in payers), words.TOTAL]
    table = numbers([each.say(lang) for each in columns], rows, total=True)
    return [Heading(words.YEARS.say(lang)), table]


def _doubles(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    lines = []
    if metrics.doubles:
        lines.append(words.DOUBLES.say(lang).format(count=metrics.doubles, fen=wan(metrics.saved_fen)))
    if metrics.demanded_fen:
        fens = {"asked": wan(metrics.demanded_fen), "back": wan(metrics.refunded_fen)}
        lines.append(words.REFUNDS.say(lang).format(**fens))
    return [Heading(words.NOT_TWICE.say(lang)), *map(Paragraph, lines)] if lines else []


def _steps(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    rows = [
        [
            STEP[each.step].say(lang),
            str(each.cases),
            str(each.median_days),
            str(each.p95_days),
            "-" if each.promised_days is None else str(each.promised_days),
            "-" if each.promised_days is None else str(each.late),
        ]
        for each in metrics.steps
    ]
    if not rows:
        return []
    table = numbers(split(words.STEP_COLUMNS, lang), rows)
    return [Heading(words.STEPS.say(lang)), table, Paragraph(words.STEP_NOTE.say(lang))]


def _enterprises(metrics: ClaimsMetrics, lang: Lang) -> list[Block]:
    rows = [[name, wan(fen)] for name, fen in list(metrics.enterprises.items())[:MOST_NAMED]]
    if not rows:
        return []
    title: Text = words.ENTERPRISES
    return [Heading(title.say(lang)), numbers(split(words.ENTERPRISE_COLUMNS, lang), rows)]


def _closing(facts: ClaimsFacts, lang: Lang) -> list[Block]:
    ledger = shlex.quote(facts.ledger)
    lines = (
        facts.command,
        f"anxinbao ledger verify {ledger} --head {facts.head}",
        f"anxinbao replay {ledger}",
    )
    more = []
    if facts.told:
        more.append(f"anxinbao ledger explain {ledger} {shlex.quote(facts.told)}")
    if facts.asked:
        more.append(f"anxinbao ledger explain {ledger} {shlex.quote(facts.asked)} --why-not payment")
    blocks: list[Block] = [
        Heading(LEDGER.say(lang)),
        Commands((HEAD.say(lang).format(head=facts.head),)),
        Commands(lines),
    ]
    return [*blocks, Heading(NEXT.say(lang)), Commands(tuple(more))] if more else blocks
