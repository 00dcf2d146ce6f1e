"""A surname alone is the public figure whom date, office, title and state single out."""

import pytest

SPOKE = """
    {name} PROPN NNP nsubj 1
    spoke VERB VBD ROOT 1 speak
"""
TITLED = """
    {title} PROPN NNP compound 1
    {name} PROPN NNP nsubj 2
    spoke VERB VBD ROOT 2 speak
"""


@pytest.mark.parametrize(
    ("name", "date", "meant"),
    [
        ("Bush", "1990-08-10", "george-h-w-bush"),
        ("Bush", "2003-05-01", "george-w-bush"),
        ("Bush", "2018", "george-w-bush"),
        ("Bush", None, "d#bush"),
        ("Trump", "2018-11-27", "donald-trump"),
        ("Trump", "2015-07-01", "donald-trump"),
        ("Trump", None, "donald-trump"),
        ("Trump", "1970", "d#trump"),
        ("Putin", None, "vladimir-putin"),
        ("Lavrov", "2018-11-27", "sergey-lavrov"),
    ],
)
def test_a_surname_is_who_governs_then_who_governed(read, name: str, date: str | None, meant: str) -> None:
    _, found = read(SPOKE.format(name=name), (name, "PERSON", ""), date=date)
    (link,) = found.links
    assert link.entity == meant
    if not meant.startswith("d#"):
        assert (link.method, link.inferred) == ("surname", True)


@pytest.mark.parametrize(("title", "meant"), [("Mrs.", "laura-bush"), ("President", "george-w-bush")])
def test_a_title_tells_the_bearer(read, title: str, meant: str) -> None:
    _, found = read(TITLED.format(title=title, name="Bush"), ("Bush", "PERSON", ""), date="2003")
    assert [link.entity for link in found.links] == [meant]


def test_a_stated_year_tells_the_bearer(read) -> None:
    text = """
        Bush PROPN NNP nsubj 1
        spoke VERB VBD ROOT 1 speak
        in ADP IN prep 1
        1990 NUM CD pobj 2
    """
    _, found = read(text, ("Bush", "PERSON", ""), date="2018-11-27")
    assert [link.entity for link in found.links] == ["george-h-w-bush"]


@pytest.mark.parametrize(("date", "meant"), [("2008-01-01", "gordon-brown"), ("2018-01-01", "d#brown")])
def test_a_frequent_surname_needs_more_than_an_office_long_left(read, date: str, meant: str) -> None:
    _, found = read(SPOKE.format(name="Brown"), ("Brown", "PERSON", ""), date=date)
    assert [link.entity for link in found.links] == [meant]


def test_a_name_two_presidents_share_follows_the_date(read) -> None:
    _, found = read(SPOKE.format(name="George"), ("George", "PERSON", ""), date="1990")
    assert [link.entity for link in found.links] == ["d#george"]
    text = TITLED.format(title="George", name="Bush")
    _, found = read(text, ("George Bush", "PERSON", ""), date="1990")
    assert [(link.entity, link.inferred) for link in found.links] == [("george-h-w-bush", True)]


AFTER = """
    {first} PROPN NNP compound 1
    {last} PROPN NNP nsubj 2
    left VERB VBD ROOT 2 leave
    . PUNCT . punct 2
    |
    {last} PROPN NNP nsubj 5
    spoke VERB VBD ROOT 5 speak
"""


@pytest.mark.parametrize(
    ("first", "last", "meant"),
    [
        ("Ivanka", "Trump", "donald-trump"),
        ("Peter", "Trump", "d#peter-trump"),
        ("Laura", "Bush", "laura-bush"),
    ],
)
def test_a_full_name_explains_the_surname_unless_the_ruler_bears_it(
    read, first: str, last: str, meant: str
) -> None:
    mentions = [(f"{first} {last}", "PERSON", ""), (last, "PERSON", ""), (last, "PERSON", "")]
    text, found = read(AFTER.format(first=first, last=last), *mentions, date="2018-11-27")
    assert [link.entity for link in found.links if link.mention.start > text.index(".")] == [meant]


def test_a_town_or_firm_that_governs_is_a_person(read) -> None:
    _, found = read(SPOKE.format(name="Putin"), ("Putin", "ORG", "", "name", "model"), date="2018")
    (link,) = found.links
    assert (link.entity, link.mention.type) == ("vladimir-putin", "PERSON")


def test_junior_is_not_his_father(read) -> None:
    text = """
        Donald PROPN NNP compound 1
        Trump PROPN NNP compound 2
        Jr. PROPN NNP nsubj 3
        left VERB VBD ROOT 3 leave
        . PUNCT . punct 3
        |
        Trump PROPN NNP nsubj 6
        spoke VERB VBD ROOT 6 speak
    """
    mentions = [("Donald Trump Jr.", "PERSON", ""), ("Trump", "PERSON", ""), ("Trump", "PERSON", "")]
    text, found = read(text, *mentions, date="2018")
    late = {link.entity for link in found.links if link.mention.start > text.index("left")}
    assert late == {"donald-trump"}
    assert "d#donald-trump-jr" in {link.entity for link in found.links}


def test_an_address_tells_nobody_where_the_text_has_no_date(read) -> None:
    _, found = read(TITLED.format(title="Mr.", name="Trump"), ("Trump", "PERSON", ""), date=None)
    assert [link.entity for link in found.links] == ["d#trump"]


def test_a_title_may_name_another_than_the_one_named_in_full(read) -> None:
    text = """
        Laura PROPN NNP compound 1
        Bush PROPN NNP nsubj 2
        met VERB VBD ROOT 2 meet
        President PROPN NNP compound 4
        Bush PROPN NNP dobj 2
    """
    named = [("Laura Bush", "PERSON", "laura-bush"), ("Bush", "PERSON", ""), ("Bush", "PERSON", "")]
    _, found = read(text, *named, date="2003")
    assert {"laura-bush", "george-w-bush"} <= {link.entity for link in found.links}


def test_a_year_long_before_his_time_tells_that_it_is_not_he(read) -> None:
    text = """
        Trump PROPN NNP nsubj 1
        spoke VERB VBD ROOT 1 speak
        in ADP IN prep 1
        1863 NUM CD pobj 2
    """
    _, found = read(text, ("Trump", "PERSON", ""), date=None)
    assert [link.entity for link in found.links] == ["d#trump"]


REIGNS = """
    Otto PROPN NNP compound 1
    III PROPN NNP nsubj 5
    of ADP IN prep 1
    the DET DT det 4
    {state} PROPN NNP pobj 2
    spoke VERB VBD ROOT 5 speak
"""


@pytest.mark.parametrize(
    ("state", "meant"),
    [
        ("Palace", "d#otto-iii"),
        ("Tbilisi", "otto-iii-of-georgia"),
        ("Georgian", "otto-iii-of-georgia"),
        ("Ukraine", "d#otto-iii"),
    ],
    ids=["no state", "his capital", "his state", "another state"],
)
def test_a_regnal_name_is_decided_by_the_state_beside_it(read, state: str, meant: str) -> None:
    _, found = read(REIGNS.format(state=state), ("Otto III", "PERSON", "otto-iii-of-georgia"))
    assert [link.entity for link in found.links] == [meant]


@pytest.mark.parametrize("title", ["Prof.", "Mr."])
def test_who_is_plainly_addressed_in_an_undated_text_can_be_anyone(read, title: str) -> None:
    _, found = read(TITLED.format(title=title, name="Trump"), ("Trump", "PERSON", ""), date=None)
    assert [link.entity for link in found.links] == ["d#trump"]
