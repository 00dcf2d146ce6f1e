"""A small lexicon, and documents with parses written by hand."""

import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import kg.lexicon
from kg.lexicon import Lexicon, Name, Office
from kg.lexicon.entries import read_entries
from kg.model import Block, Document, Mention
from kg.resolution import Resolution, resolve

TABLES = {
    "states": """
        [RUS]
        name = "Russia"
        demonyms = ["Russian", "Russians"]
        capital = "Moscow"
        seats = ["Kremlin"]
        [UKR]
        name = "Ukraine"
        demonyms = ["Ukrainian"]
        capital = "Kyiv"
        [USA]
        name = "United States"
        aliases = ["U.S."]
        demonyms = ["American"]
        [GEO]
        name = "Georgia"
        weak = ["Georgia"]
        demonyms = ["Georgian"]
        capital = "Tbilisi"
        """,
    "places": """
        [georgia-us]
        name = "Georgia"
        weak = ["Georgia"]
        state = "USA"
        """,
    "people": """
        [vladimir-putin]
        name = "Vladimir Putin"
        gender = "m"
        state = "RUS"
        offices = ["president of RUS 2000-05-07..2008-05-07", "president of RUS 2012-05-07.."]
        [dmitry-medvedev]
        name = "Dmitry Medvedev"
        gender = "m"
        state = "RUS"
        offices = ["president of RUS 2008-05-07..2012-05-07"]
        """,
    "treaties": """
        [inf-treaty]
        name = "INF Treaty"
        opened = "1987-12-08"
        parties = ["RUS", "USA"]
        descriptions = ["treaty", "arms pact"]
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
        offices={"president": Office("president", ("president", "head of state"), leads=True, singular=True)},
        words=words, types={}, frames={}, contexts={}, version="test",
    )  # fmt: skip


def _parse_lines(lines: str) -> Doc:
    """A Doc from lines "word pos tag dep head [lemma]"; head counts from 0; "|" ends a sentence."""
    rows, starts, fresh = [], [], True
    for line in lines.strip().splitlines():
        if line.strip() == "|":
            fresh = True
            continue
        rows.append(line.split())
        starts.append(fresh)
        fresh = False
    words = [row[0] for row in rows]
    glued = {".", ",", "'s", "?"}
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[place + 1 < len(words) and words[place + 1] not in glued for place in range(len(words))],
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
        sent_starts=starts,
    )


@pytest.fixture(scope="session")
def parse_lines() -> Callable[[str], Doc]:
    """The Doc of a parse written by hand."""
    return _parse_lines


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Callable[..., tuple[str, Resolution]]:
    """The text of a parse and its resolution; `named` are (text, type, candidates[, kind, finder])."""

    def run(lines: str, *named: tuple[str, ...], date: str | None = "2018-11-27") -> tuple[str, Resolution]:
        doc = _parse_lines(lines)
        text, mentions, behind = doc.text, [], dict[str, int]()
        for surface, type_, candidates, *rest in named:
            start = text.index(surface, behind.get(surface, 0))
            behind[surface] = start + 1
            kind, found_by = (*rest, "name", "lexicon")[:2] if not rest else (*rest, "lexicon")[:2]
            keys = tuple(candidates.split())
            end = start + len(surface)
            mentions.append(Mention(start, end, surface, kind, type_, keys, found_by))
        document = Document("d", text, date=date, blocks=(Block(0, len(text)),))
        return text, resolve(doc, document, mentions, lexicon)

    return run


@pytest.fixture(scope="session")
def told() -> Callable[[tuple[str, Resolution]], list[tuple[str, str]]]:
    """What each span was linked to, in text order."""
    return lambda result: [(link.mention.text, link.entity) for link in result[1].links]
