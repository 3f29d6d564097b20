"""`anxinbao ledger`: look into a ledger without changing it."""

from cli.ledger.balance import balance
from cli.ledger.explain import explain
from cli.ledger.export import export
from cli.ledger.show import show
from cli.ledger.verify import verify
from cli.parts import Group
from ledger.text import Text

ledger = Group(
    "ledger", says=Text("查看、核验、解释和导出账本", "Look into a ledger, verify, explain and export it.")
)
for each in (show, balance, verify, explain, export):
    ledger.add_command(each)
