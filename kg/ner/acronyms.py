"""Short forms that a text defines in brackets: "… Treaty (NPT)", "UNITA (National Union …)"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.ner.finds import HEADED, Find
from kg.ner.page import Page

BRACKETED = re.compile(r" ?\((?:the |\"|“)?([A-ZÀ-Þ][\w&/-]{1,11})[\"”]?\)")
TYPES = ("ORG", "IGO", "TREATY", "LAW", "ARMED_GROUP", "EVENT", "BLOC")
FEWEST_CAPITALS = 2


def find_acronyms(page: Page, finds: Iterable[Find]) -> Iterator[Find]:
    """The bracketed short form behind each organisation, treaty or law, with its type."""
    for find in finds:
        if find.type not in TYPES or find.kind != "name":
            continue
        match = BRACKETED.match(page.text, find.end)
        if match and is_acronym(match[1]):
            yield replace(
                find, start=match.start(1), end=match.end(1), found_by="acronym", rank=HEADED, candidates=()
            )


def is_acronym(word: str) -> bool:
    """The word is written like a short form: two capitals or more, not a number."""
    return sum(letter.isupper() for letter in word) >= FEWEST_CAPITALS
