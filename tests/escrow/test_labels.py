"""Every code of the tape has a name in both languages."""

from enum import IntEnum

import pytest

from escrow import labels
from escrow.tape import Cause, Instrument, Kind, Payer, Reason, Sharer
from ledger.text import Text

TABLES = (
    (Kind, labels.KIND),
    (Reason, labels.REASON),
    (Cause, labels.CAUSE),
    (Payer, labels.PAYER),
    (Instrument, labels.INSTRUMENT),
    (Sharer, labels.SHARER),
)


@pytest.mark.parametrize(("codes", "table"), TABLES, ids=lambda each: getattr(each, "__name__", ""))
def test_every_code_is_named(codes: type[IntEnum], table: dict[IntEnum, Text]) -> None:
    assert set(table) == set(codes)


@pytest.mark.parametrize(("codes", "table"), TABLES, ids=lambda each: getattr(each, "__name__", ""))
def test_no_two_codes_share_a_name(codes: type[IntEnum], table: dict[IntEnum, Text]) -> None:
    for names in ([text.zh for text in table.values()], [text.en for text in table.values()]):
        assert len(names) == len(set(names))
