"""Tells whether two names are one name, by rules about how names are written; no embeddings.

The scores: 1 the same letters; `STRICT` the same name in another spelling (accents, transliteration, titles,
"Surname, Given"); from `SAME` with initials, nicknames, parts left out or turned, or one slip of the pen.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from kg.identity.person_names import PersonName, read_person
from kg.identity.spelling import (
    count_changes,
    find_groups,
    fold,
    is_initial_of,
    is_numeral,
    load_spellings,
    sound,
    spell,
)
from kg.model import EntityType

STRICT = 0.95
ABBREVIATED = 0.9
NICKNAMED = 0.85
REORDERED = 0.8
MISSPELT = 0.75
SAME = 0.7
TURNED_BY = 0.1
LEFT_OUT_BY = 0.02
MOST_WORDS = 9
SHORTEST_JOINED = 10
SHORTEST_SLIP = 8
# from so many sounds on a slip is allowed, and one and a half
SLIP, MORE = 5, 9
POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b)")
WORD = re.compile(r"[^\W_]+")
SERVANT_OF = "abd"


def are_same_name(first: str, second: str, kind: EntityType) -> bool:
    """The two can be names of one thing of that type, as far as names tell."""
    return compare_names(first, second, kind) >= SAME


def compare_names(first: str, second: str, kind: EntityType) -> float:
    """How surely two names are one, from 0 to 1; the same in either order."""
    if fold(first) == fold(second):
        return 1.0
    if kind == "PERSON":
        return _compare_persons(read_person(first), read_person(second))
    return _compare_bodies(first, second)


def name_key(name: str, kind: EntityType) -> str:
    """What all spellings of a name share: those with one key compare at `STRICT` or above."""
    return read_person(name).key if kind == "PERSON" else " ".join(_read_body(name))


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


def _compare_persons(first: PersonName, second: PersonName) -> float:
    if first.generation != second.generation:
        return 0.3
    if first.key == second.key:
        return STRICT
    short, long = sorted((first, second), key=lambda name: (len(name.words), name.words))
    if not short.words:
        return 0.0
    if len(short.words) == 1:
        return _compare_single(short, long)
    if "".join(short.sounds) == "".join(long.sounds):
        return ABBREVIATED
    return max(
        _align(short, long),
        _align(_turn(short, 1), long) - TURNED_BY,
        _align(_turn(short, -1), long) - TURNED_BY,
        _compare_joined(short, long),
        0.5 * _share(short.sounds, long.sounds),
    )


def _compare_single(short: PersonName, long: PersonName) -> float:
    """A single word says little beside a full name; two must be long to hide a slip."""
    if len(long.words) > 1:
        return _compare_joined(short, long) or (0.5 if short.sounds[0] == long.sounds[-1] else 0.0)
    is_long = min(len(short.words[0]), len(long.words[0])) >= SHORTEST_SLIP - 1
    return MISSPELT if is_long and count_changes(short.sounds[0], long.sounds[0]) <= 1 else 0.0


def _compare_joined(short: PersonName, long: PersonName) -> float:
    """ "JanDaniel Bell": blanks left out, or put in."""
    one, other = "".join(short.sounds), "".join(long.sounds)
    has_initial = any(len(word) == 1 for word in (*short.words, *long.words))
    if has_initial or len(short.words) == len(long.words) or min(len(one), len(other)) < SHORTEST_JOINED:
        return 0.0
    return MISSPELT if count_changes(one, other) <= 1 else 0.0


def _turn(name: PersonName, step: int) -> PersonName:
    """The name with its first word last, or its last word first."""
    words, sounds = name.words, name.sounds
    return PersonName((*words[step:], *words[:step]), (*sounds[step:], *sounds[:step]), name.generation, "")


def _align(short: PersonName, long: PersonName) -> float:
    """How well every word of `short` finds its like in `long`, in order."""
    size = len(long.words)
    if size > MOST_WORDS:
        return 0.0
    table = [
        [_match(word, other) for other in zip(long.words, long.sounds, strict=True)]
        for word in zip(short.words, short.sounds, strict=True)
    ]
    return max(_rate(places, table, short, long) for places in combinations(range(size), len(short.words)))


def _rate(
    places: Sequence[int], table: Sequence[Sequence[float]], short: PersonName, long: PersonName
) -> float:
    scores = [table[at][place] for at, place in enumerate(places)]
    slips = sum(score in (MISSPELT, NICKNAMED) for score in scores)
    if 0.0 in scores or slips > 1 or not _may_lack(places, short, long):
        return 0.0
    told = [score for score in scores if score != ABBREVIATED]
    if len(told) == 1 and told[0] < STRICT:
        return 0.0
    return min(scores) - LEFT_OUT_BY * (len(long.words) - len(short.words) > 0)


def _may_lack(places: Sequence[int], short: PersonName, long: PersonName) -> bool:
    """What `short` lacks is no more than it says, no initial contradicts, and one end of `long` is there."""
    if len(short.words[-1]) == 1 or len(long.words[places[-1]]) == 1:
        return False
    left = [word for at, word in enumerate(long.words) if at not in places]
    middles = short.words[1:-1]
    if left and middles and any(len(word) == 1 for word in (*middles, *left)):
        return False
    matched = [(short.words[at], long.words[place]) for at, place in enumerate(places)]
    if left and any(len(other) == 1 < len(word) for word, other in matched):
        return False
    endings = tuple(load_spellings().words["patronymics"])
    unsaid = [word for word in left if not (word.endswith(endings) or _says_little(word))]
    ends = places[0] == 0 or places[-1] == len(long.words) - 1
    return ends and len(unsaid) <= len(short.words)


def _says_little(word: str) -> bool:
    return sound(word) == sound("mohammed") or word in load_spellings().words["titles"]


def _match(first: tuple[str, str], second: tuple[str, str]) -> float:
    """How alike two words of names are: of one sound, an initial, a nickname, or one slip apart."""
    (word, heard), (other, other_heard) = first, second
    if heard == other_heard:
        return STRICT
    if 1 in (len(word), len(other)):
        initial, full = sorted((word, other), key=len)
        return ABBREVIATED if is_initial_of(initial, full) else 0.0
    if SERVANT_OF in (heard[:3], other_heard[:3]) and heard.removeprefix(
        SERVANT_OF
    ) == other_heard.removeprefix(SERVANT_OF):
        return NICKNAMED
    groups, other_groups = find_groups(word), find_groups(other)
    if groups & other_groups:
        return NICKNAMED
    if groups and other_groups:
        return 0.0
    if is_numeral(word) or is_numeral(other):
        return 0.0
    return _match_spelling(heard, other_heard)


def _match_spelling(heard: str, other: str) -> float:
    length = max(len(heard), len(other))
    allowed = 1.5 if length >= MORE else 1.0 if length >= SLIP else 0.5 if length == SLIP - 1 else 0.0
    changes = count_changes(heard, other)
    if changes > allowed or _differ_in_gender(heard, other):
        return 0.0
    return REORDERED if changes < 1 else MISSPELT


def _differ_in_gender(heard: str, other: str) -> bool:
    """ "Mario" and "Maria", "Paul" and "Paula" are two names, not two spellings."""
    return heard.rstrip("aeio") == other.rstrip("aeio") and (heard[-1] == "a") != (other[-1] == "a")


def _share(first: Sequence[str], second: Sequence[str]) -> float:
    return len({*first} & {*second}) / len({*first} | {*second})


@lru_cache(maxsize=100_000)
def _read_body(name: str) -> tuple[str, ...]:
    """The words that tell an organisation from others: "Ministry of Defence" as "Defence Ministry"."""
    words = [
        spell(word)
        for word in WORD.findall(fold(POINTS.sub("", name.replace("&", " and ").replace("+", " plus"))))
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


def _compare_bodies(first: str, second: str) -> float:
    one, other = _read_body(first), _read_body(second)
    if one == other:
        return STRICT
    if abbreviates(first, second) or abbreviates(second, first) or "".join(one) == "".join(other):
        return ABBREVIATED
    if sorted(one) == sorted(other):
        return REORDERED
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) == len(other) and len(differing) == 1 and _is_slip(*differing[0]):
        return MISSPELT
    return 0.6 * _share(one, other)


def _is_slip(word: str, other: str) -> bool:
    is_long = min(len(word), len(other)) >= SHORTEST_SLIP and (word + other).isalpha()
    return is_long and count_changes(word, other) <= 1
