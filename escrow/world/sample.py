"""Sampling: a world from plans, behaviour, seed and replication."""

from collections.abc import Sequence

import numpy as np

from escrow.behaviour import Behaviour, QuantileTable
from escrow.behaviour.effects import look_up, thresholds
from escrow.behaviour.quantile import ONE, IntArray
from escrow.project import ProjectPlan
from escrow.tape import Cause
from escrow.world import cover, loan
from escrow.world.columns import ENDED, MISSED, REACHED, RECTIFY
from escrow.world.counter import base
from escrow.world.draws import Draws
from escrow.world.roster import Roster
from escrow.world.world import World

Columns = dict[str, IntArray]


def build_world(plans: Sequence[ProjectPlan], behaviour: Behaviour, seed: int, replication: int) -> World:
    """All draws of one replication. Adding a project, a purpose or a stage moves no other draw."""
    roster = Roster.of(plans)
    draws = Draws(roster, behaviour, base(seed, replication))
    own, risk = draws.effects()
    project = _project(draws, own)
    project["risk"] = risk
    covered, insurers = cover.attach(roster, project)
    return World(
        seed=seed,
        replication=replication,
        plans=loan.attach(covered, project),
        enterprises=roster.enterprises,
        platforms=roster.platforms,
        insurers=insurers,
        project=project,
        stage=_stage(draws, risk),
        draws=draws,
    )


def _project(draws: Draws, own: IntArray) -> Columns:
    behaviour, uniforms = draws.behaviour, draws.project()
    columns = _plain(behaviour, uniforms)
    spread = behaviour.spread
    pass_marks = thresholds(behaviour.chance("passed").at, (spread.project,))
    columns["passed"] = (uniforms["passed"] < look_up(pass_marks, -own)).astype(np.int64)
    columns["score"] = np.where(columns["passed"] == 1, columns["score"], columns["failed_score"])
    columns["falsified_days"] = _falsified_days(columns)
    columns["enterprise"] = draws.roster.enterprise
    columns["platform"] = draws.roster.platform
    columns["insured_uniform"] = uniforms["insured"]
    cover.draw(draws.roster, columns, behaviour.insurers)
    loan.draw(draws.roster, behaviour, uniforms["loan_defaults"], columns)
    return columns


def _falsified_days(columns: Columns) -> IntArray:
    """Days after approval until the finding: 0 at review, -1 never."""
    later = np.where(columns["falsification_at_audit"] == 1, columns["falsification_found_days"], -1)
    found = np.where(columns["falsification_at_review"] == 1, 0, later)
    return np.where(columns["falsified"] == 1, found, -1)


def _stage(draws: Draws, risk: IntArray) -> Columns:
    behaviour, uniforms = draws.behaviour, draws.stage()
    columns = _plain(behaviour, uniforms)
    planned = draws.roster.planned_days[:, :, None]
    columns["work_days"] = np.maximum(columns["work_days"] + planned, 0)
    columns["cause"] = behaviour.split("cause").codes(uniforms["cause"])
    columns["outcome"] = _outcomes(behaviour, uniforms["missed"], risk[:, None, None], columns)
    return columns


def _outcomes(behaviour: Behaviour, uniforms: IntArray, risk: IntArray, columns: Columns) -> IntArray:
    """Outcomes from one uniform: the lowest miss, the next are to rectify, the rest reach the milestone."""
    spread = behaviour.spread
    spreads = (spread.project, spread.platform, spread.enterprise)
    missed = behaviour.chance("missed").at
    flawed = min(ONE, missed + behaviour.chance("rectify").at)
    outcomes = np.where(uniforms < look_up(thresholds(flawed, spreads), risk), RECTIFY, REACHED)
    blameless = (columns["cause"] == Cause.FORCE_MAJEURE) & (columns["ended_without_fault"] == 1)
    failed = np.where(blameless, ENDED, MISSED)
    return np.where(uniforms < look_up(thresholds(missed, spreads), risk), failed, outcomes)


def _plain(behaviour: Behaviour, uniforms: Columns) -> Columns:
    """Every purpose as stated, before anything is put together from several."""
    columns: Columns = {}
    for name, cells in uniforms.items():
        draw = behaviour.draws[name]
        if isinstance(draw, QuantileTable):
            columns[name] = draw.values(cells)
        elif name != "cause":
            columns[name] = behaviour.chance(name).happen(cells)
    return columns
