"""The digest of sampled worlds, which no cut into blocks moves."""

from hashlib import sha256

import numpy as np

from escrow.compiled.columns import Block, P


def world_digest(*blocks: Block) -> str:
    """SHA-256 of the worlds of these blocks, by replication; cells that nobody may read do not count."""
    found = sha256()
    for block in sorted(blocks, key=lambda block: block.first):
        for r in range(len(block.count)):
            found.update(_world(block, r))
    return found.hexdigest()


def _world(block: Block, r: int) -> bytes:
    """One replication: its number, its parties, its projects with the stages they have."""
    count = int(block.count[r])
    project = block.project[r, :count]
    has = np.arange(block.stage.shape[2]) < project[:, P.STAGES, None]
    named = (block.enterprise_name, block.platform_name, block.insurer_name)
    parts = [
        np.array([block.first + r, count, *block.parties[r]]),
        *(names[r, : block.parties[r, kind]] for kind, names in enumerate(named)),
        project,
        block.stage[r, :count][has],
        block.draw[r, :count][has],
    ]
    return b"".join(part.astype("<i8").tobytes() for part in parts)
