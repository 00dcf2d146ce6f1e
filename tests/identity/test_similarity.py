"""Names that can be one are found alike, in either order; names that cannot are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.similarity import compare_names, list_keys, measure_distance

NAMES = st.sampled_from(
    ["Ada Lee", "A. Lee", "Lee", "Ada Leigh", "National Union Party", "NUP", "START II", "New START"
     "Él Yassin", ""]
)  # fmt: skip
ALIKE = [
    ("Angela Merkel", "Merkel", True, 0.7),
    ("Él-Yassin", "el Yassin", False, 0.9),
    ("Kurds", "the Kurds", False, 0.6),
    ("National Union Party", "NUP", False, 0.85),
    ("Organization of the Green Islands", "OGI", False, 0.85),
    ("J. Bolton", "John Bolton", True, 0.75),
    ("Dmitry Polyanskiy", "Dmitry Polyansky", True, 0.72),
    ("Normandy summit", "Normandy Four summit", False, 0.67),
    ("Ada M. Lee", "Ada Lee", True, 0.67),
    ("1987 Arms Treaty", "Arms Treaty", False, 0.67),
    ("Confederacy", "Iroquois Confederacy", False, 0.5),
]
APART = [
    ("Kim Jong Il", "Kim Jong Un", True),
    ("START I", "START II", False),
    ("World War", "World War II", False),
    ("Second Decade of Peace", "Decade of Peace", False),
    ("1987 Arms Treaty", "1991 Arms Treaty", False),
    ("COP29", "Conference on Peace", False),
    ("resolution 2202", "resolution 2254", False),
    ("Ada Lee", "Bo Lee", True),
    ("Ada", "Ada Lee", True),
    ("North Korea", "South Korea", False),
]


@pytest.mark.parametrize(("first", "second", "persons", "score"), ALIKE)
def test_alike(first: str, second: str, persons: bool, score: float) -> None:
    found = compare_names(first, second, persons=persons)
    assert found is not None
    assert found.score == pytest.approx(score, abs=0.01)
    assert list_keys(first) & list_keys(second)


@pytest.mark.parametrize(("first", "second", "persons"), APART)
def test_apart(first: str, second: str, persons: bool) -> None:
    assert compare_names(first, second, persons=persons) is None


@given(NAMES, NAMES, st.booleans())
def test_neither_comes_first(first: str, second: str, persons: bool) -> None:
    found, turned = (compare_names(*pair, persons=persons) for pair in ((first, second), (second, first)))
    assert (found and found.score) == (turned and turned.score)


WORDS = st.text(alphabet="abc", max_size=6)


@given(WORDS, WORDS)
def test_the_distance_is_none_for_the_same_and_the_same_both_ways(first: str, second: str) -> None:
    distance = measure_distance(first, second, 9)
    assert (distance == 0) == (first == second)
    assert distance == measure_distance(second, first, 9)
    assert abs(len(first) - len(second)) <= distance <= max(len(first), len(second))
    assert measure_distance(first, second, 1) == min(distance, 2)


def test_neighbours_that_change_places_are_one_step() -> None:
    assert measure_distance("Brian", "Brain", 2) == 1
