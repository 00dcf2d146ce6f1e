"""Source groups: copies and excerpts are one source, whatever their order."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus import group_near_duplicates
from kg.corpus.duplicates import COMMON

WORDS = re.findall(
    r"\w+",
    "treaty minister envoy border summit vote army port sanction pact ceasefire election river gas "
    "parliament embassy troops island airspace tariff",
)


def make_text(seed: int, length: int = 300) -> str:
    chooser = random.Random(seed)
    return " ".join(f"{chooser.choice(WORDS)}{chooser.randrange(50)}" for _ in range(length))


def edit(text: str, places: int, seed: int = 0) -> str:
    words = text.split()
    for place in random.Random(seed).sample(range(len(words)), places):
        words[place] = "edited"
    return " ".join(words)


LONG = make_text(1)
POOL = [
    LONG,
    edit(LONG, 5),
    " ".join(LONG.split()[50:150]),
    make_text(2),
    make_text(2) + " end",
    make_text(3, 40),
    "",
]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=8), st.randoms())
def test_the_order_of_texts_does_not_matter(texts, chooser):
    items = [(f"d{number}", text) for number, text in enumerate(texts)]
    shuffled = items[:]
    chooser.shuffle(shuffled)
    assert group_near_duplicates(items) == group_near_duplicates(shuffled)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=8))
def test_a_group_is_named_by_its_smallest_member(texts):
    groups = group_near_duplicates((f"d{number}", text) for number, text in enumerate(texts))
    for group in set(groups.values()):
        assert group == min(name for name, other in groups.items() if other == group)


def test_a_copy_with_edits_is_the_same_source():
    assert group_near_duplicates([("b", edit(LONG, 8)), ("a", LONG)]) == {"a": "a", "b": "a"}


def test_case_and_punctuation_do_not_matter():
    other = LONG.upper().replace(" ", ", ")
    assert group_near_duplicates([("a", LONG), ("b", other)])["b"] == "a"


def test_other_texts_stay_apart():
    groups = group_near_duplicates((str(seed), make_text(seed)) for seed in range(50))
    assert all(name == group for name, group in groups.items())


def test_half_a_text_in_common_is_not_enough():
    shared = make_text(9, 150)
    items = [("a", f"{shared} {make_text(10, 150)}"), ("b", f"{shared} {make_text(11, 150)}")]
    assert group_near_duplicates(items) == {"a": "a", "b": "b"}


@pytest.mark.parametrize("copies", [1, COMMON + 10], ids=["once", "copied often"])
def test_an_excerpt_joins_the_text_that_holds_it(copies):
    items = [(f"long{number:03}", edit(LONG, 2, number)) for number in range(copies)]
    groups = group_near_duplicates([*items, ("short", " ".join(LONG.split()[100:160]))])
    assert groups["short"] == "long000"


def test_a_short_phrase_is_no_excerpt():
    assert group_near_duplicates([("a", LONG), ("b", " ".join(LONG.split()[:20]))])["b"] == "b"


def test_a_statement_quoted_by_many_does_not_make_them_one_source():
    statement = make_text(20, 60)
    items = [
        ("a", f"{make_text(21)} {statement}"),
        ("b", f"{make_text(22, 400)} {statement}"),
        ("c", statement),
    ]
    assert group_near_duplicates(items) == {"a": "a", "b": "b", "c": "b"}


def test_texts_without_words_are_groups_of_their_own():
    assert group_near_duplicates([("a", ""), ("b", "— …"), ("c", LONG)]) == {"a": "a", "b": "b", "c": "c"}


def test_nothing_gives_nothing():
    assert group_near_duplicates([]) == {}
