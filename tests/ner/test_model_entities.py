"""What the model calls a name is trimmed, retyped or refused by rule."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Now U.S.-led ships sail.", "U.S.-led", "GPE"),
        ("Poor U.S.-Russia ties.", "U.S.-Russia", "ORG"),
        ("See document A/7601 there.", "A/7601", "PERSON"),
        ("An Il-20 fell.", "Il-20", "GPE"),
        ("The IRBM threat grew.", "IRBM", "ORG"),
        ("A Democratic People's Republic arose.", "Democratic People's Republic", "ORG"),
        ("All Bureaus agreed.", "Bureaus", "ORG"),
        ("An agenda and its item. Next AGENDA ITEM is peace.", "AGENDA ITEM", "PERSON"),
        ("Next AGENDA ITEM 3 is peace.", "AGENDA ITEM 3", "PERSON"),
        ("The Agenda for Development was read.", "Agenda for Development", "ORG"),
        ("The neighbouring African States agreed.", "African States", "GPE"),
        ("The Italian Republic was proclaimed.", "Italian Republic", "GPE"),
        ("He quoted FRUS. The FRUS volumes were late.", "FRUS", "ORG"),
    ],
)
def test_what_names_no_actor_is_refused(find, text: str, name: str, label: str) -> None:
    assert name not in [mention.text for mention in find(text, (name, label))]


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("PA", "GPE", "ORG"),
        ("Oslo", "GPE", "PLACE"),
        ("Summit of the Future", "ORG", "EVENT"),
        ("Decade for Women", "ORG", "EVENT"),
        ("Federal Advisory Committee Act", "ORG", "LAW"),
    ],
)
def test_a_name_has_the_type_its_words_tell(find, name: str, label: str, kind: str) -> None:
    found = find(f"They spoke of the {name} there.", (name, label))
    assert [(mention.text, mention.type) for mention in found] == [(name, kind)]


def test_states_in_a_refused_compound_are_found(find) -> None:
    found = find("Poor U.S.-Russia ties.", ("U.S.-Russia", "ORG"))
    assert [mention.candidates for mention in found] == [("USA",), ("RUS",)]
