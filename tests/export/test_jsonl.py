import json
from dataclasses import replace

import pytest

from kg.export.jsonl import format_lines, list_claims, list_mentions, write_jsonl

FIELDS = {
    "documents": "doc path title author publisher date url language source_group characters text",
    "entities": "id name type subtype state aliases ids mentions documents independent_sources",
    "unresolved": "doc start end text reason",
    "mentions": "doc start end text kind type entity name method metonymic inferred confidence",
    "claims": "id doc start end sentence source source_name source_start source_end type target "
    "target_name target_start target_end cue cue_start cue_end polarity modality holder holder_name "
    "holders speaker valence stage tense time_start time_end time_text inferred confidence rule "
    "extractor doc_date",
}


def read_lines(folder, name):
    text = (folder / f"{name}.jsonl").read_bytes().decode("utf-8")
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", [name for name in FIELDS if name != "unresolved"])
def test_every_row_has_the_promised_fields(tmp_path, corpus, name):
    write_jsonl(tmp_path, corpus)
    rows = read_lines(tmp_path, name)
    assert rows
    assert {frozenset(row) for row in rows} == {frozenset(FIELDS[name].split())}


@pytest.mark.parametrize("role", ["source", "target", "cue"])
def test_offsets_cut_the_text_out_of_the_document(tmp_path, corpus, role):
    write_jsonl(tmp_path, corpus)
    texts = {row["doc"]: row["text"] for row in read_lines(tmp_path, "documents")}
    for row in read_lines(tmp_path, "claims"):
        assert texts[row["doc"]][row["start"] : row["end"]] == row["sentence"]
        piece = texts[row["doc"]][row[f"{role}_start"] : row[f"{role}_end"]]
        assert piece in row["sentence"]
    for row in read_lines(tmp_path, "mentions"):
        assert texts[row["doc"]][row["start"] : row["end"]] == row["text"]


def test_rows_are_sorted_by_place(tmp_path, corpus):
    write_jsonl(tmp_path, corpus)
    for name in ("mentions", "claims"):
        places = [(row["doc"], row["start"]) for row in read_lines(tmp_path, name)]
        assert places == sorted(places)
    for name, key in (("documents", "doc"), ("entities", "id")):
        ids = [row[key] for row in read_lines(tmp_path, name)]
        assert ids == sorted(ids)


def test_the_order_of_the_extractions_does_not_matter(corpus):
    turned = replace(corpus, extractions=tuple(reversed(corpus.extractions)))
    assert list(list_claims(turned)) == list(list_claims(corpus))
    assert list(list_mentions(turned)) == list(list_mentions(corpus))


def test_the_innermost_holder_is_the_holder(corpus):
    extraction = corpus.extractions[0]
    claim = replace(extraction.claims[0], holders=("FRA", "USA"))
    told = replace(corpus, extractions=(replace(extraction, claims=(claim,)),))
    row = next(list_claims(told))
    assert (row["holders"], row["holder"], row["holder_name"]) == (["FRA", "USA"], "USA", "United States")


def test_copies_share_a_source_group(tmp_path, corpus):
    write_jsonl(tmp_path, corpus)
    groups = {row["doc"]: row["source_group"] for row in read_lines(tmp_path, "documents")}
    assert groups["arms-copy.txt"] == groups["arms.txt"] == "arms.txt"
    treaty = next(row for row in read_lines(tmp_path, "entities") if row["id"] == "inf-treaty")
    assert (treaty["documents"], treaty["independent_sources"]) == (2, 1)


def test_letters_are_not_escaped(tmp_path, corpus):
    write_jsonl(tmp_path, corpus)
    assert "Côte d’Ivoire" in (tmp_path / "entities.jsonl").read_text(encoding="utf-8")


def test_hostile_text_comes_back_as_it_was(tmp_path, hostile_corpus):
    write_jsonl(tmp_path, hostile_corpus)
    texts = {row["doc"]: row["text"] for row in read_lines(tmp_path, "documents")}
    assert texts == {item.document.id: item.document.text for item in hostile_corpus.extractions}
    assert {row["id"] for row in read_lines(tmp_path, "entities")} == set(hostile_corpus.entities)


def test_one_object_is_one_line_for_every_reader():
    assert len(format_lines([{"a": "x\u2028y\u2029z\x85\x0b\x1c"}]).splitlines()) == 1
