"""`anxinbao policy evaluate`: one case, several, a table; in words and as data."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import Result
from freezegun import freeze_time

from tests.cli.conftest import Call

CLAUSE = "binjiang2024-competitive-project"
DAY = ("--on", "2024-06-30")
TABLE = "id,项目实际投入（万元）,decided_rate,qualifies\na,2000,20%,是\nb,100,0.1,是\nc,100,0.1,否\n"


def asked(call: Call, *words: str, **rest: Any) -> Result:
    return call("policy", "evaluate", CLAUSE, *DAY, *words, **rest)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("case.yaml", "project_input: 2000万\ndecided_rate: 0.2\n"),
        ("case.json", '{"project_input": 20000000, "decided_rate": 0.2}'),
    ],
)
def test_a_case_from_a_file_is_capped(call: Call, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    data = json.loads(asked(call, "--facts", name, "--json").stdout)
    assert {"id", "amount_fen", "citation", "workings", "failed"} <= set(data)
    assert (data["id"], data["amount_fen"], data["failed"]) == (CLAUSE, 300_000_000, [])
    assert data["citation"]["number"] == "滨政〔2024〕12号"


def test_the_page_says_each_step_and_who_pays(call: Call) -> None:
    page = asked(call, "--fact", "project_input=2000万", "--fact", "decided_rate=20%", "--lang", "zh").stdout
    assert "3,000,000.00元" in page
    assert "4,000,000.00元 → 3,000,000.00元" in page
    assert "市财政" in page


def test_what_is_missing_is_said_in_money(call: Call) -> None:
    words = ("--fact", "agreed_total=2999999.99", "--on", "2025-06-30", "--lang", "zh")
    done = call("policy", "evaluate", "xiaoshan-elig-total-3m", *words)
    assert (done.exit_code, "差 0.01元" in done.stdout) == (0, True)


def test_standard_input_a_list_and_a_fact_of_the_command_line(call: Call) -> None:
    cases = json.dumps([{"project_input": 1_000_000}, {"project_input": 2_000_000, "decided_rate": "10%"}])
    done = asked(call, "--facts", "-", "--fact", "decided_rate=20%", "--json", input=cases)
    assert [each["amount_fen"] for each in json.loads(done.stdout)] == [20_000_000, 40_000_000]


def test_a_number_of_the_clause_can_be_changed_and_is_stamped(call: Call) -> None:
    facts = ("--fact", "project_input=2000万", "--fact", "decided_rate=20%", "--fact", "decided_amount=500万")
    data = json.loads(asked(call, *facts, "--set", "cap=500万", "--json").stdout)
    assert (data["amount_fen"], data["hypothetical"]) == (400_000_000, True)


def test_an_overlay_amends_the_paper_first(call: Call) -> None:
    change = {"clause": CLAUSE, "parameter": "cap", "value": "100万"}
    Path("reform.yaml").write_text(json.dumps({"schema": "anxinbao/overlay@1", "changes": [change]}), "utf-8")
    facts = ("--fact", "project_input=2000万", "--fact", "decided_rate=20%", "--overlay", "reform.yaml")
    data = json.loads(asked(call, *facts, "--json").stdout)
    assert (data["amount_fen"], data["hypothetical"]) == (100_000_000, True)


def test_a_reading_is_chosen_and_named(call: Call) -> None:
    words = (
        "--fact",
        "deposit_lodged=25万",
        "--fact",
        "prepaid_beyond=225万",
        "--on",
        "2025-06-30",
        "--json",
    )
    for option, fen in (("returned", 25_000_000), ("lost", 250_000_000)):
        done = call(
            "policy", "evaluate", "xiaoshan-forfeiture", *words, "--reading", f"prepaid_excess={option}"
        )
        data = json.loads(done.stdout)
        assert (data["amount_fen"], data["readings"]["prepaid_excess"]) == (fen, option)


def test_without_a_day_it_is_today(call: Call) -> None:
    with freeze_time("2024-07-01"):
        done = call("policy", "evaluate", CLAUSE, "--fact", "project_input=1", "--json")
    assert json.loads(done.stdout)["on"] == "2024-07-01"


def test_a_table_is_answered_as_the_same_table(call: Call) -> None:
    Path("t.csv").write_text(TABLE, encoding="gb18030")
    done = asked(call, "--facts", "t.csv", "--lang", "en")
    lines = [line.split(",") for line in done.stdout.splitlines()]
    assert lines[0] == [*TABLE.splitlines()[0].split(","), "amount_fen", "amount", "failed"]
    assert [line[4] for line in lines[1:]] == ["300000000", "10000000", "0"]
    assert (bool(lines[2][-1]), bool(lines[3][-1])) == (False, True)


def test_parquet_comes_out_and_goes_in_again(call: Call) -> None:
    assert asked(call, "--facts", "-", "--out", "o.parquet", input=TABLE).exit_code == 0
    assert pq.read_table("o.parquet")["amount_fen"].to_pylist() == [300_000_000, 10_000_000, 0]
    again = asked(call, "--facts", "o.parquet", "--json")
    assert [row["amount_fen"] for row in json.loads(again.stdout)] == [300_000_000, 10_000_000, 0]


def test_each_row_may_state_its_own_day(call: Call) -> None:
    done = asked(call, "--facts", "-", "--json", input="on,project_input\n2024-06-30,100\n2025-01-01,100\n")
    assert [row["amount_fen"] > 0 for row in json.loads(done.stdout)] == [True, False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("project_input,decided_rate\n100,20%\nabc,20%\n", "line 3, project_input: 'abc'"),
        ("project_input,decided_rate\n100,20%\n,20%\n", "line 3 needs the fact project_input"),
        ("project_inptu,decided_rate\n100,20%\n", "did you mean project_input"),
        ("project_input,project_input\n1,2\n", "line 1"),
        ("project_input,decided_rate\n1\n", "line 2"),
        ('{"project_input": 1,', "line 1"),
        ("project_input: [1\n", "cannot read -"),
    ],
)
def test_a_bad_file_names_line_and_column(call: Call, text: str, said: str) -> None:
    done = asked(call, "--facts", "-", input=text)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("no-such-clause",),
        (CLAUSE, "--fact", "project_input"),
        (CLAUSE, "--fact", "project_inptu=1"),
        (CLAUSE, "--fact", "project_input=1.005"),
        (CLAUSE, "--reading", "nothing=x"),
        (CLAUSE, "--set", "nothing=1"),
        (CLAUSE,),
        (CLAUSE, "--facts", "missing.yaml"),
        (CLAUSE, "--fact", "project_input=1", "--out", "o.csv"),
        (CLAUSE, "--catalogue", "missing"),
    ],
)
def test_wrong_questions_end_with_2(call: Call, words: tuple[str, ...]) -> None:
    done = call("policy", "evaluate", *words, *DAY)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("anxinbao: ")


def test_a_fact_that_makes_no_difference_is_named_in_a_warning(call: Call) -> None:
    done = asked(call, "--fact", "project_input=100", "--fact", "rd_spend=5")
    assert (done.exit_code, "does not ask for rd_spend" in done.stderr) == (0, True)


def test_a_number_the_text_does_not_give_is_marked_on_the_page(call: Call) -> None:
    words = ("binjiang2024-tech-transaction", "--fact", "transaction_amount=3000万", "--lang", "en")
    assert "assumed, not in the text" in call("policy", "evaluate", *words, *DAY).stdout


def test_readings_numbers_and_assumptions_stand_under_their_titles(call: Call) -> None:
    words = ("xiaoshan-cost-share-30", "--fact", "cooperation_input=220万", "--on", "2025-06-30")
    page = call("policy", "evaluate", *words, "--lang", "zh").stdout
    assert "实际合作经费投入的资助比例" in page
    assert "怎样取整" in page
    assert "已获保险理赔" in page


def test_a_clause_that_goes_first_on_the_same_facts_is_named(call: Call) -> None:
    words = (
        "binjiang2024-rd-sme-increment",
        "--fact",
        "rd_spend=1亿;1.2亿",
        "--fact",
        "within_sme_size=true",
    )
    data = json.loads(call("policy", "evaluate", *words, *DAY, "--json").stdout)
    first = next(each for each in data["ranked"] if each["clause"] == "binjiang2024-rd-sme-direct")
    assert (first["amount_fen"], first["how"], first["wins"]) == (200_000_000, "yields_to", first["clause"])
    page = call("policy", "evaluate", *words, *DAY, "--lang", "en").stdout
    assert "Other clauses for the same" in page


def test_facts_in_vain_stand_in_the_answer_too(call: Call) -> None:
    done = asked(call, "--fact", "project_input=100", "--fact", "rd_spend=5", "--json")
    assert json.loads(done.stdout)["not_asked"] == ["rd_spend"]


def test_a_rate_may_be_given_by_dates_to_a_case_and_to_a_table(call: Call) -> None:
    words = ("policy", "evaluate", "hgx2024-16-interest-subsidy", "--on", "2025-06-01", "--json")
    rates = ("--fact", "lpr_1y=2024-10-21: 3.1%; 2025-05-20: 3%")
    facts = {"principal": "5000万", "loan_days": "365", "loan_rate": "4.5%"}
    stated = [word for name, value in facts.items() for word in ("--fact", f"{name}={value}")]
    data = json.loads(call(*words, *rates, *stated).stdout)
    assert (data["amount_fen"], data["dated"]) == (150_000_000, {"lpr_1y": "2025-05-20"})
    table = f"{','.join(facts)}\n{','.join(facts.values())}\n"
    rows = json.loads(call(*words, *rates, "--facts", "-", input=table).stdout)
    assert [row["amount_fen"] for row in rows] == [150_000_000]
    late = ("--fact", "lpr_1y=2025-06-02: 3%")
    early = call(*words, *late, "--facts", "-", input=table)
    assert (early.exit_code, "no value on 2025-06-01" in early.stderr) == (2, True)
