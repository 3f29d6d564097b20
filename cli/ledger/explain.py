"""`anxinbao ledger explain`: why an amount was paid, or why another was not."""

from typing import Any

import click

from cli import language, parts, screen
from cli.claims import answer as answer_of_claims
from cli.draw import draw
from cli.ledger.opened import opened
from ledger.text import Text

_NEEDS_PROJECT = Text(
    "--why-not 后面要跟项目编号，“{name}”是凭证编号", "--why-not asks about a project; {name!r} is an entry"
)


@click.command(
    "explain",
    cls=parts.Command,
    says=Text(
        "解释一笔金额；或项目为何没有得到某笔钱", "Explain one amount, or why a project did not get one."
    ),
)
@parts.ledger_argument
@click.argument("name", metavar="ENTRY|PROJECT")
@parts.option(
    "--why-not",
    "what",
    metavar="WHAT",
    says=Text(
        "没有支付的款项：cost_share、premium_subsidy、pool_advance、release；申报用 payment",
        "what was not paid: cost_share, premium_subsidy, pool_advance, release; payment for a claim",
    ),
)
@parts.as_json
@parts.lang
def explain(ledger: str, name: str, what: str | None, as_json: bool) -> None:
    """An entry is explained; a project is told as a story, or asked why something was not paid."""
    with opened(ledger) as store:
        is_entry = store.find("entry", name) is not None
        if what is not None and is_entry:
            raise click.UsageError(language.say(_NEEDS_PROJECT).format(name=name))
        plain, page = _answer(store, name, what, is_entry)
    if as_json:
        screen.put_json(plain)
    else:
        draw(page, screen.console())


def _answer(store: Any, name: str, what: str | None, is_entry: bool) -> Any:
    from escrow.catalogue import load_policy
    from scenarios.claims.explain import is_claims_ledger

    if is_claims_ledger(store):
        return answer_of_claims(store, name, what)
    policy = load_policy()
    if what:
        return _why_not(store, name, what, policy)
    return (_entry if is_entry else _story)(store, name, policy)


def _entry(store: Any, name: str, policy: Any) -> Any:
    from escrow.explain import explain_entry
    from scenarios.report.explained import plain_explanation
    from scenarios.report.explanation import explanation_page

    found = explain_entry(store, name, policy)
    return plain_explanation(found), explanation_page(found, policy, language.of_reports())


def _why_not(store: Any, name: str, what: str, policy: Any) -> Any:
    from escrow.explain import why_not
    from scenarios.report.explained import plain_why_not
    from scenarios.report.explanation import why_not_page

    found = why_not(store, name, what, policy)
    return plain_why_not(found), why_not_page(found, policy, language.of_reports())


def _story(store: Any, name: str, policy: Any) -> Any:
    from scenarios.report.story import plain_story, story_page

    return plain_story(store, name, policy), story_page(store, name, policy, language.of_reports())
