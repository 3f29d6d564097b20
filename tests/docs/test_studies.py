"""docs/studies.md holds the studies of the library as their files state them."""

import pytest

from ledger.text import Lang
from tests.docs.studies import GUIDES, in_order, with_studies


@pytest.mark.parametrize("lang", list(GUIDES))
def test_the_studies_stand_as_in_their_files(lang: Lang) -> None:
    text = GUIDES[lang].read_text(encoding="utf-8")
    assert with_studies(text, lang) == text, "write them anew: python -m tests.docs.studies"


def test_there_are_twelve_in_order_with_notes_in_both_languages() -> None:
    studies = in_order()
    assert [int(study.title.en.split()[1].rstrip(":")) for study in studies] == list(range(1, 13))
    for study in studies:
        assert study.notes.zh
        assert study.notes.en
        assert len(study.notes.zh.splitlines()) == len(study.notes.en.splitlines())
