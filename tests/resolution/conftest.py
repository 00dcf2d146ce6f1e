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
        seats = ["Kiev", "Bankova"]
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
        subtype = "state"
        state = "USA"
        [florida]
        name = "Florida"
        subtype = "state"
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
        [sergey-lavrov]
        name = "Sergey Lavrov"
        gender = "m"
        state = "RUS"
        offices = ["foreign minister of RUS 2004-03-09.."]
        [mike-pompeo]
        name = "Mike Pompeo"
        gender = "m"
        state = "USA"
        offices = ["secretary of state of USA 2018-04-26..2021-01-20"]
        [george-h-w-bush]
        name = "George H. W. Bush"
        weak = ["George Bush"]
        gender = "m"
        state = "USA"
        offices = ["president of USA 1989-01-20..1993-01-20"]
        [george-w-bush]
        name = "George W. Bush"
        weak = ["George Bush"]
        gender = "m"
        state = "USA"
        offices = ["president of USA 2001-01-20..2009-01-20"]
        [laura-bush]
        name = "Laura Bush"
        gender = "f"
        state = "USA"
        offices = ["first lady of USA 2001-01-20..2009-01-20"]
        [donald-trump]
        name = "Donald Trump"
        gender = "m"
        state = "USA"
        offices = ["president of USA 2017-01-20..2021-01-20"]
        [ivanka-trump]
        name = "Ivanka Trump"
        gender = "f"
        state = "USA"
        [otto-iii-of-georgia]
        name = "Otto III of Georgia"
        weak = ["Otto III"]
        gender = "m"
        state = "GEO"
        offices = ["president of GEO 1993-08-09..2019-07-21"]
        [gordon-brown]
        name = "Gordon Brown"
        gender = "m"
        state = "UKR"
        offices = ["president of UKR 2007-06-27..2010-05-11"]
        """,
    "treaties": """
        [inf-treaty]
        name = "INF Treaty"
        opened = "1987-12-08"
        parties = ["RUS", "USA"]
        descriptions = ["treaty", "arms pact"]
        """,
}


OFFICES = {
    "president": Office(
        "president", ("president", "head of state", "president-elect"), leads=True, singular=True, order=4
    ),
    "foreign minister": Office("foreign minister", ("foreign minister",), affiliated=True, singular=True),
    "secretary of state": Office(
        "secretary of state",
        ("secretary of state", "u.s. secretary of state"),
        affiliated=True,
        singular=True,
    ),
    "leader": Office("leader", ("leader",), leads=True, order=8),
    "first lady": Office("first lady", ("first lady",)),
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
        offices=OFFICES,
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
