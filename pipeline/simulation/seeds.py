"""Randomness without state: every number comes from the names of what it is for."""

from __future__ import annotations

import hashlib
import random


def rng(*parts: object) -> random.Random:
    """A source of random numbers that depends on these parts only."""
    return random.Random("/".join(map(str, parts)))


def share(*parts: object) -> float:
    """One number from 0 to 1 that depends on these parts only; cheaper than a whole source."""
    digest = hashlib.blake2b("/".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64
