"""Readings of insurance claims: which are deducted, how much is paid, of which loss."""

from collections.abc import Callable
from typing import Any

from escrow.rules.claim import NOTHING_KEPT, by_policy
from escrow.rules.entitlement import Rate
from escrow.tape import Payer

# claim_deduction: (payee) -> is the claim deducted from the grant's base?


def paid_to_enterprise(payee: int) -> bool:
    """Only a claim that makes the enterprise whole reduces what it has spent."""
    return payee == Payer.ENTERPRISE


def any_claim_on_project(payee: int) -> bool:
    """Every claim on the project is deducted, whoever gets it."""
    return True


# claim_amount: (stated fen or None, assessed loss, cover or None, own share) -> fen paid.


def stated(
    stated_fen: int | None, loss_fen: int, cover_fen: int | None, own_share: Rate = NOTHING_KEPT
) -> int:
    """The claim is an input; only where none is stated the policy's terms tell it."""
    return by_policy(loss_fen, cover_fen, own_share) if stated_fen is None else stated_fen


def smaller_of_loss_and_cover(
    stated_fen: int | None, loss_fen: int, cover_fen: int | None, own_share: Rate = NOTHING_KEPT
) -> int:
    """The loss less the insured's own share, within the cover, whatever was stated."""
    return by_policy(loss_fen, cover_fen, own_share)


# loss_basis: (stated loss, forfeited deposit, all paid so far, platform's cost of the stage) -> loss.


def loss_stated(loss_fen: int, deposit_fen: int, paid_fen: int, cost_fen: int) -> int:
    """The assessment is the insurer's."""
    return loss_fen


def failed_deposit(loss_fen: int, deposit_fen: int, paid_fen: int, cost_fen: int) -> int:
    """The enterprise has lost the deposit of the failed stage."""
    return deposit_fen


def all_paid_so_far(loss_fen: int, deposit_fen: int, paid_fen: int, cost_fen: int) -> int:
    """Everything the enterprise has paid to the platform, the deposit included."""
    return paid_fen


def platform_cost(loss_fen: int, deposit_fen: int, paid_fen: int, cost_fen: int) -> int:
    """What the stage has cost the platform."""
    return cost_fen


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "claim_deduction": {
        "paid_to_enterprise": paid_to_enterprise,
        "any_claim_on_project": any_claim_on_project,
    },
    "claim_amount": {"stated": stated, "smaller_of_loss_and_cover": smaller_of_loss_and_cover},
    "loss_basis": {
        "stated": loss_stated,
        "failed_deposit": failed_deposit,
        "all_paid_so_far": all_paid_so_far,
        "platform_cost": platform_cost,
    },
}
