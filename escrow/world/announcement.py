"""An announcement: bad news after which a share of those who would have filed stay away."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour import Chance
from escrow.behaviour.quantile import IntArray


@dataclass(frozen=True, slots=True)
class Announcement:
    """From `day` on a filing does not come with the chance `stay_away`; what the others bring is unmoved."""

    day: int
    stay_away: Chance

    def comes(self, days: IntArray, uniforms: IntArray) -> NDArray[np.bool]:
        """Which filings come all the same."""
        return (days < self.day) | (uniforms >= self.stay_away.at)
