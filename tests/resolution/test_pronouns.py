"""Pronouns: what they point back to, and when they are left alone."""

import pytest


def _entities(found) -> list[tuple[str, str]]:
    return [(link.mention.text, link.entity) for link in found.links if link.mention.kind == "pronoun"]


def test_an_object_it_is_the_object_before_not_the_state(read) -> None:
    text = """
        Russia PROPN NNP nsubj 1
        tabled VERB VBD ROOT 1 table
        a DET DT det 3
        resolution NOUN NN dobj 1
        . PUNCT . punct 1
        |
        Ukraine PROPN NNP nsubj 6
        voted VERB VBD ROOT 6 vote
        against ADP IN prep 6
        it PRON PRP pobj 7
    """
    _, found = read(text, ("Russia", "STATE", "RUS"), ("Ukraine", "STATE", "UKR"))
    assert _entities(found) == []
    assert [left.text for left in found.unresolved] == ["it"]


def test_it_is_never_its_own_subject_through_a_pronoun(read) -> None:
    text = """
        Russia PROPN NNP nsubj 1
        waited VERB VBD ROOT 1 wait
        . PUNCT . punct 1
        |
        It PRON PRP nsubj 4
        left VERB VBD ROOT 4 leave
        it PRON PRP dobj 4
    """
    _, found = read(text, ("Russia", "STATE", "RUS"))
    assert _entities(found) == [("It", "RUS")]


def test_the_accused_is_not_what_it_violates(read) -> None:
    text = """
        INF PROPN NNP compound 1
        Treaty PROPN NNP nsubj 2
        failed VERB VBD ROOT 2 fail
        . PUNCT . punct 2
        |
        Trump PROPN NNP nsubj 5
        accused VERB VBD ROOT 5 accuse
        Russia PROPN NNP dobj 5
        of ADP IN prep 5
        violating VERB VBG pcomp 7 violate
        it PRON PRP dobj 8
    """
    named = [("INF Treaty", "TREATY", "inf-treaty"), ("Trump", "PERSON", ""), ("Russia", "STATE", "RUS")]
    _, found = read(text, *named)
    assert _entities(found) == [("it", "inf-treaty")]


def test_it_denied_may_be_what_was_said(read) -> None:
    text = """
        Russia PROPN NNP nsubj 1
        attacked VERB VBD ROOT 1 attack
        . PUNCT . punct 1
        |
        Ukraine PROPN NNP nsubj 4
        denied VERB VBD ROOT 4 deny
        it PRON PRP dobj 4
    """
    _, found = read(text, ("Russia", "STATE", "RUS"), ("Ukraine", "STATE", "UKR"))
    assert [left.reason for left in found.unresolved] == ["it may stand for what was said"]


def test_both_are_the_two_joined(read) -> None:
    text = """
        Russia PROPN NNP nsubj 3
        and CCONJ CC cc 0
        Ukraine PROPN NNP conj 0
        talked VERB VBD ROOT 3 talk
        . PUNCT . punct 3
        |
        Both PRON DT nsubj 6
        agreed VERB VBD ROOT 6 agree
    """
    _, found = read(text, ("Russia", "STATE", "RUS"), ("Ukraine", "STATE", "UKR"))
    assert _entities(found) == [("Both", "RUS"), ("Both", "UKR")]


def test_a_person_who_is_no_subject_needs_a_lead(read) -> None:
    text = """
        Anna PROPN NNP compound 1
        Bell PROPN NNP nsubj 2
        wrote VERB VBD ROOT 2 write
        about ADP IN prep 2
        Carla PROPN NNP compound 5
        Dorn PROPN NNP pobj 3
        and CCONJ CC cc 5
        Emma PROPN NNP compound 8
        Fell PROPN NNP conj 5
        . PUNCT . punct 2
        |
        For ADP IN prep 14
        her PRON PRP pobj 10
        all DET DT nsubj 14
        was AUX VBD aux 14
        lost VERB VBD ROOT 14 lose
    """
    named = [(name, "PERSON", "") for name in ("Anna Bell", "Carla Dorn", "Emma Fell")]
    _, found = read(text, *named)
    assert all(entity == "d#anna-bell" for _, entity in _entities(found))


@pytest.mark.parametrize(("number", "meant"), [("two", []), ("three", ["RUS", "UKR", "USA"]), ("four", [])])
def test_so_many_countries_are_those_of_the_sentence_that_names_as_many(
    read, number: str, meant: list[str]
) -> None:
    text = f"""
        Russia PROPN NNP nsubj 5
        , PUNCT , punct 0
        Ukraine PROPN NNP conj 0
        and CCONJ CC cc 2
        America PROPN NNP conj 2
        talked VERB VBD ROOT 5 talk
        . PUNCT . punct 5
        |
        The DET DT det 9
        {number} NUM CD nummod 9
        countries NOUN NNS nsubj 10 country
        agreed VERB VBD ROOT 10 agree
    """
    named = [("Russia", "STATE", "RUS"), ("Ukraine", "STATE", "UKR"), ("America", "STATE", "USA")]
    _, found = read(text, *named)
    assert [link.entity for link in found.links if link.mention.kind == "description"] == meant


@pytest.mark.parametrize(
    "text",
    [
        """
        Russia PROPN NNP nsubj 1
        waited VERB VBD ROOT 1 wait
        . PUNCT . punct 1
        |
        It PRON PRP nsubj 4
        is AUX VBZ ROOT 4 be
        our PRON PRP$ poss 6
        hope NOUN NN attr 4
        """,
        """
        Russia PROPN NNP nsubj 1
        fears VERB VBZ ROOT 1 fear
        change NOUN NN dobj 1
        , PUNCT , punct 1
        be AUX VB conj 1
        it PRON PRP nsubj 4
        war NOUN NN attr 4
        """,
    ],
    ids=["hope", "be it"],
)
def test_it_that_stands_for_nothing(read, text: str) -> None:
    _, found = read(text, ("Russia", "STATE", "RUS"))
    assert _entities(found) == []
    assert [left.reason for left in found.unresolved] == ["it stands for nothing"]


def test_one_of_several_is_not_they(read) -> None:
    text = """
        Nations NOUN NNS nsubj 3 nation
        and CCONJ CC cc 0
        Russia PROPN NNP conj 0
        knew VERB VBD ROOT 3 know
        they PRON PRP nsubj 5
        lost VERB VBD ccomp 3 lose
    """
    _, found = read(text, ("Russia", "STATE", "RUS"))
    assert _entities(found) == []
