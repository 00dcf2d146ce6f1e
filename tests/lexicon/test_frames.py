"""Patterns that can be read aloud become frames, and what cannot be read is refused with a remedy."""

import pytest

from kg.errors import LexiconError
from kg.lexicon import Frame, load_lexicon
from kg.lexicon.frames import read_pattern

WORDS = {
    "grammar.prepositions": frozenset({"on", "against", "out", "of", "from", "to", "between", "in"}),
    "groups.request": frozenset({"appeal", "demand"}),
}


def read_one(word_class: str, pattern: str) -> Frame:
    (frame,) = read_pattern("TYPE", word_class, pattern, WORDS)
    return frame


def test_a_verb_with_its_object_is_read() -> None:
    frame = read_one("verb", "A attack B")
    assert (frame.lemma, frame.subject.name, frame.object and frame.object.name) == ("attack", "A", "B")


def test_alternative_heads_give_one_frame_each() -> None:
    frames = list(read_pattern("TYPE", "verb", "A criticize/criticise B", WORDS))
    assert [frame.lemma for frame in frames] == ["criticize", "criticise"]


def test_prepositions_in_a_row_are_one_path() -> None:
    assert read_one("verb", "A pull out of B").others[0].paths == {"out of"}


def test_alternative_prepositions_are_alternative_paths() -> None:
    assert read_one("verb", "A impose sanction on/against B").others[0].paths == {"on", "against"}


def test_an_object_noun_is_a_word_that_must_stand_there() -> None:
    frame = read_one("verb", "A impose sanction/embargo on B")
    assert frame.object is not None
    assert frame.object.words == {"sanction", "embargo"}


def test_a_particle_is_split_from_its_verb() -> None:
    frame = read_one("verb", "A prop_up B")
    assert (frame.lemma, frame.particle) == ("prop", "up")


def test_a_possessor_is_kept_with_its_noun() -> None:
    assert read_one("verb", "A come to B's aid").others[0].possessor == "B"


def test_a_note_is_a_valence_or_a_stage() -> None:
    assert read_one("verb", "A trust B | positive").valence == "positive"
    assert read_one("verb", "A ratify B | ratified").stage == "ratified"


def test_a_group_stands_for_its_words() -> None:
    frame = read_one("verb", "A reject @request from/of B")
    assert frame.object is not None
    assert frame.object.words == {"appeal", "demand"}
    assert {frame.lemma for frame in read_pattern("TYPE", "noun", "A's @request to B", WORDS)} == {
        "appeal",
        "demand",
    }


def test_a_group_that_is_not_listed_is_refused() -> None:
    with pytest.raises(LexiconError, match="no group '@wish'"):
        read_one("verb", "A reject @wish of B")


def test_a_denied_valence_is_read() -> None:
    frame = read_one("adjective", "A wedded to B | positive/neutral")
    assert (frame.valence, frame.denied_valence) == ("positive", "neutral")


def test_a_noun_may_stand_without_an_owner() -> None:
    frame = read_one("noun", "talk between A+B")
    assert (frame.lemma, frame.subject.name, frame.others[0].name) == ("talk", "", "A+B")


@pytest.mark.parametrize(
    "pattern",
    ["attack B", "A attack", "A attack on", "A impose Sanctions on B"],
    ids=["no A", "no B", "open end", "case"],
)
def test_what_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(LexiconError, match=r"relations\.toml: \[TYPE\]"):
        read_one("verb", pattern)


def test_the_most_specific_frame_comes_first() -> None:
    frames = load_lexicon().frames["verb", "impose"]
    assert [frame.priority for frame in frames] == sorted((frame.priority for frame in frames), reverse=True)
