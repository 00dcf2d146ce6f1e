"""Cleaning: the length never changes, and nothing that is no text is left to parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus import clean_for_parsing, find_blocks
from kg.model import Document

MARKS = [
    "**Q:** Why?",
    "TRENT: We",
    "[text](http://a.b/c)",
    "&amp;",
    "<b>",
    "a@b.org",
    "www.x.org/y",
    "_so_",
    "`x`",
]
SIGNS = ["’", "“", "\u00ad", "\u200b", "\xa0", "‑", "\n", "\r\n", "\n\n", "> ", "# ", "- ", " ", "ﬁ", "İ"]
PIECES = st.sampled_from([*MARKS, *SIGNS, "Source: Getty"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))


def clean(text, *, markdown=False):
    return clean_for_parsing(Document("d", text, blocks=find_blocks(text, markdown=markdown)))


@given(TEXTS, st.booleans())
def test_the_length_stays(text, markdown):
    assert len(clean(text, markdown=markdown)) == len(text)


@given(TEXTS)
def test_letters_and_digits_stay_or_go_but_never_move(text):
    cleaned = clean(text)
    for before, after in zip(text, cleaned, strict=True):
        assert not after.isalnum() or after.casefold() == before.casefold() or before in "&;#"


PLAIN = st.characters(categories=["Ll", "Lu", "Zs", "Po"], max_codepoint=126, exclude_characters="*#")


# without Markdown: a mark that is blanked can make another one beside it readable
@given(st.text(alphabet=PLAIN, max_size=80))
def test_cleaning_twice_changes_nothing_more(text):
    cleaned = clean(text)
    assert clean_for_parsing(Document("d", cleaned, blocks=find_blocks(text))) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Norway’s “peace”", 'Norway\'s "peace"'),
        ("the post‑war\xa0order", "the post-war order"),
        ("post–Cold War—or so", "post–Cold War—or so"),
        ("a treaty that\nNorway signed", "a treaty that Norway signed"),
        ("a treaty that\r\nNorway signed", "a treaty that  Norway signed"),
        ("Nor\u00adway", "Nor way"),
        ("\ufeffNorway", " Norway"),
        ("[Norway](https://a.b/c_(d)) signed", " Norway                     signed"),
        ("**Norway** _never_ signed", "  Norway    never  signed"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("see https://a.b/c?d=e. Norway", "see                  . Norway"),
        ("write to jo@a.org, please", "write to         , please"),
        ("Smith &amp; Co. went", "Smith &     Co. went"),
        ("Norway <b>signed</b> it.", "Norway    signed     it."),
        ("Norway signed.[12] Turkey", "Norway signed.     Turkey"),
        ("- Norway signs", "  Norway signs"),
        ("2. Norway signs.", "   Norway signs."),
        ("> Norway signs\n> the pact", "  Norway signs   the pact"),
        ("#Norway signs", " Norway signs"),
        ("### Norway signs", "    Norway signs"),
    ],
)
def test_marks_go_and_words_stay(text, cleaned):
    assert clean(text) == cleaned


def test_boilerplate_is_blank_and_the_blank_lines_stay():
    assert clean("Source: Getty\n\nNorway signed.") == " " * 13 + "\n\nNorway signed."


def test_a_label_becomes_a_sentence_of_its_own():
    text = "PRESIDENT OAKES: We signed.\n\nQ    Why?\n\n**Dana Trent:** We must.\n\nUNESCO: No.\n\nEU: No."
    assert clean(text) == (
        "President Oakes. We signed.\n\n     Why?\n\n  Dana Trent.   We must.\n\nUnesco. No.\n\nEU. No."
    )


def test_a_label_keeps_its_name_but_not_its_note():
    text = "MR. BRANDT (via interpreter): Yes.\n\nMS. ROE: No."
    assert clean(text).startswith("Mr. Brandt.                   Yes.")


def test_an_article_is_left_alone():
    text = "Norway and Turkey signed the pact.\n\nTheir envoys met on 3 May 2019 in Oslo."
    assert clean(text) == text
