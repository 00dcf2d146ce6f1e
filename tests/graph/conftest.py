"""A corpus of claims made in few words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, CoOccurrence, Corpus, Document, Entity, Extraction

TYPES = {
    row[0]: ClaimType(name=row[0], family=row[1], sign=row[2], score=row[3], symmetric=row[4])
    for row in (
        ("ALLY_OF", "standing", 1, 4.0, True),
        ("REGARDS", "standing", 0, 0.0, False),
        ("SUPPORT", "verbal cooperation", 1, 3.5, False),
        ("ACCUSE", "verbal conflict", -1, -3.0, False),
        ("AID", "material cooperation", 1, 7.0, False),
        ("ASSAULT", "material conflict", -1, -9.0, False),
        ("VIOLATES", "treaty", -1, -6.0, False),
    )
}


@pytest.fixture(scope="session")
def types() -> Mapping[str, ClaimType]:
    return TYPES


def make_claim(number: int, source: str, claim_type: str, target: str, **values: Any) -> Claim:
    """A claim on a place of its own; its id is its number."""
    sentence = values.pop("sentence", f"Sentence {number}.")
    start = 100 * number
    spans = {f"{role}_{side}": start for role in ("source", "target", "cue") for side in ("start", "end")}
    return Claim(
        id=f"c{number}", start=start, end=start + len(sentence), sentence=sentence,
        source=source, type=claim_type, target=target, cue="", **spans, **values,
    )  # fmt: skip


def make_corpus(
    documents: Mapping[str, Iterable[Claim]],
    *,
    groups: Mapping[str, str] | None = None,
    dates: Mapping[str, str] | None = None,
    pairs: Iterable[CoOccurrence] = (),
) -> Corpus:
    """A corpus of documents with their claims; entities are named as their ids, in lower case."""
    claims = [claim for found in documents.values() for claim in found]
    named = {name for claim in claims for name in (claim.source, claim.target, *claim.holders)}
    extractions = tuple(
        Extraction(Document(name, "", date=(dates or {}).get(name)), (), (), (), tuple(found))
        for name, found in documents.items()
    )
    return Corpus(
        extractions,
        {name: Entity(name, name.lower(), "STATE") for name in named},
        {name: (groups or {}).get(name, name) for name in documents},
        tuple(pairs),
    )


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture(scope="session")
def corpus_of() -> Callable[..., Corpus]:
    return make_corpus
