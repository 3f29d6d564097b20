"""`python -m tests.register FILE...`: tries the examples of each file; without one, those kept here."""

import sys
from pathlib import Path

from escrow.clauses import load_catalogue
from ledger.problem import Problem
from tests.register.examples import BadFile, read, stored
from tests.register.names import BadNames, every_name
from tests.register.trial import failures


def main(files: list[str]) -> int:
    """Print what goes wrong and a closing line; 1 on a failure, 2 on a file nobody can read."""
    try:
        examples = [each for file in files for each in read(Path(file))] if files else stored()
        found = list(failures(load_catalogue(), examples, every_name()))
    except (BadFile, BadNames, OSError, Problem) as fault:
        print(fault, file=sys.stderr)
        return 2
    for failure in found:
        print(failure)
    wrong = {id(failure.example) for failure in found}
    clauses = {example.clause for example in examples}
    right = len(examples) - len(wrong)
    print(f"{len(examples)} examples of {len(clauses)} clauses: {right} right, {len(wrong)} wrong")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
