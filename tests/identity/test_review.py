"""What should be looked at is found with its reason and sentences, and what is answered is not asked."""

from typing import Any

import pytest

from kg.identity.review import LEAST, Suspect, find_suspects
from kg.model import Claim, Corpus, Document, Entity, Extraction, Link, Mention, Sentence

STATES = (Entity("RUS", "Russia", "STATE", state="RUS"), Entity("IRN", "Iran", "STATE", state="IRN"))


def document(
    name: str, *named: tuple[str, str], member: tuple[str, str] | None = None, role: str = "envoy"
) -> Extraction:
    """A document with a sentence for each mention (text, entity), and who serves what."""
    text, links, sentences = "", [], []
    for words, key in named:
        kind = "pronoun" if words.islower() else "name"
        mention = Mention(len(text), len(text) + len(words), words, kind, "PERSON")
        links.append(Link(mention, key, "lexicon"))
        sentences.append(Sentence(len(text), len(text) + len(words) + 7, 0))
        text += f"{words} spoke. "
    claims = [
        Claim(f"c-{name}", 0, 1, "", member[0], 0, 1, "AFFILIATED_WITH", member[1], 0, 1, role, 0, 1,
              rule=f"title: A {role} of B")
    ] if member else []  # fmt: skip
    return Extraction(Document(name, text), tuple(sentences), (), tuple(links), tuple(claims))


def review(
    entities: list[Entity], *extractions: Extraction, apart: list[set[str]] | None = None
) -> list[Suspect]:
    """The suspects among entities as the documents name them."""
    known = {entity.id: entity for entity in (*entities, *STATES)}
    return find_suspects(Corpus(extractions, known, {}), [frozenset(pair) for pair in apart or []])


def make(key: str, name: str, kind: str = "PERSON", **values: Any) -> Entity:
    return Entity(key, name, kind, **values)  # type: ignore[arg-type]


FULL, SHORT = make("~ada-lee", "Ada Lee"), make("~lee@b", "Lee")


def test_a_surname_is_asked_about_with_sentences() -> None:
    (suspect,) = review(
        [FULL, SHORT], document("a", ("Ada Lee", "~ada-lee")), document("b", ("Lee", "~lee@b"))
    )
    assert (suspect.kind, suspect.entities, suspect.score) == ("duplicate", ("~ada-lee", "~lee@b"), 0.65)
    assert suspect.why == "surname and full name"
    assert suspect.samples == ((("a", "Ada Lee spoke."),), (("b", "Lee spoke."),))


def test_one_state_speaks_for_it_and_two_against() -> None:
    def run(state: str) -> list[Suspect]:
        return review(
            [FULL, SHORT],
            document("a", ("Ada Lee", "~ada-lee"), member=("~ada-lee", "RUS")),
            document("b", ("Lee", "~lee@b"), member=("~lee@b", state)),
        )

    assert run("RUS")[0].score == 0.75
    assert run("RUS")[0].why.endswith("in one state")
    assert run("IRN") == []


def test_two_genders_are_two_persons() -> None:
    extractions = [
        document("a", ("Ada Lee", "~ada-lee"), ("she", "~ada-lee")),
        document("b", ("Lee", "~lee@b"), ("he", "~lee@b")),
    ]
    assert review([FULL, SHORT], *extractions) == []


def test_a_surname_of_several_is_less_likely() -> None:
    suspects = review([FULL, SHORT, make("bo-lee", "Bo Lee")])
    assert [(item.entities, item.score) for item in suspects] == [
        (("bo-lee", "~lee@b"), 0.5),
        (("~ada-lee", "~lee@b"), 0.5),
    ]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (make("party", "National Union Party", "ORG"), make("~nup@a", "NUP", "ARMED_GROUP"), 1),
        (make("iran-deal", "Iran deal", "TREATY"), make("~iran-deal-law", "Iran Deal", "LAW"), 1),
        (make("iran-deal", "Iran deal", "TREATY"), make("~iran-deal-event", "Iran Deal", "EVENT"), 0),
        (make("un", "United Nations", "IGO", aliases=("UN",)), make("~navy", "Union Navy", "ORG"), 0),
        (make("texas", "Texas", "PLACE"), make("~east-texas", "East Texas", "PLACE"), 0),
        (make("COG", "Congo"), make("COD", "Congo"), 0),
        (make("~rebels@a", "rebels", "GROUP"), make("~rebels@b", "rebels", "GROUP"), 0),
        (make("~kurds@a", "Kurds", "GROUP"), make("~kurds@b", "Kurds", "GROUP"), 1),
    ],
    ids=[
        "of one sort",
        "agreements",
        "of two sorts",
        "an acronym that is known",
        "a part of a place",
        "both of the lexicon",
        "common nouns",
        "a people",
    ],
)
def test_which_are_compared(first: Entity, second: Entity, count: int) -> None:
    assert len(review([first, second])) == count


def test_what_one_document_tells_apart_is_less_likely() -> None:
    first, second = make("~leena-ann", "Leena Ann"), make("~leenah-ann", "Leenah Ann")
    together = document("a", ("Leena Ann", "~leena-ann"), ("Leenah Ann", "~leenah-ann"))
    (apart,), (joint,) = review([first, second]), review([first, second], together)
    assert joint.score == pytest.approx(apart.score - 0.15)
    assert joint.why.endswith("in one document")


def test_pairs_known_to_be_two_are_not_asked() -> None:
    assert review([FULL, SHORT], apart=[{"~ada-lee", "~lee@b"}]) == []


def merged(*extractions: Extraction) -> list[Suspect]:
    return review([FULL], *extractions)


def test_two_states_are_likely_two() -> None:
    (suspect,) = merged(
        document("a", ("Ada Lee", "~ada-lee"), member=("~ada-lee", "RUS")),
        document("b", ("Ada Lee", "~ada-lee"), member=("~ada-lee", "IRN")),
        document("c", ("Ada Lee", "~ada-lee")),
    )
    assert (suspect.kind, suspect.entities) == ("merge", ("~ada-lee", "~ada-lee@b"))
    assert suspect.score == 0.6
    assert suspect.why == "other states: IRN, RUS"
    assert suspect.samples[1] == (("b", "Ada Lee spoke."),)


def test_reasons_add_up() -> None:
    (suspect,) = merged(
        document("a", ("Ada Lee", "~ada-lee"), ("she", "~ada-lee"), member=("~ada-lee", "RUS")),
        document("b", ("Ada Lee", "~ada-lee"), ("he", "~ada-lee"), member=("~ada-lee", "IRN"), role="poet"),
    )
    assert suspect.score == pytest.approx(1 - 0.3 * 0.4 * 0.6, abs=0.01)
    assert suspect.why == "other genders: he, she; other states: IRN, RUS; other roles: envoy, poet"


def test_other_full_names_are_likely_two() -> None:
    (suspect,) = merged(document("a", ("Ada Lee", "~ada-lee")), document("b", ("Eva Mo", "~ada-lee")))
    assert suspect.why == "other names: Ada Lee, Eva Mo"


def test_one_description_is_one_entity() -> None:
    assert merged(document("a", ("Ada Lee", "~ada-lee")), document("b", ("A. Lee", "~ada-lee"))) == []
    assert LEAST > 0.4  # a role alone: people change theirs
