"""JSONL and CSV: one document a line, and the lines that are none."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.records import read_csv, read_jsonl
from kg.corpus.sources import Source

TEXT = "Norway signed the pact."


@pytest.fixture
def read(tmp_path):
    def read(content, suffix=".jsonl"):
        path = tmp_path / f"news{suffix}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        problems = []
        reader = read_jsonl if suffix == ".jsonl" else read_csv
        documents = [document for document, _ in reader(Source(path.name, path, suffix), problems.append)]
        return documents, [f"{problem.path}: {problem.message}" for problem in problems]

    return read


def test_the_fields_of_a_record(read):
    record = {
        "id": 7,
        "text": TEXT,
        "title": "Pact",
        "date": "27 Nov 2018",
        "publisher": "Herald",
        "other": [1],
    }
    document = read(json.dumps(record | {"author": ["Ana", "Bo"], "url": "https://a.b"}))[0][0]
    assert (document.id, document.text, document.title) == ("7", TEXT, "Pact")
    assert (document.date, document.publisher, document.url) == ("2018-11-27", "Herald", "https://a.b")
    assert (document.author, document.path) == ("Ana, Bo", "news.jsonl")


def test_a_record_without_id_is_named_by_its_line(read):
    assert [d.id for d in read(f'{{"text": "{TEXT}"}}\n\n{{"text": "{TEXT}"}}')[0]] == [
        "news.jsonl:1",
        "news.jsonl:3",
    ]


def test_a_bad_line_is_told_and_the_rest_goes_on(read):
    lines = [
        "{",
        "[1]",
        '{"id": "a"}',
        '{"id": "b", "text": 3}',
        '{"text": " "}',
        f'{{"id": "c", "text": "{TEXT}"}}',
    ]
    documents, problems = read("\n".join(lines))
    assert [document.id for document in documents] == ["c"]
    assert problems == [
        "news.jsonl line 1: is no JSON (Expecting property name enclosed in double quotes); "
        "mend or delete the line",
        'news.jsonl line 2: is no JSON object; write {"id": …, "text": …}',
        *(f"news.jsonl line {n}: has no text; fill its field 'text' or delete the line" for n in (3, 4, 5)),
    ]


def test_bytes_that_are_no_utf_8_and_deep_nesting_are_told(read):
    documents, problems = read(b'{"text": "S\xe3o"}\n' + b"[" * 200_000)
    assert not documents
    assert len(problems) == 2


def test_half_a_character_does_not_break_what_follows(read):
    documents, problems = read(r'{"text": "Norway \ud800 signed."}')
    assert documents[0].text == "Norway � signed."
    assert "halves of characters" in problems[0]


def test_dates_that_are_not_understood_are_told_once_a_file(read):
    line = json.dumps({"text": TEXT, "date": "last week"})
    documents, problems = read(f"{line}\n{line}")
    assert [document.date for document in documents] == [None, None]
    assert problems == [
        "news.jsonl: 2 dates are not understood (first 'last week' on line 1); write dates as 2018-11-27"
    ]


def test_a_byte_order_mark_does_no_harm(read):
    assert read("\ufeff" + json.dumps({"text": TEXT}))[0][0].text == TEXT


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(read, separator):
    rows = [["id", "Text", "date"], ["a", f'"{TEXT}\nIt ""must""."', "2018"], ["", "Turkey left.", ""]]
    documents, problems = read("\r\n".join(separator.join(row) for row in rows), ".csv")
    assert [(d.id, d.text, d.date) for d in documents] == [
        ("a", f'{TEXT}\nIt "must".', "2018"),
        ("news.csv:4", "Turkey left.", None),
    ]
    assert problems == []


def test_a_long_field_of_a_csv_is_read(read):
    text = "Norway signed. " * 20_000
    assert read(f'text\n"{text}"', ".csv")[0][0].text == text


def test_csv_without_the_column_is_told(read):
    assert read("id,body\n1,x", ".csv") == (
        [],
        ["news.csv: has no column 'text'; name the column of the texts so"],
    )


def test_broken_csv_is_told(read):
    documents, problems = read('text\nNorway signed.\n"open', ".csv")
    assert len(documents) == 1
    assert problems[0].startswith("news.csv line 3: is no CSV (")


@given(text=st.text(min_size=1).filter(lambda text: text.strip("\ufeff \t\r\n")))
def test_the_text_of_a_record_is_its_field_character_for_character(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("records") / "a.jsonl"
    path.write_text(json.dumps({"text": text}), encoding="utf-8")
    documents = [
        document for document, _ in read_jsonl(Source("a.jsonl", path, ".jsonl"), lambda problem: None)
    ]
    assert [document.text for document in documents] == [text]
