"""Finds the lexicon's treaties under titles spelt a little otherwise, or told at more length."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from kg.lexicon import Entry, Lexicon

INSTRUMENTS = ("TREATY", "LAW")
# the words that carry a title on: "Treaty of Rarotonga establishing …", "Geneva Agreements on Afghanistan"
ONWARD = re.compile(r" (?:establishing|on|concerning|regarding|relating|for|between|with|of \d)")
SHORTEST = 2  # words


@lru_cache(maxsize=4)
def _index_titles(lexicon: Lexicon) -> Mapping[str, tuple[Entry, ...]]:
    rows: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in lexicon.entries.values():
        if entry.entity.type in INSTRUMENTS:
            for name in entry.names:
                if " " in name.text:
                    rows[_squeeze(name.text)][entry.entity.id] = entry
    return {title: tuple(found[key] for key in sorted(found)) for title, found in rows.items()}


def find_loose_title(lexicon: Lexicon, text: str) -> tuple[Entry, ...]:
    """The treaties and laws whose names differ from `text` in hyphens, blanks, capitals or a longer end."""
    index = _index_titles(lexicon)
    if found := index.get(_squeeze(text)):
        return found
    for match in ONWARD.finditer(text):
        opening = text[: match.start()]
        if len(opening.split()) > SHORTEST and (found := index.get(_squeeze(opening))):
            return tuple(entry for entry in found if _is_strong(entry, opening))
    return ()


def _is_strong(entry: Entry, opening: str) -> bool:
    return any(name.strong and _squeeze(name.text) == _squeeze(opening) for name in entry.names)


def _squeeze(text: str) -> str:
    """Without hyphens, commas, doubled blanks, capitals and plural."""
    words = re.sub(r"\s*[-,]\s*|\s+", " ", text).lower().split()
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)
