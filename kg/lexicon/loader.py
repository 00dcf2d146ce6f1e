"""The lexicon as a whole: reads data/*.toml, checks it, and gives names, offices, words,
frames and contexts."""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import LexiconError
from kg.lexicon.claim_types import ClaimType, read_claim_types
from kg.lexicon.confidence import Confidence, read_confidence
from kg.lexicon.contexts import Context, read_contexts
from kg.lexicon.entries import FILES, Entry, Name, read_entries
from kg.lexicon.frames import Frame, read_frames

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its title phrases, whether the holder leads the body or only belongs to it.

    singular: a body has one holder at a time. order: rank for "leader", lowest first.
    institutional: never an office of a state or place.
    """

    key: str
    titles: tuple[str, ...]
    leads: bool = False
    affiliated: bool = False
    singular: bool = False
    order: int = 0
    institutional: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known before reading. Compared and hashed by identity; `version` is a hash of its files.

    names: surface form → the names it can be. words: "file.key" → the list of words_file.toml.
    frames: (word class, lemma) → the frames it heads. contexts: (word class, lemma) → what it does
    to the clause or event below it.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[Name, ...]]
    offices: Mapping[str, Office]
    words: Mapping[str, frozenset[str]]
    types: Mapping[str, ClaimType]
    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    contexts: Mapping[tuple[str, str], Context]
    version: str
    confidence: Confidence = field(default_factory=Confidence)

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def load_lexicon(folder: Path = DATA) -> Lexicon:
    """The lexicon of `folder`. Raises: LexiconError naming file, entry and remedy."""
    entries = [entry for file in FILES for entry in read_entries(file, _read(folder / f"{file}.toml"))]
    types = read_claim_types(relations := _read(folder / "relations.toml"))
    words = _read_words(sorted(folder.glob("words_*.toml")))
    return Lexicon(
        entries=_index_entries(entries),
        names=_index_names(entries),
        offices=_read_offices(_read(folder / "offices.toml")),
        words=words,
        types=types,
        frames=read_frames(relations, words),
        contexts=read_contexts(_read(folder / "contexts.toml")),
        version=_hash_files(folder),
        confidence=read_confidence(_read(folder / "confidence.toml")),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: cannot be read as TOML ({error})") from error


def _index_entries(entries: Iterable[Entry]) -> dict[str, Entry]:
    index: dict[str, Entry] = {}
    for entry in entries:
        if entry.entity.id in index:
            raise LexiconError(f"two entries have the id {entry.entity.id!r}; rename one")
        index[entry.entity.id] = entry
    return index


def _index_names(entries: Iterable[Entry]) -> dict[str, tuple[Name, ...]]:
    index: dict[str, list[Name]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(entry.names):
            index[name.text].append(name)
    for text, names in index.items():
        owners = sorted({name.entry for name in names if name.strong})
        if len(owners) > 1:
            raise LexiconError(
                f"{text!r} means both {owners[0]} and {owners[1]}; move it to weak in one of them"
            )
    return {text: tuple(sorted(names, key=lambda name: not name.strong)) for text, names in index.items()}


def _read_offices(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Office]:
    allowed = {"titles", "leads", "affiliated", "singular", "order", "institutional"}
    for key, values in table.items():
        if unknown := sorted(set(values) - allowed):
            raise LexiconError(f"offices.toml: [{key}]: unknown key {unknown[0]!r}")
    return {key: _read_office(key, values) for key, values in table.items()}


def _read_office(key: str, values: Mapping[str, Any]) -> Office:
    flags = {
        name: values[name]
        for name in ("leads", "affiliated", "singular", "order", "institutional")
        if name in values
    }
    return Office(key, tuple(values.get("titles", ())), **flags)


def _read_words(paths: Iterable[Path]) -> dict[str, frozenset[str]]:
    return {
        f"{path.stem.removeprefix('words_')}.{key}": frozenset(values)
        for path in paths
        for key, values in _read(path).items()
    }


def _hash_files(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
