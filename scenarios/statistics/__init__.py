"""What many replications say: means, quantiles, intervals, differences; floats here, never near a ledger."""

from scenarios.statistics.budget import LEVELS, Need, needs
from scenarios.statistics.depletion import Depletion, depletion
from scenarios.statistics.estimate import CONFIDENCE, Estimate, mean
from scenarios.statistics.flags import wilson
from scenarios.statistics.histogram import Bracket, histogram_quantile
from scenarios.statistics.pairs import Difference, paired, paired_flags, unpaired
from scenarios.statistics.precision import half_width, replications_needed
from scenarios.statistics.quantiles import Quantile, quantile
from scenarios.statistics.ratio import ratio, ratio_difference, unpaired_ratio
from scenarios.statistics.several import Several, several

__all__ = [
    "CONFIDENCE",
    "LEVELS",
    "Bracket",
    "Depletion",
    "Difference",
    "Estimate",
    "Need",
    "Quantile",
    "Several",
    "depletion",
    "half_width",
    "histogram_quantile",
    "mean",
    "needs",
    "paired",
    "paired_flags",
    "quantile",
    "ratio",
    "ratio_difference",
    "replications_needed",
    "several",
    "unpaired",
    "unpaired_ratio",
    "wilson",
]
