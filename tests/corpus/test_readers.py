"""Paths → Documents: every kind of file, what is told of the others, and ids that hold."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.corpus import read_documents
from kg.errors import InputError

DATED = "Published on May 3, 2021"
TEXT = "Norway signed the pact. Turkey did not sign it."


def read(*paths):
    problems = []
    documents = list(read_documents(paths, problems.append))
    return documents, [f"{problem.path}: {problem.message}" for problem in problems]


def write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return folder


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n")))
def test_the_text_is_the_file_character_for_character(tmp_path, text):
    text = "Norway. " + text
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read(tmp_path / "a.txt")[0][0].text == text


def test_the_order_of_paths_does_not_matter(tmp_path):
    write(tmp_path, a_txt=TEXT, sub__b_md=TEXT, c_jsonl=json.dumps({"id": "z", "text": TEXT}))
    paths = [tmp_path / "c.jsonl", tmp_path / "sub", tmp_path / "a.txt"]
    first, second = read(*paths), read(*reversed(paths))
    assert first == second
    assert [document.id for document in first[0]] == ["a.txt", "b.md", "z"]


def test_an_id_is_the_path_within_the_folder_given(tmp_path):
    write(tmp_path, a_txt=TEXT, sub__deep__b_txt=TEXT)
    assert [document.id for document in read(tmp_path)[0]] == ["a.txt", "sub/deep/b.txt"]


def test_a_file_given_twice_is_read_once(tmp_path):
    write(tmp_path, sub__a_txt=TEXT)
    assert [d.id for d in read(tmp_path, tmp_path / "sub" / "a.txt", tmp_path / "sub")[0]] == ["sub/a.txt"]


def test_patterns_and_paths_as_text(tmp_path):
    write(tmp_path, sub__a_txt=TEXT, sub__b_md=TEXT)
    assert [document.id for document in read(str(tmp_path / "**" / "*.txt"))[0]] == ["sub/a.txt"]


def test_hidden_files_are_left_out_and_other_kinds_are_told(tmp_path):
    write(tmp_path, a_txt=TEXT, b_pdf="x", c_pdf="x", d_docx="x")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a.txt"]
    assert problems == [
        f"{tmp_path}: 3 files were left out (1 .docx, 2 .pdf); "
        "convert what matters to .txt, .md, .html, .jsonl or .csv"
    ]


def test_links_that_loop_do_no_harm(tmp_path):
    write(tmp_path, sub__a_txt=TEXT)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["sub/a.txt"]
    assert problems[0].endswith("nowhere.txt: is a link to nothing; remove it or mend it")


def test_a_markdown_file_tells_of_itself(tmp_path):
    write(tmp_path, a_md=f"---\ntitle: Peace\nlanguage: en\n---\n\n{TEXT}")
    document = read(tmp_path)[0][0]
    assert (document.title, document.path, document.language) == ("Peace", "a.md", "en")
    assert [block.kind for block in document.blocks] == ["boilerplate", "paragraph"]


def test_a_page_is_read(tmp_path):
    write(
        tmp_path,
        a_html=f"<html><head><title>Pact</title></head><body><article><p>{TEXT}</p><p>{DATED}</p></article></body></html>",
    )
    document = read(tmp_path)[0][0]
    assert (document.title, document.date) == ("Pact", "2021-05-03")
    assert document.text.strip() == f"{TEXT}\n\n{DATED}"


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    write(tmp_path, a_txt=TEXT, empty_txt=" \n", page_html="<html></html>")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "latin.txt").write_bytes("São Tomé signed.".encode("cp1252"))
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a.txt", "latin.txt"]
    assert problems == [
        "binary.txt: is no text (looks binary); remove it or convert it to UTF-8",
        "empty.txt: is empty; remove it or fill it",
        "latin.txt: is no UTF-8 and was read as cp1252; convert it to UTF-8 if accents are wrong",
        "page.html: has no article that could be found; save its text as .txt",
    ]


def test_two_documents_with_one_id_are_an_error_that_names_both(tmp_path):
    write(tmp_path, a_txt=TEXT, b_jsonl=json.dumps({"id": "a.txt", "text": TEXT}))
    with pytest.raises(
        InputError, match=r"a\.txt and b\.jsonl line 1: two documents have the id 'a\.txt'; rename"
    ):
        read(tmp_path)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone", r"gone: is not there; check the spelling"),
        ("*.nothing", r"\*\.nothing: matches no .* file; check the pattern"),
        ("empty", r"empty: holds no document; put"),
        ("a.pdf", r"a\.pdf: is of a kind that is not read; convert"),
        ("blank.txt", r"blank\.txt: no text could be read; give"),
    ],
)
def test_a_path_without_documents_is_an_error_with_a_remedy(tmp_path, path, message):
    write(tmp_path, a_pdf="x", blank_txt="\ufeff\n")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=message) as raised:
        read(tmp_path / path)
    assert "\n" not in str(raised.value)
