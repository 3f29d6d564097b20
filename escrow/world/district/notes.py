"""Where the defaults of a generated district come from; A to K are public references, J is judgement."""

from collections.abc import Callable
from dataclasses import dataclass

from escrow.behaviour.purpose import JUDGED
from escrow.world.district.beliefs import EVENT_DAYS, EXPORT_INSURED, INCIDENCE
from escrow.world.district.members import LENT_WAN, Members
from ledger.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """One default: the scenario key below `generate` (or what it is), its meaning, value, quality, source."""

    key: str
    label: Text
    value: Callable[[Members], str]
    quality: str
    source: Text


def _sectors(members: Members) -> str:
    return ", ".join(f"{sector.name.zh} {sector.weight}" for sector in members.enterprises.sectors)


def _titles(members: Members) -> str:
    titles = members.enterprises.titles
    return " / ".join(each.say() for each in (titles.held, titles.enter, titles.rise, titles.by_size))


NOTES = (
    Note(
        "enterprises",
        Text("企业数", "enterprises"),
        lambda m: str(m.enterprises.enterprises),
        "J",
        Text(
            "一个区约有 1600 家高新技术企业（全省 4.2 万家，2023，B；区级占比为判断值），默认取其一部分",
            "a district has about 1,600 high-tech firms (42,000 in the province, 2023, B; the share is "
            "judged); the default is a part of them",
        ),
    ),
    Note("sectors", Text("行业权重", "weights of sectors"), _sectors, "J", JUDGED),
    Note(
        "rd",
        Text("2019 年研发投入（万元）", "R&D spending in 2019 (万元)"),
        lambda m: m.enterprises.rd_wan.say(),
        "A",
        Text(
            "对数正态（中位 500，σ 1.4），均值约 1330：2017 年杭州 1819 家、241.93 亿元；σ 为判断值",
            "lognormal (median 500, sigma 1.4), mean about 1,330: 1,819 firms with 24.193 billion in 2017; "
            "sigma judged",
        ),
    ),
    Note(
        "rd_growth",
        Text("研发投入年增长（‰）", "yearly growth of R&D (per mille)"),
        lambda m: m.enterprises.rd_growth.say(),
        "B",
        Text(
            "全区约每年 9%：萧山约七年间 46.28 亿到 87.05 亿元；企业之间的差别为判断值",
            "about 9 % a year in a district: Xiaoshan 4.628 to 8.705 billion in some seven years; the spread "
            "among firms is judged",
        ),
    ),
    Note(
        "revenue_growth",
        Text("营业收入年增长（‰）", "yearly growth of revenue (per mille)"),
        lambda m: m.enterprises.revenue_growth.say(),
        "J",
        JUDGED,
    ),
    Note(
        "keeps_course",
        Text("沿用企业自身走势的年份占比", "share of years in which a firm keeps its own course"),
        lambda m: m.enterprises.keeps_course.say(),
        "J",
        JUDGED,
    ),
    Note(
        "size class",
        Text("规模（按营业收入）", "size class (by revenue)"),
        lambda _: "300 / 2,000 / 40,000 万元",
        "K",
        Text(
            "统计上大中小微型企业划分的营业收入标准，不计人数", "statistical size classes, by revenue alone"
        ),
    ),
    Note(
        "borrows",
        Text("贷款企业占比", "share of firms that borrow"),
        lambda m: m.enterprises.borrows.say(),
        "J",
        Text(
            "金额为对数正态（中位 400 万，上限 3000 万，财金〔2024〕60号，A）",
            "amounts lognormal (median 400万, at most 3,000万, 财金〔2024〕60号, A)",
        ),
    ),
    Note(
        "insures",
        Text("投保研发保险的企业占比", "share of firms that insure their R&D"),
        lambda m: m.enterprises.insures.say(),
        "J",
        Text(
            "科技险约占财险保费 4%（2024，B）；保额参考西安 150 万、南通约 100 万",
            "technology lines are about 4 % of property premiums (2024, B); sums insured after 150万 in "
            "Xi'an and about 100万 in Nantong",
        ),
    ),
    Note(
        "titles",
        Text(
            "称号：起始持有 / 每年进入 / 每年晋升 / 每档规模增加",
            "titles: held at first / enter a year / rise a year / more by size class",
        ),
        _titles,
        "J",
        JUDGED,
    ),
    Note(
        "upper level",
        Text(
            "上级资金：研发投入的千分之几、几日后到账", "higher-level money: per mille of R&D; days to arrive"
        ),
        lambda m: f"{m.enterprises.upper_mille.say()}; {m.enterprises.upper_days.say()}",
        "J",
        JUDGED,
    ),
    Note(
        "filing.applies",
        Text("有资格者申报的比例", "share of those who could that file"),
        lambda m: m.filing.applies.say(),
        "J",
        JUDGED,
    ),
    Note(
        "filing.vain",
        Text("每年不符条件仍申报", "file a year without meeting a condition"),
        lambda m: m.filing.vain.say(),
        "J",
        JUDGED,
    ),
    Note(
        "filing.twice",
        Text("同一事项再报一次", "file the same thing a second time"),
        lambda m: m.filing.twice.say(),
        "J",
        Text(
            "深圳 2016 年追回两项重复资助 1600 万元（B）；比例为判断值",
            "two items, 16 million recovered, Shenzhen 2016 (B); the share is judged",
        ),
    ),
    Note(
        "filing.granted",
        Text("核定占上限（%）", "granted of the ceiling (%)"),
        lambda m: m.filing.granted.say(),
        "J",
        JUDGED,
    ),
    Note(
        "filing.incidences",
        Text("每年有某一事项的企业", "firms that have a matter in a year"),
        lambda _: f"0.3% - 8%, {INCIDENCE.say()}",
        "J",
        Text(
            "按事项不同，见 escrow/world/district/beliefs.py；中型企业如所写，大型加倍、微型减半",
            "by matter, see escrow/world/district/beliefs.py; more for large firms, half for micro ones",
        ),
    ),
    Note(
        "export insurance",
        Text("投保出口信用险的出口企业", "exporters with export credit insurance"),
        lambda _: EXPORT_INSURED.say(),
        "J",
        JUDGED,
    ),
    Note(
        "events",
        Text("从申报到各期条件成就的天数", "days from filing to each stage's event"),
        lambda _: EVENT_DAYS.say(),
        "J",
        JUDGED,
    ),
    Note(
        "banks",
        Text("银行在区内的信用贷款（万元）", "credit a bank lends in the district (万元)"),
        lambda _: LENT_WAN.say(),
        "J",
        JUDGED,
    ),
)
