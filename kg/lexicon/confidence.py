"""How sure a claim is (data/confidence.toml): evidence, and what it is worth by readers' verdicts."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import LexiconError

PARTS = ("title", "part", "verb", "role", "noun", "adjective", "intent")
USUAL_LENGTH = 25  # words of a sentence
SUREST = 0.98


@dataclass(frozen=True, slots=True)
class Confidence:
    """The figures of confidence.toml; those of an empty one rate every claim by its evidence alone."""

    parts: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(PARTS, 0.75))
    specific: float = 0.0
    most: float = 0.95
    base: float = 0.0
    evidence: float = 1.0
    not_asserted: float = 0.0
    length: float = 0.0

    def weigh(self, part: str, words_asked_for: int, certainty: float) -> float:
        """The evidence of a reading in 0…1; `certainty` is that of its two ends together."""
        own = self.parts[part] + self.specific * min(words_asked_for, 3)
        return min(own, self.most) * certainty

    def rate(self, weight: float, *, is_asserted: bool, words: int) -> float:
        """The share of claims with that evidence that are right, by logistic (Platt) scaling.

        weight: from `weigh`. words: the length of the sentence. Platt, J. (1999): Probabilistic outputs for
        support vector machines.
        """
        sure = min(max(weight, 1 - SUREST), SUREST)
        score = self.base + self.evidence * math.log(sure / (1 - sure))
        score += 0.0 if is_asserted else self.not_asserted
        score += self.length * math.log(max(words, 1) / USUAL_LENGTH)
        return round(1 / (1 + math.exp(-score)), 3)


def read_confidence(table: Mapping[str, Mapping[str, Any]]) -> Confidence:
    """The figures of confidence.toml. Raises: LexiconError naming what is missing or unknown."""
    expected = {
        "parts": PARTS,
        "evidence": ("specific", "most"),
        "calibration": ("base", "evidence", "not_asserted", "length"),
    }
    for section, keys in expected.items():
        if wrong := sorted(set(keys) ^ set(table.get(section, {}))):
            raise LexiconError(f"confidence.toml: [{section}]: {wrong[0]!r} is missing or unknown")
    return Confidence(parts=dict(table["parts"]), **table["evidence"], **table["calibration"])
