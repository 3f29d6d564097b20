"""Joining: more support, or a lower deposit, brings more projects (off by default).

Every potential project keeps its own uniform, its latent taste for joining; a policy moves the threshold.
The weights are judgements (J): nobody has measured them.
"""

from dataclasses import dataclass
from fractions import Fraction

from escrow.behaviour import Chance
from escrow.behaviour.chance import shifted
from escrow.behaviour.quantile import ONE


@dataclass(frozen=True, slots=True)
class Levers:
    """What a policy offers and asks; the defaults are the text's."""

    cost_share_rate: Fraction = Fraction(3, 10)
    premium_subsidy_rate: Fraction = Fraction(4, 5)
    deposit_rate: Fraction = Fraction(1, 10)
    pool_budget_rate: Fraction = Fraction(1)
    first_share_max: Fraction | None = None


TEXT = Levers()
UPTAKE = Chance.of("23%")


@dataclass(frozen=True, slots=True)
class Joining:
    """Uptake under the text, and thousandths of log odds for each percentage point a lever moves.

    23 % of results offered on free trial were tried in Zhejiang by 2024-09 (B, an analogy only).
    """

    uptake: Chance = UPTAKE
    cost_share: int = 50
    premium_subsidy: int = 5
    deposit: int = -20

    def potential(self, filings: int) -> int:
        """How many consider joining when `filings` would join under the text."""
        return -(-filings * ONE // max(1, self.uptake.at))

    def threshold(self, levers: Levers) -> int:
        """The uniform below which a potential project joins."""
        moved = (
            (levers.cost_share_rate - TEXT.cost_share_rate) * self.cost_share
            + (levers.premium_subsidy_rate - TEXT.premium_subsidy_rate) * self.premium_subsidy
            + (levers.deposit_rate - TEXT.deposit_rate) * self.deposit
        )
        # A rate difference times 100 is percentage points; ten thousandths of log odds make a hundredth.
        return shifted(self.uptake.at, round(moved * 10))
