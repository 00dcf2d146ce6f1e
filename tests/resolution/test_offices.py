"""Offices without a name: the holder at the date, former and coming holders, counterparts."""

import pytest


def _phrase(words: str) -> str:
    """A sentence "WORDS left", whose last word is the subject."""
    parts = words.split()
    head = len(parts) - 1
    rows = [f"{word} {'DET DT det' if word in ('The', 'A') else 'ADJ JJ amod'} {head}" for word in parts[:-1]]
    return "\n".join([*rows, f"{parts[-1]} NOUN NN nsubj {head + 1}", f"left VERB VBD ROOT {head + 1} leave"])


@pytest.mark.parametrize(
    ("words", "date", "meant"),
    [
        ("The Russian leader", "2018-11-27", ["vladimir-putin"]),
        ("The Russian leader", "2010-11-27", ["dmitry-medvedev"]),
        ("The Russian foreign minister", "2018-11-27", ["sergey-lavrov"]),
        ("The Russian head of state", "2018-11-27", ["vladimir-putin"]),
        ("The former Russian president", "2018-11-27", []),
        ("The then Russian president", "2018-11-27", []),
        ("The deputy Russian president", "2018-11-27", []),
        ("The Russian president", "1990-01-01", []),
        ("A Russian president", "2018-11-27", []),
        ("The Russian president - elect", "2012-04-01", ["vladimir-putin"]),
        ("The acting Russian president", "2018-11-27", []),
    ],
)
def test_an_office_of_a_state_at_a_date(read, words: str, date: str, meant: list[str]) -> None:
    _, found = read(_phrase(words), ("Russian", "STATE", "RUS", "demonym"), date=date)
    assert [link.entity for link in found.links if link.mention.type == "PERSON"] == meant


def test_a_title_that_begins_with_its_body(read) -> None:
    _, found = read(_phrase("The U.S. secretary of state"), ("U.S.", "STATE", "USA"), date="2018-11-27")
    (link,) = [link for link in found.links if link.mention.type == "PERSON"]
    assert (link.entity, link.mention.text) == ("mike-pompeo", "U.S. secretary of state")


def test_the_office_a_person_s_state_has(read) -> None:
    text = """
        Putin PROPN NNP poss 3
        's PART POS case 0
        foreign ADJ JJ amod 3
        minister NOUN NN nsubj 4
        left VERB VBD ROOT 4 leave
    """
    _, found = read(text, ("Putin", "PERSON", ""))
    assert "sergey-lavrov" in [link.entity for link in found.links]


def test_presidents_of_two_states(read) -> None:
    text = """
        The DET DT det 1
        presidents NOUN NNS nsubj 6 president
        of ADP IN prep 1
        Russia PROPN NNP pobj 2
        and CCONJ CC cc 3
        America PROPN NNP conj 3
        met VERB VBD ROOT 6 meet
    """
    _, found = read(text, ("Russia", "STATE", "RUS"), ("America", "STATE", "USA"))
    persons = [link.entity for link in found.links if link.mention.type == "PERSON"]
    assert persons == ["donald-trump", "vladimir-putin"]


COUNTERPART = """
    Lavrov PROPN NNP nsubj 1
    met VERB VBD ROOT 1 meet
    his PRON PRP$ poss 4
    American ADJ JJ amod 4
    counterpart NOUN NN dobj 1
"""


def test_a_counterpart_holds_the_like_office(read) -> None:
    named = [("Lavrov", "PERSON", ""), ("American", "STATE", "USA", "demonym")]
    _, found = read(COUNTERPART, *named)
    assert ("American counterpart", "mike-pompeo") in [
        (link.mention.text, link.entity) for link in found.links
    ]


def test_a_counterpart_before_the_date_of_the_office_is_left_alone(read) -> None:
    named = [("Lavrov", "PERSON", ""), ("American", "STATE", "USA", "demonym")]
    _, found = read(COUNTERPART, *named, date="2010-01-01")
    assert "American counterpart" in [left.text for left in found.unresolved]


def test_the_former_president_is_the_one_named(read) -> None:
    text = """
        Dmitry PROPN NNP compound 1
        Medvedev PROPN NNP nsubj 2
        came VERB VBD ROOT 2 come
        . PUNCT . punct 2
        |
        The DET DT det 6
        former ADJ JJ amod 6
        president NOUN NN nsubj 7
        left VERB VBD ROOT 7 leave
    """
    _, found = read(text, ("Dmitry Medvedev", "PERSON", "dmitry-medvedev"), date="2018-11-27")
    assert [link.mention.text for link in found.links if link.entity == "dmitry-medvedev"][1:] == [
        "president"
    ]


def test_the_countrys_minister_is_told_once_the_country_is(read) -> None:
    text = """
        Russia PROPN NNP nsubj 1
        agreed VERB VBD ROOT 1 agree
        . PUNCT . punct 1
        |
        The DET DT det 4
        country NOUN NN poss 7
        's PART POS case 4
        foreign ADJ JJ amod 7
        minister NOUN NN nsubj 8
        left VERB VBD ROOT 8 leave
    """
    _, found = read(text, ("Russia", "STATE", "RUS"))
    assert "sergey-lavrov" in [link.entity for link in found.links]


def test_the_office_beside_a_name_needs_no_state_in_the_text(read) -> None:
    text = """
        Putin PROPN NNP poss 3
        's PART POS case 0
        foreign ADJ JJ amod 3
        minister NOUN NN nsubj 8
        , PUNCT , punct 3
        Sergey PROPN NNP compound 6
        Lavrov PROPN NNP appos 3
        , PUNCT , punct 3
        left VERB VBD ROOT 8 leave
    """
    _, found = read(text, ("Putin", "PERSON", ""), ("Sergey Lavrov", "PERSON", "sergey-lavrov"))
    office = [link for link in found.links if link.method == "office"]
    assert [(link.entity, link.confidence) for link in office] == [("sergey-lavrov", 0.95)]


def test_an_office_of_another_state_is_no_apposition(read) -> None:
    text = """
        Lavrov PROPN NNP nsubj 6
        , PUNCT , punct 0
        the DET DT det 4
        American ADJ JJ amod 4
        president NOUN NN appos 0
        , PUNCT , punct 0
        met VERB VBD ROOT 6 meet
    """
    _, found = read(text, ("Lavrov", "PERSON", ""), ("American", "STATE", "USA", "demonym"))
    assert [link.entity for link in found.links if link.method == "office"] == ["donald-trump"]
