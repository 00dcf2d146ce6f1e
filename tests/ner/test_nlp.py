"""A model that cannot be used is an error with its remedy."""

import pytest
import spacy

from kg.errors import ModelError
from kg.ner import load_nlp


def test_a_missing_model_names_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError, match="pip install no_such_model"):
        load_nlp("no_such_model")


def test_a_model_without_parser_is_refused(tmp_path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no parser, ner, lemmatizer"):
        load_nlp(str(tmp_path / "blank"))


@pytest.mark.model
def test_the_medium_model_loads_without_warning(recwarn) -> None:
    assert "ner" in load_nlp("md").pipe_names
    assert not [warning for warning in recwarn if "W095" in str(warning.message)]


@pytest.mark.model
@pytest.mark.parametrize(("form", "lemma"), [("staged", "stage"), ("waging", "wage"), ("hoped", "hope")])
def test_verbs_that_the_model_cuts_too_short_have_their_lemma(form: str, lemma: str) -> None:
    (token,) = (token for token in load_nlp("md")(f"They {form} war.") if token.text == form)
    assert token.lemma_ == lemma
