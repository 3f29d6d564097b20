"""docs/behaviour.md lists what the code uses, in both languages."""

import pytest

from escrow.behaviour import PURPOSES
from ledger.text import Lang
from tests.docs.behaviour import GUIDES, tables, with_tables


@pytest.mark.parametrize("lang", list(GUIDES))
def test_the_tables_are_what_the_code_uses(lang: Lang) -> None:
    text = GUIDES[lang].read_text(encoding="utf-8")
    assert with_tables(text, lang) == text, "write them anew: python -m tests.docs.behaviour"


@pytest.mark.parametrize("lang", list(GUIDES))
def test_every_table_has_its_place(lang: Lang) -> None:
    text = GUIDES[lang].read_text(encoding="utf-8")
    assert all(table in text for table in tables(lang).values())


def test_every_purpose_says_how_good_its_source_is() -> None:
    for purpose in PURPOSES.values():
        assert purpose.quality in "ABCKJ"
        assert purpose.source.zh
        assert purpose.source.en


def test_only_public_references_are_marked_as_such() -> None:
    judged = [p.name for p in PURPOSES.values() if p.quality in "AB" and p.source.zh.startswith("判断值")]
    assert judged == []
