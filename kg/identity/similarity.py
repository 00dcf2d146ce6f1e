"""How like two names are: spelling, acronym, surname, one inside the other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.identity.references import fold

SMALL = frozenset({"a", "al", "an", "and", "at", "de", "for", "in", "of", "on", "the", "to", "with"})
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
NUMBER = re.compile(
    r"\d+(st|nd|rd|th)?|[ivx]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)
WORD = re.compile(r"[^\W_]+")

ACRONYM = "the first letters of one make the other"
INSIDE = "one name inside the other"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are, in 0…1, and why."""

    score: float
    why: str


@lru_cache(maxsize=50_000)
def split_name(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, punctuation and small words."""
    words = WORD.findall(fold(name).replace("'s ", " ").replace("'", "").replace(".", ""))
    return tuple(word for word in words if word not in SMALL) or tuple(words)


def compare_names(first: str, second: str, *, persons: bool) -> Likeness | None:
    """The strongest likeness of two names, None if there is none.

    0.9 the same but for case, accents and punctuation (0.6 for one word); 0.85 an acronym and its words;
    0.7 a person's surname and full name; 0.75 initials for given names; 0.85 − 0.25 · (share of words
    spelt otherwise), each by a letter in four to six or two in seven and more; 0.4 + 0.4 · (share of
    words) for one inside the other, 0.1 less for a single word. A number, other than a year, that only one
    of them has tells them apart, as two years do.
    """
    one, two = sorted((split_name(first), split_name(second)), key=lambda words: (len(words), words))
    if not one or not two:
        return None
    if one == two:
        return Likeness(0.9 if len(one) > 1 else 0.6, "the same name")
    if _is_acronym(first, second) or _is_acronym(second, first):
        return Likeness(0.85, ACRONYM)
    if _numbers(one) != _numbers(two) or _differ_in_years(one, two):
        return None
    if len(one) == len(two):
        return _compare_spelling(one, two, persons)
    if persons:
        surname = len(one) == 1 and two[-1] == one[0]
        inside = len(one) > 1 and (one[0], one[-1]) == (two[0], two[-1])
        return Likeness(0.7, "surname and full name") if surname else _inside(one, two) if inside else None
    return _inside(one, two) if set(one) < set(two) else None


def list_keys(name: str) -> set[str]:
    """What a name shares with any that is like it: its words, their beginnings and ends, its acronym."""
    words = split_name(name)
    parts = {part for word in words if len(word) > 5 for part in (f"{word[:4]}-", f"-{word[-4:]}")}
    return {*words, *parts, *_initials(name)}


def measure_distance(first: str, second: str, limit: int) -> int:
    """Letters added, left out, replaced or swapped with their neighbour; `limit` + 1 where it is more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        before, last, row = row, before, [i]
        for j, right in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and (left, right) == (second[j - 2], first[i - 2]):
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)


def _compare_spelling(one: tuple[str, ...], two: tuple[str, ...], persons: bool) -> Likeness | None:
    odd = [(left, right) for left, right in zip(one, two, strict=True) if left != right]
    if persons and all(_abbreviates(*pair) for pair in odd) and one[-1] == two[-1]:
        return Likeness(0.75, "initials and given names")
    if not all(_is_misspelt(left, right) for left, right in odd):
        return None
    spelt = ", ".join(f"{left}/{right}" for left, right in odd)
    return Likeness(round(0.85 - 0.25 * len(odd) / len(one), 2), f"spelt alike: {spelt}")


def _abbreviates(left: str, right: str) -> bool:
    return min(len(left), len(right)) == 1 and left[0] == right[0]


def _is_misspelt(left: str, right: str) -> bool:
    shorter = min(len(left), len(right))
    allowed = 0 if shorter < 4 else 1 if shorter < 7 else 2
    return bool(allowed) and measure_distance(left, right, allowed) <= allowed


def _inside(one: tuple[str, ...], two: tuple[str, ...]) -> Likeness:
    score = 0.4 + 0.4 * len(one) / len(two) - 0.1 * (len(one) == 1)
    return Likeness(round(score, 2), INSIDE)


def _is_acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    return letters.isalpha() and letters.isupper() and letters.lower() in _initials(long)


@lru_cache(maxsize=50_000)
def _initials(name: str) -> frozenset[str]:
    """The first letters of a name's words, with and without the small words."""
    words = WORD.findall(fold(name))
    found = {"".join(word[0] for word in chosen) for chosen in (words, split_name(name))}
    return frozenset(initials for initials in found if len(initials) > 1)


def _numbers(words: Iterable[str]) -> set[str]:
    return {word for word in words if NUMBER.fullmatch(word) and not YEAR.fullmatch(word)}


def _differ_in_years(one: Iterable[str], two: Iterable[str]) -> bool:
    first, second = ({word for word in words if YEAR.fullmatch(word)} for words in (one, two))
    return bool(first and second and first != second)
