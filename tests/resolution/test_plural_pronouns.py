"""Pronouns of several, of the accused, and of what is no actor."""

import pytest


def _entities(found) -> list[tuple[str, str]]:
    return [(link.mention.text, link.entity) for link in found.links if link.mention.kind == "pronoun"]


NAMED = (("Russia", "STATE", "RUS"), ("Ukraine", "STATE", "UKR"))


def test_they_are_all_who_are_joined(read) -> None:
    text = """
        Russia PROPN NNP nsubj 5
        , PUNCT , punct 0
        Ukraine PROPN NNP conj 0
        and CCONJ CC cc 2
        Georgia PROPN NNP conj 2
        met VERB VBD ROOT 5 meet
        . PUNCT . punct 5
        |
        They PRON PRP nsubj 8
        agreed VERB VBD ROOT 8 agree
    """
    _, found = read(text, *NAMED, ("Georgia", "STATE", "GEO"))
    assert {entity for _, entity in _entities(found)} == {"RUS", "UKR", "GEO"}


def test_they_is_not_one_state(read) -> None:
    text = """
        Russia PROPN NNP nsubj 1
        says VERB VBZ ROOT 1 say
        that SCONJ IN mark 4
        they PRON PRP nsubj 4
        waited VERB VBD ccomp 1 wait
    """
    _, found = read(text, NAMED[0])
    assert _entities(found) == []


@pytest.mark.parametrize(("verb", "meant"), [("denied", "UKR"), ("spoke", "RUS")])
def test_who_was_accused_denies(read, verb: str, meant: str) -> None:
    text = f"""
        Russia PROPN NNP nsubj 1
        accused VERB VBD ROOT 1 accuse
        Ukraine PROPN NNP dobj 1
        . PUNCT . punct 1
        |
        It PRON PRP nsubj 5
        {verb} VERB VBD ROOT 5 {"deny" if verb == "denied" else "speak"}
    """
    _, found = read(text, *NAMED)
    assert _entities(found) == [("It", meant)]


@pytest.mark.parametrize(("noun", "meant"), [("member", ["RUS"]), ("application", [])])
def test_an_actor_is_a_member_but_no_application(read, noun: str, meant: list[str]) -> None:
    text = f"""
        Russia PROPN NNP nsubj 1
        waited VERB VBD ROOT 1 wait
        . PUNCT . punct 1
        |
        It PRON PRP nsubj 4
        was AUX VBD ROOT 4 be
        the DET DT det 6
        {noun} NOUN NN attr 4
    """
    _, found = read(text, NAMED[0])
    assert [entity for _, entity in _entities(found)] == meant


@pytest.mark.parametrize(
    ("governor", "preposition", "metonym"),
    [("blamed VERB VBD ROOT 1 blame", "on", True), ("walked VERB VBD ROOT 1 walk", "on", False),
     ("behaved VERB VBD ROOT 1 behave", "towards", False)],
)  # fmt: skip
def test_a_burden_is_laid_on_the_government(read, governor: str, preposition: str, metonym: bool) -> None:
    text = f"""
        They PRON PRP nsubj 1
        {governor}
        it PRON PRP dobj 1
        {preposition} ADP IN prep 1
        Moscow PROPN NNP pobj 3
    """
    _, found = read(text, ("Moscow", "STATE", "RUS"))
    assert [link.mention.kind == "metonym" for link in found.links] == [metonym]


def test_it_is_the_capital_that_decides(read) -> None:
    text = """
        It PRON PRP nsubj 1
        is AUX VBZ ROOT 1 be
        Moscow PROPN NNP attr 1
        that PRON WDT nsubj 4
        cheated VERB VBD ccomp 1 cheat
    """
    _, found = read(text, ("Moscow", "STATE", "RUS"))
    assert [link.entity for link in found.links] == ["RUS"]
