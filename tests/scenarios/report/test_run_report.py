"""The run report: tables, stamps, commands, both languages."""

import re

import pytest

from escrow.tape import Instrument, Kind, Reason
from ledger.text import Lang
from scenarios.metrics import measure
from scenarios.metrics.subject import Line
from scenarios.report.document import Bars, Commands, Document, Paragraph
from scenarios.report.run_report import run_report
from tests.scenarios.metrics.kit import WAN, line, subject, worked_success
from tests.scenarios.report.kit import HEAD, facts, said, table_under, tables


def report(tape: list[Line], lang: Lang = "zh", **changes: object) -> Document:
    return run_report(facts(**changes), measure(tape, subject()), lang)


def test_the_table_by_year_is_in_wan_with_two_decimals() -> None:
    table = table_under(report(worked_success()), "分年财政支出（万元）")
    assert table.columns == ("年度", "风险池列支", "保费补助", "30%资助", "合计", "收回", "净支出")
    assert table.rows == (
        ("2025", "200.00", "0.00", "0.00", "200.00", "0.00", "200.00"),
        ("2026", "0.00", "0.00", "180.00", "180.00", "0.00", "180.00"),
        ("合计", "200.00", "0.00", "180.00", "380.00", "0.00", "380.00"),
    )
    assert table.total


def test_a_guarantee_gets_a_column_only_when_it_was_paid() -> None:
    tape = [line("2026-01-01", Kind.GUARANTEE_PAID_OUT, amount=20 * WAN, a=1)]
    assert (
        "guarantee"
        in table_under(report(tape, "en"), "Public money by year (万元, ten thousand yuan)").columns
    )
    assert "guarantee" not in said(report(worked_success(), "en"))


def test_without_public_money_the_report_says_so() -> None:
    assert "本次没有财政支出。" in said(report([]))


def test_the_pool_is_a_chart_by_quarter_with_its_lowest_point() -> None:
    document = report(worked_success())
    (bars,) = [block for block in document.blocks if isinstance(block, Bars)]
    assert bars.rows[0] == ("2025-03-09", 10_000 * WAN, "10,000.00")
    assert bars.rows[2] == ("2025-06-30", 9_800 * WAN, "9,800.00")
    assert "最低 9,800.00 万元，2025-04-10" in said(document)


def test_what_hit_a_cap_is_named_with_project_and_year() -> None:
    tape = [line("2026-02-27", Kind.COST_SHARE_REFUSED, a=2025, b=Reason.CAP_REACHED, c=60 * WAN)]
    row = table_under(report(tape, "en"), "What hit a cap").rows[0]
    assert row == ("enterprise-year cap of the cost share", "1", "60.00", "P1 2025")


def test_no_cap_is_said_too() -> None:
    assert "没有触顶。" in said(report(worked_success()))


def test_what_is_owed_at_the_end_has_its_own_table() -> None:
    tape = [line("2026-12-31", Kind.COMMITTED_UNPAID, a=2026, b=Instrument.COST_SHARE, c=30 * WAN)]
    assert table_under(report(tape), "期末已承诺未支付（万元）").rows == (("2026", "30.00", "30.00"),)
    assert "期末已承诺未支付（万元）" not in said(report(worked_success()))


def test_a_changed_policy_is_stamped_hypothetical() -> None:
    document = report([], "en", overridden=("deposit_rate_min",), hypothetical=True)
    (stamp,) = [block for block in document.blocks if isinstance(block, Paragraph) and block.strong]
    assert stamp.text.startswith("HYPOTHETICAL")
    assert "deposit_rate_min" in stamp.text


def test_the_policy_in_force_bears_no_stamp() -> None:
    assert not [block for block in report([]).blocks if isinstance(block, Paragraph) and block.strong]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_ends_with_head_verify_line_command_and_three_to_try(lang: Lang) -> None:
    head, lines, after = [b for b in report(worked_success(), lang).blocks if isinstance(b, Commands)]
    assert HEAD in head.lines[0]
    assert lines.lines == (
        "anxinbao run worked-success",
        f"anxinbao ledger verify runs/x/ledger.db --head {HEAD}",
        "anxinbao replay runs/x/ledger.db",
    )
    assert after.lines == (
        "anxinbao run worked-success --story P1",
        "anxinbao ledger explain runs/x/ledger.db P2 --why-not cost_share",
        "anxinbao run worked-success --preset practice",
    )


def test_a_path_with_a_space_is_quoted_in_commands() -> None:
    commands = [b for b in report([], ledger="my runs/x.db").blocks if isinstance(b, Commands)]
    assert "anxinbao replay 'my runs/x.db'" in commands[1].lines


def test_a_scenario_from_standard_input_is_not_offered_again() -> None:
    commands = [b for b in report([], scenario="-").blocks if isinstance(b, Commands)]
    assert not any("--story" in text for text in commands[-1].lines)


def test_both_languages_have_the_same_tables_and_figures() -> None:
    zh, en = (tables(report(worked_success(), lang)) for lang in ("zh", "en"))
    assert [(len(t.columns), len(t.rows), t.right) for t in zh] == [
        (len(t.columns), len(t.rows), t.right) for t in en
    ]
    figures = [
        [cell for t in found for row in t.rows for cell in row if re.fullmatch(r"[\d,.-]+", cell)]
        for found in (zh, en)
    ]
    assert figures[0] == figures[1]


def test_english_reports_hold_no_chinese_but_the_unit_and_names() -> None:
    left = [re.sub("万元", "", text) for text in said(report(worked_success(), "en"))]
    assert [text for text in left if re.search("[\u4e00-\u9fff]", text)] == []
