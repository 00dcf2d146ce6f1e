"""A small lexicon with the project's word lists, and documents tokenised without a trained model."""

import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

import kg.lexicon
from kg.lexicon import Lexicon, Name
from kg.lexicon.entries import read_entries
from kg.model import Block, Document, Mention
from kg.ner import find_mentions

TABLES = {
    "states": """
        [RUS]
        name = "Russia"
        demonyms = ["Russian", "Russians"]
        capital = "Moscow"
        seats = ["Kremlin"]
        [SYR]
        name = "Syria"
        demonyms = ["Syrian", "Syrians"]
        capital = "Damascus"
        [USA]
        name = "United States"
        aliases = ["U.S.", "America"]
        demonyms = ["American", "Americans"]
        capital = "Washington"
        [ITA]
        name = "Italy"
        demonyms = ["Italian", "Italians"]
        """,
    "places": """
        [crimea]
        name = "Crimea"
        """,
    "organisations": """
        [us-congress]
        name = "U.S. Congress"
        type = "ORG"
        state = "USA"
        weak = ["Congress"]
        """,
    "people": """
        [vladimir-putin]
        name = "Vladimir Putin"
        gender = "m"
        state = "RUS"
        offices = ["president of RUS 2012-05-07.."]
        """,
    "treaties": """
        [inf-treaty]
        name = "INF Treaty"
        opened = "1987-12-08"
        parties = ["RUS", "USA"]
        """,
}


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    entries = [entry for file, table in TABLES.items() for entry in read_entries(file, tomllib.loads(table))]
    names: dict[str, list[Name]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(entry.names):
            names[name.text].append(name)
    data = Path(kg.lexicon.__file__).parent / "data"
    words = {
        f"{path.stem.removeprefix('words_')}.{key}": frozenset(values)
        for path in data.glob("words_*.toml")
        for key, values in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }
    return Lexicon(
        entries={entry.entity.id: entry for entry in entries},
        names={text: tuple(sorted(found, key=lambda name: not name.strong)) for text, found in names.items()},
        offices={}, words=words, types={}, frames={}, contexts={}, version="test",
    )  # fmt: skip


@pytest.fixture(scope="session")
def tokenise() -> Callable[..., Doc]:
    """Text → Doc; `ents` are (text, label) pairs set where the text first occurs."""
    nlp = spacy.blank("en")

    def build(text: str, *ents: tuple[str, str]) -> Doc:
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0 or doc[token.i - 1].text in ".?!"
        spans: list[Span] = []
        for surface, label in ents:
            start = text.index(surface)
            span = doc.char_span(start, start + len(surface), label=label)
            assert span is not None, surface
            spans.append(span)
        doc.ents = spans  # type: ignore[assignment]
        return doc

    return build


@pytest.fixture(scope="session")
def find(lexicon: Lexicon, tokenise: Callable[..., Doc]) -> Callable[..., list[Mention]]:
    """The mentions of a text, which is one paragraph."""

    def run(text: str, *ents: tuple[str, str]) -> list[Mention]:
        document = Document("d", text, blocks=(Block(0, len(text)),))
        return find_mentions(tokenise(text, *ents), document, lexicon)

    return run
