"""What one yearly settlement hands to the next."""

from dataclasses import dataclass, field
from typing import NamedTuple

ShareKey = tuple[int, int]  # project serial, enterprise number


class ProjectState(NamedTuple):
    """Carried between years for a project, in fen.

    `claims_carried` waits for later input; `owed` (at most zero) is input that came back and is
    still to be set off; the totals serve the whole-project settlement.
    """

    claims_carried: int = 0
    owed: int = 0
    input_to_date: int = 0
    claims_to_date: int = 0
    subsidies_to_date: int = 0


class ShareState(NamedTuple):
    """Carried between years for one enterprise in a project, in fen.

    `settled` is the grant before the cap decided so far by a whole-project settlement, `excess` what
    a cap cut and reading cap_excess carries on, `clawed` what was demanded back.
    """

    settled: int = 0
    excess: int = 0
    clawed: int = 0


NOTHING = ProjectState()
NO_SHARE = ShareState()


@dataclass(frozen=True, slots=True)
class State:
    """Everything carried between years; the first settlement starts from `State()`."""

    last_year: int = 0
    last_reported_day: int = 0
    projects: dict[int, ProjectState] = field(default_factory=dict)
    shares: dict[ShareKey, ShareState] = field(default_factory=dict)

    def is_new(self, year: int, day: int, dated_year: int, reported_day: int) -> bool:
        """Whether a fact of `day`, counted in `dated_year`, belongs to the audit of `year`.

        A fact belongs to the first audit of its year or a later one that could know it.
        """
        if dated_year > year or day > reported_day:
            return False
        return dated_year > self.last_year or day > self.last_reported_day
