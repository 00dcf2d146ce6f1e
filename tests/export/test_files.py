import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OutputError
from kg.export import files
from kg.export.files import strip_controls, write_text

# every character XML 1.0 allows, and no other
XML_TEXT = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


def test_text_is_written_as_utf8_with_plain_line_ends(tmp_path):
    path = write_text(tmp_path / "new" / "a.txt", "Côte d’Ivoire\nČR\n")
    assert path.read_bytes() == "Côte d’Ivoire\nČR\n".encode()
    assert [item.name for item in path.parent.iterdir()] == ["a.txt"]


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path, monkeypatch):
    path = write_text(tmp_path / "a.txt", "old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.Path, "replace", fail)
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written \(No space left on device\)"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_is_a_file_is_one_line_of_error(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError) as caught:
        write_text(tmp_path / "taken" / "a.txt", "x")
    assert str(caught.value).count("\n") == 0
    assert "taken" in str(caught.value)


def test_new_files_are_readable_as_the_umask_says(tmp_path):
    before = os.umask(0o022)
    try:
        path = write_text(tmp_path / "a.txt", "x")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o644


@given(text=st.text(st.characters(exclude_categories=())))
def test_cleaned_text_fits_xml_and_keeps_its_length(text):
    cleaned = strip_controls(text)
    assert XML_TEXT.fullmatch(cleaned)
    assert len(cleaned) == len(text)
    assert strip_controls(cleaned) == cleaned
