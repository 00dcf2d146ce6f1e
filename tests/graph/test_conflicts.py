"""A conflict is what cannot both hold, or what two voices tell so differently that one should look."""

import pytest

from kg.graph import find_conflicts

SAID = ("RUS", "VIOLATES", "inf-treaty")


@pytest.fixture
def find(corpus_of, types):
    """The conflicts of claims that each stand in a document of their own."""

    def find_in(*claims, groups=None, dates=None):
        documents = {f"d{number}": [claim] for number, claim in enumerate(claims)}
        return find_conflicts(corpus_of(documents, groups=groups, dates=dates or {}), types)

    return find_in


@pytest.mark.parametrize(
    ("affirming", "denying", "kind"),
    [
        ({"holders": ("USA",)}, {"holders": ("RUS",)}, "disagreement"),
        ({"holders": ("FRA", "USA")}, {"speaker": "RUS"}, "disagreement"),
        ({"holders": ("USA",)}, {"holders": ("USA",)}, "contradiction"),
        ({"holders": ("USA",)}, {}, "contradiction"),
        ({}, {}, "contradiction"),
    ],
    ids=["two holders", "a holder and a speaker", "one holder", "a holder and the text", "two texts"],
)
def test_affirmed_and_denied_by_whom(find, claim, affirming, denying, kind):
    affirmed, denied = claim(1, *SAID, **affirming), claim(2, *SAID, polarity="negated", **denying)
    (conflict,) = find(affirmed, denied)
    assert (conflict.kind, conflict.source, conflict.relation, conflict.target) == (kind, *SAID)
    assert [item.claim for item in conflict.pro] == [affirmed]
    assert [item.claim for item in conflict.contra] == [denied]


@pytest.mark.parametrize(
    ("affirming", "denying"),
    [
        ({"modality": "possible"}, {}),
        ({}, {"modality": "desired"}),
        ({"tense": "past"}, {"tense": "future"}),
        (
            {"time_start": "1956-01-01", "time_end": "1956-12-31"},
            {"time_start": "1962-01-01", "time_end": "1962-12-31"},
        ),
    ],
    ids=["it may be", "it is wished not to be", "it will not be again", "at another time"],
)
def test_these_can_both_hold(find, claim, affirming, denying):
    assert find(claim(1, *SAID, **affirming), claim(2, *SAID, polarity="negated", **denying)) == []


def test_a_symmetric_relation_is_denied_from_either_end(find, claim):
    (conflict,) = find(
        claim(1, "RUS", "ALLY_OF", "CHN"), claim(2, "CHN", "ALLY_OF", "RUS", polarity="negated")
    )
    assert (conflict.source, conflict.target) == ("CHN", "RUS")


def test_not_happy_and_angry_are_of_one_mind(find, claim):
    angry = claim(1, "RUS", "REGARDS", "USA", valence="negative")
    assert find(angry, claim(2, "RUS", "REGARDS", "USA", valence="negative", polarity="negated")) == []
    assert find(angry, claim(2, "RUS", "REGARDS", "USA", valence="positive", polarity="negated"))


def test_a_copy_is_not_told_twice(find, claim):
    said = {"sentence": "Russia broke it.", "holders": ("USA",)}
    claims = [claim(1, *SAID, **said), claim(2, *SAID, **said), claim(3, *SAID, polarity="negated")]
    (conflict,) = find(*claims, groups={"d1": "d0"})
    assert [item.document.id for item in conflict.pro] == ["d0"]


AID = ("RUS", "AID", "USA")
HIT = ("USA", "ASSAULT", "RUS")


@pytest.mark.parametrize(
    ("kind", "first", "second", "dates", "found"),
    [
        ("two texts in one month", {}, {}, ("2018-11-01", "2018-11-30"), True),
        ("two holders", {"holders": ("FRA",)}, {"holders": ("CHN",)}, ("2018-11", "2018-11"), True),
        ("one holder", {"holders": ("FRA",)}, {"holders": ("FRA",)}, ("2018-11", "2018-11"), False),
        ("another month", {}, {}, ("2018-11-01", "2018-12-01"), False),
        ("only the year is known", {}, {}, ("2018", "2018"), False),
        ("one is denied", {}, {"polarity": "negated"}, ("2018-11", "2018-11"), False),
        ("one is to come", {}, {"tense": "future"}, ("2018-11", "2018-11"), False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_opposite_signs_in_one_month_by_different_voices(find, claim, kind, first, second, dates, found):
    dated = dict(zip(("d0", "d1"), dates, strict=True))
    conflicts = find(claim(1, *AID, **first), claim(2, *HIT, **second), dates=dated)
    assert [item.kind for item in conflicts] == ["opposite"] * found


def test_one_document_may_tell_of_both(claim, corpus_of, types):
    claims = [claim(1, *AID), claim(2, *HIT)]
    assert find_conflicts(corpus_of({"a": claims}, dates={"a": "2018-11"}), types) == []


def test_the_stronger_kinds_come_first(find, claim):
    claims = [
        claim(1, *AID),
        claim(2, *HIT),
        claim(3, "CHN", "AID", "SYR"),
        claim(4, "CHN", "AID", "SYR", polarity="negated"),
        claim(5, *SAID, holders=("USA",)),
        claim(6, *SAID, polarity="negated", holders=("RUS",)),
    ]
    kinds = [item.kind for item in find(*claims, dates=dict.fromkeys(["d0", "d1"], "2018-11"))]
    assert kinds == ["disagreement", "contradiction", "opposite"]
