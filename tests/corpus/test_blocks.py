"""Text → Blocks: the laws that hold for any text, and the kinds of what political texts consist of."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus import find_blocks
from kg.corpus.paragraphs import ZERO_WIDTH, trim

PIECES = st.sampled_from(
    [
        "Q: Will it hold?",
        "A: It will.",
        "TRENT: We will sign.",
        "# Title",
        "- item",
        "By Jane Doe",
        "Jane Doe, director of the Oslo Forum.",
        "Source: Getty",
        "---",
        "key: value",
        "```",
        "<!-- note -->",
        "24",
        "OSLO, May 3 (AP) - Norway left. (Reporting by Jo Roe)",
        "the talks went on and the envoys of both states met again in the old town hall of Vienna and",
        "\n",
        "\n\n",
        "\r\n",
        "\x0c",
        "\u2028",
        "\ufeff",
        " ",
        "\t",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))

ARTICLE = """The Bear and the Dragon

By Ana Silva

Russia and China are closer than ever. The two states signed a pact in May, and their
presidents will meet again in the autumn.

What comes next

Beijing wants cheap gas, and Moscow wants a friend. Neither will get all that it wants from the other."""


def kinds(text, **options):
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text, **options)]


@given(TEXTS, st.booleans())
def test_every_visible_character_is_in_exactly_one_block(text, markdown):
    inside = [place for b in find_blocks(text, markdown=markdown) for place in range(b.start, b.end)]
    assert len(inside) == len(set(inside))
    visible = {place for place, char in enumerate(text) if not char.isspace() and char not in ZERO_WIDTH}
    assert visible <= set(inside)


@given(TEXTS, st.booleans())
def test_blocks_are_sorted_apart_and_trimmed(text, markdown):
    blocks = find_blocks(text, markdown=markdown)
    assert all(first.end <= second.start for first, second in pairwise(blocks))
    assert all(trim(text, b.start, b.end) == (b.start, b.end) for b in blocks)


@given(TEXTS, st.booleans())
def test_a_speaker_is_a_span_of_visible_text(text, markdown):
    speakers = [b.speaker for b in find_blocks(text, markdown=markdown) if b.speaker]
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in speakers)


@given(st.lists(PIECES, max_size=12))
def test_the_kind_of_line_end_does_not_matter(pieces):
    text = "\n".join(pieces).replace("\r\n", "\n")
    unix = [(kind, block.split()) for kind, block in kinds(text)]
    assert [(kind, block.split()) for kind, block in kinds(text.replace("\n", "\r\n"))] == unix


def test_an_article_has_title_byline_heading_and_paragraphs():
    assert [kind for kind, _ in kinds(ARTICLE)] == ["heading", "byline", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "A View From Ankara",
        "THE ROAD TO MINSK",
        "1. What the Treaty Says",
        "(b) Editorial Processing",
        "Syrian Arab Republic",
        "## on the ground",
        "**On the ground**",
        "What Does Ankara Want From the Summit?",
        "An Interview With Maria Lopez",
        "Remarks by President Oakes at the Opening of the Summit",
    ],
)
def test_a_heading_is_short_and_marked_or_in_title_case(line):
    paragraph = "The ministers met in May and agreed to meet again, though neither side had moved an inch."
    assert kinds(f"{paragraph}\n\n{line}\n\n{paragraph}")[1] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "Turkey and Iran signed.",
        "- Turkey and Iran",
        "Mr. President,",
        "We are glad to see the",
        "The parties agreed on the following steps toward a lasting peace in the whole region and beyond it:",
    ],
)
def test_no_heading_is_a_sentence_an_item_or_a_salutation(line):
    paragraph = "The ministers met in May and agreed to meet again, though neither side had moved an inch."
    assert kinds(f"{paragraph}\n\n{line}\n\n{paragraph}")[1][0] == "paragraph"


def test_a_year_is_a_heading_if_marked_and_a_page_number_if_not():
    assert kinds("## 2014\n\nNorway signed.\n\n2014\n\nTurkey did.")[::2] == [
        ("heading", "## 2014"),
        ("boilerplate", "2014"),
    ]


def test_a_text_of_one_line_is_no_title():
    assert kinds("Norway signs pact with Turkey") == [("paragraph", "Norway signs pact with Turkey")]


def test_the_underline_of_a_heading_is_no_text():
    assert kinds("A quiet deal\n============\n\nNorway signed.") == [
        ("heading", "A quiet deal"),
        ("boilerplate", "============"),
        ("paragraph", "Norway signed."),
    ]


def test_a_dateline_and_a_credit_are_cut_from_the_paragraphs_they_stand_in():
    text = "OSLO, May 3, 2021 (Reuters) - Norway left the pact. (Reporting by Jo Roe; Editing by Al Poe)"
    assert kinds(text) == [
        ("boilerplate", "OSLO, May 3, 2021 (Reuters) -"),
        ("paragraph", "Norway left the pact."),
        ("boilerplate", "(Reporting by Jo Roe; Editing by Al Poe)"),
    ]


def test_front_matter_code_and_comments_are_no_text_in_markdown():
    text = "---\ntitle: Peace\n---\n\nNorway signed.\n\n```\ncode\n```\n\n<!-- note -->"
    assert [kind for kind, _ in kinds(text, markdown=True)] == [
        "boilerplate",
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]


def test_a_rhetorical_question_in_an_essay_is_running_text():
    essay = "Russia and China signed a pact.\n\nWill it last?\n\nIt will not, for neither trusts the other."
    assert {kind for kind, _ in kinds(essay)} == {"paragraph"}
