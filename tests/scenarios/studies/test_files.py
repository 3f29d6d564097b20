"""The twelve studies as files: they load, every point opens, presets and notes are named."""

import pytest

from scenarios.sweep.designs import combinations
from scenarios.sweep.read import load_experiment
from scenarios.sweep.studies import study_names

NAMES = study_names()


def test_there_are_twelve() -> None:
    assert len(NAMES) == 12


@pytest.mark.parametrize("name", NAMES)
def test_every_point_opens_and_one_is_the_baseline(name: str) -> None:
    study = load_experiment(name)
    points, baseline = combinations(study)
    assert baseline is not None
    for point in points:
        assert study.base.open([each for level in point for each in level.assigned])


@pytest.mark.parametrize("name", NAMES)
def test_the_notes_name_preset_replications_and_assumptions_in_both_languages(name: str) -> None:
    study = load_experiment(name)
    for text in (study.title, study.question, study.why, study.notes):
        assert text.zh
        assert text.en
        assert text.zh != text.en
    said = f"{study.replications:,}"
    for notes, preset, assumed in ((study.notes.zh, "预设", "J"), (study.notes.en, "preset", "J")):
        assert preset in notes.lower()
        assert assumed in notes
        assert said in notes
