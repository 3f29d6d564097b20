"""Facts are read exactly, whatever file they stand in."""

import io
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scenarios.cases.problems import FactsNotRead, NoPlaceForAnswers
from scenarios.cases.read import Table, read_facts
from scenarios.cases.write import write_table


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "rate: 0.1\nday: 2025-03-09\nnothing:\n"),
        ("a.json", '{"rate": 0.1, "day": "2025-03-09", "nothing": null}'),
        ("-", '{"rate": 0.1, "day": "2025-03-09"}'),
        ("-", "rate: 0.1\nday: 2025-03-09\n"),
    ],
)
def test_a_case_keeps_decimals_exact_and_days_as_written(name: str, text: str) -> None:
    assert read_facts(name, text.encode()) == {"rate": Decimal("0.1"), "day": "2025-03-09"}


def test_an_empty_file_states_nothing() -> None:
    assert read_facts("a.yaml", b"") == {}
    assert read_facts("a.json", b"[]") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_in_the_encodings_offices_use(encoding: str) -> None:
    found = read_facts("t.csv", "编号,核定比例\na,20%\n\nb,\n".encode(encoding))
    assert found == Table({"编号": ["a", "b"], "核定比例": ["20%", None]}, 2)


def test_standard_input_may_be_a_table() -> None:
    assert read_facts("-", b"id,rate\na,1\n") == Table({"id": ["a"], "rate": ["1"]}, 1)


def test_parquet_keeps_its_own_types() -> None:
    stream = io.BytesIO()
    pq.write_table(pa.table({"price": [Decimal("1.50"), None], "count": [3, 4]}), stream)
    found = read_facts("-", stream.getvalue())
    assert found == Table({"price": [Decimal("1.50"), None], "count": [3, 4]}, 2)


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.json", b'{"a": 1,\n "b": }', 2),
        ("a.yaml", b"a: 1\nb: [1\n", 3),
        ("a.yaml", b"- 1\n", 1),
        ("a.csv", b"a,b\n1,2\n3\n", 3),
        ("a.csv", b"a,a\n1,2\n", 1),
        ("a.csv", b'a,b\n1,"2\n', 2),
        ("a.parquet", b"nothing", 1),
        ("a.yaml", b"\xff\xfe\xff", 1),
    ],
)
def test_what_cannot_be_read_names_the_line(name: str, data: bytes, line: int) -> None:
    with pytest.raises(FactsNotRead) as problem:
        read_facts(name, data)
    assert problem.value.facts["line"] == line


def test_a_name_twice_and_a_name_missing_are_said() -> None:
    for data, said in ((b"a,a\n1,2\n", "a column twice: a"), (b"a,\n1,2\n", "a column has no name on top")):
        with pytest.raises(FactsNotRead) as problem:
            read_facts("a.csv", data)
        assert said in problem.value.say("en")
    with pytest.raises(FactsNotRead, match="3 cells under 2 columns"):
        read_facts("a.csv", b"a,b\n1,2,3\n")


def test_answers_are_written_as_csv_or_parquet_only(tmp_path: Path) -> None:
    write_table(tmp_path / "o.csv", {"金额": [1, 2], "list": [["a", "b"], []]})
    assert (tmp_path / "o.csv").read_text("utf-8-sig") == "金额,list\n1,a;b\n2,\n"
    with pytest.raises(NoPlaceForAnswers):
        write_table(tmp_path / "o.xlsx", {})
