"""What is believed of facts that no book of a district holds: shares of its books, chances, plain numbers.

Every figure here is a judgement (J) unless a comment names its source; a scenario may state its own.
"""

from collections.abc import Mapping
from typing import NamedTuple

from escrow.behaviour import Chance, QuantileTable

_OF = QuantileTable.of


class ShareOf(NamedTuple):
    """Money as thousandths of a yearly book of the firm."""

    book: str
    mille: QuantileTable


class Yuan(NamedTuple):
    """Money in yuan, whoever asks."""

    table: QuantileTable


# Lognormal with median 400万 and sigma 0.8, at most 3,000万 (the cap: 财金〔2024〕60号, A).
LOAN = _OF("0:300000 10:1430000 25:2330000 50:4000000 75:6860000 90:11150000 100:30000000")
MONEY: Mapping[str, ShareOf | Yuan] = {
    "project_input": ShareOf("rd_spend", _OF("0:40 25:120 50:250 75:450 100:900")),
    "investment": ShareOf("revenue", _OF("0:10 25:30 50:60 75:120 100:400")),
    "planned_investment": ShareOf("revenue", _OF("0:10 25:30 50:60 75:120 100:400")),
    "actual_cost": ShareOf("revenue", _OF("0:1 25:3 50:8 75:20 100:60")),
    "contract_amount": ShareOf("rd_spend", _OF("0:20 25:60 50:120 75:250 100:600")),
    "contract_amounts": ShareOf("rd_spend", _OF("0:20 25:60 50:120 75:250 100:600")),
    "transaction_amount": ShareOf("rd_spend", _OF("0:50 25:150 50:350 75:800 100:3000")),
    "development_cost": ShareOf("rd_spend", _OF("0:20 25:60 50:120 75:250 100:600")),
    "development_costs": ShareOf("rd_spend", _OF("0:20 25:60 50:120 75:250 100:600")),
    "principal": Yuan(LOAN),
    "loan_amount": Yuan(LOAN),
    "domestic_network_cost": ShareOf("revenue", _OF("0:1 25:3 50:8 75:15 100:40")),
    "overseas_network_cost": ShareOf("revenue", _OF("0:1 25:3 50:8 75:15 100:40")),
    "taxable_income": ShareOf("revenue", _OF("0:0 25:20 50:80 75:150 100:350")),
    "copyright_sales": ShareOf("revenue", _OF("0:10 50:80 100:400")),
    "price": Yuan(_OF("0:300 25:1500 50:3000 75:5500 100:15000")),
    "booth_fee": Yuan(_OF("0:15000 50:40000 100:150000")),
    "economy_fare": Yuan(_OF("0:3000 50:9000 100:18000")),
    "ticket_paid": Yuan(_OF("0:3000 50:9000 100:40000")),
    "venue_rent": Yuan(_OF("0:200000 50:1000000 100:4000000")),
    "event_costs": Yuan(_OF("0:50000 50:300000 100:1500000")),
    "self_paid": Yuan(_OF("0:2000 50:9000 100:60000")),
    "toll": Yuan(_OF("0:5 100:25")),
    "stage_amounts": Yuan(_OF("0:500000 100:2000000")),
    "district_amount": ShareOf("rd_spend", _OF("0:20 50:80 100:300")),
}
OTHER_MONEY = ShareOf("revenue", _OF("0:2 25:5 50:10 75:25 100:80"))
# What households buy, small firms rent and others already pay, by what is paid for and fact.
OWN: Mapping[tuple[str, str], ShareOf | Yuan] = {
    ("tech_insurance", "higher_level_received"): ShareOf("premium", _OF("0:200 50:400 100:500")),
    ("appliance_swap", "price"): Yuan(_OF("0:800 25:2200 50:3600 75:6000 100:20000")),
    ("home_renewal", "price"): Yuan(_OF("0:200 25:900 50:2400 75:5200 100:16000")),
    ("digital_goods", "price"): Yuan(_OF("0:500 25:1500 50:2900 75:4900 100:10000")),
    ("incubatee_rent", "annual_rent"): Yuan(_OF("0:12000 25:40000 50:90000 75:180000 100:600000")),
    ("office_rent", "annual_rent"): Yuan(_OF("0:60000 25:200000 50:450000 75:900000 100:3000000")),
    ("fdi_rent", "annual_rent"): Yuan(_OF("0:200000 50:1200000 100:6000000")),
}
NUMBERS: Mapping[str, QuantileTable] = {
    "loan_days": _OF("0:60 30:180 40:365 100:365"),
    "energy_grade": _OF("0:1 60:1 60:2 90:2 90:3 100:3"),
    "stars": _OF("0:3 45:3 45:4 80:4 80:5 100:5"),
    "stages_passed": _OF("0:1 50:1 50:2 85:2 85:3 100:3"),
    "platform_ranks": _OF("0:1 100:30"),
    "vehicle_class": _OF("0:1 97:1 97:2 100:4"),
    "years_above_scale": _OF("0:1 100:6"),
    "policy_year": QuantileTable.constant(2024),
    "roadshow_score": _OF("0:45 10:62 50:76 90:88 100:97"),
    "site_score": _OF("0:45 10:62 50:76 90:88 100:97"),
}
OTHER_NUMBER = _OF("0:1 40:1 40:2 100:5")
# Ten-thousandths. The one-year LPR stood at 3.45 % until July 2024 and at 3.10 % from October 2024 (A).
RATIOS: Mapping[str, QuantileTable] = {
    "loan_rate": _OF("0:280 50:360 100:480"),
    "lpr_1y": QuantileTable.constant(345),
    "lpr_at_signing": QuantileTable.constant(345),
    "lpr_at_payment": QuantileTable.constant(335),
    "exchange_rate": QuantileTable.constant(71200),
}
OTHER_RATIO = _OF("0:1000 50:3000 100:8000")
TRUE = Chance.of("97%")
# How many firms of a hundred have such a thing in a year, by what is paid for; the rest `INCIDENCE`.
INCIDENCES: Mapping[str, Chance] = {
    name: Chance.of(text)
    for text, names in {
        "0.3%": "key_lab science_prize sci_award headquarters major_project poc_centre talent_team "
        "attracted_project",
        "0.6%": "rd_input consortium overseas_rd industrial_internet icv_project postdoc listing film_game "
        "culture_project",
        "1%": "incubator_title incubator_rating incubator_graduate makerspace_rating design_award "
        "culture_export promotion_event ecommerce paid_in_capital fdi_rent expo_hosting "
        "key_software_title",
        "2%": "national_task software_product upscale tech_insurance compute market_network loan_interest",
        "4%": "competitive_project smart_manufacturing exhibition expo_travel digital_sample office_rent",
        "8%": "tech_trade tech_firm_title incubatee_rent",
        "25%": "home_renewal digital_goods",
        "30%": "appliance_swap",
        "5%": "car_swap",
        "0%": "toll minimum_income medical_cover",  # nobody applies for these by a form of the paper
    }.items()
    for name in names.split()
}
INCIDENCE = Chance.of("2%")
# Of those who could, how many file; and how many file a year although they lack a condition.
APPLIES, VAIN = Chance.of("75%"), Chance.of("0.3%")
EXPORT_INSURED = Chance.of("40%")
# 2 % file the same facts twice (two items of 1,600万, Shenzhen 2016, B; the share itself is J).
TWICE = Chance.of("2%")
LATE = Chance.of("2%")
LAPSES = Chance.of("3%")  # a year
# What the office grants of the ceiling, in percent.
GRANTED = _OF("0:20 15:40 40:70 60:90 65:100 100:100")
EVENT_DAYS = _OF("0:20 25:70 50:140 75:250 100:500")
BEFORE_DAYS = _OF("0:5 50:45 100:150")  # from the event to the application
