"""What is wrong with a file of the user's: a paper, a vocabulary, an overlay or a scheme."""

from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from escrow.catalogue.load import load_policy
from escrow.catalogue.problems import BadCatalogue, CatalogueProblem, PolicyNotFound
from escrow.clauses import Catalogue, load_catalogue
from escrow.clauses.check import check
from escrow.clauses.files import File
from escrow.clauses.inherit import NotInherited
from escrow.clauses.overlay import amended, load_overlay
from escrow.clauses.problems import BadClauses
from ledger.problem import Problem
from ledger.text import Text


class NothingToCheck(Problem):
    """Folders without a single file to check."""

    message = Text("{where} 里没有 .yaml 文件", "there is no .yaml file in {where}")
    advice = Text("给出文件，或装有文件的文件夹", "name a file, or a folder that has some")


def findings(paths: list[Path], catalogue: Catalogue, beside: Path | None = None) -> list[CatalogueProblem]:
    """Every finding in the files, folders read for their YAML; overlays are tried on the catalogue.

    Facts files given with a paper, and those of the folder `beside`, count for it. NothingToCheck, and
    OSError for a file that cannot be read.
    """
    files = [file for path in paths for file in _under(path)]
    if not files:
        raise NothingToCheck(where=", ".join(map(str, paths)))
    papers = [path for path, schema in files if schema not in ("overlay", "policy")]
    others = [path for path, schema in _under(beside) if schema in ("facts", "clauses")] if beside else []
    known = [path for path in others if _schema(path) == "facts" and path.name not in _names(papers)]
    found = _of_papers([*papers, *known]) if papers else []
    if papers and not found:
        found += _of_links([*papers, *(path for path in others if path.name not in _names(papers))])
    for path, schema in files:
        if schema == "overlay":
            found += _of_overlay(path, catalogue)
        elif schema == "policy":
            found += _of_scheme(path)
    return found


def _under(path: Path) -> list[tuple[Path, str]]:
    listed = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    return [(each, _schema(each)) for each in listed]


def _schema(path: Path) -> str:
    """What the file says it is: clauses, facts, overlay or policy; empty where it says nothing we know."""
    head = path.read_bytes()[:4000]
    return next(
        (
            kind
            for kind in ("clauses", "facts", "overlay", "policy")
            if b"anxinbao/%s@1" % kind.encode() in head
        ),
        "",
    )


def _of_papers(paths: list[Path]) -> list[CatalogueProblem]:
    try:
        return list(check(paths))
    except (NotInherited, PolicyNotFound) as fault:
        wrong = next((path for path in paths if b"inherits:" in path.read_bytes()), paths[0])
        return [_placed(wrong, "inherits", fault)]


def _placed(path: Path, field: str, fault: CatalogueProblem) -> CatalogueProblem:
    """The fault with its place in the file."""
    said, advice = Text(fault.say("zh"), fault.say("en")), Text(fault.advise("zh"), fault.advise("en"))
    return File.at(path).fault((field,), said, advice)


def _names(paths: list[Path]) -> set[str]:
    return {path.name for path in paths}


def _of_links(paths: list[Path]) -> list[CatalogueProblem]:
    """What they say of clauses elsewhere, read as one folder together with the built-in papers."""
    with TemporaryDirectory() as folder:
        for path in paths:
            copyfile(path, Path(folder, path.name))
        try:
            load_catalogue(Path(folder))
        except BadClauses as fault:
            return list(fault.findings)
    return []


def _of_overlay(path: Path, catalogue: Catalogue) -> list[CatalogueProblem]:
    try:
        amended(catalogue, load_overlay(path))
    except BadCatalogue as fault:
        return [fault]
    except CatalogueProblem as fault:
        return [_placed(path, "changes", fault)]
    return []


def _of_scheme(path: Path) -> list[CatalogueProblem]:
    try:
        load_policy(path)
    except CatalogueProblem as fault:
        return [fault]
    return []
