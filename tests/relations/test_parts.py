"""A name that says whose body it is makes the body a part: the name of a state in it, or a seat of power."""

from collections.abc import Iterable

import pytest
import spacy
from spacy.tokens import Doc

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Entity, Link, Mention
from kg.relations.actors import Actors
from kg.relations.frames.parts import find_parts

RUSSIA = Entity("RUS", "Russia", "STATE", state="RUS")
KREMLIN = Entity("seat:kremlin", "Kremlin", "ORG", subtype="seat of power", state="RUS")
DUMA = Entity("duma", "State Duma", "ORG", state="RUS")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def find(
    lexicon: Lexicon, words: list[str], entities: Iterable[Entity], *spans: tuple[str, Entity]
) -> set[str]:
    doc = Doc(spacy.blank("en").vocab, words=words)
    links = [
        Link(
            Mention(doc.text.index(text), doc.text.index(text) + len(text), text, "name", entity.type),
            entity.id,
            "",
        )
        for text, entity in spans
    ]
    known = {entity.id: entity for entity in entities}
    matches = find_parts(doc[:], Actors(doc, links, lexicon), known)
    return {f"{match.sources[0].entity} {match.frame.type} {match.targets[0].entity}" for match in matches}


def test_a_seat_of_power_is_part_of_its_state(lexicon: Lexicon) -> None:
    words = ["The", "Kremlin", "agreed"]
    assert find(lexicon, words, [KREMLIN, RUSSIA], ("Kremlin", KREMLIN)) == {"seat:kremlin PART_OF RUS"}


def test_a_body_is_part_of_the_state_in_its_name(lexicon: Lexicon) -> None:
    words = ["The", "Russia", "Duma", "agreed"]
    spans = ("Russia Duma", DUMA), ("Russia", RUSSIA)
    assert find(lexicon, words, [DUMA, RUSSIA], *spans) == {"duma PART_OF RUS"}


def test_another_body_does_not_say_whose_it_is(lexicon: Lexicon) -> None:
    assert find(lexicon, ["The", "Duma", "agreed"], [DUMA, RUSSIA], ("Duma", DUMA)) == set()
