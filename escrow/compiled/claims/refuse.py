"""What compiled claims cannot express, by name; such a scenario is left to the SimPy engine."""

from escrow.claims.rulebook import CatalogueBook
from escrow.claims.setting import ClaimsSetting
from escrow.clauses import Clause
from escrow.compiled.claims.layout import Asks
from escrow.compiled.refuse import refusal
from ledger.text import Text

OWN_FACTS = {
    "paid_before": Asks.PAID_BEFORE,
    "already_paid": Asks.ALREADY_PAID,
    "paid_this_year": Asks.PAID_THIS_YEAR,
    "higher_level_received": Asks.RECEIVED,
}
_MOST_CLAIMS, _MOST_DAYS = 1 << 17, 1 << 12


def unsupported(setting: ClaimsSetting) -> list[Text]:
    """Everything in the setting that is not supported; empty when compiled claims may run it."""
    book, plans = setting.book, setting.portfolio.claims
    if not isinstance(book, CatalogueBook):
        return [Text("条款不在目录中", "clauses that are not of the catalogue")]
    found = []
    if len(plans) > _MOST_CLAIMS or setting.last_day - setting.first_day >= _MOST_DAYS:
        found.append(Text("申报或天数太多", "more claims or days than the agenda holds"))
    for name in dict.fromkeys(plan.clause for plan in plans):
        if book.clauses[book.number(name)].select is not None:
            found.append(Text(f"择优选树：{name}", f"selection rounds: {name}"))
        found += _of_clause(book.catalogue.clauses[name])
    if any(plan.known.paid_days for plan in plans):
        found.append(Text("已知的拨付日", "payment days that are already known"))
    return found


def _of_clause(clause: Clause) -> list[Text]:
    found, trees = [], clause.trees
    if any(stage.claw_back is not None for stage in trees.stages):
        found.append(Text(f"分期追回条件：{clause.id}", f"a condition that claws a stage back: {clause.id}"))
    if trees.recheck is not None and not _steady(clause, trees.recheck.names()):
        found.append(
            Text(
                f"随日期或已付款变化的复核：{clause.id}",
                f"a re-check that moves with the day or with payments: {clause.id}",
            )
        )
    return found


def _steady(clause: Clause, names: set[str]) -> bool:
    """Whether a test says the same on every day, whatever was granted."""
    moving = set(OWN_FACTS) | {"on"}
    dated = {name for name, each in clause.parameters.items() if len(each.values) > 1}
    return not names & (moving | dated)


def must_support(setting: ClaimsSetting) -> None:
    """Raise UnsupportedPolicy unless compiled claims express everything in the setting."""
    if found := unsupported(setting):
        raise refusal(found)
