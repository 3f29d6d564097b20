"""Events: facts that cause entries and refusals."""

from dataclasses import dataclass

from ledger import check


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: ids and whole numbers only, prose is made on display.

    `data` are named integers, `documents` pairs of what papers go with it. Raises NotWholeFen,
    BadName, BadDate.
    """

    id: str
    type: str
    on: str  # effective date, YYYY-MM-DD
    project: str = ""
    stage: int = 0
    data: tuple[tuple[str, int], ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    commitments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check.name(self.id)
        check.name(self.type, "type")
        check.day(self.on)
        check.whole(self.stage)
        for _, value in self.data:
            if type(value) is not int:
                check.whole(value)
