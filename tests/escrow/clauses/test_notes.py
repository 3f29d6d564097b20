"""What a reader is told beside the result, and what a case may not state."""

from datetime import date
from typing import Any

import pytest

from escrow.clauses.clause import Clause
from escrow.clauses.display import article
from escrow.clauses.problems import BadFact, MissingFact, UnknownClause
from escrow.clauses.result import Evaluation
from tests.escrow.clauses.small import PAPER, TITLE, catalogue, clause, guard, parameter

DAY = date(2024, 6, 30)
TIERS = {"by": "level", "values": {"national": "50万", "province": "20万"}}


def ask(rule: Clause, facts: dict[str, Any]) -> Evaluation:
    return catalogue(rule).evaluate("trial-one", facts, DAY)


def notes(rule: Clause, facts: dict[str, Any]) -> list[str]:
    workings = ask(rule, facts).plain("en")["workings"]
    return [each["text"] for each in workings if each["step"] == "unnamed"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [("heads", "1.5"), ("heads", -1), ("pieces", -1), ("prime", "101%"), ("prime", "4.5"), ("share", "-1%")],
)
def test_a_fact_outside_its_bounds_is_refused(name: str, raw: Any) -> None:
    with pytest.raises(BadFact):
        ask(clause(amount=f"cost * {name}"), {"cost": 1, name: raw})


def test_the_advice_names_the_bounds() -> None:
    known = catalogue(clause(amount="cost"))
    said = [known.facts[name].unit.en for name in ("heads", "prime")]
    assert said[0] == "a whole number, zero or more"
    assert "at most 100%" in said[1]
    assert "dated values" in said[1]


def test_a_text_that_no_tier_names_is_said_with_the_ones_there_are() -> None:
    rule = clause(amount=TIERS)
    found = ask(rule, {"level": "town"})
    assert (found.amount_fen, found.failed) == (0, ())
    assert notes(rule, {"level": "town"}) == [
        "trial: the clause does not name town; it names national, province"
    ]
    assert notes(rule, {"level": "national"}) == []


def test_tests_and_lists_name_texts_too_but_exclusions_do_not() -> None:
    rule = clause(
        when=[guard("level in ('a', grade)")], amount="cost", parameters={"grade": parameter("text", "b")}
    )
    assert notes(rule, {"level": "b", "cost": 1}) == []
    assert notes(rule, {"level": "c", "cost": 1}) == ["trial: the clause does not name c; it names a, b"]
    assert (
        notes(clause(when=[guard("'a' in levels")], amount="cost"), {"levels": ["x", "a"], "cost": 1}) != []
    )
    assert notes(clause(when=[guard("level != 'a'")], amount="cost"), {"level": "c", "cost": 1}) == []


def test_a_fact_the_clause_never_asks_for_is_named() -> None:
    assert ask(clause(amount="cost"), {"cost": 1, "debt": 5}).plain("en")["not_asked"] == ["debt"]


def test_a_missing_fact_reminds_of_what_was_stated_in_vain() -> None:
    with pytest.raises(MissingFact) as missing:
        ask(clause(amount="cost"), {"other_cost": 1})
    assert "does not ask for other_cost" in missing.value.advise("en")


def test_an_unknown_clause_is_not_answered_with_every_clause_there_is() -> None:
    known = catalogue(clause(amount="cost"))
    with pytest.raises(UnknownClause) as near:
        known.clause("trial-on")
    assert near.value.advise("en") == "did you mean trial-one?"
    with pytest.raises(UnknownClause) as far:
        known.clause("zzz")
    assert far.value.advise("en") == "known: trial-*."


def test_an_article_that_is_a_bare_number_is_cited_in_words() -> None:
    assert [article("43", lang) for lang in ("zh", "en")] == ["第43条", "article 43"]
    assert article("三(二十五)", "en") == "三(二十五)"


def test_a_pool_is_called_by_its_title_or_by_the_clause() -> None:
    limit = {"cap": "1元", "per": ["enterprise"], "pool": "some_id"}
    titled = {**limit, "title": {"zh": "年度额度", "en": "yearly pool"}}
    plain = ask(clause(amount="cost", limits=[limit, titled]), {"cost": 5}).plain("en")
    assert [each["title"] for each in plain["limits"]] == ["trial", "yearly pool"]
    assert "pool yearly pool" in plain["workings"][-1]["text"]


def test_either_of_two_thresholds_says_what_is_missing() -> None:
    found = ask(
        clause(when=[guard("cost >= 5元 or exports >= 9美元")], amount="cost"), {"cost": 4, "exports": 1}
    )
    assert [each.missing_fen for each in found.failed] == [100]


def test_a_draft_is_in_its_term_but_not_in_force() -> None:
    plain = ask(clause({"status": "draft"}, amount="cost"), {"cost": 1}).plain("en")
    assert (plain["in_term"], plain["in_force"], plain["draft"]) == (True, False, True)


def test_a_term_may_be_open_though_the_paper_s_ends() -> None:
    rule = clause(amount="cost", valid={"to": "open"})
    assert rule.valid.last is None
    assert rule.valid.from_ == date.fromisoformat(PAPER["valid"]["from"])
    assert catalogue(rule).evaluate("trial-one", {"cost": 1}, date(2999, 1, 1)).amount_fen == 100


def test_the_option_of_a_reading_is_said_in_its_own_words() -> None:
    reading = {
        "title": {"zh": "基数", "en": "base"},
        "default": "whole",
        "why": TITLE,
        "options": {
            "whole": {"zh": "全部", "en": "all of it"},
            "part": {"zh": "超过部分", "en": "the part above"},
        },
    }
    rule = clause(amount="cost", readings={"base": reading}, steps=[{"cap": "1元", "if": "base == 'part'"}])
    text = ask(rule, {"cost": 5}).plain("en")["workings"][-1]["text"]
    assert text == "this step does not apply: base: all of it, not the part above"
