"""The whole catalogue from its folder, checked once for each content and then read from the cache."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from escrow.catalogue import cache
from escrow.catalogue.load import load_policy
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.files import File, digest_of, facts_files, paper_files
from escrow.clauses.links import link_faults
from escrow.clauses.loading import Draft, vocabulary
from escrow.clauses.problems import BadClauses
from escrow.clauses.schema import Paper

_loaded: dict[str, Catalogue] = {}


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The built-in papers, with those of a user's own folder added (or replacing a paper of the same id).

    Raises BadClauses with every finding, or BadCatalogue for a file that cannot be read.
    """
    facts = [File.at(path) for path in facts_files()]
    papers = [File.at(path) for path in paper_files()]
    if extra is not None:
        facts += [File.at(path) for path in _under(extra, "facts")]
        papers = _replaced(papers, [File.at(path) for path in _under(extra, "papers")])
    digest = digest_of([*facts, *papers], _inherited(papers))
    if digest not in _loaded:
        _loaded[digest] = (
            _quick(facts, papers, digest)
            if cache.is_marked(_key(digest))
            else _careful(facts, papers, digest)
        )
    return _loaded[digest]


def _under(folder: Path, kind: str) -> list[Path]:
    """The files of a user's folder: in `facts` and `papers` below it, or beside each other."""
    below = folder / f"{kind}"
    if below.is_dir():
        return sorted(below.glob("*.yaml"))
    mark = b"anxinbao/facts@1" if kind == "facts" else b"anxinbao/clauses@1"
    files = [folder] if folder.is_file() else sorted(folder.glob("*.yaml"))
    return [path for path in files if mark in path.read_bytes()[:4000]]


def _replaced(built_in: list[File], own: list[File]) -> list[File]:
    names = {each.name for each in own}
    return [each for each in built_in if each.name not in names] + own


def _inherited(papers: Iterable[File]) -> dict[str, str]:
    return {
        each.name: load_policy(str(each.content["inherits"])).digest
        for each in papers
        if b"\ninherits:" in each.data
    }


def _key(digest: str) -> str:
    """The mark of a sound content, bound to the program that found it sound."""
    whole = hashlib.sha256(digest.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _careful(facts: list[File], papers: list[File], digest: str) -> Catalogue:
    known, faults = vocabulary(facts)
    draft = Draft.of(papers, known)
    catalogue = draft.catalogue(digest)
    faults += draft.faults or link_faults(catalogue, papers)
    if faults:
        raise BadClauses(findings=tuple(faults))
    cache.mark(_key(digest))
    return catalogue


def _quick(facts: list[File], papers: list[File], digest: str) -> Catalogue:
    known, faults = vocabulary(facts)
    if faults:
        raise BadClauses(findings=tuple(faults))
    rows = [each.row(Paper) for each in papers]
    clauses = {row.id: Clause(row, paper, known.facts) for paper in rows for row in paper.clauses}
    return Catalogue(
        {row.id: row for row in rows}, clauses, known.facts, known.matters, known.certifiers, digest
    )
