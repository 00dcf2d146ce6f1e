from dataclasses import replace

from kg.export.conflicts import list_conflicts
from kg.graph import find_conflicts


def test_both_sides_have_their_sentence_place_and_voice(corpus, types):
    extraction = corpus.extractions[0]
    affirmed = replace(extraction.claims[0], polarity="affirmed", modality="asserted", holders=("USA",))
    denied = replace(affirmed, id="denied", polarity="negated", holders=("RUS",), confidence=0.1)
    told = replace(corpus, extractions=(replace(extraction, claims=(affirmed, denied)),))
    (row,) = list_conflicts(told, find_conflicts(told, types))
    assert (row["kind"], row["type"]) == ("disagreement", affirmed.type)
    (pro,), (contra,) = row["pro"], row["contra"]
    assert (pro["said_by_name"], contra["said_by_name"]) == ("United States", "Russia")
    text = extraction.document.text
    assert text[pro["start"] : pro["end"]] == pro["sentence"] == affirmed.sentence
    assert (contra["claim"], contra["doc"], contra["confidence"]) == ("denied", extraction.document.id, 0.1)
