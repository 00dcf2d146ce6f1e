"""What names that are alike share, so that only those that may be one are compared."""

import re
from functools import lru_cache

from kg.identity.body_names import list_initials
from kg.identity.person_names import read_person
from kg.identity.references import fold

SMALL = frozenset({"a", "al", "an", "and", "at", "de", "for", "in", "of", "on", "the", "to", "with"})
WORD = re.compile(r"[^\W_]+")
LONG = 5  # letters, from which on a word may be misspelt at one end


@lru_cache(maxsize=50_000)
def split_name(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, punctuation and small words."""
    words = WORD.findall(fold(name).replace("'s ", " ").replace("'", "").replace(".", ""))
    return tuple(word for word in words if word not in SMALL) or tuple(words)


def list_keys(name: str) -> set[str]:
    """What a name shares with any that is like it: words and their sound, beginnings and ends, initials."""
    words = {*split_name(name), *read_person(name).sounds}
    parts = {part for word in words if len(word) > LONG for part in (f"{word[:4]}-", f"-{word[-4:]}")}
    return {*words, *parts, *list_initials(name)}
