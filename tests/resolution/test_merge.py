"""Local entities merge across documents on positive evidence only, whatever the order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Entity, Extraction, Link, Mention
from kg.resolution import merge_local
from kg.resolution.reading import slug

NAMES = st.sampled_from(
    ["Anna Bell", "Bell", "National Union", "NUP", "ann bell", "Old Town Treaty", "José Bell"]
)
TYPES = st.sampled_from(["PERSON", "ORG", "TREATY", "GROUP"])
STATES = st.sampled_from(["", "", "RUS", "USA"])


def _extract(doc: str, entities: list[tuple[str, str, str]]) -> Extraction:
    unique = {f"{doc}#{slug(name)}-{type_.lower()}": (name, type_, state) for name, type_, state in entities}
    found = tuple(
        Entity(key, name, type_, state=state) for key, (name, type_, state) in sorted(unique.items())
    )
    return Extraction(Document(doc, ""), (), found, (), ())


CORPORA = st.lists(st.lists(st.tuples(NAMES, TYPES, STATES), max_size=5), max_size=5).map(
    lambda documents: [_extract(f"doc{number}", entities) for number, entities in enumerate(documents)]
)


@given(CORPORA, st.randoms())
def test_the_order_of_documents_does_not_matter(extractions: list[Extraction], chance: random.Random) -> None:
    shuffled = extractions[:]
    chance.shuffle(shuffled)
    assert merge_local(extractions) == merge_local(shuffled)


@given(CORPORA)
def test_every_local_entity_has_one_corpus_entity_of_its_type(extractions: list[Extraction]) -> None:
    merged = merge_local(extractions)
    local = {entity.id: entity for extraction in extractions for entity in extraction.entities}
    assert set(merged) == set(local)
    assert all(merged[key].type == entity.type for key, entity in local.items())
    by_id = {entity.id: entity for entity in merged.values()}
    assert all(by_id[entity.id] == entity for entity in merged.values())


@given(CORPORA)
def test_different_states_are_never_merged(extractions: list[Extraction]) -> None:
    merged = merge_local(extractions)
    states: dict[str, set[str]] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            states.setdefault(merged[entity.id].id, set()).update({entity.state} - {""})
    assert all(len(found) < 2 for found in states.values())


def test_a_full_name_is_one_person_in_two_documents() -> None:
    merged = merge_local(
        [_extract("a", [("Anna Bell", "PERSON", "")]), _extract("b", [("Anna Bell", "PERSON", "")])]
    )
    assert {entity.id for entity in merged.values()} == {"~anna-bell"}


def test_a_single_word_is_kept_apart() -> None:
    merged = merge_local([_extract("a", [("Bell", "PERSON", "")]), _extract("b", [("Bell", "PERSON", "")])])
    assert {entity.id for entity in merged.values()} == {"~bell@a", "~bell@b"}


def test_an_acronym_joins_the_name_another_document_gives_it() -> None:
    first = _extract("a", [("National Union Party", "ORG", "")])
    mention = Mention(0, 3, "NUP", "name", "ORG")
    key = first.entities[0].id
    first = Extraction(first.document, (), first.entities, (Link(mention, key, "acronym"),), ())
    merged = merge_local([first, _extract("b", [("NUP", "ORG", "")])])
    assert {entity.id for entity in merged.values()} == {"~national-union-party"}
    assert merged[key].aliases == ("NUP",)


def test_one_name_in_two_states_is_two_parties() -> None:
    merged = merge_local(
        [_extract("a", [("National Union", "ORG", "RUS")]), _extract("b", [("National Union", "ORG", "USA")])]
    )
    assert {entity.id for entity in merged.values()} == {"~national-union@rus", "~national-union@usa"}
