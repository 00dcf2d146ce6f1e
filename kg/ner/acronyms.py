"""Short forms that a text defines in brackets: "… Treaty (NPT)", "UNITA (National Union …)"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.ner.finds import HEADED, Find
from kg.ner.page import Page

BRACKETED = re.compile(r" ?\((?:the |\"|“)?([A-ZÀ-Þ][\w&/-]{1,11})[\"”]?\)")
TYPES = ("ORG", "IGO", "TREATY", "LAW", "ARMED_GROUP", "EVENT", "BLOC")
PREPOSITIONS = frozenset({"on", "of", "for", "in", "against", "with"})
FEWEST_CAPITALS = 2


def find_acronyms(page: Page, finds: Iterable[Find]) -> Iterator[Find]:
    """The bracketed short form behind each organisation, treaty or law, with its type."""
    for find in finds:
        if find.type not in TYPES or find.kind != "name":
            continue
        match = BRACKETED.match(page.text, find.end)
        if (
            match
            and is_acronym(match[1])
            and not _shortens_object(page.text[find.start : find.end], match[1])
        ):
            yield replace(
                find, start=match.start(1), end=match.end(1), found_by="acronym", rank=HEADED, candidates=()
            )


def _shortens_object(name: str, short: str) -> bool:
    """The letters are those of what stands behind a preposition only: "Conference on … States (SIDS)"."""
    words = name.split()
    for place in range(1, len(words)):
        initials = "".join(word[0] for word in words[place:] if word[0].isupper())
        if words[place - 1] in PREPOSITIONS and initials == short:
            return True
    return False


def is_acronym(word: str) -> bool:
    """The word is written like a short form: two capitals or more, not a number."""
    return sum(letter.isupper() for letter in word) >= FEWEST_CAPITALS
