"""The whole kernel on one sentence, with the real model: what the claims of a text are."""

from collections.abc import Callable

import pytest

from kg.config import Config
from kg.corpus import find_blocks
from kg.extract import extract_documents, open_reader
from kg.graph import read_status
from kg.model import Claim, Document

ReadClaims = Callable[[str], list[Claim]]


@pytest.fixture(scope="session")
def read_claims() -> ReadClaims:
    """The claims of a text that was published on 27 November 2018."""
    reader = open_reader(Config())

    def read(text: str) -> list[Claim]:
        document = Document("text", text, date="2018-11-27", blocks=find_blocks(text))
        return list(next(iter(extract_documents([document], reader))).claims)

    return read


@pytest.fixture(scope="session")
def read_lines(read_claims: ReadClaims) -> Callable[[str], set[str]]:
    """The claims of a text as lines: "RUS VIOLATES inf-treaty (attributed) by barack-obama"."""

    def spell(claim: Claim) -> str:
        status = f" ({read_status(claim)})" if read_status(claim) else ""
        holder = f" by {claim.holders[-1]}" if claim.holders else ""
        return f"{claim.source} {claim.type} {claim.target}{status}{holder}".replace("text#", "")

    return lambda text: {spell(claim) for claim in read_claims(text)}
