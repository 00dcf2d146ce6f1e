"""Reads a person's name: titles, particles and order taken off, so that names can be compared."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.identity.spelling import APOSTROPHES, fold, is_numeral, load_spellings, sound

ARTICLE = re.compile(r"\b(?:al|el|ul|ar|as|ash|ad|an|at|az)-(?=\w)", re.IGNORECASE)
QUOTED = re.compile(r"[\"“«(][^\"”»)]*[\"”»)]")
WORD = re.compile(r"[^\W_]+")
LETTERS = re.compile(r"[A-Z]{2,3}")
# digits that scanning makes of letters
MISREAD = str.maketrans("015", "ois")
SERVANTS = frozenset({"abd", "abdul", "abdel", "abdal", "abdur", "abdus", "abdoul"})
FAITHS = frozenset({"din", "deen", "dine"})
ARTICLES = frozenset({"al", "el", "ul", "ud", "ad", "ed"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: its words without titles and particles, how they sound, and the whole as a key."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    generation: str
    key: str


@lru_cache(maxsize=100_000)
def read_person(name: str) -> PersonName:
    """The parts of a person's name, whatever their order and dress."""
    tables = load_spellings()
    words = list(_split_person(name))
    generation = ""
    while len(words) > 1 and words[-1] in tables.pairs["generations"].keys() | tables.words["honours"]:
        generation = tables.pairs["generations"].get(words.pop(), generation)
    while len(words) > 1 and words[0] in tables.words["titles"]:
        if words[0] in tables.words["loose_titles"] and len(words) < 3:
            break
        del words[0]
    words = _join_servants([word for at, word in enumerate(words) if not at or word != words[at - 1]])
    bare = _leave_particles(words)
    with_fathers = _leave_particles(words, but=tables.pairs["filiations"])
    key = "".join(map(sound, with_fathers)) + generation
    return PersonName(tuple(bare), tuple(map(sound, bare)), generation, key)


def read_core(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Given name and surname as a key, and the initials or patronymic between; None if more is between."""
    person = read_person(name)
    endings = tuple(load_spellings().words["patronymics"])
    middles = person.words[1:-1]
    if len(person.words) < 2 or len(person.words[0]) == 1 or len(person.words[-1]) == 1:
        return None
    if not all(len(word) == 1 or word.endswith(endings) for word in middles):
        return None
    return f"{person.sounds[0]} {person.sounds[-1]} {person.generation}", person.sounds[1:-1]


def _split_person(name: str) -> Iterator[str]:
    """The folded words of a name, surname last; "JC" before a surname is two initials."""
    text = QUOTED.sub(" ", name) if QUOTED.sub("", name).strip(" ,") else name
    surname, comma, given = text.partition(",")
    tables = load_spellings()
    if comma and fold(given).strip(" .") not in tables.pairs["generations"].keys() | tables.words["honours"]:
        text = f"{given} {surname}"
    words = WORD.findall(ARTICLE.sub("", text.translate(APOSTROPHES)))
    has_small = any(word[1:].islower() for word in words)
    for at, word in enumerate(words):
        is_initials = (
            has_small and LETTERS.fullmatch(word) and at + 1 < len(words) and not is_numeral(fold(word))
        )
        if is_initials and fold(word) not in tables.pairs["generations"]:
            yield from fold(word)
        elif any(letter.isalpha() for letter in word[:2]):
            yield from fold(word.translate(MISREAD)).split()
        else:
            yield fold(word)


def _join_servants(words: Sequence[str]) -> list[str]:
    """ "Abd al-Aziz", "Abdul Aziz" and "Nur al-Din" are single names."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in SERVANTS:
            joined[-1] = "abd" if word in ARTICLES else f"abd{word}"
        elif len(joined) > 1 and word in FAITHS and joined[-1] in ARTICLES:
            joined[-2:] = [f"{joined[-2]}din"]
        elif joined and word in FAITHS:
            joined[-1] += "din"
        else:
            joined.append(word)
    return joined


def _leave_particles(words: Sequence[str], *, but: Container[str] = ()) -> list[str]:
    """The words without particles; one that opens or closes a name of two words is a name."""
    tables = load_spellings().words
    last = len(words) - 1
    kept = [
        word
        for at, word in enumerate(words)
        if word not in tables["particles"]
        or word in but
        or at == last
        or (at == 0 and (last < 2 or word not in tables["leading_particles"]))
    ]
    return kept if len(kept) > 1 else list(words)
