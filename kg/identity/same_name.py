"""Tells whether two names are one name, by rules about how names are written; no embeddings.

The scores: 1 the same letters; `STRICT` the same name in another spelling (accents, transliteration, titles,
"Surname, Given"); from `SAME` with initials, nicknames, parts left out or turned, or one slip of the pen.
Below lies what a user may be asked about: a surname and a full name, a slip in a short word, and one name
inside the other (0.4 + 0.4 · share of words); other words in common count half their share.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.identity.body_names import abbreviates, read_body
from kg.identity.person_names import PersonName, read_person
from kg.identity.spelling import (
    count_changes,
    find_groups,
    fold,
    is_initial_of,
    is_numeral,
    load_spellings,
    sound,
)
from kg.model import EntityType

STRICT = 0.95
ABBREVIATED = 0.9
NICKNAMED = 0.85
REORDERED = 0.8
MISSPELT = 0.75
SAME = 0.7
SURNAMED = 0.65
DOUBTED = 0.6
TURNED_BY = 0.1
LEFT_OUT_BY = 0.02
MOST_WORDS = 9
SHORTEST_JOINED = 10
SHORTEST_SLIP = 8
SHORTEST_DOUBT = 4
# from so many sounds on a slip is allowed, and one and a half
SLIP, MORE = 5, 9
NUMBER = re.compile(r"(?!1[5-9]\d\d$|20\d\d$)\d+|[ivx]+")
SERVANT_OF = "abd"

IDENTICAL = "the same name"
RESPELT = "the same name in another spelling"
ACRONYM = "the first letters of one make the other"
INITIALS = "initials and given names"
SURNAME = "surname and full name"
INSIDE = "one name inside the other"
TURNED = "the same words in another order"
SLIPPED = "spelt alike"
PARTLY = "words in common"
UNLIKE = "nothing in common"
# why two persons' names are alike, by the least alike of their words
REASONS = {
    STRICT: RESPELT, ABBREVIATED: INITIALS, NICKNAMED: "a given name in two forms",
    REORDERED: SLIPPED, MISSPELT: SLIPPED,
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """How surely two names are one, from 0 to 1, and why."""

    score: float
    why: str


def are_same_name(first: str, second: str, kind: EntityType) -> bool:
    """The two can be names of one thing of that type, as far as names tell."""
    return compare_names(first, second, kind).score >= SAME


def compare_names(first: str, second: str, kind: EntityType) -> Likeness:
    """How surely two names are one, and why; the same in either order."""
    if fold(first) == fold(second):
        return Likeness(1.0, IDENTICAL)
    if kind == "PERSON":
        return _compare_persons(read_person(first), read_person(second))
    return _compare_bodies(first, second)


def name_key(name: str, kind: EntityType) -> str:
    """What all spellings of a name share: those with one key compare at `STRICT` or above."""
    return read_person(name).key if kind == "PERSON" else " ".join(read_body(name))


def _compare_persons(first: PersonName, second: PersonName) -> Likeness:
    if first.generation != second.generation:
        return Likeness(0.3, PARTLY)
    if first.key == second.key:
        return Likeness(STRICT, RESPELT)
    short, long = sorted((first, second), key=lambda name: (len(name.words), name.words))
    if not short.words:
        return Likeness(0.0, UNLIKE)
    if len(short.words) == 1:
        return _compare_single(short, long)
    if "".join(short.sounds) == "".join(long.sounds):
        return Likeness(ABBREVIATED, RESPELT)
    turned = max(_align(_turn(short, 1), long), _align(_turn(short, -1), long))
    return max(
        _align(short, long),
        Likeness(max(turned.score - TURNED_BY, 0.0), TURNED),
        _compare_joined(short, long),
        Likeness(0.5 * _share(short.sounds, long.sounds), PARTLY),
    )


def _compare_single(short: PersonName, long: PersonName) -> Likeness:
    """A single word says little beside a full name; two must be long to hide a slip."""
    if len(long.words) > 1:
        is_surname = short.sounds[0] == long.sounds[-1]
        return max(_compare_joined(short, long), Likeness(SURNAMED * is_surname, SURNAME))
    length = min(len(short.words[0]), len(long.words[0]))
    if length < SHORTEST_DOUBT or count_changes(short.sounds[0], long.sounds[0]) > 1:
        return Likeness(0.0, UNLIKE)
    return Likeness(MISSPELT if length >= SHORTEST_SLIP - 1 else 0.0, SLIPPED)


def _compare_joined(short: PersonName, long: PersonName) -> Likeness:
    """ "JanDaniel Bell": blanks left out, or put in."""
    one, other = "".join(short.sounds), "".join(long.sounds)
    has_initial = any(len(word) == 1 for word in (*short.words, *long.words))
    if has_initial or len(short.words) == len(long.words) or min(len(one), len(other)) < SHORTEST_JOINED:
        return Likeness(0.0, UNLIKE)
    return Likeness(MISSPELT if count_changes(one, other) <= 1 else 0.0, SLIPPED)


def _turn(name: PersonName, step: int) -> PersonName:
    """The name with its first word last, or its last word first."""
    words, sounds = name.words, name.sounds
    return PersonName((*words[step:], *words[:step]), (*sounds[step:], *sounds[:step]), name.generation, "")


def _align(short: PersonName, long: PersonName) -> Likeness:
    """How well every word of `short` finds its like in `long`, in order."""
    size = len(long.words)
    if size > MOST_WORDS:
        return Likeness(0.0, UNLIKE)
    table = [
        [_match(word, other) for other in zip(long.words, long.sounds, strict=True)]
        for word in zip(short.words, short.sounds, strict=True)
    ]
    return max(_rate(places, table, short, long) for places in combinations(range(size), len(short.words)))


def _rate(
    places: Sequence[int], table: Sequence[Sequence[float]], short: PersonName, long: PersonName
) -> Likeness:
    scores = [table[at][place] for at, place in enumerate(places)]
    slips = sum(score in (MISSPELT, NICKNAMED) for score in scores)
    told = [score for score in scores if score != ABBREVIATED]
    is_untold = len(told) == 1 and told[0] < STRICT
    if 0.0 in scores or slips > 1 or is_untold or not _may_lack(places, short, long):
        return Likeness(0.0, UNLIKE)
    lacks = len(long.words) > len(short.words)
    why = INSIDE if lacks and min(scores) == STRICT else REASONS[min(scores)]
    return Likeness(min(scores) - LEFT_OUT_BY * lacks, why)


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


def _compare_bodies(first: str, second: str) -> Likeness:
    one, other = sorted((read_body(first), read_body(second)), key=lambda words: (len(words), words))
    if one == other:
        return Likeness(STRICT, RESPELT)
    if abbreviates(first, second) or abbreviates(second, first):
        return Likeness(ABBREVIATED, ACRONYM)
    if "".join(one) == "".join(other):
        return Likeness(ABBREVIATED, RESPELT)
    if sorted(one) == sorted(other):
        return Likeness(REORDERED, TURNED)
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) == len(other) and len(differing) == 1 and (slip := _rate_slip(*differing[0])):
        return Likeness(slip, SLIPPED)
    if _is_inside(one, other):
        return Likeness(min(0.4 + 0.4 * len(one) / len(other), SURNAMED), INSIDE)
    return Likeness(0.5 * _share(one, other), PARTLY)


def _rate_slip(word: str, other: str) -> float:
    """How surely two words differ by a slip of the pen: a short one differs too often by more."""
    length = min(len(word), len(other))
    if length < SHORTEST_DOUBT or not (word + other).isalpha() or count_changes(word, other) > 1:
        return 0.0
    return MISSPELT if length >= SHORTEST_SLIP else DOUBTED


def _is_inside(one: Sequence[str], other: Sequence[str]) -> bool:
    """All words of `one` are in `other`, which has no number of its own: World War II is another war."""
    left = {*other} - {*one}
    return {*one} < {*other} and not any(NUMBER.fullmatch(word) for word in left)
