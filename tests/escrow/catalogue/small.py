"""A small policy in one part, to be damaged line by line."""

from pathlib import Path

import pytest

from escrow.catalogue import load_policy
from escrow.catalogue.problems import BadCatalogue

HEAD = """\
schema: anxinbao/policy@1
id: small
title: {zh: 小, en: small}
valid: {from: 2025-01-01}
calendar: cn
documents: {paper: {title: {zh: 文, en: paper}, issuer: {zh: 区, en: district}}}
sources: {silence: {title: {zh: 未写, en: silent}}}
parts: [part.yaml]
presets:
  literal: {}
  other: {scope: all, cap: open}
"""
PART = """\
clauses:
  - id: grant
    document: paper
    article: 三.5
    kind: rate
    title: {zh: 资助, en: grant}
    gist: {zh: 给钱, en: money is given}
    parameters: [rate, cap]
parameters:
  - id: rate
    unit: rate
    title: {zh: 比例, en: rate}
    clause: grant
    quality: text
    source: grant
    at_most: 100%
    values:
      - {from: 2025-01-01, value: 30%, cite: grant}
      - {from: 2026-01-01, value: 25%, cite: grant}
  - id: cap
    unit: money
    title: {zh: 上限, en: cap}
    clause: grant
    quality: J
    source: silence
    optional: true
    phrases: {open: none}
    values: [{from: 2025-01-01, value: 300万, cite: silence}]
points:
  - n: 1
    id: scope
    kind: choice
    clause: grant
    title: {zh: 范围, en: scope}
    default: one
    options:
      one: {means: {zh: 一个, en: one}}
      all: {means: {zh: 全部, en: all}}
    why: {zh: 未写, en: silent}
  - n: 2
    id: cap
    kind: parameter
    clause: grant
    title: {zh: 上限, en: cap}
    means: {zh: 三百万, en: three million}
    otherwise: {zh: 不限, en: none}
    why: {zh: 未写, en: silent}
"""


def write(folder: Path, head: str = HEAD, part: str = PART) -> Path:
    """The policy's head file, written into `folder` with its part."""
    (folder / "part.yaml").write_text(part, "utf-8")
    path = folder / "small.yaml"
    path.write_text(head, "utf-8")
    return path


def damaged(text: str, old: str, new: str) -> tuple[str, int]:
    """The text with one place changed, and the line of that place."""
    assert text.count(old) == 1, old
    return text.replace(old, new), text[: text.index(old)].count("\n") + 1


def fault_of(path: Path) -> BadCatalogue:
    """What loading the file complains about."""
    with pytest.raises(BadCatalogue) as refused:
        load_policy(path)
    return refused.value
