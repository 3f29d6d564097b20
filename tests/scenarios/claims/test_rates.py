"""Published rates of a claims file: one list for all claims, the value of the day for each."""

from datetime import date

from escrow.clauses.dated import Timeline
from scenarios.claims.prepare import prepare_claims
from tests.scenarios.claims.kit import loaded

TEXT = """\
schema: anxinbao/claims@1
papers: [hgx2024-16]
horizon: {from: 2025-01-01, to: 2025-12-31}
rates: {lpr_1y: [{from: 2024-10-21, value: 3.1%}, {from: 2025-05-20, value: 3%}]}
enterprises:
  - {id: E1, facts: {principal: 5000万, loan_days: 365, loan_rate: 4.5%}}
claims:
  - {id: C1, enterprise: E1, clause: hgx2024-16-interest-subsidy, applied_on: 2025-05-19}
  - {id: C2, enterprise: E1, clause: hgx2024-16-interest-subsidy, applied_on: 2025-05-20}
"""


def test_a_claim_is_judged_by_the_rate_of_its_day() -> None:
    prepared = prepare_claims(loaded(TEXT))
    facts = prepared.portfolio.applicants["E1"].facts
    assert isinstance(facts["lpr_1y"], Timeline)
    number = prepared.book.number("hgx2024-16-interest-subsidy")
    days = (date(2025, 5, 19), date(2025, 5, 20))
    found = [prepared.book.rule(number, facts, day.toordinal()).amount_fen for day in days]
    assert found == [155_000_000, 150_000_000]


def test_an_applicant_s_own_rate_goes_before_the_published_one() -> None:
    own = TEXT.replace("loan_rate: 4.5%", "loan_rate: 4.5%, lpr_1y: 2%")
    facts = prepare_claims(loaded(own)).portfolio.applicants["E1"].facts
    assert not isinstance(facts["lpr_1y"], Timeline)


def test_a_claim_before_the_first_rate_is_warned_of() -> None:
    late = TEXT.replace("2024-10-21", "2025-05-20").replace("{from: 2025-05-20, value: 3%}", "")
    said = [each.say("en") for each in loaded(late).warnings]
    assert any("no value on 2025-05-19" in each for each in said)
