"""docs/claims.md says of the process what the program does."""

import pytest

from escrow.claims.choices import CHOICES
from scenarios.claims.spec.model import StepsSpec
from tests.architecture.sources import ROOT

GUIDES = {"zh": "docs/claims.zh-CN.md", "en": "docs/claims.md"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reading_stands_with_its_options_in_order(lang: str) -> None:
    text = (ROOT / GUIDES[lang]).read_text("utf-8")
    stop = "；" if lang == "zh" else "; "
    for name, choice in CHOICES.items():
        told = stop.join(
            f"`{key}` {means.zh if lang == 'zh' else means.en}" for key, means in choice.options.items()
        )
        assert f"| `{name}` | {told} |" in text


def test_the_days_are_the_defaults() -> None:
    usual = StepsSpec()
    found = [
        usual.completeness_days,
        usual.review_days,
        usual.decision_days,
        usual.notice_days,
        usual.payment_days,
    ]
    assert [table.lowest for table in found] == [5, 20, 10, 5, 10]
