"""From a claims file to the facts the engine runs on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from escrow.claims.model import Applicant, ClaimPlan, ClaimsPortfolio, Facts, Known, Promotion
from escrow.claims.promotion import with_promotions
from escrow.clauses import Catalogue
from scenarios.claims.spec.claim import ClaimRecord, ClaimSpec, EnterpriseFacts
from scenarios.claims.spec.claim import Facts as RawFacts
from scenarios.claims.spec.model import ClaimsScenario
from scenarios.claims.spec.rates import rates_of


def to_portfolio(
    scenario: ClaimsScenario,
    catalogue: Catalogue,
    drawn: Iterable[ClaimPlan] = (),
    firms: Mapping[str, Applicant] | None = None,
) -> ClaimsPortfolio:
    """Stated claims in the order of the file, then drawn ones, each followed by its promotions.

    A published rate is a fact of every applicant who states none of his own.
    """
    applicants = dict(firms or {})
    applicants.update({each.id: _applicant(each, catalogue) for each in scenario.enterprises})
    plans = [*(_plan(each, catalogue) for each in scenario.claims), *drawn]
    for plan in plans:
        applicants.setdefault(plan.enterprise, Applicant(plan.enterprise))
    if rates := rates_of(scenario, catalogue):
        applicants = {name: replace(each, facts={**rates, **each.facts}) for name, each in applicants.items()}
    whole = with_promotions(plans)
    return ClaimsPortfolio(applicants, tuple(replace(each, serial=i) for i, each in enumerate(whole)))


def _applicant(spec: EnterpriseFacts, catalogue: Catalogue) -> Applicant:
    return Applicant(spec.id, _read(spec.facts, catalogue), spec.facts_year)


def _plan(spec: ClaimSpec, catalogue: Catalogue) -> ClaimPlan:
    return ClaimPlan(
        serial=0,
        id=spec.id,
        enterprise=spec.enterprise,
        clause=spec.clause,
        applied_day=spec.applied_on.toordinal(),
        facts=_read(spec.facts, catalogue),
        matter=spec.matter,
        object=spec.object,
        upper_level=tuple((each.arrives_on.toordinal(), each.amount) for each in spec.upper_level),
        upper_payer=spec.upper_payer,
        events={name: day.toordinal() for name, day in spec.events.items()},
        lapses_day=_day(spec.lapses_on),
        promotions=tuple(
            Promotion(each.on.toordinal(), _read(each.facts, catalogue)) for each in spec.promoted
        ),
        known=_known(spec.record),
    )


def _known(record: ClaimRecord | None) -> Known:
    if record is None:
        return Known()
    return Known(
        complete_day=_day(record.complete_on),
        reviewed_day=_day(record.reviewed_on),
        decided_day=_day(record.decided_on),
        publicised_day=_day(record.publicised_on),
        paid_days=tuple(each.toordinal() for each in record.paid_on),
    )


def _day(value: date | None) -> int | None:
    return None if value is None else value.toordinal()


def _read(facts: RawFacts, catalogue: Catalogue) -> Facts:
    return dict(catalogue.read_facts(facts))
