"""Decisions change the corpus and nothing else, in any order, or say in one line why they cannot."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.assemble import assemble, settle
from kg.config import Config
from kg.errors import ConfigError
from kg.identity import Decision
from kg.model import Claim, Corpus, Document, Entity, Extraction, Link, Mention

CONFIG = Config(minimum_cooccurrence=1)
RUSSIA, IRAN = Entity("RUS", "Russia", "STATE", state="RUS"), Entity("IRN", "Iran", "STATE")


def local(document: str, name: str, **values: str) -> Entity:
    """An entity that only its document knows."""
    return Entity(
        f"{document}#{name.lower().replace(' ', '-')}", name, values.pop("type", "PERSON"), **values
    )


def extract(name: str, *entities: Entity) -> Extraction:
    """A document that names each entity once; the first threatens the second, as the last says."""
    text = " and ".join(entity.name for entity in entities) + "."
    links = tuple(
        Link(Mention(text.index(item.name), 0, item.name, "name", item.type), item.id, "lexicon")
        for item in entities
    )
    ids = [entity.id for entity in entities]
    claim = Claim(
        f"c-{name}", 0, len(text), text, ids[0], 0, 1, "THREATEN", ids[1], 2, 3, "and", 4, 5,
        holders=(ids[-1],), speaker=ids[-1],
    )  # fmt: skip
    return Extraction(Document(name, text), (), tuple(entities), links, (claim,))


EXTRACTIONS = [
    extract("a", RUSSIA, IRAN, local("a", "Ada Lee")),
    extract("b", IRAN, RUSSIA, local("b", "Ada Lee")),
    extract("c", RUSSIA, IRAN, local("c", "Ada Lee")),
    extract("d", RUSSIA, IRAN, local("d", "Lee")),
    extract("e", RUSSIA, local("e", "Russian Federation", type="ORG", state="RUS"), IRAN),
]


def run(*decisions: Decision) -> Corpus:
    """The corpus of the five documents after decisions."""
    return assemble(EXTRACTIONS, (), CONFIG, decisions)


def same(*entities: str) -> Decision:
    return Decision("same", entities)


def different(*entities: str) -> Decision:
    return Decision("different", entities)


def mentioned(corpus: Corpus, key: str) -> set[str]:
    """The documents that are linked to an entity."""
    return {item.document.id for item in corpus.extractions for link in item.links if link.entity == key}


HARMONIOUS = [
    same("~lee@d", "~ada-lee"),
    different("~ada-lee", "~ada-lee@b"),
    Decision("rename", ("Ada Lee",), name="A. Lee"),
    Decision("retype", ("~ada-lee@b",), type="ORG"),
    same("Russian Federation", "RUS"),
    Decision("drop", ("IRN@c",)),
    Decision("reject", claim="c-a"),
    Decision("reject", claim="of a document that is gone"),
    same("~bo@x", "RUS"),
]


@given(st.lists(st.sampled_from(HARMONIOUS)), st.randoms())
def test_the_order_of_decisions_does_not_matter(decisions: list[Decision], chance: random.Random) -> None:
    shuffled = decisions[:]
    chance.shuffle(shuffled)
    assert run(*decisions) == run(*shuffled)


@given(st.lists(st.sampled_from(HARMONIOUS)))
def test_whatever_is_named_is_described(decisions: list[Decision]) -> None:
    corpus = run(*decisions)
    for item in corpus.extractions:
        known = {entity.id for entity in item.entities}
        assert {link.entity for link in item.links} <= known <= set(corpus.entities)
        for claim in item.claims:
            assert {claim.source, claim.target, *claim.holders, *filter(None, [claim.speaker])} <= known


def test_no_decision_and_decisions_about_others_change_nothing() -> None:
    others = [same("~x", "~y"), Decision("drop", ("~x@a",)), Decision("reject", claim="none")]
    assert run(*others) == run()
    assert settle(EXTRACTIONS, others)[1].absent == tuple(others)


def test_same_moves_mentions_and_claims_and_joins_the_names() -> None:
    corpus = run(same("~lee@d", "~ada-lee"))
    assert mentioned(corpus, "~lee@d") == {"a", "b", "c", "d"}
    assert "~ada-lee" not in corpus.entities
    assert corpus.entities["~lee@d"].aliases == ("Ada Lee",)
    assert corpus.extractions[0].claims[0].holders == ("~lee@d",)


def test_same_keeps_the_lexicons_and_nothing_claims_anything_of_itself() -> None:
    corpus = run(same("Russian Federation", "Russia"))
    assert "~russian-federation" not in corpus.entities
    assert corpus.entities["RUS"].aliases == ("Russian Federation",)
    assert corpus.extractions[4].claims == ()


def test_same_is_transitive_and_keeps_the_one_that_is_only_ever_first() -> None:
    corpus = run(same("~ada-lee", "IRN"), same("~lee@d", "~ada-lee"))
    assert mentioned(corpus, "IRN") == {"a", "b", "c", "d", "e"}
    corpus = run(same("~ada-lee", "~russian-federation"), same("~lee@d", "~ada-lee"))
    assert set(corpus.entities) == {"RUS", "IRN", "~lee@d"}


def test_a_state_that_becomes_another_takes_what_belongs_to_it_along() -> None:
    assert run(same("IRN", "RUS")).entities["~russian-federation"].state == "IRN"


def test_different_takes_a_documents_part_away() -> None:
    corpus = run(different("~ada-lee", "~ada-lee@b"))
    assert mentioned(corpus, "~ada-lee") == {"a", "c"}
    assert mentioned(corpus, "~ada-lee@b") == {"b"}
    assert run(different("~ada-lee@a", "Ada Lee@b")) == corpus


def test_different_takes_a_documents_part_of_the_lexicons_away() -> None:
    corpus = run(different("RUS", "Russia@b"), Decision("rename", ("RUS@b",), name="White Russia"))
    assert mentioned(corpus, "RUS") == {"a", "c", "d", "e"}
    assert corpus.entities["RUS@b"].name == "White Russia"
    assert corpus.extractions[1].claims[0].target == "RUS@b"


def test_different_parts_can_be_the_same_as_others() -> None:
    corpus = run(different("~ada-lee", "~ada-lee@b"), same("~ada-lee@b", "~lee@d"))
    assert mentioned(corpus, "~ada-lee@b") == {"b", "d"}


def test_an_acronym_that_was_merged_can_stand_alone_with_its_own_name() -> None:
    party, short = local("p", "National Union Party", type="ORG"), local("q", "NUP", type="ORG")
    defined = extract("p", party, RUSSIA)
    defined = replace(
        defined, links=(*defined.links, Link(Mention(0, 3, "NUP", "name", "ORG"), party.id, "acronym"))
    )
    both = [defined, extract("q", short, IRAN)]
    assert "~nup@q" not in assemble(both, (), CONFIG).entities
    corpus = assemble(both, (), CONFIG, [different("National Union Party", "~nup@q")])
    assert corpus.entities["~nup@q"].name == "NUP"
    assert corpus.entities["~national-union-party"].aliases == ()


def test_of_two_new_names_the_later_holds_and_the_old_are_aliases() -> None:
    first, second = (Decision("rename", ("~ada-lee",), name=name) for name in ("Ada", "Adele"))
    assert run(first, second).entities["~ada-lee"].name == "Adele"
    assert run(second, first).entities["~ada-lee"].name == "Ada"
    assert run(first, second).entities["~ada-lee"].aliases == ("Ada", "Ada Lee")


def test_retype_keeps_the_claims() -> None:
    corpus = run(Decision("retype", ("RUS",), type="TREATY"))
    assert corpus.entities["RUS"].type == "TREATY"
    assert [item.claims for item in corpus.extractions] == [item.claims for item in run().extractions]


def test_drop_takes_mentions_and_claims_and_what_is_attributed_to_it() -> None:
    corpus = run(Decision("drop", ("~ada-lee",)))
    assert "~ada-lee" not in corpus.entities
    assert mentioned(corpus, "~ada-lee") == set()
    assert [len(item.claims) for item in corpus.extractions] == [0, 0, 0, 1, 1]


def test_reject_takes_one_claim() -> None:
    corpus = run(Decision("reject", claim="c-b"))
    assert [len(item.claims) for item in corpus.extractions] == [1, 0, 1, 1, 1]
    assert corpus.entities == run().entities


BAD = {
    "a contradiction": ([same("RUS", "IRN"), different("IRN", "RUS")], "makes them the same; delete one"),
    "a contradiction by way of a third": (
        [different("RUS", "~ada-lee"), same("RUS", "~lee@d"), same("~lee@d", "~ada-lee")],
        "says that RUS and ~ada-lee are different, but",
    ),
    "parts that are joined again": (
        [different("~ada-lee", "~ada-lee@b"), same("~ada-lee", "~ada-lee@b")],
        "makes them the same",
    ),
    "two names of one": ([different("Ada Lee", "~ada-lee")], "name its parts (~ada-lee@a, ~ada-lee@b"),
    "one document": ([different("~lee@d", "Lee")], "are one within d, and only what different documents say"),
    "two types": (
        [Decision("retype", ("RUS",), type="ORG"), Decision("retype", ("Russia",), type="IGO")],
        "is of type IGO, but",
    ),
}


@pytest.mark.parametrize(("decisions", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_done_is_said_in_one_line(decisions: list[Decision], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        run(*decisions)
    assert message in str(caught.value)
    with pytest.raises(ConfigError):
        run(*reversed(decisions))


def test_a_name_of_two_is_asked_back() -> None:
    more = [*EXTRACTIONS, extract("f", RUSSIA, local("f", "Lee"))]
    with pytest.raises(ConfigError, match=r"'Lee' can be Lee \(~lee@d\) or Lee \(~lee@f\); write the id"):
        assemble(more, (), CONFIG, [Decision("drop", ("Lee",))])


def test_pairs_that_are_two_are_told() -> None:
    outcome = settle(EXTRACTIONS, [different("RUS", "~lee@d"), same("~lee@d", "~ada-lee")])[1]
    assert outcome.apart == {frozenset(("RUS", "~lee@d"))}
