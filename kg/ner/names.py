"""Finds the lexicon's names in a text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.lexicon import Name

WORD = re.compile(r"[^\W_]+")
TAIL = 3

Row = tuple[str, tuple[Name, ...]]


class NameIndex:
    """The names of the lexicon by their first word and the TAIL characters behind it."""

    def __init__(self, names: Mapping[str, tuple[Name, ...]]) -> None:
        self._short: dict[str, list[Row]] = defaultdict(list)
        self._long: dict[str, list[Row]] = defaultdict(list)
        for text, owners in sorted(names.items(), key=lambda row: (-len(row[0]), row[0])):
            if not (first := WORD.match(text)):
                continue
            size = first.end() + TAIL
            self._short[first.group()]  # the word begins a name, long or short
            if len(text) < size:
                self._short[first.group()].append((text, owners))
            else:
                self._long[text[:size]].append((text, owners))

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Start, end and owners of every name in `text`, the longer of two that begin together first."""
        size = len(text)
        for word in WORD.finditer(text):
            short = self._short.get(word.group())
            if short is None:
                continue
            start = word.start()
            if start > 1 and text[start - 1] == "'" and text[start - 2].isalnum():
                continue
            for name, owners in (*self._long.get(text[start : word.end() + TAIL], ()), *short):
                end = start + len(name)
                if text.startswith(name, start) and (end >= size or not text[end].isalnum()):
                    yield start, end, owners
