"""Front matter: the `key: value` lines between two `---`."""

import pytest

from kg.corpus.frontmatter import find_front_matter, read_front_matter


def test_keys_values_lists_and_quotes():
    text = (
        "---\nTitle: \"Quiet: talks\"\nauthors: [Ana Silva, 'Bo Li']\ntags:\n  - a\n  - b\nempty:\n---\nText"
    )
    assert read_front_matter(text) == {
        "title": "Quiet: talks",
        "authors": "Ana Silva, Bo Li",
        "tags": "a, b",
        "empty": "",
    }
    assert text[find_front_matter(text) :] == "Text"


@pytest.mark.parametrize(
    "text", ["", "---\n", "---\ntitle: open", "---\n\nText\n---\n", "Text\n---\na: b\n---\n"]
)
def test_what_is_no_front_matter(text):
    assert find_front_matter(text) == 0
    assert read_front_matter(text) == {}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    assert read_front_matter("\ufeff---\r\ntitle: Peace\r\n---\r\nText") == {"title": "Peace"}
