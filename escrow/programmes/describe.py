"""A paper, a clause, a parameter or a reading of the catalogue as plain data for `policy show`."""

from typing import Any

from escrow.clauses import Catalogue, Clause
from escrow.clauses.clause import Parameter
from escrow.clauses.display import article
from escrow.clauses.facts import shown_raw
from escrow.clauses.schema import Paper, ReadingRow, StepRow
from escrow.programmes.papers import clauses_of
from escrow.programmes.words import KINDS, OPERATIONS, PAYERS, PAYS, WAYS_OF_ROUNDING
from ledger.text import Lang

Plain = dict[str, Any]


def paper(catalogue: Catalogue, found: Paper, lang: Lang) -> Plain:
    """A paper: its head, its term, what it is put over, its rules against paying twice, its clauses."""
    clauses = clauses_of(catalogue, found.id)
    return {
        "what": "paper",
        "id": found.id,
        "title": found.title.say(lang),
        "number": found.number or "",
        "issuer": found.issuer.say(lang),
        "issued": found.issued.isoformat() if found.issued else "",
        "status": found.status,
        "from": found.valid.from_.isoformat() if found.valid.from_ else "none",
        "to": found.valid.last.isoformat() if found.valid.last else "none",
        "ranks": [
            {
                "clause": each.clause,
                "over": ", ".join(each.over),
                "from": str(each.from_ or ""),
                "means": each.means.say(lang),
            }
            for each in found.ranks
        ],
        "stacking": [
            {
                "clause": each.clause,
                "pick": each.pick,
                "per": ", ".join(each.per),
                "across": ", ".join(each.across),
                "except": ", ".join(each.except_),
                "when": ", ".join(f"{name}={option}" for name, option in each.when.items()),
                "from": str(each.from_ or ""),
            }
            for each in found.stacking
        ],
        "clauses": [
            {
                "article": article(each.row.article, lang),
                "id": each.id,
                "kind": KINDS[each.row.kind].say(lang),
                "title": each.row.title.say(lang),
            }
            for each in clauses
        ],
    }


def clause(catalogue: Catalogue, found: Clause, lang: Lang) -> Plain:
    """A clause: gist, conditions, amount, steps, words, payments, numbers, open points, facts asked for."""
    row, head = found.row, found.paper
    return {
        "what": "clause",
        "id": row.id,
        "title": row.title.say(lang),
        "paper": head.id,
        "document": " ".join(part for part in (head.title.say(lang), head.number) if part),
        "article": article(row.article, lang),
        "kind": row.kind,
        "kind_means": KINDS[row.kind].say(lang),
        "binding": row.binding,
        "pays": row.pays,
        "pays_means": PAYS[row.pays].say(lang),
        "matter": row.matter,
        "matter_means": catalogue.matters[row.matter].say(lang),
        "valid": _term(found),
        "gist": row.gist.say(lang),
        "conditions": [{"why": each.why.say(lang), "test": str(each.test)} for each in row.when],
        "amount": _amount(found),
        "steps": [_step(each, lang) for each in row.steps],
        "outcomes": [
            {"code": each.code, "means": each.say.say(lang), "when": str(each.when or "")}
            for each in row.outcomes
        ],
        "limits": [
            {
                "pool": each.pool,
                "title": (each.title or row.title).say(lang),
                "cap": str(each.cap),
                "per": ", ".join(each.per),
                "at": each.at,
                "short": each.short,
            }
            for each in row.limits
        ],
        "stages": [_stage(each) for each in (row.pay.stages if row.pay else ())],
        "payers": _payers(found, lang),
        "parameters": [parameter(each, lang, brief=True) for each in found.parameters.values()],
        "readings": [reading(found, name, lang, brief=True) for name in row.readings],
        "facts": [fact(catalogue, name, lang) for name in facts_of(catalogue, found)],
        "replaces": list(row.replaces),
        "yields_to": list(row.yields_to),
        "adds_to": list(row.adds_to),
        "not_computed": row.not_computed.say(lang) if row.not_computed else "",
        "examples": len(row.examples),
    }


def facts_of(catalogue: Catalogue, found: Clause) -> list[str]:
    """The facts that the clause asks for, in the order of the vocabulary."""
    return [name for name in catalogue.facts if name in found.facts_used]


def fact(catalogue: Catalogue, name: str, lang: Lang) -> Plain:
    """An entry of the vocabulary."""
    found = catalogue.facts[name]
    return {
        "id": name,
        "title": found.title.say(lang),
        "unit": found.unit.say(lang),
        "certifier": found.certifier.say(lang),
    }


def parameter(found: Parameter, lang: Lang, *, brief: bool = False, clause: str = "") -> Plain:
    """A parameter; brief: as it stands last, else with every dated value and what it is cited from."""
    base = {"id": found.id, "title": found.row.title.say(lang)}
    values = [
        {
            "from": "" if each.from_day == 1 else shown_raw(each.from_day, "date"),
            "value": _shown(each.value, found.row.unit),
            "cite": each.cite,
        }
        for each in found.values
    ]
    if brief:
        return {**base, "value": values[-1]["value"]}
    quality = "assumed" if found.row.open else found.row.quality
    return {
        "what": "parameter",
        **base,
        "clause": clause,
        "unit": found.row.unit,
        "quality": quality,
        "values": values,
    }


def _shown(value: Any, unit: str) -> str:
    shown = shown_raw(value, unit)
    return ", ".join(map(str, shown)) if isinstance(shown, list) else str(shown)


def reading(found: Clause, name: str, lang: Lang, *, brief: bool = False) -> Plain:
    """A reading; brief: its default among its options, else with what each means and why."""
    row: ReadingRow = found.row.readings[name]
    if brief:
        return {
            "id": name,
            "title": row.title.say(lang),
            "default": row.default,
            "options": list(row.options),
        }
    return {
        "what": "reading",
        "id": name,
        "title": row.title.say(lang),
        "clause": found.id,
        "default": row.default,
        "why": row.why.say(lang),
        "options": [
            {"id": key, "means": means.say(lang), "default": key == row.default, "why_not": ""}
            for key, means in row.options.items()
        ],
    }


def _term(found: Clause) -> dict[str, str]:
    first, last = found.valid.from_, found.valid.last
    return {
        "from": first.isoformat() if first else "none",
        "to": last.isoformat() if last else "none",
    }


def _amount(found: Clause) -> str:
    """The expression, or the table, on one line."""
    amount = found.row.amount
    if amount is None or isinstance(amount, str | int | bool):
        return "" if amount is None else str(amount)
    given = amount.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    if amount.bands:
        bands = (each.model_dump(by_alias=True, exclude_none=True) for each in amount.bands)
        listed = "; ".join(", ".join(f"{key} {value}" for key, value in each.items()) for each in bands)
        return f"{given.get('mode', '')}({given.get('of', '')}): {listed}"
    table = ", ".join(f"{key}: {value}" for key, value in amount.values.items())
    rest = "" if amount.else_ is None else f", else: {amount.else_}"
    return f"{given.get('by', '')}: {{{table}{rest}}}"


def _step(row: StepRow, lang: Lang) -> Plain:
    code = next(name for name in OPERATIONS if getattr(row, name) is not None)
    operand = getattr(row, code)
    if row.round is not None:
        operand = f"{row.round.to} ({WAYS_OF_ROUNDING[row.round.way].say(lang)})"
    return {
        "step": code,
        "operand": str(operand),
        "means": OPERATIONS[code].say(lang).format(operand),
        "scope": row.scope or "",
        "if": str(row.if_ or ""),
        "why": row.why.say(lang) if row.why else "",
    }


def _payers(found: Clause, lang: Lang) -> dict[str, str]:
    """Who pays which share, by name."""
    shares = found.row.pay.payers if found.row.pay else {}
    return {PAYERS[name].say(lang) if name in PAYERS else name: str(share) for name, share in shares.items()}


def _stage(row: Any) -> Plain:
    share = row.shares or row.share or ("rest" if row.rest else "")
    return {"event": row.event, "after_years": str(row.after_years), "share": str(share)}
