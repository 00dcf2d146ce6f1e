"""A bracketed short form belongs to the whole name, or to a part of it."""


def test_a_short_form_of_the_object_is_none_of_the_whole(find) -> None:
    text = "The Conference on Small Island Developing States (SIDS) met. The SIDS agreed."
    found = find(text, ("Conference on Small Island Developing States", "EVENT"))
    assert "SIDS" not in [mention.text for mention in found]


def test_a_short_form_of_the_whole_has_its_type(find) -> None:
    found = find("The Bank of Italian Savings (BIS) shut.", ("Bank of Italian Savings", "ORG"))
    assert ("BIS", "ORG") in [(mention.text, mention.type) for mention in found]
