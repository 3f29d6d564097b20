"""`anxinbao policy`: the programmes as data, and questions put to their clauses."""

from cli.parts import Group
from cli.policy.check import check
from cli.policy.coverage import coverage
from cli.policy.diff import diff
from cli.policy.evaluate import evaluate
from cli.policy.listing import list_
from cli.policy.show import show
from ledger.text import Text

policy = Group(
    "policy",
    says=Text(
        "政策：列出、查看、试算、检查、覆盖情况、比较",
        "The programmes: list, show, evaluate a case, check a file, coverage, compare.",
    ),
)
for each in (list_, show, evaluate, check, coverage, diff):
    policy.add_command(each)
