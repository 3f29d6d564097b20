"""Sweeps: many policies on the same worlds, kept as a dataset that can be resumed, merged and read back."""

from scenarios.sweep.dataset import open_results
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.listed import experiment_of_points, sweep_points
from scenarios.sweep.merge import merge
from scenarios.sweep.read import experiment_of, load_experiment, varied
from scenarios.sweep.reproduce import Place, reproduce, scenario_at
from scenarios.sweep.results import Fan, Results
from scenarios.sweep.runner import How, Swept, sweep

__all__ = [
    "Experiment",
    "Fan",
    "How",
    "Place",
    "Results",
    "Swept",
    "experiment_of",
    "experiment_of_points",
    "load_experiment",
    "merge",
    "open_results",
    "reproduce",
    "scenario_at",
    "sweep",
    "sweep_points",
    "varied",
]
