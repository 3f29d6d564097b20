"""The two ends of the report: what was simulated, and the ledger with the commands to go on with."""

import shlex

from ledger.text import Lang, Text
from scenarios.report import words
from scenarios.report.document import Block, Commands, Heading, Paragraph, Table
from scenarios.report.facts import RunFacts


def opening(facts: RunFacts, lang: Lang) -> list[Block]:
    """Title, stamp of a changed policy, and the inputs."""
    blocks: list[Block] = [Heading(facts.title.say(lang), level=1)]
    if facts.overridden:
        stamp = words.HYPOTHETICAL if facts.hypothetical else words.AMENDED
        text = stamp.say(lang).format(list=", ".join(facts.overridden))
        blocks.append(Paragraph(text, strong=facts.hypothetical))
    if facts.why:
        blocks.append(Paragraph(facts.why.say(lang)))
    rows = tuple((name.say(lang), value) for name, value in _inputs(facts, lang))
    blocks += [Heading(words.FACTS.say(lang)), Table(("", ""), rows)]
    if facts.recognised:
        blocks.append(Paragraph(words.KEPT.say(lang)))
    return blocks


def _inputs(facts: RunFacts, lang: Lang) -> list[tuple[Text, str]]:
    preset = words.PRESET.get(facts.preset, Text(facts.preset, facts.preset)).say(lang)
    lines = [
        (Text("政策", "policy"), facts.policy.say(lang)),
        (Text("读法预设", "preset of readings"), preset),
        (Text("模拟区间", "period"), f"{facts.first_on} … {facts.last_on}"),
        (Text("随机种子", "seed"), f"{facts.seed} / {facts.replication}"),
    ]
    if facts.readings:
        listed = ", ".join(f"{name}={option}" for name, option in facts.readings)
        lines.insert(2, (Text("另选读法", "readings chosen"), listed))
    if facts.as_of:
        lines.append((Text("记录截至", "record up to"), facts.as_of))
    return lines


def closing(facts: RunFacts, lang: Lang) -> list[Block]:
    """Head, verify line, the exact command, three commands to try next."""
    ledger = shlex.quote(facts.ledger)
    lines = [
        facts.command,
        f"anxinbao ledger verify {ledger} --head {facts.head}",
        f"anxinbao replay {ledger}",
    ]
    return [
        Heading(words.LEDGER.say(lang)),
        Commands((words.HEAD.say(lang).format(head=facts.head),)),
        Commands(tuple(lines)),
        Heading(words.NEXT.say(lang)),
        Commands(_next(facts, ledger)),
    ]


def _next(facts: RunFacts, ledger: str) -> tuple[str, str, str]:
    scenario = f" {shlex.quote(facts.scenario)}" if facts.scenario else ""
    preset = "prudent" if facts.preset == "practice" else "practice"
    other = f"anxinbao run{scenario} --preset {preset}"
    if " --point " in facts.command:  # a replication of a sweep, whose scenario cannot be changed here
        other = f"anxinbao compare{scenario}"
    if not facts.told or facts.scenario == "-":
        return other, "anxinbao scenario list", "anxinbao policy show"
    again = facts.command if " --point " in facts.command else f"anxinbao run{scenario}"
    story = f"{again} --story {shlex.quote(facts.told)}"
    return story, f"anxinbao ledger explain {ledger} {shlex.quote(facts.asked)} --why-not cost_share", other
