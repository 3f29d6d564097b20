"""Two papers clause by clause, or a paper before and after an amendment, as plain data."""

from typing import Any, NamedTuple

from escrow.clauses import Catalogue, Clause
from escrow.clauses.display import article
from escrow.programmes.changes import changes
from escrow.programmes.pairs import paired
from escrow.programmes.papers import clauses_of, paper_of
from escrow.programmes.words import KINDS
from ledger.text import Lang

Plain = dict[str, Any]


class Version(NamedTuple):
    """A paper as a catalogue has it."""

    catalogue: Catalogue
    paper: str

    @property
    def clauses(self) -> list[Clause]:
        """Its clauses."""
        return clauses_of(self.catalogue, self.paper)


def diff(before: Version, after: Version, lang: Lang) -> Plain:
    """What changed, what went, what came, and how many clauses stayed as they were."""
    found = paired(before.clauses, after.clauses)
    pairs = [_pair(before.catalogue, old, after.catalogue, new, lang) for old, new in found.both]
    return {
        "before": _side(before, lang),
        "after": _side(after, lang),
        "amended": before.paper == after.paper and before.catalogue.digest != after.catalogue.digest,
        "changed": [pair for pair in pairs if pair["changes"]],
        "unchanged": [pair["after"] for pair in pairs if not pair["changes"]],
        "only_before": [_short(each, lang) for each in found.only_before],
        "only_after": [_short(each, lang) for each in found.only_after],
    }


def _pair(before: Catalogue, old: Clause, after: Catalogue, new: Clause, lang: Lang) -> Plain:
    return {
        "before": old.id,
        "after": new.id,
        "title": new.row.title.say(lang),
        "changes": [each._asdict() for each in changes((before, old), (after, new), lang)],
    }


def _side(version: Version, lang: Lang) -> Plain:
    paper = paper_of(version.catalogue, version.paper)
    return {
        "id": paper.id,
        "title": paper.title.say(lang),
        "number": paper.number or "",
        "status": paper.status,
    }


def _short(clause: Clause, lang: Lang) -> Plain:
    return {
        "id": clause.id,
        "article": article(clause.row.article, lang),
        "kind": clause.row.kind,
        "kind_means": KINDS[clause.row.kind].say(lang),
        "title": clause.row.title.say(lang),
    }
