"""`python -m escrow.clauses.check FILE...`: shape, names, types and worked examples of paper files.

Only the facts files and the papers named are read, so that a paper can be checked while its
neighbours are being written; what one paper says of another is checked with the whole catalogue.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from escrow.catalogue.problems import BadCatalogue
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.examples import failures
from escrow.clauses.files import HERE, File, facts_files
from escrow.clauses.loading import Draft, vocabulary
from ledger.problem import Problem
from ledger.text import Text

_RAISED = Text("算例无法计算：{said}", "the example cannot be computed: {said}")


def check(paths: Iterable[str | Path], folder: Path = HERE) -> list[BadCatalogue]:
    """Every finding of the paper files and of the facts files beside them, in the order of the files."""
    files, findings = [], []
    for path in paths:
        try:
            files.append(File.at(Path(path)))
        except BadCatalogue as fault:
            findings.append(fault)
    papers = [each for each in files if not _is_facts(each)]
    facts = [File.at(path) for path in facts_files(folder)]
    facts += [
        each
        for each in files
        if _is_facts(each) and each.path.resolve() not in {f.path.resolve() for f in facts}
    ]
    names = {each.name for each in files} | {"core.yaml"}
    known, faults = vocabulary(facts)
    findings += [fault for fault in faults if fault.facts["file"] in names]
    for paper in papers:
        draft = Draft.of([paper], known)
        findings += draft.faults
        findings += _examples(paper, draft.catalogue(), draft.sound)
    return findings


def _is_facts(file: File) -> bool:
    return b"anxinbao/facts@1" in file.data[:4000]


def _examples(file: File, catalogue: Catalogue, sound: Sequence[tuple[int, str]]) -> Iterator[BadCatalogue]:
    for at, clause_id in sound:
        clause = catalogue.clauses[clause_id]
        for number, example in enumerate(clause.row.examples):
            path = ("clauses", at, "examples", number)
            try:
                for expected, found in failures(catalogue, clause, example):
                    yield file.fault(path, *_differs(clause_id, expected, found))
            except Problem as problem:
                said = Text(
                    _RAISED.zh.format(said=f"{clause_id}: {problem.say('zh')}"),
                    _RAISED.en.format(said=f"{clause_id}: {problem.say('en')}"),
                )
                yield file.fault(path, said, Text(problem.advise("zh"), problem.advise("en")))


def _differs(clause: str, expected: str, found: str) -> tuple[Text, Text]:
    return (
        Text(
            f"{clause} 的算例：应为 {expected}，得出 {found}",
            f"example of {clause}: expected {expected}, found {found}",
        ),
        Text("改正条款或算例", "mend the clause or the example"),
    )


def main(arguments: Sequence[str]) -> int:
    """Prints the findings; 1 when there are any."""
    findings = check(arguments)
    for each in findings:
        print(f"{each.say('en')}\n    {each.advise('en')}")  # noqa: T201
    print(f"{len(findings)} findings")  # noqa: T201
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
