"""The population of a district: enterprises with their years, and the claims they make."""

from escrow.world.district.awards import awards_of
from escrow.world.district.claims import CONSUMERS, ENTERPRISES, applicants_of, claims_of
from escrow.world.district.district import District, district_of, generate_district
from escrow.world.district.filing import Filing
from escrow.world.district.members import Members, generated_claims
from escrow.world.district.spec import DistrictSpec, Sector, Titles

__all__ = [
    "CONSUMERS",
    "ENTERPRISES",
    "District",
    "DistrictSpec",
    "Filing",
    "Members",
    "Sector",
    "Titles",
    "applicants_of",
    "awards_of",
    "claims_of",
    "district_of",
    "generate_district",
    "generated_claims",
]
