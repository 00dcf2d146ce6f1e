"""Of overlapping finds the longest and strongest stand."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Block, Document
from kg.ner.choose import choose
from kg.ner.finds import LEXICON, MODEL, Find, contains, overlap
from kg.ner.page import read_page

TEXT = "one two six ten " * 8
SPANS = st.tuples(st.integers(0, 24), st.integers(1, 6)).map(
    lambda pair: (pair[0] * 4, (pair[0] + pair[1]) * 4 - 1)
)
FINDS = st.builds(
    lambda span, type_, rank: Find(*span, type_, rank=rank),
    SPANS, st.sampled_from(["STATE", "ORG", "PERSON", "TREATY"]), st.integers(MODEL, LEXICON),
)  # fmt: skip


@given(st.lists(FINDS, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_chosen_finds_never_cross_and_do_not_depend_on_order(lexicon, tokenise, finds: list[Find]) -> None:
    page = read_page(tokenise(TEXT), Document("d", TEXT, blocks=(Block(0, len(TEXT)),)))
    nameless = [replace(find, candidates=()) for find in finds]
    chosen = choose(page, nameless, lexicon)
    assert chosen == choose(page, nameless[::-1], lexicon)
    for first in chosen:
        for second in chosen:
            nested = contains(first, second) or contains(second, first)
            assert first == second or not overlap(first, second) or nested
    assert all(any(overlap(find, other) for other in chosen) for find in finds)


def test_a_strong_name_stands_against_a_longer_guess_that_crosses_it(lexicon, tokenise) -> None:
    page = read_page(tokenise(TEXT), Document("d", TEXT, blocks=(Block(0, len(TEXT)),)))
    guess, name = Find(0, 11, "ORG", rank=MODEL), Find(8, 15, "PLACE", rank=LEXICON)
    assert choose(page, [guess, name], lexicon) == [name]
