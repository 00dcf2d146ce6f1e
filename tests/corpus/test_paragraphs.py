"""Paragraphs: wrapped, one a line, or set off by blank lines."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.corpus.paragraphs import split_paragraphs

SENTENCES = (
    "The foreign ministers of Norway and Turkey met in Oslo on Monday.",
    "Neither of them expected an agreement, though both had asked for one.",
    "Ankara had sent its ships to the strait, and the strait was full of them.",
    "The Norwegian minister said that the alliance would not break over fish.",
    "In the evening the two governments announced that they would meet again.",
)
PARAGRAPHS = st.lists(st.permutations(SENTENCES).map(" ".join), min_size=1, max_size=6)


def paragraphs(text, **options):
    return [text[start:end] for start, end in split_paragraphs(text, **options)]


@given(PARAGRAPHS, st.integers(48, 100))
def test_wrapping_at_any_width_keeps_paragraphs_whole(given_paragraphs, width):
    wrapped = [textwrap.fill(paragraph, width) for paragraph in given_paragraphs]
    text = "\n\n".join(wrapped)
    # where many lines happen to end with a sentence, or to open with a capital, nobody can tell
    breaks = [(a[-1], b[0]) for paragraph in wrapped for a, b in pairwise(paragraph.split("\n"))]
    assume(sum(last == "." for last, _ in breaks) * 2 < len(breaks))
    assume(sum(first.islower() for _, first in breaks) * 3 > len(breaks))
    assert [" ".join(p.split()) for p in paragraphs(text)] == given_paragraphs


@given(PARAGRAPHS)
def test_a_paragraph_a_line_is_split_at_the_lines(given_paragraphs):
    assert paragraphs("\n".join(given_paragraphs)) == given_paragraphs


def test_wrapped_paragraphs_without_blank_lines_end_at_a_short_line():
    first = "The ministers met in the old town hall\nof Vienna and spoke about the strait for\nhours."
    second = "Turkey would not move its ships, and the\nothers would not move their own."
    assert paragraphs(f"{first}\n{second}") == [first, second]


@pytest.mark.parametrize("number", ["24", "08-53122 20"])
def test_a_sentence_goes_on_over_a_page_number(number):
    text = (
        "The delegation thanked the foreign minister of\nNamibia, who had led the Assembly with his\n"
        f"{number}\n\nexemplary patience through the long session."
    )
    assert paragraphs(text) == [text]


def test_a_sentence_goes_on_after_a_page_break():
    text = "The package would help the United Nations to secure its financial position and\n\n\nto endure."
    assert paragraphs(text) == [text]


def test_items_of_a_list_are_apart():
    text = "The parties agreed:\n- to withdraw their troops\n- to exchange prisoners\n1. at once"
    assert len(paragraphs(text)) == 4


def test_lines_at_the_top_are_apart_in_a_wrapped_text():
    text = (
        "Quiet Talks\nOslo Forum\n3 May 2021\n\nThe foreign ministers of Norway and Turkey met in Oslo\n"
        "on Monday, and neither of them expected an agreement,\nthough both had asked for one."
    )
    assert len(paragraphs(text)) == 4


def test_a_line_end_means_nothing_in_markdown():
    text = "Norway signed.\nTurkey did not."
    assert len(paragraphs(text)) == 2
    assert len(paragraphs(text, markdown=True)) == 1


def test_turns_without_blank_lines_are_apart():
    assert paragraphs("Q: Will it hold?\nA: It will.\nQ: Why?") == [
        "Q: Will it hold?",
        "A: It will.",
        "Q: Why?",
    ]
