"""`anxinbao run` and `scenario` for claims (`anxinbao/claims@1`): the same promises as for the scheme."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from cli import language, screen
from cli.draw import draw
from cli.keeping import check_story, keep
from cli.ledger.opened import opened
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.claims.run import ClaimsResult
    from scenarios.claims.spec import ClaimsLoaded
    from scenarios.spec import Source

_WARNING = Text("提醒：{text}", "warning: {text}")
_NO_PRESET = Text("申报情景没有读法预设", "claims have no presets of readings")
_NO_CLAIM = Text("没有申报“{name}”；有：{known}", "no claim {name!r}; there are: {known}")


def run_claims(
    source: "Source", story: str | None, as_json: bool, given: dict[str, Any], command: str
) -> None:
    """Simulate, keep the ledger, print the report, a claim's story or JSON."""
    from scenarios.claims.run import run_claims as simulate_and_keep
    from scenarios.claims.spec import open_claims

    if given["preset"] is not None:
        raise click.UsageError(language.say(_NO_PRESET))
    loaded = open_claims(
        source, sets=given["sets"], readings=given["readings"], seed=given["seed"], extra=given["folder"]
    )
    for warning in loaded.warnings:
        screen.warn(language.say(_WARNING).format(text=warning.say(language.current())))
    if story is not None:
        _check_claim(loaded, story, given["replication"])
    result = keep(simulate_and_keep, loaded, loaded.source.name, given)
    if story is not None:
        tell_story(result.ledger, story, as_json)
    else:
        _report(result, command, source.file, as_json)


def _check_claim(loaded: "ClaimsLoaded", story: str, replication: int) -> None:
    from scenarios.claims.prepare import prepare_claims

    claims = prepare_claims(loaded, replication=replication).portfolio.claims
    check_story(story, [plan.id for plan in claims], _NO_CLAIM)


def _report(result: "ClaimsResult", command: str, scenario: str, as_json: bool) -> None:
    from scenarios.claims.metrics import measure
    from scenarios.claims.report.facts import facts_of
    from scenarios.claims.report.kept import keep_report
    from scenarios.claims.report.page import claims_report
    from scenarios.claims.report.plain import plain_claims

    facts = facts_of(result, command, scenario)
    metrics = measure(result.tape, result.prepared.setting)
    if result.out is not None:
        keep_report(result.out, facts, metrics)
    if as_json:
        screen.put_json(plain_claims(facts, metrics))
    else:
        draw(claims_report(facts, metrics, language.of_reports()), screen.console())


def tell_story(place: str, claim: str, as_json: bool) -> None:
    """A claim's life, from its ledger."""
    with opened(place) as store:
        plain, page = answer(store, claim, None)
    if as_json:
        screen.put_json(plain)
    else:
        draw(page, screen.console())


def answer(store: Any, name: str, what: str | None) -> tuple[Any, Any]:
    """What `ledger explain` says of an entry or claim of a claims ledger: plain data and a page."""
    from scenarios.claims.explain import ClaimsLedger

    ledger = ClaimsLedger(store)
    tell: Callable[..., tuple[Any, Any]]
    if what is not None:
        return _why_not(ledger, name, what)
    tell = _entry if store.find("entry", name) is not None else _story
    return tell(ledger, name)


def _entry(ledger: Any, name: str) -> tuple[Any, Any]:
    from scenarios.claims.explain.entry import explain_claim_entry
    from scenarios.claims.explain.pages import entry_page
    from scenarios.claims.explain.plain import plain_entry

    found = explain_claim_entry(ledger, name)
    return plain_entry(found), entry_page(found, language.of_reports())


def _story(ledger: Any, name: str) -> tuple[Any, Any]:
    from scenarios.claims.explain.pages import story_page
    from scenarios.claims.explain.plain import plain_story
    from scenarios.claims.explain.story import story_of

    lines = story_of(ledger, name)
    return plain_story(name, lines), story_page(name, lines, language.of_reports())


def _why_not(ledger: Any, name: str, what: str) -> tuple[Any, Any]:
    from scenarios.claims.explain.pages import why_not_page
    from scenarios.claims.explain.plain import plain_why_not
    from scenarios.claims.explain.why_not import why_not_paid

    found = why_not_paid(ledger, name, what)
    return plain_why_not(found), why_not_page(found, language.of_reports())
