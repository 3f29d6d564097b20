"""Every option answers as its words say, and differs from the others where it should."""

import pytest

from escrow.catalogue import load_policy
from escrow.readings import claim, eligibility, grant, premium, rounding
from escrow.settlement import AuditDay, Partner
from escrow.settlement.scope import ClaimFacts
from escrow.tape import Payer
from tests.escrow.literal import DEFAULTS, day, read

AUDIT = AuditDay(2025, day("2026-02-13"), day("2027-01-15"))
RELEASED, INVOICED, TRIAL = day("2026-01-08"), day("2025-12-30"), day("2025-03-09")


@pytest.mark.parametrize("module", [claim, eligibility, grant, premium, rounding])
def test_every_option_has_words_and_a_function_of_its_own(module: object) -> None:
    for options in module.OPTIONS.values():  # type: ignore[attr-defined]
        assert len(options) >= 2
        assert all(function.__doc__ for function in options.values())
        assert len(set(options.values())) == len(options)


@pytest.mark.parametrize(
    ("option", "year"),
    [
        ("release_calendar_year", 2026),
        ("audit_year", 2026),
        ("payment_year", 2027),
        ("scheme_year", 2025),
        ("invoice_year", 2025),
    ],
)
def test_each_cap_year_dates_the_same_release_in_its_own_way(option: str, year: int) -> None:
    _, bucket = grant.OPTIONS["cap_year"][option](RELEASED, INVOICED, AUDIT, TRIAL)
    assert bucket == year


def test_the_scheme_year_turns_on_its_anniversary() -> None:
    turns = [grant.scheme_year(day(on), 0, AUDIT, TRIAL)[1] for on in ("2026-03-08", "2026-03-09")]
    assert turns == [2025, 2026]


def test_only_the_invoice_year_moves_a_release_to_another_audit() -> None:
    days = {name: f(RELEASED, INVOICED, AUDIT, TRIAL)[0] for name, f in grant.OPTIONS["cap_year"].items()}
    assert [name for name, on in days.items() if on == INVOICED] == ["invoice_year"]


def test_the_trial_shares_one_cap_to_its_last_day() -> None:
    last = day("2026-03-08")
    assert [grant.one_for_trial_year(on, 2026, last) for on in (last, last + 1)] == [grant.TRIAL_BUCKET, 2026]
    assert grant.full_each_calendar_year(last, 2026, last) == 2026


def test_a_group_is_one_unit_and_a_lone_enterprise_another() -> None:
    assert grant.group_of(5, 0) == grant.group_of(6, 0) != grant.group_of(5, -1)
    assert grant.legal_entity(5, 0) != grant.legal_entity(6, 0)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("same_project_carried_forward", (0, 100, 80, False)),
        ("whole_project_with_clawback", (220, 180, 0, True)),
        ("same_year_only", (0, 100, 0, False)),
    ],
)
def test_each_claim_scope_deals_with_a_claim_above_the_years_input(option: str, expected: object) -> None:
    facts = ClaimFacts(input=100, claims=150, carried=30, input_to_date=400, claims_to_date=180)
    assert grant.OPTIONS["claim_scope"][option](facts) == expected


def test_what_counts_as_input_follows_four_readings() -> None:
    base = grant.released_to_platform()
    assert tuple(base) == (1, 1, 0, 0, 0, 0)
    assert tuple(grant.forfeiture_taken_out(base)) == (1, 0, 0, 0, 0, 0)
    assert tuple(grant.equipment_counted(base)) == (1, 1, 0, 0, 1, 0)
    assert tuple(grant.outside_counted(base)) == (1, 1, 0, 0, 0, 1)


def test_a_forfeited_deposit_is_taken_out_even_when_paying_in_counts() -> None:
    assert tuple(grant.forfeiture_taken_out(grant.paid_into_escrow())) == (0, -1, 1, -1, 0, 0)


def test_partners_matter_only_when_shares_count() -> None:
    partners = (Partner(7, -1, 1, 4),)
    assert grant.one_and_one(partners) == ()
    assert grant.shares_by_contract(partners) == partners


def test_each_premium_cap_scope_groups_in_its_own_way() -> None:
    groups = {name: f((3, 4), 10, 20) for name, f in premium.OPTIONS["premium_cap_scope"].items()}
    assert groups == {
        "per_project": ((7, 10),),
        "per_enterprise_year": ((7, 20),),
        "per_policy": ((3, 0), (4, 0)),
    }


def test_the_payee_and_the_payer_matter_by_default_only() -> None:
    default, other = read(), read(claim_deduction="any_claim_on_project", premium_payer="platform_passed_on")
    assert default.claim_deduction(Payer.ENTERPRISE)
    assert not default.claim_deduction(Payer.PLATFORM)
    assert other.claim_deduction(Payer.PLATFORM)
    assert not default.premium_payer(Payer.PLATFORM)
    assert other.premium_payer(Payer.PLATFORM)


def test_the_premium_subsidy_is_due_after_the_notice_or_with_the_grant() -> None:
    assert premium.after_notice(100, 500, 30) == 130
    assert premium.with_yearly_grant(100, 500, 30) == 500


def test_a_late_policy_is_lost_or_waits_for_the_audit() -> None:
    assert [premium.no_subsidy(late) for late in (0, 1)] == [premium.Handling.IN_TIME, premium.Handling.NEVER]
    assert [premium.accepted_at_audit(late) for late in (0, 1)] == [
        premium.Handling.IN_TIME,
        premium.Handling.AT_AUDIT,
    ]


@pytest.mark.parametrize(
    ("option", "expected"),
    [("stated", 1), ("failed_deposit", 2), ("all_paid_so_far", 3), ("platform_cost", 4)],
)
def test_each_loss_basis_picks_its_loss(option: str, expected: int) -> None:
    assert claim.OPTIONS["loss_basis"][option](1, 2, 3, 4) == expected


def test_a_stated_claim_stands_unless_the_policy_decides() -> None:
    assert claim.stated(90, 200, 120) == 90
    assert claim.stated(None, 200, 120) == 120
    assert claim.smaller_of_loss_and_cover(90, 200, 120) == 120


def test_the_threshold_looks_at_one_agreement_or_at_all() -> None:
    assert eligibility.agreements_added_up(200, 350).counted_fen == 350
    assert eligibility.agreed_at_intake(200, 350).counted_fen == 200
    assert [eligibility.actual_at_end(1, 1).at_end, eligibility.agreed_at_intake(1, 1).at_end] == [
        True,
        False,
    ]


def test_parties_have_to_be_of_the_district_under_the_stricter_reading() -> None:
    strict = eligibility.enterprise_in_district_and_unrelated
    assert strict(True, True, False)
    assert not strict(True, False, False)
    assert not strict(True, True, True)
    assert eligibility.platform_listed(True, False, True)
    assert not eligibility.platform_listed(False, True, False)


def test_equipment_stands_beside_or_inside_the_instalments() -> None:
    assert eligibility.equipment_beside(500, 100) == (400, 100)
    assert eligibility.equipment_inside(500, 100) == (500, 0)


def test_an_old_agreement_is_too_old_only_under_the_stricter_reading() -> None:
    assert eligibility.notice_is_gate(1, 5) == 0
    assert eligibility.signed_in_trial(1, 5) == 4


def test_a_binding_without_choices_gives_the_defaults() -> None:
    assert set(vars(read())) >= set(DEFAULTS)


def test_the_default_of_the_catalogue_is_the_first_option() -> None:
    policy = load_policy()
    assert {name: policy.readings[name].default for name in DEFAULTS} == DEFAULTS
