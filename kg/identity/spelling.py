"""How names are spelt: letters, sounds and spellings of words, and how far two words are apart."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon.loader import DATA

VOWELS = frozenset("aeiou")
# letters for one another in transliterations
NEAR = frozenset({"gk", "sz", "dt", "bp", "fv", "ck", "cs", "gh", "cz", "ij"})
NEAR_COST = 0.5
INITIALS = ({*"ijy"}, {*"ckq"}, {*"vw"})
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʿʾʼʹ", ""))
SERVANT = re.compile(r"^abd[aeiu][lrsdtnz](?!la?h?$)(?=\w{3})")
NUMERAL = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
FAITH = re.compile(r"(?<=\w{2})[aeu]dd(?:i|ee)ne?$")

Rewrites = tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """words_names.toml, ready for use."""

    words: Mapping[str, frozenset[str]]
    pairs: Mapping[str, Mapping[str, str]]
    sounds: Rewrites
    spellings: Rewrites
    variants: Mapping[str, str]
    groups: Mapping[str, frozenset[int]]


@cache
def load_spellings() -> Spellings:
    """The tables by which names are compared."""
    table = tomllib.loads((DATA / "words_names.toml").read_text(encoding="utf-8"))
    variants = {word: line.split()[0] for line in table["variants"] for word in line.split()}
    return Spellings(
        words={key: frozenset(values) for key, values in table.items()},
        pairs={
            key: dict(_split_pair(line) for line in table[key])
            for key in ("generations", "filiations", "letters", "numbers")
        },
        sounds=_compile(table["sounds"]),
        spellings=_compile(table["spellings"]),
        variants=variants,
        groups=_number_groups([*table["variants"], *table["nicknames"]]),
    )


def _split_pair(line: str) -> tuple[str, str]:
    written, _, meant = line.rpartition("=")
    return written, meant


def _compile(lines: Iterable[str]) -> Rewrites:
    # a look-behind holds "=" too, so the last one divides
    return tuple((re.compile(written), meant) for written, meant in map(_split_pair, lines))


def _number_groups(lines: Iterable[str]) -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split():
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The text in small letters of the Latin alphabet, without accents and apostrophes where it can be."""
    letters = load_spellings().pairs["letters"]
    small = unicodedata.normalize("NFKC", text).translate(APOSTROPHES).lower()
    latin = "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", small))
    bare = unicodedata.normalize("NFKD", latin)
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", plain).split())


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """What the usual transliterations of a folded word share."""
    tables = load_spellings()
    if len(word) == 1 or is_numeral(word):
        return word
    if word in tables.pairs["filiations"]:
        return tables.pairs["filiations"][word]
    word = FAITH.sub("din", SERVANT.sub("abd", word))
    return _rewrite(tables.variants.get(word, word), tables.sounds) or word


@lru_cache(maxsize=100_000)
def spell(word: str) -> str:
    """A folded word of an organisation's name in one of its spellings, numbers in digits."""
    tables = load_spellings()
    return tables.pairs["numbers"].get(word) or _rewrite(word, tables.spellings)


def is_numeral(word: str) -> bool:
    """A Roman number of more than one letter, as rulers have."""
    return len(word) > 1 and bool(NUMERAL.fullmatch(word))


def is_initial_of(letter: str, word: str) -> bool:
    """The letter begins the word, in one of its transliterations."""
    return letter == word[0] or any({letter, word[0]} <= group for group in INITIALS)


def _rewrite(word: str, rewrites: Rewrites) -> str:
    for pattern, meant in rewrites:
        word = pattern.sub(meant, word)
    return word


def find_groups(word: str) -> frozenset[int]:
    """The numbers of the groups of given names a folded word belongs to."""
    return load_spellings().groups.get(word, frozenset())


@lru_cache(maxsize=100_000)
def count_changes(first: str, second: str) -> float:
    """Letters to add, drop, change or swap; a vowel for a vowel, or a letter near in sound, counts half."""
    before: list[float] = []
    row = [float(at) for at in range(len(second) + 1)]
    for at, letter in enumerate(first, 1):
        before, last, row = row, before, [float(at)]
        for there, other in enumerate(second, 1):
            best = min(before[there] + _weigh(letter), row[-1] + _weigh(other))
            best = min(best, before[there - 1] + _weigh_change(letter, other))
            if at > 1 and there > 1 and letter == second[there - 2] and first[at - 2] == other:
                best = min(best, last[there - 2] + 1)
            row.append(best)
    return row[-1]


def _weigh(letter: str) -> float:
    return NEAR_COST if letter == "h" else 1.0


def _weigh_change(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    both_vowels = letter in VOWELS and other in VOWELS
    near = "".join(sorted((letter, other))) in NEAR
    return NEAR_COST if both_vowels or near else 1.0
