"""The corpus does not depend on the order of its documents, and renames whatever it merges everywhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.assemble import assemble
from kg.config import Config
from kg.model import Claim, Document, Entity, Extraction, Link, Mention, Problem

CONFIG = Config(minimum_cooccurrence=1)


def make_extraction(name: str, *entities: Entity, text: str = "") -> Extraction:
    """A document in which each entity is named once and the first threatens the second, as the last says."""
    text = text or f"Report {name}: " + " and ".join(entity.name for entity in entities)
    starts = [text.index(entity.name) for entity in entities]
    links = tuple(
        Link(Mention(start, start + len(entity.name), entity.name, "name", entity.type), entity.id, "lexicon")
        for start, entity in zip(starts, entities, strict=True)
    )
    ids = [entity.id for entity in entities]
    claim = Claim(
        f"c-{name}", 0, len(text), text, ids[0], 0, 1, "THREATEN", ids[1], 2, 3, "and", 4, 5,
        holders=(ids[-1],), speaker=ids[-1],
    )  # fmt: skip
    return Extraction(Document(name, text), (), tuple(entities), links, (claim,))


def person(document: str, name: str) -> Entity:
    return Entity(f"{document}#{name.lower().replace(' ', '-')}", name, "PERSON")


RUSSIA, IRAN = Entity("RUS", "Russia", "STATE"), Entity("IRN", "Iran", "STATE")
EXTRACTIONS = [
    make_extraction("a", RUSSIA, IRAN, person("a", "Ada Quillfeather")),
    make_extraction("b", IRAN, RUSSIA, person("b", "Ada Quillfeather")),
    make_extraction("c", RUSSIA, person("c", "Bruno Tannenwald")),
]


@given(st.permutations(EXTRACTIONS))
def test_the_order_of_documents_does_not_matter(order: list[Extraction]) -> None:
    assert assemble(order, (), CONFIG) == assemble(EXTRACTIONS, (), CONFIG)


def test_every_entity_that_is_named_is_described() -> None:
    corpus = assemble(EXTRACTIONS, (), CONFIG)
    for extraction in corpus.extractions:
        for claim in extraction.claims:
            assert {claim.source, claim.target, claim.speaker, *claim.holders} <= set(corpus.entities)
        assert {link.entity for link in extraction.links} <= set(corpus.entities)


def test_one_person_of_two_documents_gets_one_id_everywhere() -> None:
    corpus = assemble(EXTRACTIONS, (), CONFIG)
    (ada,) = (entity for entity in corpus.entities.values() if entity.name == "Ada Quillfeather")
    first, second, _ = corpus.extractions
    for extraction in (first, second):
        assert extraction.links[2].entity == ada.id
        assert extraction.claims[0].holders == (ada.id,)
        assert extraction.claims[0].speaker == ada.id
        assert ada in extraction.entities


def test_nothing_claims_anything_of_itself_after_a_merge(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = person("a", "Ada Quillfeather"), person("a", "Dr Quillfeather")
    monkeypatch.setattr("kg.assemble.merge_local", lambda extractions: {two.id: one, one.id: one})
    corpus = assemble([make_extraction("a", one, two)], (), CONFIG)
    assert corpus.extractions[0].claims == ()
    assert set(corpus.entities) == {one.id}


def test_what_two_documents_know_of_an_entity_is_joined() -> None:
    other = replace(RUSSIA, aliases=("Russian Federation",), ids={"iso3": "RUS"})
    corpus = assemble([EXTRACTIONS[0], make_extraction("d", other, IRAN)], (), CONFIG)
    assert corpus.entities["RUS"] == other


def test_near_duplicates_share_the_smallest_id() -> None:
    text = (
        "Russia and Iran signed an agreement on the transit of grain through the ports of the Caspian Sea. "
        * 8
    )
    copies = [
        make_extraction(name, RUSSIA, IRAN, text=text + extra)
        for name, extra in (("z", ""), ("m", "Wire."), ("q", "Staff."))
    ]
    groups = assemble([*copies, EXTRACTIONS[0]], (), CONFIG).source_groups
    assert groups == {"a": "a", "m": "m", "q": "m", "z": "m"}


def test_problems_are_sorted() -> None:
    problems = [Problem("b", "second"), Problem("a", "first")]
    assert assemble(EXTRACTIONS, problems, CONFIG).problems == (Problem("a", "first"), Problem("b", "second"))
