"""Bytes → text, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.decoding import decode

PRINTABLE = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n"))


@given(PRINTABLE.filter(lambda text: not text.startswith(("%PDF", "GIF8", "PK\x03\x04", "{\\rtf"))))
def test_utf_8_comes_back_with_line_ends_and_byte_order_mark(text):
    assert decode(text.encode()) == (text, "utf-8")


def test_western_europe():
    assert decode("The “peace” of São Tomé – and others.".encode("cp1252")) == (
        "The “peace” of São Tomé – and others.",
        "cp1252",
    )


def test_another_script_is_guessed():
    text = "Министр иностранных дел России встретился с послом Турции, и они говорили о договоре. " * 5
    decoded = decode(text.encode("cp1251"))
    assert decoded is not None
    assert decoded[0] == text


@pytest.mark.parametrize("charset", ["utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_charset(charset):
    assert decode("Norway".encode(charset)) == ("Norway", charset)


def test_the_charset_a_file_names_is_tried_after_utf_8():
    assert decode("Łódź".encode("iso-8859-2"), declared="iso-8859-2") == ("Łódź", "iso-8859-2")
    assert decode("Łódź".encode(), declared="iso-8859-2") == ("Łódź", "utf-8")


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", b"PK\x03\x04rest", bytes(range(32)), b"a\x00b\x00"])
def test_what_is_no_text(data):
    assert decode(data) is None
