"""Reads the name of an organisation: the words that tell it from others, its initials."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.identity.spelling import fold, load_spellings, spell

POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b)")
WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?=\s)")


@lru_cache(maxsize=100_000)
def read_body(name: str) -> tuple[str, ...]:
    """The words that tell an organisation from others: "Ministry of Defence" as "Defence Ministry"."""
    words = [
        spell(word) for word in WORD.findall(fold(POSSESSIVE.sub("", POINTS.sub("", _write_signs(name)))))
    ]
    words = list(_join_numbers(words))
    tables = load_spellings().words
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    if len(words) > 2 and words[0] in tables["turned_heads"] and words[1] == "of":
        words = [*words[2:], words[0]]
    large = [word for word in words if word not in tables["stop_words"]]
    while len(large) > 1 and large[-1] in tables["legal_forms"]:
        large.pop()
    return tuple(large or words)


def _write_signs(name: str) -> str:
    return name.replace("&", " and ").replace("+", " plus")


def _join_numbers(words: Sequence[str]) -> Iterator[str]:
    """ "seventy-seven" is 77."""
    tens = ""
    for word in words:
        if tens and len(word) == 1 and word.isdigit():
            tens = str(int(tens) + int(word))
            continue
        if tens:
            yield tens
        tens = word if word.isdigit() and len(word) == 2 and word[1] == "0" else ""
        if not tens:
            yield word
    if tens:
        yield tens


def abbreviates(short: str, long: str) -> bool:
    """The letters of `short` are the initials of the words of `long`, with or without its small words."""
    letters = fold(short.replace(".", ""))
    if " " in letters or len(letters) < 2 or sum(letter.isupper() for letter in short) < 2:
        return False
    return letters in list_initials(long)


def list_initials(name: str) -> list[str]:
    """The initials of the words of a name, with and without its small words."""
    words = WORD.findall(fold(name))
    large = [word for word in words if word not in load_spellings().words["stop_words"]]
    return sorted({"".join(word[0] for word in some) for some in (words, large) if len(large) > 1})


def is_general(name: str) -> bool:
    """The name is that of many bodies: "Advisory Committee", "Foreign Ministry"."""
    return _tell_nothing(read_body(name))


def list_short_forms(name: str) -> set[str]:
    """What documents call the body in short: its initials, and an end or beginning that is general."""
    words = read_body(name)
    if words[-1] in load_spellings().words["paper_words"]:
        return set()
    parts = {part for size in range(2, len(words)) for part in (words[:size], words[-size:])}
    return {*list_initials(name), *_list_inner_initials(name), *map(" ".join, filter(_tell_nothing, parts))}


def _list_inner_initials(name: str) -> list[str]:
    """ "PA" is the Bureau of Public Affairs."""
    head, _, rest = name.partition(" of ")
    return list_initials(rest) if fold(head) in load_spellings().words["turned_heads"] else []


def _tell_nothing(words: Sequence[str]) -> bool:
    tables = load_spellings().words
    has_head = words[-1] in tables["general_heads"]
    return has_head and all(word in tables["general_words"] for word in words[:-1])
