"""Frames: how a verb, noun or adjective states a claim, read from patterns such as "A withdraw troops from
B".

A pattern is one line that can be read aloud. A and B are the source and the target, `A+B` two actors
that share the slot, `_` anything, a lower-case word the lemma that must stand there, `/` an alternative,
`_` inside a word a verb with its particle (carry_out), `'s` a possessor, `@request` any word of that group in
words_groups.toml, and after `|` a valence (positive, neutral, negative; "positive/neutral": neutral once
denied) or the stage in a treaty's life.

verbs:      "A impose sanction/embargo on/against B"   subject, verb, object, prepositions
            "A demand that B _"                        B is the subject of the clause
            "A threaten ... B"                         B stands in the clause or object below the verb
            "A agree to... B"                          B stands in the infinitive below the verb
            "_ withdraw A from B"               the subject is nobody: only of a passive
nouns:      "A's annexation of B", "talk between A+B"    an event named by a noun
roles:      "A ally of B"                               A is (an) ally of B: copula, apposition, title
adjectives: "A hostile to B"
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from kg.errors import LexiconError
from kg.model import Valence

VALENCES: tuple[Valence, ...] = get_args(Valence)
SLOTS = ("A", "B", "A+B", "_")
CLAUSE_PATHS = frozenset({"that", "...", "to..."})
CLASSES = {"verbs": "verb", "nouns": "noun", "roles": "role", "adjectives": "adjective"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that an actor fills (`name` A, B, A+B or _) or where one of `words` must stand.

    `paths` are the prepositions that lead to it, e.g. {"out of", "from"}; empty for subject and object.
    `possessor` is the slot that owns the word: "A come to B's aid".
    """

    name: str = ""
    words: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    possessor: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern. `subject` is the slot of the subject (verbs), possessor (nouns) or bearer (roles,
    adjectives)."""

    type: str
    word_class: str
    lemma: str
    text: str
    subject: Slot
    object: Slot | None = None
    others: tuple[Slot, ...] = ()
    particle: str = ""
    valence: Valence | None = None
    denied_valence: Valence | None = None
    stage: str = ""
    priority: int = 0


def read_frames(
    table: Mapping[str, Mapping[str, Any]], words: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """The frames by (word class, lemma), the most specific first. Raises: LexiconError."""
    index: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for name, values in table.items():
        for key, word_class in CLASSES.items():
            for pattern in values.get(key, ()):
                for frame in read_pattern(name, word_class, pattern, words):
                    index[word_class, frame.lemma].append(frame)
    return {key: tuple(sorted(frames, key=lambda frame: -frame.priority)) for key, frames in index.items()}


def read_pattern(
    claim_type: str, word_class: str, pattern: str, words: Mapping[str, frozenset[str]]
) -> Iterable[Frame]:
    """The frames of one pattern: one for each alternative of its head word. Raises: LexiconError."""
    where = f"relations.toml: [{claim_type}] {pattern!r}"
    body, _, note = (part.strip() for part in pattern.partition("|"))
    tokens = body.split()
    if word_class == "noun" and tokens and tokens[0].islower():
        tokens = ["", *tokens]
    bearer = tokens[0].removesuffix("'s") if tokens else "?"
    if len(tokens) < 2 or (bearer and bearer not in SLOTS):
        raise LexiconError(f'{where}: begin with A, B, A+B or _, then the word: "A attack B"')
    slots = _read_slots(where, tokens[2:], words)
    names = {bearer, *(slot.name for slot in slots), *(slot.possessor for slot in slots)}
    if not ({"A", "B"} <= names or "A+B" in names):
        raise LexiconError(f"{where}: needs both A and B, or A+B")
    takes_object = word_class == "verb" and slots and not slots[0].paths
    valence, _, denied = note.partition("/")
    has_valence = valence in VALENCES
    for head in _read_alternatives(where, tokens[1], words):
        lemma, _, particle = head.partition("_")
        yield Frame(
            type=claim_type,
            word_class=word_class,
            lemma=lemma,
            text=pattern,
            subject=Slot(bearer),
            object=slots[0] if takes_object else None,
            others=tuple(slots[1:] if takes_object else slots),
            particle=particle,
            valence=_read_valence(where, valence) if has_valence else None,
            denied_valence=_read_valence(where, denied) if has_valence and denied else None,
            stage="" if has_valence else note,
            priority=sum(2 if slot.words else 1 for slot in slots) + bool(particle),
        )


def _read_valence(where: str, word: str) -> Valence:
    for valence in VALENCES:
        if valence == word:
            return valence
    raise LexiconError(f"{where}: {word!r} is no valence; write positive, neutral or negative")


def _read_alternatives(where: str, token: str, words: Mapping[str, frozenset[str]]) -> list[str]:
    """The words between slashes; a group stands for its words."""
    found: list[str] = []
    for word in token.split("/"):
        if word.startswith("@") and f"groups.{word[1:]}" not in words:
            raise LexiconError(f"{where}: no group {word!r} in words_groups.toml")
        found += sorted(words[f"groups.{word[1:]}"]) if word.startswith("@") else [word]
    return found


def _read_slots(where: str, tokens: list[str], words: Mapping[str, frozenset[str]]) -> list[Slot]:
    prepositions = words.get("grammar.prepositions", frozenset())
    slots: list[Slot] = []
    paths: list[str] = []
    possessor = ""
    for token in tokens:
        alternatives = _read_alternatives(where, token, words)
        if token.endswith("'s"):
            possessor = token.removesuffix("'s")
        elif set(alternatives) <= prepositions | CLAUSE_PATHS:
            paths = [f"{path} {word}" for path in paths for word in alternatives] if paths else alternatives
        elif token in SLOTS:
            slots.append(Slot(token, frozenset(), frozenset(paths)))
            paths = []
        elif token.islower():
            slots.append(Slot("", frozenset(alternatives), frozenset(paths), possessor))
            paths, possessor = [], ""
        else:
            raise LexiconError(
                f"{where}: cannot read {token!r}; slots are {', '.join(SLOTS)}, words are lower case"
            )
    if paths:
        raise LexiconError(
            f"{where}: nothing follows {paths[0]!r}; if it is a particle, write it as verb_particle"
        )
    return slots
