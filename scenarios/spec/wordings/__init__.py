"""What each fault says, in Chinese and English, by its code."""

from scenarios.spec.wordings.checks import CHECKS
from scenarios.spec.wordings.files import FILE
from scenarios.spec.wordings.settings import SETTINGS
from scenarios.spec.wordings.sweeps import SWEEPS
from scenarios.spec.wordings.values import VALUES
from scenarios.spec.wordings.wording import Wording

WORDINGS: dict[str, Wording] = {**FILE, **VALUES, **SETTINGS, **CHECKS, **SWEEPS}
"""Every wording by the code of its fault."""

__all__ = ["WORDINGS", "Wording"]
