"""The parties of one replication and what the policy says of them."""

from typing import NamedTuple

from escrow.behaviour.quantile import IntArray


class Parties(NamedTuple):
    """Numbers of parties of a replication, their names' places, and tables by name."""

    enterprises: int
    platforms: int
    insurers: int
    enterprise_name: IntArray
    platform_name: IntArray
    insurer_name: IntArray
    held_enterprise: IntArray
    held_platform: IntArray
    held_insurer: IntArray
    held: IntArray
    stop_day: IntArray
    quotas: IntArray
    quoted: IntArray
    debarments: IntArray
    stops: IntArray
    falsifications: IntArray
    topups: IntArray
