"""The pages about facts, coverage and the clause language are what the catalogue says."""

import re
from pathlib import Path

import pytest

from escrow.clauses import load_catalogue
from escrow.programmes.checking import findings
from ledger.text import Lang
from tests.docs.catalogue import PAGES, ROOT, with_generated

LANGUAGE = ("clauses.md", "clauses.zh-CN.md")
SCHEMAS = ("anxinbao/clauses@1", "anxinbao/facts@1", "anxinbao/overlay@1")


def examples(page: str) -> list[str]:
    """The YAML files printed on a page about the language."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("page", "lang"), list(PAGES))
def test_the_page_is_what_the_catalogue_says(page: str, lang: Lang) -> None:
    text = PAGES[page, lang].read_text(encoding="utf-8")
    assert with_generated(text, page, lang) == text, "write it anew: python -m tests.docs.catalogue"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_fact_and_every_clause_is_listed(lang: Lang) -> None:
    facts = PAGES["facts", lang].read_text(encoding="utf-8")
    clauses = PAGES["coverage", lang].read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in facts for name in load_catalogue().facts)
    assert all(f"| {name} |" in clauses for name in load_catalogue().clauses)


@pytest.mark.parametrize("page", LANGUAGE)
def test_the_files_printed_about_the_language_pass_the_check(page: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{at}.yaml" for at in range(len(examples(page)))]
    for file, text in zip(files, examples(page), strict=True):
        file.write_text(text, encoding="utf-8")
    assert all(schema in text for schema, text in zip(SCHEMAS, examples(page), strict=True))
    assert [each.say("en") for each in findings(files, load_catalogue())] == []


def test_both_languages_print_the_same_files() -> None:
    assert examples(LANGUAGE[0]) == examples(LANGUAGE[1])
