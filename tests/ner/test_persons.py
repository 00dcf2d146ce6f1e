"""A person is told from a party or a place by given names, titles and what stands around the name."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They sent savings to Emmeline Harcourt.", "Emmeline Harcourt", "ORG"),
        ("They sent savings to Jean-Guy Lambert.", "Jean-Guy Lambert", "ORG"),
        ("They met Michael Bay.", "Michael Bay", "PERSON"),
        ("They met Regent Zdzisław Branicki.", "Zdzisław Branicki", "ORG"),
        ("They met Liberal Lyle Vance.", "Lyle Vance", "PERSON"),
        ("They met Otto Maria Bergson.", "Otto Maria Bergson", "GPE"),
    ],
)
def test_a_given_name_tells_a_person(find, text: str, name: str, label: str) -> None:
    entity = text.removeprefix("They met ").removeprefix("They sent savings to ").rstrip(".")
    assert [(mention.text, mention.type) for mention in find(text, (entity, label))] == [(name, "PERSON")]


@pytest.mark.parametrize(
    ("name", "label"),
    [("Robert Foundation", "ORG"), ("Christian Appeal", "ORG"), ("Diana and Sons", "ORG")],
)
def test_a_given_name_alone_does_not_make_a_person(find, name: str, label: str) -> None:
    assert [mention.type for mention in find(f"They met {name}.", (name, label))] == ["ORG"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He won the riding of Vellmar Quadra.", "Vellmar Quadra", "PLACE"),
        ("He left the Liberal Party (Venstri Danmar).", "Venstri Danmar", "ORG"),
        ("They voted for the Sunna Batasu.", "Sunna Batasu", "ORG"),
        ("A Merrez senator spoke.", "Merrez", "ORG"),
        ("Soon WLB ruled on it.", "WLB", "ORG"),
        ("Soon the Maliku government fell.", "Maliku", "PERSON"),
    ],
)
def test_what_stands_around_a_name_tells_its_type(find, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(mention.text, mention.type) for mention in find(text, (name, "PERSON"))]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("They met E.M. Rahiman Khoury.", "Rahiman Khoury", "E.M. Rahiman Khoury"),
        ("They met Jordi Soler i Pica.", "Jordi Soler", "Jordi Soler i Pica"),
        ("They met Marta Soler - Telenews today.", "Marta Soler - Telenews", "Marta Soler"),
    ],
)
def test_a_personal_name_is_found_whole(find, text: str, name: str, whole: str) -> None:
    assert [mention.text for mention in find(text, (name, "PERSON"))] == [whole]
