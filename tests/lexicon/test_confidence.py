"""Confidence grows with the evidence, falls for what is not asserted, and its table is checked."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LexiconError
from kg.lexicon.confidence import PARTS, Confidence, read_confidence
from kg.lexicon.loader import DATA

CONFIDENCE = read_confidence(tomllib.loads((DATA / "confidence.toml").read_text(encoding="utf-8")))
shares = st.floats(0, 1)
lengths = st.integers(1, 300)
TABLE: dict[str, dict[str, Any]] = {
    "parts": dict.fromkeys(PARTS, 0.8),
    "evidence": {"specific": 0.03, "most": 0.95},
    "calibration": {"base": 0.5, "evidence": 0.4, "not_asserted": -1.0, "length": -0.3},
}


@given(shares, shares, lengths, st.booleans())
def test_more_evidence_is_never_less_sure(first: float, second: float, words: int, asserted: bool) -> None:
    confidence = CONFIDENCE
    low, high = sorted((first, second))
    rated = [confidence.rate(weight, is_asserted=asserted, words=words) for weight in (low, high)]
    assert 0 < rated[0] <= rated[1] < 1


@given(shares, lengths)
def test_what_is_not_asserted_is_less_sure(weight: float, words: int) -> None:
    confidence = CONFIDENCE
    asserted, other = (confidence.rate(weight, is_asserted=flag, words=words) for flag in (True, False))
    assert other < asserted


def test_without_calibration_the_evidence_is_the_confidence() -> None:
    assert Confidence().rate(0.7, is_asserted=True, words=40) == pytest.approx(0.7, abs=1e-3)


def test_a_pattern_that_asks_for_more_weighs_more() -> None:
    confidence = read_confidence(TABLE)
    assert confidence.weigh("verb", 0, 1.0) < confidence.weigh("verb", 2, 1.0) <= 0.95
    assert confidence.weigh("verb", 3, 1.0) == confidence.weigh("verb", 9, 1.0)


@pytest.mark.parametrize("section", ["parts", "evidence", "calibration"])
def test_a_missing_figure_is_named(section: str) -> None:
    missing = next(iter(TABLE[section]))
    table = {**TABLE, section: {key: value for key, value in TABLE[section].items() if key != missing}}
    with pytest.raises(LexiconError, match=f"{section}.*{missing}"):
        read_confidence(table)
