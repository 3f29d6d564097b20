"""Everybody who files in a district: enterprises, banks and households, each a population of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from escrow.behaviour import Chance, QuantileTable
from escrow.claims.model import Applicant, ClaimPlan, ClaimsPortfolio
from escrow.clauses import Catalogue
from escrow.world.district.claims import CONSUMERS, ENTERPRISES, applicants_of, claims_of
from escrow.world.district.district import generate_district
from escrow.world.district.filing import Filing
from escrow.world.district.spec import DistrictSpec

# Credit lent in the district by one bank, in 万元 of yearly average daily balance.
LENT_WAN = QuantileTable.of("0:5000 25:20000 50:60000 75:150000 100:600000")
_ALL = Chance.of("100%")


@dataclass(frozen=True, slots=True)
class Members:
    """How many of each kind there are, and how they file."""

    enterprises: DistrictSpec = field(default_factory=DistrictSpec)
    consumers: int = 0
    banks: int = 0
    filing: Filing = field(default_factory=Filing)

    def groups(self) -> list[tuple[DistrictSpec, frozenset[str]]]:
        """Each population with the recipients its members can be."""
        firms = self.enterprises
        lenders = replace(firms, enterprises=self.banks, borrows=_ALL, principal_wan=LENT_WAN, prefix="B")
        households = replace(firms, enterprises=self.consumers, books=False, prefix="H")
        return [(firms, ENTERPRISES), (lenders, frozenset({"bank"})), (households, CONSUMERS)]


def generated_claims(
    members: Members,
    catalogue: Catalogue,
    papers: Sequence[str],
    first_day: int,
    last_day: int,
    seed: int,
    replication: int = 0,
) -> ClaimsPortfolio:
    """All claims of a district under some papers, with those who file them; serials by day and id."""
    applicants: dict[str, Applicant] = {}
    claims: list[ClaimPlan] = []
    until = date.fromordinal(last_day).year
    for spec, recipients in members.groups():
        if spec.enterprises:
            books = replace(spec, last_year=max(spec.last_year, until))
            district = generate_district(books, seed, replication)
            own = claims_of(district, catalogue, papers, first_day, last_day, members.filing, recipients)
            applicants |= applicants_of(district, own)
            claims += own
    claims.sort(key=lambda plan: (plan.applied_day, plan.id))
    return ClaimsPortfolio(applicants, tuple(replace(plan, serial=n) for n, plan in enumerate(claims)))
